"""Counts of offences: by the period as a source gives it, by offence year, and per day.

What belongs here: the tables `offences_by_period`, `offences_by_year` and `offences_per_day`. What does not: counts by
platform (`shares`) and by victim (`victims`).
"""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from figuretrail.audit.preference import preferred, silent
from figuretrail.datecolumns import add_years, days, offence_year, whole_months, years_spanned
from figuretrail.derive.common import PERIOD, PLACE, closed, in_order, marked_for_review, without_victims
from figuretrail.derive.pairing import exact_by_release
from figuretrail.derive.usable import usable
from figuretrail.figure import SUBJECT
from figuretrail.joining import once, outer_join
from figuretrail.rounding import rate, whole_number

SPREAD = ["lowest", "highest", "sources", "releases", "basis", "rule", "figure_ids", "other_figure_ids"]
DAYS_OF = {"per_day": 1.0, "per_week": 7.0, "per_month": 365.25 / 12}  # a rate's unit in days
LEAST = 5  # a year by difference below this is left out: a holder may have left it unsaid because it is small
MOST_YEARS = 12  # of a span that is taken apart into its years


def totals(stated: pd.DataFrame) -> pd.DataFrame:
    """The statements that count offences on every means of communication, against children of every age and sex."""
    kept = stated["measure"].eq("offences") & stated["unit"].eq("count") & stated["platform"].eq("")
    return stated[kept & without_victims(stated) & closed(stated) & stated["base"].notna()]


