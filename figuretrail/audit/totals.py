"""Stated counts that others add up to: the years and quarters of a span, the forces of a region, the rest of a span.

What belongs here: sums over periods and over places. What does not: sums over ages, sexes and platforms, which overlap
or leave cases out (`groups`), and the verdict (`verdicts`).
"""

import functools
from typing import NamedTuple

import numpy as np
import pandas as pd

from figuretrail.audit.candidates import NEAR, WIDE, candidates, no_candidates
from figuretrail.audit.claims import NO_DAY, PERIOD_KEY, SUBJECT_KEY, counts, known
from figuretrail.vocabulary import places

_LENGTHS = {1: "total_of_months", 3: "total_of_quarters", 6: "total_of_half_years", 12: "total_of_years"}
_SERIES = ["pool", *SUBJECT_KEY]
_ENDS = (*NEAR, *WIDE)

PART_MISSING = "a part of it is not available"
PART_HIDDEN = "a part of it is suppressed, and a suppressed number is not worked out"
PLACES_MISSING = "not every place in it is given"
NO_TERRITORY = "it may hold offences of a force without a territory, such as the British Transport Police"
OTHER_PERIOD = "one of the numbers is for another period"


def over_periods(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each stated count of a span beside the sum of its months, quarters, half-years or years.

    The parts are of one length, follow each other without a gap and fill the span. Sums come from running totals along
    each series, so the work grows with the number of figures and not with the number of spans.
    """
    asked = _count_targets(targets)
    parts = counts(claims)
    parts = parts.assign(months=_months(parts))
    asked = asked.assign(months=_months(asked))
    found = [_chains(asked, parts[parts["months"] == length], length) for length in _LENGTHS]
    found = [frame for frame in found if not frame.empty]
    return pd.concat(found, ignore_index=True) if found else no_candidates()


def _months(frame: pd.DataFrame) -> pd.Series:
    """How many whole months a closed period has; 0 where it isn't a matter of whole months."""
    days = frame["end"] - frame["start"] + 1
    months = (days / 30.4375).round().astype("int64")
    return months.where((days - months * 30.4375).abs() <= 3, 0)


def _chains(asked: pd.DataFrame, parts: pd.DataFrame, length: int) -> pd.DataFrame:
    asked = asked[asked["months"] > length]
    if asked.empty or parts.empty:
        return no_candidates()
    parts = parts.sort_values([*_SERIES, "start", "claim"], kind="stable").reset_index(drop=True)
    series = parts.groupby(_SERIES, sort=False).ngroup()
    broken = (series != series.shift()) | (parts["start"] != parts["end"].shift() + 1)
    parts = parts.assign(run=broken.cumsum(), position=np.arange(len(parts)))
    is_known, is_hidden = parts["state"] == "known", parts["state"] == "suppressed"
    sums = {
        "known": is_known.cumsum(),
        "hidden": is_hidden.cumsum(),
        "value": parts["value"].where(is_known, 0).cumsum(),
    }
    # Running totals can't hold an open side: it is counted instead, and put back below.
    sums |= {name: parts[name].where(np.isfinite(parts[name]), 0).cumsum() for name in _ENDS}
    sums["open"] = np.isinf(parts["wide_high"]).cumsum()
    firsts = parts[[*_SERIES, "start", "run", "position"]]
    lasts = parts[[*_SERIES, "end", "run", "position"]]
    spans = asked[["row", *_SERIES, *PERIOD_KEY, "value"]].merge(firsts, on=[*_SERIES, "start"])
    spans = spans.merge(lasts, on=[*_SERIES, "end"], suffixes=("", "_last"))
    spans = spans[(spans["run"] == spans["run_last"]) & (spans["position_last"] > spans["position"])]
    if spans.empty:
        return no_candidates()
    first, last = spans["position"].to_numpy(), spans["position_last"].to_numpy()
    total = {name: _between(values.to_numpy(), first, last) for name, values in sums.items()}
    total["wide_high"] = np.where(total["open"] > 0, np.inf, total["wide_high"])
    number = last - first + 1
    ids = parts["claim"].to_numpy()
    members = [ids[a : b + 1].tolist() for a, b in zip(first, last, strict=True)]
    return _judgeable(
        spans, _LENGTHS[length], total, number - total["known"] - total["hidden"], members, missing_reason=PART_MISSING
    )


def _between(cumulated: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    before = np.where(first > 0, cumulated[first - 1], 0)
    return np.asarray(cumulated[last] - before)


def _judgeable(
    spans: pd.DataFrame,
    kind: str | np.ndarray,
    total: dict[str, np.ndarray],
    missing: np.ndarray,
    members: list[list[int]],
    *,
    missing_reason: str,
    soft: np.ndarray | bool = False,
    soft_reason: np.ndarray | str = "",
    note: np.ndarray | str = "",
) -> pd.DataFrame:
    """Candidates for sums, some of whose parts have no number.

    The known parts alone are the least that the total can be. Where they already make up the stated total, it was
    added up without the missing ones, and the note says so.
    """
    hidden = total["hidden"] > 0
    equal = (missing > 0) & ~hidden & (total["value"] == spans["value"].to_numpy()) & (total["known"] > 1)
    open_ended = (missing > 0) & ~equal
    soft = np.broadcast_to(np.asarray(soft), hidden.shape)
    ranges = {
        "computed_value": np.where(open_ended | hidden, np.nan, total["value"]),
        "near_low": total["near_low"],
        "near_high": np.where(open_ended, np.inf, total["near_high"]),
        "wide_low": total["wide_low"],
        "wide_high": np.where(open_ended, np.inf, total["wide_high"]),
    }
    # In order of what the reader has to know first.
    reason = np.select([hidden, open_ended, soft], [PART_HIDDEN, missing_reason, soft_reason], default="")
    notes = np.where(equal, missing_reason, np.broadcast_to(np.asarray(note), hidden.shape))
    return candidates(
        spans["row"],
        kind,
        {name: pd.Series(values) for name, values in ranges.items()},
        members,
        soft=soft,
        reason=reason,
        note=notes,
        hidden=hidden,
    )


def by_difference(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each stated count of the last part of a span beside the whole span less its first part.

    Only for parts of unequal length (18 months less a year are six months): equal ones are sums of years or quarters.
    """
    asked = _count_targets(targets)
    counted = known(counts(claims))
    counted = counted.assign(months=_months(counted))
    fields = ["claim", *_SERIES, *PERIOD_KEY, "months", "value", *_ENDS]
    pairs = counted[fields].merge(counted[fields], on=[*_SERIES, "start"], suffixes=("", "_first"))
    pairs = pairs[pairs["end_first"] < pairs["end"]]
    pairs["start"] = pairs["end_first"] + 1
    asked = asked.assign(months=_months(asked))
    found = asked[["row", *_SERIES, *PERIOD_KEY, "months"]].merge(
        pairs.drop(columns="months"), on=[*_SERIES, *PERIOD_KEY]
    )
    found = found[(found["months"] != found["months_first"]) & (found["value"] >= found["value_first"])]
    if found.empty:
        return no_candidates()
    ranges = {
        "computed_value": found["value"] - found["value_first"],
        "near_low": found["near_low"] - found["near_high_first"],
        "near_high": found["near_high"] - found["near_low_first"],
        "wide_low": found["wide_low"] - found["wide_high_first"],
        "wide_high": found["wide_high"] - found["wide_low_first"],
    }
    return candidates(found["row"], "rest_of_period", ranges, found[["claim", "claim_first"]].to_numpy().tolist())


def _count_targets(targets: pd.DataFrame) -> pd.DataFrame:
    return counts(targets.assign(state="known"))


_RAILWAYS = "British Transport Police|force"
_MAY_HOLD_MORE = ("England and Wales|country", "United Kingdom|country")
_SMALL_REST = 0.03  # of a country's offences, those of forces without a territory are less


class Division(NamedTuple):
    """The places that a place consists of."""

    parent: str
    kind: str
    children: tuple[str, ...]


@functools.cache
def divisions() -> tuple[Division, ...]:
    """How the known places divide: the United Kingdom into countries, England into regions, all into forces."""
    forces = [place for place in places() if place.type == "force" and place.region]
    regions = [place for place in places() if place.type == "region"]
    everywhere = tuple(f"{place.name}|force" for place in forces)
    found = [
        Division("England and Wales|country", "total_of_countries", ("England|country", "Wales|country")),
        # Releases count the railways' police in, or leave it out: either may be the sum.
        Division("England and Wales|country", "total_of_countries", ("England|country", "Wales|country", _RAILWAYS)),
        Division("England and Wales|country", "total_of_forces", (*everywhere, _RAILWAYS)),
        Division(
            "United Kingdom|country",
            "total_of_countries",
            ("England and Wales|country", "Scotland|country", "Northern Ireland|country"),
        ),
        Division("England|country", "total_of_regions", tuple(f"{place.name}|region" for place in regions)),
        Division("England and Wales|country", "total_of_forces", everywhere),
        Division(
            "England|country",
            "total_of_forces",
            tuple(f"{place.name}|force" for place in forces if place.country == "England"),
        ),
    ]
    by_region: dict[str, list[str]] = {}
    for force in forces:
        kind = "country" if force.region == "Wales" else "region"
        by_region.setdefault(f"{force.region}|{kind}", []).append(f"{force.name}|force")
    found += [Division(parent, "total_of_forces", tuple(children)) for parent, children in by_region.items()]
    return tuple(found)


def missing_places(parent: str, given: list[str]) -> list[str]:
    """The names of the places of `parent` that are not among `given`, for the division that fits `given` best."""
    fitting = [division for division in divisions() if division.parent == parent]
    best = max(fitting, key=lambda division: len(set(division.children) & set(given)))
    return [child.partition("|")[0] for child in best.children if child not in given]


@functools.cache
def _division_frame() -> pd.DataFrame:
    rows = [
        (number, division.kind, division.parent, child, len(division.children), _RAILWAYS in division.children)
        for number, division in enumerate(divisions())
        for child in division.children
    ]
    return pd.DataFrame(rows, columns=["division", "division_kind", "geo", "child", "size", "with_railways"])


def over_places(targets: pd.DataFrame, claims: pd.DataFrame, *, across: bool = False) -> pd.DataFrame:
    """Each stated count of a country or region beside the sum of its countries, regions or forces.

    A place that gives no number for the period leaves the total open, unless the others already make it up. Within a
    source, one place's number for a part of the period, or with no period, is taken in and named: tables put such
    numbers beside full years. `across` asks for all places.
    """
    asked = _count_targets(targets)
    shared = ["pool", *(key for key in SUBJECT_KEY if key != "geo")]
    asked = asked[["row", *shared, "geo", *PERIOD_KEY, "value"]].merge(_division_frame(), on="geo")
    if asked.empty:
        return no_candidates()
    parts = counts(claims)[["claim", *shared, *PERIOD_KEY, "geo", "state", "value", *_ENDS]]
    parts = parts.rename(columns={"geo": "child", "value": "part_value"})
    pairs = asked.merge(parts, on=[*shared, *PERIOD_KEY, "child"])
    if pairs.empty:
        return no_candidates()
    pairs["stray"] = False
    if not across:
        pairs = pd.concat([pairs, _strays(asked, pairs, claims, shared)], ignore_index=True)
    is_known = pairs["state"] == "known"
    pairs = pairs.assign(
        known=is_known,
        hidden=pairs["state"] == "suppressed",
        is_railways=pairs["child"] == _RAILWAYS,
        railways_hidden=(pairs["child"] == _RAILWAYS) & (pairs["state"] == "suppressed"),
        part_value=pairs["part_value"].where(is_known, 0.0),
        **{name: pairs[name].fillna(0.0) for name in _ENDS},
    ).sort_values(["row", "division", "claim"], kind="stable")
    groups = pairs.groupby(["row", "division"], sort=True)
    sums = groups.agg(
        kind=("division_kind", "first"),
        size=("size", "first"),
        stated=("value", "first"),
        parent=("geo", "first"),
        with_railways=("with_railways", "first"),
        railways_given=("is_railways", "any"),
        railways_hidden=("railways_hidden", "any"),
        known=("known", "sum"),
        hidden=("hidden", "sum"),
        value=("part_value", "sum"),
        stray=("stray", "any"),
        members=("claim", list),
        **{name: (name, "sum") for name in _ENDS},
    ).reset_index()
    # Beside a suppressed number of the railways' police, the countries' sum would give that number away.
    gives_away = sums.loc[sums["railways_hidden"], "row"]
    sums = sums[sums["with_railways"] | ~sums["row"].isin(gives_away)]
    missing = sums["size"] - sums["known"] - sums["hidden"]
    present = sums["known"] + sums["hidden"]
    telling = (present >= 2) & (sums["railways_given"] | ~sums["with_railways"])
    telling &= (missing == 0) | (~pd.Series(across, index=sums.index)) & (
        (2 * present >= sums["size"]) | (sums["value"] > sums["stated"]) | (sums["value"] == sums["stated"])
    )
    sums, missing = sums[telling], missing[telling]
    if sums.empty:
        return no_candidates()
    spans = sums[["row"]].assign(value=sums["stated"])
    total = {name: sums[name].to_numpy() for name in ("known", "hidden", "value", *_ENDS)}
    stray = sums["stray"].to_numpy(dtype=bool)
    rest = sums["stated"] - sums["near_high"]
    rest_fits = (rest > 0) & (rest <= _SMALL_REST * sums["stated"]) & sums["parent"].isin(_MAY_HOLD_MORE)
    rest_fits &= ~sums["with_railways"]
    return _judgeable(
        spans,
        sums["kind"].to_numpy(),
        total,
        missing.to_numpy(),
        sums["members"].to_list(),
        missing_reason=PLACES_MISSING,
        soft=stray | rest_fits.to_numpy(),
        soft_reason=np.where(stray, OTHER_PERIOD, NO_TERRITORY),
        note=np.where(stray, OTHER_PERIOD, ""),
    )


def _strays(asked: pd.DataFrame, pairs: pd.DataFrame, claims: pd.DataFrame, shared: list[str]) -> pd.DataFrame:
    """For totals that lack one place: that place's only number, if it is for part of the period or for none stated."""
    have = pairs.groupby(["row", "division"])["child"].nunique().rename("have").reset_index()
    nearly = asked.merge(have, on=["row", "division"])
    nearly = nearly[(nearly["have"] == nearly["size"] - 1) & (nearly["have"] >= 2)]
    taken = pairs[["row", "division", "child"]].assign(taken=True)
    nearly = nearly.merge(taken, on=["row", "division", "child"], how="left")
    nearly = nearly[nearly["taken"].isna()].drop(columns="taken")
    alone = known(claims)
    alone = alone[alone["geo"].isin(nearly["child"])]
    fields = ["claim", *shared, *PERIOD_KEY, "geo", "state", "value", *_ENDS]
    alone = alone[fields].rename(columns={"geo": "child", "value": "part_value", "start": "from", "end": "to"})
    found = nearly.merge(alone, on=[*shared, "child"])
    inside = (found["from"] >= found["start"]) & (found["to"] <= found["end"])
    found = found[inside | ((found["from"] == NO_DAY) & (found["to"] == NO_DAY))]
    found = found[~found.duplicated(["row", "division"], keep=False)]
    return found.drop(columns=["have", "from", "to"]).assign(stray=True)
