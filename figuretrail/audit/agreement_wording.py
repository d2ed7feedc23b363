"""What an agreement says to a reader: one or two sentences without a column's name.

What belongs here: the sentences of the table `agreements`. What does not: the verdicts (`agreement`), and numbers,
periods and subjects as text (`wording`).
"""

from typing import Any

import pandas as pd

from figuretrail.audit.intervals import is_multiple
from figuretrail.audit.relations import ALL_AND_RECORDED, REGION_AND_FORCE, UK_AND_E_W
from figuretrail.audit.releases import count_independent
from figuretrail.audit.wording import listed, number, of_period, period, place_of, stated, subject, with_article

_EPOCH = pd.Timestamp(1970, 1, 1)
_NO_DAY = -(2**31)
_MOST_NAMES = 3
_WHAT = {
    "offences": "recorded offences",
    "offence_share": "the share of offences",
    "offence_change": "the change in offences",
    "offence_rate": "the rate of offences",
    "victims": "victims",
    "victim_share": "the share of victims",
    "victim_age": "the age of a victim",
    "forces": "the police forces that answered",
    "methods": "the means of communication recorded",
}
_BASE = {
    "method_recorded": " with a recorded means of communication",
    "age_recorded": " with a recorded age",
    "sex_recorded": " with a recorded sex",
    "age_and_sex_recorded": " with a recorded age and sex",
}
_RULE = {
    "exact_over_rounded": "it is exact and the other rounded",
    "primary_over_press": "it comes from the police's own answer",
    "release_over_compilation": "it comes from the release itself, not from a compilation",
    "later_over_earlier": "it comes from the later release",
    "original_over_abstract": "it is in the source's own words",
    "most_often_stated": "the release states it more often",
    "clear_over_doubtful_reading": "its reading is clear",
    "first_in_order": "nothing sets the two apart, and one has to stand first",
}
_CONFUSED = {
    UK_AND_E_W: "the one place may have been printed for the other",
    REGION_AND_FORCE: "the region may have been printed for the force, or the force for the region",
    ALL_AND_RECORDED: "a share of those recorded may have been printed as a share of all",
}
_APART = {
    UK_AND_E_W: "two places, so that the numbers can't be compared",
    REGION_AND_FORCE: "a police force and a region, so that the numbers can't be compared",
    ALL_AND_RECORDED: "shares of two different bases, so that they can't be compared",
}


def sentence(row: dict[str, Any], spoken: list[Any], names: dict[str, str], forces: Any) -> str:
    """The sentences of one agreement. `forces` are the numbers of forces behind the other and the preferred number."""
    chosen, verdict = row["best"], row["verdict"]
    about = f"{_about(chosen)}: "
    if len(row["groups"]) > 1:
        return about + _of_two_claims(row, spoken, names)
    sayers = _by_value(spoken, names)
    if verdict == "agree":
        sources = len({each["source_id"] for each in spoken})
        releases = count_independent(each["release"] for each in spoken)
        text = f"{_quoted(chosen)} from {_counted(sources, releases)}."
    elif verdict == "agree_after_rounding":
        others = "; ".join(f"{value} ({who})" for value, who in sayers[1:])
        text = f"{sayers[0][0]} ({sayers[0][1]}). The others round it or leave it open: {others}."
    elif verdict == "revised":
        text = _revised(row, names)
    elif verdict == "conflict":
        text = _conflict(sayers, row)
    else:
        text = f"{_quoted(chosen)} ({names.get(chosen['source_id'], chosen['source_id'])})."
    if forces is not None:
        text += f" They rest on {number(forces[0])} and {number(forces[1])} police forces."
    if verdict in ("revised", "conflict") and any(each["review"] for each in spoken):
        text += " Some of it was read with doubt and is marked for review."
    if row["withheld"]:
        who = listed([names.get(name, name) for name in row["withheld"]])
        text += f" {who} hides the number or does not have it."
    return about + text


def _about(claim: Any) -> str:
    """What the claim is about: measure, subject, place and time."""
    victims = _victims(claim)
    what = _WHAT[claim["measure"]] + subject(claim["platform"].replace(" + ", "|"), victims, claim["offence"])
    when = of_period(_day(claim["period_start"]), _day(claim["period_end"]))
    if pd.notna(claim["comparison_start"]):
        since = period(_day(claim["comparison_start"]), _day(claim["comparison_end"]))
        when += f" against {since}"
    text = what + _BASE.get(claim["base"], "") + place_of(claim["geography"]) + when
    return text[0].upper() + text[1:]


