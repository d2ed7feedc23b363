"""What several sources say of one claim: the tables `agreements` and `corroborations`.

What belongs here: their columns, with what each means and may hold. What does not: how claims are brought together and
judged (`figuretrail.audit.agreement`).
"""

import pandas as pd
import pandera.pandas as pa

from figuretrail.audit.agreement import COPIES, ONE_SOURCE, SAME, VERDICTS
from figuretrail.audit.preference import RULES
from figuretrail.audit.relations import ALL_AND_RECORDED, ANY_BASE, FORCES, LAW_DAYS, REGION_AND_FORCE, UK_AND_E_W
from figuretrail.figure import BASES, BOUNDS, GEOGRAPHY_TYPES, MEASURES, SEXES, UNITS
from schemas.common import Day, Flag, Number, Table, Text, TextList, Whole

RELATIONS = [SAME, COPIES, ONE_SOURCE, UK_AND_E_W, REGION_AND_FORCE, ALL_AND_RECORDED]
FOLDS = {LAW_DAYS, ANY_BASE, FORCES}


class Agreements(Table):
    """One row a claim that several sources speak of, and one for each pair of claims that are easily confused."""

    agreement_id: Text = pa.Field(
        unique=True, description="Id of the claim and relation, the same whatever sources say"
    )
    relation: Text = pa.Field(
        isin=RELATIONS, description="same_claim; copies_of_one_release; within_one_source; or how two claims differ"
    )
    measure: Text = pa.Field(isin=list(MEASURES), description="What kind of number it is")
    unit: Text = pa.Field(isin=list(UNITS), description="The unit of the values")
    offence: Text = pa.Field(description="The offence counted")
    platform: Text = pa.Field(description="The platform, several joined by +; empty for every means of communication")
    geography: Text = pa.Field(description="The place that was counted; of two places the likelier one")
    geography_type: Text = pa.Field(isin=list(GEOGRAPHY_TYPES), description="country, region or force")
    period_start: Day = pa.Field(description="First day of the time counted, as whole months")
    period_end: Day = pa.Field(description="Last day of the time counted, as whole months")
    comparison_start: Day = pa.Field(nullable=True, description="Of a change: first day of the time compared with")
    comparison_end: Day = pa.Field(nullable=True, description="Of a change: last day of the time compared with")
    base: Text = pa.Field(isin=list(BASES), description="What the number counts, or is a share of")
    victim_age_min: Whole = pa.Field(nullable=True, description="Youngest age of the victims counted")
    victim_age_max: Whole = pa.Field(nullable=True, description="Oldest age of the victims counted")
    victim_sex: Text = pa.Field(nullable=True, isin=list(SEXES), description="Sex of the victims counted")
    verdict: Text = pa.Field(
        isin=list(VERDICTS), description="agree, agree_after_rounding, revised, conflict or not_comparable"
    )
    value: Number = pa.Field(nullable=True, description="The preferred value; null where the numbers can't be compared")
    bound: Text = pa.Field(nullable=True, isin=list(BOUNDS), description="How the preferred value is bounded")
    figure_id: Text = pa.Field(nullable=True, description="The preferred figure")
    source_id: Text = pa.Field(nullable=True, description="The preferred figure's source")
    rule: Text = pa.Field(
        nullable=True, isin=[*RULES, "only_source", "all_agree"], description="Why it is preferred (docs/method.md)"
    )
    other_value: Number = pa.Field(nullable=True, description="The best of the values that can't be squared with it")
    difference: Number = pa.Field(nullable=True, description="The preferred value less the other")
    difference_percent: Number = pa.Field(nullable=True, description="The difference in per cent of the other value")
    lowest: Number = pa.Field(description="The lowest exact value (of all values, where none is exact)")
    highest: Number = pa.Field(description="The highest of them")
    sources: Whole = pa.Field(ge=1, description="How many sources state a value")
    releases: Whole = pa.Field(
        ge=1, description="How many independent releases they report, at least; copies don't count"
    )
    release_names: TextList = pa.Field(description="The releases")
    relations: TextList = pa.Field(description="What brought claims that read differently together in this row")
    withheld_by: TextList = pa.Field(description="Sources that hide the number or do not have it")
    sentence: Text = pa.Field(str_length={"min_value": 20}, description="What the row says, in words")
    claim_ids: TextList = pa.Field(description="The claims brought together")
    figure_ids: TextList = pa.Field(description="Every figure that states a value")

    @pa.dataframe_check(error="a comparable row has a preferred value, a figure and a rule", ignore_na=False)
    @classmethod
    def _preferred(cls, frame: pd.DataFrame) -> pd.Series:
        comparable = frame["verdict"].ne("not_comparable")
        has_all = frame[["value", "bound", "figure_id", "source_id", "rule"]].notna().all(axis=1)
        return comparable.eq(has_all)

    @pa.dataframe_check(error="a revision or a conflict says what the other value is", ignore_na=False)
    @classmethod
    def _other(cls, frame: pd.DataFrame) -> pd.Series:
        return ~frame["verdict"].isin(["revised", "conflict"]) | frame["other_value"].notna()

    @pa.dataframe_check(error="the preferred exact value lies within the spread", ignore_na=False)
    @classmethod
    def _within(cls, frame: pd.DataFrame) -> pd.Series:
        exact = frame["bound"].eq("=").fillna(False).astype(bool)
        return ~exact | frame["value"].between(frame["lowest"], frame["highest"])

    @pa.dataframe_check(error="the difference is that of the two values", ignore_na=False)
    @classmethod
    def _difference(cls, frame: pd.DataFrame) -> pd.Series:
        difference = frame["value"] - frame["other_value"]
        return (frame["difference"] - difference).abs().lt(1e-6) | difference.isna()

    @pa.dataframe_check(error="relations are known ones", ignore_na=False)
    @classmethod
    def _known_relations(cls, frame: pd.DataFrame) -> pd.Series:
        return pd.Series([FOLDS.issuperset(names) for names in frame["relations"]], index=frame.index, dtype=bool)


class Corroborations(Table):
    """One row a claim that several sources speak of, and a release that gives a number for it."""

    agreement_id: Text = pa.Field(description="The claim's row in agreements, relation same_claim")
    release: Text = pa.Field(description="The release")
    released: Day = pa.Field(nullable=True, description="The day that the release first appeared")
    value: Number = pa.Field(description="The value that the release gives: the preferred one of its sources'")
    bound: Text = pa.Field(isin=list(BOUNDS), description="How the value is bounded")
    independent: Flag = pa.Field(description="Whether it is a witness: false for a compilation of releases named here")
    sources: Whole = pa.Field(ge=1, description="How many sources report it")
    source_ids: TextList = pa.Field(description="The sources that report it")
    figure_ids: TextList = pa.Field(description="The figures that state it, the preferred one first")

    @pa.dataframe_check(error="one row for each claim and release", ignore_na=False)
    @classmethod
    def _one_row(cls, frame: pd.DataFrame) -> pd.Series:
        return ~frame.duplicated(["agreement_id", "release"], keep=False)
