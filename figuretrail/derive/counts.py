"""Counts of offences: by the period as a source gives it, by offence year, and per day.

What belongs here: the tables `offences_by_period`, `offences_by_year` and `offences_per_day`. What does not: counts by
platform (`shares`) and by victim (`victims`).
"""

import pandas as pd

from figuretrail.audit.preference import preferred, silent, statements
from figuretrail.derive.common import DECIMALS, PERIOD, PLACE, closed, in_order, whole_number, without_victims
from figuretrail.derive.periods import add_years, days, offence_year, whole_months, years_spanned
from figuretrail.figure import SUBJECT
from figuretrail.joining import once, outer_join

SPREAD = ["lowest", "highest", "sources", "releases", "basis", "rule", "figure_ids", "other_figure_ids"]
DAYS_OF = {"per_day": 1.0, "per_week": 7.0, "per_month": 365.25 / 12}  # a rate's unit in days
LEAST = 5  # a year by difference below this is left out: a holder may have left it unsaid because it is small
MOST_YEARS = 12  # of a span that is taken apart into its years


def totals(stated: pd.DataFrame) -> pd.DataFrame:
    """The statements that count offences on every means of communication, against children of every age and sex."""
    kept = stated["measure"].eq("offences") & stated["unit"].eq("count") & stated["platform"].eq("")
    return stated[kept & without_victims(stated) & closed(stated) & stated["base"].notna()]


