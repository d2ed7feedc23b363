"""Years that hold only a part of themselves, as titles and notes say, and years that only seem to."""

import datetime as dt

import pytest

from figuretrail.tables.figures.cutting import cuts_in
from tests.tables.drawing import expect, read, sheet

MONTHS = """
{title}
Month recorded | 2021 | 2022 | 2023
January | 7 | 9 | 11
June | 8 | 13 | 10
July | 11 | 6 | {july}
Total | 26 | 28 | 21
|
{note}
"""
CUT = """
B3 = 7; period January 2021
C3 = 9; period January 2022
D3 = 11; period January 2023
B4 = 8; period June 2021
C4 = 13; period June 2022
D4 = 10; period June 2023
B5 = 11; period July 2021
C5 = 6; period July 2022
B6 = 26; period 2021
C6 = 28; period 2022
D6 = 21; period {last}
"""


@pytest.mark.parametrize(
    "note",
    [
        "2023 is to 30 June only. One offence can have more than one victim.",
        "2023 to June only",
        "2023 runs from 1 January to 30 June.",
        "Figures for 2023 are up to the end of June",
        "The 2023 figures cover the first six months.",
        "Note: 2023 data is for January - June only",
        "2023 = 01/01/2023 to 30/06/2023",
        "Please note that 2023 is a part year (to 30 June)",
    ],
)
def test_a_note_that_cuts_the_last_year(note):
    found = read(sheet(MONTHS.format(title="SCWC in Kent", july="", note=note)))
    expect(found, CUT.format(last="1 January 2023 to 30 June 2023"))


@pytest.mark.parametrize(
    "title",
    [
        "SCWC recorded in Kent 1 January 2021 to 30 June 2023",
        "SCWC in Kent, January 2021 - June 2023, by month",
        "SCWC, Kent: 01/01/2021 to 30/06/2023",
        "SCWC in Kent between 1st January 2021 and 30th June 2023",
    ],
)
def test_a_title_that_ends_in_the_midst_of_the_last_year(title):
    found = read(sheet(MONTHS.format(title=title, july="", note="")))
    expect(found, CUT.format(last="1 January 2023 to 30 June 2023"))


def test_the_months_after_the_end_are_where_they_were():
    found = read(sheet(MONTHS.format(title="SCWC in Kent", july="0", note="2023 is to 30 June only.")))
    expect(found, CUT.format(last="1 January 2023 to 30 June 2023") + "D5 = 0; period July 2023")


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("SCWC in Kent", "2023 is up 5% on the year before"),
        ("SCWC in Kent", "Offences from 2021 to June 2023 were read again"),
        ("SCWC in Kent", "2023 was affected by a new system from June"),
        ("SCWC in Kent", "2024 is to 30 June only"),
        ("SCWC in Kent, 2021 to 2023", ""),
        ("SCWC in Kent, 1 January 2021 to 31 December 2023", ""),
        ("SCWC in Kent, published 30 June 2024", ""),
        ("How many SCWC offences were recorded in Kent from 1 January 2021 to 30 June 2023?", ""),
    ],
)
def test_a_year_that_is_whole(title, note):
    found = read(sheet(MONTHS.format(title=title, july="", note=note)))
    expect(found, CUT.format(last="2023"))


def test_a_question_answered_before_the_year_had_ended():
    title = "How many SCWC offences were recorded in Kent from 1 January 2021 to 30 June 2023?"
    found = read(sheet(MONTHS.format(title=title, july="", note="")), published=dt.date(2023, 8, 1))
    expect(found, CUT.format(last="1 January 2023 to 30 June 2023"))
    found = read(sheet(MONTHS.format(title=title, july="", note="")), published=dt.date(2024, 2, 1))
    expect(found, CUT.format(last="2023"))


def test_financial_years_down_with_a_first_and_a_last_part():
    found = read(
        sheet("""
        Sexual communication with a child recorded in Gwent, 1 October 2018 to 31 December 2020
        Financial year | Offences
        2018/19 | 20
        2019/20 | 45
        2020/21 | 33
        Total | 98
        """)
    )
    expect(
        found,
        """
        B3 = 20; period 1 October 2018 to 31 March 2019
        B4 = 45; period 2019/20
        B5 = 33; period 1 April 2020 to 31 December 2020
        B6 = 98; period 1 October 2018 to 31 December 2020
        """,
    )


def test_years_of_two_kinds_are_not_cut_by_each_other():
    found = read(
        sheet("""
        Sexual communication with a child recorded in Gwent, 2019 to 2020
        Financial year | Offences
        2018/19 | 20
        2019/20 | 45
        2020/21 | 33
        """)
    )
    expect(
        found,
        """
        B3 = 20; period 2018/19
        B4 = 45; period 2019/20
        B5 = 33; period 2020/21
        """,
    )


def test_what_a_text_says_of_a_year():
    assert cuts_in("Data for 2023 is up to 31 August 2023")[0][1].end == dt.date(2023, 8, 31)
    assert cuts_in("2023/24 data is for Q1 to Q3")[0][1].end == dt.date(2023, 12, 31)
    assert cuts_in("2018 begins in April")[0][1].start == dt.date(2018, 4, 1)
    assert cuts_in("2017/18 starts on 3 April 2017") == ()
    assert cuts_in("2023 is the year to March 2023") == ()
    assert cuts_in("January 2021 to June 2023") == ()
    assert cuts_in("2021 to June 2023") == ()


@pytest.mark.parametrize("last", ["2023", "2023 (part)", "2023 to date", "2023 YTD", "2023 (to 31 May)"])
def test_the_last_year_by_whatever_name(last):
    found = read(
        sheet(f"""
        SCWC in Kent, 1 January 2021 to 31 May 2023
        Year | Offences
        2021 | 50
        2022 | 60
        {last} | 31
        """)
    )
    expect(
        found,
        """
        B3 = 50; period 2021
        B4 = 60; period 2022
        B5 = 31; period 1 January 2023 to 31 May 2023
        """,
    )


def test_a_time_without_an_end_beside_a_title_of_many_years():
    found = read(
        sheet("""
        SCWC in Kent, 1 January 2018 to 31 May 2023
        Year | Offences
        2018 | 50
        Since January 2019 | 160
        """)
    )
    assert found["B4"].period_end is None


@pytest.mark.parametrize(
    "asked",
    [
        "1) The number of SCWC offences for 2021/22, 2022/23 and the first half of 2023/24",
        "SCWC offences in 2021/22, 2022/23 and the first six months of the financial year 2023/24, please",
        "Number of SCWC offences, 2021/22, 2022/23 and Q1 of 2023/24",
        "SCWC in 2021/22, 2022/23 and April to September of 2023/24",
        "SCWC for 2021/22, 2022/23 and first half 2023/24",
    ],
)
def test_the_part_of_a_later_year_in_a_list_of_years(asked):
    found = read(
        sheet(f"""
        {asked}
        Year | Offences
        2021/22 | 50
        2022/23 | 60
        2023/24 (Apr-Sep) | 31
        """)
    )
    expect(found, "B3 = 50; period 2021/22\nB4 = 60; period 2022/23\nB5 = 31; period Apr-Sep 2023")


def test_a_part_that_is_said_of_the_year_before_it():
    assert cuts_in("2022/23 covers the first half of the year only. 2023/24 is whole")[0][1].end == dt.date(2022, 9, 30)
    assert cuts_in("2022/23 is the first half of 2022/23")[0][1].end == dt.date(2022, 9, 30)
    assert cuts_in("2022/23 and the first half of 2023/24") == ()
