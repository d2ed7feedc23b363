"""A quick look at a whole workbook: could any cell of it name an offence of this project?

What belongs here: the one pattern that decides whether tables are looked for at all, so that a large workbook about
something else costs no more than reading its cells. What does not: reading labels.
"""

import re

from figuretrail.entry import Entry
from figuretrail.tables.files.grid import Workbook

_HINT = re.compile(
    r"communicat|(?<![^\W_])scwa?c(?![^\W_])|sex(?:ual)?[ _]comm|groom|(?:15\s?\(?|22|88)a(?![^\W_])|71/17|88/"
    r"|child|minor"
    r"|any (?:kind|type|recorded|crime"
    r"|offence)|all (?:recorded )?(?:crime|offence)",
    re.I,
)


def may_name_an_offence(workbook: Workbook, entry: Entry) -> bool:
    """Whether a cell, a sheet's or page's title or the entry holds a word without which no offence of ours is named."""
    if entry.hints.get("offence") or (entry.title and _HINT.search(entry.title)):
        return True
    if any(_HINT.search(title) for title in workbook.titles or ()):
        return True
    for sheet in workbook.sheets:
        if _HINT.search(sheet.name) or any(_HINT.search(text) for text in sheet.about):
            return True
        for row in sheet.rows:
            for value in row:
                if isinstance(value, str) and len(value) > 2 and _HINT.search(value):
                    return True
    return False
