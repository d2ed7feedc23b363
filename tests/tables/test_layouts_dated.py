"""Rows told apart by days, weeks, months and years, or by numbers that are none of these."""

from tests.tables.drawing import expect, read, sheet


def test_weeks_begin_and_end_with_their_day():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        Week commencing | SCWC
        @2021-03-01 | 1
        @2021-03-08 | 3
        @2021-03-15 | 2
        """),
        ),
        """
        B3 = 1; period 1 March 2021 to 7 March 2021
        B4 = 3; period 8 March 2021 to 14 March 2021
        B5 = 2
        """,
    )


def test_weeks_by_their_last_day():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        Week ending | Crimes
        @2021-03-07 | 1
        @2021-03-14 | 3
        @2021-03-21 | 2
        """),
        ),
        """
        B3 = 1; period 1 March 2021 to 7 March 2021
        B4 = 3; period 8 March 2021 to 14 March 2021
        B5 = 2
        """,
    )


def test_counts_by_day_are_counts():
    expect(
        read(
            sheet("""
        Sexual communication with a child: crimes recorded per day, Kent, March 2021
        Date | Crimes
        @2021-03-02 | 0
        @2021-03-03 | 2
        @2021-03-04 | 1
        @2021-03-05 | 4
        @2021-03-09 | 1
        """),
        ),
        """
        B3 = 0
        B4 = 2
        B5 = 1
        B6 = 4
        B7 = 1
        """,
    )


def test_months_and_quarters_by_their_last_day():
    expect(
        read(
            sheet(
                """
        Sexual communication with a child, Kent
        Month ending | Crimes
        @2021-04-30 | 9
        @2021-05-31 | 12
        @2021-06-30 | 7
        """,
                "M",
            ),
            sheet(
                """
        Sexual communication with a child, Kent
        Quarter ending | Crimes
        @2021-06-30 | 28
        @2021-09-30 | 31
        @2021-12-31 | 22
        """,
                "Q",
            ),
        ),
        """
        M!B3 = 9; period April 2021
        M!B4 = 12; period May 2021
        M!B5 = 7; period June 2021
        Q!B3 = 28; period April 2021 to June 2021
        Q!B4 = 31; period July 2021 to September 2021
        Q!B5 = 22; period October 2021 to December 2021
        """,
    )


def test_years_without_a_heading_are_no_counts():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
         | | Under 10 | 10 or over | Not known
        2020 | Kik | <5 | 5 or fewer | <5
        2020 | Snapchat | 6 | 31 | <5
        2021 | Kik | <5 | 8 | 0
        """),
        ),
        """
        C3 = 5; bound <; status suppressed; ages 0-9; period 2020; platforms Kik
        D3 = 5; bound <=; ages 10-
        C4 = 6; period 2020; platforms Snapchat
        D4 = 31
        C5 = 5; period 2021
        D5 = 8
        """,
    )


def test_rows_numbered_without_a_heading_are_records():
    found = read(
        sheet("""
        Sexual communication with a child 2021
         | Date | App | Age | Sex
        1 | @2021-01-03 | Kik | 12 | F
        2 | @2021-01-19 | Snapchat | 13 | F
        3 | @2021-02-02 | Kik | 12 | M
        4 | @2021-03-07 | Snapchat | 15 | F
        5 | @2021-03-22 | Kik | 11 | F
        """),
        force="Kent",
    )
    expect(found, "A3:A7 = 5; period 2021")


def test_victims_by_their_year_of_birth_are_a_part_that_no_column_says():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent, victims in 2021
        Year of birth | Victims
        2007 | 20
        2008 | 31
        2009 | 18
        Total | 69
        """),
        ),
        "B6 = 69; measure victims; period 2021",
    )


def test_weeks_in_labels():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        Period | Crimes
        Week to 7 March 2021 | 4
        Week commencing 8 March 2021 | 6
        w/e 21/03/2021 | 2
        """),
        ),
        """
        B3 = 4; period 1 March 2021 to 7 March 2021
        B4 = 6; period 8 March 2021 to 14 March 2021
        B5 = 2; period 15 March 2021 to 21 March 2021
        """,
    )
