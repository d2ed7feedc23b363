"""Odd layouts and spellings: groups in one column, damaged cells, remarks, names in every shape."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


def test_forces_and_platforms_in_one_column():
    found = read(
        sheet("""
        Sexual communication with a child
        Force / platform | 2017/18 | 2018/19
        Kent | 140 | 150
        Snapchat | 31 | 33
        Instagram | 20 | 25
        Surrey | 60 | 70
        Snapchat | 12 | 13
        Instagram | 9 | *
        """)
    )
    expect(
        found,
        """
        B3 = 140; place Kent; platforms none
        C3 = 150; place Kent; period 2018/19
        B4 = 31; place Kent; platforms Snapchat
        C4 = 33; place Kent; platforms Snapchat
        B5 = 20; place Kent; platforms Instagram
        C5 = 25; place Kent; platforms Instagram
        B6 = 60; place Surrey; platforms none
        C6 = 70; place Surrey
        B7 = 12; place Surrey; platforms Snapchat
        C7 = 13; place Surrey; platforms Snapchat
        B8 = 9; place Surrey; platforms Instagram
        C8 = none; place Surrey; platforms Instagram; status suppressed
        """,
    )


def test_years_with_their_parts_below():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        | Offences
        2017/18 | 40
        Female | 30
        Male | 10
        2018/19 | 50
        Female | 38
        Male | 12
        """)
    )
    expect(
        found,
        """
        B3 = 40; period 2017/18; sex none; place Kent
        B4 = 30; period 2017/18; sex female
        B5 = 10; period 2017/18; sex male
        B6 = 50; period 2018/19; sex none
        B7 = 38; period 2018/19; sex female
        B8 = 12; period 2018/19; sex male
        """,
    )


