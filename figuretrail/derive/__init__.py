"""What is worked out from the figures: frames in, frames out, one function a table.

What belongs here: the derived tables. What does not: reading figures (`text`, `tables`), and checking them against one
another (`audit`). Every function takes the frames `figures` and `sources` and gives a frame of its table's columns
(`schemas.derived`), sorted, the same in every run.
"""

from collections.abc import Callable

import pandas as pd

from figuretrail.derive.changes import change_between_periods
from figuretrail.derive.counts import offences_by_period, offences_by_year, offences_per_day
from figuretrail.derive.coverage import force_coverage
from figuretrail.derive.shares import platform_share_by_period, platform_share_by_year
from figuretrail.derive.victims import victim_profile

TABLES: dict[str, Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]] = {
    "offences_by_period": offences_by_period,
    "offences_by_year": offences_by_year,
    "offences_per_day": offences_per_day,
    "platform_share_by_year": platform_share_by_year,
    "platform_share_by_period": platform_share_by_period,
    "change_between_periods": change_between_periods,
    "victim_profile": victim_profile,
    "force_coverage": force_coverage,
}

__all__ = ["TABLES", *TABLES]
