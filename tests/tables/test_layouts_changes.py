"""Changes: the years that they name, and the column or row whose numbers they tell the change of."""

import pytest

from tests.tables.drawing import expect, read, sheet


def test_bare_years_of_a_change_are_the_tables_own():
    found = read(
        sheet("""
        Sexual communication with a child offences, by force
        Force | Year to Mar 2019 | Year to Mar 2020 | Year to Mar 2021 | % change 2019 to 2021 | % change 2020-2021
        Kent | 100 | 120 | 90 | -10 | -25
        Surrey | 50 | 40 | 60 | 20 | 50
        """)
    )
    expect(
        found,
        """
        B3 = 100; place Kent; period 2018/19
        C3 = 120; period 2019/20
        D3 = 90; period 2020/21
        E3 = -10; period 2020/21; against 2018/19; measure offence_change
        F3 = -25; period 2020/21; against 2019/20; measure offence_change
        B4 = 50; place Surrey; period 2018/19
        C4 = 40; period 2019/20
        D4 = 60; period 2020/21
        E4 = 20; period 2020/21; against 2018/19
        F4 = 50; period 2020/21; against 2019/20
        """,
    )


def test_years_of_a_change_that_name_where_years_begin():
    found = read(
        sheet("""
        Sexual communication with a child offences, Thames Valley Police
        Platform | 2020/21 | 2021/22 | 2022/23 | Change 2020 to 2022 (%)
        Snapchat | 10 | 20 | 30 | 200
        Discord | 4 | 2 | 3 | -25
        """)
    )
    for cell in ("E3", "E4"):
        figure = found[cell]
        assert str(figure.period_start) == "2022-04-01"
        assert str(figure.comparison_start) == "2020-04-01"


def test_calendar_years_of_a_change_stay_what_they_are():
    found = read(
        sheet("""
        Sexual communication with a child offences, Thames Valley Police
        Platform | 2020 | 2021 | 2022 | Change 2020 to 2022 (%)
        Snapchat | 10 | 20 | 30 | 200
        Discord | 4 | 2 | 3 | -25
        """)
    )
    assert str(found["E3"].period_start) == "2022-01-01"
    assert str(found["E3"].comparison_end) == "2020-12-31"


def test_a_change_is_that_of_the_column_whose_numbers_it_tells():
    found = read(
        sheet("""
        Sexual communication with a child: offences recorded
        Financial year | Northumbria | Durham | Cleveland | Annual change, North East %
        2020/21 | 100 | 50 | 40 |
        2021/22 | 120 | 60 | 30 | 20
        2022/23 | 90 | 60 | 33 | 0
        """),
        sheet(
            """
        Sexual communication with a child: offences recorded
        Financial year | Northumbria | % change | Durham | % change
        2020/21 | 100 | | 50 |
        2021/22 | 120 | 20 | 40 | -20
        2022/23 | 90 | -25 | 60 | 50
        """,
            name="Sheet2",
        ),
    )
    assert found["Sheet2!C4"].geography == "Northumbria"
    assert found["Sheet2!C5"].geography == "Northumbria"
    assert found["Sheet2!E4"].geography == "Durham"
    assert found["Sheet2!E5"].value == 50
    assert found["Sheet1!E4"].geography == "North East"


def test_a_change_after_a_total_is_the_totals_newest_first():
    found = read(
        sheet("""
        Recorded crimes of sexual communication with a child
        Year | Gloucestershire | Wiltshire | South West | Change on the previous year
        2022/23 | 44 | 30 | 74 | 23.3%
        2021/22 | 40 | 20 | 60 | -14.3%
        2020/21 | 45 | 25 | 70 |
        """)
    )
    for cell in ("E3", "E4"):
        assert (found[cell].geography, found[cell].geography_type) == ("South West", "region")
        assert found[cell].measure == "offence_change"
    assert str(found["E3"].comparison_start) == "2021-04-01"


