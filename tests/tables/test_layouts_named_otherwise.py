"""Rows and titles that name something else beside ours, or speak of it in words that could be taken for it."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    ("text", "offence"),
    [
        ("All sexual offences recorded", "sexual_offences"),
        ("Total number of sexual offences", "sexual_offences"),
        ("The total recorded sexual offences against women", "sexual_offences"),
        ("Any other sexual offences", "sexual_offences"),
        ("All sexual offences against a child", "child_sexual_offences"),
        ("All Sexual Offences Act 2003 s15A", "sexual_communication_with_a_child"),
        ("All sexual offences of communication with a child", None),
    ],
)
def test_all_sexual_offences(text, offence):
    found = read_label(text).offence
    assert found == offence or (offence is None and found != "sexual_offences")


def test_rows_of_measures_under_the_heading_of_the_columns():
    found = read(
        sheet("""
        Norfolk Constabulary - sexual communication with a child 2017/18 to 2018/19
        Financial year | 17/18 | 18/19 | Total
        Crimes recorded | 24 | 31 | 55
        Average number a month | 2 | 2.6 |
        All sexual offences recorded | 1722 | 1901 |
        Victims aged under 12 in these crimes | 6 | 7 |
        """)
    )
    expect(
        {cell: figure for cell, figure in found.items() if figure.offence == "sexual_communication_with_a_child"},
        """
        B3 = 24; period 2017/18; measure offences
        C3 = 31; period 2018/19
        D3 = 55; period April 2017 to March 2019
        B4 = 2; measure offence_rate; unit per_month
        C4 = 2.6
        B6 = 6; measure victims; ages 0-11
        C6 = 7; period 2018/19
        """,
    )
    assert "it may speak of the offence of the row before it" in found["B6"].review_reasons


def test_rows_of_measures_under_the_name_of_the_months_above():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Gwent, 2022/23
        Quarter | Q1 | Q2
        Offences | 5 | 9
        Girls | 4 | 6
        Victims aged 12 to 13 | 1 | 2
        """),
        ),
        """
        B3 = 5; period April 2022 to June 2022
        C3 = 9; period July 2022 to September 2022
        B4 = 4; sex female
        C4 = 6
        B5 = 1; ages 12-13
        C5 = 2
        """,
    )


def test_of_these_is_of_the_row_before():
    found = read(
        sheet("""
        Sexual communication with a child, Gwent, 2022/23
        Measure | Number
        Indecent images of children | 90
        Of these, how many involved Snapchat? | 12
        """)
    )
    assert {figure.offence for figure in found.values()} <= {"indecent_images_of_children"}


def test_the_age_of_a_child_in_a_title_names_the_offence():
    found = read(
        sheet("""
        Sexual offences with a victim under 18 recorded by Cumbria Constabulary
          | 18/19 | 19/20
        All sexual offences with a victim under 18 | 612 | 655
        Sexual communication with a child | 29 | 35
        """)
    )
    assert (found["B4"].offence, found["B4"].victim_age_max) == ("sexual_communication_with_a_child", None)
    assert (found["B3"].offence, found["B3"].victim_age_max) == ("child_sexual_offences", None)


def test_a_younger_age_in_a_title_limits_it():
    found = read(
        sheet("""
        Sexual offences with victims aged under 13 recorded by Cumbria Constabulary
          | 18/19 | 19/20
        Meeting a child following sexual grooming | 1 | 2
        Sexual communication with a child | 29 | 35
        """)
    )
    assert (found["B4"].victim_age_min, found["B4"].victim_age_max) == (0, 12)


def test_how_a_number_was_made_up_makes_no_example():
    expect(
        read(
            sheet("""
        Offences, 2021/22, Cumbria
        A news report gave a different number. We have not seen how it was made up of ours.
        Sexual communication with a child: method
        Method | Offences
        Snapchat | 6
        Text message | 4
        """),
        ),
        "B5 = 6; platforms Snapchat\nB6 = 4; platforms SMS",
    )


