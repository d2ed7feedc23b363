"""Changes: which two times they compare, and of which row or column beside them they are changes.

What belongs here: what the table's own times and numbers say of a change. What does not: what its label says by itself
(`periods`), and the times of other numbers (`columns`).
"""

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from figuretrail.tables.figures.completing import CARRIED, LONG_LIST_ROWS, filled
from figuretrail.tables.figures.context import Account, changed, give_row, settled_span
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.figures.yeartodate import of_one_sort
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.language.periods import Period
from figuretrail.tables.language.spans import inside, placed_in
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.sums import Line, stated_number, stated_numbers
from figuretrail.timespan import Span, add_months, calendar_year, moved

if TYPE_CHECKING:
    from figuretrail.tables.figures.accounts import TableAccounts

LAST_STEP = re.compile(
    r"\bprevious\b|\byear before\b|\blast year\b|\byear[- ]on[- ]year\b"
    r"|\b(?:annual|yearly|latest|in[- ]year|(?:1|one)[- ]year|(?:12|twelve)[- ]months?)"
    r" (?:change|increase|rise|growth|fall)"
)
Both = tuple[Span, Span]
Step = tuple[int | None, set[Span]]  # months, None where nothing tells how many, and the times of a table


def compared(
    work: "TableAccounts", row: Account, column: Account, account: Account, span: Span | None
) -> tuple[Span | None, Span | None]:
    """The two periods of a change: as its header names them, else the row's and the one before, else the columns'.

    `account` is what the row and the column say together, `span` the time that they name. A part of a year is compared
    with the time that its words say, else with that whose number gives the change; where neither tells, with None.
    """
    if account.comparison is not None:
        return of_own_years(work, account.comparison, row)
    if account.change_span is not None:
        change = account.change_span
        change = _first_since(work, change)
        if span is not None and _is_since_same_time(account):
            return _same_time_in(span, change), span
        change, own = _own_years(work, (change,), row)[0], settled_span(account)
        if own is not None and _follows(change, own) and _months(change) == _months(own) and not _is_of_all(account):
            return change, own  # "2023-24 | % up or down on 2022-23"
        return _ends_of(work, change)
    if span is not None and span.start and span.end and account.period and account.period.kind != "total":
        if (span.end - span.start).days > 370:
            return None, span
        if _is_since_same_time(account):
            return moved(span, -12), span
        if any(map(_STEP_BEFORE.search, account.texts)) and (before := _step_before(span)) is not None:
            return before, span
        known = {s for s in closed(list(work.rows.values())) if s != span}
        shown = any(a.earlier for a in (*work.columns.values(), *work.rows.values()))  # "Same period last year"
        if is_part_of_year(span):
            on_year = shown or any(map(_ON_YEAR.search, account.texts))
            return (moved(span, -12) if on_year else _by_numbers(work, row, column, span)), span
        if known and not shown and not any(s.end and s.end < span.start for s in known):
            return None, span  # the first of a series is compared with nothing that the table shows
        return Span(add_months(span.start, -12), span.start - dt.timedelta(days=1)), span
    by_column = closed(of_one_sort([a for a in work.columns.values() if a.unit is None], account))
    by_row = [] if len(by_column) > 1 else of_one_sort([a for a in work.rows.values() if a.unit is None], account)
    spans = sorted(by_column if len(by_column) > 1 else closed(by_row))
    spans = _of_one_length(spans)
    if len(spans) < 2:
        return None, spans[0] if spans else None
    one_step = len(spans) == 2 or LAST_STEP.search(" ".join(account.texts).lower())
    return _in_part(work, account, (spans[-2] if one_step else spans[0])), _in_part(work, account, spans[-1])


def _is_of_all(account: Account) -> bool:
    """Whether the time of a row and a column together is that of a total over times."""
    return account.period is not None and account.period.kind == "total"


def _first_since(work: "TableAccounts", change: Span) -> Span:
    """The time with which those after it are compared: "Change since 2020", "% change since 2018/19"."""
    if change.end is not None or change.start is None:
        return change
    if change.start == calendar_year(change.start.year).start:
        return calendar_year(change.start.year)
    own = [s for s in closed([*work.columns.values(), *work.rows.values()]) if s.start == change.start]
    return max(own, key=_months) if own else change


