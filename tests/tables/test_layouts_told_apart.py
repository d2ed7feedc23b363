"""Recorded and outcomed told apart, and a column that says which section of the answer each row belongs to."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("names", [("1 Recorded", "3 Place of offence", "4 Platform"), ("Recorded", "Place", "App")])
@pytest.mark.parametrize("outcomed", ["Outcomed", "Offences outcomed", "Crimes outcomed to date"])
def test_a_column_of_sections_names_no_offences(names, outcomed):
    recorded, place, app = names
    expect(
        read(
            sheet(f"""
        West Mercia Police: sexual communication with a child
        Section | Measure | FY22-23 | FY23-24
        {recorded} | Offences recorded | 204 | 229
        {recorded} | Offences recorded - victim female | 155 | 177
        2 Outcomed | {outcomed} | 151 | 160
        {place} | Shropshire | 88 | 100
        {place} | Worcestershire | 116 | 129
        {app} | Snapchat | 61 | 82
        {app} | WhatsApp | 12 | 17
        """)
        ),
        """
        C3 = 204; place West Mercia:force; period 2022/23; offence sexual_communication_with_a_child
        D3 = 229; place West Mercia:force; period 2023/24
        C4 = 155; sex female; offence sexual_communication_with_a_child
        D4 = 177; sex female
        C6 = 88; place none; offence sexual_communication_with_a_child
        D6 = 100; place none
        C7 = 116; place none; offence sexual_communication_with_a_child
        D7 = 129; place none
        C8 = 61; platforms Snapchat; offence sexual_communication_with_a_child
        D8 = 82; platforms Snapchat
        C9 = 12; platforms WhatsApp
        D9 = 17; platforms WhatsApp
        """,
    )


def test_a_column_of_sections_of_the_law_names_offences():
    found = read(
        sheet("""
    Kent Police, offences recorded
    Section | 2021/22 | 2022/23
    15A Sexual communication with a child | 90 | 110
    15 Meeting a child following sexual grooming | 9 | 7
    """)
    )
    expect(
        found,
        """
        B3 = 90; offence sexual_communication_with_a_child
        C3 = 110; offence sexual_communication_with_a_child
        B4 = 9; offence meeting_a_child_following_grooming
        C4 = 7; offence meeting_a_child_following_grooming
        """,
    )


@pytest.mark.parametrize("heading", ["Outcomed, year to March 2023", "Outcomed", "No. outcomed", "Crimes outcomed"])
def test_a_column_of_what_was_outcomed_counts_no_offences(heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Suffolk Constabulary, year to March 2023
        Policing command | Recorded | {heading}
        Eastern | 31 | 28
        Southern | 54 | 41
        Suffolk | 85 | 69
        """)
        ),
        """
        B3 = 31; place none
        B4 = 54; place none
        B5 = 85; place Suffolk:force
        """,
    )
