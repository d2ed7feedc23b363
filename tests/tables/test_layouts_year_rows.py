"""Years in rows of their own, over the quarters, months or other entries that belong to them."""

import datetime as dt

import pytest

from tests.tables.drawing import expect, read, sheet

PARTS = [("Qtr1", "Qtr2"), ("Q1", "Q2"), ("Quarter1", "quarter2"), ("1st quarter", "2nd quarter")]


@pytest.mark.parametrize(("first", "second"), PARTS)
def test_quarters_below_their_year(first, second):
    rows = ["2021 | 60", f"{first} | 27", f"{second} | 33", "2022 | 78", f"{first} | 36", f"{second} | 42"]
    expected = """
        B{} = 60; period 2021
        B{} = 27; period Jan-Mar 2021
        B{} = 33; period Apr-Jun 2021
        B{} = 78; period 2022
        B{} = 36; period Jan-Mar 2022
        B{} = 42; period Apr-Jun 2022
        B9 = 138
        """
    head = "Offence | Sexual communication with a child\nRow Labels | Count of Crime\n"
    entry = {"force": "Kent"}
    expect(read(sheet(head + "\n".join([*rows, "Grand Total | 138"])), **entry), expected.format(*range(3, 9)))
    below = [*rows[1:3], rows[0], *rows[4:], rows[3]]  # each year adds up the quarters above it
    expect(read(sheet(head + "\n".join([*below, "Grand Total | 138"])), **entry), expected.format(5, 3, 4, 8, 6, 7))


def test_quarters_and_their_months_below_their_year():
    rows = [
        "2021 | 30",
        "Qtr1 | 10",
        "Jan | 4",
        "Mar | 6",
        "Qtr2 | 20",
        "Apr | 20",
        "2022 | 12",
        "Qtr1 | 12",
        "Feb | 12",
    ]
    found = read(
        sheet("\n".join(["SCWC, Kent", "Row Labels | Count of Crime", *rows, "Grand Total | 42"])),
    )
    expect(
        found,
        """
        B3 = 30; period 2021
        B4 = 10; period Jan-Mar 2021
        B5 = 4; period January 2021
        B6 = 6; period March 2021
        B7 = 20; period Apr-Jun 2021
        B8 = 20; period April 2021
        B9 = 12; period 2022
        B10 = 12; period Jan-Mar 2022
        B11 = 12; period February 2022
        B12 = 42
        """,
    )


def test_months_below_their_year_of_which_some_are_hidden():
    found = read(
        sheet("""
        Sexual communication with a child, Kent
        Period | Girls | Boys
        2021/22 | 50 | *
        April | 20 | *
        March | 30 | *
        2022/23 | 10 | 2
        April | 10 | 2
        """)
    )
    expect(
        {cell: figure for cell, figure in found.items() if cell[0] == "B"},
        """
        B3 = 50; period 2021/22
        B4 = 20; period April 2021
        B5 = 30; period March 2022
        B6 = 10; period 2022/23
        B7 = 10; period April 2022
        """,
    )


@pytest.mark.parametrize("rows", ["2020/21 | 90\n2021/22 | 115\nQ1 | 27\nQ2 | 30", "2021/22 | 115\nQ1 | 27\nQ2 | 30"])
def test_quarters_that_do_not_make_up_the_year_above_them_may_be_of_the_next(rows):
    found = read(sheet("Sexual communication with a child\nPeriod | Crimes\n" + rows), force="Kent")
    assert {f.period_start for f in found.values() if f.value in (27, 30)} == {None}


@pytest.mark.parametrize(("first", "second"), [("2021", "2022"), ("'2021", "'2022"), ("2020/21", "2021/22")])
@pytest.mark.parametrize("total", ["Total", "Grand total", "All"])
def test_years_alone_over_rows_and_a_total_of_all(first, second, total):
    found = read(
        sheet(f"""
        Sexual communication with a child
        App | Crimes | Victims
        {first} | |
        Snapchat | 20 | 21
        Kik | 25 | 25
        {second} | |
        Snapchat | 21 | 21
        Kik | 30 | 31
        {total} | 96 | 98
        """),
        force="Kent",
    )
    one, two = first.strip("'"), second.strip("'")
    expect(
        {cell: figure for cell, figure in found.items() if cell[0] == "B"},
        f"""
        B4 = 20; period {one}; platforms Snapchat
        B5 = 25; period {one}; platforms Kik
        B7 = 21; period {two}; platforms Snapchat
        B8 = 30; period {two}; platforms Kik
        B9 = 96; platforms none
        """,
    )
    assert found["B9"].period_start == found["B4"].period_start
    assert found["B9"].period_end == found["B8"].period_end


def test_totals_of_each_year_and_of_the_last_one():
    rows = ["2021/22 |", "Snapchat | 20", "Kik | 25", "2022/23 |", "Snapchat | 21", "Kik | 30", "Total | 51"]
    found = read(sheet("\n".join(["Sexual communication with a child", "App | Crimes", *rows])), force="Kent")
    expect({"B9": found["B9"]}, "B9 = 51; period 2022/23; platforms none")


def test_a_year_without_a_number_among_years_heads_nothing():
    found = read(sheet("Sexual communication with a child, Kent\nYear | Crimes\n2020 | 4\n2021 |\nTotal | 4"))
    assert (found["B5"].period_start, found["B5"].period_end) == (dt.date(2020, 1, 1), dt.date(2021, 12, 31))


QUARTERS_OF_MONTHS = """
    Sexual communication with a child, Kent Police
    Qtr | Month | 2021 to 2022
    {0} | April | 10
     | May | 9
     | June | 13
    {0} {2} | | 32
    {1} | July | 9
     | August | 4
     | September | 9
    {1} {2} | | 22
    """


@pytest.mark.parametrize("total", ["sub total", "Sub-total", "total", "- total", "Subtotal"])
def test_totals_of_quarters_among_months(total):
    expect(
        read(sheet(QUARTERS_OF_MONTHS.format("Q1", "Q2", total))),
        """
        C3 = 10; period April 2021
        C4 = 9; period May 2021
        C5 = 13; period June 2021
        C6 = 32; period April 2021 to June 2021
        C7 = 9; period July 2021
        C8 = 4; period August 2021
        C9 = 9; period September 2021
        C10 = 22; period July 2021 to September 2021
        """,
    )


def test_totals_of_quarters_across():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        District | April | May | June | Q1 total
        Ashford | 3 | 4 | 5 | 12
        Dover | 2 | 2 | 1 | 5
        """)
    )
    assert (found["E3"].period_start, found["E3"].period_end) == (dt.date(2021, 4, 1), dt.date(2021, 6, 30))


def test_the_total_of_a_first_question_is_of_no_quarter():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        Question | Number
        Q1 total | 32
        Q2 female victims | 22
        """)
    )
    assert (found["B3"].period_start, found["B3"].period_end) == (dt.date(2021, 4, 1), dt.date(2022, 3, 31))
