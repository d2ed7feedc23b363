"""Words and cells found again where a figure says, and told where they are not."""

import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from figuretrail import catalogue
from figuretrail.documents import figures_of
from figuretrail.errors import SourceError
from figuretrail.figure import Figure
from figuretrail.frames import figures_frame
from figuretrail.trail.originals import Place, Quote, quote, read_again
from pipeline.trail_check import unfaithful

BODY = "In Kent there were 84 in one year and 84 in the next.\n\nIn Essex there were 84 too.\n"


def place_of(body: str, surface: str, nth: int, context: str) -> Place:
    start = -1
    for _ in range(nth):
        start = body.index(surface, start + 1)
    return Place(surface, context, start=start, end=start + len(surface))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.md"
    path.write_text(BODY, encoding="utf-8")
    return path


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "answer.csv"
    path.write_text(
        "Offences of sexual communication with a child\n\nForce,2017/18,2018/19\nKent,84,91\nEssex,*,12\n",
        encoding="utf-8",
    )
    return path


def test_the_same_number_twice_in_a_sentence_is_marked_at_its_own_place(article: Path) -> None:
    sentence = "In Kent there were 84 in one year and 84 in the next."
    second = place_of(BODY, "84", 2, sentence)
    original = read_again(article)
    assert original.fault(second) is None
    assert original.quote(second).parts == ("In Kent there were 84 in one year and ", "84", " in the next.")
    assert quote(second).parts == ("In Kent there were ", "84", " in one year and 84 in the next.")  # without the file


def test_words_that_moved_are_told_with_what_stands_there(article: Path) -> None:
    article.write_text("Now " + BODY, encoding="utf-8")
    place = place_of(BODY, "84", 1, "In Kent there were 84 in one year and 84 in the next.")
    assert read_again(article).fault(place) == "found 'er', expected '84'"


def test_a_cell_holds_what_it_held_or_the_fault_says_what_it_holds(workbook: Path) -> None:
    figures = figures_of(workbook)
    cells = [figure.cell for figure in figures if figure.cell]
    assert len(cells) == 4
    original = read_again(workbook, [*cells, "csv!Z99", "elsewhere!A1"])
    assert [original.fault(_place(figure)) for figure in figures] == [None] * len(figures)
    first = figures[0]
    assert first.cell and original.fault(Place("85", "", cell=first.cell)) == f"found {first.surface!r}, expected '85'"
    assert original.fault(Place("85", "", cell="csv!Z99")) == "found '', expected '85'"
    assert original.fault(Place("85", "", cell="elsewhere!A1")) == "found no such sheet or cell, expected '85'"
    assert original.quote(_place(first)) == Quote(first.context, 0, 0)


def test_a_line_list_is_found_again_by_its_number_of_rows(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Ref,Offence\n" + "".join(f"{n},grooming\n" for n in range(7)), encoding="utf-8")
    original = read_again(path, ["csv!A2:A8", "csv!A2:A9"])
    assert original.fault(Place("7 rows", "", cell="csv!A2:A8")) is None
    assert original.fault(Place("9 rows", "", cell="csv!A2:A8")) == "found '7 rows', expected '9 rows'"


def test_a_figure_of_the_other_kind_of_source_is_a_fault(article: Path, workbook: Path) -> None:
    assert read_again(article).fault(Place("84", "", cell="A!B2")) == (
        "found an article, expected a workbook with the cell A!B2"
    )
    assert read_again(workbook).fault(Place("84", "", start=3, end=5)) == (
        "found a workbook, expected an article with the characters 3 to 5"
    )


def test_a_lost_file_is_a_source_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_again(tmp_path / "gone.md")


def _place(figure: Figure) -> Place:
    return Place(figure.surface, figure.context, figure.start, figure.end, figure.cell)


def _frame(folders: list[Path]) -> pd.DataFrame:
    figures = []
    for folder in folders:
        source = catalogue.read_source(folder)
        figures += figures_of(source.file, source.entry)
    return figures_frame(figures)


def test_all_embedded_sources_say_what_their_figures_say_and_reading_them_again_is_quick() -> None:
    folders = catalogue.folders()
    figures = _frame(folders)
    assert len(figures) > 500 and figures["cell"].notna().sum() > 300
    started = time.perf_counter()
    assert unfaithful(figures, folders).values.tolist() == []
    assert time.perf_counter() - started < 3  # 0.1 s where nothing else runs


def test_every_way_to_be_unfaithful_is_told(add_article: Callable[..., Path]) -> None:
    kept, edited, broken = (add_article(source_id) for source_id in ("kept", "edited", "broken"))
    figures = _frame([kept, edited, broken])
    gone = figures[figures["source_id"] == "kept"].assign(source_id="gone", figure_id="gone:1").head(1)
    (broken / "article.md").write_text("Another text.\n", encoding="utf-8")
    moved = figures["source_id"].eq("edited") & figures["surface"].eq("120")
    figures.loc[moved, ["start", "end"]] += 1
    told = unfaithful(pd.concat([figures, gone], ignore_index=True), [kept, edited, broken])
    reasons = {(row.source_id, row.surface): row.reason for row in told.itertuples()}
    assert "kept" not in set(told["source_id"])
    assert reasons["edited", "120"] == "found '20 ', expected '120'"
    of_broken = [reason for (source_id, _), reason in reasons.items() if source_id == "broken"]
    assert of_broken and all("expected the sha256 of the file as it was entered" in reason for reason in of_broken)
    assert told["source_id"].eq("broken").sum() == figures["source_id"].eq("broken").sum()
    assert told.loc[told["source_id"].eq("gone"), "reason"].tolist() == [
        "found no folder of this source in the catalogue"
    ]
