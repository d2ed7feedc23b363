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


REMARKED = """
Sexual communication with a child, Kent, victims by age
Age | 2021/22 | 2022/23 | | {heading}
Under 10 | 3 | 2 | | {a}
10 | 4 | 3 | | {b}
11 | 7 | 9 | | {c}
12 | 14 | 12 | | {d}
"""
AGED = """
B3 = 3; period 2021/22; ages 0-9; measure {measure}
C3 = 2; period 2022/23; ages 0-9
B4 = 4; ages 10-10
C4 = 3; ages 10-10
B5 = 7; ages 11-11
C5 = 9; ages 11-11
B6 = 14; ages 12-12
C6 = 12; ages 12-12
"""


@pytest.mark.parametrize(
    "remarks",
    [
        {"c": "sex not recorded: left out of the table"},
        {"b": "age 15 includes one aged 15 on the last day", "d": "was 13"},
        {"a": "<-- refreshed 12/02/24"},
        {"d": "most on Snapchat", "a": "Total checked"},
        {"b": "Arrests pending", "c": "2 male"},
    ],
    ids=str,
)
@pytest.mark.parametrize("gap", [" | | ", " | "])
@pytest.mark.parametrize("heading", ["", "Check"])
def test_remarks_beside_some_rows_name_nothing(remarks, gap, heading):
    drawing = REMARKED.format(**{**dict.fromkeys("abcd", ""), **remarks}, heading=heading)
    expect(read(sheet(drawing.replace(" | | ", gap))), AGED.format(measure="victims"))


@pytest.mark.parametrize("gap", ["| |", "|"])
def test_a_group_of_columns_does_not_reach_over_remarks(gap):
    drawing = f"""
        Victims of sexual communication with a child in Kent
        | 2021/22 | | 2022/23 | | |
        Age | F | M | F | M | |
        10 | 4 | 2 | 3 | 1 | |
        11 | 7 | 3 | 9 | 2 {gap} sex not recorded: left out of the table
        12 | 6 | 4 | 8 | 5 {gap} age 15 includes one more
        """
    expect(
        read(sheet(drawing)),
        """
        B4 = 4; period 2021/22; ages 10-10; sex female
        C4 = 2; period 2021/22; sex male
        D4 = 3; period 2022/23; sex female
        E4 = 1; period 2022/23; sex male
        B5 = 7; ages 11-11; sex female
        C5 = 3
        D5 = 9
        E5 = 2; ages 11-11
        B6 = 6; ages 12-12; sex female
        C6 = 4
        D6 = 8
        E6 = 5; ages 12-12; period 2022/23
        """,
    )


def test_remarks_beside_the_groups_of_a_pivot_table_part_no_groups():
    expect(
        read(
            sheet("""
            Sexual communication with a child, Kent
            Row Labels | Female | Male | |
            2021/22 | 40 | 12 | | <-- refreshed 12/02/24
            Kik | 17 | 5 | |
            Snapchat | 23 | 7 | |
            2022/23 | 42 | 11 | |
            Kik | 12 | 3 | |
            Snapchat | 30 | 8 | |
            """)
        ),
        """
        B3 = 40; period 2021/22; sex female
        C3 = 12; sex male
        B4 = 17; period 2021/22; platforms Kik
        C4 = 5; period 2021/22
        B5 = 23; period 2021/22; platforms Snapchat
        C5 = 7
        B6 = 42; period 2022/23; platforms none
        C6 = 11
        B7 = 12; period 2022/23; platforms Kik
        C7 = 3; period 2022/23
        B8 = 30; period 2022/23; platforms Snapchat
        C8 = 8
        """,
    )


@pytest.mark.parametrize("heading", ["Sex", ""])
def test_labels_to_the_right_of_the_numbers_name_every_row(heading):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child, Kent
            2021/22 | 2022/23 | {heading}
            40 | 42 | Female
            12 | 11 | Male
            9 | 8 | Female aged under 13
            """)
        ),
        """
        A3 = 40; period 2021/22; sex female
        B3 = 42; period 2022/23; sex female
        A4 = 12; sex male
        B4 = 11; sex male
        A5 = 9; sex female; ages 0-12
        B5 = 8; sex female; ages 0-12
        """,
    )
