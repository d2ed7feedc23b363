"""Numbers with a time of their own: beside days of their own, below a remark on their row, by their footnote."""

import pytest

from figuretrail.tables.figures.remarkyears import years_listed
from figuretrail.timespan import calendar_year, offence_year
from tests.tables.drawing import expect, read, sheet


def test_two_pairs_of_days_each_before_its_number():
    found = read(
        sheet("""
        Sexual communication with a child: latest year against year before
        Force area | Earlier year | | | Later year | | | Change |
         | from | to | offences | from | to | offences | in number | in %
        Gwent | @2020-04-01 | @2021-03-31 | 50 | @2021-04-01 | @2022-03-31 | 60 | 10 | 20%
        Dyfed-Powys | @2020-01-01 | @2020-12-31 | 80 | @2021-01-01 | @2021-12-31 | 60 | -20 | -25%
        Kent | @2020-07-01 | @2021-06-30 | 100 | @2021-07-01 | @2022-06-30 | not provided | |
        """)
    )
    expect(
        found,
        """
        D4 = 50; period 2020/21; place Gwent
        G4 = 60; period 2021/22
        I4 = 20; measure offence_change; period 2021/22; against 2020/21
        D5 = 80; period 2020; place Dyfed-Powys
        G5 = 60; period 2021
        I5 = -25; measure offence_change; period 2021; against 2020
        D6 = 100; period 1 July 2020 to 30 June 2021; place Kent
        G6 = none; status not_available; period 1 July 2021 to 30 June 2022
        """,
    )


def test_two_pairs_of_days_each_after_its_number():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | Offences | Start date | End date | Offences | Start date | End date
        Gwent | 50 | @2020-04-01 | @2021-03-31 | 60 | @2021-04-01 | @2022-03-31
        Kent | 80 | @2020-01-01 | @2020-12-31 | 70 | @2021-01-01 | @2021-12-31
        """)
    )
    expect(
        found,
        """
        B3 = 50; period 2020/21; place Gwent
        E3 = 60; period 2021/22
        B4 = 80; period 2020; place Kent
        E4 = 70; period 2021
        """,
    )


def test_one_pair_of_days_is_that_of_all_numbers_in_its_row():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | From | To | Offences | Female victims | Male victims
        Gwent | @2020-04-01 | @2021-03-31 | 50 | 40 | 10
        Kent | @2020-01-01 | @2020-12-31 | 80 | 60 | 20
        """)
    )
    assert {found[f"{column}3"].period_start.isoformat() for column in "DEF"} == {"2020-04-01"}
    assert {found[f"{column}4"].period_end.isoformat() for column in "DEF"} == {"2020-12-31"}


def test_a_remark_gives_a_row_years_of_another_kind():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | 2020/21 | 2021/22 | 2022/23 | % change 2020/21 to 2022/23 | Notes
        Cleveland | 88 | 97 | 121 | +38% |
        Dorset | 61 | 64 | 59 | -3% | CALENDAR years 2020, 2021, 2022 - their system will not do financial
        Gwent | 50 | 55 | 60 | +20% | First sent 2019 figures by mistake
        """)
    )
    expect(
        found,
        """
        B3 = 88; period 2020/21
        C3 = 97; period 2021/22
        D3 = 121; period 2022/23
        E3 = 38; measure offence_change; period 2022/23; against 2020/21
        B4 = 61; period 2020
        C4 = 64; period 2021
        D4 = 59; period 2022
        E4 = -3; measure offence_change; period 2022; against 2020
        B5 = 50; period 2020/21
        C5 = 55
        D5 = 60; period 2022/23
        E5 = 20
        """,
    )


def test_a_remark_gives_a_row_financial_years_below_calendar_years():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | 2021 | 2022 | Comment
        Essex | 262 | 277 |
        Kent | 150 | 161 | financial years 2021/22 and 2022/23
        """)
    )
    expect(found, "B3 = 262; period 2021\nC3 = 277; period 2022\nB4 = 150; period 2021/22\nC4 = 161; period 2022/23")


