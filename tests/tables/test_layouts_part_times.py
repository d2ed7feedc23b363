"""Times of which one row or column holds but a part: its own footnote says so, or an earlier answer ended before."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    ("note", "of_gwent"),
    [
        (
            "(1) Gwent changed its system in September 2019: its number for the year to March 2020 is for October 2019 "
            "to March 2020 only.",
            "October 2019 to March 2020",
        ),
        ("(1) 2019/20 covers April to September only.", "April to September 2019"),
        ("(1) The year ending March 2020 runs from 1 July 2019.", "July 2019 to March 2020"),
    ],
)
def test_a_force_s_footnote_cuts_the_year_of_that_force(note, of_gwent):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child
         | Year to 31 March |
        Force | 2020 | 2021
        Dyfed Powys | 61 | 66
        Gwent (1) | 29 | 88
        {note}
        """)
        ),
        f"""
        B4 = 61; period 2019/20; place Dyfed-Powys
        C4 = 66; period 2020/21
        B5 = 29; period {of_gwent}; place Gwent
        C5 = 88; period 2020/21
        """,
    )


def test_such_a_footnote_across_the_columns():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Year | Dyfed Powys | Gwent*
        2021/22 | 61 | 29
        2022/23 | 66 | 88
        * 2022/23 is 1 April to 31 December 2022
        """)
        ),
        """
        B3 = 61; period 2021/22
        C3 = 29; period 2021/22
        B4 = 66; period 2022/23
        C4 = 88; period April to December 2022
        """,
    )


@pytest.mark.parametrize(
    "note",
    [
        "(1) In 2019/20 there was a change of system in June 2019.",
        "(1) Numbers for 2019/20 are provisional.",
        "(1) Gwent's number for 2018/19 is for October 2018 to March 2019 only.",
        "(1) 2019/20 is April 2019 to March 2020.",
    ],
)
def test_footnotes_that_cut_no_year_of_the_table(note):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | 2019/20 | 2020/21
        Dyfed Powys | 61 | 66
        Gwent (1) | 29 | 88
        {note}
        """)
    )
    expect(
        found,
        """
        B3 = 61; period 2019/20
        C3 = 66; period 2020/21
        B4 = 29; period 2019/20
        C4 = 88; period 2020/21
        """,
    )


def test_a_note_on_a_year_of_no_one_s_own_cuts_it_for_all():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Force | 2021/22 | 2022/23
        Dyfed Powys | 61 | 66
        Gwent (1) | 29 | 88
        (1) includes attempts
        2022/23 is to 31 December only
        """)
        ),
        """
        B3 = 61; period 2021/22
        C3 = 66; period April to December 2022
        B4 = 29; period 2021/22
        C4 = 88; period April to December 2022
        """,
    )


@pytest.mark.parametrize(
    ("mark", "note", "total"),
    [
        ("-", "- not part of that answer", "Total"),
        ("n/a", "The last year was not asked for then.", "Total"),
        ("not held", "", "Total of the years given"),
    ],
)
def test_the_total_of_an_earlier_answer_ends_with_it(mark, note, total):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Financial year | as given in FOI 1122/21 | as given now
        2018-19 | 100 | 101
        2019-20 | 110 | 112
        2020-21 | {mark} | 120
        {total} | 210 | 333
        {note}
        """)
        ),
        """
        B3 = 100; period 2018/19
        C3 = 101; period 2018/19
        B4 = 110
        C4 = 112
        B5 = none; status not_available; period 2020/21
        C5 = 120
        B6 = 210; period April 2018 to March 2020
        C6 = 333; period April 2018 to March 2021
        """,
    )


def test_a_total_across_of_the_years_that_a_force_gave():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | 2017/18 | 2018/19 | 2019/20 | Total of the years given
        Cheshire | 51 | 49 | 74 | 174
        Cumbria | not held | 41 | 52 | 93
        """)
    )
    expect(
        {cell: found[cell] for cell in ("E3", "E4")},
        "E3 = 174; period April 2017 to March 2020\nE4 = 93; period April 2018 to March 2020",
    )


@pytest.mark.parametrize(
    ("mark", "total"), [("not held", "Total (3 years)"), ("-", "Total of the years given"), ("", "Total given")]
)
def test_totals_of_all_years_and_years_without_offences(mark, total):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | 2017/18 | 2018/19 | 2019/20 | {total}
        Cheshire | 51 | 49 | 74 | 174
        Cumbria | {mark} | 41 | 52 | 93
        """)
    )
    expect({"E4": found["E4"]}, "E4 = 93; period April 2017 to March 2020")


def test_a_total_that_is_more_than_the_years_given_covers_all():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Financial year | as given in FOI 1122/21
        2018-19 | 100
        2019-20 | 110
        2020-21 | n/a
        Total | 310
        """)
    )
    expect({"B6": found["B6"]}, "B6 = 310; period April 2018 to March 2021")
