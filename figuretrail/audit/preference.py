"""Which of several statements of one claim is preferred, and by which rule; how far the others spread.

What belongs here: statements with what is known of their sources (`statements`), their order (`ranked`) and the best
of each group (`best`, `preferred`). What does not: which statements speak of the same thing (`agreement`, `relations`),
and what is worked out from the preferred one (`derive`).
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from figuretrail.audit.releases import independent_releases, release_table
from figuretrail.figure import SUBJECT

# The rules, strongest first: each names the column in which a smaller number is better. The last one only makes the
# choice the same in every run.
RULES = {
    "exact_over_rounded": "_rounded",
    "primary_over_press": "_secondhand",
    "release_over_compilation": "_compiled",
    "later_over_earlier": "_age",
    "original_over_abstract": "_retold",
    "most_often_stated": "_minority",
    "clear_over_doubtful_reading": "_doubtful",
    "first_in_order": "figure_id",
}
WORDING_ORDER = {"original": 0, "own": 0, "layout ours": 1, "abstract": 1}
COUNT_OF = r"\d\s+(?:in|out of|of)\b|\b(?:in|out of|of)\s+(?:every\s+)?\d"  # "one in 12", "seven out of 10"
MANY = 1_000_000  # sources are counted first, then the figures in them
OLDEST = pd.Timestamp(1800, 1, 1)


def statements(figures: pd.DataFrame, sources: pd.DataFrame, *, offence: str | None = SUBJECT) -> pd.DataFrame:
    """The figures that a number can be taken from, with what their sources are.

    Left out: figures of another offence (unless `offence` is None), figures without a place, and figures whose status
    says that the number is hidden or not held, whatever bound they give. Added: `release`, `released`, the columns of
    the rules, and `platform`, the platforms as one text ("" for every means of communication).
    """
    kept = figures["status"].eq("reported") & figures["value"].notna() & figures["geography"].notna()
    if offence is not None:
        kept &= figures["offence"].eq(offence)
    return with_sources(figures[kept], sources)


def with_sources(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """`figures` with the columns that `statements` adds, none left out."""
    known = _known(figures, sources)
    facts = known.drop(columns="release").merge(release_table(known), on="source_id").set_index("source_id")
    stated = figures.reset_index(drop=True)
    of_source = facts.reindex(stated["source_id"]).reset_index(drop=True)
    stated["release"] = of_source["release"].astype("str")
    stated["released"] = of_source["released"]
    stated["platform"] = pd.Series([" + ".join(names) for names in stated["platforms"]], dtype="str")
    elsewhere = of_source["force"].notna() & of_source["force"].ne(stated["geography"])
    primary = of_source["kind"].eq("foi") & ~of_source["compiled"] & ~elsewhere
    stated["_rounded"] = stated["bound"].ne("=") * 2 + (stated["bound"].eq("=") & coarse(stated)) * 1
    stated["_secondhand"] = (~primary).astype(int)
    stated["_compiled"] = of_source["compiled"].astype(int)
    stated["_age"] = -(stated["released"].fillna(OLDEST) - OLDEST).dt.days
    stated["_retold"] = of_source["wording"].map(WORDING_ORDER).fillna(max(WORDING_ORDER.values())).astype(int)
    stated["_doubtful"] = stated["review"] + (1 - stated["confidence"])
    return stated


def coarse(stated: pd.DataFrame) -> pd.Series:
    """Shares and changes told as a simple fraction or multiple ("a fifth", "four in five", "doubled")."""
    relative = stated["unit"].isin(["percent", "percent_change"]) & stated["cell"].isna()
    return relative & (~stated["surface"].str.contains(r"\d") | stated["surface"].str.contains(COUNT_OF, regex=True))


def _known(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The sources' columns that are needed here, with a row for every source that a figure names."""
    columns = ["source_id", "kind", "published", "wording", "release", "force"]
    known = sources.reindex(columns=columns).astype({"release": "str", "force": "str"})
    unlisted = figures.loc[~figures["source_id"].isin(known["source_id"]), "source_id"].drop_duplicates()
    extra = unlisted.to_frame().reindex(columns=columns).astype(known.dtypes.to_dict())
    return pd.concat([known, extra], ignore_index=True) if len(extra) else known


