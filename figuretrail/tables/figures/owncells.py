"""Cells that say more than their row and column: a time or a label beside them, a remark, a footnote, a wider cell.

What belongs here: asking each of these, and a number's own footnote. What does not: what whole rows and columns share
(`accounts`).
"""

import re
from typing import TYPE_CHECKING

from figuretrail.tables.figures.bounds import between_bounds
from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import OfCells, changed, join, settled_span
from figuretrail.tables.figures.mergedcells import over_several_columns
from figuretrail.tables.figures.pairsacross import by_labels_before
from figuretrail.tables.figures.remarkyears import by_remarks
from figuretrail.tables.files.grid import cell_at
from figuretrail.tables.language.periods import clip
from figuretrail.tables.language.wording import STARTS_WITH_TIME
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.notes import footnote_bounds, footnote_of

if TYPE_CHECKING:
    from figuretrail.tables.figures.accounts import TableAccounts


def of_single_cells(work: "TableAccounts") -> OfCells:
    """For each cell of which its row and column say something else than of the others, what they say of it."""
    own = {**between_bounds(work), **by_remarks(work), **by_labels_before(work), **over_several_columns(work)}
    own.update(_by_footnotes(work, own))
    return own


_ONLY = Words(r"\b(?:only|just|covers?|holds?|runs?|includes?)\b", re.I)
_BEFORE_TIME = re.compile(r"(?:\W|\b(?:is|was|for|from|to|up|until|since|the|period|months?|of)\b)*", re.I)


def _says_how_long(note: str | None) -> bool:
    """Whether a footnote says which time its number holds: it begins with that, or holds it "only"."""
    if note is None:
        return False
    begins = _BEFORE_TIME.match(note)
    return bool(_ONLY.search(note) or (begins and STARTS_WITH_TIME.match(note[begins.end() :])))


_NUMBER_WITH_A_MARK = re.compile(r"\s*[<>~]?\s*\d[\d,. ]*%?\s*[^\d\s].{0,5}")


def _by_footnotes(work: "TableAccounts", own: OfCells) -> OfCells:
    """Of numbers with a footnote that limits their time what they say with that part of it: "38 (4)"."""
    if not work.key.footnotes or len(work.rows) > LONG_LIST_ROWS:
        return {}
    found: OfCells = {}
    for column in work.headers.values:
        for row, across in work.rows.items() if "t" in column.kinds or "v" in column.kinds else ():
            text = cell_at(work.sheet, row, column.index)
            if not isinstance(text, str) or not _NUMBER_WITH_A_MARK.fullmatch(text):
                continue
            if not _says_how_long(footnote_of(text, work.key)):
                continue  # "A new system since November 2020" says nothing of one number
            across, down = own.get((row, column.index), (across, work.columns[column.index]))
            whole = settled_span(join(across, down))
            bounds = footnote_bounds(text, work.key, whole) if whole is not None and None not in whole else None
            if whole is not None and bounds is not None and (part := clip(whole, bounds)) != whole:
                found[row, column.index] = changed(across, cuts=(*across.cuts, (whole, part))), down
    return found
