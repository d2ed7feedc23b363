"""Harder layouts: what stands in the way of a table, and what looks like one."""

import datetime as dt

from tests.tables.drawing import expect, read, sheet


def test_header_split_over_two_rows():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        | Number of | Number of | % of
        Year | offences | victims | offences using Snapchat
        2018/19 | 140 | 120 | 31.5
        """)
    )
    expect(
        found,
        """
        B4 = 140; measure offences; period 2018/19; place Kent
        C4 = 120; measure victims
        D4 = 31.5; measure offence_share; platforms Snapchat; unit percent
        """,
    )


def test_spacer_columns_and_blank_rows_between_rows():
    found = read(
        sheet("""
        Section 15A offences
        |
        Platform | | 2017/18 | | 2018/19
        |
        Facebook | | 5 | | 6
        |
        Whatsapp | | 7 | | 8
        """),
        force="Kent",
    )
    expect(
        found,
        """
        C5 = 5; platforms Facebook; period 2017/18
        E5 = 6; platforms Facebook; period 2018/19
        C7 = 7; platforms WhatsApp; period 2017/18
        E7 = 8; platforms WhatsApp; period 2018/19
        """,
    )


def test_header_repeated_at_a_page_break():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | 2017/18
        Kent | 5
        Force | 2017/18
        Surrey | 6
        """)
    )
    expect(found, "B3 = 5; place Kent; period 2017/18\nB5 = 6; place Surrey; period 2017/18")


def test_forces_across_years_down_total_first():
    found = read(
        sheet("""
        Sexual communication with a child
        Year | All forces | Kent | Surrey | Sussex
        2017/18 | 18 | 5 | 6 | 7
        2018/19 | 24 | 7 | 8 | 9
        """),
    )
    expect(
        found,
        """
        B3 = 18; place none; period 2017/18
        C3 = 5; place Kent
        D3 = 6; place Surrey
        E3 = 7; place Sussex
        B4 = 24; place none
        C4 = 7; place Kent
        D4 = 8
        E4 = 9; place Sussex; period 2018/19
        """,
    )


