"""Rows that name a time, a place or a product and say besides of what age the victims were."""

import pytest

from figuretrail.tables.language.labels import read_ages
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    ("younger", "older"),
    [
        ("Victims in 2020, aged 10 to 12", "Victims in 2020, aged 13 to 15"),
        ("2020, victims aged 10-12", "2020, victims aged 13-15"),
        ("Aged 10 to 12, 2020", "Aged 13 to 15, 2020"),
        ("In 2020: 10 to 12 years old", "In 2020: 13 to 15 years old"),
    ],
)
def test_ages_beside_a_time(younger, older):
    found = read(
        sheet(f"""
        Sexual communication with a child, Norfolk
        Q3 How many victims were there?
        Victims in 2020, all | 86
        Victims in 2020, female | 69
        Victims in 2020, male | 17
        {younger} | 21
        {older} | 60
        """)
    )
    expect(
        found,
        """
        B3 = 86; measure victims; period 2020
        B4 = 69; measure victims; period 2020; sex female
        B5 = 17; measure victims; period 2020; sex male
        B6 = 21; measure victims; period 2020; ages 10-12
        B7 = 60; measure victims; period 2020; ages 13-15
        """,
    )


def test_ages_beside_products():
    found = read(
        sheet("""
        Sexual communication with a child, Norfolk, 2020
        Platform | Offences
        Snapchat | 31
        Snapchat, victims aged 10 to 12 | 9
        Instagram | 20
        Instagram, victims under 13 | 6
        """)
    )
    expect(
        found,
        """
        B3 = 31; platforms Snapchat; ages none
        B4 = 9; platforms Snapchat; ages 10-12
        B5 = 20; platforms Instagram; ages none
        B6 = 6; platforms Instagram; ages 0-12
        """,
    )


def test_an_age_that_is_the_products_own():
    found = read(
        sheet("""
        Sexual communication with a child, Norfolk, 2020
        Platform | Offences
        Snapchat | 31
        Yubo (13-17) | 9
        Instagram (aged 13 or over) | 20
        """)
    )
    expect(found, "B3 = 31; ages none\nB4 = 9; ages none\nB5 = 20; ages none")


def test_years_that_look_like_ages():
    found = read(
        sheet("""
        Sexual communication with a child, Norfolk
        Financial year | Offences
        12-13 | 0
        17-18 | 20
        18-19 (under review) | 31
        """)
    )
    assert {figure.victim_age_min for figure in found.values()} == {None}


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Aged 10 to 12, 2020", (10, 12)),
        ("aged 11 and under in 2020/21", (0, 11)),
        ("age 15 includes one more", None),
        ("age 15 was not asked for in 2020", None),
        ("Age 2020", None),
    ],
)
def test_an_age_before_a_year_and_remarks_on_one(text, ages):
    assert read_ages(text) == ages
