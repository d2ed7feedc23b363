"""Bare years below a heading that says, cut short, that it names them by their ends: "Fin Yr Ending | 2023"."""

import pytest

from tests.tables.drawing import expect, read, sheet

ENDS = [
    "Fin Yr Ending",
    "FY Ending",
    "F/Y End",
    "FYE",
    "Fin. Yr End",
    "Yr ended 31 March",
    "Fiscal Yr Ending",
    "FY End Date",
]


@pytest.mark.parametrize("heading", ENDS)
def test_years_named_by_their_ends_down_the_rows(heading):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police
        {heading} | App | Offences
        2023 | Snapchat | 41
        2023 | Kik | 7
        2024 | Snapchat | 39
        """)
        ),
        """
        C3 = 41; period 2022/23; platforms Snapchat
        C4 = 7; period 2022/23; platforms Kik
        C5 = 39; period 2023/24; platforms Snapchat
        """,
    )


@pytest.mark.parametrize("heading", ENDS)
def test_quarters_of_years_named_by_their_ends(heading):
    expect(
        read(
            sheet(f"""
        CRIME DATA WAREHOUSE - ADHOC EXTRACT
        Stat Code | Offence Title | {heading} | Fin Qtr | Online Platform | Crime Count
        71/17 | SEXUAL COMMUNICATION WITH A CHILD | 2023 | 1 (Apr-Jun) | Snapchat | 9
        71/17 | SEXUAL COMMUNICATION WITH A CHILD | 2023 | 4 (Jan-Mar) | Snapchat | 6
        71/17 | SEXUAL COMMUNICATION WITH A CHILD | 2024 | 3 (Oct-Dec) | Snapchat | 5
        71/17 | SEXUAL COMMUNICATION WITH A CHILD | 2024 | 4 (Jan-Mar) | Kik | 8
        """),
            force="Kent",
        ),
        """
        F3 = 9; period 2022-04-01 to 2022-06-30; platforms Snapchat
        F4 = 6; period 2023-01-01 to 2023-03-31; platforms Snapchat
        F5 = 5; period 2023-10-01 to 2023-12-31; platforms Snapchat
        F6 = 8; period 2024-01-01 to 2024-03-31; platforms Kik
        """,
    )


@pytest.mark.parametrize("heading", [*ENDS, "Yr to March"])
def test_years_named_by_their_ends_across_the_columns(heading):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police
        {heading} | 2022 | 2023
        Snapchat | 41 | 45
        Kik | 7 | 9
        """)
        ),
        """
        B3 = 41; period 2021/22; platforms Snapchat
        C3 = 45; period 2022/23; platforms Snapchat
        B4 = 7; period 2021/22; platforms Kik
        C4 = 9; period 2022/23; platforms Kik
        """,
    )


@pytest.mark.parametrize("heading", ["Fin Yr", "FY", "F/Y", "Financial Year"])
def test_financial_years_that_no_heading_ends_begin_in_the_year_that_they_are_named_by(heading):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police
        {heading} | Qtr | Offences
        2023 | Q1 | 41
        2023 | Q4 | 7
        """)
        ),
        """
        C3 = 41; period 2023-04-01 to 2023-06-30
        C4 = 7; period 2024-01-01 to 2024-03-31
        """,
    )


@pytest.mark.parametrize("heading", ["Calendar Yr Ending", "Calendar year ending", "Calendar Yr", "Year", "Yr"])
def test_calendar_years_end_in_december(heading):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police
        {heading} | App | Offences
        2022 | Snapchat | 41
        2023 | Kik | 7
        """)
        ),
        """
        C3 = 41; period 2022-01-01 to 2022-12-31; platforms Snapchat
        C4 = 7; period 2023-01-01 to 2023-12-31; platforms Kik
        """,
    )
