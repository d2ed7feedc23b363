"""Totals over some of the forces, and over all that a table lists."""

import pytest

from tests.tables.drawing import expect, read, sheet

WALES = """
Sexual communication with a child: Welsh police forces
Force | 2021/22 | 2022/23
North Wales Police | 71 | 80
Gwent Police | 64 | {gwent}
South Wales Police | 112 | 120
Dyfed-Powys Police | 50 | 55
{label} | {first} | {second}
"""


@pytest.mark.parametrize(
    "label", ["Three forces with figures for both years", "Forces that gave both years", "Total of the three forces"]
)
def test_a_total_without_a_force_that_gave_no_number(label):
    found = read(sheet(WALES.format(gwent="no reply", label=label, first=233, second=255)))
    assert found["B3"].geography == "North Wales"
    for cell, number in (("B7", 233), ("C7", 255)):
        assert (found[cell].value, found[cell].geography, found[cell].geography_type) == (number, None, None)
        assert found[cell].measure == "offences"


@pytest.mark.parametrize("label", ["All four forces", "Total of the four forces", "Forces that gave both years"])
def test_a_total_of_all_that_are_listed_is_of_the_titles_place(label):
    found = read(sheet(WALES.format(gwent=70, label=label, first=297, second=325)))
    assert (found["B7"].value, found["B7"].geography) == (297, "Wales")
    assert (found["C7"].value, found["C7"].geography) == (325, "Wales")


def test_numbers_for_a_report_of_some_forces():
    found = read(
        sheet("""
        Figures used (sexual communication with a child, 2021/22)
        Forces asked | 9
        Forces that answered | 6
        Crimes recorded by the six | 702
        Crimes in those six forces on Snapchat | 240
        Total for South West | 301
        """),
        title="South East forces: online grooming 2021/22",
    )
    expect(
        found,
        """
        B2 = 9; measure forces
        B3 = 6; measure forces
        B4 = 702; measure offences; place none
        B5 = 240; measure offences; place none; platforms Snapchat
        B6 = 301; measure offences; place South West:region
        """,
    )


def test_one_forces_answer_has_no_total_of_forces():
    found = read(
        sheet("Sexual communication with a child, 2021/22\nCrimes recorded by the six | 702\nOnline | 5"),
        force="Essex",
    )
    assert found["B2"].geography == "Essex"


def test_forces_that_stand_for_the_country_of_the_title():
    found = read(
        sheet("""
        Sexual communication with a child, England and Wales, 2021/22
        Item | Number
        Crimes recorded by the 39 forces that answered | 5402
        """)
    )
    expect(found, "B3 = 5402; place England and Wales:country")


@pytest.mark.parametrize(
    ("total", "place"),
    [
        ("Three forces | 184 | 193 | 5%", "East of England"),
        ("All three forces | - | 193 | 5%", "East of England"),
        ("The three constabularies | 184 | not added up | ..", "East of England"),  # by its number
        ("Area | 184 | 193 | 5%", "East of England"),  # by its sum, whatever the change is
        ("Two forces | 83 | 85 | 2%", None),
    ],
)
def test_a_total_of_the_forces_listed_beside_changes(total, place):
    found = read(
        sheet(f"""
        East of England police forces: offences of sexual communication with a child
        Police force | 2022 | 2023 | Change
        Bedfordshire | 37 | 39 | 5%
        Essex | 46 | 46 | 0%
        Suffolk | 101 | 108 | 7%
        {total}
        """)
    )
    assert {found[cell].geography for cell in ("B6", "C6", "D6") if cell in found} == {place}
    assert found["C5"].geography == "Suffolk"


def test_forces_that_answered_are_those_of_the_titles_place():
    found = read(
        sheet("""
        South West - sexual communication with a child, offences recorded by each force
        Year | Dorset | Wiltshire | South West | Forces that answered
        2022/23 | 78 | 60 | 138 | 2
        2023/24 | 81 | refused | 81 | 1
        """)
    )
    expect({cell: found[cell] for cell in ("E3", "E4")}, "E3 = 2; place South West:region\nE4 = 1; measure forces")


@pytest.mark.parametrize("first", ["Sexual communication with a child", "England: sexual communication with a child"])
def test_forces_that_answered_beside_places_that_the_title_does_not_hold(first):
    found = read(sheet(f"{first}\nArea | 2022\nEngland | 600\nWales | 60\nForces that answered | 40"))
    expect({"B5": found["B5"]}, "B5 = 40; measure forces; place none")


