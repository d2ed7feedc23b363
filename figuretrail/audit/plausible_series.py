"""Plausibility of numbers beside each other: parts and wholes, series, coverage, one number said of two things.

What belongs here: rules that compare figures without a sum. What does not: stated numbers that others determine
(`arithmetic`), and values of one claim across sources (`agreement`).
"""

import functools
import itertools
import operator
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from figuretrail.audit import totals
from figuretrail.audit.claims import COUNTS, NO_DAY, NOTHING, PERIOD_KEY, SUBJECT_KEY, known
from figuretrail.audit.finding import Found, Material, Rule, each
from figuretrail.audit.verdicts import RECOGNISABLE
from figuretrail.audit.wording import base_words, number, of_period, period, place_of, subject
from figuretrail.joining import Groups, beside, combination_numbers, different_beside, distinct, join, matches, order_of
from figuretrail.vocabulary import platforms
from figuretrail.vocabulary.reference import holders

JUMP = 3.0  # times as many, or as few, as in the period before
JUMP_FROM = 30  # the larger of the two counts: below it, a few offences make any multiple
TELLING = 20  # a count that two sources give for different things by chance less often than by mistake

_PLACE_AND_TIME = ["pool", "place", *PERIOD_KEY]


def _coverage_shrank(material: Material) -> Iterator[Found]:
    work = material.work
    stated = work[work["known"] & (work["measure"] == "forces") & work["published"].notna() & (work["geo"] != NOTHING)]
    stated = stated.sort_values(["geo", "published", "row"], kind="stable")
    # Sources that print one release on one day are one statement.
    stated = stated.drop_duplicates(["geo", "published", "value"])
    before = stated.groupby("geo", sort=False)[["row", "value", "published", "source_id"]].shift()
    shrunk = stated.assign(**before.add_prefix("before_"))
    shrunk = shrunk[(shrunk["value"] < shrunk["before_value"]) & (shrunk["published"] > shrunk["before_published"])]
    for row in each(shrunk):
        yield (
            [row.row, int(row.before_row)],
            f"{row.source_id} rests on {number(row.value)} police forces{place_of(row.geography)}; "
            f"{row.before_source_id} had {number(row.before_value)} before it.",
        )


def _place_dropped_out(material: Material) -> Iterator[Found]:
    """Not available in a series that has a number before it."""
    series = material.counted
    series = series[(series["geo"] != NOTHING).to_numpy()]
    before, after = _successive(series, ["pool", "series"])
    state, start, end = (series[name].to_numpy() for name in ("state", "start", "end"))
    gone = (state[before] == "known") & (start[after] == end[before] + 1) & (state[after] == "missing")
    for row in each(beside(series, series[["rows"]], after[gone], before[gone], [], ("", "_before"))):
        yield (
            [row.rows[0], row.rows_before[0]],
            f"{material.source(row.rows[0])} has no number for {row.geography}{of_period(row.start, row.end)}, "
            "though it has one for the period before: a total over places leaves it out.",
        )


