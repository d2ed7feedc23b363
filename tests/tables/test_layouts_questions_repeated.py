"""Questions that are asked again below each of several, and those about all of their times together."""

import pytest

from tests.tables.drawing import expect, read, sheet

FORM = """
    Freedom of Information request, Kent Police
    No. | Question | Answer
    1 | How many sexual communication with a child offences were recorded, 1 April 2022 to 31 March 2023? | 214
    1a | Of those, in how many was the victim a girl? | 171
    1b | In how many was Snapchat named? | 64
    1c | In how many was Instagram named? | 33
    2 | How many sexual communication with a child offences were recorded, 1 April 2023 to 31 March 2024? | 261
    2a | Of those, in how many was the victim a girl? | 207
    2b | In how many was Snapchat named? | 92
    2c | In how many was Instagram named? | 30
    """
ANSWERS = """
    C3 = 214; period 2022/23
    C4 = 171; period 2022/23; sex female
    C5 = 64; period 2022/23; platforms Snapchat
    C6 = 33; period 2022/23; platforms Instagram
    C7 = 261; period 2023/24
    C8 = 207; period 2023/24; sex female
    C9 = 92; period 2023/24; platforms Snapchat
    C10 = 30; period 2023/24; platforms Instagram
    """


def test_the_same_questions_below_each_of_two():
    expect(read(sheet(FORM)), ANSWERS)


@pytest.mark.parametrize(
    "asked",
    [
        "How many offences over the two years together?",
        "How many offences were there in both years?",
        "How many offences across all of these years?",
        "How many offences, the 2 financial years combined?",
        "How many offences over the whole period?",
    ],
)
def test_a_question_about_all_the_times_before_it(asked):
    found = read(sheet(FORM.rstrip() + f"\n    3 | {asked} | 475"))
    expect(found, ANSWERS + "C11 = 475; period 1 April 2022 to 31 March 2024; platforms none")


@pytest.mark.parametrize("asked", ["How many offences over the three years together?", "How many had two victims?"])
def test_a_question_that_means_no_such_time(asked):
    found = read(sheet(FORM.rstrip() + f"\n    3 | {asked} | 475"))
    assert str(found["C11"].period_start) == "2023-04-01"


def test_the_same_words_below_questions_without_numbers():
    found = read(
        sheet("""
        Question | Answer
        How many sexual communication with a child offences were recorded in 2021? | 40
        How many of these involved Snapchat? | 12
        How many sexual communication with a child offences were recorded in 2022? | 50
        How many of these involved Snapchat? | 19
        """)
    )
    expect(
        found,
        """
        B2 = 40; period 2021
        B3 = 12; period 2021; platforms Snapchat
        B4 = 50; period 2022
        B5 = 19; period 2022; platforms Snapchat
        """,
    )