def test_a_change_below_platforms_is_that_of_the_row_above_it():
    found = read(
        sheet("""
        Sexual communication with a child, Essex Police
        | 2020/21 | 2021/22 | 2022/23
        Snapchat | 20 | 30 | 24
        Change on year before | | 50.0% | -20.0%
        Kik | 10 | 8 | 4
        Change on year before | | -20.0% | -50.0%
        All offences | 60 | 66 | 33
        Change on year before | | 10.0% | -50.0%
        """)
    )
    assert found["C4"].platforms == ("Snapchat",)
    assert found["D4"].platforms == ("Snapchat",)
    assert found["C6"].platforms == ("Kik",)
    assert found["D8"].platforms == ()
    assert found["D8"].value == -50


def test_a_change_of_nothing_that_is_listed_has_no_place_of_its_own():
    found = read(
        sheet("""
        Recorded crimes of sexual communication with a child
        Year | Kent | Sussex | Change on year before
        2020/21 | 40 | 25 |
        2021/22 | 44 | 30 | 3.5%
        2022/23 | 50 | 20 | -1.0%
        """)
    )
    assert {found[cell].geography for cell in ("D4", "D5")} == {None}


def test_a_change_of_one_platform_below_that_of_all():
    found = read(
        sheet("""
        Sexual communication with a child offences, Wiltshire Police
        | 2021 | 2022 | 2023
        Offences | 50 | 60 | 45
        Change on previous year | | 20% | -25%
        Of which Snapchat | 10 | 20 | 16
        Change on previous year | | 100% | -20%
        """)
    )
    assert [found[cell].platforms for cell in ("C4", "D4")] == [(), ()]
    assert [found[cell].platforms for cell in ("C6", "D6")] == [("Snapchat",), ("Snapchat",)]


def test_a_change_since_a_year():
    found = read(
        sheet("""
        Sexual communication with a child offences by force
        Force | 12 months to March 2020 | 12 months to March 2021 | 12 months to March 2022 | % change since 2020
        Kent | 100 | 110 | 121 | 21
        Surrey | 50 | 60 | 40 | -20
        """)
    )
    figure = found["E3"]
    assert (str(figure.period_start), str(figure.period_end)) == ("2021-04-01", "2022-03-31")
    assert (str(figure.comparison_start), str(figure.comparison_end)) == ("2019-04-01", "2020-03-31")


@pytest.mark.parametrize(
    ("heading", "before"),
    [
        ("Annual change", "2021-04-01"),
        ("Yearly change", "2021-04-01"),
        ("Latest increase", "2021-04-01"),
        ("1-year change", "2021-04-01"),
        ("12-month change", "2021-04-01"),
        ("In-year growth", "2021-04-01"),
        ("Overall change", "2020-04-01"),
        ("Two-year change", "2020-04-01"),
    ],
)
def test_a_change_by_how_long_it_took(heading, before):
    found = read(
        sheet(f"""
        Sexual communication with a child offences, by force
        Force | 2020/21 | 2021/22 | 2022/23 | {heading}
        Kent | 100 | 110 | 121 | 10.0%
        Surrey | 50 | 60 | 40 | -33.3%
        """)
    )
    figure = found["E3"]
    assert (figure.measure, str(figure.period_start)) == ("offence_change", "2022-04-01")
    assert str(figure.comparison_start) == before


@pytest.mark.parametrize("heading", ["Net change", "Annual difference", "Annual remarks", "Annual population change"])
def test_what_is_no_change_of_offences_in_percent(heading):
    found = read(
        sheet(f"""
        Sexual communication with a child offences, by force
        Force | 2020/21 | 2021/22 | {heading}
        Kent | 100 | 110 | 10
        Surrey | 50 | 60 | 10
        """)
    )
    assert set(found) == {"B3", "C3", "B4", "C4"}


