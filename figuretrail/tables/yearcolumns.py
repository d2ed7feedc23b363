"""Bare years in several columns without a heading, each before its numbers: "Kik | 2021 | 24 | 2022 | 11 | 2023 | 9".

What belongs here: telling such years from counts. What does not: one column of years (`parts`), and which of a row's
years each number takes (`pairsacross`).
"""

import itertools

from figuretrail.tables.parts import Column

FEWEST = 3  # such columns; of fewer the numbers may be counts like any other


def label_years_across(columns: list[Column]) -> None:
    """Take columns that hold nothing but years for labels, where each stands right before numbers that are none."""
    years = [place for place, column in enumerate(columns[:-1]) if _holds_years(column)]
    if len(years) < FEWEST or any(two - one != 2 for one, two in itertools.pairwise(years)):
        return
    if any(columns[place + 1].part != "value" or "y" in columns[place + 1].kinds for place in years):
        return
    for place in years:
        columns[place].part = "label"


def _holds_years(column: Column) -> bool:
    return column.part == "value" and not column.headers and set(column.kinds) == {"y"}
