"""Where Dagster keeps runs and events: SQLite files under data/dagster, with connections kept open.

Dagster's own SQLite event log opens a connection, checks its schema and commits with a flush for every event. A full
refresh stores some hundreds of them, so most of its time went there: this class keeps the connection of the index and
of the run at hand, and lets SQLite's write-ahead log flush when it is full. The files are Dagster's own, unchanged.

What belongs here: storage that `dagster.yaml` names. What does not: anything that reads events.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as db
from dagster._core.storage.event_log.schema import SqlEventLogStorageMetadata
from dagster._core.storage.event_log.sqlite.sqlite_event_log import INDEX_SHARD_NAME, SqliteEventLogStorage
from dagster._core.storage.sql import create_engine
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage
from dagster._serdes import ConfigurableClassData
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import StaticPool

from figuretrail.home import dagster_home


class OpenEventLog(SqliteEventLogStorage):
    """Dagster's event log in SQLite, with the index and one run's file kept open between events."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines: dict[str, Engine] = {}
        self._known_tables: set[str] = set()
        self._has_newer_columns = False
        super().__init__(base_dir, inst_data)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock, self._engine(shard).connect() as connection, connection.begin():
            yield connection

    def _engine(self, shard: str) -> Engine:
        if shard not in self._engines:
            for other in [name for name in self._engines if name != INDEX_SHARD_NAME and shard != INDEX_SHARD_NAME]:
                self._engines.pop(other).dispose()
            engine = create_engine(
                self.conn_string_for_shard(shard),
                poolclass=StaticPool,
                connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS, "check_same_thread": False},
            )
            if shard not in self._initialized_dbs:
                if not self._copied_from_index(shard, engine):
                    self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.connect() as connection:
                connection.execute(db.text("PRAGMA synchronous = NORMAL"))
            self._engines[shard] = engine
        return self._engines[shard]

    def _copied_from_index(self, shard: str, engine: Engine) -> bool:
        """Make a new run's file like the index, which this version of Dagster made and stamped with its revision.

        Looking the revision up through its migration scripts costs more than a small run; False leaves it to that.
        """
        if shard == INDEX_SHARD_NAME or db.inspect(engine).get_table_names():
            return False
        revision = db.text("SELECT version_num FROM alembic_version")
        with self._engine(INDEX_SHARD_NAME).connect() as index:
            stamped = index.execute(revision).scalar()
        SqlEventLogStorageMetadata.create_all(engine)
        with engine.begin() as connection:
            connection.execute(db.text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
            connection.execute(db.text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": stamped})
        with engine.connect() as connection:  # not inside a transaction, where SQLite passes over it
            connection.execute(db.text("PRAGMA journal_mode = WAL"))
        return True

    def has_table(self, table_name: str) -> bool:
        """Whether the index has the table; asked before every event, and tables never go away."""
        if table_name not in self._known_tables and super().has_table(table_name):
            self._known_tables.add(table_name)
        return table_name in self._known_tables

    def _has_asset_key_index_cols_on_connection(self, conn: Connection) -> bool:
        """Whether the assets' table has its newer columns; asked before every asset event, and files are made by us."""
        if not self._has_newer_columns:
            self._has_newer_columns = super()._has_asset_key_index_cols_on_connection(conn)
        return self._has_newer_columns

    def dispose(self) -> None:
        """Close what was kept open."""
        for engine in self._engines.values():
            engine.dispose()
        self._engines.clear()
        super().dispose()


class ProjectStorage(DagsterSqliteStorage):
    """Dagster's SQLite storage with that event log, under data/dagster whatever DAGSTER_HOME is."""

    def __init__(self, base_dir: str | None = None, inst_data: ConfigurableClassData | None = None) -> None:
        folder = dagster_home() / "storage" if base_dir is None else base_dir
        super().__init__(str(folder), inst_data)
        self._event_log_storage = OpenEventLog(str(dagster_home() / "storage" / "history" / "runs"))

    @classmethod
    def config_type(cls) -> dict[str, Any]:
        """No settings: the folder follows FIGURETRAIL_HOME."""
        return {}

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData, config_value: Any) -> "ProjectStorage":
        """The storage that dagster.yaml names."""
        return cls(inst_data=inst_data, **config_value)
