"""The asset checks: what others define, shown in the UI with the rows that fail.

One factory turns every table's model into a check; the audit's plausibility rules are checks of the figures that they
speak of, all in one step. What belongs here: making checks. What does not: the rules (`schemas`, `figuretrail.audit`).
"""

from collections.abc import Callable, Iterator, Sequence

import dagster as dg
import pandas as pd

from assets.metadata import markdown_table
from assets.tables import MODELS
from assets.warehouse import Warehouse
from figuretrail.audit import plausibility
from schemas.audit import ArithmeticChecks, DisclosureRisks, PlausibilityFindings
from schemas.common import failures

_SHOWN = 20
_SEVERITY = {"warn": dg.AssetCheckSeverity.WARN, "error": dg.AssetCheckSeverity.ERROR}


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
        return dg.AssetCheckResult(passed=broken.empty, metadata={"rows": len(rows), **_failing(broken)})

    return check


def audit_checks() -> list[dg.AssetChecksDefinition]:
    """The audit's findings as checks: plausibility by rule, arithmetic that does not add up, disclosure risks."""
    return [
        _plausibility_checks(),
        _no_rows_check(
            "stated_numbers_add_up",
            "arithmetic_checks",
            "No stated number contradicts others that determine it.",
            lambda warehouse: _inconsistent(warehouse.read("arithmetic_checks", ArithmeticChecks)),
        ),
        _no_rows_check(
            "suppressed_numbers_stay_hidden",
            "disclosure_risks",
            "No suppressed number could be worked out from totals that are published beside it.",
            lambda warehouse: warehouse.read("disclosure_risks", DisclosureRisks),
        ),
    ]


def _plausibility_checks() -> dg.AssetChecksDefinition:
    rules = {rule.name: rule for rule in plausibility.RULES}
    asset = "plausibility_findings"

    @dg.multi_asset_check(
        name="plausibility",
        specs=[dg.AssetCheckSpec(name, asset=asset, description=rule.description) for name, rule in rules.items()],
        can_subset=True,
        required_resource_keys={"warehouse"},
    )
    def plausible(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        warehouse: Warehouse = context.resources.warehouse
        findings = warehouse.read(asset, PlausibilityFindings)
        for key in sorted(context.selected_asset_check_keys):
            rows = findings[findings["check"] == key.name]
            yield dg.AssetCheckResult(
                asset_key=key.asset_key,
                check_name=key.name,
                passed=rows.empty,
                severity=_SEVERITY[rules[key.name].severity],
                metadata=_failing(rows),
            )

    return plausible


def _no_rows_check(
    name: str, asset: str, description: str, read: Callable[[Warehouse], pd.DataFrame]
) -> dg.AssetChecksDefinition:
    @dg.asset_check(name=name, asset=asset, description=description, required_resource_keys={"warehouse"})
    def check(context: dg.AssetCheckExecutionContext) -> dg.AssetCheckResult:
        rows = read(context.resources.warehouse)
        return dg.AssetCheckResult(passed=rows.empty, severity=dg.AssetCheckSeverity.WARN, metadata=_failing(rows))

    return check


def _inconsistent(checks: pd.DataFrame) -> pd.DataFrame:
    return checks[checks["verdict"] == "inconsistent"]


def _failing(rows: pd.DataFrame) -> dict[str, int | dg.MarkdownMetadataValue]:
    return {"failing_rows": len(rows), "failing": dg.MetadataValue.md(markdown_table(rows.head(_SHOWN)))}
