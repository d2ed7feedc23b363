"""Numbers in cells that reach over several columns: one total of a year below its columns "F", "M" and "U"."""

from tests.tables.drawing import expect, read, sheet

BY_SEX = """
    Sexual communication with a child, Kent Police
    | 2021/22 | | 2022/23 |
    AGE | F | M | F | M
    0-9 | 6 | 2 | 8 | 1
    10-15 | 21 | 6 | 25 | 7
    ALL AGES | 27 | 8 | 33 | 8
    YEAR | 35 | | 41 |
    """
HEADERS = ((1, 1, 1, 2), (1, 3, 1, 4))


def test_a_total_below_both_sexes_is_of_neither():
    found = read(sheet(BY_SEX, merged=(*HEADERS, (6, 1, 6, 2), (6, 3, 6, 4))))
    expect(
        {cell: found[cell] for cell in ("B6", "C6", "B7", "D7")},
        """
        B6 = 27; period 2021/22; sex female
        C6 = 8; period 2021/22; sex male
        B7 = 35; period 2021/22; sex none
        D7 = 41; period 2022/23; sex none
        """,
    )


def test_a_total_below_several_years_is_of_all_of_them():
    expect(
        read(
            sheet(
                """
                Sexual communication with a child, Kent Police
                 | 2021/22 | 2022/23
                Snapchat | 14 | 20
                Kik | 6 | 9
                Both | 20 | 29
                Both years | 49 |
                """,
                merged=((5, 1, 5, 2),),
            )
        ),
        """
        B3 = 14; period 2021/22; platforms Snapchat
        C3 = 20; period 2022/23; platforms Snapchat
        B4 = 6; period 2021/22; platforms Kik
        C4 = 9; period 2022/23; platforms Kik
        B5 = 20; period 2021/22; platforms none
        C5 = 29; period 2022/23; platforms none
        B6 = 49; period 1 April 2021 to 31 March 2023; platforms none
        """,
    )


def test_a_number_in_a_cell_of_its_own_is_of_its_column():
    found = read(sheet(BY_SEX.replace("YEAR | 35 | | 41 |", "16 and over | 3 | | 4 |"), merged=HEADERS))
    assert (found["B7"].victim_sex, found["D7"].victim_sex) == ("female", "female")


def test_a_label_over_several_columns_changes_no_number():
    found = read(sheet(BY_SEX.replace("YEAR | 35 | | 41 |", "15 | 2 | 1 | 3 | 2"), merged=(*HEADERS, (0, 0, 0, 4))))
    assert (found["B7"].victim_sex, found["C7"].victim_sex) == ("female", "male")


def test_a_remark_over_several_years_is_no_total_of_them():
    found = read(
        sheet(
            "Sexual communication with a child\nForce | 2021/22 | 2022/23\nKent | 14 | 20\nEssex | not held |",
            merged=((3, 1, 3, 2),),
        )
    )
    assert (str(found["B4"].period_start), str(found["B4"].period_end)) == ("2021-04-01", "2022-03-31")
