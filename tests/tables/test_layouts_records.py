"""Records one by one, groups beside the offences in them, titles side by side, bands in words, questions of ages."""

import pytest

from tests.tables.drawing import expect, read, sheet


def test_records_with_references_and_an_age_hold_no_counts():
    found = read(
        sheet("""
        Sexual communication with a child, crimes recorded 1 January to 30 June 2022
        Crime number | Date | App | Gender V | V age
        44220012345 | @2022-01-04 | Snapchat | F | 12
        44220018711 | @2022-01-19 | Kik | F | 11
        44220024410 | @2022-02-02 | Snapchat | M | 9
        44220031903 | @2022-03-27 | Instagram | F | 14
        44220040028 | @2022-04-11 | Snapchat | F | 15
        44220055561 | @2022-06-30 | Kik | U | 13
        """),
        force="Dorset",
    )
    expect(found, "A3:A8 = 6; period 1 January to 30 June 2022; place Dorset")


def test_records_of_days_without_a_reference():
    found = read(
        sheet("""
        Sexual communication with a child recorded in 2021
        Reported | Offence | Beat | Complainant yrs | Days open
        @2021-01-14 | Sexual communication with a child | AB12 | 12 | 30
        @2021-03-02 | Sexual communication with a child | AB14 | 13 | 44
        @2021-03-19 | Sexual communication with a child | AB12 | 13 | 21
        @2021-07-08 | Sexual communication with a child | AB09 | 10 | 8
        @2021-11-23 | Sexual communication with a child | AB12 | 15 | 102
        """),
    )
    assert not [cell for cell in found if ":" not in cell]


def test_records_with_a_one_for_each():
    found = read(
        sheet("""
        Sexual communication with a child, recorded 2021/22
        URN | Recorded on | Platform | Offences
        0421-118 | 03/04/2021 | Snapchat | 1
        0421-377 | 19/04/2021 | Kik | 1
        0621-045 | 08/06/2021 | Kik | 1
        0921-812 | 27/09/2021 | Snapchat | 1
        0222-101 | 14/02/2022 | WhatsApp | 1
        """),
    )
    assert not [cell for cell in found if ":" not in cell]


def test_answers_with_references_and_days_still_count():
    found = read(
        sheet("""
        Sexual communication with a child, offences by force
        FOI ref | Force | Date answered | 2020/21 | 2021/22
        F-2022-0181 | Kent | @2022-05-03 | 60 | 71
        1190/22 | Essex | @2022-05-19 | 44 | 52
        FOI 7731 | Surrey | @2022-06-06 | 21 | 20
        22-00518 | Sussex | @2022-06-14 | 33 | 41
        2022/118 | Dorset | @2022-06-27 | 12 | 9
        """),
    )
    assert len(found) == 10
    assert (found["D3"].value, found["D3"].geography) == (60, "Kent")


def test_the_finest_name_of_an_offence_is_what_was_counted():
    found = read(
        sheet("""
        Year | Crime group | Crime sub-group | Crime | Recorded
        2020/21 | Sexual offences | Sexual grooming | Sexual communication with a child | 40
        2020/21 | Sexual offences | Sexual grooming | Meeting a child following sexual grooming | 6
        2021/22 | Sexual offences | Sexual grooming | Sexual communication with a child | 52
        2021/22 | Sexual offences | Sexual grooming | Meeting a child following sexual grooming | 4
        """),
        force="Kent",
    )
    offences = [found[f"E{row}"].offence for row in range(2, 6)]
    assert offences == ["sexual_communication_with_a_child", "meeting_a_child_following_grooming"] * 2


def test_the_finer_column_is_known_without_a_heading_that_says_so():
    found = read(
        sheet("""
        Force | HO description | HO classification | Offences 2021
        Kent | Sexual communication with a child | Sexual grooming | 40
        Kent | Meeting a child following sexual grooming | Sexual grooming | 6
        Kent | Causing sexual activity without consent | Sexual offences | 3
        Essex | Sexual communication with a child | Sexual grooming | 52
        Essex | Meeting a child following sexual grooming | Sexual grooming | 4
        Essex | Causing sexual activity without consent | Sexual offences | 1
        """),
    )
    assert found["D2"].offence == found["D5"].offence == "sexual_communication_with_a_child"
    assert found["D3"].offence == "meeting_a_child_following_grooming"


def test_a_lone_row_in_a_group_is_of_its_own_name():
    found = read(
        sheet("""
        Offence | Offence category | 2021 | 2022
        Sexual communication with a child | Sexual grooming | 40 | 44
        """),
        force="Kent",
    )
    assert found["C2"].offence == found["D2"].offence == "sexual_communication_with_a_child"


