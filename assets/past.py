"""The history of the releases, taken from a published file where the working database was lost.

Every release's file holds the history up to itself. What belongs here: noticing that the published files know more
releases than the working database, and taking their history over. What does not: keeping it (`assets.history`).
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from assets.history import latest_release
from assets.records import CONFIG, column_types
from assets.release_files import PublicationError
from assets.warehouse import Warehouse
from assets.written import kept_releases
from figuretrail.history import release_number
from figuretrail.home import published, published_database
from schemas.common import Model


def take_up(warehouse: Warehouse, histories: Mapping[str, Model]) -> None:
    """Where published files know releases that the working database does not, take their history over.

    `histories` are its tables, `releases` among them, which are there already. Raises PublicationError where no
    published file can be read, or where the two pasts are not one: a release would be written over.
    """
    latest = latest_release(warehouse.connection)
    files = kept_releases()
    number = release_number(latest[0]) if latest else 0
    if (latest and (not files or release_number(files[-1].stem) <= number)) or not (files or _stands()):
        return
    past, releases = _newest([*reversed(files), *([published_database()] if _stands() else [])])
    known = _releases(warehouse.connection)
    if known != releases[: len(known)]:
        raise PublicationError(
            f"{past}: found other releases than the working database knows; expected one past for "
            f"both. To do: put back the working database that made them, or move {published()} away and refresh."
        )
    if len(releases) <= len(known):
        return
    with warehouse.transaction():
        _copy(warehouse.connection, past, list(histories))


def _stands() -> bool:
    return published_database().is_file()


def _newest(files: list[Path]) -> tuple[Path, list[tuple[str, str]]]:
    """The file that knows the most releases, and those releases."""
    found: list[tuple[Path, list[tuple[str, str]]]] = []
    for file in files:
        try:
            with duckdb.connect(str(file), read_only=True, config=CONFIG) as connection:
                found.append((file, _releases(connection)))
        except duckdb.Error:
            continue  # damaged: another may do
    if not found:
        raise PublicationError(
            f"{published()}: found {len(files)} published files, none of which can be read, and no history of them in "
            "the working database; expected either. To do: put one of them or the working database back; or move that "
            "folder away: then a new history begins with r0001."
        )
    return max(found, key=lambda each: len(each[1]))


def _releases(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Every release with its content's hash, the first one first."""
    query = "SELECT release, content FROM releases ORDER BY CAST(substr(release, 2) AS BIGINT)"
    return [(str(release), str(content)) for release, content in connection.execute(query).fetchall()]


def _copy(connection: duckdb.DuckDBPyConnection, past: Path, tables: list[str]) -> None:
    """Replace the tables' rows by the file's, in those columns that both have."""
    with duckdb.connect(str(past), read_only=True, config=CONFIG) as other:
        for table in tables:
            mine, theirs = column_types(connection, table), column_types(other, table)
            columns = ", ".join(f'"{name}"' for name, type_ in mine.items() if theirs.get(name) == type_)
            rows = other.execute(f'SELECT {columns} FROM "{table}" ORDER BY rowid').to_arrow_table()
            connection.execute(f'DELETE FROM "{table}"')
            connection.register("past_rows", rows)
            connection.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM past_rows')
            connection.unregister("past_rows")
