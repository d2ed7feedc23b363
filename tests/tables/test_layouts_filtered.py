"""Filters over a table: what they keep of the records, and when they leave nothing of ours."""

import pytest

from tests.tables.drawing import expect, read, sheet

KENT = {"force": "Kent", "title": "Sexual communication with a child"}
PIVOT = """
{filters}
|
{counted} | Column Labels
Row Labels | 2021/22 | 2022/23
Snapchat | 5 | 6
Kik | 2 | 3
"""
ALL_READ = """
B{one} = 5; period 2021/22; platforms Snapchat
C{one} = 6; period 2022/23; platforms Snapchat
B{two} = 2; platforms Kik
C{two} = 3
"""


@pytest.mark.parametrize("counted", ["Count of Crime No", "Count of Occurrence No"])
@pytest.mark.parametrize(
    "filters",
    [
        "No Crimed | N",
        "No Crime Flag | No",
        "Cancelled (Y/N) | FALSE",
        "Crime cancelled? | N",
        "Transferred/Cancelled | N",
        "No Crimed | (blank)",
        "No Crimed | (All)",
        "Cancelled: No",
        "No-crimed = N",
        "Include no-crimes: N",
        "Crime Status | Crimed",
        "Crime Status | (Multiple Items)",
        "Outcome Type | (All)",
        "Suspect Age | (All)",
        "Cancelled crimes are not included.",
        "No-crimed records have been removed",
        "Cancelled crimes are included",
    ],
)
def test_a_filter_that_keeps_the_crimes(filters, counted):
    expect(read(sheet(PIVOT.format(filters=filters, counted=counted)), **KENT), ALL_READ.format(one=5, two=6))


@pytest.mark.parametrize("counted", ["Count of Crime No", "Count of Occurrence No"])
@pytest.mark.parametrize(
    "filters",
    [
        "No Crimed | Y",
        "Cancelled | Yes",
        "Cancelled: Yes",
        "Crime Status | Cancelled",
        "Outcome Group | Charged/Summonsed",
        "Cancelled crimes only",
    ],
)
def test_a_filter_that_keeps_what_is_no_crime_or_had_one_outcome(filters, counted):
    expect(read(sheet(PIVOT.format(filters=filters, counted=counted)), **KENT), "")


def test_several_filters_without_a_blank_row_below_them():
    found = read(
        sheet("""
        HO Offence | Sexual Communication with a Child
        Force Area | Kent
        Cancelled | N
        Row Labels | Count of Occurrence No
        2021/22 | 50
        2022/23 | 60
        """)
    )
    expect(
        found,
        """
        B5 = 50; period 2021/22; place Kent
        B6 = 60; period 2022/23; place Kent
        """,
    )


def test_records_that_are_crimes_or_not_across():
    found = read(
        sheet("""
        Sexual communication with a child
        Count of Crime No | No Crimed
        Row Labels | N | Y | Grand Total
        2021/22 | 50 | 3 | 53
        2022/23 | 60 | 4 | 64
        """),
        **KENT,
    )
    expect(
        found,
        """
        B4 = 50; period 2021/22
        B5 = 60; period 2022/23
        """,
    )


def test_records_that_are_crimes_or_not_down():
    found = read(
        sheet("""
        Sexual communication with a child
        Year | Cancelled | Offences
        2021/22 | No | 50
        2021/22 | Yes | 3
        2022/23 | No | 60
        2022/23 | Yes | 4
        """),
        **KENT,
    )
    expect(
        found,
        """
        C3 = 50; period 2021/22
        C5 = 60; period 2022/23
        """,
    )


def test_cancelled_crimes_counted_beside_the_recorded():
    found = read(
        sheet("""
        Sexual communication with a child
        Year | Crimes | Cancelled
        2021/22 | 50 | 3
        2022/23 | 60 | 4
        No crimes excluded | 7 | 1
        """),
        **KENT,
    )
    expect(
        found,
        """
        B3 = 50; period 2021/22
        B4 = 60; period 2022/23
        """,
    )


def test_a_block_of_criteria_before_the_table():
    found = read(
        sheet("""
        Search criteria
        Date range | 01/04/2021 - 31/03/2023
        Offence | Sexual communication with a child
        Exclude no crimes | Y
        Outcome | All
        |
        Means | 2021/22 | 2022/23
        Snapchat | 12 | 15
        Kik | 3 | 4
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B8 = 12; period 2021/22; platforms Snapchat
        C8 = 15; period 2022/23
        B9 = 3; platforms Kik
        C9 = 4
        """,
    )


def test_what_is_no_crime_in_headings():
    found = read(
        sheet("""
        SCWC in Kent (excluding cancelled/no crimes)
        Year | Offences (not cancelled) | Cancelled/no crimes
        2021 | 50 | 3
        2022 | 60 | 5
        """)
    )
    expect(
        found,
        """
        B3 = 50; period 2021
        B4 = 60; period 2022
        """,
    )


def test_arrests_of_all_are_arrests():
    found = read(
        sheet("""
        SCWC in Kent
        Arrests | All
        2021 | 5
        2022 | 6
        """)
    )
    expect(found, "")
