"""Publication: what the tables changed since the last release, and the release itself.

A publication is a release with an id and a time. One whose content is that of the last release makes no new one: it
only puts right whatever is missing of its files.

What belongs here: the two assets. What does not: the histories' SQL (`assets.history`), the files
(`assets.release_files`), a lost history (`assets.past`), what two releases differ in (`figuretrail.history`).
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any

import dagster as dg
import duckdb
import pandas as pd

from assets import history, past, release_files
from assets.metadata import column_schema, markdown_table
from assets.tables import MODELS, OWNERS, write_table
from assets.versions import code_version
from assets.warehouse import Record, Warehouse, WarehouseError
from figuretrail.history import changes as compare
from figuretrail.history import content_id
from schemas.common import Model, conform, empty
from schemas.publication import KINDS as KINDS_OF_CHANGE
from schemas.publication import Changes, FigureHistory, Releases, TableHistory, key_columns

HISTORIES: dict[str, Model] = {
    "releases": Releases,
    "figure_history": FigureHistory,
    "table_history": TableHistory,
}
KINDS = {"python", "pandas", "duckdb"}


def publication_assets(tables: Sequence[str]) -> list[dg.AssetsDefinition]:
    """`changes` and `publication` over the tables of these names."""
    MODELS["changes"] = Changes
    version = code_version(__name__, *sorted({MODELS[table].__module__ for table in tables}))
    return [_changes(tables, version), _publication(tables, version)]


def _changes(tables: Sequence[str], version: str) -> dg.AssetsDefinition:
    @dg.asset(
        deps=list(tables),
        group_name="publication",
        description="What differs from the last release with other content: added, removed, corrected, revised.",
        kinds=KINDS,
        owners=OWNERS,
        code_version=version,
        required_resource_keys={"warehouse"},
        metadata={"dagster/column_schema": column_schema(Changes), "dagster/table_name": "changes"},
    )
    def changes(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
        warehouse: Warehouse = context.resources.warehouse
        rows = changes_since_last_release(warehouse, tables, code=version)
        run_id = context.run.run_id
        result = write_table(warehouse, "changes", Changes, rows, upstream=tables, code=version, run_id=run_id)
        return result._replace(metadata={**(result.metadata or {}), **_counts(rows)})

    return changes


def _publication(tables: Sequence[str], version: str) -> dg.AssetsDefinition:
    @dg.asset(
        deps=[*tables, "changes"],
        group_name="publication",
        description="The release that readers open: a DuckDB file and CSV exports, replaced whole, never half.",
        kinds={"python", "duckdb", "csv"},
        owners=OWNERS,
        code_version=version,
        required_resource_keys={"warehouse"},
    )
    def publication(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
        warehouse: Warehouse = context.resources.warehouse
        try:
            done = publish(warehouse, tables, code=version, run_id=context.run.run_id)
        except (OSError, duckdb.IOException) as error:
            raise release_files.cannot_be_written(error) from None
        return dg.MaterializeResult(metadata=done.metadata(), data_version=dg.DataVersion(done.content))

    return publication


@dataclasses.dataclass(frozen=True, kw_only=True)
class Publication:
    """What a publication came to: `is_new` is whether it made a release, `replaced` whether it wrote files."""

    release: str
    content: str
    is_new: bool
    replaced: bool
    changed: pd.DataFrame

    def metadata(self) -> dict[str, Any]:
        """What the UI shows of it."""
        counts = _counts(self.changed)
        done = "a new release" if self.is_new else "its files again" if self.replaced else "nothing: it stands"
        return {
            "release": self.release,
            "published": done,
            "database": dg.MetadataValue.path(str(release_files.published_database())),
            "changes": dg.MetadataValue.md(markdown_table(self.changed[["kind", "sentence"]].head(20))),
            **counts,
        }


def _counts(changed: pd.DataFrame) -> dict[str, int]:
    return {kind: int(changed["kind"].eq(kind).sum()) for kind in KINDS_OF_CHANGE}


def changes_since_last_release(warehouse: Warehouse, tables: Sequence[str], *, code: str) -> pd.DataFrame:
    """The rows of `changes`: the tables as they are, beside the last release whose content is another.

    Before and after the publication of the same content they are the same. None where nothing was published before.
    `code` is the version of the code that publishes.
    """
    _prepare(warehouse, tables)
    _take_back_unseen(warehouse)
    since = history.release_to_compare(warehouse.connection, _content(warehouse, tables))
    if since is None:
        return empty(Changes)
    same = _same_as(history.content_of(warehouse.connection, since), warehouse, tables, code)
    then = history.rows_at(warehouse.connection, since, without=same)
    now = history.rows_now(warehouse.connection, _keys([table for table in tables if table not in same]))
    before, after = history.differing(warehouse.connection, then, now)
    return conform(Changes, compare(before, after, since=since))


def publish(warehouse: Warehouse, tables: Sequence[str], *, code: str, run_id: str) -> Publication:
    """Make a release of the tables as they are, or, where the last release has that content, see that its files stand.

    The release is written down first, in one transaction with the histories, and then put before readers; where a run
    is killed between the two, the next one finishes it, or takes it back if the content is another by then.
    """
    release_files.refuse_log()
    _prepare(warehouse, tables)
    _take_back_unseen(warehouse)
    content, changed = _content(warehouse, tables), warehouse.read("changes", Changes)
    latest = history.latest_release(warehouse.connection)
    is_new = latest is None or latest[1] != content
    release = latest[0] if latest is not None and not is_new else history.release_after(latest)
    if is_new:
        same = set() if latest is None else _same_as(latest[1], warehouse, tables, code)
        _write_down(warehouse, tables, release, content, changed, same)
    last = warehouse.records().get("publication")
    replaced = is_new or last is None or last.code_version != code or not release_files.in_place(release)
    if replaced:
        release_files.put_in_place(warehouse.connection, release, _contents(warehouse, tables, code))
    with warehouse.transaction():
        records = warehouse.records()
        warehouse.record(
            Record(
                asset="publication",
                data_version=content,
                code_version=code,
                inputs={key: records[key].data_version for key in (*tables, "changes") if key in records},
                rows=len(tables),
                run_id=run_id,
            )
        )
    return Publication(release=release, content=content, is_new=is_new, replaced=replaced, changed=changed)


def _prepare(warehouse: Warehouse, tables: Sequence[str]) -> None:
    """See that the history tables are there with the whole past, and every table that is to be published."""
    for table, model in HISTORIES.items():
        warehouse.ensure(table, model)
    past.take_up(warehouse, HISTORIES)
    present = warehouse.tables()
    missing = [table for table in tables if table not in present]
    if missing:
        raise WarehouseError(
            f"publication: found no table {', '.join(missing)} in the working database; expected every table that is "
            "published. To do: `figuretrail refresh`, which makes what is missing."
        )


def _take_back_unseen(warehouse: Warehouse) -> None:
    """Take back the last release if a run was killed before any reader could see it, and the content is another now."""
    latest = history.latest_release(warehouse.connection)
    if latest is None or release_files.seen_by_readers(latest[0]):
        return
    published = warehouse.records().get("publication")
    if published is None or published.data_version != latest[1]:
        with warehouse.transaction():
            history.withdraw(warehouse.connection, latest[0])


def _content(warehouse: Warehouse, tables: Sequence[str]) -> str:
    records = warehouse.records()
    return content_id({table: records[table].data_version if table in records else "none" for table in tables})


def _contents(warehouse: Warehouse, tables: Sequence[str], code: str) -> release_files.Contents:
    records = warehouse.records()
    return release_files.Contents(
        tables={table: MODELS[table] for table in tables},
        histories={"changes": Changes, **HISTORIES},
        versions={table: records[table].data_version for table in tables if table in records},
        code=code,
    )


def _same_as(content: str, warehouse: Warehouse, tables: Sequence[str], code: str) -> set[str]:
    """The tables that need no comparison with the release of that content, since their rows are of the same version.

    None where it is not the one that was published last, or was published by other code: keys may differ then.
    """
    records = warehouse.records()
    last = records.get("publication")
    if last is None or last.data_version != content or last.code_version != code:
        return set()
    return {table for table in tables if table in records and records[table].data_version == last.inputs.get(table)}


def _keys(tables: Sequence[str]) -> dict[str, list[str]]:
    return {table: key_columns(MODELS[table]) for table in tables}


def _write_down(
    warehouse: Warehouse, tables: Sequence[str], release: str, content: str, changed: pd.DataFrame, same: set[str]
) -> None:
    connection, at = warehouse.connection, dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    compared = [table for table in tables if table not in same and table != history.FIGURES]
    query = history.rows_now(connection, _keys(compared))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE current_rows AS {query}")
    counts = _counts(changed)
    with warehouse.transaction():
        history.keep(connection, release, at, "current_rows", without=same)
        connection.execute(
            "INSERT INTO releases BY NAME SELECT ? AS release, ? AS published_at, ? AS content, "
            "(SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM figures) AS figures, "
            "? AS added, ? AS removed, ? AS corrected, ? AS revised",
            [
                release,
                at,
                content,
                *(int(counts.get(kind, 0)) for kind in ("added", "removed", "corrected", "revised")),
            ],
        )
    connection.execute("DROP TABLE current_rows")
