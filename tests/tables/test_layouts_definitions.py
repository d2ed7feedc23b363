"""A column that says how each row is meant, between the labels and the numbers."""

import pytest

from tests.tables.drawing import expect, read, sheet

ROWS = """
        {name} | {heading} | 2022/23 | 2023/24
        Recorded offences | Crimes of 71/17 that were recorded and not cancelled | 231 | 254
        Outcomed offences | Crimes with any outcome by 31 March 2024 | 180 | 143
        Under 13s | Offences where the victim was under 13 when it was recorded | 60 | 66
        Snapchat | Snapchat was ticked by the officer in the case | 80 | 96
        Suspects | People who are linked as a suspect | 160 | 170
"""


@pytest.mark.parametrize("heading", ["What it means", "Definition", "Our definition", "Meaning", "How it is counted"])
@pytest.mark.parametrize("name", ["Measure", "Row"])
def test_a_column_of_definitions_says_nothing_of_what_is_counted(heading, name):
    expect(
        read(sheet("Kent Police, sexual communication with a child" + ROWS.format(name=name, heading=heading))),
        """
        C3 = 231; period 2022/23; measure offences; ages none; base all
        D3 = 254; period 2023/24; measure offences; ages none; base all
        C5 = 60; period 2022/23; ages 0-12; base all
        D5 = 66; period 2023/24; ages 0-12; base all
        C6 = 80; period 2022/23; platforms Snapchat; base all
        D6 = 96; period 2023/24; platforms Snapchat; base all
        """,
    )


@pytest.mark.parametrize("heading", ["What it means", "Definition"])
@pytest.mark.parametrize("name", ["Indicator", "Short name", "Item", "Ref"])
def test_definitions_name_what_is_counted_beside_names_for_short(name, heading):
    expect(
        read(
            sheet(f"""
        Kent Police, sexual communication with a child
        {name} | {heading} | 2022/23 | 2023/24
        M1 | Offences recorded | 231 | 254
        M2 | Offences where the victim was female | 180 | 190
        M3 | Arrests | 50 | 66
        """)
        ),
        """
        C3 = 231; period 2022/23; measure offences; sex none
        D3 = 254; period 2023/24; measure offences; sex none
        C4 = 180; period 2022/23; measure offences; sex female
        D4 = 190; period 2023/24; measure offences; sex female
        """,
    )
