"""Period labels of tables: "2017/18", "Q1 (Apr-Jun)", "6th Apr 2021 to 5th Apr 2022", "Year ending March 2018".

What belongs here: one label's text to the time it names, or to the part of a year that it names (a quarter, a month)
where the year stands in another header. What does not: which header a cell takes its period from (`cells`).
"""

import datetime as dt
import functools
import itertools
import re
from typing import NamedTuple

from figuretrail.timespan import Span, add_months, calendar_year, last_day, months, months_to, offence_year


class Period(NamedTuple):
    """What a label says of time.

    `span` is a settled period. `months` is a part of a year, (first month, last month), whose year is said elsewhere.
    `kind` tells a financial year from a calendar year, a part of a year from a list of years; a "quarter" (or half) is
    given as that of a financial year, and is another where its year is a calendar year. `sure` is False where
    the same words could be something else ("16-17" is also an age band). `misprint` marks a label that names no real
    period ("2017/19").
    """

    span: Span | None = None
    months: tuple[int, int] | None = None
    kind: str = ""
    sure: bool = True
    misprint: bool = False


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|" + (
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_POINT = re.compile(
    rf"""
    (?P<iso>(?<!\d)(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>[0-3]\d)(?!\d))
  | (?P<num>(?<![\d/])(?P<nd>[0-3]?\d)[/.\-](?P<nm>[01]?\d)[/.\-](?P<ny>{_YEAR}|\d\d)(?![\d/]))
  | (?P<pair>(?<![\d/£.,])(?P<p1>{_YEAR}|\d\d)\s?(?P<psep>/|-|_)\s?\(?(?P<p2>{_YEAR}|\d\d)(?![\d/%]|[.,]\d)\)?)
  | (?P<torn>(?<![\d/£.,])(?P<te>20\d\d)\s?/\s*(?=\(?\)?$))
  | (?P<dmy>(?<!\d)(?P<dd>[0-3]?\d)\s?(?:of\s)?[\s\-]?(?P<dm>{_MONTH})
      (?:[\s\-,']*(?P<dy>{_YEAR}|(?<=-)\d\d(?!\s?(?:of\s)?{_MONTH})
        |(?<=[\s'])[0-3]\d(?=\s*(?:$|[-,;)/]|(?:to|and|until|inclusive)\b)))(?!\d))?)
  | (?P<my>(?P<mm>{_MONTH})[\s\-,'/]*(?P<myy>{_YEAR}|[1-4]\d)(?![\d:])(?!,?\s*{_YEAR})(?!/\d\d\b))
  | (?P<mdy>(?P<um>{_MONTH})\s(?P<ud>[0-3]?\d)(?!\d)(?:,?\s*(?P<uy>{_YEAR})(?!\d))?)
  | (?P<ym>(?<!\d)(?P<yy>{_YEAR})[\s\-/]*(?:m(?=\d))?(?P<ymm>{_MONTH})(?![\s\-]*{_YEAR}))
  | (?P<m>\b(?P<mo>{_MONTH}))
  | (?P<q>\b(?:q|qtr|quarter)\s?(?P<qn>[1-4])\b|\b(?P<qo>[1-4])(?:st|nd|rd|th)?\s(?:quarter|qtr)\b)
  | (?P<h>\bh(?P<hn>[12])\b|\b(?P<ho>first|second|1|2)(?:st|nd)?\shalf\b)
  | (?P<y>(?<![\d/£.,])(?P<ye>{_YEAR})(?![\d%]|[.,/]\d))
    """,
    re.VERBOSE,
)
# Years that are part of a law's name or of a reference number are no periods.
_LAW = re.compile(
    r"\b(?:act|order|bill|regulations?|soa)(?: of)?(?:\s*\([^)]*\))?,?\s*(?:19|20)\d\d\b|\b(?:19|20)\d\d act\b"
    r"|\b(?:19|20)\d\d[-./]\d{3,}\b(?!\d)(?<!\d{4}[-/](?:19|20)\d\d)"
    r"|\b\d{3,}[-/](?:20)?\d\d\b(?<!\b(?:19|20)\d\d[-/]\d\d)(?<!\b(?:19|20)\d\d[-/]20\d\d)"
)
_FINANCIAL = re.compile(r"\b(?:fy|f/y|financial|fiscal|offence year|police year)\b|\bfy(?=\d)")
_ENDING = re.compile(
    r"\b(?P<n>[a-z0-9]+ )?(?P<unit>years?|yrs?|months?|mths?|quarters?|qtrs?)\s?(?:ending|ended|to|up to|end)\b"
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12, "18": 18}
_JOIN = re.compile(
    r"^[\s,;(]*(?:to|-|until|till|through|thru|and|&|up to|inclusive to"
    r"|/)(?:\s*\(?(?:and\s)?inc(?:luding|lusive|l)?\.?\)?)?[\s(]*(?:the\s)?(?:end of\s)?$"
)
_SINCE = re.compile(r"\b(?:since|from|after|onwards?)\b")
_ONWARDS = re.compile(r"\s*(?:onwards?|and (?:after|later|since)|to date|to present|\+)")
_TO_DATE = re.compile(r"\bto (?:date|present|now)\b")
_BEFORE = re.compile(r"\b(?:before|prior to|pre-?|up to|until)\s*$")
_UP_TO = re.compile(r"\b(?:to|until|up to|before|ending)\s*(?:the\s)?(?:end\s(?:of\s)?)?$")