def ranked(stated: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """`stated` with `_group` (a whole number for each combination of `keys`) and sorted by group, the best first."""
    group = stated.groupby(keys, dropna=False, sort=True).ngroup() if len(stated) else pd.Series([], dtype="int64")
    out = stated.assign(_group=group)
    said = ["_group", "release", "value", "bound"]
    witness = (~out.duplicated([*said, "source_id"])).astype(int)  # each source once
    by_value = [out[name] for name in said]
    figures = witness.groupby(by_value, dropna=False).transform("size")
    out["_minority"] = -(witness.groupby(by_value, dropna=False).transform("sum") + figures / MANY)
    return out.sort_values(["_group", *RULES.values()], kind="stable").reset_index(drop=True)


def best(stated: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """One row for each combination of `keys`: the preferred statement.

    Columns: the keys; `value`, `bound`, `figure_id`, `source_id`, `release`, `released`, `platforms` and the rules'
    columns of the preferred statement; `sources`, how many state something; `figure_ids`, the preferred statement
    alone, and `other_figure_ids`, the rest.
    """
    return _best(ranked(stated, keys), keys).reset_index(drop=True)


def preferred(stated: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """`best`, with the spread of all statements and the rule that decided.

    Added: `lowest` and `highest` of the exact statements (of all, where none is exact); `releases` (independent ones);
    `rule`, the first that sets the preferred statement apart from the best one with another value.
    """
    order = ranked(stated, keys)
    out = _best(order, keys)
    as_exact = order["_rounded"] == order["_group"].map(out["_rounded"])
    spread = order[as_exact].groupby("_group")["value"]
    out["lowest"], out["highest"] = spread.min(), spread.max()
    out["releases"] = independent_releases(order["_group"], order["release"])
    out["rule"] = _rule(order, out)
    return out.reset_index(drop=True)


def _best(order: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    again = order.duplicated("_group")
    first = order[~again].set_index("_group")
    carried = ["value", "bound", "figure_id", "source_id", "release", "released", "platforms", *RULES.values()]
    out = first[list(dict.fromkeys([*keys, *carried]))].copy()
    out["sources"] = order[["_group", "source_id"]].drop_duplicates().groupby("_group").size()
    out["figure_ids"] = [[figure_id] for figure_id in out["figure_id"]]
    rest: dict[int, list[str]] = {}
    for group, figure_id in zip(order.loc[again, "_group"], order.loc[again, "figure_id"], strict=True):
        rest.setdefault(group, []).append(figure_id)
    out["other_figure_ids"] = [sorted(rest.get(group, [])) for group in out.index]
    return out


def _rule(order: pd.DataFrame, chosen: pd.DataFrame) -> pd.Series:
    """Why the best statement of each group is preferred: by comparison with the best one that says something else."""
    first = chosen[["value", "bound"]].reindex(order["_group"]).reset_index(drop=True)
    differs = order["value"].ne(first["value"]) | order["bound"].ne(first["bound"])
    rivals = order[differs].drop_duplicates("_group").set_index("_group")
    rule = pd.Series("all_agree", index=chosen.index, dtype="object").mask(chosen["sources"].eq(1), "only_source")
    opposed = pd.Series(list(RULES)[-1], index=rivals.index, dtype="object")
    winners = chosen.loc[rivals.index]
    for name, column in reversed(list(RULES.items())[:-1]):
        opposed = opposed.mask(winners[column] < rivals[column], name)
    rule.loc[opposed.index] = opposed
    return rule.astype("str")


def rule_between(chosen: Mapping[Any, Any], rival: Mapping[Any, Any]) -> str:
    """The first rule that puts one ranked statement before another."""
    for name, column in RULES.items():
        if chosen[column] < rival[column]:
            return name
    return list(RULES)[-1]
