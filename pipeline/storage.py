"""Where Dagster keeps runs and events: SQLite files under data/dagster, with connections kept open.

Dagster's own SQLite storage opens a connection, checks its schema and commits with a flush for every event. A full
refresh stores some hundreds of them, so most of its time went there: these classes keep the connection of the index, of
the run at hand and of the table of runs, and let SQLite's write-ahead log flush when it is full. New files are made
aside and put in place whole, so that making them need not wait for the disk, some hundred times, either. The files are
Dagster's own, unchanged.

What belongs here: storage that `dagster.yaml` names. What does not: anything that reads events.
"""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as db
from dagster import EventLogEntry
from dagster._core.storage.event_log.base import EventLogStorage
from dagster._core.storage.event_log.sqlite.sqlite_event_log import INDEX_SHARD_NAME, SqliteEventLogStorage
from dagster._core.storage.runs.base import RunStorage
from dagster._core.storage.runs.sqlite.sqlite_run_storage import SqliteRunStorage
from dagster._core.storage.schedules.base import ScheduleStorage
from dagster._core.storage.schedules.sqlite.sqlite_schedule_storage import SqliteScheduleStorage
from dagster._core.storage.sql import create_engine
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS, create_db_conn_string
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage
from dagster._serdes import ConfigurableClassData
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool, StaticPool

from figuretrail.home import dagster_home

_SHARED = {"timeout": SQLITE_BUSY_TIMEOUT_SECONDS, "check_same_thread": False}
_LAYOUT = "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"


def _kept_open(conn_string: str) -> Engine:
    """An engine whose one connection stays open, and is not flushed to the disk with every commit."""
    engine = create_engine(conn_string, poolclass=StaticPool, connect_args=_SHARED)
    db.event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = NORMAL"))
    return engine


