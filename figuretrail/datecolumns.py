"""Periods of whole columns: which offence year a row counts, how many days, and the same period a year before.

What belongs here: date columns in, date columns out. What does not: single spans (`figuretrail.timespan`) and how a
source names a period (the readers).
"""

import pandas as pd

WEEK = 7  # days by which a period may miss whole months and still be read as those months
DAY = pd.Timedelta(days=1)


def whole_months(start: pd.Series, end: pd.Series) -> tuple[pd.Series, pd.Series]:
    """The whole months that a period stands for, give or take a week: 3 April to 2 April is the offence year.

    The law came into force on 3 April 2017, so that its first year and the offence year 2017/18 count the same
    offences. A period shorter than four weeks stays as it is.
    """
    long = (end - start) >= pd.Timedelta(days=4 * WEEK - 1)
    early = start.dt.day.le(WEEK) & long
    over = end.dt.day.lt(WEEK) & long
    first = start.where(~early, start - pd.to_timedelta((start.dt.day - 1).fillna(0), unit="D"))
    last = end.where(~over, end - pd.to_timedelta(end.dt.day.fillna(0), unit="D"))
    return first.astype("datetime64[us]"), last.astype("datetime64[us]")


def add_years(day: pd.Series, count: int) -> pd.Series:
    """The dates moved by whole years, 29 February to the 28th."""
    return (day + pd.DateOffset(years=count)).astype("datetime64[us]")


def year_before(start: pd.Series, end: pd.Series) -> tuple[pd.Series, pd.Series]:
    """The same period one year earlier; a last day of February stays one."""
    return add_years(start, -1), (add_years(end + DAY, -1) - DAY).astype("datetime64[us]")


def years_spanned(start: pd.Series, end: pd.Series) -> pd.Series:
    """How many whole offence years (1 April to 31 March) a period is; 0 where it is not made of those."""
    aligned = start.dt.month.eq(4) & start.dt.day.eq(1) & end.dt.month.eq(3) & end.dt.day.eq(31)
    return (end.dt.year - start.dt.year).where(aligned, 0).fillna(0).astype(int)


def offence_year(start: pd.Series) -> pd.Series:
    """The label of the offence year that begins with `start`: "2017/18"."""
    year = start.dt.year
    return pd.Series([f"{y}/{(y + 1) % 100:02d}" for y in year], index=start.index, dtype="str")


def days(start: pd.Series, end: pd.Series) -> pd.Series:
    """How many days a period has, its first and last included, leap days counted."""
    return ((end - start).dt.days + 1).astype("Int64")
