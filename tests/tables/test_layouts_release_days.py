"""Columns of the day on which numbers were drawn, which is no time counted; and columns of days that are."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "heading", ["Last Refresh", "Data last refreshed", "Run date", "Export date", "Snapshot", "Position", "Stamp"]
)
def test_one_day_in_every_row_is_none_that_was_counted(heading):
    expect(
        read(
            sheet(f"""
        Report | Recorded Crime, Kent Police
        Fin Yr | Offence Description | Victim Gender | Crimes | {heading}
        2023/2024 | SEXUAL COMMUNICATION WITH A CHILD | FEMALE | 48 | 13/05/2024
        2023/2024 | SEXUAL COMMUNICATION WITH A CHILD | MALE | 13 | 13/05/2024
        2024/2025 | SEXUAL COMMUNICATION WITH A CHILD | FEMALE | 51 | 13/05/2024
        2024/2025 | SEXUAL COMMUNICATION WITH A CHILD | MALE | 12 | 13/05/2024
        """),
        ),
        """
        D3 = 48; period 2023/24; sex female
        D4 = 13; period 2023/24; sex male
        D5 = 51; period 2024/25; sex female
        D6 = 12; period 2024/25; sex male
        """,
    )


def test_days_that_lie_outside_of_their_rows_years_are_none_that_were_counted():
    expect(
        read(
            sheet("""
        Sexual communication with a child, recorded crimes
        Force | Year | Drawn | Crimes
        Kent | 2022/23 | @2024-05-13 | 48
        Kent | 2023/24 | @2024-05-13 | 53
        Essex | 2022/23 | @2024-06-04 | 61
        Essex | 2023/24 | @2024-06-04 | 72
        """),
        ),
        """
        D3 = 48; period 2022/23; place Kent
        D4 = 53; period 2023/24; place Kent
        D5 = 61; period 2022/23; place Essex
        D6 = 72; period 2023/24; place Essex
        """,
    )


def test_a_year_said_once_holds_for_the_rows_below_it():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        Year | App | Crimes | Position
        2022/23 | Snapchat | 21 | 2 June 2024
         | Kik | 4 | 2 June 2024
        2023/24 | Snapchat | 30 | 2 June 2024
         | Kik | 3 | 2 June 2024
        """),
        ),
        """
        C3 = 21; period 2022/23; platforms Snapchat
        C4 = 4; period 2022/23; platforms Kik
        C5 = 30; period 2023/24; platforms Snapchat
        C6 = 3; period 2023/24; platforms Kik
        """,
    )


def test_a_refresh_without_a_year_beside_it_leaves_the_time_to_the_title():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, 2023/24
        Last Refresh | App | Crimes
        13/05/2024 | Snapchat | 21
        13/05/2024 | Kik | 4
        """),
        ),
        """
        C3 = 21; period 2023/24; platforms Snapchat
        C4 = 4; period 2023/24; platforms Kik
        """,
    )


@pytest.mark.parametrize("last", ["2023-06-04", "2022-06-04"])  # the day of each row's year, or one in all rows
def test_days_within_their_rows_years_are_times_counted(last):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Year | Date recorded | App | Crimes
        2022/23 | @2022-06-04 | Kik | 1
        2022/23 | @2022-06-04 | Snapchat | 2
        2023/24 | @{last} | Kik | 3
        2023/24 | @{last} | Snapchat | 4
        """),
        ),
        f"""
        D3 = 1; period 2022-06-04 to 2022-06-04
        D4 = 2; period 2022-06-04 to 2022-06-04
        D5 = 3; period {last} to {last}
        D6 = 4; period {last} to {last}
        """,
    )


def test_days_of_their_own_are_times_counted_also_outside_of_their_rows_years():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        Year recorded | Date of offence | Crimes
        2022/23 | @2021-06-04 | 1
        2022/23 | @2021-07-04 | 2
        2023/24 | @2022-06-04 | 1
        2023/24 | @2022-08-04 | 1
        """),
        ),
        """
        C3 = 1; period 4 June 2021
        C4 = 2; period 4 July 2021
        C5 = 1; period 4 June 2022
        C6 = 1; period 4 August 2022
        """,
    )


def test_one_first_day_of_several_times_bounds_them():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        From | To | Crimes
        1 April 2022 | 30 June 2022 | 11
        1 April 2022 | 30 September 2022 | 24
        1 April 2022 | 31 March 2023 | 53
        """),
        ),
        """
        C3 = 11; period April to June 2022
        C4 = 24; period April to September 2022
        C5 = 53; period 2022/23
        """,
    )
