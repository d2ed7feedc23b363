"""Titles of tables that stand side by side, each over its own, with an empty row below: "Q2 Apps | | | Q3 Victims".

What belongs here: telling such a row from headers that are parted from their rows. What does not: titles so long that
no header is (`regions`), and headers right above the rows, which stand over their own columns.
"""

from typing import TYPE_CHECKING

from figuretrail.tables.files.grid import Sheet

if TYPE_CHECKING:
    from figuretrail.tables.layout.regions import Table

Title = tuple[int, int, str]  # a cell's row, column and text
MOST_ROWS = 3  # of titles one below the other


def titles_beside(tables: "list[Table]", kinds: list[str], sheet: Sheet) -> dict[int, list[Title]]:
    """The blocks that are but such a row, by their number, with their titles."""
    found = {}
    for number, block in enumerate(tables):
        if block.data_rows or not 0 < len(block.header_rows) <= MOST_ROWS:
            continue
        beside = _side_by_side(tables[number + 1 :])
        titles = [_over(row, kinds[row], sheet, beside) for row in block.header_rows] if len(beside) > 1 else [[]]
        if all(titles) and any(len(texts) > 1 for texts in titles):
            found[number] = [title for texts in titles for title in texts]
    return found


def _over(row: int, kinds: str, sheet: Sheet, tables: "list[Table]") -> list[Title]:
    """The texts of a row, each over another of several tables; none where it holds anything else."""
    filled = [column for column, kind in enumerate(kinds) if kind != " "]
    over = [next((t for t in tables if t.left <= column <= t.right), None) for column in filled]
    texts = all(type(sheet.rows[row][column]) is str for column in filled)
    if not texts or None in over or len({id(table) for table in over}) < len(filled):
        return []
    return [(row, column, str(sheet.rows[row][column]).strip()) for column in filled]


def _side_by_side(tables: "list[Table]") -> "list[Table]":
    """The tables with headers of their own that share rows with the first one."""
    first = next((table for table in tables if table.data_rows), None)
    if first is None or first is not tables[0]:
        return []
    return [t for t in tables if t.data_rows and t.header_rows and t.first <= first.bottom and first.first <= t.bottom]
