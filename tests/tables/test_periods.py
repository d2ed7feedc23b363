"""Period labels of tables, in every form that answers use."""

import datetime as dt

import pytest

from figuretrail.tables.language.periods import read_comparison, read_period

SPANS = {
    "2017/18": "2017-04-01 2018-03-31",
    "Ebrill / April 2019 - Mawrth / March 2020": "2019-04-01 2020-03-31",
    "April/Ebrill 2019 i/to March/Mawrth 2020": "2019-04-01 2020-03-31",
    "Ebrill 2019 - Mawrth 2020": "2019-04-01 2020-03-31",
    "Hydref / October 2021": "2021-10-01 2021-10-31",
    "Awst 2021": "2021-08-01 2021-08-31",
    "2017/2018": "2017-04-01 2018-03-31",
    "2017-18": "2017-04-01 2018-03-31",
    "17/18": "2017-04-01 2018-03-31",
    "FY17-18": "2017-04-01 2018-03-31",
    "FY 2017/18 [p]": "2017-04-01 2018-03-31",
    "2017/18 [r]": "2017-04-01 2018-03-31",
    "2002-03( 1)": "2002-04-01 2003-03-31",
    "2022 to 2023": "2022-04-01 2023-03-31",
    "year to April 2019": "2018-04-01 2019-03-31",
    "Year ending March 2019": "2018-04-01 2019-03-31",
    "year ending 31 March 2019": "2018-04-01 2019-03-31",
    "12 months to September 2018": "2017-10-01 2018-09-30",
    "six months to September 2018": "2018-04-01 2018-09-30",
    "1st April 2024 and 31st March 2025": "2024-04-01 2025-03-31",
    "April 1st 2021 until (and including) March 31st, 2022": "2021-04-01 2022-03-31",
    "01 April 2013 to 31 March 2014": "2013-04-01 2014-03-31",
    "01/04/19 - 31/03/24": "2019-04-01 2024-03-31",
    "01.04.2017 – 31.03.2018": "2017-04-01 2018-03-31",
    "2018-04-01 to 2018-09-30": "2018-04-01 2018-09-30",
    "April 3 2017 to January 3 2018": "2017-04-03 2018-01-03",
    "6th Apr 2021 to 5th Apr 2022": "2021-04-06 2022-04-05",
    "1 Jan-30th Nov 2016": "2016-01-01 2016-11-30",
    "April to December 2017": "2017-04-01 2017-12-31",
    "July 2020 to March 2021": "2020-07-01 2021-03-31",
    "April-June 2020": "2020-04-01 2020-06-30",
    "Apr 17 to Mar 18": "2017-04-01 2018-03-31",
    "Apr-17 - Mar-18": "2017-04-01 2018-03-31",
    "1 Oct 2018 - 2 Apr 2019": "2018-10-01 2019-04-02",
    "3 April 2017 - April 2018": "2017-04-03 2018-03-31",
    "between April 2017 and April 2018": "2017-04-01 2018-03-31",
    "May 2018 to April 2019": "2018-05-01 2019-04-30",
    "2019": "2019-01-01 2019-12-31",
    "2017*": "2017-01-01 2017-12-31",
    "2017 (3 Apr - 31 Dec)": "2017-04-03 2017-12-31",
    "2023/24 (to 31 Dec 2023)": "2023-04-01 2023-12-31",
    "2019/20 (Apr-Dec 2019)": "2019-04-01 2019-12-31",
    "2017/18\n(3 Apr 2017 - 31 Mar 2018)": "2017-04-03 2018-03-31",
    "Q1 2018/19": "2018-04-01 2018-06-30",
    "2018/19 Q4": "2019-01-01 2019-03-31",
    "Q2\n(Jul-Sep 2017)": "2017-07-01 2017-09-30",
    "H2 2018/19": "2018-10-01 2019-03-31",
    "May-18": "2018-05-01 2018-05-31",
    "January 2019": "2019-01-01 2019-01-31",
    "2018-04": "2018-04-01 2018-04-30",
    "2017/18 to 2019/20": "2017-04-01 2020-03-31",
    "2021/22, 2022/23 and 2023/24": "2021-04-01 2024-03-31",
    "2020/21, 21/22, 22/23": "2020-04-01 2023-03-31",
    "2017 - 2019": "2017-01-01 2019-12-31",
}


@pytest.mark.parametrize("text", SPANS)
def test_spans(text):
    period = read_period(text)
    assert period is not None and period.span is not None
    assert " ".join(map(str, period.span)) == SPANS[text]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Q1 (Apr-Jun)", (4, 6)),
        ("Q4", (1, 3)),
        ("4th quarter", (1, 3)),
        ("January", (1, 1)),
        ("Apr to Jun", (4, 6)),
        ("H1", (4, 9)),
        ("May", (5, 5)),
    ],
)
def test_parts_of_a_year_that_another_header_names(text, months):
    period = read_period(text)
    assert period is not None and period.span is None
    assert period.months == months


