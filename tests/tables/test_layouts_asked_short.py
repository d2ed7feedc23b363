"""Questions and ages as laymen write them: "How many did you record?", "aged eleven or under"."""

import pytest

from tests.tables.drawing import expect, read, sheet

ALL = [
    "How many did you record?",
    "How many did your force record in total?",
    "How many have Kent Police logged?",
    "How many do you hold?",
    "How many were there?",
    "How many have there been altogether?",
]


@pytest.mark.parametrize("question", ALL)
def test_a_question_for_all_that_was_recorded(question):
    expect(
        read(
            sheet(f"""
        Our answer on sexual communication with a child, Kent Police
         | 2021/22 | 2022/23
        {question} | 58 offences | 67 offences
        How many were by Snapchat? | Nineteen | 24
        """)
        ),
        """
        B3 = 58; period 2021/22; measure offences; platforms none
        C3 = 67; period 2022/23; measure offences; platforms none
        B4 = 19; period 2021/22; platforms Snapchat
        C4 = 24; period 2022/23; platforms Snapchat
        """,
    )


@pytest.mark.parametrize(
    "question",
    ["How many did you arrest?", "How many of these did you take to court?", "How many staff did you have?"],
)
def test_a_question_for_something_else_is_left_out(question):
    expect(
        read(
            sheet(f"""
        Our answer on sexual communication with a child, Kent Police
         | 2021/22 | 2022/23
        Offences | 58 | 67
        {question} | 12 | 24
        """)
        ),
        """
        B3 = 58; period 2021/22
        C3 = 67; period 2022/23
        """,
    )


@pytest.mark.parametrize(
    ("asked", "ages"),
    [
        ("How many victims were aged eleven or under?", "0-11"),
        ("How many victims were under twelve?", "0-11"),
        ("How many children were under the age of twelve?", "0-11"),
        ("Victims aged twelve", "12-12"),
        ("Victims aged between ten and twelve", "10-12"),
        ("Victims aged between 10 and 12", "10-12"),
        ("Victims thirteen to fifteen", "13-15"),
        ("Victims who were thirteen or over", "13-none"),
        ("How many victims were ten to twelve years old?", "10-12"),
    ],
)
def test_ages_in_words(asked, ages):
    expect(
        read(
            sheet(f"""
        Victims of sexual communication with a child, Kent Police
         | 2021/22 | 2022/23
        How many victims were there? | 61 | 70
        {asked} | 12 | 14
        """)
        ),
        f"""
        B3 = 61; measure victims; ages none-none
        C3 = 70; measure victims; ages none-none
        B4 = 12; measure victims; ages {ages}
        C4 = 14; measure victims; ages {ages}
        """,
    )


@pytest.mark.parametrize("label", ["Victims over the last two years", "Victims of three or more offences"])
def test_numbers_in_words_that_are_no_ages(label):
    found = read(
        sheet(f"""
        Victims of sexual communication with a child, Kent Police
         | Kent | Medway
        {label} | 12 | 14
        """)
    )
    assert {(figure.victim_age_min, figure.victim_age_max) for figure in found.values()} <= {(None, None)}
