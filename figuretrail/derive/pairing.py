"""Two numbers that are set against each other: a part and its base, a count and an earlier one.

What belongs here: finding, for each pair that is wanted, the two numbers, from one release where any release gives
both. What does not: what is then worked out from them (`shares`, `changes`, `victims`).
"""

import pandas as pd

from figuretrail.audit.preference import best

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
    suffixes = ("_left", "_right")
    same = left.merge(right.assign(release_right=right["release"]), on=[*on, "release"], suffixes=suffixes)
    same = same.rename(columns={"release": "release_left"}).assign(together=SAME)
    cross = left.merge(right, on=on, suffixes=suffixes).assign(together=CROSS)
    both = pd.concat([same, cross], ignore_index=True)
    both["_apart"] = both["together"].eq(CROSS).astype(int)
    order = [*(f"{name}_left" for name in _ORDER), *(f"{name}_right" for name in _ORDER)]
    both = both.sort_values([*keys, "_apart", *order], kind="stable", na_position="last")
    return both.drop_duplicates(keys).reset_index(drop=True)
