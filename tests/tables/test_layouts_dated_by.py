"""Columns of counts that say by which date offences were counted: by that of the crime, or by that of the record."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    ("recorded", "committed"),
    [
        ("Date recorded", "Date committed"),
        ("By date recorded", "By date committed"),
        ("Recorded date", "Occurred date"),
        ("Version 1: by date reported", "Version 2: by date committed (from date)"),
        ("Recorded", "Happened"),
        ("Offences by date of recording", "Offences by date of commission"),
        ("When recorded", "When it took place"),
    ],
)
def test_counts_by_two_dates_beside_each_other(recorded, committed):
    found = read(
        sheet(f"""
        Sexual communication with a child, yearly, both ways of counting, Essex
        | {recorded} | {committed} | Victim under 16
        2021/22 | 229 | 241 | not held
        2022/23 | 244 | 252 | 236
        """)
    )
    expect(
        found,
        """
        B3 = 229; period 2021/22; measure offences
        C3 = 241; period 2021/22; measure offences
        D3 = none; period 2021/22; ages 0-15
        B4 = 244; period 2022/23
        C4 = 252; period 2022/23; measure offences
        D4 = 236; ages 0-15
        """,
    )


def test_two_tables_each_by_another_date():
    found = read(
        sheet("""
        Sexual communication with a child, 2023/24, Essex
        VERSION 1: by date recorded | | | VERSION 2: by date committed |
        Month | Offences | | Month | Offences
        April 2023 | 21 | | Apr-23 | 24
        May 2023 | 25 | | May-23 | 20
        """)
    )
    expect(
        found,
        """
        B4 = 21; period April 2023
        E4 = 24; period April 2023
        B5 = 25; period May 2023
        E5 = 20; period May 2023
        """,
    )
    assert not any("not understood" in reason for figure in found.values() for reason in figure.review_reasons)


@pytest.mark.parametrize("heading", ["Month committed", "Date committed", "Year happened", "Quarter of occurrence"])
def test_a_list_of_times_that_is_headed_so(heading):
    found = read(
        sheet(f"""
        Sexual communication with a child, Essex
        {heading} | Offences
        2021 | 24
        2022 | 20
        2023 | 31
        """)
    )
    expect(found, "B3 = 24; period 2021\nB4 = 20; period 2022\nB5 = 31; period 2023")


def test_a_column_of_days_counts_nothing():
    found = read(
        sheet("""
        Sexual communication with a child, Essex
        Crime reference | Date committed | Date recorded
        42/1001/23 | @2023-04-03 | @2023-05-01
        42/1002/23 | @2023-04-09 | @2023-06-11
        42/1003/23 | @2023-07-01 | @2023-07-02
        42/1004/23 | @2023-07-05 | @2023-08-12
        42/1005/23 | @2023-08-20 | @2023-08-22
        """)
    )
    assert [figure.value for figure in found.values()] == [5.0]


@pytest.mark.parametrize("heading", ["Event", "Happened elsewhere", "Committed funds", "Date committed to court"])
def test_what_tells_of_no_date(heading):
    found = read(
        sheet(f"""
        Sexual communication with a child, Essex
        | Offences recorded | {heading}
        2021/22 | 229 | 241
        2022/23 | 244 | 252
        """)
    )
    assert sorted(found) == ["B3", "B4"]
