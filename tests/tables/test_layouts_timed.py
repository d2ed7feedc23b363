"""Days, runs and years in headings: which of them are the time counted, and of which time a total or a change is."""

import datetime as dt

import pytest

from tests.tables.drawing import expect, read, sheet


def test_days_in_a_text_file_that_begin_months_stand_for_them():
    expect(
        read(
            sheet("""
        Month_Start | Offence | Platform | Recorded_Crimes
        01/01/2024 | SEXUAL COMMUNICATION WITH A CHILD | Snapchat | 11
        01/01/2024 | SEXUAL COMMUNICATION WITH A CHILD | ALL | 34
        01/02/2024 | SEXUAL COMMUNICATION WITH A CHILD | Snapchat | 14
        01/02/2024 | SEXUAL COMMUNICATION WITH A CHILD | ALL | 32
        """),
        ),
        """
        D2 = 11; period January 2024; platforms Snapchat
        D3 = 34; period January 2024
        D4 = 14; period February 2024
        D5 = 32; period February 2024
        """,
    )


def test_days_in_texts_that_end_quarters_stand_for_them():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Essex
        Quarter ending | Offences
        '2023-03-31 | 20
        '2023-06-30 | 24
        '2023-09-30 | 19
        """),
        ),
        """
        B3 = 20; period January 2023 to March 2023
        B4 = 24; period April 2023 to June 2023
        B5 = 19; period July 2023 to September 2023
        """,
    )


def test_one_month_by_its_first_day():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Essex
        Month | App | Offences
        01/03/2024 | Kik | 2
        01/03/2024 | Snapchat | 5
        """),
        ),
        "C3 = 2; period March 2024\nC4 = 5; period March 2024",
    )


def test_weeks_that_begin_on_the_first_are_weeks():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Essex
        Week commencing | Offences
        '01/03/2021 | 1
        '01/11/2021 | 3
        """),
        ),
        "B3 = 1; period 1 March 2021 to 7 March 2021\nB4 = 3; period 1 November 2021 to 7 November 2021",
    )


def test_days_of_any_sort_are_days():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Essex
        Date | Offences
        '01/03/2021 | 1
        '14/03/2021 | 3
        """),
        ),
        "B3 = 1; period 1 March 2021 to 1 March 2021\nB4 = 3; period 14 March 2021 to 14 March 2021",
    )