def test_counts_and_shares_paired_under_each_year():
    found = read(
        sheet("""
        Sexual communication with a child by platform
        | 2017/18 | | 2018/19 |
        Platform | No. | % | No. | %
        Snapchat | 10 | 25 | 20 | 40
        Total | 40 | 100 | 50 | 100
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B4 = 10; measure offences; period 2017/18; platforms Snapchat
        C4 = 25; measure offence_share; period 2017/18; platforms Snapchat
        D4 = 20; period 2018/19
        E4 = 40; measure offence_share; period 2018/19
        B5 = 40; measure offences; platforms none
        C5 = 100; measure offence_share
        D5 = 50; period 2018/19
        E5 = 100; measure offence_share; period 2018/19
        """,
    )


def test_three_levels_of_headers():
    found = read(
        sheet("""
        Victims of sexual communication with a child
        | 2018/19 | | | | 2019/20 | | |
        | Female | | Male | | Female | | Male |
        Force | 0-11 | 12-15 | 0-11 | 12-15 | 0-11 | 12-15 | 0-11 | 12-15
        Kent | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
        """)
    )
    expect(
        found,
        """
        B5 = 1; measure victims; sex female; ages 0-11; period 2018/19; place Kent
        C5 = 2; sex female; ages 12-15; period 2018/19
        D5 = 3; sex male; ages 0-11; period 2018/19
        E5 = 4; sex male; ages 12-15; period 2018/19
        F5 = 5; sex female; ages 0-11; period 2019/20
        G5 = 6; sex female; ages 12-15; period 2019/20
        H5 = 7; sex male; ages 0-11; period 2019/20
        I5 = 8; sex male; ages 12-15; period 2019/20
        """,
    )


def test_numbers_with_words_and_shares_in_one_cell():
    found = read(
        sheet("""
        Sexual communication with a child 2018/19
        Platform | Offences
        Snapchat | 12 offences
        Instagram | 12 (34%)
        Kik | three
        Twitter | Fewer than five
        Discord | Refused under s12
        Skype | No information held
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 12; platforms Snapchat
        B4 = 12; platforms Instagram; unit count
        B5 = 3; platforms Kik
        B6 = 5; bound <; status suppressed
        B7 = none; status not_available
        B8 = none; status not_available
        """,
    )


def test_codes_of_areas_are_no_offences():
    found = read(
        sheet("""
        Area code | Area | Financial year | Sexual communication with a child
        E23000032 | Kent | 2018/19 | 140
        E23000031 | Surrey | 2018/19 | 76
        """)
    )
    expect(
        found,
        """
        D2 = 140; place Kent; offence sexual_communication_with_a_child; period 2018/19
        D3 = 76; place Surrey; offence sexual_communication_with_a_child
        """,
    )


def test_from_and_to_in_columns_of_their_own():
    found = read(
        sheet("""
        Sexual communication with a child
        From | To | Offences
        @2017-04-01 | @2018-03-31 | 50
        @2018-04-01 | @2018-09-30 | 30
        """),
        force="Kent",
    )
    expect(found, "C3 = 50; period 2017/18\nC4 = 30; period 1 April 2018 to 30 September 2018")


def test_what_is_counted_in_a_column_of_its_own():
    found = read(
        sheet(
            """
        Force,Year,Measure,Sex,Value
        Kent,2018/19,Number of offences,All,140
        Kent,2018/19,Number of victims,Female,99
        Kent,2018/19,Arrests,All,22
        Kent,2018/19,Percentage of victims,Female,81%
        """.replace(",", " | ")
        ),
        title="Sexual communication with a child",
    )
    expect(
        found,
        """
        E2 = 140; measure offences; place Kent; offence sexual_communication_with_a_child
        E3 = 99; measure victims; sex female
        E5 = 81; measure victim_share; sex female
        """,
    )


def test_ages_of_suspects_are_no_ages_of_victims():
    found = read(
        sheet("""
        Sexual communication with a child 2018/19
        Age of suspect | Number
        10-17 | 12
        18-29 | 40
        """),
        force="Kent",
    )
    expect(found, "")


def test_offences_across_the_columns():
    found = read(
        sheet("""
        Kent Police
        Year | S.15 Meeting a child following grooming | S.15A Sexual communication with a child | Total
        2018/19 | 10 | 140 | 150
        """)
    )
    expect(
        found,
        """
        B3 = 10; offence meeting_a_child_following_grooming
        C3 = 140; offence sexual_communication_with_a_child; place Kent; period 2018/19
        D3 = 150; offence several_offences
        """,
    )


def test_plain_years_under_financial_year():
    found = read(
        sheet("""
        Sexual communication with a child
        Financial year | Recorded
        2017 | 50
        2018 | 60
        """),
        force="Kent",
    )
    expect(found, "B3 = 50; period 2017/18; review True\nB4 = 60; period 2018/19".replace("; review True", ""))
    assert found["B3"].review_reasons


def test_year_endings_as_dates():
    found = read(
        sheet("""
        Sexual communication with a child offences
        Year ending | Offences
        @2018-03-31 | 50
        @2019-03-31 | 60
        """),
        force="Kent",
    )
    expect(found, "B3 = 50; period 2017/18\nB4 = 60; period 2018/19")


def test_age_bands_that_a_spreadsheet_made_into_dates():
    found = read(
        sheet("""
        Victims of sexual communication with a child 2018/19
        Age band | Victims
        0-9 | 4
        @2026-11-10 | 12
        @2015-12-01 | 60
        16+ | 5
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 4; ages 0-9; measure victims
        B4 = 12; ages 10-11
        B5 = 60; ages 12-15
        B6 = 5; ages 16-
        """,
    )


def test_one_answer_under_a_long_question():
    request = (
        "Request: For each of the years 2017/18, 2018/19 please state how many offences of sexual communication with a "
        "child (section 15A Sexual Offences Act 2003) were recorded, for example 'In 2017/18 there were 12'."
    )
    found = read(
        sheet(
            """
        REQUEST
        |
        2017/18 | 2018/19
        122 | 140
        """.replace("REQUEST", request)
        ),
        force="Kent",
    )
    expect(found, "A4 = 122; period 2017/18\nB4 = 140; period 2018/19; place Kent")


def test_districts_are_places_that_are_none_of_ours():
    found = read(
        sheet("""
        Sexual communication with a child by district 2018/19
        District | Offences
        Thanet | 12
        Swale | 8
        Kent | 140
        """),
        force="Kent",
    )
    expect(found, "B3 = 12; place none\nB4 = 8; place none\nB5 = 140; place Kent")


def test_share_row_below_its_count():
    found = read(
        sheet("""
        Sexual communication with a child
        | 2017/18 | 2018/19
        Snapchat | 10 | 20
        % | 25% | 40%
        Total | 40 | 50
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 10; platforms Snapchat; measure offences
        C3 = 20; platforms Snapchat
        B4 = 25; measure offence_share; platforms Snapchat; period 2017/18
        C4 = 40; measure offence_share; platforms Snapchat
        B5 = 40; platforms none
        C5 = 50; platforms none; period 2018/19
        """,
    )


def test_line_list_with_a_count_below():
    rows = "\n".join(f"{n} | 0{n % 9 + 1}/05/2019 | Snapchat | {10 + n % 5} | F" for n in range(1, 13))
    found = read(
        sheet(f"""
        Sexual communication with a child, one row a crime, 2019/20
        Crime no | Date recorded | Platform | Victim age | Victim sex
        {rows}
        |
        Total | 12
        """),
        force="Kent",
    )
    expect(found, "A3:A14 = 12; period 2019/20; place Kent\nB16 = 12; period 2019/20; place Kent")


def test_catalogue_is_used_last_and_named():
    found = read(
        sheet("Year | Number\n2018/19 | 5\nAll | 9"),
        force="Kent",
        title="Sexual communication with a child",
        period_asked=(dt.date(2018, 4, 1), dt.date(2019, 3, 31)),
    )
    expect(found, "B2 = 5; period 2018/19; place Kent\nB3 = 9; place Kent; period 2018/19")
    assert found["B2"].from_catalogue == ("offence", "geography", "geography_type")
    assert "period_start" in found["B3"].from_catalogue
