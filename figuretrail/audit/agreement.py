"""What several sources say of one claim: whether they agree, which number is preferred and why.

What belongs here: the tables `agreements` and `corroborations`. What does not: which claims speak of the same thing
(`relations`), the order of preference (`preference`), the words of the sentences (`agreement_wording`), and numbers
that determine one another (`arithmetic`).
"""

import hashlib
from collections.abc import Mapping
from typing import Any

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
from figuretrail.joining import once

Row = Mapping[Any, Any]

VERDICTS = ("agree", "agree_after_rounding", "revised", "conflict", "not_comparable")
SAME, COPIES, ONE_SOURCE = "same_claim", "copies_of_one_release", "within_one_source"
# A later release that differs by more is not called a revision: the two are likely to count different things.
REVISION_PERCENT, REVISION_COUNT, REVISION_POINTS = 20.0, 5.0, 5.0

# What is read of the preferred statement of a group, of a ranked one, and of each that speaks of a claim.
CHOSEN = [*KEY, "value", "bound", "figure_id", "source_id", "release", "released", "rule"]
RANKED = list(dict.fromkeys([*CHOSEN[:-1], "wide_low", "wide_high", *RULES.values()]))
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
    stated["_group"] = group_numbers(stated, KEY)
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
    stated = stated[stated["source_id"].groupby(group_numbers(stated, KEY)).transform("nunique").gt(1)].reset_index(
        drop=True
    )
    keys = [*KEY, "release"]
    table = best(stated, keys)
    table["agreement_id"] = [_identity(SAME, row) for row in table[KEY].to_dict("records")]
    ids = stated.groupby(keys, dropna=False)["source_id"].agg(lambda names: sorted(set(names)))
    table["source_ids"] = ids.reindex(pd.MultiIndex.from_frame(table[keys])).to_list() if len(table) else []
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
    """The statements that can be compared, folded, with the ranges that their words leave open."""
    stated = statements(figures, sources, offence=None)
    stated = stated[settled(stated)].reset_index(drop=True)
    ranges = intervals(stated)[["low", "high", "wide_low", "wide_high"]]
    return pd.concat([folded(stated), ranges], axis=1)


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
    known = groups[KEY].assign(_group=groups.index)
    found = withheld[[*KEY, "source_id"]].merge(known, on=KEY)
    by_group: dict[int, list[str]] = {}
    for group, source_id in zip(found["_group"], found["source_id"], strict=True):
        by_group.setdefault(group, []).append(source_id)
    return by_group


def _judged(stated: pd.DataFrame) -> dict[int, dict[str, Any]]:
    """The verdict on each group, with the number that the preferred one is set against, and where the copies stray."""
    order = ranked(stated.drop(columns="_group").assign(_of=stated["_group"]), ["_of"])
    order["_stray"] = _strays(order)
    lone = order.groupby("_of")["release"].transform("nunique").eq(1)
    kept = order[~order["_stray"] | lone]
    first = kept.drop_duplicates("_of").set_index("_of")
    ends = kept.groupby("_of").agg(
        low=("wide_low", "max"), high=("wide_high", "min"), values=("value", "nunique"), bounds=("bound", "nunique")
    )
    rivals = kept[_apart(kept, first)].drop_duplicates("_of").set_index("_of")[RANKED].to_dict("index")
    split = _split_releases(kept)
    speaking = order.groupby("_of")["source_id"].agg(set).to_dict()
    chosen = first[RANKED].to_dict("index")
    judged: dict[int, dict[str, Any]] = {}
    for group, end in zip(ends.index, ends.to_dict("records"), strict=True):
        rival = rivals.get(group)
        verdict = _verdict(chosen[group], rival, end, split=group in split)
        judged[group] = {"verdict": verdict, "rival": rival, "speaking": speaking[group]}
        if rival is not None:
            judged[group]["rule"] = rule_between(chosen[group], rival)
    return judged


def _strays(order: pd.DataFrame) -> pd.Series:
    """The statements that can't be squared with what their own release says by more of its sources.

    One paper that misprints a release does not make the release contradict another one; it has a row of its own.
    """
    keys = [order["_of"], order["release"]]
    low, high = (order.groupby(keys)[end].transform("first") for end in ("wide_low", "wide_high"))
    unlike = order["wide_low"].gt(high) | order["wide_high"].lt(low)
    fewer = order["_minority"].gt(order.groupby(keys)["_minority"].transform("first"))
    return unlike & fewer


def _apart(kept: pd.DataFrame, first: pd.DataFrame) -> pd.Series:
    """The statements that can't be squared with the preferred one of their group."""
    ends = first[["wide_low", "wide_high"]].reindex(kept["_of"]).set_axis(kept.index)
    return kept["wide_low"].gt(ends["wide_high"]) | kept["wide_high"].lt(ends["wide_low"])


def _split_releases(kept: pd.DataFrame) -> set[int]:
    """The groups with a release whose own statements can't be squared with one another."""
    ends = kept.groupby(["_of", "release"]).agg(low=("wide_low", "max"), high=("wide_high", "min"))
    return set(ends.index.get_level_values("_of")[ends["low"].gt(ends["high"])])


def _verdict(chosen: Row, rival: Row | None, ends: Row, *, split: bool) -> str:
    if ends["values"] == 1 and ends["bounds"] == 1:
        return "agree"
    if rival is None and ends["low"] <= ends["high"]:
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
        by_claim = stated.groupby("_group")["release"].transform("nunique")
        by_release = stated.groupby(["_group", "release"])["source_id"].transform("nunique")
        stated = stated[by_claim.gt(1) & by_release.gt(1)]
    else:
        stated = stated[~stated["review"]]
    ends = [stated.groupby(["_group", column])[end] for end in ("wide_low", "wide_high")]
    split = stated[ends[0].transform("max") > ends[1].transform("min")]
    if split.empty:
        return []
    keys = [*KEY, column]
    chosen = preferred(split, keys)[CHOSEN].to_dict("index")
    numbered = split.assign(_group=group_numbers(split, keys))
    claims = split["_group"].groupby(numbered["_group"]).first().to_list()
    return [
        {"relation": relation, "groups": (claims[n],), "best": chosen[n], "withheld": [], "within": column, **verdict}
        for n, verdict in _judged(numbered).items()
        if verdict["verdict"] == "conflict"
    ]


def _related(stated: pd.DataFrame, groups: pd.DataFrame) -> list[dict[str, Any]]:
    """A row for each pair of claims that differ by a relation: equal numbers hint at one printed for the other."""
    pairs = confusable(groups)
    pairs = pairs[pairs["kept"].ne(pairs["other"])]
    involved = stated[stated["_group"].isin({*pairs["kept"], *pairs["other"]})]
    order = ranked(involved.drop(columns="_group").assign(_of=involved["_group"]), ["_of"])
    firsts = order.drop_duplicates("_of").set_index("_of")[RANKED].to_dict("index")
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
