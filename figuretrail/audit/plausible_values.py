"""Plausibility of a number by itself: what no true statement of this kind could say.

What belongs here: rules that need one figure and its source. What does not: rules that compare figures
(`plausible_series`).
"""

from collections.abc import Iterator

import pandas as pd

from figuretrail.audit.claims import COUNTS, NO_DAY
from figuretrail.audit.finding import Found, Material, Rule, each
from figuretrail.audit.wording import number, period, place_of
from figuretrail.figure import SUBJECT
from figuretrail.timespan import LAW_IN_FORCE
from figuretrail.vocabulary import places

_DAY = pd.Timedelta(days=1)
_LAW_DAY = (pd.Timestamp(LAW_IN_FORCE) - pd.Timestamp("1970-01-01")) // _DAY

# Territorial forces, with British Transport Police, which some releases count in.
MOST_FORCES = {"England and Wales": 44, "United Kingdom": 46, "England": 40, "Wales": 4}
OLDEST_CHILD = 17


def _after_publication(material: Material) -> Iterator[Found]:
    work = material.work
    # Within a week it is the rounding of a period to its month.
    late = work[work["known"] & (work["period_end"] > work["published"] + 7 * _DAY)]
    for row in each(late):
        yield (
            [row.row],
            f"{row.source_id} gives {number(row.value)} for a period that ends on {row.period_end:%-d %B %Y}, "
            f"after it was published on {row.published:%-d %B %Y}.",
        )


def _before_the_law(material: Material) -> Iterator[Found]:
    work = material.work
    under_it = {
        f"{place.name}|{place.type}"
        for place in places()
        if place.country in ("England", "Wales") or place.name in ("England", "Wales", "England and Wales")
    }
    ours = work[work["known"] & (work["offence"] == SUBJECT) & (work["value"] > 0) & work["geo"].isin(under_it)]
    counted = ours["measure"].isin(COUNTS) & _is_over_before(ours["end"])
    compared = ours["measure"].eq("offence_change") & _is_over_before(ours["cend"])
    for row in each(ours[counted | compared]):
        said = f"gives {number(row.value)}{place_of(row.geography)} for {period(row.start, row.end)}"
        if row.measure == "offence_change":
            said = f"measures a change{place_of(row.geography)} from {period(row.cstart, row.cend)}"
        yield [row.row], f"{row.source_id} {said}, before the offence existed there (3 April 2017)."


def _is_over_before(end: pd.Series) -> pd.Series:
    return end.ne(NO_DAY) & end.lt(_LAW_DAY)


def _not_whole(material: Material) -> Iterator[Found]:
    work = material.work
    broken = work[work["known"] & (work["unit"] == "count") & (work["value"] != work["value"].round())]
    for row in each(broken):
        yield [row.row], f"{row.source_id} gives a count of {row.value:g}, which is not a whole number."


def _too_many_forces(material: Material) -> Iterator[Found]:
    work = material.work
    stated = work[work["known"] & (work["measure"] == "forces")]
    limit = stated["geography"].map(MOST_FORCES).astype("float64").fillna(max(MOST_FORCES.values()))
    for row in each(stated[stated["value"] > limit]):
        yield (
            [row.row],
            f"{row.source_id} gives {number(row.value)} police forces{place_of(row.geography)}, more than exist.",
        )


def _victim_too_old(material: Material) -> Iterator[Found]:
    work = material.work
    old = work[work["known"] & (work["measure"] == "victim_age") & (work["value"] > OLDEST_CHILD)]
    for row in each(old):
        yield [row.row], f"{row.source_id} gives {number(row.value)} as a victim's age, and a child is under 18."


def _looks_like_a_year(material: Material) -> Iterator[Found]:
    work = material.work
    bare = work["surface"].str.fullmatch(r"(?:19|20)\d\d")
    years = work[work["known"] & (work["unit"] == "count") & bare & work["cell"].isna()]
    for row in each(years):
        yield [row.row], f"{row.source_id} gives “{row.surface}” as a count; without a comma it may be a year."


RULES = (
    Rule(
        "period_ends_after_publication",
        "error",
        "A number is for a period that ends after its source was published",
        _after_publication,
        leaves_out=True,
    ),
    Rule(
        "before_the_law",
        "error",
        "Offences are counted in England or Wales for a time before the offence existed, or compared with one",
        _before_the_law,
        leaves_out=True,
    ),
    Rule("count_not_whole", "error", "A count is not a whole number", _not_whole, leaves_out=True),
    Rule(
        "more_forces_than_exist",
        "error",
        "More police forces are said to have answered than exist",
        _too_many_forces,
        leaves_out=True,
    ),
    Rule("victim_not_a_child", "error", "A victim's age is that of an adult", _victim_too_old),
    Rule("looks_like_a_year", "warn", "A count is printed as a year would be", _looks_like_a_year),
)
