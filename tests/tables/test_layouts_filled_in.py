"""Forms that a request brought along: filled in they are answers, blank or with made-up numbers they are none."""

import pytest

from tests.tables.drawing import expect, read, sheet

KENT = {"force": "Kent", "title": "Sexual communication with a child"}
FORM = """
{line}
Year | Snapchat | Kik | Total
2018/19 | {a} | {b} | {c}
2019/20 | {d} | {e} | {f}
2020/21 | {g} | {h} | {i}
|
{note}
"""
NUMBERS = dict(zip("abcdefghi", (22, 4, 31, 25, "<5", 40, 31, 7, 52), strict=True))
ANSWER = """
B3 = 22; period 2018/19; platforms Snapchat; place Kent
C3 = 4; platforms Kik
D3 = 31; platforms none
B4 = 25; period 2019/20
C4 = 5; bound <; status suppressed
D4 = 40
B5 = 31; period 2020/21
C5 = 7
D5 = 52
"""


@pytest.mark.parametrize(
    "line",
    [
        "Please complete for offences of sexual communication with a child",
        "Please fill in the table below",
        "FOI template",
        "To be completed by the force",
        "Please enter the number of offences recorded in each year",
        "Pro-forma for responses",
    ],
)
def test_a_form_that_was_filled_in(line):
    expect(read(sheet(FORM.format(line=line, note="", **NUMBERS)), **KENT), ANSWER)


def test_the_name_of_a_sheet_is_no_bar():
    expect(read(sheet(FORM.format(line="SCWC", note="", **NUMBERS), name="Template"), **KENT), ANSWER)


@pytest.mark.parametrize(
    "numbers",
    [
        [""] * 9,
        [0] * 9,
        ["x"] * 9,
        [10, 20, 30, 20, 20, 40, 30, 10, 40],
        [22, 4, 31, "", "", "", "", "", ""],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ],
    ids=str,
)
def test_a_form_that_was_not(numbers):
    cells = dict(zip("abcdefghi", numbers, strict=True))
    expect(read(sheet(FORM.format(line="Please complete the table below", note="", **cells)), **KENT), "")


@pytest.mark.parametrize(
    "line",
    [
        "Example of how to complete the template",
        "Please complete as in this example (made-up numbers)",
        "Template: illustrative numbers only",
        "Suggested layout",
    ],
)
def test_an_example_is_none_however_full(line):
    expect(read(sheet(FORM.format(line=line, note="", **NUMBERS)), **KENT), "")


def test_a_form_that_says_it_was_completed():
    cells = dict(zip("abcdefghi", [0] * 9, strict=True))
    found = read(
        sheet(FORM.format(line="Please complete the table below", note="Completed by: Kent Police", **cells)), **KENT
    )
    assert len(found) == 9
    assert {figure.value for figure in found.values()} == {0.0}


def test_answers_side_by_side_below_each_other():
    found = read(
        sheet("""
        Sexual communication with a child, 1 April 2021 to 31 March 2022
        Please complete
        Total number of offences | Number of female victims | | Number of male victims | | Method used | How many
        107 | 11 and under | 14 | 11 and under | * | Snapchat | 34
        | 12-15 | 58 | 12-15 | 11 | Instagram | 19
        | 16 and over | <4 | 16 and over | 0 | Facebook | 13
        | | | | | Kik | 5
        """),
        **KENT,
    )
    expect(
        found,
        """
        A4 = 107; period 2021/22; measure offences; place Kent
        C4 = 14; measure victims; sex female; ages 0-11; period 2021/22
        C5 = 58; measure victims; sex female; ages 12-15
        C6 = 4; measure victims; sex female; ages 16-none; bound <
        E4 = none; measure victims; sex male; ages 0-11; status suppressed
        E5 = 11; measure victims; sex male; ages 12-15
        E6 = 0; sex male
        G4 = 34; platforms Snapchat; measure offences; sex none
        G5 = 19; platforms Instagram
        G6 = 13; platforms Facebook
        G7 = 5; platforms Kik
        """,
    )


def test_another_form_with_its_total_first():
    found = read(
        sheet("""
        SCWC recorded in 2022/23, Gwent
        Offences | App | No. | Victim's age | No. | Victim's sex | No.
        88 | Snapchat | 40 | Under 10 | 9 | Girls | 70
        | WhatsApp | 12 | 10 to 12 | 25 | Boys | 15
        | TikTok | 8 | 13 to 15 | 54 | |
        """),
    )
    expect(
        found,
        """
        A3 = 88; period 2022/23; place Gwent; measure offences
        C3 = 40; platforms Snapchat
        C4 = 12; platforms WhatsApp
        C5 = 8; platforms TikTok
        E3 = 9; ages 0-9; platforms none
        E4 = 25; ages 10-12
        E5 = 54; ages 13-15
        G3 = 70; sex female; ages none-none
        G4 = 15; sex male
        """,
    )


def test_lists_of_unlike_length_side_by_side():
    found = read(
        sheet("""
        SCWC 2022/23, Kent
        Method | Number | Age of victim | Number of victims | Gender | Victims
        Snapchat | 20 | Under 11 | 3 | Female | 30
        Kik | 5 | 11-13 | 12 | Male | 9
        WhatsApp | 7 | 14-15 | 24 | |
        """)
    )
    expect(
        found,
        """
        B3 = 20; platforms Snapchat; measure offences; ages none-none; sex none; period 2022/23
        B4 = 5; platforms Kik
        B5 = 7; platforms WhatsApp
        D3 = 3; ages 0-10; measure victims; platforms none; sex none
        D4 = 12; ages 11-13; measure victims
        D5 = 24; ages 14-15; measure victims
        F3 = 30; sex female; measure victims; ages none-none
        F4 = 9; sex male; measure victims
        """,
    )


def test_two_lists_that_cross_are_one_table():
    found = read(
        sheet("""
        SCWC 2022/23, Kent
        Method | Gender | Offences
        Snapchat | Female | 20
        Snapchat | Male | 5
        Kik | Female | 3
        Kik | Male | 1
        """)
    )
    expect(
        found,
        """
        C3 = 20; platforms Snapchat; sex female
        C4 = 5; platforms Snapchat; sex male
        C5 = 3; platforms Kik; sex female
        C6 = 1; platforms Kik; sex male
        """,
    )


def test_the_number_of_a_question_is_no_answer_beside_others():
    found = read(
        sheet("""
        SCWC 2022/23, Kent
        Q | Gender of victim | Offences
        3 | Female | 20
        | Male | 5
        | Total | 25
        """)
    )
    expect(
        found,
        """
        C3 = 20; sex female
        C4 = 5; sex male
        C5 = 25; sex none
        """,
    )
