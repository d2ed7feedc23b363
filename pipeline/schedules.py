"""The weekly refresh. It is off until somebody switches it on in the UI."""

import dagster as dg

from pipeline.freshness import stale_assets
from pipeline.jobs import refresh_everything


@dg.schedule(
    cron_schedule="0 6 * * 1",
    execution_timezone="Europe/London",
    job=refresh_everything,
    default_status=dg.DefaultScheduleStatus.STOPPED,
    description="On Mondays at six: make what is stale, and all that follows from it.",
)
def weekly_refresh(_context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """A run of the assets that are stale, or the reason why there is none."""
    stale = stale_assets()
    if not stale:
        return dg.SkipReason("nothing changed since the last refresh")
    return dg.RunRequest(asset_selection=[dg.AssetKey.from_user_string(asset) for asset in stale])