def _victims(claim: Any) -> str:
    """The victims in the form that `wording.subject` reads; empty for all of them."""
    low, high, sex = claim["victim_age_min"], claim["victim_age_max"], claim["victim_sex"]
    if pd.isna(low) and pd.isna(high) and pd.isna(sex):
        return ""
    ends = "" if pd.isna(low) and pd.isna(high) else f"{'' if pd.isna(low) else low}-{'' if pd.isna(high) else high}"
    return f"{ends}|{'' if pd.isna(sex) else sex}"


def _day(day: Any) -> int:
    return _NO_DAY if pd.isna(day) else (day - _EPOCH).days


def _quoted(statement: Any) -> str:
    return stated(statement["value"], statement["unit"], statement["bound"])


def _by_value(spoken: list[Any], names: dict[str, str]) -> list[tuple[str, str]]:
    """The values, exact ones first, then those of most sources, each with who gives it."""
    who: dict[tuple[int, str], set[str]] = {}
    for each in spoken:
        words = "" if is_multiple(each["surface"]) else each["surface"]
        text = stated(each["value"], each["unit"], each["bound"], words)
        who.setdefault((each["_rounded"], text), set()).add(each["source_id"])
    order = sorted(who, key=lambda value: (value[0], -len(who[value]), value[1]))
    return [(value[1], _sayers(sorted(who[value]), names)) for value in order]


def _sayers(source_ids: list[str], names: dict[str, str]) -> str:
    called = list(dict.fromkeys(names.get(source_id, source_id) for source_id in source_ids))
    if len(source_ids) > _MOST_NAMES:
        return f"{len(source_ids)} sources"
    return listed(called)


def _counted(sources: int, releases: int) -> str:
    """How many sources, and how many of them are witnesses and not copies."""
    if releases == sources:
        return f"{number(sources)} sources, each with a release of its own"
    return (
        f"{number(sources)} sources, which print {'one release' if releases == 1 else f'{number(releases)} releases'}"
    )


def _revised(row: dict[str, Any], names: dict[str, str]) -> str:
    chosen, rival = row["best"], row["rival"]
    earlier, later = (chosen, rival) if _before(chosen, rival) else (rival, chosen)
    gap = chosen["value"] - rival["value"] if later is chosen else rival["value"] - chosen["value"]
    step = stated(abs(gap), chosen["unit"], "=") if chosen["unit"] == "count" else f"{number(abs(gap), 1)} points"
    by = f"{step} {'more' if gap > 0 else 'fewer' if chosen['unit'] == 'count' else 'less'}"
    text = f"{_quoted(earlier)} {_release(earlier, names)} became {_quoted(later)} {_release(later, names)}, {by}."
    return text if later is chosen else f"{text} The first is preferred: {_RULE[row['rule']]}."


def _before(one: Any, two: Any) -> bool:
    return pd.notna(one["released"]) and pd.notna(two["released"]) and one["released"] < two["released"]


def _release(statement: Any, names: dict[str, str]) -> str:
    """When a number was released, or by whom where the day is unknown."""
    if pd.isna(statement["released"]):
        return f"({names.get(statement['source_id'], statement['source_id'])})"
    return f"({statement['released']:%B %Y})"


def _conflict(sayers: list[tuple[str, str]], row: dict[str, Any]) -> str:
    chosen, rival = row["best"], row["rival"]
    told = "; ".join(f"{value} ({who})" for value, who in sayers)
    text = f"{told}. They can't {'both' if len(sayers) == 2 else 'all'} be right."
    if row.get("within") == "source_id":
        told = f"{sayers[0][1]} gives {listed([value for value, _ in sayers])}"
        text = f"{told}. They can't {'both' if len(sayers) == 2 else 'all'} be right, unless one revises the other."
    elif rival is not None and rival["release"] != chosen["release"]:
        text = f"{told}. They are too far apart for a revision."
    rule = row.get("rule", chosen["rule"])
    return f"{text} {_quoted(chosen)} is preferred: {_RULE[rule]}." if rule in _RULE else text


def _of_two_claims(row: dict[str, Any], spoken: list[Any], names: dict[str, str]) -> str:
    kept, other, relation = row["best"], row["rival"], row["relation"]
    one, two = _side(kept, relation), _side(other, relation)
    if row["verdict"] == "agree":
        return f"{_quoted(kept)} is given both {one} and {two}; {_CONFUSED[relation]}."
    first, second = f"{_quoted(kept)} {one}", f"{_quoted(other)} {two}"
    if row["verdict"] == "agree_after_rounding":
        return f"{first} and {second} are the same number after rounding; {_CONFUSED[relation]}."
    return f"{first}, {second}: {_APART[relation]}."


def _side(claim: Any, relation: str) -> str:
    if relation == ALL_AND_RECORDED:
        return "of all" if claim["base"] == "all" else f"of those{_BASE[claim['base']]}"
    if relation == REGION_AND_FORCE:
        return f"for the {claim['geography_type']}"
    return f"for {with_article(claim['geography'])}"
