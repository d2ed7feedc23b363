"""What several sources say of one claim: whether they agree, which number is preferred and why.

What belongs here: the tables `agreements` and `corroborations`. What does not: which claims speak of the same thing
(`relations`), the order of preference (`preference`), the words of the sentences (`agreement_wording`), and numbers
that determine one another (`arithmetic`).
"""

import hashlib
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from figuretrail.audit.agreement_wording import sentence
from figuretrail.audit.intervals import intervals
from figuretrail.audit.preference import (
    RULES,
    best,
    group_numbers,
    preferred,
    ranked,
    rule_between,
    silent,
    statements,
)
from figuretrail.audit.relations import ANY_BASE, FORCES, KEY, LAW_DAYS, confusable, folded, settled
from figuretrail.audit.releases import SEPARATOR, count_independent, release_names
from figuretrail.joining import Groups, combination_numbers, different_beside, matches, once

Row = Mapping[Any, Any]

VERDICTS = ("agree", "agree_after_rounding", "revised", "conflict", "not_comparable")
SAME, COPIES, ONE_SOURCE = "same_claim", "copies_of_one_release", "within_one_source"
# A later release that differs by more is not called a revision: the two are likely to count different things.
REVISION_PERCENT, REVISION_COUNT, REVISION_POINTS = 20.0, 5.0, 5.0

# What is read of the preferred statement of a group, of a ranked one, and of each that speaks of a claim.
CHOSEN = [*KEY, "value", "bound", "figure_id", "source_id", "release", "released", "rule"]
RANKED = list(dict.fromkeys([*CHOSEN[:-1], "wide_low", "wide_high", *RULES.values()]))
UNRANKED = [name for name in RANKED if name != "_minority"]
SAID = ["_group", "value", "unit", "bound", "surface", "source_id", "release", "figure_id", "claim_id"]
SAID += ["law_days", "any_base", "_rounded", "review"]


