"""Answers of forces and to questions: days of replies, how many answered, two languages, populations, pivot tables."""

import pytest

from tests.tables.drawing import expect, read, sheet


def test_dates_of_reply():
    expect(
        read(
            sheet("""
        Sexual communication with a child, offences 2021/22
        Force | Offences | Answer dated
        Kent | 50 | @2022-06-07
        Essex | 60 | @2022-06-21
        Surrey | 70 | @2022-07-30
        """),
        ),
        """
        B3 = 50; period 2021/22; place Kent:force
        B4 = 60; period 2021/22
        B5 = 70; period 2021/22
        """,
    )


def test_ranges_that_became_dates():
    expect(
        read(
            sheet("""
        Sexual communication with a child, offences 2021/22, Kent
        Platform | Number
        Kik | @2022-04-01
        Discord | @2022-04-01
        Snapchat | 40
        Facebook | 12
        """),
        ),
        """
        B3 = 4; status suppressed; bound <=
        B4 = 4; status suppressed
        B5 = 40
        B6 = 12
        """,
    )


def test_forces_replying_row():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Police force | 2020/21 | 2021/22 | 2022/23
        Kent | 50 | 60 | 70
        Essex | 40 | no reply | 20
        Surrey | 30 | 31 | no reply
        Gwent | 12 | 14 | 15
        Total | 132 | 105 | 105
        Replies | 4 | 3 | 3
        """),
        ),
        """
        B3 = 50
        C3 = 60
        D3 = 70
        B4 = 40
        C4 = none; status not_available
        D4 = 20
        B5 = 30
        C5 = 31
        D5 = none
        B6 = 12
        C6 = 14
        D6 = 15
        B7 = 132
        C7 = 105
        D7 = 105
        B8 = 4; measure forces
        C8 = 3; measure forces
        D8 = 3; measure forces
        """,
    )


def test_forces_giving():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Police force | 2020/21 | 2021/22
        Kent | 50 | 60
        Essex | 40 | no reply
        Surrey | 30 | 31
        Total of forces giving data | 120 | 91
        Forces giving data | 3 | 2
        """),
        ),
        """
        B3 = 50
        C3 = 60
        B4 = 40
        C4 = none
        B5 = 30
        C5 = 31
        B6 = 120; measure offences
        C6 = 91; measure offences
        B7 = 3; measure forces
        C7 = 2; measure forces
        """,
    )


def test_welsh():
    expect(
        read(
            sheet("""
        Troseddau / Sexual communication with a child, Gwent
        Blwyddyn / Year | Snapchat | Kik
        2021/22 | 12 | fewer than 5 / llai na 5
        2022/23 | o dan 5 / under 5 | dim / none
        """),
        ),
        """
        B3 = 12
        C3 = 5; bound <; status suppressed
        B4 = 5; bound <; status suppressed
        C4 = 0
        """,
    )


def test_young_people():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Force | Offences 2021/22 | People aged 10-17
        Kent | 50 | 161000
        Essex | 60 | 155500
        """),
        ),
        """
        B3 = 50
        B4 = 60
        """,
    )


def test_young_people_rows():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        | 2020/21 | 2021/22
        Offences recorded | 50 | 66
        Boys and girls under 16 | 290300 | 291100
        Under 13s | 12 | 15
        """),
        ),
        """
        B3 = 50
        C3 = 66
        B5 = 12; ages 0-12
        C5 = 15; ages 0-12
        """,
    )


def test_pivot_ages():
    expect(
        read(
            sheet("""
        Offence | Sexual communication with a child

        Count of Crime Ref | Column Labels |  |
        Row Labels | 2020/21 | 2021/22 | Grand Total
        9 | 1 | 2 | 3
        11 | 4 | 4 | 8
        12 | 6 | 8 | 14
        14 | 5 | 9 | 14
        Grand Total | 16 | 23 | 39
        """),
        ),
        """
        B5 = 1; ages 9-9; period 2020/21
        C5 = 2
        D5 = 3; ages 9-9
        B6 = 4
        C6 = 4
        D6 = 8
        B7 = 6
        C7 = 8
        D7 = 14
        B8 = 5
        C8 = 9
        D8 = 14
        B9 = 16
        C9 = 23
        D9 = 39
        """,
    )


