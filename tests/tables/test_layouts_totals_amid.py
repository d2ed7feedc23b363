"""Totals amid times that they don't all add up: months, their total, then a year before them for comparison."""

import pytest

from tests.tables.drawing import expect, read, sheet

TITLE = "Sexual communication with a child offences, Kent Police"


@pytest.mark.parametrize("before", ["Previous FY (22/23)", "2022/23", "Year to March 2023, for comparison"])
def test_a_year_below_the_total_of_months(before):
    expect(
        read(
            sheet(f"""
            {TITLE}
            Created Month | Crime Count | of which Snapchat
            @2023-04-01 | 20 | 9
            @2023-05-01 | 14 | 8
            @2023-06-01 | 21 | 3
            Total | 55 | 20
            {before} | 218 | 60
            """)
        ),
        """
        B3 = 20; period April 2023
        C3 = 9; period April 2023
        B4 = 14; period May 2023
        C4 = 8; period May 2023
        B5 = 21; period June 2023
        C5 = 3; period June 2023
        B6 = 55; period 1 April 2023 to 30 June 2023
        C6 = 20; period 1 April 2023 to 30 June 2023
        B7 = 218; period 2022/23
        C7 = 60; period 2022/23
        """,
    )


def test_a_total_above_its_quarters():
    expect(
        read(
            sheet(f"""
            {TITLE}
            Quarter | Crimes
            Total | 55
            Apr-Jun 2023 | 20
            Jul-Sep 2023 | 14
            Oct-Dec 2023 | 21
            2022/23 | 218
            """)
        ),
        """
        B3 = 55; period 1 April 2023 to 31 December 2023
        B4 = 20; period 1 April 2023 to 30 June 2023
        B5 = 14; period 1 July 2023 to 30 September 2023
        B6 = 21; period 1 October 2023 to 31 December 2023
        B7 = 218; period 2022/23
        """,
    )


def test_a_column_of_an_earlier_year_after_the_total():
    expect(
        read(
            sheet(f"""
            {TITLE}
            District | 2022/23 | 2023/24 | Total | 2021/22 for comparison
            Swale | 20 | 9 | 29 | 12
            Medway | 14 | * | 22 | 15
            """)
        ),
        """
        B3 = 20; period 2022/23
        C3 = 9; period 2023/24
        D3 = 29; period 1 April 2022 to 31 March 2024
        E3 = 12; period 2021/22
        B4 = 14; period 2022/23
        C4 = none; period 2023/24; status suppressed
        D4 = 22; period 1 April 2022 to 31 March 2024
        E4 = 15; period 2021/22
        """,
    )


@pytest.mark.parametrize(("total", "last"), [(46, "2023 (to 31 March)"), (41, "2021 again")])
def test_a_total_that_does_not_add_them_up_covers_all(total, last):
    found = read(
        sheet(f"""
        {TITLE}
        Year | Crimes
        2020 | 20
        2021 | 9
        Total | {total}
        2022 | 12
        {last} | 5
        """)
    )
    end = "2023-03-31" if total == 46 else "2022-12-31"
    assert (str(found["B5"].period_start), str(found["B5"].period_end)) == ("2020-01-01", end)


def test_of_several_totals_each_covers_those_above_it():
    found = read(
        sheet(f"""
        {TITLE}
        Year | Crimes
        2020 | 20
        2021 | 9
        Total | 29
        2022 | 12
        2023 | 5
        Total | 17
        """)
    )
    assert (str(found["B5"].period_start), str(found["B5"].period_end)) == ("2020-01-01", "2021-12-31")
    assert (str(found["B8"].period_start), str(found["B8"].period_end)) == ("2022-01-01", "2023-12-31")


def test_times_that_come_again_are_those_of_another_list():
    found = read(
        sheet(f"""
        {TITLE}
        Year | Crimes
        2020 | 20
        2021 | 9
        Total | 29
        of which girls, 2020 | 12
        of which girls, 2021 | 5
        """)
    )
    assert (str(found["B5"].period_start), str(found["B5"].period_end)) == ("2020-01-01", "2021-12-31")


def test_the_previous_financial_year_in_short():
    found = read(
        sheet("""
        Sexual communication with a child offences in 2023/24, Kent Police
         | All | Snapchat
        Force | 20 | 9
        Previous FY | 14 | 8
        """)
    )
    assert [str(found[cell].period_start) for cell in ("B3", "B4")] == ["2023-04-01", "2022-04-01"]
