"""What the rows of a block list, by the roles of their labels.

What belongs here: all labels of a block together. What does not: whether it goes on in another one (`regions`).
"""

from collections.abc import Collection

from figuretrail.tables.files.grid import Sheet, surface_of
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.listedtotals import number_listed
from figuretrail.tables.layout.lending import Block


def label_roles(table: Block, sheet: Sheet, kinds: list[str], besides: Collection[int] = ()) -> set[str]:
    """The roles of a block's labels, but for columns that hold its numbers."""
    roles: set[str] = set()
    columns = [column for column in range(table.left, table.right + 1) if column not in besides]
    for row in table.data_rows[:200]:
        for column in columns:
            if kinds[row][column] == "t":
                roles |= read_label(str(sheet.rows[row][column])).roles
            elif kinds[row][column] == "d":
                roles.add("period")
    return roles


def totals_of_places(above: Block, below: Block, sheet: Sheet) -> bool:
    """Whether rows name a force or country, or its total, below a list that is headed as one of places."""
    labels = [read_label(surface_of(sheet.rows[row][below.left])) for row in below.data_rows]
    headed = [read_label(surface_of(sheet.rows[row][below.left])).dimension for row in above.header_rows]
    return all(label.total or ("place" in headed and label.roles == {"place"}) for label in labels)


def totals_of_listed(above: Block, below: Block, sheet: Sheet) -> set[int]:
    """The rows that are named as the total of as many places as the block above lists: "Nine forces", "All eight"."""
    names = {row: value for row in below.data_rows if isinstance(value := sheet.rows[row][below.left], str)}
    numbers = {row: number for row, text in names.items() if (number := number_listed(text)) is not None}
    if not numbers:
        return set()  # as nearly all blocks
    labels = [read_label(surface_of(sheet.rows[row][above.left])) for row in above.data_rows]
    listed = {len(labels), sum(label.place is not None and not label.total for label in labels)}
    return {row for row, number in numbers.items() if number in listed}


def gives_no_number(above: Block, below: Block, section: str, sheet: Sheet) -> bool:
    """Whether a name between rows is one more of their list, without numbers, rather than a heading of what follows.

    "Sussex" and "Surrey", which gave none, below the forces that answered and above the total of all.
    """
    found = read_label(section)
    if found.roles != {"place"} or found.total or found.place is None or found.place.name is None:
        return False
    after = [read_label(surface_of(sheet.rows[row][below.left])) for row in below.data_rows]
    if not all(label.total and label.place is None for label in after):
        return False
    listed = {read_label(surface_of(sheet.rows[row][above.left])).place for row in above.data_rows}
    alike = {place.name for place in listed if place is not None and place.name and place.type == found.place.type}
    return len(alike) > 1 and found.place.name not in alike
