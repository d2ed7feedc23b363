"""Labels that only their neighbours explain: "16-17" among ages or among years, a date cell among months.

What belongs here: a line of labels that stand together, each understood from the others and from the line's name.
What does not: one label alone (`labels`), and which labels stand together (`headers`, `rowlabels`).
"""

import datetime as dt
import functools
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from figuretrail import monthnames
from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.inline import (
    bands_after_each_other,
    numbered_months,
    total_of_sexes,
    totals_to_date,
    years_in_step,
)
from figuretrail.tables.language.labels import Ages, Label, bare, in_digits, read_ages, read_label, settled
from figuretrail.tables.language.lettercodes import letters_as_names
from figuretrail.tables.language.names import Place, is_part_of_place
from figuretrail.tables.language.periods import Period, read_period
from figuretrail.tables.language.sortsofparts import parts_by_sort
from figuretrail.tables.language.values import damaged_range, footnoted_year
from figuretrail.tables.language.wording import ASKS, TOTAL
from figuretrail.tables.language.words import Words
from figuretrail.tables.language.wordsasked import asks_for_words
from figuretrail.tables.layout.parts import AXES
from figuretrail.timespan import (
    DAYS_IN_MONTH,
    Span,
    add_months,
    calendar_year,
    last_day,
    months,
    months_to,
    offence_year,
    week,
)

LONGEST_LINE = 100  # entries; a longer line is not kept
FEWEST_NAMES = 3  # in a line; of fewer nothing is told by most of them
LONGEST_NAME = 60  # characters; what is longer is no unknown product's name


Entry = tuple[type, Scalar]  # a value with its type, by which 1 and TRUE, or a day and midnight of it, are told apart


def settle(
    entries: tuple[Entry, ...], dimension: str | None, above: frozenset[str] = frozenset(), name: str = ""
) -> Sequence[Label]:
    """Read labels that stand in one line together, so that each may be understood from the others.

    Lines of years, platforms or forces come again in table after table: each that is not long is read once.
    """
    return (_settle_once if len(entries) <= LONGEST_LINE else _settle)(entries, dimension, above, name)


def _settle(entries: tuple[Entry, ...], dimension: str | None, above: frozenset[str], name: str) -> Sequence[Label]:
    values = [value for _, value in entries]
    labels = [read_label(surface_of(value)) for value in values]
    labels = letters_as_names(labels) if "place" in (dimension, *above) else totals_to_date(numbered_months(labels))
    labels = total_of_sexes(_years_together(labels if "age" in name else bands_after_each_other(years_in_step(labels))))
    labels = labels if "week" in name else _times_by_days(labels)
    labels = _totals_of_quarters(labels, by_time=dimension == "period")
    if all(label.alone and type(value) is str for label, value in zip(labels, values, strict=True)):
        return _part_places(labels)
    votes = Counter(role for label in labels for role in label.roles)
    axis = dimension if dimension in AXES else None
    ages_only = sum(1 for label in labels if label.ages and not label.period)
    years_only = sum(1 for label in labels if label.period and not label.ages)
    worded = [_ages_in_words(value) for value in values]
    in_words = len(worded) - worded.count(None) > 1  # "Under ten", "Ten to twelve"
    dates = [value for value in values if isinstance(value, dt.date)]
    step = _date_step(dates)
    line = []
    for value, label, spelt in zip(values, labels, worded, strict=True):
        if in_words and spelt and not label.ages:
            label = settled(label, ages=spelt, period=None, understood=True)
        if isinstance(value, str) and (plain := bare(value)).isdecimal() and len(plain) < 3:
            value = int(plain)  # also of "c) 13"
        if isinstance(value, str) and axis == "age" and not label.ages:
            ages = read_ages(in_digits(value), numbers=True)
            label = settled(label, ages=ages, period=None, understood=True) if ages else label
        year = footnoted_year(value) if years_only or len(values) > 1 else None
        if year is not None:
            label = settled(label, period=Period(calendar_year(year), kind="calendar"), understood=True)
        elif isinstance(value, dt.date):
            if ages_only or axis == "age":
                label = _damaged_band(value, label)
            else:
                label = settled(label, period=Period(_date_span(value, step), kind="date"), ages=None)
        elif isinstance(value, int | float) and axis == "period" and not label.period:
            label = _numbered_part(int(value), label, name)
        elif (
            isinstance(value, int | float) and not label.period and (axis == "age" or ages_only or _counting_up(values))
        ):
            label = settled(label, ages=(int(value), int(value)), understood=True)
        elif (axis == "age" or ages_only * 2 >= len(labels) > 0) and (band := damaged_range(str(value))):
            label = settled(label, ages=band, period=None, understood=True)
        elif label.period and not label.ages and (axis == "age" or ages_only > 1) and (ages := read_ages(label.text)):
            label = settled(label, ages=ages, period=None)  # "13/14" among ages
        elif label.ages and label.period and not label.period.sure:
            is_age = axis == "age" or (axis != "period" and ages_only > years_only)
            label = settled(label, period=None) if is_age else settled(label, ages=None)
        elif not label.understood and not label.other and not label.unknown and label.counted is None:
            many = votes["platform"] >= 2 and votes["platform"] * 3 >= len(labels)
            if len(label.text) > LONGEST_NAME or ASKS.search(label.text.lower()) or asks_for_words(label, name):
                pass  # a question, no product's name
            elif axis == "platform" or many or ("platform" in above and votes["platform"]):
                label = settled(label, kind=bare(label.text), understood=True)
        line.append(label)
    return _part_places(line)


