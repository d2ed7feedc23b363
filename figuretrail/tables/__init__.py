"""Workbook -> figures: read, regions, headers, cells."""

from pathlib import Path

from figuretrail.entry import Entry
from figuretrail.figure import Figure
from figuretrail.tables.pages import is_table_page
from figuretrail.tables.reread import reread

__all__ = ["extract", "is_table_page", "reread"]


def extract(path: Path | str, *, entry: Entry | None = None) -> list[Figure]:
    """The figures of a workbook, sheet by sheet and row by row. Raises SourceError where the file can't be read.

    `entry` is what the catalogue knows of the source; it is used only where the workbook is silent.
    """
    # Imported here: whoever only reads a cell again, as a refresh does for every source, needs no header understood.
    from figuretrail.tables.chain import read_workbook

    path = Path(path)
    return read_workbook(path, entry or Entry(id=path.stem)).figures
