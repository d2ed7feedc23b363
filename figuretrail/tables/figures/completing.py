"""Accounts completed by those beside them: what a row or column takes from the rows and columns of its table.

What belongs here: records and groups that go on row by row, parts and shares of an earlier row, totals and footnotes,
labels that only the numbers explain. What does not: what labels say by themselves (`context`) and the order in which
all this is asked (`accounts`).
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from figuretrail.tables.figures.context import SPECIAL, Account, account_of, changed, give_row, settled_span
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.figures.rowlabels import named_entry
from figuretrail.tables.figures.togethertimes import told_together
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.labels import KNOWN, bare, read_label
from figuretrail.tables.language.names import owned_by
from figuretrail.tables.language.periods import Period, clip
from figuretrail.tables.language.spans import spanning
from figuretrail.tables.language.wording import TOTAL
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.notes import Key, footnote_bounds
from figuretrail.tables.layout.parts import AXES
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.sums import adds_up, outgrows, states_a_number
from figuretrail.timespan import Span, moved
from figuretrail.vocabulary.numberwords import BELOW_HUNDRED, whole_number

LONG_LIST_ROWS = 200  # a table with an offence column and more rows is a general list of crimes


def drop_lone_day(columns: list[Account]) -> None:
    """Take one day over the columns for the day of an update or an extract: no column counts that day."""
    daily = [
        (index, account)
        for index, account in enumerate(columns)
        if account.period is not None and (span := account.period.span) is not None and span.start == span.end
    ]
    if len({account.period for _, account in daily}) == 1:
        for index, account in daily:
            columns[index] = changed(account, period=None)


_A_RELEASE = Words(
    r"\b20\d\d (?:{0})s?\b|\b(?:{0})s? (?:of|in|from|to) 20\d\d\b".format(
        "response|reply|answer|release|request|publication|version|run|extract|disclosure|submission|bulletin"
    ),
    re.I,
)


def drop_releases(columns: list[Account], rows: list[Account]) -> None:
    """Take the year of a reply over the columns ("2022 response") for no time counted, where the rows name times."""
    if not any(_A_RELEASE.search(account.text) for account in columns if account.period):
        return
    if len({account.period.span for account in rows if account.period}) < 2:
        return
    for index, account in enumerate(columns):
        if account.period and _A_RELEASE.search(account.text):
            columns[index] = changed(account, period=None)


def name_periods(accounts: list[Account], key: Key) -> None:
    """Give "Year 1" the time that a line of the sheet says it is."""
    for number, account in enumerate(accounts) if key.periods else ():
        names = [name.lower() for text in account.texts for name in (text.strip(), bare(text))]  # also of "Year 1*"
        period = next(filter(None, map(key.periods.get, names)), None)
        if period is not None and account.period is None:
            accounts[number] = changed(account, period=period, puzzle=None)


def read_records(sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account]) -> None:
    """In records that repeat row by row ("Year | 2018", "Offences | 60") give numbers what the record's rows name."""
    if len(headers.values) != 1 or len(headers.labels) != 1:
        return
    column = headers.values[0]
    heads = [label for label in headers.labels[0].headers if label.dimension in AXES]
    current = {
        head.dimension: account_of(((label, head.dimension),))
        for head in heads
        for label in column.headers
        if head.dimension in label.roles
    }
    entries = {
        row: entry
        for row, labels in headers.rows.items()
        if (entry := named_entry(labels[:1], sheet.rows[row], column))
    }
    times = Counter([*current, *(dimension for dimension, _ in entries.values())])
    counting = any(label.counting or label.counted for label in column.headers)
    nothing_else = len(entries) == len(rows) and not counting  # "Year | 2018" alone, as over a pivot table
    for row in sorted(rows) if entries else ():
        account = accounts[rows[row]]
        dimension, label = entries.get(row, (None, None))
        if dimension and label and (times[dimension] > 1 or nothing_else):
            current[dimension] = account_of(((label, dimension),))
            account = changed(account, skip=f"it names what stands below it: {account.text!r}", total=False)
        else:
            for above in current.values():
                account = filled(account, above, CARRIED, texts=(*account.texts, *above.texts))
        give_row(row, account, rows, accounts)


