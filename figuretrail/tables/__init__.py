"""Workbook -> figures: read, regions, headers, cells."""

from pathlib import Path

from figuretrail.entry import Entry
from figuretrail.errors import SourceError
from figuretrail.figure import Figure
from figuretrail.tables.reread import reread

# What understands labels is imported where it is needed: whoever only reads a cell again, as a refresh does for every
# source, needs none of it.

__all__ = ["extract", "is_table_page", "reread"]


def extract(path: Path | str, *, entry: Entry | None = None, faults: list[SourceError] | None = None) -> list[Figure]:
    """The figures of a workbook, sheet by sheet and row by row. Raises SourceError where the file can't be read.

    `entry` is what the catalogue knows of the source; it is used only where the workbook is silent. An error of the
    program ends only the table in which it happened: it is added to `faults`, or raised where no list is given.
    """
    from figuretrail.tables.chain import read_workbook

    path = Path(path)
    work = read_workbook(path, entry or Entry(id=path.stem))
    found = work.faults(path)
    if found and faults is None:
        raise found[0]
    if faults is not None:
        faults += found
    return work.figures


def is_table_page(path: Path) -> bool:
    """Whether a page's content is an answer with a table of our kind, rather than an article."""
    from figuretrail.tables import answerpages

    return answerpages.is_table_page(path)
