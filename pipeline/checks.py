"""The asset checks: what others define, shown in the UI with the rows that fail.

One factory turns every table's model into a check; the audit's plausibility rules are checks of the figures that they
speak of, all in one step. What belongs here: making checks. What does not: the rules (`schemas`, `figuretrail.audit`).
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import dagster as dg
import pandas as pd

from assets.metadata import markdown_table
from assets.tables import MODELS
from assets.warehouse import Warehouse
from figuretrail.audit import plausibility
from pipeline.trail_check import unfaithful
from schemas.audit import ArithmeticChecks, DisclosureRisks, PlausibilityFindings
from schemas.common import failures
from schemas.figures import Figures
from schemas.operations import Faults, Quarantine

_SHOWN = 20
_SEVERITY = {"warn": dg.AssetCheckSeverity.WARN, "error": dg.AssetCheckSeverity.ERROR}


EVERY_SOURCE_READ = "every_source_can_be_read"

_NONE = pd.DataFrame()


def model_checks(tables: Sequence[str]) -> dg.AssetChecksDefinition:
    """A check a table, all in one step: its stored rows are what its model says."""
    specs = [
        dg.AssetCheckSpec(
            "rows_are_valid",
            asset=table,
            description=f"Every stored row of {table} is what its model ({MODELS[table].__name__}) says.",
        )
        for table in tables
    ]

    @dg.multi_asset_check(name="rows_are_valid", specs=specs, can_subset=True, required_resource_keys={"warehouse"})
    def valid(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        warehouse: Warehouse = context.resources.warehouse
        records = warehouse.records()
        for key in sorted(context.selected_asset_check_keys):
            table = key.asset_key.to_user_string()
            record = records.get(table)
            # What this run itself checked and wrote needs no second look.
            checked = record is not None and warehouse.is_checked(table, record.data_version)
            broken = _NONE if checked else failures(MODELS[table], warehouse.read(table, MODELS[table]))
            yield dg.AssetCheckResult(
                asset_key=key.asset_key, check_name=key.name, passed=broken.empty, metadata=_failing(broken)
            )

    return valid


def source_checks(folders: Sequence[Path]) -> list[dg.AssetChecksDefinition]:
    """What went wrong in reading the sources, and whether every figure still stands where its row says."""
    return [
        _no_rows_check(
            EVERY_SOURCE_READ,
            "sources",
            "Every source of the catalogue could be read; of one that could not, the last good rows stay.",
            lambda warehouse: _of(warehouse.read("faults", Faults), folders),
            severity=dg.AssetCheckSeverity.ERROR,
        ),
        _no_rows_check(
            "no_figure_was_set_aside",
            "figures",
            "Every figure that was read is what the model of a figure says; others are kept in `quarantine`.",
            lambda warehouse: _of(warehouse.read("quarantine", Quarantine), folders),
            severity=dg.AssetCheckSeverity.ERROR,
        ),
        _no_rows_check(
            "words_and_cells_still_stand",
            "figures",
            "Every source was read again: each figure's words or cell are where its row says.",
            lambda warehouse: unfaithful(warehouse.read_checked("figures", Figures), folders),
            severity=dg.AssetCheckSeverity.ERROR,
        ),
    ]


def _of(rows: pd.DataFrame, folders: Sequence[Path]) -> pd.DataFrame:
    """The rows of sources that are still in the catalogue."""
    return rows[rows["source_id"].isin([folder.name for folder in folders])]


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
    name: str,
    asset: str,
    description: str,
    read: Callable[[Warehouse], pd.DataFrame],
    *,
    severity: dg.AssetCheckSeverity = dg.AssetCheckSeverity.WARN,
) -> dg.AssetChecksDefinition:
    @dg.asset_check(name=name, asset=asset, description=description, required_resource_keys={"warehouse"})
    def check(context: dg.AssetCheckExecutionContext) -> dg.AssetCheckResult:
        rows = read(context.resources.warehouse)
        return dg.AssetCheckResult(passed=rows.empty, severity=severity, metadata=_failing(rows))

    return check


def _inconsistent(checks: pd.DataFrame) -> pd.DataFrame:
    return checks[checks["verdict"] == "inconsistent"]


def _failing(rows: pd.DataFrame) -> dict[str, int | dg.MarkdownMetadataValue]:
    return {"failing_rows": len(rows), "failing": dg.MetadataValue.md(markdown_table(rows.head(_SHOWN)))}
