"""Entries that are called blank, as pivot tables call what has no name: "(blank)" among the platforms.

What belongs here: telling such an entry from an empty cell, in a note and in a sheet. What does not: what either means
(`notes`).
"""

import re
from collections.abc import Sequence

from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.layout.lending import Block

NAME = "(blank)"  # of such an entry, as a mark that notes explain
LONGEST = 12  # characters of such a name, with its brackets
WRITTEN = r"[(\[]?[Bb]lank(?:s| cells?)?[)\]]?"  # in a key of two columns
_ENTRY = re.compile(r"\W*blanks?\W*", re.I)
_APART = re.compile(r"\(blanks?\)|[\"'‘“]blanks?[\"'’”]", re.I)
# "Blank = none of the search terms was found", but "Blank cells", "A blank", "Blanks"
_BARE = re.compile(r"blank\b(?! (?:cells?|fields?|entr|spaces?|boxes))", re.I)
_BEFORE = re.compile(r"\W*(?:\w{1,2}[.):]\W*)?")


def names_an_entry(clause: str, start: int) -> bool:
    """Whether what a clause of a note calls blank, from `start` on, may be an entry, by how it is written."""
    said = clause[start:].lstrip(" ;,.")
    return _APART.match(said) is not None or (
        _BARE.match(said) is not None and _BEFORE.fullmatch(clause[:start]) is not None
    )


def lists_an_entry(sheet: Sheet, kinds: Sequence[str], table: Block) -> bool:
    """Whether some header of a table, or a row of it with numbers, bears such an entry's name."""
    rows = [row for row in table.data_rows if "n" in kinds[row]]  # "(blank) | none recorded" is a key
    return any(
        isinstance(value, str) and len(value) < LONGEST and _ENTRY.fullmatch(value) is not None
        for row in (*table.header_rows, *rows)
        for value in sheet.rows[row][table.left : table.right + 1]
    )
