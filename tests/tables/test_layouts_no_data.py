"""Sheets and rows that hold no figure of ours: other offences, templates, refusals, arrests, another subject."""

import datetime as dt

from tests.tables.drawing import expect, read, sheet

KENT = {
    "force": "Kent",
    "title": "Sexual communication with a child",
    "period_asked": (dt.date(2017, 4, 1), dt.date(2020, 3, 31)),
}


def test_another_offence_beside_ours():
    found = read(
        sheet("""
        Offences recorded 1 April 2018 to 31 March 2019
        Offence | HO code | Recorded | Charged
        Sexual communication with a child | 71/17 | 84 | 11
        Meeting a child following sexual grooming | 88/01 | 9 | 2
        Rape of a female child under 13 | 19D | 33 | 3
        Total | | 126 | 16
        """),
        force="Cumbria",
    )
    expect(
        found,
        """
        C3 = 84; period 2018/19; offence sexual_communication_with_a_child; place Cumbria
        C4 = 9; offence meeting_a_child_following_grooming
        C5 = 33; offence rape
        C6 = 126; offence several_offences
        """,
    )


def test_templates_and_examples_are_no_data():
    found = read(
        sheet("""
        Please complete the table below
        Sexual communication with a child
        Year | Snapchat | Total
        2018/19 | |
        2019/20 | |
        |
        Example of how the data could be presented:
        Year | Snapchat | Total
        2018/19 | 22 | 44
        """),
        **KENT,
    )
    expect(found, "")


def test_refusal_with_effort_numbers():
    found = read(
        sheet("""
        Sexual communication with a child: refusal under section 12
        |
        Records to be read | 1,144
        Minutes per record | 3
        Total hours | 57.2
        Appropriate limit (hours) | 18
        """),
        **KENT,
    )
    expect(found, "")


def test_arrests_and_outcomes_beside_offences():
    found = read(
        sheet("""
        Sexual communication with a child 2019/20
        Measure | Number
        Offences recorded | 88
        Persons arrested | 20
        Suspects charged | 11
        Outcome 15 - evidential difficulties | 9
        Average cost per case | 450
        """),
        force="Kent",
    )
    expect(found, "B3 = 88; period 2019/20")


def test_a_workbook_about_something_else():
    found = read(
        sheet("""
        Knife crime offences by force
        Force | 2017/18 | 2018/19
        Kent | 500 | 520
        Surrey | 100 | 90
        """)
    )
    expect(found, "")


def test_our_offence_as_a_footnote_of_another_table_is_no_title():
    found = read(
        sheet("""
        Sexual grooming (88A) offences
        Force | 2017/18
        Kent | 45
        Surrey | 30
        88A includes 71/17 sexual communication with a child.
        """)
    )
    expect(found, "B3 = 45; offence sexual_grooming; place Kent\nB4 = 30; offence sexual_grooming; place Surrey")
