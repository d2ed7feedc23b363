"""The sum that a row's rule stands for, written out with the row's own numbers.

What belongs here: wording. What does not: what rules there are (`figuretrail.rules`), and applying them (`derive`).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from figuretrail.rules import MEANING

# The number of a row, and what follows it: the first of these that the row has a value for.
NUMBERS = (
    ("share_percent", "%"),
    ("change_percent", "%"),
    ("per_day", " a day"),
    ("forces_answered", " forces"),
    ("offences", " offences"),
    ("count", ""),
    ("value", ""),
)


def meaning(rule: str) -> str:
    """The rule in words."""
    return MEANING.get(rule, rule.replace("_", " ")).rstrip(".")


def number_of(row: Mapping[str, Any]) -> tuple[str, str] | None:
    """The column that a row is about and its value in words; None for a row without a number."""
    for name, unit in NUMBERS:
        if row.get(name) is not None:
            return name, f"{_bound(row.get('bound'))}{plain(row[name])}{unit}"
    return None


def working(row: Mapping[str, Any], figures: Sequence[Mapping[str, Any]]) -> str | None:
    """The sum with its numbers, where the rule is one; `figures` are those that the row was made from, in order."""
    rule = str(row.get("rule"))
    if rule.startswith(("count_over_base", "victims_over_offences")):
        part = row.get("platform_offences", row.get("count"))
        whole = row.get("base_offences", row.get("base_count"))
        return _sum(f"100 × {plain(part)} ÷ {plain(whole)}", f"{plain(row.get('share_percent'))}%", part, whole)
    if rule == "offences_over_days":
        per_day = f"{plain(row.get('per_day'))} a day"
        return _sum(f"{plain(row.get('offences'))} ÷ {plain(row.get('days'))} days", per_day, row.get("offences"))
    if rule.startswith("total_less_other_years"):
        values = [figure.get("value") for figure in figures]
        less = _sum(" − ".join(map(plain, values)), plain(row.get("offences")), *values)
        if less and rule.endswith("_over_days"):
            return f"{less}; {plain(row['offences'])} ÷ {plain(row['days'])} days = {plain(row['per_day'])} a day"
        return less
    if rule.startswith("later_over_earlier_count"):
        later, earlier = row.get("offences"), row.get("comparison_offences")
        return _sum(
            f"100 × ({plain(later)} − {plain(earlier)}) ÷ {plain(earlier)}",
            f"{plain(row['change_percent'])}%",
            later,
            earlier,
        )
    return None


def _sum(left: str, right: str, *needed: Any) -> str | None:
    return None if not needed or any(value is None for value in needed) else f"{left} = {right}"


def plain(value: Any) -> str:
    """A number as a reader writes it: 12,925 and 29.2."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "?" if value is None else str(value)
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


_BOUNDS = {"~": "about ", ">": "more than ", ">=": "at least ", "<": "under ", "<=": "up to "}


def _bound(bound: Any) -> str:
    return _BOUNDS.get(str(bound), "")
