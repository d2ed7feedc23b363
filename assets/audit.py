"""The audit tables: every stated number checked against every other, and the sources against each other."""

import pandas as pd

from assets.tables import stage, table
from figuretrail.audit import agreement, arithmetic, disclosure, plausibility
from schemas.agreement import Agreements, Corroborations
from schemas.audit import ArithmeticChecks, DisclosureRisks, PlausibilityFindings


@table(model=ArithmeticChecks)
def arithmetic_checks(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """A stated number that other stated numbers determine: both, the interval that rounding allows, and a verdict."""
    return arithmetic.arithmetic_checks(figures, sources)


@table(model=Agreements)
def agreements(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """A claim that several sources make: their values, a verdict, and which value is preferred by which rule."""
    return agreement.agreements(figures, sources)


@table(model=Corroborations)
def corroborations(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Which releases bear which others out: independent releases are counted, copies of one are not."""
    return agreement.corroborations(figures, sources)


@table(model=PlausibilityFindings)
def plausibility_findings(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """What a statistician would look at twice: numbers that can't be, or that nobody would publish without a word."""
    return plausibility.findings(figures, sources)


@table(model=DisclosureRisks)
def disclosure_risks(figures: pd.DataFrame) -> pd.DataFrame:
    """Where a suppressed number could be worked out from totals: the place, never the number."""
    return disclosure.disclosure_risks(figures)


TABLES = [
    arithmetic_checks,
    agreements,
    corroborations,
    plausibility_findings,
    disclosure_risks,
]

ASSET = stage("audit", TABLES)
