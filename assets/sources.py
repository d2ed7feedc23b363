"""The sources: the files that are observed, and one asset of figures a source, all made in one step.

What belongs here: reading sources of the catalogue into their rows, each in a transaction of its own, and setting
aside what can't be read. What does not: how an article or a workbook is read (`figuretrail`).
"""

import dataclasses
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import dagster as dg
import pandas as pd

from assets.metadata import column_schema, markdown_table, table_metadata
from assets.tables import OWNERS
from assets.versions import code_version
from assets.warehouse import Record, Warehouse, data_version
from figuretrail import catalogue
from figuretrail.catalogue import KINDS, Source
from figuretrail.corrections import Outcome, apply_corrections, read_corrections
from figuretrail.documents import figures_of
from figuretrail.errors import SourceError
from figuretrail.figure import Figure
from figuretrail.frames import figures_frame
from schemas.common import conform, empty, failures
from schemas.figures import Figures, Sources
from schemas.operations import Corrections, Faults, Quarantine

CODE = ("figuretrail/documents.py", "figuretrail/corrections.py", "schemas/figures.py", "schemas/common.py")
READERS = {"article": "figuretrail/text", "foi": "figuretrail/tables"}


@dataclasses.dataclass(kw_only=True)
class Reading:
    """What came of reading one source's folder: its rows, or the fault that kept it from being read."""

    source_id: str
    kind: str
    source: Source | None = None
    figures: list[Figure] = dataclasses.field(default_factory=list)
    outcomes: list[Outcome] = dataclasses.field(default_factory=list)
    fault: SourceError | None = None


def observed_key(source_id: str) -> dg.AssetKey:
    """The asset key of a source's files."""
    return dg.AssetKey(["source", source_id])


def figures_key(source_id: str) -> dg.AssetKey:
    """The asset key of the figures read from a source."""
    return dg.AssetKey(["figures", source_id])


def source_assets(folders: Sequence[Path]) -> list[dg.AssetsDefinition]:
    """The assets of the folders' files and of their figures, one of each a folder."""
    by_id = {folder.name: folder for folder in folders}
    return [_observed(by_id), _figures(by_id)]


def _observed(folders: dict[str, Path]) -> dg.AssetsDefinition:
    specs = [
        dg.AssetSpec(
            observed_key(source_id),
            group_name=_group(folder),
            description="The files of the source's folder; their hash is the data version, so an edit shows as stale.",
            kinds={"file"},
            owners=OWNERS,
        )
        for source_id, folder in folders.items()
    ]

    @dg.multi_observable_source_asset(name="source_files", specs=specs, can_subset=True)
    def source_files(context: dg.AssetExecutionContext) -> Iterator[dg.ObserveResult]:
        """Hash the files of each source's folder."""
        for key in sorted(context.selected_asset_keys):
            version = catalogue.fingerprint(folders[key.path[-1]])
            yield dg.ObserveResult(asset_key=key, data_version=dg.DataVersion(version))

    return source_files


