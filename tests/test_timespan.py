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