CARRIED = ("platforms", "kind", "place", "period", "ages", "sex", "offence")


def carry_groups(sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account]) -> None:
    """In one column of labels, give the entries of each group what the group's own row says.

    "Kent | 140", "Snapchat | 31", "Surrey | 60", "Snapchat | 12": rows of one sort repeat below rows of another.
    """
    if len(headers.labels) != 1:
        return
    if len({account.role for account in accounts if account.role}) != 2:
        return
    told = [account for row in sorted(rows) if (account := accounts[rows[row]]).role]
    if len(told) < 4:
        return
    group = told[0].role
    texts = [account.texts[0] for account in told if account.role != group]
    groups = [account for account in told if account.role == group]
    if len(groups) < 2 or len(set(texts)) == len(texts) or groups[0].texts == groups[1].texts:
        return
    above: Account | None = None
    closed = False  # whether the group's own row states its numbers; a total below is then that of all groups
    for row in sorted(rows):
        account = accounts[rows[row]]
        if account.role == group:
            above = account
            closed = any(sheet.rows[row][column.index] != "" for column in headers.values)
        elif above is not None and (account.role or (account.total and not closed)):
            give_row(
                row, filled(account, above, (*CARRIED, "doubts"), texts=(*account.texts, *above.texts)), rows, accounts
            )


def filled(account: Account, other: Account, names: tuple[str, ...], **columns: Any) -> Account:
    """An account that takes over of some columns what another says where it is silent itself."""
    return changed(account, **{name: getattr(account, name) or getattr(other, name) for name in names}, **columns)


def follow(rows: dict[int, int], accounts: list[Account], *, asked: bool, titled: str | None = None) -> None:
    """Give "Of these, how many involved Snapchat?", or a further numbered question, what the one before settled.

    "Victims in these crimes" under a title that names an offence (`titled`) are more likely of that one.
    """
    numbered = asked or all(account.numbered for account in accounts)
    leaning = {account for account in accounts if account.leans and not _sums_up(account)}
    if not numbered and not leaning:
        return
    times = Counter(rows.values())  # "In how many was Snapchat named?" may be asked once below each of two questions
    last: Account | None = None
    named: list[Account] = []
    for row in sorted(rows):
        number, account = rows[row], accounts[rows[row]]
        own = account
        if last is not None and account is not last and (numbered or account in leaning):
            account = _followed(account, last, named if numbered else [], titled=titled, numbered=numbered)
        if account is not own and times[number] > 1:
            give_row(row, account, rows, accounts)
        else:
            accounts[number] = account
        named.append(account)
        if account.offence is not None or (numbered and account.period is not None):
            last = account


def _sums_up(account: Account) -> bool:
    """Whether "of the above" is said of all that is listed, rather than of the row before: "All of the above"."""
    return account.total and bool(account.texts) and _ALL_ABOVE.search(account.texts[0]) is not None


_ALL_ABOVE = Words(r"\b(?:all|both|totals?|sum)(?: of)?(?: all)?(?: the)? above\b", re.I)


def _followed(account: Account, last: Account, named: list[Account], *, titled: str | None, numbered: bool) -> Account:
    """A question with what the `last` one before it settled, or with the time of all that were `named` before."""
    if (together := told_together(account, named)) is not None:
        period = next(one.period for one in named if one.period is not None)
        account = changed(account, period=period._replace(span=together, months=None, kind="total"))
    account = _stepped(account, last)
    timed = ("period", "part") if account.period is None and account.part is None else ()
    apart = titled not in (None, last.offence) and not account.offence and _speaks_back(account)
    if apart and not numbered:
        doubts = (*account.doubts, "it may speak of the offence of the row before it")
        return changed(account, doubts=doubts)
    return filled(account, last, ("offence", *timed))


_WITHIN = Words(r"^(?!\W*(?:of|how many|in how many)\b).+\b(?:in|for|among|of) (?:these|those)\b[^?]*$", re.I)


def _speaks_back(account: Account) -> bool:
    """Whether a label ends with "in these crimes", rather than to begin with it or to ask."""
    return bool(account.texts) and _WITHIN.search(account.texts[0]) is not None


