"""Totals of all groups right after the last of them: "All forces that answered" below the forces of Wales.

What belongs here: which rows and columns are totals of more than the group whose name stands before them, in a column
or row of its own. What does not: the total of one group (`context`), names over columns (`headers`) and totals of times
(`totalsamid`).
"""

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from figuretrail.tables.figures.rowlabels import RowLabels
from figuretrail.tables.files.grid import Scalar, Sheet, surface_of
from figuretrail.tables.language.labels import Label
from figuretrail.tables.language.values import read_text
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.parts import Column, Covers
from figuretrail.tables.layout.regions import Table

LONGEST_LIST = 200  # rows; a longer table is an extract, which has no totals after its groups
FEWEST_COLUMNS = 4  # two groups, of which one has two columns, and their total
_UPPER = ("=", "<", "<=")  # bounds that leave no more than what a cell says
_OF_ALL = Words(
    r"\b(?:grand|overall|above)\b|\b(?:all|both) (?:(?:of )?the |these |two |three |four |police |financial |\d+ )*"
    r"(?:forces|constabularies|services|regions|nations|countries|counties|years|months|quarters|periods|areas|districts"
    r"|divisions|boroughs|commands|units|groups|parts|tables|answers|replies)\b",
    re.I,
)


class _Line(NamedTuple):
    """A row or column: the group that it is in, its nearest label, and its cells."""

    group: str
    label: Label | None
    cells: Sequence[Scalar]


def without_last_group(
    rows: dict[int, RowLabels], columns: list[Column], sheet: Sheet, table: Table
) -> dict[int, RowLabels]:
    """The labels of the rows, where the totals of all groups don't bear the name of the last group."""
    labels = [column for column in columns if column.part == "label"]
    if len(labels) < 2 or len(table.data_rows) > LONGEST_LIST:
        return rows
    freed: dict[int, RowLabels] = {}
    lines: list[_Line] = []
    for place in range(len(table.data_rows) - 1, 1, -1):
        row = table.data_rows[place]
        own = _own_labels(labels, place, rows[row])
        if not own or not own[0][0].total:
            break  # totals of all stand last
        if len(own) == len(rows[row]):
            continue
        lines = lines or _lines_down(rows, labels[0], columns, sheet, table)
        if _adds_up_all(lines[: place + 1]):
            freed[row] = own
    return {**rows, **freed} if freed else rows


def _own_labels(labels: Sequence[Column], place: int, said: RowLabels) -> RowLabels:
    """Of what is said of a row that which stands in it: the group's name before it is that of a row further up."""
    filled = [column.kinds[place] != " " for column in labels]
    first = filled.index(True) if True in filled else len(filled)
    inside = len(filled) - filled[::-1].index(True) if True in filled else 0
    return said[: inside - first] if all(filled[first:inside]) else said


def _lines_down(
    rows: dict[int, RowLabels], groups: Column, columns: list[Column], sheet: Sheet, table: Table
) -> list[_Line]:
    values = [c.index for c in columns if c.part == "value" and not any(label.unit for label in c.headers)]
    names = _carried(surface_of(value) for value in groups.values)
    return [
        _Line(name, rows[row][0][0] if rows[row] else None, [sheet.rows[row][index] for index in values])
        for name, row in zip(names, table.data_rows, strict=True)
    ]


def without_last_group_across(columns: list[Column], sheet: Sheet, table: Table, covers: Covers) -> None:
    """Take the name of the last group of columns off the totals of all groups that stand after it."""
    values = [c for c in columns if c.part == "value" and not any(label.unit for label in c.headers)]
    last = values[-1] if len(values) >= FEWEST_COLUMNS and len(table.data_rows) <= LONGEST_LIST else None
    if last is None or table.borrowed or len(last.headers) < 2 or not last.headers[0].total:
        return  # as nearly all tables
    row = next((row for row in table.header_rows[:-1] if sheet.rows[row][last.index] == ""), None)
    if row is None or (row, last.index) in covers:
        return
    names = _carried(surface_of(sheet.rows[row][column.index]) for column in values)
    lines = [_Line(name, c.headers[0] if c.headers else None, c.values) for name, c in zip(names, values, strict=True)]
    if _adds_up_all(lines):
        last.headers = tuple([label for label in last.headers if label.text.strip().lower() != names[-1]])


def _carried(texts: Iterable[str]) -> list[str]:
    """The names of groups, each for all lines up to the next one."""
    names: list[str] = []
    for text in texts:
        names.append(text.strip().lower() or (names[-1] if names else ""))
    return names


def _adds_up_all(lines: Sequence[_Line]) -> bool:
    """Whether the numbers of the last line are those of all groups before it, and not those of its own alone."""
    *before, (group, label, whole) = lines
    start = max((number for number, line in enumerate(before) if line.group != group), default=-1) + 1
    totals = [line.label is None or line.label.total for line in before]
    listed = [line.cells for line, total in zip(before, totals, strict=True) if not total]
    parts = [line.cells for line, total in zip(before[start:], totals[start:], strict=True) if not total]
    stated = [(place, least) for place, cell in enumerate(whole) if (least := _bounds(cell)[0]) == _bounds(cell)[1] > 0]
    if not stated or not parts or len(parts) == len(listed):
        return False
    if all(_sums(listed, place)[0] == number for place, number in stated):
        return any(_sums(parts, place)[0] != number for place, number in stated)
    if not all(_may_make(listed, place, number) for place, number in stated):
        return False
    named = label is not None and _OF_ALL.search(label.text) and all(label != line.label for line in before)
    return named or any(totals[start:]) or not all(_may_make(parts, place, number) for place, number in stated)


def _may_make(lines: Sequence[Sequence[Scalar]], place: int, whole: float) -> bool:
    """Whether lines may add up to a number in one place, with whatever some of them hide."""
    least, most = _sums(lines, place)
    return least <= whole <= most


def _sums(lines: Sequence[Sequence[Scalar]], place: int) -> tuple[float, float]:
    """The least and the most that lines add up to in one place."""
    bounds = [_bounds(cells[place]) for cells in lines]
    return sum(least for least, _ in bounds), sum(most for _, most in bounds)


def _bounds(cell: Scalar) -> tuple[float, float]:
    """The least and the most that a cell may count: what is hidden is no nil, "<5" hides one up to 4."""
    if isinstance(cell, int | float):
        return (float(cell), float(cell))
    if cell == "":
        return (0.0, 0.0)
    reading = read_text(cell) if isinstance(cell, str) else None
    if reading is None or reading.bound not in _UPPER:
        return (0.0, math.inf)
    hidden = reading.status == "suppressed"
    if reading.value is None:
        return (float(hidden), math.inf)
    return (float(hidden) if hidden else reading.value, reading.value - (reading.bound == "<"))
