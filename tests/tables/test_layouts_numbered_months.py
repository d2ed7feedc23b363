"""Months that bear their place in the year, as reporting tools write them so that they sort: "01-Apr", "02-May"."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("shape", ["{:02}-{}", "{}. {}", "{:02} {}", "{} - {}", "{:02}_{}"])
@pytest.mark.parametrize("year", ["FIN_YEAR_END | 2023", "Financial Year | 2022/23"])
def test_months_of_a_financial_year(shape, year):
    heading, name = year.split(" | ")
    first, second, last = shape.format(1, "Apr"), shape.format(2, "May"), shape.format(12, "Mar")
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police
        {heading} | FIN_MONTH | PLATFORM | CRIMES
        {name} | {first} | Snapchat | 9
        {name} | {second} | Snapchat | 4
        {name} | {last} | **ALL** | 8
        """)
        ),
        """
        D3 = 9; period 2022-04; platforms Snapchat
        D4 = 4; period 2022-05; platforms Snapchat
        D5 = 8; period 2023-03; platforms none
        """,
    )


def test_months_of_a_calendar_year_across_the_columns():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child, Kent Police, 2022
        Platform | 01-Jan | 02-Feb | 03-Mar | 04-Apr | 05-May
        Snapchat | 9 | 8 | 7 | 6 | 5
        """)
        ),
        """
        B3 = 9; period 2022-01
        C3 = 8; period 2022-02
        D3 = 7; period 2022-03
        E3 = 6; period 2022-04
        F3 = 5; period 2022-05
        """,
    )


def test_days_that_are_not_the_places_of_their_months_stay_days():
    found = read(
        sheet("""
        Offences of sexual communication with a child, Kent Police
        Year | Week from | Crimes
        2022 | 01-Apr | 9
        2022 | 08-Apr | 4
        2022 | 15-Apr | 8
        """)
    )
    whole_months = {("2022-04-01", "2022-04-30")}
    assert whole_months.isdisjoint({(str(f.period_start), str(f.period_end)) for f in found.values()})
