"""Which of several statements of one claim is preferred, and by which rule; how far the others spread.

What belongs here: statements with what is known of their sources (`statements`), their order (`ranked`) and the best
of each group (`best`, `preferred`). What does not: which statements speak of the same thing (`agreement`, `relations`),
and what is worked out from the preferred one (`derive`).
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
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
    stated = figures.reset_index(drop=True)
    known = _known(stated, sources)
    releases = release_table(known)
    at = pd.Index(known["source_id"]).get_indexer(stated["source_id"])
    force = known["force"].take(at).set_axis(stated.index)
    compiled = releases["compiled"].to_numpy()[at]
    own_place = (force.isna() | force.eq(stated["geography"])).to_numpy()
    primary = known["kind"].eq("foi").to_numpy()[at] & ~compiled & own_place
    exact = stated["bound"].eq("=").to_numpy()
    retold = known["wording"].map(WORDING_ORDER).fillna(max(WORDING_ORDER.values())).astype(int)
    age = -(releases["released"].fillna(OLDEST) - OLDEST).dt.days
    return stated.assign(
        release=releases["release"].take(at).set_axis(stated.index),
        released=releases["released"].take(at).set_axis(stated.index),
        platform=pd.Series([" + ".join(names) for names in stated["platforms"]], dtype="str", index=stated.index),
        _rounded=np.where(exact, coarse(stated).astype(int), 2),
        _secondhand=(~primary).astype(int),
        _compiled=compiled.astype(int),
        _age=age.to_numpy()[at],
        _retold=retold.to_numpy()[at],
        _doubtful=stated["review"] + (1 - stated["confidence"]),
    )


def coarse(stated: pd.DataFrame) -> pd.Series:
    """Shares and changes told as a simple fraction or multiple ("a fifth", "four in five", "doubled")."""
    found = stated["unit"].isin(["percent", "percent_change"]) & stated["cell"].isna()
    surface = stated.loc[found, "surface"]
    found[found] = ~surface.str.contains(r"\d") | surface.str.contains(COUNT_OF)
    return found


def _known(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The sources' columns that are needed here, with a row for every source that a figure names."""
    columns = ["source_id", "kind", "published", "wording", "release", "force"]
    known = sources.reindex(columns=columns).astype({"release": "str", "force": "str"})
    unlisted = figures.loc[~figures["source_id"].isin(known["source_id"]), "source_id"].drop_duplicates()
    extra = unlisted.to_frame().reindex(columns=columns).astype(known.dtypes.to_dict())
    return pd.concat([known, extra], ignore_index=True) if len(extra) else known


def group_numbers(table: pd.DataFrame, keys: list[str]) -> np.ndarray:
    """For each row the number of its combination of `keys`, in their sorted order (nulls last, and equal)."""
    return _combined([pd.factorize(table[key], sort=True, use_na_sentinel=False) for key in keys], len(table))


def _combined(factors: list[tuple[np.ndarray, Any]], rows: int) -> np.ndarray:
    """One number a row from several: 0, 1, 2 ... in the order of the first, then the second ..."""
    numbers = np.zeros(rows, dtype=np.int64)
    for codes, labels in factors:
        numbers = np.unique(numbers * len(labels) + codes, return_inverse=True)[1]
    return numbers


def ranked(stated: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """`stated` with `_group` (a whole number for each combination of `keys`) and sorted by group, the best first."""
    group = group_numbers(stated, keys)
    source, names = pd.factorize(stated["source_id"])
    said = [pd.factorize(stated[name], use_na_sentinel=False) for name in ("release", "value", "bound")]
    claim = _combined([(group, np.unique(group)), *said], len(stated))
    witnesses = np.bincount(np.unique(claim * len(names) + source) // max(len(names), 1))  # each source once
    out = stated.assign(_group=group, _minority=-(witnesses[claim] + np.bincount(claim)[claim] / MANY))
    order = [group, *(out[column].to_numpy() for column in list(RULES.values())[:-1])]
    order.append(pd.factorize(stated[list(RULES.values())[-1]], sort=True)[0])
    return out.take(np.lexsort(order[::-1])).reset_index(drop=True)


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
    group, value = order["_group"].to_numpy(), order["value"].to_numpy()
    starts = _starts(group)
    first = np.repeat(starts, np.diff(starts, append=len(order)))  # for each row, the best of its group
    rounded = order["_rounded"].to_numpy()
    counts = rounded == rounded[first]
    out["lowest"] = np.minimum.reduceat(np.where(counts, value, np.inf), starts) if len(starts) else []
    out["highest"] = np.maximum.reduceat(np.where(counts, value, -np.inf), starts) if len(starts) else []
    out["releases"] = independent_releases(order["_group"], order["release"])
    out["rule"] = _rule(order, out["sources"], starts, first)
    return out.reset_index(drop=True)


def _starts(group: np.ndarray) -> np.ndarray:
    """Where each group of a sorted column begins."""
    return np.flatnonzero(np.diff(group, prepend=-1))


def _best(order: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    group, figure_ids = order["_group"].to_numpy(), order["figure_id"].to_list()
    starts = _starts(group)
    ends = np.append(starts, len(order))[1:]
    carried = ["value", "bound", "figure_id", "source_id", "release", "released", "platforms", *RULES.values()]
    out = order[list(dict.fromkeys([*keys, *carried]))].take(starts).set_axis(pd.Index(group[starts], name="_group"))
    source, names = pd.factorize(order["source_id"])
    out["sources"] = np.bincount(np.unique(group * len(names) + source) // max(len(names), 1))
    out["figure_ids"] = [[figure_ids[start]] for start in starts]
    out["other_figure_ids"] = [sorted(figure_ids[start + 1 : end]) for start, end in zip(starts, ends, strict=True)]
    return out


def _rule(order: pd.DataFrame, sources: pd.Series, starts: np.ndarray, first: np.ndarray) -> pd.Series:
    """Why the best statement of each group is preferred: by comparison with the best one that says something else."""
    value, bound = order["value"].to_numpy(), pd.factorize(order["bound"])[0]
    differs = (value != value[first]) | (bound != bound[first])
    rule = np.where(sources.eq(1), "only_source", "all_agree").astype(object)
    opposed, where = np.unique(first[differs], return_index=True)  # a group's best, and its best rival
    rivals = np.flatnonzero(differs)[where]
    why = np.full(len(rivals), list(RULES)[-1], dtype=object)
    for name, column in reversed(list(RULES.items())[:-1]):
        measure = order[column].to_numpy()
        why[measure[opposed] < measure[rivals]] = name
    rule[np.searchsorted(starts, opposed)] = why
    return pd.Series(rule, index=sources.index, dtype="str")


def rule_between(chosen: Mapping[Any, Any], rival: Mapping[Any, Any]) -> str:
    """The first rule that puts one ranked statement before another."""
    for name, column in RULES.items():
        if chosen[column] < rival[column]:
            return name
    return list(RULES)[-1]
