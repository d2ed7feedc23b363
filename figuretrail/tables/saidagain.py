"""A number that a title says again: "Sex of the victims of the 148" is about what was counted where 148 stands.

What belongs here: finding the figure that such a number is, and its time. What does not: how near a title is to a
table (`surroundings`).
"""

import re
from collections.abc import Iterable

from figuretrail.figure import Figure
from figuretrail.tables.words import Words
from figuretrail.timespan import Span

LEAST = 10  # a smaller number may be any
_AGAIN = Words(
    r"\b(?:the|these|those|all) (?P<n>\d[\d,]*)(?![\d/%:-]|[.,]\d| ?per ?cent"
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
    same = [f for figures in told for f in figures if f.value == number and f.unit == "count" and f.bound == "="]
    whole = [f for f in same if not (f.platforms or f.victim_sex or f.victim_age_min or f.victim_age_max)]
    spans = {(f.period_start, f.period_end) for f in whole or same}
    return Span(*spans.pop()) if len(spans) == 1 and (None, None) not in spans else None
