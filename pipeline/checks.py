"""The asset checks: what others define, shown in the UI with the rows that fail.

Every table's model is a check of it; so are the audit's plausibility rules, of the findings that they make. The checks
of one kind are one step, since a step costs more than most checks. What belongs here: making checks. What does not:
the rules (`schemas`, `figuretrail.audit`).
"""

import dataclasses
import functools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import dagster as dg
import pandas as pd

from assets.metadata import markdown_table
from assets.tables import MODELS
from assets.warehouse import Warehouse
from figuretrail import catalogue
from figuretrail.audit import plausibility
from pipeline.trail_check import unfaithful
from schemas.audit import ArithmeticChecks, DisclosureRisks, PlausibilityFindings
from schemas.common import failures
from schemas.figures import Figures
from schemas.operations import Faults, Quarantine

EVERY_SOURCE_READ = "every_source_can_be_read"

_SHOWN = 20
_ERROR, _WARN = dg.AssetCheckSeverity.ERROR, dg.AssetCheckSeverity.WARN
_NONE = pd.DataFrame()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Check:
    """A check of an asset: it passes where `failing` gives no row."""

    asset: str
    name: str
    description: str
    failing: Callable[[Warehouse], pd.DataFrame]
    severity: dg.AssetCheckSeverity


def model_checks(tables: Sequence[str]) -> dg.AssetChecksDefinition:
    """A check a table: its stored rows are what its model says."""
    return _in_one_step(
        "rows_are_valid",
        [
            Check(
                asset=table,
                name="rows_are_valid",
                description=f"Every stored row of {table} is what its model ({MODELS[table].__name__}) says.",
                failing=functools.partial(_breaking_their_model, table),
                severity=_ERROR,
            )
            for table in tables
        ],
    )


def _breaking_their_model(table: str, warehouse: Warehouse) -> pd.DataFrame:
    record = warehouse.records().get(table)
    # What this run itself checked and wrote needs no second look.
    if record is not None and warehouse.is_checked(table, record.data_version):
        return _NONE
    return failures(MODELS[table], warehouse.read(table, MODELS[table]))


def source_checks(folders: Sequence[Path]) -> dg.AssetChecksDefinition:
    """What went wrong in reading the sources, and whether every figure still stands where its row says."""
    return _in_one_step(
        "sources_are_sound",
        [
            Check(
                asset="sources",
                name=EVERY_SOURCE_READ,
                description="Every source of the catalogue could be read; of one that could not, the last good rows "
                "stay.",
                failing=lambda warehouse: _unread(warehouse.read("faults", Faults), folders),
                severity=_ERROR,
            ),
            Check(
                asset="figures",
                name="no_figure_was_set_aside",
                description="Every figure that was read is what the model of a figure says; others are kept in "
                "`quarantine`.",
                failing=lambda warehouse: _of(warehouse.read("quarantine", Quarantine), folders),
                severity=_ERROR,
            ),
            Check(
                asset="figures",
                name="words_and_cells_still_stand",
                description="Every source was read again: each figure's words or cell are where its row says.",
                failing=lambda warehouse: unfaithful(warehouse.read_checked("figures", Figures), folders),
                severity=_ERROR,
            ),
        ],
    )


def _unread(faults: pd.DataFrame, folders: Sequence[Path]) -> pd.DataFrame:
    """The faults of the sources in the catalogue, and of folders that can be no source by their name."""
    misnamed = [{"source_id": Path(fault.file).name, **vars(fault)} for fault in catalogue.misnamed()]
    return pd.concat([_of(faults, folders), pd.DataFrame(misnamed, columns=faults.columns, dtype="str")])


def _of(rows: pd.DataFrame, folders: Sequence[Path]) -> pd.DataFrame:
    """The rows of sources that are still in the catalogue."""
    return rows[rows["source_id"].isin([folder.name for folder in folders])]


def audit_checks() -> dg.AssetChecksDefinition:
    """The audit's findings as checks: plausibility by rule, arithmetic that does not add up, disclosure risks."""
    return _in_one_step(
        "audit_finds_nothing",
        [
            *(
                Check(
                    asset="plausibility_findings",
                    name=rule.name,
                    description=rule.description,
                    failing=functools.partial(_implausible, rule.name),
                    severity=_ERROR if rule.severity == "error" else _WARN,
                )
                for rule in plausibility.RULES
            ),
            Check(
                asset="arithmetic_checks",
                name="stated_numbers_add_up",
                description="No stated number contradicts others that determine it.",
                failing=_inconsistent,
                severity=_WARN,
            ),
            Check(
                asset="disclosure_risks",
                name="suppressed_numbers_stay_hidden",
                description="No suppressed number could be worked out from totals that are published beside it.",
                failing=lambda warehouse: warehouse.read_checked("disclosure_risks", DisclosureRisks),
                severity=_WARN,
            ),
        ],
    )


def _implausible(rule: str, warehouse: Warehouse) -> pd.DataFrame:
    findings = warehouse.read_checked("plausibility_findings", PlausibilityFindings)
    return findings[findings["check"] == rule]


def _inconsistent(warehouse: Warehouse) -> pd.DataFrame:
    checks = warehouse.read_checked("arithmetic_checks", ArithmeticChecks)
    return checks[checks["verdict"] == "inconsistent"]


def _in_one_step(name: str, checks: Sequence[Check]) -> dg.AssetChecksDefinition:
    """The checks as one step, of which any may be run alone."""
    by_key = {dg.AssetCheckKey(dg.AssetKey(check.asset), check.name): check for check in checks}
    specs = [dg.AssetCheckSpec(check.name, asset=check.asset, description=check.description) for check in checks]

    @dg.multi_asset_check(name=name, specs=specs, can_subset=True, required_resource_keys={"warehouse"})
    def run(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        warehouse: Warehouse = context.resources.warehouse
        for key in sorted(context.selected_asset_check_keys):
            check = by_key[key]
            rows = check.failing(warehouse)
            yield dg.AssetCheckResult(
                asset_key=key.asset_key,
                check_name=key.name,
                passed=rows.empty,
                severity=check.severity,
                metadata={
                    "failing_rows": len(rows),
                    "failing": dg.MetadataValue.md(markdown_table(rows.head(_SHOWN))),
                },
            )

    return run
