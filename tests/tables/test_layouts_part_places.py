"""Titles and sheets about a part of a force, whatever its name."""

import pytest

from figuretrail.tables.partplaces import names_a_part
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
