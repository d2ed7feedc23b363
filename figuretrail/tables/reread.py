"""Cells read again: what a figure's address holds now, so that an audit can confirm that the source still says it.

What belongs here: address in, text out, with the same spelling that a figure's surface has. What does not: judging.
"""

from collections.abc import Iterable
from pathlib import Path

from figuretrail.tables.files.grid import Sheet, parse_address, shown_text
from figuretrail.tables.files.read import read


def reread(path: Path | str, cells: Iterable[str]) -> dict[str, str | None]:
    """For each cell address (`sheet!B7`, or the range of a line list) the text that it holds now.

    None where the workbook has no such sheet or the address is none. A range gives the number of its filled rows, as a
    line list's figure does. Raises SourceError where the file can't be read.
    """
    sheets = {sheet.name: sheet for sheet in read(Path(path)).sheets}
    return {cell: _text(sheets, cell) for cell in cells}


def _text(sheets: dict[str, Sheet], cell: str) -> str | None:
    try:
        name, row, column = parse_address(cell)
    except ValueError:
        return None
    sheet = sheets.get(name)
    if sheet is None:
        return None
    address = cell[len(name) + 1 :]
    if ":" in address:
        _, last, _ = parse_address(f"{name}!{address.split(':')[1]}")
        filled = sum(any(value != "" for value in cells) for cells in sheet.rows[row : last + 1])
        return f"{filled} rows"
    return shown_text(sheet, row, column)
