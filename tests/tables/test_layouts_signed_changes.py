"""Changes told by a sign, a word or an arrow, and since which time; financial years cut short; wholes of months."""

import pytest

from figuretrail.tables.language.periods import read_period
from figuretrail.tables.language.saidchanges import said_change
from figuretrail.tables.language.values import read_text
from figuretrail.timespan import Span
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("up 44%", 44),
        ("Down 24%", -24),
        ("▲ 12%", 12),
        ("▼3.5%", -3.5),
        ("fell by 3 per cent", -3),
        ("12% increase", 12),
        ("24% lower", -24),
    ],
)
def test_a_word_or_an_arrow_is_a_sign(text, value):
    found = read_text(text)
    assert found is not None and (found.value, found.percent, found.bound) == (value, True, "=")


@pytest.mark.parametrize("text", ["up 12", "less than 5%", "upwards of 12%", "over 5%", "5%", "up to 5%", "down"])
def test_other_texts_say_no_change(text):
    assert said_change(text) is None


@pytest.mark.parametrize("heading", ["Change since 2018/19", "% change from 2018/19", "since 2018/19", "vs 2018/19"])
@pytest.mark.parametrize(("up", "down"), [("+44%", "-24%"), ("up 44%", "down 24%"), ("▲44%", "▼24%")])
def test_signed_percentages_are_changes_from_the_year_that_is_named(heading, up, down):
    found = read(
        sheet(f"""
        Sexual communication with a child: five years of the offence
        Force | 2018/19 | 2022/23 | {heading} | Rank
        Merseyside | 88 | 127 | {up} | 3
        Cumbria | 29 | 22 | {down} | 7
        """)
    )
    expect(
        found,
        """
        B3 = 88; place Merseyside; period 2018/19
        C3 = 127; period 2022/23
        D3 = 44; measure offence_change; unit percent_change; period 2022/23; against 2018/19
        B4 = 29
        C4 = 22
        D4 = -24; measure offence_change; unit percent_change; period 2022/23; against 2018/19
        """,
    )


def test_two_years_over_signed_percentages_are_compared():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | Y/E Mar 2019 | Y/E Mar 2023 | Y/E Mar 2019 to Y/E Mar 2023
        Merseyside | 88 | 127 | +44%
        Cumbria | 29 | 22 | -24%
        """)
    )
    assert found["D3"].measure == "offence_change" and found["D3"].comparison_start.year == 2018
    assert found["D3"].period_end.year == 2023


def test_percentages_without_a_sign_are_shares():
    found = read(
        sheet("""
        Sexual communication with a child offences
        App | 2022/23 | 2022/23 share
        Snapchat | 88 | 44%
        Instagram | 29 | 14%
        """)
    )
    assert {found[cell].measure for cell in ("C3", "C4")} == {"offence_share"}


def test_signed_points_are_no_changes():
    found = read(
        sheet("""
        Share of sexual communication with a child offences on each app
        App | 2021/22 | 2022/23 | % points
        Snapchat | 40% | 44% | +4%
        Instagram | 18% | 14% | -4%
        """)
    )
    assert "offence_change" not in {figure.measure for figure in found.values()}


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("FY ending 31/03/2021", "2020-04-01 2021-03-31"),
        ("F/Y ended Mar 21", "2020-04-01 2021-03-31"),
        ("Fin. year ending 31/3/21", "2020-04-01 2021-03-31"),
        ("Fin yr to March 2022", "2021-04-01 2022-03-31"),
        ("FY ends 31 March 2022", "2021-04-01 2022-03-31"),
        ("FY to 30 September 2023", "2023-04-01 2023-09-30"),
        ("Financial year up to the end of January 2024", "2023-04-01 2024-01-31"),
        # These are twelve months, and a year without a limit
        ("Year to 30 September 2023", "2022-10-01 2023-09-30"),
        ("Twelve months to 30 September 2023", "2022-10-01 2023-09-30"),
        ("FY 2021/22", "2021-04-01 2022-03-31"),
    ],
)
def test_financial_years_cut_short(label, span):
    period = read_period(label)
    assert period is not None and isinstance(period.span, Span)
    assert " ".join(str(day) for day in period.span) == span


@pytest.mark.parametrize("heading", ["Quarter", "Qtr", "Period"])
def test_a_quarter_beside_its_months_is_all_of_them(heading):
    found = read(
        sheet(f"""
        Monthly sexual communication with a child offences
        Force | Oct-23 | Nov-23 | Dec-23 | {heading}
        Sussex | 14 | 17 | 11 | 42
        """)
    )
    expect(
        found,
        """
        B3 = 14; period Oct 2023 to Oct 2023
        C3 = 17
        D3 = 11
        E3 = 42; place Sussex; period Oct 2023 to Dec 2023
        """,
    )


def test_a_quarter_over_quarters_names_the_list():
    found = read(
        sheet("""
        Sexual communication with a child offences in 2023/24
        Quarter | Offences
        Q1 | 14
        Q2 | 17
        """)
    )
    expect(found, "B3 = 14; period Apr 2023 to Jun 2023\nB4 = 17; period Jul 2023 to Sep 2023")
