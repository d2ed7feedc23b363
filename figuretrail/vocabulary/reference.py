"""Where the reference tables lie and how one is read: rows of text, variants split."""

import csv
import functools
from collections.abc import Iterable

from figuretrail.errors import SourceError
from figuretrail.home import PROJECT

REFERENCE = PROJECT / "sources" / "reference"  # the project's own, wherever the catalogue lies
COLUMNS = {
    "districts": ("name", "country"),
    "listed_places": ("written", "name", "type"),
    "offences": ("slug", "name", "home_office_code", "act", "part_of", "variants"),
    "platforms": ("name", "owner", "kind", "variants"),
    "police_forces": ("name", "home_office_name", "ons_code", "region", "country", "variants"),
    "region_codes": ("written", "name"),
    "regions": ("name", "type", "ons_code", "variants"),
}


@functools.cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of `sources/reference/<name>.csv`, in file order. Raises SourceError with the line that is wrong."""
    path, columns = REFERENCE / f"{name}.csv", COLUMNS[name]
    restore = "correct it, or put the project's own back (git checkout)"

    def fault(line: int, found: str, expected: str) -> SourceError:
        return SourceError(path, f"line {line}", found=found, expected=expected, remedy=restore)

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        found = "no such file" if isinstance(error, FileNotFoundError) else f"a file that can't be read ({error})"
        raise SourceError(
            path, "", found=found, expected=f"the table of {name.replace('_', ' ')}", remedy=restore
        ) from None
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    read: list[dict[str, str]] = []
    began = 1
    try:
        header = next(lines, [])
        if missing := [column for column in columns if column not in header]:
            raise fault(1, f"the columns {', '.join(header) or 'of nothing'}", f"a column {missing[0]!r} too")
        began = lines.line_num + 1
        for cells in lines:
            if any("\n" in cell for cell in cells):
                raise fault(began, "a quotation mark that is closed in another line", "a row in one line")
            if cells and len(cells) != len(header):
                raise fault(began, f"{len(cells)} cells", f"{len(header)}, one for each column of the first line")
            if cells:
                row = dict(zip(header, cells, strict=True))
                if not row[columns[0]].strip():
                    raise fault(began, "nothing", f"a text in the column {columns[0]!r}")
                read.append(row)
            began = lines.line_num + 1
    except csv.Error as error:
        found = f"a quotation mark that is not closed, or stands within a text ({error})"
        raise fault(began, found, "a row of CSV") from None
    return read


def check() -> None:
    """Read every reference table. Raises SourceError for the first that can't be: no source is read without them."""
    for name in COLUMNS:
        rows(name)


def variants(row: dict[str, str]) -> tuple[str, ...]:
    """The other names in a row's `variants` column, which are separated by semicolons."""
    return tuple(name.strip() for name in row["variants"].split(";") if name.strip())


def holders(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Each thing with each that it lies in, from things with what they lie in directly."""
    found = set(pairs)
    while further := {(a, d) for a, b in found for c, d in found if b == c} - found:
        found |= further
    return frozenset(found)