def _in_part(work: "TableAccounts", account: Account, span: Span) -> Span | None:
    """The months or the quarter that a row names, in a year of the columns: "Q1 Apr-Jun | 2021/22 | 2022/23 | %"."""
    if account.part is None or is_part_of_year(span):
        return span
    beside = (*work.columns.values(), *work.rows.values())
    year = next((a.period for a in beside if a.period and a.period.span == span), Period(span))
    return placed_in(year, account.part, quarter=account.quarter)


_LONGEST_STEP = 6  # months
_MOST_YEARS_BACK = 10  # that a change is told from
_SAME_TIME = Words(
    r"\b(?:same|equivalent|corresponding|comparable) (?:\w+ )?"
    r"(?:period|time|date|weeks?|months?|quarters?|half(?:[ -]year)?|year)\b",
    re.I,
)


def _is_since_same_time(account: Account) -> bool:
    """Whether a change is told from the same part of another year: "% change on same period of 2022/23"."""
    return any(map(_SAME_TIME.search, account.texts))


_STEP_BEFORE = Words(
    r"\b(?:half[ -]?year|quarter|month) (?:before|earlier)\b"
    r"|\b(?:previous|prior|preceding|last) (?:half|quarter|month)\b"
    r"|\bmonth[ -](?:on|to)[ -]month\b|\bquarter[ -](?:on|to)[ -]quarter\b",
    re.I,
)


def _step_before(span: Span) -> Span | None:
    """The half-year, quarter or month right before one; a whole year is compared with a year."""
    months = _months(span)
    if span.start is None or span.end is None or not 0 < months <= _LONGEST_STEP:
        return None
    return Span(add_months(span.start, -months), span.start - dt.timedelta(days=1))


_ON_YEAR = Words(
    r"\b(?:previous|preceding|prior|last) year\b|\byear (?:before|earlier)\b|\byear[- ](?:on|over)[- ]year\b|\byoy\b"
    r"|\b(?:annual|yearly|(?:1|one)[- ]year|(?:12|twelve)[- ]months?)\b",
    re.I,
)
UNKNOWN_STEP = "of what earlier time the change is told is not said"


def is_part_of_year(span: Span) -> bool:
    """Whether a time is too short for a year, so that the one before it need not be the year before."""
    return bool(span.start and span.end) and (span.end - span.start).days < 350  # type: ignore[operator]


def _by_numbers(work: "TableAccounts", row: Account, column: Account, span: Span) -> Span | None:
    """The earlier time of a change that names none, by the numbers of its table: as long before as all of them tell."""
    change = column if column.unit == "change" else row
    if change not in work.steps:
        work.steps[change] = _step_of(work, change)
    months, shown = work.steps[change]
    before = moved(span, -months) if months else None
    return before if before in shown else None


def _step_of(work: "TableAccounts", change: Account) -> Step:
    """How many months lie between the times of all changes of a line, by the numbers; and the times beside them.

    The changes stand beside the numbers that they are changes of, in another row or column of the same times.
    """
    down = any(account is change for account in work.columns.values())
    times, lines = (work.rows, work.columns) if down else (work.columns, work.rows)
    dated = {key: (a.who, span) for key, a in times.items() if a.unit is None and (span := _part_of(a)) is not None}
    by_time = {said: key for key, said in dated.items()}
    starts = sorted({span.start for _, span in dated.values() if span.start})
    lags = {12, *(_months(span) for _, span in dated.values())} | {_apart(*two) for two in itertools.pairwise(starts)}
    shown = {span for _, span in dated.values()}
    own = next((key for key, account in lines.items() if account is change), None)
    counts = [key for key, account in lines.items() if account.unit is None and not account.skip]
    if own is None or len(lags) > _MOST_STEPS:
        return None, shown
    for line in sorted(counts, key=lambda key: (key > own, abs(key - own))):
        told = [months for months in lags if months and _all_told(work, (line, own), dated, by_time, months, down=down)]
        if told:
            return (told[0] if len(told) == 1 else None), shown
    return None, shown


_MOST_STEPS = 12  # different distances of times; of more a table tells of no series


