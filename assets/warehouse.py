"""The working database: one DuckDB file, one writer at a time, and whole assets in a transaction.

What belongs here: opening and locking the file, replacing a table's or a source's rows, reading a table back as its
model says, and the record of what was made from what. What does not: any table's content.
"""

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
from filelock import FileLock, Timeout

from assets.records import CONFIG, RECORDS_DDL, Record, column_types, quoted, read_records
from schemas.common import Model, conform, ddl_types, dtypes, failures

LOCK_WAIT_S = 5.0
_RETRY_S = 0.05
# A file of some megabytes that every refresh rewrites: looking for the best compression of each column took longer than
# all the rest of the writing, here and in the release that is written from here.
_UNCOMPRESSED = "SET force_compression = 'uncompressed'"

_SET_ASIDE = "_before"

_ARROW = {
    "VARCHAR": pa.string(),
    "DOUBLE": pa.float64(),
    "BIGINT": pa.int64(),
    "DATE": pa.date32(),
    "BOOLEAN": pa.bool_(),
    "VARCHAR[]": pa.list_(pa.string()),
    "TIMESTAMP": pa.timestamp("us"),
}


class WarehouseError(Exception):
    """The working database can't be used as asked; the text says why and what to do."""


class TableError(Exception):
    """Rows that break their table's model; `rows` holds them, each with its `reason`."""

    def __init__(self, table: str, rows: pd.DataFrame, when: str) -> None:
        self.rows = rows
        first = "; ".join(rows["reason"].head(3))
        super().__init__(
            f"table {table}, {when}: found {len(rows)} rows that break its model, the first: {first}; expected none. "
            f"To do: look at the failing rows of the check on `{table}`, correct their sources, then rerun this asset."
        )


class Warehouse:
    """The open working database. Use `Warehouse.open(path)`, which locks it, as a context."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        # While the file is open nobody else writes to it, so what was read of it once need not be asked again.
        self._checked: dict[tuple[str, str], pd.DataFrame] = {}
        self._records: dict[str, Record] | None = None
        self._made_as: dict[str, dict[str, str]] = {}  # the types of the tables that are known to be there

    @classmethod
    @contextlib.contextmanager
    def open(cls, path: Path, *, wait_s: float | None = None) -> Iterator["Warehouse"]:
        """Lock and open the working database at `path`; closed and unlocked whatever happens.

        The lock is the file system's: it dies with its process. Raises WarehouseError where another process still
        holds it, or reads the file, after `wait_s` seconds (LOCK_WAIT_S where nothing is said).
        """
        wait_s = LOCK_WAIT_S if wait_s is None else wait_s
        deadline = time.monotonic() + wait_s
        path.parent.mkdir(parents=True, exist_ok=True)
        lock, holder = FileLock(path.with_suffix(".lock")), path.with_suffix(".pid")
        try:
            lock.acquire(timeout=wait_s)
        except Timeout:
            pid = holder.read_text().strip() if holder.exists() else "unknown"
            raise WarehouseError(
                f"{path}: found it in use by process {pid}; expected to be the only writer. "
                "To do: wait for that refresh to end, or end that process, then run this again."
            ) from None
        try:
            holder.write_text(str(os.getpid()))
            connection = _connect(path, deadline)
            try:
                connection.execute(_UNCOMPRESSED)
                connection.execute(RECORDS_DDL)
                _adopt_leftovers(connection)
                yield cls(connection)
            finally:
                connection.close()
        finally:
            holder.unlink(missing_ok=True)
            lock.release()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is written inside is kept only if nothing is raised."""
        self.connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            self._records = None
            self._made_as.clear()
            raise
        self.connection.execute("COMMIT")

    def tables(self) -> set[str]:
        """The names of the tables that are there."""
        return {name for (name,) in self.connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}

    def replace(self, table: str, model: Model, frame: pd.DataFrame) -> None:
        """Replace the table's rows by the frame's, which is of the model already."""
        self.ensure(table, model)
        self.connection.execute(f'DELETE FROM "{table}"')
        if len(frame):
            with self._registered(model, frame):
                self.connection.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM incoming')

    @contextlib.contextmanager
    def parts(self, table: str, model: Model, frame: pd.DataFrame) -> Iterator[Callable[..., None]]:
        """A function that replaces the rows of the sources that it is given by those in the frame, which may hold more.

        Each statement costs more than the few rows of a source, so one replaces those of all the sources together.
        """
        self.ensure(table, model)
        incoming = f"incoming_{table}"

        def replace(*source_ids: str) -> None:
            these = f"source_id IN ({', '.join(map(quoted, source_ids))})"
            self.connection.execute(f'DELETE FROM "{table}" WHERE {these}')
            if len(frame):
                self.connection.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM "{incoming}" WHERE {these}')

        with self._registered(model, frame, incoming):
            yield replace

    @contextlib.contextmanager
    def _registered(self, model: Model, frame: pd.DataFrame, name: str = "incoming") -> Iterator[None]:
        self.connection.register(name, arrow_table(model, frame))
        try:
            yield
        finally:
            self.connection.unregister(name)

    def ensure(self, table: str, model: Model) -> None:
        """Make the table; where an older model made it, carry over the columns that both have.

        One statement does it, so that a run which is killed leaves the table as it was or as it is to be.
        """
        wanted = ddl_types(model)
        if self._made_as.get(table) == wanted:
            return
        found = column_types(self.connection, table)
        self._made_as[table] = wanted
        if found == wanted:
            return
        if not found:
            columns = ", ".join(f'"{name}" {type_}' for name, type_ in wanted.items())
            self.connection.execute(f'CREATE TABLE "{table}" ({columns})')
            return
        columns = ", ".join(
            f'"{name}"' if found.get(name) == type_ else f'CAST(NULL AS {type_}) AS "{name}"'
            for name, type_ in wanted.items()
        )
        self.connection.execute(f'CREATE OR REPLACE TABLE "{table}" AS SELECT {columns} FROM "{table}" ORDER BY rowid')

    def read(self, table: str, model: Model, *, order: str | None = None) -> pd.DataFrame:
        """The table's rows with the model's types, unchecked. Raises WarehouseError where it was never made."""
        names = ", ".join(f'"{name}"' for name in dtypes(model))
        query = f'SELECT {names} FROM "{table}"' + (f" ORDER BY {order}" if order else "")
        try:
            found = self.connection.execute(query)
        except duckdb.CatalogException:
            raise WarehouseError(
                f"table {table}: found none in the working database; expected the rows of the asset that makes it. "
                f"To do: materialise `{table}` first (figuretrail refresh {table}, or `figuretrail refresh` for all)."
            ) from None
        return conform(model, found.to_arrow_table().to_pandas(date_as_object=False))

    def read_checked(self, table: str, model: Model) -> pd.DataFrame:
        """The table's rows, checked again: rerunning one asset alone must not walk round a failed check.

        While the file is open nobody else can write to it, so rows of one version are read and checked once. Raises
        TableError with the failing rows.
        """
        record = self.records().get(table)
        version = record.data_version if record else ""
        if not self.is_checked(table, version):
            frame = self.read(table, model)
            broken = failures(model, frame)
            if len(broken):
                raise TableError(table, broken, "read from the working database")
            self.remember(table, version, frame)
        return self._checked[table, version].copy(deep=False)

    def remember(self, table: str, version: str, rows: pd.DataFrame) -> None:
        """Keep rows that were just checked and written, or read and checked, while the file is open."""
        self._checked[table, version] = rows

    def is_checked(self, table: str, version: str) -> bool:
        """Whether the rows of this version were checked since the file was opened."""
        return (table, version) in self._checked

    def record(self, *records: Record) -> None:
        """Keep what assets were made from and came to."""
        rows = [
            [
                record.asset,
                record.data_version,
                record.code_version,
                json.dumps(record.inputs, sort_keys=True),
                record.rows,
                record.run_id,
                record.fault,
            ]
            for record in records
        ]
        # One statement for all of them, since each takes as long as hundreds of rows.
        self.connection.execute(
            f"INSERT OR REPLACE INTO materialisations VALUES {', '.join(['(?, ?, ?, ?, ?, ?, ?, now())'] * len(rows))}",
            [value for row in rows for value in row],
        )
        if self._records is not None:
            self._records.update({record.asset: record for record in records})

    def records(self) -> dict[str, Record]:
        """The latest record of every asset."""
        if self._records is None:
            self._records = read_records(self.connection)
        return dict(self._records)


