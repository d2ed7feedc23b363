"""Which of several statements of one claim is preferred, and by which rule; how far the others spread.

What belongs here: statements with what is known of their sources (`statements`), their order (`ranked`) and the best
of each group (`best`, `preferred`). What does not: which statements speak of the same thing (`agreement`, `relations`),
and what is worked out from the preferred one (`derive`).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from figuretrail.audit.releases import independent_releases, release_table
from figuretrail.figure import SUBJECT
from figuretrail.joining import once

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
READING = ["context", "start", "end", "inherited", "from_catalogue", "confidence", "review_reasons", "corrected"]
OLDEST = pd.Timestamp(1800, 1, 1)


@once
def statements(figures: pd.DataFrame, sources: pd.DataFrame, *, offence: str | None = SUBJECT) -> pd.DataFrame:
    """The figures that a number can be taken from, with what their sources are.

    Left out: figures of another offence (unless `offence` is None), figures without a place, and figures whose status
    says that the number is hidden or not held, whatever bound they give. Added: `release`, `released`, the columns of
    the rules, and `platform`, the platforms as one text ("" for every means of communication).
    """
    kept = figures["status"].eq("reported") & figures["value"].notna() & figures["geography"].notna()
    if offence is not None:
        kept &= figures["offence"].eq(offence)
    return with_sources(figures, sources)[kept.to_numpy()].reset_index(drop=True)


@once
def silent(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The figures of a place whose number is hidden or not held, with the columns that `statements` adds."""
    kept = figures["status"].ne("reported") & figures["geography"].notna()
    return with_sources(figures, sources)[kept.to_numpy()].reset_index(drop=True)


