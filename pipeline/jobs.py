"""The jobs that the UI and the schedule can launch."""

import dagster as dg

refresh_everything = dg.define_asset_job(
    "refresh_everything",
    selection=dg.AssetSelection.all(),
    description="Read every source again and make every table, whether or not anything changed.",
)
