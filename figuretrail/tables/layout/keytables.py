"""Keys that look like tables: "* | Figure below 4, or withheld", below it "- | No offences recorded".

What belongs here: blocks of nothing but marks with what they mean, which count nothing. What does not: what a mark
means (`notes`), and rows of marks among others, which belong to their table.
"""

import re

from figuretrail.tables.files.grid import Scalar, Sheet, surface_of
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.layout.blankentries import WRITTEN
from figuretrail.tables.layout.notes import meaning_of
from figuretrail.tables.layout.regions import Line, Regions, Table

FEWEST_MARKS = 2
MOST_MARKS = 12
MOST_ROWS_ABOVE = 2  # in which a key's heading stands
_MARK = re.compile(rf"\[\w{{1,3}}\]|[a-z]|[^\w\s]{{1,3}}|<\s?\d{{1,2}}|0|n/?[ak]|{WRITTEN}", re.I)
_HEADING = re.compile(
    r"\W*(?:notes?|keys?|legend|symbols?|marks?|markers?|explanation)\W*(?:used|to .{3,40})?\W*", re.I
)


def take_keys(sheet: Sheet, regions: Regions) -> list[Line]:
    """Take the keys out of a sheet's tables; what they say of each mark, as lines: "* = Figure below 4"."""
    found: list[Line] = []
    for table in list(regions.tables):
        told = _marks_told(sheet, table)
        if told:
            regions.tables.remove(table)
            found += [Line(row, table.left, f"{mark} = {meaning}") for row, mark, meaning in told]
    return found


def _marks_told(sheet: Sheet, table: Table) -> list[tuple[int, str, str]]:
    """The marks of a table that is but a key, each with its row and its meaning; none of any other table."""
    if table.header_rows or not FEWEST_MARKS <= len(table.data_rows) <= MOST_MARKS:
        return []
    told: list[tuple[int, str, str]] = []
    over = [line.text for line in (*table.titles, *table.notes) if table.top - MOST_ROWS_ABOVE <= line.row < table.top]
    turned = any(map(_HEADING.fullmatch, over))  # "Key" heads marks on either side
    for row in table.data_rows:
        cells = [value for value in sheet.rows[row][table.left : table.right + 1] if value != ""]
        pair = _mark_and_meaning(cells, turned=turned)
        if pair is None:
            return []
        told.append((row, *pair))
    explained = [meaning_of(meaning) for _, _, meaning in told]
    distinct = len({mark for _, mark, _ in told}) == len(told)
    return told if distinct and 2 * explained.count(None) <= len(told) else []


def _mark_and_meaning(cells: list[Scalar], *, turned: bool) -> tuple[str, str] | None:
    """A mark and the text beside it, which names no entry of a list: "Under 13" is one, "Number below 5" is none."""
    if len(cells) != 2:
        return None
    texts = [surface_of(value) for value in cells]
    for mark, text in (texts, texts[::-1]) if turned else (texts,):
        if _MARK.fullmatch(mark) and len(text) > len(mark) and not read_label(text).roles:
            return mark, text
    return None
