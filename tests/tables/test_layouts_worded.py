"""Layouts of answers whose words stand for numbers, whose heads are records, or whose change is on the year before."""

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
