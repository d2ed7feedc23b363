"""Totals of counties or commands among the areas of a force, of a force after a gap, of the groups of a pivot table."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "name",
    [
        "Ridings total",
        "Total Ridings",
        "Total for Ridings",
        "Ridings - all districts",
        "Sub-total: Ridings",
        "Ridings sub total",
        "RIDINGS TOTAL",
    ],
)
def test_a_countys_total_below_its_districts(name):
    found = read(
        sheet(f"""
        SCWC offences by county and district
        County | District | 2021/22 | 2022/23
        Ridings | Beverley | 10 | 12
        | Goole | 5 | 6
        {name} | | 15 | 18
        Humber | Hull | 30 | 31
        Humberside Police total | | 45 | 49
        """),
        force="Humberside",
    )
    expect(
        found,
        """
        C3 = 10; place none; period 2021/22
        D3 = 12; place none; period 2022/23
        C4 = 5; place none
        D4 = 6; place none
        C5 = 15; place none; period 2021/22
        D5 = 18; place none; period 2022/23
        C6 = 30; place none
        D6 = 31; place none
        C7 = 45; place Humberside:force
        D7 = 49; place Humberside:force
        """,
    )


def test_totals_of_commands_that_no_row_names_alone():
    found = read(
        sheet("""
        SCWC offences by district
        District | 2021/22 | 2022/23
        Beverley | 10 | 12
        Goole | 5 | 6
        Ridings total | 15 | 18
        Hull | 30 | 31
        Grimsby | 7 | 9
        Coastal total | 37 | 40
        Total | 52 | 58
        """),
        force="Humberside",
    )
    places = {cell: figure.geography for cell, figure in found.items()}
    assert places == {f"{c}{row}": "Humberside" if row == 9 else None for row in range(3, 10) for c in "BC"}


def test_subtotals_without_a_name():
    found = read(
        sheet("""
        SCWC offences by district
        District | 2021/22
        Beverley | 10
        Goole | 5
        Subtotal | 15
        Hull | 30
        Grimsby | 7
        Subtotal | 37
        Grand total | 52
        """),
        force="Humberside",
    )
    assert {cell: figure.geography for cell, figure in found.items()} == {
        **dict.fromkeys(["B3", "B4", "B5", "B6", "B7", "B8"], None),
        "B9": "Humberside",
    }


def test_a_county_that_stands_over_its_areas():
    found = read(
        sheet("""
        SCWC offences by policing area
        Area | 2021/22 | 2022/23
        Berkshire | |
        Reading | 10 | 12
        Slough | 5 | 6
        Berkshire total | 15 | 18
        Oxfordshire | |
        Oxford | 8 | 9
        Cherwell | 4 | 4
        Oxfordshire total | 12 | 13
        Thames Valley | 27 | 31
        """),
        force="Thames Valley",
    )
    places = {cell: figure.geography for cell, figure in found.items()}
    rows = (4, 5, 6, 8, 9, 10, 11)
    assert places == {f"{c}{row}": "Thames Valley" if row == 11 else None for row in rows for c in "BC"}


@pytest.mark.parametrize(
    "total", ["Total", "All districts", "Force total", "Humberside total", "District total", "Overall"]
)
def test_the_total_of_all_districts_is_the_forces(total):
    found = read(
        sheet(f"""
        SCWC offences by district
        District | 2021/22
        Beverley | 10
        Goole | 5
        {total} | 15
        """),
        force="Humberside",
    )
    expect(found, "B3 = 10; place none\nB4 = 5; place none\nB5 = 15; place Humberside:force")


def test_a_forces_own_total_among_forces_stays_its_own():
    found = read(
        sheet("""
        SCWC offences by force and year
        Force | Year | Offences
        Kent | 2021/22 | 10
        Kent | 2022/23 | 12
        Kent total | | 22
        Essex | 2021/22 | 5
        Essex | 2022/23 | 6
        Essex total | | 11
        """)
    )
    expect(
        found,
        """
        C3 = 10; place Kent; period 2021/22
        C4 = 12; place Kent; period 2022/23
        C5 = 22; place Kent
        C6 = 5; place Essex; period 2021/22
        C7 = 6; place Essex; period 2022/23
        C8 = 11; place Essex
        """,
    )


@pytest.mark.parametrize(
    "total", ["MPS total", "Metropolitan Police", "Met total", "Total for the MPS", "All boroughs"]
)
def test_a_total_after_a_gap_below_boroughs_side_by_side(total):
    found = read(
        sheet(f"""
        SCWC offences by borough and financial year
        Borough | 2021/22 | 2022/23 | | Borough | 2021/22 | 2022/23
        Barnet | 30 | 32 | | Islington | 40 | 43
        Bexley | 14 | 14 | | Lambeth | 30 | 31

        | | | | {total} | 114 | 120
        """),
        force="Metropolitan Police",
    )
    expect(
        found,
        """
        B3 = 30; place none; period 2021/22
        C3 = 32; place none; period 2022/23
        F3 = 40; place none; period 2021/22
        G3 = 43; place none; period 2022/23
        B4 = 14; place none
        C4 = 14; place none
        F4 = 30; place none
        G4 = 31; place none
        F6 = 114; place Metropolitan Police:force; period 2021/22
        G6 = 120; place Metropolitan Police:force; period 2022/23
        """,
    )


def test_a_force_after_a_gap_below_years_is_no_row_of_theirs():
    found = read(
        sheet("""
        SCWC offences
        Year | Offences | Victims
        2021/22 | 30 | 32
        2022/23 | 14 | 14

        Essex | 9 | 8
        """),
        force="Kent",
    )
    assert found["B3"].geography == "Kent"
    assert found["B6"].geography == "Essex"


@pytest.mark.parametrize(
    ("group", "entry", "said"),
    [
        ("F", "0 to 11", "sex female; ages none"),
        ("M", "0 to 11", "sex male; ages none"),
        ("12-15", "F", "ages 12-15; sex none"),
        ("13", "F", "ages 13-13; sex none"),
        ("16+", "M", "ages 16-none; sex none"),
    ],
)
def test_the_total_of_a_group_of_a_pivot_table(group, entry, said):
    named = "Victim Gender | Victim Age" if group in ("F", "M") else "Victim Age | Victim Gender"
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent, 2023/24
        {named} | Snapchat | Total
        {group} | {entry} | 30 | 41
        {group} Total |  | 38 | 95
        Unknown | {entry} | 2 | 3
        Unknown Total |  | 2 | 3
        Grand Total |  | 40 | 98
        """)
    )
    counted = {cell: figure for cell, figure in found.items() if cell[1:] in ("4", "6", "7")}
    expect(counted, f"C4 = 38; {said}\nD4 = 95; {said}\nC7 = 40; ages none; sex none\nD7 = 98; ages none; sex none")


@pytest.mark.parametrize(
    ("text", "total", "ages", "sex"),
    [
        ("Female subtotal", True, None, "female"),
        ("Total M", True, None, None),
        ("3 years total", True, None, None),
        ("2021/22 Total", True, None, None),
        ("Total including unknown", True, None, None),
        ("Not recorded Total", False, None, None),
        ("Other total", False, None, None),
        ("U total", False, None, None),
    ],
)
def test_what_a_total_is_of(text, total, ages, sex):
    label = read_label(text)
    assert (label.total, label.ages, label.sex) == (total, ages, sex)
