"""The request's own words in a table: numbers of what was asked, and questions that ask for no number."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "rows",
    [
        "1 | Number of sexual communication with a child offences recorded in 2019/20\n2 | The site used in each",
        "1 | How many SCWC offences in 2021?\n2 | How many involved Snapchat?\n3 | How many involved Kik?",
        "'1. | SCWC offences by platform\n'2. | SCWC offences by sex of victim\n'3. | SCWC offences by age",
        "1 | Snapchat\n2 | Instagram\n3 | Facebook",
        "1 | Offences of sexual communication with a child, 2021/22.\n2 | The age of the youngest victim.",
    ],
)
def test_numbers_of_requests_count_nothing(rows):
    found = read(sheet("SCWC offences - Kent Police\nYour request\n" + rows + "\nDecision: refused, section 12."))
    expect(found, "")


def test_requests_below_a_heading_beside_an_answer():
    found = read(
        sheet("""
        SCWC offences - Kent Police, 2021/22

        No | Your request
        1 | Number of sexual communication with a child offences recorded
        2 | Number of those where Snapchat was used

        Answer | Number
        Offences recorded | 50
        Snapchat | 20
        """)
    )
    expect(found, "B8 = 50; platforms none; period 2021/22\nB9 = 20; platforms Snapchat")


@pytest.mark.parametrize("numbers", [(3, 2, 1), (12, 7, 3), (2, 3, 4)])
def test_counts_before_their_labels_are_counts(numbers):
    first, second, third = numbers
    found = read(
        sheet(f"""
        SCWC offences by platform - Kent Police, 2021/22
        {first} | Snapchat
        {second} | Instagram
        {third} | Facebook
        """)
    )
    expect(
        found,
        f"""
        A2 = {first}; platforms Snapchat
        A3 = {second}; platforms Instagram
        A4 = {third}; platforms Facebook
        """,
    )


def test_a_headed_column_counts_from_one_on():
    found = read(
        sheet("""
        SCWC offences by platform - Kent Police, 2021/22
        Offences | Platform
        1 | Snapchat
        2 | Instagram
        3 | Facebook
        """)
    )
    expect(found, "A3 = 1; platforms Snapchat\nA4 = 2; platforms Instagram\nA5 = 3; platforms Facebook")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Names of schools attended", "Exempt, section 40(2)"),
        ("Copies of the training material", "Withheld"),
        ("Details of what was said", "Not held"),
        ("Job titles of the staff concerned", "Exempt, section 40(2)"),
        ("Any guidance on online grooming platforms", "Not held"),
        ("Policy on recording of sites", "Refused"),
    ],
)
@pytest.mark.parametrize("heading", ["What was asked", "Part of request", "Measure"])
def test_a_question_that_asks_for_no_number(asked, answer, heading):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent, 2021/22
        Q | {heading} | Answer
        1 | Number of crimes recorded | 46
        2 | Number in which Snapchat was used | 17
        | Number in which Instagram was used | 7
        3 | {asked} | {answer}
        """)
    )
    expect(found, "C3 = 46; platforms none\nC4 = 17; platforms Snapchat\nC5 = 7; platforms Instagram")


def test_a_number_that_is_withheld_beside_a_question_is_a_figure():
    found = read(
        sheet("""
        Sexual communication with a child, Kent, 2021/22
        Q | What was asked | Answer
        1 | Number of crimes recorded | 46
        2 | Number in which Snapchat was used | 17
        3 | Number in which Yubo was used | Exempt, section 40(2)
        4 | Wizz | Exempt, section 40(2)
        """)
    )
    expect(
        found,
        """
        C3 = 46; platforms none
        C4 = 17; platforms Snapchat
        C5 = none; platforms Yubo; status suppressed
        C6 = none; platforms Wizz; status suppressed
        """,
    )


ASKED = "Number of sexual communication with a child offences in each of the last five years, by app, in the table"


@pytest.mark.parametrize(
    "said",
    [
        "(figures are only there to show the layout)",
        "below. The numbers are for layout purposes only.",
        "below, in which the figures are not real",
        "below (placeholders)",
        "set out below - numbers made up",
        "below, only to show the format that we would like",
    ],
)
def test_numbers_of_a_long_request_that_count_nothing(said):
    drawn = f"""
        You asked:
        {ASKED} {said}

        Year | All offences | Snapchat | Instagram
        2022/23 | 100 | 50 | 25
        2021/22 | x | x | x
        """
    assert read(sheet(drawn), force="Kent") == {}


@pytest.mark.parametrize(
    "said", ["below, in the format of last year", "(layout as in 2021), for example Snapchat", "only"]
)
def test_a_long_request_over_its_answer(said):
    drawn = f"""
        You asked:
        {ASKED} {said}

        Year | All offences | Snapchat | Instagram
        2022/23 | 100 | 50 | 25
        2021/22 | 90 | 40 | 31
        """
    assert len(read(sheet(drawn), force="Kent")) == 6
