"""Numbers that are written as no number is, and numbers that nobody counts."""

import pytest

from figuretrail.tables.language.values import read_loosely, read_text
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "text",
    [
        "1,20",
        "1,2,3",
        "1,,2",
        "12,34",
        "1,2345",
        "(1,20)",
        "1,20r",
        "<1,20",
        "c.1,20",
        "1,20+",
        "1,2 (34%)",
        "8,7 (see below)",
        "1,20 offences",
        "1,2 or more",
        "two three",
        "six six",
        "five and six",
        "5 and 6",
        "twenty eleven",
        "up to six six",
    ],
)
def test_what_is_no_one_number(text):
    assert read_text(text) is None
    assert read_loosely(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,204", 1204),
        ("12,345,678", 12_345_678),
        ("(1,204)", 1204),
        ("1,204r", 1204),
        ("<1,200", 1200),
        ("1,200+", 1200),
        ("c.1,204", 1204),
        ("1,204 (34%)", 1204),
        ("1,204 offences", 1204),
        ("1204", 1204),
        ("twenty-three", 23),
        ("one hundred and six", 106),
        ("between 1 and 4", 4),
        ("one to four", 4),
    ],
)
def test_what_is_one_number(text, value):
    reading = read_text(text)
    assert reading is not None and reading.value == value


def test_a_cell_that_is_no_number_costs_its_neighbours_nothing():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Platform | 2018/19 | 2019/20
        Snapchat | 1,20 | 14
        Kik | 12 | 1,204
        Skype | 7 | two three
        Viber | 9 | 6
        """)
    )
    expect(found, "C3 = 14\nB4 = 12\nC4 = 1204\nB5 = 7\nB6 = 9\nC6 = 6")
    assert all(figure.review_reasons == () for figure in found.values())


def test_broken_counts_and_shares_above_the_whole_are_doubted():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2018/19
        Platform | Offences | Share of offences | Average per day
        Snapchat | 12.5 | '37.5% | 1.2
        Kik | 12 | '140% | 2.5
        All | 200 | '100% | 3
        """)
    )
    doubted = {cell: figure.review_reasons for cell, figure in found.items() if figure.review_reasons}
    assert doubted["B3"] == ("a count that is not whole",)
    assert doubted["C4"] == ("a share of more than the whole",)
    assert {"B4", "C3", "B5", "C5"}.isdisjoint(doubted)
    assert all("a count that is not whole" not in doubted.get(cell, ()) for cell in ("D3", "D4"))
