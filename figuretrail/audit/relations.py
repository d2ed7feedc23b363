"""How claims that are not the same may still speak of the same thing, or be taken for one another.

What belongs here: folding claims that mean the same into one, and pairing those that are easily confused. What does
not: what the numbers then say of each other (`agreement`).

Folded, since the numbers ought to be equal:

- 3 April and 1 April: nothing was recorded before the law came into force on 3 April 2017, so its first year and the
  offence year 2017/18 count the same offences; likewise any period within a week of whole months;
- a platform's count "of all offences" and "of those with a recorded method": an offence on a platform has one.

Paired, since one is often printed for the other, though the numbers ought to differ:

- United Kingdom and England and Wales;
- a region and a force of the same name (West Midlands);
- a share of all and a share of those where the method, age or sex was recorded.
"""

import pandas as pd

from figuretrail.datecolumns import whole_months
from figuretrail.joining import matches

LAW_DAYS = "law_from_3_april"
ANY_BASE = "platform_count_on_any_base"
FORCES = "different_forces"

UK_AND_E_W = "united_kingdom_and_england_and_wales"
REGION_AND_FORCE = "region_and_force_of_one_name"
ALL_AND_RECORDED = "all_and_recorded"

PLACE_KEY = ["geography", "geography_type"]
PERIOD_KEY = ["period_start", "period_end", "comparison_start", "comparison_end"]
VICTIM_KEY = ["victim_age_min", "victim_age_max", "victim_sex"]
KEY = ["measure", "unit", "offence", "platform", *PLACE_KEY, *PERIOD_KEY, "base", *VICTIM_KEY]


def settled(stated: pd.DataFrame) -> pd.Series:
    """Which statements say all that a comparison needs: a closed period, a base, and of a change both periods."""
    closed = stated["period_start"].notna() & stated["period_end"].notna() & stated["base"].notna()
    compared = stated["comparison_start"].notna() & stated["comparison_end"].notna()
    return closed & (compared | stated["measure"].ne("offence_change"))


def folded(stated: pd.DataFrame) -> pd.DataFrame:
    """The statements with the columns of KEY folded, and `law_days` and `any_base`: whether that changed them."""
    out = stated.copy()
    for first, last in (("period_start", "period_end"), ("comparison_start", "comparison_end")):
        out[first], out[last] = whole_months(stated[first], stated[last])
    out["law_days"] = _differs(out, stated, "period_start") | _differs(out, stated, "period_end")
    platform_count = stated["measure"].eq("offences") & stated["unit"].eq("count") & stated["platform"].ne("")
    out["any_base"] = platform_count & stated["base"].eq("method_recorded")
    out["base"] = stated["base"].mask(out["any_base"], "all")
    return out


def _differs(left: pd.DataFrame, right: pd.DataFrame, column: str) -> pd.Series:
    return left[column].ne(right[column]) & right[column].notna()


def confusable(groups: pd.DataFrame) -> pd.DataFrame:
    """Pairs of groups that differ only by a relation: `relation`, and the positions `kept` and `other` in `groups`.

    `groups` has the columns of KEY, one row a group. `kept` is the one that the number is more likely to belong to:
    England and Wales (the releases' own place), the force, the recorded base.
    """
    numbered = groups[KEY].assign(_row=range(len(groups)))
    england_and_wales = numbered[numbered["geography"].eq("England and Wales")]
    kingdom = numbered[numbered["geography"].eq("United Kingdom")]
    regions, forces = (numbered[numbered["geography_type"].eq(kind)] for kind in ("region", "force"))
    share = numbered[numbered["unit"].eq("percent")]
    every, recorded = share[share["base"].eq("all")], share[share["base"].ne("all")]
    pairs = [
        _pairs(england_and_wales, kingdom, PLACE_KEY, UK_AND_E_W),
        _pairs(forces, regions, ["geography_type"], REGION_AND_FORCE),
        _pairs(recorded, every, ["base"], ALL_AND_RECORDED),
    ]
    return pd.concat(pairs, ignore_index=True)


def _pairs(kept: pd.DataFrame, other: pd.DataFrame, apart_from: list[str], relation: str) -> pd.DataFrame:
    same = [name for name in KEY if name not in apart_from]
    at_kept, at_other = matches(kept, other, same)
    rows = [frame["_row"].to_numpy()[at] for frame, at in ((kept, at_kept), (other, at_other))]
    return pd.DataFrame({"relation": relation, "kept": rows[0], "other": rows[1]})
