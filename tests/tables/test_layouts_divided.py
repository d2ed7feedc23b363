"""Parts of a force by whatever their list is called, what became of offences, and ages that a pivot table picks."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet

SURREY = {"force": "Surrey", "title": "Sexual communication with a child"}


@pytest.mark.parametrize(
    "heading",
    [
        "Borough or district",
        "Town/ward",
        "LPA or borough",
        "Area (district)",
        "Area",
        "District where the offence was recorded",
        "City or town",
        "Local authority / unitary authority",
        "Basic Command Unit",
        "Police station",
        "Where committed",
    ],
)
def test_parts_of_a_force_by_a_list_of_any_name(heading):
    found = read(
        sheet(f"""
        {heading} | 2021/22 | 2022/23
        Elmbridge | 4 | 6
        Guildford | 2 | 3
        Surrey Heath | 1 | 2
        Woking | 3 | <3
        Total | 10 | 13
        """),
        **SURREY,
    )
    expect(
        found,
        """
        B2 = 4; period 2021/22; place none
        C2 = 6; place none
        B3 = 2; place none
        C3 = 3; place none
        B4 = 1; place none
        C4 = 2; place none
        B5 = 3; place none
        C5 = 3; place none; bound <; status suppressed
        B6 = 10; place Surrey:force; period 2021/22
        C6 = 13; place Surrey:force; period 2022/23
        """,
    )


def test_forces_and_a_region_under_two_names_of_one_list():
    found = read(
        sheet("""
        SCWC
        Force or region | 2021/22 | 2022/23
        Surrey Police | 4 | 6
        Kent | 2 | 3
        South East | 11 | 12
        """)
    )
    expect(
        found,
        """
        B3 = 4; place Surrey:force; period 2021/22
        C3 = 6; place Surrey:force
        B4 = 2; place Kent:force
        C4 = 3; place Kent:force
        B5 = 11; place South East:region
        C5 = 12; place South East:region
        """,
    )


def test_two_lists_in_one_heading_are_no_one_list():
    assert read_label("Age and sex").dimension is None
    assert read_label("Force/Year").dimension is None
    assert read_label("Offence or platform").dimension is None
    assert read_label("Platform or app used").dimension == "platform"
    assert read_label("Outcome / disposal").dimension == "outcome"


@pytest.mark.parametrize(
    "heading",
    [
        "Offences charged",
        "Crimes detected",
        "Summonsed",
        "Offences cleared up",
        "Resulting in charge",
        "Offences closed to date",
        "Offences (charged)",
        "Cases sent to CPS",
        "Offences still under investigation",
        "Crimes recorded that were cancelled",
    ],
)
def test_what_became_of_offences_is_no_number_recorded(heading):
    across = read(
        sheet(f"""
        SCWC in Kent
        Half year | All | Snapchat | {heading}
        January to June 2021 | 24 | 9 | 2
        July to December 2021 | 27 | 8 | 1
        """)
    )
    down = read(
        sheet(f"""
        SCWC in Kent
        | 2021 | 2022
        Offences recorded | 24 | 27
        {heading} | 2 | 1
        """)
    )
    expect(
        across,
        """
        B3 = 24; period January to June 2021; place Kent
        C3 = 9; platforms Snapchat
        B4 = 27; period July to December 2021
        C4 = 8; platforms Snapchat
        """,
    )
    expect(
        down,
        """
        B3 = 24; period 2021
        C3 = 27; period 2022
        """,
    )


@pytest.mark.parametrize(
    "title",
    [
        "Sexual communication with a child: offences detected online, by year",
        "Offences recorded and charges, SCWC",
        "Grooming offences dealt with by Kent Police",
        "SCWC offences (live investigations included)",
        "SCWC offences, not counting cancelled crimes",
        "Sexual communication with a child offences reported to police",
    ],
)
def test_a_title_that_only_mentions_what_became_of_them(title):
    found = read(
        sheet(f"""
        {title}
        Year | Kent
        2021 | 24
        2022 | 27
        """)
    )
    expect(
        found,
        """
        B3 = 24; period 2021; place Kent
        B4 = 27; period 2022; place Kent
        """,
    )


def test_ages_that_a_pivot_table_picks():
    found = read(
        sheet("""
        SCWC in Kent
        Year | Offences | Min of Victim Age | Victim age (highest) | Average age | Min of suspect age
        2021/22 | 40 | 6 | 15 | 13 | 19
        2022/23 | 85 | 7 | 15 | 12 | 20
        """)
    )
    expect(
        found,
        """
        B3 = 40; measure offences; period 2021/22
        C3 = 6; measure victim_age; unit years; period 2021/22
        D3 = 15; measure victim_age
        B4 = 85; measure offences
        C4 = 7; measure victim_age
        D4 = 15; measure victim_age
        """,
    )


def test_minutes_are_still_work():
    found = read(
        sheet("""
        SCWC in Kent: refused by cost
        Step | Records | Mins each
        Read the log | 540 | 4
        Read the statement | 210 | 12
        """)
    )
    expect(found, "")


@pytest.mark.parametrize(
    ("title", "heading", "total", "value"),
    [
        ("Crimes recorded 01/04/2019 - 31/03/2020", "Outcome | Crimes", "Total", 14),
        ("Sexual communication with a child offences by outcome, 2019/20", "Outcome type | Number", "Grand total", 14),
        ("Disposals of offences recorded 2019/20", "Disposal | Offences", "Total offences", 14),
        ("Sexual communication with a child offences, 2019/20", "Outcome | Number of outcomes", "Total", None),
        ("Outcomes of sexual communication with a child offences, 2019/20", "Outcome | Number", "Total", None),
        # What the outcomes are of says itself what it counts
        ("Outcomes of sexual communication with a child offences, 2019/20", "Outcome | Number", "All offences", 14),
        ("What were the outcomes of the crimes recorded in 2019/20?", "Outcome | Number", "Crimes recorded", 14),
        ("Disposals, 2019/20", "Disposal (as at 4 July 2020) | Number", "Number of offences recorded", 14),
        ("Outcomes, 2019/20", "Outcome | 2019/20", "Offences", 14),
        ("Outcomes, 2019/20", "Outcome | 2019/20", "Crimes not yet finalised", None),
        ("Outcomes, 2019/20", "Outcome | 2019/20", "No crime", None),
        ("Outcomes, 2019/20", "Outcome | 2019/20", "Undetected crimes", None),
        ("Outcomes, 2019/20", "Outcome | %", "Crimes recorded", None),
        ("Sexual communication with a child offences, 2019/20", "Outcome | %", "Total", None),
        ("Sexual communication with a child offences, 2019/20", "Outcome | Crimes", "Total charged", None),
    ],
)
def test_the_total_over_what_became_of_offences(title, heading, total, value):
    found = read(
        sheet(f"{title}\n{heading}\nCharged | 4\nNo suspect identified | 10\n{total} | 14"),
        force="Warwickshire",
        title="Sexual communication with a child",
    )
    assert [f.value for f in found.values()] == ([value] if value else [])


@pytest.mark.parametrize(
    "text", ["Crime outcome rates (%)", "Offence outcomes", "Crime detections", "Crime clear-up rate"]
)
def test_what_became_of_crimes_counts_no_crimes(text):
    assert read_label(text).why == "outcomes"


@pytest.mark.parametrize(
    "title",
    [
        "Sexual communication with a child recorded by the police, by policing district",
        "Sexual communication with a child by year and by council area",
        "Offences of sexual communication with a child logged by PSNI by district",
    ],
)
def test_districts_across_that_only_the_title_calls_so(title):
    found = read(
        sheet(f"""
        {title}
        Year | Belfast City | Mid Ulster | Derry City & Strabane | Northern Ireland
        2019/20 | 38 | 10 | 19 | 67
        2020/21 | 41 | 12 | 21 | 74
        """)
    )
    expect(
        found,
        """
        B3 = 38; place none; period 2019/20
        C3 = 10; place none
        D3 = 19; place none
        E3 = 67; place Northern Ireland
        B4 = 41; place none; period 2020/21
        C4 = 12; place none
        D4 = 21; place none
        E4 = 74; place Northern Ireland
        """,
    )
