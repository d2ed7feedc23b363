"""Numbers of earlier answers beside those of now, running totals that say their beginning, changes of too few."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "name",
    [
        "as given in FOI 1122/21",
        "Previously disclosed under our reference 0412-22",
        "Given in your earlier request no. 88/21",
        "as first given in February",
    ],
)
def test_a_column_of_an_earlier_answer_counts_the_same(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
         | Number of crimes |
        Financial year | {name} | now
        2017-18 | 138 | 139
        2018-19 | 196 | 199
        """)
        ),
        """
        B4 = 138; period 2017/18; measure offences
        C4 = 139; period 2017/18
        B5 = 196; period 2018/19
        C5 = 199; period 2018/19
        """,
    )


def test_the_month_in_which_a_number_was_given_is_not_the_time_of_a_total():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        Month | North Kent | South Kent | Force | Force, as given in February
        @2023-01-01 | 4 | 13 | 17 | 16
        @2023-02-01 | 1 | 8 | 9 | 8
        2023 | 5 | 21 | 26 | 24
        """)
        ),
        """
        B3 = 4; period January 2023; place none
        C3 = 13; place none
        D3 = 17; place Kent
        E3 = 16; period January 2023; place Kent
        B4 = 1; place none
        C4 = 8; place none
        D4 = 9; place Kent
        E4 = 8; period February 2023; place Kent
        B5 = 5; place none
        C5 = 21; place none
        D5 = 26; period 2023; place Kent
        E5 = 24; period 2023; place Kent
        """,
    )


def test_a_month_with_nothing_given_in_it_is_the_time_counted():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        Year | Recorded in February | Recorded
        2022 | 4 | 40
        2023 | 6 | 50
        """)
        ),
        """
        B3 = 4; period February 2022
        C3 = 40; period 2022
        B4 = 6; period February 2023
        C4 = 50; period 2023
        """,
    )


def test_names_that_no_answer_was_given_in_are_still_not_understood():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Year | Offences | Merged with case 12
        2021/22 | 40 | 4
        2022/23 | 50 | 6
        """)
    )
    assert set(found) == {"B3", "B4"}


@pytest.mark.parametrize("name", ["Cumulative from 1 April 2022", "Running total since April 2022"])
def test_a_running_total_that_says_where_it_begins(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Month | Crimes in month | {name}
        Apr-22 | 7 | 7
        May-22 | 6 | 13
        Jun-22 | 12 | 25
        Jul-22 | 6 | 31
        """)
        ),
        """
        B3 = 7; period April 2022
        C3 = 7; period April 2022
        B4 = 6; period May 2022
        C4 = 13; period April to May 2022
        B5 = 12; period June 2022
        C5 = 25; period April to June 2022
        B6 = 6; period July 2022
        C6 = 31; period April to July 2022
        """,
    )


def test_numbers_since_a_day_that_add_up_nothing_are_of_their_row():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Month | Crimes in month | Recorded since the new system of April 2022
        Apr-22 | 7 | 5
        May-22 | 6 | 2
        Jun-22 | 12 | 9
        """)
    )
    expect({cell: found[cell] for cell in ("C3", "C4")}, "C3 = 5; period April 2022\nC4 = 2; period May 2022")


@pytest.mark.parametrize("name", ["Same month of year before", "Same period in year before", "Year before"])
def test_the_year_before_without_an_article(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Month | Crimes | {name}
        Apr-22 | 7 | 8
        May-22 | 6 | 3
        2022/23 | 128 | 97
        """)
        ),
        """
        B3 = 7; period April 2022
        C3 = 8; period April 2021
        B4 = 6; period May 2022
        C4 = 3; period May 2021
        B5 = 128; period 2022/23
        C5 = 97; period 2021/22
        """,
    )


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("n/c", "n/c = not calculated (fewer than 5 in the year before)"),
        ("..", "'..' Percentage changes are not shown where the number compared with is fewer than 10."),
        ("*", "* Changes are not given where either number is under 10"),
        ("[x]", "[x] means not meaningful, as there were fewer than 10"),
    ],
)
def test_a_change_of_few_is_not_worked_out_and_hides_nothing(mark, note):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police
        Platform | 2021/22 | 2022/23 | % change
        Snapchat | 30 | 36 | 20
        Kik | 3 | 6 | {mark}
        Instagram | 20 | 30 | 50
        {note}
        """)
    )
    assert {cell: found[cell].status for cell in ("D3", "D4", "C4")} == {
        "D3": "reported",
        "D4": "not_available",
        "C4": "reported",
    }


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("*", "* Percentages are not shown where they could identify a victim"),
        ("#", '"#" marks numbers that are hidden so that others cannot be worked out'),
        ("..", "'..' fewer than 10"),
    ],
)
def test_what_would_disclose_a_small_number_is_suppressed(mark, note):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police
        Platform | 2022/23 | % of offences
        Snapchat | 36 | 50
        Kik | 6 | {mark}
        Instagram | 30 | 41.7
        {note}
        """)
    )
    assert found["C4"].status == "suppressed"
