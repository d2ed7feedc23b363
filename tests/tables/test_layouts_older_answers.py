"""Older answers left below, rows of another time, changes of parts of years; names of two products; labels after."""

import pytest

from tests.tables.drawing import expect, read, sheet

KENT = {"force": "Kent"}


@pytest.mark.parametrize(
    "line",
    [
        "*** old one 0312/21 - offences 2021/22 by app, left in for ref ***",
        "=== Last year's answer: 2021/22 ===",
        "and from the one before that (0310/22)  01/04/2021 - 31/03/2022",
        "2021/22",
    ],
)
def test_an_older_answer_stands_below_a_line_of_its_time(line):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child, rec'd 01/04/2022 - 31/03/2023
            via | No.
            Snapchat | 3
            Kik | 2
            Total | 5
            {line}
            Snapchat | 4
            Total | 6
            01/04/2020 - 31/03/2021
            Snapchat | 1
            Total | 7
            """),
            **KENT,
        ),
        """
        B3 = 3; period 2022/23; platforms Snapchat
        B4 = 2; period 2022/23; platforms Kik
        B5 = 5; period 2022/23; platforms none
        B7 = 4; period 2021/22; platforms Snapchat
        B8 = 6; period 2021/22; platforms none
        B10 = 1; period 2020/21; platforms Snapchat
        B11 = 7; period 2020/21; platforms none
        """,
    )


@pytest.mark.parametrize("mark", ["***", "---", "=="])
def test_ornaments_about_a_heading_are_no_footnote_marks(mark):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child by area
             | 2022/23
            North | 25
            South | 39

            {mark} old answer, s15A offences 2020/21 by app {mark}
            snap | 16
            kik | nil
            total | 16
            """),
            **KENT,
        ),
        """
        B3 = 25; period 2022/23; place none
        B4 = 39; period 2022/23; place none
        B7 = 16; period 2020/21; platforms Snapchat; place Kent
        B8 = 0; period 2020/21; platforms Kik; place Kent
        B9 = 16; period 2020/21; platforms none; place Kent
        """,
    )


def test_sections_inside_the_time_of_the_title_add_up():
    expect(
        read(
            sheet("""
            Sexual communication with a child, 1 April 2020 to 31 March 2022
            App | Offences
            2020/21
            Snapchat | 4
            2021/22
            Snapchat | 5
            """),
            **KENT,
        ),
        """
        B4 = 4; period 2020/21; platforms Snapchat
        B6 = 5; period 2021/22; platforms Snapchat
        """,
    )


def test_stars_before_words_explain_a_mark():
    found = read(
        sheet("""
        Sexual communication with a child 2022/23
        Snapchat | 3
        Kik | *
        *** marks numbers below 5, as in 2021/22
        Total | 9
        """),
        **KENT,
    )
    assert found["B5"].period_start == found["B2"].period_start


def test_a_row_of_a_later_time_stands_under_no_year():
    expect(
        read(
            sheet("""
            Sexual communication with a child
             | 2021/22 | 2022/23
            Q1 apr-jun | 17 | 22
            Q2 jul-sep | 20 | 18

            2023/24 YTD (1 apr - 30 sept 23) | 45
            """),
            **KENT,
        ),
        """
        B3 = 17; period April to June 2021
        C3 = 22; period April to June 2022
        B4 = 20; period July to September 2021
        C4 = 18; period July to September 2022
        B6 = 45; period April to September 2023
        """,
    )


def test_a_total_of_the_columns_times_goes_on():
    found = read(
        sheet("""
        Sexual communication with a child
         | 2021/22 | 2022/23
        Snapchat | 4 | 5
        Kik | 1 | 2

        Total | 5 | 7
        """),
        **KENT,
    )
    assert found["C6"].period_start == found["C3"].period_start and found["C6"].platforms == ()


@pytest.mark.parametrize("heading", ["% diff", "% change", "Change (%)"])
def test_changes_of_quarters_beside_years(heading):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child by qtr
             | 2021/22 | 2022/23 | {heading}
            Q1 apr-jun | 17 | 22 | +29%
            Q4 jan-mar | 19 | 26 | +37%
            YEAR | 71 | 87 | +23%
            """),
            **KENT,
        ),
        """
        B3 = 17; period April to June 2021
        C3 = 22; period April to June 2022
        D3 = 29; period April to June 2022; against April to June 2021; measure offence_change
        B4 = 19; period January to March 2022
        C4 = 26; period January to March 2023
        D4 = 37; period January to March 2023; against January to March 2022
        B5 = 71; period 2021/22
        C5 = 87; period 2022/23
        D5 = 23; period 2022/23; against 2021/22
        """,
    )


@pytest.mark.parametrize(
    "title",
    [
        "Facebook (inc Messenger)?",
        "How many on Facebook/Messenger?",
        "Facebook & Messenger",
        "Q3 - Facebook and Messenger",
    ],
)
def test_two_products_head_a_list_as_one(title):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child
            {title}
            2021 | 5
            2022 | 6
            """),
            **KENT,
        ),
        """
        B3 = 5; period 2021; platforms Facebook, Facebook Messenger
        B4 = 6; period 2022; platforms Facebook, Facebook Messenger
        """,
    )


def test_products_that_a_request_names_head_no_list():
    found = read(
        sheet("""
        Sexual communication with a child
        Was Facebook, Snapchat or Instagram recorded, and for how many of all the offences?
        2021 | 5
        2022 | 6
        """),
        **KENT,
    )
    assert {figure.platforms for figure in found.values()} == {()}


@pytest.mark.parametrize(
    "question", ["A boy?", "Male victims?", "How many of all the offences had a boy as the victim?"]
)
def test_a_question_about_one_sex_heads_a_list(question):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child
            {question}
            2021 | 5
            2022 | 6
            """),
            **KENT,
        ),
        """
        B3 = 5; period 2021; sex male
        B4 = 6; period 2022; sex male
        """,
    )


def test_a_question_about_both_sexes_limits_nothing():
    found = read(
        sheet("""
        Sexual communication with a child
        Was the victim a girl or a boy?
        2021 | 5
        2022 | 6
        """),
        **KENT,
    )
    assert {figure.victim_sex for figure in found.values()} == {None}


def test_labels_stand_after_their_numbers_in_two_lists():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2022/23
            40 | total | | 30 | female victim
            12 | Snapchat | | 8 | male victim
            9 | Kik | | 2 | sex not known
            3 | Discord | | |
            """),
            **KENT,
        ),
        """
        A2 = 40; period 2022/23; platforms none; sex none
        A3 = 12; platforms Snapchat; sex none
        A4 = 9; platforms Kik
        A5 = 3; platforms Discord
        D2 = 30; platforms none; sex female
        D3 = 8; platforms none; sex male
        """,
    )


def test_a_remark_after_an_empty_column_is_no_label():
    found = read(
        sheet("""
        Sexual communication with a child 2022/23
        Snapchat | 12 | | 8 | checked
        Kik | 9 | | 2 | checked
        """),
        **KENT,
    )
    assert found["B2"].platforms == ("Snapchat",) and found["B3"].platforms == ("Kik",)