_STEP = Words(
    r"\b(?:the |in )*(?:(?P<later>(?:following|next|subsequent) (?:financial |calendar )?year|year (?:after|following))"
    r"|(?:previous|preceding) (?:financial |calendar )?year|year before)\b(?: (?:that|this|it))?",
    re.I,
)


def _stepped(account: Account, before: Account) -> Account:
    """A question about "the following year" is about the year after that of the question before it."""
    text = account.texts[0] if account.texts else ""
    found = _STEP.search(text)
    span = before.period.span if before.period else None
    if found is None or account.period is not None or before.period is None or span is None or None in span:
        return account
    months = 12 if found["later"] else -12
    puzzle = None if read_label(_STEP.sub(" ", text)).understood else account.puzzle
    return changed(account, period=before.period._replace(span=moved(span, months)), puzzle=puzzle)


def complete_subsets(rows: dict[int, int], accounts: list[Account]) -> None:
    """Give "of whom girls" the place, platform and time of the row that it is a part of."""
    if not any(account.subset for account in accounts):
        return
    whole: Account | None = None
    for row in sorted(rows):
        account = accounts[rows[row]]
        if not account.subset:
            whole = account
        elif whole is not None:
            same = ("counted",) if whole.counted in ("victims", "offences") else ()  # a part counts what the whole does
            give_row(row, filled(account, whole, (*CARRIED, "part", "skip", "puzzle", *same)), rows, accounts)


def complete_columns(columns: list[Account]) -> None:
    """Give a column that is a part or a share of an earlier one its time.

    "Known 2022/23 | of which Snapchat | Snapchat as % of known".
    """
    whole: Account | None = None
    for number, account in enumerate(columns):
        timeless = account.period is None and account.part is None
        if timeless and account.subset and whole is not None:
            columns[number] = filled(account, whole, ("period", "part"))
        elif timeless and account.unit == "share" and account.base not in (None, "all"):
            earlier = [a for a in columns[:number] if a.base is not None and KNOWN in (a.base, account.base)]
            earlier += [a for a in columns[:number] if a.base == account.base]
            if earlier and (earlier[-1].period or earlier[-1].part):
                columns[number] = filled(account, earlier[-1], ("period", "part"))
        elif account.unit is None and not account.skip:
            whole = account


def complete_shares(accounts: list[Account], order: Sequence[int]) -> None:
    """A row or column "%" is the share of the row above or the column to the left of it."""
    if not any(account.bare_share for account in accounts):
        return
    before: Account | None = None
    by_change = False
    for number in order:
        account = accounts[number]
        if before is not None and account.bare_share and account.unit != "change":
            if by_change and not (account.axes or account.counted):
                accounts[number] = changed(account, unit="change")  # "Change | +12", below it "% | 8.5"
                continue
            accounts[number] = filled(account, before, (*CARRIED, "part"))
        elif account.unit is None and not account.puzzle and not account.skip:
            before = account
        by_change = account.unit == "change"


def solve_puzzles(
    sheet: Sheet,
    table: Table,
    headers: Headers,
    rows: dict[int, int],
    accounts: list[Account],
    columns: list[Account],
    *,
    named: bool,
) -> None:
    """Find out from its numbers what a row or column with an unknown label is: a total, or all that the table has.

    All that it has can only be counts of the offence where titles name one (`named`); else "Downloads" are downloads.
    """
    if len(rows) > LONG_LIST_ROWS or not any(map(_is_riddle, (*accounts, *columns))):
        return
    numbers = [[sheet.rows[row][column.index] for column in headers.values] for row in table.data_rows]
    order = [rows[row] for row in table.data_rows]
    down = [accounts[number] for number in order]
    _solve(_summed(numbers, columns), accounts, order, columns if named else [])
    across = [list(line) for line in zip(*numbers, strict=True)]
    _solve(_summed(across, down), columns, range(len(columns)), down if named else [])


def _summed(lines: list[list[Scalar]], crossing: list[Account]) -> list[list[Scalar]]:
    """Lines of numbers without those that no total adds up: changes and rates."""
    kept = [account.unit in (None, "share") for account in crossing]
    return lines if all(kept) else [list(itertools.compress(line, kept)) for line in lines]


