"""The cells of a table to figures, and to reasons where they are none.

What belongs here: what a cell states, whether it is a figure, and putting the figure together.
What does not: what rows and columns say (`accounts`), what is counted (`measures`) and the other columns (`columns`).
"""

import dataclasses
import datetime as dt
import re
from typing import NamedTuple

from figuretrail.figure import Figure
from figuretrail.tables.figures.accounts import TableAccounts, accounts_of
from figuretrail.tables.figures.columns import NO_CHILDS_AGE, SAID_TWICE, Placed, Where, doubt, place_of, time_of
from figuretrail.tables.figures.context import Account
from figuretrail.tables.figures.forms import is_filled_in
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.figures.meanings import NO_OFFENCE, Meaning, columns_of, meaning_of
from figuretrail.tables.figures.measures import PLAIN, Look
from figuretrail.tables.figures.shares import is_fraction
from figuretrail.tables.figures.surroundings import Surroundings
from figuretrail.tables.files.grid import (
    Scalar,
    Sheet,
    address,
    cell_at,
    column_name,
    may_be_percentage,
    parse_address,
    percentages,
    surface_of,
)
from figuretrail.tables.language.values import (
    Reading,
    damaged_range,
    has_share_beside,
    read_loosely,
    read_text,
    read_wide_range,
)
from figuretrail.tables.language.words import Words
from figuretrail.tables.language.youngest import age_and_sex
from figuretrail.tables.layout.looks import glance
from figuretrail.tables.layout.notes import LONGEST_MARK, NOT_AVAILABLE, SUPPRESSED, ZERO, Key, meaning_of_blanks
from figuretrail.tables.layout.parts import Column
from figuretrail.tables.layout.regions import Table


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
    if example is None and (form := around.form()) is not None:
        lines = [source.text for source in (*around.sources, *around.notes)]
        example = None if is_filled_in(table, headers, lines) else form
    if example is not None:
        _ignore_all(outcome, sheet, table, values, f"an example or template: {example[:80]!r}")
        return outcome
    work = accounts_of(sheet, table, headers, around, key)
    reason = _reason_for_all(work)
    if reason:
        _ignore_all(outcome, sheet, table, values, reason)
        return outcome
    blank = meaning_of_blanks(key, table.notes)
    filled = _filled_rows(sheet, table, values) if blank else set()
    filled |= _of_one_list(work, filled)
    figures = _Figures(work, blank, filled)
    for row in table.data_rows:
        figures.of_row(row, sheet.rows[row], outcome)
    figures.doubt_what_is_said_twice()
    if figures.odd_ages:
        _doubt_ages(outcome.figures)
    return outcome


def put_back(outcome: Outcome, sheet: Sheet, parted: Sheet) -> None:
    """Give what was read of numbers that shared a cell the address and words of that cell, as `sheet` has it."""
    for figure in outcome.figures:
        _, row, column = parse_address(figure.cell or "")
        if (row, column) in parted.taken:
            column = parted.taken[row, column]
            figure.cell = address(sheet.name, row, column)
            figure.surface = surface_of(cell_at(sheet, row, column))
    taken = parted.taken
    outcome.ignored = {(row, taken.get((row, c), c)): why for (row, c), why in outcome.ignored.items()}


_NUMBER = Reading(None)  # of a cell that is a number: its value is the cell's own


def _filled_rows(sheet: Sheet, table: Table, values: list[Column]) -> set[int]:
    """The data rows and (as -1 - column) columns in which anything is stated: blanks count only beside numbers."""
    filled: set[int] = set()
    for row in table.data_rows:
        for column in values:
            if glance(sheet.rows[row][column.index]) in ("n", "v", "y"):
                filled.add(row)
                filled.add(-1 - column.index)
    return filled


def _of_one_list(work: TableAccounts, filled: set[int]) -> set[int]:
    """The rows without any statement whose labels are entries of the list that the rows with one make up."""
    lists = {work.rows[row].axes for row in filled if row >= 0 and row in work.rows and work.rows[row].part is None}
    return {row for row, account in work.rows.items() if account.axes and account.axes in lists}


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
    if apart := work.around.set_apart():
        return apart
    efforts = [a for a in work.columns.values() if a.skip and a.skip.startswith("cost or effort")]
    if efforts and 2 * len(efforts) >= len(work.columns) - 1 and _is_of_work(work, efforts):
        return efforts[0].skip  # "Step | Number | Minutes | Hours": the number is multiplied into hours
    # "Not recorded" counts nothing, whatever its words are
    direct = {a.counted for a in (*work.rows.values(), *work.columns.values()) if a.counted and not a.skip}
    if counted == "other" and not (direct - {"other"}):
        return f"{source.label.why}: {source.text[:80]!r}" if source else "no count of offences or victims"
    if work.answers.offence[0] is None and "offence" not in work.kind.axes:
        return NO_OFFENCE
    return None


