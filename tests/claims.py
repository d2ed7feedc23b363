"""Figures and sources for tests, written as a person would say them: only what matters to the test is named."""

import datetime as dt
from typing import Any

import pandas as pd

from figuretrail.figure import SUBJECT, Figure, assign_ids
from figuretrail.frames import figures_frame

LAW_YEAR = ("2017-04-03", "2018-04-02")
Y2017 = ("2017-04-01", "2018-03-31")
Y2018 = ("2018-04-01", "2019-03-31")
Y2019 = ("2019-04-01", "2020-03-31")
THREE_YEARS = ("2017-04-01", "2020-03-31")
LOCKDOWN = ("2020-04-01", "2020-06-30")
UNITS = {
    "offence_share": "percent",
    "victim_share": "percent",
    "offence_change": "percent_change",
    "offence_rate": "per_day",
}


def figure(
    source: str,
    value: float | None,
    period: tuple[str, str] | None = Y2017,
    place: str | None = "England and Wales",
    *,
    measure: str = "offences",
    platforms: str = "",
    against: tuple[str, str] | None = None,
    ages: tuple[int | None, int | None] = (None, None),
    sex: str | None = None,
    **columns: Any,
) -> Figure:
    """One figure of `source`; a place of two words in `columns["geography_type"]`'s stead is a country."""
    start, end = map(dt.date.fromisoformat, period) if period else (None, None)
    earlier, later = map(dt.date.fromisoformat, against) if against else (None, None)
    kind = "country" if place in ("England and Wales", "United Kingdom", "Wales", "England") else "force"
    return Figure(
        source_id=source,
        **{
            "cell": "Sheet!A1",
            "surface": str(value),
            "measure": measure,
            "value": value,
            "unit": UNITS.get(measure, "count"),
            "offence": SUBJECT,
            "platforms": tuple(sorted(filter(None, platforms.split(" + ")))),
            "geography": place,
            "geography_type": kind if place else None,
            "period_start": start,
            "period_end": end,
            "comparison_start": earlier,
            "comparison_end": later,
            "victim_age_min": ages[0],
            "victim_age_max": ages[1],
            "victim_sex": sex,
            **columns,
        },
    )


def frame(*figures: Figure) -> pd.DataFrame:
    """The figures with their ids, source by source."""
    done = []
    for source in dict.fromkeys(each.source_id for each in figures):
        own = [each for each in figures if each.source_id == source]
        done += assign_ids(own, source_id=source, body=" ".join(each.surface for each in own))
    return figures_frame(done)


def source(name: str, published: str = "2019-09-11", *, release: str | None = None, **columns: Any) -> dict[str, Any]:
    """One source, a press article unless `kind` says otherwise; a release of its own unless `release` names one."""
    own = {
        "source_id": name,
        "published": published,
        "release": release or name,
        "kind": "article",
        "wording": "original",
    }
    return own | columns


def catalogue(*sources: dict[str, Any]) -> pd.DataFrame:
    """The sources as a frame of the table's columns."""
    names = ["source_id", "kind", "title", "publisher", "url", "published", "wording", "place", "force", "release"]
    table = pd.DataFrame(list(sources), columns=names)
    types = dict.fromkeys(names, "str") | {"published": "datetime64[us]"}
    return table.astype(types)


def row(table: pd.DataFrame, **keys: object) -> dict[str, Any]:
    """The one row with these values."""
    for name, value in keys.items():
        table = table[table[name].eq(value)]
    assert len(table) == 1, table
    return table.iloc[0].to_dict()
