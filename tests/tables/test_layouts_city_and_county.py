"""Parts of a force that are named by their sort: "City" beside "County North" and "County South"."""

import pytest

from tests.tables.drawing import expect, read, sheet

PARTS = [
    ("City", "County North", "County South"),
    ("City", "County", "Rural East"),
    ("City", "North", "South"),
    ("Town", "Rural North", "Rural South"),
    ("City Division", "County North Division", "County South Division"),
    ("City", "Northern County", "Southern County"),
]


@pytest.mark.parametrize("parts", PARTS)
def test_parts_across_the_columns(parts):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child
        Month | {" | ".join(parts)} | Force total
        Apr-21 | 9 | <5 | 5 | 18
        May-21 | 11 | 6 | <5 | 21
        """),
            force="Nottinghamshire",
        ),
        """
        B3 = 9; place none; period 2021-04
        C3 = 5; place none; status suppressed
        D3 = 5; place none
        E3 = 18; place Nottinghamshire:force
        B4 = 11; place none; period 2021-05
        C4 = 6; place none
        D4 = 5; place none; status suppressed
        E4 = 21; place Nottinghamshire:force
        """,
    )


@pytest.mark.parametrize("heading", ["Division", "Area", "Policing area"])
@pytest.mark.parametrize("parts", PARTS)
def test_parts_down_the_rows(heading, parts):
    first, second, third = parts
    expect(
        read(
            sheet(f"""
        Sexual communication with a child
        {heading} | 2021/22
        {first} | 12
        {second} | 9
        {third} | 7
        Nottinghamshire | 28
        """),
            force="Nottinghamshire",
        ),
        """
        B3 = 12; place none
        B4 = 9; place none
        B5 = 7; place none
        B6 = 28; place Nottinghamshire:force
        """,
    )


def test_parts_with_platforms_in_each():
    found = read(
        sheet("""
        Sexual communication with a child, 2021/22
        Division | Platform | Offences
        City | Snapchat | 12
        City | Kik | 5
        County | Snapchat | 9
        County | Kik | 7
        Force | Snapchat | 21
        Force | Kik | 12
        """),
        force="Nottinghamshire",
    )
    assert [f.geography for f in found.values()] == [None] * 4 + ["Nottinghamshire"] * 2
    assert found["C3"].platforms == ("Snapchat",)


def test_the_county_below_its_districts_is_the_whole():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        District | 2021/22
        Carlisle | 12
        Eden | 9
        County | 21
        """),
            force="Cumbria",
        ),
        """
        B3 = 12; place none
        B4 = 9; place none
        B5 = 21; place Cumbria:force
        """,
    )


def test_the_city_among_forces_is_no_part_of_one():
    found = read(
        sheet("""
        Sexual communication with a child, by force
        Force | 2021/22
        Metropolitan Police | 212
        City | 3
        County | 9
        Essex | 90
        """)
    )
    assert found["B4"].review_reasons == ("no place is named",)
    assert found["B6"].geography == "Essex"


@pytest.mark.parametrize(
    ("city", "county", "force"),
    [
        ("Leicester City", "Leicestershire County", "Leicestershire"),
        ("Nottingham City", "Notts County", "Nottinghamshire"),
        ("City of Derby", "Derbyshire (County)", "Derbyshire"),
        ("Derby City Division", "Derbyshire County Division", "Derbyshire"),
        ("York City", "North Yorkshire County", "North Yorkshire"),
    ],
)
def test_the_county_beside_its_city_is_a_part_of_the_force(city, county, force):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child
        | {city} | {county} | {force}
        2021/22 | 12 | <5 | 15
        2022/23 | 9 | 8 | 17
        """),
            force=force,
        ),
        f"""
        B3 = 12; place none
        C3 = 5; place none; status suppressed
        D3 = 15; place {force}:force
        B4 = 9; place none
        C4 = 8; place none
        D4 = 17; place {force}:force
        """,
    )


@pytest.mark.parametrize(
    "names", ["Leicestershire County | Nottinghamshire County | Derby City", "Cumbria County | Carlisle | Eden"]
)
def test_counties_that_stand_for_forces_or_for_all_stay_forces(names):
    first = names.split()[0]
    found = read(
        sheet(f"""
        Sexual communication with a child
        | {names}
        2021/22 | 21 | 12 | 9
        """)
    )
    assert (found["B3"].geography, found["B3"].geography_type) == (first, "force")
