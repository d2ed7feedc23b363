"""Titles that ask for a second number besides the first, and the tables further down that take theirs from them."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "asked",
    [
        "Q1 & Q2: offences of sexual communication with a child recorded 2023 to 2024, and how many led to a charge",
        "Number of SCWC offences recorded, and of these how many were charged",
        "Sexual communication with a child: crimes recorded plus the number of those that led to a caution",
        "SCWC crimes recorded together with the number resulting in an arrest",
    ],
)
def test_tables_below_one_of_offences_and_what_became_of_them(asked):
    found = read(
        sheet(f"""
        Hertfordshire Constabulary
        {asked}
        Calendar year | Recorded | Charged
        2023 | 128 | 17
        2024 | 121 | 9
        |
        Q4: gender of victim
        Gender | 2023 | 2024
        Girls | 101 | 98
        Boys | 24 | 20
        """)
    )
    expect(
        found,
        """
        B4 = 128; period 2023; measure offences
        B5 = 121; period 2024; measure offences
        B9 = 101; period 2023; measure offences; sex female
        C9 = 98; period 2024; measure offences; sex female
        B10 = 24; period 2023; measure offences; sex male
        C10 = 20; period 2024; measure offences; sex male
        """,
    )


@pytest.mark.parametrize(
    "asked",
    [
        "Of the SCWC offences recorded, how many led to an arrest",
        "Number of arrests for SCWC, and how many of those were charges",
        "Number of persons charged with SCWC and how many were convicted",
    ],
)
def test_a_title_that_asks_for_what_became_of_offences_first(asked):
    assert read_label(asked).counted == "other"
    assert not read(sheet(f"{asked}\nYear | Number\n2023 | 17\n2024 | 9"))


@pytest.mark.parametrize(
    "asked", ["Snapchat, and how many victims were girls", "Age and sex, and the number of these victims"]
)
def test_a_first_that_counts_nothing_leaves_it_to_the_second(asked):
    assert read_label(asked).counted == "victims"
