"""Sheets in which most numbers are none of ours: logs of records and replies, other offences, suspects, work, parts."""

import pytest

from figuretrail.figure import SUBJECT
from tests.tables.drawing import expect, read, sheet


def test_how_many_days_a_reply_took_is_no_work_that_numbers_are_multiplied_into():
    expect(
        read(
            sheet("""
        Survey of forces: sexual communication with a child
        Ref | Force | Sent | Reply | Days taken | 2020/21 | 2021/22
        F1801 | Kent | @2022-05-01 | @2022-05-27 | 19 | 104 | 131
        1192 | Essex | @2022-05-01 | @2022-05-30 | 20 | 98 | 120
        22/71 | Surrey | @2022-05-01 | @2022-06-11 | 28 | 66 | 70
        0098 | Sussex | @2022-05-02 | @2022-06-01 | 21 | 80 | 77
        7711 | Dorset | @2022-05-02 | @2022-05-18 | 12 | 31 | 40
        """),
        ),
        """
        F3 = 104; place Kent; period 2020/21
        G3 = 131; place Kent; period 2021/22
        F4 = 98
        G4 = 120
        F5 = 66
        G5 = 70
        F6 = 80
        G6 = 77
        F7 = 31; place Dorset
        G7 = 40
        """,
    )


def test_a_survey_of_forces_counts_their_offences():
    expect(
        read(
            sheet("""
        Survey of police forces: sexual communication with a child
        Force | Working days | Offences in 2021
        Kent | 20 | 104
        Essex | 17 | 98
        """),
        ),
        """
        C3 = 104; place Kent; period 2021
        C4 = 98; place Essex
        """,
    )


def test_hours_of_work_leave_out_what_they_are_worked_out_from():
    found = read(
        sheet("""
        Sexual communication with a child: what question 3 would take
        Year | Records | Minutes for each | Hours
        2020/21 | 104 | 6 | 10.4
        2021/22 | 131 | 6 | 13.1
        """),
        force="Kent",
    )
    assert not found


def test_counts_of_a_pivot_table_beside_averages_and_days():
    expect(
        read(
            sheet("""
        Offence | Sexual communication with a child
         |
        Row Labels | Count of Crime Ref | Average of Vic Age | Sum of Days Open
        2020 | 30 | 12.4 | 820
        2021 | 41 | 12.9 | 990
        Grand Total | 71 | 12.7 | 1810
        """),
            force="Kent",
        ),
        """
        B4 = 30; period 2020
        B5 = 41; period 2021
        B6 = 71
        """,
    )


def test_parts_of_suspects_among_parts_of_victims():
    expect(
        read(
            sheet("""
        Year | Breakdown | Category | Number
        2021 | Total | All | 60
        2021 | Platform | Snapchat | 22
        2021 | Platform | Kik | 9
        2021 | Age | Under 13 | 20
        2021 | Age | 13-15 | 40
        2021 | Suspect age | Under 18 | 11
        2021 | Suspect age | 18-30 | 30
        """),
            force="Kent",
            title="Sexual communication with a child",
        ),
        """
        D2 = 60; period 2021
        D3 = 22; platforms Snapchat
        D4 = 9
        D5 = 20; ages 0-12
        D6 = 40; ages 13-15
        """,
    )


def test_lists_named_in_a_column_with_the_sex_of_offenders():
    found = read(
        sheet("""
        Sexual communication with a child, Kent, 2021/22
        Measure of | Group | Crimes
        Victim sex | Female | 80
        Victim sex | Male | 24
        Offender sex | Female | 3
        Offender sex | Male | 99
        """),
    )
    assert {cell: figure.victim_sex for cell, figure in found.items()} == {"C3": "female", "C4": "male"}


def test_other_offences_of_the_same_act_without_a_heading():
    found = read(
        sheet("""
        Table 4: selected sexual offences recorded, Essex
         | 2019/20 | 2020/21
        Sexual assault on a female child under 13 | 70 | 66
        Sexual activity involving a child under 16 | 210 | 188
        Sexual communication with a child | 90 | 104
        Abuse of position of trust | 6 | 4
        All the above | 376 | 362
        """),
    )
    ours = {cell for cell, figure in found.items() if figure.offence == "sexual_communication_with_a_child"}
    assert ours == {"B5", "C5"}
    assert found["B7"].offence == "several_offences"


