"""Blocks of the same rows under one name each, of which one adds up the others: "Herefordshire", "Shropshire", "FORCE".

What belongs here: whether the names over the sections of a table are parts of a force, told by their numbers or by the
list of districts. What does not: tables with headers of their own (`partsheets`) and rows of one list (`wholes`).
"""

import dataclasses

from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.districtnames import names_districts
from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.language.names import Place
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.sums import sums_up

FEWEST_BLOCKS = 3  # two parts and their whole
LONGEST_NAME = 40  # characters; what is longer is no bare name


@dataclasses.dataclass(slots=True)
class _Block:
    """The rows below a name, with what they are labelled and what they state."""

    name: str
    rows: list[int] = dataclasses.field(default_factory=list)
    labels: list[str] = dataclasses.field(default_factory=list)
    numbers: list[Scalar] = dataclasses.field(default_factory=list)


def places_of_sections(sheet: Sheet, table: Table, headers: Headers) -> dict[int, Label]:
    """For each row of a section that is a part of a force the section's name as that of a place which nobody knows."""
    if len({line.row for line in table.sections.values()}) < FEWEST_BLOCKS - 1:
        return {}  # as nearly all tables
    blocks = _blocks(sheet, table, headers)
    if len(blocks) < FEWEST_BLOCKS or len({tuple(block.labels) for block in blocks}) > 1:
        return {}
    named = [block for block in blocks if not _is_whole(block)]
    if any(not _may_be_a_part(block.name) for block in named) or len(blocks) - len(named) > 1:
        return {}
    whole = next((block for block in blocks if _is_whole(block)), None)
    if whole is None:
        whole = next((one for one in named if _adds_up(one, named)), None)
    summed = whole is not None and _adds_up(whole, blocks)
    if not summed and not all(names_districts(block.name) for block in named):
        return {}
    return {
        row: dataclasses.replace(read_label(block.name), place=Place(None, None), understood=True)
        for block in blocks
        if block is not whole
        for row in block.rows
    }


def _blocks(sheet: Sheet, table: Table, headers: Headers) -> list[_Block]:
    """The blocks of a table: those below a line each, and the first one below the name in the corner."""
    corner = next((c.headers[0].text for c in headers.labels if c.headers), "")
    titled = table.titles[0].text if table.titles else ""
    over = corner if _may_be_a_part(corner) else titled  # "App" is no name
    found: dict[int, _Block] = {}
    for row in table.data_rows:
        line = table.sections.get(row)
        block = found.setdefault(line.row if line else -1, _Block(line.text.strip() if line else over.strip()))
        block.rows.append(row)
        block.labels += [label.text.strip().lower() for label, _ in headers.rows[row]]
        block.numbers += [sheet.rows[row][column.index] for column in headers.values]
    return list(found.values())


def _is_whole(block: _Block) -> bool:
    label = read_label(block.name)
    return label.total or label.dimension == "place"


def _may_be_a_part(name: str) -> bool:
    """Whether a text may be but the name of a part: nothing that is known for anything but a place of no name."""
    label = read_label(name)
    known = label.roles - {"place"} or label.counted or label.dimension or label.unit or label.other or label.unknown
    nameless = label.place is None or label.place.name is None
    return 0 < len(name) <= LONGEST_NAME and not known and nameless and name[-1:].isalpha()


def _adds_up(whole: _Block, blocks: list[_Block]) -> bool:
    return sums_up(whole.numbers, [block.numbers for block in blocks if block is not whole])
