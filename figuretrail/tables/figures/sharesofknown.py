"""Shares of those of which it is known what the table lists, told by the numbers: "Not recorded | 36 | n/a".

What belongs here: a list with the number of those that are not known, which have no share, beside shares that are those
of all others in the others' sum. What does not: labels that say what shares are of (`columns`), and totals that hold
what is not known (`unknowns`).
"""

from collections.abc import Sequence

from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import NOT_KNOWN, Account
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.figures.sharesof import FEWEST_SHARES, change_both_ways, fit_whole
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.language.labels import KNOWN
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.sums import Line, stated_numbers


def tell_shares_of_known(
    sheet: Sheet,
    table: Table,
    headers: Headers,
    rows: dict[int, int],
    accounts: list[Account],
    columns: list[Account],
) -> None:
    """Give shares down a list, or across one, the base that their numbers show: those that the list tells apart."""
    if len(rows) > LONG_LIST_ROWS:
        return
    across, down = (any(map(_is_share, columns)), any(map(_is_share, accounts)))
    if not (across and any(map(_is_unknown, accounts))) and not (down and any(map(_is_unknown, columns))):
        return
    numbers = stated_numbers(sheet, table.data_rows, [column.index for column in headers.values])
    change_both_ways(numbers, table, rows, accounts, columns, _of_known, base=KNOWN)


def _is_share(account: Account) -> bool:
    return account.unit == "share" and account.base is None and not account.skip


def _is_unknown(account: Account) -> bool:
    return (account.skip or "").startswith(NOT_KNOWN)


def _of_known(lines: Sequence[Line], accounts: Sequence[Account], crossing: Sequence[Account]) -> list[int]:
    """The lines of shares that are those of what is known in some line of counts."""
    unknown = [number for number, account in enumerate(crossing) if _is_unknown(account)]
    parts = [n for n, account in enumerate(crossing) if not account.total and account.unit is None and n not in unknown]
    counts = [line for line, account in zip(lines, accounts, strict=True) if account.unit is None and not account.skip]
    return [
        index
        for index, account in enumerate(accounts)
        if _is_share(account) and any(_are_of_known(lines[index], line, parts, unknown) for line in counts)
    ]


def _are_of_known(shares: Line, counts: Line, parts: Sequence[int], unknown: Sequence[int]) -> bool:
    """Whether what is not known is counted without a share, and all others have theirs of their own sum, not of all."""
    left_out = sum(counts[place] or 0 for place in unknown)
    if not left_out or any(shares[place] for place in unknown):
        return False
    known = [count for place in parts if (count := counts[place]) is not None]
    pairs = [(share, count) for p in parts if (share := shares[p]) is not None and (count := counts[p]) is not None]
    if len({count for _, count in pairs if count}) < FEWEST_SHARES or len(pairs) < len(known):
        return False
    return fit_whole(pairs, sum(known)) and not fit_whole(pairs, sum(known) + left_out)
