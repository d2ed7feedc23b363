"""Rows below a list of places that name no place: what they split is the whole, or the place above them."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "line", ["Of the Northern Ireland total:", "Northern Ireland, of which", "Northern Ireland only"]
)
@pytest.mark.parametrize("gap", ["", "|"])
def test_victims_of_the_whole_below_a_list_of_districts(line, gap):
    found = read(
        sheet(f"""
        Offences of sexual communication with a child by district
        Policing District | 21/22 | 22/23
        Belfast City | 41 | 38
        Mid Ulster | 8 | 11
        Northern Ireland | 49 | 49
        {gap}
        {line}
        victim was female | 31 | 37
        victim was under 13 | 8 | 4
        Snapchat | 9 | 10
        """),
        publisher="Police Service of Northern Ireland",
    )
    assert found["B3"].geography is None
    below = [cell for cell in found if cell[1:] in ("8", "9", "10")]
    assert len(below) == 6
    assert {found[cell].geography for cell in [*below, "B5"]} == {"Northern Ireland"}
    expect(
        {cell: found[cell] for cell in below},
        """
        B8 = 31; period 2021/22; sex female
        C8 = 37; period 2022/23; sex female
        B9 = 8; period 2021/22; ages 0-12
        C9 = 4; period 2022/23; ages 0-12
        B10 = 9; period 2021/22; platforms Snapchat
        C10 = 10; period 2022/23; platforms Snapchat
        """,
    )


def test_victims_right_below_the_districts_of_a_force():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2023
        District | Offences
        Ashford | 12
        Thanet | 20
        Kent | 32
        Female victims | 25
        Male victims | 6
        """)
    )
    assert {found[cell].geography for cell in ("B5", "B6", "B7")} == {"Kent"}
    assert (found["B6"].victim_sex, found["B7"].victim_sex) == ("female", "male")


def test_names_that_nobody_knows_stay_districts():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2023
        District | Offences
        Ashford | 12
        Thanet | 20
        Girling Ward | 3
        """)
    )
    assert {figure.geography for figure in found.values()} == {None}


def test_victims_of_each_of_several_districts():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2023
        District | Victims | Offences
        Ashford | Girls | 12
        Ashford | Boys | 3
        Thanet | Girls | 20
        Thanet | Boys | 5
        """)
    )
    assert {figure.geography for figure in found.values()} == {None}