def _all_told(
    work: "TableAccounts",
    lines: tuple[int, int],
    dated: dict[int, tuple[object, Span]],
    by_time: dict[tuple[object, Span], int],
    months: int,
    *,
    down: bool,
) -> bool:
    """Whether every change of a line, and at least one, is that from the number so many months before."""
    agreed = 0
    for key, (who, span) in dated.items():
        earlier = by_time.get((who, moved(span, -months)))
        if earlier is None:
            continue
        places = ((earlier, lines[0]), (key, lines[0]), (key, lines[1]))
        cells = [work.sheet.rows[r][c] for r, c in (place if down else place[::-1] for place in places)]
        before, after, change = map(stated_number, cells)
        if not before or after is None or change is None:
            continue
        if not _is_change(change, before, after):
            return False
        agreed += 1
    return agreed > 0


def _part_of(account: Account) -> Span | None:
    """The part of a year that a row or column names; None of whole years and of totals."""
    span = settled_span(account)
    total = account.total or account.skip or (account.period is not None and account.period.kind == "total")
    return span if span is not None and None not in span and is_part_of_year(span) and not total else None


def _apart(one: dt.date, two: dt.date) -> int:
    """How many months lie between the beginnings of two times."""
    return (two.year - one.year) * 12 + two.month - one.month


def _same_time_in(span: Span, year: Span) -> Span | None:
    """The same time of an earlier year; None where the time lies in that year itself."""
    earlier = (moved(span, -12 * years) for years in range(1, _MOST_YEARS_BACK))
    return next((one for one in earlier if one == year or inside(one, year)), None)


def _of_one_length(spans: list[Span]) -> list[Span]:
    """Of spans of several lengths those of the greatest length that two have: quarters are not compared with months."""
    by_length: dict[int, list[Span]] = {}
    for span in spans:
        if span.start and span.end:
            by_length.setdefault(_months(span), []).append(span)
    alike = [length for length, found in by_length.items() if len(found) > 1]
    return by_length[max(alike)] if alike else spans


def _ends_of(work: "TableAccounts", change: Span) -> tuple[Span | None, Span | None]:
    """The table's periods that end in the months that a change names: "March 2019 to March 2020"."""
    found: list[Span | None] = [None, None]
    spans = sorted(closed([*work.columns.values(), *work.rows.values()]), key=_months)
    for span in spans:  # of several that end in a month the longest is taken
        for side, month in enumerate(change):
            if month and span.end and (span.end.year, span.end.month) == (month.year, month.month):
                found[side] = span
    if found[0] and found[1] and _months(found[0]) == _months(found[1]):
        return found[0], found[1]
    # "Change on 2017/18": what the latest of the table's other periods is compared with.
    later = [s for s in closed([*work.columns.values()]) if _follows(change, s)]
    return (change, max(later)) if later else (None, change)


def _months(span: Span) -> int:
    return round((span.end - span.start).days / 30) if span.start and span.end else 0


def _follows(one: Span, two: Span) -> bool:
    """Whether the second begins and ends after the first."""
    return bool(one.start and two.start and one.end and two.end and two.start > one.start and two.end > one.end)


def closed(accounts: list[Account]) -> set[Span]:
    """The periods of accounts that have a first and a last day; totals over periods apart."""
    spans = {a.period.span for a in accounts if a.period and a.period.span and a.period.kind != "total"}
    return {span for span in spans if span.start and span.end}


def year_before(span: Span | None) -> Span | None:
    """The year before a year, as "change on the previous year" under a title that names one year."""
    if span is None or span.start is None or span.end is None or not 360 < (span.end - span.start).days < 370:
        return None
    return Span(add_months(span.start, -12), span.start - dt.timedelta(days=1))


def of_own_years(work: "TableAccounts", both: Both, row: Account | None = None) -> Both:
    """The two times of a change, its bare years taken for those of the table's own times that are named by them.

    "Change 2021 to 2023" beside "12 months to 31 March 2021" and those after it; not where the `row` of the change
    has calendar years of its own.
    """
    first, last = _own_years(work, both, row)
    return (first, last) if first != last else both


