"""What officers do without a thought: two fields in a pivot table, an age with a sex, part years by several notes."""

import pytest

from figuretrail.tables.language.values import read_loosely
from figuretrail.tables.language.youngest import age_and_sex
from tests.tables.drawing import expect, read, sheet


def test_two_fields_under_each_year_of_a_pivot_table():
    found = read(
        sheet("""
        SCWC in Kent
        | Column Labels | | |
        | 2021/22 | | 2022/23 |
        Row Labels | Count of Crime No | Count of Victim No | Count of Crime No | Count of Victim No
        Snapchat | 20 | 21 | 30 | 31
        Grand Total | 25 | 26 | 36 | 39
        """)
    )
    expect(
        found,
        """
        B5 = 20; period 2021/22; measure offences; platforms Snapchat
        C5 = 21; period 2021/22; measure victims
        D5 = 30; period 2022/23; measure offences
        E5 = 31; period 2022/23; measure victims
        B6 = 25; period 2021/22; measure offences; platforms none
        C6 = 26; period 2021/22; measure victims
        D6 = 36; period 2022/23
        E6 = 39; period 2022/23; measure victims
        """,
    )


def test_a_number_sign_is_no_refusal():
    assert read_loosely("Count of Crime No") is None
    assert read_loosely("Crime No.") is None
    no = read_loosely("No")
    none_held = read_loosely("No information held")
    assert no is not None
    assert no.status == "not_available"
    assert none_held is not None
    assert none_held.status == "not_available"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("7 - Female", (7, "female")),
        ("5 (Male)", (5, "male")),
        ("Female aged 6", (6, "female")),
        ("8 years, girl", (8, "female")),
        ("M, 9", (9, "male")),
        ("12-15 female", None),
        ("Female", None),
        ("7", None),
        ("7 - Unknown", None),
        ("2 males", (2, "male")),
    ],
)
def test_an_age_with_a_sex(text, told):
    assert age_and_sex(text) == told


def test_the_youngest_victims_age_and_sex_down_and_across():
    down = read(
        sheet("""
        SCWC in Kent
        Year | Offences | Age and gender of youngest victim
        2021/22 | 20 | 7 - Female
        2022/23 | 30 | 5 (Male)
        """)
    )
    across = read(
        sheet("""
        SCWC in Kent
        | 2021/22 | 2022/23
        Offences | 20 | 30
        Youngest victim (age and gender) | 7 - Female | 5 - Male
        """)
    )
    expect(
        down,
        """
        B3 = 20; measure offences; sex none; period 2021/22
        C3 = 7; measure victim_age; sex female; period 2021/22
        B4 = 30; measure offences; sex none
        C4 = 5; measure victim_age; sex male; period 2022/23
        """,
    )
    expect(
        across,
        """
        B3 = 20; measure offences; sex none
        C3 = 30; measure offences
        B4 = 7; measure victim_age; sex female; period 2021/22
        C4 = 5; measure victim_age; sex male
        """,
    )


def test_numbers_of_persons_are_no_ages():
    found = read(
        sheet("""
        SCWC in Kent: offences by sex of victim
        Year | Offences | Victims
        2021/22 | 20 | 2 males
        2022/23 | 30 | 5 males
        """)
    )
    assert all(figure.measure != "victim_age" for figure in found.values())


def test_records_by_whether_they_were_crimed():
    found = read(
        sheet("""
        SCWC in Kent 2022/23
        Status | Count
        Crimed | 60
        No crimed | 5
        """)
    )
    expect(found, "B3 = 60; period 2022/23; measure offences")


RECORDS = """
SCWC crimes recorded in 2022/23, Kent
{heads}
{one} | Snapchat | F | N
{two} | Kik | M | N
{three} | Snapchat | F | Y
{four} | Snapchat | F | N
{five} | Kik | F | N
{six} | Kik | M | N
"""
REFERENCES = {
    "one": "46/1201/22 | 05/04/2022",
    "two": "46/1377/22 | 07/05/2022",
    "three": "46/1502/22 | 09/06/2022",
    "four": "46/1655/22 | 11/07/2022",
    "five": "46/1809/22 | 15/08/2022",
    "six": "46/2044/22 | 19/09/2022",
}


def test_records_without_a_number_and_one_of_them_cancelled():
    found = read(sheet(RECORDS.format(heads="Crime No | Date recorded | Platform | Sex | Cancelled", **REFERENCES)))
    expect(found, "A3:A8 = 5; period 2022/23; place Kent; measure offences")


def test_records_of_requests_are_none_of_offences():
    heads = "FOI ref | Date received | Platform | Sex | Answered"
    assert read(sheet(RECORDS.format(heads=heads, **REFERENCES))) == {}


def test_offences_charged_in_a_title_are_outcomes():
    found = read(
        sheet("""
        SCWC offences charged, Kent
        Year | Number
        2021 | 2
        2022 | 3
        """)
    )
    expect(found, "")


def test_what_else_is_told_of_the_youngest_victim_is_no_age():
    found = read(
        sheet("""
        SCWC in Kent
        | 2021/22 | 2022/23
        Offences | 20 | 30
        Age of youngest victim | 7 | Five
        Sex of youngest victim | Female | Not held
        Name of youngest victim's school | Exempt s40(2) | n/k
        Platform used to contact the youngest victim | Snapchat | Kik
        """)
    )
    assert {cell: figure.measure for cell, figure in found.items()} == {
        "B3": "offences",
        "C3": "offences",
        "B4": "victim_age",
        "C4": "victim_age",
    }


@pytest.mark.parametrize("mark", ["not provided", "n/a", "*"])
def test_no_number_among_percentages_is_a_share_that_is_not_told(mark):
    found = read(
        sheet(f"""
        Sexual communication with a child: share of offences, 2020/21
        | Kent | Dorset
        Snapchat | 29% | 32.1%
        Instagram | 22% | 17.3%
        WhatsApp | 8% | {mark}
        """)
    )
    assert (found["C5"].value, found["C5"].measure, found["C5"].unit) == (None, "offence_share", "percent")


def test_no_number_among_counts_and_percentages_is_a_count():
    found = read(
        sheet("""
        Sexual communication with a child in Kent
        | 2020/21 | 2021/22
        Offences recorded | 29 | 31
        Of which on Snapchat | 22 | not provided
        % on Snapchat | 76% | 60%
        """)
    )
    assert (found["C4"].value, found["C4"].measure) == (None, "offences")
