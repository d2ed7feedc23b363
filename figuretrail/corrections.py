"""Corrections of a source's figures: declared beside the source, guarded by what they correct, never silent.

What belongs here: parsing `corrections.yaml`, matching an entry to exactly one figure, applying it, writing a new one.
What does not: deciding that a number is wrong (`audit`) and keeping what was published (`assets.publication`).

One entry of corrections.yaml:

    - words: "30%"            # the number as the source writes it, or  cell: "2018-19!C7"
      in: "in the first year" # part of its sentence; needed only where the words stand more than once
      figure: paper-2018-06:77ab01c2d3 # its whole id; needed only where one sentence has the same words twice
      column: value
      was: 30                 # the guard: where the source no longer says so, the entry fails
      now: 29
      reason: "618 of 2,117 is 29.2%"
      who: "A. Researcher"
      date: 2026-11-22
      status: open            # open, reported, fixed_upstream
"""

import dataclasses
import datetime as dt
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from figuretrail import figure as contract
from figuretrail import yamlfile
from figuretrail.entry import as_date
from figuretrail.errors import SourceError
from figuretrail.figure import Figure, claim_id
from figuretrail.vocabulary import offences, places, platforms

FILE = "corrections.yaml"
STATUSES = ("open", "reported", "fixed_upstream")
KEYS = ("words", "cell", "in", "figure", "column", "was", "now", "reason", "who", "date", "status")

# What a figure claims, and the number that it gives. Its place and ids are what it is found by: those stay.
CORRECTABLE = ("value", "unit", "bound", "status", *contract.CLAIM_COLUMNS)
_ALLOWED = {
    "measure": contract.MEASURES,
    "unit": contract.UNITS,
    "bound": contract.BOUNDS,
    "base": contract.BASES,
    "geography_type": (*contract.GEOGRAPHY_TYPES, None),
    "victim_sex": (*contract.SEXES, None),
    "status": contract.STATUSES,
}
_NEVER_EMPTY = ("measure", "unit", "bound", "offence", "status")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Correction:
    """One entry of corrections.yaml, checked."""

    number: int  # its place in the file, from 1
    words: str | None
    cell: str | None
    within: str | None
    column: str
    was: Any
    now: Any
    reason: str
    who: str
    date: dt.date
    status: str
    figure: str | None = None

    @property
    def target(self) -> str:
        """How the entry names its figure, for a message."""
        if self.cell:
            return f"the cell {self.cell}"
        return f"the words {self.words!r}" + (f" in {self.within!r}" if self.within else "")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one correction.

    `state` is applied; superseded (fixed_upstream, kept for the record); expired (its guard failed: the source no
    longer says `was`); or unmatched (no figure, or several). The last two carry the error that says what to do.
    """

    correction: Correction
    state: str
    figure_id: str | None = None
    error: SourceError | None = None


def read_corrections(folder: Path) -> list[Correction]:
    """The corrections of a source's folder, in file order; none where there is no file. Raises SourceError."""
    path = folder / FILE
    if not path.exists():
        return []
    entries = yamlfile.parse(path, expected="a list of corrections")
    entries = [] if entries is None else entries
    if not isinstance(entries, list):
        raise SourceError(
            path,
            "",
            found=yamlfile.kind(entries),
            expected="a list of corrections",
            remedy="begin each entry with `- `",
        )
    return [_correction(path, number, entry) for number, entry in enumerate(entries, start=1)]


def _correction(path: Path, number: int, entry: Any) -> Correction:
    place = f"entry {number}"

    def fault(found: str, expected: str, remedy: str) -> SourceError:
        return SourceError(path, place, found=found, expected=expected, remedy=remedy)

    if not isinstance(entry, dict):
        raise fault(yamlfile.kind(entry), "keys and values", "write the entry by the example in docs/corrections.md")
    unknown = sorted(str(key) for key in entry if key not in KEYS)
    for key in ("column", "was", "now", "reason", "who", "date", "status"):
        if key not in entry or (key in ("column", "reason", "who", "date", "status") and not entry[key]):
            meant = yamlfile.misspelt(key, unknown) if key not in entry else None
            found = f"no {key!r}, but a key {meant!r}, which nothing reads" if meant else f"no {key!r}"
            remedy = f"write `{key}:` for `{meant}:`" if meant else f"add `{key}:`"
            raise fault(found, f"the keys {', '.join(KEYS)}", remedy)
    if unknown:
        raise fault(f"the key {unknown[0]!r}", f"the keys {', '.join(KEYS)}", "correct its spelling, or take it out")
    if bool(entry.get("words")) == bool(entry.get("cell")):
        raise fault(
            "both or none of words and cell", "one of them", "say `words:` for an article, `cell:` for a workbook"
        )
    if entry["column"] not in CORRECTABLE:
        raise fault(f"column {entry['column']!r}", f"one of {', '.join(CORRECTABLE)}", "correct the column's name")
    if entry["status"] not in STATUSES:
        raise fault(f"status {entry['status']!r}", f"one of {', '.join(STATUSES)}", "correct the status")
    try:
        was, now = (typed(entry["column"], entry[key]) for key in ("was", "now"))
        check_known(entry["column"], now)
        date = as_date(entry["date"], "date")
        assert date is not None
    except ValueError as error:
        column, _, rest = str(error).partition(": found ")
        found, _, expected = rest.partition(", expected ")
        raise fault(f"{column} = {found}", expected, "correct the value") from None
    if now is None and entry["column"] in _NEVER_EMPTY:
        raise fault(f"nothing as `now:` of {entry['column']}", "a value", "say what the column should hold")
    return Correction(
        number=number,
        words=_text(entry, "words"),
        cell=_text(entry, "cell"),
        within=_text(entry, "in"),
        column=entry["column"],
        was=was,
        now=now,
        reason=str(entry["reason"]),
        who=str(entry["who"]),
        date=date,
        status=entry["status"],
        figure=_text(entry, "figure"),
    )


