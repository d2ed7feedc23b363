"""A candidate: one way in which a stated number follows from others, before anything is judged.

What belongs here: the frame that every finder of checks returns. What does not: finding (`ratios`, `totals`) and
judging (`verdicts`).
"""

import functools
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

NEAR = ("near_low", "near_high")
WIDE = ("wide_low", "wide_high")

# `row` is the stated number (a row of the working frame) and `parts` the claims it should follow from, in the order in
# which the sentence names them. `soft` says that a mismatch has another likely cause, so it is no contradiction;
# `reason` names that cause. `note` is a fact that the sentence has to add. `hidden` says that a suppressed number is
# among the parts: what the others leave for it is not shown.
COLUMNS = {
    "row": "int64",
    "kind": "str",
    "computed_value": "float64",
    **dict.fromkeys((*NEAR, *WIDE), "float64"),
    "parts": "object",
    "soft": "bool",
    "reason": "str",
    "note": "str",
    "hidden": "bool",
}


@functools.cache
def _none() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})


def no_candidates() -> pd.DataFrame:
    """No candidate."""
    return _none().copy(deep=False)


def candidates(
    row: pd.Series | np.ndarray,
    kind: str | np.ndarray,
    ranges: Mapping[str, pd.Series | np.ndarray],
    parts: list[list[int]],
    *,
    soft: Any = False,
    reason: Any = "",
    note: Any = "",
    hidden: Any = False,
) -> pd.DataFrame:
    """A frame of candidates; `ranges` holds `computed_value` and the four ends of the near and wide range."""
    number = len(parts)
    columns = {"row": np.asarray(row, dtype="int64"), "kind": _text(kind, number)}
    columns |= {name: np.asarray(ranges[name], dtype=float) for name in ("computed_value", *NEAR, *WIDE)}
    columns["parts"] = pd.Series(parts, dtype="object")
    columns["soft"] = np.broadcast_to(np.asarray(soft, dtype=bool), number).copy()
    columns |= {"reason": _text(reason, number), "note": _text(note, number)}
    columns["hidden"] = np.broadcast_to(np.asarray(hidden, dtype=bool), number).copy()
    return pd.DataFrame(columns, copy=False)


def _text(value: Any, number: int) -> Any:
    return pd.array(np.broadcast_to(np.asarray(value, dtype=object), number), dtype="str")
