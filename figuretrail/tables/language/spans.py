"""Times compared and placed: which of two is the narrower, what year one was cut from, where in a year its months lie.

What belongs here: spans and periods alone. What does not: which label a time comes from (`context`) and what labels say
(`periods`).
"""

from collections.abc import Collection

from figuretrail.tables.language.periods import Period, within
from figuretrail.timespan import Span, calendar_year, offence_year_of


def inside(one: Span | None, two: Span) -> bool:
    """Whether a span lies within a longer one: April 2022 in a column beside one that says 2022."""
    if one is None or None in one or None in two or one == two:
        return False
    return bool(one.start and two.start and one.end and two.end and two.start <= one.start and one.end <= two.end)


def is_one_year(span: Span) -> bool:
    """Whether a closed span is about as long as a year; the law's first one began on its third day."""
    return bool(span.start and span.end) and 350 < (span.end - span.start).days < 370  # type: ignore[operator]


def narrower(one: Period | None, two: Period | None) -> Period | None:
    """The narrower of two times; the wider where they share no day."""
    if one is None or two is None or one.span is None or two.span is None:
        return one if one is not None and (one.span or two is None) else two
    shorter, longer = (one, two) if _length(one.span) <= _length(two.span) else (two, one)
    return longer if apart(one.span, two.span) else shorter


def apart(one: Span, two: Span) -> bool:
    """Whether two closed spans share no day: a day of a reply beside the year that it is about."""
    if one.start is None or one.end is None or two.start is None or two.end is None:
        return False
    return one.end < two.start or two.end < one.start


def spanning(spans: Collection[Span]) -> Span:
    """From the first day of several closed times to their last."""
    return Span(min(s.start for s in spans if s.start), max(s.end for s in spans if s.end))


def _length(span: Span) -> int:
    return (span.end - span.start).days if span.start and span.end else 10**6


def _uncut(kind: str, span: Span) -> Span:
    """The whole year of one that was cut, in which its months and quarters lie."""
    if span.start is None or _length(span) >= 350:
        return span
    if kind == "financial":
        return offence_year_of(span.start)
    return calendar_year(span.start.year) if kind == "calendar" else span


def _year_about(span: Span) -> Span:
    """The year that a part of one begins or ends with: "2024 (to 30 September)"."""
    assert span.start and span.end
    years = (calendar_year(span.start.year), offence_year_of(span.start))
    begun = [year for year in years if year.start == span.start]
    return next(iter(begun or [year for year in years if year.end == span.end]), span)


def placed_in(period: Period, part: tuple[int, int], *, quarter: bool) -> Span | None:
    """Where the months of a part of a year lie in a time; `quarter` says that they are counted from its beginning."""
    whole = period.span
    if whole is None or None in whole:
        return whole
    if _length(whole) > 370:
        return None if period.kind == "total" else whole  # the Januaries of three years are no period
    whole = _uncut(period.kind, whole)
    placed = _placed(whole, part, quarter=quarter)
    if not inside(placed, whole) and placed != whole and period.kind == "part":
        year = _year_about(whole)  # "October to December" beside "2024 (to 30 September)"
        in_year = _placed(year, part, quarter=quarter)
        return in_year if inside(in_year, year) else whole
    return placed if _length(whole) >= 350 or placed == whole or inside(placed, whole) else whole


def _placed(whole: Span, part: tuple[int, int], *, quarter: bool) -> Span:
    assert whole.start
    first, last = part
    if quarter and whole.start.month == 1:  # the first quarter of a calendar year is January to March
        first, last = (first + 8) % 12 + 1, (last + 8) % 12 + 1
    return within(whole, first, last)
