"""The sources: the files that are observed, and one asset of figures a source, all made in one step.

What belongs here: reading sources of the catalogue into their rows, all in one transaction, and setting aside what
can't be read. What does not: how an article or a workbook is read (`figuretrail`).
"""

import contextlib
import dataclasses
import json
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import dagster as dg
import pandas as pd

from assets.keys import figures_key, observed_key
from assets.metadata import column_schema, markdown_table, table_metadata
from assets.tables import OWNERS
from assets.versions import code_version
from assets.warehouse import Record, Warehouse, data_version
from figuretrail import catalogue, corrections
from figuretrail.catalogue import KINDS, Source
from figuretrail.corrections import Outcome, apply_corrections, read_corrections
from figuretrail.documents import figures_of
from figuretrail.errors import SourceError
from figuretrail.figure import Figure
from figuretrail.frames import figures_frame
from figuretrail.home import sources
from schemas.common import Model, conform, dtypes, empty, failures
from schemas.figures import Figures, Sources
from schemas.operations import Corrections, Faults, Quarantine

# Dagster marks the observation of several files by one function as beta; the pinned version is tested with it.
warnings.filterwarnings("ignore", message=".*multi_observable_source_asset", category=dg.BetaWarning)

_NOUN = {"article": "the article", "foi": "the FOI workbook"}


