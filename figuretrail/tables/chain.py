"""The chain from a file to its figures, with all that was made of it on the way.

What belongs here: calling each step once, in order. What does not: any of the steps.
"""

import dataclasses
from pathlib import Path

from figuretrail.entry import Entry
from figuretrail.errors import SourceError, told_with_its_line
from figuretrail.figure import Figure
from figuretrail.tables.figures.agesofone import sex_of_one
from figuretrail.tables.figures.cells import Outcome, put_back, read_cells
from figuretrail.tables.figures.codenames import Codes, with_meanings
from figuretrail.tables.figures.defaults import default_of
from figuretrail.tables.figures.headers import Headers, read_headers
from figuretrail.tables.figures.leftoflabels import asked_left_of_labels
from figuretrail.tables.figures.linelists import read_line_list
from figuretrail.tables.figures.namedtimes import with_named_times
from figuretrail.tables.figures.partsheets import mark_parts
from figuretrail.tables.figures.sheetheads import SheetHeads
from figuretrail.tables.figures.surroundings import Default, Surroundings, surroundings_of
from figuretrail.tables.files.grid import Sheet, Workbook, cell_at, column_name
from figuretrail.tables.files.read import read
from figuretrail.tables.gate import may_name_an_offence
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.ofnumbers import number_parted
from figuretrail.tables.language.wording import NO_CRIMES
from figuretrail.tables.layout.hints import Hints, check_sheets, read_hints
from figuretrail.tables.layout.jointcells import part_cells
from figuretrail.tables.layout.keytables import take_keys
from figuretrail.tables.layout.looks import glances
from figuretrail.tables.layout.notes import (
    Key,
    explained_marks,
    read_key,
    show_marks,
    speaks_of_blanks,
    without_entries,
)
from figuretrail.tables.layout.pageanswers import answers_of
from figuretrail.tables.layout.pagesubject import Subject, subject_of
from figuretrail.tables.layout.parts import Column
from figuretrail.tables.layout.regions import Regions, Table, find_regions
from figuretrail.tables.layout.requests import Question, questions_of, with_questions


@dataclasses.dataclass(slots=True)
class TableRead:
    """One table: where it lies, its headers, and what became of its cells.

    `fault` is the error of the program, if one kept the table from being read.
    """

    table: Table
    headers: Headers
    outcome: Outcome
    fault: str | None = None

    @property
    def place(self) -> str:
        """The cells of the table, as `A3:D9`."""
        table = self.table
        return f"{column_name(table.left)}{table.top + 1}:{column_name(table.right)}{table.bottom + 1}"


@dataclasses.dataclass(slots=True)
class SheetRead:
    """One sheet: its regions and tables; `ignored` says why a whole sheet was left out.

    `fault` is the error of the program, if one kept the sheet's tables from being found. `parted` is the sheet as it
    is read, where numbers were taken out of cells that hold more.
    """

    sheet: Sheet
    regions: Regions
    tables: list[TableRead]
    ignored: str | None = None
    fault: str | None = None
    parted: Sheet | None = None

    @property
    def read(self) -> Sheet:
        """The sheet as its regions lie in it."""
        return self.parted or self.sheet


@dataclasses.dataclass(slots=True)
class WorkbookRead:
    """All that was made of a workbook."""

    workbook: Workbook
    sheets: list[SheetRead]
    hints: Hints

    @property
    def figures(self) -> list[Figure]:
        """The figures in the order of the sheets and their tables."""
        return [figure for sheet in self.sheets for table in sheet.tables for figure in table.outcome.figures]

    def faults(self, path: Path) -> list[SourceError]:
        """One error for each table or sheet of the file that the program failed to read; the others are not touched."""
        found = [(f"sheet {sheet.sheet.name!r}", "sheet", sheet.fault) for sheet in self.sheets]
        found += [
            (f"sheet {sheet.sheet.name!r}, the table at {table.place}", "table", table.fault)
            for sheet in self.sheets
            for table in sheet.tables
        ]
        return [
            SourceError(
                path,
                place,
                found=fault,
                expected=f"a {what} that is read without an error of the program",
                remedy=f"report it with the file; till then leave the {what} out of a copy, or hint at its header rows",
            )
            for place, what, fault in found
            if fault is not None
        ]


def read_workbook(path: Path, entry: Entry, *, fully: bool = False) -> WorkbookRead:
    """Read a workbook and every table in it. Raises SourceError where the file can't be read or a hint is wrong.

    A workbook in which no cell could name an offence of ours is not looked into, unless `fully` asks for it.
    """
    hints = read_hints(path, entry)
    workbook = read(path)
    check_sheets(path, hints, [sheet.name for sheet in workbook.sheets])
    return understand(workbook, entry, hints, fully=fully)


