import datetime as dt

import pytest

from figuretrail import timespan
from figuretrail.timespan import Span


def test_spans_are_inclusive() -> None:
    assert timespan.offence_year(2019) == (dt.date(2019, 4, 1), dt.date(2020, 3, 31))
    assert timespan.months_to(2018, 9, 6) == (dt.date(2018, 4, 1), dt.date(2018, 9, 30))
    assert timespan.months(2020, 4, 3) == (dt.date(2020, 4, 1), dt.date(2020, 6, 30))
    assert timespan.calendar_year(2021).end == dt.date(2021, 12, 31)


def test_leap_days_are_counted() -> None:
    assert timespan.days(timespan.offence_year(2019)) == 366
    assert timespan.days(timespan.offence_year(2018)) == 365


def test_an_open_span_has_no_length() -> None:
    with pytest.raises(ValueError, match="open period"):
        timespan.days(Span(dt.date(2017, 4, 1), None))


@pytest.mark.parametrize(
    ("start", "end", "is_year"),
    [
        ((2017, 4, 3), (2018, 4, 2), True),
        ((2017, 4, 1), (2018, 3, 31), True),
        ((2018, 5, 1), (2019, 4, 30), False),
        ((2017, 4, 1), (2019, 3, 31), False),
    ],
)
def test_an_offence_year_may_begin_with_the_law(start: tuple, end: tuple, is_year: bool) -> None:
    assert timespan.is_offence_year(Span(dt.date(*start), dt.date(*end))) is is_year


def test_a_day_of_the_month_is_cut_to_the_month() -> None:
    assert timespan.add_months(dt.date(2020, 1, 31), 1) == dt.date(2020, 2, 29)
    assert timespan.day_of(2017, 9, 31) == dt.date(2017, 9, 30)
    assert timespan.day_of(2017, 9, 29) == dt.date(2017, 9, 29)


def test_months_from_and_up_to_a_day() -> None:
    year = Span(dt.date(2018, 4, 3), dt.date(2019, 4, 2))
    assert timespan.months_from(dt.date(2018, 4, 3), 12) == timespan.months_up_to(dt.date(2019, 4, 2), 12.0) == year
    assert timespan.moved(year, -12.0) == Span(dt.date(2017, 4, 3), dt.date(2018, 4, 2))
    assert timespan.moved(Span(None, dt.date(2018, 9, 30)), 1) == Span(None, dt.date(2018, 10, 31))


@pytest.mark.parametrize("count", [0, -1, 2.5, 1201, 60_000, float("inf")])
def test_months_that_cannot_be_counted_are_no_time(count: float) -> None:
    assert timespan.months_from(dt.date(2018, 4, 1), count) == timespan.UNKNOWN
    assert timespan.months_up_to(dt.date(2018, 3, 31), count) == timespan.UNKNOWN
    assert timespan.length_to(2018, 4, count) == timespan.UNKNOWN


@pytest.mark.parametrize("count", [-2.5, 60_000, -60_000, float("-inf")])
def test_a_time_is_not_moved_out_of_the_calendar(count: float) -> None:
    assert timespan.moved(timespan.offence_year(2018), count) == timespan.UNKNOWN
    assert timespan.moved(Span(dt.date(1950, 1, 1), None), -1200) == timespan.UNKNOWN


@pytest.mark.parametrize(
    ("year", "month", "length", "whole", "start", "end"),
    [
        (2018, 4, 12, False, (2017, 4, 1), (2018, 3, 31)),
        (2018, 4, 12, True, (2017, 5, 1), (2018, 4, 30)),
        (2018, 10, 6, False, (2018, 4, 1), (2018, 9, 30)),
        (2019, 10, 30, False, (2017, 4, 1), (2019, 9, 30)),
        (2019, 10, 12, False, (2018, 11, 1), (2019, 10, 31)),
        (2019, 4, 6, False, (2018, 11, 1), (2019, 4, 30)),
        (2018, 9, 6, False, (2018, 4, 1), (2018, 9, 30)),
    ],
)
def test_to_a_month_takes_it_in_unless_an_offence_year_begins_it(
    year: int, month: int, length: int, whole: bool, start: tuple, end: tuple
) -> None:
    span = timespan.length_to(year, month, length, whole=whole)
    assert span == Span(dt.date(*start), dt.date(*end)) and not timespan.is_reversed(span)


def test_a_span_that_ends_before_it_begins_is_reversed() -> None:
    assert timespan.is_reversed(Span(dt.date(2018, 4, 2), dt.date(2018, 4, 1)))
    assert not timespan.is_reversed(Span(dt.date(2018, 4, 1), dt.date(2018, 4, 1)))
    assert not timespan.is_reversed(Span(None, dt.date(2018, 4, 1)))
