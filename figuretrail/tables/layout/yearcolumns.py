"""Bare years or bands of ages in several columns without a heading, each before its numbers: "2021 | 24 | 2022 | 11".

What belongs here: telling such columns from counts and hidden ranges. What does not: one column of years or ages
(`parts`, `bareages`), and which label each number of a row takes (`pairsacross`).
"""

import itertools

from figuretrail.tables.files.grid import surface_of
from figuretrail.tables.language.labels import bare, read_ages
from figuretrail.tables.layout.parts import Column

FEWEST = 3  # such columns; of fewer the numbers may be counts like any other


def label_pairs_across(columns: list[Column]) -> None:
    """Take columns that hold nothing but years, or one band each, for labels where each stands right before numbers."""
    if len(columns) < 2 * FEWEST:
        return
    for holds in (_holds_years, _holds_a_band):
        found = [place for place, column in enumerate(columns[:-1]) if not column.headers and holds(column)]
        if len(found) < FEWEST or any(two - one != 2 for one, two in itertools.pairwise(found)):
            continue
        beside = [columns[place + 1] for place in found]
        told = {surface_of(columns[place].values[0]) for place in found}
        if len(told) == len(found) and all(c.part == "value" and not holds(c) for c in beside):
            for place in found:
                columns[place].part = "label"


def _holds_years(column: Column) -> bool:
    return set(column.kinds) == {"y"}


def _holds_a_band(column: Column) -> bool:
    """Whether a column says the same band of ages in each of its rows: "12-15"."""
    texts = set(map(surface_of, column.values))
    return len(texts) == 1 and read_ages(bare(texts.pop())) is not None
