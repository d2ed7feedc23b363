"""Workbook -> figures.

`files` opens a file and gives its sheets as rows of plain values; `language` says what the words in a cell mean, each
by itself; `layout` finds the tables of a sheet and what part their rows, columns and lines play; `figures` makes
figures of their cells. Each leans on those before it alone. `chain` runs them, and keeps all that was made on the way;
`explain` shows it, `reread` reads one cell again, `gate` and `answerpages` say whether a file is worth reading at all.
"""

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
