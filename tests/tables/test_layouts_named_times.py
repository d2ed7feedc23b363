"""Times under names that a sheet gives them: "yr 1 = 1/4/20 - 31/3/21", then "yr 1" over a column or beside a row."""

import datetime as dt

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "told",
    [
        "yr 1 = 1/4/20 - 31/3/21, yr 2 = 1/4/21 - 31/3/22",
        "yr 1 is April 2020 to March 2021 and yr 2 is April 2021 to March 2022.",
        "Yr 1: 2020/21; Yr 2: 2021/22",
    ],
)
def test_a_title_names_the_times_of_the_columns(told):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child by area, Kent Police. {told}
             | yr 1 | yr 2 | both yrs
            Medway | 24 | 31 | 55
            Swale | 18 | 22 | 40
            FORCE | 42 | 53 | 95
            """)
        ),
        """
        B3 = 24; period 2020/21
        C3 = 31; period 2021/22
        D3 = 55; period 1 April 2020 to 31 March 2022
        B4 = 18; period 2020/21
        C4 = 22; period 2021/22
        D4 = 40; period 1 April 2020 to 31 March 2022
        B5 = 42; period 2020/21
        C5 = 53; period 2021/22
        D5 = 95; period 1 April 2020 to 31 March 2022
        """,
    )


def test_a_line_below_names_the_times_of_the_rows():
    expect(
        read(
            sheet("""
            Sexual communication with a child, Kent Police
             | Snapchat | Kik
            P1 | 12 | 3
            P2 | 14 | 5

            P1: Jan to Jun 2022; P2: Jul to Dec 2022
            """)
        ),
        """
        B3 = 12; platforms Snapchat; period 1 January 2022 to 30 June 2022
        C3 = 3; platforms Kik; period 1 January 2022 to 30 June 2022
        B4 = 14; platforms Snapchat; period 1 July 2022 to 31 December 2022
        C4 = 5; platforms Kik; period 1 July 2022 to 31 December 2022
        """,
    )


def test_a_key_of_two_columns_names_the_times():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        yr 1 | 1/4/20 - 31/3/21
        yr 2 | 1/4/21 - 31/3/22

         | yr 1 | yr 2
        Snapchat | 40 | 50
        Instagram | 9 | 13
        """)
    )
    assert {cell: str(f.period_start) for cell, f in found.items()} == {
        "B6": "2020-04-01",
        "C6": "2021-04-01",
        "B7": "2020-04-01",
        "C7": "2021-04-01",
    }


def test_a_word_that_nobody_knows_names_a_time():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
         | Lockdown | Afterwards
        Total | 40 | 50
        Instagram | 9 | 13

        Lockdown is 1 April 2020 to 30 June 2020. Afterwards is 1 July 2020 to 31 March 2021.
        """)
    )
    assert (found["B4"].period_start, found["B4"].period_end) == (dt.date(2020, 4, 1), dt.date(2020, 6, 30))
    assert (found["C3"].period_start, found["C3"].period_end) == (dt.date(2020, 7, 1), dt.date(2021, 3, 31))


def test_what_names_something_else_is_no_time():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22. Area 1 = Medway, area 2 = Swale
         | Area 1 | Area 2
        Snapchat | 24 | 31
        """)
    )
    assert {f.period_start for f in found.values()} == {dt.date(2021, 4, 1)}


def test_a_known_label_keeps_its_own_meaning():
    # "Snapchat: 2020 to 2022 only" limits no column, and "Total: 2021/22" is the title's time
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police. Total: 2021/22
         | Total | Snapchat
        2020/21 | 40 | 24
        2021/22 | 50 | 31
        """)
    )
    assert found["B3"].period_start == dt.date(2020, 4, 1)
    assert found["C4"].period_start == dt.date(2021, 4, 1)
