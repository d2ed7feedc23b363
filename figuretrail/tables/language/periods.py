"""Period labels of tables: "2017/18", "Q1 (Apr-Jun)", "6th Apr 2021 to 5th Apr 2022", "Year ending March 2018".

What belongs here: one label's text to the time it names, or to the part of a year that it names (a quarter, a month)
where the year stands in another header. What does not: finding the years, months and days in its text (`timemarks`),
and which header a cell takes its period from (`cells`).
"""

import datetime as dt
import functools
import itertools
import re
from typing import NamedTuple

from figuretrail import timespan
from figuretrail.tables.language.lengths import Length, length_before, length_beside
from figuretrail.tables.language.timemarks import MAY_NAME_TIME, Mark, marks_in, spelled_alike
from figuretrail.timespan import (
    UNKNOWN,
    Span,
    calendar_year,
    last_day,
    length_to,
    months,
    months_to,
    months_up_to,
    offence_year,
    offence_year_of,
)
from figuretrail.vocabulary.numberwords import AMOUNT, amount


class Period(NamedTuple):
    """What a label says of time.

    `span` is a settled period. `months` is a part of a year, (first month, last month), whose year is said elsewhere.
    `kind` tells a financial year from a calendar year, a part of a year from a list of years; a "quarter" (or half) is
    given as that of a financial year, and is another where its year is a calendar year. `sure` is False where
    the same words could be something else ("16-17" is also an age band). `misprint` marks a label that names no real
    period ("2017/19"), or, if its kind is "unclear", none that anybody could date ("2019/20 (9 months)").
    """

    span: Span | None = None
    months: tuple[int, int] | None = None
    kind: str = ""
    sure: bool = True
    misprint: bool = False


UNCLEAR = Period(misprint=True, kind="unclear")
MISPRINT = Period(misprint=True, kind="misprint")
_FINANCIAL = re.compile(r"\b(?:fy|f/y|financial|fiscal|offence year|police year)\b|\bfy(?=\d)")
_WEEK = re.compile(
    r"\b(?:week|wk|w)[\s/]?(?:(?P<ends>ending|ended|end|to|e)|commencing|beginning|starting|of|from|c)\b[\s:]*$"
)
_JOIN = re.compile(
    r"^[\s,;(]*(?:to|-|until|till|through|thru|and|&|up to|inclusive to"
    r"|/)(?:\s*\(?(?:and\s)?inc(?:luding|lusive|l)?\.?\)?)?[\s(]*(?:the\s)?(?:end of\s)?$"
)
_SINCE = re.compile(r"\b(?:since|from|(?P<without>after|post)|onwards?)\b(?P<end>[\s:-]*end\sof\b)?")
_ONWARDS = re.compile(r"\s*(?:onwards?|and (?:after|later|since)|to date|to present|\+)")
_TO_DATE = re.compile(r"\bto (?:date|present|now)\b")
# "Before 2018" and "pre-2018" leave out what they name; "up to 2018" does not, nor does "before the end of 2018"
_WITHOUT = r"(?P<without>before|prior to|earlier than|pre\b[\s-]?)"
_END_OF = r"\s*(?:the\s)?(?P<end>end\s(?:of\s)?)?$"
_BEFORE = re.compile(rf"\b(?:{_WITHOUT}|up to|until){_END_OF}")
_UP_TO = re.compile(rf"\b(?:{_WITHOUT}|to|until|up to|ending){_END_OF}")
_SO_FAR = re.compile(r"\b(?:financial|fiscal) (?:year|yr) (?:up )?to(?: the)?(?: end of)?[\s:]*$")
LONGEST_LIMIT = 30  # characters of a label that names nothing but a time before or after a year
_ONE_DAY = dt.timedelta(days=1)


@functools.lru_cache(maxsize=50_000)
def read_period(text: str) -> Period | None:
    """What period a label names; None where it names none."""
    if not MAY_NAME_TIME.search(text):
        return None
    plain = spelled_alike(text)
    points = marks_in(plain)
    try:
        period = _combine(plain, points) if points else None
    except ValueError:  # "2019/20 (to 31 February)", "5000 years to March 2019": no calendar has such a day
        return MISPRINT
    return _by_number_of_years(plain, period) if period is not None and period.kind == "years" else period


