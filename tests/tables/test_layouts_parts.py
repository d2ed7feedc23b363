"""Groups and parts that nobody knows by name, told by sums, by points of the compass, or by the name of their list."""

import pytest

from tests.tables.drawing import expect, read, sheet

PIVOT = """
    HO Description | SEXUAL COMMUNICATION WITH A CHILD

    Count of Crime Number | Column Labels |
    Row Labels | 2021/22 | Grand Total
    {one} | 20 | 20
      Facebook | 7 | 7
      Snapchat | 11 | 11
      (blank) | 2 | 2
    {two} | 9 | 9
      Facebook | 4 | 4
      Kik | 3 | 3
      (blank) | 2 | 2
    Grand Total | 29 | 29
    """
FIGURES = """
    B5 = 20; platforms none; place none
    C5 = 20; place none
    B6 = 7; platforms Facebook; place none
    C6 = 7
    B7 = 11; platforms Snapchat; place none
    C7 = 11
    B9 = 9; platforms none; place none
    C9 = 9
    B10 = 4; platforms Facebook; place none
    C10 = 4
    B11 = 3; platforms Kik; place none
    C11 = 3
    B13 = 29; place Northumbria; platforms none
    C13 = 29
    """


def test_commands_named_by_points_of_the_compass_hold_the_platforms_below_them():
    found = read(
        sheet(PIVOT.format(one="Northern Area Command", two="Southern Area Command")),
        force="Northumbria",
    )
    expect(found, FIGURES)


def test_unknown_names_that_add_up_the_platforms_below_them_are_places_in_doubt():
    found = read(sheet(PIVOT.format(one="Alnwick", two="Hexham")), force="Northumbria")
    expect(found, FIGURES)
    assert found["B5"].review
    assert found["B6"].review
    assert "the group is none that the project knows" in found["B6"].review_reasons
    assert not found["B13"].review


def test_unknown_names_that_add_up_nothing_are_platforms_of_a_kind():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent, 2021/22
        Platform | Offences
        Wibble | 5
        Facebook | 7
        Snapchat | 11
        Yabber | 9
        Kik | 4
        """),
        ),
        """
        B3 = 5; platforms Wibble
        B4 = 7
        B5 = 11
        B6 = 9; platforms Yabber
        B7 = 4
        """,
    )


def test_parts_that_add_up_to_the_force_above_them_are_none_of_ours():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child recorded in each calendar year
          | 2019 | 2020
        West Mercia | 104 | 112
        of which Herefordshire | 16 | 14
        of which Telford and Wrekin | 50 | 56
        of which Worcestershire | 38 | 42
        """),
        ),
        """
        B3 = 104; place West Mercia
        C3 = 112
        B4 = 16; place none; period 2019
        C4 = 14; place none
        B5 = 50; place none
        C5 = 56
        B6 = 38; place none
        C6 = 42; period 2020
        """,
    )


def test_parts_without_a_word_before_them():
    expect(
        read(
            sheet("""
        SCWC, 2021/22
          | Crimes
        Cumbria | 60
        Barrow | 22
        Kendal | 18
        Furness and Copeland | 20
        Essex | 71
        """),
        ),
        """
        B3 = 60; place Cumbria
        B4 = 22; place none
        B5 = 18; place none
        B6 = 20; place none
        B7 = 71; place Essex
        """,
    )


def test_parts_that_are_no_names_are_left_out():
    expect(
        read(
            sheet("""
        SCWC, 2021/22
          | Crimes
        Cumbria | 60
        of which reported by parents | 22
        of which reported by a school | 38
        """),
        ),
        "B3 = 60; place Cumbria",
    )


