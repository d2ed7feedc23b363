"""How counts of offences rose or fell: each period beside the one that it is compared with.

What belongs here: the table `change_between_periods`. What does not: shares and rates.
"""

import pandas as pd

from figuretrail.audit.preference import preferred
from figuretrail.datecolumns import whole_months, year_before
from figuretrail.derive.beside import beside_stated, computed_part
from figuretrail.derive.common import (
    PERIOD,
    PLACE,
    closed,
    in_order,
    marked_for_review,
    platform_names,
    without_victims,
)
from figuretrail.derive.counts import implied_years, in_whole_months
from figuretrail.derive.pairing import SAME, exact_by_release, pair
from figuretrail.derive.usable import usable
from figuretrail.joining import join
from figuretrail.rounding import percent, whole_number

COMPARISON = ["comparison_start", "comparison_end"]
WHAT = [*PLACE, "platform"]
KEYS = [*WHAT, *PERIOD, *COMPARISON]
BY_DIFFERENCE = "by difference"  # stands for the release of a year that no release gives


@marked_for_review
def change_between_periods(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a place, a platform (or all) and two periods: each with the same a year before, and whatever is stated.

    Periods are read as whole months. A stated change whose comparison is not stated is left out: which two numbers it
    stands for can't be known.
    """
    everything = usable(figures, sources)
    years = implied_years(figures, sources)
    stated = in_whole_months(everything[without_victims(everything) & closed(everything) & everything["base"].notna()])
    claimed = _claimed(stated)
    computed = _computed(_counts(stated, years), claimed)
    table = beside_stated(computed, claimed, KEYS, "change")
    table["platforms"] = platform_names(table["platform"])
    for column in ("offences", "comparison_offences"):
        table[column] = whole_number(table[column])
    table["change_offences"] = table["offences"] - table["comparison_offences"]
    columns = ["platforms", "offences", "comparison_offences", "change_offences", "change_percent", "bound"]
    columns += ["stated_percent", "stated_bound", "lowest_percent", "highest_percent", "sources", "releases"]
    return in_order(table[[*KEYS, *columns, "basis", "rule", "figure_ids", "other_figure_ids"]], KEYS)


def _claimed(stated: pd.DataFrame) -> pd.DataFrame:
    """The preferred stated change of each two periods, the earlier of which it is compared with."""
    changes = stated[stated["measure"].eq("offence_change") & stated["unit"].eq("percent_change")]
    changes = changes[changes["base"].eq("all") & changes[COMPARISON].notna().all(axis=1)]
    start, end = whole_months(changes["comparison_start"], changes["comparison_end"])
    changes = changes.assign(comparison_start=start, comparison_end=end)
    return preferred(changes[changes["comparison_start"].lt(changes["period_start"])], KEYS)


def _counts(stated: pd.DataFrame, years: pd.DataFrame) -> pd.DataFrame:
    """The exact counts, release by release, and the years by difference."""
    counts = stated[stated["measure"].eq("offences") & stated["unit"].eq("count")]
    counts = counts[counts["base"].eq("all") | (counts["base"].eq("method_recorded") & counts["platform"].ne(""))]
    reported = exact_by_release(counts, [*WHAT, *PERIOD])
    by_difference = years.assign(platform="", release=BY_DIFFERENCE)
    return reported if years.empty else pd.concat([reported, by_difference[reported.columns]], ignore_index=True)


def _computed(counts: pd.DataFrame, claimed: pd.DataFrame) -> pd.DataFrame:
    """The change of every count against the year before, and of every two that a stated change names."""
    start, end = year_before(counts["period_start"], counts["period_end"])
    yearly = counts.assign(comparison_start=start, comparison_end=end)[KEYS]
    wanted = pd.concat([yearly, claimed[KEYS]], ignore_index=True).drop_duplicates()
    later = join(counts, wanted, [*WHAT, *PERIOD])
    earlier = counts.rename(columns=dict(zip(PERIOD, COMPARISON, strict=True)))
    both = pair(later, earlier, on=[*WHAT, *COMPARISON], keys=KEYS)
    both = both[both["value_right"].gt(0)]
    rule = (
        both["together"].map({SAME: "later_over_earlier_count"}).fillna("later_over_earlier_count_of_another_release")
    )
    by_difference = both["release_left"].eq(BY_DIFFERENCE) | both["release_right"].eq(BY_DIFFERENCE)
    values = {name: both[name] for name in KEYS}
    values |= {"offences": both["value_left"], "comparison_offences": both["value_right"]}
    rise = percent(values["offences"] - values["comparison_offences"], values["comparison_offences"])
    rule = rule.where(~by_difference, "later_over_earlier_count_with_a_year_by_difference")
    return computed_part(both, values | {"computed_percent": rise}, rule)
