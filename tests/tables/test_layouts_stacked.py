"""Tables in which groups of columns, blocks of rows and totals of some of the columns stand beside each other."""

from tests.tables.drawing import expect, read, sheet


def test_years_that_groups_of_columns_repeat_are_headers():
    expect(
        read(
            sheet("""
        Sexual communication with a child, offences recorded
          | Kent Police | | Surrey Police |
        App | 2021 | 2022 | 2021 | 2022
        Snapchat | 58 | 74 | 21 | 26
        Instagram | 39 | 36 | 14 | 12
        All | 97 | 110 | 35 | 38
        """),
        ),
        """
        B4 = 58; period 2021; platforms Snapchat; place Kent
        C4 = 74; period 2022; platforms Snapchat; place Kent
        D4 = 21; period 2021; platforms Snapchat; place Surrey
        E4 = 26; period 2022; platforms Snapchat; place Surrey
        B5 = 39
        C5 = 36
        D5 = 14
        E5 = 12
        B6 = 97; period 2021; place Kent
        C6 = 110
        D6 = 35
        E6 = 38; period 2022; place Surrey
        """,
    )


def test_each_year_over_several_columns_is_a_header():
    expect(
        read(
            sheet("""
        Grooming (section 15A), Cheshire: offences and victims in each calendar year
        District | 2019 | 2019 | 2020 | 2020
          | Offences | Victims | Offences | Victims
        Chester | 11 | 12 | 14 | 14
        Crewe | 9 | 9 | 12 | 13
        """),
        ),
        """
        B4 = 11; period 2019; measure offences; place none
        C4 = 12; period 2019; measure victims
        D4 = 14; period 2020; measure offences
        E4 = 14; period 2020; measure victims
        B5 = 9
        C5 = 9
        D5 = 12
        E5 = 13
        """,
    )


def test_rows_after_a_gap_may_fill_a_column_that_the_rows_above_left_empty():
    expect(
        read(
            sheet("""
        Sexual communication with a child recorded by police force
        Area | 2020/21 | 2021/22 | % change
        England and Wales | 4931 | 5791 |
        Wales | 242 | 286 |

        Gwent | 46 | 63 | 37.0
        North Wales | 61 | 70 | 14.8
        """),
        ),
        """
        B3 = 4931; period 2020/21
        C3 = 5791; period 2021/22
        B4 = 242
        C4 = 286
        B6 = 46; period 2020/21; place Gwent
        C6 = 63; period 2021/22; place Gwent
        D6 = 37; measure offence_change; period 2021/22
        B7 = 61
        C7 = 70
        D7 = 14.8; measure offence_change
        """,
    )


def test_a_total_of_so_many_years_is_one_of_the_years_before_it():
    expect(
        read(
            sheet("""
        SCWC offences, Dorset
        Platform | 2020/21 | 2021/22 | 2022/23 | Total of the 3 years | Apr-Sep 2023
        Snapchat | 10 | 12 | 9 | 31 | 7
        Kik | 1 | 0 | 2 | 3 | 0
        """),
        ),
        """
        B3 = 10
        C3 = 12
        D3 = 9
        E3 = 31; period April 2020 to March 2023
        F3 = 7; period April 2023 to September 2023
        B4 = 1
        C4 = 0
        D4 = 2
        E4 = 3; period April 2020 to March 2023
        F4 = 0
        """,
    )


def test_a_total_before_later_columns_sums_what_stands_before_it():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child, Gwent
        Month | 2021 | 2022 | Total | Jan to May 2023
        Snapchat | 10 | 12 | 22 | 7
        Roblox | 1 | 3 | 4 | 2
        """),
        ),
        """
        B3 = 10
        C3 = 12
        D3 = 22; period January 2021 to December 2022
        E3 = 7; period January 2023 to May 2023
        B4 = 1
        C4 = 3
        D4 = 4; period January 2021 to December 2022
        E4 = 2
        """,
    )


def test_some_years_beside_those_years_are_their_total_and_no_age():
    expect(
        read(
            sheet("""
        Sexual communication with a child: offences and suspects, West Midlands Police
        Area | 2021/22 | | 2022/23 | | 2 years |
          | Offences | Suspects | Offences | Suspects | Offences | Suspects
        Force | 351 | 152 | 399 | 171 | 750 | 323
        """),
        ),
        """
        B4 = 351; period 2021/22
        D4 = 399; period 2022/23
        F4 = 750; period April 2021 to March 2023; ages none
        """,
    )


def test_an_age_beside_ages_and_years_stays_one():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent, 2021/22: offences by age of victim
        8 years | 12 years | Total
        3 | 9 | 12
        """),
        ),
        """
        A3 = 3; ages 8-8
        B3 = 9; ages 12-12
        C3 = 12; ages none
        """,
    )


def test_forces_of_a_country_that_gave_a_number_are_counted():
    expect(
        read(
            sheet("""
        Sexual communication with a child by force, 2022
        Force | 2021 | 2022
        Gwent | 46 | 63
        Dyfed Powys | 38 | not held
        Forces in Wales that replied | 2 | 1
        """),
        ),
        """
        B3 = 46
        C3 = 63
        B4 = 38
        C4 = none; status not_available
        B5 = 2; measure forces; period 2021
        C5 = 1; measure forces
        """,
    )


def test_a_note_between_two_tables_is_of_the_one_that_it_stands_nearer_to():
    expect(
        read(
            sheet("""
        Sexual communication with a child by app, Kent, 2021/22
        App | No. | %
        Snapchat | 12 | 60
        Kik | 8 | 40
        % is of the offences where the app was recorded.


        Arrests | 2020/21 | 2021/22
        Persons arrested | 4 | 6
        """),
        ),
        """
        B3 = 12
        C3 = 60; measure offence_share; base method_recorded
        B4 = 8
        C4 = 40; base method_recorded
        """,
    )


def test_a_note_after_a_gap_may_head_the_next_table():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Surrey
        App | 2021/22
        Snapchat | 12

        Offences of sexual communication with a child on Kik in 2020/21
        Age | Offences
        Under 12 | 3
        12 to 15 | 9
        """),
        ),
        """
        B3 = 12; platforms Snapchat; period 2021/22
        B7 = 3; platforms Kik; period 2020/21; ages 0-11
        B8 = 9; platforms Kik; ages 12-15
        """,
    )


def test_a_gap_before_rows_that_fill_two_more_columns():
    expect(
        read(
            sheet("""
        SCWC crimes by force, 2021/22 and 2022/23
        Force | 2021/22 | 2022/23 | Victims 2022/23
        Wales | 242 | 286 |

        Gwent | 46 | 63 | 64
        South Wales | 97 | 112 | 120
        """),
        ),
        """
        B3 = 242
        C3 = 286
        B5 = 46; period 2021/22; place Gwent
        C5 = 63; period 2022/23
        D5 = 64; measure victims; period 2022/23
        B6 = 97
        C6 = 112
        D6 = 120
        """,
    )


def test_how_many_forces_gave_data_in_one_nation():
    expect(
        read(
            sheet("""
        Grooming offences (s15A)
        Area | 2019 | 2020
        England | 4500 | 4800
        Scotland | n/a | n/a
        Forces in England that gave data | 38 | 39
        """),
        ),
        """
        B3 = 4500
        C3 = 4800
        B4 = none; status not_available
        C4 = none
        B5 = 38; measure forces
        C5 = 39; measure forces
        """,
    )
