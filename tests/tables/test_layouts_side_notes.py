"""Text below or inside one of two tables that stand side by side, in rows that the other one still fills."""

import pytest

from tests.tables.drawing import expect, read, sheet


def test_a_footnote_below_the_shorter_table():
    found = read(
        sheet("""
        Sexual communication with a child, Norfolk Constabulary
        Year | Offences | | Platform | 2021 | 2022*
        2021 | 40 | | Snapchat | 20 | 15
        2022* | 33 | | Kik | 3 | 2
        | | | WhatsApp | 6 | 5
        * 1 January to 30 September 2022 | | | Discord | 2 | 1
        | | | Instagram | 7 | 8
        """)
    )
    expect(
        found,
        """
        B3 = 40; period 2021; place Norfolk
        B4 = 33; period 1 January 2022 to 30 September 2022
        E3 = 20; period 2021; platforms Snapchat
        F3 = 15; period 1 January 2022 to 30 September 2022; platforms Snapchat
        E4 = 3; platforms Kik
        F4 = 2; period 1 January 2022 to 30 September 2022
        E5 = 6; platforms WhatsApp
        F5 = 5; period 1 January 2022 to 30 September 2022
        E6 = 2; platforms Discord
        F6 = 1; period 1 January 2022 to 30 September 2022
        E7 = 7; platforms Instagram
        F7 = 8; period 1 January 2022 to 30 September 2022
        """,
    )


def test_a_key_below_the_table_to_the_right():
    found = read(
        sheet("""
        Sexual communication with a child, Devon and Cornwall Police, 2022/23
        App | Offences | | Sex of victim | Offences
        Snapchat | 12 | | Female | 20
        Kik | - | | Male | -
        Instagram | 6 | |
        WhatsApp | - | | - means nil
        Telegram | 1 | |
        """)
    )
    assert found["B4"].value == 0
    assert found["B6"].value == 0
    assert found["E4"].value == 0
    assert {cell for cell in found if cell.startswith("E")} == {"E3", "E4"}


def test_a_label_without_a_number_goes_on_its_list():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2022/23
        A blank means that none was recorded.

        App | Offences | | Sex of victim | Offences
        Snapchat | 12 | | Female | 20
        Kik | 5 | | Male | 4
        WhatsApp | 3 | | Not recorded | 1
        Telegram | | | |
        Instagram | 8 | | |
        """)
    )
    assert found["B8"].value == 0
    assert found["B9"].value == 8


def test_a_title_of_more_years_ends_the_last_of_them():
    found = read(
        sheet("""
        Offences of sexual communication with a child, 1 January 2018 to 30 June 2023, Kent Police

        Platform | 2021 | 2022 | 2023
        Snapchat | 9 | 12 | 7
        """)
    )
    expect(
        found,
        """
        B4 = 9; period 2021
        C4 = 12; period 2022
        D4 = 7; period January to June 2023
        """,
    )


@pytest.mark.parametrize(
    "key",
    [
        "n/a - not answered   * - small number   s12 - refused",
        "* - small number   n/a - no reply",
        "n/a = not answered; * = small number",
    ],
)
def test_several_marks_explained_in_one_line(key):
    found = read(
        sheet(f"""
        Sexual communication with a child offences
        Force | 2021/22 | 2022/23
        Kent | 100 | n/a
        Surrey | * | 12

        {key}
        """)
    )
    assert (found["C3"].status, found["B4"].status) == ("not_available", "suppressed")


@pytest.mark.parametrize("heading", ["Q3 Offences recorded 2022/23 by sex", "2022/23", "Sex of victim (2022/23)"])
@pytest.mark.parametrize("left", [True, False])
def test_a_heading_in_the_shorter_of_two_columns_of_tables(heading, left):
    short = ["Q1 Offences by year |", "Year | Offences", "2021/22 | 58", "2022/23 | 74", " | ", f"{heading} |"]
    short += ["Sex | Offences", "Girls | 60", "Boys | 9"]
    long = [
        "Q2 Platform used in 2022/23 |",
        "Platform | Offences",
        "Snapchat | 26",
        "Kik | 13",
        "Yubo | 5",
        "Skype | *",
    ]
    long += ["Discord | 7", "None noted | 4", "Total | 74"]
    rows = zip(short, long, strict=True) if left else zip(long, short, strict=True)
    found = read(
        sheet("\n".join(["Sexual communication with a child", *(f"{one} | | {two}" for one, two in rows)])),
        force="Kent",
    )
    first, second = ("B", "E") if left else ("E", "B")
    expect(
        {cell: figure for cell, figure in found.items() if cell[0] == first or cell[1:] in ("5", "10")},
        f"""
        {first}4 = 58; period 2021/22
        {first}5 = 74; period 2022/23
        {first}9 = 60; period 2022/23; sex female
        {first}10 = 9; period 2022/23; sex male
        {second}5 = 13; period 2022/23; platforms Kik; sex none
        {second}10 = 74; period 2022/23; sex none
        """,
    )


def test_a_label_with_nothing_beside_it_heads_no_table_beside_another():
    found = read(
        sheet("""
        Sexual communication with a child, Kent, 2022/23
        Platform | Offences | | Sex | Offences
        Snapchat | 26 | | Girls | 60
         | | | Boys | 9
        Kik | | | Not known | 1
        Total | 70 | | Total | 70
        """)
    )
    expect(
        found,
        """
        B3 = 26; platforms Snapchat
        E3 = 60; sex female
        E4 = 9; sex male
        B6 = 70; platforms none
        E6 = 70; sex none
        """,
    )
