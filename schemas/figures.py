"""The tables that are read from the sources: `sources`, one row a source, and `figures`, one row a number.

What belongs here: their columns, with what each means and may hold. What does not: what is worked out from them
(`schemas.derived`, `schemas.agreement`).
"""

import functools

import pandas as pd
import pandera.pandas as pa

from figuretrail.catalogue import KINDS, WORDINGS
from figuretrail.figure import BASES, BOUNDS, GEOGRAPHY_TYPES, MEASURES, SEXES, STATUSES, UNITS
from figuretrail.vocabulary import places
from schemas.common import Day, Flag, Number, Table, Text, TextList, Whole

UNITS_OF = {
    "offences": ("count",),
    "offence_share": ("percent",),
    "offence_change": ("percent_change",),
    "offence_rate": ("per_day", "per_week", "per_month"),
    "victims": ("count",),
    "victim_share": ("percent",),
    "victim_age": ("years",),
    "forces": ("count",),
    "methods": ("count",),
}


@functools.cache
def _places() -> frozenset[tuple[str, str]]:
    """The names and types of sources/reference."""
    return frozenset((place.name, place.type) for place in places())


class Sources(Table):
    """One row a source of the catalogue: who published what, when, and which release it reports."""

    source_id: Text = pa.Field(unique=True, description="The source's id: the name of its folder in the catalogue")
    kind: Text = pa.Field(isin=list(KINDS.values()), description="article, or foi for a workbook of a police answer")
    title: Text = pa.Field(nullable=True, description="The source's title, or what it is about")
    publisher: Text = pa.Field(nullable=True, description="Who published it")
    url: Text = pa.Field(nullable=True, description="Where it was published")
    published: Day = pa.Field(nullable=True, description="The day of publication")
    wording: Text = pa.Field(
        nullable=True, isin=list(WORDINGS), description="Whose words the file holds: the original's, or our abstract"
    )
    place: Text = pa.Field(nullable=True, description="The place that the release covers where no sentence names one")
    force: Text = pa.Field(nullable=True, description="The police force's area, or the country, that answered")
    release: Text = pa.Field(
        description="The release that the source reports; sources of one release are copies of one another, not "
        "witnesses. A compilation names several, with semicolons"
    )