def _text(entry: dict[str, Any], key: str) -> str | None:
    """What the entry says there, as text also where YAML takes it for a number (`in: 2017`)."""
    return None if entry.get(key) is None else str(entry[key])


def typed(column: str, value: Any) -> Any:
    """`value` as the column's type. Raises ValueError that says what was found and expected."""
    if column == "platforms":
        if not isinstance(value, list | tuple):
            raise ValueError(f"platforms: found {value!r}, expected a list")
        return tuple(sorted(str(name) for name in value))
    if value is None:
        return None
    if column.endswith(("_start", "_end")):
        return as_date(value, column)
    if column in ("value", "victim_age_min", "victim_age_max"):
        number = _number(column, value)
        if column != "value" and not number.is_integer():
            raise ValueError(f"{column}: found {value!r}, expected a whole number")
        return number if column == "value" else int(number)
    if column in _ALLOWED and value not in _ALLOWED[column]:
        allowed = ", ".join(str(choice) for choice in _ALLOWED[column] if choice is not None)
        raise ValueError(f"{column}: found {value!r}, expected one of {allowed}")
    return str(value)


def _number(column: str, value: Any) -> float:
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"{column}: found {value!r}, expected a number")
    return number


def check_known(column: str, value: Any) -> None:
    """A corrected place, platform or offence is one of the reference tables. Raises ValueError."""
    tables = {
        "geography": ("police_forces.csv or regions.csv", {place.name: place.names for place in places()}),
        "platforms": ("platforms.csv", {platform.name: platform.names for platform in platforms()}),
        "offence": ("offences.csv", {offence.slug: offence.names for offence in offences()}),
    }
    if column not in tables or value is None:
        return
    table, known = tables[column]
    for name in value if column == "platforms" else (value,):
        if name not in known:
            near = [right for right, names in known.items() if name.lower() in map(str.lower, names)]
            hint = f"; it is written {near[0]!r} there" if near else ""
            raise ValueError(f"{column}: found {name!r}, expected a name of sources/reference/{table}{hint}")


def apply_corrections(
    figures: list[Figure], corrections: list[Correction], *, folder: Path
) -> tuple[list[Figure], list[Outcome]]:
    """The figures with every correction applied, and what became of each; the figures given are left as they are.

    An entry whose status is fixed_upstream is expected to find that the source now says `now`, and changes nothing.
    """
    corrected = list(figures)
    outcomes = []
    for correction in corrections:
        matches = _matches(corrected, correction)
        if len(matches) != 1:
            error = _unmatched(folder / FILE, correction, len(matches))
            outcomes.append(Outcome(correction=correction, state="unmatched", error=error))
            continue
        figure = corrected[matches[0]]
        superseded = correction.status == "fixed_upstream"
        if getattr(figure, correction.column) != (correction.now if superseded else correction.was):
            error = _expired(folder / FILE, correction, getattr(figure, correction.column))
            outcomes.append(Outcome(correction=correction, state="expired", figure_id=figure.figure_id, error=error))
            continue
        if not superseded:
            corrected[matches[0]] = _corrected(figure, correction)
        state = "superseded" if superseded else "applied"
        outcomes.append(Outcome(correction=correction, state=state, figure_id=figure.figure_id))
    return corrected, outcomes