_NUMBER_OF_YEARS = re.compile(rf"(?<![\d.])\b(?P<n>{AMOUNT})[ -]years?\b")


def _by_number_of_years(plain: str, period: Period) -> Period:
    """ "2017-2020 (3 years)": years from April to March where there is one fewer than calendar years."""
    count, span = _NUMBER_OF_YEARS.search(plain), period.span
    if count is None or span is None or not span.start or not span.end or span.start.month != 1:
        return period
    if amount(count["n"]) != span.end.year - span.start.year:
        return period
    return period._replace(span=Span(offence_year(span.start.year).start, offence_year(span.end.year - 1).end))


def _combine(plain: str, points: list[Mark]) -> Period | None:
    financial = _FINANCIAL.search(plain) is not None
    points = _join_quarters(plain, _without_explained(plain, _attach_years(points)))
    if any(point.kind == "unclear" for point in points):
        return UNCLEAR
    ranged = _year_so_far(plain, points) or _range(plain, points)
    if ranged is not None:
        return ranged
    pairs = [p for p in points if p.kind == "pair"]
    if len({p.year for p in pairs}) > 1:
        years = sorted(p.year for p in pairs if p.year)
        return Period(Span(offence_year(years[0]).start, offence_year(years[-1]).end), kind="years")
    if pairs:
        whole = offence_year(pairs[0].year or 0)
        cut = _cut(plain, points, whole)
        if cut is not None:
            return cut
        part = next((p for p in points if p.kind in ("part", "month") and p.year is None), None)
        if part is not None and part.month is not None:
            placed = within(whole, part.month, part.last or part.month)
            limit = _limit(plain[: part.start], placed)  # "2022/23 (to Q2)"
            return Period(clip(whole, limit) if limit else placed, kind="part")
        held = _held(plain, pairs[0], whole)
        if held is not None:
            return held
        limit = _open_side(plain, pairs[0], whole) if pairs[0].sure else None
        if limit is not None:
            return Period(limit, kind="open")
        return Period(whole, kind="financial", sure=pairs[0].sure or financial)
    point = points[0]
    before = plain[: point.start]
    week = _WEEK.search(before)
    if week and point.kind == "day" and point.year and point.month and point.day:
        day = dt.date(point.year, point.month, point.day)
        return Period(timespan.week(day, ends=bool(week["ends"])), kind="span")
    if point.kind in ("month", "day") and point.year and (length := length_before(before)) is not None:
        return _so_far(point) if _SO_FAR.search(before) and point.month not in (3, 4) else _ending(point, length)
    if point.kind == "misprint":
        return MISPRINT
    if point.kind == "years":
        return Period(Span(calendar_year(point.year or 0).start, calendar_year(point.last_year or 0).end), kind="years")
    if point.kind == "part" and len(points) > 1 and points[1].kind == "year":
        return _part_of(point, points[1].year or 0, financial)
    if point.kind == "year":
        part = next((p for p in points if p.kind == "part"), None)
        if part:
            return _part_of(part, point.year or 0, financial)
        if len({p.year for p in points if p.kind == "year"}) > 1:
            years = sorted(p.year for p in points if p.kind == "year" and p.year)
            return Period(Span(calendar_year(years[0]).start, calendar_year(years[-1]).end), kind="years")
        cut = _cut(plain, points, calendar_year(point.year or 0))
        if cut is not None:
            return cut
        whole = offence_year(point.year or 0) if financial else calendar_year(point.year or 0)
        held = _held(plain, point, whole)
        if held is not None:
            return held
        if financial:
            return Period(whole, kind="financial", sure=False)
        limit = _open_side(plain, point, whole)
        return Period(limit, kind="open") if limit is not None else Period(whole, kind="calendar")
    return _single(plain, point, before)


def _held(plain: str, point: Mark, whole: Span) -> Period | None:
    """The part of a year that a label gives by its length; None where it gives none, or that of the whole year.

    Nine months of a year are no period that anybody could tell, unless they are its first or last.
    """
    length = length_beside(plain, point.start, point.end)
    assert whole.start and whole.end
    if length is None or length.months == 12:
        return None
    if length.months is None or length.months > 12 or not length.which:
        return UNCLEAR
    if length.which == "last":
        return Period(months_to(whole.end.year, whole.end.month, length.months), kind="part")
    return Period(months(whole.start.year, whole.start.month, length.months), kind="part")


