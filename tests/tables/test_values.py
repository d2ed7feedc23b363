"""Cells to numbers, bounds and statuses."""

import pytest

from figuretrail.tables.language.values import damaged_range, read_loosely, read_text
from figuretrail.tables.layout.notes import Key, footnote_bounds, read_key
from figuretrail.tables.layout.regions import Line

NUMBERS = {
    "12": 12,
    "1,204(2)": 1204,
    "141 [r]": 141,
    "58†": 58,
    "12*": 12,
    "-00 ": 0,
    "0.00": 0,
    "2 972": 2972,
    "10,981 ": 10981,
    "Nil": 0,
    "None": 0,
    "zero": 0,
    "Seven ": 7,
    "Five hundred and six": 506,
    "Ninety-seven": 97,
    "A dozen": 12,
    "12 offences": 12,
    "12 (34%)": 12,
    "12r": 12,
    "12 (provisional)": 12,
    "-0.36": -0.36,
    "+35": 35,
    "-5": -5,
    "one thousand two hundred": 1200,
}


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers(text):
    reading = read_text(text)
    assert reading is not None
    assert (reading.value, reading.status, reading.bound) == (NUMBERS[text], "reported", "=")


@pytest.mark.parametrize(("text", "value"), [("6.5%", 6.5), ("34 per cent", 34), ("+35%", 35), ("100 %", 100)])
def test_shares(text, value):
    reading = read_text(text)
    assert reading is not None and reading.percent
    assert reading.value == value


@pytest.mark.parametrize(
    ("text", "value", "bound", "status"),
    [
        ("<5", 5, "<", "suppressed"),
        ("< 5", 5, "<", "suppressed"),
        ("under 5", 5, "<", "suppressed"),
        ("Fewer than five", 5, "<", "suppressed"),
        ("less than 10", 10, "<", "suppressed"),
        ("1 to 4", 4, "<=", "suppressed"),
        ("1-4", 4, "<=", "suppressed"),
        ("0 – 4", 4, "<=", "suppressed"),
        ("5 or fewer", 5, "<=", "suppressed"),
        ("≤5", 5, "<=", "suppressed"),
        ("*", None, "=", "suppressed"),
        ("[c]", None, "=", "suppressed"),
        ("x", None, "=", "suppressed"),
        ("s.40", None, "=", "suppressed"),
        ("Exempt: section 40(2)", None, "=", "suppressed"),
        ("Suppressed", None, "=", "suppressed"),
        ("..", None, "=", "not_available"),
        (":", None, "=", "not_available"),
        ("n/a", None, "=", "not_available"),
        ("N/K", None, "=", "not_available"),
        ("[x]", None, "=", "not_available"),
        ("-", None, "=", "not_available"),
        ("–", None, "=", "not_available"),
        ("Not held", None, "=", "not_available"),
        ("no data", None, "=", "not_available"),
        ("Refused", None, "=", "not_available"),
        ("Refused (s40)", None, "=", "not_available"),
        ("s.40(2) refusal", None, "=", "not_available"),
        ("Withheld (s.40)", None, "=", "suppressed"),
        ("s12", None, "=", "not_available"),
        ("Section 12(1)", None, "=", "not_available"),
        ("#N/A", None, "=", "not_available"),
        ("<1%", 1, "<", "reported"),
        (">100", 100, ">", "reported"),
        ("more than 1,200", 1200, ">", "reported"),
        ("c.50", 50, "~", "reported"),
        ("approx 50", 50, "~", "reported"),
        ("35 approx", 35, "~", "reported"),
        ("35 (approx.)", 35, "~", "reported"),
        ("1,200 or so", 1200, "~", "reported"),
        ("40ish", 40, "~", "reported"),
    ],
)
def test_marks_and_bounds(text, value, bound, status):
    reading = read_text(text)
    assert reading is not None
    assert (reading.value, reading.bound, reading.status) == (value, bound, status)


@pytest.mark.parametrize(
    "text",
    [
        "Snapchat",
        "2017/18",
        "£112.50 (4.5 hours)",
        "11 and under",
        "Q1",
        "Section 15A",
        "(2)",
        "",
        "see note",
        "Kent",
        "1 in 5",
    ],
)
def test_text_that_is_no_value(text):
    assert read_text(text) is None


def test_damaged_ranges():
    assert damaged_range("Dec-15") == (12, 15)
    assert damaged_range("04-Jan") == (1, 4)
    assert damaged_range("May-18") == (5, 18)
    assert damaged_range("2018-19") is None


@pytest.mark.parametrize(
    ("note", "mark", "meaning"),
    [
        ("- means nil. <5 and <20 are used so that nobody can be identified.", "-", "zero"),
        ("- : no return was made for the month.", "-", "not_available"),
        ("Note: a dash in 2019/20 marks a platform that was not on our list that year.", "-", "not_available"),
        ("Key: .. not available; * number below 5 hidden", "..", "not_available"),
        ("Key: .. not available; * number below 5 hidden", "*", "suppressed"),
        ("A blank means that the force gave no number for the year.", "blank", "not_available"),
        ("Blank cells = zero", "blank", "zero"),
        ("Where a cell is empty, blank denotes none recorded", "blank", "zero"),
        ("'x' indicates data not held", "x", "not_available"),
        ("nh = not held. Low = fewer than five, withheld by the force.", "low", "suppressed"),
        ('"Few" means that the number is under 5', "few", "suppressed"),
        ("Key: Gone = data no longer available; Hid = suppressed", "gone", "not_available"),
        ("Key: Gone = data no longer available; Hid = suppressed", "hid", "suppressed"),
        ("In our table a low number means that few were recorded, not that it is suppressed.", "number", None),
        ("An asterisk shows a number that could identify a person", "*", "suppressed"),
    ],
)
def test_keys(note, mark, meaning):
    assert read_key([Line(9, 0, note)]).meaning(mark) == meaning


def test_notes_that_explain_nothing():
    assert read_key([Line(9, 0, "See the force's own note.")]).marks == {}


def test_footnotes_that_cut_a_period():
    key = read_key([Line(9, 0, "* 2017 holds 3 April to 31 December only"), Line(10, 0, "(a) half a year only")])
    bounds = footnote_bounds("2017*", key)
    assert bounds is not None and str(bounds.start) == "2017-04-03"
    assert footnote_bounds("2018", key) is None
    assert footnote_bounds("Kent(a)", key) is None
    assert footnote_bounds("2017*", Key()) is None


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("*12", 12.0, "reported"),
        ("12, see note", 12.0, "reported"),
        ("8 years old", 8.0, "reported"),
        ("no crimes recorded", 0.0, "reported"),
        ("Low volume", None, "suppressed"),
        ("too small to disclose", None, "suppressed"),
        ("pending", None, "not_available"),
        ("Data not available", None, "not_available"),
    ],
)
def test_words_where_a_column_has_numbers(text, value, status):
    assert read_text(text) is None
    found = read_loosely(text)
    assert found is not None
    assert (found.value, found.status) == (value, status)


def test_a_name_where_a_column_has_numbers_states_nothing():
    assert read_loosely("Snapchat") is None
    assert (
        read_loosely("The force holds no record of the platform in a field that can be searched, so it was read.")
        is None
    )
