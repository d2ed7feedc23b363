"""Percentages with a sign, or a word for one, in a column whose heading names but times: "since 2018/19" over "+44%".

What belongs here: that such a column tells changes, since no share has a sign. What does not: headings that say so
themselves (`wording`), and which times are compared (`changes`).
"""

from figuretrail.tables.files.grid import Scalar
from figuretrail.tables.language.labels import Label, settled
from figuretrail.tables.language.periods import read_comparison
from figuretrail.tables.language.saidchanges import said_change
from figuretrail.tables.language.values import read_text
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.parts import Column

_POINTS = Words(r"\bpoints?\b|\bpp\b|\bpts?\b")  # which a share rose by
_SIGNS = ("+", "-", "−", "–")


def tell_signed_changes(columns: list[Column]) -> None:
    """Take the heading of a column of values for that of changes, where most of its numbers are signed percentages."""
    for column in columns:
        own = column.headers[0] if column.headers else None
        if own is not None and own.unit in (None, "share") and _heads_changes(column, own):
            told = settled(own, unit="change", comparison=own.comparison or read_comparison(own.text))
            column.headers = (told, *column.headers[1:])


def _heads_changes(column: Column, own: Label) -> bool:
    if "v" not in column.kinds or own.roles - {"period"} or own.counted == "other" or _POINTS.search(own.text.lower()):
        return False
    texts = [value.strip() for value in column.values if isinstance(value, str) and "%" in value]
    numbers = sum(kind in "nvy" for kind in column.kinds)
    return 2 * sum(map(_is_signed, texts)) > numbers


def _is_signed(text: Scalar) -> bool:
    """Whether a text is a percentage with a sign of its own, or says in a word which one it has."""
    if not isinstance(text, str):
        return False
    if said_change(text.lower()) is not None:
        return True
    reading = read_text(text) if text.startswith(_SIGNS) else None
    return reading is not None and reading.percent and reading.value is not None