def _own_years(work: "TableAccounts", named: Sequence[Span], row: Account | None) -> Sequence[Span]:
    if row is not None and row.period is not None and row.period.span in named:
        return named
    accounts = [a for a in (*work.columns.values(), *work.rows.values()) if a.unit is None]
    own = closed(accounts)
    if not own or any(span in own or not span.start or span != calendar_year(span.start.year) for span in named):
        return named
    years = [span.start.year for span in named if span.start]
    # By the years that the headers themselves name, else by those that the times end or begin in
    for years_of in (_years_named, _year_of_end, _year_of_start):
        by_year: dict[int, set[Span]] = {}
        for account in accounts:
            span = account.period.span if account.period and account.period.span in own else None
            if span is not None:
                for year in years_of(account, span):
                    by_year.setdefault(year, set()).add(span)
        if all(len(by_year.get(year, ())) == 1 for year in years):
            return [next(iter(by_year[year])) for year in years]
    return named


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _years_named(account: Account, span: Span) -> set[int]:
    return {int(year) for text in account.texts for year in _YEAR.findall(text)}


def _year_of_end(account: Account, span: Span) -> set[int]:
    return {span.end.year} if span.end else set()


def _year_of_start(account: Account, span: Span) -> set[int]:
    return {span.start.year} if span.start else set()


def give_changes(
    sheet: Sheet,
    table: Table,
    headers: Headers,
    rows: dict[int, int],
    accounts: list[Account],
    columns: list[Account],
) -> None:
    """Give a change that names nothing itself what the row or column says whose numbers it tells the change of.

    "Dyfed-Powys | Gwent | Wales | Change on year before": that of Wales.
    """
    if len(rows) > LONG_LIST_ROWS or not any(map(_is_bare_change, (*accounts, *columns))):
        return
    numbers = stated_numbers(sheet, table.data_rows, [column.index for column in headers.values])
    whole = _wholes([list(line) for line in zip(*numbers, strict=True)], columns)
    for index, other in whole.items():
        columns[index] = filled(columns[index], columns[other], _WHOSE)
    if len({account.place for account in columns if account.place and account.unit is None}) > 1:
        for index, account in enumerate(columns):
            if _is_bare_change(account):
                columns[index] = changed(account, doubts=(*account.doubts, UNKNOWN_WHOLE))
    down = [accounts[rows[row]] for row in table.data_rows]
    for index, other in _wholes(numbers, down).items():
        give_row(table.data_rows[index], filled(down[index], down[other], _WHOSE), rows, accounts)


UNKNOWN_WHOLE = "of which of the places beside it a change is told is not said"
_WHOSE = tuple(name for name in CARRIED if name != "period")
FEWEST_CHANGES = 2  # that agree with numbers further away than those beside them
_PERCENT, _FRACTION = 0.6, 0.006  # how far a rounded change may be off


def _is_bare_change(account: Account) -> bool:
    return account.unit == "change" and not (account.axes - {"period"} or account.skip)


def _wholes(lines: list[Line], accounts: list[Account]) -> dict[int, int]:
    """For each line of changes the line that they are changes of, where lines name several things."""
    counts = [account for account in accounts if account.unit is None and not account.skip]
    said = {account.who for account in counts} if any(account.axes - {"period"} for account in counts) else set()
    found: dict[int, int] = {}
    for index, account in enumerate(accounts):
        if len(said) < 2 or not _is_bare_change(account):
            continue
        for other in [*range(index - 1, -1, -1), *range(index + 1, len(accounts))]:
            if accounts[other].unit is None and not accounts[other].skip:
                agreed = _agree(lines[index], lines[other])
                if agreed >= FEWEST_CHANGES or (agreed and other == index - 1):
                    found[index] = other
                    break
    return found


def _agree(changes: Line, values: Line) -> int:
    """How many changes are those from one value to the next, or from the next one back; 0 where one is another."""
    return max(_steps(changes, values), _steps(changes[::-1], values[::-1]))


def _steps(changes: Line, values: Line) -> int:
    count = 0
    for change, before, after in zip(changes[1:], values, values[1:], strict=False):
        if change is None or not before or after is None:
            continue
        if not _is_change(change, before, after):
            return 0
        count += 1
    return count


def _is_change(change: float, before: float, after: float) -> bool:
    """Whether a number is the change from one value to another, as a fraction or a percentage that may be rounded."""
    grown = after / before - 1
    return abs(change - grown) <= _FRACTION or abs(change - 100 * grown) <= _PERCENT