class Figures(Table):
    """One row for each number that a source reports about recorded offences or their victims (docs/method.md)."""

    source_id: Text = pa.Field(description="The source in the catalogue")
    figure_id: Text = pa.Field(unique=True, description="Stable id of a statement: these words, or this cell")
    claim_id: Text = pa.Field(
        str_startswith="claim-",
        description="Id of what is claimed, without the value: equal where sources speak of the same thing",
    )
    start: Whole = pa.Field(
        nullable=True, ge=0, description="First character of the number's words in the article's body"
    )
    end: Whole = pa.Field(nullable=True, ge=1, description="The character after the number's words")
    cell: Text = pa.Field(nullable=True, description="Sheet and address in a workbook, as 2018-19!C7")
    surface: Text = pa.Field(description="The number as the source writes it")
    context: Text = pa.Field(description="The sentence, or the row and column headers, that it stands in")
    measure: Text = pa.Field(isin=list(MEASURES), description="What kind of number it is")
    value: Number = pa.Field(
        nullable=True, description="The number, in its unit; null where suppressed or not available"
    )
    unit: Text = pa.Field(isin=list(UNITS), description="The value's unit")
    bound: Text = pa.Field(
        isin=list(BOUNDS), description="= as stated, ~ about, > more than, >= at least, < under, <= up to"
    )
    offence: Text = pa.Field(str_matches=r"^[a-z0-9_]+$", description="The offence counted")
    platforms: TextList = pa.Field(description="Means of communication, sorted; empty for all of them")
    geography: Text = pa.Field(nullable=True, description="The place that was counted")
    geography_type: Text = pa.Field(nullable=True, isin=list(GEOGRAPHY_TYPES), description="country, region or force")
    period_start: Day = pa.Field(nullable=True, description="First day of the time counted")
    period_end: Day = pa.Field(nullable=True, description="Last day of the time counted")
    comparison_start: Day = pa.Field(nullable=True, description="Of a change: first day of the time compared with")
    comparison_end: Day = pa.Field(nullable=True, description="Of a change: last day of the time compared with")
    base: Text = pa.Field(
        nullable=True,
        isin=list(BASES),
        description="What the number counts, or is a share of; null where none of these says it, and no table that is "
        "worked out has it",
    )
    victim_age_min: Whole = pa.Field(
        nullable=True, in_range={"min_value": 0, "max_value": 120}, description="Youngest age of the victims counted"
    )
    victim_age_max: Whole = pa.Field(
        nullable=True, in_range={"min_value": 0, "max_value": 120}, description="Oldest age of the victims counted"
    )
    victim_sex: Text = pa.Field(nullable=True, isin=list(SEXES), description="Sex of the victims counted")
    status: Text = pa.Field(
        isin=list(STATUSES), description="reported, suppressed (a small number hidden) or not_available"
    )
    inherited: TextList = pa.Field(description="Columns settled outside the number's own sentence or headers")
    from_catalogue: TextList = pa.Field(description="Columns that only the catalogue's entry settled")
    confidence: Number = pa.Field(
        in_range={"min_value": 0, "max_value": 1}, description="How sure the reading is, 0 to 1"
    )
    review: Flag = pa.Field(description="Whether a person should look at it")
    review_reasons: TextList = pa.Field(description="Why a person should look at it")
    corrected: TextList = pa.Field(description="The columns that the source's corrections.yaml changed")
    stated: Text = pa.Field(
        nullable=True, description="What the source states in those columns; null where nothing was corrected"
    )

    @pa.dataframe_check(error="a figure stands in words (start and end) or in a cell, not both", ignore_na=False)
    @classmethod
    def _place(cls, frame: pd.DataFrame) -> pd.Series:
        words = frame["start"].notna() & frame["end"].notna()
        return (words ^ frame["cell"].notna()) & (frame["start"].isna() == frame["end"].isna())

    @pa.dataframe_check(error="the words' end comes after their start", ignore_na=False)
    @classmethod
    def _extent(cls, frame: pd.DataFrame) -> pd.Series:
        return ~(frame["end"] <= frame["start"]).fillna(False).astype(bool)

    @pa.dataframe_check(
        error="a reported figure has a value; one not available has none; a suppressed one only a bound",
        ignore_na=False,
    )
    @classmethod
    def _value(cls, frame: pd.DataFrame) -> pd.Series:
        has_value, status = frame["value"].notna(), frame["status"]
        bounded = frame["bound"].isin(["<", "<="])
        return (
            (status.eq("reported") & has_value)
            | (status.eq("not_available") & ~has_value)
            | (status.eq("suppressed") & (~has_value | bounded))
        )

    @pa.dataframe_check(error="the unit is one of its measure's", ignore_na=False)
    @classmethod
    def _unit(cls, frame: pd.DataFrame) -> pd.Series:
        pairs = {(measure, unit) for measure, units in UNITS_OF.items() for unit in units}
        return pd.Series(
            [pair in pairs for pair in zip(frame["measure"], frame["unit"], strict=True)], index=frame.index
        )

    @pa.dataframe_check(error="a share lies between 0 and 100", ignore_na=False)
    @classmethod
    def _share(cls, frame: pd.DataFrame) -> pd.Series:
        return ~frame["unit"].eq("percent") | frame["value"].isna() | frame["value"].between(0, 100)

    @pa.dataframe_check(error="a count, a rate or an age is not negative, a fall is at most 100%", ignore_na=False)
    @classmethod
    def _sign(cls, frame: pd.DataFrame) -> pd.Series:
        least = frame["unit"].eq("percent_change") * -100.0
        return frame["value"].isna() | frame["value"].ge(least)

    @pa.dataframe_check(error="a period, and a comparison's, starts before it ends", ignore_na=False)
    @classmethod
    def _period(cls, frame: pd.DataFrame) -> pd.Series:
        return ~frame["period_start"].gt(frame["period_end"]) & ~frame["comparison_start"].gt(frame["comparison_end"])

    @pa.dataframe_check(error="a place has both a name and a type, or neither", ignore_na=False)
    @classmethod
    def _geography(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["geography"].isna() == frame["geography_type"].isna()

    @pa.dataframe_check(error="a place is one of sources/reference, with its type", ignore_na=False)
    @classmethod
    def _known_place(cls, frame: pd.DataFrame) -> pd.Series:
        pairs = zip(frame["geography"], frame["geography_type"], strict=True)
        known = pd.Series([pair in _places() for pair in pairs], index=frame.index, dtype=bool)
        return frame["geography"].isna() | known

    @pa.dataframe_check(error="platforms are sorted, each once", ignore_na=False)
    @classmethod
    def _platforms(cls, frame: pd.DataFrame) -> pd.Series:
        good = [names == sorted(set(names)) for names in frame["platforms"]]
        return pd.Series(good, index=frame.index, dtype=bool)

    @pa.dataframe_check(error="a value is a finite number", ignore_na=False)
    @classmethod
    def _finite(cls, frame: pd.DataFrame) -> pd.Series:
        return ~frame["value"].abs().eq(float("inf"))

    @pa.dataframe_check(error="only a change is compared with another time", ignore_na=False)
    @classmethod
    def _compared(cls, frame: pd.DataFrame) -> pd.Series:
        compared = frame[["comparison_start", "comparison_end"]].notna().any(axis=1)
        return ~compared | frame["measure"].eq("offence_change")

    @pa.dataframe_check(error="a day has no time of day", ignore_na=False)
    @classmethod
    def _days(cls, frame: pd.DataFrame) -> pd.Series:
        good = pd.Series(True, index=frame.index)
        for name in ("period_start", "period_end", "comparison_start", "comparison_end"):
            good &= frame[name].isna() | frame[name].eq(frame[name].dt.normalize())
        return good

    @pa.dataframe_check(error="an age band's youngest is not above its oldest", ignore_na=False)
    @classmethod
    def _ages(cls, frame: pd.DataFrame) -> pd.Series:
        return ~(frame["victim_age_min"] > frame["victim_age_max"]).fillna(False).astype(bool)