def _solve(
    lines: list[list[Scalar]], accounts: list[Account], order: Sequence[int], crossing: Sequence[Account]
) -> None:
    alone = len(order) == 1 and bool(axes_of([account for account in crossing if not account.puzzle]))
    for index, number in enumerate(order):
        account = accounts[number]
        if not _is_riddle(account) or account.skip:
            continue
        if adds_up(lines, index, everything=account.puzzle is None):
            accounts[number] = changed(account, total=True, puzzle=None, place=None)
        elif alone and account.puzzle:
            accounts[number] = changed(account, doubts=(*account.doubts, account.puzzle), puzzle=None)


def count_as_total(accounts: list[Account]) -> None:
    """Girls and boys beside "Total victims" are victims: what a total counts its parts count too."""
    if not any(account.persons for account in accounts):
        return
    named = {a.counted for a in accounts if a.total and not (a.ages or a.sex or a.skip or a.unit)}
    named &= {"victims", "offences"}
    counted = named.pop() if len(named) == 1 else None
    for number, account in enumerate(accounts) if counted else ():
        if account.persons:
            accounts[number] = changed(account, counted=counted)


def count_answers(sheet: Sheet, table: Table, headers: Headers, rows: dict[int, int], accounts: list[Account]) -> None:
    """A row that gives for every column in how many places above it a number stands says how many answered."""
    if not FEWEST_PLACES < len(rows) <= LONG_LIST_ROWS or len(headers.values) < 2:
        return
    placed = [row for row in table.data_rows if (place := accounts[rows[row]].place) is not None and place.name]
    if len(placed) < FEWEST_PLACES:
        return
    for row in table.data_rows:
        account = accounts[rows[row]]
        if row < placed[-1] or account.axes - {"place"} or account.skip or account.unit or account.total:
            continue
        given = [sheet.rows[row][column.index] for column in headers.values]
        if not all(type(number) in (int, float) and number <= len(placed) for number in given):  # type: ignore[operator]
            continue
        stated = [sum(states_a_number(sheet.rows[above][c.index]) for above in placed) for c in headers.values]
        if given == stated:
            accounts[rows[row]] = changed(account, counted="forces", place=None, puzzle=None, doubts=())


FEWEST_PLACES = 3  # in a list; of fewer their number may be a count like any other


def leave_out_populations(
    sheet: Sheet, table: Table, headers: Headers, rows: dict[int, int], accounts: list[Account], columns: list[Account]
) -> None:
    """ "Children under 18" beside offences that are a thousandth of them: how many there are, not how many victims."""
    if not any(account.persons for account in (*accounts, *columns)) or len(rows) > LONG_LIST_ROWS:
        return
    numbers = [[sheet.rows[row][column.index] for column in headers.values] for row in table.data_rows]
    _leave_out_greater([list(line) for line in zip(*numbers, strict=True)], columns, range(len(columns)))
    _leave_out_greater(numbers, accounts, [rows[row] for row in table.data_rows])


def _leave_out_greater(lines: list[list[Scalar]], accounts: list[Account], order: Sequence[int]) -> None:
    wholes = [index for index, number in enumerate(order) if _is_whole(accounts[number])]
    for index, number in enumerate(order):
        account = accounts[number]
        if wholes and account.persons and outgrows(lines, index, wholes):
            accounts[number] = changed(account, skip=f"populations: far more than the offences: {account.text!r}")


def _is_whole(account: Account) -> bool:
    part = account.ages or account.sex or account.platforms or account.kind
    return not (part or account.unit or account.skip or account.puzzle or account.counted in ("other", *SPECIAL))


def _is_riddle(account: Account) -> bool:
    """Whether a label is not understood, or is taken for the name of a place that nobody knows: "Force wide"."""
    if account.puzzle is not None:
        return True
    nameless = account.place is not None and account.place.name is None
    return nameless and not any(TOTAL.search(text.lower()) for text in account.texts[:1])  # "Berkshire total"


def apply_footnotes(accounts: list[Account], key: Key) -> None:
    """Cut the periods of labels whose footnotes limit them."""
    if not key.footnotes:
        return
    for number, account in enumerate(accounts):
        period = account.period
        if period is None or period.span is None or None in period.span:
            continue
        for text in account.texts:
            bounds = footnote_bounds(text, key, period.span)
            if bounds is not None:
                period = period._replace(span=clip(period.span, bounds))
        if period is not account.period:
            accounts[number] = changed(account, period=period)


