"""Running totals beside the times they add up, and months of a year that its own header cuts short."""

from tests.tables.drawing import expect, read, sheet


def test_a_year_to_date_runs_from_the_first_month():
    found = read(
        sheet("""
        Sexual communication with a child, Durham Constabulary, 2022/23
        Month | Crimes | Cumulative
        April 2022 | 4 | 4
        May 2022 | 6 | 10
        June 2022 | 0 | 10
        July 2022 | 3 | 13
        """)
    )
    expect(
        found,
        """
        B3 = 4; period April 2022; place Durham
        C3 = 4; period April 2022
        B4 = 6; period May 2022
        C4 = 10; period 1 April 2022 to 31 May 2022
        B5 = 0; period June 2022
        C5 = 10; period 1 April 2022 to 30 June 2022
        B6 = 3; period July 2022
        C6 = 13; period 1 April 2022 to 31 July 2022
        """,
    )


def test_a_running_total_begins_again_with_the_next_year():
    found = read(
        sheet("""
        Cheshire Constabulary: sexual communication with a child offences
        | Offences | FYTD
        Q3 2021/22 | 5 | 20
        Q4 2021/22 | 7 | 27
        """),
        sheet(
            """
        Cheshire Constabulary: sexual communication with a child offences
        Quarter | Offences | Financial year to date
        Q1 2021/22 | 9 | 9
        Q2 2021/22 | 6 | 15
        Q3 2021/22 | 5 | 20
        Q4 2021/22 | 7 | 27
        Q1 2022/23 | 8 | 8
        Q2 2022/23 | 4 | 12
        """,
            name="Sheet2",
        ),
    )
    own = {cell: found[cell] for cell in found if cell.startswith("Sheet2")}
    expect(
        own,
        """
        Sheet2!B3 = 9; period April to June 2021
        Sheet2!C3 = 9; period April to June 2021
        Sheet2!B4 = 6; period July to September 2021
        Sheet2!C4 = 15; period April to September 2021
        Sheet2!B5 = 5; period October to December 2021
        Sheet2!C5 = 20; period April to December 2021
        Sheet2!B6 = 7; period January to March 2022
        Sheet2!C6 = 27; period 1 April 2021 to 31 March 2022
        Sheet2!B7 = 8; period April to June 2022
        Sheet2!C7 = 8; period April to June 2022
        Sheet2!B8 = 4; period July to September 2022
        Sheet2!C8 = 12; period April to September 2022
        """,
    )


def test_a_running_total_below_months_whose_year_the_title_says():
    found = read(
        sheet("""
        Offences of sexual communication with a child recorded in 2023/24, Gwent Police
        | Apr | May | Jun | Jul
        Recorded | 2 | 5 | 1 | 4
        Running total | 2 | 7 | 8 | 12
        """)
    )
    expect(
        found,
        """
        B3 = 2; period April 2023
        C3 = 5; period May 2023
        D3 = 1; period June 2023
        E3 = 4; period July 2023
        B4 = 2; period April 2023
        C4 = 7; period April to May 2023
        D4 = 8; period April to June 2023
        E4 = 12; period April to July 2023
        """,
    )


def test_a_running_total_alone_begins_again_where_it_falls():
    found = read(
        sheet("""
        Sexual communication with a child, Dorset Police
        Month | Year to date
        January 2022 | 3
        February 2022 | 8
        March 2022 | 9
        April 2022 | 2
        May 2022 | 6
        """)
    )
    expect(
        found,
        """
        B3 = 3; period January 2022
        B4 = 8; period January to February 2022
        B5 = 9; period January to March 2022
        B6 = 2; period April 2022
        B7 = 6; period April to May 2022
        """,
    )


def test_a_total_to_date_that_adds_up_nothing_is_no_running_total():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        | Offences | Of which recorded to date with a platform
        2020/21 | 30 | 20
        2021/22 | 40 | 31
        2022/23 | 50 | 29
        """)
    )
    assert found["C4"].period_start == found["B4"].period_start
    assert found["C5"].period_start == found["B5"].period_start


def test_months_of_a_year_that_its_header_cuts_short():
    found = read(
        sheet("""
        Sexual communication with a child offences, Cleveland Police
        | 2022 | 2023 (to 31 August)
        Jan - Apr | 10 | 12
        May - Aug | 11 | 9
        Sep - Dec | 8 | n/a
        All | 29 | 21
        """)
    )
    expect(
        found,
        """
        B3 = 10; period January to April 2022
        C3 = 12; period January to April 2023
        B4 = 11; period May to August 2022
        C4 = 9; period May to August 2023
        B5 = 8; period September to December 2022
        C5 = none; status not_available; period September to December 2023
        B6 = 29; period 2022
        C6 = 21; period January to August 2023
        """,
    )


def test_quarters_of_a_financial_year_that_its_header_cuts_short():
    found = read(
        sheet("""
        Sexual communication with a child offences, Lancashire Constabulary
        | 2022/23 | 2023/24 (to 31 December 2023)
        Q1 | 10 | 12
        Q2 | 11 | 9
        Q3 | 8 | 7
        Q4 | 6 | ..
        """)
    )
    expect(
        found,
        """
        B3 = 10; period April to June 2022
        C3 = 12; period April to June 2023
        B4 = 11; period July to September 2022
        C4 = 9; period July to September 2023
        B5 = 8; period October to December 2022
        C5 = 7; period October to December 2023
        B6 = 6; period January to March 2023
        C6 = none; status not_available; period January to March 2024
        """,
    )


def test_cumulative_percentages_and_years_to_date_of_two_forces():
    found = read(
        sheet("""
        Sexual communication with a child, quarters of 2022/23
        Quarter | Offences | % | Cumulative %
        Apr-Jun 2022 | 30 | 30% | 30%
        Jul-Sep 2022 | 20 | 20% | 50%
        Oct-Dec 2022 | 50 | 50% | 100%
        """),
        sheet(
            """
        Sexual communication with a child
        Month | Norfolk | Norfolk YTD | Suffolk | Suffolk YTD
        @2023-04-01 | 3 | 3 | 5 | 5
        @2023-05-01 | 4 | 7 | 1 | 6
        @2023-06-01 | 2 | 9 | 2 | 8
        """,
            name="Months",
        ),
    )
    assert str(found["Sheet1!D5"].period_start) == "2022-04-01"
    assert str(found["Sheet1!C5"].period_start) == "2022-10-01"
    assert [found[f"Months!{column}5"].geography for column in "BCDE"] == ["Norfolk", "Norfolk", "Suffolk", "Suffolk"]
    assert str(found["Months!E5"].period_start) == "2023-04-01"
    assert not any(figure.review for figure in found.values())
