"""Where the reference tables lie and how one is read: rows of text, variants split."""

import csv

from figuretrail.home import PROJECT

REFERENCE = PROJECT / "sources" / "reference"  # the project's own, wherever the catalogue lies


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `sources/reference/<name>.csv`, in file order."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def variants(row: dict[str, str]) -> tuple[str, ...]:
    """The other names in a row's `variants` column, which are separated by semicolons."""
    return tuple(name.strip() for name in row["variants"].split(";") if name.strip())