def _connect(path: Path, deadline: float) -> duckdb.DuckDBPyConnection:
    """The file opened to be written; while somebody reads it, as every status does for a moment, tried again."""
    while True:
        try:
            return duckdb.connect(str(path), config=CONFIG)
        except duckdb.IOException as error:
            if "lock" in str(error) and time.monotonic() < deadline:
                time.sleep(_RETRY_S)
                continue
            raise WarehouseError(
                f"{path}: found {str(error).splitlines()[0]}; expected the working database. To do: close the "
                "program that has it open; where the file is damaged, `figuretrail status` says what to do."
            ) from None


def _adopt_leftovers(connection: duckdb.DuckDBPyConnection) -> None:
    """Give tables back the rows that an earlier version set aside as `<table>_before` when it was killed.

    It emptied a table before it filled it again, so a table without rows takes them over. One that has rows of its own
    stays, and what was set aside is dropped only where all of it is there too.
    """
    query = f"SELECT table_name FROM duckdb_tables() WHERE ends_with(table_name, '{_SET_ASIDE}')"
    for (aside,) in connection.execute(query).fetchall():
        table = aside.removesuffix(_SET_ASIDE)
        types, types_aside = column_types(connection, table), column_types(connection, aside)
        if not types or connection.execute(f'FROM "{table}" LIMIT 1').fetchone() is None:
            connection.execute(f'CREATE OR REPLACE TABLE "{table}" AS FROM "{aside}" ORDER BY rowid')
        else:
            both = ", ".join(f'"{name}"' for name, type_ in types.items() if types_aside.get(name) == type_)
            lost = f'SELECT {both} FROM "{aside}" EXCEPT SELECT {both} FROM "{table}" LIMIT 1'
            if not both or connection.execute(lost).fetchone() is not None:
                continue
        connection.execute(f'DROP TABLE "{aside}"')


def arrow_table(model: Model, frame: pd.DataFrame) -> pa.Table:
    """The frame as Arrow with the types that DuckDB is to store: nothing is left to be guessed from the first rows."""
    fields = [pa.field(name, _ARROW[type_]) for name, type_ in ddl_types(model).items()]
    return pa.Table.from_pandas(frame[[field.name for field in fields]], schema=pa.schema(fields), preserve_index=False)


def data_version(frame: pd.DataFrame, *, also: str = "") -> str:
    """A hash of the frame's canonical rows: the same rows, wherever and whenever made, give the same version."""
    text = frame.to_json(orient="values", date_format="iso", double_precision=15)
    return hashlib.sha256(("|".join(frame.columns) + text + also).encode()).hexdigest()[:16]
