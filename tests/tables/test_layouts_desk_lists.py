"""Sheets that a desk keeps of the answers: references, the basis of years, rough numbers, words for the offence."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("heading", ["answer_ref", "Reply ref", "Their ref", "FOI number", "source_ref"])
def test_references_of_answers_are_no_ages(heading):
    found = read(
        sheet(f"""
        force | {heading} | fy | platform | scwc_offences
        Dyfed-Powys | 1/24 | 2022/23 | Snapchat | 21
        Dyfed-Powys | 1/24 | 2022/23 | All | 55
        Gwent | 77/24 | 2022/23 | Snapchat | 18
        """)
    )
    expect(
        found,
        """
        E2 = 21; place Dyfed-Powys; period 2022/23; platforms Snapchat
        E3 = 55; platforms none
        E4 = 18; place Gwent; platforms Snapchat
        """,
    )


@pytest.mark.parametrize("heading", ["Basis", "Years given", "Which years"])
def test_a_row_may_have_calendar_years_by_letters_for_them(heading):
    found = read(
        sheet(f"""
        Recorded sexual communication with a child, financial years
        Force | 2020/21 | 2021/22 | {heading}
        Norfolk | 48 | 66 | FY
        Suffolk | 51 | 54 | CY (2020, 2021)
        Essex | 150 | 165 | FY
        """)
    )
    expect(
        found,
        """
        B3 = 48; place Norfolk; period 2020/21
        C3 = 66; period 2021/22
        B4 = 51; place Suffolk; period 2020
        C4 = 54; period 2021
        B5 = 150; period 2020/21
        C5 = 165; period 2021/22
        """,
    )


def test_a_range_among_rough_numbers_heads_nothing():
    found = read(
        sheet("""
        What forces told us: sexual communication with a child, 12 months to March 2023
        Force | Told us | Our comment
        Dorset | c. 90 | said so in the letter
        Gloucs | 50 to 60 | would not give an exact number
        Wilts | more than 40 |
        """)
    )
    expect(
        found,
        """
        B3 = 90; bound ~; place Dorset; period 2022/23
        B4 = 60; bound <=; status suppressed; place Gloucestershire
        B5 = 40; bound >; place Wiltshire; period 2022/23
        """,
    )


def test_ages_of_children_still_head_columns():
    found = read(
        sheet("""
        Victims of sexual communication with a child
        Force | 0 to 10 | 11 to 17
        Kent | 12 | 40
        """)
    )
    expect(found, "B3 = 12; ages 0-10; place Kent\nC3 = 40; ages 11-17")


@pytest.mark.parametrize("title", ["online messages to children", "Sexual messages to children: what police recorded"])
def test_messages_in_a_title_are_sent_by_any_means(title):
    found = read(
        sheet("""
        Sexual communication with a child
        Force | 2022/23
        Kent | 61
        """),
        title=title,
    )
    expect(found, "B3 = 61; platforms none; place Kent")


@pytest.mark.parametrize("label", ["Messages", "Text messages", "via messages", "Messages (SMS)"])
def test_messages_by_themselves_are_a_means(label):
    assert read_label(label).platforms == ("SMS",)
