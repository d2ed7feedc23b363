"""Stated numbers that those of groups add up to, or can't exceed: sexes, age bands, platforms.

What belongs here: sums over groups that leave cases out (the unknown ages) or overlap (two platforms in one crime).
What does not: sums over periods and places, which are exact (`totals`), and the verdict (`verdicts`).
"""

import math

import numpy as np
import pandas as pd

from figuretrail.audit.candidates import NEAR, WIDE, candidates, no_candidates
from figuretrail.audit.claims import COUNTS, NOTHING, PERIOD_KEY, counts, known

CHILD_AGE = 15  # the offence is against a child under 16: bands that reach from 0 to 15 hold every victim

_PLACE_AND_TIME = ["pool", "offence", "geo", *PERIOD_KEY]
_ENDS = (*NEAR, *WIDE)
_WITH_AGE = ("age_recorded", "age_and_sex_recorded")
_WITH_SEX = ("sex_recorded", "age_and_sex_recorded")

GROUP_HIDDEN = "a part of it is suppressed, and a suppressed number is not worked out"
OTHER_UNIT = "offences and victims are not the same thing: one offence may have several victims"


def over_sexes(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each stated count beside female and male victims together.

    They make up a count of cases whose victim's sex is known. Any other count they may fall short of, by those of
    unknown sex, but not exceed; where they fall short, nothing is determined and no check is made.
    """
    keys = [*_PLACE_AND_TIME, "platforms", "age_text"]
    parts = counts(claims)
    parts = parts[parts["sex"].isin(["female", "male"])]
    if parts.empty:
        return no_candidates()
    parts = _ages_as_text(parts)
    asked = _ages_as_text(_counts_only(targets[targets["sex"] == NOTHING]))
    pairs = asked[["row", "measure", "base", "value", *keys]].merge(
        parts[["claim", "measure", "base", "sex", "state", "value", *keys, *_ENDS]], on=keys, suffixes=("", "_part")
    )
    return _sums(pairs, "total_of_sexes", both_sexes=True)


def over_ages(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each stated count beside the age bands of its victims that do not overlap.

    They make up a count of cases whose victim's age is known if they cover a whole childhood; any other count they
    may fall short of but not exceed.
    """
    keys = [*_PLACE_AND_TIME, "platforms", "sex"]
    asked = _counts_only(targets[targets["age_min"].isna() & targets["age_max"].isna()])
    parts = counts(claims)
    parts = parts[parts["age_min"].notna() | parts["age_max"].notna()]
    if parts.empty:
        return no_candidates()
    pairs = asked[["row", "measure", "base", "value", *keys]].merge(
        parts[["claim", "measure", "base", "age_min", "age_max", "state", "value", *keys, *_ENDS]],
        on=keys,
        suffixes=("", "_part"),
    )
    if pairs.empty:
        return no_candidates()
    pairs["age_min"] = pairs["age_min"].fillna(0)
    pairs["age_max"] = pairs["age_max"].fillna(math.inf)
    pairs = _without_overlaps(pairs)
    return _sums(pairs, "total_of_ages", both_sexes=False)


def _counts_only(targets: pd.DataFrame) -> pd.DataFrame:
    return counts(targets.assign(state="known"))


def _ages_as_text(frame: pd.DataFrame) -> pd.DataFrame:
    ages = frame["victims"].str.split("|").str[0]
    return frame.assign(age_text=ages.where(ages != "-", NOTHING))


def _without_overlaps(pairs: pd.DataFrame) -> pd.DataFrame:
    """Of each group's age bands, those that don't overlap: by their upper end, each that starts after the last kept."""
    pairs = pairs.sort_values(["row", "measure_part", "base_part", "age_max", "age_min"], kind="stable")
    group = pairs.groupby(["row", "measure_part", "base_part"], sort=False).ngroup().to_numpy()
    lows, highs = pairs["age_min"].to_numpy(), pairs["age_max"].to_numpy()
    keep = np.zeros(len(pairs), dtype=bool)
    last_group, last_age = -1, -1.0
    for n in range(len(pairs)):  # one pass
        if group[n] != last_group:
            last_group, last_age = group[n], -1.0
        if lows[n] > last_age:
            keep[n], last_age = True, highs[n]
    return pairs[keep]


def _sums(pairs: pd.DataFrame, kind: str, *, both_sexes: bool) -> pd.DataFrame:
    if pairs.empty:
        return no_candidates()
    is_known = pairs["state"] == "known"
    pairs = pairs.assign(
        known=is_known,
        hidden=pairs["state"] == "suppressed",
        value_part=pairs["value_part"].where(is_known, 0.0),
        **{name: pairs[name].fillna(0.0) for name in _ENDS},
    )
    extra = (
        {} if both_sexes else {"youngest": ("age_min", "min"), "oldest": ("age_max", "max"), "years": ("width", "sum")}
    )
    if not both_sexes:
        pairs["width"] = pairs["age_max"].clip(upper=CHILD_AGE + 5) - pairs["age_min"] + 1
    sums = (
        pairs.groupby(["row", "measure_part", "base_part"], sort=True)
        .agg(
            measure=("measure", "first"),
            base=("base", "first"),
            stated=("value", "first"),
            known=("known", "sum"),
            hidden=("hidden", "sum"),
            value=("value_part", "sum"),
            members=("claim", list),
            **extra,
            **{name: (name, "sum") for name in _ENDS},
        )
        .reset_index()
    )
    sums = sums[sums["known"] + sums["hidden"] >= 2]
    sums = sums[(sums["known"] + sums["hidden"] == 2) | (not both_sexes)]
    if sums.empty:
        return no_candidates()
    hidden = sums["hidden"] > 0
    if both_sexes:
        complete = sums["base"].isin(_WITH_SEX) & (sums["base_part"].isin([*_WITH_SEX[:1], "all"]))
        complete |= sums["base"].isin(_WITH_SEX) & (sums["base"] == sums["base_part"])
    else:
        whole = (sums["youngest"] == 0) & (sums["oldest"] >= CHILD_AGE)
        whole &= sums["years"] == sums["oldest"].clip(upper=CHILD_AGE + 5) + 1
        complete = sums["base"].isin(_WITH_AGE) & whole & sums["base_part"].isin([*_WITH_AGE[:1], "all"])
        complete |= sums["base"].isin(_WITH_AGE) & whole & (sums["base"] == sums["base_part"])
    equal = (sums["value"] == sums["stated"]) & ~hidden
    exceeds = sums["near_low"] > sums["stated"]
    telling = complete | equal | exceeds
    sums, hidden, complete, equal = sums[telling], hidden[telling], complete[telling], equal[telling]
    other_unit = sums["measure"] != sums["measure_part"]
    closed = complete | equal | hidden
    ranges = {
        "computed_value": sums["value"].where(~hidden),
        "near_low": sums["near_low"],
        "near_high": sums["near_high"].where(closed, math.inf),
        "wide_low": sums["wide_low"],
        "wide_high": sums["wide_high"].where(closed, math.inf),
    }
    reason = np.select([hidden, other_unit], [GROUP_HIDDEN, OTHER_UNIT], default="")
    return candidates(
        sums["row"], kind, ranges, sums["members"].to_list(), soft=other_unit, reason=reason, hidden=hidden
    )


def unions(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each stated number for several platforms together beside the numbers for each of them.

    A crime may name two platforms, so the number for all lies between the largest of them and their sum.
    """
    keys = [*_PLACE_AND_TIME, "measure", "unit", "victims", "base"]
    asked = targets[targets["platforms"].str.contains("|", regex=False) & targets["unit"].isin(["count", "percent"])]
    if asked.empty:
        return no_candidates()
    single = asked[["row", *keys]].assign(platform=asked["platforms"].str.split("|"))
    single = single.assign(size=single["platform"].map(len)).explode("platform")
    one = known(claims)[["claim", *keys, "platforms", *_ENDS]].rename(columns={"platforms": "platform"})
    pairs = single.merge(one, on=[*keys, "platform"])
    if pairs.empty:
        return no_candidates()
    sums = (
        pairs.groupby("row", sort=True)
        .agg(
            size=("size", "first"),
            given=("claim", "size"),
            members=("claim", list),
            near_low=("near_low", "max"),
            near_high=("near_high", "sum"),
            wide_low=("wide_low", "max"),
            wide_high=("wide_high", "sum"),
        )
        .reset_index()
    )
    all_given = sums["given"] == sums["size"]
    stated = asked.set_index("row").loc[sums["row"], "wide_high"].to_numpy()
    telling = all_given | (sums["wide_low"] > stated)
    sums, all_given = sums[telling], all_given[telling]
    if sums.empty:
        return no_candidates()
    ranges = {name: sums[name] for name in _ENDS}
    ranges |= {name: sums[name].where(all_given, math.inf) for name in ("near_high", "wide_high")}
    ranges["computed_value"] = pd.Series(math.nan, index=sums.index)
    return candidates(sums["row"], "platforms_together", ranges, sums["members"].to_list())


def over_platforms(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each stated count of all offences beside the sum of its platforms, where that sum is just the total.

    Platforms overlap, and a list of them leaves out "other" and unknown: a sum above or below the total shows nothing.
    Only where the list adds up exactly is it exhaustive, and only then is there a check.
    """
    keys = [*_PLACE_AND_TIME, "measure", "victims"]
    asked = _counts_only(targets[(targets["platforms"] == NOTHING) & targets["measure"].isin(COUNTS)])
    parts = counts(claims)
    parts = parts[parts["platforms"] != NOTHING]
    if parts.empty:
        return no_candidates()
    pairs = asked[["row", "base", "value", *keys]].merge(
        parts[["claim", "platforms", "base", "state", "value", *keys, *_ENDS]], on=keys, suffixes=("", "_part")
    )
    pairs = pairs[(pairs["base_part"] == pairs["base"]) | (pairs["base_part"] == "all")]
    # That the others make the total would say what a suppressed one is.
    pairs = pairs[~pairs["row"].isin(pairs.loc[pairs["state"] != "known", "row"])]
    if pairs.empty:
        return no_candidates()
    pairs["names"] = pairs["platforms"].str.count(r"\|") + 1
    pairs["text"] = pairs["platforms"]
    sums = (
        pairs.groupby("row", sort=True)
        .agg(
            stated=("value", "first"),
            total=("value_part", "sum"),
            members=("claim", list),
            names=("names", "sum"),
            text=("text", "|".join),
            **{name: (name, "sum") for name in _ENDS},
        )
        .reset_index()
    )
    sums = sums[(sums["total"] == sums["stated"]) & (sums["members"].map(len) >= 3)]
    sums = sums[sums["text"].map(lambda text: len(set(text.split("|")))) == sums["names"]] if len(sums) else sums
    if sums.empty:
        return no_candidates()
    ranges = {"computed_value": sums["total"]} | {name: sums[name] for name in _ENDS}
    return candidates(sums["row"], "total_of_platforms", ranges, sums["members"].to_list())
