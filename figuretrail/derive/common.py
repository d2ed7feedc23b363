"""What the derived tables share: key columns, how far results are rounded, and the order of rows.

What belongs here: conventions of every derived table. What does not: any one table's columns (`schemas.derived`).
"""

import functools
from collections.abc import Callable

import numpy as np
import pandas as pd

from figuretrail.joining import order_of

PLACE = ["geography", "geography_type"]
PERIOD = ["period_start", "period_end"]
VICTIM = ["victim_age_min", "victim_age_max", "victim_sex"]
DECIMALS = 1  # of a share, a change and a rate, as the statistics publish them; the counts beside them allow for more

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


def percent(part: pd.Series, whole: pd.Series) -> pd.Series:
    """`part` of `whole` in per cent, as published; null where the whole is 0."""
    return (100 * part / whole.where(whole.ne(0))).round(DECIMALS)


def rate(values: pd.Series) -> pd.Series:
    """Rates as published: to one decimal, or to two digits where they are below 1 (40 a year are 0.11 a day)."""
    exact = values.to_numpy(dtype="float64", na_value=np.nan)
    size = np.floor(np.log10(exact, out=np.zeros_like(exact), where=exact > 0))
    scale = 10.0 ** np.maximum(DECIMALS - size, DECIMALS)
    return pd.Series(np.round(exact * scale) / scale, index=values.index)


def whole_number(values: pd.Series) -> pd.Series:
    """Counts as whole numbers."""
    return values.round().astype("Int64")


def platform_names(platform: pd.Series) -> list[list[str]]:
    """The names in a column of joined platform names."""
    return [name.split(" + ") if name else [] for name in platform]


def in_order(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The rows sorted by their keys, so that two runs give the same bytes."""
    return table.take(order_of([table[key] for key in keys], nulls_first=True)).reset_index(drop=True)
