"""A correction, and the rerun of its source and closure: from the command line, by plain Dagster, from the UI."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.correcting import correct_figure
from tests.conftest import PROJECT
from tests.pipeline.world import World
from tests.publication.world import rows

SOURCE, KEPT = "daventryexpress-2018-06-northants", "salisburyjournal-2019-09-wiltshire"
SHARE = (
    "SELECT share_percent, base_offences FROM platform_share_by_year "
    "WHERE platform = 'Instagram' AND base = 'method_recorded' AND offence_year = '2017/18'"
)
PATIENCE_S = 90

LAUNCH = """
mutation Launch($selection: [AssetKeyInput!]!) {
  launchPipelineExecution(executionParams: {mode: "default", runConfigData: {}, selector: {
    repositoryLocationName: "figuretrail", repositoryName: "__repository__", pipelineName: "__ASSET_JOB",
    assetSelection: $selection, assetCheckSelection: []}}) {
    __typename ... on LaunchRunSuccess { run { runId } } ... on PythonError { message }
    ... on RunConfigValidationInvalid { errors { message } }
  }
}"""
STATUS = "query Status($run: ID!) { runOrError(runId: $run) { ... on Run { status } } }"
METADATA = """
query Metadata($key: AssetKeyInput!) { assetOrError(assetKey: $key) { ... on Asset {
  assetMaterializations(limit: 1) { metadataEntries { label ... on MarkdownMetadataEntry { mdStr } } } } } }"""


class Corrected(World):
    """Two sources of the catalogue in a place of their own, one of them corrected again and again."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.environment["DAGSTER_HOME"] = str(self.home / "dagster")
        self.database = self.home / "published" / "figuretrail.duckdb"

    def correct(self, value: int) -> None:
        query = f"SELECT figure_id FROM figures WHERE surface = '2,097' AND source_id = '{SOURCE}'"
        ((name,),) = rows(self.database, query)
        with self.inside():
            correct_figure(str(name), [f"value={value}"], reason="So it was", who="A. Reader")

    def assert_corrected(self, value: int, share: float, release: str) -> None:
        """The figure, what follows from it, what is told of both; and the other source was not read again."""
        assert rows(self.database, SHARE) == [(share, value)]
        assert rows(self.database, "SELECT max(release) FROM releases") == [(release,)]
        told = rows(self.database, "SELECT object, \"column\", after FROM changes WHERE kind = 'corrected'")
        assert ("figures", "value", str(value)) in told
        assert ("platform_share_by_year", "share_percent", f"{share:g}") in told
        kinds = rows(
            self.database, "SELECT DISTINCT kind FROM changes WHERE object IN ('figures', 'platform_share_by_year')"
        )
        assert kinds == [("corrected",)]
        runs = rows(
            self.home / "working.duckdb", "SELECT asset, run_id FROM materialisations WHERE asset LIKE 'figures/%'"
        )
        assert len({run_id for _, run_id in runs}) == 2, "only the corrected source is read again"


@pytest.fixture
def world(tmp_path: Path) -> Corrected:
    made = Corrected(tmp_path)
    made.add_embedded((SOURCE, KEPT))
    succeeded(made.run("refresh", "--quiet"))
    return made


def succeeded(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


@pytest.fixture
def server(world: Corrected) -> Iterator[str]:
    """The UI's own processes, webserver and daemon, on a free port of the loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "dagster", "dev", "-w", "workspace.yaml", "-h", "127.0.0.1", "-p", str(port)],
        cwd=PROJECT,
        env=world.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield f"http://127.0.0.1:{port}/graphql"
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def ask(url: str, query: str, **variables: Any) -> dict[str, Any]:
    """What the UI's page asks of its server; waits until it answers."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
                found: dict[str, Any] = json.load(answer)
            assert "errors" not in found, found
            return found["data"]  # type: ignore[no-any-return]
        except (urllib.error.URLError, ConnectionError):
            assert time.monotonic() < until, "the webserver did not answer"
            time.sleep(0.3)


def test_a_correction_is_rerun_from_all_three_places(world: Corrected, server: str) -> None:
    world.correct(2107)
    succeeded(world.run("refresh", f"figures/{SOURCE}", "--quiet"))
    world.assert_corrected(2107, 19.8, "r0002")

    world.correct(2117)
    plainly = ("asset", "materialize", "-m", "pipeline.definitions", "--select", f"figures/{SOURCE}*")
    succeeded(world.run_process(*plainly, module="dagster"))
    world.assert_corrected(2117, 19.7, "r0003")

    world.correct(2137)
    assets = rows(world.home / "working.duckdb", "SELECT asset FROM materialisations")
    selection = [{"path": str(asset).split("/")} for (asset,) in assets if asset != f"figures/{KEPT}"]
    launched = ask(server, LAUNCH, selection=selection)["launchPipelineExecution"]
    assert launched["__typename"] == "LaunchRunSuccess", launched
    until, status = time.monotonic() + PATIENCE_S, ""
    while status not in ("SUCCESS", "FAILURE", "CANCELED") and time.monotonic() < until:
        time.sleep(0.3)
        status = ask(server, STATUS, run=launched["run"]["runId"])["runOrError"]["status"]
    assert status == "SUCCESS"
    world.assert_corrected(2137, 19.6, "r0004")
    shown = ask(server, METADATA, key={"path": ["figures", SOURCE]})["assetOrError"]["assetMaterializations"][0]
    (corrections,) = [entry["mdStr"] for entry in shown["metadataEntries"] if entry["label"] == "corrections"]
    assert corrections.count("So it was") == 3 and "applied" in corrections