def _successive(claims: pd.DataFrame, series: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The positions of every two claims that follow one another in a series, by their start."""
    columns = [claims[name].to_numpy() for name in (*series, "start", "claim")]
    order = np.lexsort(columns[::-1])
    same = np.ones(max(len(order) - 1, 0), dtype=bool)
    for column in columns[: len(series)]:
        same &= column[order[1:]] == column[order[:-1]]
    return order[:-1][same], order[1:][same]


def _magnitude_jumped(material: Material) -> Iterator[Found]:
    series = known(material.counted)
    series = series[(series["geo"] != NOTHING).to_numpy()]
    series = series.assign(length=((series["end"] - series["start"]) / 30.4375).round())
    before, after = _successive(series, ["pool", "series", "length"])
    start, end, value = (series[name].to_numpy() for name in ("start", "end", "value"))
    larger = np.maximum(value[before], value[after])
    smaller = np.minimum(value[before], value[after])
    jumped = (start[after] > end[before]) & (larger >= JUMP_FROM) & (larger > JUMP * smaller)
    earlier = series[["value", "start", "end", "rows"]]
    pairs = beside(series, earlier, after[jumped], before[jumped], [], ("", "_before"))
    # Ten sources that print one series print one jump.
    pairs = pairs.take(order_of([pairs[name] for name in _JUMP]))
    for rows in _each_group(pairs, _JUMP):
        row = rows[0]
        about = f"{subject(row.platforms, row.victims, row.offence)}{place_of(row.geography)}"
        told = [
            f"{material.sayers(said)} {number(now)}{about}{of_period(row.start, row.end)}, after {number(then)}"
            f"{of_period(row.start_before, row.end_before)}"
            for (now, then), said in _by_value(rows).items()
        ]
        yield [n for row in rows for n in (row.rows[0], row.rows_before[0])], f"{'; '.join(told)}."


_JUMP = ["series", "start", "end", "start_before", "end_before"]


def _each_group(frame: pd.DataFrame, keys: list[str]) -> Iterator[list[Any]]:
    """The rows of each group of a frame that is sorted by the keys."""
    for _, rows in itertools.groupby(each(frame), key=operator.attrgetter(*keys)):
        yield list(rows)


def _by_value(pairs: list[Any]) -> dict[tuple[float, float], list[int]]:
    """For each value with the one before it, the working rows that give it."""
    found: dict[tuple[float, float], list[int]] = {}
    for pair in pairs:
        found.setdefault((pair.value, pair.value_before), []).append(pair.rows[0])
    return found


def _part_exceeds_whole(material: Material) -> Iterator[Found]:
    counted = known(material.counted)
    counted = counted[(counted["geo"] != NOTHING).to_numpy()]
    whole = counted[(counted["platforms"] == NOTHING) & (counted["victims"] == NOTHING) & (counted["base"] == "all")]
    part = counted[(counted["platforms"] != NOTHING) | (counted["victims"] != NOTHING) | (counted["base"] != "all")]
    for row in each(_larger_than(part, whole, ["measure", *_PLACE_AND_TIME])):
        about = subject(row.platforms, row.victims, row.offence) or f" {base_words(row.base)}"
        yield (
            [row.rows[0], row.rows_whole[0]],
            f"{material.source(row.rows[0])} gives {number(row.value)}{about}{place_of(row.geography)}"
            f"{of_period(row.start, row.end)}, more than the {number(row.value_whole)} in all.",
        )


def _larger_than(part: pd.DataFrame, whole: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Parts beside the wholes of equal keys that they can't lie in; the wholes' columns end with `_whole`."""
    at_part, at_whole = matches(part, whole, keys)
    larger = part["low"].to_numpy()[at_part] > whole["wide_high"].to_numpy()[at_whole]
    return beside(part, whole, at_part[larger], at_whole[larger], keys, ("", "_whole"))


@functools.cache
def _containing() -> pd.DataFrame:
    """Each place with each larger place that it lies in."""
    pairs = holders((child, division.parent) for division in totals.divisions() for child in division.children)
    return pd.DataFrame(sorted(pairs), columns=["geo", "larger"])


def _place_exceeds_country(material: Material) -> Iterator[Found]:
    counted = known(material.counted)
    part = join(counted, _containing(), ["geo"])
    whole = counted.rename(columns={"geo": "larger"})
    for row in each(_larger_than(part, whole, ["pool", "beside", *PERIOD_KEY, "larger"])):
        yield (
            [row.rows[0], row.rows_whole[0]],
            f"{material.source(row.rows[0])} gives {number(row.value)}{place_of(row.geography)}"
            f"{of_period(row.start, row.end)}, more than the {number(row.value_whole)}{place_of(row.geography_whole)}.",
        )


def _exclusive_shares(material: Material) -> Iterator[Found]:
    """Shares of sexes, and of age bands that do not overlap, can't be more than everything."""
    shares = known(material.claims)
    shares = shares[(shares["measure"] == "victim_share") & (shares["victims"] != NOTHING)]
    if shares.empty:
        return
    keys = [*_PLACE_AND_TIME, "platforms", "base"]
    ages = shares["victims"].str.split("|").str[0]
    sexes = shares[shares["sex"] != NOTHING].assign(ages=ages)
    banded = shares[shares["age_min"].notna() | shares["age_max"].notna()]
    for frame, extra in ((sexes, ["ages"]), (banded, ["sex"])):
        group_of = combination_numbers([frame[name].to_numpy() for name in (*keys, *extra)])
        over = (frame["wide_low"].groupby(group_of).transform("sum") > 100).to_numpy()
        for _, group in frame[over].groupby(group_of[over], sort=False):
            exclusive = group if extra == ["ages"] else _disjoint(group)
            if len(exclusive) > 1 and exclusive["wide_low"].sum() > 100:
                rows = [rows[0] for rows in exclusive["rows"]]
                listed = ", ".join(f"{value:g}%" for value in exclusive["value"])
                yield (
                    rows,
                    f"{material.source(rows[0])} gives shares of exclusive groups that sum past 100%: {listed}.",
                )


def _disjoint(group: pd.DataFrame) -> pd.DataFrame:
    group = group.assign(first=group["age_min"].fillna(0), last=group["age_max"].fillna(np.inf))
    keep, reached = [], -1.0
    for row in each(group.sort_values(["last", "first"], kind="stable")):
        if row.first > reached:
            keep.append(row.Index)
            reached = row.last
    return group.loc[keep]


def _platform_shares(material: Material) -> Iterator[Found]:
    """Shares of single platforms over 100% in all: so many crimes with two platforms are worth a word."""
    shares = known(material.claims)
    owners = {platform.name for platform in platforms() if platform.kind == "owner"}  # "Meta" holds its own apps
    single = (shares["platforms"] != NOTHING) & ~shares["platforms"].str.contains("|", regex=False)
    single &= ~shares["platforms"].isin(owners)
    shares = shares[(shares["measure"] == "offence_share") & single & (shares["start"] != NO_DAY)]
    keys = [*_PLACE_AND_TIME, "victims", "base"]
    shares = shares.take(order_of([shares[name] for name in keys]))
    groups = Groups(shares, keys)
    sums = groups.sums({name: shares[name].to_numpy() for name in ("wide_low", "value")})
    for low, value, rows in zip(sums["wide_low"], sums["value"], groups.lists("rows"), strict=True):
        if low > 100:
            firsts = [first[0] for first in rows]
            yield firsts, f"{material.source(firsts[0])} gives platform shares that sum to {value:g}%."


def _conflicting_duplicates(material: Material) -> Iterator[Found]:
    work = material.work
    # Without a period or a place, two numbers are seldom about one thing.
    stated = work[work["known"] & (work["start"] != NO_DAY) & (work["geo"] != NOTHING) & (work["base"] != NOTHING)]
    stated = stated[stated["measure"] != "offence_change"]
    columns = [stated[name].to_numpy() for name in ("source_code", "series", *PERIOD_KEY)]
    group = np.unique(combination_numbers(columns), return_inverse=True)[1]
    low, high = np.full(len(stated), -np.inf), np.full(len(stated), np.inf)
    np.maximum.at(low, group, stated["wide_low"].to_numpy())
    np.minimum.at(high, group, stated["wide_high"].to_numpy())
    apart = (low > high)[group]
    if not apart.any():
        return
    values_beside = _values_by_subject(material, stated[apart])
    for _, rows in stated[apart].groupby(group[apart], sort=False):
        rows = rows.drop_duplicates("value")
        # A number less than half the other is a part whose name no column holds: "unknown", "other".
        rows = rows[RECOGNISABLE * rows["value"] >= rows["value"].max()]
        if len(rows) < 2 or rows["wide_low"].max() <= rows["wide_high"].min() or _is_rest(rows, values_beside):
            continue
        first = rows.iloc[0]
        values = " and ".join(number(value) for value in rows["value"])
        about = subject(first["platforms"], first["victims"], first["offence"])
        yield (
            rows["row"].to_list(),
            f"{first['source_id']} gives {values}{about}{place_of(first['geography'])}"
            f"{of_period(first['start'], first['end'])}: one claim, different values.",
        )


_SUBJECT = ["source_code", *(key for key in SUBJECT_KEY if key != "base"), *PERIOD_KEY]
_Beside = dict[tuple[object, ...], list[tuple[str, float]]]


def _values_by_subject(material: Material, concerned: pd.DataFrame) -> _Beside:
    """For the subjects of some figures: the base and value of every number that their sources give for them."""
    work = material.work
    given = work.loc[work["known"], [*_SUBJECT, "base", "value"]]
    found: _Beside = {}
    for *subject_of, base, value in join(given, distinct(concerned[_SUBJECT], _SUBJECT), _SUBJECT).itertuples(
        index=False, name=None
    ):
        found.setdefault(tuple(subject_of), []).append((base, value))
    return found


def _is_rest(rows: pd.DataFrame, values_beside: _Beside) -> bool:
    """Whether two values are a whole and its rest ("4,335 had no means recorded"), which no column tells apart."""
    if len(rows) != 2:
        return False
    first = rows.iloc[0]
    others = {value for base, value in values_beside[tuple(first[_SUBJECT])] if base != first["base"]}
    return bool({rows["value"].max() - rows["value"].min(), rows["value"].sum()} & others)


def _part_of_another_period(material: Material) -> Iterator[Found]:
    sums = material.place_sums
    sums = sums[sums["note"] == totals.OTHER_PERIOD]
    if sums.empty:
        return
    sums = sums[~sums["parts"].map(tuple).duplicated()]  # a total may be stated twice, "274" and "more than 270"
    by_claim = material.claims.set_index("claim")
    for row, parts in zip(sums["row"], sums["parts"], strict=True):
        stated = material.work.iloc[row]
        members = by_claim.loc[parts]
        other = members[(members["start"] != stated["start"]) | (members["end"] != stated["end"])].iloc[0]
        when = period(other["start"], other["end"]) or "a period that is not stated"
        yield (
            [other["rows"][0], row],
            f"{stated['source_id']} counts {number(other['value'])} for {other['geography']} for {when} "
            f"among numbers{of_period(stated['start'], stated['end'])}.",
        )


def _exact_counts(material: Material) -> pd.DataFrame:
    work = material.work
    stated = work[work["known"] & (work["bound"] == "=") & work["measure"].isin(COUNTS) & (work["unit"] == "count")]
    stated = stated[(stated["start"] != NO_DAY) & (stated["end"] != NO_DAY) & (stated["geo"] != NOTHING)]
    return stated[stated["value"] >= TELLING]


def _one_number_two_places(material: Material) -> Iterator[Found]:
    """The number of a country said of a larger one, or of a smaller one, by another source.

    The place that fewer sources give it is the doubted one, the larger one where as many do.
    """
    keys = ["measure", "offence", "platforms", "victims", "base", *PERIOD_KEY, "value"]
    stated = _exact_counts(material)
    columns = [stated[name].to_numpy() for name in ("geo", *keys)]
    stated = distinct(
        stated.assign(told_by=different_beside(columns, stated["source_code"].to_numpy())), ["geo", *keys]
    )
    stated = stated[["row", "source_id", "geo", "geography", "told_by", *keys]]
    larger = stated.rename(columns={"geo": "larger"})
    pairs = join(join(stated, _containing(), ["geo"]), larger, [*keys, "larger"], ("", "_larger"))
    pairs = pairs[(pairs["value"] >= 100) & (pairs["source_id"] != pairs["source_id_larger"])]
    for row in each(pairs):
        sides = [
            (row.row_larger, row.source_id_larger, row.geography_larger),
            (row.row, row.source_id, row.geography),
        ]
        (doubted, source, place), (other, its_source, its_place) = (
            sides if row.told_by_larger <= row.told_by else sides[::-1]
        )
        yield (
            [doubted, other],
            f"{source} gives {number(row.value)}{place_of(place)}{of_period(row.start, row.end)}; "
            f"{its_source} gives just that{place_of(its_place)}.",
        )


def _one_number_two_periods(material: Material) -> Iterator[Found]:
    """A number that another source gives for another period of the same length, and gives another for this one."""
    keys = ["measure", "offence", "geo", "platforms", "victims", "base"]
    stated = _exact_counts(material)
    stated = stated.assign(length=((stated["end"] - stated["start"]) / 30.4375).round())
    stated = distinct(stated, ["source_id", *keys, *PERIOD_KEY, "value"])
    fields = ["row", "source_id", *keys, "length", "start", "end", "value"]
    # Only a number that is said of more than one period is worth pairing, and one source that says so is enough.
    columns = [stated[name].to_numpy() for name in (*keys, "length", "value")]
    several = different_beside(columns, stated["start"].to_numpy()) > 1
    if not several.any():
        return
    stated, all_stated = stated[several], stated
    first = distinct(stated, [*keys, *PERIOD_KEY, "value"])
    pairs = join(first[[*fields, "geography"]], stated[fields], [*keys, "length", "value"], ("", "_other"))
    pairs = pairs[(pairs["source_id"] != pairs["source_id_other"]) & (pairs["start"] != pairs["start_other"])]
    pairs = distinct(pairs, ["row", "source_id_other", "start_other"])
    rival = all_stated[["source_id", *keys, "start", "value"]].rename(
        columns={"source_id": "source_id_other", "value": "value_there"}
    )
    pairs = join(pairs, rival, ["source_id_other", *keys, "start"])
    pairs = pairs[pairs["value_there"] != pairs["value"]].drop_duplicates(["row"])
    for row in each(pairs):
        yield (
            [row.row, row.row_other],
            f"{row.source_id} gives {number(row.value)}{place_of(row.geography)}{of_period(row.start, row.end)}; "
            f"{row.source_id_other} gives it{of_period(row.start_other, row.end_other)}, and {number(row.value_there)}"
            f"{of_period(row.start, row.end)}.",
        )


RULES = (
    Rule("coverage_shrank", "warn", "A release rests on fewer police forces than the one before it", _coverage_shrank),
    Rule(
        "place_dropped_out",
        "warn",
        "A place that has a number for one period has none for the next",
        _place_dropped_out,
    ),
    Rule(
        "magnitude_jumped",
        "warn",
        "A count is more than three times, or less than a third of, that of the period before",
        _magnitude_jumped,
    ),
    Rule("part_exceeds_whole", "error", "A part of the offences is more than all of them", _part_exceeds_whole),
    Rule(
        "place_exceeds_country", "error", "A place has more offences than a place that holds it", _place_exceeds_country
    ),
    Rule(
        "exclusive_shares_exceed_100",
        "error",
        "Shares of groups that exclude each other sum past 100%",
        _exclusive_shares,
    ),
    Rule("platform_shares_exceed_100", "warn", "Shares of single platforms sum past 100%", _platform_shares),
    Rule("conflicting_duplicates", "warn", "A source gives one claim different values", _conflicting_duplicates),
    Rule(
        "part_of_another_period",
        "warn",
        "A total over places takes in a number for another period",
        _part_of_another_period,
    ),
    Rule(
        "one_number_two_places",
        "warn",
        "Two sources give one number for a place and a larger one",
        _one_number_two_places,
        leaves_out=True,
    ),
    Rule(
        "one_number_two_periods", "warn", "Two sources give one number for different periods", _one_number_two_periods
    ),
)
