"""Years that roll on from month to month: "R12" beside months, "Rolling 12 months" over "to Mar 2024"."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "heading", ["Rolling 12 months to end of", "R12 to", "12 months rolling to", "Rolling year ending"]
)
@pytest.mark.parametrize("previous", ["Previous R12", "R12 PY", "Previous rolling 12 months"])
def test_the_month_that_each_ends_in_stands_in_a_cell_of_dates(heading, previous):
    expect(
        read(
            sheet(f"""
        MPS recorded offences - Sexual communication with a child - Rolling 12 months
        {heading} | R12 offences | {previous} | % change
        @2024-03-01 | 612 | 540 | 13.3%
        @2024-06-01 | 633 | 561 | 12.8%
        @2024-09-01 | 629 | 588 | 7%
        """)
        ),
        """
        B3 = 612; period April 2023 to March 2024; measure offences
        C3 = 540; period April 2022 to March 2023; measure offences
        D3 = 13.3; measure offence_change; period April 2023 to March 2024; against April 2022 to March 2023
        B4 = 633; period July 2023 to June 2024
        C4 = 561; period July 2022 to June 2023
        D4 = 12.8; period July 2023 to June 2024; against July 2022 to June 2023
        B5 = 629; period October 2023 to September 2024
        C5 = 588; period October 2022 to September 2023
        D5 = 7; period October 2023 to September 2024; against October 2022 to September 2023
        """,
    )


@pytest.mark.parametrize("name", ["Rolling 12 months", "R12", "12-month rolling", "Moving annual"])
def test_years_of_two_months_under_one_name(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Metropolitan Police
        Borough | {name} |
         | to Mar 2024 | to Mar 2025
        Camden | 34 | 41
        Brent | 22 | 20
        MPS Total | 56 | 61
        """)
        ),
        """
        B4 = 34; period April 2023 to March 2024; place none
        C4 = 41; period April 2024 to March 2025; place none
        B5 = 22; period April 2023 to March 2024
        C5 = 20; period April 2024 to March 2025
        B6 = 56; period April 2023 to March 2024; place Metropolitan Police:force
        C6 = 61; period April 2024 to March 2025
        """,
    )


@pytest.mark.parametrize("name", ["Rolling 12 months", "R12M", "Rolling 12 month total"])
def test_a_column_beside_the_months_and_a_row_below_them(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Month | Offences | {name}
        Mar-24 | 31 | 402
        Apr-24 | 40 | 398
        """)
        ),
        """
        B3 = 31; period March 2024
        C3 = 402; period April 2023 to March 2024; measure offences
        B4 = 40; period April 2024
        C4 = 398; period May 2023 to April 2024
        """,
    )
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
         | Mar 2024 | Apr 2024
        Offences | 31 | 40
        {name} | 402 | 398
        """)
        ),
        """
        B3 = 31; period March 2024
        C3 = 40; period April 2024
        B4 = 402; period April 2023 to March 2024
        C4 = 398; period May 2023 to April 2024
        """,
    )


def test_of_several_years_nobody_can_tell_which_one_rolled():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, April 2020 to March 2024
        Platform | Offences | R12
        Snapchat | 31 | 12
        """)
    )
    expect(found, "B3 = 31; period April 2020 to March 2024\nC3 = 12; period none")
    assert found["C3"].confidence < found["B3"].confidence


def test_of_rows_that_are_longer_than_a_year_nobody_can_tell_which_one_rolled():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Years | Offences | R12
        April 2020 to March 2022 | 31 | 12
        April 2022 to March 2024 | 40 | 15
        """)
    )
    expect(
        found,
        """
        B3 = 31; period April 2020 to March 2022
        C3 = 12; period none
        B4 = 40; period April 2022 to March 2024
        C4 = 15; period none
        """,
    )


def test_an_average_that_rolls_is_no_count_and_a_title_leaves_months_alone():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, rolling 12 months
        Month | Offences | Rolling 12 month average
        Mar-24 | 31 | 33.5
        Apr-24 | 40 | 33.2
        """)
        ),
        """
        B3 = 31; period March 2024
        B4 = 40; period April 2024
        """,
    )
