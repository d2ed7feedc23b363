"""A watch on the sources' files, for those who keep the UI open while they edit. Off until switched on."""

import datetime as dt

import dagster as dg

from pipeline.asking import wanted

STATE = "figuretrail/state"  # the tag of a run: what was found when it was asked for
ATTEMPTS = 3
# A run that was killed looks to Dagster as if it went on. The database is free at a tick, so one that is older than it
# takes to begin is no more.
BEGINS_WITHIN = dt.timedelta(minutes=5)


@dg.sensor(
    asset_selection=dg.AssetSelection.all(),
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="When a source's files change: refresh that source and all that follows from it.",
)
def edited_sources(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """A run of what is stale, asked for again, some times, where nothing came of it: it was killed, or not let in."""
    found = wanted(context.repository_def, faults_too=False)
    if isinstance(found, dg.SkipReason):
        return found
    asked = context.instance.get_run_records(dg.RunsFilter(tags={STATE: found.state}))
    began = dt.datetime.now(dt.UTC) - BEGINS_WITHIN
    if any(not run.dagster_run.is_finished and run.create_timestamp > began for run in asked):
        return dg.SkipReason("what changed is being refreshed")
    if len(asked) >= ATTEMPTS:
        return dg.SkipReason(
            f"found {len(asked)} runs of this that came to nothing; expected one that makes {found.assets[0]}. "
            "To do: see why in the last of them, or in `figuretrail refresh`."
        )
    return dg.RunRequest(
        run_key=f"{found.state}-{len(asked) + 1}", asset_selection=found.keys, tags={STATE: found.state}
    )
