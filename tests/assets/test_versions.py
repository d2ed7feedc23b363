"""Code versions follow the imports: what a module needs, in whatever way it comes by it, is in its version."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assets import versions
from tests.conftest import PROJECT

ARTICLE, WORKBOOK = "articles/nspcc-2020-11-lockdown", "foi/wales-forces-2018"

# One process imports the libraries; for each edit a fork of it imports the project and says what versions it gives.
SCRIPT = """
import json, os, sys
from pathlib import Path
import dagster, pandas, pandera.pandas, duckdb

def told(work):
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.write(writer, json.dumps(work()).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as stream:
        return json.loads(stream.read())

def versions():
    from pipeline.freshness import _graph_of_definitions
    return {node.asset: node.code_version for node in _graph_of_definitions()}

def edited(name):
    path = Path(name)
    before = path.read_bytes()
    path.write_bytes(before + b"# edited")
    try:
        now = told(versions)
    finally:
        path.write_bytes(before)
    return sorted(asset for asset in plain if now[asset] != plain[asset])

plain = told(versions)
print(json.dumps({"assets": sorted(plain), **{name: edited(name) for name in sys.argv[1:]}}))
"""

LOADED = """
import json, os, sys
from pathlib import Path
import dagster, pandas, pandera.pandas, duckdb
from figuretrail.home import PROJECT, sources

def loaded(root):
    import importlib
    module = importlib.import_module(root)
    if root == "assets.sources":
        for name in sys.argv[2:]:
            assert module.read_folder(sources() / name).fault is None
    files = (getattr(module, "__file__", None) for module in sys.modules.values())
    inside = (Path(file).relative_to(PROJECT).as_posix() for file in files if file and str(PROJECT) + "/" in file)
    return sorted(file for file in inside if file.split("/")[0] in ("figuretrail", "schemas", "assets", "pipeline"))

for root in sys.argv[1].split():
    if os.fork() == 0:
        print(json.dumps([root, loaded(root)]), flush=True)
        os._exit(0)
    os.wait()
"""
ROOTS = ("assets.sources", "assets.figures", "assets.derived", "assets.audit", "assets.publication")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """For each file of a copy of the project: the assets whose code version an edit of it changes."""
    copy = tmp_path_factory.mktemp("project")
    for part in (*versions.PACKAGES, "sources/reference", f"sources/{ARTICLE}", f"sources/{WORKBOOK}"):
        shutil.copytree(PROJECT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(PROJECT / "requirements.lock", copy / "requirements.lock")
    environment = {**os.environ, "PYTHONPATH": str(copy), "FIGURETRAIL_HOME": str(copy / "data")}
    environment.pop("FIGURETRAIL_SOURCES", None)
    command = [sys.executable, "-c", SCRIPT, *EDITED]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    answer: dict[str, list[str]] = json.loads(done.stdout)
    return answer


OF_READING = (
    "figuretrail/entry.py",
    "figuretrail/catalogue.py",
    "figuretrail/yamlfile.py",
    "figuretrail/text/walk.py",
    "figuretrail/tables/chain.py",
    "figuretrail/vocabulary/evidence.csv",
    "assets/sources.py",
)
OF_ALL = ("schemas/__init__.py", "assets/tables.py", "assets/warehouse.py")
OF_SOME = {
    "figuretrail/audit/groups.py": {"assets.audit"},
    "figuretrail/derive/victims.py": {"assets.derived"},
    "figuretrail/history.py": {"assets.publication"},
    "pipeline/cli/add.py": set(),
}
EDITED = ("figuretrail/monthnames.py", "requirements.lock", "figuretrail/audit/groups.py")


def test_an_edit_makes_stale_what_leans_on_it(changed: dict[str, list[str]]) -> None:
    sources = {asset for asset in changed["assets"] if asset.startswith("figures/")}
    assert len(sources) == 2 and set(changed["figuretrail/monthnames.py"]) == sources
    assert changed["requirements.lock"] == changed["assets"]
    audited = set(changed["figuretrail/audit/groups.py"])
    assert {"agreements", "arithmetic_checks"} <= audited and not audited & {*sources, "figures", "offences_by_year"}


def _leaning_on(file: str) -> set[str]:
    return {root for root in ROOTS if PROJECT / file in versions.closure(root)}


def test_a_closure_has_what_is_needed_and_nothing_else() -> None:
    assert all("assets.sources" in _leaning_on(file) for file in OF_READING)
    assert all(_leaning_on(file) == set(ROOTS) for file in OF_ALL)
    assert {file: _leaning_on(file) for file in OF_SOME} == OF_SOME


def test_all_that_an_asset_loads_is_in_its_version() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, " ".join(ROOTS), ARTICLE, WORKBOOK],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "FIGURETRAIL_SOURCES": str(PROJECT / "sources")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [root for root, _ in told] == list(ROOTS), done.stderr
    for root, loaded in told:
        covered = {path.relative_to(PROJECT).as_posix() for path in versions.closure(root)}
        assert len(loaded) > 10 and set(loaded) <= covered, root


def test_import_statements_are_found_as_the_whole_codes_tree_has_them() -> None:
    for package in versions.PACKAGES:
        for file in (PROJECT / package).rglob("*.py"):
            code = file.read_text(encoding="utf-8")
            imports = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import | ast.ImportFrom)]
            assert all(node.level == 0 for node in imports if isinstance(node, ast.ImportFrom)), "none is relative"
            found = {ast.unparse(statement) for statement in versions.import_statements(code)}
            assert {ast.unparse(node) for node in imports} <= found, file


def test_a_line_of_a_text_that_reads_like_an_import_is_no_error() -> None:
    text = '"""Figures\nfrom 2017 import nothing\nimport duties, and more\n"""\n'
    code = f"{text}if True:\n    from a import (\n        b,\n    )\n"
    assert [ast.unparse(found) for found in versions.import_statements(code)] == ["from a import b"]


def test_without_the_lock_the_installed_libraries_stand_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_lock = versions._dependencies()
    monkeypatch.setattr(versions, "PROJECT", tmp_path)
    assert b"duckdb==" in versions._dependencies() and versions._dependencies() != with_lock
