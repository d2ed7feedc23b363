"""Totals that stand over the headers of their columns: "TOTAL | 132 | 145", below it " | 2020 | 2021".

What belongs here: whether the row above headers is such a total. What does not: which rows are headers (`headerrows`).
"""

from collections.abc import Sequence

from figuretrail.tables.files.grid import Sheet, surface_of
from figuretrail.tables.language.labels import read_label

Part = tuple[list[int], list[int]]  # header rows and data rows


def with_totals_above(parts: list[Part], kinds: Sequence[str], sheet: Sheet, left: int) -> list[Part]:
    """The parts of a block, the row of a total joined to those whose headers stand right below it."""
    if len(parts) < 2 or parts[0][0] or len(parts[0][1]) != 1:
        return parts  # as nearly all blocks
    (headers, data), total = parts[1], parts[0][1][0]
    if not headers or not data or headers[0] != total + 1 or kinds[total][left] != "t":
        return parts
    stated = {column for column, kind in enumerate(kinds[total]) if kind in "nv"}
    below = {column for row in data for column, kind in enumerate(kinds[row]) if kind in "nv"}
    headed = {column for row in headers for column, kind in enumerate(kinds[row]) if kind != " "}
    if len(stated) < 2 or not stated <= below & headed or not read_label(surface_of(sheet.rows[total][left])).total:
        return parts
    return [(headers, [total, *data]), *parts[2:]]
