"""How far results are rounded, for the tables and for the models that check them.

What belongs here: numbers in, numbers as published out. What does not: which number follows from which (`derive`).
"""

import numpy as np
import pandas as pd

DECIMALS = 1  # of a share, a change and a rate, as the statistics publish them; the counts beside them allow for more


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
