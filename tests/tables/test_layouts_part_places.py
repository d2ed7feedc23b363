"""Titles and sheets about a part of a force, whatever its name."""

import pytest

from figuretrail.tables.figures.partplaces import names_a_part
from figuretrail.tables.files.grid import Sheet
from tests.tables.drawing import expect, read, sheet

BODY = """
App | 2021/22 | 2022/23
Snapchat | 9 | 12
Total | 20 | 31
"""


def test_a_title_about_a_borough():
    found = read(sheet("Sexual communication with a child: Lambeth borough\n" + BODY), force="Metropolitan Police")
    expect(
        found,
        """
        B4 = 9; place none; platforms Snapchat
        C4 = 12; place none
        B5 = 20; place none; platforms none
        C5 = 31; place none
        """,
    )


def test_sheets_of_divisions_beside_one_of_the_force():
    found = read(
        sheet("Police Scotland\nSexual communication with a child\n" + BODY, name="Force"),
        sheet("Sexual communication with a child - Tayside Division\n" + BODY, name="D"),
        sheet("Sexual communication with a child\n" + BODY, name="Fife Division"),
        force="Police Scotland",
    )
    assert found["Force!B5"].geography == "Scotland"
    assert found["D!B5"].geography is None
    assert found["Fife Division!B4"].geography is None


def test_a_table_by_district_is_of_the_force():
    found = read(
        sheet("""
        Sexual communication with a child by District, 2022/23
        District | Offences
        Redbridge North | 4
        Stourton | 5
        Force total | 9
        """),
        force="Kent",
    )
    assert found["B3"].geography is None
    assert found["B5"].geography == "Kent"


@pytest.mark.parametrize(
    "title",
    [
        "Offences recorded, Swale district",
        "SCWC - London Borough of Hackney",
        "Wyre Forest LPA",
        "BCU: Wirral",
        "Recorded crime in the Wigan Division, 2022",
        "Medway Local Policing Area",
        "Telford Borough Council area, offences",
        "Isle of Ely Community Safety Partnership",
    ],
)
def test_what_names_a_part(title):
    assert names_a_part(title)


@pytest.mark.parametrize(
    "title",
    [
        "Offences by district",
        "Offences Recorded By Borough",
        "Each Policing District",
        "Public Protection Division, Surrey Police",
        "Information Management Unit",
        "Borough / district",
        "City of London Police",
        "Kent district totals",
        "District and platform",
        "Offences in all districts",
        "Serious Crime Division",
    ],
)
def test_what_names_none(title):
    assert not names_a_part(title)


def _of_district(name: str, snapchat: int, kik: int, title: str = "Offences recorded, 2022") -> Sheet:
    drawing = f"""
    Sexual communication with a child: {title}
    App | Crimes
    Snapchat | {snapchat}
    Kik | {kik}
    """
    return sheet(drawing, name=name)


def test_sheets_that_add_up_to_another_are_those_of_parts():
    found = read(
        _of_district("Summary", 30, 6),
        _of_district("Thanet", 12, 1),
        _of_district("Swale", 10, 2),
        _of_district("Tonbridge and Malling", 8, 3),
        force="Kent",
    )
    assert {cell: figure.geography for cell, figure in found.items() if cell.endswith("B3")} == {
        "Summary!B3": "Kent",
        "Thanet!B3": None,
        "Swale!B3": None,
        "Tonbridge and Malling!B3": None,
    }


def test_sheets_that_do_not_add_up_are_of_the_force():
    found = read(
        _of_district("Summary", 31, 6),
        _of_district("Answer", 12, 1),
        _of_district("Response", 10, 2),
        force="Kent",
    )
    assert {figure.geography for figure in found.values()} == {"Kent"}


def test_sheets_of_years_that_add_up_are_of_the_force():
    found = read(
        _of_district("All years", 30, 6, "offences"),
        _of_district("2021-22", 18, 2, "offences"),
        _of_district("2022-23", 12, 4, "offences"),
        force="Kent",
    )
    assert {figure.geography for figure in found.values()} == {"Kent"}
    assert str(found["2022-23!B3"].period_start) == "2022-04-01"


