"""Parts of a force that are named by a letter or a few, among which some mean something else elsewhere."""

import pytest

from tests.tables.drawing import expect, read, sheet


def test_a_letter_that_names_a_sex_elsewhere_names_a_division_among_letters():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, 2023/24
        Division | Crimes
        A | 13
        B | 14
        F | 15
        M | 16
        N | 17
        Total | 75
        """),
        ),
        """
        B3 = 13; place none
        B4 = 14; place none
        B5 = 15; place none; sex none
        B6 = 16; place none; sex none
        B7 = 17; place none
        B8 = 75; place Kent
        """,
    )


def test_letters_of_divisions_across_the_columns():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
         | Division | | | | |
        Year | A | B | F | M | Total
        2022/23 | 3 | 4 | 5 | 6 | 18
        2023/24 | 2 | 5 | 7 | 8 | 22
        """),
        ),
        """
        B4 = 3; place none
        C4 = 4; place none
        D4 = 5; place none; sex none
        E4 = 6; place none; sex none
        F4 = 18; place Kent
        B5 = 2; place none
        C5 = 5; place none
        D5 = 7; place none; sex none
        E5 = 8; place none; sex none
        F5 = 22; place Kent
        """,
    )


@pytest.mark.parametrize("code", ["NA", "NK"])
def test_what_stands_in_the_order_of_codes_is_one_of_them(code):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Metropolitan Police
        BCU | Borough | 2022/23
        EA | Havering | 12
         | Redbridge | 38
        {code} | Enfield | 23
         | Haringey | 29
        SE | Bexley | 23
        WA | Ealing | 21
        Total | | 146
        """),
        ),
        """
        C3 = 12; place none
        C4 = 38; place none
        C5 = 23; place none
        C6 = 29; place none
        C7 = 23; place none
        C8 = 21; place none
        C9 = 146; place Metropolitan Police
        """,
    )


@pytest.mark.parametrize("unknown", ["NK", "NA", "Not known"])
def test_the_last_entry_says_that_the_part_is_not_known(unknown):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police, 2023/24
        Area | Crimes
        NE | 13
        NW | 14
        SE | 15
        {unknown} | 2
        Total | 44
        """),
        ),
        """
        B3 = 13; place none
        B4 = 14; place none
        B5 = 15; place none
        B7 = 44; place Kent
        """,
    )


def test_letters_of_sexes_beside_another_list_stay_sexes():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, 2023/24
        Division | Victim | Crimes
        A | F | 13
        A | M | 4
        B | F | 15
        B | M | 6
        C | F | 9
        C | M | 1
        """),
        ),
        """
        C3 = 13; place none; sex female
        C4 = 4; place none; sex male
        C5 = 15; place none; sex female
        C6 = 6; place none; sex male
        C7 = 9; place none; sex female
        C8 = 1; place none; sex male
        """,
    )


def test_sexes_in_a_list_of_named_places_stay_sexes():
    expect(
        read(
            sheet("""
        Sexual communication with a child, 2023/24
        Force | Crimes
        Kent | 13
        Essex | 14
        F | 22
        M | 5
        """),
        ),
        """
        B3 = 13; place Kent
        B4 = 14; place Essex
        B5 = 22; sex female
        B6 = 5; sex male
        """,
    )
