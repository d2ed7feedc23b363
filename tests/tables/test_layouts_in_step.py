"""Short labels that the line they stand in explains: years and ages in steps, letters for sexes, a total to date."""

from tests.tables.drawing import expect, read, sheet

KENT = {"force": "Kent"}


def test_names_that_begin_where_others_end_are_years():
    expect(
        read(
            sheet("""
            Sexual communication with a child, recorded each year
             | Snapchat | FB mess.
            17-18 | 4 | 5
            18-19 | 6 | 5
            19-20 | 7 | 8
            3 yrs | 17 | 18
            """),
            **KENT,
        ),
        """
        B3 = 4; period 2017/18; platforms Snapchat; ages none-none
        C3 = 5; period 2017/18; platforms Facebook Messenger
        B4 = 6; period 2018/19; platforms Snapchat
        C4 = 5; period 2018/19; platforms Facebook Messenger
        B5 = 7; period 2019/20; platforms Snapchat
        C5 = 8; period 2019/20; platforms Facebook Messenger
        B6 = 17; period April 2017 to March 2020; platforms Snapchat; ages none-none
        C6 = 18; period April 2017 to March 2020; platforms Facebook Messenger
        """,
    )


def test_years_in_step_stand_across():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            App | 18-19 | 19-20 | 20-21 | 3 yrs
            Snapchat | 4 | 5 | 6 | 15
            Kik | 1 | 1 | 1 | 3
            """),
            **KENT,
        ),
        """
        B3 = 4; period 2018/19; platforms Snapchat
        C3 = 5; period 2019/20; platforms Snapchat
        D3 = 6; period 2020/21; platforms Snapchat
        E3 = 15; period April 2018 to March 2021; platforms Snapchat
        B4 = 1; period 2018/19; platforms Kik
        C4 = 1; period 2019/20; platforms Kik
        D4 = 1; period 2020/21; platforms Kik
        E4 = 3; period April 2018 to March 2021; platforms Kik
        """,
    )


def test_bands_under_a_heading_of_ages_stay_ages():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2021
            Age of victim | Offences
            15-16 | 4
            16-17 | 6
            17-18 | 7
            18-19 | 1
            """),
            **KENT,
        ),
        """
        B3 = 4; period 2021; ages 15-16
        B4 = 6; period 2021; ages 16-17
        B5 = 7; period 2021; ages 17-18
        B6 = 1; period 2021; ages 18-19
        """,
    )


def test_bands_after_each_other_are_ages():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2021
            11-12 | 4
            13-14 | 6
            15-16 | 7
            """),
            **KENT,
        ),
        """
        B2 = 4; period 2021; ages 11-12
        B3 = 6; period 2021; ages 13-14
        B4 = 7; period 2021; ages 15-16
        """,
    )


def test_a_letter_beside_those_of_sexes_is_their_total():
    expect(
        read(
            sheet("""
            Sexual communication with a child
             | 2021 | | | 2022 |
             | F | M | T | F | T
            Snapchat | 19 | 4 | 24 | 27 | 30
            Kik | 2 | 1 | 3 | 1 | 1
            """),
            **KENT,
        ),
        """
        B4 = 19; period 2021; platforms Snapchat; sex female
        C4 = 4; period 2021; sex male
        D4 = 24; period 2021; sex none
        E4 = 27; period 2022; sex female
        F4 = 30; period 2022; sex none
        B5 = 2; period 2021; platforms Kik; sex female
        C5 = 1; period 2021; sex male
        D5 = 3; period 2021; sex none
        E5 = 1; period 2022; sex female
        F5 = 1; period 2022; sex none
        """,
    )


def test_letters_of_sexes_stand_down():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2021
             | Offences
            F | 10
            M | 3
            P | 15
            """),
            **KENT,
        ),
        """
        B3 = 10; sex female
        B4 = 3; sex male
        B5 = 15; sex none
        """,
    )


def test_a_letter_beside_others_says_nothing():
    found = read(
        sheet("""
        Sexual communication with a child 2021
         | S | T | W
        Snapchat | 10 | 2 | 4
        Kik | 1 | 2 | 9
        """),
        **KENT,
    )
    assert "C3" not in found


