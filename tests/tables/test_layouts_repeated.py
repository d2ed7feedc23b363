"""What rows say again, or besides: groups of rows under each year, offences after victims, questions by number."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


def test_the_same_rows_again_below_each_year():
    expect(
        read(
            sheet("""
        Sexual communication with a child in Gwent
         | Snapchat | Kik | Any platform
        Financial year 2019/20
        Count | 12 | 3 | 21
        Per cent | 57% | 14% |
        Financial year 2020/21
        Count | 15 | 4 | 25
        Per cent | 60% | 16% |
        Financial year 2021/22
        Count | 18 | 6 | 30
        Per cent | 60% | 20% |
        """),
        ),
        """
        B4 = 12; period 2019/20; platforms Snapchat
        C4 = 3
        D4 = 21; period 2019/20; base method_recorded
        B5 = 57; period 2019/20; platforms Snapchat
        C5 = 14
        B7 = 15; period 2020/21; platforms Snapchat
        C7 = 4; platforms Kik
        D7 = 25; period 2020/21; base method_recorded
        B8 = 60; platforms Snapchat
        C8 = 16
        B10 = 18; period 2021/22; platforms Snapchat
        C10 = 6; platforms Kik
        D10 = 30; period 2021/22; base method_recorded
        B11 = 60
        C11 = 20; platforms Kik
        """,
    )


def test_the_same_rows_again_below_each_force():
    expect(
        read(
            sheet("""
        SCWC recorded
         | 2021 | 2022
        Kent
        n | 41 | 52
        Sussex
        n | 38 | 44
        """),
        ),
        """
        B4 = 41; period 2021; place Kent
        C4 = 52; period 2022; place Kent
        B6 = 38; period 2021; place Sussex
        C6 = 44; period 2022; place Sussex
        """,
    )


def test_offences_after_the_victims_of_the_same_years():
    expect(
        read(
            sheet("""
        Victims of sexual communication with a child, Dorset
        Sex | 2020/21 | 2021/22
        Girls | 50 | 61
        Boys | 9 | 12
        Everybody | 59 | 73

        Crimes recorded | 62 | 75
        """),
        ),
        """
        B3 = 50; period 2020/21; measure victims
        C3 = 61
        B4 = 9; measure victims
        C4 = 12
        B5 = 59; measure victims; period 2020/21
        C5 = 73; measure victims
        B7 = 62; measure offences; period 2020/21
        C7 = 75; measure offences; period 2021/22
        """,
    )


def test_victims_after_the_offences_by_platform():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Cleveland
        App | 2018/19 | 2019/20 | Both years
        Snapchat | 20 | 28 | 48
        Instagram | 11 | 9 | 20

        Number of victims | 34 | 40 | 74
        """),
        ),
        """
        B3 = 20; period 2018/19; platforms Snapchat
        C3 = 28
        D3 = 48
        B4 = 11
        C4 = 9; period 2019/20; platforms Instagram
        D4 = 20
        B6 = 34; measure victims; period 2018/19
        C6 = 40; measure victims; period 2019/20
        D6 = 74; measure victims
        """,
    )


def test_another_table_with_years_of_its_own_is_no_row_of_the_one_above():
    expect(
        read(
            sheet("""
        SCWC in Surrey
        Sex of victim | 2020/21 | 2021/22
        Girls | 31 | 40
        Boys | 8 | 7

        Arrests | 5 | 6
        """),
        ),
        """
        B3 = 31; period 2020/21
        C3 = 40
        B4 = 8
        C4 = 7; period 2021/22
        """,
    )


def test_questions_by_number_are_no_quarters():
    expect(
        read(
            sheet("""
        Lancashire Constabulary | | FOI 22/1187
        Sexual communication with a child, 2021/22
        Q1 | Crimes recorded | 87
        Q2 | Number of victims | 91
        Q3 | Hours spent on the search | 4
        """),
        ),
        """
        C3 = 87; period 2021/22; measure offences; place Lancashire
        C4 = 91; period 2021/22; measure victims
        """,
    )


def test_questions_by_number_under_the_name_of_a_time():
    expect(
        read(
            sheet("""
        SCWC, Suffolk, 2020/21 | | Answer
        Q.1 | How many offences were recorded? | 44
        Q.2 | How many forces share the system? | 2
        Q.3 | How many of the victims were girls? | 31
        """),
        ),
        """
        C2 = 44; period 2020/21; measure offences
        C3 = 2; measure forces
        C4 = 31; period 2020/21; sex female
        """,
    )


def test_quarters_beside_the_same_words_stay_quarters():
    expect(
        read(
            sheet("""
        SCWC in Essex 2020/21
        Quarter | What | Number
        Q1 | Offences recorded | 30
        Q2 | Offences recorded | 35
        Q3 | Offences recorded | 32
        """),
        ),
        """
        C3 = 30; period Apr-Jun 2020
        C4 = 35; period Jul-Sep 2020
        C5 = 32; period Oct-Dec 2020
        """,
    )


@pytest.mark.parametrize("word", ["National", "UK-wide", "Non-territorial", "Special police force"])
def test_a_force_of_no_region(word):
    expect(
        read(
            sheet(f"""
        SCWC by force
        Force | Region | 2021/22
        Kent | South East | 60
        British Transport Police | {word} | 4
        """),
        ),
        """
        C3 = 60; place Kent
        C4 = 4; place British Transport Police
        """,
    )


