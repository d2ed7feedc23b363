"""Quarters and months in rows below their year: "2021 | 115", "Qtr1 | 27", "Qtr2 | 88", "2022 | 143", "Qtr1 | 36".

What belongs here: which rows of one column of labels take their year from a row above or below them. What does not:
years in a column of their own, which are carried down with it (`rowlabels`), and rows of other sorts (`completing`).
"""

from collections.abc import Iterable
from itertools import pairwise

from figuretrail.tables.figures.completing import filled
from figuretrail.tables.figures.context import Account, changed, give_row
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.spans import is_one_year
from figuretrail.tables.layout.sums import FEWEST, may_sum_up, states_a_number
from figuretrail.timespan import Span

_Group = tuple[int, list[int]]  # the row of a year and those of its parts
LONGEST_YEAR = 370  # days; of a longer time nobody could tell to which year a quarter belongs


def carry_years(sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account]) -> None:
    """Give quarters and months the year that heads them, or the one that adds them up below.

    Each year has parts, and they add up to it as far as numbers are stated: else they may be of the year after it.
    """
    if len(headers.labels) != 1 or not any(_is_part(account) for account in accounts):
        return
    order = sorted(rows)
    told = [row for row in order if _is_part(accounts[rows[row]]) or _is_year(accounts[rows[row]])]
    if not told:
        return  # the parts stand in rows that were given other labels
    headed = not _is_part(accounts[rows[told[0]]])
    if headed:
        told = [row for row in told if not accounts[rows[row]].total]  # "2021 total" below its quarters
    elif _is_part(accounts[rows[told[-1]]]):
        return
    groups = _groups(told if headed else told[::-1], rows, accounts)
    columns = [column.index for column in headers.values]
    numbers = {row: [sheet.rows[row][column] for column in columns] for row in told}
    for year, parts in groups:
        longest = max([_length(accounts[rows[row]]) for row in parts], default=0)
        quarters = [row for row in parts if _length(accounts[rows[row]]) == longest]  # the months may stand below them
        if not any(_made_up(numbers[year], [numbers[row] for row in summed]) for summed in (parts, quarters)):
            return
    for year, parts in groups:
        whole = accounts[rows[year]]
        for row in parts:
            account = accounts[rows[row]]
            give_row(row, filled(account, whole, ("period",), texts=(*account.texts, *whole.texts)), rows, accounts)


def _groups(told: Iterable[int], rows: dict[int, int], accounts: list[Account]) -> list[_Group]:
    """The years in their order, each with the parts that follow it."""
    groups: list[_Group] = []
    for row in told:
        if _is_part(accounts[rows[row]]):
            groups[-1][1].append(row)
        else:
            groups.append((row, []))
    return groups


def _is_part(account: Account) -> bool:
    return account.part is not None and account.period is None


def _length(account: Account) -> int:
    """How many months a part of a year holds."""
    assert account.part
    first, last = account.part
    return (last - first) % 12 + 1


def _is_year(account: Account) -> bool:
    span = account.period.span if account.period and account.part is None and account.role == "period" else None
    return bool(span and span.start and span.end) and (span.end - span.start).days <= LONGEST_YEAR  # type: ignore[union-attr,operator]


def _made_up(whole: list[Scalar], parts: list[list[Scalar]]) -> bool:
    """Whether a year's numbers may be the sums of its parts'; a year that states none only heads them."""
    if not parts:
        return False
    if not any(map(states_a_number, whole)):
        return True
    return may_sum_up(whole, parts) if len(parts) >= FEWEST else whole == parts[0]


def cover_listed_months(line: list[Account], order: Iterable[int], year: Span | None) -> None:
    """Let a total cover but the months that are listed, where these are only some of the year in a title: "So far".

    They have to follow each other without a gap: months in which nothing was recorded are often not listed.
    """
    if year is None or not is_one_year(year):
        return
    listed = [line[number] for number in order]
    parts = [account for account in listed if _is_part(account) and not account.total]
    covered = joined([account.part for account in parts if account.part])
    if covered is None or any(account.period is not None for account in parts):
        return
    quarter = all(account.quarter for account in parts)
    for number, account in enumerate(line):
        if account.total and account.period is None and account.part is None and not account.yearly:
            line[number] = changed(account, part=covered, quarter=quarter)


def joined(parts: list[tuple[int, int]]) -> tuple[int, int] | None:
    """From which month to which some parts of a year run on; None where they leave a gap or fill the year."""
    follow = all(later[0] == earlier[1] % 12 + 1 for earlier, later in pairwise(parts))
    months = sum((last - first) % 12 + 1 for first, last in parts)
    return (parts[0][0], parts[-1][1]) if len(parts) > 1 and follow and months < 12 else None
