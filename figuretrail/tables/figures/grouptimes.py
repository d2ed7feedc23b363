"""Rows that head their years in a nested list: "East Division | 71", below it "2022/23 | 40" and "2023/24 | 31".

What belongs here: that such a row covers the times below it, which it adds up. What does not: what these take from it
(`completing`, `nested`), and totals that are called so.
"""

from collections.abc import Sequence

from figuretrail.tables.figures.completing import LONG_LIST_ROWS, span_told
from figuretrail.tables.figures.context import Account, changed, give_row
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.language.spans import spanning
from figuretrail.tables.layout.sums import may_sum_up


def cover_times_below(
    sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account], columns: Sequence[Account]
) -> None:
    """Let a row that names no time cover those of the rows that were given its name, where it adds them up."""
    if len(headers.labels) != 1 or len(rows) > LONG_LIST_ROWS or any(a.period or a.part for a in columns):
        return
    order = sorted(rows)
    said = [accounts[rows[row]] for row in order]
    if not any(account.period is None for account in said) or not any(len(a.texts) > 1 and a.period for a in said):
        return  # as nearly all tables
    counts = [c.index for c, account in zip(headers.values, columns, strict=True) if account.unit is None]
    for place, (row, account) in enumerate(zip(order, said, strict=True)):
        if account.period is not None or account.part is not None or account.total or not account.texts:
            continue
        below = _given_its_name(account, said[place + 1 :], order[place + 1 :])
        timed = [(other, one, span) for other, one in below if (span := span_told(one)) is not None]
        if len({span for *_, span in timed}) < 2:  # of one time the row would be a mere heading
            continue
        cells = [[sheet.rows[other][index] for index in counts] for other in (row, *[other for other, *_ in timed])]
        first = timed[0][1].period
        if first is not None and may_sum_up(cells[0], cells[1:]):
            whole = first._replace(span=spanning([span for *_, span in timed]), kind="total")
            give_row(row, changed(account, period=whole), rows, accounts)


def _given_its_name(head: Account, said: Sequence[Account], order: Sequence[int]) -> list[tuple[int, Account]]:
    """The rows right below one, as long as they bear its name after their own."""
    found: list[tuple[int, Account]] = []
    for row, account in zip(order, said, strict=True):
        if len(account.texts) <= len(head.texts) or account.texts[-len(head.texts) :] != head.texts:
            break
        found.append((row, account))
    return found