def test_a_total_to_date_covers_the_months_before_it():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2023/24
            Apr | 4
            May | 5
            June | 3
            July | n/a
            YTD to 30 June | 12
            """),
            **KENT,
        ),
        """
        B2 = 4; period April 2023
        B3 = 5; period May 2023
        B4 = 3; period June 2023
        B5 = none; period July 2023; status not_available
        B6 = 12; period April to June 2023
        """,
    )


def test_a_total_to_date_across():
    expect(
        read(
            sheet("""
            Sexual communication with a child
             | Apr | May | Jun | Total to end of June
            2022/23 | 4 | 5 | 6 | 15
            """),
            **KENT,
        ),
        """
        B3 = 4; period April 2022
        C3 = 5; period May 2022
        D3 = 6; period June 2022
        E3 = 15; period April to June 2022
        """,
    )


def test_a_month_to_date_beside_no_months_is_no_part():
    found = read(
        sheet("""
        Sexual communication with a child 2023/24
        Snapchat | 4
        Kik | 5
        YTD to 30 June | 9
        """),
        **KENT,
    )
    figure = found.get("B4")
    assert figure is None or figure.review


def test_bare_ages_stand_in_a_first_column():
    expect(
        read(
            sheet("""
            No. of victims of sexual communication with a child, 2023/24
            10 or under | 8
            11 | 7
            12 | 15
            13 | 24
            16+ | 2
            all | 56
            """),
            **KENT,
        ),
        """
        B2 = 8; measure victims; ages 0-10
        B3 = 7; measure victims; ages 11-11
        B4 = 15; measure victims; ages 12-12
        B5 = 24; measure victims; ages 13-13
        B6 = 2; measure victims; ages 16-none
        B7 = 56; measure victims; ages none-none
        """,
    )


def test_a_title_says_that_bare_numbers_are_ages():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2022, by age of victim
            12 | 4
            13 | 5
            14 | 9
            """),
            **KENT,
        ),
        """
        B2 = 4; ages 12-12
        B3 = 5; ages 13-13
        B4 = 9; ages 14-14
        """,
    )


def test_counts_before_their_labels_are_no_ages():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2022
            4 | Snapchat
            5 | Kik
            6 | Discord
            """),
            **KENT,
        ),
        """
        A2 = 4; platforms Snapchat; ages none-none
        A3 = 5; platforms Kik
        A4 = 6; platforms Discord
        """,
    )


def test_bands_come_again_for_each_sex():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2022
            Female | 0-11 | 5
             | 12-15 | 6
             | all | 11
            Male | 0-11 | 1
             | 12-15 | 2
             | all | 3
            """),
            **KENT,
        ),
        """
        C2 = 5; sex female; ages 0-11
        C3 = 6; sex female; ages 12-15
        C4 = 11; sex female; ages none-none
        C5 = 1; sex male; ages 0-11
        C6 = 2; sex male; ages 12-15
        C7 = 3; sex male; ages none-none
        """,
    )


def test_hidden_ranges_are_no_bands():
    found = read(
        sheet("""
        Sexual communication with a child
        Snapchat | 1-4 | 12
        Kik | 5-9 | 3
        Discord | 1-4 | 8
        """),
        **KENT,
    )
    assert found["B2"].value == 4 and found["C2"].victim_age_min is None


def test_aged_heads_a_list_of_ages():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            victim | aged | 2022/23
            Female | 0-9 | 3
             | 10-12 | 19
            Male | 0-9 | 1
             | 10-12 | 2
            Everyone (inc sex not recorded) | | 30
            """),
            **KENT,
        ),
        """
        C3 = 3; sex female; ages 0-9
        C4 = 19; sex female; ages 10-12
        C5 = 1; sex male; ages 0-9
        C6 = 2; sex male; ages 10-12
        C7 = 30; sex none; ages none-none
        """,
    )


def test_a_total_includes_what_is_not_known():
    expect(
        read(
            sheet("""
            Sexual communication with a child 2022
             | Offences
            Female | 4
            Male | 5
            Sex not known | 1
            All (incl. sex not known) | 10
            """),
            **KENT,
        ),
        """
        B3 = 4; sex female
        B4 = 5; sex male
        B6 = 10; sex none
        """,
    )


def test_what_is_not_known_is_no_total():
    found = read(
        sheet("""
        Sexual communication with a child 2022
         | Offences
        Female | 4
        Unknown (incl. sex not recorded) | 10
        """),
        **KENT,
    )
    assert list(found) == ["B3"]


def test_a_year_beside_a_mark_begins_a_list_of_years():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            Kik?
            2020 | None
            2021 | less than 5
            2022 | None
            """),
            **KENT,
        ),
        """
        B3 = 0; period 2020; platforms Kik
        B4 = 5; period 2021; platforms Kik; bound <; status suppressed
        B5 = 0; period 2022; platforms Kik
        """,
    )


def test_a_year_beside_a_mark_over_other_rows_is_a_header():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            Sex | 2020 | Unknown
            Female | 4 | 5
            Male | 1 | 2
            """),
            **KENT,
        ),
        """
        B3 = 4; period 2020; sex female
        B4 = 1; period 2020; sex male
        """,
    )