def _open_side(plain: str, point: Mark, named: Span) -> Span | None:
    """The time since or before a year, where a label says no more than that: "2018 onwards", "pre-2018"."""
    if len(plain) >= LONGEST_LIMIT:
        return None
    before = plain[: point.start]
    return _since(before, plain[point.end :], named) or _limit(before, named, _BEFORE)


def _since(before: str, after: str, named: Span) -> Span | None:
    """The time from what is named on, or after it, as the word before it says; None where none does."""
    found = _SINCE.search(before[-14:])
    assert named.start and named.end
    if found and found["without"]:
        return Span(named.end + _ONE_DAY, None)
    return Span(named.start, None) if found or _ONWARDS.match(after) else None


def _limit(before: str, named: Span, words: re.Pattern[str] = _UP_TO) -> Span | None:
    """The time up to what is named, or before it, as the word before it says; None where none does."""
    found = words.search(before)
    assert named.start
    if found is None:
        return None
    return Span(None, named.start - _ONE_DAY if found["without"] and not found["end"] else named.end)


def _part_of(part: Mark, year: int, financial: bool) -> Period:
    """A quarter or half of a plain year: of the financial year where the label says so, else of the calendar year."""
    first, last = part.month or 1, part.last or 12
    if financial:
        return Period(within(offence_year(year), first, last), kind="part", sure=False)
    shifted = (first + 8) % 12 + 1  # the first financial quarter, April, is the second calendar quarter
    length = (last - first) % 12 + 1
    return Period(months(year, shifted, length), kind="part", sure=False)


def _single(plain: str, point: Mark, before: str) -> Period | None:
    if point.kind == "part":
        return Period(months=(point.month or 1, point.last or 12), kind="quarter")
    if point.kind == "month" and point.year is None:
        alone = plain.strip(" .:()") == plain[point.start : point.end].strip(" .:()")
        return Period(months=(point.month or 1, point.month or 1), kind="part") if point.sure or alone else None
    if point.kind == "month" and point.year and point.month:
        month = months(point.year, point.month)
        limit = _since(before, plain[point.end :], month) or _limit(before, month)
        return Period(limit, kind="open") if limit else Period(month, kind="month")
    if point.kind == "day" and point.year and point.month and point.day:
        date = dt.date(point.year, point.month, point.day)
        day = Span(date, date)
        if "onward" in plain or _TO_DATE.search(plain):
            return Period(Span(date, None), kind="open")
        limit = _since(before, "", day) or _limit(before, day)
        return Period(limit, kind="open") if limit else Period(day, kind="day")
    return None


def _ending(point: Mark, length: Length) -> Period:
    """The time of a length that ends in a month or with a day."""
    year, month = point.year or 0, point.month or 1
    if length.months is None:
        return UNCLEAR
    if month == 4 and length.months == 12 and point.day in (None, 1):
        return Period(offence_year(year - 1), kind="financial")
    if point.day is None:
        return _of_year(length_to(year, month, length.months), "year")
    kind = "financial" if month == 4 and length.months == 12 and point.day <= 5 else "year"
    return _of_year(months_up_to(dt.date(year, month, point.day), length.months), kind)


def _so_far(point: Mark) -> Period:
    """The part of a financial year up to a month or day: "financial year to 30 September 2023"."""
    end = _ending(point, Length(1)).span
    assert end is not None and end.end is not None
    whole = offence_year_of(end.end)
    return Period(Span(whole.start, end.end), kind="part")


def _of_year(span: Span, kind: str) -> Period:
    """The time, or a misprint where no time is so long."""
    return Period(span, kind=kind) if span != UNKNOWN else MISPRINT


def _join_quarters(plain: str, points: list[Mark]) -> list[Mark]:
    """Quarters or halves that a label joins, as one: "Q1-Q3", "Q1, Q2 and Q3"; "Q1 and Q3" are no one time."""
    result: list[Mark] = []
    for point in points:
        one = result[-1] if result else point
        joint = plain[one.end : point.start]
        if one is point or not one.kind == point.kind == "part" or not (joint.strip() == "," or _JOIN.match(joint)):
            result.append(point)
            continue
        listed = joint.strip() in _LISTS and not re.search(r"\b(?:between|from)\b", plain[: one.start])
        gap = _in_year(point.month) - _in_year(one.last)
        follows = gap == 1 if listed else gap > 0
        kind = "part" if follows or point[3:] == one[3:] else "unclear"
        result[-1] = one._replace(end=point.end, last=point.last, kind=kind)
    return result