def understand(workbook: Workbook, entry: Entry, hints: Hints, *, fully: bool = False) -> WorkbookRead:
    """Make figures of sheets that are already read."""
    if not fully and not may_name_an_offence(workbook, entry):
        return WorkbookRead(workbook, [], hints)
    about = Subject()
    if workbook.titles is not None:
        answered = answers_of(workbook)
        about = subject_of(workbook, answered.request)
        workbook = Workbook(answered.sheets, workbook.titles)
    questions = questions_of(workbook.sheets)
    divided = [_divided(sheet, hints, questions) for sheet in workbook.sheets]
    shown = [one.read for one in divided if one.ignored is None]
    regions = [one.regions for one in divided if one.ignored is None]
    hints.used |= {"header_rows"} if hints.header_rows else set()
    hints.used |= {"sheets"} if hints.sheets else set()
    told = [take_keys(sheet, region) for sheet, region in zip(shown, regions, strict=True)]
    mark_parts(shown, regions)
    default = default_of(Workbook(shown), regions, entry, about.said)
    default = default._replace(place=about.place, period=about.period or default.period)
    keys = [
        [*region.lines, *own, *explained_marks(sheet, region.kinds)]
        for sheet, region, own in zip(shown, regions, told, strict=True)
    ]
    # What a sheet of tables says of blanks it says of its own; a sheet of notes speaks of all.
    elsewhere = [
        line
        for lines, region in zip(keys, regions, strict=True)
        for line in lines
        if not (region.tables and speaks_of_blanks(line.text))
    ]
    codes = Codes(shown)
    found = iter(zip(regions, keys, strict=True))
    sheets = []
    for one in divided:
        if one.ignored is not None:
            sheets.append(one)
            continue
        region, lines = next(found)
        others = elsewhere if len(shown) > 1 else ()
        key = read_key(lines, hints, others, one_page=workbook.titles is not None)
        key = without_entries(key, zip(shown, regions, strict=True))
        show_marks(one.read, region, key)
        sheets.append(_read_sheet(one, entry, default, hints, key, codes))
    return WorkbookRead(workbook, sheets, hints)


def _divided(sheet: Sheet, hints: Hints, questions: dict[int, Question]) -> SheetRead:
    """A sheet with the tables and lines found in it, none of which is read yet."""
    ignored = _why_ignored(sheet, hints)
    if ignored is not None:
        return SheetRead(sheet, Regions([], []), [], ignored)
    try:
        asked = with_questions(sheet, questions)
        kinds = list(map(glances, asked.rows))
        parted = part_cells(asked, kinds)
        known = kinds if parted is asked else None
        regions = find_regions(parted, hints.header_rows.get(sheet.name, ()), known)
        return SheetRead(sheet, regions, [], parted=None if parted is sheet else parted)
    except Exception as error:  # a fault of ours in one sheet must not keep the others from being read
        fault = told_with_its_line(error)
        return SheetRead(sheet, Regions([], []), [], f"an error of the program: {fault}", fault)


def _why_ignored(sheet: Sheet, hints: Hints) -> str | None:
    if sheet.hidden:
        return "a hidden sheet"
    if hints.sheets and sheet.name not in hints.sheets:
        return "the entry's hints name other sheets"
    return None


def _read_sheet(one: SheetRead, entry: Entry, default: Default, hints: Hints, key: Key, codes: Codes) -> SheetRead:
    sheet, regions = one.read, one.regions
    result = SheetRead(one.sheet, regions, [], parted=one.parted)
    told: list[list[Figure]] = []
    heads = SheetHeads(sheet, regions)
    for table in regions.tables:
        try:
            around = surroundings_of(sheet, heads, table, entry, default, hints)
            around.told = told
            result.tables.append(_read_table(sheet, regions, table, around, key, codes))
        except Exception as error:  # a fault of ours in one table must not keep the others from being read
            result.tables.append(_unread(sheet, table, error))
        if sheet.taken:
            put_back(result.tables[-1].outcome, one.sheet, sheet)
        told.append(result.tables[-1].outcome.figures)
    return result


def _read_table(
    sheet: Sheet, regions: Regions, table: Table, around: Surroundings, key: Key, codes: Codes
) -> TableRead:
    headers = read_headers(sheet, table, regions.kinds, victim_age=around.counted()[0] == "victim_age")
    headers = with_meanings(with_named_times(headers, table), codes, key.lines)
    over = [(c.part, label) for c in headers.columns if c.axis != NO_CRIMES for label in c.headers]
    # What stands over the rows' numbers may name a place or an offence: "Kent Police" over "Q1", "Q2"
    corner = [label for part, label in over if part == "label" or (part == "id" and label.roles)]
    corner += asked_left_of_labels(headers.columns)
    corner += sex_of_one(headers, around.counted())
    corner += [
        read_label(words)
        for label, _ in headers.rows.get(table.data_rows[0], ())
        if (words := number_parted(label.text))
    ]
    around = around.above(corner, frozenset(filter(None, map(_lists_units, headers.labels))))
    outcome = read_line_list(sheet, table, headers, around) or read_cells(sheet, table, headers, around, key)
    return TableRead(table, headers, outcome)


FEWEST_UNITS = 3  # that a list of them and its total hold at least


def _lists_units(column: Column) -> str:
    """The heading, in lower case, over the names of several parts of a force: "bcu"; "" over anything else."""
    own = column.headers[0] if column.headers else None
    if own is None or own.dimension != "place" or len(set(column.values)) <= FEWEST_UNITS:
        return ""
    return own.text.strip().lower()


def _unread(sheet: Sheet, table: Table, error: Exception) -> TableRead:
    """A table that the program failed to read, with all its cells left out for that reason."""
    fault = told_with_its_line(error)
    cells = [(row, column) for row in table.data_rows for column in range(table.left, table.right + 1)]
    ignored = {cell: f"an error of the program: {fault}" for cell in cells if cell_at(sheet, *cell) != ""}
    return TableRead(table, Headers([], {}), Outcome(ignored=ignored), fault)
