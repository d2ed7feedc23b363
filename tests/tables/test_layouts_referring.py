"""Layouts in which rows lean on others: questions on questions by number, totals of the months listed."""

import pytest

from tests.tables.drawing import expect, read, sheet


def test_a_list_of_means_and_victims_told_with_small_words():
    expect(
        read(
            sheet("""
        Durham: sexual communication with a child
         | 2018/19
        - on Snapchat | 9
        - by text | 4
        - through Facebook | 3
        - over WhatsApp | 2
        - girls of 12 to 15 | 7
        - boy of 10-11 | 2
        """)
        ),
        """
        B3 = 9; platforms Snapchat; ages none
        B4 = 4; platforms SMS
        B5 = 3; platforms Facebook
        B6 = 2; platforms WhatsApp
        B7 = 7; platforms none; ages 12-15; sex female
        B8 = 2; platforms none; ages 10-11; sex male
        """,
    )


@pytest.mark.parametrize("total", ["Total so far", "Total"])
@pytest.mark.parametrize("titles", [("Sexual communication with a child", "2021"), ("Cumbria, 2021", "Sheet1")])
def test_a_total_covers_the_months_that_are_listed(total, titles):
    title, name = titles
    expect(
        read(
            sheet(
                f"""
        {title}
        Month | Sexual communication with a child
        Jan | 12
        Feb | 11
        Mar | 15

        {total} | 38
        """,
                name=name,
            ),
            force="Cumbria",
        ),
        """
        B3 = 12; period January 2021
        B4 = 11
        B5 = 15; period March 2021
        B7 = 38; period January to March 2021
        """,
    )


def test_a_total_beside_months_and_one_beside_quarters():
    drawing = """
        Cumbria Constabulary: sexual communication with a child, 2023/24
         | {0} | {1} | Total
        Snapchat | 1 | 2 | 3
        """
    months, quarters = (read(sheet(drawing.format(*names))) for names in (("Apr", "May"), ("Q1", "Q2")))
    expect(months, "B3 = 1; period April 2023\nC3 = 2\nD3 = 3; period April to May 2023")
    expect(quarters, "B3 = 1\nC3 = 2; period July to September 2023\nD3 = 3; period April to September 2023")


@pytest.mark.parametrize(
    ("months", "total"),
    [(["Jan", "Mar", "Sep"], "Total"), (["Jan", "Feb", "Mar"], "Year total"), (["Mar", "Feb", "Jan"], "Total")],
)
def test_a_total_of_months_with_gaps_or_of_the_year_covers_the_year(months, total):
    rows = "\n".join(f"{month} | 5" for month in months)
    found = read(sheet(f"Cumbria: sexual communication with a child, 2023\nMonth | Offences\n{rows}\n{total} | 15"))
    assert (str(found["B6"].period_start), str(found["B6"].period_end)) == ("2023-01-01", "2023-12-31")


_QUESTIONS = """
        Surrey Police - reply
        Q | Question | Answer
        1 | How many offences of sexual communication with a child were recorded in 2020/21? | 100
        2 | And in 2021/22? | 125
        3 | By what percentage did the number rise between 1 and 2? | 25%
        4 | How many of the offences at 1 had a female victim? | 80
        5 | In how many of the offences in question 2 was Instagram used? | 31
        6 | How many of the offences at 5 had a male victim? | 4
        """


def test_questions_that_refer_to_others_by_number():
    expect(
        read(sheet(_QUESTIONS), force="Surrey"),
        """
        C3 = 100; period 2020/21
        C4 = 125; period 2021/22
        C5 = 25; measure offence_change; period 2021/22; against 2020/21
        C6 = 80; period 2020/21; sex female
        C7 = 31; period 2021/22; platforms Instagram
        C8 = 4; period 2021/22; platforms Instagram; sex male
        """,
    )


def test_numbers_that_are_no_questions_are_not_referred_to():
    drawing = """
        Surrey Police - reply
        Q | Question | Answer
        1 | How many offences of sexual communication with a child were recorded in 2020/21? | 100
        2 | And in 2021/22? | 125
        3 | How many of the offences in 1 borough were on Facebook? | 9
        4 | How many had a victim who lived at 1 address? | 8
        5 | How many of those at 9 had a female victim? | 7
        """
    found = read(sheet(drawing), force="Surrey")
    assert {str(found[cell].period_start) for cell in ("C5", "C6", "C7")} == {"2021-04-01"}


def test_questions_numbered_in_their_own_cell():
    expect(
        read(
            sheet("""
        Surrey Police - reply
        1. How many offences of sexual communication with a child were recorded in 2020/21? | 100
        2. How many in 2021/22? | 125
        3. How many of those at 1 were on Snapchat? | 30
        4. By what percentage did the offences rise from 1 to 2? | 25%
        """),
            force="Surrey",
        ),
        """
        B2 = 100; period 2020/21
        B3 = 125; period 2021/22
        B4 = 30; period 2020/21; platforms Snapchat
        B5 = 25; measure offence_change; period 2021/22; against 2020/21
        """,
    )


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("in the Bristol policing area", None),
        ("in Mendip district", None),
        ("by the Public Protection Division", "Avon and Somerset"),
        ("by policing area", "Avon and Somerset"),
    ],
)
def test_a_question_about_a_part_of_the_force(part, place):
    found = read(
        sheet(f"""
        Avon and Somerset Police
        You asked | Our answer
        How many offences of sexual communication with a child were recorded in 2022/23? | 287
        How many of these were recorded {part}? | 96
        """)
    )
    assert (found["B3"].geography, found["B4"].geography) == ("Avon and Somerset", place)


def test_a_question_on_one_that_is_left_out_is_left_out_too():
    expect(
        read(
            sheet("""
        Surrey Police - reply
        Q | Question | Answer
        1 | How many offences of sexual communication with a child were recorded in 2020/21? | 100
        2 | How many people were arrested for these? | 25
        3 | How many of those at 2 were male? | 22
        4 | How many of those at 1 had a male victim? | 12
        """),
            force="Surrey",
        ),
        """
        C3 = 100; period 2020/21
        C6 = 12; period 2020/21; sex male
        """,
    )
