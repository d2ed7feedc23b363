"""Rows, columns, titles and sheets about suspects, by whatever name; and what stays a figure though it names them."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet

HEAD = "Sexual communication with a child, Lancashire Constabulary\n"


@pytest.mark.parametrize(
    "row",
    [
        "Of all offences, suspects aged under 18",
        "Of the crimes above: number of offenders",
        "Out of these 41 offences, perpetrators known to the child",
        "From the crimes recorded in the year, accused",
        "Persons reported for the offence",
        "People reported to the procurator fiscal for these crimes",
        "Individuals suspected of an offence",
        "Adults interviewed about these crimes",
        "Males aged 18 to 24 linked to crimes as suspects",
        "Boys cautioned for the offence",
        "Repeat offenders in recorded crimes",
        "Distinct nominals linked to more than one crime",
        "Culprits",
    ],
)
def test_a_row_of_suspects_beside_one_of_offences(row):
    found = read(
        sheet(f"{HEAD}Item | 2020/21 | 2021/22\nOffences recorded | 52 | 41\n{row} | 12 | 9"), force="Lancashire"
    )
    expect(found, "B3 = 52; measure offences; ages none\nC3 = 41; measure offences; ages none")


@pytest.mark.parametrize(
    "row",
    [
        "Offences with more than one suspect",
        "Crimes where the offender was under 18",
        "Crimes with a suspect aged 18 to 24",
        "Offences committed by a registered sex offender",
        "Crimes with no identified suspect",
        "Of the offences recorded, those with a named defendant",
        "Crimes: suspect under 18",
        "Crimes recorded per suspect",
    ],
)
def test_a_part_told_by_its_suspects_is_no_figure(row):
    found = read(sheet(f"{HEAD}Item | 2020/21\nCrimes recorded | 52\n{row} | 12"), force="Lancashire")
    expect(found, "B3 = 52; ages none")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Of all crimes, Snapchat", "platforms Snapchat"),
        ("Of all offences, victims aged under 13", "ages 0-12"),
        ("Of the offences: girls", "sex female"),
        ("Crimes on an app chosen by the offender", "platforms none"),
        ("Offences, victim girl, suspect adult", "sex female"),
        ("Number of offences (offender 18 or over)", "ages none"),
    ],
)
def test_what_is_taken_out_of_all_crimes_and_is_of_no_suspects_stays_a_figure(row, said):
    found = read(sheet(f"{HEAD}Item | 2020/21\nCrimes recorded | 52\n{row} | 12"), force="Lancashire")
    expect(found, f"B3 = 52\nB4 = 12; {said}")


YEARS = "Year | Number\n2020/21 | 52\n2021/22 | 41\n"
BANDS = "Age | 2020/21 | 2021/22\nUnder 18 | 11 | 14\n18 to 24 | 8 | 10\n"
APPS = "App | 2020/21 | 2021/22\nKik | 11 | 14\nSnapchat | 8 | 10\n"


@pytest.mark.parametrize("table", [YEARS, BANDS, APPS])
@pytest.mark.parametrize(
    "title",
    [
        "2. Offenders in Q1, by year (one offender can be linked to several crimes)",
        "Accused persons by age. An accused may be counted twice",
        "Persons reported for the crime",
        "People suspected of sexual communication with a child",
        "Sexual communication with a child - persons responsible",
        "Number of individuals linked to sexual communication with a child",
        "Sexual communication with a child, crimes recorded: age of the offender",
        "Crimes of sexual communication with a child where a suspect was under 18",
        "Repeat perpetrators",
        "Q4. How many suspects were under 18?",
        "How many of the offences had a suspect under 21?",
    ],
)
def test_a_title_about_suspects(title, table):
    assert read(sheet(f"{HEAD}\n{title}\n{table}"), force="Lancashire") == {}


@pytest.mark.parametrize(
    ("table", "cells"), [(YEARS, {"B5", "B6"}), (BANDS, {"B5", "C5", "B6", "C6"}), (APPS, {"B5", "C5", "B6", "C6"})]
)
@pytest.mark.parametrize(
    "title",
    [
        "Platforms used by offenders",
        "Recorded crime by app most used by suspects",
        "Suspects are not counted here.",
        "The number of suspects is not held.",
        "Arrests are only counted in the annual report",
        "Offences recorded (a suspect may be linked to more than one)",
        "Offences recorded. A suspect may be linked to several.",
        "Offences, whether or not a suspect was found",
        "Crimes recorded, not suspects",
        "Offenders are often linked to several crimes.",
        "1. How many crimes were recorded?\n2. How many suspects were charged?",
        "How many crimes were recorded, and how many suspects were charged?",
    ],
)
def test_a_title_that_speaks_of_suspects_over_offences(title, table, cells):
    found = read(sheet(f"{HEAD}\n{title}\n{table}"), force="Lancashire")
    below = title.count("\n")
    assert {cell[0] + str(int(cell[1:]) - below) for cell in found} == cells
    assert {figure.measure for figure in found.values()} == {"offences"}


@pytest.mark.parametrize("name", ["Persons reported", "Offenders", "Accused", "Persons responsible", "Suspects by age"])
def test_a_sheet_of_suspects_beside_one_of_offences(name):
    found = read(
        sheet(f"{HEAD}{YEARS}", name="Crimes"),
        sheet(f"Sexual communication with a child\n{YEARS}", name=name),
        force="Lancashire",
    )
    assert set(found) == {"Crimes!B3", "Crimes!B4"}


@pytest.mark.parametrize(
    "column", ["Persons reported", "People linked to crimes", "Wanted persons", "Unique offenders"]
)
def test_a_column_of_suspects_beside_one_of_offences(column):
    found = read(sheet(f"{HEAD}Year | Offences | {column}\n2020/21 | 52 | 12\n2021/22 | 41 | 9"), force="Lancashire")
    expect(found, "B3 = 52; period 2020/21\nB4 = 41; period 2021/22")


@pytest.mark.parametrize("text", ["Known to the victim", "Stranger", "Acquaintance of the child"])
def test_how_a_suspect_was_known(text):
    assert read_label(text).counted == "other"


@pytest.mark.parametrize(
    "title",
    [
        "Offences by platform, age of victim and age of suspect",
        "Offences recorded by Kent Police and suspects charged",
        "Children contacted by offenders, number of victims",
    ],
)
def test_a_title_over_several_tables_is_not_of_suspects_alone(title):
    assert read_label(title).counted in ("offences", "victims")


@pytest.mark.parametrize(
    ("victim", "suspect", "measure"),
    [
        ("Aggrieved", "Offender", "victims"),
        ("Victim", "Alleged suspect", "offences"),
        ("victim", "ACCUSED", "offences"),
    ],
)
def test_a_column_that_says_whose_ages_they_are(victim, suspect, measure):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Role | Age | 2021/22
        {victim} | 10 to 12 | 5
        {victim} | 13 to 15 | 3
        {suspect} | Under 18 | 1
        {suspect} | 18 and over | 9
        """),
        force="Gwent",
    )
    expect(found, f"C3 = 5; ages 10-12; measure {measure}\nC4 = 3; ages 13-15; measure {measure}")


def test_a_remark_on_suspects_beside_ages_leaves_them_figures():
    found = read(
        sheet("""
        Sexual communication with a child, offences by age of victim
        Comment | Age | 2021/22
        Suspect unknown in most | 10 to 12 | 5
        Reviewed | 13 to 15 | 3
        """),
        force="Gwent",
    )
    expect(found, "C3 = 5; ages 10-12\nC4 = 3; ages 13-15")