def test_the_run_of_a_number_is_not_the_time_that_it_counts():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child: figures supplied before and the same years run again
        Financial year | Supplied before | | Run of 2 October 2023 |
          | DAP9116 (run May 2021) | DAP10877 (run May 2022) | Offences | Change on year before
        2018/19 | 175 | - | 171 | -
        2019/20 | 226 | 224 | 229 | 33.9%

        - not asked for in that request
        """),
        ),
        """
        B4 = 175; period 2018/19
        C4 = none; status not_available; period 2018/19
        D4 = 171; period 2018/19
        E4 = none; status not_available; measure offence_change
        B5 = 226; period 2019/20
        C5 = 224; period 2019/20
        D5 = 229
        E5 = 33.9; measure offence_change; period 2019/20
        """,
    )


def test_versions_under_a_year_that_a_title_names():
    expect(
        read(
            sheet("""
        Sexual communication with a child in 2022/23, by app, Lancashire
        App | First supplied July 2023 | Refreshed October 2023
        Snapchat | 84 | 97
        Xbox Live | 0 | 5
        """),
        ),
        """
        B3 = 84; period 2022/23
        C3 = 97; period 2022/23
        B4 = 0; platforms Xbox
        C4 = 5
        """,
    )


def test_a_change_between_two_named_years_is_one_of_offences():
    expect(
        read(
            sheet("""
        Child grooming offences by division
        Division | 2021-22 | 2022-23 | Sexual communication with a child: change 2021-22 to 2022-23
        East Sussex | 57 | 72 | 26.3%
        West Sussex | 94 | 88 | -6.4%
        """),
        ),
        """
        B3 = 57; period 2021/22
        C3 = 72; period 2022/23
        D3 = 26.3; measure offence_change; unit percent_change; period 2022/23; against 2021/22
        B4 = 94
        C4 = 88
        D4 = -6.4; measure offence_change
        """,
    )


def test_a_rise_from_year_to_year_in_counts_is_left_out():
    expect(
        read(
            sheet("""
        SCWC, Kent
        App | 2021 | 2022 | Increase 2021 to 2022
        Snapchat | 57 | 72 | 15
        Kik | 9 | 10 | 1
        """),
        ),
        "B3 = 57\nC3 = 72\nB4 = 9\nC4 = 10",
    )


def test_a_change_beside_the_newest_year_first_is_that_of_the_newest():
    expect(
        read(
            sheet("""
        Sexual communication with a child offences recorded by the police
        Region | Offences | | Change
          | 2021/22 | 2020/21 | %
        East Midlands | 436 | 391 | 11.5
        Wales | 291 | 262 | 11.1
        """),
        ),
        """
        B4 = 436; period 2021/22
        C4 = 391; period 2020/21
        D4 = 11.5; measure offence_change; period 2021/22; against 2020/21
        B5 = 291
        C5 = 262
        D5 = 11.1; period 2021/22
        """,
    )


def test_a_percentage_under_its_own_heading_of_change_between_months():
    expect(
        read(
            sheet("""
        SCWC crimes, Humberside
        App | Crimes | | Increase
          | 2019 | 2020 | per cent
        Kik | 20 | 30 | 50
        Snapchat | 40 | 50 | 25
        """),
        ),
        """
        B4 = 20; period 2019
        C4 = 30; period 2020
        D4 = 50; measure offence_change; period 2020; against 2019
        B5 = 40
        C5 = 50
        D5 = 25
        """,
    )


def test_the_year_below_its_months_in_two_lines():
    expect(
        read(
            sheet("""
        Sexual communication with a child recorded in 2022/23, by month, West Mercia
        April | May | June | July | August | September
        9 | 12 | 14 | 11 | 8 | 10

        October | November | December | January | February | March
        15 | 17 | 9 | 12 | 13 | 16

        Year | 146
        """),
        ),
        """
        A3 = 9; period April 2022
        B3 = 12
        C3 = 14
        D3 = 11
        E3 = 8
        F3 = 10
        A6 = 15; period October 2022
        B6 = 17
        C6 = 9
        D6 = 12
        E6 = 13
        F6 = 16; period March 2023
        B8 = 146; period 2022/23
        """,
    )


def test_the_year_of_months_that_nobody_dates_is_not_said():
    found = read(
        sheet("""
        Sexual communication with a child by month, Gwent
        April | May | June
        9 | 12 | 14

        Full year | 35
        """),
        period_asked=(dt.date(2019, 4, 1), dt.date(2022, 3, 31)),
    )
    assert (found["B5"].value, found["B5"].period_start, found["B5"].review) == (35, None, True)


def test_the_total_directly_below_lines_of_months():
    expect(
        read(
            sheet("""
        Section 15A offences recorded in 2021, Dorset
        January | February | March | April | May | June
        3 | 1 | 2 | 4 | 0 | 2
        July | August | September | October | November | December
        1 | 1 | 5 | 2 | 3 | 4
        Total | 28
        """),
        ),
        """
        A3 = 3; period January 2021
        B3 = 1
        C3 = 2
        D3 = 4
        E3 = 0
        F3 = 2
        A5 = 1; period July 2021
        B5 = 1
        C5 = 5
        D5 = 2
        E5 = 3
        F5 = 4
        B6 = 28; period 2021
        """,
    )


def test_the_year_of_a_reply_is_not_the_time_that_rows_of_years_count():
    found = read(
        sheet("""
        Sexual communication with a child, Essex
        Year | 2022 response | 2023 response | Now
        2019/20 | 40 | 41 | 41
        2020/21 | 50 | 52 | 52
        """)
    )
    expect(
        found,
        """
        B3 = 40; period 2019/20
        C3 = 41; period 2019/20
        D3 = 41; period 2019/20
        B4 = 50; period 2020/21
        C4 = 52; period 2020/21
        D4 = 52; period 2020/21
        """,
    )
    assert found["B4"].review


def test_the_release_of_a_year_over_years():
    expect(
        read(
            sheet("""
        SCWC, Essex
        Year | Release of 2021 | Release of 2022 (corrected)
        2018/19 | 40 | 41
        2019/20 | 50 | 52
        """),
        ),
        "B3 = 40; period 2018/19\nC3 = 41; period 2018/19\nB4 = 50; period 2019/20\nC4 = 52; period 2019/20",
    )


def test_answers_of_years_without_rows_of_years_are_of_those_years():
    expect(
        read(
            sheet("""
        SCWC, Essex
        App | Answer 2021 | Answer 2022
        Kik | 4 | 5
        Roblox | 2 | 3
        """),
        ),
        "B3 = 4; period 2021\nC3 = 5; period 2022\nB4 = 2\nC4 = 3",
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("as first given (Nov 2022)", "as given now"),
        ("as published in May 2022", "revised"),
        ("as told to us (June 2022)", "restated"),
        ("as last supplied, Oct 2022", "as provided now"),
    ],
)
def test_when_the_numbers_of_one_time_were_given(first, second):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | April to September 2022 |  | April to September 2023
         | {first} | {second} |
        Kent | 30 | 31 | 32
        Surrey | 20 | 22 | 25
        """)
    )
    expect(
        {cell: figure for cell, figure in found.items() if cell.endswith("4")},
        """
        B4 = 30; period April to September 2022
        C4 = 31; period April to September 2022
        D4 = 32; period April to September 2023
        """,
    )
    assert len(found) == 6


