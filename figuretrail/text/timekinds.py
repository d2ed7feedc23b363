"""What kind of time a span is: how long, how old when it was published, and whether the text names later ones.

What belongs here: what can be said of a span by itself. What does not: how words or other figures tell it (`dating`).
"""

import datetime as dt

from figuretrail import timespan
from figuretrail.text.timeline import months_of
from figuretrail.timespan import Span

_AGES = (
    (0, "not over when published"), (5, "over for less than 5 months"), (11, "over for less than 11 months"),
    (18, "over for less than 18 months"),
)  # fmt: skip


def kinds_of(span: Span, published: dt.date | None, latest_end: dt.date | None) -> tuple[str, str, str]:
    """Its end beside the `latest_end` that the text names, its length, and its age when published, in words."""
    return _end(span, latest_end), _length(span), _age(span, published)


def _end(span: Span, latest_end: dt.date | None) -> str:
    """Where it ends beside all that the text names: a headline's change is seldom of the earliest of them."""
    if span.end is None or latest_end is None:
        return "ends nowhere" if span.end is None else "ends alone"
    if span.end >= latest_end:
        return "ends last"
    return "ends in the last year" if span.end > timespan.add_months(latest_end, -12) else "ends earlier"


def _length(span: Span) -> str:
    """How long it is: changes, shares and rates are seldom of several years, running totals are."""
    months = months_of(span)
    if months is None:
        return "no whole time"
    if timespan.is_offence_year(span):
        return "an offence year"
    return "twelve other months" if months == 12 else "part of a year" if months < 12 else "over a year"


def _age(span: Span, published: dt.date | None) -> str:
    """How long it was over when the text was published: what is reported as new is seldom older than a year."""
    if span.end is None or published is None:
        return "over nobody knows when"
    months = (published - span.end).days / timespan.DAYS_IN_MONTH
    return next((name for limit, name in _AGES if months < limit), "over for years")
