"""Layouts that disclosure officers use, each read from nothing but the sheet (and, where said, the catalogue entry)."""

import datetime as dt

from tests.tables.drawing import expect, read, sheet


def test_years_down_platforms_across_with_total():
    found = read(
        sheet("""
        Offences of sexual communication with a child by platform
        |
        Financial Year | Snapchat | Insta | FB Messenger | Total
        FY 17-18 | 5 | * | <5 | 20
        2018/2019 | Nil | 12 | - | 31
        Total | 5 | 12 | 3 | 51
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B4 = 5; period 2017/18; platforms Snapchat; place Kent:force
        C4 = none; period 2017/18; platforms Instagram; status suppressed
        D4 = 5; bound <; status suppressed; platforms Facebook Messenger
        E4 = 20; period 2017/18; platforms none
        B5 = 0; period 2018/19; status reported
        C5 = 12; period 2018/19
        D5 = none; status not_available
        E5 = 31; period 2018/19; platforms none
        B6 = 5; period 2017/18 to 2018/19; platforms Snapchat
        C6 = 12; period 2017/18 to 2018/19
        D6 = 3; period 2017/18 to 2018/19
        E6 = 51; period 2017/18 to 2018/19; platforms none
        """,
    )


def test_force_blocks_with_years_below_each_name():
    found = read(
        sheet("""
        Recorded offences of sexual communication with a child
        |
        Avon and Somerset Police
        2014/15 | 1,118
        2015/16 | 1,040
        Devon and Cornwall Police
        14/15 | 1,358
        15/16 | 1,498
        """)
    )
    expect(
        found,
        """
        B4 = 1118; period 2014/15; place Avon and Somerset
        B5 = 1040; period 2015/16; place Avon and Somerset
        B7 = 1358; period 2014/15; place Devon and Cornwall
        B8 = 1498; period 2015/16; place Devon and Cornwall
        """,
    )


def test_age_bands_in_rows_of_their_own_above_forces():
    found = read(
        sheet("""
        Number of victims of sexual communication with a child, by age and police force
        |
        Police force | 2017/18 | 2018/19
        11 and under
        Kent | 12 | 14
        Surrey | 3 | 6
        12-15
        Kent | 40 | 44
        Surrey | 21 | 30
        """)
    )
    expect(
        found,
        """
        B5 = 12; measure victims; ages 0-11; place Kent; period 2017/18
        C5 = 14; ages 0-11; place Kent; period 2018/19
        B6 = 3; ages 0-11; place Surrey
        C6 = 6; ages 0-11; place Surrey
        B8 = 40; ages 12-15; place Kent
        C8 = 44; ages 12-15
        B9 = 21; ages 12-15; place Surrey
        C9 = 30; ages 12-15; place Surrey; period 2018/19
        """,
    )


def test_key_and_value_answer():
    found = read(
        sheet("""
        Kent Police | FOI 1234/19
        |
        Q1. How many offences of sexual communication with a child were recorded in 2018/19? | 140
        Q2. Of these, how many involved Snapchat? | 31
        Q3. How many officers are in the team? | 12
        Q4. What was the age of the youngest victim? | 7
        """),
        force="Kent",
        period_asked=(dt.date(2018, 4, 1), dt.date(2019, 3, 31)),
    )
    expect(
        found,
        """
        B3 = 140; period 2018/19; place Kent
        B4 = 31; platforms Snapchat; period 2018/19
        B6 = 7; measure victim_age; unit years
        """,
    )


def test_regions_and_their_forces_with_group_names_said_once():
    found = read(
        sheet("""
        Table 3: s.15A offences by region
        |
        Region | Force | 2018 | 2019
        North East | Cleveland | 20 | 24
         | Durham 1 | 44 | n/a
         | Northumberland | 61 | 80
         | Total | 125 | 104
        West Midlands | West Midlands | 101 | 120
         | Staffordshire | 30 | 35
        England | | 256 | 259
        """)
    )
    expect(
        found,
        """
        C4 = 20; place Cleveland; period 2018
        D4 = 24; place Cleveland; period 2019
        C5 = 44; place Durham
        D5 = none; status not_available; place Durham
        C6 = 61; place Northumbria
        D6 = 80; place Northumbria
        C7 = 125; place North East:region
        D7 = 104; place North East:region
        C8 = 101; place West Midlands:force
        D8 = 120; place West Midlands:force
        C9 = 30; place Staffordshire
        D9 = 35; place Staffordshire
        C10 = 256; place England:country
        D10 = 259; place England:country
        """,
    )


def test_shares_with_and_without_the_base_named():
    found = read(
        sheet("""
        Percentage of sexual communication with a child offences by app, where the app was known
        App | 2018/19 | 2019/20
        Instagram | 34% | 29 per cent
        Snapchat | 20.5% | 26%
        Facebook, WhatsApp or Messenger | 23% | <1%
        """),
        place="England and Wales",
    )
    expect(
        found,
        """
        B3 = 34; measure offence_share; unit percent; base method_recorded; platforms Instagram; place England and Wales
        C3 = 29; period 2019/20; base method_recorded
        B4 = 20.5; platforms Snapchat
        C4 = 26; platforms Snapchat
        B5 = 23; platforms Facebook, WhatsApp, Facebook Messenger
        C5 = 1; bound <; status reported
        """,
    )


def test_quarters_under_years_and_a_year_total():
    found = read(
        sheet("""
        Sexual communication with a child
        | 2018/19 | | | | | 2019/20
        | Q1 | Q2 | Q3 | Q4 | Total | Q1 | Q2
        Recorded crimes | 10 | 11 | 12 | 13 | 46 | 9 | 8
        """),
        force="Sussex",
    )
    expect(
        found,
        """
        B4 = 10; period 1 April 2018 to 30 June 2018
        C4 = 11; period 1 July 2018 to 30 September 2018
        D4 = 12; period 1 October 2018 to 31 December 2018
        E4 = 13; period 1 January 2019 to 31 March 2019
        F4 = 46; period 2018/19
        G4 = 9; period 1 April 2019 to 30 June 2019
        H4 = 8; period 1 July 2019 to 30 September 2019
        """,
    )


def test_months_as_text_under_financial_year_titles():
    found = read(
        sheet("""
        Section 15A offences 2018/19
        Month | Offences
        April | 3
        May | 4
        January | 6
        Grand Total | 13
        """),
        force="Essex",
    )
    expect(
        found,
        """
        B3 = 3; period 1 April 2018 to 30 April 2018
        B4 = 4; period 1 May 2018 to 31 May 2018
        B5 = 6; period 1 January 2019 to 31 January 2019
        B6 = 13; period 2018/19
        """,
    )


def test_dates_as_column_headers():
    found = read(
        sheet("""
        Sexual communication with a child, crimes per quarter beginning
        Platform | @2018-04-01 | @2018-07-01 | @2018-10-01
        Kik | 1 | 2 | 0
        Oasis Live | 2 | 1 | 3
        """),
        force="Essex",
    )
    expect(
        found,
        """
        B3 = 1; period 1 April 2018 to 30 June 2018; platforms Kik
        C3 = 2; period 1 July 2018 to 30 September 2018; platforms Kik
        D3 = 0; period 1 October 2018 to 31 December 2018; platforms Kik
        B4 = 2; platforms Oasis Live
        C4 = 1; platforms Oasis Live
        D4 = 3; platforms Oasis Live
        """,
    )


def test_change_between_two_years():
    found = read(
        sheet("""
        Grooming crimes recorded by police (sexual communication with a child)
        Force | 2017/18 | 2022/23 | % change | Difference | Per 100,000 population
        Kent | 122 | 230 | 89 | 108 | 14.4
        Surrey | 27 | 74 | 174% | 47 | 6.1
        """)
    )
    expect(
        found,
        """
        B3 = 122; place Kent; period 2017/18
        C3 = 230; place Kent; period 2022/23
        D3 = 89; measure offence_change; unit percent_change; period 2022/23; against 2017/18
        B4 = 27; place Surrey
        C4 = 74; place Surrey
        D4 = 174; measure offence_change; place Surrey; period 2022/23; against 2017/18
        """,
    )


def test_blank_means_zero_only_by_the_sheets_own_note():
    drawing = """
    Sexual communication with a child 2018/19
    Method | Offences | Of which under 12
    Snapchat | 5 |
    Kik |  | 1
    """
    plain = read(sheet(drawing), force="Kent")
    assert set(plain) == {"B3", "C4"}
    noted = read(sheet(drawing + "\n|\nNote: blank cells denote zero."), force="Kent")
    expect(
        noted,
        """
        B3 = 5; platforms Snapchat
        C3 = 0; platforms Snapchat; ages 0-11
        B4 = 0; platforms Kik
        C4 = 1; platforms Kik; ages 0-11
        """,
    )


def test_key_above_the_table_explains_marks():
    found = read(
        sheet("""
        Sexual communication with a child, by method
        Key: x = fewer than 5; - = nil; : = not available
        |
        Method | 2018/19 | 2019/20
        Skype | x | -
        Discord | : | 14
        """),
        force="Dorset",
    )
    expect(
        found,
        """
        B5 = none; status suppressed; platforms Skype
        C5 = 0; status reported
        B6 = none; status not_available; platforms Discord
        C6 = 14
        """,
    )


def test_victims_by_sex_across_and_age_down():
    found = read(
        sheet("""
        Victims of s15A offences 2020/21
        Age group | Female | Male | Unknown | Total
        Under 11 | 10 | 4 | 1 | 15
        11-13 | 40 | 12 | 0 | 52
        14 to 15 | 35 | 6 | 2 | 43
        16+ | [c] | 0 | 0 | [c]
        Not recorded | 3 | 1 | 4 | 8
        Total | 88 | 23 | 7 | 118
        """),
        force="Gwent",
    )
    expect(
        found,
        """
        B3 = 10; measure victims; ages 0-10; sex female; period 2020/21
        C3 = 4; ages 0-10; sex male
        E3 = 15; ages 0-10; sex none
        B4 = 40; ages 11-13; sex female
        C4 = 12; ages 11-13; sex male
        E4 = 52; ages 11-13; sex none
        B5 = 35; ages 14-15; sex female
        C5 = 6; ages 14-15; sex male
        E5 = 43; ages 14-15
        B6 = none; ages 16-; sex female; status suppressed
        C6 = 0; ages 16-; sex male
        E6 = none; ages 16-; status suppressed
        B8 = 88; sex female
        C8 = 23; sex male
        E8 = 118; sex none
        """,
    )


def test_stacked_tables_without_a_blank_row_between():
    found = read(
        sheet("""
        Sexual communication with a child
        Year | Offences
        2017/18 | 50
        2018/19 | 60
        Platform | Offences 2018/19
        Snapchat | 20
        TikTok (formerly Musical.ly) | 5
        """),
        force="Norfolk",
    )
    expect(
        found,
        """
        B3 = 50; period 2017/18; place Norfolk
        B4 = 60; period 2018/19
        B6 = 20; period 2018/19; platforms Snapchat
        B7 = 5; period 2018/19; platforms TikTok
        """,
    )


def test_tables_side_by_side_with_their_own_titles():
    found = read(
        sheet("""
        Sexual communication with a child
        |
        Victims by age | | | Victims by sex |
        Age | 2018/19 | | Gender | 2018/19
        0-9 | 4 | | Girls | 40
        10-12 | 16 | | Boys | 9
        13-15 | 29 | | Total | 49
        """),
        force="Norfolk",
    )
    expect(
        found,
        """
        B5 = 4; measure victims; ages 0-9; period 2018/19
        B6 = 16; ages 10-12
        B7 = 29; ages 13-15
        E5 = 40; measure victims; sex female; period 2018/19
        E6 = 9; sex male
        E7 = 49; sex none
        """,
    )


def test_long_table_with_one_number_a_row():
    found = read(
        sheet("""
        Force | Year | Method | Offence | Count
        Kent | 2018-19 | Snap Chat | Sexual communication with a child | 12
        Kent | 2018-19 | Not specified | Sexual communication with a child | 5
        Kent | 2018-19 | All methods | Sexual communication with a child | 60
        Police Scotland | 2018-19 | All methods | Communicating indecently with a child | 90
        PSNI | 2018-19 | WhatsApp & Instagram | Sexual communication with a child | <5
        """)
    )
    assert found["E2"].platforms == ("Snapchat",)
    assert "E3" not in found
    assert (found["E4"].value, found["E4"].platforms) == (60, ())
    assert found["E5"].offence == "communicating_indecently_with_a_child"
    assert (found["E6"].geography, found["E6"].platforms, found["E6"].status) == (
        "Northern Ireland",
        ("Instagram", "WhatsApp"),
        "suppressed",
    )
    assert all(f.period_start == dt.date(2018, 4, 1) for f in found.values())


def test_forces_that_answered_and_methods_named():
    found = read(
        sheet("""
        Sexual communication with a child, England and Wales
        | 2018/19 | 2019/20
        Number of forces responding | 41 | 43
        Offences recorded | 4,373 | 5,335
        Average per day | 12 | 14.6
        Number of different apps used | 70 | 81
        """)
    )
    expect(
        found,
        """
        B3 = 41; measure forces; period 2018/19
        C3 = 43; measure forces
        B4 = 4373; measure offences; place England and Wales
        C4 = 5335; period 2019/20
        B5 = 12; measure offence_rate; unit per_day
        C5 = 14.6; measure offence_rate; unit per_day
        B6 = 70; measure methods
        C6 = 81; measure methods
        """,
    )


def test_a_force_with_a_part_year_footnote():
    found = read(
        sheet("""
        s15A offences
        Year | Offences
        2021/22 | 100
        2022/23 (a) | 60
        (a) 1 April 2022 to 30 November 2022 only
        """),
        force="Durham",
    )
    expect(found, "B3 = 100; period 2021/22\nB4 = 60; period 1 April 2022 to 30 November 2022")


def test_sheets_named_by_year():
    one = sheet("Sexual communication with a child\nPlatform | Offences\nSnapchat | 5\nTotal | 9", "2018-19")
    two = sheet("Sexual communication with a child\nPlatform | Offences\nSnapchat | 7\nTotal | 12", "2019-20")
    found = read(one, two, force="Kent")
    expect(
        found,
        """
        2018-19!B3 = 5; period 2018/19; platforms Snapchat
        2018-19!B4 = 9; period 2018/19
        2019-20!B3 = 7; period 2019/20; platforms Snapchat
        2019-20!B4 = 12; period 2019/20
        """,
    )
