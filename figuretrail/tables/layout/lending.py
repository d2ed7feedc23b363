"""Headers said once above several sections: which rows without headers stand under those of a table further up.

What belongs here: whether a line ("Q2 Site or app used") only parts what stands below one line of headers, so that
each section is read under these headers. What does not: rows that go on in the table above them (`regions`).
"""

from collections.abc import Sequence
from typing import Protocol

from figuretrail.tables.files.grid import Sheet, surface_of
from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.layout.numbering import is_numbered

FEWEST_COLUMNS = 2  # of values, each headed; a single one is headed by a title as well
MOST_ROWS_OF_A_GAP = 3  # from one block to the next, where nothing stands in the rows between them
MOST_ROWS_BETWEEN = 4  # from the headers, or the section before, to a section


class Block(Protocol):
    """A table as far as headers may be lent to it."""

    left: int
    right: int
    header_rows: list[int]
    data_rows: list[int]


def stands_under(above: Block, below: Block, kinds: list[str], sheet: Sheet, lines: Sequence[str]) -> bool:
    """Whether rows without headers are a section under the headers of a block above, parted from it by `lines`.

    The number of a question beside their first row does the same. Each of the columns of values is headed there, at
    least one of them by a time, none by what its rows list.
    """
    if below.header_rows or not above.header_rows or not below.data_rows:
        return False
    last = max(above.header_rows[-1], (above.data_rows or above.header_rows)[-1])
    if below.data_rows[0] - last > MOST_ROWS_BETWEEN:
        return False
    values = value_columns(below, kinds)
    numbered = is_numbered(below.data_rows, below.left, sheet, kinds)
    values = [column for column in values if not (numbered and column == below.left)]
    near = below.data_rows[0] - last <= MOST_ROWS_OF_A_GAP
    if not (lines or numbered or near):
        return False
    if len(values) < FEWEST_COLUMNS or any(column > above.right or column < above.left for column in values):
        return False
    rows = [kinds[row][: min(values)].rstrip() for row in below.data_rows]
    if not all(row and row[-1] in "twyd" for row in rows):
        return False
    headed = [_headers_of(above, column, sheet) for column in values]
    if not all(labels and all(map(_heads, labels)) for labels in headed):
        return False
    counted = any(label.counted for labels in headed for label in labels)
    if counted and any(read_label(text).counted == "other" for text in lines):
        return False  # "Arrests" below "Offences 2020/21"
    across = {role for labels in headed for label in labels for role in label.roles}
    down = [
        read_label(surface_of(sheet.rows[row][len(text) - 1])) for row, text in zip(below.data_rows, rows, strict=True)
    ]
    if not (lines or numbered) and not all(map(_says_what, down)):
        return False
    listed = {role for label in down for role in label.roles}
    return "period" in across and not across & listed and not _of_other_time(headed, lines)


def value_columns(table: Block, kinds: list[str]) -> list[int]:
    """The columns of a table in which its rows hold numbers or marks, as words after the first column may be."""
    span = range(table.left, table.right + 1)
    held = {column: {kinds[row][column : column + 1] for row in table.data_rows} for column in span}
    return [c for c in span if not held[c].isdisjoint("nv" if c == table.left else "nvw")]


def _headers_of(above: Block, column: int, sheet: Sheet) -> list[Label]:
    """The headers over a column; in all lines but the last a group's name reaches over the blank cells beside it."""
    first = above.left + bool(above.data_rows)  # after the corner, which names the rows of the block
    cells = [sheet.rows[row][first : column + 1] for row in above.header_rows]
    texts = [next((text for value in line[::-1] if (text := surface_of(value))), "") for line in cells[:-1]]
    texts += [surface_of(line[-1]) for line in cells[-1:] if line]
    return [read_label(text) for text in texts if text]


def _says_what(label: Label) -> bool:
    """Whether a row's label says itself what its numbers are, with no line that would: "Girls as % of all"."""
    counts = label.wordless and (label.counted or label.base or label.total)  # but not "Firearms offences"
    return bool(label.roles or label.unit or label.unknown or counts or label.counted == "victim_age")


def _heads(label: Label) -> bool:
    """Whether a label says of what the numbers below it are: of a time, a total, a sort of victims, a share.

    The name of a list of times may stand over these: "Calendar year" over "2021 | 2022".
    """
    says = label.roles or label.counted or label.counting or label.unit or label.total or label.dimension == "period"
    return bool(says) and label.understood


def _of_other_time(headed: list[list[Label]], lines: Sequence[str]) -> bool:
    """Whether a line names a time of its own, which none of the headers lies in or covers."""
    spans = [label.period.span for labels in headed for label in labels if label.period and label.period.span]
    closed = [span for span in spans if span.start and span.end]
    for text in lines:
        period = read_label(text).period
        if period is None or period.span is None or not period.span.start or not period.span.end or not closed:
            continue
        start, end = period.span
        if all(span.end < start or end < span.start for span in closed):  # type: ignore[operator]
            return True
    return False
