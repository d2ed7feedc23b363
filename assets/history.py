"""Every value that was published, with the times between which it stood: kept and fetched with set-based SQL.

What belongs here: the history tables of the working database, and the rows of any release out of them. What does not:
what two releases' rows differ in (`figuretrail.history`) and the files that readers open (`assets.release_files`).

Neither Dagster nor a model is needed here, so that the command line can read the published database with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import duckdb

from assets.records import column_types, quoted
from figuretrail.history import release_id, release_number

if TYPE_CHECKING:
    import pandas as pd

FIGURES = "figures"
STANDING = ("valid_from", "valid_to", "from_release", "to_release")
_NUMBER = "CAST(substr({}, 2) AS BIGINT)"  # of a release's id


def latest_release(connection: duckdb.DuckDBPyConnection) -> tuple[str, str] | None:
    """The id and the content's hash of the last release; None before the first."""
    query = f"SELECT release, content FROM releases ORDER BY {_NUMBER.format('release')} DESC LIMIT 1"
    row = connection.execute(query).fetchone()
    return None if row is None else (str(row[0]), str(row[1]))


def release_before(connection: duckdb.DuckDBPyConnection, release: str) -> str | None:
    """The id of the release before; None for the first."""
    number = release_number(release)
    order = _NUMBER.format("release")
    query = f"SELECT release FROM releases WHERE {order} < {number} ORDER BY {order} DESC LIMIT 1"
    row = connection.execute(query).fetchone()
    return None if row is None else str(row[0])


def rows_at(connection: duckdb.DuckDBPyConnection, release: str, *, without: Collection[str] = ()) -> str:
    """A query for every row that stood in a release, as `object`, `key`, `row`; `without` names tables to leave out."""
    n = release_number(release)
    stood = f"{_NUMBER.format('from_release')} <= {n} AND coalesce({_NUMBER.format('to_release')} > {n}, true)"
    tables = f'SELECT "table" AS object, key, row FROM table_history WHERE {stood}{_leaving_out(without)}'
    if FIGURES in without:
        return tables
    figures = [name for name in columns_of(connection, "figure_history") if name not in STANDING]
    return (
        f"SELECT '{FIGURES}' AS object, figure_id AS key, {_json(figures)} AS row FROM figure_history WHERE {stood}"
        f" UNION ALL {tables}"
    )


def _leaving_out(tables: Collection[str]) -> str:
    return f' AND "table" NOT IN ({", ".join(map(quoted, sorted(tables)))})' if tables else ""


def rows_now(connection: duckdb.DuckDBPyConnection, keys: Mapping[str, Sequence[str]]) -> str:
    """A query for every row of the tables as they are now; `keys` names each table's key columns."""
    queries = [_rows_of(connection, table, columns) for table, columns in keys.items()]
    return " UNION ALL ".join(queries) or "SELECT '' AS object, '' AS key, '' AS row WHERE false"


def _rows_of(connection: duckdb.DuckDBPyConnection, table: str, keys: Sequence[str]) -> str:
    types = column_types(connection, table)
    if table == FIGURES:
        return f"SELECT '{table}' AS object, figure_id AS key, {_json(types)} AS row FROM \"{table}\""
    parts = ", ".join(f"'{name}=' || {_plain(name, types[name])}" for name in keys)
    # Rows that the key doesn't tell apart are told apart by their number.
    again = f"row_number() OVER (PARTITION BY concat_ws('; ', {parts}) ORDER BY rowid)"
    key = f"concat_ws('; ', {parts}, CASE WHEN {again} > 1 THEN 'number=' || {again} END)"
    return f"SELECT '{table}' AS object, {key} AS key, {_json(types)} AS row FROM \"{table}\""


