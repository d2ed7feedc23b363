"""Regions that stand in a column of their own beside forces or in their place, cut short as lists write them: "NE".

What belongs here: what such a column is short for, and that a force's row is its own whatever stands there. What does
not: names of regions that lists write in full (`names`), and regions and forces in one column (`regionrows`).
"""

import functools
import re

from figuretrail.tables.figures.context import PLACE_AXES
from figuretrail.tables.figures.rowlabels import RowLabels
from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.labels import Label, read_label, settled
from figuretrail.tables.language.names import Place
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.parts import Column
from figuretrail.tables.layout.settling import LONGEST_LINE
from figuretrail.vocabulary.reference import rows as reference_rows

FEWEST_FORCES = 2  # of a list of forces; the parts of a single one stand beside its name, too
FEWEST_CODES = 3  # of a list of regions that names no forces
LONGEST_CODE = 8  # characters of a region's name cut short
_POINT = re.compile(r"(?:[nsew]|[ns][ew])")  # which may be a part of any force
_TOTAL = re.compile(r"\W*(?:(?:regional |sub-? ?)?totals?(?: for)?|all)\b\W*|\W*\b(?:(?:sub-? ?)?totals?|region)\W*$")
_BETWEEN = re.compile(r"[\W_]+")


@functools.cache
def _codes() -> dict[str, str]:
    return {row["written"]: row["name"] for row in reference_rows("region_codes")}


@functools.lru_cache(maxsize=10_000)
def region_of_code(text: str) -> str | None:
    """The region that a label's letters are short for under a heading of regions: "Y&H", "EoE", "Total NE"."""
    if len(text) > LONGEST_CODE + len(" sub-total"):
        return None
    plain = _TOTAL.sub(" ", text.lower())
    return _codes().get(_BETWEEN.sub(" ", plain.replace("&", " and ")).strip())


def tell_regions_of_forces(labels: list[Column], rows: dict[int, RowLabels]) -> dict[int, RowLabels]:
    """The labels of each row, those of a column of regions read by their letters or left to the force beside them.

    Regions stand beside forces where each force goes with one of them, however these are named ("Northern", "ROCU 3").
    """
    places = [column for column in labels if column.axis == "place" and column.headers]
    for column in places if len(places) > 1 else ():
        if _lists_members(column):
            names = _entries(column)
            rows = {row: _without_members(said, names) for row, said in rows.items()}
    groups = [column for column in places if _unread(column)]
    if not groups:
        return rows
    forces = next((column for column in places if column not in groups and _lists_forces(column)), None)
    for column in groups:
        names = _entries(column)
        if forces is not None and _goes_with(forces, column):
            rows = {row: _of_force(said, names) for row, said in rows.items()}
        elif forces is None and _are_regions(names):
            rows = {row: _in_full(said, names) for row, said in rows.items()}
    return rows


_MEMBERS = Words(
    r"\b(?:includ\w+|incl\b|covers?|covered|compris\w+|contain\w*|members?|made up|consist\w*|in (?:the |each |it)"
    r"|counted|listed)"
)


def _lists_members(column: Column) -> bool:
    """Whether a column says which forces the place beside it holds: "Forces included" over "Durham, Cleveland"."""
    several = sum((place := read_label(text).place) is not None and place.name is None for text in _entries(column))
    return several > 0 and _MEMBERS.search(column.headers[0].text.lower()) is not None


def _without_members(said: RowLabels, names: set[str]) -> RowLabels:
    """A row's labels without the names of the forces that its place holds."""
    own = tuple([(label, axis) for label, axis in said if not _is_of(label, axis, names)])
    return own if any(label.place is not None or label.total for label, _ in own) else said


def _entries(column: Column) -> set[str]:
    return {surface_of(value) for value in set(column.values) if value != ""}


def _unread(column: Column) -> bool:
    """Whether a column holds a name that nobody knows; columns of places come again in table after table."""
    return (_unread_once if len(column.values) <= LONGEST_LINE else _unread_in)(column.values)


def _unread_in(values: tuple[Scalar, ...]) -> bool:
    texts = (value for value in set(values) if isinstance(value, str) and value)
    return any((label := read_label(text)).place is None and not label.total for text in texts)


_unread_once = functools.lru_cache(maxsize=5_000)(_unread_in)


def _lists_forces(column: Column) -> bool:
    named = [read_label(text).place for text in _entries(column)]
    told = [place for place in named if place and place.name and place.type in ("force", "country")]
    forces = {place.name for place in told if place.type == "force"}
    return len(forces) >= FEWEST_FORCES and 2 * len(told) > len(named)


def _goes_with(forces: Column, groups: Column) -> bool:
    """Whether each force stands in one group, blank cells aside."""
    pairs = {
        (place.name, surface_of(group))
        for force, group in zip(forces.values, groups.values, strict=True)
        if group != "" and (place := read_label(surface_of(force)).place) is not None and place.name
    }
    return len(pairs) == len({name for name, _ in pairs})


def tell_regions_over_forces(columns: list[Column]) -> None:
    """Read the letters of regions in the headers of values, or leave out those that stand over forces."""
    over = [column for column in columns if any(_is_code(label) for label in column.headers)]
    if not over:
        return
    lines = ({column.headers[level].text for column in columns if column.headers} for level in (0, -1))
    if not any(map(_of_a_force, over)) and not any(map(_are_regions, lines)):
        return
    for column in over:
        own = [label for label in column.headers if not _is_code(label)]
        column.headers = tuple(own) if _of_a_force(column) else tuple(map(_told, column.headers))


def _is_code(label: Label) -> bool:
    return (label.place is None or label.place.name is None) and region_of_code(label.text) is not None


def _of_a_force(column: Column) -> bool:
    return any(label.place is not None and label.place.type == "force" for label in column.headers)


def _are_regions(texts: set[str]) -> bool:
    """Whether all are regions or letters for them, and not mere points of the compass: a force has such parts."""
    texts = {text for text in texts if not read_label(text).total or region_of_code(text)}
    unread = {text for text in texts if (place := read_label(text).place) is None or place.name is None}
    told = {region_of_code(text) for text in unread}
    sure = len(texts) > len(unread) or any(not _POINT.fullmatch(text.lower()) for text in unread)
    return None not in told and len(texts) >= FEWEST_CODES and sure


def _is_of(label: Label, axis: str | None, names: set[str]) -> bool:
    return axis in PLACE_AXES and label.text in names


def _of_force(said: RowLabels, names: set[str]) -> RowLabels:
    """A row's labels without the region of the force that is named; of a total with the region in full."""
    named = any(label.place and label.place.name and not _is_of(label, axis, names) for label, axis in said)
    if named:
        return tuple([(label, axis) for label, axis in said if not _is_of(label, axis, names)])
    return _in_full(said, names)


def _in_full(said: RowLabels, names: set[str]) -> RowLabels:
    return tuple([(_told(label) if _is_of(label, axis, names) else label, axis) for label, axis in said])


def _told(label: Label) -> Label:
    name = region_of_code(label.text) if label.place is None or label.place.name is None else None
    return label if name is None else settled(label, place=Place(name, _type_of(name)), understood=True)


def _type_of(name: str) -> str:
    return "country" if name in ("Wales", "Scotland", "Northern Ireland") else "region"
