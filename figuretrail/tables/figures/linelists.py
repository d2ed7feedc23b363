"""Line lists: tables with one row an offence. No cell of them is a number of offences, but their length is one.

What belongs here: telling a line list from a table of counts, and the one figure that it holds.
What does not: tables of counts (`cells`).
"""

import dataclasses
import datetime as dt
import itertools

from figuretrail.figure import SUBJECT, Figure
from figuretrail.tables.figures.cells import Outcome
from figuretrail.tables.figures.columns import Settled
from figuretrail.tables.figures.context import Account, account_of
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.figures.surroundings import Surroundings
from figuretrail.tables.files.grid import Scalar, Sheet, address, cell_at, column_name, surface_of
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.wording import NO_CRIMES
from figuretrail.tables.layout.looks import glance
from figuretrail.tables.layout.parts import Column
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.settling import as_day
from figuretrail.timespan import Span, last_day

FEWEST_ROWS = 5  # of a list; fewer only where both references and days tell records


def read_line_list(sheet: Sheet, table: Table, headers: Headers, around: Surroundings) -> Outcome | None:
    """The outcome of a line list: its length as a figure of the range counted; None where the table is none."""
    if len(table.data_rows) < 2 or not table.header_rows or not _is_line_list(sheet, table, headers):
        return None
    outcome = Outcome()
    totals = [row for row in table.data_rows if _is_total(sheet, table, row)]
    listed = [row for row in table.data_rows if row not in totals] or table.data_rows
    for row in table.data_rows:
        for column in range(table.left, table.right + 1):
            if glance(cell_at(sheet, row, column)) in ("n", "v", "y"):
                outcome.ignored[row, column] = "a line list: one row is one offence"
    by_row = {row: account_of(headers.rows[row]) for row in listed}
    listed = [row for row in listed if not (by_row[row].skip or "").startswith(NO_CRIMES)] or listed
    accounts = [by_row[row] for row in listed]
    offences = {account.offence for account in accounts if account.offence}
    offence = offences.pop() if len(offences) == 1 else None if offences else around.offence()[0]
    if offence != SUBJECT or around.example():
        return outcome
    outcome.figures.append(_length(sheet, table, listed, accounts, around))
    for row in totals:
        _state_total(outcome, sheet, table, row)
    return outcome


def _length(sheet: Sheet, table: Table, listed: list[int], accounts: list[Account], around: Surroundings) -> Figure:
    """How many rows are listed, as a figure of the range that holds them."""
    period, distance = _time(accounts, around)
    place, place_distance = around.place()
    settled = Settled()
    settled.note(("period_start", "period_end"), distance)
    settled.note(("geography", "geography_type"), place_distance)
    return Figure(
        cell=f"{address(sheet.name, listed[0], table.left)}:{column_name(table.left)}{listed[-1] + 1}",
        surface=f"{len(listed)} rows",
        context=" | ".join(source.text for source in around.sources[:2]),
        value=float(len(listed)),
        offence=SUBJECT,
        geography=place.name if place else None,
        geography_type=place.type if place else None,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        inherited=settled.inherited,
        from_catalogue=settled.catalogue,
        confidence=0.8,
        review=True,
        review_reasons=("counted from a line list",),
    )


def _time(accounts: list[Account], around: Surroundings) -> tuple[Span | None, str | None]:
    """The time of a list, and how far away it is said; the rows' own dates are nearer than another sheet's titles."""
    period, distance = around.period()
    if period is not None and distance != "workbook":
        return period, distance
    spans = [account.period.span for account in accounts if account.period and account.period.span]
    starts = [span.start for span in spans if span.start]
    ends = [span.end for span in spans if span.end]
    return (Span(min(starts), max(ends)) if starts and ends else None), None


