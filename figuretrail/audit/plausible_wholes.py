"""Plausibility of a whole beside what lies in it: a longer time, a wider offence, a total that leaves a part out.

What belongs here: rules about numbers that hold one another. What does not: platforms, ages and places within a number
of their own source (`plausible_series`), and totals that are checked by adding up (`arithmetic`).
"""

import functools
import itertools
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from figuretrail.audit import totals
from figuretrail.audit.claims import NOTHING, PERIOD_KEY, counts, targets, working
from figuretrail.audit.finding import Found, Material, Rule, each
from figuretrail.audit.parts import KEYS, beside_totals, with_ages
from figuretrail.audit.releases import releases_of
from figuretrail.audit.verdicts import REVISION
from figuretrail.audit.wording import listed, number, of_period, part_name, place_of, subject
from figuretrail.figure import SUBJECT
from figuretrail.joining import Groups, different_beside, join, order_of
from figuretrail.vocabulary import wider_offences

REVISED_OFFENCES = 5  # a later release may have so many more or fewer offences, however small the count
LACKING = ("suppressed", "missing")  # the states of a part that has no number
ENOUGH_PLATFORMS = 3  # a crime may name two platforms: a sum of fewer makes the total by chance

_ABOUT = ["measure", "offence", "geo", "platforms", "victims", "base"]
_TIME = ["series", *PERIOD_KEY]
_STATED = ["row", "source_id", "series", *_ABOUT, *PERIOD_KEY, "geography", "value", "wide_low", "wide_high"]


def _statements(material: Material) -> pd.DataFrame:
    """The counts of a known place, closed period and base that have a number."""
    work = material.work
    return work.loc[work["known"] & work["counts"] & (work["geo"] != NOTHING) & (work["base"] != NOTHING), _STATED]


def _exceeding(pairs: pd.DataFrame, material: Material) -> pd.DataFrame:
    """Of pairs of a part and a whole, those where the part is more, whatever was rounded, and revised between releases.

    Each statement of a whole is beside the largest number that exceeds it alone, from all who state that.
    """
    over = pairs[(pairs["wide_low"] > pairs["wide_high_whole"]).to_numpy()]
    if over.empty:
        return over
    revision = (REVISION * over["value"]).clip(lower=REVISED_OFFENCES)
    one, two = (releases_of(over[name], material.sources) for name in ("source_id", "source_id_whole"))
    over = over[(over["wide_low"] - over["wide_high_whole"] > revision.where(one != two, 0.0)).to_numpy()]
    largest = over.groupby("row_whole")["value"].transform("max")
    return over[over["value"] == largest]


class _Exceeded(NamedTuple):
    """A whole, and what is more than it: one of the pairs that say so, and the working rows of all of them."""

    pair: Any
    wholes: list[int]
    parts: list[int]


def _each_once(pairs: pd.DataFrame) -> Iterator[_Exceeded]:
    """The pairs, brought together where several sources state the same two numbers."""
    key = ["series", *PERIOD_KEY, "value", "series_whole", "start_whole", "end_whole", "value_whole"]
    for _, rows in pairs.groupby(key, sort=False):
        rows = rows.sort_values(["row_whole", "row"], kind="stable")
        wholes, parts = rows["row_whole"].unique().tolist(), rows["row"].unique().tolist()
        yield _Exceeded(next(each(rows)), wholes, parts)