def test_titles_of_two_tables_in_one_row():
    expect(
        read(
            sheet("""
        A. Sexual communication with a child, Kent, by app |  |  |  | B. Age, share of victims of recorded age |  |
         |  |  |  |  |  |
        Platform | 2020 | 2021 |  | Age | 2020 | 2021
        Kik | 4 | 6 |  | Under 13 | 40% | 35%
        Snapchat | 20 | 31 |  | 13 to 17 | 60% | 65%
        """),
        ),
        """
        B4 = 4; platforms Kik; period 2020; measure offences
        C4 = 6
        F4 = 40; unit percent; ages 0-12; base age_recorded; period 2020
        G4 = 35; base age_recorded
        B5 = 20
        C5 = 31
        F5 = 60; ages 13-17; base age_recorded
        G5 = 65
        """,
    )


def test_a_second_title_that_is_no_sentence():
    expect(
        read(
            sheet("""
        Sexual communication with a child. Offences by year, Kent |  |  | Share of offences with a known platform, 2021
         |  |  |  |
        Year | Offences |  | Platform | Share
        2020 | 50 |  | Kik | 12%
        2021 | 61 |  | Snapchat | 88%
        """),
        ),
        """
        B4 = 50; period 2020
        B5 = 61; period 2021
        E4 = 12; unit percent; platforms Kik; base method_recorded; period 2021
        E5 = 88; base method_recorded
        """,
    )


def test_by_sex_and_age_when_recorded_says_no_base():
    expect(
        read(
            sheet("""
        Victims of sexual communication with a child, Kent 2021, by age and sex when first recorded
        Age | Girls | Boys
        Under 13 | 12 | 4
        13 to 15 | 30 | 6
        """),
        ),
        """
        B3 = 12; base all; ages 0-12; sex female; measure victims
        C3 = 4; base all
        B4 = 30; base all
        C4 = 6; base all
        """,
    )


def test_bands_in_words_below_a_groups_name():
    expect(
        read(
            sheet("""
        Sexual communication with a child, offences, Kent
        Year | Total | Victim's age |  |
         |  | 10 or younger | 11 or older | Unknown
        2020 | 50 | 11 | 37 | 2
        2021 | 61 | 14 | 47 | 0
        """),
        ),
        """
        B4 = 50; period 2020
        C4 = 11; ages 0-10
        D4 = 37; ages 11-
        B5 = 61
        C5 = 14
        D5 = 47
        """,
    )


def test_bands_and_a_band_without_an_end():
    expect(
        read(
            sheet("""
        Sexual communication with a child, offences, Kent
        App | All | Age band |  |  | No age given
         |  | Up to 11 | 12 or 13 | 14 and above |
        Kik | 9 | 2 | 4 | 2 | 1
        Snapchat | 41 | 7 | 20 | 14 | 0
        """),
        ),
        """
        B4 = 9; platforms Kik
        C4 = 2; ages 0-11
        D4 = 4; ages 12-13
        E4 = 2; ages 14-
        B5 = 41
        C5 = 7
        D5 = 20
        E5 = 14; platforms Snapchat
        """,
    )


def test_questions_under_a_heading_of_their_own():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        No | What we were asked | Answer
        1 | How many of the offences recorded in 2021 had a victim aged between 10 and 12? | 14
        2 | In how many of the offences of 2021 were the children 13 or 14? | 30
        3 | How many crimes of 2021 were against a girl? | 51
        """),
        ),
        """
        C3 = 14; ages 10-12; period 2021
        C4 = 30; ages 13-14; period 2021
        C5 = 51; sex female
        """,
    )


def test_ages_after_a_verb():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent, 2021/22
        Item | Asked of us | Reply
        a | Recorded crimes in total? | 88
        b | Crimes where the victim was 8 to 11? | 17
        c | Crimes where the child was under 8? | 2
        """),
        ),
        """
        C3 = 88; period 2021/22
        C4 = 17; ages 8-11
        C5 = 2; ages 0-7
        """,
    )


def test_a_mark_for_what_was_not_on_the_list():
    expect(
        read(
            sheet("""
        Sexual communication with a child by platform, Kent
        Platform | 2020 | 2021
        Snapchat | 20 | 31
        TikTok | x | 9
        Skype | 6 | c
        x: TikTok was only added in 2021. c: removed from the system before 2021. nil: no offences.
        """),
        ),
        """
        B3 = 20
        C3 = 31
        B4 = none; status not_available
        C4 = 9
        B5 = 6
        C5 = none; status not_available
        """,
    )


def test_a_mark_for_what_was_dropped_beside_a_suppressed_one():
    expect(
        read(
            sheet("""
        Sexual communication with a child by platform, Kent
        Platform | 2020 | 2021
        Snapchat | 20 | 31
        MSN | 3 | #
        Kik | * | 6
        Key: # = category no longer used. *: fewer than 3. 0: none.
        """),
        ),
        """
        B3 = 20
        C3 = 31
        B4 = 3
        C4 = none; status not_available
        B5 = none; status suppressed
        C5 = 6
        """,
    )