def sum_periods(accounts: list[Account], *, in_order: bool = False) -> None:
    """A total among periods covers them all: "All years", but "Total of the 3 years" those of the years before it.

    So does a total in the midst of columns (`in_order`): "2021/22 | 2022/23 | Total | April to June 2023".
    """
    totals = [number for number, account in enumerate(accounts) if account.total and account.part is None]
    if not totals:
        return
    # Of months beside their year those months: "2023/24 | Apr", "2023/24 | May".
    told = [(n, span) for n, account in enumerate(accounts) if (span := span_told(account)) is not None]
    if len(told) < 2:
        return
    first = next(a.period for a in accounts if a.period and a.period.span)
    assert first is not None
    for number in totals:
        period = accounts[number].period
        if period is None or _is_open(period):
            before, after = ([span for n, span in told if (n < number) is side] for side in (True, False))
            summed = _years_of(accounts[number], before)
            if not summed and in_order and len(totals) == 1 and len(set(before)) > 1 and _all_later(before, after):
                summed = before
            whole = spanning(summed or [span for _, span in told])
            accounts[number] = changed(accounts[number], period=first._replace(span=whole, kind="total"))


def span_told(account: Account) -> Span | None:
    """The closed time of a row or column that a total may sum up."""
    if account.period is None or account.total or account.unit == "change" or account.counted == "other":
        return None
    span = settled_span(account)
    return span if span and span.start and span.end else None


_YEARS_SUMMED = Words(
    rf"\b(?P<n>\d{{1,2}}|{BELOW_HUNDRED})[ -]"
    r"(?:financial |calendar |full |whole |complete )*years?\b",
    re.I,
)


def _all_later(before: list[Span], after: list[Span]) -> bool:
    """Whether some times stand after a total, and each of them begins after those before it."""
    end = spanning(before).end
    return bool(after) and all(span.start and end and span.start > end for span in after)


def _years_of(account: Account, before: list[Span]) -> list[Span]:
    """Of the times before a total the last of one year each, as many as it says; none where it says no number."""
    said = next(filter(None, map(_YEARS_SUMMED.search, account.texts)), None)
    number = (int(said["n"]) if said["n"].isdecimal() else whole_number(said["n"])) if said else None
    years = [
        span for span in dict.fromkeys(before) if span.start and span.end and 360 < (span.end - span.start).days < 370
    ]
    return years[-number:] if number and len(years) >= number > 1 else []


def _is_open(period: Period) -> bool:
    """Whether a period has no end or no beginning: "Total since April 2017"."""
    return period.span is not None and None in period.span


def name_members(accounts: list[Account]) -> None:
    """An owner's total covers the products that are listed beside it: "Meta subtotal" after Facebook and Instagram."""
    for number, account in enumerate(accounts):
        members = owned_by(account.platforms[0]) if len(account.platforms) == 1 else None
        if members and (account.total or any(TOTAL.search(text.lower()) for text in account.texts)):
            listed = {name for other in accounts for name in other.platforms} & members
            accounts[number] = changed(account, platforms=tuple(sorted(listed)) or account.platforms)


_OFFLINE = Words(r"\b(?:not|non)[- ]?(?:on-?line|cyber|internet)\b|\boff-?line\b", re.I)


def leave_out_parts(accounts: list[Account]) -> None:
    """ "Online" beside "Not online" is no means of communication but a part that the columns can't say."""
    means = [account for account in accounts if account.platforms or account.kind]
    lone = len(means) == 1 and means[0].kind == "Internet"  # no list of means
    offline = any(account.kind for account in means) and any(_OFFLINE.search(account.text) for account in accounts)
    if lone or offline:
        for number, account in enumerate(accounts):
            beside = offline and not account.platforms and not account.total and _OFFLINE.search(account.text)
            if beside or (account.kind == "Internet" and not account.platforms):
                accounts[number] = changed(account, skip=f"a part that the columns cannot say: {account.text!r}")


def axes_of(accounts: Iterable[Account]) -> frozenset[str]:
    """Which of the roles the table's own headers tell apart."""
    return frozenset().union(*[account.axes for account in accounts])
