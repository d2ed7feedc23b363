"""A number that a title says again: "Sex of the victims of the 148" is about what was counted where 148 stands.

What belongs here: finding the figure that such a number is, and its time. What does not: how near a title is to a
table (`surroundings`).
"""

import itertools
import re
from collections.abc import Iterable

from figuretrail.figure import Figure
from figuretrail.tables.words import Words
from figuretrail.timespan import Span

LEAST = 10  # a smaller number may be any
FEWEST = 2  # numbers that a sum adds up
_AGAIN = Words(
    r"\b(?:the|these|those|all) (?P<n>\d[\d,]*)(?![\d/%]|[.,:-]\d| ?per ?cent"
    r"| (?:\w+ )?(?:forces?|constabular\w+|areas?|districts?|platforms?|apps?|years?|quarters?|months?|weeks?|days?"
    r"|hours?|minutes?|pages?|tables?|questions?|requests?)\b)",
    re.I,
)


def time_said_again(text: str, told: Iterable[list[Figure]]) -> Span | None:
    """The time of the figures further up whose number a text says again, where they are all of one time."""
    found = _AGAIN.search(text)
    number = int(found["n"].replace(",", "")) if found else 0
    if number < LEAST:
        return None
    counts = [[f for f in figures if f.unit == "count" and f.bound == "=" and f.value] for figures in told]
    same = [f for figures in counts for f in figures if f.value == number]
    spans = {_time(f) for f in [f for f in same if _is_whole(f)] or same}
    spans |= {span for figures in counts if (span := _time_of_sum(figures, number))} if not same else set()
    return spans.pop() if len(spans) == 1 else None


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