def _longer_counts_fewer(material: Material) -> Iterator[Found]:
    """A count for a time that is below the count for a time within it, of the same place and subject."""
    stated = _statements(material)
    stated = stated[different_beside([stated["series"].to_numpy()], stated["end"].to_numpy() - stated["start"]) > 1]
    # First the times, each with its extremes, then who states them: a time may be stated a thousand times.
    stated = stated.take(order_of([stated[name] for name in _TIME]))
    times = Groups(stated, _TIME)
    ends = pd.DataFrame({name: times.first(name) for name in _TIME})
    part, whole = ends.assign(most=times.most("wide_low")), ends.assign(least=times.least("wide_high"))
    pairs = join(part, whole, ["series"], ("", "_whole"))
    inside = (pairs["start"] >= pairs["start_whole"]) & (pairs["end"] <= pairs["end_whole"])
    inside &= (pairs["start"] != pairs["start_whole"]) | (pairs["end"] != pairs["end_whole"])
    pairs = pairs[inside & (pairs["most"] > pairs["least"])].drop(columns=["most", "least"]).assign(series_whole=0)
    pairs = join(pairs, stated, _TIME)
    whole = stated[["row", "source_id", "series", *PERIOD_KEY, "value", "wide_high"]]
    whole = whole.rename(columns={"start": "start_whole", "end": "end_whole"})
    pairs = join(pairs, whole, ["series", "start_whole", "end_whole"], ("", "_whole"))
    for pair, wholes, parts in _each_once(_exceeding(pairs, material)):
        about = subject(pair.platforms, pair.victims, pair.offence)
        yield (
            [*wholes, *parts],
            f"{material.sayers(wholes)} {number(pair.value_whole)}{about}{place_of(pair.geography)}"
            f"{of_period(pair.start_whole, pair.end_whole)}; {material.sayers(parts)} {number(pair.value)}"
            f"{of_period(pair.start, pair.end)}, a time within it.",
        )


@functools.cache
def _wider() -> pd.DataFrame:
    """Each offence with each one that holds it."""
    return pd.DataFrame(sorted(wider_offences()), columns=["offence", "offence_whole"])


def _exceeds_category(material: Material) -> Iterator[Found]:
    """An offence above one that holds it, of one place and time: the police's own count and another office's, say."""
    stated = _statements(material)
    wider = _wider()
    wider = wider[wider["offence_whole"].isin(stated["offence"].unique())]
    if wider.empty:
        return
    part = join(stated, wider, ["offence"])
    whole = stated[stated["offence"].isin(wider["offence_whole"])].rename(columns={"offence": "offence_whole"})
    keys = ["offence_whole", *(name for name in _ABOUT if name != "offence"), *PERIOD_KEY]
    pairs = join(part, whole[["row", "source_id", "series", *keys, "value", "wide_high"]], keys, ("", "_whole"))
    pairs = pairs.assign(start_whole=pairs["start"], end_whole=pairs["end"])
    for pair, wholes, parts in _each_once(_exceeding(pairs, material)):
        about = f"{subject(pair.platforms, pair.victims, SUBJECT)} ({pair.offence.replace('_', ' ')})"
        yield (
            [*parts, *wholes],
            f"{material.sayers(parts)} {number(pair.value)}{about}{place_of(pair.geography)}"
            f"{of_period(pair.start, pair.end)}; {material.sayers(wholes)} {number(pair.value_whole)} of "
            f"{pair.offence_whole.replace('_', ' ')}, which holds it.",
        )


class _Sum(NamedTuple):
    """A stated total and what it divides into; `parts` are claims."""

    row: int
    kind: str
    parts: list[dict[Any, Any]]


def _leaves_out_part(material: Material) -> Iterator[Found]:
    """Totals that are just what the parts with a number make, though their source has a part without one.

    A total that holds such a total leaves the same part out.
    """
    lacking = material.claims["state"].isin(LACKING)
    if not lacking.any():
        return
    pools = material.claims.loc[lacking, "pool"].unique()
    claims = material.claims[material.claims["pool"].isin(pools).to_numpy()]
    counted = counts(claims)
    found = {total.row: (total, _without(total.parts)) for total in _group_sums(counted) if _leaves_out(total.parts)}
    sums = list(_exact_sums(material, claims))
    found |= {total.row: (total, _without(total.parts)) for total in sums if _leaves_out(total.parts)}
    while further := {
        total.row: (total, holed)
        for total in sums
        if total.row not in found and (holed := _holding(total.parts, found))
    }:
        found |= further
    by_row, value = {row: claim for claim in each(claims) for row in claim.rows}, material.work["value"]
    for row, (total, without) in found.items():
        claim = by_row[row]
        names = listed([f"{part_name(part, total.kind)} ({_why(part)})" for part in without])
        about = f"{subject(claim.platforms, claim.victims, claim.offence)}{place_of(claim.geography)}"
        yield (
            [row, *(part["rows"][0] for part in without)],
            f"{material.source(row)} gives {number(value[row])}{about}{of_period(claim.start, claim.end)}, which the "
            f"numbers given make up without {names}: it is no total.",
        )


