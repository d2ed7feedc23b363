"""The audit tables: every stated number checked against every other, and sources against each other."""

import dagster as dg

ASSETS: list[dg.AssetsDefinition] = []