@functools.lru_cache(maxsize=50_000)
def read_period(text: str) -> Period | None:
    """What period a label names; None where it names none."""
    if not _TIME.search(text):
        return None
    plain = _plain(text)
    points = _points(plain)
    try:
        period = _combine(plain, points) if points else None
    except ValueError:  # "2019/20 (to 31 February)", "5000 years to March 2019": no calendar has such a day
        return Period(misprint=True, kind="misprint")
    return _by_number_of_years(plain, period) if period is not None and period.kind == "years" else period


_NUMBER_OF_YEARS = re.compile(r"\b(?P<n>\d{1,2}|two|three|four|five|six)[ -]years?\b")


def _by_number_of_years(plain: str, period: Period) -> Period:
    """ "2017-2020 (3 years)": years from April to March where there is one fewer than calendar years."""
    count, span = _NUMBER_OF_YEARS.search(plain), period.span
    if count is None or span is None or not span.start or not span.end or span.start.month != 1:
        return period
    number = _COUNTS.get(count["n"]) or int(count["n"])
    if number != span.end.year - span.start.year:
        return period
    return period._replace(span=Span(offence_year(span.start.year).start, offence_year(span.end.year - 1).end))


# No time is named without a number, a month or a half.
_TIME = re.compile(r"\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|first|second", re.I)
_WRITTEN_ALIKE = str.maketrans({" ": " ", "’": "'", **dict.fromkeys("‐‑‒–—−", "-")})
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b(?!\s(?:quarter|qtr|half))")
_SHORT = re.compile(r"fy|f/y|y/?e\b|y/?e[\d.]|year[- ]end|\d ?m to|to date")
_SHORT_FORMS = (
    (
        re.compile(r"\b(?:fye|f/y/?e|(?:financial year|fy)[- ]end(?:ing|ed)?)\s?(?=(?:19|20)\d\d\b)"),
        "year ending march ",
    ),
    (re.compile(r"\b(?:fye|f/y/?e)\b(?= ?[a-z])"), "year ending"),
    (re.compile(r"\by/?e\b\.?(?= ?[\da-z])"), "year ending "),
    (re.compile(r"\b(\d+) ?m(?= to\b)"), r"\1 months"),
    (re.compile(r"\bto date\W{1,3}(?=\d)"), "to "),
    (re.compile(r"\bfy\s?(?=\d)"), "fy "),
)
_FOOTNOTE_MARK = re.compile(r"\[[a-z0-9]{1,2}\]|[†‡§¶*^#¹²³]")


