"""Hurried answers: labels and numbers that share cells, one below the other."""

from tests.tables.drawing import expect, read, sheet

KENT = {"force": "Kent"}


def test_each_cell_of_a_list_holds_a_label_and_its_number():
    found = read(
        sheet("""
        Sexual communication with a child
        2020/21
        Snapchat - 31
        Instagram- 22
        Kik: <5
        other apps - 6
        Total (inc. where no app given) 104

        2021/22
        Snapchat = 40
        Facebook / Messenger = 21
        Telegram = nil
        """),
        **KENT,
    )
    expect(
        found,
        """
        A3 = 31; period 2020/21; platforms Snapchat; place Kent
        A4 = 22; period 2020/21; platforms Instagram
        A5 = 5; bound <; status suppressed; platforms Kik
        A7 = 104; period 2020/21; platforms none
        A10 = 40; period 2021/22; platforms Snapchat
        A11 = 21; period 2021/22; platforms Facebook, Facebook Messenger
        A12 = 0; period 2021/22; platforms Telegram
        """,
    )
    assert found["A3"].surface == "Snapchat - 31"


def test_years_and_their_numbers_share_cells():
    expect(
        read(
            sheet("""
            Offences of sexual communication with a child
            2021 - 64 offences
            2022 - 71 offences
            2023 - nil

            22-23: 44
            23-24: 51
            """),
            **KENT,
        ),
        """
        A2 = 64; period 2021
        A3 = 71; period 2022
        A4 = 0; period 2023
        A6 = 44; period 2022/23
        A7 = 51; period 2023/24
        """,
    )


def test_the_number_stands_before_its_label_in_the_cell():
    expect(
        read(
            sheet("""
            Sexual communication with a child offences 2021/22
            31 Snapchat
            22 Instagram
            4 x Kik

            40 female
            13 male
            """),
            **KENT,
        ),
        """
        A2 = 31; period 2021/22; platforms Snapchat
        A3 = 22; platforms Instagram
        A4 = 4; platforms Kik
        A6 = 40; sex female
        A7 = 13; sex male
        """,
    )


def test_lists_of_joint_cells_stand_side_by_side():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            2021/22 | | 2022/23
            Snapchat - 31 | | Snapchat - 40
            Kik - 22 | | Kik - 25
            """),
            **KENT,
        ),
        """
        A3 = 31; period 2021/22; platforms Snapchat
        A4 = 22; period 2021/22; platforms Kik
        C3 = 40; period 2022/23; platforms Snapchat
        C4 = 25; period 2022/23; platforms Kik
        """,
    )


def test_one_joint_cell_says_what_it_counts():
    expect(
        read(
            sheet("""
            Sexual communication with a child, 2021/22
            Offences recorded: 64
            """),
            **KENT,
        ),
        "A2 = 64; period 2021/22; measure offences",
    )


def test_numbers_of_a_name_are_none_of_the_list():
    expect(
        read(
            sheet("""
            Sexual communication with a child, 2021/22
            FOI reference: 1234
            Version: 2
            Table 1: offences 2021
            Table 2: offences 2022
            Aged 10 - 12
            Aged 13 - 15
            Apr - 2021
            May - 2021
            2020 - 21
            2021 - 22
            App | Offences
            Snapchat | 31
            Kik | 3
            """),
            **KENT,
        ),
        """
        B13 = 31; platforms Snapchat
        B14 = 3; platforms Kik
        """,
    )


def test_ranks_before_names_count_nothing():
    found = read(
        sheet("""
        Sexual communication with a child, 2021/22: the apps named most often
        1 Snapchat
        2 Instagram
        3 Facebook
        """),
        **KENT,
    )
    assert not found


def test_months_and_their_numbers_share_cells():
    expect(
        read(
            sheet("""
            Sexual communication with a child
            Jan 2021 - 5
            Feb 2021 - 7
            Mar 2021 = none
            """),
            **KENT,
        ),
        """
        A2 = 5; period January 2021
        A3 = 7; period February 2021
        A4 = 0; period March 2021
        """,
    )


def test_a_joint_cell_beside_others_stays_whole():
    found = read(
        sheet("""
        Sexual communication with a child
        App | 2021/22
        Snapchat - 2 | 31
        Kik - 3 | 22
        """),
        **KENT,
    )
    assert {cell: figure.value for cell, figure in found.items()} == {"B3": 31, "B4": 22}


def test_the_initials_of_the_offence():
    found = read(
        sheet("""
        SCWAC recorded
        2021 | 14
        2022 | 19
        """),
        **KENT,
    )
    assert {figure.offence for figure in found.values()} == {"sexual_communication_with_a_child"}
    assert list(found) == ["B2", "B3"]
