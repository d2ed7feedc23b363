"""Figures as a pandas frame and back: the one place that says which column type a figure's field becomes.

What belongs here: types. What does not: which values a column may hold (`schemas`).
"""

import operator
import types
import typing
from collections.abc import Iterable

import pandas as pd

from figuretrail.figure import COLUMNS, Figure


def _dtype(hint: object) -> str:
    """The pandas type of a field: text, nullable integers, microsecond dates, and plain objects for lists."""
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    plain = next(option for option in options if option is not types.NoneType)
    if typing.get_origin(plain) is tuple:
        return "object"
    return {"str": "str", "int": "Int64", "float": "float64", "bool": "bool", "date": "datetime64[us]"}[plain.__name__]


DTYPES = {name: _dtype(hint) for name, hint in typing.get_type_hints(Figure).items()}


_values = operator.attrgetter(*COLUMNS)


def figures_frame(figures: Iterable[Figure]) -> pd.DataFrame:
    """A frame with one row a figure and the columns of `figuretrail.figure.COLUMNS`; lists stay Python lists."""
    rows = [_values(figure) for figure in figures]
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(COLUMNS)
    return pd.DataFrame(
        {
            name: pd.Series([list(v) for v in values] if DTYPES[name] == "object" else list(values), dtype=DTYPES[name])
            for name, values in zip(COLUMNS, columns, strict=True)
        }
    )
