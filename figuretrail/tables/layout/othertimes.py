"""Lines and rows that name another time than what stands above them, and so begin something of their own.

What belongs here: comparing the times of labels. What does not: reading times (`periods`), joining blocks (`regions`).
"""

from collections.abc import Iterable, Sequence

from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.periods import Period


def lies_apart(period: Period | None, others: Iterable[str]) -> bool:
    """Whether a time lies outside of all times that some texts name, of which there is one at least."""
    if period is None or period.span is None or None in period.span:
        return False
    told = [read_label(text).period for text in others]
    spans = [one.span for one in told if one is not None and one.span is not None and None not in one.span]
    return bool(spans) and all(one.end < period.span.start or period.span.end < one.start for one in spans)  # type: ignore[operator]


def of_another_answer(line: str, titles: Sequence[str]) -> bool:
    """Whether a line names another time than the last title that names one: an older answer stands below it."""
    period = read_label(line).period
    if period is None or period.span is None:
        return False
    timed = [title for title in titles if (told := read_label(title).period) is not None and told.span is not None]
    return lies_apart(period, timed[-1:])
