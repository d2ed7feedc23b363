"""Changes of months, quarters and halves: the earlier time is the one whose number gives the change."""

import pytest

from figuretrail.tables.figures.changes import UNKNOWN_STEP
from tests.tables.drawing import expect, read, sheet

TITLE = "Sexual communication with a child, Kent Police"


def _changes(table: str) -> str:
    found = {cell: f for cell, f in read(sheet(f"{TITLE}\n{table}")).items() if f.measure == "offence_change"}
    return "; ".join(
        f"{cell} {figure.period_start} against {figure.comparison_start} {figure.comparison_end}"
        for cell, figure in found.items()
    )


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            "Period | Offences | Change\nApr-Sep 2018 | 40 |\nApr-Sep 2019 | 50 | '25%",
            "C4 2019-04-01 against 2018-04-01 2018-09-30",
        ),
        (
            "Month | Offences | Change\nJanuary 2019 | 40 |\nFebruary 2019 | 50 | '25%\nMarch 2019 | 40 | '-20%",
            "C4 2019-02-01 against 2019-01-01 2019-01-31; C5 2019-03-01 against 2019-02-01 2019-02-28",
        ),
        (
            "Quarter | Offences | Change\nQ1 2018/19 | 40 |\nQ2 2018/19 | 50 | 0.25",
            "C4 2018-07-01 against 2018-04-01 2018-06-30",
        ),
        (
            "Half | Offences | Change\nH1 2018/19 | 40 |\nH2 2018/19 | 44 |\nH1 2019/20 | 60 | '50%"
            "\nH2 2019/20 | 55 | '25%",
            "C5 2019-04-01 against 2018-04-01 2018-09-30; C6 2019-10-01 against 2018-10-01 2019-03-31",
        ),
        (
            " | Apr-Sep 2018 | Apr-Sep 2019\nOffences | 40 | 50\nChange | | '25%",
            "C4 2019-04-01 against 2018-04-01 2018-09-30",
        ),
        (
            "Month | Offences | Change on previous year\nJanuary 2019 | 40 | '10%\nFebruary 2019 | 50 | '25%",
            "C3 2019-01-01 against 2018-01-01 2018-01-31; C4 2019-02-01 against 2018-02-01 2018-02-28",
        ),
    ],
)
def test_a_change_of_a_part_of_a_year(table, told):
    assert _changes(table) == told


@pytest.mark.parametrize(
    "table",
    [
        "Quarter | Offences | Change\nQ1 2018/19 | 40 |\nQ2 2018/19 | 50 | '37%",  # the numbers tell another change
        "Month | Change\nJanuary 2019 | '10%\nFebruary 2019 | '25%",  # there are no numbers
        # from a quarter before and from a year before alike
        "Quarter | Offences | Change\nQ4 2017/18 | 40 |\nQ3 2018/19 | 40 |\nQ4 2018/19 | 50 | '25%",
    ],
)
def test_a_change_that_nothing_dates_has_no_earlier_time_and_is_doubted(table):
    changes = [f for f in read(sheet(f"{TITLE}\n{table}")).values() if f.measure == "offence_change"]
    assert changes
    for figure in changes:
        assert (figure.comparison_start, figure.comparison_end) == (None, None)
        assert UNKNOWN_STEP in figure.review_reasons


def test_a_change_of_a_year_is_told_from_the_year_before():
    found = read(sheet(f"{TITLE}\nYear | Offences | Change\n2018/19 | 40 |\n2019/20 | 50 | '25%"))
    expect(found, "B3 = 40\nB4 = 50\nC4 = 25; period 2019/20; against 2018/19")
    assert found["C4"].review_reasons == ()


def test_each_place_is_compared_with_itself():
    assert (
        _changes(
            "Force | Period | Offences | Change\n"
            "Kent | Apr-Sep 2018 | 40 |\nKent | Apr-Sep 2019 | 50 | '25%\n"
            "Surrey | Apr-Sep 2018 | 10 |\nSurrey | Apr-Sep 2019 | 5 | '-50%"
        )
        == "D4 2019-04-01 against 2018-04-01 2018-09-30; D6 2019-04-01 against 2018-04-01 2018-09-30"
    )
