"""Which numbers of a table are percentages: by their format, by their headers, by being fractions of one.

What belongs here: telling 37, 0.37 and "37%" apart from counts. What does not: what a share is a share of (`columns`).
"""

import math
import re
from typing import TYPE_CHECKING

from figuretrail.tables.figures.context import Account
from figuretrail.tables.files.grid import Scalar, has_broken_numbers
from figuretrail.tables.language.values import read_text
from figuretrail.tables.layout.parts import Column

if TYPE_CHECKING:
    from figuretrail.tables.figures.accounts import TableAccounts

_RELATIVE = ("share", "change")
_COUNTS_TOO = re.compile(r"\b(?:numbers?|counts?|totals?) (?:and|or)\b|\b(?:and|or) (?:numbers?|counts?)\b", re.I)


Fractions = tuple[int, str | None, bool]  # a column, the unit that rows say, and whether they alone say what is counted


def is_fraction(work: "TableAccounts", row: int, column: Column) -> bool:
    """Whether the cell's number is a fraction of one among fractions of one, whatever its format is."""
    return bool(work.fractions) and _alike(work, row, column) in work.fractions


def _alike(work: "TableAccounts", row: int, column: Column) -> Fractions:
    account = work.rows.get(row)
    own = work.columns[column.index].unit
    if account is None:
        return column.index, None, False
    return column.index, account.unit, _counts(account) and own is None


def _counts(account: Account) -> bool:
    """Whether a row says that its numbers are counts, whatever the title says: "Number of offences", "n ="."""
    return account.counted is not None or account.counting


_AVERAGE = re.compile(r"\b(?:average|mean)", re.I)


def shares_by_title(work: "TableAccounts") -> set[int]:
    """The columns of plain numbers that only the title calls percentages: "Percentage of offences by app".

    Or averages: "Average number of offences recorded each day"; but "Offences per month" may head counts of months.
    """
    unit, distance = work.answers.unit
    if unit is None or unit == "change":
        return set()
    source = next(s for s in work.around.sources if s.label.unit == unit)
    of_sheet = source is work.around.sources[-1] and unit != "share"  # a sheet "Daily averages"
    if distance != "title" and not of_sheet:
        return set()
    if _COUNTS_TOO.search(source.text) or (unit != "share" and not _AVERAGE.search(source.text)):
        return set()
    most = 100 if unit == "share" else math.inf
    shares = {column.index for column in work.headers.values if _is_share_by_title(work, column, most)}
    return shares | _totals_of_shares(work, shares)


def _is_share_by_title(work: "TableAccounts", column: Column, most: float) -> bool:
    account = work.columns[column.index]
    if account.unit or account.counted or account.total or any(label.counting for label in column.headers):
        return False
    rows = [row for row in work.table.data_rows if not _counts(work.rows[row])]
    numbers = [number for row in rows if (number := _plain_number(work.sheet.rows[row][column.index])) is not None]
    return bool(numbers) and all(0 <= value <= most for value in numbers)


def _plain_number(value: Scalar) -> float | None:
    """The number of a cell, also where a page or a delimited file has it as text."""
    if isinstance(value, str):
        reading = read_text(value) if value else None
        return reading.value if reading is not None and reading.status == "reported" else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _totals_of_shares(work: "TableAccounts", shares: set[int]) -> set[int]:
    """The columns of totals that are percentages as the columns before them are: "Girls 15 | Boys 3 | All 18"."""
    found = set()
    for index, account in work.columns.items():
        if not shares or not account.total or account.unit or account.counted:
            continue
        rows = [work.sheet.rows[row] for row in work.table.data_rows if not _counts(work.rows[row])]
        sums = [(cells[index], sum(value for i in shares if type(value := cells[i]) is float)) for cells in rows]
        told = [(total, parts) for total, parts in sums if type(total) is float]
        if len(told) > 1 and all(abs(total - parts) <= len(shares) for total, parts in told):
            found.add(index)
    return found


def fractions_of(work: "TableAccounts") -> set[Fractions]:
    """The columns, with the rows by their unit, that hold shares stored as 0.37 whose format doesn't say so.

    Rows that say "Number" and rows that say "%" may share a column; they are judged apart.
    """
    if not has_broken_numbers(work.sheet):
        return set()
    around = {work.answers.unit[0], *[account.unit for account in work.rows.values()]}
    asked = [c for c in work.headers.values if not around.union([work.columns[c.index].unit]).isdisjoint(_RELATIVE)]
    return {found for column in asked for found in _fractions_in(work, column)}


def _fractions_in(work: "TableAccounts", column: Column) -> list[Fractions]:
    alike: dict[Fractions, list[tuple[float, str]]] = {}
    in_percent: set[Fractions] = set()
    own, title = work.columns[column.index].unit, work.answers.unit[0]
    for row in work.table.data_rows[:2000]:
        value = work.sheet.rows[row][column.index]
        if type(value) is not float and type(value) is not int:
            continue
        key = _alike(work, row, column)
        unit = own or key[1] or (None if key[2] else title)
        if unit in _RELATIVE:
            alike.setdefault(key, []).append((value, unit))
            if own is None and key[1] and _is_row_in_percent(work, row, unit):
                in_percent.add(key)
    return [key for key, numbers in alike.items() if key not in in_percent and _are_fractions(numbers)]


_MOST = {"share": 1.0, "change": 5.0}  # that a fraction of one may be


def _is_row_in_percent(work: "TableAccounts", row: int, unit: str) -> bool:
    """Whether a row of shares or changes holds a number that is no fraction of one: "% change | 3.3 | 41.9"."""
    cells = work.sheet.rows[row]
    own = [cells[index] for index, account in work.columns.items() if account.unit is None]
    return any(isinstance(value, int | float) and abs(value) > _MOST[unit] for value in own)


def _are_fractions(numbers: list[tuple[float, str]]) -> bool:
    broken = sum(1 for value, _ in numbers if value % 1)
    limit = _MOST["share" if all(unit == "share" for _, unit in numbers) else "change"]
    return bool(broken) and broken * 2 >= len(numbers) and all(abs(value) <= limit for value, _ in numbers)