@marked_for_review
def offences_by_period(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a place, a period with the dates that sources give it, and a base (all, method_recorded ...)."""
    keys = [*PLACE, *PERIOD, "base"]
    table = preferred(totals(usable(figures, sources)), keys)
    table["days"] = days(table["period_start"], table["period_end"])
    table["basis"] = "reported"
    return _counted(table, [*PLACE, *PERIOD, "days", "base"])


@marked_for_review
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
    return preferred(_of_whole_years(figures, sources), [*PLACE, *PERIOD, "_years"]).assign(basis="reported")


@once
def _of_whole_years(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The statements that count all offences of a place in one offence year or several."""
    counted = in_whole_months(totals(usable(figures, sources)))
    counted = counted[counted["base"].eq("all")]
    counted = counted.assign(_years=years_spanned(counted["period_start"], counted["period_end"]))
    return counted[counted["_years"].gt(0)].reset_index(drop=True)


def _by_release(figures: pd.DataFrame, sources: pd.DataFrame) -> dict[tuple[Any, ...], tuple[float, float]]:
    """The lowest and highest of the numbers that releases give for a place, a first day and a number of years.

    One a release, so that a paper's misprint does not count as what its release says.
    """
    each = exact_by_release(_of_whole_years(figures, sources), [*PLACE, *PERIOD, "_years"])
    spread: dict[tuple[Any, ...], tuple[float, float]] = {}
    for span, value in zip(_spans_of(each), each["value"], strict=True):
        low, high = spread.get(span, (value, value))
        spread[span] = (min(low, value), max(high, value))
    return spread


@once
def implied_years(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Years that nobody reports but that a longer span implies: its total less its other years.

    Only from exact numbers, and never where a source
    hides the year's number or does not have it: such a year stays out, and so does every span that it lies in, whose
    total may or may not hold it. Nor a number so small that it may be unsaid for that reason. `lowest` and `highest`
    are what the numbers of other releases would leave, since a total and its years may be of different ones.
    """
    spans, withheld = year_spans(figures, sources), withheld_years(figures, sources)
    exact, single = spans["bound"].eq("="), spans["_years"].eq(1)
    numbers = _numbers(spans[exact], _by_release(figures, sources))
    closed = {*_years_of(withheld, "year_start"), *_years_of(spans[single & ~exact], "period_start")}
    totals_ = spans[exact & spans["_years"].between(2, MOST_YEARS)].reset_index(drop=True)
    found: dict[tuple[Any, ...], list[_Rest]] = {}
    for position, (*place, first, length) in enumerate(_spans_of(totals_)):
        years = [(*place, first.replace(year=first.year + n)) for n in range(length)]
        gaps = [year for year in years if (*year, 1) not in numbers]
        if len(gaps) == 1 and closed.isdisjoint(years):
            others = [numbers[(*year, 1)] for year in years if year != gaps[0]]
            rest = _rest(position, numbers[(*place, first, length)], others)
            if rest.value >= LEAST:
                found.setdefault(gaps[0], []).append(rest)
    order = list(zip(totals_["_years"], totals_["_age"], totals_["figure_id"], strict=True))
    best = [min(rests, key=lambda rest: order[rest.total]) for rests in found.values()]
    table = totals_.take([rest.total for rest in best]).reset_index(drop=True).drop(columns="_years")
    start = pd.Series([year for *_, year in found], dtype="datetime64[us]")
    table["period_start"] = start
    table["period_end"] = (add_years(start, 1) - pd.Timedelta(days=1)).astype("datetime64[us]")
    table["value"] = np.array([rest.value for rest in best], dtype=float)
    table["lowest"] = np.array([min(rest.lowest for rest in rests) for rests in found.values()], dtype=float)
    table["highest"] = np.array([max(rest.highest for rest in rests) for rests in found.values()], dtype=float)
    own = [own + rest.parts for own, rest in zip(table["figure_ids"], best, strict=True)]
    table["figure_ids"] = pd.Series(own, dtype="object")
    return table.assign(basis="computed", rule="total_less_other_years")


class _Number(NamedTuple):
    """The preferred exact count of a span, the lowest and highest that a release gives for it, and its figures."""

    value: float
    lowest: float
    highest: float
    figure_ids: list[str]


class _Rest(NamedTuple):
    """What a span's total leaves for the one year of it that has no number."""

    value: float
    lowest: float
    highest: float
    total: int  # the position of the total
    parts: list[str]  # the figures of the other years


def _rest(position: int, total: _Number, others: list[_Number]) -> _Rest:
    """The total less its other years; its lowest less their highest, and the other way round."""
    return _Rest(
        total.value - sum(year.value for year in others),
        max(total.lowest - sum(year.highest for year in others), 0),
        total.highest - sum(year.lowest for year in others),
        position,
        [figure_id for year in others for figure_id in year.figure_ids],
    )


def _numbers(
    spans: pd.DataFrame, by_release: dict[tuple[Any, ...], tuple[float, float]]
) -> dict[tuple[Any, ...], _Number]:
    """The number of each place, first day and number of years."""
    each = zip(_spans_of(spans), spans["value"], spans["figure_ids"], strict=True)
    found = {}
    for span, value, figure_ids in each:
        low, high = by_release.get(span, (value, value))
        found[span] = _Number(value, low, high, figure_ids)
    return found


def _spans_of(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """Place, first day and number of years of each row."""
    return list(zip(*(frame[name].to_list() for name in (*PLACE, "period_start", "_years")), strict=True))


def _years_of(frame: pd.DataFrame, start: str) -> list[tuple[Any, ...]]:
    """Place and first day of each row."""
    return list(zip(*(frame[name].to_list() for name in (*PLACE, start)), strict=True))


def withheld_years(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The places and years (`year_start`) whose number a source hides or does not have."""
    hidden = silent(figures, sources)
    about = hidden["offence"].eq(SUBJECT) & hidden["measure"].eq("offences") & hidden["platform"].eq("")
    hidden = in_whole_months(hidden[about & without_victims(hidden)])
    whole = hidden[years_spanned(hidden["period_start"], hidden["period_end"]).eq(1)]
    return whole.rename(columns={"period_start": "year_start"})


@marked_for_review
def offences_per_day(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a place and a period: offences over days, beside the rate that sources state.

    Where a rate is stated and no count is known, the stated rate stands alone (basis `reported`).
    """
    keys = [*PLACE, *PERIOD]
    stated = usable(figures, sources)
    counted = totals(stated).loc[lambda rows: rows["base"].eq("all")]
    reported = preferred(counted, keys).assign(basis="reported").loc[lambda rows: rows["bound"].eq("=")]
    years = implied_years(figures, sources)
    counted = _counted(pd.concat([reported, years], ignore_index=True), keys)
    table = outer_join(counted, _stated_rates(stated), keys)
    table["days"] = days(table["period_start"], table["period_end"])
    table["per_day"] = rate(table["offences"].astype("float64") / table["days"].astype("float64"))
    alone = table["per_day"].isna()
    table["per_day"] = table["per_day"].fillna(table["stated_per_day"])
    for end in ("lowest", "highest"):
        worked_out = rate(table[end].astype("float64") / table["days"].astype("float64"))
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
    rates["value"] = rate(rates["value"] / rates["unit"].map(DAYS_OF).astype("float64"))
    best = preferred(rates, [*PLACE, *PERIOD]).rename(columns={"value": "per_day"})
    names = ["per_day", "bound", "lowest", "highest", "sources", "releases", "rule", "figure_ids", "other_figure_ids"]
    return best[[*PLACE, *PERIOD, *names]].rename(columns={name: f"stated_{name}" for name in names})
