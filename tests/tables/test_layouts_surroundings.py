"""Layouts that only their surroundings explain: sums, units of rows, lists named over columns, notes, questions."""

from tests.tables.drawing import expect, read, sheet


def test_numbers_tell_an_unknown_total():
    found = read(
        sheet("""
        Sexual communication with a child
        Area | 2019/20 | 2020/21 | Three years
        Maidstone | 12 | 9 | 21
        Thanet | 20 | 22 | 42
        Force wide | 32 | 31 | 63
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 12; place none; period 2019/20
        C3 = 9; place none; period 2020/21
        D3 = 21; place none; period 2019-04-01 to 2021-03-31
        B4 = 20; place none; period 2019/20
        C4 = 22; place none; period 2020/21
        D4 = 42; place none; period 2019-04-01 to 2021-03-31
        B5 = 32; period 2019/20
        C5 = 31; period 2020/21
        D5 = 63; period 2019-04-01 to 2021-03-31
        """,
    )


def test_a_column_headed_year_closes_its_months():
    found = read(
        sheet("""
        Offences of sexual communication with a child
         | Recorded month | | Year
        App | Apr-21 | May-21 |
        Snapchat | 7 | 9 | 16
        All | 19 | 18 | 37
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B4 = 7; platforms Snapchat; period 2021-04-01 to 2021-04-30
        C4 = 9; platforms Snapchat; period 2021-05-01 to 2021-05-31
        D4 = 16; platforms Snapchat; period 2021-04-01 to 2021-05-31
        B5 = 19; period 2021-04-01 to 2021-04-30
        C5 = 18; period 2021-05-01 to 2021-05-31
        D5 = 37; period 2021-04-01 to 2021-05-31
        """,
    )


def test_units_of_rows_in_one_column():
    found = read(
        sheet("""
        Sexual communication with a child, 2020/21
        Measure | Platform | Value | Unit
        Recorded offences | Snapchat | 71 | Number
        Recorded offences | Kik | 38 | Number
        Share of recorded offences | Snapchat | 0.314 | %
        Share of recorded offences | Kik | 0.168 | %
        """),
        force="Kent",
    )
    expect(
        found,
        """
        C3 = 71; platforms Snapchat; period 2020/21
        C4 = 38; platforms Kik; period 2020/21
        C5 = 31.4; measure offence_share; platforms Snapchat; period 2020/21
        C6 = 16.8; measure offence_share; platforms Kik; period 2020/21
        """,
    )


def test_an_owners_total_covers_the_products_beside_it():
    found = read(
        sheet("""
        Sexual communication with a child
        Platform | 2021/22
        Facebook | 10
        Instagram | 20
        Meta-owned total | 30
        Snapchat | 9
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 10; platforms Facebook; period 2021/22
        B4 = 20; platforms Instagram; period 2021/22
        B5 = 30; platforms Facebook, Instagram; period 2021/22
        B6 = 9; platforms Snapchat; period 2021/22
        """,
    )


def test_a_share_column_is_of_the_column_before_it():
    found = read(
        sheet("""
        Victims of sexual communication with a child by gender
         | Female | % | Male | % | Total
        2019/20 | 80 | 80% | 20 | 20% | 100
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 80; measure victims; period 2019/20; sex female
        C3 = 80; measure victim_share; period 2019/20; sex female
        D3 = 20; measure victims; period 2019/20; sex male
        E3 = 20; measure victim_share; period 2019/20; sex male
        F3 = 100; measure victims; period 2019/20
        """,
    )


def test_a_change_and_its_percentage_below_the_years():
    found = read(
        sheet("""
        Sexual communication with a child
        Year | England | Wales
        2017/18 | 2,944 | 227
        2018/19 | 4,176 | 197
        Change | +1,232 | -30
        % | 41.8 | -13.2
        """),
    )
    expect(
        found,
        """
        B3 = 2944; place England; period 2017/18
        C3 = 227; place Wales; period 2017/18
        B4 = 4176; place England; period 2018/19
        C4 = 197; place Wales; period 2018/19
        B6 = 41.8; measure offence_change; place England; period 2018/19; against 2017/18
        C6 = -13.2; measure offence_change; place Wales; period 2018/19; against 2017/18
        """,
    )


def test_the_total_of_the_known_has_a_base_of_its_own():
    found = read(
        sheet("""
        Table 3: Method of communication (where known), sexual communication with a child, year ending 31 March 2021
        Method | Number | %
        Snapchat | 40 | 40%
        Total where known | 100 | 100%
        All offences | 122 |
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 40; platforms Snapchat; period 2020/21
        C3 = 40; measure offence_share; platforms Snapchat; period 2020/21; base method_recorded
        B4 = 100; period 2020/21; base method_recorded
        C4 = 100; measure offence_share; period 2020/21; base method_recorded
        B5 = 122; period 2020/21
        """,
    )


def test_parts_of_a_force_are_not_the_force():
    found = read(
        sheet("""
        Crimes of sexual communication with a child, Kent Police
         | 2019/20
        North Kent | 30
        East Kent | 40
        Kent total | 70
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 30; place none; period 2019/20
        B4 = 40; place none; period 2019/20
        B5 = 70; period 2019/20
        """,
    )


def test_names_of_lists_stand_over_columns():
    found = read(
        sheet("""
        Sexual communication with a child
         | District
        Year | Maidstone | Medway | Total
        2019/20 | 30 | 33 | 63
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B4 = 30; place none; period 2019/20
        C4 = 33; place none; period 2019/20
        D4 = 63; period 2019/20
        """,
    )


def test_words_in_place_of_numbers():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | 2019/20 | 2020/21 | Youngest victim
        Kent | *12 | pending | 8 years old
        Essex | 14 | no crimes recorded | aged 7
        Surrey | 15 | Low volume | 9
        """),
    )
    expect(
        found,
        """
        B3 = 12; place Kent; period 2019/20
        C3 = none; status not_available; place Kent; period 2020/21
        D3 = 8; measure victim_age; place Kent; period none
        B4 = 14; place Essex; period 2019/20
        C4 = 0; place Essex; period 2020/21
        D4 = 7; measure victim_age; place Essex; period none
        B5 = 15; place Surrey; period 2019/20
        C5 = none; status suppressed; place Surrey; period 2020/21
        D5 = 9; measure victim_age; place Surrey; period none
        """,
    )


def test_sections_of_the_act_are_offences_in_a_header():
    found = read(
        sheet("""
        Year | Sec 15 - meeting a child following grooming | Sec 15A - sexual communication | Sec 14
        2019 | 12 | 45 | 3
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B2 = 12; offence meeting_a_child_following_grooming; period 2019
        C2 = 45; period 2019
        D2 = 3; offence sec_14; period 2019
        """,
    )


def test_numbered_questions_go_on_where_the_one_before_stopped():
    found = read(
        sheet("""
        Question | Answer
        1) Number of offences under s15A SOA 2003 recorded between 1 April 2019 and 31 March 2020 | 77
        2) Same for 1 April 2020 - 31 March 2021 | 91
        3) Of those in 2020/21, number where victim was female | 70
        4) male | 15
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B2 = 77; period 2019/20
        B3 = 91; period 2020/21
        B4 = 70; period 2020/21; sex female
        B5 = 15; period 2020/21; sex male
        """,
    )


def test_a_letter_with_a_question_over_each_list():
    found = read(
        sheet("""
        Q1 The number of offences of sexual communication with a child (s15A) recorded in each of the last years.
        2019/20: | 45
        2020/21: | 66
        Q2 In each of those years how many were recorded where the victim was under the age of 13?
        2019/20: | 10
        2020/21: | 16
        Q3 The ages of the youngest victim in each year.
        2019/20: | 7
        2020/21: | 6
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B2 = 45; period 2019/20
        B3 = 66; period 2020/21
        B5 = 10; period 2019/20; ages 0-12
        B6 = 16; period 2020/21; ages 0-12
        B8 = 7; measure victim_age; period 2019/20
        B9 = 6; measure victim_age; period 2020/21
        """,
    )


def test_what_stands_above_a_total_of_platforms_is_another_table():
    found = read(
        sheet("""
        Sexual communication with a child, 2020/21 and 2021/22
        Snapchat
        2020/21 | 34
        2021/22 | 45
        All platforms
        2020/21 | 70
        2021/22 | 92
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 34; platforms Snapchat; period 2020/21
        B4 = 45; platforms Snapchat; period 2021/22
        B6 = 70; period 2020/21
        B7 = 92; period 2021/22
        """,
    )


def test_the_time_that_a_note_covers():
    found = read(
        sheet("""
        Grooming offences (s15A) by app
        App | Offences
        Snapchat | 34
        Data covers 01/04/2019 to 31/03/2020
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 34; platforms Snapchat; period 2019/20
        """,
    )


def test_years_that_end_in_a_month_of_the_title():
    found = read(
        sheet("""
        Sexual communication with a child offences in the 12 months ending 31 March
        2019 | 2020
        10 | 20
        """),
        force="Kent",
    )
    expect(
        found,
        """
        A3 = 10; period 2018/19
        B3 = 20; period 2019/20
        """,
    )


def test_a_row_of_remarks_is_no_header():
    found = read(
        sheet("""
        Responses on sexual communication with a child, 2021/22
        Force | Did they respond? | Offences | Snapchat
        Kent | Yes | 245 | 53
        Cambridgeshire | No | |
        Essex | Yes | 66 | 12
        Total (2 of 3 forces) | | 311 | 65
        """),
    )
    expect(
        found,
        """
        C3 = 245; place Kent; period 2021/22
        D3 = 53; platforms Snapchat; place Kent; period 2021/22
        C5 = 66; place Essex; period 2021/22
        D5 = 12; platforms Snapchat; place Essex; period 2021/22
        C6 = 311; period 2021/22
        D6 = 65; platforms Snapchat; period 2021/22
        """,
    )


def test_lists_of_several_sorts_in_one_column():
    found = read(
        sheet("""
        Year | Force | Category | Subcategory | Offences of sexual communication with a child
        2019/20 | Kent | platform | Snapchat | 40
        2019/20 | Kent | platform | Instagram | 30
        2019/20 | Kent | age | 0-11 | 20
        2019/20 | Kent | age | 12-15 | 50
        2019/20 | Kent | sex | Female | 60
        2019/20 | Kent | total | Total | 70
        """),
    )
    expect(
        found,
        """
        E2 = 40; platforms Snapchat; place Kent; period 2019/20
        E3 = 30; platforms Instagram; place Kent; period 2019/20
        E4 = 20; place Kent; period 2019/20; ages 0-11
        E5 = 50; place Kent; period 2019/20; ages 12-15
        E6 = 60; place Kent; period 2019/20; sex female
        E7 = 70; place Kent; period 2019/20
        """,
    )


def test_a_key_in_two_columns_on_another_sheet():
    found = read(
        sheet("Symbol | Meaning\n- | No offences\nW | Withheld, fewer than 5", name="Notes"),
        sheet("SCWC by app\nApp | 2021 | 2022\nSnapchat | 10 | W\nKik | - | 7", name="Data"),
        force="Kent",
    )
    assert {cell: (figure.value, figure.status) for cell, figure in found.items()} == {
        "Data!B3": (10.0, "reported"),
        "Data!C3": (None, "suppressed"),
        "Data!B4": (0.0, "reported"),
        "Data!C4": (7.0, "reported"),
    }


def test_answers_alone_under_their_questions():
    found = read(
        sheet("""
        Q1 How many offences of sexual communication with a child were recorded in 2018/19?
        60
        Q2 How many were on Snapchat?
        No information held
        """),
        force="Kent",
    )
    assert found["A2"].value == 60
    assert (found["A4"].status, found["A4"].platforms) == ("not_available", ("Snapchat",))


def test_a_sentence_that_states_a_number_heads_no_table():
    found = read(
        sheet("""
        There were 130 offences of sexual communication with a child, of which 45 (35%) were on Snapchat.
        Year | Number of offences
        2018/19 | 60
        2019/20 | 70
        """),
        force="Kent",
    )
    expect(found, "B3 = 60; platforms none; unit count\nB4 = 70; platforms none; unit count")


def test_a_title_says_what_unknown_names_are():
    found = read(
        sheet("""
        Sexual communication with a child by district and year
         | 2018/19
        Crewe | 10
        Halton | 8
        """),
        force="Cheshire",
    )
    expect(found, "B3 = 10; place none; period 2018/19\nB4 = 8; place none; period 2018/19")
