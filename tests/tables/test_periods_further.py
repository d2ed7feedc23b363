"""Lengths, limits, quarters and days of period labels: what they name, and when they name nothing."""

import pytest

from figuretrail.tables.language.periods import read_period
from tests.tables.drawing import expect, read, sheet


def _said(label: str) -> str:
    period = read_period(label)
    assert period is not None
    if period.span is None:
        return "unknown" if period.misprint else f"months {period.months}"
    return " ".join(str(day or "open") for day in period.span)


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("Ten months to January 2021", "2020-04-01 2021-01-31"),
        ("Seven months to October 2019", "2019-04-01 2019-10-31"),
        ("Eight months ending November 2019", "2019-04-01 2019-11-30"),
        ("Eleven months ended February 2020", "2019-04-01 2020-02-29"),
        ("Half year to 30 Sep 2019", "2019-04-01 2019-09-30"),
        ("half a year to September 2019", "2019-04-01 2019-09-30"),
        ("Half-year ended 30 September 2019", "2019-04-01 2019-09-30"),
        ("Two half-years to March 2019", "2018-04-01 2019-03-31"),
        ("2.5 years to September 2019", "2017-04-01 2019-09-30"),
        ("2½ years to September 2019", "2017-04-01 2019-09-30"),
        ("Two and a half years to September 2019", "2017-04-01 2019-09-30"),
        ("Twenty-four months to March 2020", "2018-04-01 2020-03-31"),
        ("thirty six consecutive months to March 2020", "2017-04-01 2020-03-31"),
        ("12-month period ending March 2022", "2021-04-01 2022-03-31"),
        ("9-month period to 31 December 2019", "2019-04-01 2019-12-31"),
        ("12 months to the end of September 2018", "2017-10-01 2018-09-30"),
        ("12 months up to and including March 2019", "2018-04-01 2019-03-31"),
        ("three quarters to December 2019", "2019-04-01 2019-12-31"),
        # What is no number is none: these are one year or quarter
        ("financial year ending March 2019", "2018-04-01 2019-03-31"),
        ("quarter to June 2019", "2019-04-01 2019-06-30"),
        ("rolling 12 months ending March 2019", "2018-04-01 2019-03-31"),
    ],
)
def test_the_length_of_a_time_that_ends_in_a_month(label, span):
    assert _said(label) == span


@pytest.mark.parametrize(
    "label",
    [
        "umpteen months to March 2020",
        "Years ending March 2019",
        "1.5 quarters to March 2019",
        "several years to May 2019",
    ],
)
def test_a_length_that_cannot_be_read_is_never_one(label):
    assert _said(label) == "unknown"


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("6 months to 28 February 2019", "2018-09-01 2019-02-28"),
        ("12 months to 28 February 2021", "2020-03-01 2021-02-28"),
        ("12 months to 29 February 2020", "2019-03-01 2020-02-29"),
        ("Year ending 30 June 2019", "2018-07-01 2019-06-30"),
        ("12 months to 28 February 2020", "2019-03-01 2020-02-28"),  # of a leap year the last day but one
        ("12 months to 14 June 2019", "2018-06-15 2019-06-14"),
        ("Year ending 5 April 2019", "2018-04-06 2019-04-05"),
    ],
)
def test_months_that_end_with_a_day(label, span):
    assert _said(label) == span


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Q1-Q3 2019/20", "2019-04-01 2019-12-31"),
        ("2021/22 (Q1-Q3)", "2021-04-01 2021-12-31"),
        ("Q1–Q3 2019", "2019-01-01 2019-09-30"),
        ("2019Q1-Q3", "2019-01-01 2019-09-30"),
        ("Q1-3 2019/20", "2019-04-01 2019-12-31"),
        ("Quarters 1 to 3 2019/20", "2019-04-01 2019-12-31"),
        ("Q1/Q2 2019/20", "2019-04-01 2019-09-30"),
        ("Q1&Q2 2019/20", "2019-04-01 2019-09-30"),
        ("Q1, Q2 and Q3 2019/20", "2019-04-01 2019-12-31"),
        ("H1-H2 2019/20", "2019-04-01 2020-03-31"),
        ("Q1 - Q3", "months (4, 12)"),
        ("Q1 and Q3 2019/20", "unknown"),  # not one time
        ("between Q1 and Q3 2019/20", "2019-04-01 2019-12-31"),
        ("2019Q1", "2019-01-01 2019-03-31"),
        ("2019/20-Q2", "2019-07-01 2019-09-30"),
    ],
)
def test_quarters_that_are_joined(label, said):
    assert _said(label) == said


