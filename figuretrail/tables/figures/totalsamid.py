"""Totals amid times that they don't all add up: months, their "Total", below it "Previous FY (22/23)".

What belongs here: which of the times beside a total it covers, where its numbers are the sum of these and the others
lie apart. What does not: totals of all times, or of as many as they say (`completing`), and those of sections that have
a heading (`accounts`).
"""

from collections.abc import Sequence
from itertools import takewhile

from figuretrail.tables.figures.completing import LONG_LIST_ROWS, span_told
from figuretrail.tables.figures.context import Account, changed, give_row
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.spans import apart, spanning
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.sums import may_sum_up
from figuretrail.timespan import Span

_Said = tuple[list[Account], list[int], list[Account]]  # the rows' accounts, which of them each row has, the columns'
FEWEST_TIMES = 2  # that a total adds up, beside one that it doesn't
MOST_UNLIKE = 5  # days that months or quarters differ by


def cover_what_they_add_up(
    sheet: Sheet,
    table: Table,
    headers: Headers,
    rows: dict[int, int],
    accounts: list[Account],
    columns: list[Account],
) -> None:
    """Let a total cover the times right before it, or right after it, that it adds up, where others lie apart."""
    if len(rows) > LONG_LIST_ROWS:
        return
    order = [rows[row] for row in table.data_rows]
    for place, account in _covering(sheet, table, headers, (accounts, order, columns), down=True):
        give_row(table.data_rows[place], account, rows, accounts)
    for place, account in _covering(sheet, table, headers, (accounts, order, columns), down=False):
        columns[place] = account


def _covering(sheet: Sheet, table: Table, headers: Headers, said: _Said, *, down: bool) -> list[tuple[int, Account]]:
    """The totals down or across that cover but some of the times beside them, each with its place and its account."""
    accounts, order, columns = said
    line = [accounts[number] for number in order] if down else columns
    totals = [place for place, account in enumerate(line) if _is_open_total(account)]
    if not totals or sum(account.period is not None for account in line) <= FEWEST_TIMES:
        return []  # as nearly all tables
    spans = list(map(span_told, line))
    found = []
    for total in totals:
        summed = _beside(total, spans)
        period = line[summed[0]].period if summed else None
        if period is None:
            continue
        *parts, whole = _cells(sheet, table, headers, [*summed, total], said, down=down)
        if may_sum_up(whole, parts):
            covered = spanning([span for place in summed if (span := spans[place])])
            found.append((total, changed(line[total], period=period._replace(span=covered, kind="total"))))
    return found


def _is_open_total(account: Account) -> bool:
    return account.total and account.period is None and account.part is None and not account.skip


def _beside(total: int, spans: Sequence[Span | None]) -> list[int]:
    """The places of the times that a total may add up, right before it or else right after it, with others apart."""
    before = list(takewhile(spans.__getitem__, range(total - 1, -1, -1)))[::-1]
    after = list(takewhile(spans.__getitem__, range(total + 1, len(spans))))
    for summed in (before, _following(after, spans)):
        rest = [span for place, span in enumerate(spans) if span and place not in summed]
        distinct = {spans[place] for place in summed}
        if len(distinct) < FEWEST_TIMES or len(distinct) < len(summed) or not rest:
            continue
        whole = spanning([span for place in summed if (span := spans[place])])
        if all(apart(span, whole) for span in rest):
            return summed
    return []


def _following(places: list[int], spans: Sequence[Span | None]) -> list[int]:
    """The first of some places, as long as each time is as long as the first and comes after the one before it."""
    found: list[int] = []
    for place in places:
        span, last, first = spans[place], spans[found[-1]] if found else None, spans[places[0]]
        assert span and span.start and span.end and first and first.start and first.end
        alike = abs((span.end - span.start).days - (first.end - first.start).days) <= MOST_UNLIKE
        if last is not None and not (alike and last.end is not None and span.start > last.end):
            break
        found.append(place)
    return found


def _cells(
    sheet: Sheet,
    table: Table,
    headers: Headers,
    places: list[int],
    said: _Said,
    *,
    down: bool,
) -> list[list[Scalar]]:
    """The cells of some rows or columns, but for those that no total adds up: changes, shares and rates."""
    accounts, order, columns = said
    across = [c.index for c, account in zip(headers.values, columns, strict=True) if account.unit is None]
    if down:
        return [[sheet.rows[table.data_rows[place]][index] for index in across] for place in places]
    rows = [row for row, number in zip(table.data_rows, order, strict=True) if accounts[number].unit is None]
    return [[sheet.rows[row][headers.values[place].index] for row in rows] for place in places]
