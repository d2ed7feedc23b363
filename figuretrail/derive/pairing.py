"""Two numbers that are set against each other: a part and its base, a count and an earlier one.

What belongs here: finding, for each pair that is wanted, the two numbers, from one release where any release gives
both. What does not: what is then worked out from them (`shares`, `changes`, `victims`).
"""

import numpy as np
import pandas as pd

from figuretrail.audit.preference import best
from figuretrail.joining import beside, combination_numbers, matches, order_of

SAME = "of_one_release"
CROSS = "of_two_releases"
_ORDER = ["_secondhand", "_compiled", "_age", "_retold", "figure_id"]


def exact_by_release(stated: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The preferred exact statement of each combination of `keys`, release by release. Rounded ones are left out."""
    return best(stated[stated["_rounded"].eq(0)], [*keys, "release"])


def pair(left: pd.DataFrame, right: pd.DataFrame, *, on: list[str], keys: list[str]) -> pd.DataFrame:
    """One row for each combination of `keys` (columns of `left` and `right` together) that has a number on both sides.

    `left` and `right` are from `exact_by_release`; `on` are the columns that match them, in both. Two numbers of one
    release go before two of different ones: a revision of the one but not of the other would show as a change. Then the
    order is that of the preferred left number. Added: `together`, SAME or CROSS; the left's columns end with `_left`
    where both sides have them, the right's with `_right`.
    """
    at_left, at_right = matches(left, right, on)
    apart = left["release"].to_numpy()[at_left] != right["release"].to_numpy()[at_right]
    key_columns = [(left[name].take(at_left) if name in left else right[name].take(at_right)) for name in keys]
    order = [frame[name].take(at) for frame, at in ((left, at_left), (right, at_right)) for name in _ORDER]
    ranked = order_of([*key_columns, apart, *order])
    same_keys = combination_numbers([column.to_numpy()[ranked] for column in key_columns])
    first = ranked[np.flatnonzero(np.diff(same_keys, prepend=-1))]
    both = beside(left, right, at_left[first], at_right[first], on, ("_left", "_right"))
    both["together"] = np.where(apart[first], CROSS, SAME)
    return both