def offences_by_period(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a place, a period with the dates that sources give it, and a base (all, method_recorded ...)."""
    keys = [*PLACE, *PERIOD, "base"]
    table = preferred(totals(statements(figures, sources)), keys)
    table["days"] = days(table["period_start"], table["period_end"])
    table["basis"] = "reported"
    return _counted(table, [*PLACE, *PERIOD, "days", "base"])


def offences_by_year(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a place and an offence year: as sources report it, or as a longer span implies it by difference."""
    spans = year_spans(figures, sources)
    years = pd.concat([spans[spans["_years"].eq(1)], implied_years(figures, sources)], ignore_index=True)
    years["offence_year"] = offence_year(years["period_start"])
    return _counted(years, [*PLACE, "offence_year", *PERIOD])


def _counted(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The columns of a table of counts, sorted."""
    for column in ("lowest", "highest"):
        table[column] = whole_number(table[column])
    table["offences"] = whole_number(table["value"])
    return in_order(table[[*keys, "offences", "bound", *SPREAD]], keys)


def in_whole_months(stated: pd.DataFrame) -> pd.DataFrame:
    """The statements with their periods read as whole months (the law's first year as the offence year)."""
    start, end = whole_months(stated["period_start"], stated["period_end"])
    return stated.assign(period_start=start, period_end=end)


@once
def year_spans(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The preferred count of each place and each span of whole offence years; `_years` says how many."""
    counted = in_whole_months(totals(statements(figures, sources)))
    counted = counted[counted["base"].eq("all")]
    counted = counted.assign(_years=years_spanned(counted["period_start"], counted["period_end"]))
    return preferred(counted[counted["_years"].gt(0)], [*PLACE, *PERIOD, "_years"]).assign(basis="reported")


@once
def implied_years(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Years that nobody reports but that a longer span implies: its total less its other years.

    Only from exact numbers, and never where a source
    hides the year's number or does not have it: such a year stays out, and so does every span that it lies in, whose
    total may or may not hold it. Nor a number so small that it may be unsaid for that reason.
    """
    spans, withheld = year_spans(figures, sources), withheld_years(figures, sources)
    exact = spans[spans["bound"].eq("=")]
    totals_ = exact[exact["_years"].between(2, MOST_YEARS)]
    members = _members(totals_[[*PLACE, *PERIOD, "_years"]])
    year = [*PLACE, "year_start"]
    known = exact[exact["_years"].eq(1)].rename(columns={"period_start": "year_start"})
    known = known[[*year, "value", "figure_ids", "other_figure_ids"]]
    members = members.merge(known, on=year, how="left")
    rounded = spans[spans["_years"].eq(1) & spans["bound"].ne("=")].rename(columns={"period_start": "year_start"})
    members["_closed"] = _among(members, withheld, year) | _among(members, rounded, year)
    by_span = members.groupby([*PLACE, *PERIOD, "_years"])
    summed = by_span.agg(
        known=("value", "count"), summed=("value", "sum"), shut=("_closed", "any"), parts=("figure_ids", _flatten)
    ).reset_index()
    summed = summed[summed["known"].eq(summed["_years"] - 1) & ~summed["shut"]]
    gaps = members[members["value"].isna()][[*PLACE, *PERIOD, "year_start"]]
    found = summed.merge(totals_, on=[*PLACE, *PERIOD, "_years"]).merge(gaps, on=[*PLACE, *PERIOD])
    found["figure_ids"] = [total + parts for total, parts in zip(found["figure_ids"], found["parts"], strict=True)]
    found["value"] = found["value"] - found["summed"]
    found = found[found["value"].ge(LEAST)].sort_values([*year, "_years", "_age", "figure_id"], kind="stable")
    spread = found.groupby(year)["value"]
    found["lowest"], found["highest"] = spread.transform("min"), spread.transform("max")
    found = found.drop_duplicates(year)
    found["period_start"] = found["year_start"]
    found["period_end"] = (add_years(found["year_start"], 1) - pd.Timedelta(days=1)).astype("datetime64[us]")
    return found.assign(basis="computed", rule="total_less_other_years").drop(
        columns=["year_start", "known", "summed", "shut", "parts", "_years"]
    )


def _members(spans: pd.DataFrame) -> pd.DataFrame:
    """One row for each year of each span, with `year_start`."""
    repeated = spans.loc[spans.index.repeat(spans["_years"])]
    nth = repeated.groupby(level=0).cumcount()
    start = [day.replace(year=day.year + n) for day, n in zip(repeated["period_start"], nth, strict=True)]
    return repeated.assign(year_start=pd.Series(start, index=repeated.index, dtype="datetime64[us]")).reset_index(
        drop=True
    )


def withheld_years(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The places and years (`year_start`) whose number a source hides or does not have."""
    hidden = silent(figures, sources)
    about = hidden["offence"].eq(SUBJECT) & hidden["measure"].eq("offences") & hidden["platform"].eq("")
    hidden = in_whole_months(hidden[about & without_victims(hidden)])
    whole = hidden[years_spanned(hidden["period_start"], hidden["period_end"]).eq(1)]
    return whole.rename(columns={"period_start": "year_start"})


def _among(rows: pd.DataFrame, others: pd.DataFrame, keys: list[str]) -> pd.Series:
    """Which rows have their keys among those of `others`."""
    found = pd.MultiIndex.from_frame(rows[keys]).isin(pd.MultiIndex.from_frame(others[keys]))
    return pd.Series(found, index=rows.index)


def _flatten(lists: pd.Series) -> list[str]:
    return [item for cell in lists if isinstance(cell, list) for item in cell]


def offences_per_day(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a place and a period: offences over days, beside the rate that sources state.

    Where a rate is stated and no count is known, the stated rate stands alone (basis `reported`).
    """
    keys = [*PLACE, *PERIOD]
    stated = statements(figures, sources)
    counted = totals(stated).loc[lambda rows: rows["base"].eq("all")]
    reported = preferred(counted, keys).assign(basis="reported").loc[lambda rows: rows["bound"].eq("=")]
    years = implied_years(figures, sources)
    counted = _counted(pd.concat([reported, years], ignore_index=True), keys)
    table = outer_join(counted, _stated_rates(stated), keys)
    table["days"] = days(table["period_start"], table["period_end"])
    table["per_day"] = (table["offences"].astype("float64") / table["days"].astype("float64")).round(DECIMALS)
    alone = table["per_day"].isna()
    table["per_day"] = table["per_day"].fillna(table["stated_per_day"])
    for end in ("lowest", "highest"):
        worked_out = (table[end].astype("float64") / table["days"].astype("float64")).round(DECIMALS)
        table[f"{end}_per_day"] = worked_out.fillna(table[f"stated_{end}"])
    for column in ("sources", "releases"):
        table[column] = table[column].fillna(table[f"stated_{column}"]).astype("Int64")
    table["basis"] = alone.map({True: "reported", False: "computed"}).astype("str")
    by_rule = {"total_less_other_years": "total_less_other_years_over_days"}
    table["rule"] = table["rule"].map(by_rule).fillna("offences_over_days").where(~alone, table["stated_rule"])
    for column in ("figure_ids", "other_figure_ids"):
        table[column] = table[column].where(~alone, table[f"stated_{column}"])
    table["stated_figure_ids"] = [
        ids + rest if isinstance(ids, list) else []
        for ids, rest in zip(table["stated_figure_ids"], table["stated_other_figure_ids"], strict=True)
    ]
    columns = [
        *keys,
        "days",
        "offences",
        "per_day",
        "stated_per_day",
        "stated_bound",
        "lowest_per_day",
        "highest_per_day",
    ]
    ends = ["sources", "releases", "basis", "rule", "figure_ids", "other_figure_ids", "stated_figure_ids"]
    return in_order(table[[*columns, *ends]], keys)


def _stated_rates(stated: pd.DataFrame) -> pd.DataFrame:
    """The preferred stated rate of each place and period, in offences a day; every column named `stated_...`."""
    kept = stated["measure"].eq("offence_rate") & stated["platform"].eq("") & without_victims(stated) & closed(stated)
    rates = stated[kept & stated["base"].eq("all")].copy()
    rates["value"] = (rates["value"] / rates["unit"].map(DAYS_OF).astype("float64")).round(DECIMALS)
    best = preferred(rates, [*PLACE, *PERIOD]).rename(columns={"value": "per_day"})
    names = ["per_day", "bound", "lowest", "highest", "sources", "releases", "rule", "figure_ids", "other_figure_ids"]
    return best[[*PLACE, *PERIOD, *names]].rename(columns={name: f"stated_{name}" for name in names})
