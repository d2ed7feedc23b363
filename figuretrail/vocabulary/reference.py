"""Where the reference tables lie and how one is read: rows of text, variants split."""

import csv
from collections.abc import Iterable

from figuretrail.home import PROJECT

REFERENCE = PROJECT / "sources" / "reference"  # the project's own, wherever the catalogue lies


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `sources/reference/<name>.csv`, in file order."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def variants(row: dict[str, str]) -> tuple[str, ...]:
    """The other names in a row's `variants` column, which are separated by semicolons."""
    return tuple(name.strip() for name in row["variants"].split(";") if name.strip())


def holders(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Each thing with each that it lies in, from things with what they lie in directly."""
    found = set(pairs)
    while further := {(a, d) for a, b in found for c, d in found if b == c} - found:
        found |= further
    return frozenset(found)
