"""Tables and lines of a sheet, found by the rows that they lie in without a look at all others.

What belongs here: places. What does not: what tables and lines are to each other (`regions`, `surroundings`).
"""

import bisect
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

NONE_ABOVE, NONE_BELOW = -2, 10**9  # rows, where there is no such table; a page's own text stands in row -1


class Block(Protocol):
    """A table as far as its place is asked for."""

    left: int
    right: int

    @property
    def top(self) -> int: ...  # noqa: D102

    @property
    def bottom(self) -> int: ...  # noqa: D102


class Placed(Protocol):
    """A line as far as its place is asked for."""

    row: int


ALine = TypeVar("ALine", bound=Placed)


class LinesByRow(Generic[ALine]):
    """Lines of text by the rows that they stand in."""

    def __init__(self, lines: Sequence[ALine]) -> None:
        self._lines = lines
        self._order = sorted(range(len(lines)), key=lambda number: lines[number].row)
        self._rows = [lines[number].row for number in self._order]

    def between(self, after: int, before: int) -> list[ALine]:
        """The lines in rows between two others, in the order in which they were given."""
        found = self._order[bisect.bisect_right(self._rows, after) : bisect.bisect_left(self._rows, before)]
        return [self._lines[number] for number in sorted(found)]


class BlocksByRow:
    """Tables by their first and last rows, as these are when it is made."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._upwards = sorted(((block.bottom, block.left, block.right) for block in blocks), key=lambda one: one[0])
        self._bottoms = [bottom for bottom, *_ in self._upwards]
        self._downwards = sorted(((b.top, b.bottom, b.left, b.right) for b in blocks), key=lambda one: one[0])
        self._tops = [top for top, *_ in self._downwards]
        self._reach: list[int] = []  # the lowest row of each table and of those that begin before it
        for _, bottom, *_ in self._downwards:
            self._reach.append(max(bottom, self._reach[-1]) if self._reach else bottom)

    def last_row_above(self, row: int, left: int, right: int) -> int:
        """The last row of the nearest table that ends above a row, in columns that it shares."""
        for number in range(bisect.bisect_left(self._bottoms, row) - 1, -1, -1):
            bottom, first, last = self._upwards[number]
            if first <= right and left <= last:
                return bottom
        return NONE_ABOVE

    def first_row_below(self, row: int) -> int:
        """The first row of the next table that begins below a row."""
        at = bisect.bisect_right(self._tops, row)
        return self._tops[at] if at < len(self._tops) else NONE_BELOW

    def to_the_right(self, top: int, bottom: int, left: int) -> list[tuple[int, int]]:
        """The first and last columns of the tables that begin right of a column and share any of some rows."""
        found = []
        for number in range(bisect.bisect_right(self._tops, bottom) - 1, -1, -1):
            if self._reach[number] < top:
                break
            _, end, first, last = self._downwards[number]
            if end >= top and first > left:
                found.append((first, last))
        return found