def test_quarters_without_a_year_are_those_of_the_year_that_stands_above_them():
    table = "Sexual communication with a child, Kent Police\n | {}\nQ1-Q2 | 12\nQ3-Q4 | 13"
    expect(
        read(sheet(table.format("2019/20"))),
        "B3 = 12; period April to September 2019\nB4 = 13; period October 2019 to March 2020",
    )
    expect(
        read(sheet(table.format("'2019"))),
        "B3 = 12; period January to June 2019\nB4 = 13; period July to December 2019",
    )


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("Pre-2017", "open 2016-12-31"),
        ("Prior to 2018", "open 2017-12-31"),
        ("Before 2018", "open 2017-12-31"),
        ("before the end of 2018", "open 2018-12-31"),
        ("Up to 2018", "open 2018-12-31"),
        ("Until 2018", "open 2018-12-31"),
        ("Before April 2019", "open 2019-03-31"),
        ("pre-April 2017", "open 2017-03-31"),
        ("Up to April 2019", "open 2019-04-30"),
        ("before 3 April 2017", "open 2017-04-02"),
        ("to 3 April 2017", "open 2017-04-03"),
        ("Before 2017/18", "open 2017-03-31"),
        ("Up to 2017/18", "open 2018-03-31"),
        ("2017/18 onwards", "2017-04-01 open"),
        ("since 2018", "2018-01-01 open"),
        ("after 2018", "2019-01-01 open"),
        ("2022/23 (before Q3)", "2022-04-01 2022-09-30"),
        ("2022/23 (to Q2)", "2022-04-01 2022-09-30"),
    ],
)
def test_words_that_leave_out_what_they_name_and_words_that_do_not(label, span):
    assert _said(label) == span


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Summer 2019", "unknown"),
        ("2019 Easter", "unknown"),
        ("winter 2019/20", "unknown"),
        ("Somersummer 2019", "2019-01-01 2019-12-31"),  # no season
        ("last quarter of 2019", "2019-10-01 2019-12-31"),
        ("third quarter of 2019", "2019-07-01 2019-09-30"),
        ("last half of 2019/20", "2019-10-01 2020-03-31"),
        ("2019/20 (9 months)", "unknown"),
        ("2019/20 - nine months only", "unknown"),
        ("2019/20 (half year)", "unknown"),
        ("2019/20 (part year)", "unknown"),
        ("2019/20 (12 months)", "2019-04-01 2020-03-31"),
        ("2019/20 (first 9 months)", "2019-04-01 2019-12-31"),
        ("2019/20 (9 months to December)", "2019-04-01 2019-12-31"),
        ("first nine months of 2019/20", "2019-04-01 2019-12-31"),
        ("last six months of 2019", "2019-07-01 2019-12-31"),
    ],
)
def test_a_part_of_a_year_is_not_the_whole_of_it(label, said):
    assert _said(label) == said


def test_the_last_quarter_alone_names_no_time():
    assert read_period("last quarter") is None


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("1 April 2019 - 31 June 2019", "unknown"),
        ("31 June 2019", "unknown"),
        ("31/06/2019", "unknown"),
        ("1 April 2019 - 30 June 2019", "2019-04-01 2019-06-30"),
    ],
)
def test_a_day_that_there_is_none_of(label, said):
    assert _said(label) == said


@pytest.mark.parametrize("label", ["FY19", "FY 19", "FY 2019", "Q1 FY20", "Q1 FY 2020"])
def test_a_financial_year_named_by_one_year_is_read_but_doubted(label):
    period = read_period(label)
    assert period is not None and not period.sure
    assert _said(label) == ("2020-04-01 2020-06-30" if "Q1" in label else "2019-04-01 2020-03-31")


@pytest.mark.parametrize("label", ["FY19/20", "FY19-20", "FY1920"])
def test_a_financial_year_named_by_both_years_is_sure(label):
    period = read_period(label)
    assert period is not None and period.sure
    assert _said(label) == "2019-04-01 2020-03-31"


def test_the_length_that_a_title_says_is_that_of_its_rows():
    found = read(
        sheet("Sexual communication with a child, Kent, ten months to January 2021\nPlatform | Offences\nKik | 12")
    )
    expect(found, "B3 = 12; platforms Kik; period April 2020 to January 2021")


def test_a_label_that_does_not_say_when_it_is_leaves_the_time_open_and_is_doubted():
    found = read(sheet("Sexual communication with a child, Kent, 2018/19\n | Offences\nSummer 2019 | 12\n2017/18 | 13"))
    expect(found, "B3 = 12; period none\nB4 = 13; period 2017/18")
    assert found["B3"].review_reasons == ("the period's label does not say when it is",)


@pytest.mark.parametrize("said", ["may change", "are provisional and may still differ", "may not include cybercrime"])
def test_what_may_be_is_no_month(said):
    assert read_period(f"Figures for 2023/24 {said}") == read_period("Figures for 2023/24")
    assert read_period("Figures to May 2023 have changed") == read_period("Figures to May 2023")