@contextmanager
def _unflushed() -> Iterator[None]:
    """Whoever connects to a file of SQLite's meanwhile does not wait for the disk."""

    def leave_it_to_the_system(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA synchronous = OFF")

    db.event.listen(Engine, "connect", leave_it_to_the_system)
    try:
        yield
    finally:
        db.event.remove(Engine, "connect", leave_it_to_the_system)


def _see_that_it_is_there(
    file: Path, make: Callable[[str], EventLogStorage | RunStorage[Any] | ScheduleStorage[Any]]
) -> None:
    """Make one of Dagster's files with its tables, by `make`, which opens what is in a folder, unless it stands.

    Dagster loads all its migration scripts to find that out. A file that an older version left unfinished is its
    matter too.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists():
        if not _is_stamped(create_engine(create_db_conn_string(str(file.parent), file.stem), poolclass=NullPool)):
            make(str(file.parent)).dispose()
        return
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".new-") as aside:
        with _unflushed():
            make(aside).dispose()
        made = Path(aside) / file.name
        with made.open("rb") as whole:
            os.fsync(whole.fileno())
        if not file.exists():  # the UI may have made it meanwhile
            made.replace(file)


class _Transactions:
    """The transactions that are open, by file. Who asks for one inside another of the same file joins it."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._open: dict[str, Connection] = {}

    @contextmanager
    def join(self, file: str, engine: Callable[[], Engine]) -> Iterator[Connection]:
        """A connection in a transaction."""
        with self._lock:
            if file in self._open:
                yield self._open[file]
                return
            with engine().connect() as connection, connection.begin():
                self._open[file] = connection
                try:
                    yield connection
                finally:
                    del self._open[file]


class OpenEventLog(SqliteEventLogStorage):
    """Dagster's event log in SQLite, with the index and one run's file kept open between events."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines: dict[str, Engine] = {}
        self._transactions = _Transactions()
        self._true: set[str] = set()
        super().__init__(base_dir, inst_data)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._transactions.join(shard, lambda: self._engine(shard)) as connection:
            yield connection

    def store_event_batch(self, events: Sequence[EventLogEntry]) -> None:
        """Store events of one run in one transaction a file: all that a run plans to do comes as one batch."""
        with self.index_connection(), self.run_connection(events[0].run_id):
            super().store_event_batch(events)

    def _engine(self, shard: str) -> Engine:
        if shard not in self._engines:
            for other in [name for name in self._engines if name != INDEX_SHARD_NAME and shard != INDEX_SHARD_NAME]:
                self._engines.pop(other).dispose()
            engine = _kept_open(self.conn_string_for_shard(shard))
            if shard not in self._initialized_dbs:
                if not (_is_stamped(engine) or self._made_like_index(shard, engine)):
                    self._initdb(engine)
                self._initialized_dbs.add(shard)
            self._engines[shard] = engine
        return self._engines[shard]

    def _made_like_index(self, shard: str, engine: Engine) -> bool:
        """Make a new run's file by the statements that the index was made by, and stamp it with the same revision.

        Dagster's way goes through its migration scripts, which costs more than a small run; False leaves it to that.
        """
        if shard == INDEX_SHARD_NAME or db.inspect(engine).get_table_names():
            return False  # the index itself, or a file that an older version made
        with self._engine(INDEX_SHARD_NAME).connect() as index:
            statements = index.execute(db.text(_LAYOUT)).scalars().all()
            revision = index.execute(db.text("SELECT version_num FROM alembic_version")).scalar()
        with engine.connect() as connection:
            connection.execute(db.text("PRAGMA journal_mode = WAL"))  # SQLite passes over it inside a transaction
            connection.commit()
            for statement in statements:
                connection.exec_driver_sql(statement)
            connection.execute(db.text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})
            connection.commit()
        return True

    def has_table(self, table_name: str) -> bool:
        """Whether the index has the table."""
        return self._once_true(f"table {table_name}", lambda: super(OpenEventLog, self).has_table(table_name))

    def has_secondary_index(self, name: str) -> bool:
        """Whether the index was migrated so."""
        return self._once_true(f"index {name}", lambda: super(OpenEventLog, self).has_secondary_index(name))

    def _has_asset_key_col_on_connection(self, conn: Connection, column_name: str) -> bool:
        """Whether the table of assets has the column."""
        ask = super()._has_asset_key_col_on_connection
        return self._once_true(f"column {column_name}", lambda: ask(conn, column_name))

    def _once_true(self, what: str, ask: Callable[[], bool]) -> bool:
        """Whether the index has a part of its layout. Dagster asks for every event, but no part ever goes away."""
        if what not in self._true and ask():
            self._true.add(what)
        return what in self._true

    def delete_events(self, run_id: str) -> None:
        """Delete a run's events, in the index and with the run's own file, which Dagster would leave."""
        with self.index_connection() as connection:
            self.delete_events_for_run(connection, run_id)
        if run_id in self._engines:
            self._engines.pop(run_id).dispose()
        self._initialized_dbs.discard(run_id)
        for end in ("", "-wal", "-shm"):
            Path(self.path_for_shard(run_id) + end).unlink(missing_ok=True)

    def dispose(self) -> None:
        """Close what was kept open."""
        for engine in self._engines.values():
            engine.dispose()
        self._engines.clear()
        super().dispose()


def _is_stamped(engine: Engine) -> bool:
    """Whether a file has its tables and the mark of their revision: Dagster then leaves it as it is."""
    with engine.connect() as connection:
        try:
            return connection.execute(db.text("SELECT version_num FROM alembic_version")).scalar() is not None
        except db.exc.OperationalError:
            return False


class OpenRunStorage(SqliteRunStorage):
    """Dagster's table of runs in SQLite, kept open: closing the file writes its log back, a dozen times in a run."""

    def __init__(self, conn_string: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engine = _kept_open(conn_string)
        self._transactions = _Transactions()
        super().__init__(conn_string, inst_data)

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """The open connection, in a transaction."""
        with self._transactions.join("runs", lambda: self._engine) as connection:
            yield connection

    def dispose(self) -> None:
        """Close what was kept open."""
        self._engine.dispose()
        super().dispose()


class ProjectStorage(DagsterSqliteStorage):
    """Dagster's SQLite storage with files that stay open, under data/dagster whatever DAGSTER_HOME is."""

    def __init__(self, base_dir: str | None = None, inst_data: ConfigurableClassData | None = None) -> None:
        folder = dagster_home() / "storage" if base_dir is None else Path(base_dir)
        self.base_dir, self._inst_data = str(folder), inst_data
        history, schedules = folder / "history", folder / "schedules"
        _see_that_it_is_there(history / "runs.db", OpenRunStorage.from_local)
        _see_that_it_is_there(history / "runs" / f"{INDEX_SHARD_NAME}.db", OpenEventLog)
        _see_that_it_is_there(schedules / "schedules.db", SqliteScheduleStorage.from_local)
        self._run_storage = OpenRunStorage(create_db_conn_string(str(history), "runs"))
        self._event_log_storage = OpenEventLog(str(history / "runs"))
        self._schedule_storage = SqliteScheduleStorage(create_db_conn_string(str(schedules), "schedules"))
        super(DagsterSqliteStorage, self).__init__()  # past the one that would make Dagster's own three

    @classmethod
    def config_type(cls) -> dict[str, Any]:
        """No settings: the folder follows FIGURETRAIL_HOME."""
        return {}

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData, config_value: Any) -> "ProjectStorage":
        """The storage that dagster.yaml names."""
        return cls(inst_data=inst_data, **config_value)
