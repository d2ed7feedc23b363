"""Rows of several lists in one column, each below the one that it divides: "2021", below it "Female", below it "0-9".

As a pivot table in its compact form is copied, without the indents. What belongs here: which row divides which, by the
order in which the lists begin and by sums. What does not: rows of two lists (`completing`) and quarters (`yearrows`).
"""

from collections.abc import Sequence
from itertools import pairwise

from figuretrail.tables.figures.completing import CARRIED, LONG_LIST_ROWS, filled
from figuretrail.tables.figures.context import NOT_KNOWN, Account, give_row
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.layout.sums import may_sum_up, states_a_number

FEWEST_LEVELS = 3
FEWEST_HEADS = 4  # rows that others divide; of fewer the sums may be chance
_Cells = Sequence[Scalar]


def carry_levels(
    sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account], columns: Sequence[Account]
) -> None:
    """Give the rows of a nested list what the rows say that they divide, where these add them up."""
    if len(headers.labels) != 1 or len({account.role for account in accounts if account.role}) < FEWEST_LEVELS:
        return
    order = sorted(rows)
    counts = [c.index for c, a in zip(headers.values, columns, strict=True) if a.unit is None]
    listed = [accounts[rows[row]] for row in order]
    cells = [[sheet.rows[row][index] for index in counts] for row in order]
    levels = _levels(listed, cells) if len(rows) <= LONG_LIST_ROWS and counts else []
    if not levels or not _add_up(listed, cells, levels):
        return
    above: dict[int, Account] = {}
    for row, account, level in zip(order, listed, levels, strict=True):
        above = {other: said for other, said in above.items() if other < level}
        if level == 0:
            continue  # the total of all
        wholes = [above[other] for other in sorted(above, reverse=True)]
        above[level] = account
        for whole in wholes:
            account = filled(account, whole, CARRIED, texts=(*account.texts, *whole.texts))
        if wholes:
            give_row(row, account, rows, accounts)


def _levels(listed: Sequence[Account], cells: Sequence[_Cells]) -> list[int]:
    """How deep each row lies, from 1 on, and 0 for totals of all; none where the lists don't lie in each other."""
    roles = list(dict.fromkeys(account.role for account in listed if account.role and not account.total))
    levels: list[int] = []
    for place, account in enumerate(listed):
        if account.role in roles:
            levels.append(roles.index(account.role) + 1)
        elif account.total and not _is_unknown(account):
            levels.append(0)
        elif _is_unknown(account):
            levels.append(_level_of_unknown(place, listed, cells, levels, roles))
        else:
            return []
    last = [place for place, level in enumerate(levels) if level == 0]
    if last and last != list(range(len(levels) - len(last), len(levels))):
        return []  # a total amidst the rows is that of none in particular
    return levels if levels[0] == 1 and all(b <= a + 1 for a, b in pairwise(levels)) else []


def _is_unknown(account: Account) -> bool:
    return (account.skip or "").startswith(NOT_KNOWN)


def _level_of_unknown(
    place: int, listed: Sequence[Account], cells: Sequence[_Cells], levels: Sequence[int], roles: Sequence[str]
) -> int:
    """How deep a row "Unknown" lies: above the rows that follow where it adds them up, else beside the row before."""
    following = listed[place + 1].role if place + 1 < len(listed) else ""
    parts = []
    for beside in range(place + 1, len(listed)):
        if listed[beside].role != following:
            break
        parts.append(cells[beside])
    deeper = roles.index(following) + 1 if following in roles else 0
    if deeper > 1 and _made_up(cells[place], parts):
        return deeper - 1
    return levels[-1] if levels else 1


def _add_up(listed: Sequence[Account], cells: Sequence[_Cells], levels: Sequence[int]) -> bool:
    """Whether every row but those of the deepest list is divided by the rows below it, in one of the columns at least.

    What counts each offence once may count a part of them twice: an offence with a girl's and a boy's number.
    """
    heads: list[tuple[int, list[int]]] = []
    for place, level in enumerate(levels):
        if not 0 < level < max(levels):
            continue
        parts = []
        for below in range(place + 1, len(levels)):
            if levels[below] <= level:
                break
            if levels[below] == level + 1:
                parts.append(below)
        if parts:
            heads.append((place, parts))
        elif not (listed[place].total or _is_unknown(listed[place])):
            return False
    if len(heads) < FEWEST_HEADS:
        return False
    return any(
        all(_made_up(cells[head][c : c + 1], [cells[part][c : c + 1] for part in parts]) for head, parts in heads)
        for c in range(len(cells[0]))
    )


def _made_up(whole: _Cells, parts: Sequence[_Cells]) -> bool:
    """Whether a row's numbers are the sums of the rows below it, as far as they are stated."""
    if not any(map(states_a_number, whole)):
        return False
    return may_sum_up(whole, parts) if len(parts) > 1 else bool(parts) and list(whole) == list(parts[0])
