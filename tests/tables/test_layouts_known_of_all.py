"""Rows and shares of those whose age, sex or platform is known, said without "of"."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "name", ["Age recorded", "Age known", "Victim's age recorded", "Age of victim is known", "Total, age recorded"]
)
@pytest.mark.parametrize("heading", ["Victims", "Number"])
def test_a_row_of_the_victims_whose_age_is_recorded(name, heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police, 2022/23: victims by age
        Age | {heading}
        0 to 11 | 48
        12 to 15 | 52
        {name} | 100
        Age not recorded | 9
        All victims | 109
        """)
        ),
        """
        B3 = 48; ages 0-11; measure victims; base all
        B4 = 52; ages 12-15; base all
        B5 = 100; ages none; measure victims; base age_recorded
        B7 = 109; ages none; measure victims; base all
        """,
    )


@pytest.mark.parametrize("name", ["Sex recorded", "Victim's gender known", "Sex of victim stated"])
def test_a_row_of_the_victims_whose_sex_is_recorded(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police, 2022/23: victims by sex
        Sex | Number
        Female | 48
        Male | 52
        {name} | 100
        All | 109
        """)
        ),
        """
        B3 = 48; sex female; base all; measure victims
        B4 = 52; sex male; base all
        B5 = 100; sex none; base sex_recorded; measure victims
        B6 = 109; sex none; base all; measure victims
        """,
    )


@pytest.mark.parametrize("heading", ["Age recorded", "Age known"])
def test_a_heading_of_ages_makes_no_base(heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police, 2022/23
        {heading} | Offences
        0 to 11 | 48
        12 to 15 | 52
        Total | 100
        """)
        ),
        """
        B3 = 48; ages 0-11; base all; measure offences
        B4 = 52; ages 12-15; base all; measure offences
        B5 = 100; ages none; base all; measure offences
        """,
    )


@pytest.mark.parametrize(
    "name",
    [
        "% of crimes in which a platform was found",
        "% of offences where an app was mentioned",
        "share of the crimes in which any site was found",
    ],
)
def test_shares_of_crimes_in_which_a_platform_was_found(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        Platform | 2022-23 | {name}
        Snapchat | 15 | 0.6
        Kik | 10 | 0.4
        """)
        ),
        """
        B3 = 15; platforms Snapchat
        C3 = 60; measure offence_share; base method_recorded
        B4 = 10
        C4 = 40; measure offence_share; base method_recorded
        """,
    )


@pytest.mark.parametrize("name", ["% of crimes", "% of crimes, platform found by keyword search"])
def test_how_a_platform_was_found_is_no_base(name):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police
        Platform | 2022-23 | {name}
        Snapchat | 15 | 0.6
        Kik | 10 | 0.4
        """)
    )
    assert {figure.base for figure in found.values()} == {"all"}