def _is_of_work(work: TableAccounts, efforts: list[Account]) -> bool:
    """Whether columns of effort make a table one of work: not the days of a reply, nor beside counts of each year."""
    timed = all(account.period is not None for account in work.columns.values() if not account.skip)
    return not timed and any(_OF_WORK.search(account.text) for account in efforts)


_OF_WORK = Words(r"\b(?:min(?:ute)?s?|hours?|hrs?|sec(?:ond)?s?|costs?|fees?|time|effort)\b|£", re.I)
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
        if blank == ZERO and "change" in (work.rows[row].unit, work.columns[column.index].unit):
            return None  # "A blank means none" of offences; a change that is left blank has nothing to be told from
        return _MEANT[blank]
    if type(value) is int:
        return Reading(float(value))
    if isinstance(value, str):
        if (told := age_and_sex(value)) is not None and _of_one_victim(work, row, column):
            return Reading(float(told[0]))
        reading = read_text(value)
        band = damaged_range(value) if reading is None else None
        if band is not None:
            return Reading(float(band[1]), "<=", "suppressed", weak=True)
        if reading is None:
            meaning = work.key.meaning(value.strip().lower()) if len(value) <= LONGEST_MARK else None
            if meaning is None or not column.headers:
                return read_loosely(value) or read_wide_range(value)
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


def _of_one_victim(work: TableAccounts, row: int, column: Column) -> bool:
    """Whether a cell holds the age of the youngest or oldest victim, by its row or its column."""
    across = work.rows.get(row)
    return (across is not None and across.counted == "victim_age") or any(
        label.counted == "victim_age" for label in column.headers
    )


class _Down(NamedTuple):
    """A column of values: what it says, how the addresses of its cells begin, and what their context ends with."""

    column: Column
    account: Account
    prefix: str
    context: str


class _Figures:
    """The figures of one table's cells.

    What a pair of labels says is worked out once for all cells under labels that say the same: twelve platforms by five
    years are twelve platforms and five times, not sixty readings of labels.
    """

    def __init__(self, work: TableAccounts, blank: str | None, filled: set[int]) -> None:
        self._work, self._blank, self._filled = work, blank, filled
        self._meanings: dict[tuple[object, object, Look], Meaning | str] = {}
        self._places: dict[Where, Placed] = {}
        self._times: dict[tuple[object, object], Placed] = {}
        self._claimed: dict[object, Figure] = {}  # for all that is said but a number the first figure that says it
        self.odd_ages = False  # whether a number that is no child's age was read as one
        self._contradictions: list[tuple[Figure, Figure]] = []
        self._of_percentages: dict[int, bool] = {}  # by column, whether its numbers are all percentages
        self._percentages = percentages(work.sheet)
        self._all_plain = not (self._percentages or work.fractions or work.shares)  # whether numbers are just numbers
        self._columns = [
            _Down(column, account, f"{work.sheet.name}!{column_name(column.index)}", _beside(account.text, work.titles))
            for column, account in zip(work.headers.values, work.columns.values(), strict=True)
        ]

    def of_row(self, row: int, cells: list[Scalar], outcome: Outcome) -> None:
        """Add the figures of one row's cells, and why cells are none."""
        across, own = self._work.rows[row], self._work.own
        for down in self._columns:
            column = down.column
            value = cells[column.index]
            if type(value) is float:
                reading: Reading | None = _NUMBER
            elif value == "" and self._blank is None:
                continue
            else:
                reading = _reading(self._work, row, column, value, self._blank, self._filled)
            if reading is not None:
                if own and (row, column.index) in own:
                    made = self._of_cell(row, *own[row, column.index], down, value, reading)
                else:
                    made = self._of_cell(row, across, down.account, down, value, reading)
                if isinstance(made, Figure):
                    outcome.figures.append(made)
                else:
                    outcome.ignored[row, column.index] = made
            elif value != "":
                outcome.ignored[row, column.index] = "no number and no mark"

    def _of_cell(
        self, row: int, across: Account, account: Account, down: _Down, value: Scalar, reading: Reading
    ) -> Figure | str:
        """The figure of one cell, or why it is none; `across` and `account` are what its row and its column say."""
        shown, scaled, look = False, False, PLAIN
        if reading is not _NUMBER or not self._all_plain:
            shown, scaled, look = self._look(row, across, down, value, reading)
        said = self._said(across, account, look)
        if isinstance(said, str):
            return said
        place = self._place(said.where)
        time = self._time(across, account, by_change=said.measure == "offence_change")
        number: float | None = value if reading is _NUMBER else reading.value  # type: ignore[assignment]
        if scaled and number is not None and said.unit in _RELATIVE:
            number = round(number * 100, 6)
        odd = (
            reading.weak
            or said.measure == "victim_age"
            or (number and (number < 0 or number % 1 or said.unit == "percent"))
        )
        doubts = _doubts(number, value, reading, said) if odd else ()
        self.odd_ages = self.odd_ages or NO_CHILDS_AGE in doubts
        columns, claim = columns_of(said, place, time, doubts)
        figure = Figure(*columns)
        figure.cell = f"{down.prefix}{row + 1}"
        figure.surface = surface_of(value, percent=shown)
        figure.context = (
            f"{across.text} | {down.context}" if across.text and down.context else across.text or down.context
        )
        figure.value = number
        if reading is not _NUMBER:
            figure.bound, figure.status = reading.bound, reading.status
        if said.measure == "victim_age" and type(value) is str and (told := age_and_sex(value)) is not None:
            figure.victim_sex, claim = told[1], None
        if claim is not None and number is not None:
            first = self._claimed.setdefault(claim, figure)
            if first.value != number:
                self._contradictions.append((first, figure))
        return figure

    def _look(self, row: int, across: Account, down: _Down, value: Scalar, reading: Reading) -> tuple[bool, bool, Look]:
        """Whether a number is shown as a percentage, whether it stands for a hundred times as much, and its look."""
        shown = scaled = False
        column = down.column
        if may_be_percentage(value):
            shown = (row, column.index) in self._percentages
            scaled = shown or is_fraction(self._work, row, column)
        by_title = column.index in self._work.shares and not across.counted and not across.counting
        beside = type(value) is str and has_share_beside(value)
        percent = reading.percent or scaled or (reading.value is None and self._all_percentages(column))
        return shown, scaled, Look(percent, by_title, reading.status == "not_available", beside)

    def _all_percentages(self, column: Column) -> bool:
        """Whether all numbers of a column, and more than one, are percentages: then "not provided" is one, too."""
        known = self._of_percentages.get(column.index)
        if known is None:
            told = [self._is_percentage(row, column.index) for row in self._work.rows]
            known = told.count(True) > 1 and False not in told
            self._of_percentages[column.index] = known
        return known

    def _is_percentage(self, row: int, index: int) -> bool | None:
        """Whether a cell's number is shown as a percentage; None where it holds no number."""
        value = cell_at(self._work.sheet, row, index)
        if not isinstance(value, str):
            return (row, index) in self._percentages
        reading = read_text(value)
        return reading.percent if reading is not None and reading.value is not None else None

    def _said(self, across: Account, account: Account, look: Look) -> Meaning | str:
        key = (across.who, account.who, look)
        said = self._meanings.get(key)
        if said is None:
            said = self._meanings[key] = meaning_of(self._work.kind, across, account, look)
        return said

    def _place(self, where: Where) -> Placed:
        place = self._places.get(where)
        if place is None:
            place = self._places[where] = place_of(self._work, where)
        return place

    def _time(self, across: Account, account: Account, *, by_change: bool) -> Placed:
        # Of a change the labels' very words matter, so that no others are like them.
        when = (across, account) if by_change else (across.when, account.when)
        time = self._times.get(when)
        if time is None:
            time = self._times[when] = time_of(self._work, across, account, by_change=by_change)
        return time

    def doubt_what_is_said_twice(self) -> None:
        """Lower the confidence of figures that say the same of the same place and time, but not one number.

        Something that tells them apart was not understood, or the table gives two numbers for one thing: a person
        should look.
        """
        for pair in self._contradictions:
            for figure in pair:
                if SAID_TWICE not in figure.review_reasons:
                    doubt(figure, SAID_TWICE)


