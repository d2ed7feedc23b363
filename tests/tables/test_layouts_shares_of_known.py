"""Shares of what is known, by the numbers ("Not recorded | 36 | n/a") or by titles: "where an officer recorded one"."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("header", ["%", "% of recorded", "Percentage"])
@pytest.mark.parametrize("share", ["n/a", "", "-"])
def test_those_that_are_not_recorded_have_no_share(header, share):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Sussex Police
        Platform | 2024/2025 | | 2025/2026 |
         | Number | {header} | Number | {header}
        Snapchat | 72 | 60% | 81 | 0.45
        Instagram | 29 | 24% | 25 | 0.14
        Other | 19 | 16% | 74 | 0.41
        Not recorded | 36 | {share} | 34 | {share}
        Total | 156 | | 214 |
        """)
        ),
        """
        B4 = 72; period 2024/25; base all
        C4 = 60; period 2024/25; base method_recorded; measure offence_share; platforms Snapchat
        D4 = 81; period 2025/26; base all
        E4 = 45; period 2025/26; base method_recorded
        B5 = 29; base all
        C5 = 24; base method_recorded
        D5 = 25; base all
        E5 = 14; base method_recorded
        B8 = 156; base all; platforms none
        D8 = 214; base all; platforms none
        """,
    )


def test_ages_across_the_columns():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Sussex Police, 2024/25, by age of victim
         | Under 10 | 10 to 12 | 13 to 15 | Not known | Total
        Offences | 10 | 30 | 60 | 20 | 120
        % | 10 | 30 | 60 | | 100
        """)
        ),
        """
        B3 = 10; ages 0-9; base all
        C3 = 30; ages 10-12; base all
        D3 = 60; ages 13-15; base all
        F3 = 120; base all
        B4 = 10; ages 0-9; base age_recorded
        C4 = 30; ages 10-12; base age_recorded
        D4 = 60; ages 13-15; base age_recorded
        F4 = 100; base age_recorded
        """,
    )


@pytest.mark.parametrize(
    "shares",
    [
        ("50%", "30%", "20%"),  # what is not recorded has a share of its own
        ("50%", "30%", ""),  # it has none, but the others are of all
        ("51%", "29%", ""),  # nobody knows of what
    ],
)
def test_shares_of_all(shares):
    found = read(
        sheet(f"""
        Sexual communication with a child, Sussex Police, 2024/25
        Platform | Offences | %
        Snapchat | 50 | {shares[0]}
        Instagram | 30 | {shares[1]}
        Not recorded | 20 | {shares[2]}
        """)
    )
    assert {found["C3"].base, found["C4"].base} == {"all"}


@pytest.mark.parametrize(
    "title",
    [
        "Platform, where the investigating officer recorded one",
        "Platform used in offences for which the officer in the case named one",
    ],
)
def test_a_title_that_says_where_one_was_recorded(title):
    found = read(
        sheet(f"""
        Sexual communication with a child, Sussex Police, 2024/25
        {title}
        Platform | %
        Snapchat | 50%
        Instagram | 30%
        """)
    )
    assert {figure.base for figure in found.values()} == {"method_recorded"}


def test_a_title_that_says_when_some_were_recorded():
    found = read(
        sheet("""
        Sexual communication with a child, Sussex Police, 2024/25
        Platform, in the years when Sussex Police recorded one or more
        Platform | %
        Snapchat | 50%
        Instagram | 30%
        """)
    )
    assert {figure.base for figure in found.values()} == {"all"}
