"""The cells of a table to figures, and to reasons where they are none.

What belongs here: what a cell states, whether it is a figure, and putting the figure together.
What does not: what rows and columns say (`accounts`), what is counted (`measures`) and the other columns (`columns`).
"""

import dataclasses
import datetime as dt
import operator
from typing import Any, NamedTuple

from figuretrail.figure import Figure
from figuretrail.tables.accounts import TableAccounts, accounts_of
from figuretrail.tables.columns import AS_LABELLED, Settled, Time, put_base, put_place, put_who, time_of
from figuretrail.tables.context import Account, join
from figuretrail.tables.grid import (
    Scalar,
    Sheet,
    cell_at,
    column_name,
    has_broken_numbers,
    shown_text,
    surface_of,
)
from figuretrail.tables.headers import Headers
from figuretrail.tables.measures import PLAIN, Look, measure_of, offence_of
from figuretrail.tables.notes import NOT_AVAILABLE, SUPPRESSED, ZERO, Key
from figuretrail.tables.parts import Column
from figuretrail.tables.regions import Table, glance
from figuretrail.tables.shares import is_percent_cell
from figuretrail.tables.surroundings import FAMILY, Surroundings
from figuretrail.tables.values import Reading, damaged_range, has_share_beside, read_loosely, read_text

NO_OFFENCE = "no offence is named by headers, titles or catalogue"


@dataclasses.dataclass(slots=True)
class Outcome:
    """What became of a table: its figures, and cells left out with the reason."""

    figures: list[Figure] = dataclasses.field(default_factory=list)
    ignored: dict[tuple[int, int], str] = dataclasses.field(default_factory=dict)


def read_cells(sheet: Sheet, table: Table, headers: Headers, around: Surroundings, key: Key) -> Outcome:
    """The figures of one table, and the reasons for the cells that are none."""
    outcome = Outcome()
    example = around.example()
    values = headers.values
    if example is not None:
        _ignore_all(outcome, sheet, table, values, f"an example or template: {example[:80]!r}")
        return outcome
    work = accounts_of(sheet, table, headers, around, key)
    reason = _reason_for_all(work)
    if reason:
        _ignore_all(outcome, sheet, table, values, reason)
        return outcome
    blank = key.meaning("blank")
    filled = _filled_rows(sheet, table, values) if blank else set()
    figures = _Figures(work)
    for row in table.data_rows:
        cells = sheet.rows[row]
        across = figures.across(row)
        for column in values:
            value = cells[column.index]
            reading = _reading(work, row, column, value, blank, filled)
            if reading is None:
                if value != "":
                    outcome.ignored[row, column.index] = "no number and no mark"
                continue
            result = figures.of_cell(row, across, column, value, reading)
            if isinstance(result, Figure):
                outcome.figures.append(result)
            else:
                outcome.ignored[row, column.index] = result
    return outcome


def _filled_rows(sheet: Sheet, table: Table, values: list[Column]) -> set[int]:
    """The data rows and (as -1 - column) columns in which anything is stated: blanks count only beside numbers."""
    filled: set[int] = set()
    for row in table.data_rows:
        for column in values:
            if glance(sheet.rows[row][column.index]) in ("n", "v", "y"):
                filled.add(row)
                filled.add(-1 - column.index)
    return filled


def _ignore_all(outcome: Outcome, sheet: Sheet, table: Table, values: list[Column], reason: str) -> None:
    for row in table.data_rows:
        for column in values:
            if cell_at(sheet, row, column.index) != "":
                outcome.ignored[row, column.index] = reason