def test_days_of_a_month_are_no_ages():
    found = read(
        sheet("""
        Sexual communication with a child under 16, Kent: children from 3 to 31 December 2017
        App | Victims
        Kik | 2
        Snapchat | 4
        """),
    )
    assert [(figure.measure, figure.victim_age_min, figure.victim_age_max) for figure in found.values()] == [
        ("victims", None, None)
    ] * 2


def test_a_footnote_on_the_law_says_nothing_of_a_hidden_number():
    expect(
        read(
            sheet("""
        Sexual communication with a child by platform, Kent
        Platform | 2017/18* | 2018/19
        Snapchat | 20 | 31
        Kik | * | 6
        * The offence was introduced on 3 April 2017. Numbers below 5 are shown as *
        """),
        ),
        """
        B3 = 20
        C3 = 31
        B4 = none; status suppressed
        C4 = 6
        """,
    )


def test_notes_that_name_offences_are_notes():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | 2021 | Notes
        Kent | 104 | Without meeting a child following grooming
        Essex | 98 | Sexual grooming not counted
        """),
    )
    assert {cell: figure.offence for cell, figure in found.items()} == dict.fromkeys(
        ("B3", "B4"), "sexual_communication_with_a_child"
    )


@pytest.mark.parametrize("reference", ["foi_ref", "Request ref", "FOI reference no", "Our ref"])
def test_references_of_answers_beside_what_each_gives(reference):
    found = read(
        sheet(f"""
        force | {reference} | offence | metric | period | compared_to | value
        Kent Police | 2023/0918 | Sexual communication with a child | offences | 2021-22 | | 69
        Kent Police | 2023/0918 | Sexual communication with a child | offences | 2022-23 | | 75
        Kent Police | 2023/0918 | Sexual communication with a child | pct_change | 2022-23 | 2019-20 | 8.7
        PSNI | F-2023-01802 | Sexual communication with a child | offences | 2022-23 | | no reply
        PSNI | F-2023-01802 | Sexual communication with a child | per_day | 2022-23 | | 0.51
        Met | 2023.124 | Sexual communication with a child | offences | 2022-23 | | 741
        """)
    )
    expect(
        found,
        """
        G2 = 69; place Kent; period 2021/22; measure offences
        G3 = 75; place Kent; period 2022/23
        G4 = 8.7; place Kent; period 2022/23; against 2019/20; unit percent_change
        G5 = none; place Northern Ireland; status not_available
        G6 = 0.51; place Northern Ireland; unit per_day; period 2022/23
        G7 = 741; place Metropolitan Police
        """,
    )


@pytest.mark.parametrize("name", ["Baseline year", "Comparison year", "Compared with"])
def test_the_year_that_a_change_is_told_since_in_a_column_of_its_own(name):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | Year | {name} | Offences | % change
        Kent | 2022 | 2019 | 60 | 20
        Surrey | 2022 | 2021 | 30 | -25
        """)
    )
    expect(
        found,
        """
        D3 = 60; period 2022
        E3 = 20; period 2022; against 2019; measure offence_change
        D4 = 30; period 2022
        E4 = -25; period 2022; against 2021; measure offence_change
        """,
    )


def test_a_comparison_in_words_is_a_remark():
    found = read(
        sheet("Sexual communication with a child\nForce | 2022 | Comparison\nKent | 60 | higher\nSurrey | 30 | lower")
    )
    expect(found, "B3 = 60; place Kent; period 2022\nB4 = 30; place Surrey; period 2022")


def test_numbers_of_questions_headed_as_references():
    found = read(
        sheet("""
        Sexual communication with a child, Kent
        Ref | Question | Answer
        Q1 | Offences recorded in 2022 | 50
        Q1 | Offences on Snapchat in 2022 | 20
        Q2 | Offences recorded in 2023 | 55
        """)
    )
    expect(found, "C3 = 50; period 2022\nC4 = 20; period 2022; platforms Snapchat\nC5 = 55; period 2023")


@pytest.mark.parametrize("heading", ["measure", "what", "unit counted", ""])
@pytest.mark.parametrize(("crimes", "victims"), [("crimes", "victims"), ("Recorded offences", "Number of victims")])
def test_a_column_says_in_each_row_what_is_counted(heading, crimes, victims):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child, Kent
            year | {heading} | group | n
            2020/21 | {crimes} | all | 46
            2020/21 | {crimes} | Snapchat | 15
            2020/21 | {victims} | female | 34
            2020/21 | {victims} | male | 10
            """)
        ),
        """
        D3 = 46; measure offences; period 2020/21; platforms none
        D4 = 15; measure offences; platforms Snapchat
        D5 = 34; measure victims; sex female
        D6 = 10; measure victims; sex male
        """,
    )


def test_a_column_that_says_the_same_in_each_row_changes_nothing():
    expect(
        read(
            sheet("""
            Sexual communication with a child, Kent
            year | measure | group | n
            2020/21 | crimes | all | 46
            2020/21 | crimes | female | 34
            """)
        ),
        """
        D3 = 46; measure offences
        D4 = 34; measure offences; sex female
        """,
    )
