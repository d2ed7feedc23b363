"""A candidate: one way in which a stated number follows from others, before anything is judged.

What belongs here: the frame that every finder of checks returns. What does not: finding (`ratios`, `totals`) and
judging (`verdicts`).
"""

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


def no_candidates() -> pd.DataFrame:
    """No candidate."""
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})


def candidates(
    row: pd.Series,
    kind: str | np.ndarray,
    ranges: dict[str, pd.Series],
    parts: list[list[int]],
    *,
    soft: Any = False,
    reason: Any = "",
    note: Any = "",
    hidden: Any = False,
) -> pd.DataFrame:
    """A frame of candidates; `ranges` holds `computed_value` and the four ends of the near and wide range."""
    frame = pd.DataFrame({"row": row.to_numpy(), "kind": kind})
    for name in ("computed_value", *NEAR, *WIDE):
        frame[name] = np.asarray(ranges[name], dtype=float)
    frame["parts"] = pd.Series(parts, dtype="object")
    for name, values in (("soft", soft), ("reason", reason), ("note", note), ("hidden", hidden)):
        frame[name] = values.to_numpy() if isinstance(values, pd.Series) else values
    return frame[list(COLUMNS)].astype(COLUMNS)
