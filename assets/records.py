"""The record of what every asset was made from: what freshness is judged by.

What belongs here: the record and its table, and what else is asked of an open database before anything slow is
imported, since a refresh that has nothing to do reads only this. What does not: rows of any asset (`assets.warehouse`).
"""

import dataclasses
import json
from typing import Any

import duckdb

CONFIG: dict[str, Any] = {
    # Extensions are never fetched: a refresh must not depend on the network.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # The tables are small: handing a statement to several threads takes longer than what it has to do, and with blocks
    # of the usual size, one for each column at least, twenty tables of a few rows take many megabytes to write.
    "threads": 1,
    "default_block_size": 16384,
}

RECORDS_DDL = """
CREATE TABLE IF NOT EXISTS materialisations (
    asset VARCHAR PRIMARY KEY, data_version VARCHAR, code_version VARCHAR, inputs VARCHAR, "rows" BIGINT,
    run_id VARCHAR, fault VARCHAR, finished_at TIMESTAMP
)"""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Record:
    """What an asset was made from and came to: what freshness is judged by. `inputs` maps upstream to data version."""

    asset: str
    data_version: str
    code_version: str
    inputs: dict[str, str]
    rows: int
    run_id: str
    fault: str | None = None


def quoted(text: object) -> str:
    """A text as an SQL literal. For commands that should start at once: a bound parameter makes DuckDB load pandas."""
    return "'" + str(text).replace("'", "''") + "'"


def column_types(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """The type of each of the table's columns, in order; none where there is no such table.

    Asked of a query that gives no row: DuckDB's catalog lists every column of every table to find these.
    """
    try:
        columns = connection.execute(f'SELECT * FROM "{table}" LIMIT 0').description or []
    except duckdb.CatalogException:
        return {}
    return {str(column[0]): str(column[1]) for column in columns}


def read_records(connection: duckdb.DuckDBPyConnection) -> dict[str, Record]:
    """The records in an open database; none where it never ran."""
    rows = connection.execute(
        'SELECT asset, data_version, code_version, inputs, "rows", run_id, fault FROM materialisations'
    ).fetchall()
    return {
        asset: Record(
            asset=asset,
            data_version=data_version,
            code_version=code_version,
            inputs=json.loads(inputs),
            rows=count,
            run_id=run_id,
            fault=fault,
        )
        for asset, data_version, code_version, inputs, count, run_id, fault in rows
    }
