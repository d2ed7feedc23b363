"""The derived tables: what is worked out from the figures, each row with the figures that it came from.

What belongs here: their columns, with what each means and may hold. What does not: how a row is worked out
(`figuretrail.derive`).
"""

import pandas as pd
import pandera.pandas as pa

from figuretrail.figure import BASES, BOUNDS, GEOGRAPHY_TYPES, SEXES
from figuretrail.rules import MEANING
from schemas.common import Day, Flag, Number, Table, Text, TextList, Whole

# What a row is about comes first, where it comes from last, the numbers between them as each model defines them.
FIRST = ["release", "geography", "geography_type", "offence_year", "period_start", "period_end", "days"]
FIRST += ["comparison_start", "comparison_end", "platform", "platforms", "victim_age_min", "victim_age_max"]
FIRST += ["victim_sex", "counted", "base"]
LAST = ["sources", "releases", "basis", "rule", "figure_ids", "other_figure_ids"]
PLATFORM_BASES = ["all", "method_recorded"]


class Derived(Table):
    """The columns that every derived table has."""

    geography: Text = pa.Field(description="The place that was counted")
    geography_type: Text = pa.Field(isin=list(GEOGRAPHY_TYPES), description="country, region or force")
    sources: Whole = pa.Field(ge=1, description="How many sources give the number, at least")
    basis: Text = pa.Field(
        isin=["reported", "computed"], description="reported: a source says it; computed: it follows from others"
    )
    rule: Text = pa.Field(
        isin=list(MEANING),
        description="How the number was worked out, or why it was preferred (docs/method.md)",
    )
    figure_ids: TextList = pa.Field(description="The figures that the number was made from")
    other_figure_ids: TextList = pa.Field(description="The other figures that speak of the same thing")

    @classmethod
    def in_order(cls, names: list[str]) -> list[str]:
        """Keys first, provenance last."""
        place = {name: n for n, name in enumerate(FIRST, start=-len(FIRST))} | {
            name: n for n, name in enumerate(LAST, 1)
        }
        return sorted(names, key=lambda name: place.get(name, 0))

    @pa.dataframe_check(error="a row names the figures that it was made from", ignore_na=False)
    @classmethod
    def _traced(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["figure_ids"].map(len).gt(0)


class _Spread(Derived):
    """A derived number for a closed period, with how many independent releases give it."""

    period_start: Day = pa.Field(description="First day of the time counted")
    period_end: Day = pa.Field(description="Last day of the time counted")
    releases: Whole = pa.Field(
        ge=1, description="How many independent releases give the number, at least; copies don't count"
    )

    @pa.dataframe_check(error="a period starts before it ends", ignore_na=False)
    @classmethod
    def _period(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["period_start"].le(frame["period_end"])


class _Counted(_Spread):
    """A count of offences with the spread of what sources say."""

    offences: Whole = pa.Field(ge=0, description="Recorded offences: the preferred number")
    bound: Text = pa.Field(isin=list(BOUNDS), description="= exact; else the best there is is a rounded statement")
    lowest: Whole = pa.Field(
        ge=0, description="The lowest of the exact numbers that sources give (of all, if none is exact)"
    )
    highest: Whole = pa.Field(ge=0, description="The highest of them")

    @pa.dataframe_check(error="the preferred number lies within the spread", ignore_na=False)
    @classmethod
    def _within(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["offences"].between(frame["lowest"], frame["highest"]).astype(bool)


class OffencesByPeriod(_Counted):
    """One row a place, a period as sources give it, and a base: the preferred count of offences."""

    days: Whole = pa.Field(ge=1, description="Days of the period, first and last included")
    base: Text = pa.Field(isin=list(BASES), description="all offences, or those whose method, age or sex was recorded")


class OffencesByYear(_Counted):
    """One row a place and an offence year (1 April to 31 March): the preferred count, or the year by difference."""

    offence_year: Text = pa.Field(str_matches=r"^\d{4}/\d{2}$", description="The offence year, as 2017/18")


class OffencesPerDay(_Spread):
    """One row a place and a period: offences over days, beside the rate that sources state."""

    days: Whole = pa.Field(ge=1, description="Days of the period, leap days counted")
    offences: Whole = pa.Field(nullable=True, ge=0, description="Recorded offences; null where only a rate is stated")
    per_day: Number = pa.Field(ge=0, description="Offences a day, to one decimal")
    stated_per_day: Number = pa.Field(nullable=True, ge=0, description="The rate that sources state, in offences a day")
    stated_bound: Text = pa.Field(nullable=True, isin=list(BOUNDS), description="How the stated rate is bounded")
    lowest_per_day: Number = pa.Field(ge=0, description="From the lowest count that sources give")
    highest_per_day: Number = pa.Field(ge=0, description="From the highest count that sources give")
    stated_figure_ids: TextList = pa.Field(description="The figures that state the rate")


class _Share(_Spread):
    """A platform's share of offences."""

    platform: Text = pa.Field(
        str_length={"min_value": 1}, description="The platform; several counted together are joined by +"
    )
    platforms: TextList = pa.Field(description="The platform's canonical name, or the names of those counted together")
    base: Text = pa.Field(
        isin=PLATFORM_BASES, description="Share of all offences, or of those whose method was recorded"
    )
    share_percent: Number = pa.Field(
        in_range={"min_value": 0, "max_value": 100}, description="The share in per cent, to one decimal"
    )
    bound: Text = pa.Field(isin=list(BOUNDS), description="= exact; else as the stated share is bounded")
    platform_offences: Whole = pa.Field(
        nullable=True, ge=0, description="Offences on the platform, where known exactly"
    )
    base_offences: Whole = pa.Field(nullable=True, ge=0, description="Offences of the base, where known exactly")
    stated_percent: Number = pa.Field(
        nullable=True, in_range={"min_value": 0, "max_value": 100}, description="The share that sources state"
    )
    stated_bound: Text = pa.Field(nullable=True, isin=list(BOUNDS), description="How the stated share is bounded")
    lowest_percent: Number = pa.Field(description="The lowest of what is stated and worked out")
    highest_percent: Number = pa.Field(description="The highest of them")

    @pa.dataframe_check(error="a computed share has its two counts", ignore_na=False)
    @classmethod
    def _counts(cls, frame: pd.DataFrame) -> pd.Series:
        both = frame["platform_offences"].notna() & frame["base_offences"].notna()
        return both.eq(frame["basis"].eq("computed"))


class PlatformShareByYear(_Share):
    """One row a place, an offence year, a platform and a base. Full years only."""

    offence_year: Text = pa.Field(str_matches=r"^\d{4}/\d{2}$", description="The offence year, as 2017/18")


class PlatformShareByPeriod(_Share):
    """One row a place, a period as sources give it, a platform and a base."""

    days: Whole = pa.Field(ge=1, description="Days of the period")


class ChangeBetweenPeriods(_Spread):
    """One row a place, a platform (or all) and two periods, read as whole months."""

    comparison_start: Day = pa.Field(description="First day of the time compared with")
    comparison_end: Day = pa.Field(description="Last day of the time compared with")
    platform: Text = pa.Field(description="The platform; empty for every means of communication")
    platforms: TextList = pa.Field(description="The platforms' canonical names; empty for every means of communication")
    offences: Whole = pa.Field(nullable=True, ge=0, description="Recorded offences in the period, where known exactly")
    comparison_offences: Whole = pa.Field(
        nullable=True, ge=0, description="Recorded offences in the time compared with"
    )
    change_offences: Whole = pa.Field(nullable=True, description="The first less the second")
    change_percent: Number = pa.Field(
        ge=-100, description="The change in per cent of the earlier number, to one decimal"
    )
    bound: Text = pa.Field(isin=list(BOUNDS), description="= exact; else as the stated change is bounded")
    stated_percent: Number = pa.Field(nullable=True, ge=-100, description="The change that sources state")
    stated_bound: Text = pa.Field(nullable=True, isin=list(BOUNDS), description="How the stated change is bounded")
    lowest_percent: Number = pa.Field(description="The lowest of what is stated and worked out")
    highest_percent: Number = pa.Field(description="The highest of them")


class VictimProfile(_Spread):
    """One row a place, a period, an age band and sex, what was counted, and the base."""

    victim_age_min: Whole = pa.Field(nullable=True, ge=0, description="Youngest age of the band; null for none")
    victim_age_max: Whole = pa.Field(nullable=True, ge=0, description="Oldest age of the band; null for none")
    victim_sex: Text = pa.Field(nullable=True, isin=list(SEXES), description="female or male; null for both")
    counted: Text = pa.Field(isin=["offences", "victims"], description="Whether offences or victims were counted")
    base: Text = pa.Field(isin=list(BASES), description="all, or those whose age or sex was recorded")
    count: Whole = pa.Field(nullable=True, ge=0, description="How many, where a count is known")
    count_bound: Text = pa.Field(nullable=True, isin=list(BOUNDS), description="How the count is bounded")
    base_count: Whole = pa.Field(nullable=True, ge=0, description="How many in the base, where known exactly")
    share_percent: Number = pa.Field(
        nullable=True, in_range={"min_value": 0, "max_value": 100}, description="The share in per cent, to one decimal"
    )
    bound: Text = pa.Field(nullable=True, isin=list(BOUNDS), description="= exact; else as the stated share is bounded")
    stated_percent: Number = pa.Field(
        nullable=True, in_range={"min_value": 0, "max_value": 100}, description="The share that sources state"
    )
    stated_bound: Text = pa.Field(nullable=True, isin=list(BOUNDS), description="How the stated share is bounded")
    lowest_percent: Number = pa.Field(nullable=True, description="The lowest of what is stated and worked out")
    highest_percent: Number = pa.Field(nullable=True, description="The highest of them")

    @pa.dataframe_check(error="a row has a count or a share", ignore_na=False)
    @classmethod
    def _says_something(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["count"].notna() | frame["share_percent"].notna()

    @pa.dataframe_check(error="a row has an age band or a sex", ignore_na=False)
    @classmethod
    def _of_whom(cls, frame: pd.DataFrame) -> pd.Series:
        return frame[["victim_age_min", "victim_age_max", "victim_sex"]].notna().any(axis=1)


class ForceCoverage(Derived):
    """One row a release and a place: how many of its police forces answered, and who is missing."""

    release: Text = pa.Field(description="The release")
    forces_answered: Whole = pa.Field(ge=0, description="Forces that answered, as stated or as listed")
    bound: Text = pa.Field(isin=list(BOUNDS), description="How the stated number is bounded")
    forces_in_place: Whole = pa.Field(nullable=True, ge=1, description="Territorial forces of the place")
    forces_missing: Whole = pa.Field(nullable=True, ge=0, description="Forces of the place that did not answer")
    forces_listed: Whole = pa.Field(
        ge=0, description="Forces whose numbers in one source add up to its total for the place"
    )
    missing_known: Flag = pa.Field(
        description="Whether the forces that answered are all listed, so that the rest are missing"
    )
    missing: TextList = pa.Field(description="The forces that are missing, where that is known")
    withheld: TextList = pa.Field(
        description="Forces of the place that the release names with a number hidden, refused or not held"
    )


TABLES: dict[str, type[Derived]] = {
    "offences_by_period": OffencesByPeriod,
    "offences_by_year": OffencesByYear,
    "offences_per_day": OffencesPerDay,
    "platform_share_by_year": PlatformShareByYear,
    "platform_share_by_period": PlatformShareByPeriod,
    "change_between_periods": ChangeBetweenPeriods,
    "victim_profile": VictimProfile,
    "force_coverage": ForceCoverage,
}
