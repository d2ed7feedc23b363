"""Whether a table also counts the offences of which it is not known what it lists: "Not stated" below the platforms.

What belongs here: rows and columns of what is not known, as evidence of what shares and totals are of. What does not:
the words for what is not known (`wording`) and the base of one figure (`columns`).
"""

from collections.abc import Sequence
from itertools import compress
from typing import TYPE_CHECKING

from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import NOT_KNOWN, Account
from figuretrail.tables.files.grid import Scalar
from figuretrail.tables.layout.sums import stated_number, sums_up

if TYPE_CHECKING:
    from figuretrail.tables.figures.accounts import TableAccounts


def holds_the_unknown(work: "TableAccounts") -> bool:
    """Whether what is not known has a share of its own, or is a part of the total, so that both are of all offences.

    "Platform recorded" heads shares and a total of all, then.
    """
    rows = [row for row in work.table.data_rows if row in work.rows]
    indexes = list(work.columns)
    down, across = [work.rows[row] for row in rows], list(work.columns.values())
    if len(rows) > LONG_LIST_ROWS or not any(map(_is_unknown, (*down, *across))):
        return False
    cells = [[work.sheet.rows[row][index] for index in indexes] for row in rows]
    turned = [list(line) for line in zip(*cells, strict=True)]
    return (
        _has_shares(cells, down, across)
        or _is_in_a_total(_of_counts(cells, across), down)
        or _is_in_a_total(_of_counts(turned, down), across)
    )


def _of_counts(lines: Sequence[Sequence[Scalar]], crossing: Sequence[Account]) -> list[list[Scalar]]:
    """Lines without what no total adds up: their places in shares, changes and rates."""
    counts = [account.unit is None for account in crossing]
    return [list(compress(line, counts)) for line in lines]


def _is_unknown(account: Account) -> bool:
    return (account.skip or "").startswith(NOT_KNOWN)


def _has_shares(cells: Sequence[Sequence[Scalar]], down: Sequence[Account], across: Sequence[Account]) -> bool:
    shares = [place for place, account in enumerate(across) if account.unit == "share"]
    unknown = [line for line, account in zip(cells, down, strict=True) if _is_unknown(account)]
    return any(stated_number(line[place]) for line in unknown for place in shares)


def _is_in_a_total(lines: Sequence[Sequence[Scalar]], accounts: Sequence[Account]) -> bool:
    """Whether some total adds up the lines before it, of which one counts what is not known."""
    parts: list[Sequence[Scalar]] = []
    unknown = False  # whether one of the parts counts what is not known, and more than nothing
    for line, account in zip(lines, accounts, strict=True):
        if account.unit is not None:
            continue
        if account.total and not _is_unknown(account):
            if unknown and sums_up(line, parts):
                return True
            parts, unknown = [], False
            continue
        parts.append(line)
        unknown = unknown or (_is_unknown(account) and any(map(stated_number, line)))
    return False
