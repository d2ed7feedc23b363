"""Refreshing: run just what is stale, or what was asked for and all that depends on it, and say what came of it.

What belongs here: choosing assets, running them in this process, collecting the outcome. What does not: judging what
is stale (`pipeline.freshness`), printing (`pipeline.cli`).
"""

import dataclasses
import difflib
import errno
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from figuretrail import catalogue
from figuretrail.home import PROJECT, dagster_home
from figuretrail.vocabulary import reference
from pipeline import freshness
from pipeline.freshness import Node, State

if TYPE_CHECKING:
    import dagster as dg

    from assets.warehouse import Warehouse

Progress = Callable[[str], None]
KEPT_RUNS = 40  # of which the UI shows logs; one holds about a megabyte
LEAST_SPACE_BYTES = 30_000_000  # the embedded sources' first refresh writes 20 MB


class UnknownAssetError(Exception):
    """An asset name that the graph does not have; the text says what is near it."""


@dataclasses.dataclass(kw_only=True)
class Outcome:
    """What a refresh did: assets made, checks by outcome, and the faults that kept some assets from being made.

    `set_aside` says of every source that was read how many of its figures are in no table, and why; no line for none.
    `not_published` says why a publication failed; where one was due and not made for want of a table, `faults` says it.
    """

    made: list[str] = dataclasses.field(default_factory=list)
    checks_passed: int = 0
    checks_failed: list[str] = dataclasses.field(default_factory=list)
    checks_warned: list[str] = dataclasses.field(default_factory=list)
    faults: list[str] = dataclasses.field(default_factory=list)
    set_aside: list[str] = dataclasses.field(default_factory=list)
    not_published: list[str] = dataclasses.field(default_factory=list)  # why, where a publication was due and failed
    publication_due: bool = False
    interrupted: bool = False  # by Ctrl-C: what was made until then is kept

    @property
    def failed(self) -> bool:
        """Whether something could not be made. A number that fails a check of the audit is made, and told."""
        return self.interrupted or bool(self.faults) or not self.is_published

    @property
    def is_published(self) -> bool:
        """Whether readers have what was made: nothing new was to be published, or it was."""
        return freshness.PUBLICATION in self.made or not self.publication_due


def refresh(targets: Sequence[str] = (), *, everything: bool = False, progress: Progress | None = None) -> Outcome:
    """Make what is stale; or `everything`; or the `targets` and all that depends on them.

    One run makes all of it where the sources' rows are sure to change. Where they may not, or where a source can't be
    read, the sources are a run of their own, so that an edit which changes no row ends there and a fault is the
    source's alone; then come the tables that are still due. `progress` is told of every asset as it is made. Raises
    UnknownAssetError, and SourceError where nothing can be read: a damaged reference table, no folder of sources.
    """
    reference.check()
    refuse_no_room(prepare_dagster_home())
    import dagster as dg

    from pipeline.resources import held_warehouse

    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    graph, outcome = freshness.graph(), Outcome(faults=[str(fault) for fault in catalogue.misnamed()])
    with held_warehouse() as warehouse, dg.DagsterInstance.get() as instance:
        freshness.refuse_missing_folders(warehouse.connection)
        chosen = select(graph, freshness.assess(warehouse.records()), targets, everything=everything)
        sources = [node.asset for node in graph if node.asset in chosen and node.source_id]
        if everything or targets or not sources or _will_change(warehouse, sources):
            _run(instance, [node.asset for node in graph if node.asset in chosen], outcome, progress)
        else:
            _run(instance, sources, outcome, progress)
            tables = [] if outcome.interrupted else _stale_tables(warehouse)
            if tables:
                _run(instance, tables, outcome, progress)
        _drop_old_runs(warehouse, instance)
    return outcome


def _stale_tables(warehouse: "Warehouse") -> list[str]:
    states = freshness.assess(warehouse.records())
    return [state.asset for state in states if not state.fresh and not state.asset.startswith("figures/")]


def _drop_old_runs(warehouse: "Warehouse", instance: "dg.DagsterInstance") -> None:
    """Drop the events of the runs before the last KEPT_RUNS, but for those that made what still stands."""
    standing = {record.run_id for record in warehouse.records().values()}
    for run_id in instance.get_run_ids()[KEPT_RUNS:]:  # the newest first
        if run_id not in standing:
            instance.delete_run(run_id)


def _will_change(warehouse: "Warehouse", sources: Sequence[str]) -> bool:
    """Whether reading the sources is sure to change rows: one was never read, or all can be and one comes out other."""
    from assets.sources import versions_now

    last = warehouse.records()
    if not all(asset in last for asset in sources):
        return True
    folders = [folder for folder in catalogue.folders() if f"figures/{folder.name}" in sources]
    now = versions_now(folders, last)
    return None not in now.values() and any(now[asset] != last[asset].data_version for asset in sources)


