"""Totals over some of the forces, and over all that a table lists."""

import pytest

from tests.tables.drawing import expect, read, sheet

WALES = """
Sexual communication with a child: Welsh police forces
Force | 2021/22 | 2022/23
North Wales Police | 71 | 80
Gwent Police | 64 | {gwent}
South Wales Police | 112 | 120
Dyfed-Powys Police | 50 | 55
{label} | {first} | {second}
"""


@pytest.mark.parametrize(
    "label", ["Three forces with figures for both years", "Forces that gave both years", "Total of the three forces"]
)
def test_a_total_without_a_force_that_gave_no_number(label):
    found = read(sheet(WALES.format(gwent="no reply", label=label, first=233, second=255)))
    assert found["B3"].geography == "North Wales"
    for cell, number in (("B7", 233), ("C7", 255)):
        assert (found[cell].value, found[cell].geography, found[cell].geography_type) == (number, None, None)
        assert found[cell].measure == "offences"


@pytest.mark.parametrize("label", ["All four forces", "Total of the four forces", "Forces that gave both years"])
def test_a_total_of_all_that_are_listed_is_of_the_titles_place(label):
    found = read(sheet(WALES.format(gwent=70, label=label, first=297, second=325)))
    assert (found["B7"].value, found["B7"].geography) == (297, "Wales")
    assert (found["C7"].value, found["C7"].geography) == (325, "Wales")


def test_numbers_for_a_report_of_some_forces():
    found = read(
        sheet("""
        Figures used (sexual communication with a child, 2021/22)
        Forces asked | 9
        Forces that answered | 6
        Crimes recorded by the six | 702
        Crimes in those six forces on Snapchat | 240
        Total for South West | 301
        """),
        title="South East forces: online grooming 2021/22",
    )
    expect(
        found,
        """
        B2 = 9; measure forces
        B3 = 6; measure forces
        B4 = 702; measure offences; place none
        B5 = 240; measure offences; place none; platforms Snapchat
        B6 = 301; measure offences; place South West:region
        """,
    )


def test_one_forces_answer_has_no_total_of_forces():
    found = read(
        sheet("Sexual communication with a child, 2021/22\nCrimes recorded by the six | 702\nOnline | 5"),
        force="Essex",
    )
    assert found["B2"].geography == "Essex"


def test_forces_that_stand_for_the_country_of_the_title():
    found = read(
        sheet("""
        Sexual communication with a child, England and Wales, 2021/22
        Item | Number
        Crimes recorded by the 39 forces that answered | 5402
        """)
    )
    expect(found, "B3 = 5402; place England and Wales:country")
