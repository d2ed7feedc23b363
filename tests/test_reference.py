"""A damaged reference table is told once, with its file, line, what was found and what was expected."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from figuretrail.errors import SourceError
from figuretrail.vocabulary import reference
from tests.conftest import PROJECT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the program with two sources: its reference tables are its own."""
    for name in ("figuretrail", "schemas", "assets", "pipeline"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    for name in ("reference", "articles/nspcc-2022-07", "articles/deeside-2022-07"):
        shutil.copytree(PROJECT / "sources" / name, tmp_path / "sources" / name)
    (tmp_path / "sources" / "foi").mkdir()
    shutil.copyfile(PROJECT / "dagster.yaml", tmp_path / "dagster.yaml")
    shutil.copyfile(PROJECT / "requirements.lock", tmp_path / "requirements.lock")
    return tmp_path


def _refresh(project: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("FIGURETRAIL", "DAGSTER"))}
    environment |= {"PYTHONPATH": str(project), "DAGSTER_DISABLE_TELEMETRY": "1"}
    command = [sys.executable, "-m", "pipeline", "refresh", "--quiet"]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=300)


def test_a_damaged_table_is_one_message_of_a_refresh(project: Path) -> None:
    table = project / "sources" / "reference" / "police_forces.csv"
    whole = table.read_text(encoding="utf-8")
    table.write_text(whole.replace("variants", "variant", 1), encoding="utf-8")
    done = _refresh(project)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stderr.count("found") == 1 and "KeyError" not in done.stderr
    assert f"error: {table}, line 1: found" in done.stderr and "a column 'variants' too" in done.stderr
    table.write_text(whole, encoding="utf-8")
    assert _refresh(project).returncode == 0


@pytest.mark.parametrize(
    ("old", "new", "place", "found"),
    [
        ("name,type", "nam,type", "line 1", "the columns nam, type"),
        ("\nWales,", '\n"Wales,', "line 3", "a quotation mark that is not closed"),
        ("\nWales,country,", "\nWales,", "line 3", "3 cells"),
        ("\nWales,", "\n,", "line 3", "nothing"),
        ("\nWales,", '\n"Wa\nles",', "line 3", "a quotation mark that is closed in another line"),
        (None, None, "", "no such file"),
    ],
)
def test_each_damage_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str | None, new: str, place: str, found: str
) -> None:
    table = tmp_path / "regions.csv"
    monkeypatch.setattr(reference, "REFERENCE", tmp_path)
    if old is not None:
        whole = "name,type,ons_code,variants\nEngland,country,E92000001,\nWales,country,W92000004,Cymru\n"
        table.write_text(whole.replace(old, new))
    reference.rows.cache_clear()
    try:
        with pytest.raises(SourceError) as raised:
            reference.rows("regions")
        error = raised.value
        assert error.file == str(table) and error.place == place and found in error.found and error.expected
        table.write_text("name,type,ons_code,variants\nEngland,country,E92000001,\n")
        assert reference.rows("regions") == [
            {"name": "England", "type": "country", "ons_code": "E92000001", "variants": ""}
        ]
    finally:
        reference.rows.cache_clear()


def test_the_projects_own_tables_are_in_order() -> None:
    reference.check()
    assert {path.stem for path in reference.REFERENCE.glob("*.csv")} == set(reference.COLUMNS)
