"""Which cells are shown as a percentage: the number formats that the reading library leaves out.

What belongs here: the few bits of a package's own XML that are needed for that, found with patterns so that nothing in
it is expanded or followed. What does not: values.
"""

import itertools
import re
import zipfile
import zlib
from html import unescape

from figuretrail.tables.files import biff, biff12
from figuretrail.tables.files.grid import Cells
from figuretrail.tables.files.package import Package

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:.-]+)="([^"]*)"')
_CELL_REFERENCE = re.compile(rb'\br="([A-Z]+\d+)"')
_PERCENT_BUILT_IN = {b"9", b"10"}


class Formats:
    """The number formats of a workbook, from its bytes or its opened package; parsed only where a sheet asks."""

    def __init__(self, data: bytes, package: Package | None) -> None:
        self._data = data
        self._package = package
        self._percents: list[bytes] | None = None  # the numbers of the cell styles that show a percentage
        self._paths: dict[str, str] = {}
        self._cells: dict[str, Cells] = {}

    def percentages(self, sheet: str) -> Cells:
        """The cells of a sheet that are shown as percentages; none where the file doesn't tell."""
        if sheet not in self._cells:
            try:
                self._read(sheet)
            except (KeyError, ValueError, OSError, zipfile.BadZipFile, zlib.error):
                return set()
        return self._cells.get(sheet, set())

    def _read(self, sheet: str) -> None:
        """Find the percentages of a sheet, or of all where they are found together."""
        if self._package is None:
            self._cells = biff.percent_cells(self._data) or {}
        elif "content.xml" in self._package.parts:
            self._cells = _ods_percentages(self._package.read("content.xml"))
        elif "xl/workbook.xml" in self._package.parts:
            self._cells[sheet] = self._xlsx(self._package, sheet)
        elif "xl/workbook.bin" in self._package.parts:
            self._cells = biff12.percent_cells(self._package)

    def _xlsx(self, package: Package, sheet: str) -> Cells:
        if self._percents is None:
            styles = _percent_styles(package.read("xl/styles.xml")) if "xl/styles.xml" in package.parts else []
            self._percents = [b"%d" % number for number, percent in enumerate(styles) if percent]
        if not self._percents:
            return set()
        self._paths = self._paths or _sheet_paths(package)
        styled = re.compile(rb'<(?:\w+:)?c ((?=[^>]*?\bs="(?:%s)")[^>]*)>' % b"|".join(self._percents))
        found = (_CELL_REFERENCE.search(attributes) for attributes in styled.findall(package.read(self._paths[sheet])))
        return {_position(reference[1]) for reference in found if reference}


def _position(reference: bytes) -> tuple[int, int]:
    column = 0
    for index, letter in enumerate(reference):
        if letter < 58:
            return int(reference[index:]) - 1, column - 1
        column = column * 26 + letter - 64
    return -1, column - 1


def _sheet_paths(package: Package) -> dict[str, str]:
    relations = {}
    for match in _RELATION.finditer(package.read("xl/_rels/workbook.xml.rels")):
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        target = attributes.get(b"Target", b"").decode()
        relations[attributes.get(b"Id", b"")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    paths = {}
    for match in _SHEET.finditer(package.read("xl/workbook.xml")):
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        identity = next((value for name, value in attributes.items() if name.endswith(b":id")), b"")
        paths[unescape(attributes.get(b"name", b"").decode())] = relations.get(identity, "")
    return paths


def _percent_styles(styles: bytes) -> list[bool]:
    """For each cell style of the workbook, whether its number format shows a percentage."""
    custom = set()
    for attributes in _FORMAT.findall(styles) if b"%" in styles else ():
        said = dict(_ATTRIBUTE.findall(attributes))
        if "%" in _LITERAL.sub("", unescape(said.get(b"formatCode", b"").decode())):
            custom.add(said.get(b"numFmtId", b"-1"))
    percent = {*_PERCENT_BUILT_IN, *custom}
    block = styles.partition(b"cellXfs")[2].partition(b"cellXfs")[0]
    numbers = [_FORMAT_NUMBER.search(attributes) for attributes in _STYLE.findall(block)]
    return [number is not None and number[1] in percent for number in numbers]


_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*?)/?>")
_FORMAT_NUMBER = re.compile(rb'\bnumFmtId="(\d+)"')
_LITERAL = re.compile(r'"[^"]*"|\\.')  # text that a format shows beside the number
_STYLE = re.compile(rb"<(?:\w+:)?xf\s([^>]*?)/?>")
_TABLE = re.compile(rb'<table:table\s[^>]*?table:name="([^"]*)"[^>]*>')
_ODS_PART = re.compile(rb"<table:(?:(table-row)|(?:covered-)?table-cell)\b([^>]*)>")
MOST_ROWS_REPEATED, MOST_COLUMNS_REPEATED = 10_000, 100  # that a filled cell stands for
_REPEATED = re.compile(rb'\btable:number-(?:rows|columns)-repeated="(\d+)"')


def _ods_percentages(content: bytes) -> dict[str, Cells]:
    sheets: dict[str, Cells] = {}
    starts = list(_TABLE.finditer(content))
    ends = [start.start() for start in starts[1:]] + [len(content)]
    for start, end in zip(starts, ends, strict=True):
        cells: Cells = set()
        row, column, rows = 0, 0, 0
        if content.find(b'office:value-type="percentage"', start.end(), end) >= 0:
            for is_row, attributes in _ODS_PART.findall(content, start.end(), end):
                repeated = _REPEATED.search(attributes) if b"-repeated=" in attributes else None
                count = int(repeated[1]) if repeated else 1
                if is_row:
                    row, column, rows = row + rows, 0, count
                    continue
                if b'office:value-type="percentage"' in attributes:
                    down, across = min(rows, MOST_ROWS_REPEATED), min(count, MOST_COLUMNS_REPEATED)
                    cells.update(itertools.product(range(row, row + down), range(column, column + across)))
                column += count
        sheets[unescape(start[1].decode())] = cells
    return sheets