def test_tables_below_their_names_that_add_up_to_one():
    blocks = {"Whole area": (20, 9), "Ashfield": (12, 4), "Bassetlaw": (8, 5)}
    lines = [
        line
        for name, (snapchat, kik) in blocks.items()
        for line in (name, "App | 2022/23", f"Snapchat | {snapchat}", f"Kik | {kik}", "")
    ]
    found = read(sheet("\n".join(["Sexual communication with a child", "", *lines])), force="Nottinghamshire")
    assert {cell: figure.geography for cell, figure in found.items()} == {
        "B5": "Nottinghamshire",
        "B6": "Nottinghamshire",
        "B10": None,
        "B11": None,
        "B15": None,
        "B16": None,
    }


def test_parts_with_hidden_numbers_and_ages_in_the_rows():
    drawings = {"Whole force": (9, 20, 31), "Bassetlaw": ("<5", 8, 11), "Ashfield": (6, 12, 20)}
    found = read(
        *[
            sheet(
                f"""
                Victims of sexual communication with a child
                Age | 2022/23
                11 | {eleven}
                12 | {twelve}
                13 | {thirteen}
                """,
                name=name,
            )
            for name, (eleven, twelve, thirteen) in drawings.items()
        ],
        force="Nottinghamshire",
    )
    assert found["Whole force!B4"].geography == "Nottinghamshire"
    assert found["Bassetlaw!B3"].geography is None
    assert found["Ashfield!B5"].geography is None


def test_the_force_below_its_boroughs_on_one_sheet():
    found = read(
        sheet("""
        Sexual communication with a child offences, 2022/23

        Stafford Borough
        App | Offences
        Snapchat | 5
        Kik | 1

        Cannock Chase District
        App | Offences
        Snapchat | 7
        Kik | 4

        Force
        App | Offences
        Snapchat | 15
        Kik | 6
        """),
        force="Staffordshire",
    )
    assert {cell: figure.geography for cell, figure in found.items()} == {
        "B5": None,
        "B6": None,
        "B10": None,
        "B11": None,
        "B15": "Staffordshire",
        "B16": "Staffordshire",
    }


def test_all_tables_below_the_name_of_a_district():
    found = read(
        sheet("""
        Barnet Borough: sexual communication with a child, 2022/23

        By app
        App | Offences
        Snapchat | 5
        Kik | 1

        By sex of victim
        Sex | Offences
        Female | 7
        Male | 4
        """),
        force="Metropolitan Police",
    )
    assert {figure.geography for figure in found.values()} == {None}
    assert len(found) == 4


@pytest.mark.parametrize("whole", ["MPS", "Metropolitan Police"])
def test_a_region_s_name_among_areas_of_one_force_is_an_area(whole):
    found = read(
        sheet(f"""
        Offence | Area | Fin Year | Offences
        Sexual Communication with a Child | Central East | FY20/21 | 42
        Sexual Communication with a Child | North West | FY20/21 | 43
        Sexual Communication with a Child | South Area | FY20/21 | 28
        Sexual Communication with a Child | {whole} | FY20/21 | 613
        Sexual Communication with a Child | Central East | FY21/22 | 52
        Sexual Communication with a Child | North West | FY21/22 | 53
        Sexual Communication with a Child | South Area | FY21/22 | 38
        Sexual Communication with a Child | {whole} | FY21/22 | 713
        """),
        force="Metropolitan Police",
    )
    assert {cell: figure.geography for cell, figure in found.items()} == {
        **dict.fromkeys(["D2", "D3", "D4", "D6", "D7", "D8"]),
        "D5": "Metropolitan Police",
        "D9": "Metropolitan Police",
    }


def test_such_names_across_the_columns():
    expect(
        read(
            sheet("""
        Sexual communication with a child
         | East Area | South East | Central North | North Area | MPS
        2021/22 | 4 | 5 | 6 | 7 | 22
        """)
        ),
        """
        B3 = 4; place none
        C3 = 5; place none
        D3 = 6; place none
        E3 = 7; place none
        F3 = 22; place Metropolitan Police:force
        """,
    )


@pytest.mark.parametrize("others", ["South West | London", "Cheshire | Kent", "Midlands | England"])
def test_a_region_s_name_among_regions_forces_or_the_country_s_is_the_region(others):
    found = read(
        sheet(f"""
        Sexual communication with a child
         | North West | {others}
        2021/22 | 4 | 5 | 6
        """)
    )
    assert (found["B3"].geography, found["B3"].geography_type) == ("North West", "region")


def test_one_area_beside_a_region_does_not_make_it_one():
    found = read(
        sheet("""
        Sexual communication with a child
         | North West | South East | North Area
        2021/22 | 4 | 5 | 6
        """)
    )
    assert (found["B3"].geography, found["C3"].geography) == ("North West", "South East")