@pytest.mark.parametrize("name", ["% of SWP", "% of our total", "% LPA"])
def test_shares_that_the_numbers_beside_them_explain(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, South Wales Police, 2023/24
        BCU | Offences | {name}
        Cardiff & Vale | 92 | 38%
        Mid Glamorgan | 78 | 33%
        Swansea, Neath Port Talbot | 69 | 29%
        SWP total | 239 | 100%
        """),
            force="South Wales",
        ),
        """
        B3 = 92; place none
        C3 = 38; measure offence_share; place none; base all
        B4 = 78; place none
        C4 = 33; measure offence_share; place none
        B5 = 69; place none
        C5 = 29; measure offence_share; place none
        B6 = 239; place South Wales
        C6 = 100; measure offence_share; place South Wales
        """,
    )


def test_such_shares_in_a_row_without_a_total_beside_them():
    found = read(
        sheet("""
        Sexual communication with a child, South Wales Police, 2023/24
         | Cardiff | Bridgend | Swansea
        Offences | 50 | 30 | 20
        % of SWP | 0.5 | 0.3 | 0.2
        """),
        force="South Wales",
    )
    assert {cell: found[cell].value for cell in found if cell.endswith("4")} == {"B4": 50, "C4": 30, "D4": 20}
    assert {found[cell].measure for cell in found if cell.endswith("4")} == {"offence_share"}


@pytest.mark.parametrize("shares", [("38%", "33%", "41%"), ("12%", "60%", "8%"), ("76%", "66%", "58%")])
def test_shares_of_something_else_are_still_left_out(shares):
    found = read(
        sheet(f"""
        Sexual communication with a child, South Wales Police, 2023/24
        BCU | Offences | % of SWP
        Cardiff & Vale | 92 | {shares[0]}
        Mid Glamorgan | 78 | {shares[1]}
        Swansea, Neath Port Talbot | 69 | {shares[2]}
        SWP total | 239 |
        """),
        force="South Wales",
    )
    assert set(found) == {"B3", "B4", "B5", "B6"}


@pytest.mark.parametrize("title", ["platform recorded", "platforms named", "by platform known"])
@pytest.mark.parametrize("unknown", ["Not stated", "Unknown", "(blank)"])
def test_a_total_that_adds_up_what_is_not_known_is_of_all(title, unknown):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police - {title} (2021/22 onwards)
        Platform | 2021/22 | 2022/23
        Snapchat | 49 | 58
        Instagram | 27 | Nil
        {unknown} | 24 | 22
        Total | 100 | 80
        """)
        ),
        """
        B3 = 49; platforms Snapchat; base all
        C3 = 58; platforms Snapchat; base all
        B4 = 27; platforms Instagram; base all
        C4 = 0; platforms Instagram; base all
        B6 = 100; platforms none; base all
        C6 = 80; platforms none; base all
        """,
    )


def test_such_totals_beside_the_platforms_and_in_their_years():
    found = read(
        sheet("""
        Sexual communication with a child by platform recorded, Kent Police
        Year | Quarter | Snapchat | Kik | Not stated | All offences
        2022/23 | Q1 | 17 | - | 6 | 23
         | Q2 | 9 | 1 | 9 | 19
         | Year | 26 | 1 | 15 | 42
        """)
    )
    assert {found[cell].base for cell in ("F3", "F4", "F5")} == {"all"}


@pytest.mark.parametrize(("unknown", "total"), [("24", "76"), ("0", "76"), ("*", "90")])
def test_a_total_without_what_is_not_known_is_of_the_known(unknown, total):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police, 2021/22 - platform recorded
        Platform | Offences
        Snapchat | 49
        Instagram | 27
        Not stated | {unknown}
        Total | {total}
        """)
    )
    assert found["B6"].base == "method_recorded"


def test_what_is_not_known_below_the_total_of_the_known():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22 - platform recorded
        Platform | Offences
        Snapchat | 49
        Instagram | 27
        Total | 76
        Not stated | 24
        """)
    )
    assert found["B5"].base == "method_recorded"


@pytest.mark.parametrize(
    "title",
    [
        "Q3: app or site used (recorded offences in which one is named)",
        "App used, where at least one was identified",
        "Apps on crimes for which one or more were recorded",
        "Apps: crimes naming any",
    ],
)
@pytest.mark.parametrize("total", ["Named app or site", "Total named apps", "All identified platforms"])
def test_offences_in_which_one_of_what_is_listed_is_named(title, total):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent
        {title}
        App | 2022 | 2022 %
        Snapchat | 31 | 62
        Instagram | 19 | 38
        {total} | 50 | 100%
        """)
    )
    assert (found["C4"].measure, found["C4"].base) == ("offence_share", "method_recorded")
    assert (found["B6"].value, found["B6"].base, found["B6"].platforms) == (50, "method_recorded", ())


def test_one_of_what_is_not_listed():
    found = read(
        sheet("""
        Sexual communication with a child, Kent
        Apps used in crimes in which one message is shown
        App | 2022 | 2022 %
        Snapchat | 31 | 62
        Instagram | 19 | 38
        Total | 50 | 100%
        """)
    )
    assert {figure.base for figure in found.values()} == {"all"}


def test_a_total_that_names_what_is_known_in_a_table_of_all():
    found = read(
        sheet("""
        Sexual communication with a child, Kent, 2022
        App | Offences
        Snapchat | 31
        Instagram | 19
        Named app or site | 50
        All offences | 90
        """)
    )
    assert (found["B5"].base, found["B6"].base) == ("method_recorded", "all")
