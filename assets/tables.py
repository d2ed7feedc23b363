"""How a table becomes an asset: read its inputs checked, call one pure function, check, write, record.

What belongs here: `table` and `stage`, which the stages' modules use. What does not: any table.
"""

import dataclasses
import inspect
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import dagster as dg
import pandas as pd

from assets.metadata import column_schema, table_metadata
from assets.versions import code_version
from assets.warehouse import Record, TableError, Warehouse, WarehouseError, data_version
from figuretrail.errors import told_with_its_line
from schemas.common import Model, conform, failures

OWNERS = ["team:figuretrail"]
KINDS = {"python", "pandas", "duckdb"}

# The model of every table asset, by the asset's name; filled as the stages' modules are imported.
MODELS: dict[str, Model] = {}

Chart = Callable[[pd.DataFrame], str | None]


@dataclasses.dataclass(frozen=True, kw_only=True)
class TableAsset:
    """A table and how it is made: `rows` gives its rows, `upstream` are the keys of what they are made from.

    `module` is where it is made: the rows change with that module and all that its imports lead to.
    """

    name: str
    model: Model
    description: str
    upstream: Sequence[str]
    module: str
    rows: Callable[[Warehouse], pd.DataFrame]
    chart: Chart | None = None


def table(*, model: Model, chart: Chart | None = None) -> Callable[[Callable[..., pd.DataFrame]], TableAsset]:
    """Make an asset of a function whose parameters are the tables that it reads and whose result is its rows.

    `chart` draws the rows as a Markdown image. The docstring is the asset's description.
    """

    def make(function: Callable[..., pd.DataFrame]) -> TableAsset:
        reads = list(inspect.signature(function).parameters)

        def rows(warehouse: Warehouse) -> pd.DataFrame:
            return function(*(warehouse.read_checked(read, MODELS[read]) for read in reads))

        return TableAsset(
            name=function.__name__,
            model=model,
            description=inspect.getdoc(function) or "",
            upstream=reads,
            module=function.__module__,
            rows=rows,
            chart=chart,
        )

    return make


def stage(group: str, tables: Sequence[TableAsset]) -> dg.AssetsDefinition:
    """The tables of one stage, an asset each, made in one step, since a step costs as much as a small table.

    None of them may be made from another of them. One that can't be made does not keep the others from it.
    """
    MODELS.update({table.name: table.model for table in tables})
    versions = {table.name: code_version(table.module, table.model.__module__) for table in tables}
    specs = [
        dg.AssetSpec(
            table.name,
            deps=[dg.AssetKey.from_user_string(key) for key in table.upstream],
            group_name=group,
            description=table.description,
            kinds=KINDS,
            owners=OWNERS,
            code_version=versions[table.name],
            metadata={"dagster/column_schema": column_schema(table.model), "dagster/table_name": table.name},
            skippable=True,
        )
        for table in tables
    ]

    @dg.multi_asset(name=f"make_{group}", specs=specs, can_subset=True, required_resource_keys={"warehouse"})
    def make_tables(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult]:
        """Work out the selected tables, check their rows, and replace each table in a transaction of its own."""
        warehouse: Warehouse = context.resources.warehouse
        errors: list[Exception] = []
        for table in tables:
            if dg.AssetKey(table.name) not in context.selected_asset_keys:
                continue
            try:
                rows = conform(table.model, table.rows(warehouse).reset_index(drop=True))
                yield write_table(
                    warehouse,
                    table.name,
                    table.model,
                    rows,
                    upstream=table.upstream,
                    code=versions[table.name],
                    run_id=context.run.run_id,
                    chart=table.chart,
                )
            except (TableError, WarehouseError) as error:
                errors.append(error)
            except Exception as error:  # a fault of ours in one table must not keep the others from being made
                errors.append(_unexpected(table.name, error))
        if errors:
            raise dg.Failure(description="\n".join(map(str, errors)), allow_retries=False) from errors[0]

    return make_tables


def _unexpected(table: str, error: Exception) -> Exception:
    """An error of the program as one that says in which table and where in the program it happened."""
    named = RuntimeError(
        f"table {table}: found {told_with_its_line(error)}; "
        "expected a function that gives the table's rows. To do: report it; the table keeps its last rows until then."
    )
    named.__cause__ = error
    return named


def write_table(
    warehouse: Warehouse,
    name: str,
    model: Model,
    rows: pd.DataFrame,
    *,
    upstream: Sequence[str],
    code: str,
    run_id: str,
    chart: Chart | None = None,
) -> dg.MaterializeResult:
    """Check the rows, replace the table in one transaction with the record of what they were made from.

    Raises TableError, and writes nothing, where a row breaks the model.
    """
    broken = failures(model, rows)
    if len(broken):
        raise TableError(name, broken, "as worked out")
    version = data_version(rows)
    records = warehouse.records()
    with warehouse.transaction():
        warehouse.replace(name, model, rows)
        warehouse.record(
            Record(
                asset=name,
                data_version=version,
                code_version=code,
                inputs={key: records[key].data_version for key in upstream if key in records},
                rows=len(rows),
                run_id=run_id,
            )
        )
    warehouse.remember(name, version, rows)
    metadata: dict[str, Any] = table_metadata(rows, version=version)
    if chart is not None and (image := chart(rows)):
        metadata["chart"] = dg.MetadataValue.md(image)
    return dg.MaterializeResult(asset_key=name, metadata=metadata, data_version=dg.DataVersion(version))