def test_the_row_named_region_is_the_region_above_its_forces():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child by force
        Police force | 2021/22
        NORTH EAST
        Cleveland Police | 79
        Durham Constabulary | 108
        Region | 187
        WEST MIDLANDS
        Staffordshire Police | 112
        West Midlands Police | 287
        Region total | 399
        """),
        ),
        """
        B4 = 79; place Cleveland:force
        B5 = 108
        B6 = 187; place North East:region
        B8 = 112
        B9 = 287; place West Midlands:force
        B10 = 399; place West Midlands:region
        """,
    )


def test_the_row_named_force_is_the_whole_of_its_districts():
    expect(
        read(
            sheet("""
        Section 15A offences by district, Norfolk Constabulary, 2022
        District | Offences
        Breckland | 12
        Broadland | 9
        Force | 21
        """),
        ),
        """
        B3 = 12; place none
        B4 = 9; place none
        B5 = 21; place Norfolk
        """,
    )


def test_parts_of_which_one_is_hidden_are_in_grave_doubt():
    found = read(
        sheet("""
        Sexual communication with a child, 2022
          | Crimes
        Cumbria | 60
        of which Barrow | 22
        of which Kendal | *
        of which Furness | 20
        """)
    )
    expect(
        found,
        """
        B3 = 60; place Cumbria
        B4 = 22; place none
        B5 = none; place none; status suppressed
        B6 = 20; place none
        """,
    )
    assert found["B4"].review
    assert not found["B3"].review


def test_parts_that_are_more_than_the_whole_are_no_parts():
    expect(
        read(
            sheet("""
        Sexual communication with a child, 2022
          | Crimes
        Cumbria | 30
        of which Barrow | 22
        of which Kendal | *
        of which Furness | 20
        """),
        ),
        "B3 = 30; place Cumbria",
    )


def test_a_total_of_platforms_in_a_district_is_that_district_s():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Cheshire Constabulary
        Division | Platform | 2021 | 2022
        Chester | Snapchat | 4 | 5
         | Kik | 1 | 2
         | Total | 5 | 7
        Crewe | Snapchat | 6 | 1
         | Kik | 1 | 2
         | Total | 7 | 3
        Total | All | 12 | 10
        """),
        ),
        """
        C3 = 4; place none
        D3 = 5
        C4 = 1
        D4 = 2
        C5 = 5; place none; platforms none
        D5 = 7; place none
        C6 = 6
        D6 = 1
        C7 = 1
        D7 = 2
        C8 = 7; place none
        D8 = 3
        C9 = 12; place Cheshire
        D9 = 10; place Cheshire
        """,
    )


_NAMES = {
    "before": ("Belfast City", "Mid Ulster", "Derry City & Strabane", "Northern Ireland"),
    "after": ("Northern Ireland", "Belfast City", "Mid Ulster", "Derry City & Strabane"),
}
_NUMBERS = {"before": ((38, 10, 19, 67), (41, 12, 21, 74)), "after": ((67, 38, 10, 19), (74, 41, 12, 21))}


@pytest.mark.parametrize("across", [True, False])
@pytest.mark.parametrize("where", ["before", "after"])
def test_names_that_add_up_to_the_place_beside_them(where, across):
    names, (first, second) = _NAMES[where], _NUMBERS[where]
    lines = [("Sexual communication with a child recorded by the police",)]
    if across:
        lines += [("Year", *names), ("2019/20", *first), ("2020/21", *second)]
    else:
        lines += [("", "2019/20", "2020/21"), *zip(names, first, second, strict=True)]
    found = read(sheet("\n".join(" | ".join(map(str, line)) for line in lines)))
    assert len(found) == 8
    assert {(f.value, f.geography) for f in found.values() if f.geography} == {
        (67, "Northern Ireland"),
        (74, "Northern Ireland"),
    }


@pytest.mark.parametrize(
    "rows",
    [
        "Belfast City | 38\nMid Ulster | 10\nNorthern Ireland | 60",
        "Belfast | 3\nMid Ulster District | 2\nNorthern Ireland | 5",
        "Lisburn & Castlereagh | *\nNewry, Mourne and Down | 2\nNorthern Ireland | 5",
    ],
)
def test_districts_are_known_by_name_whatever_they_add_up_to(rows):
    found = read(sheet(f"Sexual communication with a child\n | 2020/21\n{rows}"))
    assert [found[cell].geography for cell in ("B3", "B4", "B5")] == [None, None, "Northern Ireland"]


def test_columns_of_districts_beside_the_force():
    found = read(
        sheet("""
        Offences of sexual communication with a child, 2021
        | Carlisle | Barrow-in-Furness | Derbyshire Dales | Whole force
        Snapchat | 3 | 2 | 1 | 9
        Kik | 1 | 2 | 1 | 7
        """),
        force="Cumbria",
    )
    assert {cell: figure.geography for cell, figure in found.items()} == {
        f"{column}{row}": "Cumbria" if column == "E" else None for column in "BCDE" for row in (3, 4)
    }


@pytest.mark.parametrize(
    "rows",
    [
        "Sandbridge City | 38\nMid Rushmere | 10\nNorthern Ireland | 60",  # no sum
        "reported by parents | 38 | 41\nreported by schools | 10 | 12\nNorthern Ireland | 48 | 53",  # no names
        "Sandbridge City | 3\nMid Rushmere | 2\nNorthern Ireland | 5",  # too little to go by
    ],
)
def test_names_before_a_place_that_may_be_anything(rows):
    found = read(sheet(f"Sexual communication with a child\n | 2019/20 | 2020/21\n{rows}"))
    assert {f.geography for f in found.values()} == {"Northern Ireland"}
