"""What the schedule and the sensor ask Dagster to run, or the reason why they ask for nothing.

What belongs here: choosing assets that the loaded definitions can run. What does not: judging what is stale
(`pipeline.freshness`), and when to ask (`pipeline.schedules`, `pipeline.sensors`).
"""

import dataclasses
import hashlib

import dagster as dg

from assets import written
from assets.records import Record
from assets.versions import project_version, project_version_now
from figuretrail.errors import SourceError
from pipeline import freshness

_LOADED = project_version()  # of the definitions that this process has
_RELOAD = "To do: reload the definitions (in the UI: Deployment, Reload definitions)."


@dataclasses.dataclass(frozen=True, kw_only=True)
class Wanted:
    """The assets to run, upstream first, and a hash of what they would be made from and of what was made last.

    The same `state` means that nothing came of what was asked for: any asset that is made has a new record.
    """

    assets: list[str]
    state: str

    @property
    def keys(self) -> list[dg.AssetKey]:
        """The assets' keys."""
        return [dg.AssetKey.from_user_string(asset) for asset in self.assets]


def wanted(repository: dg.RepositoryDefinition | None, *, faults_too: bool) -> Wanted | dg.SkipReason:
    """What is stale and can be run with the loaded definitions, or why there is nothing to be asked for.

    A source that could not be read, and whose files are still the same, counts only where `faults_too` says so: read
    again it would fail again.
    """
    if project_version_now() != _LOADED:
        return dg.SkipReason(f"found that the code changed since it was loaded. {_RELOAD}")
    try:
        records = freshness.records()
    except SourceError as error:  # a refresh goes on, or a folder of sources is missing
        return dg.SkipReason(str(error))
    graph, files = freshness.graph(), freshness.fingerprints()
    judged = records if faults_too else {asset: _forgiven(record) for asset, record in records.items()}
    stale = {
        state.asset for state in freshness.judge(graph, judged, files, unpublished=written.fault()) if not state.fresh
    }
    loaded = _loaded(repository, graph)
    new = [node.asset for node in graph if node.asset not in loaded]
    out_of_reach = set(new)
    for node in graph:  # upstream first: what follows from a source that is not loaded can't be made either
        if out_of_reach.intersection(node.inputs):
            out_of_reach.add(node.asset)
    assets = [node.asset for node in graph if node.asset in stale - out_of_reach]
    if assets:
        return Wanted(assets=assets, state=_state(assets, records, files))
    if stale:
        return dg.SkipReason(f"found {len(new)} assets that are not loaded, {new[0]} first. {_RELOAD}")
    return dg.SkipReason("nothing changed since the last refresh")


def _forgiven(record: Record) -> Record:
    return dataclasses.replace(record, fault=None)


def _loaded(repository: dg.RepositoryDefinition | None, graph: list[freshness.Node]) -> set[str]:
    """The assets that the loaded definitions have; all where nothing is known of them."""
    if repository is None:
        return {node.asset for node in graph}
    return {key.to_user_string() for key in repository.asset_graph.materializable_asset_keys}


def _state(assets: list[str], records: dict[str, Record], files: dict[str, str]) -> str:
    made = [f"{asset}={records[asset].run_id}" for asset in assets if asset in records]
    read = [f"{source}={files[source]}" for source in sorted(files)]
    return hashlib.sha256("|".join([_LOADED, *assets, *made, *read]).encode()).hexdigest()[:16]
