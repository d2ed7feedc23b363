"""What the derived tables share: key columns, the mark for review, and the order of rows.

What belongs here: conventions of every derived table. What does not: any one table's columns (`schemas.derived`).
"""

import functools
from collections.abc import Callable

import pandas as pd

from figuretrail.joining import order_of

PLACE = ["geography", "geography_type"]
PERIOD = ["period_start", "period_end"]
VICTIM = ["victim_age_min", "victim_age_max", "victim_sex"]

Table = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]


def marked_for_review(make: Table) -> Table:
    """The derived table that `make` gives, with `review`: whether a figure that a row was made from wants a review."""

    @functools.wraps(make)
    def table(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
        made = make(figures, sources)
        doubtful = set(figures.loc[figures["review"], "figure_id"])
        review = [not doubtful.isdisjoint(ids) for ids in made["figure_ids"]]
        return made.assign(review=pd.Series(review, index=made.index, dtype=bool))

    return table


def without_victims(stated: pd.DataFrame) -> pd.Series:
    """Rows about victims of every age and sex."""
    return stated[VICTIM].isna().all(axis=1)


def closed(stated: pd.DataFrame) -> pd.Series:
    """Rows whose period has a first and a last day."""
    return stated[PERIOD].notna().all(axis=1)


def platform_names(platform: pd.Series) -> list[list[str]]:
    """The names in a column of joined platform names."""
    return [name.split(" + ") if name else [] for name in platform]


def in_order(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The rows sorted by their keys, so that two runs give the same bytes."""
    return table.take(order_of([table[key] for key in keys], nulls_first=True)).reset_index(drop=True)
