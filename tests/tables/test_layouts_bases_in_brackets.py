"""What shares are of, after their title in brackets or apart: "Share of victims who were girls (sex recorded)"."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "title",
    [
        "Share of all victims who were girls / boys (sex recorded)",
        "Percentage of victims by sex (gender known)",
        "Proportion of victims by sex - sex known",
        "% of victims, sex recorded",
    ],
)
def test_shares_of_those_whose_sex_is_recorded(title):
    expect(
        read(
            sheet(f"""
        {title}

        12 months to | Girls | Boys
        @2021-03-31 | 0.83 | 0.17
        @2022-03-31 | 0.815 | 0.185
        """),
            title="Sexual communication with a child",
            force="Kent",
        ),
        """
        B4 = 83; base sex_recorded; sex female; period 2020/21; measure victim_share
        C4 = 17; base sex_recorded; sex male; period 2020/21; measure victim_share
        B5 = 81.5; base sex_recorded; sex female; period 2021/22; measure victim_share
        C5 = 18.5; base sex_recorded; sex male; period 2021/22; measure victim_share
        """,
    )


@pytest.mark.parametrize("title", ["Share of victims by age (age known)", "% of victims (victim's age recorded)"])
def test_shares_of_those_whose_age_is_recorded(title):
    expect(
        read(
            sheet(f"""
        {title}
        Age | 2021/22 | 2022/23
        Under 13 | 40% | 42%
        13 to 15 | 60% | 58%
        """),
            title="Sexual communication with a child",
            force="Kent",
        ),
        """
        B3 = 40; base age_recorded; ages 0-12
        C3 = 42; base age_recorded; ages 0-12
        B4 = 60; base age_recorded; ages 13-15
        C4 = 58; base age_recorded; ages 13-15
        """,
    )


@pytest.mark.parametrize(
    "title",
    ["Percentage of all victims who were girls / boys", "Share of all victims by sex (sex known or not)"],
)
def test_shares_of_all_stay_those_of_all(title):
    expect(
        read(
            sheet(f"""
        {title}
        Year | Girls | Boys
        2021/22 | 80% | 15%
        2022/23 | 79% | 16%
        """),
            title="Sexual communication with a child",
            force="Kent",
        ),
        """
        B3 = 80; base all; sex female
        C3 = 15; base all; sex male
        B4 = 79; base all; sex female
        C4 = 16; base all; sex male
        """,
    )
