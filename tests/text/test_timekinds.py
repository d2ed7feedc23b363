"""What kind of time a span is, beside the others that a text names and the day when it was published."""

import datetime as dt

import pytest

from figuretrail.text.timekinds import kinds_of
from figuretrail.timespan import Span, calendar_year, months, offence_year

PUBLISHED = dt.date(2022, 7, 9)
LATEST = dt.date(2022, 3, 31)


@pytest.mark.parametrize(
    ("span", "kinds"),
    [
        (offence_year(2021), ("ends last", "an offence year", "over for less than 5 months")),
        (offence_year(2020), ("ends earlier", "an offence year", "over for less than 18 months")),
        (months(2021, 7, 3), ("ends in the last year", "part of a year", "over for less than 11 months")),
        (calendar_year(2022), ("ends last", "twelve other months", "not over when published")),
        (Span(dt.date(2017, 4, 1), dt.date(2020, 3, 31)), ("ends earlier", "over a year", "over for years")),
        (Span(dt.date(2017, 4, 1), None), ("ends nowhere", "no whole time", "over nobody knows when")),
    ],
)
def test_kinds_of_times(span: Span, kinds: tuple[str, str, str]) -> None:
    assert kinds_of(span, PUBLISHED, LATEST) == kinds


def test_a_text_without_other_times_or_a_day_leaves_them_open() -> None:
    assert kinds_of(offence_year(2021), None, None) == ("ends alone", "an offence year", "over nobody knows when")
