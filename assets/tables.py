"""How a table becomes an asset: read its inputs checked, call one pure function, check, write, record.

What belongs here: `table` and `table_asset`, which the stages' modules use. What does not: any table.
"""

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import dagster as dg
import pandas as pd

from assets.metadata import column_schema, table_metadata
from assets.versions import code_version
from assets.warehouse import Record, TableError, Warehouse, data_version
from schemas.common import Model, conform, failures

OWNERS = ["team:figuretrail"]
KINDS = {"python", "pandas", "duckdb"}

# The model of every table asset, by the asset's name; filled as the stages' modules are imported.
MODELS: dict[str, Model] = {}

Chart = Callable[[pd.DataFrame], str | None]


def table(
    *, model: Model, group: str, code: Sequence[str], chart: Chart | None = None
) -> Callable[[Callable[..., pd.DataFrame]], dg.AssetsDefinition]:
    """Make an asset of a function whose parameters are the tables that it reads and whose result is its rows.

    `code` names the modules that its rows change with; `chart` draws the rows as a Markdown image. The docstring is
    the asset's description.
    """

    def make(function: Callable[..., pd.DataFrame]) -> dg.AssetsDefinition:
        reads = list(inspect.signature(function).parameters)

        def rows(warehouse: Warehouse) -> pd.DataFrame:
            return function(*(warehouse.read_checked(read, MODELS[read]) for read in reads))

        return table_asset(
            function.__name__,
            model,
            group=group,
            description=inspect.getdoc(function) or "",
            upstream=reads,
            code=("schemas", *code),
            rows=rows,
            chart=chart,
        )

    return make


def table_asset(
    name: str,
    model: Model,
    *,
    group: str,
    description: str,
    upstream: Sequence[str],
    code: Sequence[str],
    rows: Callable[[Warehouse], pd.DataFrame],
    chart: Chart | None = None,
) -> dg.AssetsDefinition:
    """The asset of a table whose rows `rows` gives; `upstream` are the keys of what they are made from."""
    MODELS[name] = model
    version = code_version(*code)

    @dg.asset(
        name=name,
        deps=[dg.AssetKey.from_user_string(key) for key in upstream],
        group_name=group,
        description=description,
        kinds=KINDS,
        owners=OWNERS,
        code_version=version,
        required_resource_keys={"warehouse"},
        metadata={"dagster/column_schema": column_schema(model), "dagster/table_name": name},
    )
    def asset(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
        warehouse: Warehouse = context.resources.warehouse
        made = conform(model, rows(warehouse).reset_index(drop=True))
        return write_table(context, warehouse, name, model, made, upstream=upstream, code=version, chart=chart)

    return asset


def write_table(
    context: dg.AssetExecutionContext,
    warehouse: Warehouse,
    name: str,
    model: Model,
    rows: pd.DataFrame,
    *,
    upstream: Sequence[str],
    code: str,
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
                run_id=context.run.run_id,
            )
        )
    warehouse.remember(name, version, rows)
    metadata: dict[str, Any] = table_metadata(rows, version=version)
    if chart is not None and (image := chart(rows)):
        metadata["chart"] = dg.MetadataValue.md(image)
    return dg.MaterializeResult(metadata=metadata, data_version=dg.DataVersion(version))
