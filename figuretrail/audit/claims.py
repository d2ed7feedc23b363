"""Figures made ready for joining: comparable periods, coded keys, and one row for each thing claimed.

What belongs here: the working frame of the audit and how equal claims are brought together. What does not: which
claims determine which others (`shares`, `changes`, `totals`).

Two frames are used throughout:

- `work`, one row a figure, in the order of the input, with its ranges (`intervals`), days for its period and small
  integers for its text columns;
- `claims`, one row for each (pool, claim): the figures of one pool that state the same thing. A pool is a source, the
  sources that print one release, or everything at once. Where they differ, the claim's ranges span all of them, so a
  check that one of the published values passes is never called inconsistent.
"""

import itertools
import math
from typing import Any

import numpy as np
import pandas as pd

from figuretrail.audit.intervals import intervals, is_multiple
from figuretrail.joining import combination_numbers, once

NO_DAY = -(2**31)  # a period's open or unknown side, as a day number
NOTHING = ""  # no platform, no victim column, no place: the text that stands for an empty key
COUNTS = ("offences", "victims")

# What a claim is about, apart from its period. Order matters for nothing but reading.
SUBJECT_KEY = ["measure", "unit", "offence", "geo", "platforms", "victims", "base"]
PERIOD_KEY = ["start", "end"]

# Numbers in the working frame that stand for several of its text columns: equal where all of those are.
CODES = {
    "series": SUBJECT_KEY,
    "beside": [name for name in SUBJECT_KEY if name != "geo"],  # what the numbers of a place and its parts share
    "subject": ["offence", "geo", "platforms", "victims"],
    "place": ["offence", "geo"],
}


# What the checks read of a stated number.
_TARGET = ["row", "source_code", *SUBJECT_KEY, *PERIOD_KEY, "cstart", "cend", "sex", "age_min", "age_max", "days"]
_TARGET += ["value", "bound", "low", "high", "wide_high", "sentence", "surface_is_multiple", "counts"]


@once
def working(figures: pd.DataFrame) -> pd.DataFrame:
    """The working frame: one row a figure, numbered from 0 in the input's order."""
    figures = figures.reset_index(drop=True)
    start, end = _snapped(figures["period_start"], figures["period_end"])
    cstart, cend = _snapped(figures["comparison_start"], figures["comparison_end"])
    ages_min, ages_max = figures["victim_age_min"], figures["victim_age_max"]
    work = pd.DataFrame(
        {
            "row": np.arange(len(figures)),
            "source_id": figures["source_id"],
            "source_code": pd.factorize(figures["source_id"])[0],
            "figure_id": figures["figure_id"],
            "measure": figures["measure"],
            "unit": figures["unit"],
            "bound": figures["bound"],
            "value": figures["value"],
            "surface": figures["surface"].fillna(""),
            "cell": figures["cell"],
            "position": figures["start"].astype("float64"),
            "offence": figures["offence"].fillna(NOTHING),
            "geo": _geo(figures),
            "geography": figures["geography"].fillna(NOTHING),
            "platforms": figures["platforms"].map("|".join).astype("str"),
            "victims": _victims(figures),
            "age_min": ages_min.astype("float64"),
            "age_max": ages_max.astype("float64"),
            "sex": figures["victim_sex"].fillna(NOTHING),
            "base": figures["base"].fillna(NOTHING),
            "start": start,
            "end": end,
            "cstart": cstart,
            "cend": cend,
            "days": _length(figures["period_start"], figures["period_end"]),
            "status": figures["status"],
            "sentence": _sentences(figures),
            "review": figures["review"].astype(bool),
        }
    )
    # A crime counted on a platform has a recorded means of communication: its count is of both bases.
    on_platform = (work["unit"] == "count") & (work["platforms"] != NOTHING) & (work["base"] == "method_recorded")
    work["base"] = work["base"].mask(on_platform, "all")
    work = pd.concat([work, intervals(figures)], axis=1)
    work["known"] = (work["status"] == "reported") & work["value"].notna()
    multiples = {surface: is_multiple(surface) for surface in work["surface"].unique()}
    work["surface_is_multiple"] = work["surface"].map(multiples).astype(bool)
    closed = (work["start"] != NO_DAY) & (work["end"] != NO_DAY)
    work["counts"] = work["measure"].isin(COUNTS) & (work["unit"] == "count") & closed
    for name, columns in CODES.items():
        work[name] = combination_numbers([work[column].to_numpy() for column in columns])
    return work


def _sentences(figures: pd.DataFrame) -> np.ndarray:
    """A number for each sentence of an article; -1 where there is none to be in."""
    text = figures["source_id"] + "|" + figures["context"]
    in_words = figures["cell"].isna() & figures["context"].notna() & (figures["context"] != "")
    return np.asarray(pd.factorize(text.where(in_words))[0])


def _geo(figures: pd.DataFrame) -> pd.Series:
    """Name and type in one text; empty where the place is unknown or is none of the known kinds."""
    both = figures["geography"] + "|" + figures["geography_type"].fillna("")
    return both.fillna(NOTHING).astype("str")


def _victims(figures: pd.DataFrame) -> pd.Series:
    """Age band and sex in one text ("0-11|", "12-15|female"); empty for a number about all victims."""
    low, high = figures["victim_age_min"].astype("string"), figures["victim_age_max"].astype("string")
    sex = figures["victim_sex"].fillna("")
    text = low.fillna("") + "-" + high.fillna("") + "|" + sex.astype("string")
    return text.where(text != "-|", NOTHING).astype("str")


