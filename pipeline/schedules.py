"""The weekly refresh. It is off until somebody switches it on in the UI."""

import dagster as dg

from pipeline.asking import wanted
from pipeline.jobs import refresh_everything


@dg.schedule(
    cron_schedule="0 6 * * 1",
    execution_timezone="Europe/London",
    job=refresh_everything,
    default_status=dg.DefaultScheduleStatus.STOPPED,
    description="On Mondays at six: make what is stale, and all that follows from it.",
)
def weekly_refresh(context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """A run of the assets that are stale, or the reason why there is none."""
    found = wanted(context.repository_def, faults_too=True)
    return found if isinstance(found, dg.SkipReason) else dg.RunRequest(asset_selection=found.keys)
