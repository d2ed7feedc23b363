"""Blocks of the same rows under names of places, totals of some of them, totals that stand over their headers."""

import pytest

from tests.tables.drawing import expect, read, sheet


def test_blocks_are_those_of_counties_and_the_force():
    expect(
        read(
            sheet("""
            West Mercia - sexual comms with child

            HEREFORDSHIRE | 20/21 | 21/22
            Facebook | 6 | 5
            total | 14 | 17

            telford
            Facebook | 9 | 8
            total | 20 | 23

            FORCE
            Facebook | 15 | 13
            total | 34 | 40
            """),
            force="West Mercia",
        ),
        """
        B4 = 6; period 2020/21; platforms Facebook; place none
        C4 = 5; period 2021/22; platforms Facebook; place none
        B5 = 14; period 2020/21; platforms none; place none
        C5 = 17; period 2021/22; place none
        B8 = 9; period 2020/21; platforms Facebook; place none
        C8 = 8; period 2021/22; place none
        B9 = 20; period 2020/21; place none
        C9 = 23; period 2021/22; place none
        B12 = 15; period 2020/21; platforms Facebook; place West Mercia:force
        C12 = 13; period 2021/22; place West Mercia
        B13 = 34; period 2020/21; platforms none; place West Mercia
        C13 = 40; period 2021/22; place West Mercia
        """,
    )


@pytest.mark.parametrize("whole", ["Total", "Whole force", "All areas"])
def test_sums_say_that_names_which_nobody_knows_are_places(whole):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child, Essex
            Northbeck
            App | 2021 | 2022
            Snapchat | 3 | 4
            Kik | 1 | 2
            Southmere
            Snapchat | 5 | 6
            Kik | 0 | 1
            {whole}
            Snapchat | 8 | 10
            Kik | 1 | 3
            """),
            force="Essex",
        ),
        """
        B4 = 3; period 2021; platforms Snapchat; place none
        C4 = 4; period 2022; place none
        B5 = 1; period 2021; platforms Kik; place none
        C5 = 2; period 2022; place none
        B7 = 5; period 2021; platforms Snapchat; place none
        C7 = 6; period 2022; place none
        B8 = 0; period 2021; platforms Kik; place none
        C8 = 1; period 2022; place none
        B10 = 8; period 2021; platforms Snapchat; place Essex
        C10 = 10; period 2022; place Essex
        B11 = 1; period 2021; platforms Kik; place Essex
        C11 = 3; period 2022; place Essex
        """,
    )


def test_blocks_that_none_adds_up_are_no_places():
    found = read(
        sheet("""
        Sexual communication with a child, Essex
         | 2021 | 2022
        Initial answer
        Snapchat | 3 | 4
        Kik | 1 | 2

        Review answer
        Snapchat | 5 | 6
        Kik | 0 | 1

        Third answer
        Snapchat | 9 | 10
        Kik | 1 | 4
        """),
        force="Essex",
    )
    assert {figure.geography for figure in found.values()} == {"Essex"}


def test_a_total_of_some_entries_is_named_by_how_they_begin():
    expect(
        read(
            sheet("""
            Sexual communication with a child by LPT
             | 2021 | 2022
            Stoke North | 21 | 24
            stoke south | 18 | 22
            stoke total | 39 | 46
            Tamworth | 10 | 14
            TOTAL | 49 | 60
            """),
            force="Staffordshire",
        ),
        """
        B3 = 21; period 2021; place none
        C3 = 24; period 2022; place none
        B4 = 18; place none
        C4 = 22; place none
        B5 = 39; period 2021; place none
        C5 = 46; period 2022; place none
        B6 = 10; place none
        C6 = 14; place none
        B7 = 49; period 2021; place Staffordshire
        C7 = 60; period 2022; place Staffordshire
        """,
    )


def test_a_total_of_all_entries_is_the_whole():
    found = read(
        sheet("""
        Sexual communication with a child by LPT
         | 2021
        Stoke North | 21
        Stoke South | 18
        Stoke total | 39
        """),
        force="Staffordshire",
    )
    assert found["B5"].geography == "Staffordshire"


@pytest.mark.parametrize("name", ["TOTAL (force)", "All offences", "Total"])
def test_a_total_stands_over_the_headers(name):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child
            {name} | 50 | 60 | 110
             | 2021/22 | 2022/23 | both
            Snapchat | 20 | 30 | 50
            Kik | 3 | 1 | 4
            """),
            force="Kent",
        ),
        """
        B2 = 50; period 2021/22; platforms none
        C2 = 60; period 2022/23; platforms none
        D2 = 110; period April 2021 to March 2023; platforms none
        B4 = 20; period 2021/22; platforms Snapchat
        C4 = 30; period 2022/23; platforms Snapchat
        D4 = 50; period April 2021 to March 2023; platforms Snapchat
        B5 = 3; period 2021/22; platforms Kik
        C5 = 1; period 2022/23; platforms Kik
        D5 = 4; period April 2021 to March 2023; platforms Kik
        """,
    )


def test_other_numbers_over_headers_have_no_columns_there():
    found = read(
        sheet("""
        Sexual communication with a child
        Population | 50 | 60
         | 2021/22 | 2022/23
        Snapchat | 20 | 30
        Kik | 3 | 1
        """),
        force="Kent",
    )
    assert set(found) == {"B4", "C4", "B5", "C5"}
