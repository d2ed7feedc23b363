"""Tables of one form that are parts of another, told by sums: a sheet for each district beside one for the force.

What belongs here: tables of one workbook with the same labels, of which one adds up all others, whose names nobody
knows. What does not: rows of one table (`wholes`) and names that say what they are ("Barnsley district", `partplaces`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from figuretrail.tables.figures.partplaces import is_proper_name
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.values import read_text
from figuretrail.tables.layout.regions import Regions, Table
from figuretrail.tables.layout.sums import sums_up

FEWEST_ALIKE = 3  # tables: a whole and two parts
MOST_ALIKE = 80  # tables; of more a workbook gives something else than the districts of a force
LONGEST_NAME = 40  # characters; what is longer is no bare name
LARGEST = 2_000  # cells of a table


class _Named(NamedTuple):
    """A table on its sheet, and whether it goes by a name that nobody knows."""

    table: Table
    sheet: Sheet
    proper: bool


def mark_parts(sheets: Sequence[Sheet], regions: Sequence[Regions]) -> None:
    """Mark the tables that are those of parts of a force."""
    if sum(len(region.tables) for region in regions) < FEWEST_ALIKE:
        return
    alike: dict[tuple[int, int, int], list[_Named]] = {}
    for sheet, region in zip(sheets, regions, strict=True):
        for table in region.tables:
            shape = (len(table.header_rows), len(table.data_rows), table.right - table.left)
            alike.setdefault(shape, []).append(_Named(table, sheet, is_proper_name(_name_of(table, sheet))))
    for shape, found in alike.items():
        # The whole alone may be called something that is no name
        named = FEWEST_ALIKE <= len(found) <= MOST_ALIKE and sum(one.proper for one in found) >= len(found) - 1
        if named and shape[0] and sum(shape[:2]) * (shape[2] + 1) <= LARGEST:
            _mark(found)


def _mark(found: list[_Named]) -> None:
    if len({_labels(one) for one in found}) > 1:
        return
    # What is the same in all is a label: the ages 11, 12, 13
    places = [line for line in zip(*map(_stated, found), strict=True) if len(set(line)) > 1]
    numbers = [list(line) for line in zip(*places, strict=True)]
    for place, whole in enumerate(numbers):
        others = [*found[:place], *found[place + 1 :]]
        proper = all(one.proper for one in others)
        if proper and sums_up(whole, [*numbers[:place], *numbers[place + 1 :]]):
            for one in others:
                one.table.of_part = True
            return


def _labels(one: _Named) -> tuple[Scalar, ...]:
    rows = (*one.table.header_rows, *one.table.data_rows)
    return tuple([value if _is_label(value) else "" for row in rows for value in _of_row(one, row)])


def _stated(one: _Named) -> list[Scalar]:
    return [value for row in one.table.data_rows for value in _of_row(one, row) if not _is_label(value)]


def _is_label(value: Scalar) -> bool:
    return type(value) is str and read_text(value) is None


def _of_row(one: _Named, row: int) -> list[Scalar]:
    return one.sheet.rows[row][one.table.left : one.table.right + 1]


def _name_of(table: Table, sheet: Sheet) -> str:
    """The bare name over a table, else the sheet's."""
    title = table.titles[0].text if table.titles else ""
    short = title and len(title) <= LONGEST_NAME and not read_label(title).offence
    return title if short else sheet.name
