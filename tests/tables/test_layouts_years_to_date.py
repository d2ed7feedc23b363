"""Years to date: "2022/23 YTD" beside whole years, and what a line says that "YTD" means."""

import pytest

from tests.tables.drawing import expect, read, sheet

TITLE = "Sexual communication with a child: recorded crime by Local Policing Area, Kent Police"
TABLE = """
Area | 2021/22 | 2022/23 | 2022/23 YTD | 2023/24 YTD | +/- | YTD % change
Swale | 19 | 25 | 18 | 26 | 8 | 44.4%
Medway | 63 | 61 | 43 | 49 | 6 | 14%
"""
TO_DECEMBER = [
    ("YTD = 1 April to 31 December. Source: DELPHI, data as at 08/01/2024", ""),
    ("1 April to 31 December (YTD)", ""),
    ("YTD figures run to the end of December", ""),
    ("", "Year to date: April to December"),
    ("", "YTD: 1 April 2023 to 31 December 2023"),
    ("", "YTD = first nine months"),
    ("Recorded 1 April 2021 to 31 December 2023", ""),
]


@pytest.mark.parametrize(("above", "below"), TO_DECEMBER)
def test_a_line_says_where_years_to_date_end(above, below):
    expect(
        read(sheet(f"{TITLE}\n{above}\n{TABLE.strip()}\n\n{below}")),
        """
        B4 = 19; period 2021/22
        C4 = 25; period 2022/23
        D4 = 18; period 1 April 2022 to 31 December 2022
        E4 = 26; period 1 April 2023 to 31 December 2023
        G4 = 44.4; period 1 April 2023 to 31 December 2023; against 1 April 2022 to 31 December 2022
        B5 = 63; period 2021/22
        C5 = 61; period 2022/23
        D5 = 43; period 1 April 2022 to 31 December 2022
        E5 = 49; period 1 April 2023 to 31 December 2023
        G5 = 14; period 1 April 2023 to 31 December 2023; against 1 April 2022 to 31 December 2022
        """,
    )


def test_one_of_them_says_it_for_all():
    found = read(sheet(f"{TITLE}\n{TABLE.replace('2023/24 YTD', '2023/24 YTD (Apr-Sep)').strip()}"))
    assert [str(found[cell].period_end) for cell in ("C3", "D3", "E3")] == ["2023-03-31", "2022-09-30", "2023-09-30"]


def test_the_words_stand_over_the_years():
    expect(
        read(
            sheet(f"""
            {TITLE}
             | YTD | | Full year |
            Area | 2022/23 | 2023/24 | 2021/22 | 2022/23
            Swale | 18 | 26 | 41 | 44
            Medway | 43 | 49 | 70 | 71

            YTD means April to August
            """)
        ),
        """
        B4 = 18; period 1 April 2022 to 31 August 2022
        C4 = 26; period 1 April 2023 to 31 August 2023
        D4 = 41; period 2021/22
        E4 = 44; period 2022/23
        B5 = 43; period 1 April 2022 to 31 August 2022
        C5 = 49; period 1 April 2023 to 31 August 2023
        D5 = 70; period 2021/22
        E5 = 71; period 2022/23
        """,
    )


def test_calendar_years():
    found = read(sheet(f"{TITLE}\nArea | 2022 YTD | 2023 YTD\nSwale | 18 | 26\n\nYTD means January to May"))
    assert [str(found[cell].period_end) for cell in ("B3", "C3")] == ["2022-05-31", "2023-05-31"]


def test_in_a_row_of_its_own():
    expect(
        read(
            sheet(f"""
            {TITLE}
            Count | 2022/23 | 2023/24
            Full year | 30 |
            YTD | 13 | 15

            YTD: 1 April to 31 July
            """)
        ),
        """
        B3 = 30; period 2022/23
        B4 = 13; period 1 April 2022 to 31 July 2022
        C4 = 15; period 1 April 2023 to 31 July 2023
        """,
    )


def test_beside_the_months_that_it_holds():
    expect(
        read(
            sheet("""
            Sexual communication with a child offences, Kent Police
            Financial Year | Apr | May | Jun | FYTD | Full year
            2022/23 | 3 | 4 | 5 | 12 | 50
            2023/24 | 4 | 4 | 6 | 14 |
            """)
        ),
        """
        B3 = 3; period April 2022
        C3 = 4; period May 2022
        D3 = 5; period June 2022
        E3 = 12; period 1 April 2022 to 30 June 2022
        F3 = 50; period 2022/23
        B4 = 4; period April 2023
        C4 = 4; period May 2023
        D4 = 6; period June 2023
        E4 = 14; period 1 April 2023 to 30 June 2023
        """,
    )


def test_a_change_of_whole_years_compares_these():
    found = read(
        sheet(f"""
        {TITLE}
        YTD = 1 April to 31 December
        Area | 2021/22 | 2022/23 | % change | 2022/23 YTD | 2023/24 YTD
        Swale | 20 | 25 | 25% | 18 | 26
        Medway | 60 | 75 | 25% | 43 | 49
        """)
    )
    change = found["D4"]
    assert (str(change.period_start), str(change.comparison_start)) == ("2022-04-01", "2021-04-01")


def test_without_such_a_line_their_end_is_in_doubt():
    found = read(sheet(f"{TITLE}\n{TABLE.strip()}"))
    assert found["D3"].review and not found["C3"].review
    assert any("year to date" in reason for reason in found["D3"].review_reasons)


def test_a_line_on_other_times_cuts_none():
    found = read(sheet(f"{TITLE}\n{TABLE.strip()}\n\nYTD figures are provisional. 2021/22 runs from 1 April 2021."))
    assert str(found["D3"].period_end) == "2023-03-31"


def test_running_totals_of_months_keep_their_times():
    found = read(
        sheet(f"""
        {TITLE}
        Month | Offences | YTD
        Apr-22 | 8 | 8
        May-22 | 11 | 19
        Jun-22 | 9 | 28

        YTD = 1 April to 30 June
        """)
    )
    assert [str(found[cell].period_end) for cell in ("C3", "C4", "C5")] == ["2022-04-30", "2022-05-31", "2022-06-30"]
