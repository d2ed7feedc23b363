"""Spans of time as the statistics count them: calendar arithmetic only, shared by both readers and the audit.

What belongs here: dates in, dates out. What does not: the words and labels that name a span (each reader has its own).
"""

import calendar
import datetime as dt
import functools
from typing import NamedTuple

LAW_IN_FORCE = dt.date(2017, 4, 3)  # section 67 of the Serious Crime Act 2015, commenced for England and Wales

DAYS_IN_MONTH = 30.44  # on the average


class Span(NamedTuple):
    """A period with its first and last day, both included; an open side is None."""

    start: dt.date | None
    end: dt.date | None


def offence_year(year: int) -> Span:
    """1 April of `year` to 31 March of the next: what "2017/18" means for `year` 2017."""
    return Span(dt.date(year, 4, 1), dt.date(year + 1, 3, 31))


def calendar_year(year: int) -> Span:
    """The plain year."""
    return Span(dt.date(year, 1, 1), dt.date(year, 12, 31))


def months(year: int, month: int, length: int = 1) -> Span:
    """`length` whole months from the first of `month`."""
    start = dt.date(year, month, 1)
    return Span(start, add_months(start, length) - dt.timedelta(days=1))


def months_to(year: int, month: int, length: int) -> Span:
    """The `length` whole months that end with `month`."""
    end = last_day(year, month)
    return Span(add_months(dt.date(year, month, 1), 1 - length), end)


def add_months(day: dt.date, count: int) -> dt.date:
    """`day` moved by whole months; the day of the month is cut to the month's length."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def moved(span: Span, count: int) -> Span:
    """A span moved by whole months; where it ends with a month, so does the other. Open sides stay open."""
    start = add_months(span.start, count) if span.start is not None else None
    end = add_months(span.end + dt.timedelta(days=1), count) - dt.timedelta(days=1) if span.end is not None else None
    return Span(start, end)


def week(day: dt.date, *, ends: bool) -> Span:
    """The seven days that begin with a day, or end with it."""
    rest = dt.timedelta(days=6)
    return Span(day - rest, day) if ends else Span(day, day + rest)


def days(span: Span) -> int:
    """How many days a closed span has, leap days counted. Raises ValueError for an open one."""
    if span.start is None or span.end is None:
        raise ValueError(f"an open period has no length: {span}")
    return (span.end - span.start).days + 1


@functools.lru_cache(maxsize=1024)
def is_offence_year(span: Span) -> bool:
    """Whether the span is one offence year, give or take the law's first days (3 April 2017 to 2 April 2018)."""
    if span.start is None or span.end is None:
        return False
    year = offence_year(span.start.year)
    week = dt.timedelta(days=7)
    assert year.start and year.end
    return abs(span.start - year.start) <= week and abs(span.end - year.end) <= week


def offence_year_label(start: dt.date) -> str:
    """The offence year that begins about `start`, as "2017/18"."""
    return f"{start.year}/{(start.year + 1) % 100:02d}"