def _plain(text: str) -> str:
    plain = " ".join(text.lower().translate(_WRITTEN_ALIKE).split())
    plain = _ORDINAL.sub(r"\1", plain)
    if _SHORT.search(plain):
        for short, full in _SHORT_FORMS:
            plain = short.sub(full, plain)
    plain = _GLUED_QUARTER.sub(" ", plain)
    plain = _GLUED_MONTH.sub(r"\g<0> ", plain)
    plain = _GLUED_YEARS.sub(_parted_years, plain)
    plain = _CUT_YEAR.sub(_completed_year, plain)
    plain = _LAW.sub(" ", plain)
    return _FOOTNOTE_MARK.sub("", plain).strip()


_GLUED_QUARTER = re.compile(r"(?<=\d)[-_]?(?=[qh][1-4]\b)")  # "2019Q1", "2019/20-Q2"
_GLUED_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})(?=\d\d)")
_GLUED_YEARS = re.compile(r"\b(20\d\d)(\d\d)\b|(?<=\bfy )(\d\d)(\d\d)\b(?!\s?[/-])")


def _parted_years(match: re.Match[str]) -> str:
    """ "201920" and "FY1920" with their stroke, where the years follow each other."""
    first, second = match[1] or match[3], match[2] or match[4]
    return f"{first}/{second}" if int(second) == (int(first) + 1) % 100 else match[0]


_CUT_YEAR = re.compile(r"\b(20\d)(\d)/(\d)(?![\d/])")


def _completed_year(match: re.Match[str]) -> str:
    """ "2021/2" as 2021/22, where the years follow each other."""
    follows = int(match[3]) == (int(match[2]) + 1) % 10
    return f"{match[1]}{match[2]}/{(int(match[1] + match[2]) + 1) % 100:02}" if follows else match[0]


class _Mark(NamedTuple):
    """One date-like thing in the text: where it stands, its kind, and year, month, day as far as they are said."""

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None  # the last month of a quarter or half
    sure: bool = True


def _points(plain: str) -> list[_Mark]:
    return [mark for mark in (_mark(match) for match in _POINT.finditer(plain)) if mark is not None]


def _full_year(digits: str) -> int:
    number = int(digits)
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number


def _mark(match: re.Match[str]) -> _Mark | None:
    kind, found = match.lastgroup or "", match
    start, end = match.span()
    if kind == "iso":
        return _day(start, end, int(found["iy"]), int(found["im"]), int(found["id"]))
    if kind == "num":
        return _day(start, end, _full_year(found["ny"]), int(found["nm"]), int(found["nd"]))
    if kind == "pair":
        return _pair(match)
    if kind == "torn":  # "2023/": the second year is cut off
        return _Mark(start, end, "pair", int(found["te"]), sure=False)
    if kind == "dmy":
        return _day(start, end, _int(found["dy"]), _month(found["dm"]), int(found["dd"]))
    if kind == "mdy":
        return _day(start, end, _int(found["uy"]), _month(found["um"]), int(found["ud"]))
    if kind == "my":
        return _Mark(start, end, "month", _full_year(found["myy"]), _month(found["mm"]))
    if kind == "ym":
        return _Mark(start, end, "month", int(found["yy"]), _month(found["ymm"]))
    if kind == "m":
        # "may" and "mar" are also words; a label that is only that word is the month.
        word = found["mo"].rstrip(".")
        return _Mark(start, end, "month", None, _month(word), sure=word not in ("may", "mar"))
    if kind == "q":
        first = 4 + 3 * (int(found["qn"] or found["qo"]) - 1)
        first = first if first <= 12 else first - 12
        return _Mark(start, end, "part", None, first, last=first + 2)
    if kind == "h":
        half = {"first": 1, "second": 2, "1": 1, "2": 2}[found["hn"] or found["ho"]]
        return _Mark(start, end, "part", None, 4 if half == 1 else 10, last=9 if half == 1 else 3)
    return _Mark(start, end, "year", int(found["ye"]))


