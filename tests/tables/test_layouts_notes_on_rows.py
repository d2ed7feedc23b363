"""Lines below a table that speak of one of its rows, by a mark or by its name: other years, another offence."""

import pytest

from tests.tables.drawing import expect, read, sheet

OFFENCE = "sexual_communication_with_a_child"


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (" 1", "1  Derbyshire answered in calendar years: its figures are for 2022 and 2023."),
        ("", "Derbyshire answered in calendar years: its figures are for 2022 and 2023."),
        ("", "Note: figures for Derbyshire are for the calendar years 2022 and 2023."),
        ("*", "* Calendar years 2022 to 2023"),
        (" (a)", "(a) These are calendar years (2022, 2023)."),
    ],
)
def test_a_row_whose_note_lists_other_years(mark, note):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, answers of police forces
        Force | FY 2022-23 | FY 2023-24 | Change 2022-23 to 2023-24
        Bedfordshire | 88 | 97 | +10%
        Derbyshire{mark} | 131 | 129 | -2%
        Kent | 204 | 241 | +18%

        {note}
        """),
        ),
        """
        B3 = 88; period 2022/23; place Bedfordshire
        C3 = 97; period 2023/24
        D3 = 10; period 2023/24; against 2022/23
        B4 = 131; period 2022; place Derbyshire
        C4 = 129; period 2023
        D4 = -2; period 2023; against 2022
        B5 = 204; period 2022/23; place Kent
        C5 = 241; period 2023/24
        D5 = 18; period 2023/24; against 2022/23
        """,
    )


@pytest.mark.parametrize(
    "note",
    [
        "Derbyshire: 2023/24 is April to December 2023 only.",
        "Derbyshire's 2023/24 is 1 April to 31 December 2023 only.",
    ],
)
def test_a_year_that_one_force_cut_short_is_whole_for_the_others(note):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, answers of police forces
        Force | 2022/23 | 2023/24
        Bedfordshire | 88 | 97
        Derbyshire | 131 | 92
        Kent | 204 | 241

        {note}
        """),
        ),
        """
        B3 = 88; period 2022/23
        C3 = 97; period 2023/24
        B4 = 131; period 2022/23
        C4 = 92; period April to December 2023
        B5 = 204; period 2022/23
        C5 = 241; period 2023/24
        """,
    )


def test_of_one_force_alone_a_note_speaks_for_the_whole_table():
    expect(
        read(
            sheet("""
        Sexual communication with a child by district
        District | 2022/23 | 2023/24
        North Ward | 88 | 97
        South Ward | 131 | 92
        Derbyshire total | 219 | 189

        Derbyshire: 2023/24 is April to December 2023 only.
        """),
            force="Derbyshire",
        ),
        """
        B3 = 88; period 2022/23
        C3 = 97; period April to December 2023
        B4 = 131; period 2022/23
        C4 = 92; period April to December 2023
        B5 = 219; period 2022/23; place Derbyshire
        C5 = 189; period April to December 2023; place Derbyshire
        """,
    )


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (" 2", "2  Scots law has no offence of this name. The figures are for communicating indecently with a child."),
        (
            "",
            "Police Scotland recorded communicating indecently with a child, the nearest in Scots law.",
        ),
        ("*", "* the offence counted is communicating indecently with a child"),
    ],
)
def test_a_row_whose_note_names_another_offence(mark, note):
    found = read(
        sheet(f"""
        Sexual communication with a child, answers of police forces
        Force | 2022/23 | 2023/24
        Kent | 204 | 241
        Police Scotland{mark} | 521 | 566
        Sussex | 98 | 101

        {note}
        """),
    )
    expect(
        found,
        f"""
        B3 = 204; place Kent; offence {OFFENCE}
        C3 = 241; place Kent; offence {OFFENCE}
        B4 = 521; place Scotland; offence communicating_indecently_with_a_child
        C4 = 566; place Scotland; offence communicating_indecently_with_a_child
        B5 = 98; place Sussex; offence {OFFENCE}
        C5 = 101; place Sussex; offence {OFFENCE}
        """,
    )


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (" 1", "1  The figures do not include meeting a child following sexual grooming."),
        ("*", "* Includes offences of meeting a child following sexual grooming"),
        ("", "Sussex also recorded 12 offences of meeting a child following sexual grooming."),
        ("", "Meeting a child following sexual grooming is counted elsewhere."),
    ],
)
def test_what_is_left_out_or_counted_besides_changes_no_offence(mark, note):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, answers of police forces
        Force | 2022/23 | 2023/24
        Kent | 204 | 241
        Sussex{mark} | 98 | 101

        {note}
        """),
        ),
        f"""
        B3 = 204; place Kent; offence {OFFENCE}; period 2022/23
        C3 = 241; place Kent; offence {OFFENCE}; period 2023/24
        B4 = 98; place Sussex; offence {OFFENCE}; period 2022/23
        C4 = 101; place Sussex; offence {OFFENCE}; period 2023/24
        """,
    )


def test_the_number_of_a_year_or_an_area_is_no_mark():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police
        Area | 2022/23 | 2023/24
        Area 1 | 88 | 97
        Area 2 | 131 | 92
        Total | 219 | 189

        1  2023/24 is April to December 2023 only, for all areas.
        """),
        ),
        """
        B3 = 88; period 2022/23; place none
        C3 = 97; period April to December 2023; place none
        B4 = 131; period 2022/23; place none
        C4 = 92; period April to December 2023; place none
        B5 = 219; period 2022/23; place Kent
        C5 = 189; period April to December 2023; place Kent
        """,
    )
