"""Rows without headers below a table under whose headers they stand, where a list's name stands over its times."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("over", ["Calendar year", "Year", "Year recorded", "Calendar year of recording"])
@pytest.mark.parametrize("line", ["71/17 only - sex of the victim", "Sex of the victim (71/17)"])
def test_a_section_below_years_in_two_lines(over, line):
    found = read(
        sheet(f"""
        How sexual communication with a child compares with other offences of the same chapter
        Recorded by Humberside Police. Percentages compare the last year with the first.
        |
        Offence | {over} | | Change 2021 to 2022 (%)
        | 2021 | 2022 |
        71/17 Sexual communication with a child | 100 | 120 | 20
        88/1 Meeting a child following sexual grooming | 16 | 20 | 25
        |
        {line}
        Girls | 83 | 95
        Boys | 16 | 21
        """)
    )
    ours = {cell: figure for cell, figure in found.items() if figure.offence == "sexual_communication_with_a_child"}
    expect(
        ours,
        """
        B6 = 100; period 2021; measure offences
        C6 = 120; period 2022; measure offences
        D6 = 20; period 2022; against 2021; measure offence_change
        B10 = 83; period 2021; measure offences; sex female
        C10 = 95; period 2022; measure offences; sex female
        B11 = 16; period 2021; measure offences; sex male
        C11 = 21; period 2022; measure offences; sex male
        """,
    )


@pytest.mark.parametrize("line", ["Sex of the victim, 2016", "Arrests for 71/17"])
def test_a_line_that_begins_something_else(line):
    found = read(
        sheet(f"""
        Sexual communication with a child and other offences, Humberside Police
        Offence | Calendar year |
        | 2021 | 2022
        71/17 Sexual communication with a child | 100 | 120
        88/1 Meeting a child following sexual grooming | 16 | 20
        |
        {line}
        Girls | 83 | 95
        Boys | 16 | 21
        """)
    )
    below = [found[cell].period_start for cell in ("B8", "C8", "B9", "C9") if cell in found]
    assert not {day.year for day in below if day is not None} & {2021, 2022}
    assert str(found["C4"].period_start) == "2022-01-01"


@pytest.mark.parametrize(
    "said",
    [
        "Percentages compare the last year with the first.",
        "Percentages relate to those of 2021.",
        "Proportions may not add up to 100.",
        "% refers to the year before.",
    ],
)
def test_a_sentence_on_percentages_makes_no_shares(said):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent, 2022. {said}
        Girls | 83
        Boys | 16
        """)
    )
    assert {figure.measure for figure in found.values()} == {"offences"}


@pytest.mark.parametrize("said", ["Percentages by sex of the victim", "Percentage given for each sex"])
def test_a_title_of_shares(said):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent, 2022. {said}
        Girls | 83
        Boys | 16
        """)
    )
    assert {figure.unit for figure in found.values()} == {"percent"}
