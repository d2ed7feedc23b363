"""The cells of a table to figures, and to reasons where they are none.

What belongs here: whether a cell is a figure, what it states, its measure and its offence.
What does not: what rows and columns say (`accounts`) and a figure's other columns (`columns`).
"""

import dataclasses
import datetime as dt
import re

from figuretrail.figure import Figure
from figuretrail.tables.accounts import TableAccounts, accounts_of
from figuretrail.tables.columns import Settled, put_base, put_period, put_place, put_value, put_who
from figuretrail.tables.context import Account, join
from figuretrail.tables.grid import Scalar, Sheet, address, cell_at, shown_text
from figuretrail.tables.headers import Headers
from figuretrail.tables.names import SEVERAL
from figuretrail.tables.notes import NOT_AVAILABLE, SUPPRESSED, ZERO, Key
from figuretrail.tables.parts import Column
from figuretrail.tables.regions import Table, glance
from figuretrail.tables.shares import is_percent_cell
from figuretrail.tables.surroundings import FAMILY, Surroundings
from figuretrail.tables.values import Reading, damaged_range, has_share_beside, read_text

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
    for row in table.data_rows:
        for column in values:
            value = sheet.rows[row][column.index]
            reading = _reading(work, row, column, value, blank, filled)
            if reading is None:
                if value != "":
                    outcome.ignored[row, column.index] = "no number and no mark"
                continue
            result = _figure(work, row, column, value, reading)
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
                return None
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


def _figure(work: TableAccounts, row: int, column: Column, value: Scalar, reading: Reading) -> Figure | str:
    """The figure of one cell, or why it is none."""
    account = join(work.rows.get(row) or Account(), work.columns[column.index])
    if account.skip or account.puzzle:
        return account.skip or account.puzzle or ""
    if not account.texts:
        return "no label stands beside or above it"
    settled = Settled(doubts=list(account.doubts))
    offence = _offence(work, account, settled)
    if offence is None:
        return NO_OFFENCE
    if offence not in FAMILY and not work.about_the_subject:
        return f"another offence: {offence}"
    measure, unit, reason = _measure(work, account, reading, row, column)
    if reason:
        return reason
    figure = Figure(
        cell=address(work.sheet.name, row, column.index),
        surface=shown_text(work.sheet, row, column.index),
        context=" | ".join(dict.fromkeys(account.texts + work.title_texts)),
        measure=measure,
        unit=unit,
        offence=offence,
    )
    put_value(figure, work, row, column, value, reading)
    put_period(figure, work, account, settled)
    put_place(figure, work, account, settled)
    put_who(figure, work, account, settled)
    put_base(figure, work, account, settled)
    settled.doubts += _doubts(figure, account, value, reading)
    settled.write(figure)
    return figure


def _doubts(figure: Figure, account: Account, value: Scalar, reading: Reading) -> list[str]:
    """What a person should look at again."""
    doubts = []
    if account.kind and not account.platforms:
        doubts.append(f"{account.kind} is no product that the project knows")
    if account.period is not None and not account.period.sure:
        doubts.append("the period's label could mean something else")
    if account.period is not None and account.period.misprint:
        doubts.append("the period's label is a misprint")
    if reading.weak and (isinstance(value, dt.date) or damaged_range(str(value))):
        doubts.append("the cell is a date and may have been a range")
    if figure.value and figure.value < 0 and figure.measure != "offence_change":
        doubts.append("a negative count")
    return doubts


def _offence(work: TableAccounts, account: Account, settled: Settled) -> str | None:
    """The offence of the headers; of a total over offences; of the titles."""
    if account.offence:
        return account.offence
    if account.total and "offence" in work.axes:
        rows, columns = work.rows.values(), work.columns.values()
        beside = rows if any(a.offence for a in rows) else columns
        named = {a.offence for a in beside if a.offence and a.counted != "other"}
        if len(named) == 1:
            return named.pop()
        if named:
            everything = work.answers.offence[0] == "all_offences" or not named & FAMILY
            return "all_offences" if everything else SEVERAL
    offence, distance = work.answers.offence
    if offence is None and len(work.offences) == 1:
        offence, distance = next(iter(work.offences)), "title"  # the table's other headers name one and no other
    if offence:
        settled.note(("offence",), distance)
    return offence


def _measure(
    work: TableAccounts, account: Account, reading: Reading, row: int, column: Column
) -> tuple[str, str, str | None]:
    """The measure and unit, or the reason why the cell has none."""
    counted, around = account.counted, work.answers.counted[0]
    if counted == "other":
        return "", "", "no count of offences or victims"
    if counted == "victim_age" or (counted is None and around == "victim_age"):
        return "victim_age", "years", None
    if counted in ("forces", "methods"):
        return counted, "count", None
    percent = reading.percent or is_percent_cell(work, row, column, cell_at(work.sheet, row, column.index))
    by_title = column.index in work.shares and not (work.rows.get(row) or account).counted
    if has_share_beside(cell_at(work.sheet, row, column.index)):
        return ("victims" if (counted or around) == "victims" else "offences"), "count", None
    unit = account.unit or (work.answers.unit[0] if percent or by_title else None)
    parts = account.sex or account.ages
    if counted == "victims" and parts and (around == "offences" or _splits(account)) and not _counts_victims(work):
        counted = None  # "of which female victims" splits the offences that the title counts
    victims = (counted or around) == "victims"
    if unit == "share" and counted is None and (account.sex or account.ages) and not account.platforms:
        victims = True  # a share by age or sex is one of victims
    if unit == "change":
        if percent or reading.status == "not_available" or _says_percent(account):
            return "offence_change", "percent_change", None
        return "", "", "differences in counts"
    if unit is not None and unit.startswith("per_"):
        return "offence_rate", unit, None
    if unit == "share" or percent:
        return ("victim_share" if victims else "offence_share"), "percent", None
    return ("victims" if victims else "offences"), "count", None


def _counts_victims(work: TableAccounts) -> bool:
    """Whether some row or column of the table counts victims of any age and sex."""
    accounts = (*work.rows.values(), *work.columns.values())
    return any(a.counted == "victims" and not a.sex and not a.ages for a in accounts)


_OF_WHICH = re.compile(r"\s*(?:and )?(?:of|in|among|with|where|involv\w+)\b", re.I)


def _splits(account: Account) -> bool:
    """Whether a label takes a part of what the row before it counts: "of which victims aged under 12"."""
    return bool(account.texts) and _OF_WHICH.match(account.texts[0]) is not None


def _says_percent(account: Account) -> bool:
    words = " ".join(account.texts).lower()
    return "%" in words or "per cent" in words or "percent" in words
