"""A workbook as rows of plain values: what every later step reads, whatever the file's format was.

What belongs here: the sheet and workbook records and cell addresses. What does not: opening files (`read`).
"""

import dataclasses
import datetime as dt
import functools
import math
import re
from collections.abc import Callable

from figuretrail.invisible import without_invisible

Scalar = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, counted from 0
Cells = set[tuple[int, int]]  # row and column, counted from 0


def _is_plain(row: list[Scalar]) -> bool:
    """Whether a row's texts are all plain ones and its numbers finite, as those of nearly all rows are."""
    texts = "".join([value for value in row if type(value) is str])
    return texts.isascii() and math.isfinite(sum([value for value in row if type(value) is float]))


def _readable(value: Scalar) -> Scalar:
    """A value without what nobody sees; "" for a number that is not finite."""
    if isinstance(value, str):
        return without_invisible(value)
    return "" if isinstance(value, float) and not math.isfinite(value) else value


@dataclasses.dataclass(slots=True)
class Sheet:
    """One sheet: dense rows of values ('' where a cell is empty), and what the format keeps beside them.

    `find_percentages` gives the cells whose number format shows a percentage, none where the file doesn't tell. It is
    asked once, and only where it matters (`percentages`), so that formats are not parsed for nothing.
    `about` and `below` hold text that stands beside the sheet and not in it: what a page says above and below a table.
    `headings` are the places of headings among the text above it.
    """

    name: str
    rows: list[list[Scalar]]
    merged: tuple[Merge, ...] = ()
    hidden: bool = False
    about: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    headings: tuple[int, ...] = ()
    find_percentages: Callable[[], Cells] = set
    broken: bool | None = None  # whether any number is not whole; worked out once
    shown: Cells | None = None  # what `find_percentages` gave
    taken: dict[tuple[int, int], int] = dataclasses.field(
        default_factory=dict
    )  # of a number that shared a cell its column

    def __post_init__(self) -> None:
        """Make all rows equally long, so that a cell can be taken by its place, and every value one that can be read.

        What nobody sees is dropped from texts, and a number that is none (NaN, or too large to be held) is no value.
        """
        width = max(map(len, self.rows), default=0)
        for row in self.rows:
            if len(row) < width:
                row.extend([""] * (width - len(row)))
            if not _is_plain(row):
                row[:] = map(_readable, row)


@dataclasses.dataclass(slots=True)
class Workbook:
    """The sheets of one file, in order; `titles` are what a page is called, and None for any other file."""

    sheets: list[Sheet]
    titles: tuple[str, ...] | None = None


@functools.lru_cache(maxsize=20_000)
def column_name(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(sheet: str, row: int, column: int) -> str:
    """`sheet!A1` for a row and column counted from 0."""
    return f"{sheet}!{column_name(column)}{row + 1}"


_ADDRESS = re.compile(r"(?P<sheet>.*)!(?P<column>[A-Z]{1,3})(?P<row>[1-9]\d*)(?::[A-Z]{1,3}[1-9]\d*)?\Z", re.DOTALL)


def parse_address(cell: str) -> tuple[str, int, int]:
    """The sheet, row and column (from 0) of `sheet!A1`, or of a range's first cell. Raises ValueError."""
    match = _ADDRESS.match(cell)
    if match is None:
        raise ValueError(f"{cell!r} is no cell address like 'Sheet1!B7'")
    column = 0
    for letter in match["column"]:
        column = column * 26 + ord(letter) - 64
    return match["sheet"], int(match["row"]) - 1, column - 1


def cell_at(sheet: Sheet, row: int, column: int) -> Scalar:
    """The value of a cell, '' beyond the sheet's edge."""
    if 0 <= row < len(sheet.rows):
        cells = sheet.rows[row]
        if 0 <= column < len(cells):
            return cells[column]
    return ""


def surface_of(value: Scalar, *, percent: bool = False) -> str:
    """A cell's text as a person reads it: numbers without a needless `.0`, dates as ISO text."""
    kind = type(value)
    if kind is str:
        return value.strip()  # type: ignore[union-attr]
    if kind is bool:
        return str(value).upper()
    if isinstance(value, float | int):
        return _number_text(value, percent)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)


@functools.lru_cache(maxsize=10_000)
def _number_text(value: float, percent: bool) -> str:
    if not percent and -1e15 < value < 1e15 and value == (whole := int(value)):
        return str(whole)
    number = (round(value * 100, 10) or 0) if percent else value
    text = f"{number:.10g}" if abs(number) < 1e10 else f"{number:.0f}"
    return text + "%" * percent


def shown_as_percentage(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell holds a number that its format shows as a percentage: 0.37 as 37%."""
    return may_be_percentage(cell_at(sheet, row, column)) and (row, column) in percentages(sheet)


def percentages(sheet: Sheet) -> Cells:
    """The cells that are shown as percentages; formats are looked up only where a sheet holds any broken number."""
    if sheet.shown is None:
        sheet.shown = sheet.find_percentages() if has_broken_numbers(sheet) else set()
    return sheet.shown


def may_be_percentage(value: Scalar) -> bool:
    """Whether a value is a number so small that its format may show it as a percentage."""
    return type(value) in (int, float) and -50 < value < 50  # type: ignore[operator]


def has_broken_numbers(sheet: Sheet) -> bool:
    """Whether any number of the sheet is not whole."""
    if sheet.broken is None:
        sheet.broken = bool([1 for row in sheet.rows for value in row if type(value) is float and value % 1])
    return sheet.broken


def shown_text(sheet: Sheet, row: int, column: int) -> str:
    """A cell's text as a person sees it: the surface of its figure."""
    return surface_of(cell_at(sheet, row, column), percent=shown_as_percentage(sheet, row, column))
