"""Layouts of answers: words for numbers, heads that are records, names of columns, changes and years of a title."""

import pytest

from tests.tables.drawing import expect, read, sheet


def test_ministry_of_forces_with_rate():
    expect(
        read(
            sheet("""
        Police recorded sexual communication with a child by police force area, year ending March 2023
        Area Name | Number of offences | Rate per 1,000 population | Percentage change from previous year
        ENGLAND | 5900 | 0.1 | 4
        North East | 330 | 0.1 | -2
        Cleveland | 60 | 0.1 | 12
        WALES | 420 | 0.1 | 7
        Gwent | 70 | 0.1 | 1
        """),
        ),
        """
        B3 = 5900; place England:country; period 2022/23
        D3 = 4; measure offence_change; period 2022/23; against 2021/22
        B4 = 330; place North East:region
        D4 = -2
        B5 = 60; place Cleveland:force
        D5 = 12
        B6 = 420; place Wales:country
        D6 = 7
        B7 = 70; place Gwent:force
        D7 = 1
        """,
    )


def test_bands_written_in_words():
    expect(
        read(
            sheet("""
        Sexual communication with a child: offences by age of victim, Lincolnshire Police, 2021
        Age of victim | Offences
        Aged 9 and under | 4
        Aged ten to twelve | 20
        Thirteen | 15
        Fourteen | 16
        15 years | 11
        """),
        ),
        """
        B3 = 4; ages 0-9; period 2021
        B4 = 20; ages 10-12
        B5 = 15; ages 13-13
        B6 = 16; ages 14-14
        B7 = 11; ages 15-15
        """,
    )


def test_url_and_contact_lines():
    expect(
        read(
            sheet("""
        West Yorkshire Police | www.westyorkshire.police.uk
        Request number | 4471/23
        Requests received this year | 2310
        Offence | Sexual communication with a child (071/17)
        Year | Number
        2021 | 300
        2022 | 345
        """),
        ),
        """
        B6 = 300; period 2021
        B7 = 345; period 2022
        """,
    )


def test_a_record_of_the_answer_over_its_table():
    expect(
        read(
            sheet("""
        Force | Gwent Police
        Crimes searched | 412
        Home Office code | 071/17
        App | 2021/22 | 2022/23
        Kik | 5 | 6
        Snapchat | 30 | 33
        """),
        ),
        """
        B5 = 5; place Gwent; platforms Kik; period 2021/22; offence sexual_communication_with_a_child
        C5 = 6
        B6 = 30
        C6 = 33; place Gwent; period 2022/23
        """,
    )


def test_change_on_the_year_before_the_title():
    expect(
        read(
            sheet("""
        Sexual communication with a child in England and Wales, year ending March 2022
        Force | Number | Change on the year before (%)
        Kent | 160 | 8
        Essex | 171 | -3
        """),
        ),
        """
        B3 = 160; period 2021/22
        C3 = 8; measure offence_change; period 2021/22; against 2020/21
        B4 = 171
        C4 = -3; measure offence_change; against 2020/21
        """,
    )


def test_change_without_a_year_before():
    expect(
        read(
            sheet("""
        Sexual communication with a child in England and Wales, year ending March 2022
        Force | Number | Change (%)
        Kent | 160 | 8
        """),
        ),
        """
        B3 = 160; period 2021/22
        C3 = 8; measure offence_change; period 2021/22
        """,
    )


def test_ages_in_words_across():
    expect(
        read(
            sheet("""
        Sexual communication with a child, offences by age of victim, Dorset
        Age of victim | Under ten | Ten to thirteen | Fourteen and over
        2021 | 3 | 20 | 31
        2022 | 4 | 22 | 30
        """),
        ),
        """
        B3 = 3; ages 0-9; period 2021
        C3 = 20; ages 10-13
        D3 = 31; ages 14-
        B4 = 4
        C4 = 22
        D4 = 30; ages 14-
        """,
    )


def test_single_years_in_words():
    expect(
        read(
            sheet("""
        Victims of sexual communication with a child, Dorset, 2021/22
        Age | Girls | Boys
        Eleven | 4 | 1
        Twelve | 9 | 2
        """),
        ),
        """
        B3 = 4; ages 11-11; sex female; measure victims
        C3 = 1; ages 11-11; sex male
        B4 = 9; ages 12-12
        C4 = 2
        """,
    )


