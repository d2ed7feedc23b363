"""Layouts in other writers' manners: two languages, reference rows, a sheet's own marks, years by their last month."""

import pytest

from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.values import read_text
from tests.tables.drawing import expect, read, sheet


def test_labels_in_two_languages():
    found = read(
        sheet("""
        Nifer y troseddau / Number of offences: sexual communication with a child
        Blwyddyn / Year | Oedran / Age |  |  | Cyfanswm / Total
         | 0-10 | 11-13 | 14 + | 
        2019/2020 | 7 | saith / seven | [c] | 30
        """)
    )
    expect(
        found,
        """
        B4 = 7; period 2019/20
        C4 = 7; period 2019/20
        D4 = none; period 2019/20; status suppressed
        E4 = 30; period 2019/20
        """,
    )
    assert (found["B4"].victim_age_min, found["B4"].victim_age_max) == (0, 10)
    assert (found["D4"].victim_age_min, found["D4"].victim_age_max) == (14, None)


def test_two_unknown_words_are_no_translation():
    assert not read_label("Zangi / Borka").roles
    assert read_text("boys / 12") is None


def test_a_reference_row_and_a_letterhead_title_nothing():
    found = read(
        sheet("""
        DORSET POLICE - INFORMATION COMPLIANCE UNIT
        Freedom of Information Request 11/22
        Ref. 11/22 | Cost of reply | £62.50

        Offence | 2020 | 2021*
        Sexual communication with a child | 41 | 63
        Arranging a child sex offence | 2 | 3
        We count by year of recording; 2021* is 1 January to 30 June.
        """)
    )
    assert found["B6"].geography == "Dorset"
    assert {cell: found[cell].value for cell in ("B6", "C6")} == {"B6": 41, "C6": 63}
    assert str(found["C6"].period_end) == "2021-06-30"


def test_an_effort_table_counts_work():
    found = read(
        sheet("""
        Sexual communication with a child
        Step | Number | Minutes | Hours
        Crime reports to be opened | 1602 | 6 | 160
        """)
    )
    assert found == {}


def test_marks_that_only_the_key_explains():
    found = read(
        sheet("""
        Sexual communication with a child by platform
        Platform | 2019-20 | 2020-21
        Snapchat | 30 | W
        Kik | NR | R
        W = withheld, fewer than 5. NR - not recorded; R = refused
        """)
    )
    expect(
        found,
        """
        B3 = 30; platforms Snapchat
        C3 = none; platforms Snapchat; status suppressed
        B4 = none; platforms Kik; status not_available
        C4 = none; platforms Kik; status not_available
        """,
    )


def test_a_quoted_mark_is_nil():
    found = read(
        sheet("""
        Sexual communication with a child
        Key: "-" nil; "x" fewer than 3
        Half year | Offences | Victim female
        01/04/2018 - 30/09/2018 | - | x
        """)
    )
    assert (found["B4"].value, found["B4"].status) == (0, "reported")
    assert (found["C4"].measure, found["C4"].victim_sex, found["C4"].status) == ("offences", "female", "suppressed")


@pytest.mark.parametrize("heading", ["Year to 31 March", "Year ending March", "12 months to March"])
def test_years_by_their_last_month(heading):
    found = read(
        sheet(f"""
        Sexual communication with a child
        {heading} | 2019 | 2020
        Offences | 66 | 71
        """)
    )
    expect(found, "B3 = 66; period 2018/19\nC3 = 71; period 2019/20")


def test_a_year_closes_its_quarters():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | 2020/21 |  |  |  | 
         | Q1 | Q2 | Q3 | Q4 | Year
        Kent | 18 | 24 | 23 | 22 | 87
        """)
    )
    assert (str(found["F4"].period_start), str(found["F4"].period_end)) == ("2020-04-01", "2021-03-31")
    assert str(found["C4"].period_start) == "2020-07-01"


def test_arrests_beside_the_offence_name():
    found = read(
        sheet("""
         | 2019/20 | 2020/21
        SCWC crimes recorded | 40 | 50
        SCWC arrests | 12 | 13
        SCWC charged/summonsed | 5 | 6
        """)
    )
    expect(found, "B2 = 40; period 2019/20\nC2 = 50; period 2020/21")


def test_the_day_of_a_reply_is_no_number():
    found = read(
        sheet("""
        Sexual communication with a child
        Police force | Reply received | 2021-22
        Kent | @2024-07-04 | 171
        Yorkshire, South | @2024-07-09 | 166
        """)
    )
    expect(found, "C3 = 171; place Kent\nC4 = 166; place South Yorkshire")


def test_two_columns_that_bound_a_year():
    found = read(
        sheet("""
        ROW | YR_FROM | YR_TO | OFFENCE | MEANS | N | STATUS_FLAG | EXTRACT_DATE
        1 | 01/04/2022 | 31/03/2023 | Sexual communication with a child | ALL | 498 | F | 03/07/2023
        2 | 01/04/2022 | 31/03/2023 | Sexual communication with a child | KIK | 8 | F | 03/07/2023
        """)
    )
    expect(found, "F2 = 498; period 2022/23; platforms none\nF3 = 8; period 2022/23; platforms Kik")


@pytest.mark.parametrize(
    ("text", "value"), [("407 (see note 1)", 407), ("99 offences recorded", 99), ("87 (see below)", 87)]
)
def test_numbers_with_a_remark(text, value):
    reading = read_text(text)
    assert reading is not None
    assert reading.value == value


def test_the_base_of_shares_below_the_table():
    found = read(
        sheet("""
        Sexual communication with a child by platform, 2022/23
        Platform | Proportion | n
        Snapchat | 38.1% | 64
        Instagram | 20.2% | 34
        Base: offences where the platform was known (168)
        """)
    )
    assert (found["B3"].base, found["C3"].base) == ("method_recorded", "all")


def test_bands_of_ages_below_the_sexes_are_headers():
    found = read(
        sheet("""
        Victims of sexual communication with a child 2021/22
        Platform | Female |  | Male |  | All
         | <11 | 11-13 | <11 | 11-13 |
        Snapchat | 5 | 20 | 1 | 3 | 63
        """)
    )
    assert (found["B4"].victim_age_max, found["B4"].victim_sex, found["B4"].value) == (10, "female", 5)
    assert (found["E4"].victim_age_min, found["E4"].victim_sex) == (11, "male")
    assert not [cell for cell in found if cell.endswith("3")]


def test_numbers_of_questions_are_no_numbers():
    found = read(
        sheet("""
        1a | Total number of offences of sexual communication with a child in 2021/22 | 88
        1b | Of which on Facebook | 12
        2 | Of which on Instagram | 9
        3 | Of which on Kik | 7
        """)
    )
    expect(found, "C1 = 88; period 2021/22\nC2 = 12; period 2021/22\nC3 = 9; period 2021/22\nC4 = 7; period 2021/22")
