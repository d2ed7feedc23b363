"""Layouts that look like others but mean something else, shares in brackets, ages across without a heading."""

from tests.tables.drawing import expect, read, sheet


def test_shares_in_words_of_no_meaning():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent, 2021/22
        Platform | Crimes | Percentage usage
        Snapchat | 30 | 60
        Kik | 20 | 40
        """),
        ),
        """
        B3 = 30; platforms Snapchat
        C3 = 60; measure offence_share; platforms Snapchat
        B4 = 20
        C4 = 40; measure offence_share; platforms Kik
        """,
    )


def test_shares_of_forces_split():
    expect(
        read(
            sheet("""
        Sexual communication with a child, 2021/22
        Force | Crimes | % of annual total
        Kent | 30 | 60
        Essex | 20 | 40
        """),
        ),
        """
        B3 = 30
        C3 = 60; measure offence_share; place Kent
        B4 = 20
        C4 = 40
        """,
    )


def test_title_with_may():
    expect(
        read(
            sheet("""
        Victims of sexual communication with a child between the 1st of May 2021 and the end of May 2022, Gwent
        Age | Number
        Under 10 | 3
        10 to 15 | 40
        """),
        ),
        """
        B3 = 3; measure victims; ages 0-9
        B4 = 40; measure victims
        """,
    )


def test_sheet_of_reasons_is_no_place():
    expect(
        read(
            sheet(
                """
        Sexual communication with a child, Gwent
        Year | Offences
        2021 | 40
        """,
                "Offences",
            ),
            sheet(
                """
        Reason | 2021
        Duplicate | 3
        Victim withdrew | 9
        """,
                "Reasons list",
            ),
        ),
        """
        Offences!B3 = 40
        """,
    )


def test_victims_total_beside_offences():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Gwent
        Year | Offences | Under 13 | 13 to 17 | Total victims
        2021 | 40 | 12 | 30 | 42
        2022 | 45 | 13 | 33 | 46
        """),
        ),
        """
        B3 = 40; measure offences
        C3 = 12; measure victims; ages 0-12
        D3 = 30; measure victims
        E3 = 42; measure victims
        B4 = 45
        C4 = 13
        D4 = 33
        E4 = 46
        """,
    )


def test_small_force_list_of_ones():
    expect(
        read(
            sheet("""
        Sexual communication with a child, oldest year
        Force | 2017 | 2018
        Kent | 1 | 1
        Essex | 1 | 1
        Surrey | 1 | 1
        Total | 3 | 3
        """),
        ),
        """
        B3 = 1
        C3 = 1
        B4 = 1
        C4 = 1
        B5 = 1
        C5 = 1
        B6 = 3; measure offences
        C6 = 3; measure offences
        """,
    )


def test_children_in_care_not_population():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Gwent
        Year | Offences | Victims under 18 | Boys
        2021 | 2 | 41 | 39
        2022 | 1 | 33 | 30
        """),
        ),
        """
        B3 = 2
        C3 = 41; ages 0-17
        D3 = 39; sex male
        B4 = 1
        C4 = 33
        D4 = 30
        """,
    )


def test_pivot_of_months_numbers():
    expect(
        read(
            sheet("""
        Offence | Sexual communication with a child
        Year | 2022

        Count of URN |
        Row Labels | Total
        Jan | 4
        Feb | 6
        Grand Total | 10
        """),
            force="Kent",
        ),
        """
        B6 = 4; period January 2022
        B7 = 6; period February 2022
        B8 = 10
        """,
    )


def test_dates_as_months_with_counts():
    expect(
        read(
            sheet("""
        Sexual communication with a child, recorded, Kent
        Month | Number
        @2022-01-01 | 4
        @2022-02-01 | 6
        @2022-03-01 | 5
        """),
        ),
        """
        B3 = 4; period January 2022
        B4 = 6; period February 2022
        B5 = 5; period March 2022
        """,
    )


def test_title_other_year_for_lower_table():
    expect(
        read(
            sheet("""
        Sexual communication with a child: offences by platform, Kent
        App | 2020 | 2021
        Kik | 4 | 5
        Snapchat | 20 | 22

        Offences by platform in 2022 (provisional)
        Kik | 6
        Snapchat | 25
        """),
        ),
        """
        B3 = 4; period 2020
        C3 = 5
        B4 = 20
        C4 = 22
        B7 = 6; period 2022; platforms Kik
        B8 = 25; period 2022
        """,
    )


def test_bracketed_percent_columns():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Norfolk
        Platform | 2021/22 No. | (%) | 2022/23 No. | (%)
        Snapchat | 30 | (33) | 40 | (41)
        Instagram | 12 | (13) | 10 | (10)
        """),
        ),
        """
        B3 = 30; unit count; period 2021/22
        C3 = 33; unit percent; platforms Snapchat; period 2021/22
        D3 = 40; period 2022/23
        E3 = 41; unit percent; period 2022/23
        B4 = 12
        C4 = 13; unit percent
        D4 = 10
        E4 = 10; unit percent
        """,
    )


