"""Forms that a request brings along: blank ones, and those that a force has filled in.

What belongs here: whether a table under "Please complete" holds an answer. What does not: examples, whose numbers are
made up (`wording`, `surroundings`).
"""

import itertools
import re

from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import surface_of
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.regions import Table

_RETURNED = Words(
    r"\b(?:completed|filled[- ]in|filled out|populated|returned|answered)\b"
    r"(?! (?:table|form|sheet)s? (?:should|must|to)\b)"
    r"|\b(?:our|force) (?:response|reply|answer)\b|\bresponse (?:from|of|by)\b",
    re.I,
)
_ASKED = Words(
    r"\b(?:to be|be|please|when|once|if|should be|must be) (?:completed|filled|populated|returned|answered)\b", re.I
)
LONGEST_ENTRY = 40  # characters of an entry of a list
FEWEST_NUMBERS = 3  # by which made-up ones are told

_IN_WORDS = re.compile(r"[^\W\d_]{4}")  # "not held" throughout is an answer, "x" is none


def is_filled_in(table: Table, headers: Headers, around: list[str]) -> bool:
    """Whether a form holds an answer: something in most rows, which is not one and the same, nor round throughout.

    `around` are the lines about the table: one may say that the form was completed.
    """
    stated = {
        (row, column.index): value
        for column in headers.values
        for row, value, kind in zip(table.data_rows, column.values, column.kinds, strict=True)
        if kind in "nvyw"
    }
    rows = {row for row, _ in stated}
    if any(_RETURNED.search(text) and not _ASKED.search(text) for text in around):
        return bool(rows)
    # Entries with nothing beside them stand below the table as lines of text.
    blank = sum(len(line.text) <= LONGEST_ENTRY and bool(read_label(line.text).roles) for line in table.notes)
    if not rows or 2 * len(rows) < len(table.data_rows) + blank:
        return False
    values = [stated[cell] for cell in sorted(stated)]
    told = set(map(surface_of, values))
    if len(values) > 1 and len(told) == 1 and not _IN_WORDS.search(told.pop()):
        return False
    return not _made_up([value for value in values if isinstance(value, int | float)])


def _made_up(numbers: list[float]) -> bool:
    """Whether numbers are all tens, or count up one by one: 10, 20, 30; 1, 2, 3."""
    if len(numbers) < FEWEST_NUMBERS:
        return False
    return all(n % 10 == 0 for n in numbers) or all(b == a + 1 for a, b in itertools.pairwise(numbers))
