"""Layouts of answers that were read wrongly once, and others like them: relative years, parts that no column says."""

from tests.tables.drawing import expect, read, sheet


def test_answers_beside_numbered_questions():
    expect(
        read(
            sheet("""
        Durham Constabulary
        FOI 2231/23 - response
        | Question | Response
        1 | How many crimes under section 15A were recorded between 1 April 2021 and 31 March 2022? | 88
        2 | How many in the following year? | 101
        3 | In how many of the crimes at question 2 was the victim a girl? | 79
        4 | What was the youngest victim's age? | 7
        5 | How many officers work on this? | 14
        """),
            force="Durham",
        ),
        """
        C4 = 88; period 2021/22; measure offences; place Durham
        C5 = 101; period 2022/23
        C6 = 79; period 2022/23; sex female
        C7 = 7; measure victim_age; period 2022/23
        """,
    )


def test_platforms_as_columns_blank_is_zero():
    expect(
        read(
            sheet("""
        Merseyside Police, section 15A offences, platform named in the MO field
        Blank cells mean zero.
        Month | Facebook OR Facebook Messenger | Tik-Tok | KIK | Snapchat | No platform named
        Apr-22 | 3 |  | 1 | 9 | 4
        May-22 | 2 | 1 |  | 7 | 5
        Total | 5 | 1 | 1 | 16 | 9
        """),
        ),
        """
        B4 = 3; platforms Facebook,Facebook Messenger; period April 2022
        C4 = 0; platforms TikTok
        D4 = 1; platforms Kik
        E4 = 9; platforms Snapchat
        B5 = 2; period May 2022
        C5 = 1
        D5 = 0
        E5 = 7
        B6 = 5
        C6 = 1
        D6 = 1
        E6 = 16; platforms Snapchat
        """,
    )


def test_monthly_average_and_daily():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Devon and Cornwall Police
        Year | Offences | Average per month | Percentage online
        2020/21 | 144 | 12 | 88%
        2021/22 | 180 | 15 | 90%
        """),
        ),
        """
        B3 = 144; measure offences
        C3 = 12; measure offence_rate; unit per_month
        B4 = 180
        C4 = 15; measure offence_rate; unit per_month
        """,
    )


def test_months_with_quarter_subtotals():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Cumbria, 2022
        Month | Crimes
        Jan | 4
        Feb | 5
        Mar | 3
        Quarter 1 | 12
        Apr | 6
        May | 2
        Jun | 4
        Quarter 2 | 12
        """),
        ),
        """
        B3 = 4; period January 2022
        B4 = 5
        B5 = 3; period March 2022
        B6 = 12; period January to March 2022
        B7 = 6; period April 2022
        B8 = 2
        B9 = 4
        B10 = 12; period April to June 2022
        """,
    )


def test_crimed_and_cancelled():
    expect(
        read(
            sheet("""
        Sexual communication with a child - Cheshire Constabulary
        | 2020/21 | 2021/22
        Recorded crimes | 90 | 99
        Cancelled crimes | 3 | 2
        Crime related incidents | 7 | 9
        """),
        ),
        """
        B3 = 90; period 2020/21
        C3 = 99
        """,
    )


def test_stacked_questions_same_sheet():
    expect(
        read(
            sheet("""
        Request 1: The number of offences of sexual communication with a child recorded in 2020, 2021 and 2022
        2020 | 2021 | 2022
        30 | 33 | 41

        Request 2: The number of those offences in which Facebook, Instagram or WhatsApp was named
        2020 | 2021 | 2022
        12 | 11 | 9
        """),
            force="Gwent",
        ),
        """
        A3 = 30; period 2020
        B3 = 33
        C3 = 41; platforms none
        A7 = 12; platforms Facebook,Instagram,WhatsApp; period 2020
        B7 = 11
        C7 = 9
        """,
    )


