"""Numbers before questions that go on from block to block, and letters before what a question asks for."""

import datetime as dt

import pytest

from tests.tables.drawing import expect, read, sheet


def test_numbers_of_questions_go_on_below_empty_rows():
    found = read(
        sheet("""
        Wiltshire Police, FOI 2023/618: sexual communication with a child, 1 April 2022 to 31 March 2023

        Ref | Question | Reply
        1 | Number of crimes recorded | 60
        2 | Which apps were used? |
        | Snapchat | 30
        | Kik | 4

        3 | What was the gender of the victims? |
        | Girls | 44
        | Boys | 12

        4 | Age of the youngest victim | 9
        5 | Number of crimes in which the victim was under 13 | 21
        """)
    )
    expect(
        found,
        """
        C4 = 60; period 2022/23; platforms none
        C6 = 30; platforms Snapchat
        C7 = 4; platforms Kik
        C10 = 44; sex female; platforms none; measure offences
        C11 = 12; sex male
        C13 = 9; measure victim_age
        C14 = 21; ages 0-12
        """,
    )


def test_numbers_without_a_line_of_headers():
    found = read(
        sheet("""
        Sexual communication with a child - Suffolk Constabulary, 2021/22

        1 | How many offences were recorded? | 37
        2 | How many of these were on Snapchat? | 25

        3 | How many involved a victim aged 12 or under? | 11

        4 | How old was the youngest victim? | 7
        """)
    )
    expect(
        found,
        """
        C3 = 37; period 2021/22; measure offences
        C4 = 25; platforms Snapchat
        C6 = 11; ages 0-12
        C8 = 7; measure victim_age
        """,
    )


def test_counts_before_texts_are_no_numbers_of_questions():
    found = read(
        sheet("""
        Sexual communication with a child offences, Norfolk Constabulary, 2021/22

        Offences | Platform
        12 | Snapchat
        7 | Instagram

        Offences | Platform
        3 | Kik
        4 | Omegle
        """)
    )
    expect(
        found,
        """
        A4 = 12; platforms Snapchat
        A5 = 7; platforms Instagram
        A8 = 3; platforms Kik
        A9 = 4; platforms Omegle
        """,
    )


def test_letters_before_ages():
    found = read(
        sheet("""
        Sexual communication with a child, Humberside Police, 2022/23
        Age | Female | Male
        (a) 0 to 9 | 3 | 1
        (b) 10 to 12 | 20 | 6
        (c) 13 | 15 | 2
        (d) 14 to 15 | 24 | 5
        """)
    )
    expect(
        found,
        """
        B3 = 3; ages 0-9; sex female
        C3 = 1; ages 0-9; sex male
        B4 = 20; ages 10-12; sex female
        C4 = 6; ages 10-12; sex male
        B5 = 15; ages 13-13; sex female
        C5 = 2; ages 13-13; sex male
        B6 = 24; ages 14-15; sex female
        C6 = 5; ages 14-15; sex male
        """,
    )


def test_letters_before_platforms_and_years():
    found = read(
        sheet("""
        Sexual communication with a child, North Wales Police
        | i) 2021/22 | ii) 2022/23
        a. Instagram | 7 | 8
        b. Snapchat | 9 | 12
        c. All offences | 30 | 41
        """)
    )
    expect(
        found,
        """
        B3 = 7; period 2021/22; platforms Instagram
        C3 = 8; period 2022/23; platforms Instagram
        B4 = 9; period 2021/22; platforms Snapchat
        C4 = 12; period 2022/23; platforms Snapchat
        B5 = 30; period 2021/22; platforms none
        C5 = 41; period 2022/23; platforms none
        """,
    )


def test_numbers_before_ages_and_platforms():
    found = read(
        sheet("""
        Sexual communication with a child, Dyfed-Powys Police, 2022/23
        Age | Female | Male
        1. Under 9 | 3 | 1
        2. 9 to 12 | 20 | 6
        3. 13 to 15 | 15 | 2
        """),
        sheet(
            """
        Sexual communication with a child, Dyfed-Powys Police, 2022/23
        Platform | Offences
        1) Snapchat | 3
        2) Text | 20
        3) X | 15
        """,
            name="Apps",
        ),
    )
    assert [(found[f"Sheet1!B{row}"].victim_age_min, found[f"Sheet1!B{row}"].victim_age_max) for row in (3, 4, 5)] == [
        (0, 8),
        (9, 12),
        (13, 15),
    ]
    assert [found[f"Apps!B{row}"].platforms for row in (3, 4, 5)] == [("Snapchat",), ("SMS",), ("Twitter",)]


