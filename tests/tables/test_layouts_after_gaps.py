"""Rows without headers of their own, after an empty row below a table: what is counted besides, shares, changes."""

import datetime as dt

import pytest

from tests.tables.drawing import expect, read, sheet

TOTALS = [
    ("All offences | 40 | 42", "measure offences; platforms none", 40, 42),
    ("Girls | 25 | 26", "measure offences; sex female", 25, 26),
    ("Girls as % of all victims | 0.62 | 0.60", "measure victim_share; sex female", 62, 60),
    ("Offences with an app recorded | 35 | 37", "measure offences; base method_recorded", 35, 37),
    ("Change on the year before | n/a | 5%", "measure offence_change", "none; status not_available", 5),
    ("Age of the youngest victim | 8 | 7", "measure victim_age", 8, 7),
    ("Average per month | 3.3 | 3.5", "unit per_month", 3.3, 3.5),
    ("of which under 13 | * | 11", "ages 0-12", "none; status suppressed", 11),
]


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(("row", "said", "one", "two"), TOTALS)
def test_a_row_after_a_gap_stands_under_the_years_above(row, said, one, two, gap):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent
        App | 2020/21 | 2021/22
        Snapchat | 30 | 31
        Kik | 5 | 6
        {gap}
        {row}
        """)
    )
    number = 6 + len(gap)
    expect(
        {cell: figure for cell, figure in found.items() if cell[1:] not in "34"},
        f"B{number} = {one}; {said}; period 2020/21\nC{number} = {two}; {said}; period 2021/22",
    )


@pytest.mark.parametrize("merged", [(), ((1, 1, 1, 2), (1, 3, 1, 4))])
def test_a_row_after_a_gap_below_groups_of_columns(merged):
    found = read(
        sheet(
            """
        Victims of sexual communication with a child (Staffordshire Police)
        Age of victim | 2018/19 |  | 2019/20 |
         | Girls | All | Girls | All
        8 and under | x | x | 5 | 8
        9 to 17 | 61 | 76 | 72 | 85
        All ages | 64 | 80 | 77 | 93

        Girls as % of all |  | 80% |  | 83%
        """,
            merged=merged,
        )
    )
    assert (found["C8"].period_start, found["E8"].period_start) == (dt.date(2018, 4, 1), dt.date(2019, 4, 1))
    assert (found["C8"].measure, found["C8"].victim_sex, found["C8"].victim_age_min) == ("victim_share", "female", None)


@pytest.mark.parametrize("row", ["Arrests | 3 | 4", "Not recorded | 4 | 5", "Charged | 3 | 4"])
def test_what_is_none_of_ours_after_a_gap(row):
    found = read(sheet(f"SCWC, Kent\nApp | 2020/21 | 2021/22\nKik | 5 | 6\n\n{row}"))
    assert set(found) == {"B3", "C3"}


@pytest.mark.parametrize("hidden", ["30 to 40", "12 - 17", "between 50 and 60"])
def test_a_range_under_numbers_is_no_age(hidden):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent
        Period | All crimes | Kik | Snapchat
        2021/22 | 83 | x | 33
        2022/23 | 87 | 8 | 36

        Total | 170 | {hidden} | 69
        """)
    )
    high = hidden.split()[-1]
    expect(
        found,
        f"""
        B3 = 83; period 2021/22; ages none
        C3 = none; platforms Kik; status suppressed
        D3 = 33; platforms Snapchat
        B4 = 87; period 2022/23
        C4 = 8
        D4 = 36
        B6 = 170; period April 2021 to March 2023; ages none; platforms none
        C6 = {high}; bound <=; status suppressed; platforms Kik; ages none
        D6 = 69; platforms Snapchat; ages none
        """,
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Age of the youngest victim", "measure victim_age; unit years"),
        ("Oedran y dioddefwr ieuengaf / Age of the youngest victim", "measure victim_age; unit years"),
        ("Number of victims", "measure victims"),
        ("Offences recorded in which Snapchat was used", "measure offences; platforms Snapchat"),
        ("Suspects", None),
        ("Arrests", None),
    ],
)
def test_a_line_between_years_says_what_is_counted_below_it(line, said):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent
        Year | Offences
        2021/22 | 83
        2022/23 | 87
        {line}
        2021/22 | 9
        2022/23 | 8
        """)
    )
    below = f"B6 = 9; period 2021/22; {said}\nB7 = 8; period 2022/23; {said}" if said else ""
    expect(found, f"B3 = 83; period 2021/22; measure offences\nB4 = 87; period 2022/23\n{below}")
