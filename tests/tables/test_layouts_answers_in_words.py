"""Hurried answers: numbers in sentences, and questions that stand once beside their lists."""

from tests.tables.drawing import expect, read, sheet

KENT = {"force": "Kent"}


def test_answers_are_sentences():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            Q1 How many offences were recorded in 2021? | There were 14 offences in 2021.
            Q2 And in 2022? | We recorded 19.
            Q3 How many involved Snapchat in 2022? | Eleven of these were on Snapchat
            Q4 How many people were arrested? | 6 people were arrested in 2022
            Q5 Daily average for 2022? | 0.2 a day
            Q6 Policy? | See section 12 of our policy
            Q7 How many officers work on this? | There are 5 officers
            Q8 In what years? | From 2021 to 2023
            """),
            **KENT,
        ),
        """
        B2 = 14; period 2021; measure offences
        B3 = 19; period 2022
        B4 = 11; period 2022; platforms Snapchat
        B6 = 0.2; period 2022; measure offence_rate; unit per_day
        """,
    )


def test_answers_in_words_stand_alone_in_their_rows():
    expect(
        read(
            sheet("""
            Sexual communication with a child, 2022

            Q1 How many offences were recorded? | A total of 214 offences

            Q2 How old was the youngest victim? | 6 years old

            Q3 average | 17.8 a month

            Q4 How long does it take you? | 20 working days

            Q5 How many arrests have been made? | 61 arrests in 2023
            """),
            **KENT,
        ),
        """
        B3 = 214; period 2022; measure offences
        B5 = 6; period 2022; measure victim_age
        B7 = 17.8; period 2022; measure offence_rate; unit per_month
        """,
    )


def test_an_answer_of_several_numbers_or_another_time_is_none():
    found = read(
        sheet("""
        Sexual communication with a child
        How many offences were recorded in 2021? | 14 in 2019 as far as we know
        How many of these were on Snapchat? | 3 or 4, of 14 that we read
        """),
        **KENT,
    )
    assert not found


def test_words_that_no_question_asks_for_are_no_answer():
    found = read(
        sheet("""
        Sexual communication with a child 2022
        Prepared by | Team 4 was asked
        App | Offences
        Snapchat | 5
        """),
        **KENT,
    )
    assert list(found) == ["B4"]


def test_a_question_stands_once_beside_its_list():
    expect(
        read(
            sheet("""
            Q1 How many offences of sexual communication with a child were recorded each year? | 2021 | 50
             | 2022 | 60
             | 2023 (to end April) | 21
             | total | 131

            Q2 For 2022 only, what platform was used? | Snapchat | 20
             | Kik | 3

            Q3 Sex of the victim, 2022 only | F | 40
             | M | 9
            """),
            **KENT,
        ),
        """
        C1 = 50; period 2021
        C2 = 60; period 2022
        C3 = 21; period January to April 2023
        C4 = 131; period January 2021 to April 2023
        C6 = 20; period 2022; platforms Snapchat
        C7 = 3; period 2022; platforms Kik
        C9 = 40; period 2022; sex female
        C10 = 9; period 2022; sex male
        """,
    )


def test_questions_beside_lists_follow_each_other():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            How many offences by year? | 2021 | 50
             | 2022 | 60
            How many of the 2022 ones were on these apps? | Snapchat | 20
             | Kik | 3
            How many people were arrested in these years? | 2022 | 7
             | 2021 | 5
            """),
            **KENT,
        ),
        """
        C2 = 50; period 2021
        C3 = 60; period 2022
        C4 = 20; period 2022; platforms Snapchat
        C5 = 3; period 2022; platforms Kik
        """,
    )


