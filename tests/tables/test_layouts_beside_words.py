"""Headings, rows and notes in words of their own: what stands in a line with numbers, over them or below them."""

import pytest

from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.periods import read_period
from tests.tables.drawing import expect, read, sheet


def test_a_row_of_words_among_numbers_begins_no_table():
    expect(
        read(
            sheet("""
        Sexual communication with a child by force
        Force | 2019/20 | 2020/21 | Notes
        Kent | 176 | 191 | Includes attempts
        Sussex | Request refused (s12) | | Cost
        Essex | 148 | 187 |
        """),
        ),
        """
        B3 = 176; period 2019/20
        C3 = 191
        B4 = none; status not_available; place Sussex
        B5 = 148; period 2019/20; place Essex
        C5 = 187; period 2020/21
        """,
    )


def test_a_row_of_remarks_in_two_columns():
    expect(
        read(
            sheet("""
        SCWC
        Force | 2021 | 2022
        Gwent | 46 | 63
        Dyfed-Powys | Data not held | Awaiting response
        North Wales | 61 | 70
        """),
        ),
        """
        B3 = 46
        C3 = 63
        B4 = none; status not_available; place Dyfed-Powys
        C4 = none; status not_available
        B5 = 61; period 2021; place North Wales
        C5 = 70; period 2022
        """,
    )


def test_headers_after_numbers_begin_a_table():
    expect(
        read(
            sheet("""
        SCWC, Gwent
        Year | Offences
        2021 | 46
        Platform | No. of crimes
        Snapchat | 20
        Kik | 3
        """),
        ),
        """
        B3 = 46; period 2021
        B5 = 20; platforms Snapchat
        B6 = 3; platforms Kik
        """,
    )


def test_contact_over_platforms_is_their_heading():
    expect(
        read(
            sheet("""
        Offences under s15A Sexual Offences Act 2003, Hampshire
        Year | Count of offences | Of which, contact via: |
          | | Snapchat | Instagram
        2020 | 88 | 30 | 20
        2021 | 93 | 41 | 19
        """),
        ),
        """
        B4 = 88
        C4 = 30; platforms Snapchat; period 2020
        D4 = 20; platforms Instagram
        B5 = 93
        C5 = 41
        D5 = 19
        """,
    )


def test_means_used_by_the_suspect_are_means():
    expect(
        read(
            sheet("""
        Sexual communication with a child recorded in 2022/23 (Nottinghamshire)
        Method of communication used by suspect | Crimes
        Snapchat | 52
        Text message | 13
        """),
        ),
        "B3 = 52; platforms Snapchat\nB4 = 13; platforms SMS",
    )


def test_ages_of_the_suspect_are_none_of_ours():
    expect(
        read(
            sheet("""
        Sexual communication with a child recorded in 2022/23 (Nottinghamshire)
        Age of suspect | Crimes
        Under 18 | 12
        18 to 25 | 40
        """),
        ),
        "",
    )


@pytest.mark.parametrize(
    "note",
    ["Period: 1 April 2021 to 31 March 2022", "Year to 31 March 2022", "Time frame - April 2021 to March 2022"],
)
def test_a_time_below_a_table_is_the_one_counted(note):
    expect(
        read(sheet(f"SCWC by victim gender, Kent\nGender | Total\nFemale | 80\nMale | 18\n{note}")),
        "B3 = 80; sex female; period 2021/22\nB4 = 18; sex male; period 2021/22",
    )


@pytest.mark.parametrize("note", ["Run on 4 May 2022", "A new system came in April 2021", "Section 15A came in 2017"])
def test_a_remark_with_a_time_below_a_table_is_not(note):
    found = read(sheet(f"SCWC by victim gender, Kent\nGender | Total\nFemale | 80\nMale | 18\n{note}"))
    assert {figure.period_start for figure in found.values()} == {None}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("2022/23 (to Q2)", "April 2022 to September 2022"),
        ("2022/23 up to Q3", "April 2022 to December 2022"),
        ("2022/23 Q2", "July 2022 to September 2022"),
    ],
)
def test_a_year_up_to_one_of_its_quarters(text, same):
    assert read_period(text).span == read_period(same).span


@pytest.mark.parametrize("text", ["Meeting following grooming", "Meeting after sexual grooming (s15)"])
def test_meetings_after_grooming(text):
    assert read_label(text).offence == "meeting_a_child_following_grooming"


def test_england_and_wales_in_letters():
    assert read_label("E & W").place.name == "England and Wales"


@pytest.mark.parametrize("number", ["No.", "No", "Nos.", "no."])
@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("Age", ("0-9", "10-12", "13-14", "15")),
        ("App", ("Kik", "Skype", "Omegle", "Yubo")),
        ("Sex", ("F", "M", "U", "")),
    ],
)
def test_no_over_numbers_stands_below_a_heading_of_the_list(number, name, entries):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police

        Q1 Offences recorded | | | Q2 {name} - offences 2021/22 |
        Year | Offences | | {name} | {number}
        2018/19 | 9 | | {entries[0]} | 5
        2019/20 | 12 | | {entries[1]} | 7
        2020/21 | 10 | | {entries[2]} | 3
        2021/22 | 18 | | {entries[3]} | {"" if name == "Sex" else 3}
        4 yrs | 49 | | Total | 18
        """)
    )
    told = [figure for cell, figure in found.items() if cell[0] in "DE"]
    assert [f.value for f in told] == ([5, 7, 18] if name == "Sex" else [5, 7, 3, 3, 18])
    assert all(f.platforms or f.victim_sex or f.victim_age_max for f in told[:-1])


def test_no_beside_an_entry_is_an_answer():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        Platform | Offences
        Snapchat | 5
        Skype | No
        Kik | 7
        """)
    )
    assert [found[cell].value for cell in ("B3", "B5")] == [5, 7]
    assert found["B3"].platforms == ("Snapchat",)
