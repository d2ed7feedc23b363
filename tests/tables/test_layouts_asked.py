"""Answers that stand beside what was asked, point by point, and the keys that explain their marks."""

from tests.tables.drawing import expect, read, sheet


def test_the_first_column_numbers_what_was_asked():
    expect(
        read(
            sheet("""
        DURHAM CONSTABULARY
        Part | You asked | We hold
        1 | The number of offences of sexual communication with a child from 1 April 2022 to 31 March 2023 | 131
        2 | How many of the offences at part 1 were committed using Snapchat | 44
        3 | Age of the youngest victim at part 1 | 7
        4 | The number of staff in the online investigation team | 14
        """),
        ),
        """
        C3 = 131; period 2022/23; platforms none; measure offences; place Durham
        C4 = 44; period 2022/23; platforms Snapchat
        C5 = 7; measure victim_age; period 2022/23
        """,
    )


def test_points_of_a_letter_are_numbered_in_a_column_of_their_own():
    expect(
        read(
            sheet("""
        Point | Original request | Found
        1 | Sexual communication with a child offences recorded in 2021 | 58
        2 | The same in 2022: offences of sexual communication with a child | 61
        3 | Offences of sexual communication with a child on Kik in 2022 | 4
        """),
            force="Kent",
        ),
        """
        C2 = 58; period 2021; measure offences
        C3 = 61; period 2022
        C4 = 4; period 2022; platforms Kik
        """,
    )


def test_a_first_column_of_small_counts_numbers_nothing():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Essex, 2021/22
        Offences | App | Offences on the year before
        1 | Kik | 4
        2 | Telegram | 2
        3 | Discord | 1
        """),
        ),
        """
        A3 = 1; platforms Kik
        A4 = 2
        A5 = 3
        C3 = 4
        C4 = 2
        C5 = 1
        """,
    )


def test_parts_of_a_request_beside_answers_in_words():
    expect(
        read(
            sheet("""
        Part of request | Our answer
        3. Different platforms named in the three years to 31 March 2021 | Nineteen
        4. Crimes of sexual communication with a child on Roblox in the year ending 31 March 2021 | fewer than 5
        5. Crimes of sexual communication with a child recorded in the three years to 31 March 2021 | Ninety-four
        6. Training days on online safety given to school officers | Thirty-six
        """),
            force="Thames Valley",
            title="Platforms in sexual communication with a child",
        ),
        """
        B2 = 19; measure methods; period April 2018 to 31 March 2021
        B3 = 5; bound <; status suppressed; platforms Roblox; period 2020/21
        B4 = 94; period April 2018 to 31 March 2021
        """,
    )


def test_a_key_on_another_sheet_explains_a_small_letter():
    expect(
        read(
            sheet(
                """
        Sexual communication with a child, Avon and Somerset
          | You asked | 2020/2021 | 2021/2022
        1 | How many offences were recorded? | 189 | 206
        2 | How many of the victims were boys? | 27 | r
        3 | How many involved Yubo? | h | n
        """,
                "Reply",
            ),
            sheet(
                """
        Mark | What it means
        n | none
        h | a small number that we have left out, section 40(2)
        r | refused, section 12
        """,
                "Key",
            ),
        ),
        """
        Reply!C3 = 189
        Reply!D3 = 206
        Reply!C4 = 27; measure victims; sex male
        Reply!D4 = none; status not_available; measure victims; sex male
        Reply!C5 = none; status suppressed; platforms Yubo
        Reply!D5 = 0; platforms Yubo
        """,
    )


def test_a_line_below_explains_a_small_letter():
    expect(
        read(
            sheet("""
        Offences under section 15A, Norfolk
        App | 2021 | 2022
        Snapchat | 12 | w
        Kik | m | 3

        w = withheld because fewer than five; m = no data held for that year
        """),
        ),
        """
        B3 = 12
        C3 = none; status suppressed
        B4 = none; status not_available
        C4 = 3
        """,
    )


def test_rows_that_bear_only_the_number_of_a_question_above():
    expect(
        read(
            sheet("""
        FOI 11/24
        1) How many offences of sexual communication with a child in each of the last 3 financial years?
        2) How many of the above related to Instagram?
        Answers:
          | 2021/22 | 2022/23
        1) | 90 | 101
        2) | 20 | 18
        """),
            force="Kent",
        ),
        """
        B6 = 90; period 2021/22; platforms none
        C6 = 101; platforms none
        B7 = 20; platforms Instagram
        C7 = 18; period 2022/23; platforms Instagram
        """,
    )


def test_rows_named_question_one_and_two():
    expect(
        read(
            sheet("""
        Question 1: offences of sexual communication with a child recorded in 2022
        Question 2: arrests for these offences in 2022
        Question 3: victims of sexual communication with a child in 2022 who were girls

        Answer to | Number
        Q1 | 58
        Q2 | 20
        Q3 | 49
        """),
            force="Kent",
        ),
        """
        B6 = 58; period 2022; measure offences
        B8 = 49; period 2022; measure victims; sex female
        """,
    )


def test_rows_numbered_without_questions_above_are_not_understood():
    found = read(
        sheet("""
        Sexual communication with a child on Kik, 2022, Kent
          | Number
        A1 | 58
        A2 | 20
        """)
    )
    assert found == {}


def test_words_as_marks_explained_on_another_sheet():
    found = read(
        sheet("READ ME FIRST\nnh = not held. Low = fewer than five, number withheld by the force.", "READ ME"),
        sheet(
            """
            Police force | Offences recorded | Snapchat | TikTok
            Essex Police | 231 | 81 | Low
            Kent Police | 243 | nh | Low
            Surrey Police | 200 | Low | Low
            """,
            "Apps",
        ),
        title="Sexual communication with a child, 2023/24",
    )
    expect(
        found,
        """
        Apps!B2 = 231; place Essex; platforms none
        Apps!C2 = 81; platforms Snapchat
        Apps!D2 = none; platforms TikTok; status suppressed
        Apps!B3 = 243; place Kent
        Apps!C3 = none; platforms Snapchat; status not_available
        Apps!D3 = none; platforms TikTok; status suppressed
        Apps!B4 = 200; place Surrey
        Apps!C4 = none; platforms Snapchat; status suppressed
        Apps!D4 = none; platforms TikTok; status suppressed
        """,
    )


def test_words_that_nothing_explains_and_words_among_labels_are_no_marks():
    remarks = read(sheet("Sexual communication with a child\nForce | 2022 | Trend\nKent | 12 | Low\nSurrey | 14 | Low"))
    assert set(remarks) == {"B3", "B4"}
    labels = read(
        sheet("""
        Sexual communication with a child
        Force | Setting | Offences
        Kent | Online | 12
        Kent | Low | 3

        Low = fewer than five could be told apart
        """)
    )
    assert not any(figure.status == "suppressed" for figure in labels.values())
