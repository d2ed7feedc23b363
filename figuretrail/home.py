"""Where all state lives: one ignored folder, `data/` in the project or what FIGURETRAIL_HOME names.

What belongs here: the paths in that folder. What does not: opening or locking anything in it.
"""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def home() -> Path:
    """The state folder, absolute. It may not exist yet."""
    return Path(os.environ.get("FIGURETRAIL_HOME") or PROJECT / "data").expanduser().resolve()


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
