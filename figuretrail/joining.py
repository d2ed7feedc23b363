"""Frames brought together at little cost: a plain inner join, and results that are kept for the next caller.

What belongs here: what pandas does too, without its price for a call. The tables are made by hundreds of small steps,
and on some hundred figures a call of pandas costs far more than its work. What does not: any table, column or rule.
"""

import functools
import itertools
from collections.abc import Callable, Sequence
from typing import Any, ParamSpec

import numpy as np
import pandas as pd

_KEPT = 2  # results of one function: a table or two are looked at in more than one way
_CLOSE = 2**12  # whole numbers of so small a range need no coding
_MOST = 2**62  # combinations of keys are numbered; a number must stay below it


P = ParamSpec("P")


def once(function: Callable[P, pd.DataFrame]) -> Callable[P, pd.DataFrame]:
    """`function` of frames, with its latest results kept, since many tables are made from the same figures.

    Inputs are compared by what they hold, so that copies of one table count as one. They are kept as shallow copies,
    and so is the result handed out: pandas copies on write, so nobody's later changes reach what is kept.
    """
    kept: list[tuple[dict[str, Any], list[pd.DataFrame], pd.DataFrame]] = []

    @functools.wraps(function)
    def kept_or_new(*args: P.args, **kwargs: P.kwargs) -> pd.DataFrame:
        frames: list[pd.DataFrame] = list(args)  # type: ignore[arg-type]
        for options, inputs, result in kept[:]:
            same = options == kwargs and len(inputs) == len(frames)
            if same and all(one.equals(two) for one, two in zip(inputs, frames, strict=True)):
                return result.copy(deep=False)
        result = function(*args, **kwargs)
        kept[:] = [(dict(kwargs), [frame.copy(deep=False) for frame in frames], result), *kept[: _KEPT - 1]]
        return result.copy(deep=False)

    return kept_or_new


def join(
    left: pd.DataFrame, right: pd.DataFrame, on: Sequence[str], suffixes: tuple[str, str] = ("_x", "_y")
) -> pd.DataFrame:
    """The rows of both frames that have equal keys, in the order of `left` and then of `right`, as an inner `merge`.

    Nulls are equal. The index is new.
    """
    return beside(left, right, *matches(left, right, on), on, suffixes)


def outer_join(
    left: pd.DataFrame, right: pd.DataFrame, on: Sequence[str], suffixes: tuple[str, str] = ("_x", "_y")
) -> pd.DataFrame:
    """`join`, and after it the rows of either frame that have no partner, with nulls for what the other would give."""
    at_left, at_right = matches(left, right, on)
    alone = np.setdiff1d(np.arange(len(left)), at_left)
    also_alone = np.setdiff1d(np.arange(len(right)), at_right)
    at_left = np.concatenate([at_left, alone, np.full(len(also_alone), -1)])
    at_right = np.concatenate([at_right, np.full(len(alone), -1), also_alone])
    table = beside(left, right, at_left, at_right, on, suffixes)
    if len(also_alone):
        keys = pd.concat([left[list(on)], right[list(on)]], ignore_index=True)
        at_key = np.where(at_left >= 0, at_left, len(left) + at_right)
        for name in on:
            table[name] = keys[name].array.take(at_key)
    return table


def beside(
    left: pd.DataFrame,
    right: pd.DataFrame,
    at_left: np.ndarray,
    at_right: np.ndarray,
    on: Sequence[str],
    suffixes: tuple[str, str] = ("_x", "_y"),
) -> pd.DataFrame:
    """Rows of one frame beside rows of another, by their positions; -1 stands for a row of nulls."""
    rest = [name for name in right.columns if name not in on]
    both = {name for name in rest if name in left.columns}
    columns = {name + suffixes[0] if name in both else name: _taken(left[name], at_left) for name in left.columns}
    columns |= {name + suffixes[1] if name in both else name: _taken(right[name], at_right) for name in rest}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(at_left)), copy=False)


def _taken(column: pd.Series, at: np.ndarray) -> Any:
    if len(at) == 0 or at.min() >= 0:
        return column.array.take(at)
    values = column.array if isinstance(column.dtype, pd.api.extensions.ExtensionDtype) else column.to_numpy()
    return pd.api.extensions.take(values, at, allow_fill=True)


def order_of(columns: Sequence[pd.Series | np.ndarray], *, nulls_first: bool = False) -> np.ndarray:
    """The positions that sort the columns, the first of them first; rows that are equal keep their order."""
    codes = [pd.factorize(column, sort=True, use_na_sentinel=nulls_first)[0] for column in columns]
    return np.lexsort(codes[::-1])