def _years_together(labels: list[Label]) -> list[Label]:
    """ "3 years" beside "2021/22", "2022/23" and "2023/24" is all of them, and no victim's age."""
    aged = {label.text: label for label in labels if label.ages and not label.period}  # "19-20" may be a year as well
    times = {label.text for label in labels if label.period}
    together = next(iter(aged.values()), None)
    if together is None or len(aged) > 1 or len(times) < 2 or together.text in times:
        return labels
    if not TOTAL.search(together.text.lower()):
        return labels
    return [settled(label, ages=None, total=True) if label.text == together.text else label for label in labels]


_QUARTER_TOTAL = re.compile(r"\s*q[1-4]\s*[-:–]?\s*(?:(?:sub|quarter)?[ -]?totals?|all)\W*", re.I)


def _totals_of_quarters(labels: list[Label], *, by_time: bool) -> list[Label]:
    """ "Q1 sub total" beside other times is that of a quarter, though "Q1" may be a question's number elsewhere."""
    if sum(map(_is_month, labels)) > 1:  # "Oct-23 | Nov-23 | Dec-23 | Quarter"
        labels = [settled(label, total=True) if _WHOLE_OF_MONTHS.fullmatch(label.text) else label for label in labels]
    if not (by_time or any(label.period and label.period.months for label in labels)):
        return labels
    return [
        settled(label, period=read_period(label.text))
        if label.total and label.period is None and _QUARTER_TOTAL.fullmatch(label.text)
        else label
        for label in labels
    ]


_WHOLE_OF_MONTHS = re.compile(r"\W*(?:quarter|qtr|half[ -]?year|(?:whole |full )?period)\W*", re.I)


def _is_month(label: Label) -> bool:
    """Whether a label names one month, with or without its year."""
    period = label.period
    return period is not None and (
        period.kind in ("month", "date") or (period.months or (0, 1))[0] == (period.months or (0, 1))[1]
    )


def _times_by_days(labels: list[Label]) -> list[Label]:
    """Days that all begin a month, or all end one, stand for months or longer as date cells do: "01/01/2024"."""
    days = {
        label.text: label.period.span.start
        for label in labels
        if label.period and label.period.span and label.period.kind == "day"
    }
    dates = [day for day in days.values() if day is not None]
    if len(set(dates)) < 2 or any(label.period and label.text not in days for label in labels):
        return labels
    if any(day.day != 1 for day in dates) and any(day != last_day(day.year, day.month) for day in dates):
        return labels
    step = _date_step(dates)
    return [
        settled(label, period=Period(_date_span(day, step), kind="date")) if (day := days.get(label.text)) else label
        for label in labels
    ]


def _ages_in_words(value: Scalar) -> Ages | None:
    """The band that a text gives in words."""
    digits = in_digits(value) if isinstance(value, str) else ""
    return read_ages(digits) if digits and digits != value else None


_settle_once = functools.lru_cache(maxsize=5_000)(_settle)


def _is_force(label: Label) -> bool:
    return label.roles == {"place"} and label.place is not None and label.place.type == "force"


def _only_names(label: Label) -> bool:
    """Whether a label with a place's name in it names nothing else but a part of that place."""
    return not _says_more(label) and is_part_of_place(label.text.lower())


def _says_more(label: Label) -> bool:
    return bool(label.counted or label.unit or label.total or label.counting or label.base)


def _lone_points(labels: list[Label]) -> list[Label]:
    """ "East" is the region where other regions stand beside it, but a part of a force beside "West" and "Central"."""
    if any(label.place and label.place.type in ("region", "country") and not _is_east(label) for label in labels):
        return labels
    return [settled(label, place=Place(None, None)) if _is_east(label) else label for label in labels]


