"""Short labels that only the line they stand in explains: "18-19" after "17-18", "T" beside "F" and "M".

What belongs here: such labels, each read by the others of its row or column. What does not: the line as a whole
(`settling`) and one label alone (`labels`).
"""

import re
from itertools import pairwise

from figuretrail import monthnames
from figuretrail.tables.language.labels import Ages, Label, settled
from figuretrail.tables.language.periods import Period
from figuretrail.timespan import Span, calendar_year, last_day, offence_year_of

FEWEST_IN_STEP = 3  # names of which each begins where the one before it ends
OLDEST_LISTED = 18  # years, as lists of victims' ages may have it


def years_in_step(labels: list[Label]) -> list[Label]:
    """The labels, with "17-18", "18-19", "19-20" read as years: bands of ages don't begin where others end.

    Only where one of them reaches an age that no child has; "10-11" and "11-12" stay what they are.
    """
    if sum(label.ages is not None for label in labels) < FEWEST_IN_STEP:
        return labels  # as nearly all lines
    bands = {label.ages for label in labels if label.ages and label.period and not label.period.sure}
    if len(bands) < FEWEST_IN_STEP or any(low is None or high != low + 1 for low, high in bands):
        return labels
    begins = {low for low, _ in bands}
    ends = [high for _, high in bands if high is not None]
    if max(ends) <= OLDEST_LISTED or sum(high in begins for high in ends) < len(bands) - 1:
        return labels
    return [
        settled(label, ages=None, period=label.period._replace(sure=True))
        if label.period and label.ages in bands
        else label
        for label in labels
    ]


def bands_after_each_other(labels: list[Label]) -> list[Label]:
    """The labels, with "11-12", "13-14", "15-16" read as ages: no year begins after the one that follows another."""
    if sum(label.ages is not None for label in labels) < FEWEST_IN_STEP:
        return labels  # as nearly all lines
    bands = sorted(
        {(low, high) for label in labels if (low := _unsure(label)[0]) is not None and (high := _unsure(label)[1])}
    )
    if len(bands) < FEWEST_IN_STEP or any(high > OLDEST_LISTED for _, high in bands):
        return labels
    if any(low != high + 1 for (_, high), (low, _) in pairwise(bands)):
        return labels
    return [settled(label, period=None) if label.ages in bands else label for label in labels]


def _unsure(label: Label) -> Ages:
    """The ages of a label that may name a year as well: "17-18"."""
    return label.ages if label.ages and label.period and not label.period.sure else (None, None)


_OF_ALL = ("t", "tot", "p")  # total, persons


def total_of_sexes(labels: list[Label]) -> list[Label]:
    """The labels, with "T" or "P" beside "F" and "M" read as the total of both."""
    if not any(len(label.text) <= len("tot.") and label.text.strip(" .").lower() in _OF_ALL for label in labels):
        return labels
    if not {"female", "male"} <= {label.sex for label in labels}:
        return labels
    return [
        settled(label, total=True, understood=True) if label.text.strip(" .").lower() in _OF_ALL else label
        for label in labels
    ]


# "YTD to 29 Feb", "Total to end of August", "YTD (to 31 Oct 24)"
_TO_DATE = re.compile(
    r"\W*(?:(?P<fy>f)?ytd|(?:running |cumulative )?total|year[ -]to[ -]date|so far)(?: so far| to date)?[\s,(:–-]*"
    r"(?:up )?(?:to|until|till) (?:and including |the )*(?:end (?:of )?)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{monthnames.ANY_WORD})\.?"
    r"(?:[\s,'’-]{1,2}(?:20)?(?P<year>[1-4]\d))?\W*",
    re.I,
)
_BEGINS_TO_DATE = "fytrcs("  # the letters that such a label may begin with


def totals_to_date(labels: list[Label]) -> list[Label]:
    """The labels, with "YTD to 29 Feb" among months read as the time from the first of these to that one.

    "YTD to 31 Oct 24" beside years begins as these do: in April beside "2023/24", in January beside 2023.
    """
    if not any(label.text[:1].lower() in _BEGINS_TO_DATE and _TO_DATE.fullmatch(label.text) for label in labels):
        return labels
    listed = [label.period.months for label in labels if label.period and label.period.months]
    if len(listed) >= FEWEST_IN_STEP:
        return [_to_date(label, listed[0][0]) for label in labels]
    kinds = {label.period.kind for label in labels if label.period} & {"financial", "calendar"}
    return [_year_to_date(label, kinds.copy()) for label in labels]


def _to_date(label: Label, first: int) -> Label:
    found = _TO_DATE.fullmatch(label.text)
    month = monthnames.month_number(found["month"].lower()) if found else None
    if not month:
        return label
    return settled(label, period=Period(months=(first, month), kind="part"), total=True, understood=True)


def _year_to_date(label: Label, kinds: set[str]) -> Label:
    """A total to a day with its year, from the beginning of the year of such a kind in which that day lies."""
    found = _TO_DATE.fullmatch(label.text)
    month = monthnames.month_number(found["month"].lower()) if found else None
    if found is None or not month or not found["year"]:
        return label
    kind = "financial" if found["fy"] else kinds.pop() if len(kinds) == 1 else None
    last = last_day(2000 + int(found["year"]), month)
    if kind is None or (found["day"] and int(found["day"]) > last.day):
        return label
    end = last.replace(day=int(found["day"])) if found["day"] else last
    whole = calendar_year(end.year) if kind == "calendar" else offence_year_of(end)
    return settled(label, period=Period(Span(whole.start, end), kind="part"), understood=True)


# "01-Apr", "2. May", "(12) March"
_NUMBERED_MONTH = re.compile(
    rf"\W{{0,2}}(?P<n>\d{{1,2}})(?:[\s.):_–-]|\s[–-]\s){{1,3}}(?P<month>{monthnames.ANY_WORD})\.?\W?", re.I
)
FEWEST_MONTHS = 2  # each with its place; one alone is a day
_BEGINNINGS_OF_A_YEAR = (4, 1)  # the months with which the years of lists begin


def numbered_months(labels: list[Label]) -> list[Label]:
    """The labels, with "01-Apr", "02-May" and "12-Mar" read as months that bear their place in the year, not as days.

    All of them have to bear it; "01-Apr" and "01-Jul" are days.
    """
    if not any(label.text[:1].isdecimal() and label.text[-1:].isalpha() for label in labels):
        return labels  # as most lines
    found = {label.text: told for label in labels if (told := _NUMBERED_MONTH.fullmatch(label.text))}
    pairs = {(int(told["n"]), monthnames.month_number(told["month"].lower()) or 0) for told in found.values()}
    if len(pairs) < FEWEST_MONTHS or not any(
        all(number == (month - first) % 12 + 1 for number, month in pairs) for first in _BEGINNINGS_OF_A_YEAR
    ):
        return labels
    return [
        settled(label, period=_one_month(found[label.text]), ages=None, understood=True)
        if label.text in found
        else label
        for label in labels
    ]


def _one_month(told: re.Match[str]) -> Period:
    month = monthnames.month_number(told["month"].lower()) or 0
    return Period(months=(month, month), kind="part")
