"""The record of a source: when its version changes, and what of it is the same wherever the source lies."""

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
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


@pytest.mark.parametrize(
    ("column", "was", "now", "said"),
    [
        ("value", "120", "", "a reported figure has a value"),
        ("value", "120", "12.5", "a count, a whole number of 0 or more"),
        ("value", "120", "-5", "a count, a whole number of 0 or more"),
        ("geography", "Cheshire", "", "a place has both a name and a type"),
        ("measure", "offences", "", "found nothing as `now:` of measure"),
        ("unit", "count", "", "found nothing as `now:` of unit"),
        ("period_end", "2019-03-31", "2017-03-31", "starts before it ends"),
    ],
)
def test_a_correction_that_breaks_a_row_is_the_sources_fault_and_its_rows_stay(
    add_article: Callable[..., Path], column: str, was: str, now: str, said: str
) -> None:
    folder = add_article()
    with Warehouse.open(working_database()) as warehouse:
        list(store(warehouse, [read_folder(folder)], run_id="test"))
        before = warehouse.connection.execute("FROM source_figures").df()
        entry = EXPIRED.replace("column: value", f"column: {column}").replace("was: 121", f"was: {was}")
        (folder / "corrections.yaml").write_text(entry.replace("now: 119", f"now: {now}"))
        ((reading, record, _),) = store(warehouse, [read_folder(folder)], run_id="test")
        assert reading.fault is not None and record.fault is not None
        assert "corrections.yaml, entry 1: found" in record.fault and said in record.fault
        pd.testing.assert_frame_equal(warehouse.connection.execute("FROM source_figures").df(), before)
        assert len(before) and warehouse.connection.execute("FROM quarantine").df().empty


def test_a_fault_keeps_what_became_of_the_corrections_while_it_keeps_the_corrected_figures(
    add_article: Callable[..., Path],
) -> None:
    folder = add_article()
    corrections, source_yaml = folder / "corrections.yaml", folder / "source.yaml"
    corrections.write_text(EXPIRED.replace("was: 121", "was: 120"))
    entry = source_yaml.read_text()
    with Warehouse.open(working_database()) as warehouse:

        def stored() -> tuple[pd.DataFrame, pd.DataFrame]:
            list(store(warehouse, [read_folder(folder)], run_id="test"))
            figures, entries = (
                warehouse.connection.execute(f"FROM {table} ORDER BY ALL").df()
                for table in ("source_figures", "source_corrections")
            )
            return figures, entries

        figures, entries = stored()
        assert 119.0 in set(figures["value"]) and entries["state"].to_list() == ["applied"]
        source_yaml.write_text(entry.replace("publisher:", "publihser:"))
        for _ in range(2):
            for rows, before in zip(stored(), (figures, entries), strict=True):
                pd.testing.assert_frame_equal(rows, before)
        source_yaml.write_text(entry)
        corrections.unlink()
        figures, entries = stored()
        assert 119.0 not in set(figures["value"]) and entries.empty, "the opposite: what is taken out is gone"


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
