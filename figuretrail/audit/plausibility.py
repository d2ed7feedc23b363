"""What a statistician would look at twice: numbers that can't be, or that no one would publish without a word.

What belongs here: the registry of checks, the frame they return, and running them all. What does not: the checks
themselves (`plausible_values` for a number by itself, `plausible_series` for numbers beside others, `plausible_wholes`
for a whole beside what lies in it) and stated numbers that others determine (`arithmetic`).

A check is a function of the figures and sources that returns its findings. `CHECKS` holds each by name, so that an
asset check can be made from it without a second list.
"""

from collections.abc import Callable

import pandas as pd

from figuretrail.audit import plausible_series, plausible_values, plausible_wholes
from figuretrail.audit.finding import Material, Rule, findings_frame
from figuretrail.joining import once

RULES: tuple[Rule, ...] = (*plausible_values.RULES, *plausible_series.RULES, *plausible_wholes.RULES)

Check = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]


def _check(rule: Rule) -> Check:
    def check(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
        return rule.run(Material.of(figures, sources))

    check.__name__ = rule.name
    check.__doc__ = rule.description
    return check


CHECKS: dict[str, Check] = {rule.name: _check(rule) for rule in RULES}
SEVERITY: dict[str, str] = {rule.name: rule.severity for rule in RULES}


def left_out(figures: pd.DataFrame, sources: pd.DataFrame) -> frozenset[str]:
    """The ids of the figures that no derived table is made from.

    They are the first figures of the findings of every rule that `leaves_out`, and those that state the same number of
    the same claim.
    """
    found = findings(figures, sources)
    first = {figure_ids[0] for figure_ids in found.loc[found["left_out"], "figure_ids"]}
    if not first:
        return frozenset()
    named = list(zip(figures["figure_id"], figures["claim_id"], figures["value"], strict=True))
    meant = {(claim, value) for name, claim, value in named if name in first}
    return frozenset(name for name, claim, value in named if (claim, value) in meant)


@once
def findings(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The findings of every check, in the order of the registry and then of the figures."""
    material = Material.of(figures, sources)
    return findings_frame([(rule, found) for rule in RULES for found in rule.found(material)], material)
