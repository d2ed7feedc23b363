"""A table's accounts: what each row and each column says, worked out once, with what the surroundings answer.

What belongs here: everything that several cells of a table share, totals and footnotes applied.
What does not: single cells (`cells`) and their columns (`columns`).
"""

import dataclasses
import functools
import re

from figuretrail.tables.context import Account, account_of
from figuretrail.tables.grid import Scalar, Sheet
from figuretrail.tables.headers import Headers
from figuretrail.tables.labels import Ages, Label, read_label
from figuretrail.tables.names import Place, owned_by
from figuretrail.tables.notes import Key, footnote_bounds
from figuretrail.tables.periods import Period, clip
from figuretrail.tables.regions import Table
from figuretrail.tables.rowlabels import RowLabels
from figuretrail.tables.shares import fractions_in, is_share_by_title
from figuretrail.tables.sums import adds_up
from figuretrail.tables.surroundings import FAMILY, Source, Surroundings
from figuretrail.tables.wording import TOTAL
from figuretrail.timespan import Span

LONG_LIST_ROWS = 200  # a table with an offence column and more rows is a general list of crimes


@dataclasses.dataclass(slots=True)
class Answers:
    """What the surroundings say of each role, each with how far away it stands; asked once a table."""

    offence: tuple[str | None, str | None]
    counted: tuple[str | None, Source | None]
    period: tuple[Span | None, str | None]
    place: tuple[Place | None, str | None]
    platforms: tuple[tuple[str, ...], str | None]
    ages: tuple[Ages | None, str | None]
    sex: tuple[str | None, str | None]
    base: tuple[str | None, str | None]
    unit: tuple[str | None, str | None]


@dataclasses.dataclass(slots=True)
class TableAccounts:
    """A table with all that its cells need."""

    sheet: Sheet
    table: Table
    headers: Headers
    around: Surroundings
    key: Key
    answers: Answers
    rows: dict[int, Account]
    columns: dict[int, Account]
    axes: frozenset[str]  # the roles that the table's own headers tell apart
    related: bool  # whether some row or column of a table of ordinary length is about an offence of ours
    fractions: set[tuple[int, str | None]]  # columns, with the unit that rows say, whose shares are fractions of one
    shares: set[int]  # the columns of plain numbers that only the title calls percentages
    offences: set[str]  # the offences that its rows and columns name
    title_texts: list[str]  # the two nearest titles, for the figures' context

    @property
    def about_the_subject(self) -> bool:
        """Whether its numbers of other offences belong to an answer of ours."""
        return self.related or about_the_subject(self.around)


def about_the_subject(around: Surroundings) -> bool:
    """Whether the titles speak of an offence of ours, or of a platform."""
    named = {source.label.offence for source in around.sources} | {around.default_offence}
    return bool(named & FAMILY) or any(source.label.platforms for source in around.sources)


def _drop_lone_day(columns: dict[int, Account]) -> None:
    """Take one day over the columns for the day of an update or an extract: no column counts that day."""
    told = [account for account in columns.values() if account.period is not None and account.period.span is not None]
    daily = [a for a in told if a.period and a.period.span and a.period.span.start == a.period.span.end]
    if len({account.period for account in daily}) == 1:
        for account in daily:
            account.period = None


def accounts_of(sheet: Sheet, table: Table, headers: Headers, around: Surroundings, key: Key) -> TableAccounts:
    """Work out what every row and column of a table says."""
    axes = headers.axes
    columns = {c.index: account_of([(label, axes.get(label.text)) for label in c.headers]) for c in headers.values}
    _drop_lone_day(columns)
    listed = len(headers.rows) > LONG_LIST_ROWS and any(c.axis == "offence" for c in headers.labels)
    rows, distinct = _row_accounts(table, headers, unrelated=listed and not about_the_subject(around))
    _carry_groups(sheet, headers, rows, distinct)
    _follow(rows, asked=any(label.dimension == "question" for c in headers.labels for label in c.headers))
    _complete_shares([rows[row] for row in sorted(rows)])
    _complete_shares(list(columns.values()))
    _solve_puzzles(sheet, table, rows, columns, named=around.offence()[1] in _NEAR)
    for account in (*columns.values(), *distinct):
        _apply_footnotes(account, key)
    for line in (list(columns.values()), distinct):
        _sum_periods(line)
        _name_members(line)
    everything = [*distinct, *columns.values()]
    named = {account.offence for account in everything if account.offence}
    related = not listed and any(account.offence in FAMILY for account in everything)
    answers = _ask(around)
    titles = [source.text for source in around.sources[:2]]
    work = TableAccounts(
        sheet,
        table,
        headers,
        around,
        key,
        answers,
        rows,
        columns,
        _axes(everything),
        related,
        set(),
        set(),
        named,
        titles,
    )
    work.shares = {c.index for c in headers.values if is_share_by_title(work, c)}
    work.fractions = {found for c in headers.values for found in fractions_in(work, c)}
    return work


