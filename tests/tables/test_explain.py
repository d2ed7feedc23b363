"""The explanation names every figure, header role and reason."""

import json

import pytest

from figuretrail.entry import Entry
from figuretrail.tables import explain
from tests.tables.scoring import CORPUS


def _entry(stem):
    return Entry.from_mapping(json.loads((CORPUS / "catalogue" / f"{stem}.json").read_text()), id=stem)


def test_as_text():
    path = CORPUS / "documents" / "gloucestershire-2020-1187.xlsx"
    text = explain.as_text(path, _entry(path.stem))
    assert "Sheet 'Data 18-20'" in text
    assert "[Nil]" in text and "[Seven]" in text
    assert "left out, 26 cells: arrests: 'Arrests'" in text
    assert "Month ‹period›" in text
    assert "from the catalogue: geography, geography_type" in text


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("devon-cornwall-line-list-2019.csv", "3 figures in 1 sheet, 1 to review"),
        ("dyfed-powys-370-2022.xlsx", "1 figure in 3 sheets, 0 to review"),
    ],
)
def test_the_first_line_counts(name, found):
    path = CORPUS / "documents" / name
    assert explain.as_text(path, _entry(path.stem)).startswith(f"{name}: {found}")


def test_hidden_sheets_and_templates_have_their_reason():
    path = CORPUS / "documents" / "cheshire-0412-23.xlsx"
    assert "Sheet 'pivot': left out, a hidden sheet" in explain.as_text(path, _entry(path.stem))
    path = CORPUS / "documents" / "cleveland-refusal-2021.xlsx"
    assert "an example or template" in explain.as_text(path, _entry(path.stem))


def test_as_page():
    path = CORPUS / "documents" / "merseyside-victims-2020.xlsx"
    page = explain.as_html(path, _entry(path.stem))
    assert page.startswith("<!DOCTYPE html>")
    assert "http" not in page
    assert page.count('<td class="figure') == 74
    assert "victims 12-15 female" in page
    assert "&lt;5" in page


@pytest.mark.parametrize(
    ("rows", "columns", "said"),
    [
        (90, 20, "(32 rows and 4 columns more are not drawn)"),
        (90, 3, "(32 rows more are not drawn)"),
        (20, 17, "(1 column more is not drawn)"),
        (20, 16, ""),
    ],
)
def test_what_is_not_drawn_is_said(tmp_path, rows, columns, said):
    path = tmp_path / "answer.csv"
    table = [["Sexual communication with a child, Kent Police"], ["Platform", *["2018/19"] * (columns - 1)]]
    table += [["Kik", *["1"] * (columns - 1)] for _ in range(rows)]
    path.write_text("\n\n".join(",".join(row) for row in table), encoding="utf-8")  # empty rows are not missed
    entry = Entry(id="answer")
    for drawn in (explain.as_text(path, entry), explain.as_html(path, entry)):
        assert ("not drawn" in drawn) == bool(said)
        assert said in drawn
