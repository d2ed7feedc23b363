"""Figures made ready for joining: comparable periods, coded keys, and one row for each thing claimed.

What belongs here: the working frame of the audit and how equal claims are brought together. What does not: which
claims determine which others (`shares`, `changes`, `totals`).

Two frames are used throughout:

- `work`, one row a figure, in the order of the input, with its ranges (`intervals`), days for its period and small
  integers for its text columns;
- `claims`, one row for each (pool, claim): the figures of one pool that state the same thing. A pool is a source, or
  everything at once. Where they differ, the claim's ranges span all of them, so a check that one of the published
  values passes is never called inconsistent.
"""

import numpy as np
import pandas as pd

from figuretrail.audit.intervals import Interval, intervals, is_multiple

NO_DAY = -(2**31)  # a period's open or unknown side, as a day number
NOTHING = ""  # no platform, no victim column, no place: the text that stands for an empty key
COUNTS = ("offences", "victims")

# What a claim is about, apart from its period. Order matters for nothing but reading.
SUBJECT_KEY = ["measure", "unit", "offence", "geo", "platforms", "victims", "base"]
PERIOD_KEY = ["start", "end"]
RANGES = list(Interval._fields)


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


def claims(work: pd.DataFrame, *, across: bool = False) -> pd.DataFrame:
    """The claims of every pool, one row each, with `rows`: the working rows that state it.

    A pool is a source, or with `across` all sources together. `state` is `known`, `suppressed` or `missing`; where a
    claim is stated exactly and also rounded ("37" and "more than 35") only the exact statements count.
    """
    frame = work.assign(pool=0 if across else work["source_code"])
    keys = ["pool", *SUBJECT_KEY, *PERIOD_KEY, "cstart", "cend"]
    frame["claim"] = frame.groupby(keys, sort=False, dropna=False).ngroup()
    rank = np.select(
        [
            frame["known"] & (frame["bound"] == "="),
            frame["known"],
            frame["status"] == "suppressed",
        ],
        [0, 1, 2],
        default=3,
    )
    frame["rank"] = rank
    best = frame.groupby("claim")["rank"].transform("min")
    frame = frame[frame["rank"] == best]
    grouped = frame.groupby("claim", sort=True)
    out = grouped.first()[
        [
            "pool",
            *SUBJECT_KEY,
            *PERIOD_KEY,
            "cstart",
            "cend",
            "geography",
            "sex",
            "age_min",
            "age_max",
            "days",
            "value",
            "bound",
            "sentence",
            "rank",
        ]
    ]
    for low in ("near_low", "low", "wide_low"):
        out[low] = grouped[low].min()
    for high in ("near_high", "high", "wide_high"):
        out[high] = grouped[high].max()
    out["value_max"] = grouped["value"].max()
    out["value_min"] = grouped["value"].min()
    out["rows"] = _distinct_rows(frame)
    out["state"] = out["rank"].map({0: "known", 1: "known", 2: "suppressed", 3: "missing"})
    return out.reset_index().drop(columns="rank")


def _distinct_rows(frame: pd.DataFrame) -> pd.Series:
    """Of each claim, the first figure for each value that is stated for it."""
    distinct = frame.drop_duplicates(["claim", "value"]).sort_values("claim", kind="stable")
    claim, row = distinct["claim"].to_numpy(), distinct["row"].to_list()
    starts = np.flatnonzero(np.r_[True, claim[1:] != claim[:-1]]) if len(claim) else np.array([], dtype=int)
    ends = np.r_[starts[1:], len(claim)]
    lists = [row[a:b] for a, b in zip(starts, ends, strict=True)] if len(claim) else []
    return pd.Series(lists, index=pd.Index(claim[starts], name="claim"), dtype="object")


def known(claims_: pd.DataFrame) -> pd.DataFrame:
    """The claims that have a number."""
    return claims_[claims_["state"] == "known"]


def counts(claims_: pd.DataFrame) -> pd.DataFrame:
    """The claims that count offences or victims over a known, closed period."""
    closed = (claims_["start"] != NO_DAY) & (claims_["end"] != NO_DAY)
    return claims_[claims_["measure"].isin(COUNTS) & (claims_["unit"] == "count") & closed]


def targets(work: pd.DataFrame, *, across: bool = False) -> pd.DataFrame:
    """The stated numbers to check: known figures, each statement of a pool once, with their `pool`."""
    frame = work[work["known"]]
    frame = frame.assign(pool=0 if across else frame["source_code"])
    keys = ["pool", *SUBJECT_KEY, *PERIOD_KEY, "cstart", "cend", "value", "bound"]
    return frame.drop_duplicates(keys)