def _row_accounts(table: Table, headers: Headers, *, unrelated: bool) -> tuple[dict[int, Account], list[Account]]:
    """Each data row's account, and the accounts that differ; rows with the same labels share one.

    `unrelated` says that a long list of crimes is no answer of ours: only its rows about our offences are read.
    """
    same: dict[tuple[tuple[Label, str | None], ...], Account] = {}
    other = Account(skip="another offence")
    rows: dict[int, Account] = {}
    alone: list[Account] = []
    for row, labels in headers.rows.items():
        if unrelated and not any(label.offence in FAMILY for label, _ in labels):
            rows[row] = other
            continue
        section = table.sections.get(row)
        if section is not None:
            label = read_label(section.text)
            if label.roles:
                labels = (*labels, (label, None))
        if labels and _is_bare_share(labels[0][0].text):
            rows[row] = account_of(labels)  # an account of its own: it is completed from the row above
            alone.append(rows[row])
            continue
        if not labels and table.titles and not headers.labels and not table.header_rows:
            labels = _asked_above(table, row)
        if labels not in same:
            same[labels] = account_of(labels)
            if not labels and headers.labels and row == table.data_rows[-1] and len(table.data_rows) > 2:
                same[labels].total = True
                same[labels].doubts.append("a last row without a label, taken for a total")
        rows[row] = same[labels]
    return rows, [*same.values(), *alone]


def _asked_above(table: Table, row: int) -> RowLabels:
    """The line directly above a lone answer, where it says what is counted: "How many offences ...?" over 60."""
    line = table.titles[0]
    label = read_label(line.text[:400])
    asks = label.counted or (label.roles and line.text.rstrip().endswith("?"))
    return ((label, None),) if asks and label.counted != "other" and not label.example and line.row == row - 1 else ()


_CARRIED = ("platforms", "kind", "place", "period", "ages", "sex", "offence")


def _carry_groups(sheet: Sheet, headers: Headers, rows: dict[int, Account], distinct: list[Account]) -> None:
    """In one column of labels, give the entries of each group what the group's own row says.

    "Kent | 140", "Snapchat | 31", "Surrey | 60", "Snapchat | 12": rows of one sort repeat below rows of another.
    """
    if len(headers.labels) != 1:
        return
    kinds = {row: _kind(account) for row, account in rows.items()}
    order = [row for row in sorted(rows) if kinds[row]]
    if len(order) < 4 or len({kinds[row] for row in order}) != 2:
        return
    group = kinds[order[0]]
    entries = [row for row in order if kinds[row] != group]
    texts = [rows[row].texts[0] for row in entries if rows[row].texts]
    groups = [row for row in order if kinds[row] == group]
    if len(groups) < 2 or len(set(texts)) == len(texts) or rows[groups[0]].texts == rows[groups[1]].texts:
        return
    above: Account | None = None
    closed = False  # whether the group's own row states its numbers; a total below is then that of all groups
    for row in sorted(rows):
        if kinds[row] == group:
            above = rows[row]
            closed = any(sheet.rows[row][column.index] != "" for column in headers.values)
        elif above is not None and (kinds[row] or (rows[row].total and not closed)):
            copy = dataclasses.replace(rows[row], doubts=list(rows[row].doubts), texts=[*rows[row].texts, *above.texts])
            for name in _CARRIED:
                setattr(copy, name, getattr(copy, name) or getattr(above, name))
            rows[row] = copy
            distinct.append(copy)


def _kind(account: Account) -> str:
    """The one role that a row's label is an entry of, "" where it is none or several."""
    roles = [
        name
        for name, present in (
            ("platform", account.platforms or account.kind),
            ("place", account.place),
            ("period", account.period),
            ("age", account.ages),
            ("sex", account.sex),
            ("offence", account.offence),
        )
        if present
    ]
    return roles[0] if len(roles) == 1 else ""


_FOLLOWS = re.compile(r"\b(?:of|for|in|among) (?:these|those|them|which)\b|\?\s*$|\bof the above\b|^how many\b", re.I)
_NUMBERED = re.compile(r"\s*\(?(?:q(?:uestion)?\.?\s?)?(?:\d{1,2}[a-h]?|[a-h])[).:]\s*\S", re.I)


_SHARE_ALONE = re.compile(r"(?:as )?(?:a )?(?:%|per ?cent(?:age)?|share|proportion)(?: of (?:the )?total)?")


@functools.lru_cache(maxsize=20_000)
def _is_bare_share(text: str) -> bool:
    """Whether a label says nothing but that its numbers are shares."""
    return _SHARE_ALONE.fullmatch(text.strip().lower()) is not None


@functools.lru_cache(maxsize=20_000)
def _leans_on_another(text: str) -> bool:
    """Whether a label asks of what another row counts: "Of these, how many ..."."""
    return _FOLLOWS.search(text) is not None


