"""Stated counts that others add up to: the years and quarters of a span, the forces of a region, the rest of a span.

What belongs here: sums over periods and over places. What does not: sums over ages, sexes and platforms, which overlap
or leave cases out (`groups`), and the verdict (`verdicts`).
"""

import functools
from typing import NamedTuple

import numpy as np
import pandas as pd

from figuretrail.audit.candidates import NEAR, WIDE, candidates, no_candidates
from figuretrail.audit.claims import NO_DAY, PERIOD_KEY, counts, known
from figuretrail.joining import Groups, combination_numbers, join, matches, once, order_of
from figuretrail.vocabulary import places

_LENGTHS = {1: "total_of_months", 3: "total_of_quarters", 6: "total_of_half_years", 12: "total_of_years"}
_SERIES = ["pool", "series"]
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
    found = []
    for runs in _all_runs(asked, parts):
        spans = asked[["row", "value"]].take(runs.asked)
        kind = _LENGTHS[runs.length]
        found.append(_judgeable(spans, kind, runs.total, runs.missing, runs.members, missing_reason=PART_MISSING))
    return pd.concat(found, ignore_index=True) if found else no_candidates()


def added_up(spans: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """For each span (`pool`, `series`, `start`, `end`) what the counts that fill it make; spans without are left out.

    Columns: `span`, the position in `spans`; `value` and the four ends; `parts`, the claims added up.
    """
    counted = known(counts(claims))
    parts = counted.assign(months=_months(counted))
    spans = spans.assign(months=_months(spans))
    found = [
        pd.DataFrame({"span": runs.asked, **{name: runs.total[name] for name in ("value", *_ENDS)}}).assign(
            parts=pd.Series(runs.members, dtype="object")
        )
        for runs in _all_runs(spans, parts)
    ]
    columns = ["span", "value", *_ENDS, "parts"]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame({name: [] for name in columns})


class _Runs(NamedTuple):
    """Counts of one length that follow each other without a gap and fill a span, for every span that has such."""

    length: int  # months
    asked: np.ndarray  # the position of each span
    total: dict[str, np.ndarray]  # for each span the sums of its parts' values and ends, and how many are what
    missing: np.ndarray  # for each span how many parts have no number
    members: list[list[int]]  # for each span its claims


def _all_runs(asked: pd.DataFrame, parts: pd.DataFrame) -> list[_Runs]:
    found = [_runs(asked, parts[(parts["months"] == length).to_numpy()], length) for length in _LENGTHS]
    return [runs for runs in found if runs is not None]


def _months(frame: pd.DataFrame) -> pd.Series:
    """How many whole months a closed period has; 0 where it isn't a matter of whole months."""
    days = frame["end"] - frame["start"] + 1
    months = (days / 30.4375).round().astype("int64")
    return months.where((days - months * 30.4375).abs() <= 3, 0)


def _runs(spans: pd.DataFrame, parts: pd.DataFrame, length: int) -> _Runs | None:
    longer = np.flatnonzero((spans["months"] > length).to_numpy())
    if not len(longer) or parts.empty:
        return None
    asked = spans.take(longer)
    both = [np.concatenate([asked[name].to_numpy(), parts[name].to_numpy()]) for name in _SERIES]
    series = combination_numbers(both)[len(asked) :]
    order = np.lexsort([parts["claim"].to_numpy(), parts["start"].to_numpy(), series])
    parts, series = parts.take(order), series[order]
    start, end = parts["start"].to_numpy(), parts["end"].to_numpy()
    broken = (np.diff(series, prepend=-1) != 0) | (start != np.concatenate([[0], end[:-1] + 1]))
    run = np.cumsum(broken)
    state = parts["state"].to_numpy()
    is_known = state == "known"
    # Running totals can't hold an open side: it is counted instead, and put back below.
    ends = {name: parts[name].to_numpy() for name in _ENDS}
    sums = {name: np.cumsum(np.where(np.isfinite(values), values, 0)) for name, values in ends.items()}
    sums["value"] = np.cumsum(np.where(is_known, parts["value"].to_numpy(), 0))
    sums["known"], sums["hidden"] = np.cumsum(is_known), np.cumsum(state == "suppressed")
    sums["open"] = np.cumsum(np.isinf(ends["wide_high"]))
    row, first = matches(asked, parts, [*_SERIES, "start"])
    nth, last = matches(asked.take(row), parts, [*_SERIES, "end"])
    row, first = row[nth], first[nth]
    chain = (run[first] == run[last]) & (last > first)
    if not chain.any():
        return None
    row, first, last = row[chain], first[chain], last[chain]
    total = {name: _between(values, first, last) for name, values in sums.items()}
    total["wide_high"] = np.where(total["open"] > 0, np.inf, total["wide_high"])
    missing = last - first + 1 - total["known"] - total["hidden"]
    ids = parts["claim"].to_list()
    members = [ids[a : b + 1] for a, b in zip(first, last, strict=True)]
    return _Runs(length, longer[row], total, missing, members)


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
        ranges,
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
    counted = counted[fields]
    pairs = join(counted, counted, [*_SERIES, "start"], ("", "_first"))
    pairs = pairs[pairs["end_first"] < pairs["end"]]
    pairs["start"] = pairs["end_first"] + 1
    asked = asked.assign(months=_months(asked))
    asked = asked[["row", *_SERIES, *PERIOD_KEY, "months"]]
    found = join(asked, pairs.drop(columns="months"), [*_SERIES, *PERIOD_KEY])
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
    return counts(targets)


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


@once
def over_places(targets: pd.DataFrame, claims: pd.DataFrame, *, across: bool = False) -> pd.DataFrame:
    """Each stated count of a country or region beside the sum of its countries, regions or forces.

    A place that gives no number for the period leaves the total open, unless the others already make it up. Within a
    source, one place's number for a part of the period, or with no period, is taken in and named: tables put such
    numbers beside full years. `across` asks for all places.
    """
    asked = _count_targets(targets)
    shared = ["pool", "beside"]
    asked = join(asked[["row", *shared, "geo", *PERIOD_KEY, "value"]], _division_frame(), ["geo"])
    if asked.empty:
        return no_candidates()
    parts = counts(claims)[["claim", *shared, *PERIOD_KEY, "geo", "state", "value", *_ENDS]]
    parts = parts.rename(columns={"geo": "child", "value": "part_value"})
    pairs = join(asked, parts, [*shared, *PERIOD_KEY, "child"])
    if pairs.empty:
        return no_candidates()
    pairs["stray"] = False
    strays = no_candidates() if across else _strays(asked, pairs, claims, shared)
    pairs = pd.concat([pairs, strays], ignore_index=True) if len(strays) else pairs
    pairs = pairs.take(order_of([pairs[name] for name in ("row", "division", "claim")]))
    group = Groups(pairs, ["row", "division"])
    state = pairs["state"].to_numpy()
    is_known, railways = state == "known", (pairs["child"] == _RAILWAYS).to_numpy()
    total = group.sums(
        {name: np.nan_to_num(pairs[name].to_numpy(), nan=0.0, posinf=np.inf, neginf=-np.inf) for name in _ENDS}
        | {"value": np.where(is_known, pairs["part_value"].to_numpy(), 0.0)}
    )
    total |= {"known": group.count(is_known), "hidden": group.count(state == "suppressed")}
    row, stated, size = group.first("row"), group.first("value"), group.first("size")
    with_railways = group.first("with_railways")
    present = total["known"] + total["hidden"]
    telling = (present >= 2) & (~with_railways | (group.count(railways) > 0))
    # Beside a suppressed number of the railways' police, the countries' sum would give that number away.
    gives_away = row[group.count(railways & (state == "suppressed")) > 0]
    telling &= with_railways | ~np.isin(row, gives_away)
    # Across sources every place is asked for; within one, a total that most places or all of its number stand for.
    if across:
        telling &= present == size
    else:
        telling &= (2 * present >= size) | (total["value"] >= stated)
    if not telling.any():
        return no_candidates()
    members = [claims_ for claims_, tells in zip(group.lists("claim"), telling, strict=True) if tells]
    kind, parent = group.first("division_kind")[telling], group.first("geo")[telling]
    stray = group.count(pairs["stray"].to_numpy(dtype=bool))[telling] > 0
    total = {name: values[telling] for name, values in total.items()}
    row, stated = row[telling], stated[telling]
    rest = stated - total["near_high"]
    rest_fits = (rest > 0) & (rest <= _SMALL_REST * stated) & np.isin(parent, _MAY_HOLD_MORE) & ~with_railways[telling]
    return _judgeable(
        pd.DataFrame({"row": row, "value": stated}),
        kind,
        total,
        (size - present)[telling],
        members,
        missing_reason=PLACES_MISSING,
        soft=stray | rest_fits,
        soft_reason=np.where(stray, OTHER_PERIOD, NO_TERRITORY),
        note=np.where(stray, OTHER_PERIOD, ""),
    )


def _strays(asked: pd.DataFrame, pairs: pd.DataFrame, claims: pd.DataFrame, shared: list[str]) -> pd.DataFrame:
    """For totals that lack one place: that place's only number, if it is for part of the period or for none stated."""
    have = pairs.groupby(["row", "division"])["child"].nunique().rename("have").reset_index()
    nearly = join(asked, have, ["row", "division"])
    nearly = nearly[(nearly["have"] == nearly["size"] - 1) & (nearly["have"] >= 2)]
    if nearly.empty:
        return nearly
    taken, _ = matches(nearly, pairs, ["row", "division", "child"])
    nearly = nearly.drop(index=nearly.index[taken])
    alone = known(claims)
    alone = alone[alone["geo"].isin(nearly["child"])]
    fields = ["claim", *shared, *PERIOD_KEY, "geo", "state", "value", *_ENDS]
    alone = alone[fields].rename(columns={"geo": "child", "value": "part_value", "start": "from", "end": "to"})
    found = join(nearly, alone, [*shared, "child"])
    inside = (found["from"] >= found["start"]) & (found["to"] <= found["end"])
    found = found[inside | ((found["from"] == NO_DAY) & (found["to"] == NO_DAY))]
    found = found[~found.duplicated(["row", "division"], keep=False)]
    return found.drop(columns=["have", "from", "to"]).assign(stray=True)
