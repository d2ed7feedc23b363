"""Rules in words, and the sum that a row's rule stands for, written out with the row's own numbers.

What belongs here: what each rule's name means to a reader. What does not: applying a rule (`derive`, `audit`).
"""

from collections.abc import Mapping, Sequence
from typing import Any

MEANINGS = {
    # Which statement is preferred.
    "only_source": "one source gives it",
    "all_agree": "every source that gives it says the same",
    "exact_over_rounded": "an exact number goes before a rounded one",
    "primary_over_press": "the holder's own answer goes before the press",
    "release_over_compilation": "a release goes before a compilation of several",
    "later_over_earlier": "the later statement goes before the earlier one",
    "original_over_abstract": "a source's own words go before an abstract of them",
    "most_often_stated": "what more sources state goes before what fewer do",
    "clear_over_doubtful_reading": "a clear reading goes before one that a person should look at",
    "first_in_order": "nothing sets the statements apart; the first in order is taken",
    # How a number is worked out.
    "count_over_base": "a count over its base, both of one release",
    "count_over_base_of_another_release": "a count over its base, the two of different releases",
    "victims_over_offences_of_the_same_base": "victims over the offences whose victims' age or sex was recorded",
    "offences_over_days": "offences over the days of the period",
    "total_less_other_years": "a total of several years, less the years that are known",
    "total_less_other_years_over_days": "a year by difference (a total less the known years) over its days",
    "later_over_earlier_of_another_release": "a later count against an earlier one of a different release",
    "later_over_earlier_with_a_year_by_difference": "a later count against an earlier one, a year by difference in it",
    "forces_that_add_up_to_the_total": "the forces whose numbers add up to the release's total",
}
CHANGE = "a later count against an earlier one, both of one release"

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


def meaning(rule: str, row: Mapping[str, Any]) -> str:
    """The rule in words."""
    if rule == "later_over_earlier" and row.get("basis") == "computed" and "change_percent" in row:
        return CHANGE  # of a change it names the sum, of other rows the preference
    return MEANINGS.get(rule, rule.replace("_", " "))


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
    if rule.startswith("later_over_earlier") and "change_percent" in row and row.get("basis") == "computed":
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
