"""Spans of time as the statistics count them: calendar arithmetic only, shared by both readers and the audit.

What belongs here: dates in, dates out. What does not: the words and labels that name a span (each reader has its own).
"""

import calendar
import datetime as dt
import functools
from typing import NamedTuple

LAW_IN_FORCE = dt.date(2017, 4, 3)  # section 67 of the Serious Crime Act 2015, commenced for England and Wales

DAYS_IN_MONTH = 30.44  # on the average
MOST_MONTHS = 1200  # in one time; what is longer, "5,000 years", is no time that anybody counted offences in
YEARS = range(1900, 2101)  # that a text about recorded offences can speak of
_DAY = dt.timedelta(days=1)


class Span(NamedTuple):
    """A period with its first and last day, both included; an open side is None."""

    start: dt.date | None
    end: dt.date | None


UNKNOWN = Span(None, None)  # no time is told, or none that there is


def offence_year(year: int) -> Span:
    """1 April of `year` to 31 March of the next: what "2017/18" means for `year` 2017."""
    return Span(dt.date(year, 4, 1), dt.date(year + 1, 3, 31))


def offence_year_of(day: dt.date) -> Span:
    """The offence year in which a day lies."""
    return offence_year(day.year - (day.month < 4))


def calendar_year(year: int) -> Span:
    """The plain year."""
    return Span(dt.date(year, 1, 1), dt.date(year, 12, 31))


def day_of(year: int, month: int, day: int) -> dt.date:
    """The day as written, or the month's last where the month has none such: "31 September" is the 30th.

    Raises ValueError for a year or month that the calendar has not; `YEARS` are safe.
    """
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def months(year: int, month: int, length: int = 1) -> Span:
    """`length` whole months from the first of `month`."""
    start = dt.date(year, month, 1)
    return Span(start, add_months(start, length) - dt.timedelta(days=1))


def months_to(year: int, month: int, length: int) -> Span:
    """The `length` whole months that end with `month`."""
    end = last_day(year, month)
    return Span(add_months(dt.date(year, month, 1), 1 - length), end)


def months_from(start: dt.date, count: float) -> Span:
    """`count` months from a day on; UNKNOWN where they are not whole, or no time that can be counted in."""
    after = _moved_day(start, count) if count > 0 else None
    return Span(start, after - _DAY) if after is not None else UNKNOWN


def months_up_to(end: dt.date, count: float) -> Span:
    """`count` months up to and with a day; UNKNOWN where they are not whole, or no time that can be counted in.

    Where it is its month's last day they are whole months.
    """
    last = (end + _DAY).day == 1
    before = _moved_day(end + _DAY if last else end, -count) if count > 0 else None
    return Span(before if last else before + _DAY, end) if before is not None else UNKNOWN


def length_to(year: int, month: int, length: float, *, whole: bool = False) -> Span:
    """The `length` months that are said to run "to" a month; UNKNOWN where no time can be so long.

    They take that month in, unless they begin with an offence year without it: "the year to April 2018" ends on 31
    March, "the six months to October 2018" and "the two and a half years to October 2019" end on 30 September. No
    source means as much by "the year to October" or "the six months to April". `whole`: the words say that the month
    is in it ("to the end of October").
    """
    begins_with_year = (month == 4 and length % 12 == 0) or (month == 10 and length % 12 == 6)
    day = dt.date(year, month, 1) - _DAY if begins_with_year and not whole else last_day(year, month)
    return months_up_to(day, length)


def _moved_day(day: dt.date, count: float) -> dt.date | None:
    """`day` moved by whole months; None where they are not whole or too many, or the day is beyond all `YEARS`."""
    if not -MOST_MONTHS <= count <= MOST_MONTHS or count != int(count):
        return None
    moved_to = add_months(day, int(count))
    return moved_to if moved_to.year in YEARS else None


def add_months(day: dt.date, count: int) -> dt.date:
    """`day` moved by whole months; the day of the month is cut to the month's length.

    Raises ValueError where the calendar ends before it.
    """
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return day_of(year, month + 1, day.day)


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def moved(span: Span, count: float) -> Span:
    """A span moved by whole months; where it ends with a month, so does the other. Open sides stay open.

    UNKNOWN where the months are not whole, or it would be no time that can be counted in.
    """
    start = _moved_day(span.start, count) if span.start is not None else None
    after = _moved_day(span.end + _DAY, count) if span.end is not None else None
    if (start is None) != (span.start is None) or (after is None) != (span.end is None):
        return UNKNOWN
    return Span(start, after - _DAY if after is not None else None)


def is_reversed(span: Span) -> bool:
    """Whether a span would end before it begins."""
    return span.start is not None and span.end is not None and span.end < span.start


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
