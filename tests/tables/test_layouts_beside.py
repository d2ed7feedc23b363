"""What the lines beside tell: how numbers were found, what a total or a remark says, times of sections."""

from tests.tables.drawing import expect, read, sheet


def test_found_by_text_search():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Gwent Police, 2021/22
        The methods below come from a free text search of the crime notes. Crimes may name more than one method.

        Method | Number
        Snapchat | 31
        Instagram | 12
        """)
        ),
        """
        B5 = 31; platforms Snapchat; measure offences; period 2021/22
        B6 = 12; platforms Instagram; measure offences; period 2021/22
        """,
    )


def test_results_of_search_sheet():
    expect(
        read(
            sheet(
                """
        Offences of sexual communication with a child by financial year
        Year | Offences
        2021/22 | 80
        """,
                "Offences",
            ),
            sheet(
                """
        Results after a manual review of each crime report
        App | 2021/22
        Kik | 7
        TikTok | 9
        """,
                "Apps",
            ),
        ),
        """
        Offences!B3 = 80; period 2021/22
        Apps!B3 = 7; platforms Kik; measure offences
        Apps!B4 = 9; platforms TikTok; measure offences
        """,
    )


def test_hits_are_no_offences():
    expect(
        read(
            sheet("""
        Sexual communication with a child: offences recorded 2021/22
        Offences | 80

        Keyword searched | Keyword hits
        Snapchat | 310
        Instagram | 211
        """)
        ),
        """
        B2 = 80; measure offences
        """,
    )


def test_remark_no_title():
    expect(
        read(
            sheet("""
        Victims of sexual communication with a child by age, 2020/21
        A crime can involve several children.
        Age | Victims' number
        Under 10 | 5
        10-13 | 30
        """)
        ),
        """
        B4 = 5; measure victims; ages 0-9
        B5 = 30; measure victims; ages 10-13
        """,
    )


def test_remark_no_title2():
    expect(
        read(
            sheet("""
        Sexual communication with a child: offences by platform, 2020/21
        Each victim could be contacted on more than one platform.
        Platform | 2020/21
        Kik | 5
        Snapchat | 30
        """)
        ),
        """
        B4 = 5; measure offences
        B5 = 30; measure offences
        """,
    )


def test_total_names_victims():
    expect(
        read(
            sheet("""
        Sexual communication with a child, sex of the child, Kent
        Financial year | Girls | Boys | Sex not known | Total victims
        2019/20 | 40 | 9 | 1 | 50
        2020/21 | 45 | 11 | 4 | 60
        """)
        ),
        """
        B3 = 40; measure victims; sex female
        C3 = 9; measure victims; sex male
        E3 = 50; measure victims
        B4 = 45; measure victims
        C4 = 11; measure victims
        E4 = 60; measure victims
        """,
    )


def test_total_names_offences():
    expect(
        read(
            sheet("""
        Victim profile, sexual communication with a child, 2020/21
        Age | Number
        Under 12 | 40
        12 to 15 | 52
        16 and 17 | 4
        Total offences | 96
        """)
        ),
        """
        B3 = 40; measure offences
        B4 = 52; measure offences
        B5 = 4; measure offences
        B6 = 96; measure offences
        """,
    )


def test_sheet_named_breakdown():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child
        Year | Number
        2021 | 40
        """),
            sheet(
                """
        | Northshire | Old Town | Riverbank | Total
        2020 | 10 | 12 | 9 | 31
        2021 | 11 | 15 | 14 | 40
        """,
                "Borough breakdown",
            ),
            force="Sussex",
        ),
        """
        Sheet1!B3 = 40
        Borough breakdown!B2 = 10; place none; period 2020
        Borough breakdown!C2 = 12
        Borough breakdown!D2 = 9
        Borough breakdown!E2 = 31; place Sussex:force
        Borough breakdown!B3 = 11
        Borough breakdown!C3 = 15
        Borough breakdown!D3 = 14
        Borough breakdown!E3 = 40
        """,
    )


