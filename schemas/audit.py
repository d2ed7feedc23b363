"""The audit tables about single numbers: arithmetic, plausibility, and suppressed numbers that could be worked out.

What belongs here: their columns, with what each means and may hold. What does not: how a row is found
(`figuretrail.audit`), and how sources agree with each other (`schemas.agreement`).
"""

import pandas as pd
import pandera.pandas as pa

from figuretrail.audit.arithmetic import KINDS, SCOPES
from figuretrail.audit.disclosure import ROUTES
from figuretrail.audit.plausibility import CHECKS
from figuretrail.audit.verdicts import VERDICTS
from figuretrail.figure import UNITS
from schemas.common import Flag, Number, Table, Text, TextList, Whole


class ArithmeticChecks(Table):
    """One row for each stated number that other stated numbers determine (docs/method.md, Arithmetic)."""

    check_id: Text = pa.Field(unique=True, str_startswith="check-", description="Stable id of the check of this number")
    kind: Text = pa.Field(
        isin=list(KINDS), description="How the number follows: share, change, rate, total of years ..."
    )
    scope: Text = pa.Field(
        isin=list(SCOPES),
        description="source: from numbers of the same source; release: of the sources that print one release; "
        "across: of several releases",
    )
    source_ids: TextList = pa.Field(description="The sources whose figures were used, that of the stated number first")
    figure_id: Text = pa.Field(description="The stated number that is checked")
    figure_ids: TextList = pa.Field(description="All figures used, the stated one first")
    unit: Text = pa.Field(isin=list(UNITS), description="The unit of the stated and computed values")
    stated_value: Number = pa.Field(description="What the source states")
    stated_low: Number = pa.Field(description="The least that its words, read strictly, can mean")
    stated_high: Number = pa.Field(description="The most that its words can mean; inf where they set no limit")
    computed_value: Number = pa.Field(
        nullable=True, description="What the other numbers make; null where they give a range or one is suppressed"
    )
    computed_low: Number = pa.Field(nullable=True, description="The least that the other numbers can make")
    computed_high: Number = pa.Field(
        nullable=True, description="The most that the other numbers can make; inf where they set no limit"
    )
    verdict: Text = pa.Field(
        isin=list(VERDICTS), description="Whether the stated and the computed number can both be true"
    )
    reason: Text = pa.Field(description="Why the check is undecidable; empty for the other verdicts")
    sentence: Text = pa.Field(str_length={"min_value": 10}, description="The check in one sentence")

    @pa.dataframe_check(name="a range's low end is not above its high end", ignore_na=False)
    @classmethod
    def _ranges(cls, frame: pd.DataFrame) -> pd.Series:
        stated = frame["stated_low"] <= frame["stated_high"]
        return stated & ~(frame["computed_low"] > frame["computed_high"])

    @pa.dataframe_check(name="consistent ranges meet, inconsistent ones do not", ignore_na=False)
    @classmethod
    def _meet(cls, frame: pd.DataFrame) -> pd.Series:
        meet = (frame["computed_low"] <= frame["stated_high"]) & (frame["computed_high"] >= frame["stated_low"])
        return (frame["verdict"].ne("consistent") | meet) & (frame["verdict"].ne("inconsistent") | ~meet)

    @pa.dataframe_check(name="an undecidable check says why, a decided one does not need to", ignore_na=False)
    @classmethod
    def _reason(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["verdict"].eq("undecidable") == frame["reason"].ne("")

    @pa.dataframe_check(name="the figures used begin with the stated one and hold another", ignore_na=False)
    @classmethod
    def _figures(cls, frame: pd.DataFrame) -> pd.Series:
        good = [
            ids[:1] == [own] and len(ids) > 1 for ids, own in zip(frame["figure_ids"], frame["figure_id"], strict=True)
        ]
        return pd.Series(good, index=frame.index, dtype=bool)


class PlausibilityFindings(Table):
    """One row for each number, or set of numbers, that a statistician would look at twice."""

    finding_id: Text = pa.Field(unique=True, str_startswith="finding-", description="Stable id of the finding")
    check: Text = pa.Field(isin=list(CHECKS), description="The check that found it")
    severity: Text = pa.Field(
        isin=["warn", "error"], description="error: it can't be so; warn: it may be, and is worth a word"
    )
    source_ids: TextList = pa.Field(description="The sources whose figures it is about")
    figure_ids: TextList = pa.Field(description="The figures it is about, the one to look at first, first")
    left_out: Flag = pa.Field(
        description="Whether no derived table is made from that first figure, nor from others that say the same"
    )
    sentence: Text = pa.Field(str_length={"min_value": 10}, description="The finding in one sentence")


class DisclosureRisks(Table):
    """One row for each way in which a suppressed number could be worked out. No column holds such a number."""

    risk_id: Text = pa.Field(unique=True, str_startswith="risk-", description="Stable id of the risk")
    source_id: Text = pa.Field(description="The source that suppresses the number and prints what undoes it")
    route: Text = pa.Field(isin=list(ROUTES), description="What gives it away: a total, a share or a change")
    suppressed_count: Whole = pa.Field(ge=1, description="How many suppressed numbers are on this route together")
    suppressed_figure_ids: TextList = pa.Field(description="The suppressed figures")
    figure_ids: TextList = pa.Field(description="The suppressed figures and those that give them away")
    places: TextList = pa.Field(description="Where the suppressed figures stand: their cells")
    severity: Text = pa.Field(
        isin=["warn", "error"], description="error: one number stands alone; warn: several together, or perhaps"
    )
    sentence: Text = pa.Field(str_length={"min_value": 10}, description="The risk in one sentence, without any number")
