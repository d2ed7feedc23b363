"""What stands on a sheet for all of its tables: its head, which lines are titles, rows that name what it is all about.

What belongs here: that which is worked out once a sheet. What does not: what one table takes from it (`surroundings`).
"""

import bisect
from typing import NamedTuple

from figuretrail.tables.files.grid import Sheet, surface_of
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.layout.headerrows import names_an_entry
from figuretrail.tables.layout.lone import is_note
from figuretrail.tables.layout.regions import Line, Regions, Table
from figuretrail.tables.layout.scopes import speaks_of_all_below

LONGEST_RECORD = 20  # rows; what is longer is no head of an answer


class _Entry(NamedTuple):
    """An entry of a list as a row of two cells names it, with the last row of its table."""

    bottom: int
    order: int
    text: str


class SheetHeads:
    """What a sheet says above its first table, the tables that each line titles, and entries that rows name."""

    def __init__(self, sheet: Sheet, regions: Regions) -> None:
        first = min([table.first for table in regions.tables], default=0)
        self.head: list[Line] = [line for line in regions.lines if line.row < first and not is_note(line.text)]
        self._scopes = [line for line in regions.lines if line.row > first and speaks_of_all_below(line.text)]
        self._titled: dict[int, list[Table]] = {}
        named: dict[str | None, list[_Entry]] = {}
        for order, table in enumerate(regions.tables):
            for line in table.titles:
                self._titled.setdefault(line.row, []).append(table)
            for row in (*table.header_rows, *table.data_rows) if len(table.data_rows) <= LONGEST_RECORD else ():
                kinds = regions.kinds[row][table.left : table.right + 1].rstrip()
                cells = sheet.rows[row][table.left : table.left + 2]
                if names_an_entry(kinds, cells):
                    entry = _Entry(table.bottom, order, surface_of(cells[1]))
                    named.setdefault(read_label(str(cells[0])).dimension, []).append(entry)
        self._named = [sorted(entries) for entries in named.values()]
        self._bottoms = [[entry.bottom for entry in entries] for entries in self._named]

    def scope_of(self, table: Table) -> list[Line]:
        """The last line amid the sheet that speaks of all below it, and so of this table; none for most tables."""
        return [line for line in self._scopes if line.row < table.top][-1:]

    def is_title(self, line: Line, below: Table) -> bool:
        """Whether a line below a table titles another one, and stands no nearer to the table above it."""
        titled = self._titled.get(line.row, ())
        return any(other is not below and other.top - line.row <= line.row - below.bottom for other in titled)

    def named_above(self, table: Table) -> list[str]:
        """What rows "Offence | ...", "Force | Kent" above a table name, each list once: they head the whole answer."""
        both = zip(self._named, self._bottoms, strict=True)
        found = [entries[0] for entries, bottoms in both if bisect.bisect_left(bottoms, table.top) == 1]
        return [entry.text for entry in sorted(found, key=lambda entry: entry.order)]