def test_other_offences_across():
    found = read(
        sheet("""
        Recorded crime in Kent
        Year | Sexual assault of a boy | Sexual communication with a child | Inciting a girl to a sexual act
        2020 | 12 | 104 | 30
        2021 | 15 | 131 | 22
        """),
    )
    ours = {cell for cell, figure in found.items() if figure.offence == "sexual_communication_with_a_child"}
    assert ours == {"C3", "C4"}


def test_the_age_of_the_youngest_suspect_is_no_victims():
    expect(
        read(
            sheet("""
        FOI 118/22 Sexual communication with a child
        Question | Answer
        1. How many offences were recorded in 2021/22? | 131
        2. What was the age of the youngest suspect? | 14
        3. What was the age of the youngest victim? | 8
        """),
            force="Kent",
        ),
        """
        B3 = 131; period 2021/22
        B5 = 8; measure victim_age
        """,
    )


def test_the_oldest_offender_beside_the_oldest_victim():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        Year | Offences | Oldest victim | Oldest offender | Youngest person charged
        2021 | 104 | 15 | 71 | 18
        2022 | 131 | 15 | 66 | 19
        """),
        ),
        """
        B3 = 104
        C3 = 15; measure victim_age
        B4 = 131
        C4 = 15; measure victim_age
        """,
    )


def test_a_log_of_incidents_is_numbered_by_what_stands_before_number():
    found = read(
        sheet("""
        Incident No | Date/time | Opening code | Offence | Victim DOB year | Risk score
        118 | @2021-01-03 | SEX | Sexual communication with a child | 2008 | 3
        512 | @2021-02-11 | SEX | Sexual communication with a child | 2007 | 4
        730 | @2021-03-09 | DOM | Sexual communication with a child | 2010 | 2
        811 | @2021-03-21 | SEX | Sexual communication with a child | 2009 | 5
        990 | @2021-05-17 | SEX | Sexual communication with a child | 2006 | 1
        """),
        force="Kent",
    )
    expect(found, "A2:A6 = 5; period 3 January 2021 to 17 May 2021")


def test_records_tell_how_many_victims_each_had():
    found = read(
        sheet("""
        Sexual communication with a child - crimes recorded 2022
        OCC No | Created | No. of victims | Youngest victim | App
        22000188 | @2022-01-04 | 1 | 12 | Snapchat
        22000912 | @2022-01-28 | 2 | 9 | Kik
        22001410 | @2022-02-14 | 1 | 14 | Discord
        22002211 | @2022-04-09 | 1 | 13 | Snapchat
        22003817 | @2022-06-30 | 3 | 10 | Snapchat
        """),
        force="Kent",
    )
    expect(found, "A3:A7 = 5; period 2022")


def test_records_of_other_offences_too():
    found = read(
        sheet("""
        Crimes with an online flag, 2021
        Crime no | Recorded | Offence | Victim's age | Loss
        C1182 | @2021-01-03 | Sexual communication with a child | 12 |
        C1399 | @2021-01-17 | Fraud by false representation | 54 | 1200
        C1777 | @2021-02-26 | Sexual communication with a child | 14 |
        C2050 | @2021-04-12 | Harassment | 31 |
        C2391 | @2021-06-04 | Blackmail | 17 | 500
        """),
        force="Kent",
    )
    assert not found


def test_records_with_names_in_capitals_and_underscores():
    rows = ["42/101 | 2021-04-03", "42/118 | 2021-04-19", "42/190 | 2021-05-08", "42/233 | 2021-06-27"]
    rest = "071/17 | SEXUAL COMMUNICATION WITH A CHILD | 12 | F | SNAPCHAT"
    drawn = "CRIME_REF | REC_DATE | HO_CODE | OFFENCE_DESC | VIC_AGE | VIC_GENDER | MO_PLATFORM\n"
    found = read(sheet(drawn + "\n".join(f"{row} | {rest}" for row in [*rows, "42/301 | 2021-07-14"])), force="Kent")
    assert [cell for cell in found if ":" not in cell] == []


def test_numbers_of_crimes_are_counts_where_nothing_else_is():
    found = read(
        sheet("""
        Sexual communication with a child, Kent
        Year | Crime number
        2020 | 104
        2021 | 131
        2022 | 140
        """),
    )
    assert [figure.value for figure in found.values()] == [104, 131, 140]
    found = read(
        sheet("""
        Sexual communication with a child, Kent
        District | Incident number
        Ashford | 12
        Dover | 9
        Swale | 14
        Thanet | 31
        Total | 66
        """),
    )
    assert [figure.value for figure in found.values()] == [12, 9, 14, 31, 66]


def test_bands_in_words_beside_a_total():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent, 2021: age of victim
         | Under ten | Ten to twelve | Thirteen and over | Total
        Girls | 4 | 31 | 60 | 95
        Boys | 1 | 4 | 10 | 15
        """),
        ),
        """
        B3 = 4; ages 0-9; sex female
        C3 = 31; ages 10-12
        D3 = 60; ages 13-
        E3 = 95; sex female
        B4 = 1
        C4 = 4
        D4 = 10; sex male
        E4 = 15
        """,
    )


