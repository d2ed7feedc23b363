"""Questions about all the times of those before them: "How many offences over the two years together?".

What belongs here: which words ask so, and the time that they mean. What does not: totals of a list of times, and
questions that go on with the time of the one before (both `completing`).
"""

import re
from collections.abc import Iterable, Sequence

from figuretrail.tables.figures.context import Account, settled_span
from figuretrail.tables.language.spans import spanning
from figuretrail.tables.language.words import Words
from figuretrail.timespan import Span
from figuretrail.vocabulary.numberwords import BELOW_HUNDRED, whole_number

_NUMBER = rf"\d{{1,2}}|{BELOW_HUNDRED}"
_YEARS = r"(?:(?:financial|calendar|full|whole|complete) )*(?:years|quarters|periods|half[- ]years|months)"
_THE = r"(?:of )?(?:the|these|those)"
_TOGETHER = Words(
    rf"\b(?:(?:all )?{_THE} (?P<the>{_NUMBER})|both(?: {_THE})?(?P<both>)|all(?: {_THE})?(?: (?P<all>{_NUMBER}))?)"
    rf" {_YEARS}\b"
    rf"|\b(?P<n>{_NUMBER}) {_YEARS} (?:together|combined|in total|taken together|added (?:up|together)|as a whole)\b"
    r"|\b(?:over|across|in|for|during|throughout) the (?:whole|entire|full|complete) (?:time|period|span)\b",
    re.I,
)


def told_together(account: Account, before: Sequence[Account]) -> Span | None:
    """The time from the first to the last of those that rows `before` name, where a question asks for all of them.

    Where it says how many they are, as many were named.
    """
    if account.period is not None or account.part is not None:
        return None
    found = next(filter(None, map(_TOGETHER.search, account.texts)), None)
    spans = set(_spans_of(before)) if found is not None else set()
    if found is None or len(spans) < 2:
        return None
    said = next(filter(None, (found["the"], found["all"], found["n"])), None)
    number = 2 if found["both"] is not None else None if said is None else _value(said)
    if number is not None and number != len(spans):
        return None
    return spanning(spans)


def _value(said: str) -> int | None:
    return int(said) if said.isdecimal() else whole_number(said)


def _spans_of(accounts: Iterable[Account]) -> list[Span]:
    """The closed times that accounts name themselves, totals and changes apart."""
    named = [account for account in accounts if account.period is not None and account.unit != "change"]
    spans = [settled_span(account) for account in named if account.period and account.period.kind != "total"]
    return [span for span in spans if span is not None and span.start and span.end]