def test_victim_each_age_across():
    expect(
        read(
            sheet("""
        Sexual communication with a child 2022: age of victim in years, Dorset
        | 8 | 9 | 10 | 11 | 12 | 13 | Total
        Girls | 1 | 0 | 3 | 9 | 14 | 20 | 47
        Boys | 0 | 1 | 1 | 2 | 3 | 4 | 11
        """),
        ),
        """
        B3 = 1; ages 8-8; sex female
        C3 = 0; ages 9-9
        D3 = 3
        E3 = 9
        F3 = 14
        G3 = 20; ages 13-13
        H3 = 47; sex female
        B4 = 0; sex male
        C4 = 1
        D4 = 1
        E4 = 2
        F4 = 3
        G4 = 4
        H4 = 11
        """,
    )


def test_platforms_by_single_years():
    expect(
        read(
            sheet("""
        Sexual communication with a child by age of victim and app, Dorset, 2022
        | 12 | 13 | 14 | 15
        Kik | 1 | 2 | 2 | 5
        Snapchat | 4 | 9 | 14 | 20
        """),
        ),
        """
        B3 = 1; ages 12-12; platforms Kik
        C3 = 2; ages 13-13
        D3 = 2
        E3 = 5; ages 15-15
        B4 = 4
        C4 = 9
        D4 = 14
        E4 = 20; ages 15-15; platforms Snapchat
        """,
    )


def test_counts_without_a_label_over_labelled_rows():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Dorset
        Year | Kik | Snapchat | Discord
        2020 | 4 | 6 | 5
        2021 | 5 | 7 | 2
        """),
        ),
        """
        B3 = 4; platforms Kik; period 2020
        C3 = 6
        D3 = 5
        B4 = 5
        C4 = 7
        D4 = 2
        """,
    )


def test_shares_in_brackets_after_counts():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Dorset, sex of victim
        | Female |  | Male |
        | No. | [%] | No. | [%]
        2021 | 30 | 75 | 10 | 25
        2022 | 33 | 66 | 17 | 34
        """),
        ),
        """
        B4 = 30; sex female; unit count; period 2021
        C4 = 75; sex female; unit percent
        D4 = 10; sex male
        E4 = 25; sex male; unit percent
        B5 = 33
        C5 = 66
        D5 = 17
        E5 = 34; unit percent; period 2022
        """,
    )


def test_a_bracketed_share_takes_the_platform_before_it():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Dorset
        Year | Offences | Snapchat | (per cent) | WhatsApp | (per cent)
        2021 | 40 | 20 | 50 | 4 | 10
        """),
        ),
        """
        B3 = 40
        C3 = 20; platforms Snapchat; unit count
        D3 = 50; platforms Snapchat; unit percent
        E3 = 4; platforms WhatsApp
        F3 = 10; platforms WhatsApp; unit percent
        """,
    )