def test_title_is_list():
    expect(
        read(
            sheet("""
        Sexual communication with a child (s.15A), 2022/23

        Table 3 - Local Policing Areas
        | Offences
        Ashdown | 14
        Millfield | 22
        Force | 36
        """),
            force="Sussex",
        ),
        """
        B5 = 14; place none
        B6 = 22; place none
        B7 = 36; place Sussex:force
        """,
    )


def test_sheet_named_else():
    expect(
        read(
            sheet("""
        Sexual communication with a child: offences, 2022/23
        Year | Number
        2022/23 | 36
        """),
            sheet(
                """
        | Blue | Green | Brown
        2022/23 | 4 | 5 | 6
        """,
                "Ethnicity breakdown",
            ),
            force="Sussex",
        ),
        """
        Sheet1!B3 = 36
        """,
    )


def test_measure_column():
    expect(
        read(
            sheet("""
        Sexual communication with a child - Surrey
        Category | 2020/21 | 2021/22
        Crimes recorded | 50 | 60
        Victims | 55 | 66
        of which boys | 10 | 12
        of whom under 13 | 20 | 21
        """),
        ),
        """
        B3 = 50; measure offences; offence sexual_communication_with_a_child
        C3 = 60; measure offences
        B4 = 55; measure victims
        C4 = 66; measure victims
        B5 = 10; measure victims; sex male; offence sexual_communication_with_a_child
        C5 = 12; measure victims; sex male
        B6 = 20; measure victims; ages 0-12
        C6 = 21; measure victims; ages 0-12
        """,
    )


def test_category_of_offences():
    expect(
        read(
            sheet("""
        Sexual offences against children - Surrey
        Category | 2020/21 | 2021/22
        Sexual communication with a child | 50 | 60
        Abuse of trust | 2 | 3
        Familial offences | 20 | 22
        """),
        ),
        """
        B3 = 50; offence sexual_communication_with_a_child
        C3 = 60
        B4 = 2; offence abuse_of_trust
        C4 = 3
        B5 = 20
        C5 = 22
        """,
    )


def test_change_unit_row():
    expect(
        read(
            sheet("""
        Sexual communication with a child - Surrey
        Measure | Unit | 2020/21 | 2021/22
        Offences | Count | 50 | 60
        Change on previous year | Percentage |  | 20
        Offences on Snapchat | Percentage | 30 | 35
        """),
        ),
        """
        C3 = 50; measure offences
        D3 = 60; measure offences
        D4 = 20; measure offence_change; unit percent_change; period 2021/22; against 2020/21
        C5 = 30; measure offence_share; platforms Snapchat
        D5 = 35; measure offence_share; platforms Snapchat
        """,
    )


def test_change_unit_col():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Force | 2020/21 | 2021/22 | Rise or fall |
        |  |  | No. | %
        Kent | 50 | 60 | 10 | 20
        Essex | 40 | 30 | -10 | -25
        """),
        ),
        """
        B4 = 50; place Kent:force
        C4 = 60
        E4 = 20; measure offence_change
        B5 = 40
        C5 = 30
        E5 = -25; measure offence_change
        """,
    )


def test_section_other_time():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Essex
        Age of victim | 2019/20 | 2020/21
        Under 13 | 30 | 33
        13-15 | 41 | 44

        Offences in 2020/21 by sex of victim
        Female | 60
        Male | 17
        """),
        ),
        """
        B3 = 30
        C3 = 33
        B4 = 41
        C4 = 44
        B7 = 60; period 2020/21; sex female
        B8 = 17; period 2020/21; sex male
        """,
    )


def test_section_year_over_months():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Essex
        Method | Apr-Jun | Jul-Sep
        2019/20
        Kik | 3 | 4
        Snapchat | 5 | 6

        2020/21
        Kik | 1 | 2
        Snapchat | 7 | 8
        """),
        ),
        """
        B4 = 3; period April to June 2019
        C4 = 4; period July to September 2019
        B5 = 5
        C5 = 6
        B8 = 1; period April to June 2020
        C8 = 2
        B9 = 7
        C9 = 8; period July to September 2020
        """,
    )
