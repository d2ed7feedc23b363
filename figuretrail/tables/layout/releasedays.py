"""Columns of the day on which numbers were drawn: "Last Refresh" over 13/05/2025 in every row of an export.

What belongs here: telling such a column from one of the times that were counted, by what stands in its rows. What does
not: headings that say so themselves, which name a list of remarks (`listnames`), and one such day over numbers
(`completing`).
"""

import datetime as dt

from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.layout.parts import COMPARISON, Column
from figuretrail.tables.layout.settling import as_day
from figuretrail.timespan import Span

LONGEST_LIST = 2_000  # rows that are looked at


def drop_release_days(columns: list[Column]) -> None:
    """Take a column of days for a remark where another one names the times that were counted.

    One day in every row, under a heading that is no list of times, tells no rows apart; and days that lie outside of
    their rows' own times, and come again row after row, are none that were counted ("2023/24 | ... | 13/05/2025").
    """
    labels = [column for column in columns if column.part == "label"]
    for column in labels if len(labels) > 1 else ():
        days = _days(column)
        if not days:
            continue
        named = column.headers[0].dimension is not None
        distinct = len(set(days.values()))
        if 2 * distinct > len(days):
            continue  # each record has a day of its own
        for times in (_times(other) for other in labels if other is not column):
            spans = [(day, times[row]) for row, day in days.items() if row in times]
            if 2 * len(spans) <= len(days):
                continue
            several = len({span for _, span in spans}) > 1
            if (several and not named and distinct == 1) or not any(_within(day, span) for day, span in spans):
                column.part = "note"
                break


def _days(column: Column) -> dict[int, dt.date]:
    """The day that each row names where a headed column holds nothing else; none where it does."""
    filled = [(row, value) for row, value in enumerate(column.values[:LONGEST_LIST]) if value != ""]
    if not column.headers or column.headers[0].dimension == COMPARISON or not filled or _day(filled[0][1]) is None:
        return {}
    days = {row: day for row, value in filled if (day := _day(value)) is not None}
    return days if len(days) == len(filled) else {}


def _times(column: Column) -> dict[int, Span]:
    """The times, longer than a day, that the rows of a column name; one said once holds for the rows below it."""
    found: dict[int, Span] = {}
    said: Span | None = None
    for row, value in enumerate(column.values[:LONGEST_LIST]):
        said = said if value == "" else _time(value)
        if said is not None:
            found[row] = said
    return found


def _day(value: Scalar) -> dt.date | None:
    """The one day that a cell names."""
    if isinstance(value, dt.date):
        return as_day(value)
    span = _span(value)
    return span.start if span is not None and span.start == span.end else None


def _time(value: Scalar) -> Span | None:
    """The time, longer than a day, that a cell names."""
    span = None if isinstance(value, dt.date) else _span(value)
    return span if span is not None and span.start and span.end and span.start < span.end else None


def _span(value: Scalar) -> Span | None:
    period = read_label(surface_of(value)).period
    return period.span if period is not None else None


def _within(day: dt.date, span: Span) -> bool:
    assert span.start and span.end
    return span.start <= day <= span.end