def test_a_month_that_is_counted_stays_one():
    found = read(sheet("Sexual communication with a child\nForce | Nov 2022 | Given Dec 2022\nKent | 30 | 31"))
    expect({"B3": found["B3"]}, "B3 = 30; period Nov 2022")


def test_years_said_once_beside_when_their_numbers_were_given():
    found = read(
        sheet("""
        Sexual communication with a child
        Year | Figures | Kent | Surrey
        2021/22 | as first published | 30 | 20
         | as revised now | 31 | 22
        2022/23 | as first published | 33 | 24
        """)
    )
    expect(
        found,
        """
        C3 = 30; period 2021/22; place Kent
        D3 = 20; period 2021/22; place Surrey
        C4 = 31; period 2021/22; place Kent
        D4 = 22; period 2021/22; place Surrey
        C5 = 33; period 2022/23; place Kent
        D5 = 24; period 2022/23; place Surrey
        """,
    )


def test_a_remark_beside_a_last_row_without_a_label_stays_one():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | Response | 2021/22
        Kent | in full | 30
        Surrey | chased twice | 20
         | worked out by us | 50
        """)
    )
    expect(found, "C3 = 30; place Kent\nC4 = 20; place Surrey\nC5 = 50; place none")


NAMED = """
Sexual communication with a child
{line}
App | Offences
Snapchat | 30
Kik | 12
"""


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("20-21", "Period: 01/04/2020 - 31/03/2021", "ages none; period 2020/21"),
        ("20-21", "", "ages none; period 2020/21"),
        ("23-24", "", "ages none; period 2023/24"),
        ("17-18", "Recorded in 2017/18", "ages none; period 2017/18"),
        ("16-17", "April 2016 to March 2017", "ages none; period 2016/17"),
        ("16-17", "Victims in 2021/22", "ages 16-17; period 2021/22"),
        ("12-15", "2021/22", "ages 12-15; period 2021/22"),
        ("Sheet1", "Offences recorded in 20-21", "ages none; period 2020/21"),
        ("Sheet1", "Kent, 22-23 only", "ages none; period 2022/23"),
        ("Sheet1", "Victims 14-15", "ages 14-15; period none"),
        ("Sheet1", "Reference 20-21-1187", "ages none; period none"),
    ],
)
def test_a_sheet_is_named_by_its_year_or_by_its_victims_age(name, line, said):
    found = read(sheet(NAMED.format(line=line), name=name), force="Kent")
    expect(found, f"B4 = 30; {said}; platforms Snapchat\nB5 = 12; {said}; platforms Kik")


@pytest.mark.parametrize("names", [("16-17", "17-18", "18-19"), ("16-17", "17-18", "18-19", "Notes")])
def test_sheets_in_a_row_are_named_by_their_years(names):
    found = read(*[sheet(NAMED.format(line=""), name=name) for name in names], force="Kent")
    assert [str(found[f"{name}!B4"].period_start) for name in names[:3]] == ["2016-04-01", "2017-04-01", "2018-04-01"]
    assert {figure.victim_age_min for figure in found.values()} == {None}


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Sex of the victims of the 148", "2022/23"),
        ("Q3. Of the 148 offences, how many victims were girls or boys?", "2022/23"),
        ("Victims in those 121 crimes", "2021/22"),
        ("All 269 offences by sex of the victim", "April 2021 to March 2023"),
        ("Of the 148: sex of the victim", "2022/23"),
        ("Sex of the victims on the 148 apps", "2019/20"),
        ("Sex of the victims, all 43 forces", "2019/20"),
        ("Sex of the victims of the 52", "2019/20"),
        ("Sex of the victims of the 148 in 2020/21", "2020/21"),
    ],
)
def test_a_number_that_a_title_says_again_is_of_its_time(line, period):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Year | Offences
        2021/22 | 121
        2022/23 | 148
        Total | 269

        {line}
        Girls | 71
        Boys | 19
        """),
        force="Kent",
        period_asked=(dt.date(2019, 4, 1), dt.date(2020, 3, 31)),
    )
    spans = "B3 = 121; period 2021/22\nB4 = 148; period 2022/23\nB5 = 269; period April 2021 to March 2023"
    expect(found, f"{spans}\nB8 = 71; period {period}; sex female\nB9 = 19; period {period}; sex male")


@pytest.mark.parametrize(("number", "period"), [(269, "April 2021 to March 2023"), (268, "none")])
def test_a_sum_that_nobody_wrote_down_is_said_in_a_title(number, period):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Year | Offences
        2021/22 | 121
        2022/23 | 148

        Victims of the {number} offences by sex
        Girls | 71
        Boys | 19
        """)
    )
    above = "B3 = 121; period 2021/22\nB4 = 148; period 2022/23"
    expect(found, f"{above}\nB7 = 71; period {period}; sex female\nB8 = 19; period {period}; sex male")
