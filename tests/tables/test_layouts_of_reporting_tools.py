"""Exports of reporting tools: "Month No" beside "Month", the same month of the previous year as "PY"."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("heading", ["Month No", "Month Number", "Fin Month No.", "Month_Order", "Sort", "Month Index"])
def test_numbers_that_put_months_in_order_count_nothing(heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Financial Year | Month | {heading} | Recorded Crime
        2022/23 | April | 1 | 31
        2022/23 | May | 2 | 40
        2022/23 | June | 3 | 14
        2022/23 | Total | | 85
        2023/24 | April | 1 | 26
        2023/24 | May | 2 | 28
        2023/24 | June | 3 | 37
        """)
        ),
        """
        D3 = 31; period April 2022
        D4 = 40; period May 2022
        D5 = 14; period June 2022
        D6 = 85
        D7 = 26; period April 2023
        D8 = 28; period May 2023
        D9 = 37; period June 2023
        """,
    )


def test_numbers_that_put_ages_in_order_before_them():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, 2022/23
        Sort Order | Age band | Offences
        1 | Under 10 | 4
        2 | 10 to 12 | 9
        3 | 13 to 15 | 31
        """)
        ),
        """
        C3 = 4; ages 0-9
        C4 = 9; ages 10-12
        C5 = 31; ages 13-15
        """,
    )


def test_an_order_that_is_none_stays_a_count():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, 2022/23
        Month | Month No
        April | 9
        May | 9
        June | 4
        """)
        ),
        """
        B3 = 9; period April 2022
        B4 = 9; period May 2022
        B5 = 4; period June 2022
        """,
    )


def test_a_number_for_each_name_counts_under_another_heading():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, 2022/23
        Platform | Number
        Snapchat | 4
        Kik | 2
        Discord | 3
        """)
        ),
        """
        B3 = 4; platforms Snapchat
        B4 = 2; platforms Kik
        B5 = 3; platforms Discord
        """,
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Recorded Crime (same month, PY)",
        "Recorded Crime (PY)",
        "PY Offences",
        "Count LY",
        "Offences (prev yr)",
        "SPLY",
        "Same period PY",
        "Previous Year Count",
    ],
)
def test_the_previous_year_cut_short(heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Financial Year | Month | Recorded Crime | {heading}
        2022/23 | April | 31 | 14
        2022/23 | May | 40 | 32
        2023/24 | April | 26 | 31
        """)
        ),
        """
        C3 = 31; period April 2022
        D3 = 14; period April 2021; measure offences
        C4 = 40; period May 2022
        D4 = 32; period May 2021
        C5 = 26; period April 2023
        D5 = 31; period April 2022
        """,
    )


@pytest.mark.parametrize("heading", ["% change on PY", "Change vs LY %", "Var %", "Variance % (PY)"])
def test_a_change_on_the_previous_year_is_not_moved(heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Year | Offences | PY | {heading}
        2022/23 | 120 | 100 | 20%
        2023/24 | 150 | 120 | 25%
        """)
        ),
        """
        B3 = 120; period 2022/23
        C3 = 100; period 2021/22
        D3 = 20; measure offence_change; period 2022/23; against 2021/22
        B4 = 150; period 2023/24
        C4 = 120; period 2022/23
        D4 = 25; measure offence_change; period 2023/24; against 2022/23
        """,
    )


def test_changes_along_a_row_are_of_one_sort():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        12 months to | Mar-23 | Mar-24
        Offences | 31 | 44
        PY | 30 | 31
        % change | 3.3 | 41.9
        """)
        ),
        """
        B3 = 31; period 2022/23
        C3 = 44; period 2023/24
        B4 = 30; period 2021/22
        C4 = 31; period 2022/23
        B5 = 3.3; period 2022/23; against 2021/22; measure offence_change
        C5 = 41.9; period 2023/24; against 2022/23; measure offence_change
        """,
    )


def test_changes_along_a_row_that_are_fractions_of_one():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        12 months to | Mar-23 | Mar-24
        Offences | 31 | 44
        PY | 30 | 31
        % change | 0.033 | 0.419
        """)
    )
    assert (round(found["B5"].value, 1), round(found["C5"].value, 1)) == (3.3, 41.9)
