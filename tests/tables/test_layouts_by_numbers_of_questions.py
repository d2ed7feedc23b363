"""Answers by the numbers of questions that another sheet holds: "Q1 | 118", "Q4 | as follows", "a) | 39"."""

import datetime as dt

import pytest

from tests.tables.drawing import expect, read, sheet

REQUEST = """
    Under the FOI Act please tell me:
    Q1 | Number of offences of sexual communication with a child recorded in 2021 (calendar year)
    Q2 | Same for 2022
    Q3 | Of the offences in Q2 how many were committed through a) Snapchat b) Instagram c) text message
    Q4 | Of the offences in Q1 how many had a victim aged a) 11 or under b) 12 to 15
    Q5 | Please answer Q3 for the offences in Q1 too
    Q6 | How many people were charged in 2022
    """
ANSWERS = """
    Q1 | 118
    Q2 | 131
    Q3 | as follows
    a) | 39
    b) | 17
    c) | 4
    Q4
    a) | 28
    b) | 90
    Q5 | as Q3
    a) | 42
    b) | 15
    c) | 0
    Q6 | 19 | people
    """
EXPECTED = """
    Answers!B1 = 118; period 2021; platforms none
    Answers!B2 = 131; period 2022; platforms none
    Answers!B4 = 39; period 2022; platforms Snapchat
    Answers!B5 = 17; period 2022; platforms Instagram
    Answers!B6 = 4; period 2022; platforms SMS
    Answers!B8 = 28; period 2021; ages 0-11
    Answers!B9 = 90; period 2021; ages 12-15
    Answers!B11 = 42; period 2021; platforms Snapchat
    Answers!B12 = 15; period 2021; platforms Instagram
    Answers!B13 = 0; period 2021; platforms SMS
    """
ENTRY = {"force": "Norfolk", "period_asked": (dt.date(2021, 1, 1), dt.date(2022, 12, 31))}


@pytest.mark.parametrize("request_first", [True, False])
def test_answers_by_the_numbers_and_letters_of_another_sheet(request_first):
    sheets = [sheet(ANSWERS, "Answers"), sheet(REQUEST, "Request")]
    expect(read(*(sheets[::-1] if request_first else sheets), **ENTRY), EXPECTED)


def test_questions_with_their_numbers_in_one_cell():
    asked = REQUEST.replace(" | ", ". ")
    expect(read(sheet(ANSWERS.replace("Q", ""), "Answers"), sheet(asked, "Request"), **ENTRY), EXPECTED)


def test_quarters_are_no_questions():
    found = read(
        sheet("Sexual communication with a child, Norfolk, 2021/22\nQ1 | 18\nQ2 | 31\nQ3 | 26", "Answers"),
        sheet("Q1 | April to June\nQ2 | July to September\nQ3 | October to December", "Key"),
    )
    assert found["Answers!B2"].period_start == dt.date(2021, 4, 1)


def test_numbers_that_nobody_asked_keep_their_own_labels():
    # Districts by their numbers on one sheet, a request on another
    request = "\n".join(REQUEST.strip().splitlines()[:4])
    answers = "Sexual communication with a child, Norfolk, 2021\nDistrict 1 | 18\nDistrict 2 | 31\nDistrict 3 | 26"
    found = read(sheet(answers, "Answers"), sheet(request, "Request"))
    assert not any(figure.platforms for figure in found.values())