def _points_of_a_force(labels: list[Label]) -> list[Label]:
    """ "North West" is a part of a force beside "Central East" and "South Area" of the same force."""
    regions = {label.text for label in labels if _is_region(label) and _BY_POINTS.fullmatch(label.text.strip())}
    if not regions:
        return labels
    others = [label for label in labels if label.text not in regions]
    parts = {label.text for label in others if _is_nameless(label) and _FROM_A_POINT.match(label.text.strip())}
    named = {label.place for label in others if label.place and label.place.name}
    if len(parts) < 2 or len(parts) <= len(regions) or len(named) > 1 or any(place.type != "force" for place in named):
        return labels
    return [settled(label, place=Place(None, None)) if label.text in regions else label for label in labels]


_BY_POINTS = re.compile(r"(?:north|south)[\s-]?(?:east|west)", re.I)
_FROM_A_POINT = re.compile(r"(?:north|south|east|west|mid|central)(?:ern)?\b", re.I)


def _is_region(label: Label) -> bool:
    return label.place is not None and label.place.type == "region"


def _is_nameless(label: Label) -> bool:
    return label.place.name is None if label.place is not None else not label.understood


def _is_east(label: Label) -> bool:
    named = label.place is not None and label.place.name == "East of England"
    return named and "england" not in label.text.lower() and "region" not in label.text.lower()


def _part_places(labels: list[Label]) -> list[Label]:
    """Among "North Kent", "East Kent" and "Kent" only the last is Kent: more words beside a name said again part it."""
    labels = list(parts_by_sort(_lone_points(_points_of_a_force(labels))))
    unknown = sum(not label.understood for label in labels)
    if 2 * unknown > len(labels) > FEWEST_NAMES:  # "Surrey Heath" among names that nobody knows
        labels = [
            settled(label, place=Place(None, None)) if _is_force(label) and _only_names(label) else label
            for label in labels
        ]
    placed = {label.text: label.place.name for label in labels if label.place is not None}
    if len(placed) < 2:
        return labels
    # "Share of offences (England and Wales)" says the place again, but "England and Wales (above)" is no part of it.
    said = Counter([placed[label.text] for label in labels if label.text in placed and not _says_more(label)])
    return [
        settled(label, place=Place(None, None))
        if label.roles == {"place"} and label.place and said[label.place.name] > 1 and _only_names(label)
        else label
        for label in labels
    ]


# "Year to", "Fin Yr Ending", "F/Y end date"; but "FY to December" is a part of one
YEAR_ENDS = Words(
    r"\b(?:years?|12 months|twelve months|r12m?)\s?(?:ending|ended|end|to|up to)\b|\b(?:fye|y/e)\b"
    r"|\b(?:yr|f\.?y|f/y)\.?[\s-]?(?:ending|ended|ends?)\b|\byr\.?\s(?:up )?to\b(?! date)"
)


# "in the 12 months ending 31 March", of whatever years the labels name
_ENDING_MONTH = Words(
    rf"(?:{YEAR_ENDS.pattern})\s(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?"
    rf"{monthnames.ANY_WORD}\b(?!,?\s*(?:19|20)?\d\d)",
    re.I,
)


# "Rolling 12 months to", over the months in which each ends
_ROLLING = Words(rf"\b(?:rolling|moving) (?:{YEAR_ENDS.pattern})", re.I)


@functools.lru_cache(maxsize=10_000)
def ending_month(title: str) -> str:
    """What a title says of the month in which the years of its table end, in lower case; "" where it doesn't."""
    found = _ENDING_MONTH.search(title) or (_ROLLING.search(title) if says_an_end(title) else None)
    return found[0].lower() if found else ""


@functools.lru_cache(maxsize=10_000)
def says_an_end(heading: str) -> bool:
    """Whether a heading says in which month years end: "Year to 31 March"."""
    return YEAR_ENDS.search(heading.lower()) is not None


def may_be_ended(label: Label) -> bool:
    """Whether a label names a bare year, month or date, which a heading may make the end of a year."""
    return label.period is not None and label.period.kind in ("calendar", "month", "date")


_MONTH_NAME = re.compile(rf"\b(?:{monthnames.BEGINNINGS})")


def ended(label: Label, heading: str) -> Label:
    """A bare year under a heading that says in which month it ends: "Year to 31 March | 2019 | 2020"."""
    span = label.period.span if label.period and may_be_ended(label) else None
    if span is None or span.end is None or not says_an_end(heading):
        return label
    ends = read_period(heading)
    named = _MONTH_NAME.search(heading)
    usual = 12 if _CALENDAR.search(heading) else 3
    month = ends.months[1] if ends and ends.months else monthnames.month_number(named[0]) if named else usual
    month = span.end.month if label.period and label.period.kind != "calendar" else month
    return settled(label, period=Period(months_to(span.end.year, month, 12), kind="year"))