def _follow(rows: dict[int, Account], *, asked: bool) -> None:
    """Give "Of these, how many involved Snapchat?", or a further numbered question, what the one before settled."""
    last: Account | None = None
    numbered = asked or all(account.texts and _NUMBERED.match(account.texts[0]) for account in rows.values())
    for row in sorted(rows):
        account = rows[row]
        asks = numbered or any(map(_leans_on_another, account.texts))
        if last is not None and account is not last and asks:
            account.offence = account.offence or last.offence
            if account.period is None and account.part is None:
                account.period, account.part = last.period, last.part
        if account.offence is not None or (numbered and account.period is not None):
            last = account


def _complete_shares(line: list[Account]) -> None:
    """A row or column "%" is the share of the row above or the column to the left of it."""
    before: Account | None = None
    changed = False
    for account in line:
        if before is not None and account.texts and _is_bare_share(account.texts[0]):
            if changed:
                account.unit = "change"  # "Change | +12" and below it "% | 8.5"
                continue
            for name in (*_CARRIED, "part"):
                setattr(account, name, getattr(account, name) or getattr(before, name))
        elif account.unit is None and not account.puzzle and not account.skip:
            before = account
        changed = account.unit == "change"


_NEAR = ("section", "title", "sheet")


def _solve_puzzles(
    sheet: Sheet, table: Table, rows: dict[int, Account], columns: dict[int, Account], *, named: bool
) -> None:
    """Find out from its numbers what a row or column with an unknown label is: a total, or all that the table has.

    All that it has can only be counts of the offence where titles name one (`named`); else "Downloads" are downloads.
    """
    if len(rows) <= LONG_LIST_ROWS and any(map(_is_riddle, (*rows.values(), *columns.values()))):
        numbers = [[sheet.rows[row][index] for index in columns] for row in table.data_rows]
        down, across = [rows[row] for row in table.data_rows], list(columns.values())
        _solve(numbers, down, across if named else [])
        _solve([list(line) for line in zip(*numbers, strict=True)], across, down if named else [])


def _solve(lines: list[list[Scalar]], accounts: list[Account], crossing: list[Account]) -> None:
    alone = len(accounts) == 1 and bool(_axes([account for account in crossing if not account.puzzle]))
    for index, account in enumerate(accounts):
        if not _is_riddle(account) or account.skip:
            continue
        if adds_up(lines, index, everything=account.puzzle is None):
            account.total, account.puzzle, account.place = True, None, None
        elif alone and account.puzzle:
            account.doubts.append(account.puzzle)
            account.puzzle = None


def _is_riddle(account: Account) -> bool:
    """Whether a label is not understood, or is taken for the name of a place that nobody knows: "Force wide"."""
    return account.puzzle is not None or (account.place is not None and account.place.name is None)


def _ask(around: Surroundings) -> Answers:
    return Answers(
        around.offence(),
        around.counted(),
        around.period(),
        around.place(),
        around.platforms(),
        around.ages(),
        around.sex(),
        around.base(),
        around.unit(),
    )


def _apply_footnotes(account: Account, key: Key) -> None:
    if account.period is None or account.period.span is None or None in account.period.span or not key.footnotes:
        return
    for text in account.texts:
        bounds = footnote_bounds(text, key, account.period.span)
        if bounds is not None:
            account.period = account.period._replace(span=clip(account.period.span, bounds))


def _sum_periods(accounts: list[Account]) -> None:
    """A total among periods covers them all: "All years", "Total (3 years)"."""
    spans = [
        a.period.span
        for a in accounts
        if a.period and a.period.span and not a.total and a.unit != "change" and a.counted != "other"
    ]
    closed = [span for span in spans if span.start and span.end]
    if len(closed) < 2:
        return
    whole = Span(min(s.start for s in closed if s.start), max(s.end for s in closed if s.end))
    for account in accounts:
        if account.total and account.part is None and (account.period is None or _is_open(account.period)):
            first = next(a.period for a in accounts if a.period and a.period.span)
            assert first is not None
            account.period = first._replace(span=whole, kind="total")


def _is_open(period: Period) -> bool:
    """Whether a period has no end or no beginning: "Total since April 2017"."""
    return period.span is not None and None in period.span


def _name_members(accounts: list[Account]) -> None:
    """An owner's total covers the products that are listed beside it: "Meta subtotal" after Facebook and Instagram."""
    for account in accounts:
        if len(account.platforms) == 1 and (account.total or any(TOTAL.search(text.lower()) for text in account.texts)):
            listed = {name for other in accounts for name in other.platforms}
            account.platforms = tuple(sorted(listed & owned_by(account.platforms[0]))) or account.platforms


def _axes(accounts: list[Account]) -> frozenset[str]:
    """Which of the roles the table's own headers tell apart."""
    return frozenset(
        name
        for name, present in (
            ("platform", any(a.platforms or a.kind for a in accounts)),
            ("period", any(a.period or a.part for a in accounts)),
            ("place", any(a.place for a in accounts)),
            ("age", any(a.ages for a in accounts)),
            ("sex", any(a.sex for a in accounts)),
            ("offence", any(a.offence for a in accounts)),
        )
        if present
    )
