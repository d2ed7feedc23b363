"""Rows and columns by what their cells hold at a glance: a letter for each cell.

What belongs here: the letters themselves, which columns hold numbers and which cells text. What does not: which rows
are headers (`headerrows`).
"""

import datetime as dt
import functools
import re
from collections.abc import Callable, Sequence
from typing import Any

from figuretrail.tables.files.grid import Scalar
from figuretrail.tables.language.values import read_text

FIRST_YEAR, LAST_YEAR = 1990, 2100  # which a number may be as well


# What a cell holds at a glance: " " nothing, n number, y number that may be a year, d date, v text that is a value,
# w text that is a value or a label, t text.
@functools.lru_cache(maxsize=50_000)
def _glance_text(text: str) -> str:
    if not text or text.isspace():
        return " "
    reading = read_text(text)
    if reading is None:
        return "t"
    if reading.weak or re.match(r"\s*(?:under|over|below)\s?1\d\b", text, re.I):
        return "w"
    if (
        reading.value is not None
        and FIRST_YEAR <= reading.value <= LAST_YEAR
        and re.fullmatch(r"(?:19|20)\d\d\W{0,3}(?:\w{0,2}\W)?", text.strip())
    ):
        return "y"
    return "v"


@functools.lru_cache(maxsize=10_000)
def _glance_number(number: float) -> str:
    return "y" if FIRST_YEAR <= number <= LAST_YEAR and number == int(number) else "n"


def _glance_other(value: Scalar) -> str:
    return "d" if isinstance(value, dt.date) else "t"


_GLANCES: dict[type, Callable[[Any], str]] = {str: _glance_text, float: _glance_number, int: _glance_number}


def glance(value: Scalar) -> str:
    """One letter for what a cell holds."""
    return _GLANCES.get(type(value), _glance_other)(value)


def glances(cells: Sequence[Scalar]) -> str:
    """One letter for each cell of a row."""
    return "".join([_GLANCES.get(type(value), _glance_other)(value) for value in cells])


def numeric_columns(rows: list[str]) -> list[int]:
    """The columns in which half or more of what is filled is a number or a mark; a date may have been either."""
    found = []
    for column, kinds in enumerate(zip(*rows, strict=True)):
        numbers = kinds.count("n") + kinds.count("v")
        if numbers and 2 * numbers >= len(kinds) - kinds.count(" ") - kinds.count("d"):
            found.append(column)
    return found


def columns_of_values(rows: list[str]) -> set[int]:
    """The columns that hold numbers, but for a stray one among references."""
    looks = map("".join, zip(*rows, strict=True))
    return {c for c, look in enumerate(looks) if 5 * sum(map(look.count, "nvy")) > len(look) - look.count(" ")}


def texts_of(kinds: str) -> list[int]:
    """The columns in which a row holds text, and not a mark or a word for a number."""
    return [column for column, kind in enumerate(kinds) if kind == "t"]


def holds_numbers_only(rows: list[str], column: int) -> bool:
    """Whether a column holds numbers or marks, and nothing else."""
    held = {row[column] for row in rows} - {" "}
    return bool(held) and held <= {"n", "v"}