def test_pivot_victim_sex():
    expect(
        read(
            sheet("""
        HO Desc | Sexual communication with a child
        Rec Year | 2022/23

        Count of Victim ID |
        Row Labels | Total
        F | 40
        M | 12
        Grand Total | 52
        """),
        ),
        """
        B6 = 40; measure victims; sex female; period 2022/23
        B7 = 12; measure victims; sex male
        B8 = 52; measure victims
        """,
    )


def test_several_questions():
    expect(
        read(
            sheet("""
        Sexual communication with a child: number of forces asked, offences and the youngest victim
        Force | 2021/22 | 2022/23 | Youngest victim 2022/23
        Kent | 50 | 60 | 7
        Essex | 40 | 44 | 9
        """),
        ),
        """
        B3 = 50; measure offences
        C3 = 60
        D3 = 7; measure victim_age
        B4 = 40
        C4 = 44
        D4 = 9; measure victim_age
        """,
    )


def test_youngest_only():
    expect(
        read(
            sheet("""
        Sexual communication with a child: age of the youngest victim
        Force | 2021/22 | 2022/23
        Kent | 8 | 7
        Essex | 10 | 9
        """),
        ),
        """
        B3 = 8; measure victim_age
        C3 = 7; measure victim_age
        B4 = 10; measure victim_age
        C4 = 9; measure victim_age
        """,
    )


def test_place_total_and_share():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Force | 2021/22 | 2022/23
        Dyfed-Powys | 30 | 33
        Gwent | 40 | 44
        Wales (two forces shown) | 70 | 77
        PSNI | 90 | 80
        """),
        ),
        """
        B3 = 30
        C3 = 33
        B4 = 40
        C4 = 44
        B5 = 70; place Wales:country
        C5 = 77; place Wales:country
        B6 = 90; place Northern Ireland:country
        C6 = 80
        """,
    )


def test_questions_answers():
    expect(
        read(
            sheet("""
        Request about sexual communication with a child, 2021/22
        How many offences were recorded in 2021/22? | Forty
        How many of these had a victim aged under 13? | 12
        How old was the youngest victim? | six years old
        How many people were arrested? | 9
        """),
            force="Durham",
        ),
        """
        B2 = 40; period 2021/22; measure offences
        B3 = 12; ages 0-12; period 2021/22
        B4 = 6; measure victim_age
        """,
    )


def test_questions_answers2():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Q1 Offences recorded in 2021/22? | 61
        Q2 Of these, in how many was the child aged 16 or 17? | 4
        Q3 Age of the youngest child in 2021/22? | aged 8
        """),
            force="Durham",
        ),
        """
        B2 = 61; period 2021/22; measure offences
        B3 = 4; ages 16-17; period 2021/22
        B4 = 8; measure victim_age
        """,
    )


def test_pivots_side_by_side_of_which_one_lists_bare_ages():
    found = read(
        sheet("""
        Offence | Sexual communication with a child | | Fin year | 2022/23
        |
        Row Labels | Count of Crime No | | Count of Crime No | Column Labels | |
        2021/22 | 26 | | Age of victim | F | M | Grand Total
        Snapchat | 20 | | 11 | 5 | 1 | 6
        Kik | 6 | | 12 | 11 | 3 | 14
        2022/23 | 30 | | 13 | 8 | 2 | 10
        Snapchat | 30 | | Grand Total | 24 | 6 | 30
        Grand Total | 56
        """),
        force="Kent",
        title="Sexual communication with a child",
    )
    assert not any(cell.startswith("D") for cell in found)
    assert (found["F6"].value, found["F6"].victim_age_min, found["F6"].victim_sex) == (3, 12, "male")
    assert (found["F6"].platforms, str(found["F6"].period_start)) == ((), "2022-04-01")
    assert (found["B6"].platforms, str(found["B6"].period_start)) == (("Kik",), "2021-04-01")


@pytest.mark.parametrize(("heading", "numbers"), [("Offences", (11, 12, 15)), ("Age of victim", (14, 14, 12))])
def test_numbers_after_an_empty_column_that_are_no_labels(heading, numbers):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police
        Platform | Crimes | | {heading} | Offences, under 13
        Snapchat | 30 | | {numbers[0]} | 4
        Kik | 24 | | {numbers[1]} | 5
        Discord | 22 | | {numbers[2]} | 6
        """)
    )
    assert [found[f"E{row}"].platforms for row in (3, 4, 5)] == [("Snapchat",), ("Kik",), ("Discord",)]
