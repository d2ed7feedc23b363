"""Columns of numbers that say which question a row answers, amid the columns of an extract."""

import pytest

from tests.tables.drawing import expect, read, sheet

EXTRACT = """
Row | {heading} | Offence | From | To | Breakdown | Category | Value
1 | {q}1 | Sexual communication with a child | 01/04/2022 | 31/03/2023 | None | All | 88
2 | {q}1 | Sexual communication with a child | 01/04/2023 | 31/03/2024 | None | All | 93
3 | {q}2 | Sexual communication with a child | 01/04/2022 | 31/03/2023 | Platform | Snapchat | 35
4 | {q}3 | Sexual communication with a child | 01/04/2022 | 31/03/2023 | Victim sex | Female | 70
"""
ANSWERS = """
H2 = 88; period 2022/23
H3 = 93; period 2023/24
H4 = 35; period 2022/23; platforms Snapchat
H5 = 70; period 2022/23; sex female
"""


@pytest.mark.parametrize(
    ("heading", "q"),
    [
        ("Question", ""),
        ("Question", "Question "),
        ("Question", "Q"),
        ("Question", "1."),
        ("Part", ""),
        ("Part of request", ""),
        ("Request part", ""),
        ("Request", ""),
        ("FOI question no", "Q"),
    ],
)
def test_numbers_of_questions_count_nothing_and_name_no_quarter(heading, q):
    expect(read(sheet(EXTRACT.format(heading=heading, q=q)), force="Gwent"), ANSWERS)


@pytest.mark.parametrize("heading", ["Question", "Part", "Request part"])
def test_numbers_of_questions_after_the_numbers(heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child
        Category | Year | Offences | {heading}
        All offences | 2021/22 | 88 | 2
        Snapchat | 2021/22 | 35 | 4
        Instagram | 2021/22 | 17 | 4
        Female | 2021/22 | 50 | 5
        """),
            force="Gwent",
        ),
        """
        C3 = 88
        C4 = 35; platforms Snapchat
        C5 = 17; platforms Instagram
        C6 = 50; sex female
        """,
    )


def test_numbers_of_questions_that_come_again_for_each_year():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Year | Question | Category | Offences
        2021/22 | 1 | All offences | 88
        2021/22 | 2 | Snapchat | 35
        2022/23 | 1 | All offences | 93
        2022/23 | 2 | Snapchat | 41
        """),
            force="Gwent",
        ),
        """
        D3 = 88; period 2021/22
        D4 = 35; period 2021/22; platforms Snapchat
        D5 = 93; period 2022/23
        D6 = 41; period 2022/23; platforms Snapchat
        """,
    )


def test_what_an_earlier_request_got_is_a_count():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Year | Request | This answer
        2021/22 | 18 | 19
        2022/23 | 24 | 24
        """),
            force="Gwent",
        ),
        """
        B3 = 18; period 2021/22
        C3 = 19; period 2021/22
        B4 = 24; period 2022/23
        C4 = 24; period 2022/23
        """,
    )


def test_quarters_under_another_heading_stay_quarters():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Year | Part | Platform | Offences
        2021/22 | Q1 | Snapchat | 8
        2021/22 | Q2 | Snapchat | 5
        """),
            force="Gwent",
        ),
        """
        D3 = 8; period April to June 2021
        D4 = 5; period July to September 2021
        """,
    )


def test_a_lone_column_of_numbers_is_what_was_asked_for():
    found = read(
        sheet("""
        Offences of sexual communication with a child
        Year | Request
        2021/22 | 1
        2022/23 | 2
        """),
        force="Gwent",
    )
    assert [figure.value for figure in found.values()] == [1, 2]