def _without(parts: Iterable[dict[Any, Any]]) -> list[dict[Any, Any]]:
    return [part for part in parts if part["state"] in LACKING]


def _leaves_out(parts: Iterable[dict[Any, Any]]) -> bool:
    return any(part["state"] in LACKING for part in parts)


def _holding(parts: Iterable[dict[Any, Any]], found: dict[int, Any]) -> list[dict[Any, Any]]:
    """The parts that are themselves totals that leave a part out."""
    return [part for part in parts if any(row in found for row in part["rows"])]


def _why(part: dict[Any, Any]) -> str:
    if part["state"] == "suppressed":
        return "suppressed"
    return "not available" if part["state"] == "missing" else "itself without a part"


def _exact_sums(material: Material, claims: pd.DataFrame) -> Iterator[_Sum]:
    """Totals over periods and places in `claims` that the parts with a number make to the unit."""
    work = working(material.figures)
    asked = targets(work)
    asked = asked[asked["pool"].isin(claims["pool"].unique()).to_numpy() & (asked["bound"] == "=").to_numpy()]
    records = dict(zip(claims["claim"], claims.to_dict("records"), strict=True))
    by_place = material.place_sums
    by_place = by_place[by_place["row"].isin(asked["row"]).to_numpy()]
    value = dict(zip(asked["row"], asked["value"], strict=True))
    for sums in (totals.over_periods(asked, claims), by_place):
        for row, kind, members in zip(sums["row"], sums["kind"], sums["parts"], strict=True):
            parts = [records[claim] for claim in members]
            if _given(parts) == value[row]:
                yield _Sum(row, kind, parts)


def _given(parts: Iterable[dict[Any, Any]]) -> float:
    """What the parts with a number make; nothing that equals a number, where one is no exact number."""
    known = [part for part in parts if part["state"] == "known"]
    if any(part["bound"] != "=" for part in known):
        return float("nan")
    return sum(part["value"] for part in known)


def _group_sums(counted: pd.DataFrame) -> Iterator[_Sum]:
    """Totals over sexes, ages and platforms that the parts with a number make, beside one that has none."""
    counted = with_ages(counted)
    exact = counted[(counted["state"] != "known") | (counted["bound"] == "=")]
    for route, kind in (("sex", "total_of_sexes"), ("age", "total_of_ages"), ("platform", "total_of_platforms")):
        parts = beside_totals(exact, route, LACKING, ("base", "value"))
        if parts.empty:
            continue
        groups = Groups(parts, [*KEYS[route], "base_total", "value_total"])
        records = parts.to_dict("records")
        for first, last in itertools.pairwise([*groups.starts, len(records)]):
            members = [part for part in records[first:last] if part["base"] == part["base_total"]]
            if _divides(members, route) and _given(members) == records[first]["value_total"]:
                yield _Sum(records[first]["rows_total"][0], kind, members)


def _divides(parts: list[dict[Any, Any]], route: str) -> bool:
    """Whether parts exclude one another, so that what they make is what the total can be."""
    if route == "sex":
        return True
    if route == "platform":
        names = [name for part in parts for name in part["platforms"].split("|")]
        given = [part for part in parts if part["state"] == "known"]
        return len(given) >= ENOUGH_PLATFORMS and len(set(names)) == len(names)
    ends = sorted((np.nan_to_num(part["age_min"]), np.nan_to_num(part["age_max"], nan=np.inf)) for part in parts)
    return all(one[1] < two[0] for one, two in itertools.pairwise(ends))


RULES = (
    Rule(
        "longer_time_counts_fewer",
        "warn",
        "A count for a time is below the count for a time within it",
        _longer_counts_fewer,
    ),
    Rule(
        "offence_exceeds_category",
        "warn",
        "An offence has more cases than a category that holds it",
        _exceeds_category,
    ),
    Rule(
        "total_leaves_out_part",
        "warn",
        "A total is what the parts given make up, and a part has no number",
        _leaves_out_part,
        leaves_out=True,
    ),
)