@once
def with_sources(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """`figures` with the columns that `statements` adds, none left out but those that say how a figure was read."""
    stated = figures.reset_index(drop=True)
    doubtful = stated["review"] + (1 - stated["confidence"])
    stated = stated.drop(columns=[name for name in READING if name in stated.columns])
    known = _known(stated, sources)
    releases = release_table(known)
    at = pd.Index(known["source_id"]).get_indexer(stated["source_id"])
    force = known["force"].take(at).set_axis(stated.index)
    compiled = releases["compiled"].to_numpy()[at]
    own_place = (force.isna() | force.eq(stated["geography"])).to_numpy()
    # A workbook that names another's release was made from what that release printed: it is no answer of the police.
    own_release = releases["release"].eq(releases["source_id"]).to_numpy()[at]
    primary = known["kind"].eq("foi").to_numpy()[at] & own_release & own_place
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
        _doubtful=doubtful,
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


class _Ranking(NamedTuple):
    """Statements in order: by group, the best first."""

    rows: np.ndarray  # their positions
    group: np.ndarray  # a whole number for each combination of the keys, from 0, of each of those rows
    starts: np.ndarray  # where each group begins among them
    minority: np.ndarray  # of each of those rows: the fewer sources state the same, the larger


def _ranking(stated: pd.DataFrame, keys: list[str]) -> _Ranking:
    group = group_numbers(stated, keys)
    source, names = pd.factorize(stated["source_id"])
    said = [pd.factorize(stated[name], use_na_sentinel=False) for name in ("release", "value", "bound")]
    claim = _combined([(group, np.unique(group)), *said], len(stated))
    witnesses = np.bincount(np.unique(claim * len(names) + source) // max(len(names), 1))  # each source once
    minority = -(witnesses[claim] + np.bincount(claim)[claim] / MANY)
    *columns, last = RULES.values()
    order = [minority if column == "_minority" else stated[column].to_numpy() for column in columns]
    rows = np.lexsort([pd.factorize(stated[last], sort=True)[0], *order[::-1], group])
    return _Ranking(rows, group[rows], np.flatnonzero(np.diff(group[rows], prepend=-1)), minority[rows])


def ranked(stated: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """`stated` with `_group` (a whole number for each combination of `keys`) and sorted by group, the best first."""
    ranking = _ranking(stated, keys)
    out = stated.take(ranking.rows).assign(_group=ranking.group, _minority=ranking.minority)
    return out.reset_index(drop=True)


def best(stated: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """One row for each combination of `keys`: the preferred statement.

    Columns: the keys; `value`, `bound`, `figure_id`, `source_id`, `release`, `released`, `platforms` and the rules'
    columns of the preferred statement; `sources`, how many state something; `figure_ids`, the preferred statement
    alone, and `other_figure_ids`, the rest.
    """
    return pd.DataFrame(_best(stated, _ranking(stated, keys), keys))


def preferred(stated: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """`best`, with the spread of all statements and the rule that decided.

    Added: `lowest` and `highest` of the exact statements (of all, where none is exact); `releases` (independent ones);
    `rule`, the first that sets the preferred statement apart from the best one with another value.
    """
    ranking = _ranking(stated, keys)
    rows, group, starts, _ = ranking
    columns = _best(stated, ranking, keys)
    first = np.repeat(starts, np.diff(starts, append=len(rows)))  # for each row, the best of its group
    value, rounded = stated["value"].to_numpy()[rows], stated["_rounded"].to_numpy()[rows]
    counts = rounded == rounded[first]
    columns["lowest"] = np.minimum.reduceat(np.where(counts, value, np.inf), starts) if len(starts) else []
    columns["highest"] = np.maximum.reduceat(np.where(counts, value, -np.inf), starts) if len(starts) else []
    columns["releases"] = independent_releases(pd.Series(group), stated["release"].take(rows)).to_numpy()
    columns["rule"] = pd.array(_rule(stated, ranking, columns["sources"], first), dtype="str")
    return pd.DataFrame(columns)


def _best(stated: pd.DataFrame, ranking: _Ranking, keys: list[str]) -> dict[str, Any]:
    rows, group, starts, minority = ranking
    figure_ids = stated["figure_id"].to_numpy()[rows].tolist()
    ends = np.append(starts, len(rows))[1:]
    carried = ["value", "bound", "figure_id", "source_id", "release", "released", "platforms", *RULES.values()]
    chosen = rows[starts]
    columns = {
        name: minority[starts] if name == "_minority" else stated[name].array.take(chosen)
        for name in dict.fromkeys([*keys, *carried])
    }
    source, names = pd.factorize(stated["source_id"])
    counted = np.unique(group * len(names) + source[rows]) // max(len(names), 1)
    columns["sources"] = np.bincount(counted)
    columns["figure_ids"] = [[figure_ids[start]] for start in starts]
    columns["other_figure_ids"] = [sorted(figure_ids[start + 1 : end]) for start, end in zip(starts, ends, strict=True)]
    return columns


def _rule(stated: pd.DataFrame, ranking: _Ranking, sources: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Why the best statement of each group is preferred: by comparison with the best one that says something else."""
    rows = ranking.rows
    value, bound = stated["value"].to_numpy()[rows], pd.factorize(stated["bound"])[0][rows]
    differs = (value != value[first]) | (bound != bound[first])
    rule = np.where(sources == 1, "only_source", "all_agree").astype(object)
    opposed, where = np.unique(first[differs], return_index=True)  # a group's best, and its best rival
    rivals = np.flatnonzero(differs)[where]
    why = np.full(len(rivals), list(RULES)[-1], dtype=object)
    for name, column in reversed(list(RULES.items())[:-1]):
        measure = ranking.minority if column == "_minority" else stated[column].to_numpy()[rows]
        why[measure[opposed] < measure[rivals]] = name
    rule[np.searchsorted(ranking.starts, opposed)] = why
    return rule


def rule_between(chosen: Mapping[Any, Any], rival: Mapping[Any, Any]) -> str:
    """The first rule that puts one ranked statement before another."""
    for name, column in RULES.items():
        if chosen[column] < rival[column]:
            return name
    return list(RULES)[-1]