def _reason_for_all(work: TableAccounts) -> str | None:
    """Why no cell of the table can be a figure of ours; None where some can."""
    if work.headers.about:
        return f"no count of offences or victims: {work.headers.about!r}"
    counted, source = work.answers.counted
    efforts = [a for a in work.columns.values() if a.skip and a.skip.startswith("cost or effort")]
    if efforts and 2 * len(efforts) >= len(work.columns) - 1:
        return efforts[0].skip  # "Step | Number | Minutes | Hours": the number is multiplied into hours
    direct = {a.counted for a in (*work.rows.values(), *work.columns.values()) if a.counted}
    if counted == "other" and not (direct - {"other"}):
        return f"{source.label.why}: {source.text[:80]!r}" if source else "no count of offences or victims"
    if work.answers.offence[0] is None and "offence" not in work.axes:
        return NO_OFFENCE
    return None


_MEANT = {
    ZERO: Reading(0.0, mark="blank"),
    SUPPRESSED: Reading(None, status="suppressed", mark="blank"),
    NOT_AVAILABLE: Reading(None, status="not_available", mark="blank"),
}


def _reading(
    work: TableAccounts, row: int, column: Column, value: Scalar, blank: str | None, filled: set[int]
) -> Reading | None:
    """What the cell states; a blank is what the sheet's note says that it is."""
    if value == "" or (isinstance(value, str) and not value.strip()):
        if blank is None or row not in work.rows or not work.rows[row].texts:
            return None
        if row not in filled or -1 - column.index not in filled:
            return None
        return _MEANT[blank]
    if type(value) is float or type(value) is int:
        return Reading(float(value))
    if isinstance(value, str):
        reading = read_text(value)
        band = damaged_range(value) if reading is None else None
        if band is not None:
            return Reading(float(band[1]), "<=", "suppressed", weak=True)
        if reading is None:
            meaning = work.key.meaning(value.strip().lower()) if len(value) < 8 else None
            if meaning is None or not column.headers:
                return read_loosely(value)
            return _MEANT[meaning]._replace(mark=value.strip().lower())
        if reading.mark is None:
            return reading
        meaning = work.key.meaning(reading.mark)
        if meaning == ZERO:
            return reading._replace(value=0.0, status="reported")
        if meaning in (SUPPRESSED, NOT_AVAILABLE) and reading.value is None:
            return reading._replace(status=meaning)
        return reading
    if isinstance(value, dt.date):
        low, high = value.day, value.month
        return Reading(float(high), "<=", "suppressed", weak=True) if low < high <= 12 and column.headers else None
    return None


@dataclasses.dataclass(slots=True)
class _Said:
    """What all cells under like labels share, short of time: the columns that are settled, and how."""

    columns: dict[str, Any]
    settled: Settled


class _Line(NamedTuple):
    """A row or column: its account, the numbers of what it says of all but time and of time, and its labels' text."""

    account: Account
    who: int
    when: int
    text: str


