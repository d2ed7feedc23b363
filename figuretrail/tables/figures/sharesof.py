"""Shares whose label says in words that nobody knows what they are shares of, told by the numbers beside them.

"Offences | % of SWP": 92 and 38%, 78 and 33%, in all 239. What belongs here: comparing such shares with counts and
their total. What does not: which numbers are percentages (`shares`), and shares whose label is understood (`columns`).
"""

from collections.abc import Callable, Sequence
from typing import Any

from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import NO_OUTCOMES, Account, changed, give_row
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.sums import Line, stated_numbers

FEWEST_SHARES = 2  # of different counts, that have to be those of the total
_PERCENT, _FRACTION = 0.6, 0.006  # how far a rounded share may be off


def tell_shares_of_totals(
    sheet: Sheet,
    table: Table,
    headers: Headers,
    rows: dict[int, int],
    accounts: list[Account],
    columns: list[Account],
) -> None:
    """Understand shares that are those of the total of the counts beside them, whatever that total is called."""
    if len(rows) > LONG_LIST_ROWS or not any(map(_is_unclear, (*accounts, *columns))):
        return
    numbers = stated_numbers(sheet, table.data_rows, [column.index for column in headers.values])
    change_both_ways(numbers, table, rows, accounts, columns, _of_totals, part_of=None)


def change_both_ways(
    numbers: Sequence[Line],
    table: Table,
    rows: dict[int, int],
    accounts: list[Account],
    columns: list[Account],
    found: Callable[[Sequence[Line], Sequence[Account], Sequence[Account]], list[int]],
    **told: Any,
) -> None:
    """Change what is told of the columns, and then of the rows, that are `found` among lines, accounts and crossing."""
    by_row = [accounts[rows[row]] for row in table.data_rows]
    for index in found([list(line) for line in zip(*numbers, strict=True)], columns, by_row):
        columns[index] = changed(columns[index], **told)
    for index in found(numbers, by_row, columns):
        give_row(table.data_rows[index], changed(by_row[index], **told), rows, accounts)


def _is_unclear(account: Account) -> bool:
    return account.unit == "share" and account.part_of not in (None, NO_OUTCOMES) and not account.skip


def _of_totals(lines: Sequence[Line], accounts: Sequence[Account], crossing: Sequence[Account]) -> list[int]:
    """The lines of unclear shares that some line of counts explains."""
    counts = [line for line, account in zip(lines, accounts, strict=True) if account.unit is None and not account.skip]
    totals = [number for number, account in enumerate(crossing) if account.total]
    return [
        index
        for index, account in enumerate(accounts)
        if _is_unclear(account) and any(_are_shares(lines[index], line, totals) for line in counts)
    ]


def _are_shares(shares: Line, counts: Line, totals: Sequence[int]) -> bool:
    """Whether numbers are the shares of counts in their total, as it stands there or as they add up to it."""
    parts = [count for place, count in enumerate(counts) if count is not None and place not in totals]
    pairs = [
        (share, count)
        for place, (share, count) in enumerate(zip(shares, counts, strict=True))
        if share is not None and count is not None and place not in totals
    ]
    wholes = {sum(parts), *(total for place in totals if (total := counts[place]))}
    enough = len({count for _, count in pairs if count}) >= FEWEST_SHARES
    return enough and any(whole > 0 and fit_whole(pairs, whole) for whole in wholes)


def fit_whole(pairs: Sequence[tuple[float, float]], whole: float) -> bool:
    """Whether all shares are those in one whole, either as fractions of one or in per cent."""
    return all(abs(share - count / whole) <= _FRACTION for share, count in pairs) or all(
        abs(share - 100 * count / whole) <= _PERCENT for share, count in pairs
    )
