"""Layouts of answers that were typed by hand: marks on names, other words, districts in two languages."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("mark", ["", "*", " (a)", " [1]", "†"])
def test_a_name_that_a_note_dates_may_bear_its_footnotes_mark(mark):
    found = read(
        sheet(f"""
        Kent Police: sexual communication with a child
        App | Year 1{mark} | Year 2{mark}
        Snapchat | 12 | 15
        Instagram | 8 | 9

        * Year 1 is April 2020 to March 2021 and Year 2 is April 2021 to March 2022.
        """)
    )
    expect(
        found,
        """
        B3 = 12; period 2020/21
        C3 = 15; period 2021/22
        B4 = 8; period 2020/21
        C4 = 9; period 2021/22
        """,
    )


def test_another_name_than_the_one_a_note_dates_has_no_time_of_its_own():
    found = read(
        sheet("""
        Kent Police: sexual communication with a child, 2022/23
        App | Year 3* | Offences
        Snapchat | 12 | 15

        * Year 1 is April 2020 to March 2021.
        """)
    )
    expect(found, "B3 = 12; period 2022/23\nC3 = 15; period 2022/23")


@pytest.mark.parametrize("name", ["Up or down (%)", "Up and down %", "Higher or lower, %", "Rise or fall %"])
def test_up_or_down_in_percent_is_a_change(name):
    expect(
        read(
            sheet(f"""
        North Wales Police: sexual communication with a child
         | 2017/18 | 2018/19 | {name}
        - on Facebook | 10 | 15 | 50
        - victim a girl | 20 | 30 | 50
        """)
        ),
        """
        B3 = 10; platforms Facebook
        C3 = 15
        D3 = 50; measure offence_change; unit percent_change; period 2018/19; against 2017/18; platforms Facebook
        B4 = 20; sex female
        C4 = 30
        D4 = 50; measure offence_change; unit percent_change; period 2018/19; against 2017/18; sex female
        """,
    )


@pytest.mark.parametrize("name", ["Up or down", "Higher or lower"])
def test_up_or_down_in_numbers_is_a_difference_that_is_no_figure(name):
    expect(
        read(
            sheet(f"""
        North Wales Police: sexual communication with a child
         | 2017/18 | 2018/19 | {name}
        Facebook | 10 | 15 | 5
        Snapchat | 20 | 32 | 12
        """)
        ),
        """
        B3 = 10
        C3 = 15
        B4 = 20
        C4 = 32
        """,
    )


def test_the_number_of_a_question_before_a_percentage_is_no_quarter():
    expect(
        read(
            sheet("""
        Metropolitan Police: sexual communication with a child
        Year | Q1. Offences | Q2. % with a female victim | Q3: % on Snapchat
        2020/21 | 100 | 80 | 40
        2021/22 | 120 | 75 | 45
        """)
        ),
        """
        B3 = 100; period 2020/21
        C3 = 80; period 2020/21; sex female; unit percent
        D3 = 40; period 2020/21; platforms Snapchat; unit percent
        B4 = 120; period 2021/22
        C4 = 75; period 2021/22
        D4 = 45; period 2021/22
        """,
    )


def test_a_quarter_before_a_percentage_stays_a_quarter():
    expect(
        read(
            sheet("""
        Metropolitan Police: sexual communication with a child, 2021/22
        App | Q1 % of all | Q2 % of all
        Snapchat | 55 | 44
        Facebook | 20 | 21
        """)
        ),
        """
        B3 = 55; period April to June 2021; unit percent
        C3 = 44; period July to September 2021
        B4 = 20; period April to June 2021
        C4 = 21; period July to September 2021
        """,
    )


def test_ages_joined_by_an_ampersand():
    expect(
        read(
            sheet("""
        Durham: sexual communication with a child
        Year | 12 & under | 13 & 14 | 15&16 | All
        2018/19 | 10 | 20 | 5 | 35
        2019/20 | 11 | 21 | 4 | 36
        """)
        ),
        """
        B3 = 10; ages 0-12
        C3 = 20; ages 13-14
        D3 = 5; ages 15-16
        E3 = 35; ages none
        B4 = 11
        C4 = 21; ages 13-14
        D4 = 4; ages 15-16
        E4 = 36; ages none
        """,
    )


def test_years_joined_by_an_ampersand_are_no_ages():
    expect(
        read(
            sheet("""
        Durham: sexual communication with a child
        App | 2013 & 2014 | 2015 & 2016
        Snapchat | 10 | 20
        """)
        ),
        """
        B3 = 10; ages none; period January 2013 to December 2014
        C3 = 20; ages none; period January 2015 to December 2016
        """,
    )


def test_by_telephone_is_a_kind_of_means_by_its_own_name():
    found = read(
        sheet("""
        Durham: sexual communication with a child
         | 2018/19
        - on Snapchat | 9
        - by phone | 4
        - via a website | 3
        """)
    )
    expect(found, "B3 = 9; platforms Snapchat\nB4 = 4; platforms Telephone\nB5 = 3; platforms Internet")


@pytest.mark.parametrize(
    "note",
    [
        "(1) The percentages are of those offences where the platform is known.",
        "1. All percentages are of offences with a known platform.",
        "Percentages are of those offences where the platform is known.",
        "Note: these shares are of crimes for which the platform was recorded.",
    ],
)
def test_a_footnote_says_what_shares_are_of(note):
    expect(
        read(
            sheet(f"""
        Humberside Police: sexual communication with a child
        Year |  | Facebook | Snapchat
        2020/21 | No. | 30 | 40
         | % | 30 | 40

        {note}
        """)
        ),
        """
        C3 = 30; unit count
        D3 = 40
        C4 = 30; unit percent; base method_recorded
        D4 = 40; unit percent; base method_recorded
        """,
    )


def test_a_footnote_on_something_else_leaves_shares_those_of_all():
    expect(
        read(
            sheet("""
        Humberside Police: sexual communication with a child
        Year |  | Facebook | Snapchat
        2020/21 | No. | 30 | 40
         | % | 30 | 40

        (1) The platform is known where the officer recorded it.
        """)
        ),
        """
        C3 = 30
        D3 = 40
        C4 = 30; unit percent; base all
        D4 = 40; base all
        """,
    )


@pytest.mark.parametrize(
    "names",
    [
        ["Caerffili / Caerphilly", "Sir Fynwy / Monmouthshire", "Newport & Torfaen"],
        ["Caerphilly | Caerffili", "Casnewydd - Newport", "Newport, Torfaen and Monmouthshire"],
    ],
)
def test_districts_in_two_languages_or_several_of_them(names):
    cells = [name.replace(" | ", "/") for name in names]
    down = read(
        sheet(
            "Gwent Police: sexual communication with a child\nArea | 2021/22 | 2022/23\n"
            + "\n".join(f"{name} | 10 | 12" for name in cells)
        )
    )
    across = read(
        sheet(
            f"Gwent Police: sexual communication with a child\nYear | {' | '.join(cells)} | Gwent total\n"
            "2021/22 | 10 | 11 | 12 | 99\n2022/23 | 11 | 12 | 13 | 88"
        )
    )
    assert len(down) == 6 and {figure.geography for figure in down.values()} == {None}
    assert len(across) == 8 and {f.geography for c, f in across.items() if c[0] != "E"} == {None}
    assert across["E3"].geography == "Gwent"


def test_two_counties_that_name_a_force_are_that_force_and_two_words_no_district():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Force | Devon and Cornwall | Avon & Somerset | Kent
        2021/22 | 10 | 11 | 12
        """)
        ),
        """
        B3 = 10; place Devon and Cornwall:force
        C3 = 11; place Avon and Somerset:force
        D3 = 12; place Kent:force
        """,
    )
    found = read(
        sheet("""
        Gwent Police: sexual communication with a child
        Year | Offences | Caffael / Procurement
        2021/22 | 10 | 11
        2022/23 | 12 | 14
        """)
    )
    assert set(found) == {"B3", "B4"}
