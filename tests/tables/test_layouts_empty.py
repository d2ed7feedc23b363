"""Cells, rows and commands of a sheet that state nothing, and what its notes say of them."""

import pytest

from figuretrail.tables.layout.notes import read_key
from figuretrail.tables.layout.regions import Line
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    ("note", "meaning"),
    [
        ("Where a force did not answer for a year its cell is left blank.", "not_available"),
        ("If nothing was recorded the cell is empty", "zero"),
        ("For months with no offences the cell is left blank.", "zero"),
        ("Cells are left blank where a force refused.", "not_available"),
        ("It is left empty where the number is under 5 or there were none.", "open"),
        ("Blanks are nil or not recorded.", "open"),
        ("A blank means no data was provided, not zero", "not_available"),
        ("Blank cells: the force did not answer or refused", "not_available"),
        ("Gaps in the table mean that nothing was recorded", "zero"),
        ("Cells without a number: fewer than 5", "suppressed"),
        ("No entry = nil", "zero"),
        ("The annex is returned blank.", None),
        ("There are gaps in our records before 2019.", None),
    ],
)
def test_what_a_note_says_of_blanks(note, meaning):
    assert read_key([Line(0, 0, note)]).meaning("blank") == meaning


def test_a_blank_that_may_mean_two_things_is_nothing():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        App | 2021/22 | % | 2022/23 | %
        Snapchat | 12 | 60.0 | 9 | 56.3
        Kik | <5 | | Nil |
        Known | 20 | 100 | 16 | 100

        The percentage is left blank where the number is below 5 or there was none.
        """),
        ),
        """
        B3 = 12
        C3 = 60; measure offence_share; period 2021/22
        D3 = 9
        E3 = 56.3; period 2022/23
        B4 = 5; bound <
        D4 = 0
        B5 = 20
        C5 = 100
        D5 = 16
        E5 = 100
        """,
    )


def test_each_table_has_its_own_note_on_blanks():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Force | 2021 | 2022
        Kent | 12 |
        Surrey | 9 | 11

        Where a force gave no number its cell is left blank.

        Section 15A offences on Kik
        Force | 2021 | 2022
        Kent | | 2
        Surrey | 1 | 3

        An empty cell means that there were no offences.
        """),
        ),
        """
        B3 = 12
        C3 = none; status not_available
        B4 = 9
        C4 = 11
        B10 = 0; platforms Kik; place Kent
        C10 = 2
        B11 = 1
        C11 = 3
        """,
    )


def test_an_entry_of_the_list_with_nothing_beside_it_parts_no_table():
    expect(
        read(
            sheet("""
        SCWC offences in Dorset by age of the victim
        Victim | 2021/22 | 2022/23
        Under 12 | 4 | 6
        12 to 15 | 20 | 31
        16 and over
        Age not known | 1 | 2
        All offences | 25 | 39
        """),
        ),
        """
        B3 = 4; ages 0-11; period 2021/22
        C3 = 6; ages 0-11; period 2022/23
        B4 = 20; ages 12-15
        C4 = 31
        B7 = 25; period 2021/22; ages none
        C7 = 39; period 2022/23; ages none
        """,
    )


def test_an_entry_with_nothing_beside_it_is_what_the_note_says():
    expect(
        read(
            sheet("""
        Grooming (section 15A), Gwent
        Platform | 2021 | 2022
        Snapchat | 4 | 6
        Telegram
        Discord | 1 |
        Total | 5 | 6

        Empty cells are nil.
        """),
        ),
        """
        B3 = 4
        C3 = 6
        B4 = 0; platforms Telegram
        C4 = 0; platforms Telegram; period 2022
        B5 = 1
        C5 = 0
        B6 = 5; platforms none
        C6 = 6
        """,
    )


def test_a_group_of_another_sort_with_nothing_beside_it_stays_a_heading():
    expect(
        read(
            sheet("""
        Grooming (section 15A) by quarter, Gwent
        Quarter | Offences
        2021/22
        Q3 | 4
        Q4 | 6
        2022/23
        Q1 | 2
        Q2 | 1

        Blank cells are nil.
        """),
        ),
        """
        B4 = 4; period October 2021 to December 2021
        B5 = 6; period January 2022 to March 2022
        B7 = 2; period April 2022 to June 2022
        B8 = 1; period July 2022 to September 2022
        """,
    )


def test_sexes_before_ages_with_a_dash():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Wiltshire, 2022/23
        Victim | Offences
        Girl - 12 to 15 | 38
        Boy - 12 to 15 | 8
        Female/under 12 | 5
        13-15 - male | 3
        """),
        ),
        """
        B3 = 38; sex female; ages 12-15
        B4 = 8; sex male; ages 12-15
        B5 = 5; sex female; ages 0-11
        B6 = 3; sex male; ages 13-15
        """,
    )
