"""A source's file, read again to see whether words and cells still are where a figure says.

What belongs here: finding a figure's number in an article's body or a workbook's sheets. What does not: reading
figures anew (`text`, `tables`). The readers are imported where a file is opened: a trail that is only shown needs none.
"""

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from figuretrail.errors import SourceError


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a figure says that its number stands: words of an article, or a cell."""

    surface: str
    context: str
    start: int | None = None
    end: int | None = None
    cell: str | None = None

    @property
    def text(self) -> str:
        """The place in words."""
        return f"cell {self.cell}" if self.cell else f"characters {self.start} to {self.end}"


@dataclasses.dataclass(frozen=True)
class Quote:
    """A sentence and where in it the number stands; `start` and `end` are equal where it is not in it."""

    text: str
    start: int
    end: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """What is before the number, the number, what is after it."""
        return self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]


class Article:
    """The body of an article."""

    def __init__(self, path: Path) -> None:
        from figuretrail.documents import load_article

        self.body = load_article(path).body

    def fault(self, place: Place) -> str | None:
        """Why the number is not where `place` says; None where it is."""
        if place.start is None or place.end is None:
            return f"found an article, expected a workbook with the {place.text}"
        found = self.body[place.start : place.end]
        return None if found == place.surface else f"found {found!r}, expected {place.surface!r}"

    def quote(self, place: Place) -> Quote:
        """The sentence that holds this very number, where it says the same more than once."""
        begin = -1 if place.start is None else self.body.rfind(place.context, 0, place.start + len(place.context))
        if begin < 0 or place.start is None or not begin <= place.start < begin + len(place.context):
            return quote(place)
        return Quote(place.context, place.start - begin, place.start - begin + len(place.surface))


class Workbook:
    """What the cells of a workbook that are asked about hold now."""

    def __init__(self, path: Path, cells: Iterable[str]) -> None:
        from figuretrail.tables import reread

        self.held = reread(path, cells)

    def fault(self, place: Place) -> str | None:
        """Why the cell does not hold what `place` says; None where it does."""
        if place.cell is None:
            return f"found a workbook, expected an article with the {place.text}"
        found = self.held.get(place.cell)
        if found == place.surface or (found and _is_list(place) and _rows(found) >= _rows(place.surface)):
            return None
        return f"found {'no such sheet or cell' if found is None else repr(found)}, expected {place.surface!r}"

    def quote(self, place: Place) -> Quote:
        """A cell has no sentence: its headers, with no number in them."""
        return Quote(place.context, 0, 0)


def _is_list(place: Place) -> bool:
    """Whether the place is the range of a line list, whose number is how many of its rows are offences."""
    return place.cell is not None and ":" in place.cell.rpartition("!")[2]


def _rows(text: str) -> int:
    return int(text.partition(" ")[0])


def read_again(path: Path, cells: Iterable[str] = ()) -> Article | Workbook:
    """The file's body, or what these cells of it hold. Raises SourceError where it can't be read."""
    if not path.is_file():
        raise SourceError(
            path, "", found="no such file", expected="the source's file", remedy="put it back, or refresh its source"
        )
    from figuretrail.documents import is_workbook

    return Workbook(path, cells) if is_workbook(path) else Article(path)


def quote(place: Place) -> Quote:
    """The sentence with its number, from the row alone: the first place in it that holds the words."""
    at = -1 if place.cell else place.context.find(place.surface)
    return Quote(place.context, at, at + len(place.surface)) if at >= 0 else Quote(place.context, 0, 0)
