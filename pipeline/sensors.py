"""A watch on the sources' files, for those who keep the UI open while they edit. Off until switched on."""

import dagster as dg

from pipeline.freshness import fingerprints, stale_assets


@dg.sensor(
    asset_selection=dg.AssetSelection.all(),
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="When a source's files change: refresh that source and all that follows from it.",
)
def edited_sources(_context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """A run of what is stale, asked for once for each state of the files."""
    stale = stale_assets()
    if not stale:
        return dg.SkipReason("no source changed since the last refresh")
    return dg.RunRequest(
        run_key="|".join(sorted(fingerprints().values())),
        asset_selection=[dg.AssetKey.from_user_string(asset) for asset in stale],
    )
