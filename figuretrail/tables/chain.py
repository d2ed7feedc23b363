"""The chain from a file to its figures, with all that was made of it on the way.

What belongs here: calling each step once, in order. What does not: any of the steps.
"""

import dataclasses
from pathlib import Path

from figuretrail.entry import Entry
from figuretrail.figure import Figure
from figuretrail.tables.cells import Outcome, read_cells
from figuretrail.tables.grid import Sheet, Workbook
from figuretrail.tables.headers import Headers, read_headers
from figuretrail.tables.linelists import read_line_list
from figuretrail.tables.notes import read_key
from figuretrail.tables.read import read
from figuretrail.tables.regions import Regions, Table, find_regions
from figuretrail.tables.surroundings import default_offence, surroundings_of


@dataclasses.dataclass(slots=True)
class TableRead:
    """One table: where it lies, its headers, and what became of its cells."""

    table: Table
    headers: Headers
    outcome: Outcome


@dataclasses.dataclass(slots=True)
class SheetRead:
    """One sheet: its regions and tables; `ignored` says why a whole sheet was left out."""

    sheet: Sheet
    regions: Regions
    tables: list[TableRead]
    ignored: str | None = None


@dataclasses.dataclass(slots=True)
class WorkbookRead:
    """All that was made of a workbook."""

    workbook: Workbook
    sheets: list[SheetRead]

    @property
    def figures(self) -> list[Figure]:
        """The figures in the order of the sheets and their tables."""
        return [figure for sheet in self.sheets for table in sheet.tables for figure in table.outcome.figures]


def read_workbook(path: Path, entry: Entry) -> WorkbookRead:
    """Read a workbook and every table in it. Raises SourceError where the file can't be read."""
    workbook = read(path)
    shown = [sheet for sheet in workbook.sheets if not sheet.hidden]
    regions = [find_regions(sheet) for sheet in shown]
    default = default_offence(Workbook(shown), regions, entry)
    found = iter(regions)
    sheets = []
    for sheet in workbook.sheets:
        if sheet.hidden:
            sheets.append(SheetRead(sheet, Regions([], []), [], "a hidden sheet"))
            continue
        sheets.append(_read_sheet(sheet, next(found), entry, default))
    return WorkbookRead(workbook, sheets)


def _read_sheet(sheet: Sheet, regions: Regions, entry: Entry, default: str | None) -> SheetRead:
    result = SheetRead(sheet, regions, [])
    key = read_key(regions.lines)
    for table in regions.tables:
        if not table.data_rows:
            continue
        around = surroundings_of(sheet, regions, table, entry, default)
        headers = read_headers(sheet, table, victim_age=around.counted()[0] == "victim_age")
        corner = [label for column in headers.labels for label in column.headers]
        around = surroundings_of(sheet, regions, table, entry, default, corner)
        outcome = read_line_list(sheet, table, headers, around) or read_cells(sheet, table, headers, around, key)
        result.tables.append(TableRead(table, headers, outcome))
    return result
