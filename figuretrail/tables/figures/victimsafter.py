"""Sexes and ages right after all victims: "How many victims were there? | 61", below it "Girls | 49", "Boys | 12".

What belongs here: whether such rows or columns count victims as the one before them does, and rows that go on with its
question ("... boys?"). What does not: "of whom
girls", which says so itself, and totals of victims (`completing`).
"""

import itertools
from collections.abc import Iterator, Sequence

from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import Account, changed, give_row
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.layout.sums import Line, stated_numbers

FEWEST_PARTS = 2  # a lone "Girls" after it may be the first entry of another list


def count_as_before(
    sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account], columns: list[Account]
) -> None:
    """Let the sexes, or the ages, right after all victims count victims, where they are no more than these."""
    if len(rows) > LONG_LIST_ROWS or not any(a.counted == "victims" for line in (accounts, columns) for a in line):
        return  # as nearly all tables
    order = sorted(rows)
    _go_on(order, rows, accounts)
    down = [accounts[rows[row]] for row in order] if _may_hold_parts(accounts) else []
    across = columns if _may_hold_parts(columns) else []
    if not (down or across):
        return
    lines = stated_numbers(sheet, order, [column.index for column in headers.values])
    for number in _parts_of_victims(down, lines):
        _count_victims(order[number], rows, accounts)
    for number in _parts_of_victims(across, [list(line) for line in zip(*lines, strict=True)]):
        columns[number] = changed(columns[number], counted="victims")


def _go_on(order: Sequence[int], rows: dict[int, int], accounts: list[Account]) -> None:
    """Let a row that goes on with the question of the row before it count victims as that one does: "... boys?"."""
    if not any(account.persons and _goes_on(account) for account in accounts):
        return
    for before, row in itertools.pairwise(order):
        account = accounts[rows[row]]
        if accounts[rows[before]].counted == "victims" and account.persons and _goes_on(account):
            _count_victims(row, rows, accounts)


def _goes_on(account: Account) -> bool:
    return account.texts[0].lstrip().startswith(("...", "…", ".."))


def _count_victims(row: int, rows: dict[int, int], accounts: list[Account]) -> None:
    account = accounts[rows[row]]
    give_row(row, changed(account, counted="victims"), rows, accounts)


def _may_hold_parts(accounts: Sequence[Account]) -> bool:
    return any(map(_counts_victims, accounts)) and any(account.persons for account in accounts)


def _parts_of_victims(accounts: Sequence[Account], lines: Sequence[Line]) -> Iterator[int]:
    """The entries of a list that count victims, for they are parts of the one of all victims before them."""
    for whole, account in enumerate(accounts):
        if not _counts_victims(account):
            continue
        after = itertools.takewhile(lambda n: _lists_persons(accounts[n]), range(whole + 1, len(accounts)))
        for _, part in itertools.groupby(after, key=lambda n: accounts[n].sex is None):
            parts = list(part)
            if len(parts) >= FEWEST_PARTS and _may_be_parts(lines[whole], [lines[n] for n in parts]):
                yield from parts


def _counts_victims(account: Account) -> bool:
    """Whether an entry counts victims of any age and sex."""
    part = account.ages or account.sex or account.platforms or account.kind or account.base
    return account.counted == "victims" and not (part or account.unit or account.skip or account.puzzle)


def _lists_persons(account: Account) -> bool:
    """Whether an entry names but a sex or an age; a time or place of its own would make it another list's."""
    return account.persons and account.role in ("sex", "age") and account.base is None


def _may_be_parts(whole: Line, parts: Sequence[Line]) -> bool:
    """Whether lines may be parts of another: nowhere are they more together, and somewhere they can be compared."""
    compared = False
    for total, *found in zip(whole, *parts, strict=True):
        known = sum(number for number in found if number is not None)
        if total is not None and known > total:
            return False
        compared = compared or (total is not None and known > 0)
    return compared
