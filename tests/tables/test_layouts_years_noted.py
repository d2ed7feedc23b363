"""Bare years that only a note explains: "Years are financial years: 2018 means 1 April 2018 to 31 March 2019"."""

import datetime as dt

import pytest

from figuretrail.tables.figures.yearnotes import meanings_of
from tests.tables.drawing import expect, read, sheet


def test_years_defined_by_one_of_them_and_a_part_year():
    found = read(
        sheet("""
        SCWC offences, Gwent
        Year | Offences | Girls
        2019 | 38 | 29
        2020 | 52 | 40
        2021† | 23 | 19
        Notes
        1. Years are financial years: 2019 means 1 April 2019 to 31 March 2020, and so on.
        2. † 1 April to 30 September 2021 only.
        """)
    )
    expect(
        found,
        """
        B3 = 38; period 2019/20
        C3 = 29; period 2019/20; sex female
        B4 = 52; period 2020/21
        C4 = 40; period 2020/21; sex female
        B5 = 23; period Apr-Sep 2021
        C5 = 19; period Apr-Sep 2021; sex female
        """,
    )


def test_years_across_that_run_from_april():
    found = read(
        sheet("""
        SCWC offences, Gwent
        Platform | 2021 | 2022
        Snapchat | 10 | 12
        All | 20 | 30
        Years run from 1 April to 31 March. 2022 is to 30 September only.
        """)
    )
    expect(
        found,
        """
        B3 = 10; period 2021/22; platforms Snapchat
        C3 = 12; period Apr-Sep 2022; platforms Snapchat
        B4 = 20; period 2021/22; platforms none
        C4 = 30; period Apr-Sep 2022
        """,
    )


def test_years_named_by_their_end():
    found = read(
        sheet("""
        SCWC offences, Gwent
        Year | Offences
        2021 | 20
        2022 | 30
        Total | 50
        * 2021 = 1 April 2020 to 31 March 2021; 2022 = 1 April 2021 to 31 March 2022
        """)
    )
    expect(found, "B3 = 20; period 2020/21\nB4 = 30; period 2021/22\nB5 = 50; period April 2020 to March 2022")


def test_a_note_on_a_sheet_of_its_own():
    found = read(
        sheet(
            """
            SCWC offences, Gwent
            Year | Offences
            2021 | 20
            2022 | 30
            """,
            name="Data",
        ),
        sheet("All figures are given by financial year (April to March).", name="Notes"),
    )
    expect(found, "Data!B3 = 20; period 2021/22\nData!B4 = 30; period 2022/23")


@pytest.mark.parametrize(
    ("note", "late"),
    [
        ("Years are financial years.", 3),
        ("Years shown are financial years, so 2019 is April 2019 to March 2020", 3),
        ("Each year is the financial year (April to March)", 3),
        ("Financial years, 1 April to 31 March.", 3),
        ("Note: financial years", 3),
        ("The year starts on 1 April and ends on 31 March", 3),
        ("Years refer to the 12 months from 1 April.", 3),
        ("Year = 1 April - 31 March", 3),
        ("The years in the table are police years (1 April to 31 March)", 3),
        ("2018 refers to 2018/19, and so on", 3),
        ("Data are for financial years and were extracted on 3 May 2023.", 3),
        ("Years are 12 months to March", -9),
        ("Years end on 31 March of the year shown", -9),
        ("FY 2019 is the year ended 31 March 2019", -9),
        ("Years run 1 September to 31 August", 8),
    ],
)
def test_what_notes_say_of_all_years(note, late):
    assert {meaning.months_late for meaning in meanings_of(note)} == {late}
    assert any(meaning.year is None for meaning in meanings_of(note))


@pytest.mark.parametrize(
    "note",
    [
        "Years are calendar years",
        "Years run from 1 January to 31 December",
        "You asked for financial years; years are calendar years",
        "You asked for figures by financial year.",
        "Figures for the current financial year are provisional",
        "Data before 2020 is by financial year",
        "2017 runs from 3 April 2017 to 31 December 2017",
        "2023 is 1 January to 30 June 2023",
        "Offences recorded, by month and financial year",
        "Financial year",
        "The youngest victim was 8 years old",
    ],
)
def test_what_says_nothing_of_all_years(note):
    assert meanings_of(note) == ()


def test_years_that_are_said_to_be_calendar_years_stay_so():
    found = read(
        sheet("""
        SCWC offences, Gwent
        Calendar year | Offences
        2021 | 20
        2022 | 30
        Financial year | Offences
        2021/22 | 25
        Financial years, 1 April to 31 March
        """)
    )
    expect(found, "B3 = 20; period 2021\nB4 = 30; period 2022\nB6 = 25; period 2021/22")


