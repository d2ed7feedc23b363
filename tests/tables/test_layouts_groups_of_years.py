"""Compact pivot tables of years below names: divisions by their point of the compass, names that nobody knows, apps."""

import pytest

from figuretrail.tables.language.names import place_in
from tests.tables.drawing import expect, read, sheet

HEAD = """
HO Code | 071/17 Sexual communication with a child

Count of Crime Ref | Column Labels | |
Row Labels | FEMALE | MALE | Grand Total
"""


def pivot(one: str, other: str) -> str:
    """Two groups of years."""
    return f"""{HEAD.strip()}
{one} | 71 | 20 | 91
2022/23 | 40 | 11 | 51
2023/24 | 31 | 9 | 40
{other} | 88 | 18 | 106
2022/23 | 41 | 7 | 48
2023/24 | 47 | 11 | 58
Grand Total | 159 | 38 | 197"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("East Division", "North Division"),
        ("North East BCU", "South East BCU"),
        ("Kingsmead", "Torhaven"),
        ("Sector 1", "Sector 2"),
    ],
)
def test_parts_of_a_force_over_their_years(one, other):
    both = "period 1 April 2022 to 31 March 2024"
    expect(
        read(sheet(pivot(one, other)), force="Kent"),
        f"""
        B5 = 71; {both}; place none; sex female
        C5 = 20; {both}; place none; sex male
        D5 = 91; {both}; place none
        B6 = 40; period 2022/23; place none; sex female
        C6 = 11; period 2022/23; place none; sex male
        D6 = 51; period 2022/23; place none
        B7 = 31; period 2023/24; place none; sex female
        C7 = 9; period 2023/24; place none; sex male
        D7 = 40; period 2023/24; place none
        B8 = 88; {both}; place none; sex female
        C8 = 18; {both}; place none; sex male
        D8 = 106; {both}; place none
        B9 = 41; period 2022/23; place none; sex female
        C9 = 7; period 2022/23; place none; sex male
        D9 = 48; period 2022/23; place none
        B10 = 47; period 2023/24; place none; sex female
        C10 = 11; period 2023/24; place none; sex male
        D10 = 58; period 2023/24; place none
        B11 = 159; {both}; place Kent:force; sex female
        C11 = 38; {both}; place Kent:force; sex male
        D11 = 197; {both}; place Kent:force
        """,
    )


def test_names_that_nobody_knows_are_doubted():
    found = read(sheet(pivot("Kingsmead", "Torhaven")), force="Kent")
    assert found["D6"].review and not found["D11"].review


def test_platforms_over_their_years():
    found = read(sheet(pivot("SNAP", "INSTA")), force="Kent")
    told = {(f.platforms, str(f.period_start), str(f.period_end)) for cell, f in found.items() if cell in ("D5", "D8")}
    assert told == {
        (("Snapchat",), "2022-04-01", "2024-03-31"),
        (("Instagram",), "2022-04-01", "2024-03-31"),
    }


def test_a_name_over_ages_of_its_own():
    found = read(
        sheet(f"""
        {HEAD.strip()}
        Kingsmead | 71 | 20 | 91
        Under 12 | 40 | 11 | 51
        12 to 15 | 31 | 9 | 40
        Torhaven | 88 | 18 | 106
        Under 12 | 41 | 7 | 48
        12 to 15 | 47 | 11 | 58
        Grand Total | 159 | 38 | 197
        """),
        force="Kent",
    )
    assert {found[cell].geography for cell in ("D5", "D6", "D7", "D8", "D9", "D10")} == {None}
    assert found["D11"].geography == "Kent"


def test_numbers_that_are_no_sums_of_the_years_below_cover_none_of_them():
    """As where some years are left out."""
    drawn = pivot("Snapchat", "Kik").replace("71 | 20 | 91", "75 | 21 | 96").replace("88 | 18 | 106", "93 | 20 | 113")
    found = read(sheet(drawn), force="Kent")
    assert {found[cell].period_start for cell in ("D5", "D8")} == {None}


def test_names_that_do_not_add_up_the_years_below_are_not_taken_for_places():
    drawn = pivot("Kingsmead", "Torhaven").replace("71 | 20 | 91", "75 | 21 | 96")
    assert "D5" not in read(sheet(drawn), force="Kent")


@pytest.mark.parametrize(
    "name",
    [
        "east division",
        "eastern area command",
        "north east bcu",
        "command unit west",
        "central lpa",
        "east policing area",
    ],
)
def test_a_point_with_a_word_for_a_unit_is_a_part_of_a_force(name):
    place = place_in(name)
    assert place is not None and place.name is None


@pytest.mark.parametrize(("name", "region"), [("eastern region", "East of England"), ("north east", "North East")])
def test_a_point_alone_or_with_a_region_is_a_region(name, region):
    place = place_in(name)
    assert place is not None and place.name == region
