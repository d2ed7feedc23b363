"""Titles of tables that stand side by side, an empty row above their headers; and headers that are none."""

from tests.tables.drawing import expect, read, sheet


def test_each_title_heads_the_table_below_it():
    expect(
        read(
            sheet("""
        Q2 Sexual communication with a child - platform used | | | | Q3 Victims by sex | |

         | 2023 | | | Victims | |
        Platform | No. | % of known | | Sex | No. | %
        Snapchat | 60 | 0.75 | | Female | 70 | 0.7
        Kik | 20 | 0.25 | | Male | 30 | 0.3
        Platform known | 80 | 1 | | Total | 100 | 1
        Not recorded | 7 | | | | |
        All crimes | 87 | | | | |
        """),
            force="Kent",
        ),
        """
        B5 = 60; period 2023; platforms Snapchat; measure offences
        C5 = 75; period 2023; platforms Snapchat; measure offence_share; base method_recorded
        B6 = 20; period 2023; platforms Kik; measure offences
        C6 = 25; period 2023; platforms Kik; measure offence_share; base method_recorded
        B7 = 80; period 2023; platforms none; base method_recorded
        C7 = 100; period 2023; measure offence_share; base method_recorded
        B9 = 87; period 2023; platforms none; base all
        F5 = 70; measure victims; sex female; platforms none
        G5 = 70; measure victim_share; sex female
        F6 = 30; measure victims; sex male
        G6 = 30; measure victim_share; sex male
        F7 = 100; measure victims; sex none
        G7 = 100; measure victim_share
        """,
    )


def test_one_table_names_another_time_in_its_title():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police

        Offences by app, 2022/23 | | | Offences by app, 2023/24 |

        App | Offences | | App | Offences
        Snapchat | 31 | | Snapchat | 40
        Kik | 4 | | Instagram | 12
         | | | Kik | 5
        """),
        ),
        """
        B6 = 31; period 2022/23; platforms Snapchat; place Kent
        B7 = 4; period 2022/23; platforms Kik
        E6 = 40; period 2023/24; platforms Snapchat; place Kent
        E7 = 12; period 2023/24; platforms Instagram
        E8 = 5; period 2023/24; platforms Kik
        """,
    )


def test_three_tables_of_which_one_is_about_another_offence():
    expect(
        read(
            sheet("""
        Sexual communication with a child (s15A) | | | Meeting a child (s15) | | | Victims of s15A, girls |

        Year | Crimes | | Year | Crimes | | Year | Number
        2022/23 | 61 | | 2022/23 | 9 | | 2022/23 | 44
        2023/24 | 70 | | 2023/24 | 8 | | 2023/24 | 51
        """),
            force="Kent",
        ),
        """
        B4 = 61; period 2022/23; offence sexual_communication_with_a_child
        B5 = 70; period 2023/24; offence sexual_communication_with_a_child
        E4 = 9; offence meeting_a_child_following_grooming
        E5 = 8; offence meeting_a_child_following_grooming
        H4 = 44; period 2022/23; measure victims; sex female; offence sexual_communication_with_a_child
        H5 = 51; period 2023/24; measure victims; sex female; offence sexual_communication_with_a_child
        """,
    )


def test_what_only_the_left_title_says_is_not_said_of_the_right_table():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police

        Offences on Snapchat | | | Offences by year |

        Year | Offences | | Year | Offences
        2022/23 | 31 | | 2022/23 | 81
        2023/24 | 40 | | 2023/24 | 97
        """),
        ),
        """
        B6 = 31; period 2022/23; platforms Snapchat
        B7 = 40; period 2023/24; platforms Snapchat
        E6 = 81; period 2022/23; platforms none
        E7 = 97; period 2023/24; platforms none
        """,
    )


def test_headers_of_one_table_parted_from_its_rows_stay_headers():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        App | 2022/23 | 2023/24

        Snapchat | 31 | 40
        Kik | 4 | 6
        """),
        ),
        """
        B4 = 31; period 2022/23; platforms Snapchat
        C4 = 40; period 2023/24; platforms Snapchat
        B5 = 4; period 2022/23; platforms Kik
        C5 = 6; period 2023/24; platforms Kik
        """,
    )


def test_groups_named_over_the_columns_of_one_table_stay_headers():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
         | Girls | | Boys |

        Year | 10 to 12 | 13 to 15 | 10 to 12 | 13 to 15
        2022/23 | 11 | 20 | 3 | 4
        2023/24 | 13 | 27 | 2 | 6
        """),
        ),
        """
        B5 = 11; period 2022/23; ages 10-12; sex female
        C5 = 20; period 2022/23; ages 13-15; sex female
        D5 = 3; period 2022/23; ages 10-12; sex male
        E5 = 4; period 2022/23; ages 13-15; sex male
        B6 = 13; period 2023/24; ages 10-12; sex female
        C6 = 27; period 2023/24; ages 13-15; sex female
        D6 = 2; period 2023/24; ages 10-12; sex male
        E6 = 6; period 2023/24; ages 13-15; sex male
        """,
    )


def test_two_lines_of_titles_over_each_table():
    expect(
        read(
            sheet("""
        Sexual communication with a child (s15A) | | | Sexual communication with a child (s15A) |
        2022/23, by app | | | Girls only, 2023/24, by app |

        App | Crimes | | App | Crimes
        Snapchat | 31 | | Snapchat | 20
        Kik | 4 | | Instagram | 12
        """),
            force="Kent",
        ),
        """
        B5 = 31; period 2022/23; platforms Snapchat; sex none
        B6 = 4; period 2022/23; platforms Kik; sex none
        E5 = 20; period 2023/24; platforms Snapchat; sex female
        E6 = 12; period 2023/24; platforms Instagram; sex female
        """,
    )
