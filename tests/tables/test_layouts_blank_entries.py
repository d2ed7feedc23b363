"""Entries called blank, as pivot tables have them: what a note says of "(blank)" says nothing of empty cells."""

import pytest

from figuretrail.tables.files.grid import Sheet
from tests.tables.drawing import expect, read, sheet

PIVOT = """
Sexual communication with a child | Kent Police
Row Labels | 2021/22 | 2022/23
Snapchat | 31 | 40
Kik | | 5
{entry} | 7 | 9
Grand Total | 38 | 54

{note}
"""
WITHOUT_BLANKS = """
B3 = 31; platforms Snapchat; period 2021/22
C3 = 40; platforms Snapchat; period 2022/23
C4 = 5; platforms Kik; period 2022/23
B6 = 38; platforms none
C6 = 54; platforms none
"""


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        ("(blank)", "(blank) means that none of the search terms was found"),
        ("(blank)", "Platform is taken from the first mention in the notes; (blank) means that none was found."),
        ("Blank", "Blank = not recorded"),
        ("(blank)", "2. Blank: not recorded"),
        ("(blanks)", "“Blanks” are those with none of the apps recorded"),
    ],
)
def test_what_a_note_says_of_an_entry_is_not_said_of_empty_cells(entry, note):
    expect(read(sheet(PIVOT.format(entry=entry, note=note))), WITHOUT_BLANKS)


def test_a_note_on_another_sheet_speaks_of_the_entry_too():
    found = read(
        sheet(PIVOT.format(entry="(blank)", note=""), name="Pivot"),
        sheet("1. Years are financial years\n2. (blank) means that nothing was recorded", name="Caveats"),
    )
    assert "Pivot!B4" not in found
    assert found["Pivot!C4"].value == 5


def test_an_entry_across_the_columns():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        Year | Snapchat | Kik | (blank) | Grand Total
        2021/22 | 31 | | 7 | 38
        2022/23 | 40 | 5 | 9 | 54

        (blank) = none of the words searched for
        """)
        ),
        """
        B3 = 31; platforms Snapchat
        E3 = 38; platforms none
        B4 = 40; platforms Snapchat
        C4 = 5; platforms Kik
        E4 = 54; platforms none
        """,
    )


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        ("(blank)", "Blank cells mean none"),
        ("(blank)", "A blank means none."),
        ("(blank)", "(blank) means not recorded; empty cells mean none"),
        ("Not known", "(blank) means none"),
        ("Not known", "Blank = none"),
    ],
)
def test_a_note_on_cells_or_without_such_an_entry_speaks_of_empty_cells(entry, note):
    expect(read(sheet(PIVOT.format(entry=entry, note=note))), WITHOUT_BLANKS + "\nB4 = 0; platforms Kik")


@pytest.mark.parametrize("name", ["(blank)", "Blank", "Blank cell"])
@pytest.mark.parametrize("rest", ["", "* | withheld, fewer than 5", ".. | not held"])
def test_a_key_of_two_columns_says_what_an_empty_cell_means(name, rest):
    drawn: Sheet = sheet(f"""
        Sexual communication with a child, Kent Police
        Year | Snapchat | Kik | Total
        2021/22 | 31 | | 38
        2022/23 | 40 | 5 | 54

        Key
        {name} | none recorded
        {rest}
        """)
    assert read(drawn)["C3"].value == 0