def columns_of(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """The table's columns, in order."""
    return list(column_types(connection, table))


def _json(columns: Sequence[str] | Mapping[str, str]) -> str:
    return "CAST(to_json({" + ", ".join(f"'{name}': \"{name}\"" for name in columns) + "}) AS VARCHAR)"


def _plain(name: str, type_: str) -> str:
    return f"array_to_string(\"{name}\", ', ')" if type_.endswith("[]") else f'CAST("{name}" AS VARCHAR)'


def differing(connection: duckdb.DuckDBPyConnection, before: str, after: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that only one of two queries gives: what was before and is not now, and the other way round.

    Each query is worked out once, and only what differs leaves the database.
    """
    query = (
        "SELECT object, key, before.row AS before, after.row AS after "
        f"FROM ({before}) AS before FULL JOIN ({after}) AS after USING (object, key) "
        "WHERE before.row IS DISTINCT FROM after.row ORDER BY object, key"
    )
    rows = connection.execute(query).to_arrow_table().to_pandas()
    sides = [rows.loc[rows[side].notna(), ["object", "key", side]] for side in ("before", "after")]
    was, now = (side.set_axis(["object", "key", "row"], axis="columns").reset_index(drop=True) for side in sides)
    return was, now


def content_of(connection: duckdb.DuckDBPyConnection, release: str) -> str:
    """The content's hash of a release that is known."""
    ((content,),) = connection.execute(f"SELECT content FROM releases WHERE release = {quoted(release)}").fetchall()
    return str(content)


def release_to_compare(connection: duckdb.DuckDBPyConnection, content: str) -> str | None:
    """The last release whose content is not `content`: what the tables as they are now are compared with."""
    latest = latest_release(connection)
    if latest is None:
        return None
    return release_before(connection, latest[0]) if latest[1] == content else latest[0]


def release_after(latest: tuple[str, str] | None) -> str:
    """The id that the release after the latest one gets."""
    return release_id(1 if latest is None else release_number(latest[0]) + 1)


def keep(
    connection: duckdb.DuckDBPyConnection, release: str, at: dt.datetime, current: str, *, without: Collection[str] = ()
) -> None:
    """Write down that `release` has the tables' rows as they are: close what no longer stands, open what is new.

    `current` names a table of `object`, `key`, `row` with the rows of all tables but `figures`, whose own are taken;
    `without` the tables that are known to have the rows that stand. To be called in a transaction, with the release's
    own row.
    """
    _keep_rows(connection, release, at, current, without)
    if FIGURES not in without:
        _keep_figures(connection, release, at)


def _keep_figures(connection: duckdb.DuckDBPyConnection, release: str, at: dt.datetime) -> None:
    figures = ", ".join(f'"{name}"' for name in columns_of(connection, FIGURES))
    open_figures = f"SELECT {figures} FROM figure_history WHERE to_release IS NULL"
    now_figures = f"SELECT {figures} FROM {FIGURES}"
    connection.execute(
        f"UPDATE figure_history SET valid_to = ?, to_release = ? WHERE to_release IS NULL AND figure_id IN "
        f"(SELECT figure_id FROM ({open_figures} EXCEPT {now_figures}))",
        [at, release],
    )
    connection.execute(
        f"INSERT INTO figure_history BY NAME SELECT *, ? AS valid_from, ? AS from_release "
        f"FROM ({now_figures} EXCEPT {open_figures}) ORDER BY figure_id",
        [at, release],
    )


def _keep_rows(
    connection: duckdb.DuckDBPyConnection, release: str, at: dt.datetime, current: str, without: Collection[str]
) -> None:
    standing = f"to_release IS NULL{_leaving_out(without)}"
    open_rows = f'SELECT "table", key, row FROM table_history WHERE {standing}'
    now_rows = f"SELECT object, key, row FROM {current} WHERE object <> '{FIGURES}'"
    connection.execute(
        'UPDATE table_history SET valid_to = ?, to_release = ? WHERE to_release IS NULL AND ("table", key) IN '
        f'(SELECT ("table", key) FROM ({open_rows} EXCEPT {now_rows}))',
        [at, release],
    )
    connection.execute(
        'INSERT INTO table_history BY NAME SELECT object AS "table", key, row, ? AS valid_from, ? AS from_release '
        f"FROM ({now_rows} EXCEPT {open_rows}) ORDER BY object, key",
        [at, release],
    )


def withdraw(connection: duckdb.DuckDBPyConnection, release: str) -> None:
    """Take back a release that was written down but never put before a reader. To be called in a transaction."""
    for history in ("figure_history", "table_history"):
        connection.execute(f"DELETE FROM {history} WHERE from_release = ?", [release])
        connection.execute(f"UPDATE {history} SET valid_to = NULL, to_release = NULL WHERE to_release = ?", [release])
    connection.execute("DELETE FROM releases WHERE release = ?", [release])
