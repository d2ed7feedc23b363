"""What the last publication wrote, and whether it stands: known from a note beside the exports, without a database.

What belongs here: the places of the published files, the note, and comparing it with what is there; commands that
should start at once ask for it. What does not: writing any of those files (`assets.release_files`).
"""

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path

from figuretrail.history import is_release, release_number
from figuretrail.home import published, published_database

NOTE = "release.json"  # beside an export's folders: what was written with it
LINKS = ("csv", "history")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Written:
    """What the last publication wrote, and the size and time of its files as it left them, by their path."""

    release: str
    folder: str
    code: str
    tables: list[str]
    versions: dict[str, str]
    files: dict[str, list[int]]

    def still_has(self, path: Path) -> bool:
        """Whether the file is there as it was left."""
        return path.is_file() and self.files.get(path.relative_to(published()).as_posix()) == stamp(path)

    def has_rows_of(self, table: str, versions: Mapping[str, str]) -> bool:
        """Whether it holds the table in the version that is to be published."""
        return table in versions and versions[table] == self.versions.get(table)


def stamp(path: Path) -> list[int]:
    """A file's size and time: what tells that somebody wrote to it."""
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]


def releases_folder() -> Path:
    """Where the last releases are kept, a DuckDB file each."""
    return published() / "releases"


def kept_release(release: str) -> Path:
    """The file of one kept release."""
    return releases_folder() / f"{release}.duckdb"


def kept_releases() -> list[Path]:
    """The files of the kept releases, the oldest first; files of other names are not ours."""
    found = [path for path in releases_folder().glob("*.duckdb") if is_release(path.stem)]
    return sorted(found, key=lambda path: release_number(path.stem))


def last_written() -> Written | None:
    """What the last publication wrote; None where there was none yet, or its note is none of ours."""
    note = (published() / "csv").resolve().parent / NOTE
    try:
        return Written(**json.loads(note.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def fault() -> str | None:
    """What of the published files is not as the last publication left it, in a few words; None where all of it is."""
    database = published_database()
    for path in (database, *(published() / name for name in LINKS)):
        if not path.exists():
            return f"{_name(path)} is gone"
    last = last_written()
    if last is None:
        return f"{_name(published() / 'csv')} is not as it was written"
    for path in map(published().joinpath, last.files):
        if not last.still_has(path):
            return f"{_name(path)} {'was changed' if path.exists() else 'is gone'}"
    return None if last.still_has(database) else f"{_name(database)} was changed"


def _name(path: Path) -> str:
    return path.relative_to(published().parent).as_posix()