@dataclasses.dataclass(kw_only=True)
class Reading:
    """What came of reading one source's folder: its rows, or the fault that kept it from being read."""

    folder: Path
    fingerprint: str  # of the files as they were before they were read
    source: Source | None = None
    figures: list[Figure] = dataclasses.field(default_factory=list)
    outcomes: list[Outcome] = dataclasses.field(default_factory=list)
    fault: SourceError | None = None

    @property
    def source_id(self) -> str:
        """The source's id: its folder's name."""
        return self.folder.name


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
    version = code_version(__name__)  # of both readers: what a file is tells which one reads it, and files change
    specs = [
        dg.AssetSpec(
            figures_key(source_id),
            deps=[observed_key(source_id)],
            group_name=_group(folder),
            description=f"Every figure of {_NOUN[KINDS[folder.parent.name]]} `{source_id}`, corrected and checked.",
            kinds={"python", "duckdb"},
            owners=OWNERS,
            code_version=version,
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
    )
    def read_sources(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult]:
        """Read the selected sources, apply their corrections, check their rows, replace them one source at a time."""
        warehouse: Warehouse = context.resources.warehouse
        readings = [read_folder(folders[key.path[-1]]) for key in sorted(context.selected_asset_keys)]
        goes_on = _run_goes_on(context)
        for reading, record, metadata in store(warehouse, readings, run_id=context.run.run_id):
            key = figures_key(reading.source_id)
            if reading.fault is not None:
                context.log.error(str(reading.fault))
            if reading.fault is None or goes_on:
                yield dg.MaterializeResult(
                    asset_key=key, metadata=metadata, data_version=dg.DataVersion(record.data_version)
                )
        faults = [str(reading.fault) for reading in readings if reading.fault is not None]
        if faults and not goes_on:
            raise dg.Failure(description="\n".join(faults), allow_retries=False)

    return read_sources


def _run_goes_on(context: dg.AssetExecutionContext) -> bool:
    """Whether the run also makes the tables: then a source that can't be read must not keep the others from them.

    Its asset is then given again with its last good rows, and the check of `sources` fails. A run of sources alone
    simply fails.
    """
    selection = context.run.asset_selection
    return selection is None or dg.AssetKey("figures") in selection


def _group(folder: Path) -> str:
    return folder.parent.name


def read_folder(folder: Path) -> Reading:
    """Read one source's folder: its entry, its article or workbook, its corrections. Never raises for bad input."""
    reading = Reading(folder=folder, fingerprint=catalogue.fingerprint(folder))
    try:
        reading.source = catalogue.read_source(folder)
        figures = figures_of(reading.source.file, reading.source.entry)
        if not figures and reading.source.promises_figures:
            raise _empty_reading(reading.source)
        if figures and not reading.source.promises_figures:
            raise _unexpected_figures(reading.source, figures)
        reading.figures, reading.outcomes = apply_corrections(figures, read_corrections(folder), folder=folder)
        reading.fault = next((outcome.error for outcome in reading.outcomes if outcome.error), None)
    except SourceError as error:
        reading.fault = error
    except Exception as error:  # a fault of ours in one source must not keep the others from being read
        reading.fault = SourceError(
            folder,
            "",
            found=f"{type(error).__name__}: {error}",
            expected="to be read without an error of the program",
            remedy="report it with the file; until then, take the folder out of sources/ or leave its last good rows",
        )
    return reading


def _empty_reading(source: Source) -> SourceError:
    """The fault of a source in which no figure was found: more likely the reader's, or a wrong file, than the truth."""
    return SourceError(
        source.file,
        "the whole of it",
        found="no number of recorded offences",
        expected="at least one, as of every source whose entry does not say otherwise",
        remedy=f"see `figuretrail extract {source.file} --explain` for what its numbers were taken for; then mend "
        "the file, give a workbook a hint (docs/hints.md), or, where it truly holds none (a refusal), write "
        "`figures: none` in its source.yaml",
    )


def _unexpected_figures(source: Source, figures: Sequence[Figure]) -> SourceError:
    """The fault of a source whose entry says that it holds no figure, while it does."""
    noun = "figure" if len(figures) == 1 else "figures"
    return SourceError(
        source.folder / catalogue.ENTRY_FILE,
        "key 'figures'",
        found=f"'none', while {source.file.name} holds {len(figures)} {noun}, {figures[0].surface!r} first",
        expected="'none' only where there is none, as in a refusal",
        remedy=f"take the line out; or, where these are no figures, see `figuretrail extract {source.file} --explain`",
    )


def _refuse_broken(reading: Reading, reasons: Mapping[str, str]) -> None:
    """Make the source's fault of a correction that made a row which breaks a rule: `reasons` by the figure's id.

    A figure that was read so is set aside; one that was corrected so would vanish by what somebody wrote.
    """
    for figure in reading.figures:
        rule = corrections.wrong_value(figure) if {"value", "unit"} & set(figure.corrected) else None
        rule = rule or (reasons.get(figure.figure_id) if figure.corrected else None)
        if rule is not None:
            reading.fault = corrections.broken_rule(figure, reading.outcomes, rule, folder=reading.folder)
            reading.outcomes = []  # none holds: the source keeps the rows, and the corrections, that it had
            return


def store(
    warehouse: Warehouse, readings: Sequence[Reading], *, run_id: str
) -> Iterator[tuple[Reading, Record, dict[str, Any]]]:
    """Replace the rows of every source that was read, all of them in one transaction.

    A source that could not be read keeps its last good rows; its fault is written down instead. Yields each reading
    with its record and what the UI shows of it, once all rows are in.
    """
    good, broken, entries = _frames(readings)
    told = corrections_frame(readings)
    frames = _BySource(good, broken, entries, told)
    last = warehouse.records()
    records = [_record(reading, frames, last=last, run_id=run_id) for reading in readings]
    read = [reading.source_id for reading in readings if reading.fault is None]
    # Of what can't be read the last good rows stay, and what became of corrections, where that is not known.
    with_outcomes = [reading.source_id for reading in readings if reading.fault is None or reading.outcomes]
    everything = [reading.source_id for reading in readings]
    replaced = (
        ("source_figures", Figures, good, read),
        ("source_entries", Sources, entries, read),
        ("quarantine", Quarantine, _quarantine_frame(broken), read),
        ("source_corrections", Corrections, told, with_outcomes),
        ("faults", Faults, _faults_frame(readings), everything),
    )
    with contextlib.ExitStack() as stack:
        put = [stack.enter_context(warehouse.parts(table, model, rows)) for table, model, rows, _ in replaced]
        with warehouse.transaction():
            for replace, (_, _, _, source_ids) in zip(put, replaced, strict=True):
                if source_ids:
                    replace(*source_ids)
            warehouse.record(*records)
    for reading, record in zip(readings, records, strict=True):
        yield reading, record, _metadata(reading, frames, record)


class _BySource:
    """The rows of each source in what was read: its figures, those set aside, its entry, its corrections."""

    def __init__(self, good: pd.DataFrame, broken: pd.DataFrame, entries: pd.DataFrame, told: pd.DataFrame) -> None:
        self._frames = {"good": good, "broken": broken, "entries": entries, "told": told}
        self._parts = {name: dict(iter(rows.groupby("source_id", sort=False))) for name, rows in self._frames.items()}

    def of(self, name: str, source_id: str) -> pd.DataFrame:
        """The source's rows in one of the four, by its name above."""
        part = self._parts[name].get(source_id)
        return self._frames[name].iloc[:0] if part is None else part


def versions_now(folders: Sequence[Path], last: dict[str, Record]) -> dict[str, str | None]:
    """The data version that each source's asset would have if it were made now; None for one that can't be read."""
    readings = [read_folder(folder) for folder in folders]
    frames = _BySource(*_frames(readings), corrections_frame(readings))
    records = [_record(reading, frames, last=last, run_id="") for reading in readings]
    return {record.asset: None if record.fault else record.data_version for record in records}


def _frames(readings: Sequence[Reading]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The readings' figures that are what their model says, those that are not with the reason, and the sources.

    A reading in which a correction made a row that breaks a rule gets its fault here, where all rows are checked.
    """
    found = (figure for reading in readings if reading.fault is None for figure in reading.figures)
    frame = conform(Figures, figures_frame(found))
    broken = failures(Figures, frame)
    reasons = dict(zip(broken["figure_id"], broken["reason"], strict=True)) if len(broken) else {}
    for reading in readings:
        if reading.fault is None and any(outcome.state == "applied" for outcome in reading.outcomes):
            _refuse_broken(reading, reasons)
    failed = [reading.source_id for reading in readings if reading.fault is not None]
    good = frame[~frame["figure_id"].isin(broken["figure_id"]) & ~frame["source_id"].isin(failed)]
    broken = broken[~broken["source_id"].isin(failed)]
    entries = sources_frame([reading.source for reading in readings if reading.source is not None])
    return good.reset_index(drop=True), broken, entries


def _record(reading: Reading, frames: _BySource, *, last: dict[str, Record], run_id: str) -> Record:
    key = figures_key(reading.source_id).to_user_string()
    before = last.get(key)
    if reading.fault is not None:
        version, count = (before.data_version, before.rows) if before else ("none", 0)
    else:
        rows, broken = frames.of("good", reading.source_id), frames.of("broken", reading.source_id)
        # What was set aside counts too: the check that tells of it runs with the tables, which follow the version.
        told = (frames.of("entries", reading.source_id), *([broken] if len(broken) else []))
        also = (frame.to_json(orient="records", date_format="iso") for frame in told)
        version, count = data_version(rows, also="".join(also)), len(rows)
    if reading.outcomes:  # what became of a correction is told even where the source could not be read
        version = version.partition("-")[0] + "-" + data_version(frames.of("told", reading.source_id))
    return Record(
        asset=key,
        data_version=version,
        code_version=code_version(__name__),
        inputs={observed_key(reading.source_id).to_user_string(): reading.fingerprint},
        rows=count,
        run_id=run_id,
        fault=None if reading.fault is None else str(reading.fault),
    )


def _metadata(reading: Reading, frames: _BySource, record: Record) -> dict[str, Any]:
    if reading.fault is not None or reading.source is None:
        return {"fault": record.fault, "kept": "its last good rows", "dagster/row_count": record.rows}
    rows, set_aside = frames.of("good", reading.source_id), frames.of("broken", reading.source_id)
    metadata = table_metadata(rows, version=record.data_version, columns=_PREVIEWED)
    metadata["to_review"] = int(rows["review"].sum())
    if len(set_aside):
        metadata["set_aside"] = f"{len(set_aside)} ({'; '.join(dict.fromkeys(set_aside['reason']))})"
    if url := reading.source.entry.url:
        metadata["source"] = dg.MetadataValue.url(url)
    if reading.outcomes:
        told = frames.of("told", reading.source_id).drop(columns="source_id")
        metadata["corrections"] = dg.MetadataValue.md(markdown_table(told))
    return metadata


# What a person compares with the source; the other columns are in the table.
_PREVIEWED = ["surface", "measure", "value", "unit", "bound", "platforms", "geography", "period_start", "period_end"]
_PREVIEWED += ["base", "victim_age_min", "victim_age_max", "victim_sex", "status"]


def sources_frame(sources: Sequence[Source]) -> pd.DataFrame:
    """The catalogue's rows of these sources, as the model `Sources` has them."""
    return _frame(
        Sources,
        [
            {
                **{name: source.facts.get(name) for name in dtypes(Sources)},
                "source_id": source.id,
                "release": source.release,
                "published": pd.Timestamp(str(source.entry.published)),
            }
            for source in sources
        ],
    )


def corrections_frame(readings: Sequence[Reading]) -> pd.DataFrame:
    """What became of every correction of these sources, as the model `Corrections` has it."""
    return _frame(
        Corrections,
        [
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
                "message": None if outcome.error is None else _wherever_it_lies(outcome.error),
            }
            for reading in readings
            for outcome in reading.outcomes
        ],
    )


def _wherever_it_lies(error: SourceError) -> str:
    """The error with the file's place in the catalogue, so that it is the same on every machine."""
    return str(error).replace(f"{sources()}/", "sources/")


def _text(value: object) -> str | None:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return None if value is None else f"{value:.12g}" if isinstance(value, float) else str(value)


def _faults_frame(readings: Sequence[Reading]) -> pd.DataFrame:
    parts = ("file", "place", "found", "expected", "remedy")
    return _frame(
        Faults,
        [
            {"source_id": reading.source_id, **{part: getattr(reading.fault, part) for part in parts}}
            for reading in readings
            if reading.fault is not None
        ],
    )


def _quarantine_frame(broken: pd.DataFrame) -> pd.DataFrame:
    return _frame(
        Quarantine,
        [
            {
                "source_id": row["source_id"],
                "figure_id": row["figure_id"],
                "reason": row["reason"],
                "row": json.dumps(row, default=str, ensure_ascii=False),
            }
            for row in broken.to_dict("records")
        ],
    )


def _frame(model: Model, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return conform(model, pd.DataFrame(rows)) if rows else empty(model)