def test_questions_beside_joint_cells():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2021/22
            Q1 How many offences were recorded? | 64
            Q2 Which platforms? | Snapchat - 31
             | Kik - 3
            Q3 Sex of the victims? | Female 40
             | Male 12
            """),
            **KENT,
        ),
        """
        B2 = 64; period 2021/22; platforms none
        B3 = 31; platforms Snapchat
        B4 = 3; platforms Kik
        B5 = 40; sex female
        B6 = 12; sex male
        """,
    )


def test_a_question_over_entries_that_are_understood():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            Question | Breakdown | 2021/22 | 2022/23
            Q1. How many offences were recorded? | Total | 50 | 60
            Q2. Which apps? | Snapchat | 20 | 30
             | Kik | 3 | 1
            """),
            **KENT,
        ),
        """
        C3 = 50; period 2021/22
        D3 = 60; period 2022/23
        C4 = 20; period 2021/22; platforms Snapchat
        D4 = 30; period 2022/23; platforms Snapchat
        C5 = 3; period 2021/22; platforms Kik
        D5 = 1; period 2022/23; platforms Kik
        """,
    )


def test_a_group_beside_its_rows_asks_nothing():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2022
            Female | Snapchat | 5
             | Kik | 6
            Male | Snapchat | 1
             | Kik | 2
            """),
            **KENT,
        ),
        """
        C2 = 5; sex female; platforms Snapchat
        C3 = 6; sex female; platforms Kik
        C4 = 1; sex male; platforms Snapchat
        C5 = 2; sex male; platforms Kik
        """,
    )


def test_a_question_with_a_number_begins_anew_below_a_list():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            Q1 How many had a boy as the victim?
            2021 | 17
            2022 | 15
            Q2 Age of the youngest victim, 2021 to 2022? | 7
            Q3 Offences in Scotland in 2021? | 88
            """),
            **KENT,
        ),
        """
        B3 = 17; period 2021; sex male
        B4 = 15; period 2022; sex male
        B5 = 7; measure victim_age; period 2021 to 2022; sex none
        B6 = 88; period 2021; sex none; place Scotland
        """,
    )


def test_quarters_below_a_total_begin_nothing():
    expect(
        read(
            sheet("""
            Sexual communication with a child
             | 2021/22
            Total | 71
            Q1 Apr-Jun | 17
            Q2 Jul-Sep | 20
            Q3 Oct-Dec | 15
            Q4 Jan-Mar | 19
            """),
            **KENT,
        ),
        """
        B3 = 71; period 2021/22
        B4 = 17; period April to June 2021
        B5 = 20; period July to September 2021
        B6 = 15; period October to December 2021
        B7 = 19; period January to March 2022
        """,
    )


def test_an_answered_question_limits_no_table_below_it():
    expect(
        read(
            sheet("""
            Sexual communication with a child, 2022
            Were more than half of the victims girls? | Yes, they were
            2021 | 120
            2022 | 131
            """),
            **KENT,
        ),
        """
        B3 = 120; period 2021; sex none
        B4 = 131; period 2022; sex none
        """,
    )


def test_answers_in_words_stand_below_their_questions():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            Q1 How many offences were recorded in 2022?
            There were 112 offences in 2022.
            Q2 How old was the youngest victim in 2022?
            9 years old
            Q3 How many arrests were there in 2022?
            12 arrests
            Q4 Where did it take place?
            One app per crime: the first that was entered
            """),
            **KENT,
        ),
        """
        A3 = 112; period 2022; measure offences
        A5 = 9; period 2022; measure victim_age
        """,
    )


def test_sentences_below_each_other_state_a_year_each():
    expect(
        read(
            sheet("""
            Offences of sexual communication with a child
            There were 14 in 2021.
            There were 19 in 2022.
            We recorded 22 in 2023
            """),
            **KENT,
        ),
        """
        A2 = 14; period 2021
        A3 = 19; period 2022
        A4 = 22; period 2023
        """,
    )


def test_sentences_that_are_notes_state_nothing():
    found = read(
        sheet("""
        Sexual communication with a child
        Year | Offences
        2021 | 14
        2022 | 19
        There was 1 offence without a date.
        There were 3 cancelled in 2022.
        There were 4 arrests in 2022.
        In 2022 we changed our system to version 3.
        """),
        **KENT,
    )
    assert list(found) == ["B3", "B4"]
