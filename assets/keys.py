"""The asset keys of a source: of its files, and of the figures that are read from them.

What belongs here: those two. What does not: the assets themselves (`assets.sources`), whose code, the readers', what
only names a source has no need of.
"""

import dagster as dg


def observed_key(source_id: str) -> dg.AssetKey:
    """The asset key of a source's files."""
    return dg.AssetKey(["source", source_id])


def figures_key(source_id: str) -> dg.AssetKey:
    """The asset key of the figures read from a source."""
    return dg.AssetKey(["figures", source_id])