@pytest.mark.parametrize("name", ["% change", "Change 2021/22 to 2022/23 (%)"])
def test_a_change_in_such_a_row_is_one_between_its_years(name):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | 2021/22 | 2022/23 | {name} | Notes
        Gwent | 50 | 60 | +20% |
        Kent | 50 | 40 | -20% | calendar years 2021 & 2022
        """)
    )
    expect(
        found,
        """
        B3 = 50; period 2021/22
        C3 = 60; period 2022/23
        D3 = 20; measure offence_change; period 2022/23; against 2021/22
        B4 = 50; period 2021
        C4 = 40; period 2022
        D4 = -20; measure offence_change; period 2022; against 2021
        """,
    )


@pytest.mark.parametrize("remark", ["2022/23 is April to December only", "2022/23 covers April to December 2022."])
def test_a_remark_says_which_part_of_a_year_was_counted(remark):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | 2021/22 | 2022/23 | Notes
        Gwent | 50 | 60 |
        Kent | 50 | 40 | {remark}
        """)
    )
    expect(
        found,
        """
        B3 = 50; period 2021/22
        C3 = 60; period 2022/23
        B4 = 50; period 2021/22
        C4 = 40; period 1 April 2022 to 31 December 2022
        """,
    )


@pytest.mark.parametrize("remark", ["2022/23 was sent in April to December", "late, April to December 2023"])
def test_a_remark_on_when_a_number_was_sent_cuts_nothing(remark):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | 2021/22 | 2022/23 | Notes
        Gwent | 50 | 60 |
        Kent | 50 | 40 | {remark}
        """)
    )
    expect({"C4": found["C4"]}, "C4 = 40; period 2022/23")


@pytest.mark.parametrize(
    "remark",
    [
        "calendar years",  # which of them is which nobody could tell
        "calendar years 2021 and 2022",  # of three columns
        "asked for calendar years, sent financial",
        "2020, 2021 and 2022 were sent twice",
    ],
)
def test_a_remark_without_as_many_years_moves_none(remark):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | 2020/21 | 2021/22 | 2022/23 | Notes
        Cleveland | 88 | 97 | 121 |
        Dorset | 61 | 64 | 59 | {remark}
        """)
    )
    assert [found[f"{column}4"].period_start.month for column in "BCD"] == [4, 4, 4]


@pytest.mark.parametrize(
    ("remark", "years"),
    [
        ("Calendar years 2020 to 2022", [calendar_year(year) for year in (2020, 2021, 2022)]),
        ("calendar yrs: 2020; 2021", [calendar_year(2020), calendar_year(2021)]),
        ("Financial years 2020/21, 2021/22", [offence_year(2020), offence_year(2021)]),
        ("calendar year 2021", []),
        ("calendar years 2022, 2021", []),
        ("years 2020, 2021", []),
    ],
)
def test_years_that_a_remark_lists(remark, years):
    assert list(years_listed(remark)) == years


FOOTNOTED = """
Sexual communication with a child
Year | Dyfed-Powys | Gwent
2021-22 | 61 | 64
2020-21 | 38 {mark} | 55
2019-20 | 47 | 51
{note}
"""


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("(4)", "(4) 1 April to 31 December 2020 only, the rest was lost"),
        ("[b]", "[b] April to December 2020 only."),
        ("*", "* to 31 December 2020"),
    ],
)
def test_a_numbers_footnote_limits_its_time(mark, note):
    found = read(sheet(FOOTNOTED.format(mark=mark, note=note)))
    expect(
        found,
        """
        B3 = 61; period 2021/22; place Dyfed-Powys
        C3 = 64
        B4 = 38; period 1 April 2020 to 31 December 2020
        C4 = 55; period 2020/21; place Gwent
        B5 = 47; period 2019/20
        C5 = 51
        """,
    )


@pytest.mark.parametrize("note", ["(4) Answered late, on 3 July 2021.", "(4) A new system since November 2020."])
def test_a_numbers_footnote_on_something_else_leaves_its_time(note):
    found = read(sheet(FOOTNOTED.format(mark="(4)", note=note)))
    expect(
        {"B4": found["B4"]},
        "B4 = 38; period 2020/21",
    )