def test_bands_and_ranges_damaged_into_text_dates():
    found = read(
        sheet("""
        Victims of sexual communication with a child 2018/19
        Age | Female | Male
        0-9 | 4 | 04-Jan
        10-Nov | 12 | 2
        Dec-15 | 60 | 9
        16 and over | 5 | 0
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 4; ages 0-9; sex female
        C3 = 4; bound <=; status suppressed; sex male
        B4 = 12; ages 10-11
        C4 = 2; ages 10-11
        B5 = 60; ages 12-15
        C5 = 9; ages 12-15; sex male
        B6 = 5; ages 16-
        C6 = 0; ages 16-
        """,
    )


def test_a_column_of_remarks_does_not_hide_the_row():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | Response | 2018/19 | Comments
        Kent | Full | 140 | Counted on 3 May 2019
        Surrey | Partial (section 12) | 60 |
        Sussex | None | no response | chased twice
        """)
    )
    expect(found, "C3 = 140; place Kent\nC4 = 60; place Surrey\nC5 = none; place Sussex; status not_available")


def test_an_unknown_breakdown_is_left_out():
    found = read(
        sheet("""
        Sexual communication with a child 2018/19
        Force | Setting | Offences
        Kent | At home | 40
        Kent | At school | 12
        Surrey | At home | 30
        """)
    )
    expect(found, "")


def test_two_offences_counted_together_are_not_ours():
    found = read(
        sheet("""
        Offences under sections 15 and 15A of the Sexual Offences Act 2003
        Year | Number
        2018/19 | 99
        """),
        force="Kent",
    )
    expect(found, "B3 = 99; offence several_offences; period 2018/19")


def test_youngest_victim_beside_counts():
    found = read(
        sheet("""
        Sexual communication with a child
        Year | Offences | Age of youngest victim | % female
        2017/18 | 50 | 7 | 82%
        2018/19 | 60 | n/k | 79.5%
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 50; measure offences
        C3 = 7; measure victim_age; unit years
        D3 = 82; measure victim_share; sex female
        B4 = 60; measure offences; period 2018/19
        C4 = none; measure victim_age; status not_available
        D4 = 79.5; measure victim_share; sex female; period 2018/19
        """,
    )


def test_change_row_below_and_mean_left_out():
    found = read(
        sheet("""
        Sexual communication with a child
        | 2017/18 | 2018/19
        Offences | 50 | 60
        % change | | +20%
        Average of both years | 55 |
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 50; period 2017/18
        C3 = 60; period 2018/19
        C4 = 20; measure offence_change; unit percent_change; period 2018/19; against 2017/18
        """,
    )


def test_sheet_named_by_platform_and_by_force():
    one = sheet("Sexual communication with a child\nYear | Offences\n2018/19 | 5", "Snapchat")
    two = sheet("Sexual communication with a child\nYear | Offences\n2018/19 | 7", "Surrey Police")
    found = read(one, two, force="Kent")
    expect(
        found,
        """
        Snapchat!B3 = 5; platforms Snapchat; place Kent
        Surrey Police!B3 = 7; platforms none; place Surrey
        """,
    )


@pytest.mark.parametrize(
    ("text", "platforms"),
    [
        ("Facebook (inc Messenger)", ("Facebook", "Facebook Messenger")),
        ("FB/Messenger", ("Facebook", "Facebook Messenger")),
        ("Messenger (Facebook)", ("Facebook", "Facebook Messenger")),
        ("Facebook OR Facebook Messenger", ("Facebook", "Facebook Messenger")),
        ("Facebook or Messenger", ("Facebook", "Facebook Messenger")),
        ("WhatsApp Messenger", ("WhatsApp",)),
        ('"Tinder”', ("Tinder",)),
        ("Yubo OR Yellow", ("Yubo",)),
        ("Tik-Tok (url)", ("TikTok",)),
        ("X (formerly known as Twitter)", ("Twitter",)),
        ("X", ("Twitter",)),
        ("Twitter/X", ("Twitter",)),
        ("Snapchat + Instagram", ("Instagram", "Snapchat")),
        ("Instagram, Snapchat and Kik", ("Instagram", "Kik", "Snapchat")),
        ("Text message / SMS", ("SMS",)),
        ("iMessage", ("iMessage",)),
        ("Face Time", ("FaceTime",)),
        ("KIK Messenger", ("Kik",)),
        ("VK", ("Vkontakte",)),
        ("Snapchat(1)", ("Snapchat",)),
        ("Instagram*", ("Instagram",)),
        ("Other social media", ()),
        ("A clear signal was sent", ()),
        ("Line manager's text", ()),
    ],
)
def test_platform_names(text, platforms):
    assert read_label(text).platforms == platforms


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Avon & Somerset Constabulary", ("Avon and Somerset", "force")),
        ("London, City of", ("City of London", "force")),
        ("MPS", ("Metropolitan Police", "force")),
        ("Metropolitan", ("Metropolitan Police", "force")),
        ("Hampshire/IW", ("Hampshire", "force")),
        ("Hampshire & Isle of Wight Constabulary", ("Hampshire", "force")),
        ("Dyfed Powys", ("Dyfed-Powys", "force")),
        ("TVP", ("Thames Valley", "force")),
        ("Durham 1", ("Durham", "force")),
        ("North Wales 1", ("North Wales", "force")),
        ("Scotland 1,3", ("Scotland", "country")),
        ("Police Scotland", ("Scotland", "country")),
        ("PSNI", ("Northern Ireland", "country")),
        ("Northern Ireland (PSNI)", ("Northern Ireland", "country")),
        ("South Wales Police / Heddlu De Cymru", ("South Wales", "force")),
        ("West Midlands Police", ("West Midlands", "force")),
        ("West Midlands region", ("West Midlands", "region")),
        ("Forces across the West Midlands", ("West Midlands", "region")),
        ("Yorkshire & Humber", ("Yorkshire and the Humber", "region")),
        ("Eastern region", ("East of England", "region")),
        ("ENGLAND & WALES", ("England and Wales", "country")),
        ("Total (England and Wales)", ("England and Wales", "country")),
        ("UK total", ("United Kingdom", "country")),
        ("Warwickshire and West Mercia", (None, None)),
        ("England, Wales and Northern Ireland", (None, None)),
        ("BTP", ("British Transport Police", "force")),
        ("GMP", ("Greater Manchester", "force")),
        ("Devon & Cornwall ", ("Devon and Cornwall", "force")),
    ],
)
def test_place_names(text, place):
    found = read_label(text).place
    assert found is not None
    assert (found.name, found.type) == place


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("11 and under", (0, 11)),
        ("under 11", (0, 10)),
        ("Under 12s", (0, 11)),
        ("12-15", (12, 15)),
        ("12 – 15 years", (12, 15)),
        ("12 to 15", (12, 15)),
        ("aged 12 to 15", (12, 15)),
        ("16 and over", (16, None)),
        ("16+", (16, None)),
        ("16 or older", (16, None)),
        ("over 15", (16, None)),
        ("17+", (17, None)),
        ("0-5", (0, 5)),
        ("13 years old", (13, 13)),
        ("Age 13", (13, 13)),
        ("Female 12-15", (12, 15)),
        ("Girls aged 11 and under", (0, 11)),
        ("Victims aged under 13", (0, 12)),
        ("11yrs & under", (0, 11)),
        ("≤11", (0, 11)),
    ],
)
def test_age_bands(text, ages):
    assert read_label(text).ages == ages


@pytest.mark.parametrize(
    ("text", "offence"),
    [
        ("Engage in sexual communication with a child - SOA 2003 s.15A", "sexual_communication_with_a_child"),
        ("Offender 18 or over, sexual communication with a child under 16", "sexual_communication_with_a_child"),
        ("Sexual communications with children", "sexual_communication_with_a_child"),
        ("SCWC", "sexual_communication_with_a_child"),
        ("S15A", "sexual_communication_with_a_child"),
        ("Sec 15A", "sexual_communication_with_a_child"),
        ("071/17", "sexual_communication_with_a_child"),
        ("Art. 22A", "sexual_communication_with_a_child"),
        ("Online grooming offences", "sexual_communication_with_a_child"),
        ("22A", None),
        ("Question 15a", None),
        ("88A", "sexual_grooming"),
        ("Sexual grooming", "sexual_grooming"),
        ("88A = 71/17 + 88/1 + 88/2", "sexual_grooming"),
        ("Meeting a child following sexual grooming", "meeting_a_child_following_grooming"),
        ("088/01", "meeting_a_child_following_grooming"),
        ("Sections 15 and 15A", "several_offences"),
        ("Sexual activity with a child under 16", "sexual_activity_with_a_child"),
        ("Sexual offences against children with a cyber flag", "online_child_sexual_offences"),
        ("All sexual offences against children", "child_sexual_offences"),
        ("Snapchat", None),
    ],
)
def test_offence_names(text, offence):
    label = read_label(text)
    assert label.offence == offence
    assert label.period is None and label.ages is None


@pytest.mark.parametrize(
    ("text", "counted", "unit"),
    [
        ("Number of victims", "victims", None),
        ("Number where the victim was female", None, None),
        ("Complainants", "victims", None),
        ("Offences in Wales by age of the victim", "offences", None),
        ("Sexual Offences Act 2003: victims by age", "victims", None),
        ("Persons arrested", "other", None),
        ("Population (000s)", "other", None),
        ("Rate per 100,000", "other", None),
        ("Hours of work", "other", None),
        ("Difference", "other", None),
        ("Age of suspect", "other", None),
        ("Number of forces responding", "forces", None),
        ("How many different platforms were named?", "methods", None),
        ("Age of the youngest victim", "victim_age", None),
        ("% change", None, "change"),
        ("2018/19 vs 2017/18", None, "change"),
        ("Rise (%)", None, "change"),
        ("% of all offences", "offences", "share"),
        ("Proportion female", None, "share"),
        ("Average per day", None, "per_day"),
        ("Monthly average", None, "per_month"),
    ],
)
def test_what_is_counted(text, counted, unit):
    label = read_label(text)
    assert (label.counted, label.unit) == (counted, unit)


def test_numbered_titles_and_numbered_footnotes():
    found = read(
        sheet("""
        1. Sexual communication with a child offences recorded, by platform (e.g. Snapchat, Instagram)
        Platform | 2018/19
        Snapchat | 5
        Total | 9
        1. Counts exclude cancelled crimes.
        2. Recorded in Kent only.
        |
        2. Victims of sexual communication with a child
        Sex | 2018/19
        Female | 7
        """),
        force="Surrey",
    )
    expect(
        found,
        """
        B3 = 5; measure offences; platforms Snapchat; place Surrey
        B4 = 9; platforms none; place Surrey
        B10 = 7; measure victims; sex female; place Surrey
        """,
    )


def test_an_example_row_in_a_table_of_data():
    found = read(
        sheet("Sexual communication with a child\nYear | Offences\ne.g. 2016/17 | 44\n2017/18 | 12"), force="Kent"
    )
    expect(found, "B4 = 12; period 2017/18")


def test_rows_of_marks_and_a_last_row_without_a_label():
    found = read(
        sheet("""
        Sexual communication with a child
        Platform | 2017/18 | 2018/19
        Skype | x | x
        Kik | 5 | 6
         | 5 | 6
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = none; status suppressed; platforms Skype
        C3 = none; status suppressed; platforms Skype
        B4 = 5; platforms Kik
        C4 = 6; platforms Kik
        B5 = 5; platforms none; period 2017/18
        C5 = 6; platforms none; period 2018/19
        """,
    )
    assert found["B5"].review_reasons == ("a last row without a label, taken for a total",)


def test_a_crime_list_keeps_only_our_offences():
    crimes = [("Sexual grooming", "88A"), *[(f"Offence number {n}", f"1{n:02d}") for n in range(60)]]
    rows = "\n".join(
        f"2017/18 | {quarter} | Kent | {name} | {code} | {quarter}" for quarter in (1, 2, 3, 4) for name, code in crimes
    )
    names = "Financial Year | Financial Quarter | Force Name | Offence Description | Offence Code | Number of Offences"
    found = read(sheet(f"{names}\n{rows}"))
    assert [(f.offence, f.value, str(f.period_start)) for f in found.values()] == [
        ("sexual_grooming", 1, "2017-04-01"),
        ("sexual_grooming", 2, "2017-07-01"),
        ("sexual_grooming", 3, "2017-10-01"),
        ("sexual_grooming", 4, "2018-01-01"),
    ]


def test_plain_numbers_that_only_the_title_calls_percentages():
    found = read(
        sheet("""
        Percentage of sexual communication with a child offences by app
        App | 2018/19 | 2019/20
        Instagram | 34 | 29
        Snapchat | 20.5 | 26
        Number of offences | 88 | 94
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 34; measure offence_share; unit percent; platforms Instagram
        C3 = 29; measure offence_share
        B4 = 20.5; measure offence_share; platforms Snapchat
        C4 = 26; measure offence_share
        B5 = 88; measure offences; unit count; platforms none
        C5 = 94; measure offences; unit count
        """,
    )


def test_number_and_percentage_in_one_title_count_unless_a_header_says_otherwise():
    found = read(
        sheet("""
        Number and percentage of sexual communication with a child offences by app, 2018/19
        App | Kent | %
        Instagram | 34 | 40
        """)
    )
    expect(found, "B3 = 34; measure offences; place Kent\nC3 = 40; measure offence_share")


def test_one_row_that_answers_everything():
    found = read(
        sheet("""
        Force | Sexual communication with a child 2018/19 | Of which Snapchat | Female victims | Cyber flagged
        Kent | 140 | 31 | 110 | 120
        """)
    )
    expect(
        found,
        """
        B2 = 140; period 2018/19; place Kent; platforms none
        C2 = 31; period 2018/19; platforms Snapchat
        D2 = 110; measure victims; sex female; period 2018/19
        """,
    )


def test_bilingual_headers():
    found = read(
        sheet("""
        Heddlu De Cymru / South Wales Police
        Cyfathrebu rhywiol â phlentyn / Sexual communication with a child
        Blwyddyn / Year | Nifer / Number
        2018/19 | 66
        2019/20 | 70
        Cyfanswm / Total | 136
        """)
    )
    expect(
        found,
        """
        B4 = 66; period 2018/19; place South Wales
        B5 = 70; period 2019/20
        B6 = 136; period 2018/19 to 2019/20
        """,
    )
