"""The derived tables: what users came for, each worked out from `figures` by one function of `figuretrail.derive`."""

import pandas as pd

from assets.charts import per_day_chart, platform_share_chart
from assets.tables import stage, table
from figuretrail import derive
from schemas import derived as models


@table(model=models.OffencesByPeriod)
def offences_by_period(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Recorded offences by place and period: the best figure, with the spread of what sources say."""
    return derive.offences_by_period(figures, sources)


@table(model=models.OffencesByYear)
def offences_by_year(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Recorded offences by place and offence year; a year that is only implied is computed, and says so."""
    return derive.offences_by_year(figures, sources)


@table(model=models.OffencesPerDay, chart=per_day_chart)
def offences_per_day(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Offences a day by place and period, leap days counted, beside the rate that a source states."""
    return derive.offences_per_day(figures, sources)


@table(model=models.PlatformShareByYear, chart=platform_share_chart)
def platform_share_by_year(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Each platform's share of an offence year's offences: count / base where both are known, else as stated."""
    return derive.platform_share_by_year(figures, sources)


@table(model=models.PlatformShareByPeriod)
def platform_share_by_period(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Each platform's share in any period: half-years, the lockdown quarter, spans of several years."""
    return derive.platform_share_by_period(figures, sources)


@table(model=models.ChangeBetweenPeriods)
def change_between_periods(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """How a place's offences rose or fell between two periods: computed beside stated."""
    return derive.change_between_periods(figures, sources)


@table(model=models.VictimProfile)
def victim_profile(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Victims by place, period, age band and sex: counts and shares."""
    return derive.victim_profile(figures, sources)


@table(model=models.ForceCoverage)
def force_coverage(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """How many police forces answered for a release, and who is missing."""
    return derive.force_coverage(figures, sources)


TABLES = [
    offences_by_period,
    offences_by_year,
    offences_per_day,
    platform_share_by_year,
    platform_share_by_period,
    change_between_periods,
    victim_profile,
    force_coverage,
]

ASSET = stage("derived", TABLES)