@pytest.mark.parametrize(
    "text",
    [
        "71/17",
        "088/01",
        "FOI 2020.1187",
        "FOI 370/2022",
        "10905/25",
        "01/FIN/24/2153",
        "Sexual Offences Act 2003",
        "Justice Act (NI) 2015",
        "12-15",
        "Under 10",
        "15",
        "Snapchat",
        "£1,204",
        "1.118",
        "3,217",
        "11 and under",
        "",
    ],
)
def test_labels_that_name_no_period(text):
    assert read_period(text) is None


def test_labels_that_are_misprinted_or_unsure():
    misprint = read_period("2017/19")
    assert misprint is not None and misprint.misprint and misprint.span is None
    assert read_period("16-17") == read_period("16-17")._replace(sure=False)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "label", ["2019/20 (to 31 February)", "2019 (30 February to 31 April)", "5000 years to March 2019"]
)
def test_days_that_no_calendar_has_are_misprints(label):
    period = read_period(label)
    assert period is not None and period.misprint and period.span is None


def test_the_two_periods_of_a_change():
    both = read_comparison("Change 2018/19 to 2019/20")
    assert both is not None
    assert (both[0].start, both[1].end) == (dt.date(2018, 4, 1), dt.date(2020, 3, 31))
    assert read_comparison("Change on year before") is None


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("2022 (to 28 Feb)", "2022-01-01", "2022-02-28"),
        ("2023/24 (to 31 December 2023)", "2023-04-01", "2023-12-31"),
        ("2021/22 to Dec", "2021-04-01", "2021-12-31"),
        ("2022 to end of Feb", "2022-01-01", "2022-02-28"),
        ("2022 (April onwards)", "2022-04-01", "2022-12-31"),
        ("2020 - Feb 2021", "2020-01-01", "2021-02-28"),
        ("Yr to Mar-19", "2018-04-01", "2019-03-31"),
        ("y/e March 2020", "2019-04-01", "2020-03-31"),
        ("12m to Mar 2019", "2018-04-01", "2019-03-31"),
        ("FYE Mar 21", "2020-04-01", "2021-03-31"),
        ("Apr19-Mar20", "2019-04-01", "2020-03-31"),
        ("Apr-Mar 2019/20", "2019-04-01", "2020-03-31"),
        ("201920", "2019-04-01", "2020-03-31"),
        ("FY1920", "2019-04-01", "2020-03-31"),
        ("FYE 2020/21", "2020-04-01", "2021-03-31"),
        ("FYE 21", "2020-04-01", "2021-03-31"),
        ("FYE 31/03/20", "2019-04-01", "2020-03-31"),
        ("FYE 31 March 2020", "2019-04-01", "2020-03-31"),
        ("F.Y.E. Mar 20", "2019-04-01", "2020-03-31"),
        ("01APR2023 to 31MAR2024", "2023-04-01", "2024-03-31"),
        ("From 01JAN20 to 31DEC22", "2020-01-01", "2022-12-31"),
    ],
)
def test_parts_of_years_and_glued_years(label, first, last):
    found = read_period(label)
    assert found is not None
    assert [str(day) for day in found.span] == [first, last]


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("FYE 03/20", "2019-04-01", "2020-03-31"),
        ("Y.E. 03.20", "2019-04-01", "2020-03-31"),
        ("y/e 12/22", "2022-01-01", "2022-12-31"),
        ("12 months to 3/2021", "2020-04-01", "2021-03-31"),
        ("Qtr ending 06/21", "2021-04-01", "2021-06-30"),
        ("04/19-03/20", "2019-04-01", "2020-03-31"),
        ("1/2021 to 12/2021", "2021-01-01", "2021-12-31"),
        ("year ending 31/3/20", "2019-04-01", "2020-03-31"),  # a day with its month and year is none of these
        ("year ending 12/13", "2012-04-01", "2013-03-31"),  # nor are years that follow each other
        ("17/18 to 19/20", "2017-04-01", "2020-03-31"),
    ],
)
def test_months_in_digits_where_a_time_ends(label, first, last):
    assert [str(day) for day in read_period(label).span] == [first, last]


@pytest.mark.parametrize(
    "label", ["03/21", "12/20 forces", "5.20 to 6.30", "goodbye 20", "FYE = financial year ending"]
)
def test_digits_that_are_no_month(label):
    assert read_period(label) is None


@pytest.mark.parametrize(
    ("label", "earlier", "later"),
    [
        ("Change, Apr - Sep 2021 to Apr - Sep 2022", "2021-04-01", "2022-04-01"),
        ("% change 2018/19 - 2019/20", "2018-04-01", "2019-04-01"),
        ("2019/20 vs 2018/19 (%)", "2018-04-01", "2019-04-01"),
        ("Change from year ending March 2020 to year ending March 2021", "2019-04-01", "2020-04-01"),
    ],
)
def test_a_change_between_any_two_spans(label, earlier, later):
    one, two = read_comparison(label)
    assert (str(one.start), str(two.start)) == (earlier, later)
