"""Victims by age band and sex.

What belongs here: the table `victim_profile`. What does not: the ages of single victims, such as the youngest.
"""

import pandas as pd

from figuretrail.audit.preference import preferred
from figuretrail.derive.beside import beside_stated, computed_part, lists
from figuretrail.derive.common import PERIOD, PLACE, VICTIM, closed, in_order, marked_for_review, without_victims
from figuretrail.derive.pairing import SAME, exact_by_release, pair
from figuretrail.derive.usable import usable
from figuretrail.joining import outer_join
from figuretrail.rounding import percent, whole_number

KEYS = [*PLACE, *PERIOD, *VICTIM, "counted", "base"]
COUNTED = {"offences": "offences", "offence_share": "offences", "victims": "victims", "victim_share": "victims"}


@marked_for_review
def victim_profile(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a place, a period, an age band and sex, what was counted (offences or victims), and the base.

    The share is count over base where both are known exactly, else the stated share; where only the count is known the
    share is null. Numbers that a source hides are not here, and none is worked out from the others.
    """
    stated = usable(figures, sources)
    stated = stated[closed(stated) & stated["platform"].eq("") & stated["base"].notna()]
    stated = stated.assign(counted=stated["measure"].map(COUNTED)).dropna(subset="counted")
    about = ~without_victims(stated)
    shares = stated["unit"].eq("percent")
    counts = stated[about & stated["unit"].eq("count")]
    table = beside_stated(
        _computed(counts, stated[~about & ~shares]), preferred(stated[about & shares], KEYS), KEYS, "share"
    )
    table = _with_counts(table, preferred(counts, KEYS))
    columns = ["count", "count_bound", "base_count", "share_percent", "bound", "stated_percent", "stated_bound"]
    columns += ["lowest_percent", "highest_percent", "sources", "releases", "basis", "rule"]
    return in_order(table[[*KEYS, *columns, "figure_ids", "other_figure_ids"]], KEYS)


def _computed(counts: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """The shares that a count by age and sex and the count of its base determine.

    Victims are set against a number of victims where one is given, else against the offences of the same base.
    """
    parts = exact_by_release(counts, KEYS)
    wholes = exact_by_release(totals, [*PLACE, *PERIOD, "base", "counted"])
    offences = wholes[wholes["counted"].eq("offences")].assign(counted="victims", _instead=1)
    wholes = pd.concat([wholes.assign(_instead=0), offences], ignore_index=True).sort_values("_instead", kind="stable")
    wholes = wholes.drop_duplicates([*PLACE, *PERIOD, "base", "counted", "release"])
    both = pair(parts, wholes, on=[*PLACE, *PERIOD, "base", "counted"], keys=KEYS)
    both = both[both["value_right"].gt(0) & both["value_left"].le(both["value_right"])]
    rule = both["together"].map({SAME: "count_over_base"}).fillna("count_over_base_of_another_release")
    rule = rule.where(both["_instead"].eq(0), "victims_over_offences_of_the_same_base")
    values = {name: both[name] for name in KEYS} | {"part": both["value_left"], "whole": both["value_right"]}
    return computed_part(both, values | {"computed_percent": percent(values["part"], values["whole"])}, rule)


def _with_counts(table: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """The counts beside the shares; a count with no share known has a row of its own."""
    names = ["value", "bound", "sources", "releases", "rule", "figure_ids", "other_figure_ids"]
    counts = counts[[*KEYS, *names]].rename(columns={name: f"counted_{name}" for name in names})
    table = outer_join(table, counts, KEYS)
    alone = table["share_percent"].isna()
    table["count"] = whole_number(table["part"].fillna(table["counted_value"]))
    table["count_bound"] = table["counted_bound"].where(table["part"].isna(), "=")
    table["base_count"] = whole_number(table["whole"])
    table["basis"] = table["basis"].fillna("reported")
    table["rule"] = table["rule"].where(~alone, table["counted_rule"])
    for column in ("sources", "releases"):
        table[column] = table[[column, f"counted_{column}"]].max(axis=1).astype("Int64")
    own, counted = lists(table["figure_ids"]), lists(table["counted_figure_ids"])
    used = [mine or its for mine, its in zip(own, counted, strict=True)]
    rest = zip(used, counted, lists(table["other_figure_ids"]), lists(table["counted_other_figure_ids"]), strict=True)
    table["other_figure_ids"] = [sorted({*its, *others, *more} - set(mine)) for mine, its, others, more in rest]
    table["figure_ids"] = used
    return table
