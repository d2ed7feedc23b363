"""Code versions, worked out from the code: what an asset's rows would change with, besides its inputs.

What belongs here: hashing modules and reference tables. What does not: versions written by hand; there are none.
"""

import functools
import hashlib
from pathlib import Path

from figuretrail.home import PROJECT
from figuretrail.vocabulary.reference import REFERENCE

_CORE = (
    "figuretrail/figure.py",
    "figuretrail/frames.py",
    "figuretrail/joining.py",
    "figuretrail/timespan.py",
    "figuretrail/vocabulary",
)


@functools.cache
def code_version(*parts: str) -> str:
    """A hash of the Python files under `parts` (paths in the project) and of what every part leans on."""
    return _hash([file for part in (*_CORE, *parts) for file in python_files(PROJECT / part)] + reference_files())


@functools.cache
def project_version() -> str:
    """A hash of all the pipeline's code and reference tables: while it stands, no code version can have changed."""
    packages = ("figuretrail", "schemas", "assets", "pipeline")
    files = [file for package in packages for file in python_files(PROJECT / package)]
    return _hash([*files, *reference_files(), PROJECT / "requirements.lock"])


def python_files(path: Path) -> list[Path]:
    """The module at `path`, or all those below it and the data files beside them."""
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix in (".py", ".csv", ".toml", ".yaml"))


def reference_files() -> list[Path]:
    """The tables under sources/reference."""
    return sorted(REFERENCE.glob("*.csv"))


def _hash(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(PROJECT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