def test_answer_in_column_per_question():
    expect(
        read(
            sheet("""
        FOI answers about sexual communication with a child
        Force | 1. Offences 2021/22 | 2. Victims under 13 | 3. Snapchat | 4. Youngest victim (years)
        Kent | 160 | 40 | 50 | 6
        Essex | 171 | 44 | 61 | 7
        """),
        ),
        """
        B3 = 160; measure offences; period 2021/22
        C3 = 40; ages 0-12; measure victims
        D3 = 50; platforms Snapchat; measure offences
        E3 = 6; measure victim_age
        B4 = 171
        C4 = 44
        D4 = 61
        E4 = 7; measure victim_age
        """,
    )


def test_rolling_years():
    expect(
        read(
            sheet("""
        Sexual communication with a child: rolling 12 months to, South Yorkshire
        Jun-21 | Sep-21 | Dec-21 | Mar-22
        140 | 144 | 151 | 150
        """),
        ),
        """
        A3 = 140; period 1 July 2020 to 30 June 2021
        B3 = 144; period 1 October 2020 to 30 September 2021
        C3 = 151
        D3 = 150; period 2021/22
        """,
    )


def test_monthly_by_force_long():
    expect(
        read(
            sheet("""
        month | force | s15a_crimes
        2023-01 | Kent | 14
        2023-02 | Kent | 11
        2023-01 | Essex | 9
        """),
        ),
        """
        C2 = 14; period January 2023; place Kent; offence sexual_communication_with_a_child
        C3 = 11; period February 2023
        C4 = 9; place Essex
        """,
    )


def test_rolling_years_down():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent: offences, rolling year to the end of the month named
        Month | Offences
        Mar 2021 | 150
        Jun 2021 | 155
        """),
        ),
        """
        B3 = 150; period 2020/21
        B4 = 155; period 1 July 2020 to 30 June 2021
        """,
    )


def test_months_of_a_year_that_the_title_ends():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent: offences by month in the 12 months to March 2022
        Month | Offences
        Feb 2022 | 15
        Mar 2022 | 12
        """),
        ),
        """
        B3 = 15; period February 2022
        B4 = 12; period March 2022
        """,
    )


def test_columns_named_as_in_a_database():
    expect(
        read(
            sheet("""
        pfa_name | fin_year | scwc_offences | scwc_snapchat
        Kent | 2021-22 | 160 | 50
        Essex | 2021-22 | 171 | 61
        """),
        ),
        """
        C2 = 160; place Kent; period 2021/22; offence sexual_communication_with_a_child
        D2 = 50; platforms Snapchat
        C3 = 171; place Essex
        D3 = 61; platforms Snapchat
        """,
    )


def test_numbered_columns_of_victims():
    expect(
        read(
            sheet("""
        Sexual communication with a child, 2021/22
        Force | Q1. Offences | Q2. Victims aged 12 to 15 | Q3. Number of victims under 12
        Kent | 160 | 90 | 50
        Essex | 171 | 95 | 61
        """),
        ),
        """
        B3 = 160; measure offences
        C3 = 90; measure victims; ages 12-15
        D3 = 50; measure victims; ages 0-11
        B4 = 171
        C4 = 95
        D4 = 61
        """,
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Keyword search of the MO text of the above crimes",
        "Key word search in the notes of these offences",
        "Keyword searches across all recorded crimes",
    ],
)
def test_a_keyword_search_of_crimes_counts_crimes(heading):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        {heading}
        Year | Snapchat | Kik
        2021 | 110 | 7
        """)
        ),
        """
        B4 = 110; platforms Snapchat; period 2021; measure offences
        C4 = 7; platforms Kik; period 2021; measure offences
        """,
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Keyword search: records returned from all crimes",
        "Keyword search hits in the text of crimes",
        "Hours for a keyword search of all crimes",
    ],
)
def test_what_a_keyword_search_returned_or_cost_is_no_crime(heading):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police
        {heading}
        Year | Snapchat | Kik
        2021 | 110 | 7
        """)
    )
    assert not found
