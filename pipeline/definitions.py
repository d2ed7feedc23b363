"""The Dagster definitions: the same graph for the command line, the UI, the schedule and the tests.

`build_defs` gives definitions for any set of source folders, so that a test can swap them without patching.
"""

import functools
from pathlib import Path

import dagster as dg

from assets import audit, derived
from assets.figures import tables_together
from assets.publication import publication_assets
from assets.sources import source_assets
from assets.tables import stage
from figuretrail import catalogue
from pipeline.checks import audit_checks, model_checks, source_checks
from pipeline.jobs import refresh_everything
from pipeline.resources import warehouse
from pipeline.schedules import weekly_refresh
from pipeline.sensors import edited_sources


@functools.cache
def build_defs(folders: tuple[Path, ...]) -> dg.Definitions:
    """The definitions over the sources in `folders`."""
    together = tables_together(folders)
    names = [table.name for table in (*together, *derived.TABLES, *audit.TABLES)]
    return dg.Definitions(
        assets=[
            *source_assets(folders),
            stage("figures", together),
            derived.ASSET,
            audit.ASSET,
            *publication_assets(names),
        ],
        asset_checks=[model_checks(names), source_checks(folders), audit_checks()],
        jobs=[refresh_everything],
        schedules=[weekly_refresh],
        sensors=[edited_sources],
        resources={"warehouse": warehouse},
        # A run of several processes would cost ten times as much and fight over the DuckDB file.
        executor=dg.in_process_executor,
    )


def current_defs() -> dg.Definitions:
    """The definitions over the catalogue as it is now."""
    return build_defs(tuple(catalogue.folders()))


defs = current_defs()
