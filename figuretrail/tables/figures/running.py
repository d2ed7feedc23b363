"""Running totals: "Year to date" beside months, "Cumulative" below quarters, each from the first of them to its own.

What belongs here: finding the rows and columns that run on, and from which of the times across them each number runs.
What does not: totals of all the times of a table (`completing`).
"""

import itertools
import re
from collections.abc import Sequence

from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import Account, changed
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.sums import Line, stated_numbers

FEWEST_STEPS = 2  # that a running total takes; of fewer nothing can be told
_RUNS = Words(
    r"\bcumulative(?:ly)?\b|\bcum\b|\brunning (?:total|count|sum|figure)s?\b|\b(?:fy)?ytd\b"
    r"|\b(?:(?:financial |calendar )?year|total|so far|count|offences|crimes|recorded)[ -](?:up )?to[ -]date\b"
    r"|\b(?:total|offences|crimes|count|recorded) so far\b|^\W*(?:to date|so far)\W*$",
    re.I,
)


def mark_running(
    sheet: Sheet,
    table: Table,
    headers: Headers,
    rows: dict[int, int],
    accounts: list[Account],
    columns: list[Account],
) -> None:
    """Tell the rows and columns that run on, and the times across them from which of these they run."""
    if len(rows) > LONG_LIST_ROWS or not any(map(_runs, (*columns, *accounts))) or len(set(rows.values())) < len(rows):
        return
    numbers = stated_numbers(sheet, table.data_rows, [column.index for column in headers.values])
    order = [rows[row] for row in table.data_rows]
    _mark([list(line) for line in zip(*numbers, strict=True)], columns, range(len(columns)), accounts, order)
    _mark(numbers, accounts, order, columns, range(len(columns)))


def _runs(account: Account) -> bool:
    # "Cumulative from 1 April 2022" says only where it begins
    timeless = account.part is None and (account.period is None or account.period.kind == "open")
    return timeless and not account.skip and any(map(_RUNS.search, account.texts))


def _mark(
    lines: list[Line],
    accounts: list[Account],
    order: Sequence[int],
    crossing: list[Account],
    across: Sequence[int],
) -> None:
    """Mark those of `accounts` whose numbers run on over the times among the `crossing` ones."""
    times = [place for place, number in enumerate(across) if _is_time(crossing[number])]
    begun: list[int] | None = None
    for index, number in enumerate(order):
        if len(times) <= FEWEST_STEPS or not _runs(accounts[number]):
            continue
        values = [lines[index][place] for place in times]
        others = [[line[place] for place in times] for line in lines if line is not lines[index]]
        starts = next(filter(None, (_starts(values, other) for other in others)), None) or _starts_again(values, others)
        if starts and begun in (None, starts):
            begun = starts
            accounts[number] = changed(accounts[number], running=True, puzzle=None)
    firsts = [crossing[across[times[start]]] for start in begun or ()]
    for place, first in zip(times, firsts, strict=False):
        crossing[across[place]] = changed(crossing[across[place]], since=first)


def _is_time(account: Account) -> bool:
    return (account.period is not None or account.part is not None) and not (account.total or account.skip)


def _starts(values: Line, steps: Line) -> list[int] | None:
    """For each running total where it starts, if it adds up these steps: 8, 19, 28 of 8, 11, 9."""
    starts: list[int] = []
    added = 0
    before: float | None = None
    for place, (value, step) in enumerate(zip(values, steps, strict=True)):
        if value is None or step is None:
            starts.append(starts[-1] if starts else place)
        elif before is not None and abs(value - before - step) < _NEXT_TO_NOTHING:
            starts.append(starts[-1])
            added += 1
        elif abs(value - step) < _NEXT_TO_NOTHING:
            starts.append(place)
        elif before is not None or place == 0:
            return None
        else:
            starts.append(starts[-1])
        before = value
    return starts if added >= FEWEST_STEPS and added * 2 >= len(values) - 1 - len(set(starts)) else None


_NEXT_TO_NOTHING = 0.002


def _starts_again(values: Line, others: list[Line]) -> list[int] | None:
    """Where nothing beside them says what is added up: they start again where they fall."""
    stated = [value for value in values if value is not None]
    if any(len(other) - other.count(None) > 1 for other in others) or len(stated) < len(values):
        return None
    starts = [0]
    for place, (one, two) in enumerate(itertools.pairwise(stated), start=1):
        starts.append(place if two < one else starts[-1])
    return starts
