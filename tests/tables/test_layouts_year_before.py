"""Layouts of analysts' tables: numbers of the same time a year before, years like ages, names of databases."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "name",
    [
        "Same 12 months a year earlier",
        "Same period last year",
        "Same month last year",
        "Equivalent period of the previous year",
        "Previous year",
        "A year earlier",
        "One year before",
    ],
)
def test_a_column_of_the_same_time_a_year_before(name):
    expect(
        read(
            sheet(f"""
        Humberside Police: sexual communication with a child
        12 months to | Recorded | {name} | % change
        Jun-22 | 96 | 80 | 20
        Sep-22 | 101 | 83 | 21.7
        """)
        ),
        """
        B3 = 96; period July 2021 to June 2022
        C3 = 80; period July 2020 to June 2021; measure offences; unit count
        D3 = 20; measure offence_change; period July 2021 to June 2022; against July 2020 to June 2021
        B4 = 101; period October 2021 to September 2022
        C4 = 83; period October 2020 to September 2021
        D4 = 21.7; period October 2021 to September 2022; against October 2020 to September 2021
        """,
    )


def test_quarters_and_a_row_and_the_year_of_a_title():
    expect(
        read(
            sheet("""
        Humberside Police: sexual communication with a child
         | Apr-Jun 2023 | Year to March 2023
        Offences | 30 | 140
        Same period last year | 20 | 130
        """)
        ),
        """
        B3 = 30; period April to June 2023
        C3 = 140; period 2022/23
        B4 = 20; period April to June 2022
        C4 = 130; period 2021/22
        """,
    )
    expect(
        read(
            sheet("""
        Humberside Police: sexual communication with a child, 2022/23
        Platform | Offences | Previous year
        Snapchat | 30 | 20
        """)
        ),
        """
        B3 = 30; period 2022/23; platforms Snapchat
        C3 = 20; period 2021/22; platforms Snapchat
        """,
    )


def test_of_several_years_nobody_can_tell_which_is_the_previous_one():
    found = read(
        sheet("""
        Humberside Police: sexual communication with a child, April 2019 to March 2023
        Platform | Offences | Previous year
        Snapchat | 30 | 20
        """)
    )
    expect(found, "B3 = 30; period April 2019 to March 2023\nC3 = 20; period none")
    assert found["C3"].confidence < found["B3"].confidence


def test_changes_on_the_year_before_and_years_that_are_named_are_not_moved():
    expect(
        read(
            sheet("""
        Humberside Police: sexual communication with a child
        Year | Offences | Change on the same period last year (%) | Difference from the same period last year
        2021/22 | 30 | 20 | 5
        2022/23 | 33 | 10 | 3
        """)
        ),
        """
        B3 = 30; period 2021/22
        C3 = 20; measure offence_change; period 2021/22
        B4 = 33; period 2022/23
        C4 = 10; measure offence_change; period 2022/23; against 2021/22
        """,
    )
    expect(
        read(
            sheet("""
        Humberside Police: sexual communication with a child
        Platform | 2022/23 | Same period last year (2021/22)
        Snapchat | 30 | 20
        """)
        ),
        """
        B3 = 30; period 2022/23
        C3 = 20; period 2021/22
        """,
    )


@pytest.mark.parametrize("total", ["3 yr total", "3 year total", "Total, 3 years", "All three years"])
def test_years_of_two_digits_beside_their_total_are_no_ages(total):
    expect(
        read(
            sheet(f"""
        Northumbria Police: sexual communication with a child
        Area Command | 19-20 | 20-21 | 21-22 | {total}
        Northern | 44 | 41 | 47 | 132
        Northumbria | 148 | 137 | 159 | 444
        """)
        ),
        """
        B3 = 44; period 2019/20; ages none; place none
        C3 = 41; period 2020/21; ages none
        D3 = 47; period 2021/22; ages none
        E3 = 132; period April 2019 to March 2022; ages none
        B4 = 148; period 2019/20; place Northumbria
        C4 = 137
        D4 = 159
        E4 = 444; period April 2019 to March 2022
        """,
    )


def test_bands_beside_others_that_can_be_no_years_stay_ages():
    expect(
        read(
            sheet("""
        Northumbria Police: sexual communication with a child, 2021/22
        Area Command | 0-9 | 10-11 | 12-13 | 14-15 | Total
        Northern | 4 | 1 | 7 | 2 | 14
        """)
        ),
        """
        B3 = 4; ages 0-9; period 2021/22
        C3 = 1; ages 10-11
        D3 = 7; ages 12-13
        E3 = 2; ages 14-15
        F3 = 14; ages none
        """,
    )


def test_columns_by_the_names_of_a_database():
    expect(
        read(
            sheet("""
        REC_NO | FORCE_CD | FIN_YR | OFFENCE_DESC | VIC_SEX | VIC_AGE_GRP | CRIME_CNT | DETECTED_CNT
        1 | NBP | 20-21 | SEXUAL COMMUNICATION WITH A CHILD | F | 00-10 | 12 | 3
        2 | NBP | 20-21 | SEXUAL COMMUNICATION WITH A CHILD | F | 11-13 | 54 | 2
        3 | NBP | 20-21 | SEXUAL COMMUNICATION WITH A CHILD | M | 14-15 | 9 | 0
        4 | NBP | 21-22 | SEXUAL COMMUNICATION WITH A CHILD | F | 00-10 | 13 | 1
        5 | NBP | 21-22 | SEXUAL COMMUNICATION WITH A CHILD | U | UNK | 7 | 1
        """),
            force="Northumbria",
        ),
        """
        G2 = 12; period 2020/21; ages 0-10; sex female; place Northumbria
        G3 = 54; period 2020/21; ages 11-13; sex female
        G4 = 9; period 2020/21; ages 14-15; sex male
        G5 = 13; period 2021/22; ages 0-10; sex female
        """,
    )


def test_a_count_of_detections_stays_out_under_its_short_name():
    found = read(
        sheet("""
        Northumbria Police: sexual communication with a child
        FIN_YR | DET_GRP | DETECTED_CNT | CRIME_CNT
        2020/21 | A | 3 | 12
        2021/22 | A | 4 | 15
        """)
    )
    assert {cell[0] for cell in found} == {"D"}