def month_of_day(label: Label) -> Label:
    """A month's first or last day under a heading that speaks of months: "30/04/2021" under "Month ending"."""
    day = label.period.span.end if label.period and label.period.kind == "day" and label.period.span else None
    if day is None or (day.day != 1 and day != last_day(day.year, day.month)):
        return label
    return settled(label, period=Period(months(day.year, day.month), kind="month"))


def week_of(label: Label, heading: str) -> Label:
    """The day that a week begins or ends with, under a heading that speaks of weeks: "Week commencing"."""
    span = label.period.span if label.period else None
    if label.period is None or span is None or span.start is None or span.start != span.end:
        return label
    ends = "end" in heading or " to" in heading
    return settled(label, period=Period(week(span.start, ends=ends), kind="span"))


_FINANCIAL_YEARS = Words(
    r"\b(?:financial|fiscal)[- ]years?\b|\bby (?:fy|fin\.? year)\b"
    r"|^\W*(?:financial|fiscal|fin\.?(?: y(?:ea)?rs?)?|f\.?/?y)\W*$",
    re.I,
)
_CALENDAR = Words(r"\bcalendar\b", re.I)


@functools.lru_cache(maxsize=10_000)
def says_financial_years(text: str) -> bool:
    """Whether a heading or title says that the years below it are financial years: "Offences by financial year"."""
    return _FINANCIAL_YEARS.search(text) is not None and not _CALENDAR.search(text)


@functools.lru_cache(maxsize=10_000)
def says_which_year(text: str) -> bool:
    """Whether a heading says of which kind the bare years below it are: calendar, financial, ending in some month."""
    return _CALENDAR.search(text) is not None or says_financial_years(text) or says_an_end(text)


def in_financial_years(label: Label) -> Label:
    """A bare year taken for the financial year that begins in it, which is no more than likely."""
    period = label.period
    if period is None or period.kind != "calendar" or period.span is None or period.span.start is None:
        return label
    return settled(label, period=Period(offence_year(period.span.start.year), kind="financial", sure=False))


def _numbered_part(number: int, label: Label, name: str) -> Label:
    """A quarter or month given as its number under a heading that says so: "Financial Quarter" 1 is April to June."""
    if ("quarter" in name or "qtr" in name) and 1 <= number <= 4:
        first = 3 * number + 1 if "calendar" not in name else 3 * number - 2
        first = first if first <= 12 else first - 12
        kind = "part" if "calendar" in name or "financial" in name else "quarter"
        return settled(label, period=Period(months=(first, first + 2), kind=kind), understood=True)
    if "month" in name and 1 <= number <= 12:
        return settled(label, period=Period(months=(number, number), kind="part"), understood=True)
    return label


def _counting_up(values: Sequence[Scalar]) -> bool:
    numbers = [value for value in values if isinstance(value, int | float)]
    each = Counter(numbers)
    if len(set(each.values())) == 1 and all(4 < n < 19 for n in each):
        numbers = list(each)  # once for each of several groups: 13, 14, 15, 13, 14, 15
    small = len(numbers) > 2 and all(0 < n < 26 for n in numbers)
    upwards = small and all(b > a for a, b in itertools.pairwise(numbers))
    # With gaps only where they are too many for the months of a year: 8, 10, 11, 12, 13
    return upwards and (numbers[-1] - numbers[0] == len(numbers) - 1 or numbers[-1] > 12)


def _date_step(dates: list[dt.date]) -> int:
    """How many months lie between dates of an axis: 1, 3, 6 or 12; 1 where one stands alone, 0 where they are days."""
    days = sorted({as_day(day) for day in dates})
    if len(days) > 1 and any(day.day != 1 and day != last_day(day.year, day.month) for day in days):
        return 0
    gaps = {round((b - a).days / DAYS_IN_MONTH) for a, b in itertools.pairwise(days)}
    smallest = min(gaps, default=1)
    return smallest if smallest in (1, 3, 6, 12) else 1


def as_day(value: dt.date) -> dt.date:
    """A date cell without its time of day."""
    return value.date() if isinstance(value, dt.datetime) else value


def _date_span(value: dt.date, step: int) -> Span:
    """The time that a date cell stands for: the months that it starts, or ends where it is a month's last day."""
    day = as_day(value)
    if step == 0:
        return Span(day, day)
    if day.day == last_day(day.year, day.month).day and day.day > 27:
        return Span(add_months(day.replace(day=1), 1 - step), day)
    if day.day == 1 or step > 1:
        return months(day.year, day.month, step)
    return Span(day, day)


def _damaged_band(value: dt.date, label: Label) -> Label:
    """An age band that Excel turned into a date: "12-15" became December 2015, "6-10" the 6th of October."""
    day = as_day(value)
    short = day.year % 100
    band = (day.month, short) if day.day == 1 and day.month < short <= 25 else (day.day, day.month)
    return settled(label, ages=band, period=None, understood=True)