def select(graph: Sequence[Node], states: Sequence[State], targets: Sequence[str], *, everything: bool) -> set[str]:
    """The assets to make: all; or the targets and what depends on them; or what is stale."""
    names = [node.asset for node in graph]
    for target in targets:
        if target not in names:
            near = difflib.get_close_matches(target, names, n=3) or difflib.get_close_matches(
                f"figures/{target}", names, n=3
            )
            hint = f"; near it: {', '.join(near)}" if near else ""
            raise UnknownAssetError(
                f"asset {target!r}: found none of that name; expected one of the {len(names)} that "
                f"`figuretrail status` lists{hint}. To do: correct the name (figures of a source: figures/<source id>)."
            )
    if everything:
        return set(names)
    if not targets:
        return {state.asset for state in states if not state.fresh}
    chosen = set(targets)
    for node in graph:
        if chosen.intersection(node.inputs):
            chosen.add(node.asset)
    return chosen


def prepare_dagster_home() -> Path:
    """Make DAGSTER_HOME under the state folder, with the project's settings, and point the environment at it."""
    folder = dagster_home()
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "dagster.yaml"
    if not settings.exists() or settings.read_bytes() != (PROJECT / "dagster.yaml").read_bytes():
        shutil.copyfile(PROJECT / "dagster.yaml", settings)
    os.environ["DAGSTER_HOME"] = str(folder)
    os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")
    # What a run plans to do is stored at once (pipeline.storage), not as an event for each asset and check.
    os.environ.setdefault("DAGSTER_EVENT_BATCH_SIZE", "500")
    return folder


def refuse_no_room(folder: Path) -> None:
    """Raise OSError where nothing can be written, or too little: Dagster and the databases end in the middle then."""
    with tempfile.TemporaryFile(dir=folder):
        left = shutil.disk_usage(folder).free
    if left < LEAST_SPACE_BYTES:
        raise OSError(errno.ENOSPC, f"{left / 1e6:.1f} MB left on its disk, of {LEAST_SPACE_BYTES / 1e6:.0f}", folder)


def _run(instance: "dg.DagsterInstance", assets: Sequence[str], outcome: Outcome, progress: Progress | None) -> None:
    """Run the assets in this process, on the instance that the UI shows."""
    import dagster as dg

    from pipeline.definitions import current_defs

    outcome.publication_due = outcome.publication_due or freshness.PUBLICATION in assets
    job = current_defs().resolve_implicit_global_asset_job_def()
    _observe(assets, instance)
    run_id = dg.DagsterRun(job_name=job.name).run_id
    if progress is not None:
        instance.add_event_listener(run_id, lambda entry: _tell(entry, progress))
    result = job.execute_in_process(
        run_id=run_id,
        instance=instance,
        asset_selection=[dg.AssetKey.from_user_string(asset) for asset in assets],
        run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
        raise_on_error=False,
    )
    _collect(result, outcome)


def _observe(assets: Sequence[str], instance: "dg.DagsterInstance") -> None:
    """Tell Dagster the versions of the files that are about to be read, so that the UI judges by the same."""
    import dagster as dg

    for folder in catalogue.folders():
        if f"figures/{folder.name}" in assets:
            instance.report_runless_asset_event(
                dg.AssetObservation(
                    asset_key=dg.AssetKey(["source", folder.name]),
                    tags={"dagster/data_version": catalogue.fingerprint(folder)},
                )
            )


def _tell(entry: "dg.EventLogEntry", progress: Progress) -> None:
    event = entry.dagster_event
    if event is not None and event.is_step_materialization and event.asset_key is not None:
        progress(event.asset_key.to_user_string())


def _collect(result: "dg.ExecuteInProcessResult", outcome: Outcome) -> None:
    for event in result.all_events:
        if event.is_step_materialization and event.asset_key is not None:
            metadata = event.step_materialization_data.materialization.metadata
            if aside := metadata.get("set_aside"):
                outcome.set_aside.append(f"{event.asset_key.path[-1]}: {aside.value}")
            fault = metadata.get("fault")
            if fault is None:
                outcome.made.append(event.asset_key.to_user_string())
            else:
                outcome.faults.append(str(fault.value))
        if event.is_step_failure:
            data = event.step_failure_data
            if _is_interrupt(data.error):
                outcome.interrupted = True
                continue
            text = (data.user_failure_data.description if data.user_failure_data else None) or _innermost(data.error)
            told = outcome.not_published if event.step_key == freshness.PUBLICATION else outcome.faults
            told.extend(str(text).splitlines())
    for check in result.get_asset_check_evaluations():
        if check.passed:
            outcome.checks_passed += 1
        else:
            warned = check.severity.value == "WARN"
            told = outcome.checks_warned if warned else outcome.checks_failed
            told.append(f"{check.check_name} of {check.asset_key.to_user_string()}")


def _is_interrupt(error: object) -> bool:
    while error is not None:
        if getattr(error, "cls_name", None) == "DagsterExecutionInterruptedError":
            return True
        error = getattr(error, "cause", None)
    return False


def _innermost(error: object) -> str:
    while getattr(error, "cause", None) is not None:
        error = error.cause  # type: ignore[attr-defined]
    message = str(getattr(error, "message", error)).strip()
    return message.partition(": ")[2] or message