_LISTS = ("and", "&", "/", ",", ", and")


def _in_year(month: int | None) -> int:
    """The place of a month in the year that begins in April."""
    return ((month or 1) - 4) % 12


def _attach_years(points: list[Mark]) -> list[Mark]:
    """Give a month or day its year from a plain year or from the next point, as in "3 April to 31 December 2017"."""
    result: list[Mark] = []
    for index, point in enumerate(points):
        if point.kind in ("month", "day") and point.year is None:
            later = next((p for p in points[index + 1 :] if p.kind in ("month", "day") and p.year), None)
            if later is not None and later.year and later.month and point.month:
                year = later.year if (point.month, point.day or 1) <= (later.month, later.day or 31) else later.year - 1
                point = point._replace(year=year)
        result.append(point)
    return result


def _without_explained(plain: str, points: list[Mark]) -> list[Mark]:
    """The points without the months in brackets that but explain a year among several: "20/21 (Apr 20 - Mar 21) to"."""
    if sum(point.kind == "pair" for point in points) < 2:
        return points
    explained: set[int] = set()
    for index, (year, one, two) in enumerate(zip(points, points[1:], points[2:], strict=False)):
        bracketed = plain[year.end : one.start].strip() == "(" and plain[two.end : two.end + 1] == ")"
        if year.kind != "pair" or not bracketed or not _JOIN.match(plain[one.end : two.start]):
            continue
        told = _span_of(one, two, year) if {one.kind, two.kind} <= {"month", "day"} else None
        if told is not None and told.span == offence_year(year.year or 0):
            explained |= {index + 1, index + 2}
    return [point for index, point in enumerate(points) if index not in explained]


def _range(plain: str, points: list[Mark]) -> Period | None:
    """The first two points that a joining word makes one span."""
    for one, two in itertools.pairwise(points):
        joint = plain[one.end : two.start]
        if not _JOIN.match(joint):
            continue
        lists = joint.strip() in ("and", "&", "/") and not re.search(r"\b(?:between|from)\b", plain[: one.start])
        if one.kind in ("month", "day") and two.kind in ("month", "day"):
            if lists and one.kind == "month":
                continue
            outer = next((p for p in points if p.kind in ("pair", "year")), None)
            return _span_of(one, two, outer)
        if {one.kind, two.kind} in ({"misprint", "day"}, {"misprint", "month"}) and not lists:
            return MISPRINT  # "1 April 2019 - 31 June 2019"
        if one.kind == "year" and two.kind == "year" and one.year and two.year:
            if two.year == one.year + 1 and joint.strip() == "to":
                return Period(offence_year(one.year), kind="financial")
            if one.year < two.year and not lists:
                return Period(Span(calendar_year(one.year).start, calendar_year(two.year).end), kind="years")
        if one.kind == "year" and two.kind in ("month", "day") and one.year and two.year and one.year < two.year:
            return _span_of(one._replace(kind="month", month=1), two, None)  # "2020 - Feb 2021"
    return None


def _span_of(one: Mark, two: Mark, outer: Mark | None) -> Period | None:
    assert one.month is not None and two.month is not None
    first, last = one.month, two.month
    if one.year is not None and two.year is None:
        two = two._replace(year=one.year + (two.month < one.month))
    if two.year is None or one.year is None:
        if outer is None or outer.year is None:
            return Period(months=(first, last), kind="part")
        if outer.kind == "pair":
            whole = within(offence_year(outer.year), first, last)
            start, end = whole
            if start and one.day:
                start = start.replace(day=one.day)
            if end and two.day:
                end = end.replace(day=two.day)
            return Period(Span(start, end), kind="part")
        one, two = one._replace(year=outer.year), two._replace(year=outer.year)
    assert one.year and two.year and one.month and two.month
    start = dt.date(one.year, one.month, one.day or 1)
    end = dt.date(two.year, two.month, two.day) if two.day else last_day(two.year, two.month)
    if one.month == two.month == 4 and two.year > one.year and two.day in (None, 1) and one.day in (None, 1, 3):
        end = dt.date(two.year, 3, 31)  # from one April to another is the offence year
    if end < start:
        return MISPRINT
    kind = (
        "financial" if (start.month, start.day) in ((4, 1), (4, 3), (4, 6)) and 360 < (end - start).days < 367 else ""
    )
    return Period(Span(start, end), kind=kind or "span")


