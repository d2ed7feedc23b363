"""A number or a year further up that is spoken of again: "Sex of the victims of the 148", "last year above".

What belongs here: finding the figure that such a number is, or that year, and its time. What does not: how near a title
is to a table (`surroundings`).
"""

import itertools
import re
from collections.abc import Sequence

from figuretrail.figure import Figure
from figuretrail.tables.language.spans import is_one_year
from figuretrail.tables.language.words import Words
from figuretrail.timespan import Span

LEAST = 10  # a smaller number may be any
FEWEST = 2  # numbers that a sum adds up
_AGAIN = Words(
    r"\b(?:the|these|those|all) (?P<n>\d[\d,]*)(?![\d/%]|[.,:-]\d| ?per ?cent"
    r"| (?:\w+ )?(?:forces?|constabular\w+|areas?|districts?|platforms?|apps?|years?|quarters?|months?|weeks?|days?"
    r"|hours?|minutes?|pages?|tables?|questions?|requests?)\b)",
    re.I,
)
# "last yr above:", "Of the latest year above", "2nd table: most recent year shown above"
_LAST_ABOVE = Words(
    r"\b(?:last|latest|most recent|newest|final)(?: full| whole)? (?:yr|year)(?: (?:shown|listed|given|in the table))?"
    r" above\b|\babove,? (?:last|latest|most recent|newest)(?: full)? (?:yr|year)\b",
    re.I,
)


def time_said_again(text: str, told: Sequence[list[Figure]]) -> Span | None:
    """The time of the figures further up whose number a text says again, where they are all of one time.

    Or that of the last of the years above, where a text speaks of "last year above".
    """
    if _LAST_ABOVE.search(text):
        return _last_year(told)
    found = _AGAIN.search(text)
    number = int(found["n"].replace(",", "")) if found else 0
    if number < LEAST:
        return None
    counts = [[f for f in figures if f.unit == "count" and f.bound == "=" and f.value] for figures in told]
    same = [f for figures in counts for f in figures if f.value == number]
    spans = {_time(f) for f in [f for f in same if _is_whole(f)] or same}
    spans |= {span for figures in counts if (span := _time_of_sum(figures, number))} if not same else set()
    return spans.pop() if len(spans) == 1 else None


def _last_year(told: Sequence[list[Figure]]) -> Span | None:
    """The last of the years that the table next above tells of, each in a figure of its own."""
    figures = next((figures for figures in reversed(told) if figures), [])
    years = {span for f in figures if (span := _time(f)) is not None and is_one_year(span)}
    last = max(years, key=lambda span: str(span.start), default=None)
    return last if len(years) >= FEWEST else None


def _time_of_sum(figures: list[Figure], number: int) -> Span | None:
    """The time of all figures of a table that count no parts, where they add up to a number and follow each other."""
    whole = sorted({_time(f): f.value or 0 for f in figures if _is_whole(f)}.items(), key=str)
    times = [span for span, _ in whole if span]
    if len(times) < len(whole) or len(whole) < FEWEST or sum(value for _, value in whole) != number:
        return None
    follow = all(one.end and two.start and (two.start - one.end).days == 1 for one, two in itertools.pairwise(times))
    return Span(times[0].start, times[-1].end) if follow else None


def _time(figure: Figure) -> Span | None:
    bounds = Span(figure.period_start, figure.period_end)
    return None if bounds == (None, None) else bounds


def _is_whole(figure: Figure) -> bool:
    """Whether a figure counts all offences of its time and place, rather than a part of them."""
    return not (figure.platforms or figure.victim_sex or figure.victim_age_min or figure.victim_age_max)