def agreements(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a claim that two sources or more speak of; and one for each pair of claims that differ by a relation.

    `relation` says which: `same_claim`; `copies_of_one_release`, papers that print one release but not one number;
    `within_one_source`, a source that gives two numbers for one claim; or one of `relations.confusable`. Left out:
    claims without a place, a closed period or a base.
    """
    stated = compared(figures, sources)
    if stated.empty:
        return _empty()
    withheld = _withheld(figures, sources)
    groups = preferred(stated, KEY)
    rows = _same_claims(stated, groups, withheld)
    rows += _within(stated, "release", COPIES) + _within(stated, "source_id", ONE_SOURCE)
    rows += _related(stated, groups)
    return _table(rows, stated, sources, _coverage(figures, sources))


def corroborations(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The graph behind `agreements`: one row a claim that several sources speak of and a release that gives a number.

    Ten papers that print one release are one row with ten sources. `independent` is false for a compilation of releases
    that are there themselves.
    """
    stated = compared(figures, sources)
    several = different_beside([stated["_group"].to_numpy()], stated["source_id"].to_numpy()) > 1
    stated = stated[several].reset_index(drop=True)
    keys = [*KEY, "release"]
    table = best(stated, keys)
    table["agreement_id"] = [_identity(SAME, row) for row in table[KEY].to_dict("records")]
    said_by: list[set[str]] = [set() for _ in range(len(table))]
    for group, source_id in zip(group_numbers(stated, keys), stated["source_id"], strict=True):
        said_by[group].add(source_id)
    table["source_ids"] = [sorted(names) for names in said_by]
    table["figure_ids"] = [own + rest for own, rest in zip(table["figure_ids"], table["other_figure_ids"], strict=True)]
    single = set(zip(table["agreement_id"], table["release"], strict=True))
    table["independent"] = [
        SEPARATOR not in release or not any((agreement, name) in single for name in release_names(release))
        for agreement, release in zip(table["agreement_id"], table["release"], strict=True)
    ]
    columns = ["agreement_id", "release", "released", "value", "bound", "independent", "sources", "source_ids"]
    return table[[*columns, "figure_ids"]].sort_values(["agreement_id", "release"]).reset_index(drop=True)


@once
def compared(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The statements that can be compared, folded, with the ranges that their words leave open and their `_group`."""
    stated = statements(figures, sources, offence=None)
    stated = stated[settled(stated)].reset_index(drop=True)
    ranges = intervals(stated)[["low", "high", "wide_low", "wide_high"]]
    table = pd.concat([folded(stated), ranges], axis=1)
    table["_group"] = group_numbers(table, KEY)
    return table


def _withheld(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The claims whose number a source hides or does not have, folded."""
    hidden = silent(figures, sources)
    return folded(hidden[settled(hidden)])


def _coverage(figures: pd.DataFrame, sources: pd.DataFrame) -> dict[tuple[str, str], float]:
    """How many forces a release says that it rests on, by release and place."""
    stated = statements(figures, sources)
    said = best(stated[stated["measure"].eq("forces")], ["release", "geography"])
    return dict(zip(zip(said["release"], said["geography"], strict=True), said["value"], strict=True))


def _same_claims(stated: pd.DataFrame, groups: pd.DataFrame, withheld: pd.DataFrame) -> list[dict[str, Any]]:
    """A row for each group with several sources, or with one whose number another source withholds."""
    hidden = _withheld_by_group(groups, withheld)
    several = set(groups.index[groups["sources"].gt(1)])
    chosen = groups.loc[groups.index.isin(several | set(hidden)), CHOSEN].to_dict("index")
    rows = []
    for group, verdict in _judged(stated[stated["_group"].isin(chosen)]).items():
        mute = sorted(set(hidden.get(group, [])) - verdict["speaking"])
        if group in several or mute:
            verdict["verdict"] = verdict["verdict"] if group in several else "not_comparable"
            rows.append({"relation": SAME, "groups": (group,), "best": chosen[group], "withheld": mute, **verdict})
    return rows


def _withheld_by_group(groups: pd.DataFrame, withheld: pd.DataFrame) -> dict[int, list[str]]:
    """The sources that withhold the number of a group."""
    by_group: dict[int, list[str]] = {}
    at_withheld, at_group = matches(withheld, groups, KEY)
    for group, source_id in zip(at_group.tolist(), withheld["source_id"].take(at_withheld), strict=True):
        by_group.setdefault(group, []).append(source_id)
    return by_group


def _judged(stated: pd.DataFrame) -> dict[int, dict[str, Any]]:
    """The verdict on each group, with the number that the preferred one is set against, and where the copies stray."""
    order = ranked(stated.assign(_of=stated["_group"])[["_of", *UNRANKED]], ["_of"])
    of, low, high = (order[name].to_numpy() for name in ("_of", "wide_low", "wide_high"))
    kept = _kept(order)
    # For each row, the ends of the preferred one of its group among those kept: a rival can't be squared with them.
    first = kept[_firsts(of[kept])]
    chosen = first[np.searchsorted(of[first], of[kept])]
    apart = kept[(low[kept] > high[chosen]) | (high[kept] < low[chosen])]
    rival = apart[_firsts(of[apart])]
    needed = np.unique([*first, *rival])
    records = dict(zip(needed, order[RANKED].take(needed).to_dict("records"), strict=True))
    rivals = {of[row]: records[row] for row in rival}
    split = _split_releases(order.take(kept))
    groups = Groups(order.take(kept), ["_of"])
    lowest, highest = groups.most("wide_low"), groups.least("wide_high")
    values, bounds = groups.lists("value"), groups.lists("bound")
    speaking = dict(zip(of[_firsts(of)], map(set, Groups(order, ["_of"]).lists("source_id")), strict=True))
    judged: dict[int, dict[str, Any]] = {}
    for n, row in enumerate(first):
        group, best_of = of[row], records[row]
        same = len(set(values[n])) == 1 and len(set(bounds[n])) == 1
        other = rivals.get(group)
        verdict = _verdict(best_of, other, same=same, overlap=lowest[n] <= highest[n], split=group in split)
        judged[int(group)] = {"verdict": verdict, "rival": other, "speaking": speaking[group]}
        if other is not None:
            judged[int(group)]["rule"] = rule_between(best_of, other)
    return judged


def _firsts(sorted_numbers: np.ndarray) -> np.ndarray:
    """Where each number begins in a sorted array."""
    return np.flatnonzero(np.diff(sorted_numbers, prepend=-1))


def _kept(order: pd.DataFrame) -> np.ndarray:
    """The positions of all statements but those that can't be squared with what more of their release's sources say.

    One paper that misprints a release does not make the release contradict another one; it has a row of its own.
    """
    columns = [order[name].to_numpy() for name in ("_of", "release")]
    _, first, release = np.unique(combination_numbers(columns), return_index=True, return_inverse=True)
    of, low, high, minority = (order[name].to_numpy() for name in ("_of", "wide_low", "wide_high", "_minority"))
    best_of = first[release]
    stray = ((low > high[best_of]) | (high < low[best_of])) & (minority > minority[best_of])
    lone = different_beside([of], columns[1]) == 1
    return np.flatnonzero(~stray | lone)


def _split_releases(kept: pd.DataFrame) -> set[int]:
    """The groups with a release whose own statements can't be squared with one another."""
    of, release, low, high = (kept[name].to_numpy() for name in ("_of", "release", "wide_low", "wide_high"))
    most, least = _ends([of, release], low, high)
    return set(of[most > least])


def _ends(keys: list[np.ndarray], low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each row the largest lower and the smallest upper end among the rows with its keys."""
    group = np.unique(combination_numbers(keys), return_inverse=True)[1]
    most, least = np.full(len(group), -np.inf), np.full(len(group), np.inf)
    np.maximum.at(most, group, low)
    np.minimum.at(least, group, high)
    return most[group], least[group]


def _verdict(chosen: Row, rival: Row | None, *, same: bool, overlap: bool, split: bool) -> str:
    if same:
        return "agree"
    if rival is None and overlap:
        return "agree_after_rounding"
    if rival is None or split or rival["release"] == chosen["release"]:
        return "conflict"
    return "revised" if _is_revision(chosen, rival) else "conflict"


def _is_revision(chosen: Row, rival: Row) -> bool:
    gap = abs(chosen["value"] - rival["value"])
    if chosen["unit"] == "count":
        return bool(gap <= max(REVISION_COUNT, REVISION_PERCENT / 100 * max(chosen["value"], rival["value"])))
    return bool(gap <= REVISION_POINTS)


def _within(stated: pd.DataFrame, column: str, relation: str) -> list[dict[str, Any]]:
    """A row for each claim and release (or source) whose own statements can't be squared with one another.

    For a release: where other releases speak of the claim too, since else its `same_claim` row already says so. For a
    source: what is marked for review is left out, since it is the reading that is then likelier to be wrong.
    """
    if column == "release":
        claim, release, source = (stated[name].to_numpy() for name in ("_group", "release", "source_id"))
        by_claim, by_release = different_beside([claim], release), different_beside([claim, release], source)
        stated = stated[(by_claim > 1) & (by_release > 1)]
    else:
        stated = stated[~stated["review"].to_numpy()]
    own = [stated[name].to_numpy() for name in ("_group", column)]
    most, least = _ends(own, stated["wide_low"].to_numpy(), stated["wide_high"].to_numpy())
    split = stated[most > least]
    if split.empty:
        return []
    keys = [*KEY, column]
    chosen = preferred(split, keys)[CHOSEN].to_dict("index")
    numbered = split.assign(_group=group_numbers(split, keys))
    claims = split["_group"].take(np.unique(numbered["_group"], return_index=True)[1]).to_list()
    return [
        {"relation": relation, "groups": (claims[n],), "best": chosen[n], "withheld": [], "within": column, **verdict}
        for n, verdict in _judged(numbered).items()
        if verdict["verdict"] == "conflict"
    ]


def _related(stated: pd.DataFrame, groups: pd.DataFrame) -> list[dict[str, Any]]:
    """A row for each pair of claims that differ by a relation: equal numbers hint at one printed for the other."""
    pairs = confusable(groups)
    pairs = pairs[pairs["kept"].ne(pairs["other"])]
    if pairs.empty:
        return []
    involved = stated[stated["_group"].isin({*pairs["kept"], *pairs["other"]})]
    order = ranked(involved.assign(_of=involved["_group"])[["_of", *UNRANKED]], ["_of"])
    order = order.take(_firsts(order["_of"].to_numpy()))
    firsts = dict(zip(order["_of"], order[RANKED].to_dict("records"), strict=True))
    chosen = groups.loc[groups.index.isin(pairs["kept"]), CHOSEN].to_dict("index")
    rows = []
    for relation, kept, other in pairs.itertuples(index=False):
        verdict = _pair_verdict(firsts[kept], firsts[other])
        row = {"relation": relation, "groups": (kept, other), "best": chosen[kept], "rival": firsts[other]}
        rows.append({**row, "verdict": verdict, "withheld": []})
    return rows


def _pair_verdict(one: Row, two: Row) -> str:
    """How the numbers of two claims that differ by a relation stand to each other."""
    if one["value"] == two["value"] and one["bound"] == two["bound"]:
        return "agree"
    overlap = one["wide_low"] <= two["wide_high"] and two["wide_low"] <= one["wide_high"]
    return "agree_after_rounding" if overlap else "not_comparable"


def _table(
    rows: list[dict[str, Any]], stated: pd.DataFrame, sources: pd.DataFrame, coverage: dict[tuple[str, str], float]
) -> pd.DataFrame:
    """The rows with what each group's statements say, worded and sorted."""
    wanted = {group for row in rows for group in row["groups"]}
    said: dict[int, list[dict[Any, Any]]] = {}
    for statement in stated.loc[stated["_group"].isin(wanted), SAID].to_dict("records"):
        said.setdefault(int(statement["_group"]), []).append(statement)
    names = dict(zip(sources["source_id"], sources["publisher"].fillna(sources["source_id"]), strict=True))
    table = pd.DataFrame([_row(row, said, names, coverage) for row in rows], columns=COLUMNS)
    table = _empty().astype(table.dtypes.to_dict()) if table.empty else table
    return table.sort_values([*_SORT, "agreement_id"], kind="stable", na_position="first").reset_index(drop=True)


_SORT = ["measure", "geography", "period_start", "period_end", "platform", "relation"]
COLUMNS = ["agreement_id", "relation", *KEY, "verdict", "value", "bound", "figure_id", "source_id", "rule"]
COLUMNS += ["other_value", "difference", "difference_percent", "lowest", "highest", "sources", "releases"]
COLUMNS += ["release_names", "relations", "withheld_by", "sentence", "claim_ids", "figure_ids"]


def _empty() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([], dtype="object") for name in COLUMNS})


def _row(
    row: dict[str, Any],
    said: dict[int, list[dict[Any, Any]]],
    names: dict[str, str],
    coverage: dict[tuple[str, str], float],
) -> dict[str, Any]:
    spoken = [statement for group in row["groups"] for statement in said[group]]
    chosen, rival = row["best"], row["rival"]
    if within := row.get("within"):
        spoken = [statement for statement in spoken if statement[within] == chosen[within]]
    apart = row["verdict"] not in ("agree", "agree_after_rounding") and rival is not None
    own_forces = coverage.get((chosen["release"], chosen["geography"]))
    its_forces = coverage.get((rival["release"], rival["geography"])) if apart else None
    forces = (its_forces, own_forces) if None not in (own_forces, its_forces) and own_forces != its_forces else None
    relations = [name for name, found in _folds(spoken, forces is not None).items() if found]
    comparable = row["verdict"] != "not_comparable"
    numbers = [statement["value"] for statement in spoken if statement["_rounded"] == 0] or [s["value"] for s in spoken]
    difference = round(chosen["value"] - rival["value"], 4) if apart else None
    releases = sorted({statement["release"] for statement in spoken})
    return {
        "agreement_id": _identity(row["relation"] + str(chosen[within] if within else ""), chosen),
        "relation": row["relation"],
        **{name: chosen[name] for name in KEY},
        "verdict": row["verdict"],
        "value": chosen["value"] if comparable else None,
        "bound": chosen["bound"] if comparable else None,
        "figure_id": chosen["figure_id"] if comparable else None,
        "source_id": chosen["source_id"] if comparable else None,
        "rule": row.get("rule", chosen["rule"]) if comparable else None,
        "other_value": rival["value"] if apart else None,
        "difference": difference,
        "difference_percent": round(100 * difference / rival["value"], 1) if difference and rival["value"] else None,
        "lowest": min(numbers),
        "highest": max(numbers),
        "sources": len({statement["source_id"] for statement in spoken}),
        "releases": count_independent(releases),
        "release_names": releases,
        "relations": relations,
        "withheld_by": row["withheld"],
        "sentence": sentence(row, spoken, names, forces),
        "claim_ids": sorted({statement["claim_id"] for statement in spoken}),
        "figure_ids": sorted({statement["figure_id"] for statement in spoken}),
    }


def _folds(spoken: list[Any], different_forces: bool) -> dict[str, bool]:
    """Which relations the statements of one group were brought together by."""
    law = {statement["law_days"] for statement in spoken}
    base = {statement["any_base"] for statement in spoken}
    return {LAW_DAYS: len(law) > 1, ANY_BASE: len(base) > 1, FORCES: different_forces}


def _identity(relation: str, key: Any) -> str:
    """The id of an agreement: the same for the same claim, whatever the sources say."""
    text = "|".join([relation, *("" if pd.isna(key[name]) else str(key[name]) for name in KEY)])
    return "agreement-" + hashlib.sha256(text.encode()).hexdigest()[:16]