def _int(digits: str | None) -> int | None:
    return _full_year(digits) if digits else None


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".")]


def _day(start: int, end: int, year: int | None, month: int, day: int) -> _Mark | None:
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if year is not None and day > last_day(year, month).day:
        return None
    return _Mark(start, end, "day", year, month, day)


def _pair(match: re.Match[str]) -> _Mark | None:
    """Two years joined by a stroke or hyphen: a financial year where they follow each other."""
    first, second, joint = match["p1"], match["p2"], match["psep"]
    year = _full_year(first)
    start, end = match.span()
    if len(first) == 4 and len(second) == 2 and joint == "-" and int(second) <= 12 and int(second) != (year + 1) % 100:
        return _Mark(start, end, "month", year, int(second))  # 2018-04
    follows = int(second) % 100 == (year + 1) % 100
    if len(first) == 2 and len(second) == 2 and not follows:
        return None  # an age band, a fraction, a reference
    if len(first) == 2 and len(second) == 4:
        return _Mark(start, end, "month", int(second), int(first)) if 1 <= int(first) <= 12 else None
    if not follows:
        span_years = _full_year(second) - year if len(second) == 4 else int(second) - year % 100
        if 1 < span_years < 30 and len(second) == 4:
            return _Mark(start, end, "years", year, _full_year(second))
        return _Mark(start, end, "misprint", year)
    sure = len(first) == 4 or joint == "/"
    return _Mark(start, end, "pair", year, sure=sure)


def _combine(plain: str, points: list[_Mark]) -> Period | None:
    financial = _FINANCIAL.search(plain) is not None
    points = _attach_years(points)
    ranged = _range(plain, points)
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
            return Period(within(whole, part.month, part.last or part.month), kind="part")
        return Period(whole, kind="financial", sure=pairs[0].sure or financial)
    point = points[0]
    before = plain[: point.start]
    ending = _ENDING.search(before)
    if ending and ending.end() >= len(before.rstrip(" :")) - 8 and point.kind in ("month", "day") and point.year:
        return _year_ending(point, ending)
    if point.kind == "misprint":
        return Period(misprint=True, kind="misprint")
    if point.kind == "years":
        return Period(Span(calendar_year(point.year or 0).start, calendar_year(point.month or 0).end), kind="years")
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
        if financial:
            return Period(offence_year(point.year or 0), kind="financial", sure=False)
        after = plain[point.end :]
        if (_SINCE.search(before[-7:]) or _ONWARDS.match(after)) and len(plain) < 30:
            return Period(Span(dt.date(point.year or 0, 1, 1), None), kind="open")
        if _BEFORE.search(before) and len(plain) < 30:
            inside = "before" not in before
            return Period(Span(None, dt.date((point.year or 0) - (not inside), 12, 31)), kind="open")
        return Period(calendar_year(point.year or 0), kind="calendar")
    return _single(plain, point, before)


def _part_of(part: _Mark, year: int, financial: bool) -> Period:
    """A quarter or half of a plain year: of the financial year where the label says so, else of the calendar year."""
    first, last = part.month or 1, part.last or 12
    if financial:
        return Period(within(offence_year(year), first, last), kind="part")
    shifted = (first + 8) % 12 + 1  # the first financial quarter, April, is the second calendar quarter
    length = (last - first) % 12 + 1
    return Period(months(year, shifted, length), kind="part", sure=False)


