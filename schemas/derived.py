"""The derived tables: what is worked out from the figures, each row with the figures that it came from.

What belongs here: their columns, with what each means and may hold. What does not: how a row is worked out
(`figuretrail.derive`).
"""

import pandas as pd
import pandera.pandas as pa

from figuretrail.datecolumns import days, offence_year, years_spanned
from figuretrail.figure import BASES, BOUNDS, GEOGRAPHY_TYPES, SEXES
from figuretrail.rounding import percent, rate
from figuretrail.rules import COMPUTED, MEANING
from schemas.common import Day, Flag, Number, Table, Text, TextList, Whole

# What a row is about comes first, where it comes from last, the numbers between them as each model defines them.
FIRST = ["release", "geography", "geography_type", "offence_year", "period_start", "period_end", "days"]
FIRST += ["comparison_start", "comparison_end", "platform", "platforms", "victim_age_min", "victim_age_max"]
FIRST += ["victim_sex", "counted", "base"]
LAST = ["sources", "releases", "basis", "rule", "review", "figure_ids", "other_figure_ids"]
KEY = [name for name in FIRST if name not in ("days", "platforms")]  # what tells the rows of any derived table apart
PLATFORM_BASES = ["all", "method_recorded"]


class Derived(Table):
    """The columns that every derived table has."""

    geography: Text = pa.Field(description="The place that was counted")
    geography_type: Text = pa.Field(isin=list(GEOGRAPHY_TYPES), description="country, region or force")
    sources: Whole = pa.Field(ge=1, description="How many sources state a number for it, this one or another, at least")
    basis: Text = pa.Field(
        isin=["reported", "computed"], description="reported: a source says it; computed: it follows from others"
    )
    rule: Text = pa.Field(
        isin=list(MEANING),
        description="How the number was worked out, or why it was preferred (docs/method.md)",
    )
    review: Flag = pa.Field(description="Whether a figure that the number was made from wants a person's review")
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

    @pa.dataframe_check(error="one row for each thing that a row is about", ignore_na=False)
    @classmethod
    def _one_row(cls, frame: pd.DataFrame) -> pd.Series:
        return ~frame.duplicated([name for name in KEY if name in frame], keep=False)

    @pa.dataframe_check(error="a computed number has a rule of working out, a reported one a rule of choice")
    @classmethod
    def _ruled(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["rule"].isin(list(COMPUTED)).eq(frame["basis"].eq("computed"))


class _Spread(Derived):
    """A derived number for a closed period, with how many independent releases give it."""

    period_start: Day = pa.Field(description="First day of the time counted")
    period_end: Day = pa.Field(description="Last day of the time counted")
    releases: Whole = pa.Field(
        ge=1, description="How many independent releases state a number for it, at least; copies don't count"
    )

    @pa.dataframe_check(error="a period starts before it ends", ignore_na=False)
    @classmethod
    def _period(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["period_start"].le(frame["period_end"])

    @pa.dataframe_check(error="there are no more releases than sources", ignore_na=False)
    @classmethod
    def _releases(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["releases"].le(frame["sources"]).astype(bool)


class _WithDays(_Spread):
    """A derived number beside the days of its period."""

    days: Whole = pa.Field(ge=1, description="Days of the period, first and last included, leap days counted")

    @pa.dataframe_check(error="the days are those of the period", ignore_na=False)
    @classmethod
    def _days(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["days"].eq(days(frame["period_start"], frame["period_end"])).astype(bool)


class _OfYear(_Spread):
    """A derived number for a whole offence year."""

    offence_year: Text = pa.Field(str_matches=r"^\d{4}/\d{2}$", description="The offence year, as 2017/18")

    @pa.dataframe_check(error="the period is the offence year", ignore_na=False)
    @classmethod
    def _whole_year(cls, frame: pd.DataFrame) -> pd.Series:
        start, end = frame["period_start"], frame["period_end"]
        return years_spanned(start, end).eq(1) & frame["offence_year"].eq(offence_year(start))


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


class OffencesByPeriod(_Counted, _WithDays):
    """One row a place, a period as sources give it, and a base: the preferred count of offences."""

    base: Text = pa.Field(isin=list(BASES), description="all offences, or those whose method, age or sex was recorded")


class OffencesByYear(_Counted, _OfYear):
    """One row a place and an offence year (1 April to 31 March): the preferred count, or the year by difference."""


class OffencesPerDay(_WithDays):
    """One row a place and a period: offences over days, beside the rate that sources state."""

    offences: Whole = pa.Field(nullable=True, ge=0, description="Recorded offences; null where only a rate is stated")
    per_day: Number = pa.Field(ge=0, description="Offences a day: to one decimal, below 1 to two digits")
    stated_per_day: Number = pa.Field(nullable=True, ge=0, description="The rate that sources state, in offences a day")
    stated_bound: Text = pa.Field(nullable=True, isin=list(BOUNDS), description="How the stated rate is bounded")
    lowest_per_day: Number = pa.Field(ge=0, description="From the lowest count that sources give")
    highest_per_day: Number = pa.Field(ge=0, description="From the highest count that sources give")
    stated_figure_ids: TextList = pa.Field(description="The figures that state the rate")

    @pa.dataframe_check(error="the rate lies within its spread", ignore_na=False)
    @classmethod
    def _within(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["per_day"].between(frame["lowest_per_day"], frame["highest_per_day"])

    @pa.dataframe_check(error="a computed rate is offences over days, a reported one is the stated one")
    @classmethod
    def _worked_out(cls, frame: pd.DataFrame) -> pd.Series:
        computed = rate(frame["offences"].astype("float64") / frame["days"].astype("float64"))
        return frame["per_day"].eq(computed.where(frame["basis"].eq("computed"), frame["stated_per_day"]))


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

    @pa.dataframe_check(error="a computed share is the part in per cent of its base", ignore_na=False)
    @classmethod
    def _worked_out(cls, frame: pd.DataFrame) -> pd.Series:
        return _is_share(frame, "platform_offences", "base_offences")

    @pa.dataframe_check(error="the share lies within its spread", ignore_na=False)
    @classmethod
    def _within(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["share_percent"].between(frame["lowest_percent"], frame["highest_percent"])


class PlatformShareByYear(_Share, _OfYear):
    """One row a place, an offence year, a platform and a base. Full years only."""


class PlatformShareByPeriod(_Share, _WithDays):
    """One row a place, a period as sources give it, a platform and a base."""


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

    @pa.dataframe_check(error="the time compared with begins first, and starts before it ends", ignore_na=False)
    @classmethod
    def _compared(cls, frame: pd.DataFrame) -> pd.Series:
        start, end = frame["comparison_start"], frame["comparison_end"]
        return start.le(end) & start.lt(frame["period_start"])

    @pa.dataframe_check(error="a computed change is that of its two counts", ignore_na=False)
    @classmethod
    def _worked_out(cls, frame: pd.DataFrame) -> pd.Series:
        later, earlier = (frame[name].astype("float64") for name in ("offences", "comparison_offences"))
        same = percent(later - earlier, earlier).eq(frame["change_percent"]) & frame["change_offences"].eq(
            frame["offences"] - frame["comparison_offences"]
        ).fillna(False).astype(bool)
        return frame["basis"].ne("computed") | same

    @pa.dataframe_check(error="the change lies within its spread", ignore_na=False)
    @classmethod
    def _within(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["change_percent"].between(frame["lowest_percent"], frame["highest_percent"])


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

    @pa.dataframe_check(error="an age band's youngest is not above its oldest", ignore_na=False)
    @classmethod
    def _ages(cls, frame: pd.DataFrame) -> pd.Series:
        return ~(frame["victim_age_min"] > frame["victim_age_max"]).fillna(False).astype(bool)

    @pa.dataframe_check(error="a computed share is the part in per cent of its base", ignore_na=False)
    @classmethod
    def _worked_out(cls, frame: pd.DataFrame) -> pd.Series:
        return _is_share(frame, "count", "base_count")

    @pa.dataframe_check(error="the share lies within its spread", ignore_na=False)
    @classmethod
    def _within(cls, frame: pd.DataFrame) -> pd.Series:
        share = frame["share_percent"]
        return share.isna() | share.between(frame["lowest_percent"], frame["highest_percent"])


class ForceCoverage(Derived):
    """One row a release and a place: how many of its police forces answered, and who is missing."""

    release: Text = pa.Field(description="The release")
    forces_answered: Whole = pa.Field(ge=0, description="Forces that answered, as stated or as listed")
    bound: Text = pa.Field(isin=list(BOUNDS), description="How the stated number is bounded")
    forces_in_place: Whole = pa.Field(nullable=True, ge=1, description="Territorial forces of the place")
    forces_missing: Whole = pa.Field(
        nullable=True,
        ge=0,
        description="Forces of the place less those that answered, at least: a release may count the British "
        "Transport Police among these",
    )
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

    @pa.dataframe_check(error="the missing forces are those of the place that did not answer", ignore_na=False)
    @classmethod
    def _missing(cls, frame: pd.DataFrame) -> pd.Series:
        left = (frame["forces_in_place"] - frame["forces_answered"]).clip(lower=0)
        counted = frame["forces_missing"].eq(left).fillna(False) | left.isna()
        return counted.astype(bool) & (frame["missing_known"] | frame["missing"].map(len).eq(0))


def _is_share(frame: pd.DataFrame, part: str, base: str) -> pd.Series:
    """Whether each computed `share_percent` is `part` in per cent of `base`, which it does not exceed."""
    counted, whole = frame[part].astype("float64"), frame[base].astype("float64")
    same = counted.le(whole) & percent(counted, whole).eq(frame["share_percent"])
    return frame["basis"].ne("computed") | same


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
