"""What is fresh, what is stale and why: the whole closure, known without starting a run.

Dagster's own staleness goes one hop. Here an asset is stale when its code or any input differs from what its last
record says, or when anything upstream of it is stale. While the code stands, this needs neither Dagster nor pandas:
the graph is kept in `graph.json` beside the database, under the hash of the code that it was made by.

What belongs here: judging freshness. What does not: making anything fresh (`pipeline.refresh`).
"""

import contextlib
import dataclasses
import json
import shlex
from pathlib import Path

import duckdb

from assets import written
from assets.records import CONFIG, Record, quoted, read_records
from assets.versions import project_version
from figuretrail import catalogue
from figuretrail.errors import SourceError
from figuretrail.home import home, working_database

PUBLICATION = "publication"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Node:
    """An asset of the graph as freshness needs it."""

    asset: str
    code_version: str
    inputs: tuple[str, ...]

    @property
    def source_id(self) -> str | None:
        """The source whose figures it holds, for a source's asset."""
        return self.asset.removeprefix("figures/") if self.asset.startswith("figures/") else None


@dataclasses.dataclass(frozen=True, kw_only=True)
class State:
    """An asset's freshness; `reason` says in a few words why it is stale, None for a fresh one."""

    asset: str
    reason: str | None
    rows: int | None

    @property
    def fresh(self) -> bool:
        """Whether nothing that it was made from has changed."""
        return self.reason is None


def assess(known: dict[str, Record] | None = None) -> list[State]:
    """The state of every asset, upstream first; by the records that are `known`, or those in the database."""
    return judge(graph(), records() if known is None else known, fingerprints(), unpublished=written.fault())


def records() -> dict[str, Record]:
    """The record of every asset in the working database; none before the first refresh."""
    path = working_database()
    if not path.exists():
        return {}
    try:
        with duckdb.connect(str(path), read_only=True, config=CONFIG) as connection:
            refuse_missing_folders(connection)
            return read_records(connection)
    except duckdb.IOException as error:
        raise cannot_open(path, error) from None


def refuse_missing_folders(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise SourceError where a kind of sources has no folder at all, while the tables have sources of that kind.

    A source that is taken out takes its rows along; that all of a kind are meant to go is said by an empty folder.
    """
    for kind in catalogue.missing_groups():
        try:
            found = connection.execute(f"SELECT count(*) FROM sources WHERE kind = {quoted(kind)}").fetchone()
        except duckdb.CatalogException:
            continue  # before the first refresh
        if found and found[0]:
            folder = catalogue.group_folder(kind)
            raise SourceError(
                folder,
                "",
                found=f"no such folder, while {found[0]} sources of it are in the tables",
                expected="the folder with these sources",
                remedy="put it back (FIGURETRAIL_SOURCES says where the catalogue is, if it is set); or, if all of "
                f"them are meant to go, make an empty folder of it (mkdir -p {shlex.quote(str(folder))}), then refresh",
            )


def cannot_open(path: Path, error: duckdb.Error) -> SourceError:
    """Why the working database can't be opened: another process writes to it, or it is no database any more."""
    if "lock" in str(error):
        pid = path.with_suffix(".pid")
        holder = f" (process {pid.read_text().strip()})" if pid.exists() else ""
        return SourceError(
            path,
            "",
            found=f"it in use by another refresh{holder}",
            expected="nobody to write to it",
            remedy="wait for that refresh to end, then run this again",
        )
    return SourceError(
        path,
        "",
        found=str(error).splitlines()[0],
        expected="the working database",
        remedy="put a copy of it back; without one, move this file away and run `figuretrail refresh`: it makes all "
        "tables again from the sources, and takes the history of the releases from published/",
    )


def fingerprints() -> dict[str, str]:
    """The hash of every source's files as they are now, by the key of the asset that stands for them."""
    return {f"source/{folder.name}": catalogue.fingerprint(folder) for folder in catalogue.folders()}


def judge(
    graph: list[Node], records: dict[str, Record], fingerprints: dict[str, str], *, unpublished: str | None = None
) -> list[State]:
    """The state of every node of `graph`, which lists upstream before downstream.

    `unpublished` says what of the published files is not as it was written; None where they stand.
    """
    reasons: dict[str, str | None] = {}
    for node in graph:
        reason = _reason(node, records.get(node.asset), records, fingerprints, reasons)
        reasons[node.asset] = reason or (unpublished if node.asset == PUBLICATION else None)
    return [
        State(asset=asset, reason=reason, rows=records[asset].rows if asset in records else None)
        for asset, reason in reasons.items()
    ]


def _reason(
    node: Node,
    record: Record | None,
    records: dict[str, Record],
    fingerprints: dict[str, str],
    reasons: dict[str, str | None],
) -> str | None:
    if record is None:
        return "never made"
    if record.code_version != node.code_version:
        return "its code or schema changed"
    if record.fault is not None:
        return "could not be read last time; a refresh says why"
    current = {key: fingerprints[key] if key in fingerprints else _version(records.get(key)) for key in node.inputs}
    for key in sorted(set(record.inputs) ^ set(current)):
        return f"{key} {'is new' if key in current else 'is gone'}"
    stale = [key for key in node.inputs if reasons.get(key) is not None]
    if stale:
        return f"follows from {stale[0]}" + (f" and {len(stale) - 1} more" if len(stale) > 1 else "")
    changed = [key for key, version in current.items() if version != record.inputs[key]]
    return f"{changed[0]} changed" if changed else None


def _version(record: Record | None) -> str:
    return "none" if record is None else record.data_version


def graph() -> list[Node]:
    """The graph of the code and catalogue as they are, upstream first; from the kept copy while both stand."""
    key = {"code": project_version(), "sources": [folder.name for folder in catalogue.folders()]}
    kept = _kept_graph()
    if kept.exists():
        try:
            stored = json.loads(kept.read_text(encoding="utf-8"))
        except ValueError:
            stored = {}  # half written by a run that was killed
        if stored.get("key") == key:
            return [
                Node(asset=asset, code_version=version, inputs=tuple(inputs))
                for asset, version, inputs in stored["nodes"]
            ]
    nodes = _graph_of_definitions()
    content = {"key": key, "nodes": [[node.asset, node.code_version, list(node.inputs)] for node in nodes]}
    with contextlib.suppress(OSError):  # it only saves time: a folder that can only be read can still be asked
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(content), encoding="utf-8")
    return nodes


def _kept_graph() -> Path:
    return home() / "graph.json"


def _graph_of_definitions() -> list[Node]:
    # Imported here: the kept graph saves a command that has nothing to do from loading Dagster.
    from pipeline.definitions import current_defs

    assets = current_defs().resolve_asset_graph()
    return [
        Node(
            asset=key.to_user_string(),
            code_version=assets.get(key).code_version or "",
            inputs=tuple(sorted(parent.to_user_string() for parent in assets.get(key).parent_keys)),
        )
        for key in assets.toposorted_asset_keys
        if assets.get(key).is_materializable
    ]
