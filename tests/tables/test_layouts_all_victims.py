"""Totals called "All victims": of offences split by their victims, or of victims that are counted for themselves."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("total", ["All victims", "Any victim", "Victims - all", "Total (all victims)"])
@pytest.mark.parametrize(
    "title",
    ["no. of crimes of sexual communication with a child", "Offences of sexual communication with a child by victim"],
)
def test_it_counts_the_offences_that_the_title_counts(title, total):
    expect(
        read(
            sheet(f"""
            {title}, Kent Police, 2022/23
            Platform | Female | Male | {total}
            Snapchat | 12 | 3 | 15
            Kik | 5 | 4 | 9
            """)
        ),
        """
        B3 = 12; measure offences; sex female
        C3 = 3; measure offences; sex male
        D3 = 15; measure offences; sex none
        B4 = 5; measure offences; sex female
        C4 = 4; measure offences; sex male
        D4 = 9; measure offences; sex none
        """,
    )


def test_as_a_row_below_ages():
    expect(
        read(
            sheet("""
            Sexual communication with a child offences recorded, Kent Police
            Age of victim | 2021/22 | 2022/23
            Under 12 | 12 | 3
            12 to 15 | 5 | 4
            All victims | 17 | 7
            """)
        ),
        """
        B3 = 12; measure offences; ages 0-11
        C3 = 3; measure offences; ages 0-11
        B4 = 5; measure offences; ages 12-15
        C4 = 4; measure offences; ages 12-15
        B5 = 17; measure offences; ages none-none
        C5 = 7; measure offences; ages none-none
        """,
    )


@pytest.mark.parametrize(
    ("title", "total"),
    [
        ("Victims of sexual communication with a child", "All victims"),
        ("Offences of sexual communication with a child, and victims", "All victims"),
        ("Sexual communication with a child offences", "Total victims"),
    ],
)
def test_victims_that_are_counted_for_themselves_stay_victims(title, total):
    expect(
        read(
            sheet(f"""
            {title}, Kent Police, 2022/23
            Platform | Female | Male | {total}
            Snapchat | 12 | 3 | 15
            Kik | 5 | 4 | 9
            """)
        ),
        """
        B3 = 12; measure victims; sex female
        C3 = 3; measure victims; sex male
        D3 = 15; measure victims; sex none
        B4 = 5; measure victims; sex female
        C4 = 4; measure victims; sex male
        D4 = 9; measure victims; sex none
        """,
    )


def test_beside_offences_all_victims_are_victims():
    expect(
        read(
            sheet("""
            Sexual communication with a child offences, Kent Police, 2022/23
            Platform | Offences | Female | Male | All victims
            Snapchat | 14 | 12 | 3 | 15
            Kik | 8 | 5 | 4 | 9
            """)
        ),
        """
        B3 = 14; measure offences
        C3 = 12; measure victims; sex female
        D3 = 3; measure victims; sex male
        E3 = 15; measure victims; sex none
        B4 = 8; measure offences
        C4 = 5; measure victims; sex female
        D4 = 4; measure victims; sex male
        E4 = 9; measure victims; sex none
        """,
    )
