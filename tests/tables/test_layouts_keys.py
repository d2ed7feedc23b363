"""Keys below tables: blocks of marks with what they mean, which are no tables themselves."""

import pytest

from tests.tables.drawing import expect, read, sheet

TABLE = """
Sexual communication with a child offences recorded, Kent Police
District | 2021/22 | 2022/23
Swale | 12 | *
Medway | - | 14

Key
"""
FIGURES = """
B3 = 12; period 2021/22; place none
C3 = none; period 2022/23; place none; status suppressed
B4 = 0; period 2021/22; place none
C4 = 14; period 2022/23; place none
"""


@pytest.mark.parametrize(
    "key",
    [
        "* | Figure below 4, or withheld to prevent a figure below 4 being worked out\n- | No offences recorded",
        "- | Nil\n* | Fewer than five recorded\n[r] | Revised since the last answer",
        "Figure below 4 | *\nNo offences recorded | -",
        "* | | Number below 5\n- | | None recorded",
    ],
)
def test_a_key_of_two_columns_holds_no_figures(key):
    expect(read(sheet(TABLE + key)), FIGURES)


def test_a_key_that_explains_values_as_the_table_shows_them():
    expect(
        read(
            sheet("""
            Sexual communication with a child offences recorded, Kent Police
            District | 2021/22 | 2022/23
            Swale | 12 | <5
            Medway | 0 | 14

            <5 | Fewer than five, exact figure withheld
            0 | No offences recorded
            """)
        ),
        """
        B3 = 12; period 2021/22
        C3 = 5; period 2022/23; status suppressed; bound <
        B4 = 0; period 2021/22
        C4 = 14; period 2022/23
        """,
    )


def test_marks_before_the_names_of_a_list_are_numbers_that_are_hidden():
    expect(
        read(
            sheet("""
            Sexual communication with a child offences recorded in 2022, Kent Police
            * | Girls under 13
            <5 | Boys under 13
            """)
        ),
        """
        A2 = none; ages 0-12; sex female; status suppressed
        A3 = 5; ages 0-12; sex male; status suppressed; bound <
        """,
    )


def test_one_number_among_marks_makes_them_an_answer():
    expect(
        read(
            sheet("""
            Sexual communication with a child offences recorded in 2022, Kent Police
            18 | Offences recorded
            * | Offences with a victim under 10
            """)
        ),
        """
        A2 = 18; period 2022
        A3 = none; ages 0-9; period 2022; status suppressed
        """,
    )
