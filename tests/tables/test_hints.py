"""Hints of a source's entry: validated, applied, reported as used."""

from pathlib import Path

import pytest

from figuretrail.entry import Entry
from figuretrail.errors import SourceError
from figuretrail.tables.chain import understand
from figuretrail.tables.files.grid import Workbook
from figuretrail.tables.layout.hints import KEYS, read_hints
from tests.tables.drawing import expect, read, sheet


def test_header_rows_that_nothing_in_the_sheet_tells():
    drawing = """
    Sexual communication with a child
    Force | 12 | 13
    Kent | 5 | 6
    """
    hints = {"header_rows": {"Sheet1": [2]}, "period": ["2018-04-01", "2019-03-31"]}
    found = read(sheet(drawing), hints=hints)
    expect(found, "B3 = 5; place Kent; period 2018/19\nC3 = 6; place Kent; period 2018/19")


def test_blank_and_marks():
    drawing = """
    Sexual communication with a child 2018/19
    App | Offences | Under 13
    Kik |  | 5
    Skype | 3 | o
    """
    found = read(sheet(drawing), force="Kent", hints={"blank": "zero", "marks": {"-": "zero"}})
    expect(found, "B3 = 0; platforms Kik\nC3 = 5; platforms Kik; ages 0-12\nB4 = 3; platforms Skype")


def test_what_hints_settle_is_said_to_come_from_the_catalogue_and_used():
    entry = Entry(
        id="x", hints={"offence": "sexual_communication_with_a_child", "place": "Kent", "base": "method_recorded"}
    )
    hints = read_hints(Path("x.xlsx"), entry)
    drawing = "App | 2018/19\nKik | 12%\nOther | 88%"
    work = understand(Workbook([sheet(drawing)]), entry, hints)
    assert [(f.value, f.geography, f.base, f.offence) for f in work.figures] == [
        (12.0, "Kent", "method_recorded", "sexual_communication_with_a_child")
    ]
    assert set(work.figures[0].from_catalogue) == {"offence", "geography", "geography_type", "base"}
    assert hints.used == {"offence", "place", "base"}


def test_only_the_sheets_named():
    one = sheet("Sexual communication with a child\nYear | Offences\n2018/19 | 5", "Final")
    two = sheet("Sexual communication with a child\nYear | Offences\n2018/19 | 4", "Draft")
    assert [f.cell for f in read(one, two, force="Kent", hints={"sheets": ["Final"]}).values()] == ["Final!B3"]


@pytest.mark.parametrize(
    ("hints", "message"),
    [
        ({"headers": 3}, "a key that is not known"),
        ({"blank": "nothing"}, "'nothing'; expected one of zero"),
        ({"period": "2018/19"}, "'2018/19'; expected the time"),
        ({"period": ["2019-03-31", "2018-04-01"]}, "expected the time"),
        ({"header_rows": [3]}, "header rows of a sheet"),
        ({"header_rows": {"Sheet1": ["three"]}}, "header rows of a sheet"),
        ({"marks": ["-"]}, "what marks mean"),
        ({"marks": {"-": "nix"}}, "expected one of zero"),
        ({"base": "some"}, "expected one of all"),
        ({"sheets": {}}, "a list of sheet names"),
    ],
)
def test_hints_that_are_wrong(hints, message):
    with pytest.raises(SourceError, match="hint") as caught:
        read_hints(Path("answer.xlsx"), Entry(id="x", hints=hints))
    assert message in str(caught.value)


def test_every_hint_is_documented():
    text = (Path(__file__).parents[2] / "docs" / "hints.md").read_text(encoding="utf-8")
    assert all(f"`{key}`" in text for key in KEYS)
