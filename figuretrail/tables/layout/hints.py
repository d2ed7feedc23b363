"""Hints: the few declared keys by which a source's entry may help with a workbook that can't be understood alone.

What belongs here: their names, their validation, and which of them were used. What does not: applying them, which each
step does for its own (`regions`: header rows; `notes`: marks and blanks; `surroundings`: period, place, offence, base).
"""

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

from figuretrail.entry import Entry, as_date
from figuretrail.errors import SourceError
from figuretrail.figure import BASES
from figuretrail.tables.layout.notes import NOT_AVAILABLE, SUPPRESSED, ZERO
from figuretrail.timespan import Span

MEANINGS = (ZERO, SUPPRESSED, NOT_AVAILABLE)
KEYS = {
    "sheets": "a list of sheet names; only these are read",
    "header_rows": "the header rows of a sheet as numbers from 1: {Sheet1: [4, 5]}",
    "blank": f"what an empty cell beside numbers means: {', '.join(MEANINGS)}",
    "marks": f"what marks mean: {{'-': zero}}; {', '.join(MEANINGS)}",
    "period": "the time that numbers without one of their own count: [2017-04-01, 2018-03-31]",
    "base": f"what shares are shares of: {', '.join(BASES)}",
    "offence": "the offence that is counted where no header names one, as a slug",
    "place": "the place that is counted where no header names one",
}


@dataclasses.dataclass(slots=True)
class Hints:
    """A workbook's declared hints; `used` collects the keys that settled something."""

    sheets: tuple[str, ...] = ()
    header_rows: dict[str, tuple[int, ...]] = dataclasses.field(default_factory=dict)
    blank: str | None = None
    marks: dict[str, str] = dataclasses.field(default_factory=dict)
    period: Span | None = None
    base: str | None = None
    offence: str | None = None
    place: str | None = None
    used: set[str] = dataclasses.field(default_factory=set)


def read_hints(path: Path, entry: Entry) -> Hints:
    """The entry's hints, checked. Raises SourceError that names the key, what was found and what was expected."""
    for key in entry.hints:
        if key not in KEYS:
            raise _wrong(path, key, "a key that is not known", f"one of {', '.join(KEYS)}")
    given = entry.hints
    hints = Hints()
    if "sheets" in given:
        hints.sheets = _texts(path, "sheets", given["sheets"])
    if "header_rows" in given:
        hints.header_rows = _header_rows(path, given["header_rows"])
    if "blank" in given:
        hints.blank = _one_of(path, "blank", given["blank"], MEANINGS)
    if "marks" in given:
        if not isinstance(given["marks"], dict):
            raise _wrong(path, "marks", repr(given["marks"]), KEYS["marks"])
        hints.marks = {
            str(mark).strip().lower(): _one_of(path, "marks", what, MEANINGS) for mark, what in given["marks"].items()
        }
    if "period" in given:
        hints.period = _period(path, given["period"])
    if "base" in given:
        hints.base = _one_of(path, "base", given["base"], BASES)
    hints.offence = None if given.get("offence") is None else str(given["offence"])
    hints.place = None if given.get("place") is None else str(given["place"])
    return hints


def check_sheets(path: Path, hints: Hints, names: list[str]) -> None:
    """Refuse hints that name a sheet that the workbook doesn't have. Raises SourceError."""
    for key, wanted in (("sheets", hints.sheets), ("header_rows", tuple(hints.header_rows))):
        for name in wanted:
            if name not in names:
                raise _wrong(path, key, f"the sheet {name!r}", f"one of the workbook's sheets: {', '.join(names[:20])}")


def _wrong(path: Path, key: str, found: str, expected: str) -> SourceError:
    return SourceError(
        path,
        f"hint {key!r} of its entry",
        found=found,
        expected=expected,
        remedy="correct the hints in source.yaml; docs/hints.md lists them",
    )


def _texts(path: Path, key: str, value: Any) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list | tuple) or not values:
        raise _wrong(path, key, repr(value), KEYS[key])
    return tuple(str(item) for item in values)


def _one_of(path: Path, key: str, value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise _wrong(path, key, repr(value), f"one of {', '.join(allowed)}")
    return str(value)


def _header_rows(path: Path, value: Any) -> dict[str, tuple[int, ...]]:
    if not isinstance(value, dict):
        raise _wrong(path, "header_rows", repr(value), KEYS["header_rows"])
    rows = {}
    for sheet, numbers in value.items():
        numbers = [numbers] if isinstance(numbers, int) else numbers
        if not isinstance(numbers, list) or not all(isinstance(n, int) and n > 0 for n in numbers):
            raise _wrong(path, "header_rows", repr(numbers), KEYS["header_rows"])
        rows[str(sheet)] = tuple(number - 1 for number in numbers)
    return rows


def _period(path: Path, value: Any) -> Span:
    try:
        first, last = (as_date(day, "period") for day in value)
    except (TypeError, ValueError):
        raise _wrong(path, "period", repr(value), KEYS["period"]) from None
    if not isinstance(first, dt.date) or not isinstance(last, dt.date) or last < first:
        raise _wrong(path, "period", repr(value), KEYS["period"])
    return Span(first, last)