def wrong_value(figure: Figure) -> str | None:
    """What a value of the figure's unit is, where the figure's is none; None where it is one, or where there is none.

    A source may state what can't be, and is quoted with it; nobody corrects a number to one.
    """
    value = figure.value
    if value is None:
        return None
    if figure.unit == "count" and (value < 0 or not value.is_integer()):
        return "a count, a whole number of 0 or more"
    if figure.unit == "percent" and not 0 <= value <= 100:
        return "a share between 0 and 100"
    if figure.unit == "percent_change":
        return None if value >= -100 else "a change of -100 or more"
    return None if value >= 0 else "a number of 0 or more"


def broken_rule(figure: Figure, outcomes: list[Outcome], rule: str, *, folder: Path) -> SourceError:
    """The fault of the entries that made `figure` a row which breaks a rule of its table."""
    entries = [outcome.correction for outcome in outcomes if outcome.figure_id == figure.figure_id]
    entries = [correction for correction in entries if correction.column in figure.corrected] or entries
    said = ", ".join(f"{correction.column} = {plain(correction.now)}" for correction in entries)
    numbers = " and ".join(str(correction.number) for correction in entries)
    return SourceError(
        folder / FILE,
        f"entr{'y' if len(entries) == 1 else 'ies'} {numbers}",
        found=f"{said} at {entries[-1].target}",
        expected=rule,
        remedy="correct `now:`; where two columns belong together, correct the other one too, in an entry of its own",
    )


def plain(value: Any) -> str:
    """A column's value in a message: lists joined, whole numbers without a point, `nothing` for none."""
    if isinstance(value, tuple | list):
        return ", ".join(value) or "nothing"
    if isinstance(value, float):
        return f"{value:.12g}"
    return "nothing" if value is None else str(value)


def _corrected(figure: Figure, correction: Correction) -> Figure:
    """The figure as corrected: it keeps its id and says in `stated` what the source states."""
    stated = f"{correction.column} = {getattr(figure, correction.column)}"
    changes: dict[str, Any] = {
        correction.column: correction.now,
        "corrected": (*figure.corrected, correction.column),
        "stated": "; ".join(filter(None, (figure.stated, stated))),
    }
    changed = dataclasses.replace(figure, **changes)
    changed.claim_id = claim_id(changed)
    return changed


def _matches(figures: list[Figure], correction: Correction) -> list[int]:
    matches = [
        index
        for index, figure in enumerate(figures)
        if (figure.cell == correction.cell if correction.cell else figure.surface == correction.words)
        and (correction.within is None or correction.within in figure.context)
        and (correction.figure is None or correction.figure == figure.figure_id)
    ]
    # One number can be several figures: the guarded value may be what tells them apart.
    guarded = [index for index in matches if getattr(figures[index], correction.column) == correction.was]
    return guarded if len(matches) > 1 and len(guarded) == 1 else matches


def _unmatched(path: Path, correction: Correction, count: int) -> SourceError:
    return SourceError(
        path,
        f"entry {correction.number}",
        found=f"{count or 'no'} figure{'' if count == 1 else 's'} at {correction.target}",
        expected="exactly one",
        remedy="add a part of its sentence as `in:`, or its id as `figure:`"
        if count
        else "copy the words or the cell from the source",
    )


def _expired(path: Path, correction: Correction, found: Any) -> SourceError:
    fixed = correction.status == "fixed_upstream"
    return SourceError(
        path,
        f"entry {correction.number}",
        found=f"{correction.column} = {found!r} at {correction.target}",
        expected=f"{correction.now!r}, what the source was said to be fixed to"
        if fixed
        else f"{correction.was!r}, what the entry corrects",
        remedy="where the source was fixed, set `status: fixed_upstream` or take the entry out; "
        "where it changed otherwise, read it again and rewrite the entry",
    )


def write_corrections(folder: Path, figure: Figure, figures: list[Figure], entries: Sequence[dict[str, Any]]) -> Path:
    """Append entries for `figure` to the folder's corrections.yaml, all of them or none, and return its path.

    An entry gives column, was, now, reason, who, date and status; the words and, where they stand more than once, the
    sentence are taken from the figure; its id where even the sentence says them more than once.
    """
    selector: dict[str, Any] = {"cell": figure.cell} if figure.cell else {"words": figure.surface}
    if not figure.cell and sum(other.surface == figure.surface for other in figures) > 1:
        selector["in"] = figure.context
    alike = [other for other in figures if (other.cell, other.surface) == (figure.cell, figure.surface)]
    if sum(other.context == figure.context for other in alike) > 1:
        selector["figure"] = figure.figure_id
    path = folder / FILE
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if before and not before.endswith("\n"):
        before += "\n"
    new = [{**selector, **entry} for entry in entries]
    yamlfile.write(path, before + yaml.safe_dump(new, sort_keys=False, allow_unicode=True, width=1000))
    return path