def test_a_part_of_a_force_in_a_column_of_regions_is_no_force():
    found = read(
        sheet("""
        SCWC by force
        Force | Region | 2021/22
        Kent | Thanet coast | 6
        Kent | Weald | 4
        """),
    )
    assert {figure.geography for figure in found.values()} == {None}


def test_answers_among_words_beside_questions():
    expect(
        read(
            sheet("""
        Cheshire Constabulary
        Ref | Request | Our response
        1 | How many offences of sexual communication with a child were recorded in 2022/23? | 71
        2 | Which unit investigates them? | Protecting Vulnerable People
        3 | What training do officers have? | See College of Policing
        """),
        ),
        """
        C3 = 71; period 2022/23
        """,
    )


def test_answers_among_words_with_a_number_as_text():
    expect(
        read(
            sheet("""
        Question | Reply
        Offences of sexual communication with a child in 2021, Humberside | '55
        Ages of the victims | Attached
        Name of the system | Connect
        Was Snapchat searched for | Yes, in the notes
        """),
        ),
        """
        B2 = 55; period 2021
        """,
    )


@pytest.mark.parametrize("heading", ["First published in", "Told on", "As stated in", "Issued in", "Reply sent on"])
def test_when_a_number_was_said_is_no_time_counted(heading):
    expect(
        read(
            sheet(f"""
        SCWC in Gwent: first and corrected numbers
        Financial year | First | {heading} | Corrected
        2019/20 | 31 | July 2020 | 33
        2020/21 | 40 | August 2021 | 39
        """),
        ),
        """
        B3 = 31; period 2019/20
        D3 = 33; period 2019/20
        B4 = 40; period 2020/21
        D4 = 39; period 2020/21
        """,
    )


@pytest.mark.parametrize(
    ("heading", "first"), [("Year to June", "Jul 2018 - Jun 2019"), ("Year ending March", "2018/19")]
)
def test_the_month_that_years_end_in_stands_over_them(heading, first):
    expect(
        read(
            sheet(f"""
        Recorded by Derbyshire Constabulary
        Offence | {heading} | |
         | 2019 | 2021 | 2022
        Sexual communication with a child | 38 | 81 | 97
        """),
        ),
        f"""
        B4 = 38; period {first}
        C4 = 81
        D4 = 97
        """,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Of which section 15A, for forces that answered our request",
        "Sexual communication with a child, from those who had my request",
    ],
)
def test_an_answered_request_counts_nothing(line):
    assert read_label(line).counted != "other"
    expect(
        read(
            sheet(f"""
        Sexual grooming by force
        Force | 2020/21 | 2021/22
        Kent | 96 | 99
        Sussex | 84 | 70

        {line}
        Kent | 60 | 62
        Sussex | 41 | 44
        """),
        ),
        """
        B3 = 96; offence sexual_grooming
        C3 = 99; offence sexual_grooming
        B4 = 84; offence sexual_grooming
        C4 = 70; offence sexual_grooming
        B7 = 60; period 2020/21; place Kent
        C7 = 62
        B8 = 41
        C8 = 44; period 2021/22; place Sussex
        """,
    )


def test_offences_after_arrests_make_none_of_them_offences():
    found = read(
        sheet("""
        Arrests for sexual communication with a child, Kent
        Sex | 2020/21 | 2021/22
        Female | 3 | 1
        Male | 50 | 61

        Offences recorded | 158 | 177
        """),
    )
    assert not {"B3", "C3", "B4", "C4"} & set(found)


def test_what_is_counted_below_districts_is_the_whole_forces():
    expect(
        read(
            sheet("""
        SCWC, Essex Police, by district
        District | 2020 | 2021
        Basildon | 30 | 5
        Harlow | 41 | 6

        Recorded incidents | 71 | 12
        Victims | 75 | 12
        """),
        ),
        """
        B3 = 30; place none
        C3 = 5
        B4 = 41
        C4 = 6; place none
        B6 = 71; place Essex; period 2020; measure offences
        C6 = 12; place Essex; period 2021
        B7 = 75; measure victims; place Essex; period 2020
        C7 = 12; measure victims
        """,
    )


def _below_apps(label):
    return read(
        sheet(f"""
        Sexual communication with a child, Kent
        App | 2020/21 | 2021/22
        Snapchat | 30 | 31
        Kik | 5 | 6

        {label} | 400 | 500
        """),
    )


@pytest.mark.parametrize("label", ["Firearms offences", "Wildlife offences"])
def test_another_thing_below_takes_no_columns_for_granted(label):
    assert all(figure.review for cell, figure in _below_apps(label).items() if cell.endswith("6"))


@pytest.mark.parametrize(("label", "offence"), [("Burglary offences", "burglary"), ("Shop thefts", "shoplifting")])
def test_another_offence_below_is_known_by_its_name(label, offence):
    assert {figure.offence for cell, figure in _below_apps(label).items() if cell.endswith("6")} == {offence}


def test_requests_are_counted_where_a_column_says_so():
    assert read_label("Our requests").counted == "other"
    assert read_label("Number of our requests refused").counted == "other"
