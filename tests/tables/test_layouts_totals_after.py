"""Totals that are named after their number, among the remarks: " | 382 | total" below "2023 | 69 | provisional"."""

from tests.tables.drawing import expect, read, sheet


def test_a_total_is_named_by_the_remark_after_it():
    expect(
        read(
            sheet("""
            Sexual communication with a child, Kent Police
            2020 | 57 | lockdowns
            2021 | 61 |
            2022 | 74 crimes | highest so far
             | 192 | total
            """)
        ),
        """
        B2 = 57; period 2020
        B3 = 61; period 2021
        B4 = 74; period 2022
        B5 = 192; period 1 January 2020 to 31 December 2022
        """,
    )


def test_also_in_the_midst_of_platforms():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        Platform | Crimes | Remarks
        Snapchat | 31 | most of all
        Kik | 4 |
         | 35 | Sub-total
        None recorded | 22 | often blank
        """)
    )
    assert (found["B5"].value, found["B5"].platforms) == (35, ())


def test_a_remark_on_a_row_with_a_label_is_no_name():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        Platform | Crimes | Remarks
        Snapchat | 31 | total
        Kik | 4 | new
        """)
    )
    assert found["B3"].platforms == ("Snapchat",)


def test_other_remarks_name_nothing():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        2020 | 57 | lockdowns
        2021 | 61 |
         | 9 | of the total, not yet checked
        2022 | 74 | final
        """)
    )
    assert "B4" not in found
