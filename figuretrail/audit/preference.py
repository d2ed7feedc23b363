"""Which of several statements of one claim is preferred, and by which rule; how far the others spread.

What belongs here: statements with what is known of their sources (`statements`), their order (`ranked`) and the best of
each group (`preferred`). What does not: which statements speak of the same thing (`agreement`, `relations`), and what
is worked out from the preferred one (`derive`).
"""

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
WORDING_ORDER = {"original": 0, "own": 0, "layout ours": 1, "abstract": 2}
COUNT_OF = r"\d\s+(?:in|out of|of)\b|\b(?:in|out of|of)\s+(?:every\s+)?\d"  # "one in 12", "seven out of 10"
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
    stated["_doubtful"] = stated["review"].astype(int)
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
    same = out.groupby(["_group", "release", "value", "bound"], dropna=False)["source_id"].transform("nunique")
    out["_minority"] = -same.fillna(0).astype(int)
    return out.sort_values(["_group", *RULES.values()], kind="stable").reset_index(drop=True)


def preferred(stated: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """One row for each combination of `keys`: the preferred statement, and the spread of all of them.

    Columns: the keys; `value`, `bound`, `figure_id`, `source_id`, `release`, `released`, `platforms` and the rules'
    columns of the preferred statement; `lowest` and `highest` of the exact statements (of all, where none is exact);
    `sources`; `releases` (independent ones); `rule`, the first that sets the preferred statement apart from the best
    one with another value; `figure_ids`, the preferred statement alone, and `other_figure_ids`, the rest.
    """
    order = ranked(stated, keys)
    groups = order.groupby("_group", sort=True)
    best = order.drop_duplicates("_group").set_index("_group")
    carried = [
        "value",
        "bound",
        "figure_id",
        "source_id",
        "release",
        "released",
        "platforms",
        *list(RULES.values())[:-1],
    ]
    out = best[list(dict.fromkeys([*keys, *carried]))].copy()
    spread = order[order["_rounded"].eq(groups["_rounded"].transform("min"))].groupby("_group")["value"]
    out["lowest"], out["highest"] = spread.min(), spread.max()
    out["sources"] = groups["source_id"].nunique()
    out["releases"] = independent_releases(order["_group"], order["release"])
    out["rule"] = _rule(order, best)
    out["figure_ids"] = [[figure_id] for figure_id in out["figure_id"]]
    out["other_figure_ids"] = _others(order, out.index)
    return out.reset_index(drop=True)


def _rule(order: pd.DataFrame, best: pd.DataFrame) -> pd.Series:
    """Why the best statement of each group is preferred: by comparison with the best one that says something else."""
    first = best.reindex(order["_group"]).reset_index(drop=True)
    differs = order["value"].ne(first["value"]) | order["bound"].ne(first["bound"])
    rivals = order[differs].drop_duplicates("_group").set_index("_group")
    rule = pd.Series("first_in_order", index=best.index, dtype="object")
    for name, column in reversed(list(RULES.items())[:-1]):
        better = best[column].reindex(rivals.index) < rivals[column]
        rule.loc[better.index[better]] = name
    alone = order.groupby("_group")["source_id"].nunique().eq(1)
    unopposed = ~rule.index.isin(rivals.index)
    rule[unopposed] = "all_agree"
    rule[unopposed & alone] = "only_source"
    return rule.astype("str")


def _others(order: pd.DataFrame, groups: pd.Index) -> list[list[str]]:
    """The figure ids of each group but the best one, sorted."""
    rest = order[order.duplicated("_group")]
    found = rest.groupby("_group")["figure_id"].agg(list).to_dict()
    return [sorted(found.get(group, [])) for group in groups]
