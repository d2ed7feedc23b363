"""A number that is worked out, beside the one that sources state for the same thing.

What belongs here: joining the two, choosing which stands in the row, and keeping the figures of both. What does not:
how either is found (`shares`, `changes`, `victims`).
"""

from typing import Any

import pandas as pd

from figuretrail.joining import outer_join
from figuretrail.rounding import DECIMALS


def computed_part(both: pd.DataFrame, values: dict[str, Any], rule: pd.Series) -> pd.DataFrame:
    """The worked-out side, from what `pairing.pair` gives: `values` and the figures, sources and rule of each row."""
    return pd.DataFrame(
        {
            **values,
            "computed_rule": rule.astype("str"),
            "computed_ids": joined(both["figure_ids_left"], both["figure_ids_right"]),
            "computed_other_ids": joined(both["other_figure_ids_left"], both["other_figure_ids_right"]),
            "computed_sources": both[["sources_left", "sources_right"]].min(axis=1),
            "computed_releases": 1,
        }
    )


def beside_stated(computed: pd.DataFrame, stated: pd.DataFrame, keys: list[str], name: str) -> pd.DataFrame:
    """One row for each combination of `keys` in either frame: the worked-out number where there is one, or the stated.

    `computed` has `computed_percent` and the columns of `computed_part`; `stated` is from `preferred`. Gives
    `<name>_percent`, `bound`, `stated_percent`, `stated_bound`, `lowest_percent` and `highest_percent` (of all that is
    stated and worked out), `sources` and `releases` (of the side that has more: a pair of numbers is from one release),
    `basis`, `rule`, `figure_ids` (what the number was made from) and `other_figure_ids` (what else speaks of it).
    """
    table = outer_join(computed, stated, keys, ("", "_stated"))
    worked_out = table["computed_percent"].notna()
    table[f"{name}_percent"] = table["computed_percent"].fillna(table["value"].round(DECIMALS))
    table["stated_percent"], table["stated_bound"] = table["value"], table["bound"]
    table["bound"] = table["bound"].where(~worked_out, "=")
    known = table[["computed_percent", "lowest", "highest"]].round(DECIMALS)
    table["lowest_percent"], table["highest_percent"] = known.min(axis=1), known.max(axis=1)
    table["basis"] = worked_out.map({True: "computed", False: "reported"}).astype("str")
    table["rule"] = table["computed_rule"].where(worked_out, table["rule"]).astype("str")
    said = joined(lists(table["figure_ids"]), lists(table["other_figure_ids"]))
    made_from = lists(table["computed_ids"])
    used = [numbers or shares for numbers, shares in zip(made_from, lists(table["figure_ids"]), strict=True)]
    everything = joined(made_from, said, lists(table["computed_other_ids"]))
    table["figure_ids"] = used
    table["other_figure_ids"] = [sorted(set(ids) - set(own)) for ids, own in zip(everything, used, strict=True)]
    for column in ("sources", "releases"):
        table[column] = table[[column, f"computed_{column}"]].max(axis=1).astype("Int64")
    return table


def joined(*columns: Any) -> list[list[str]]:
    """The lists of several columns, row by row, joined without repeats."""
    return [list(dict.fromkeys(item for cell in cells for item in cell)) for cells in zip(*columns, strict=True)]


def lists(column: pd.Series) -> list[list[str]]:
    """The column with an empty list for every null, which an outer join leaves."""
    return [cell if isinstance(cell, list) else [] for cell in column]