def test_one_year_that_is_cut_says_nothing_of_the_others():
    found = read(
        sheet("""
        SCWC offences, Gwent
        Year | Offences
        2017 | 20
        2018 | 30
        2017 runs from 3 April 2017 to 31 December 2017
        """)
    )
    expect(found, "B3 = 20; period 3 April 2017 to 31 December 2017\nB4 = 30; period 2018")


@pytest.mark.parametrize(
    ("second", "note", "of_first"),
    [
        ("2021/22 | 2022/23", "Financial years run from 1 April to 31 March.", ("2021", "2022")),
        ("2021 | 2022", "Years run from 1 April to 31 March.", ("2021/22", "2022/23")),
    ],
)
def test_a_note_below_two_tables_speaks_of_bare_years_unless_one_names_the_years_it_means(second, note, of_first):
    found = read(
        sheet(f"""
        SCWC offences, Gwent
        Year | Offences
        2021 | 20
        2022 | 30

        SCWC offences by sex of victim
        Sex | {second}
        Girls | 15 | 22
        Boys | 4 | 7
        {note}
        """)
    )
    expect(
        found,
        f"""
        B3 = 20; period {of_first[0]}
        B4 = 30; period {of_first[1]}
        B8 = 15; period 2021/22; sex female
        C8 = 22; period 2022/23; sex female
        B9 = 4; period 2021/22; sex male
        C9 = 7; period 2022/23; sex male
        """,
    )


def test_a_bare_year_beside_financial_years():
    found = read(
        sheet("""
        SCWC offences, Gwent
        Year | Offences
        2020/21 | 20
        2021/22 | 30
        2023 | 30
        Financial years, 1 April to 31 March
        """)
    )
    expect(found, "B3 = 20; period 2020/21\nB4 = 30; period 2021/22\nB5 = 30; period 2023")


@pytest.mark.parametrize(
    ("one", "two", "of_one", "of_two"),
    [
        ("Calendar year", "Financial year", "2021", "2021/22"),
        ("Financial years", "Calendar years", "2021/22", "2021"),
        ("Calendar", "Year ending March", "2021", "2020/21"),
        ("Financial", "Calendar", "2021/22", "2021"),
        ("By calendar year", "FY", "2021", "2021/22"),
    ],
)
@pytest.mark.parametrize("gap", ["", " |"])
def test_years_of_two_kinds_side_by_side(one, two, of_one, of_two, gap):
    second = f"{'E' if gap else 'D'}"
    last = f"{'F' if gap else 'E'}"
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent
         | {one} |  |{gap} {two} |
        Measure | 2021 | 2022 |{gap} 2021 | 2022
        Crimes recorded | 30 | 40 |{gap} 32 | 43
        of which female victim | 20 | 30 |{gap} 22 | 33
        """)
    )
    expect(
        {cell: figure for cell, figure in found.items() if cell in ("B4", "B5", f"{second}4", f"{last}5")},
        f"""
        B4 = 30; period {of_one}
        B5 = 20; period {of_one}; sex female
        {second}4 = 32; period {of_two}
        {last}5 = 33; sex female
        """,
    )


def test_years_of_two_kinds_below_each_other():
    found = read(
        sheet("""
        Sexual communication with a child, Kent
        Year type | Year | Offences
        Calendar | 2021 | 32
        Calendar | 2022 | 43
        Financial | 2021 | 35
        | 2022 | 45
        """)
    )
    expect(
        found,
        """
        C3 = 32; period 2021
        C4 = 43; period 2022
        C5 = 35; period 2021/22
        C6 = 45; period 2022/23
        """,
    )


@pytest.mark.parametrize(
    ("column", "note"),
    [
        ("FYTD 23/24", "Platforms named, FY 22/23 and FYTD 23/24 (Apr - Oct 23)"),
        ("FY 23/24", "FY23/24 is to 31 October 2023 only"),
        ("2023/24", "2023/24 (Apr to Oct 23) is not a whole year"),
    ],
)
def test_a_year_in_short_is_cut_by_the_title_that_names_it(column, note):
    found = read(
        sheet(f"""
        {note}
        Sexual communication with a child, Kent Police
        Platform | FY 22/23 | {column}
        Snapchat | 179 | 69
        """)
    )
    expect(found, "B4 = 179; period 2022/23\nC4 = 69; period April 2023 to October 2023")


def test_months_that_explain_a_whole_year_cut_none():
    """ "Apr 20" is a month of that year and no day; nor is "FY2021" the year that begins in 2021."""
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Financial years FY2021 (Apr 20-Mar 21) to FY2122
        Platform | FY2021 | FY2122
        Snapchat | 179 | 169
        """)
    )
    expect(found, "B4 = 179; period 2020/21\nC4 = 169; period 2021/22")


def test_a_day_before_the_end_of_a_year_is_still_a_day():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Platform | 2022/23 | 2023/24
        Snapchat | 179 | 69
        2023/24 (to October 20) is not a whole year
        """)
    )
    assert found["C3"].period_end == dt.date(2023, 10, 20)
