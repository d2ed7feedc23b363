"""Totals over sexes, ages, victims or platforms beside their parts, where a part has no number.

What belongs here: which numbers of a source are a total and its parts. What does not: what follows for a suppressed
part (`disclosure`) and for the total (`plausible_wholes`); sums over periods and places (`totals`).
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from figuretrail.audit.claims import NOTHING, PERIOD_KEY
from figuretrail.joining import combination_numbers, distinct, join, order_of

_SUBJECT = ["pool", "measure", "offence", *PERIOD_KEY]

# For each way to divide a total, what the total and its parts have in common beside the subject.
SHARED = {
    "sex": ["geo", "platforms", "ages"],
    "age": ["geo", "platforms", "sex"],
    "victims": ["geo", "platforms"],
    "platform": ["geo", "victims"],
}
KEYS = {route: [*_SUBJECT, *shared] for route, shared in SHARED.items()}
_CARRIED = ["state", "value", "bound", "rows", "base", "geography", "victims", "platforms", "age_min", "age_max"]


def with_ages(counted: pd.DataFrame) -> pd.DataFrame:
    """Claims with `ages`, the age band as text, that `beside_totals` reads."""
    return counted.assign(ages=counted["victims"].str.split("|").str[0].replace("-", NOTHING))


def beside_totals(
    counted: pd.DataFrame, route: str, lacking: Sequence[str], told_apart: Sequence[str] = ()
) -> pd.DataFrame:
    """One row a part of a known total, sorted by group (`KEYS[route]`, then `told_apart` with `_total` at the end).

    `counted` are counts with their `ages`. Only groups that have a part in one of the states `lacking`. A group with
    several totals is beside its largest; with columns in `told_apart`, beside each total that differs in them. What is
    of the total ends with `_total`.
    """
    keys = KEYS[route]
    frame = counted
    aged = frame["ages"] != NOTHING
    if route in ("sex", "age"):
        # "Unknown" beside a total looks like a second statement of it, and stands in no exact sum.
        same = ["series", "pool", *PERIOD_KEY]
        frame = frame[(frame["state"] == "known") | ~frame.duplicated(same, keep=False)]
        aged = aged.loc[frame.index]
    is_total = {
        "sex": frame["sex"] == NOTHING,
        "age": ~aged,
        "victims": frame["victims"] == NOTHING,
        "platform": frame["platforms"] == NOTHING,
    }[route]
    carried = list(dict.fromkeys([*keys, *_CARRIED]))
    parts = frame.loc[~is_total, carried]
    without = parts["state"].isin(lacking).to_numpy()
    if not without.any():
        return parts[without]
    group = combination_numbers([parts[name].to_numpy() for name in keys])
    parts = parts[np.isin(group, group[without])]
    whole = frame.loc[is_total & (frame["state"] == "known"), list(dict.fromkeys([*keys, "value", "rows", "base"]))]
    whole = distinct(whole.take(np.argsort(whole["value"].to_numpy(), kind="stable")[::-1]), [*keys, *told_apart])
    parts = join(parts, whole, keys, ("", "_total"))
    return parts.take(order_of([parts[name] for name in (*keys, *(f"{name}_total" for name in told_apart))]))
