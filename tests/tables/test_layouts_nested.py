"""Lists in one column, each below the row that it divides, as a pivot table in its compact form is copied."""

import pytest

from tests.tables.drawing import expect, read, sheet

YEARS_SEXES_AGES = """
    Sexual communication with a child, Kent Police
    Row Labels | Count of Crime Ref
    2021 | 30
    FEMALE | 22
    0-9 yrs | 8
    10-15 yrs | 14
    MALE | 8
    0-9 yrs | 3
    10-15 yrs | 5
    2022 | 24
    FEMALE | 18
    0-9 yrs | 7
    10-15 yrs | 11
    MALE | 6
    0-9 yrs | 2
    10-15 yrs | 4
    Grand Total | 54
    """


def test_years_above_sexes_above_ages():
    expect(
        read(sheet(YEARS_SEXES_AGES)),
        """
        B3 = 30; period 2021; sex none; ages none
        B4 = 22; period 2021; sex female; ages none
        B5 = 8; period 2021; sex female; ages 0-9
        B6 = 14; period 2021; sex female; ages 10-15
        B7 = 8; period 2021; sex male; ages none
        B8 = 3; period 2021; sex male; ages 0-9
        B9 = 5; period 2021; sex male; ages 10-15
        B10 = 24; period 2022; sex none; ages none
        B11 = 18; period 2022; sex female; ages none
        B12 = 7; period 2022; sex female; ages 0-9
        B13 = 11; period 2022; sex female; ages 10-15
        B14 = 6; period 2022; sex male; ages none
        B15 = 2; period 2022; sex male; ages 0-9
        B16 = 4; period 2022; sex male; ages 10-15
        B17 = 54; period January 2021 to December 2022; sex none; ages none
        """,
    )


def test_sexes_above_platforms_above_years_in_a_sheet_of_another_form():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police: offences by sex of victim, platform and year
         | Offences
        Female | 20
        Snapchat | 12
        2021/22 | 5
        2022/23 | 7
        Instagram | 8
        2021/22 | 6
        2022/23 | 2
        Male | 9
        Snapchat | 9
        2021/22 | 4
        2022/23 | 5
        """)
        ),
        """
        B3 = 20; sex female; platforms none; period 1 April 2021 to 31 March 2023
        B4 = 12; sex female; platforms Snapchat; period 1 April 2021 to 31 March 2023
        B5 = 5; sex female; platforms Snapchat; period 2021/22
        B6 = 7; sex female; platforms Snapchat; period 2022/23
        B7 = 8; sex female; platforms Instagram; period 1 April 2021 to 31 March 2023
        B8 = 6; sex female; platforms Instagram; period 2021/22
        B9 = 2; sex female; platforms Instagram; period 2022/23
        B10 = 9; sex male; platforms none; period 1 April 2021 to 31 March 2023
        B11 = 9; sex male; platforms Snapchat; period 1 April 2021 to 31 March 2023
        B12 = 4; sex male; platforms Snapchat; period 2021/22
        B13 = 5; sex male; platforms Snapchat; period 2022/23
        """,
    )


def test_children_of_unknown_sex_are_not_those_of_the_sex_before():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Row Labels | Count of Crime Ref
        2021 | 30
        MALE | 22
        0-9 yrs | 8
        10-15 yrs | 14
        Unknown | 8
        0-9 yrs | 3
        10-15 yrs | 5
        2022 | 24
        MALE | 24
        0-9 yrs | 7
        10-15 yrs | 11
        Unknown | 6
        """)
    )
    assert {cell: found[cell].victim_sex for cell in ("B5", "B8", "B9", "B12")} == {
        "B5": "male",
        "B8": None,
        "B9": None,
        "B12": "male",
    }
    assert {found[cell].period_start.year for cell in ("B5", "B8", "B9")} == {2021}


def test_one_column_that_adds_up_is_enough():
    """An offence against a girl and a boy is counted once above them, and once for each of them."""
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Row Labels | Count of Crime Ref | Count of Victim ID
        2021 | 29 | 31
        FEMALE | 22 | 23
        0-9 yrs | 8 | 8
        10-15 yrs | 14 | 15
        MALE | 8 | 8
        0-9 yrs | 3 | 3
        10-15 yrs | 5 | 5
        2022 | 24 | 24
        FEMALE | 18 | 18
        0-9 yrs | 7 | 7
        10-15 yrs | 11 | 11
        MALE | 6 | 6
        0-9 yrs | 2 | 2
        10-15 yrs | 4 | 4
        """)
    )
    assert (found["B5"].victim_sex, found["B5"].period_start.year) == ("female", 2021)
    assert (found["C16"].victim_sex, found["C16"].period_start.year) == ("male", 2022)


@pytest.mark.parametrize(("old", "new"), [("FEMALE | 22", "FEMALE | 23"), ("2022 | 24", "2022 | 20")])
def test_rows_that_do_not_add_up_divide_nothing(old, new):
    found = read(sheet(YEARS_SEXES_AGES.replace(old, new)))
    assert found["B5"].victim_sex is None
    assert found["B16"].victim_sex is None


def test_lists_below_each_other_divide_none_of_the_rows_before():
    """Each list divides the 30 offences: the ages below Instagram are not those of Instagram's victims."""
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        Offences | Number
        Snapchat | 18
        Instagram | 12
        0-11 | 10
        12-15 | 20
        Female | 21
        Male | 9
        """)
        ),
        """
        B3 = 18; platforms Snapchat; ages none; sex none
        B4 = 12; platforms Instagram; ages none; sex none
        B5 = 10; platforms none; ages 0-11; sex none
        B6 = 20; platforms none; ages 12-15; sex none
        B7 = 21; platforms none; ages none; sex female
        B8 = 9; platforms none; ages none; sex male
        """,
    )
