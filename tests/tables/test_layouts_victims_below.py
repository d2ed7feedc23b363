"""Sexes and ages right after all victims count victims, as laymen's answers list them."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("victims", ["How many victims were there?", "Victims", "Number of victims", "Total victims"])
@pytest.mark.parametrize("recorded", ["How many did you record?", "How many were there?", "Offences recorded"])
def test_sexes_below_all_victims(recorded, victims):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Wiltshire Police
         | 2021/22 | 2022/23
        {recorded} | 58 | 67
        How many were by Snapchat? | Nineteen | 24
        {victims} | 61 | 70
        Girls | 49 | 57
        Boys | 12 | Thirteen
        """)
        ),
        """
        B3 = 58; period 2021/22; measure offences
        C3 = 67; period 2022/23; measure offences
        B4 = 19; period 2021/22; measure offences; platforms Snapchat
        C4 = 24; period 2022/23; measure offences; platforms Snapchat
        B5 = 61; period 2021/22; measure victims
        C5 = 70; period 2022/23; measure victims
        B6 = 49; period 2021/22; measure victims; sex female
        C6 = 57; period 2022/23; measure victims; sex female
        B7 = 12; period 2021/22; measure victims; sex male
        C7 = 13; period 2022/23; measure victims; sex male
        """,
    )


def test_ages_after_the_sexes_of_all_victims_some_of_them_hidden():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Wiltshire Police, 2021/22
        Offences recorded | 58
        Victims | 61
        Girls | 49
        Boys | 10
        Under 13 | 20
        13 to 15 | *
        """)
        ),
        """
        B2 = 58; measure offences
        B3 = 61; measure victims
        B4 = 49; measure victims; sex female
        B5 = 10; measure victims; sex male
        B6 = 20; measure victims; ages 0-12
        B7 = none; measure victims; ages 13-15; status suppressed
        """,
    )


def test_sexes_after_all_victims_across_the_columns():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Wiltshire Police
        Year | Offences recorded | Victims | Girls | Boys
        2021/22 | 58 | 61 | 40 | 20
        2022/23 | 48 | 55 | 40 | 15
        """)
        ),
        """
        B3 = 58; measure offences
        C3 = 61; measure victims
        D3 = 40; measure victims; sex female
        E3 = 20; measure victims; sex male
        B4 = 48; measure offences
        C4 = 55; measure victims
        D4 = 40; measure victims; sex female
        E4 = 15; measure victims; sex male
        """,
    )


def test_sexes_of_offences_before_the_victims_stay_offences():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Wiltshire Police, 2021/22
        Offences recorded | 58
        Girls | 45
        Boys | 12
        Victims | 61
        """)
        ),
        """
        B2 = 58; measure offences
        B3 = 45; measure offences; sex female
        B4 = 12; measure offences; sex male
        B5 = 61; measure victims
        """,
    )


def test_sexes_that_are_more_than_the_victims_above_them_are_no_part_of_these():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Wiltshire Police, 2021/22
        Offences recorded | 58
        Victims | 6
        Girls | 45
        Boys | 12
        """)
        ),
        """
        B2 = 58; measure offences
        B3 = 6; measure victims
        B4 = 45; measure offences; sex female
        B5 = 12; measure offences; sex male
        """,
    )


@pytest.mark.parametrize("dots", ["...", "…", ".. "])
def test_a_row_that_goes_on_with_a_question_on_victims(dots):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Wiltshire Police, 2021/22
        How many did you record? | 58
        How many of the victims were girls? | 40
        {dots} boys? | not more than 4
        """)
        ),
        """
        B2 = 58; measure offences
        B3 = 40; measure victims; sex female
        B4 = 4; measure victims; sex male; bound <=; status suppressed
        """,
    )


def test_a_row_that_goes_on_with_a_question_on_offences():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Wiltshire Police, 2021/22
        How many crimes did you record? | 58
        ... against girls? | 40
        ... against boys? | 9
        How many victims were there? | 61
        """)
        ),
        """
        B2 = 58; measure offences
        B3 = 40; measure offences; sex female
        B4 = 9; measure offences; sex male
        B5 = 61; measure victims; sex none
        """,
    )
