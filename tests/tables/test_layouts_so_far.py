"""Years that are not over: "YTD to 31 Oct 24" beside "23/24", "FYE 2025 to 31 Dec 24" below "FYE 2024"."""

import datetime as dt

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("label", ["YTD to 31 Oct 24", "YTD (to end of Oct 2024)", "Year to date to Oct '24"])
def test_a_total_to_date_begins_as_the_years_beside_it(label):
    expect(
        read(
            sheet(f"""
            SCWAC apps, Kent Police
             | 23/24 | {label}
            Snapchat | 318 | 211
            Kik | 121 | 64
            """),
            period_asked=(dt.date(2023, 4, 1), dt.date(2024, 10, 31)),
        ),
        """
        B3 = 318; period 2023/24; platforms Snapchat
        C3 = 211; period 1 April 2024 to 31 October 2024; platforms Snapchat
        B4 = 121; period 2023/24; platforms Kik
        C4 = 64; period 1 April 2024 to 31 October 2024; platforms Kik
        """,
    )


def test_beside_calendar_years_it_begins_in_january():
    expect(
        read(
            sheet("""
            Sexual communication with a child, Kent Police
            2022 | 40
            2023 | 44
            YTD to 15 May 24 | 21
            """)
        ),
        """
        B2 = 40; period 2022
        B3 = 44; period 2023
        B4 = 21; period 1 January 2024 to 15 May 2024
        """,
    )


def test_with_a_letter_for_the_financial_year_it_needs_no_other():
    found = read(sheet("Sexual communication with a child, Kent Police\n | 2022 | FYTD to Feb 24\nCrimes | 40 | 21"))
    assert (found["C3"].period_start, found["C3"].period_end) == (dt.date(2023, 4, 1), dt.date(2024, 2, 29))


def test_among_months_it_begins_with_the_first_of_them():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2024
         | June | July | August | YTD to 31 Aug
        Crimes | 4 | 5 | 6 | 15
        """)
    )
    assert (found["E3"].period_start, found["E3"].period_end) == (dt.date(2024, 6, 1), dt.date(2024, 8, 31))


@pytest.mark.parametrize(
    "label", ["FYE 2025 to 31 Dec 24", "FYE 2025 (to 31 Dec)", "Year ending March 2025 up to end of December 2024"]
)
def test_a_year_named_by_its_end_is_cut_at_a_day(label):
    expect(
        read(
            sheet(f"""
            Sexual communication with a child, Kent Police
            Year | Number
            FYE 2023 | 79
            FYE 2024 | 92
            {label} | 66
            All | 237
            """)
        ),
        """
        B3 = 79; period 2022/23
        B4 = 92; period 2023/24
        B5 = 66; period 1 April 2024 to 31 December 2024
        B6 = 237; period 1 April 2022 to 31 December 2024
        """,
    )


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("Year ending March 2024", ("2023-04-01", "2024-03-31")),
        ("12 months to 31 March 2024", ("2023-04-01", "2024-03-31")),
        ("April 2023 to December 2023", ("2023-04-01", "2023-12-31")),
    ],
)
def test_other_times_with_an_end_are_as_they_were(label, span):
    found = read(sheet(f"Sexual communication with a child, Kent Police\nYear | Number\n{label} | 66\n2020/21 | 55"))
    assert (str(found["B3"].period_start), str(found["B3"].period_end)) == span
