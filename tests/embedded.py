"""The embedded sources as they are published: read, with the corrections that are declared beside them applied.

What belongs here: their figures, their catalogue, and the tables derived of them. What does not: what a test expects.
"""

from functools import cache

import pandas as pd

from assets.sources import read_folder, sources_frame
from figuretrail import derive
from figuretrail.catalogue import folders
from figuretrail.frames import figures_frame


@cache
def embedded() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The figures and the catalogue. Fails where a source can't be read or a correction does not fit it."""
    readings = [read_folder(folder) for folder in folders()]
    faults = [str(reading.fault) for reading in readings if reading.fault is not None]
    assert faults == []
    figures = figures_frame([figure for reading in readings for figure in reading.figures])
    return figures, sources_frame([reading.source for reading in readings if reading.source is not None])


@cache
def derived(table: str) -> pd.DataFrame:
    """A derived table of them; nobody changes it."""
    return derive.TABLES[table](*embedded())
