"""Labels that stand before each number of a row: "recorded crimes | 17/18 | 29 | 18/19 | 47", "Snap | 24 | Insta | 11".

What belongs here: telling such rows from those whose labels are of all their numbers, and what each number's own label
says. What does not: lists that stand side by side, each of several rows (`beside`), and pairs of days (`bounds`).
"""

from typing import TYPE_CHECKING

from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import OfCells, account_of, changed
from figuretrail.tables.files.grid import cell_at, surface_of
from figuretrail.tables.language.labels import Label, read_label

if TYPE_CHECKING:
    from figuretrail.tables.figures.accounts import TableAccounts

FEWEST_PAIRS = 3  # of a label and its number; of fewer the labels may be remarks
_SAID = ("period", "part", "quarter", "platforms", "kind", "place", "ages", "sex", "total", "skip", "puzzle", "texts")


def by_labels_before(work: "TableAccounts") -> OfCells:
    """Of numbers that each have a label right before them what that label and those of the whole row say."""
    if len(work.columns) < FEWEST_PAIRS or len(work.headers.columns) < 2 * FEWEST_PAIRS:
        return {}
    labels = {column.index for column in work.headers.columns if column.part in ("label", "note")}
    pairs = [index for index in work.columns if index - 1 in labels]
    if len(pairs) < FEWEST_PAIRS or len(pairs) < len(work.columns) or len(work.rows) > LONG_LIST_ROWS:
        return {}  # as nearly all tables
    found: OfCells = {}
    for row, across in work.rows.items():
        said = work.headers.rows.get(row, ())
        own = {index: surface_of(cell_at(work.sheet, row, index - 1)) for index in pairs}
        own = {index: text for index, text in own.items() if text}
        if len(own) < FEWEST_PAIRS or len(set(own.values())) < len(own):
            continue
        by_text = {label.text: (label, axis) for label, axis in said}
        nearest = {index: by_text.get(text, (read_label(text), None)) for index, text in own.items()}
        if not _are_one_list([label for label, _ in nearest.values()]):
            continue
        whole = [(label, axis) for label, axis in said if label.text not in own.values()]
        for index, label in nearest.items():
            one = account_of((label, *whole))
            found[row, index] = changed(across, **{name: getattr(one, name) for name in _SAID}), work.columns[index]
    return found


def _are_one_list(labels: list[Label]) -> bool:
    """Whether most labels of a row are entries of one list."""
    roles = [role for label in labels for role in label.roles]
    return any(2 * roles.count(role) > len(labels) for role in set(roles))