def _is_total(sheet: Sheet, table: Table, row: int) -> bool:
    """Whether a row is no record but their total: "Total crimes | 38"."""
    texts = [value for value in sheet.rows[row][table.left : table.right + 1] if value != ""]
    return len(texts) < 3 and isinstance(texts[0], str) and read_label(texts[0]).total


def _state_total(outcome: Outcome, sheet: Sheet, table: Table, row: int) -> None:
    """Add the total below a list as a figure of its own, where it is how long the list is."""
    counted = outcome.figures[0]
    for column in range(table.left, table.right + 1):
        value = cell_at(sheet, row, column)
        if isinstance(value, int | float) and value == counted.value:
            outcome.ignored.pop((row, column), None)
            cell = address(sheet.name, row, column)
            outcome.figures.append(dataclasses.replace(counted, cell=cell, surface=surface_of(value)))


def _is_line_list(sheet: Sheet, table: Table, headers: Headers) -> bool:
    """No column of counts, a number or date a row, and entries that repeat."""
    if any(_counts(column) and not _of_victims(column) for column in headers.values):
        return False  # as nearly all tables
    counts = any(map(_of_victims, headers.values))
    telling = [column for column in headers.columns if _tells_records(column)]
    recorded = bool(telling)
    certainly = any(c.part == "id" for c in telling) and any(c.part != "id" for c in telling)
    if not certainly and (counts or len(table.data_rows) < FEWEST_ROWS):
        return False
    if not recorded and not all(map(_names_a_list, headers.values)):
        return False
    named = [c for c in headers.columns if c.part == "label" and c.axis]
    numbered = any(c.part == "id" for c in headers.columns)
    if len(named) + numbered + recorded < 3:
        return False
    rows = [tuple(str(cell_at(sheet, row, c.index)) for c in named) for row in table.data_rows]
    values = [row[index] for row in rows for index in range(len(named))]
    return numbered or recorded or len(set(values)) * 2 < len(values)


def _counts(column: Column) -> bool:
    """Whether a column of values says that it counts, and not with a 1 for each row: "Offences | 1"."""
    if not column.headers:
        return True
    own = column.headers[0]
    said = own.counting or own.counted or own.roles or own.unit or own.total
    return not _names_a_list(column) and bool(said) and any(value not in (1, "1", "") for value in column.values)


def _of_victims(column: Column) -> bool:
    """Whether a column counts the victims of something, or tells their age: of a crime with a number and a day."""
    return bool(column.headers) and column.headers[0].counted in ("victims", "victim_age")


def _names_a_list(column: Column) -> bool:
    """Whether a column of values is headed with a list's name, or with what is no offence."""
    own = column.headers[0]
    return own.counted == "other" or own.dimension is not None


def _tells_records(column: Column) -> bool:
    """Whether a column tells its rows apart as only records are: by references that don't just number them, by days."""
    filled = [value for value in column.values if value != ""]
    if 2 * len(filled) <= len(column.values):
        return False
    if column.part == "id":
        texts = [surface_of(value) for value in filled]
        return len(set(texts)) == len(texts) and not _numbers_rows(texts)
    days = [day for value in filled if (day := _day_of(value)) is not None]
    ends = sum(day.day == 1 or day == last_day(day.year, day.month) for day in days)
    return 2 * len(days) > len(filled) and 2 * len(set(days)) > len(days) and 2 * ends < len(days)


def _numbers_rows(texts: list[str]) -> bool:
    """Whether references only number the rows: 1, 2, 3; "R01", "R02"."""
    numbers = ["".join(filter(str.isdecimal, text)) for text in texts]
    counted = [int(number) for number in numbers if number]
    return len(counted) < len(texts) or all(0 < b - a <= 1 for a, b in itertools.pairwise(counted))


def _day_of(value: Scalar) -> dt.date | None:
    """The day that a cell names."""
    if isinstance(value, dt.date):
        return as_day(value)
    period = read_label(value).period if isinstance(value, str) else None
    return period.span.start if period and period.kind == "day" and period.span else None
