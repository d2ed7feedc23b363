"""Which cells are shown as a percentage: the number formats that the reading library leaves out.

What belongs here: the few bits of a package's own XML that are needed for that, found with patterns so that nothing in
it is expanded or followed. What does not: values.
"""

import re
import zipfile
from collections.abc import Callable
from html import unescape

from figuretrail.tables import biff, biff12

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:.-]+)="([^"]*)"')
_STYLED_CELL = re.compile(rb"<(?:\w+:)?c ([^>]*?\bs=[^>]*)>")
_STYLE = re.compile(rb'\bs="(\d+)"')
_CELL_REFERENCE = re.compile(rb'\br="([A-Z]+\d+)"')
_PERCENT_BUILT_IN = {9, 10}
Cells = set[tuple[int, int]]  # row and column, counted from 0


class Formats:
    """The number formats of a workbook, from its bytes or its opened package; parsed only where a sheet asks."""

    def __init__(self, data: bytes, package: zipfile.ZipFile | None) -> None:
        self._data = data
        self._zip = package
        self._percents: set[bytes] = set()  # the numbers of the cell styles that show a percentage
        self._paths: dict[str, str] | None = None
        self._cells: dict[str, Cells] = {}

    def percent_format(self, sheet: str) -> Callable[[int, int], bool | None]:
        """A function of row and column that tells whether the cell is shown as a percentage."""

        def ask(row: int, column: int) -> bool | None:
            cells = self._of_sheet(sheet)
            return None if cells is None else (row, column) in cells

        return ask

    def _of_sheet(self, sheet: str) -> Cells | None:
        if sheet not in self._cells:
            try:
                self._read(sheet)
            except (KeyError, ValueError, OSError, zipfile.BadZipFile):
                return None
        return self._cells.get(sheet)

    def _read(self, sheet: str) -> None:
        """Find the percentages of a sheet, or of all where they are found together."""
        if self._zip is None:
            self._cells = biff.percent_cells(self._data) or {}
        elif "content.xml" in self._zip.NameToInfo:
            self._cells = _ods_percentages(self._zip.read("content.xml"))
        elif "xl/workbook.xml" in self._zip.NameToInfo:
            self._cells[sheet] = self._xlsx(sheet)
        elif "xl/workbook.bin" in self._zip.NameToInfo:
            self._cells = biff12.percent_cells(self._zip)

    def _xlsx(self, sheet: str) -> Cells:
        assert self._zip is not None
        if self._paths is None:
            self._paths = _sheet_paths(self._zip)
            styles = _percent_styles(self._zip.read("xl/styles.xml")) if "xl/styles.xml" in self._zip.NameToInfo else []
            self._percents = {b"%d" % number for number, percent in enumerate(styles) if percent}
        if not self._percents:
            return set()
        cells = set()
        for match in _STYLED_CELL.finditer(self._zip.read(self._paths[sheet])):
            attributes = match[1]
            style = _STYLE.search(attributes)
            if style and style[1] in self._percents and (reference := _CELL_REFERENCE.search(attributes)):
                cells.add(_position(reference[1]))
        return cells


def _position(reference: bytes) -> tuple[int, int]:
    column = 0
    for index, letter in enumerate(reference):
        if letter < 58:
            return int(reference[index:]) - 1, column - 1
        column = column * 26 + letter - 64
    return -1, column - 1


def _sheet_paths(package: zipfile.ZipFile) -> dict[str, str]:
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
    for match in re.finditer(rb"<(?:\w+:)?numFmt\s([^>]*?)/?>", styles):
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        code = re.sub(r'"[^"]*"|\\.', "", unescape(attributes.get(b"formatCode", b"").decode()))
        if "%" in code:
            custom.add(int(attributes.get(b"numFmtId", b"-1")))
    block = re.search(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", styles, re.DOTALL)
    if block is None:
        return []
    result = []
    for match in re.finditer(rb"<(?:\w+:)?xf\s([^>]*?)/?>", block[0]):
        number = int(dict(_ATTRIBUTE.findall(match[1])).get(b"numFmtId", b"0"))
        result.append(number in _PERCENT_BUILT_IN or number in custom)
    return result


_TABLE = re.compile(rb'<table:table\s[^>]*?table:name="([^"]*)"[^>]*>')
_ODS_PART = re.compile(rb"<table:(table-row|table-cell|covered-table-cell)\b([^>]*)>")


def _ods_percentages(content: bytes) -> dict[str, Cells]:
    sheets: dict[str, Cells] = {}
    starts = list(_TABLE.finditer(content))
    ends = [start.start() for start in starts[1:]] + [len(content)]
    for start, end in zip(starts, ends, strict=True):
        cells: Cells = set()
        row, column, repeat = -1, 0, 1
        for part in _ODS_PART.finditer(content, start.end(), end):
            attributes = dict(_ATTRIBUTE.findall(part[2]))
            if part[1] == b"table-row":
                row, column = row + repeat, 0
                repeat = int(attributes.get(b"table:number-rows-repeated", b"1"))
                continue
            count = int(attributes.get(b"table:number-columns-repeated", b"1"))
            if attributes.get(b"office:value-type") == b"percentage":
                for offset in range(min(count, 100)):
                    cells.add((max(row, 0), column + offset))
            column += count
        sheets[unescape(start[1].decode())] = cells
    return sheets
