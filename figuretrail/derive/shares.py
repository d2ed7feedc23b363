"""Platforms' shares of offences, by offence year and by any period.

What belongs here: the tables `platform_share_by_year` and `platform_share_by_period`. What does not: victims' shares
(`victims`).
"""

import pandas as pd

from figuretrail.audit.preference import preferred
from figuretrail.datecolumns import days, offence_year, years_spanned
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
from figuretrail.derive.counts import in_whole_months
from figuretrail.derive.pairing import SAME, exact_by_release, pair
from figuretrail.derive.usable import usable
from figuretrail.rounding import percent, whole_number

KEYS = [*PLACE, *PERIOD, "platform", "base"]
BASES = ("method_recorded", "all")  # the one that a share is worked out of, where both are known, first


@marked_for_review
def platform_share_by_year(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a place, an offence year, a platform (or several together, as counted) and a base. Full years only."""
    stated = in_whole_months(_about_platforms(figures, sources))
    table = _shares(stated[years_spanned(stated["period_start"], stated["period_end"]).eq(1)])
    table.insert(2, "offence_year", offence_year(table["period_start"]))
    return table


@marked_for_review
def platform_share_by_period(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The same for any closed period, with the dates that sources give it."""
    table = _shares(_about_platforms(figures, sources))
    table.insert(4, "days", days(table["period_start"], table["period_end"]))
    return table


def _about_platforms(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Counts of offences, in all and by platform, and stated shares by platform."""
    stated = usable(figures, sources)
    measured = stated["measure"].eq("offences") & stated["unit"].eq("count")
    measured |= stated["measure"].eq("offence_share") & stated["platform"].ne("")
    return stated[measured & without_victims(stated) & closed(stated) & stated["base"].isin(BASES)]


def _shares(stated: pd.DataFrame) -> pd.DataFrame:
    """Count over base where both are known exactly, else the share that is stated; the other statements beside it."""
    computed = _computed(stated)
    claimed = preferred(stated[stated["measure"].eq("offence_share")], KEYS)
    table = beside_stated(computed, claimed, KEYS, "share")
    table["platforms"] = platform_names(table["platform"])
    table["platform_offences"] = whole_number(table["part"])
    table["base_offences"] = whole_number(table["whole"])
    columns = ["platforms", "share_percent", "bound", "platform_offences", "base_offences", "stated_percent"]
    columns += ["stated_bound", "lowest_percent", "highest_percent", "sources", "releases", "basis", "rule"]
    return in_order(table[[*KEYS, *columns, "figure_ids", "other_figure_ids"]], KEYS)


def _computed(stated: pd.DataFrame) -> pd.DataFrame:
    """The shares that a count by platform and the count of its base determine.

    An offence on a platform has a recorded method, so that its count is the same whether a source speaks of all
    offences or of those with a recorded method; its share is not. It is worked out of the recorded ones where their
    number is known, else of all.
    """
    counts = stated[stated["measure"].eq("offences")]
    place_time = [*PLACE, *PERIOD]
    parts = exact_by_release(counts[counts["platform"].ne("")], [*place_time, "platform"])
    bases = exact_by_release(counts[counts["platform"].eq("")], [*place_time, "base"])
    both = pair(parts, bases, on=place_time, keys=[*place_time, "platform", "base"])
    both = both[both["value_right"].gt(0) & both["value_left"].le(both["value_right"])]
    narrow = both["base"].eq(BASES[0])
    key = [*place_time, "platform"]
    has_narrow = narrow.groupby([both[name] for name in key], dropna=False).transform("any")
    both = both[narrow | ~has_narrow]
    rule = both["together"].map({SAME: "count_over_base"}).fillna("count_over_base_of_another_release")
    values = {name: both[name] for name in KEYS} | {"part": both["value_left"], "whole": both["value_right"]}
    return computed_part(both, values | {"computed_percent": percent(values["part"], values["whole"])}, rule)