def test_descriptions_of_codes_are_what_was_counted():
    found = read(
        sheet("""
        Kent recorded crime
        HO code | HO subcode | Description | 2020/21 | 2021/22
        071 | 17 | Sexual communication with a child | 104 | 131
        088 | 01 | Meeting a girl following grooming | 9 | 7
        088 | 02 | Meeting a boy following grooming | 1 | 2
        """),
    )
    ours = {cell for cell, figure in found.items() if figure.offence == "sexual_communication_with_a_child"}
    assert ours == {"D3", "E3"}


def test_online_and_not_online_are_no_means():
    assert not read(
        sheet("""
        Kent 2021
        Offence | Offence type | Number
        Sexual communication with a child | Online | 98
        Sexual communication with a child | Not online | 6
        """),
    )


def test_the_offender_and_the_victim_of_the_law():
    expect(
        read(
            sheet("""
        Offence | Detail | 2021
        Sexual communication with a child | Offender 18 or over, victim girl under 16 | 99
        Sexual communication with a child | Offender 18 or over, victim boy under 16 | 32
        Sexual communication with a child | Total | 131
        """),
            force="Kent",
        ),
        """
        C2 = 99; sex female; measure offences
        C3 = 32; sex male; measure offences
        C4 = 131
        """,
    )


def test_response_times_beside_counts_of_years():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        Force | Crimes in 2021 | Crimes in 2022 | Response time (hours)
        Kent | 104 | 131 | 40
        Essex | 98 | 99 | 38
        """),
        ),
        """
        B3 = 104; period 2021; place Kent
        C3 = 131; period 2022
        B4 = 98
        C4 = 99; place Essex
        """,
    )


def test_or_more_in_the_place_of_a_number():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent
        Platform | 2020 | 2021
        Kik | 5 or fewer | 10 or more
        Snapchat | 14 | Twenty or more
        """),
        ),
        """
        B3 = 5; bound <=
        C3 = 10; bound >=
        B4 = 14
        C4 = 20; bound >=
        """,
    )


def test_a_few_records_with_references_and_days():
    found = read(
        sheet("""
        Sexual communication with a child
        Crime Ref | Recorded | Service | Vic sex | Vic age
        5422056943 | @2022-01-02 | Kik | F | 12
        5422094793 | @2022-01-15 | Snapchat | M | 11
        5422072992 | @2022-02-24 | Kik | F | 9
        """),
        force="Kent",
    )
    assert list(found) == ["A3:A5"]


def test_the_total_below_records_is_a_figure():
    found = read(
        sheet("""
        Sexual communication with a child 2021
        Crime Ref | Recorded | App | Age
        C/118 | @2021-01-02 | Kik | 12
        C/190 | @2021-01-15 | Snapchat | 11
        C/377 | @2021-02-24 | Kik | 9
        C/401 | @2021-03-11 | Kik | 14
        C/512 | @2021-04-19 | Snapchat | 13
        Total crimes | 5 | |
        """),
        force="Kent",
    )
    expect(found, "A3:A7 = 5; period 2021\nB8 = 5; period 2021; place Kent; measure offences")


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("Of the sexual communication offences:", True),
        ("Sexual communication by app", True),
        ("Crimes of sexual communication only", True),
        ("Meeting a child following grooming only", False),
        ("Sexual communication between adults", False),
    ],
)
def test_a_short_name_below_a_list_of_offences(line, ours):
    found = read(
        sheet(f"""
        Offence | 2021 | 2022
        Sexual communication with a child | 30 | 36
        Meeting a child following sexual grooming | 4 | 5

        {line}
        on Snapchat | 11 | 14
        by text message | 2 | 1
        """),
        force="Kent",
    )
    named = {cell: figure for cell, figure in found.items() if figure.offence == SUBJECT}
    assert sorted(named) == ["B2", "B6", "B7", "C2", "C6", "C7"] if ours else ["B2", "C2"]