@pytest.mark.parametrize(
    "name",
    [
        "% change on same period of 2022/23",
        "Change on the same quarter in 2022/23 (%)",
        "% change from the corresponding period 2022/23",
    ],
)
def test_a_change_on_the_same_part_of_a_year_that_is_named(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Thames Valley Police
         | 2022/23 | | | 2023/24 | |
        County | Q1 | Q2 | Year | Q1 | Q2
        Berkshire | 18 | 27 | 90 | 22 | 18
        Oxfordshire | 15 | 16 | 57 | 13 |
        TVP | 55 | 62 | 226 | 53 | 58
        {name} | | | | -3.6% | -6.5%
        A blank means none.
        """)
        ),
        """
        B4 = 18; place none
        C4 = 27; period July to September 2022
        D4 = 90; period 2022/23
        E4 = 22; period April to June 2023
        F4 = 18
        B5 = 15
        C5 = 16
        D5 = 57
        E5 = 13
        F5 = 0; period July to September 2023
        B6 = 55; place Thames Valley
        C6 = 62
        D6 = 226
        E6 = 53
        F6 = 58
        E7 = -3.6; measure offence_change; place Thames Valley; period April to June 2023; against April to June 2022
        F7 = -6.5; measure offence_change; period July to September 2023; against July to September 2022
        """,
    )


def test_a_change_on_the_same_month_of_the_year_before_is_told_from_a_month():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        Month | Crimes | % change on same month of year before
        Apr-22 | 7 | -13
        May-22 | 6 | 40
        2022/23 | 128 | 32
        """)
        ),
        """
        B3 = 7; period April 2022
        C3 = -13; period April 2022; measure offence_change; against April 2021
        B4 = 6; period May 2022
        C4 = 40; period May 2022; against May 2021
        B5 = 128; period 2022/23
        C5 = 32; period 2022/23; against 2021/22
        """,
    )


def test_a_change_on_a_year_that_is_named_is_told_of_the_year_after_it():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
         | 2021/22 | 2022/23 | % change on 2021/22
        Snapchat | 10 | 12 | 20
        Kik | 10 | 9 | -10
        """)
        ),
        """
        B3 = 10; period 2021/22
        C3 = 12; period 2022/23
        D3 = 20; period 2022/23; against 2021/22
        B4 = 10; period 2021/22
        C4 = 9; period 2022/23
        D4 = -10; period 2022/23; against 2021/22
        """,
    )


@pytest.mark.parametrize(
    ("blank", "cells"), [("A blank means none.", {"B5"}), ("A blank means not held.", {"B5", "D5"})]
)
def test_blanks_among_changes_are_no_change_of_none(blank, cells):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police
         | 2021/22 | 2022/23 | % change
        Snapchat | 10 | 12 | 20
        Instagram | 10 | 9 | -10
        Kik | | 4 |
        Discord | 10 | 11 | 10
        {blank}
        """)
    )
    assert {"B5", "D5"} & set(found) == cells


@pytest.mark.parametrize(
    ("name", "times", "before"),
    [
        (
            "Change on the half year before",
            ("1st Apr 22 to 30th Sep 22", "1st Oct 22 to 31st Mar 23"),
            "April to September 2022",
        ),
        ("% change on previous quarter", ("Jan-Mar 2023", "Apr-Jun 2023"), "January to March 2023"),
        ("Change on the month before", ("January 2023", "February 2023"), "January 2023"),
        ("Month-on-month change", ("February 2024", "March 2024"), "February 2024"),
    ],
)
def test_changes_from_one_part_of_a_year_to_the_next(name, times, before):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Time | Offences | {name}
        {times[0]} | 200 |
        {times[1]} | 210 | 5%
        """)
        ),
        f"""
        B3 = 200; period {times[0]}
        B4 = 210; period {times[1]}
        C4 = 5; measure offence_change; period {times[1]}; against {before}
        """,
    )


@pytest.mark.parametrize("name", ["% change on the previous year", "% change on same quarter last year"])
def test_changes_of_quarters_over_a_year_and_of_years(name):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police
        Time | Offences | {name}
        Jan-Mar 2022 | 200 |
        Jan-Mar 2023 | 210 | 5%
        """)
    )
    assert str(found["C4"].comparison_start) == "2022-01-01"
