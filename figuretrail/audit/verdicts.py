"""What a check finds: the stated range beside the range that other numbers leave for it.

What belongs here: the four verdicts and the choice among several ways to work out one number. What does not: the ways
(`ratios`, `totals`, `groups`) and the sentences (`wording`).

- `consistent`: the computed range and the stated one meet.
- `rounding`: they meet only where one allows for the ways in which people also round (see `intervals`).
- `inconsistent`: they can't both be true.
- `undecidable`: the numbers given don't settle it: one is only a lower limit, suppressed or not available, or a
  mismatch would have another likely cause. The reason is in the row.

Where a number can be worked out in several ways, the one that agrees best is kept: that a source gives two bases and
one fits is no contradiction.
"""

import numpy as np
import pandas as pd

VERDICTS = ("consistent", "rounding", "inconsistent", "undecidable")

# Counts of one year are revised from release to release: 3,171 in June 2018 was 3,217 in September 2019, 1.5% more.
REVISION = 0.03

REVISED = "the numbers come from several releases, and releases revise each other"
SEVERAL_VALUES = "one of the numbers is stated with several values"
TOO_FAR_APART = "the numbers are too far apart to be about the same thing"
ONLY_A_LIMIT = "one of the numbers is only a limit"
IN_DOUBT = "a number in it was read with doubt, and is for a person to look at first"
COVERAGE = "the numbers come from several releases, which may rest on different police forces"

# A count that is off by more than this is about something else (a force's beside a country's): a slip in adding up, a
# wrong digit or a case counted twice leaves a total recognisable.
RECOGNISABLE = 2.0
RECOGNISABLE_RATE = 1.5  # a rate follows from one count, so it has less to slip on

_RATES = ("per_day", "per_week", "per_month")
_GOOD = {"consistent": 0, "rounding": 1, "undecidable": 2, "inconsistent": 3}


def judge(found: pd.DataFrame, work: pd.DataFrame, *, across: bool | np.ndarray = False) -> pd.DataFrame:
    """The candidates with the stated ranges beside them, a verdict, and the reason for an undecidable one.

    `across`, for all or for each: their numbers come from several releases.
    """
    columns = ["value", "unit", "low", "high", "wide_low", "wide_high"]
    stated = work.loc[found["row"], columns].add_prefix("stated_").reset_index(drop=True)
    frame = pd.concat([found.reset_index(drop=True), stated], axis=1)
    slack = 1e-9 * (1 + frame["stated_value"].abs())
    near = (frame["near_low"] <= frame["stated_high"] + slack) & (frame["near_high"] >= frame["stated_low"] - slack)
    wide = (frame["wide_low"] <= frame["stated_wide_high"] + slack) & (
        frame["wide_high"] >= frame["stated_wide_low"] - slack
    )
    limit = ~np.isfinite(frame["near_high"]) | ~np.isfinite(frame["near_low"])
    # What only an unbounded wide range holds ("more than 300" of 100) is neither shown nor ruled out.
    open_wide = ~np.isfinite(frame["wide_high"]) | ~np.isfinite(frame["wide_low"])
    soft = frame["soft"].astype(bool)
    hidden = frame["hidden"].astype(bool)
    fits = near & ~limit & ~hidden
    by_rounding = wide & ~near & ~open_wide & ~hidden
    impossible = ~wide & ~near
    loose = (impossible & _within_revision(frame)).to_numpy() & across
    far = (impossible & _unrecognisable(frame)).to_numpy()
    verdict = np.select(
        [fits, by_rounding, impossible & ~soft & ~loose & ~far],
        ["consistent", "rounding", "inconsistent"],
        "undecidable",
    )
    reason = np.select(
        [
            verdict != "undecidable",
            far,
            frame["reason"] != "",
            loose,
            limit | open_wide,
        ],
        ["", TOO_FAR_APART, frame["reason"], REVISED, ONLY_A_LIMIT],
        default=SEVERAL_VALUES,
    )
    frame["verdict"], frame["reason"] = verdict, reason
    return frame


def _within_revision(frame: pd.DataFrame) -> pd.Series:
    """Whether the gap between the computed and the stated range is one that a revision of the counts would close."""
    gap = np.maximum(frame["wide_low"] - frame["stated_wide_high"], frame["stated_wide_low"] - frame["wide_high"])
    size = np.maximum(frame["stated_value"].abs(), frame["computed_value"].abs().fillna(0))
    # A change of 30% with either count 3% off is 26% to 34%: what counts is the count, 130.
    size = size + np.where(frame["kind"].isin(["change", "multiple"]), 100, 0)
    return pd.Series(gap <= REVISION * size, index=frame.index)


def _unrecognisable(frame: pd.DataFrame) -> pd.Series:
    """Whether the computed count or rate is off by more than a slip: many times the stated one, or a part of it."""
    nearest = frame["stated_value"].clip(frame["near_low"], frame["near_high"])
    large, small = np.maximum(nearest, frame["stated_value"]), np.minimum(nearest, frame["stated_value"])
    allowed = frame["stated_unit"].map({"count": RECOGNISABLE} | dict.fromkeys(_RATES, RECOGNISABLE_RATE))
    return pd.Series(large > allowed.astype("float64").fillna(np.inf) * small, index=frame.index)


def best_of_each(judged: pd.DataFrame) -> pd.DataFrame:
    """One row for each stated number and kind of check: the way that agrees best, the nearest among equals.

    Numbers too far apart to be about the same thing make no check at all.
    """
    judged = judged[judged["reason"] != TOO_FAR_APART]
    distance = (judged["computed_value"] - judged["stated_value"]).abs().fillna(np.inf)
    order = judged.assign(order=judged["verdict"].map(_GOOD), distance=distance)
    order = order.sort_values(["row", "kind", "order", "distance"], kind="stable")
    return order.drop_duplicates(["row", "kind"]).drop(columns=["order", "distance"])