@pytest.mark.parametrize(
    ("heading", "rows", "region"),
    [
        ("Area", "South West, Dorset, Wiltshire, West Midlands, West Midlands, Staffordshire", 6),
        ("Region / police force", "West Midlands, Staffordshire, West Midlands, South West, Dorset", 3),
        ("Region or force", "Staffordshire, West Midlands, West Midlands, Dorset, South West", 5),
        ("Force/region", "Dorset, West Midlands, Kent, South East, West Midlands, South West", 7),
        ("Area", "South West, Dorset, West Midlands, Staffordshire, Warwickshire", 5),
        ("Area", "West Midlands, Dorset, Wiltshire, South West", None),
        ("Force", "Dorset, West Midlands, Wiltshire", None),
        ("Area", "West Midlands, Staffordshire, West Midlands", 3),  # by its numbers alone
        ("Area", "Staffordshire, West Midlands, West Midlands", 5),
    ],
)
def test_the_west_midlands_among_regions_with_their_forces(heading, rows, region):
    names = enumerate(rows.split(", "), start=3)
    lines = "\n".join(f"{name} | {60 if row == region else 20}" for row, name in names)
    found = read(sheet(f"Sexual communication with a child\n{heading} | 2022\n{lines}"))
    named = {cell: f.geography_type for cell, f in found.items() if f.geography == "West Midlands"}
    assert [cell for cell, kind in named.items() if kind == "region"] == ([f"B{region}"] if region else [])


def test_the_west_midlands_in_a_list_said_again_for_another_year():
    found = read(
        sheet("""
        Sexual communication with a child
        Area | Offences
        2021/22 |
        Kent | 20
        West Midlands | 30
        2022/23 |
        Kent | 22
        West Midlands | 60
        """)
    )
    expect(found, "B4 = 20\nB5 = 30; place West Midlands:force\nB7 = 22\nB8 = 60; place West Midlands:force")


def test_a_region_in_a_column_headed_as_one_of_forces():
    found = read(
        sheet("""
        Sexual communication with a child offences
        Police force | 2022/23
        EAST MIDLANDS | 209
        Derbyshire | 121
        Lincolnshire | 88
        WEST MIDLANDS | 315
        Staffordshire | 140
        Warwickshire | 63
        West Midlands Police | 112
        """)
    )
    places = {cell: (figure.geography, figure.geography_type) for cell, figure in found.items()}
    assert places["B6"] == ("West Midlands", "region")
    assert places["B9"] == ("West Midlands", "force")


def test_a_forces_name_in_a_column_of_forces_only():
    found = read(
        sheet("""
        Sexual communication with a child offences
        Police force | 2022/23
        Staffordshire | 140
        Warwickshire | 63
        West Midlands | 112
        """)
    )
    assert found["B5"].geography_type == "force"


def test_councils_that_nobody_knows_below_a_title_that_names_their_list():
    found = read(
        sheet("""
        Sexual communication with a child offences in 2021 by local authority
        Hartlepool | 12
        Middlesbrough | 23
        Redcar & Cleveland | 14
        Stockton-on-Tees | 18
        """),
        force="Cleveland",
    )
    assert {cell: figure.value for cell, figure in found.items()} == {"B2": 12, "B3": 23, "B4": 14, "B5": 18}
    assert {figure.geography for figure in found.values()} <= {None, "Cleveland"}


@pytest.mark.parametrize("total", ["Total", "Both forces", "All"])
def test_a_total_over_two_forces_is_neither_ones(total):
    found = read(
        sheet(f"""
        Norfolk Constabulary: sexual communication with a child
        Method of contact, 2022/23 | Norfolk | Suffolk | {total}
        Snapchat | 41 | 33 | 74
        Kik | 19 | 11 | 30
        """),
    )
    assert [found[cell].geography for cell in ("B3", "C3", "D3", "D4")] == ["Norfolk", "Suffolk", None, None]


def test_a_total_of_apps_beside_one_force_is_that_forces():
    found = read(
        sheet("""
        Norfolk Constabulary: sexual communication with a child
        Method of contact | 2021/22 | 2022/23 | Total
        Snapchat | 41 | 33 | 74
        Kik | 19 | 11 | 30
        """),
    )
    assert {figure.geography for figure in found.values()} == {"Norfolk"}


def test_words_that_nobody_knows_below_a_title_of_another_list():
    found = read(
        sheet("""
        Sexual communication with a child offences in 2021 by age
        Sandbridge | 12
        Rushmere | 23
        Cleveland | 14
        Nether Ashby | 18
        """),
        force="Cleveland",
    )
    assert not {"B2", "B3", "B5"} & set(found)
