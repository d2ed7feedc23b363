"""Rows and shares of those whose age, sex or platform is known, said without "of"."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "name", ["Age recorded", "Age known", "Victim's age recorded", "Age of victim is known", "Total, age recorded"]
)
@pytest.mark.parametrize("heading", ["Victims", "Number"])
def test_a_row_of_the_victims_whose_age_is_recorded(name, heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police, 2022/23: victims by age
        Age | {heading}
        0 to 11 | 48
        12 to 15 | 52
        {name} | 100
        Age not recorded | 9
        All victims | 109
        """)
        ),
        """
        B3 = 48; ages 0-11; measure victims; base all
        B4 = 52; ages 12-15; base all
        B5 = 100; ages none; measure victims; base age_recorded
        B7 = 109; ages none; measure victims; base all
        """,
    )


@pytest.mark.parametrize("name", ["Sex recorded", "Victim's gender known", "Sex of victim stated"])
def test_a_row_of_the_victims_whose_sex_is_recorded(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police, 2022/23: victims by sex
        Sex | Number
        Female | 48
        Male | 52
        {name} | 100
        All | 109
        """)
        ),
        """
        B3 = 48; sex female; base all; measure victims
        B4 = 52; sex male; base all
        B5 = 100; sex none; base sex_recorded; measure victims
        B6 = 109; sex none; base all; measure victims
        """,
    )


@pytest.mark.parametrize("heading", ["Age recorded", "Age known"])
def test_a_heading_of_ages_makes_no_base(heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police, 2022/23
        {heading} | Offences
        0 to 11 | 48
        12 to 15 | 52
        Total | 100
        """)
        ),
        """
        B3 = 48; ages 0-11; base all; measure offences
        B4 = 52; ages 12-15; base all; measure offences
        B5 = 100; ages none; base all; measure offences
        """,
    )


@pytest.mark.parametrize(
    "name",
    [
        "% of crimes in which a platform was found",
        "% of offences where an app was mentioned",
        "share of the crimes in which any site was found",
    ],
)
def test_shares_of_crimes_in_which_a_platform_was_found(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Platform | 2022-23 | {name}
        Snapchat | 15 | 0.6
        Kik | 10 | 0.4
        """)
        ),
        """
        B3 = 15; platforms Snapchat
        C3 = 60; measure offence_share; base method_recorded
        B4 = 10
        C4 = 40; measure offence_share; base method_recorded
        """,
    )


@pytest.mark.parametrize("name", ["% of crimes", "% of crimes, platform found by keyword search"])
def test_how_a_platform_was_found_is_no_base(name):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police
        Platform | 2022-23 | {name}
        Snapchat | 15 | 0.6
        Kik | 10 | 0.4
        """)
    )
    assert {figure.base for figure in found.values()} == {"all"}
