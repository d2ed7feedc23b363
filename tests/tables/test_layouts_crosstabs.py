"""What a statistics program prints, and what notes say is left out of a table."""

import pytest

from tests.tables.drawing import expect, read, sheet

CROSSED = """
    Sexual communication with a child, Kent Police, FY2021 (Apr 20-Mar 21) to FY2122
    Crimes with no platform recorded are left out of the table below.
     | | FinYear | | Total
     | | FY2021 | FY2122 |
    Snapchat | Count | 30 | 20 | 50
     | % within Platform | 60.0% | 40.0% | 100.0%
     | % within FinYear | 75.0% | 40.0% | 55.6%
    Instagram | Count | 10 | 30 | 40
     | % within Platform | 25.0% | 75.0% | 100.0%
     | % within FinYear | 25.0% | 60.0% | 44.4%
    Total | Count | 40 | 50 | 90
    """


def test_a_cross_table_with_counts_and_shares_in_its_rows():
    """A share within its own platform is one of its times, which no column says."""
    expect(
        read(sheet(CROSSED)),
        """
        C5 = 30; platforms Snapchat; period 2020/21; measure offences
        D5 = 20; platforms Snapchat; period 2021/22; measure offences
        E5 = 50; platforms Snapchat; period 2020/21 to 2021/22; measure offences
        C7 = 75; platforms Snapchat; period 2020/21; measure offence_share; base method_recorded
        D7 = 40; platforms Snapchat; period 2021/22; measure offence_share; base method_recorded
        E7 = 55.6; platforms Snapchat; period 2020/21 to 2021/22; measure offence_share; base method_recorded
        C8 = 10; platforms Instagram; period 2020/21
        D8 = 30; platforms Instagram; period 2021/22
        E8 = 40; platforms Instagram; period 2020/21 to 2021/22
        C10 = 25; platforms Instagram; period 2020/21; measure offence_share; base method_recorded
        D10 = 60; platforms Instagram; period 2021/22; measure offence_share; base method_recorded
        E10 = 44.4; platforms Instagram; period 2020/21 to 2021/22; measure offence_share; base method_recorded
        C11 = 40; platforms none; period 2020/21; base method_recorded
        D11 = 50; platforms none; period 2021/22; base method_recorded
        E11 = 90; platforms none; period 2020/21 to 2021/22; base method_recorded
        """,
    )


def test_a_summary_of_what_is_crossed():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, 2021/22
         | Valid | | Missing | | Total |
         | N | Percent | N | Percent | N | Percent
        Platform * VictimSex | 90 | 75.0% | 30 | 25.0% | 120 | 100.0%
        """)
        ),
        """
        B4 = 90; measure offences; base method_recorded; platforms none; sex none
        C4 = 75; measure offence_share; base all
        F4 = 120; measure offences; base all
        G4 = 100; measure offence_share; base all
        """,
    )


def test_a_star_between_words_that_name_no_lists_crosses_nothing():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
         | Number
        Snapchat * note | 90
        Cost * hours | 30
        """)
    )
    assert [(cell, figure.platforms) for cell, figure in found.items()] == [("B3", ("Snapchat",))]


@pytest.mark.parametrize("heading", ["FinYear", "OffenceYear", "FinancialYear"])
def test_headings_as_a_database_joins_their_words(heading):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police
        {heading} | VictimSex | CrimeCount
        2020 | F | 30
        2021 | F | 40
        """)
    )
    assert [(f.victim_sex, f.period_start.year, f.measure) for f in found.values()] == [
        ("female", 2020, "offences"),
        ("female", 2021, "offences"),
    ]


def test_names_of_products_are_not_parted():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        Platform | CrimeCount
        YouTube | 3
        TikTok | 9
        WhatsApp | 5
        """)
    )
    assert [f.platforms for f in found.values()] == [("YouTube",), ("TikTok",), ("WhatsApp",)]


BY_PLATFORM = """
    Sexual communication with a child, Kent Police, 2021/22
    {}
    Platform | Offences | %
    Snapchat | 30 | 75%
    Instagram | 10 | 25%
    Total | 40 | 100%
    """


@pytest.mark.parametrize(
    "note",
    [
        "Crimes with no platform recorded are excluded.",
        "Crimes where the platform was not recorded have been left out",
        "The table does not include offences with an app not stated or no app recorded",
        "Excludes offences without a platform",
        "Missing = no platform recorded; missing cases are omitted from the table",
    ],
)
def test_what_is_left_out_says_what_shares_and_totals_are_of(note):
    found = read(sheet(BY_PLATFORM.format(note)))
    assert [found[cell].base for cell in ("B4", "C4", "C5", "B6")] == ["all", *["method_recorded"] * 3]


@pytest.mark.parametrize(
    "note",
    [
        "Crimes with no platform recorded are not excluded.",
        "Crimes with no platform recorded are included in the total.",
        "Cancelled crimes are excluded.",
        "Crimes with no suspect recorded are excluded.",
    ],
)
def test_what_is_not_left_out_says_nothing(note):
    found = read(sheet(BY_PLATFORM.format(note)))
    assert {found[cell].base for cell in ("B4", "C4", "C5", "B6")} == {"all"}


@pytest.mark.parametrize("note", ["1. Crimes with no platform recorded are excluded.", "Excludes crimes with no app"])
def test_a_note_below_says_what_is_left_out_as_well(note):
    drawing = BY_PLATFORM.replace("    {}\n", "") + f"    {note}"
    found = read(sheet(drawing))
    assert [found[cell].base for cell in ("B3", "C3", "C4", "B5")] == ["all", *["method_recorded"] * 3]
    left_in = drawing.replace("Total | 40", "Not known | 9 | \n    Total | 49").replace("100%", "")
    assert read(sheet(left_in))["B6"].base == "all"


@pytest.mark.parametrize(("note", "base"), [("no age", "age_recorded"), ("no gender", "sex_recorded")])
def test_a_list_of_ages_without_the_unknown(note, base):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police, 2021/22
        Age | Offences | % of offences
        0-11 | 30 | 75%
        12-15 | 10 | 25%
        Crimes with {note} of the victim are included, but crimes with {note} recorded are not counted
        """)
    )
    assert {found[cell].base for cell in ("C3", "C4")} == {base}
