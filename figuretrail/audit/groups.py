"""Stated numbers that those of groups add up to, or can't exceed: sexes, age bands, platforms.

What belongs here: sums over groups that leave cases out (the unknown ages) or overlap (two platforms in one crime).
What does not: sums over periods and places, which are exact (`totals`), and the verdict (`verdicts`).
"""

import math

import numpy as np
import pandas as pd

from figuretrail.audit.candidates import NEAR, WIDE, candidates, no_candidates
from figuretrail.audit.claims import COUNTS, NOTHING, PERIOD_KEY, counts, known
from figuretrail.joining import Groups, combination_numbers, join, order_of

CHILD_AGE = 15  # the offence is against a child under 16: bands that reach from 0 to 15 hold every victim

_PLACE_AND_TIME = ["pool", "place", *PERIOD_KEY]
_ENDS = (*NEAR, *WIDE)
_ONE_SUM = ["row", "measure_part", "base_part"]
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
    parts = parts[["claim", "measure", "base", "sex", "state", "value", *keys, *_ENDS]]
    pairs = join(asked[["row", "measure", "base", "value", *keys]], parts, keys, ("", "_part"))
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
    parts = parts[["claim", "measure", "base", "age_min", "age_max", "state", "value", *keys, *_ENDS]]
    pairs = join(asked[["row", "measure", "base", "value", *keys]], parts, keys, ("", "_part"))
    if pairs.empty:
        return no_candidates()
    pairs["age_min"] = pairs["age_min"].fillna(0)
    pairs["age_max"] = pairs["age_max"].fillna(math.inf)
    pairs = _without_overlaps(pairs)
    return _sums(pairs, "total_of_ages", both_sexes=False)


def _counts_only(targets: pd.DataFrame) -> pd.DataFrame:
    return counts(targets)


def _ages_as_text(frame: pd.DataFrame) -> pd.DataFrame:
    ages = frame["victims"].str.split("|").str[0]
    return frame.assign(age_text=ages.where(ages != "-", NOTHING))


def _without_overlaps(pairs: pd.DataFrame) -> pd.DataFrame:
    """Of each group's age bands, those that don't overlap: by their upper end, each that starts after the last kept."""
    pairs = pairs.take(order_of([pairs[name] for name in (*_ONE_SUM, "age_max", "age_min")]))
    group = combination_numbers([pairs[name].to_numpy() for name in _ONE_SUM])
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
    pairs = pairs.take(order_of([pairs[name] for name in _ONE_SUM]))
    group = Groups(pairs, _ONE_SUM)
    state = pairs["state"].to_numpy()
    known_parts, hidden_parts = group.count(state == "known"), group.count(state == "suppressed")
    number = known_parts + hidden_parts
    enough = number == 2 if both_sexes else number >= 2
    if not enough.any():
        return no_candidates()
    columns = {"value": np.where(state == "known", pairs["value_part"].to_numpy(), 0.0)}
    columns |= {name: pairs[name].fillna(0.0).to_numpy() for name in _ENDS}
    if not both_sexes:
        columns["years"] = (pairs["age_max"].clip(upper=CHILD_AGE + 5) - pairs["age_min"] + 1).to_numpy()
    total = group.sums(columns)
    base, base_part = group.first("base"), group.first("base_part")
    hidden, stated = hidden_parts > 0, group.first("value")
    if both_sexes:
        complete = _made_up_of(base, base_part, _WITH_SEX)
    else:
        oldest = group.most("age_max")
        whole = (group.least("age_min") == 0) & (oldest >= CHILD_AGE)
        whole &= total["years"] == np.minimum(oldest, CHILD_AGE + 5) + 1
        complete = _made_up_of(base, base_part, _WITH_AGE) & whole
    equal = (total["value"] == stated) & ~hidden
    telling = enough & (complete | equal | (total["near_low"] > stated))
    if not telling.any():
        return no_candidates()
    closed = complete | equal | hidden
    ranges = {
        "computed_value": np.where(hidden, math.nan, total["value"]),
        "near_low": total["near_low"],
        "near_high": np.where(closed, total["near_high"], math.inf),
        "wide_low": total["wide_low"],
        "wide_high": np.where(closed, total["wide_high"], math.inf),
    }
    other_unit = group.first("measure") != group.first("measure_part")
    reason = np.select([hidden, other_unit], [GROUP_HIDDEN, OTHER_UNIT], default="")
    return candidates(
        group.first("row")[telling],
        kind,
        {name: values[telling] for name, values in ranges.items()},
        [members for members, tells in zip(group.lists("claim"), telling, strict=True) if tells],
        soft=other_unit[telling],
        reason=reason[telling],
        hidden=hidden[telling],
    )


def _made_up_of(base: np.ndarray, base_part: np.ndarray, recorded: tuple[str, str]) -> np.ndarray:
    """Whether parts of one base make up a number of another: of those recorded, with nobody unknown among them."""
    return np.asarray(np.isin(base, recorded) & (np.isin(base_part, [recorded[0], "all"]) | (base == base_part)))


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
    pairs = join(single, one, [*keys, "platform"])
    if pairs.empty:
        return no_candidates()
    pairs = pairs.take(order_of([pairs["row"]]))
    group = Groups(pairs, ["row"])
    row, given = group.first("row"), group.count(np.ones(len(pairs), dtype=bool))
    total = group.sums({name: pairs[name].to_numpy() for name in ("near_high", "wide_high")})
    all_given = given == group.first("size")
    stated = asked.set_index("row").loc[row, "wide_high"].to_numpy()
    telling = all_given | (group.most("wide_low") > stated)
    if not telling.any():
        return no_candidates()
    ranges = {name: np.where(all_given, values, math.inf) for name, values in total.items()}
    ranges |= {name: group.most(name) for name in ("near_low", "wide_low")}
    ranges["computed_value"] = np.full(len(row), math.nan)
    return candidates(
        row[telling],
        "platforms_together",
        {name: values[telling] for name, values in ranges.items()},
        [members for members, tells in zip(group.lists("claim"), telling, strict=True) if tells],
    )


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
    parts = parts[["claim", "platforms", "base", "state", "value", *keys, *_ENDS]]
    pairs = join(asked[["row", "base", "value", *keys]], parts, keys, ("", "_part"))
    pairs = pairs[(pairs["base_part"] == pairs["base"]) | (pairs["base_part"] == "all")]
    # That the others make the total would say what a suppressed one is.
    pairs = pairs[~pairs["row"].isin(pairs.loc[pairs["state"] != "known", "row"])]
    if pairs.empty:
        return no_candidates()
    pairs = pairs.take(order_of([pairs["row"]]))
    group = Groups(pairs, ["row"])
    total = group.sums({name: pairs[name].to_numpy() for name in ("value_part", *_ENDS)})
    names = [[name for text in texts for name in text.split("|")] for texts in group.lists("platforms")]
    members = group.lists("claim")
    exhaustive = total["value_part"] == group.first("value")
    # A platform that is counted alone and together with another would be in the sum twice.
    exhaustive &= [
        len(claims_) >= 3 and len(set(each)) == len(each) for claims_, each in zip(members, names, strict=True)
    ]
    if not exhaustive.any():
        return no_candidates()
    ranges = {"computed_value": total["value_part"]} | {name: total[name] for name in _ENDS}
    return candidates(
        group.first("row")[exhaustive],
        "total_of_platforms",
        {name: values[exhaustive] for name, values in ranges.items()},
        [claims_ for claims_, adds_up in zip(members, exhaustive, strict=True) if adds_up],
    )