def _snapped(start: pd.Series, end: pd.Series) -> tuple[pd.Series, pd.Series]:
    """First and last day as day numbers, moved to the month's edge where they lie within a week of it.

    The law came into force on 3 April 2017, so its first year is printed as 3 April to 2 April, as 1 April to
    31 March, and as the tax year; all three mean one thing to an adder of years.
    """
    first = start.where(start.dt.day > 7, start.dt.to_period("M").dt.start_time.astype(start.dtype))
    before = (end.dt.to_period("M") - 1).dt.end_time.dt.normalize().astype(end.dtype)
    last = end.where(end.dt.day > 7, before)
    keep = (last < first).fillna(False)  # a week or less: nothing to snap
    return _day_number(first.where(~keep, start)), _day_number(last.where(~keep, end))


def _day_number(dates: pd.Series) -> pd.Series:
    days = (dates - pd.Timestamp("1970-01-01")) // pd.Timedelta(days=1)
    return days.fillna(NO_DAY).astype("int64")


def _length(start: pd.Series, end: pd.Series) -> pd.Series:
    return (end - start).dt.days.astype("float64") + 1


@once
def claims(work: pd.DataFrame) -> pd.DataFrame:
    """The claims of every pool, one row each, with `rows`: the working rows that state it.

    A pool is the rows of one `source_code`. `state` is `known`, `suppressed` or `missing`; where a claim is stated
    exactly and also rounded ("37" and "more than 35") only the exact statements count.
    """
    pool = work["source_code"].to_numpy()
    keys = [pool, *(work[name].to_numpy() for name in ("series", *PERIOD_KEY, "cstart", "cend"))]
    claim = pd.factorize(combination_numbers(keys))[0]
    is_known, status = work["known"].to_numpy(), work["status"]
    exact, hidden = (work["bound"] == "=").to_numpy(), (status == "suppressed").to_numpy()
    rank = np.select([is_known & exact, is_known, hidden], [0, 1, 2], default=3)
    best = np.full(len(work), 3)
    np.minimum.at(best, claim, rank)
    kept = np.flatnonzero(rank == best[claim])
    kept = kept[np.lexsort([work["review"].to_numpy()[kept], claim[kept]])]  # a clear reading stands for a doubtful one
    starts = np.flatnonzero(np.diff(claim[kept], prepend=-1))
    first = kept[starts]
    carried = [*SUBJECT_KEY, *PERIOD_KEY, "cstart", "cend", "geography", "sex", "age_min", "age_max", "days", "bound"]
    out = work[[*carried, "sentence", "counts", *CODES]].take(first).reset_index(drop=True)
    out["claim"], out["pool"] = np.arange(len(first)), pool[first]
    ends: dict[str, tuple[str, np.ufunc]] = {name: (name, np.fmin) for name in ("near_low", "low", "wide_low")}
    ends |= {name: (name, np.fmax) for name in ("near_high", "high", "wide_high")}
    ends |= {"value_max": ("value", np.fmax), "value_min": ("value", np.fmin)}
    for name, (column, end) in ends.items():
        out[name] = end.reduceat(work[column].to_numpy()[kept], starts) if len(starts) else []
    values, rows = work["value"].to_numpy()[kept], work["row"].to_numpy()[kept]
    distinct = [_distinct(values[a:b], rows[a:b]) for a, b in itertools.pairwise([*starts, len(kept)])]
    out["value"] = [next((value for value in found if value == value), math.nan) for found in distinct]
    out["rows"] = pd.Series([list(by_value.values()) for by_value in distinct], dtype="object")
    out["state"] = np.array(["known", "known", "suppressed", "missing"])[rank[first]]
    return out.copy()  # which brings columns of one type together: all checks pick rows of it, and that is faster so


def _distinct(values: np.ndarray, rows: np.ndarray) -> dict[float, int]:
    """The values that are stated, each with the first row that states it, one that was read clearly if there is one."""
    found: dict[float, int] = {}
    for value, row in zip(values.tolist(), rows.tolist(), strict=True):
        found.setdefault(value if value == value else math.nan, row)
    return found


def without(claim: dict[Any, Any], row: int, values: np.ndarray) -> dict[Any, Any]:
    """A claim (as a mapping) without the number that a working row states, where it has others; `values` are by row."""
    rest = [other for other in claim["rows"] if values[other] != values[row]]
    if row not in claim["rows"] or not rest:
        return claim
    left = values[rest]
    return claim | {"rows": rest, "value": left[0], "value_min": left.min(), "value_max": left.max()}


def known(claims_: pd.DataFrame) -> pd.DataFrame:
    """The claims that have a number."""
    return _those(claims_, (claims_["state"] == "known").to_numpy())


def _those(frame: pd.DataFrame, wanted: np.ndarray) -> pd.DataFrame:
    """The rows wanted; the frame itself where that is all of them, as when they were picked before."""
    return frame if wanted.all() else frame[wanted]


def counts(claims_: pd.DataFrame) -> pd.DataFrame:
    """The claims that count offences or victims over a known, closed period."""
    return _those(claims_, claims_["counts"].to_numpy())


def targets(work: pd.DataFrame) -> pd.DataFrame:
    """The stated numbers to check: known figures, each statement of a pool once, with their `pool`.

    Where several figures state the same, one that was read clearly is checked, if there is one.
    """
    asked = np.flatnonzero(work["known"].to_numpy())
    asked = asked[np.argsort(work["review"].to_numpy()[asked], kind="stable")]
    frame = work[[*_TARGET, *CODES]].take(asked)
    frame = frame.assign(pool=frame["source_code"])
    keys = ["pool", "series", *PERIOD_KEY, "cstart", "cend", "value", "bound"]
    numbers = combination_numbers([frame[name].to_numpy() for name in keys])
    firsts = np.unique(numbers, return_index=True)[1]
    return frame.take(firsts[np.argsort(asked[firsts])])