def _figures(folders: dict[str, Path]) -> dg.AssetsDefinition:
    specs = [
        dg.AssetSpec(
            figures_key(source_id),
            deps=[observed_key(source_id)],
            group_name=_group(folder),
            description=f"Every figure in the {KINDS[folder.parent.name]} `{source_id}`, corrected and checked.",
            kinds={"python", "duckdb"},
            owners=OWNERS,
            code_version=source_code_version(folder),
            metadata={"dagster/column_schema": column_schema(Figures), "dagster/table_name": "source_figures"},
            skippable=True,
        )
        for source_id, folder in folders.items()
    ]

    @dg.multi_asset(
        name="read_sources",
        specs=specs,
        can_subset=True,
        required_resource_keys={"warehouse"},
        check_specs=[dg.AssetCheckSpec("source_can_be_read", asset=spec.key) for spec in specs],
    )
    def read_sources(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
        """Read the selected sources, apply their corrections, check their rows, replace them one source at a time."""
        warehouse: Warehouse = context.resources.warehouse
        selected = sorted(key.path[-1] for key in context.selected_asset_keys)
        readings = [read_folder(folders[source_id]) for source_id in selected]
        broken, records = broken_rows(readings), warehouse.records()
        faults = []
        for reading in readings:
            mine = broken[broken["source_id"] == reading.source_id]
            key, readable = figures_key(reading.source_id), reading.fault is None
            metadata, version = store(
                warehouse,
                reading,
                mine,
                folder=folders[reading.source_id],
                last=records.get(key.to_user_string()),
                run_id=context.run_id,
            )
            if reading.fault is not None:
                faults.append(reading.fault)
                context.log.error(str(reading.fault))
            if readable or _run_goes_on(context):
                yield dg.MaterializeResult(asset_key=key, metadata=metadata, data_version=dg.DataVersion(version))
            yield dg.AssetCheckResult(
                check_name="source_can_be_read",
                asset_key=key,
                passed=readable,
                metadata={} if readable else {"fault": str(reading.fault)},
            )
        if faults and not _run_goes_on(context):
            raise dg.Failure(description="\n".join(map(str, faults)), allow_retries=False)

    return read_sources


def _run_goes_on(context: dg.AssetExecutionContext) -> bool:
    """Whether the run also makes the tables: then a source that can't be read must not keep the others from them.

    Its asset is then given again with its last good rows and a failed check. A run of sources alone simply fails.
    """
    selection = context.run.asset_selection
    return selection is None or dg.AssetKey("figures") in selection


def _group(folder: Path) -> str:
    return folder.parent.name


def source_code_version(folder: Path) -> str:
    """What a source's rows change with, besides its files."""
    return code_version(*CODE, READERS[KINDS[folder.parent.name]])


def read_folder(folder: Path) -> Reading:
    """Read one source's folder: its entry, its article or workbook, its corrections. Never raises for bad input."""
    reading = Reading(source_id=folder.name, kind=KINDS[folder.parent.name])
    try:
        reading.source = catalogue.read_source(folder)
        figures = figures_of(reading.source.file, reading.source.entry)
        reading.figures, reading.outcomes = apply_corrections(figures, read_corrections(folder), folder=folder)
        reading.fault = next((outcome.error for outcome in reading.outcomes if outcome.error), None)
    except SourceError as error:
        reading.fault = error
    return reading


def broken_rows(readings: Sequence[Reading]) -> pd.DataFrame:
    """The rows of all readings that break the model of `figures`, each with its reason: checked once for all."""
    frame = figures_frame(figure for reading in readings if reading.fault is None for figure in reading.figures)
    return failures(Figures, frame)


def store(
    warehouse: Warehouse, reading: Reading, broken: pd.DataFrame, *, folder: Path, last: Record | None, run_id: str
) -> tuple[dict[str, Any], str]:
    """Replace the source's rows in one transaction; for a fault keep them and write the fault down instead.

    Returns the materialisation's metadata and the data version.
    """
    source_id, inputs = (
        reading.source_id,
        {observed_key(reading.source_id).to_user_string(): catalogue.fingerprint(folder)},
    )
    record = Record(
        asset=figures_key(source_id).to_user_string(),
        data_version=last.data_version if last else "none",
        code_version=source_code_version(folder),
        inputs=inputs,
        rows=last.rows if last else 0,
        run_id=run_id,
        fault=None if reading.fault is None else str(reading.fault),
    )
    if reading.fault is not None or reading.source is None:
        with warehouse.transaction():
            warehouse.replace("faults", Faults, _faults_frame(reading), source_id=source_id)
            warehouse.replace("corrections", Corrections, _corrections_frame(reading), source_id=source_id)
            warehouse.record(record)
        return {
            "kept": "its last good rows",
            "fault": record.fault,
            "dagster/row_count": record.rows,
        }, record.data_version
    frame = figures_frame(reading.figures)
    good = frame[~frame["figure_id"].isin(broken["figure_id"])].reset_index(drop=True)
    sources = sources_frame([reading.source])
    corrections = _corrections_frame(reading)
    version = data_version(pd.concat([good, sources], axis=1))
    with warehouse.transaction():
        warehouse.replace("source_figures", Figures, good, source_id=source_id)
        warehouse.replace("source_entries", Sources, sources, source_id=source_id)
        warehouse.replace("corrections", Corrections, corrections, source_id=source_id)
        warehouse.replace("quarantine", Quarantine, _quarantine_frame(broken), source_id=source_id)
        warehouse.replace("faults", Faults, _faults_frame(reading), source_id=source_id)
        warehouse.record(dataclasses.replace(record, data_version=version, rows=len(good)))
    metadata: dict[str, Any] = table_metadata(Figures, good, version=version)
    metadata |= {"to_review": int(good["review"].sum()), "set_aside": len(broken)}
    if url := reading.source.facts.get("url"):
        metadata["source"] = dg.MetadataValue.url(url)
    if len(corrections):
        metadata["corrections"] = dg.MetadataValue.md(markdown_table(corrections.drop(columns="source_id")))
    return metadata, version


def sources_frame(sources: Sequence[Source]) -> pd.DataFrame:
    """The catalogue's rows of these sources, as the model `Sources` has them."""
    rows = [
        {
            "source_id": source.id,
            "kind": source.kind,
            "release": source.release,
            **{name: source.facts.get(name) for name in ("title", "publisher", "url", "wording")},
            "published": pd.Timestamp(str(source.facts["published"])),
        }
        for source in sources
    ]
    return conform(Sources, pd.DataFrame(rows, columns=list(empty(Sources).columns)))


def _corrections_frame(reading: Reading) -> pd.DataFrame:
    rows = [
        {
            "source_id": reading.source_id,
            "figure_id": outcome.figure_id,
            "target": outcome.correction.target,
            "column": outcome.correction.column,
            "was": _text(outcome.correction.was),
            "now": _text(outcome.correction.now),
            "reason": outcome.correction.reason,
            "who": outcome.correction.who,
            "date": pd.Timestamp(outcome.correction.date),
            "status": outcome.correction.status,
            "state": outcome.state,
            "message": None if outcome.error is None else str(outcome.error),
        }
        for outcome in reading.outcomes
    ]
    return conform(Corrections, pd.DataFrame(rows, columns=list(empty(Corrections).columns)))


def _text(value: object) -> str | None:
    if value is None:
        return None
    return (
        ", ".join(map(str, value))
        if isinstance(value, tuple)
        else f"{value:g}"
        if isinstance(value, float)
        else str(value)
    )


def _faults_frame(reading: Reading) -> pd.DataFrame:
    fault = reading.fault
    rows = (
        []
        if fault is None
        else [
            {
                "source_id": reading.source_id,
                **{name: getattr(fault, name) for name in ("file", "place", "found", "expected", "remedy")},
            }
        ]
    )
    return conform(Faults, pd.DataFrame(rows, columns=list(empty(Faults).columns)))


def _quarantine_frame(broken: pd.DataFrame) -> pd.DataFrame:
    rows = [
        {
            "source_id": row["source_id"],
            "figure_id": row["figure_id"],
            "reason": row["reason"],
            "row": json.dumps(row, default=str, ensure_ascii=False),
        }
        for row in broken.to_dict("records")
    ]
    return conform(Quarantine, pd.DataFrame(rows, columns=list(empty(Quarantine).columns)))