def _doubt_ages(figures: list[Figure]) -> None:
    """Doubt every age of a column in which one is no child's age: its other numbers are hardly ages either."""
    odd = {_column(figure) for figure in figures if NO_CHILDS_AGE in figure.review_reasons}
    for figure in figures:
        if figure.measure == "victim_age" and _column(figure) in odd and NO_CHILDS_AGE not in figure.review_reasons:
            doubt(figure, NO_CHILDS_AGE)


def _column(figure: Figure) -> str:
    return (figure.cell or "").rstrip("0123456789")


def _beside(labels: str, titles: str) -> str:
    """Labels beside titles, as a figure's context has them."""
    return f"{labels} | {titles}" if labels and titles else labels or titles


OLDEST_CHILD = 17
_RELATIVE = ("percent", "percent_change")
_WHOLE = 100.5  # per cent; a rounded sum of shares may be a little more than a hundred


def _doubts(number: float | None, value: Scalar, reading: Reading, said: Meaning) -> tuple[str, ...]:
    """What a person should look at again in a cell's own number."""
    doubts = []
    if reading.weak and (isinstance(value, dt.date) or damaged_range(str(value))):
        doubts.append("the cell is a date and may have been a range")
    if said.measure == "victim_age" and (reading.status == "suppressed" or (number or 0) > OLDEST_CHILD):
        doubts.append(NO_CHILDS_AGE)
    if reading.weak and number is None and isinstance(value, str) and read_text(value) is None:
        doubts.append("words in the place of a number")
    if number and number < 0 and said.measure != "offence_change":
        doubts.append("a negative count")
    if number and number % 1 and said.unit == "count":
        doubts.append("a count that is not whole")
    if number and number > _WHOLE and said.unit == "percent":
        doubts.append("a share of more than the whole")
    return tuple(doubts)
