"""Codes in the place of names, explained by a legend in another sheet, a key below the table, or a line."""

import pytest

from tests.tables.drawing import expect, read, sheet

TITLE = "Sexual communication with a child offences, Kent Police, 2022/23"
PIVOT = f"""
{TITLE}
Sum of Crimes | Vic Age Grp | |
Row Labels | 0-11 | 12-13 | Grand Total
FB | 4 | 5 | 9
SC | 7 | 8 | 15
WA | 1 | 3 | 4
Grand Total | 12 | 16 | 28
"""
FIGURES = """
B4 = 4; platforms Facebook; ages 0-11
C4 = 5; platforms Facebook; ages 12-13
D4 = 9; platforms Facebook; ages none-none
B5 = 7; platforms Snapchat; ages 0-11
C5 = 8; platforms Snapchat; ages 12-13
D5 = 15; platforms Snapchat; ages none-none
B6 = 1; platforms WhatsApp; ages 0-11
C6 = 3; platforms WhatsApp; ages 12-13
D6 = 4; platforms WhatsApp; ages none-none
B7 = 12; platforms none; ages 0-11
C7 = 16; platforms none; ages 12-13
D7 = 28; platforms none; ages none-none
"""
ENTRIES = "FB | Facebook\nSC | Snapchat\nWA | WhatsApp\nVic Age Grp | Age of victim, years\n"


@pytest.mark.parametrize(
    ("name", "legend"),
    [
        ("Legend", f"Code | Meaning\n{ENTRIES}"),
        ("Codes used", ENTRIES),
        ("Notes", f"Extracted on 3 May 2023\n\nAbbreviations\n{ENTRIES}"),
        ("Sheet2", "Platform code | Platform | Added\nSC | Snapchat | 2018\nWA | WhatsApp | 2019\n"),
    ],
)
def test_a_legend_in_another_sheet(name, legend):
    found = read(sheet(PIVOT, "Pivot1"), sheet(legend, name))
    expect({cell.removeprefix("Pivot1!"): figure for cell, figure in found.items()}, FIGURES)


@pytest.mark.parametrize(
    "below",
    [
        f"Key\n{ENTRIES}",
        "SC = Snapchat, WA = WhatsApp; NK = none recorded",
        "SC: Snapchat. WA: WhatsApp.",
        "SC - Snapchat\nWA - WhatsApp",
        "SC stands for Snapchat and WA stands for WhatsApp",
    ],
)
def test_a_key_below_the_table(below):
    expect(read(sheet(f"{PIVOT.strip()}\n\n{below}")), FIGURES)


def test_codes_of_what_is_not_known_are_no_platform():
    drawn = PIVOT.replace("WA |", "ZZ |")
    found = read(sheet(drawn, "P"), sheet(ENTRIES + "ZZ | Platform not recorded or not found in log", "Legend"))
    assert "P!B5" in found and "P!B6" not in found


@pytest.mark.parametrize(("name", "head"), [("Key", "Code | Meaning\n"), ("Codes", "")])
def test_letters_that_could_mean_something_else(name, head):
    found = read(
        sheet(f"{TITLE}\nPlatform | F | S | T\nCrimes | 4 | 5 | 9", "Data"),
        sheet(f"{head}F | Facebook\nS | Snapchat\nT | Twitter", name),
    )
    assert [found[f"Data!{c}3"].platforms for c in "BCD"] == [("Facebook",), ("Snapchat",), ("Twitter",)]
    assert {figure.victim_sex for figure in found.values()} == {None}


def test_codes_of_ages():
    found = read(
        sheet(f"{TITLE}\nAge | Crimes\nA | 4\nB | 5\nC | 9", "Data"),
        sheet("Age band code | Description\nA | Under 10\nB | 10 to 12\nC | 13 to 15", "Lookup"),
    )
    bands = [(found[f"Data!B{row}"].victim_age_min, found[f"Data!B{row}"].victim_age_max) for row in (3, 4, 5)]
    assert bands == [(0, 9), (10, 12), (13, 15)]


def test_codes_of_offences():
    found = read(
        sheet("""
        Recorded in 2022/23, Kent Police
        Offence | Crimes
        SCWC | 4
        MCFG | 5

        SCWC = sexual communication with a child; MCFG = meeting a child following grooming
        """)
    )
    assert found["B3"].offence == "sexual_communication_with_a_child"
    assert found["B4"].offence == "meeting_a_child_following_grooming"


def test_a_line_does_not_change_what_a_label_says_itself():
    """ "M" beside "F" is a sex, whatever a line on other columns says it stands for."""
    found = read(sheet(f"{TITLE}\nApp | F | M | T\nSC | 4 | 5 | 9\nKik | 1 | 2 | 3\n\nSC = Snapchat, M = Messenger"))
    assert [found[f"{column}3"].victim_sex for column in "BCD"] == ["female", "male", None]
    assert {found[f"{column}3"].platforms for column in "BCD"} == {("Snapchat",)}


def test_codes_that_nothing_explains_stay_unknown():
    found = read(sheet(PIVOT, "Pivot1"), sheet("Code | Meaning\nSNAP | Snapchat\nWHA | WhatsApp", "Legend"))
    assert not {"Pivot1!B5", "Pivot1!B6"} & set(found)


def test_capitals_that_a_key_explains_are_still_totals_and_sexes():
    found = read(
        sheet(f"{TITLE}\nApp | F | M | TOTAL\nSnapchat | 4 | 5 | 9\nKik | 1 | 2 | 3", "Data"),
        sheet("Code | Meaning\nF | Female\nM | Male\nTOTAL | Snapchat and Kik\nNK | Not known", "Key"),
    )
    assert [found[f"Data!{c}3"].victim_sex for c in "BCD"] == ["female", "male", None]
    assert {found[f"Data!{c}3"].platforms for c in "BCD"} == {("Snapchat",)}