class _Figures:
    """The figures of one table's cells.

    What a pair of labels says is worked out once for all cells under labels that say the same: twelve platforms by five
    years are twelve platforms and five times, not sixty readings of labels.
    """

    def __init__(self, work: TableAccounts) -> None:
        self._work = work
        self._said: dict[tuple[int, int, Look], _Said | str] = {}
        self._times: dict[tuple[int, int], Time] = {}
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._lines: dict[int, _Line] = {}
        titles = " | ".join(dict.fromkeys(work.title_texts))
        self._columns = {index: self._line(account, titles) for index, account in work.columns.items()}
        self._prefixes = {index: f"{work.sheet.name}!{column_name(index)}" for index in work.columns}
        self._broken = has_broken_numbers(work.sheet)  # else no number is a fraction, and no format need be asked for

    def across(self, row: int) -> _Line:
        """What a row says."""
        account = self._work.rows[row]
        line = self._lines.get(id(account))
        if line is None:
            line = self._lines[id(account)] = self._line(account, "")
        return line

    def _line(self, account: Account, titles: str) -> _Line:
        who, when = account.who(), account.when()
        text = " | ".join(dict.fromkeys(account.texts))
        return _Line(
            account,
            self._numbers.setdefault(who, len(self._numbers)),
            self._numbers.setdefault(when, len(self._numbers)),
            f"{text} | {titles}" if text and titles else text or titles,
        )

    def of_cell(self, row: int, across: _Line, column: Column, value: Scalar, reading: Reading) -> Figure | str:
        """The figure of one cell, or why it is none."""
        work, index = self._work, column.index
        down = self._columns[index]
        scaled = self._broken and is_percent_cell(work, row, column, value)
        look = PLAIN
        if scaled or work.shares or type(value) is not float:
            by_title = index in work.shares and not across.account.counted
            beside = type(value) is str and has_share_beside(value)
            look = Look(reading.percent or scaled, by_title, reading.status == "not_available", beside)
        key = (across.who, down.who, look)
        joined = None
        said = self._said.get(key)
        if said is None:
            joined = join(across.account, down.account)
            said = self._said[key] = self._of_labels(joined, look)
        if isinstance(said, str):
            return said
        # Of a change the labels' very words matter, so that no others are like them.
        changed = said.columns["measure"] == "offence_change"
        when = (-id(across.account), -id(down.account)) if changed else (across.when, down.when)
        time = self._times.get(when)
        if time is None:
            joined = joined or join(across.account, down.account)
            time = self._times[when] = time_of(work, joined, changed=changed)
        number, status = reading.value, reading.status
        if scaled and number is not None and said.columns["unit"] in _RELATIVE:
            number = round(number * 100, 6)
        figure = Figure(
            cell=f"{self._prefixes[index]}{row + 1}",
            surface=shown_text(work.sheet, row, index) if self._broken else surface_of(value),
            context=f"{across.text} | {down.text}" if across.text else down.text,
            value=number,
            bound=reading.bound,
            status=status,
            **time.columns,
            **said.columns,
        )
        doubts = _doubts(number, value, reading, said) if reading.weak or (number and number < 0) else None
        if doubts or time.settled is not AS_LABELLED:
            said.settled.write(figure, time.settled, doubts or [])
        return figure

    def _of_labels(self, account: Account, look: Look) -> _Said | str:
        """What the labels of a cell of that look say together, or why the cell is no figure."""
        if account.skip or account.puzzle:
            return account.skip or account.puzzle or ""
        if not account.texts:
            return "no label stands beside or above it"
        work = self._work
        settled = Settled(doubts=list(account.doubts))
        if account.kind and not account.platforms:
            settled.doubts.append(f"{account.kind} is no product that the project knows")
        offence = offence_of(work, account, settled)
        if offence is None:
            return NO_OFFENCE
        if offence not in FAMILY and not work.about_the_subject:
            return f"another offence: {offence}"
        measure, unit, reason = measure_of(work, account, look)
        if reason:
            return reason
        figure = Figure(measure=measure, unit=unit, offence=offence)
        put_place(figure, work, account, settled)
        put_who(figure, work, account, settled)
        put_base(figure, work, account, settled)
        settled.write(figure, AS_LABELLED, [])
        return _Said(dict(zip(_BY_LABELS, _by_labels(figure), strict=True)), settled)


_RELATIVE = ("percent", "percent_change")
_BY_LABELS = (
    "measure",
    "unit",
    "offence",
    "platforms",
    "geography",
    "geography_type",
    "base",
    "victim_age_min",
    "victim_age_max",
    "victim_sex",
    "inherited",
    "from_catalogue",
    "confidence",
    "review",
    "review_reasons",
)
_by_labels = operator.attrgetter(*_BY_LABELS)


def _doubts(number: float | None, value: Scalar, reading: Reading, said: _Said) -> list[str]:
    """What a person should look at again in a cell's own number."""
    doubts = []
    if reading.weak and (isinstance(value, dt.date) or damaged_range(str(value))):
        doubts.append("the cell is a date and may have been a range")
    if number and number < 0 and said.columns["measure"] != "offence_change":
        doubts.append("a negative count")
    return doubts
