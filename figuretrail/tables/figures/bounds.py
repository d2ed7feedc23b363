"""Columns "From" and "To" beside numbers: the time that two days of a row name together.

What belongs here: one such pair for all of a row's numbers, and several, each for the numbers beside it. What does
not: labels that name both days themselves (`periods`).
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from figuretrail.tables.figures.context import OfCells, changed
from figuretrail.tables.figures.rowlabels import RowLabels
from figuretrail.tables.files.grid import Sheet, cell_at, surface_of
from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.language.periods import Period
from figuretrail.tables.layout.parts import Column
from figuretrail.tables.layout.settling import as_day
from figuretrail.timespan import Span

if TYPE_CHECKING:
    from figuretrail.tables.figures.accounts import TableAccounts

Pair = tuple[int, int]  # the columns of a first and a last day
_OF_TIME = (
    r"(?:(?:date|period|year|yr|fy|time|recorded|reported|earlier|later|previous|latest|current|first|second|[12])s? )*"
)
_FIRST_DAY = re.compile(
    _OF_TIME + r"(?:from|start(?:ing|s)?|begin(?:s|ning)?|(?:start|from) date|first day)(?: [1-9])?"
)
_LAST_DAY = re.compile(_OF_TIME + r"(?:to|until|end(?:ing|s)?|(?:end|to) date|last day)(?: [1-9])?")


def join_bounds(columns: list[Column], sheet: Sheet, rows: dict[int, RowLabels]) -> tuple[Pair, ...]:
    """Two columns "From" and "To" name one period together.

    Several such pairs name one each for the numbers beside them: these are given back, the rows without their days.
    """
    headed = [column for column in columns if column.part == "label" and column.headers]
    if len(headed) < 2:
        return ()
    named = {column.index: column.headers[0].text.strip().lower().replace("_", " ") for column in headed}
    firsts = [index for index, text in named.items() if _FIRST_DAY.fullmatch(text)]
    lasts = [index for index, text in named.items() if _LAST_DAY.fullmatch(text)]
    if not firsts or not lasts:
        return ()
    pairs = tuple(zip(firsts, lasts, strict=False))
    several = len(pairs) > 1 and len(firsts) == len(lasts) and all(last - first == 1 for first, last in pairs)
    for row, labels in rows.items():
        days = [surface_of(cell_at(sheet, row, index)) for pair in pairs[: None if several else 1] for index in pair]
        rest = tuple((label, axis) for label, axis in labels if label.text not in days)
        if several:
            rows[row] = rest
        elif (span := _span_of(sheet, row, pairs[0])) is not None:
            rows[row] = (*rest, (Label(" to ".join(days), period=Period(span, kind="span")), "period"))
    return pairs if several else ()


def _span_of(sheet: Sheet, row: int, pair: Pair) -> Span | None:
    """The time from the first day of a pair to its last; None where a row names none."""
    start, end = (_bound(sheet, row, column, side) for side, column in enumerate(pair))
    return Span(start, end) if start and end and start <= end else None


def _bound(sheet: Sheet, row: int, column: int, side: int) -> dt.date | None:
    value = cell_at(sheet, row, column)
    if isinstance(value, dt.date):
        return as_day(value)
    period = read_label(surface_of(value)).period
    return period.span[side] if period and period.span else None


def between_bounds(work: "TableAccounts") -> OfCells:
    """Of numbers beside several pairs of days what their row and column say with the pair's time.

    A number stands after its pair, or before it where the first does; changes after the last pair compare two times.
    """
    pairs = work.headers.bounds
    if not pairs:
        return {}
    leading = any(index < pairs[0][0] for index in work.columns)
    found: OfCells = {}
    for row, across in work.rows.items():
        spans = [_span_of(work.sheet, row, pair) for pair in pairs]
        for index, down in work.columns.items():
            own = _pair_beside(index, pairs, leading=leading)
            if down.unit == "change" and index > pairs[-1][1] and None not in spans[-2:]:
                earlier, later = sorted(span for span in spans[-2:] if span)
                changes = changed(down, comparison=(earlier, later))
                found[row, index] = changed(across, period=Period(later, kind="span")), changes
            elif own is not None and down.period is None and (span := spans[own]) is not None:
                found[row, index] = changed(across, period=Period(span, kind="span")), down
    return found


def _pair_beside(index: int, pairs: Sequence[Pair], *, leading: bool) -> int | None:
    """Which pair a column belongs to: the last before it, or the first after it where numbers are `leading`."""
    if leading:
        return next((number for number, (first, _) in enumerate(pairs) if first > index), None)
    return max((number for number, (_, last) in enumerate(pairs) if last < index), default=None)
