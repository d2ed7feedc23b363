"""The record of a source: when its version changes, and what of it is the same wherever the source lies."""

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assets.sources import Reading, corrections_frame, read_folder, store
from assets.warehouse import Warehouse
from figuretrail.figure import Figure, assign_ids
from figuretrail.home import working_database

# No reading of any file gives such a band: the figure is made by hand.
UPSIDE_DOWN = Figure(cell="S!A1", surface="5", value=5.0, measure="victims", victim_age_min=16, victim_age_max=12)


def _version(reading: Reading) -> str:
    with Warehouse.open(working_database()) as warehouse:
        ((_, record, metadata),) = store(warehouse, [reading], run_id="test")
        assert ("set_aside" in metadata) == (warehouse.connection.execute("FROM quarantine").fetchone() is not None)
        return record.data_version


def test_a_figure_that_is_set_aside_changes_its_sources_version(add_article: Callable[..., Path]) -> None:
    reading = read_folder(add_article())
    assert reading.fault is None and reading.figures
    broken = assign_ids([dataclasses.replace(UPSIDE_DOWN)], source_id=reading.source_id)
    right = _version(reading)
    aside = _version(dataclasses.replace(reading, figures=[*reading.figures, *broken]))
    assert aside != right
    broken[0].victim_age_max = 11
    assert _version(dataclasses.replace(reading, figures=[*reading.figures, *broken])) not in (aside, right)
    assert _version(reading) == right


EXPIRED = """- words: "120"
  column: value
  was: 121
  now: 119
  reason: "The police say so"
  who: A. Researcher
  date: 2026-11-22
  status: open
"""


def test_what_became_of_a_correction_reads_the_same_wherever_the_sources_lie(
    home: Path, add_article: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = add_article()
    (folder / "corrections.yaml").write_text(EXPIRED)
    shutil.copytree(home / "sources", home / "elsewhere" / "catalogue")
    here = corrections_frame([read_folder(folder)])
    monkeypatch.setenv("FIGURETRAIL_SOURCES", str(home / "elsewhere" / "catalogue"))
    there = corrections_frame([read_folder(home / "elsewhere" / "catalogue" / "articles" / folder.name)])
    assert here["message"][0] == there["message"][0]
    assert here["message"][0].startswith(f"sources/articles/{folder.name}/corrections.yaml, entry 1: found ")


def test_a_source_that_holds_figures_can_not_be_entered_without(add_article: Callable[..., Path]) -> None:
    fault = read_folder(add_article("said-none", figures="none")).fault
    assert fault is not None and fault.place == "key 'figures'"
    assert (
        "'none', while article.md holds 3 figures, '120' first" in fault.found and "take the line out" in fault.remedy
    )
    assert read_folder(add_article("refused", "The force refused to answer.\n", figures="none")).fault is None
