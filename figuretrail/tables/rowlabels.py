"""The labels of a table's rows, nearest to the values first.

What belongs here: looking labels up to the left of the values: a group's name said once holds for the rows below it,
two columns "From" and "To" are one period. What does not: the columns' headers (`headers`).
"""

import datetime as dt
import re

from figuretrail.tables.grid import Scalar, Sheet, cell_at, surface_of
from figuretrail.tables.labels import Label, read_label, settled
from figuretrail.tables.parts import Column
from figuretrail.tables.periods import Period
from figuretrail.tables.regions import Table
from figuretrail.tables.settling import as_day, ended, settle
from figuretrail.timespan import Span, add_months, offence_year

RowLabels = tuple[tuple[Label, str | None], ...]  # each label with the axis of its column


def rows_of(
    sheet: Sheet, table: Table, columns: list[Column], covers: dict[tuple[int, int], tuple[int, int]]
) -> dict[int, RowLabels]:
    """For each data row its labels, nearest to the values first; a group's name said once holds for the rows below."""
    read = {column.index: _column_labels(sheet, table, column) for column in columns}
    axes = {column.index: _place_axis(column) for column in columns}
    carried: dict[int, Label | None] = {}
    rows = {}
    order = [column.index for column in columns]
    reversed_axes = [axes[index] for index in reversed(order)]
    lookups = [read[index] for index in order]
    for row in table.data_rows:
        full = [label for lookup in lookups if (label := lookup.get(row)) is not None]
        if len(full) == len(lookups):  # every column speaks for itself: nothing is carried down
            carried = dict(zip(order, full, strict=True))
            rows[row] = tuple(zip(reversed(full), reversed_axes, strict=True))
            continue
        labels: list[tuple[Label, str | None]] = []
        own = [column for column in columns if read[column.index].get(row) is not None]
        last = own[-1].index if own else -1
        for column in columns:
            label = read[column.index].get(row)
            if label is not None:
                carried[column.index] = label
                for inner in columns:
                    if inner.index > column.index and column.axis != "note":
                        carried.pop(inner.index, None)
            elif (row, column.index) in covers:
                first = covers[row, column.index]
                label = read.get(first[1], {}).get(first[0]) if first[1] == column.index else None
            elif column.index < last:
                label = carried.get(column.index)
            if label is not None:
                labels.append((label, axes[column.index]))
        rows[row] = tuple(reversed(labels))
    return rows


def _column_labels(sheet: Sheet, table: Table, column: Column) -> dict[int, Label]:
    filled = {
        row: value
        for row in table.data_rows
        if (value := sheet.rows[row][column.index]) != "" and (type(value) is not str or not value.isspace())
    }
    dimension = column.axis
    distinct: dict[object, Scalar] = {}
    for value in filled.values():
        distinct.setdefault((type(value), value), value)
    keys = list(distinct)
    name = column.headers[0].text.lower() if column.headers else ""
    by_value = dict(zip(keys, settle(list(distinct.values()), dimension, name=name), strict=True))
    financial = any(word in name for word in ("financial", "fiscal"))
    own = name
    result = {}
    for row, value in filled.items():
        label = by_value[type(value), value]
        if isinstance(value, dt.date) and any(word in own for word in ("ending", "ended", "year to")):
            day = as_day(value)
            start = add_months(day, -12) + dt.timedelta(days=1)
            label = settled(label, period=Period(Span(start, day), kind="date"))
        label = ended(label, name) if name else label
        if (
            financial
            and label.period
            and label.period.kind == "calendar"
            and label.period.span
            and label.period.span.start
        ):
            year = offence_year(label.period.span.start.year)
            label = settled(label, period=Period(year, kind="financial", sure=False))
        result[row] = label
    return result


def _place_axis(column: Column) -> str | None:
    """The axis of a column of labels; among places, whether its heading says regions or forces."""
    if column.axis != "place" or not column.headers:
        return column.axis
    text = column.headers[0].text.lower()
    if "region" in text and "force" not in text:
        return "region"
    return "force" if "force" in text or "constabular" in text else "place"


_OF_TIME = r"(?:(?:date|period|year|yr|fy|time|recorded|reported)s? )?"


_FIRST_DAY = re.compile(_OF_TIME + r"(?:from|start(?:ing|s)?|begin(?:s|ning)?|(?:start|from) date|first day)")


_LAST_DAY = re.compile(_OF_TIME + r"(?:to|until|end(?:ing|s)?|(?:end|to) date|last day)")


def join_bounds(columns: list[Column], sheet: Sheet, rows: dict[int, RowLabels]) -> None:
    """Two columns "From" and "To" name one period together."""
    named = {
        c.index: c.headers[0].text.strip().lower().replace("_", " ") for c in columns if c.part == "label" and c.headers
    }
    first = next((index for index, text in named.items() if _FIRST_DAY.fullmatch(text)), None)
    last = next((index for index, text in named.items() if _LAST_DAY.fullmatch(text)), None)
    if first is None or last is None:
        return
    for row, labels in rows.items():
        start, end = _bound(sheet, row, first, 0), _bound(sheet, row, last, 1)
        if start and end and start <= end:
            period = Period(Span(start, end), kind="span")
            texts = [surface_of(cell_at(sheet, row, column)) for column in (first, last)]
            rest = tuple((label, axis) for label, axis in labels if label.text not in texts)
            rows[row] = (*rest, (Label(" to ".join(texts), period=period), "period"))


def _bound(sheet: Sheet, row: int, column: int, side: int) -> dt.date | None:
    value = cell_at(sheet, row, column)
    if isinstance(value, dt.date):
        return as_day(value)
    period = read_label(surface_of(value)).period
    return period.span[side] if period and period.span else None