def test_question_about_the_year_before():
    expect(
        read(
            sheet("""
        Q1. Offences of sexual communication with a child recorded in 2022/23 | 55
        Q2. How many in the previous year? | 47
        Q3. How many of these were closed as a duplicate? | 6
        """),
            force="Gwent",
        ),
        """
        B1 = 55; period 2022/23
        B2 = 47; period 2021/22; offence sexual_communication_with_a_child
        """,
    )


def test_calendar_year_after():
    expect(
        read(
            sheet("""
        | Question | Our answer
        a) | How many offences of sexual communication with a child were recorded in 2020? | 31
        b) | And in the year after? | 28
        """),
            force="Surrey",
        ),
        """
        C2 = 31; period 2020
        C3 = 28; period 2021
        """,
    )


def test_a_mean_is_an_average():
    expect(
        read(
            sheet("""
        Sexual communication with a child, offences recorded, Kent
        Division | 2021 | 2022 | Mean
        North | 10 | 12 | 11
        East | 20 | 22 | 21
        """),
        ),
        """
        B3 = 10
        C3 = 12
        B4 = 20
        C4 = 22
        """,
    )


def test_empty_boxes_are_explained():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent, 2021
        Empty boxes mean nil.
        App | Female victim | Male victim
        Kik | 4 |
        Discord |  | 2
        """),
        ),
        """
        B4 = 4; platforms Kik; sex female
        C4 = 0; platforms Kik; sex male
        B5 = 0
        C5 = 2
        """,
    )


def test_share_of_an_unsayable_part():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Gwent
        Year | Offences | % vulnerable | % of total
        2021 | 40 | 30 | 47
        2022 | 45 | 33 | 53
        """),
        ),
        """
        B3 = 40
        D3 = 47; measure offence_share
        B4 = 45
        D4 = 53; measure offence_share
        """,
    )


def test_share_of_a_known_part():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Gwent
        Year | Offences | Percentage girls | Percentage on WhatsApp
        2021 | 40 | 80 | 10
        """),
        ),
        """
        B3 = 40
        C3 = 80; measure victim_share; sex female
        D3 = 10; platforms WhatsApp; measure offence_share
        """,
    )


def test_quarters_of_a_financial_year_in_the_title():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Gwent, 2021/22
        Qtr 1 | 12
        Qtr 2 | 14
        Qtr 4 | 9
        """),
        ),
        """
        B2 = 12; period April to June 2021
        B3 = 14; period July to September 2021
        B4 = 9; period January to March 2022
        """,
    )


def test_quarters_of_a_calendar_year_in_the_title():
    expect(
        read(
            sheet("""
        Sexual communication with a child recorded by Gwent Police in calendar year 2021
        Quarter | Offences
        Q1 | 12
        Q4 | 14
        """),
        ),
        """
        B3 = 12; period January to March 2021
        B4 = 14; period October to December 2021
        """,
    )


def test_transferred_and_no_crimed():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Gwent
        Year | Offences (excluding cancelled) | No crimed | Transferred to another force
        2021 | 40 | 2 | 1
        2022 | 45 | 3 | 3
        """),
        ),
        """
        B3 = 40; measure offences
        B4 = 45; measure offences
        """,
    )


def test_any_of_some_platforms():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child where Kik, Omegle or Discord was used
        Force | 2021 | 2022
        Kent | 14 | 11
        Essex | 9 | 12
        """),
        ),
        """
        B3 = 14; platforms Discord,Kik,Omegle
        C3 = 11; platforms Discord,Kik,Omegle
        B4 = 9
        C4 = 12
        """,
    )


def test_a_question_for_each_of_some_platforms():
    expect(
        read(
            sheet("""
        Please give offences of sexual communication with a child involving Kik, Omegle or Discord, split by app
        Force | 2021
        Kent | 14
        Essex | 9
        """),
        ),
        """
        B3 = 14; platforms none
        B4 = 9; platforms none
        """,
    )


def test_online_in_a_list_of_means():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent, 2021/22: how the child was contacted
        Snapchat | 30
        Online (unspecified) | 14
        In person | 2
        """),
        ),
        """
        B2 = 30; platforms Snapchat
        B3 = 14; platforms Internet
        B4 = 2
        """,
    )
