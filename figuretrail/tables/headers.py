"""The headers of a table: what stands above each column, and all that rows and columns are labelled with.

What belongs here: looking headers up by where they lie ("directly above", a group's name said once for the columns
under it). What does not: one label (`labels`), labels that only neighbours explain (`settling`), the part that a column
plays (`parts`), the labels of rows (`rowlabels`), and making figures (`cells`).
"""

import dataclasses
import re

from figuretrail.tables.grid import Scalar, Sheet, cell_at, surface_of
from figuretrail.tables.labels import Label, read_label
from figuretrail.tables.parts import OPEN_LISTS, Column, axis_of, column_of, drop_remarks, free_value_column, settle_ids
from figuretrail.tables.regions import Table
from figuretrail.tables.rowlabels import RowLabels, join_bounds, rows_of
from figuretrail.tables.settling import YEAR_ENDS, ended, settle


@dataclasses.dataclass(slots=True)
class Headers:
    """The columns of a table, and for each data row its labels, nearest to the values first."""

    columns: list[Column]
    rows: dict[int, RowLabels]  # (label, axis of its column)
    axes: dict[str, str] = dataclasses.field(default_factory=dict)  # what the line of a column's header names
    about: str | None = None  # why no row of the table is a figure, by the heading of its labels: "Age of suspect"

    @property
    def values(self) -> list[Column]:
        """The columns that hold values."""
        return [column for column in self.columns if column.part == "value"]

    @property
    def labels(self) -> list[Column]:
        """The columns that hold row labels."""
        return [column for column in self.columns if column.part == "label"]


def read_headers(sheet: Sheet, table: Table, *, victim_age: bool = False) -> Headers:
    """Find the roles of a table's columns and rows. `victim_age` says that its title is about the youngest's age."""
    covers = _covers(sheet, table)
    columns = []
    for index in range(table.left, table.right + 1):
        texts = _header_texts(sheet, table, index, covers)
        columns.append(column_of(sheet, table, index, tuple(read_label(text) for text in texts), covers))
    settle_ids(columns, sheet, table)
    if not any(column.part == "value" for column in columns) or (victim_age and len(columns) < 4):
        free_value_column(columns, sheet, table, victim_age=victim_age)
    axes = _settle_header_rows(columns, sheet, table, covers)
    for column in columns:
        if column.part == "label":
            column.axis = axis_of(column, sheet, table)
    drop_remarks(columns, sheet, table)
    labels = [column for column in columns if column.part == "label"]
    rows = rows_of(sheet, table, labels, covers)
    join_bounds(columns, sheet, rows)
    about = next((h.text for c in labels for h in c.headers[:1] if h.counted == "other" and h.dimension is None), None)
    return Headers(columns, rows, axes, about)


def _covers(sheet: Sheet, table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell of a merged range inside the table, the range's first cell."""
    covers: dict[tuple[int, int], tuple[int, int]] = {}
    for top, left, bottom, right in sheet.merged:
        if bottom < table.top or top > table.bottom or right < table.left or left > table.right:
            continue
        for row in range(top, min(bottom, top + 5000) + 1):
            for column in range(left, right + 1):
                covers[row, column] = (top, left)
    return covers


def _header_texts(sheet: Sheet, table: Table, index: int, covers: dict[tuple[int, int], tuple[int, int]]) -> list[str]:
    """The header texts above a column, nearest first; a group's name reaches over the blank cells to its right."""
    texts: list[str] = []
    below = False
    for row in sorted(table.header_rows, reverse=True):
        value = cell_at(sheet, row, index)
        if value == "" and (row, index) in covers:
            value = cell_at(sheet, *covers[row, index])
        elif value == "" and below:
            value = _group_name(sheet, table, row, index, covers)
        text = surface_of(value)
        if text and text not in texts:
            texts.append(text)
        below = below or bool(text)
    return texts


def _group_name(
    sheet: Sheet, table: Table, row: int, index: int, covers: dict[tuple[int, int], tuple[int, int]]
) -> Scalar:
    for column in range(index - 1, table.left - 1, -1):
        value = cell_at(sheet, row, column)
        if (row, column) in covers and column != index - 1:
            return ""  # a merged range that ends before this column
        if value != "":
            corner = column == table.left and read_label(surface_of(value)).dimension is not None
            below = any(cell_at(sheet, lower, column) != "" for lower in table.header_rows if lower > row)
            return "" if corner and not below else value
        if not any(cell_at(sheet, other, column) != "" for other in (*table.header_rows, *table.data_rows[:50])):
            return ""  # an empty column parts the groups
    return ""


def _settle_header_rows(
    columns: list[Column], sheet: Sheet, table: Table, covers: dict[tuple[int, int], tuple[int, int]]
) -> dict[str, str]:
    """Read header cells that only their neighbours explain: dates, bare years and ages, an unknown product's name.

    Returns for each header of a line of places, platforms or offences what the line names.
    """
    axes: dict[str, str] = {}
    values = [column for column in columns if column.part == "value"]
    for row in table.header_rows:
        cells = {}
        for column in values:
            value = cell_at(sheet, row, column.index)
            if value == "" and (row, column.index) in covers:
                value = cell_at(sheet, *covers[row, column.index])
            if value != "":
                cells[column.index] = value
        if not cells:
            continue
        corner = [_over_columns(sheet, table, row, c.index) for c in columns if c.part == "label"]
        above = {label.dimension for column in values for label in column.headers if label.dimension}
        settled = settle(list(cells.values()), next((d for d in corner if d), None), above)
        names = [surface_of(cell_at(sheet, row, c.index)).lower() for c in columns if c.part == "label"]
        names += [label.text.lower() for column in values for label in column.headers if label.period is None]
        names += [line.text.lower() for line in table.titles if _ENDING_MONTH.search(line.text)]
        heading = next((name for name in names if YEAR_ENDS.search(name)), "")
        settled = [ended(label, heading) for label in settled] if heading else settled
        by_text = {surface_of(value): label for value, label in zip(cells.values(), settled, strict=True)}
        for column in values:
            column.headers = tuple(by_text.get(label.text, label) for label in column.headers)
        axis = _axis_across(settled, above)
        if axis:
            axes.update({text: axis for text, label in by_text.items() if label.roles <= {axis}})
    return axes


# "in the 12 months ending 31 March", of whatever years the columns name
_ENDING_MONTH = re.compile(
    rf"(?:{YEAR_ENDS.pattern})\s(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?!,?\s*(?:19|20)?\d\d)",
    re.I,
)


def _over_columns(sheet: Sheet, table: Table, row: int, index: int) -> str | None:
    """What a corner cell names, unless it names the entries below it, as "Year" over 2019 does."""
    dimension = read_label(surface_of(cell_at(sheet, row, index))).dimension
    below = [read_label(surface_of(cell_at(sheet, data, index))) for data in table.data_rows[:5]]
    return None if any(dimension in label.roles for label in below) else dimension


def _axis_across(labels: list[Label], above: set[str]) -> str | None:
    """What a line of headers names, where it is an open list: by most of its entries, or by the name of the list."""
    entries = [label for label in labels if not label.total and label.unit is None]
    for axis in OPEN_LISTS:
        found = sum(axis in label.roles for label in entries)
        if (found > 1 or axis in above) and found * 2 >= len(entries) > 1:
            return axis
    named = [axis for axis in OPEN_LISTS if axis in above]
    unknown = sum(not label.understood for label in entries)
    return named[0] if len(named) == 1 and unknown * 2 > len(entries) else None
