"""Where things lie: the catalogue of sources, and all state in one ignored folder.

State is in `data/` in the project or where FIGURETRAIL_HOME says; the catalogue is `sources/` or where
FIGURETRAIL_SOURCES says. What belongs here: paths. What does not: opening or locking anything.
"""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def home() -> Path:
    """The state folder, absolute. It may not exist yet."""
    return Path(os.environ.get("FIGURETRAIL_HOME") or PROJECT / "data").expanduser().resolve()


def sources() -> Path:
    """The catalogue: `articles/` and `foi/`, a folder a source."""
    return Path(os.environ.get("FIGURETRAIL_SOURCES") or PROJECT / "sources").expanduser().resolve()


def originals() -> Path:
    """Original articles that a user added, a folder a source; they never enter the project."""
    return home() / "originals"


def working_database() -> Path:
    """What the pipeline writes; nobody else needs to open it."""
    return home() / "working.duckdb"


def published() -> Path:
    """What readers open: the published database, its exports and the last releases."""
    return home() / "published"


def published_database() -> Path:
    """The published DuckDB file, replaced as a whole by each publication."""
    return published() / "figuretrail.duckdb"


def dagster_home() -> Path:
    """Dagster's own storage: runs, events, schedules."""
    return home() / "dagster"
