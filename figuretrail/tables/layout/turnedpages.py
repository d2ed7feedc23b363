"""Tables that were printed on several pages, with their titles and headers on each.

What belongs here: joining such tables. What does not: the words by which a page says that it goes on (`lone`).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.layout.lone import turns_the_page


class Block(Protocol):
    """A table as far as pages are asked for."""

    left: int
    right: int
    header_rows: list[int]
    data_rows: list[int]
    borrowed: bool

    @property
    def top(self) -> int: ...  # noqa: D102

    @property
    def first(self) -> int: ...  # noqa: D102

    @property
    def bottom(self) -> int: ...  # noqa: D102


class Text(Protocol):
    """A line of text with its row."""

    row: int
    text: str


ABlock = TypeVar("ABlock", bound=Block)


def over_pages(
    tables: Sequence[ABlock], lines: Sequence[Text], between: Callable[[int, int], Iterable[Text]], sheet: Sheet
) -> list[ABlock]:
    """The tables, each one that was printed on several pages, with its headers on each, as one.

    `between` gives the lines in the rows between two others.
    """
    result: list[ABlock] = []
    for table in tables:
        above = result[-1] if result else None
        if above is not None and _same_headers(above, table, sheet):
            told = [line.text for line in between(above.bottom, table.top)]
            if turns_the_page(told, (line.text for line in lines if line.row < above.first)):
                above.data_rows += table.data_rows
                continue
        result.append(table)
    return result


def _same_headers(above: Block, below: Block, sheet: Sheet) -> bool:
    if above.borrowed or below.borrowed or not below.header_rows or above.bottom >= below.top:
        return False
    one, two = ([sheet.rows[row][t.left : t.right + 1] for row in t.header_rows] for t in (above, below))
    return (above.left, above.right) == (below.left, below.right) and one == two