def test_numbers_that_are_made_up_are_an_example():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Cumbria. The numbers are made up and show the layout.
        Method | Offences
        Snapchat | 6
        Text message | 4
        """),
        ),
        "",
    )


def test_not_recorded_makes_no_offences_of_arrests():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        Platform | 2020/21
        Kik | 5

        Arrests by year
          | 2020/21 | 2021/22
        Female | 5 | 84
        Male | 5 | 87
        Not recorded | 2 | 12
        All | 12 | 183
        """),
        ),
        "B3 = 5",
    )


def test_homes_of_children_are_no_victims():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent, 2021
        Question | Answer
        Number of offences | 50
        Number of children | 48
        Number of children's homes in the force area | 31
        How many girls' schools were visited | 9
        """),
        ),
        """
        B3 = 50; measure offences
        B4 = 48; measure victims
        """,
    )


@pytest.mark.parametrize("app", ["Kik", "Discord", "Viber"])
def test_an_app_named_in_a_question(app):
    assert read_label(f"How many of these were committed on {app} in 2022?").platforms == (app,)


def test_rates_of_our_offence_among_other_measures_are_left_out():
    expect(
        read(
            sheet("""
        Child sexual offences and online safety work in Lancashire
        Measure | 2020/21 | 2021/22
        Section 15A offences recorded | 171 | 229
        Section 15A offences per 10,000 children | 5.2 | 7.0
        CEOP referrals received | 1203 | 1322
        """),
        ),
        "B3 = 171; period 2020/21\nC3 = 229; period 2021/22",
    )


def test_a_position_of_trust_is_no_rank():
    found = read(
        sheet("""
        Offences in Essex, 2021
        Offence | Number
        Sexual communication with a child | 40
        Abuse of position of trust of a sexual nature | 2
        """)
    )
    assert {cell: figure.offence for cell, figure in found.items()} == {
        "B3": "sexual_communication_with_a_child",
        "B4": "abuse_of_trust",
    }


def test_an_index_counts_nothing():
    expect(
        read(
            sheet("""
        Section 15A offences recorded by Essex Police
        Year | No. | Index (2017/18 = 100)
        2017/18 | 77 | 100
        2018/19 | 96 | 124.7
        """),
        ),
        "B3 = 77; period 2017/18\nB4 = 96; period 2018/19",
    )


def test_states_of_crimes_are_no_offences():
    expect(
        read(
            sheet("""
        SCWC by crime status, Kent
        Status | 2022 | 2023
        Filed | 60 | 50
        Under investigation | 20 | 60
        Total | 80 | 110
        """),
        ),
        "B5 = 80; period 2022\nC5 = 110; period 2023",
    )


@pytest.mark.parametrize(
    ("text", "offence"),
    [
        ("All offences that these 37 forces recorded in the five years", None),
        ("All crimes that were recorded", None),
        ("All offences which the police have recorded since 2017", None),
        ("All offences that mention Snapchat", "all_offences"),
        ("All crimes that were recorded as online", "all_offences"),
        ("All offences that the police recorded with a keyword", "all_offences"),
    ],
)
def test_all_that_were_recorded_are_of_no_other_kind(text, offence):
    assert read_label(text).offence == offence


def test_victims_cut_short_beside_the_offences():
    expect(
        read(
            sheet("""
        S.15A SOA 2003 - sex. comms w. a child, Lincs Police
        FYE | Offs rec'd | of which vic F | of which vic M | Vic <11 | No. of susps
        FYE 03/20 | 17 | 13 | 3 | 2 | 9
        FYE 03/21 | 21 | 17 | 4 | 5 | 11
        """),
            force="Lincolnshire",
        ),
        """
        B3 = 17; measure offences; sex none; period 2019/20
        C3 = 13; measure offences; sex female
        D3 = 3; measure offences; sex male
        E3 = 2; measure offences; ages 0-10
        B4 = 21; measure offences; period 2020/21
        C4 = 17; sex female
        D4 = 4; sex male
        E4 = 5; ages 0-10
        """,
    )


def test_records_with_columns_cut_short():
    found = read(
        sheet("""
        Offence | FYE | Vic Age | Vic Sex | Comms method
        Sexual comms w. a child | FYE 03/20 | 12 | F | text msg
        Sexual comms w. a child | FYE 03/20 | 13 | F | fb msgr
        Sexual comms w. a child | FYE 03/21 | 12 | M | text msg
        Sexual comms w. a child | FYE 03/21 | 14 | M | Snapchat
        Sexual comms w. a child | FYE 03/21 | 14 | F | Snapchat
        """),
        force="Kent",
    )
    expect(found, "A2:A6 = 5; period April 2019 to March 2021; place Kent")


@pytest.mark.parametrize(
    ("title", "ages"),
    [
        ("SOA 2003 offences recorded, victim under 18", (None, None)),
        ("Recorded crimes with a victim under 16", (None, None)),
        ("Crimes recorded, victims aged 0-17", (None, None)),
        ("Crimes against victims aged 16 and under", (None, None)),
        ("Crimes recorded, victims aged under 13", (0, 12)),
        ("Crimes recorded, victims aged 10 to 17", (10, 17)),
    ],
)
def test_ages_of_every_child_limit_no_table(title, ages):
    found = read(
        sheet(f"""
        {title}
        Offence | 2018/19 | 2019/20
        Sexual communication w. a child | 66 | 71
        Meet a child foll. sexual grooming | 8 | 5
        """),
        force="Kent",
    )
    ours = [found[cell] for cell in ("B3", "C3")]
    assert [(figure.victim_age_min, figure.victim_age_max) for figure in ours] == [ages, ages]


@pytest.mark.parametrize(
    "heading",
    [
        "Platform found in the notes",
        "App named on the crime",
        "Site or app mentioned in the report",
        "Method recorded in free text",
        "Platforms flagged by officers",
        "Social media site noted on the record",
    ],
)
def test_a_list_named_with_where_its_entries_were_found(heading):
    found = read(
        sheet(f"""
        Sexual communication with a child offences, Kent Police
        Year | {heading} | |
        | Snapchat | Kik | Wizmo
        2020/21 | 4 | 5 | 6
        2021/22 | 7 | 8 | 9
        """)
    )
    assert {cell: figure.platforms for cell, figure in found.items() if cell != "D4" and cell != "D5"} == {
        "B4": ("Snapchat",),
        "C4": ("Kik",),
        "B5": ("Snapchat",),
        "C5": ("Kik",),
    }


@pytest.mark.parametrize(
    "heading", ["Suspects found in the notes", "Devices named on the crime", "Arrests noted on the record"]
)
def test_other_things_found_are_no_list(heading):
    found = read(
        sheet(f"""
        Sexual communication with a child offences, Kent Police
        Year | {heading} | |
        | Snapchat | Kik | Discord
        2020/21 | 4 | 5 | 6
        2021/22 | 7 | 8 | 9
        """)
    )
    assert found == {}


@pytest.mark.parametrize(
    ("said", "base"),
    [
        ("for which the forces could name one", "method_recorded"),
        ("in which it was known", "method_recorded"),
        ("where we were able to identify this", "method_recorded"),
        ("for which one could be identified", "method_recorded"),
        ("recorded by forces that could not name one", "all"),
        ("of the year in which they were reported", "all"),
    ],
)
def test_shares_of_those_for_which_one_was_named(said, base):
    found = read(
        sheet(f"""
        Sexual communication with a child in Kent: platforms used, as % of the offences {said}
        Platform | 2021/22 | 2022/23
        Snapchat | 44% | 43%
        Kik | 16% | 18%
        """)
    )
    assert {figure.base for figure in found.values()} == {base}


@pytest.mark.parametrize(("unknown", "base"), [("17.0%", "all"), ("-", "method_recorded"), ("", "method_recorded")])
def test_shares_of_all_where_the_unknown_has_one(unknown, base):
    found = read(
        sheet(f"""
        Sexual communication with a child in Kent, 2021: platform noted on the crime
        Platform | Crimes | %
        Snapchat | 30 | 56.6%
        Kik | 14 | 26.4%
        None noted | 9 | {unknown}
        """)
    )
    assert {found["C3"].base, found["C4"].base} == {base}