def matches(left: pd.DataFrame, right: pd.DataFrame, on: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The positions in `left` and in `right` of every two rows whose keys are equal, in that order."""
    numbers = combination_numbers([np.concatenate([_plain(left[name]), _plain(right[name])]) for name in on])
    wanted, given = numbers[: len(left)], numbers[len(left) :]
    order = np.argsort(given, kind="stable")
    given = given[order]
    first = np.searchsorted(given, wanted, side="left")
    found = np.searchsorted(given, wanted, side="right") - first
    at_left = np.repeat(np.arange(len(wanted)), found)
    nth = np.arange(len(at_left)) - np.repeat(np.cumsum(found) - found, found)
    return at_left, order[np.repeat(first, found) + nth]


def combination_numbers(columns: Sequence[np.ndarray]) -> np.ndarray:
    """For each row a number that equal combinations of the columns share, and no others."""
    numbers, most = np.zeros(len(columns[0]), dtype=np.int64), 1
    for column in columns:
        codes, size = _codes(column)
        if most * size >= _MOST:
            numbers = np.unique(numbers, return_inverse=True)[1]
            most = len(numbers)
        numbers, most = numbers * size + codes, most * size
    return numbers


def _codes(column: np.ndarray) -> tuple[np.ndarray, int]:
    """A small number for each value of the column, and how many there may be; numbers that lie close stand as such."""
    if column.dtype == bool:
        return column.astype(np.int64), 2
    if column.dtype == np.int64 and len(column):
        least = column.min()
        if 0 <= column.max() - least < _CLOSE:
            return column - least, int(column.max() - least) + 1
    codes, labels = pd.factorize(column, use_na_sentinel=False)
    return codes, max(len(labels), 1)


def _plain(column: pd.Series) -> np.ndarray:
    """The column as an array that can be compared: nullable whole numbers as floats."""
    if isinstance(column.dtype, pd.Int64Dtype):
        return column.to_numpy(dtype="float64", na_value=np.nan)
    return column.to_numpy()


def distinct(frame: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """The first row of each combination of the keys."""
    numbers = combination_numbers([_plain(frame[key]) for key in keys])
    return frame.take(np.sort(np.unique(numbers, return_index=True)[1]))


def different_beside(keys: Sequence[np.ndarray], values: np.ndarray) -> np.ndarray:
    """For each row, how many different values the rows with its combination of keys have."""
    group = np.unique(combination_numbers(keys), return_inverse=True)[1]
    one_each = np.unique(combination_numbers([group, values]), return_index=True)[1]
    return np.bincount(group[one_each], minlength=len(group))[group]


class Groups:
    """Rows that lie together because they are sorted: what is said of each group, as an array with one value a group.

    Sums of floats are those of pandas, which carries the rounding along.
    """

    def __init__(self, frame: pd.DataFrame, keys: Sequence[str]) -> None:
        """The groups of rows of `frame`, sorted by `keys`, that are equal in them."""
        same = combination_numbers([_plain(frame[key]) for key in keys])
        self._frame = frame
        self.starts = np.flatnonzero(np.diff(same, prepend=-1))
        self._numbers = np.repeat(np.arange(len(self.starts)), np.diff(self.starts, append=len(frame)))

    def first(self, column: str) -> np.ndarray:
        """The column's first value of each group."""
        return self._frame[column].to_numpy()[self.starts]

    def count(self, rows: np.ndarray) -> np.ndarray:
        """In how many rows of each group it is so."""
        return np.bincount(self._numbers[rows], minlength=len(self.starts))

    def least(self, column: str) -> np.ndarray:
        """The column's smallest value in each group."""
        return np.minimum.reduceat(self._frame[column].to_numpy(), self.starts)

    def most(self, column: str) -> np.ndarray:
        """The column's largest value in each group."""
        return np.maximum.reduceat(self._frame[column].to_numpy(), self.starts)

    def sums(self, columns: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """The sums of some columns of floats in each group."""
        summed = pd.DataFrame(columns).groupby(self._numbers).sum()
        return {name: summed[name].to_numpy() for name in columns}

    def lists(self, column: str) -> list[list[Any]]:
        """The column's values in each group."""
        values = self._frame[column].to_list()
        return [values[a:b] for a, b in itertools.pairwise([*self.starts, len(values)])]