_TO = re.compile(r"[\s,(:;-]*(?:only )?(?:up )?(?:to|until|till|through)(?: the)?(?: end(?: of)?)?\s*")


def _year_so_far(plain: str, points: list[Mark]) -> Period | None:
    """A year named by its end, of which a day or month before that is the last: "FYE 2025 to 31 Dec 24"."""
    if len(points) != 2 or any(point.kind not in ("month", "day") for point in points):
        return None
    one, two = points
    length = length_before(plain[: one.start]) if one.year and _TO.fullmatch(plain[one.end : two.start]) else None
    whole = _ending(one, length).span if length is not None and length.months == 12 else None
    if whole is None or whole.start is None or whole.end is None or two.month is None:
        return None
    year = two.year or whole.start.year + (two.month < whole.start.month)
    end = dt.date(year, two.month, two.day) if two.day else last_day(year, two.month)
    return Period(Span(whole.start, end), kind="part") if whole.start < end < whole.end else None


def _cut(plain: str, points: list[Mark], whole: Span) -> Period | None:
    """A year cut at a day or month that its label names: "2023/24 (to 31 December 2023)", "2022 (to 28 Feb)"."""
    for point in points:
        if point.kind not in ("day", "month") or point.month is None or whole.start is None:
            continue
        if point.year is None:
            point = point._replace(year=whole.start.year + (point.month < whole.start.month))
        bounds = _single(plain, point, plain[: point.start])
        if bounds is None or bounds.span is None or (point.kind == "month" and None not in bounds.span):
            continue
        return Period(clip(whole, bounds.span), kind="part")
    return None


def clip(whole: Span, bounds: Span) -> Span:
    """`whole` cut to `bounds`, where they meet it: what a footnote does to the year that bears its mark."""
    start, end = whole
    assert start and end
    if bounds.start and start < bounds.start <= end:
        start = bounds.start
    if bounds.end and start <= bounds.end < end:
        end = bounds.end
    return Span(start, end)


def read_comparison(text: str) -> tuple[Span, Span] | None:
    """The two periods of a change: "Change 2018/19 to 2019/20", "2017 v 2018"; the earlier one first.

    Of the places where a label could be parted the one counts that leaves two periods of one length.
    """
    plain = spelled_alike(text)
    found = []
    for joint in _VERSUS.finditer(plain):
        one, two = _span_in(plain[: joint.start()]), _span_in(plain[joint.end() :])
        if one and two and one != two and one.start and two.start:
            unlike = abs(_days(one) - _days(two)) > 3
            tight = not joint[0].strip().isalpha() and joint[0].strip() == joint[0]  # "2018/19" is one year
            found.append((unlike, tight, min(one, two), max(one, two)))
    if not found:
        return None
    *_, first, second = min(found)
    return first, second


_VERSUS = re.compile(
    r"\s*(?:\b(?:to|and|vs?|versus|on|over|from|against|with)\b\.?|\b(?:compared|relative) (?:to|with)\b|[-/,;&>]+)\s*"
)


def _span_in(plain: str) -> Span | None:
    """The settled span of one side of a comparison; a bare month or day marks where a period ends, not a period."""
    period = read_period(plain)
    if period is None or period.span is None or None in period.span or period.kind in ("month", "day", "years"):
        return None
    return period.span


def _days(span: Span) -> int:
    return (span.end - span.start).days if span.start and span.end else 0


def within(year: Span, first: int, last: int) -> Span:
    """The months `first` to `last` inside a year's span: April to June, or January to March of its second half."""
    assert year.start is not None
    start_year = year.start.year if first >= year.start.month else year.start.year + 1
    length = (last - first) % 12 + 1
    return months(start_year, first, length)
