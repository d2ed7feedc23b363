"""Times of which a single row or column holds but a part, by its name's own footnote or by what it was not asked.

"Gwent (1)" with "(1) The year to March 2020 is October to March only"; a total of an earlier answer, in which the newer
years are "not part of that answer". What belongs here: such cuts of one line. What does not: years that are cut for all
of a table (`cutting`) and footnotes of a time's own label (`notes`).
"""

import re
from collections.abc import Iterator, Sequence

from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import Account, changed, give_row, settled_span
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.figures.rownotes import Spoken, own_notes
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.periods import read_period, within
from figuretrail.tables.language.spans import inside, spanning
from figuretrail.tables.language.values import read_text
from figuretrail.tables.language.wording import AS_AT, STARTS_WITH_TIME, VERSION
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.notes import NOT_AVAILABLE, Key
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.sums import stated_number
from figuretrail.timespan import Span

_CLAUSES = re.compile(r"[:;]\s|\.\s+(?=[A-Z])")
_HOLDS = re.compile(r"(?:=|\b(?:is|are|was|were|covers?|covered|holds?|runs?|includes?|contains?|shows?|only)\b)", re.I)
_FILLING = re.compile(
    r"(?:\W|\b(?:only|just|for|from|the|an?|months?|data|numbers?|offences|crimes|recorded|of|between|since|up|to|until"
    r"|period|in)\b)*",
    re.I,
)
_ONLY = re.compile(r"\bonly\b|\bjust\b", re.I)


def notes_of_names(accounts: Sequence[Account], key: Key, spoken: Spoken) -> set[str]:
    """The notes of labels that name no time, which speak of their own row or column alone."""
    named = [account for account in accounts if (key.footnotes or spoken) and account.period is None]
    return {note for account in named for note in own_notes(account, key, spoken)}


def cut_by_own_notes(accounts: list[Account], crossing: Sequence[Account], key: Key, spoken: Spoken) -> None:
    """Cut the times across a row or column that its name's own notes say to hold less there."""
    noted = key.footnotes or spoken
    times = {span for account in crossing if (span := _closed(account)) is not None} if noted else set()
    for number, account in enumerate(accounts) if times else ():
        if account.period is None and (notes := notes_of_names([account], key, spoken)):
            accounts[number] = changed(
                account, cuts=tuple(cut for note in sorted(notes) for cut in cuts_told(note, times))
            )


def _closed(account: Account) -> Span | None:
    span = settled_span(account)
    return span if span is not None and span.start and span.end and not account.skip else None


def cuts_told(note: str, times: set[Span]) -> Iterator[tuple[Span, Span]]:
    """The times of which a note says that they hold only a part, each with that part."""
    for clause in _CLAUSES.split(note):
        for verb in _HOLDS.finditer(clause):
            told = read_period(clause[: verb.start()])
            whole = told.span if told is not None else None
            if whole in times and whole is not None and (part := _part(clause[verb.start() :], whole)) is not None:
                yield whole, part
                break


def _part(said: str, whole: Span) -> Span | None:
    """The part of a time that a text begins with: "is for October 2019 to March 2020 only"."""
    rest = said[_HOLDS.match(said).end() :]  # type: ignore[union-attr]
    rest = rest[_FILLING.match(rest).end() :]  # type: ignore[union-attr]
    period = read_period(said) if STARTS_WITH_TIME.match(rest) else None
    if period is None or (period.kind in ("month", "day") and not _ONLY.search(said)):
        return None
    part = period.span
    if part is None and period.months is not None:
        part = within(whole, *period.months)
    if part is not None and part.start and part.end is None:
        part = Span(part.start, whole.end)
    return part if inside(part, whole) else None


def end_with_what_was_given(
    sheet: Sheet,
    table: Table,
    headers: Headers,
    rows: dict[int, int],
    accounts: list[Account],
    columns: list[Account],
    key: Key,
) -> None:
    """Let the total of an earlier answer cover but the times given there, where the others are not available."""
    if len(rows) > LONG_LIST_ROWS or not any(map(_is_total, (*accounts, *columns))):
        return
    cells = [[sheet.rows[row][column.index] for column in headers.values] for row in table.data_rows]
    down = [accounts[rows[row]] for row in table.data_rows]
    for index, line in enumerate(zip(*cells, strict=True)):
        if (given := _given(line, columns[index], down, key)) is not None:
            columns[index] = changed(columns[index], given=given)
    for row, across in zip(table.data_rows, cells, strict=True):
        if (given := _given(across, accounts[rows[row]], columns, key)) is not None:
            give_row(row, changed(accounts[rows[row]], given=given), rows, accounts)


def _is_total(account: Account) -> bool:
    return account.period is not None and account.period.kind == "total" and not account.skip


# "Total of the years given"; "Total (3 years)" is of these also where a force gave but two
_OF_GIVEN = Words(r"\b(?:given|available|provided|supplied|answered|disclosed|held)\b", re.I)


def _given(line: Sequence[Scalar], account: Account, crossing: Sequence[Account], key: Key) -> Span | None:
    """The time from the first to the last number of a line, where its one total adds up no more than these.

    Only an earlier answer, or a total that says so, leaves out times.
    """
    summed = [text for other in crossing if _is_total(other) for text in other.texts]
    earlier = any(AS_AT.search(text.lower()) or VERSION.fullmatch(text.lower()) for text in account.texts)
    if not earlier and not any(map(_OF_GIVEN.search, summed)):
        return None
    totals = [stated_number(value) for value, account in zip(line, crossing, strict=True) if _is_total(account)]
    told = [
        (span, value)
        for value, account in zip(line, crossing, strict=True)
        if not _is_total(account) and (span := _closed(account)) is not None
    ]
    stated = {span: number for span, value in told if (number := stated_number(value)) is not None}
    missing = [span for span, value in told if span not in stated and _is_missing(value, key)]
    if (
        len(totals) != 1
        or totals[0] is None
        or not missing
        or len(stated) < 2
        or len(stated) + len(missing) < len(told)
    ):
        return None
    given = spanning(stated)
    if sum(stated.values()) != totals[0] or any(inside(span, given) for span in missing):
        return None
    return given


def _is_missing(value: Scalar, key: Key) -> bool:
    """Whether a cell says that there is no number; a dash that no key explains may be none as well."""
    reading = read_text(value) if isinstance(value, str) else None
    if reading is None or reading.value is not None:
        return False
    meaning = key.meaning(reading.mark) if reading.mark else None
    if meaning is not None:
        return meaning == NOT_AVAILABLE
    return reading.status == "not_available" and reading.mark != "-"
