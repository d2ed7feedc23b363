"""The asset checks: one factory turns every table's model into a check that shows the failing rows.

What belongs here: making checks of what others define. What does not: the rules (`schemas`, `figuretrail.audit`).
"""

from collections.abc import Sequence

import dagster as dg

from assets.metadata import markdown_table
from assets.tables import MODELS
from assets.warehouse import Warehouse
from schemas.common import failures

_SHOWN = 20


def model_checks(tables: Sequence[str]) -> list[dg.AssetChecksDefinition]:
    """A check a table: its stored rows are what its model says."""
    return [_model_check(table) for table in tables]


def _model_check(table: str) -> dg.AssetChecksDefinition:
    model = MODELS[table]

    @dg.asset_check(
        name="rows_are_valid",
        asset=table,
        description=f"Every stored row of {table} is what its model ({model.__name__}) says.",
        required_resource_keys={"warehouse"},
    )
    def check(context: dg.AssetCheckExecutionContext) -> dg.AssetCheckResult:
        warehouse: Warehouse = context.resources.warehouse
        rows = warehouse.read(table, model)
        broken = failures(model, rows)
        return dg.AssetCheckResult(
            passed=broken.empty,
            metadata={
                "rows": len(rows),
                "failing_rows": len(broken),
                "failing": dg.MetadataValue.md(markdown_table(broken.head(_SHOWN))),
            },
        )

    return check