def test_numbered_questions_each_in_a_block_of_its_own():
    found = read(
        sheet("""
        Northamptonshire Police, sexual communication with a child, 2021/22
        Q1 | How many offences were recorded? | 60

        Q2 | How many of these took place on each platform? |
         | Snapchat | 30
         | Instagram | 12

        Q3 | What was the sex of the victims? |
         | Female | 50
         | Male | 9

        Q4 | How old was the youngest victim? | 8
        """)
    )
    expect(
        found,
        """
        C2 = 60; period 2021/22; measure offences
        C5 = 30; period 2021/22; platforms Snapchat
        C6 = 12; period 2021/22; platforms Instagram
        C9 = 50; period 2021/22; sex female
        C10 = 9; period 2021/22; sex male
        C12 = 8; period 2021/22; measure victim_age
        """,
    )


def test_quarters_in_two_blocks_stay_quarters():
    found = read(
        sheet("""
        Sexual communication with a child, Warwickshire Police, 2021/22
        Q1 | Apr-Jun | 20
        Q2 | Jul-Sep | 30

        Q3 | Oct-Dec | 5
        Q4 | Jan-Mar | 8
        """)
    )
    expect(
        found,
        """
        C2 = 20; period April to June 2021
        C3 = 30; period July to September 2021
        C5 = 5; period October to December 2021
        C6 = 8; period January to March 2022
        """,
    )


@pytest.mark.parametrize(
    ("title", "rows", "base"),
    [
        (
            "Question 2 - platform as a percentage of the offences in which a platform was recorded",
            "Kik | 31%",
            "method",
        ),
        ("Question 3: share of victims whose age was known", "Under 13 | 31%", "age"),
        ("Request 2 - platform as a percentage of the offences where a platform is known", "Kik | 31%", "method"),
        ("Q4 Percentage of the victims whose sex is recorded", "Female | 71%", "sex"),
    ],
)
def test_a_heading_with_the_number_of_a_question_says_what_shares_are_of(title, rows, base):
    found = read(sheet(f"{title}\nList | 2022\n{rows}"), force="Kent", title="Sexual communication with a child")
    assert [f.base for f in found.values()] == [f"{base}_recorded"]


def test_a_numbered_question_still_asks():
    found = read(
        sheet("Question 2 - how many offences had a suspect under 18?\nQuestion 1\nYear | Offences\n2022 | 31"),
        force="Kent",
        title="Sexual communication with a child",
    )
    expect(found, "B4 = 31; period 2022; ages none")


def test_numbered_parts_count_what_their_whole_does():
    found = read(
        sheet("""
        Sexual communication with a child: offences and victims
        Question | 2022
        1. Offences recorded | 30
        1a. of which the victim was female | 20
        b) of whom aged under 13 | 5
        2. Victims | 31
        2a. Of these boys | 10
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 30; measure offences; sex none
        B4 = 20; measure offences; sex female
        B5 = 5; measure offences; ages 0-12
        B6 = 31; measure victims; sex none
        B7 = 10; measure victims; sex male
        """,
    )


REFERS = ["Offences in Q1 - {}", "{} (Q1 offences)", "Of Q1, {}", "{} from Q1", "Number in Q1: {}"]


@pytest.mark.parametrize("form", REFERS)
@pytest.mark.parametrize("numbers", [("Q1 |", "Q2a |", "Q3 |"), ("1 |", "2 |", "3 |"), ("Q1.", "Q2.", "Q3.")])
def test_a_question_that_others_refer_to_is_no_quarter(form, numbers):
    first, second, third = numbers
    found = read(
        sheet(f"""
        Question {"| Detail" if "|" in first else ""} | 01/04/2021 - 31/03/2022 | 2022/23
        {first} Offences of sexual communication with a child recorded | 104 | 127
        {second} {form.format("female victim")} | 77 | 98
        {third} {form.format("victim aged 10 to 13")} | 58 | 64
        """),
        force="Kent",
    )
    said = [(f.value, f.period_start, f.period_end, f.victim_sex, f.victim_age_min) for f in found.values()]
    years = (dt.date(2021, 4, 1), dt.date(2022, 3, 31)), (dt.date(2022, 4, 1), dt.date(2023, 3, 31))
    assert said == [
        (104, *years[0], None, None),
        (127, *years[1], None, None),
        (77, *years[0], "female", None),
        (98, *years[1], "female", None),
        (58, *years[0], None, 10),
        (64, *years[1], None, 10),
    ]


@pytest.mark.parametrize(
    ("rows", "periods"),
    [
        (["1a | Offences recorded in Q1", "1b | Offences recorded in Q2"], ["Apr-Jun 2021", "Jul-Sep 2021"]),
        (["Q1 | Offences recorded in 2021/22", "Q2 | Offences recorded in Q1 2022/23"], ["2021/22", "Apr-Jun 2022"]),
        (["1 | Offences recorded", "2 | Offences recorded in 2022/23 Q1"], ["2021/22", "Apr-Jun 2022"]),
    ],
)
def test_a_quarter_beside_numbers_stays_one(rows, periods):
    found = read(sheet(f"Sexual communication with a child, 2021/22\n{rows[0]} | 30\n{rows[1]} | 40"), force="Kent")
    expect(found, f"C2 = 30; period {periods[0]}\nC3 = 40; period {periods[1]}")