def _single(plain: str, point: _Mark, before: str) -> Period | None:
    if point.kind == "part":
        return Period(months=(point.month or 1, point.last or 12), kind="quarter")
    if point.kind == "month" and point.year is None:
        alone = plain.strip(" .:()") == plain[point.start : point.end].strip(" .:()")
        return Period(months=(point.month or 1, point.month or 1), kind="part") if point.sure or alone else None
    if point.kind == "month" and point.year and point.month:
        if _SINCE.search(before[-7:]) or _ONWARDS.match(plain[point.end :]):
            return Period(Span(dt.date(point.year, point.month, 1), None), kind="open")
        if _UP_TO.search(before):
            return Period(Span(None, last_day(point.year, point.month)), kind="open")
        return Period(months(point.year, point.month), kind="month")
    if point.kind == "day" and point.year and point.month and point.day:
        day = dt.date(point.year, point.month, point.day)
        if _SINCE.search(before[-7:]) or "onward" in plain or _TO_DATE.search(plain):
            return Period(Span(day, None), kind="open")
        if _UP_TO.search(before):
            return Period(Span(None, day), kind="open")
        return Period(Span(day, day), kind="day")
    return None


def _year_ending(point: _Mark, ending: re.Match[str]) -> Period:
    year, month = point.year or 0, point.month or 1
    unit = ending["unit"]
    count = (ending["n"] or "").strip()
    number = _COUNTS.get(count, int(count) if count.isdecimal() else 1)
    length = number * {"y": 12, "q": 3, "m": 1}[unit[0]]
    if month == 4 and length == 12 and (point.day is None or point.day <= 5):
        if point.day and point.day > 1:
            end = dt.date(year, month, point.day)
            return Period(Span(add_months(end, -12) + dt.timedelta(days=1), end), kind="financial")
        return Period(offence_year(year - 1), kind="financial")
    if point.day is not None and point.day not in (30, 31):
        end = dt.date(year, month, point.day)
        return Period(Span(add_months(end, -length) + dt.timedelta(days=1), end), kind="year")
    return Period(months_to(year, month, length), kind="year")


def _attach_years(points: list[_Mark]) -> list[_Mark]:
    """Give a month or day its year from a plain year or from the next point, as in "3 April to 31 December 2017"."""
    result: list[_Mark] = []
    for index, point in enumerate(points):
        if point.kind in ("month", "day") and point.year is None:
            later = next((p for p in points[index + 1 :] if p.kind in ("month", "day") and p.year), None)
            if later is not None and later.year and later.month and point.month:
                year = later.year if (point.month, point.day or 1) <= (later.month, later.day or 31) else later.year - 1
                point = point._replace(year=year)
        result.append(point)
    return result


def _range(plain: str, points: list[_Mark]) -> Period | None:
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
        if one.kind == two.kind == "part" and one.month and two.last and not lists:
            year = next((p.year for p in points if p.kind == "pair"), None)
            whole = Period(within(offence_year(year), one.month, two.last), kind="part") if year else None
            return whole or Period(months=(one.month, two.last), kind="part")
        if one.kind == "year" and two.kind == "year" and one.year and two.year:
            if two.year == one.year + 1 and joint.strip() == "to":
                return Period(offence_year(one.year), kind="financial")
            if one.year < two.year and not lists:
                return Period(Span(calendar_year(one.year).start, calendar_year(two.year).end), kind="years")
        if one.kind == "year" and two.kind in ("month", "day") and one.year and two.year and one.year < two.year:
            return _span_of(one._replace(kind="month", month=1), two, None)  # "2020 - Feb 2021"
    return None


def _span_of(one: _Mark, two: _Mark, outer: _Mark | None) -> Period | None:
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
        return Period(misprint=True, kind="misprint")
    kind = (
        "financial" if (start.month, start.day) in ((4, 1), (4, 3), (4, 6)) and 360 < (end - start).days < 367 else ""
    )
    return Period(Span(start, end), kind=kind or "span")


def _cut(plain: str, points: list[_Mark], whole: Span) -> Period | None:
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
    plain = _plain(text)
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
