"""A source's file, read again to see whether words and cells still are where a figure says.

What belongs here: finding a figure's number in an article's body or a workbook's sheets. What does not: reading
figures anew (`text`, `tables`).
"""

import dataclasses
from pathlib import Path

from figuretrail.documents import is_workbook, load_article
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
    """The sheets of a workbook."""

    def __init__(self, path: Path) -> None:
        from figuretrail.tables.read import read

        self.sheets = {sheet.name: sheet for sheet in read(path).sheets}

    def fault(self, place: Place) -> str | None:
        """Why the cell does not hold what `place` says; None where it does."""
        from figuretrail.tables.grid import cell_at, parse_address, surface_of

        if place.cell is None:
            return f"found a workbook, expected an article with the {place.text}"
        name, row, column = parse_address(place.cell)
        sheet = self.sheets.get(name)
        if sheet is None:
            return f"found the sheets {', '.join(self.sheets)}, expected {name!r}"
        if ":" in place.cell.removeprefix(name):
            return self._fault_of_list(place, name, row)
        value = cell_at(sheet, row, column)
        found = surface_of(value)
        if place.surface in (found, _as_percent(value)):
            return None
        return f"found {found!r}, expected {place.surface!r}"

    def _fault_of_list(self, place: Place, name: str, first: int) -> str | None:
        """A line list's number is how many of its rows hold something."""
        from figuretrail.tables.grid import parse_address

        assert place.cell is not None
        last = parse_address(f"{name}!{place.cell.rpartition(':')[2]}")[1]
        rows = self.sheets[name].rows[first : last + 1]
        filled = sum(any(cell != "" for cell in row) for row in rows)
        stated = int(place.surface.partition(" ")[0])
        if len(rows) == last - first + 1 and filled >= stated:
            return None
        return f"found {filled} rows that hold something, expected {place.surface}"

    def quote(self, place: Place) -> Quote:
        """A cell has no sentence: its headers, with no number in them."""
        return Quote(place.context, 0, 0)


def _as_percent(value: object) -> str | None:
    from figuretrail.tables.grid import surface_of

    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return surface_of(value, percent=True) if is_number else None  # type: ignore[arg-type]


def read_again(path: Path) -> Article | Workbook:
    """The file's body or sheets. Raises SourceError where it can't be read."""
    if not path.is_file():
        raise SourceError(
            path, "", found="no such file", expected="the source's file", remedy="put it back, or refresh its source"
        )
    return Workbook(path) if is_workbook(path) else Article(path)


def quote(place: Place) -> Quote:
    """The sentence with its number, from the row alone: the first place in it that holds the words."""
    at = -1 if place.cell else place.context.find(place.surface)
    return Quote(place.context, at, at + len(place.surface)) if at >= 0 else Quote(place.context, 0, 0)
