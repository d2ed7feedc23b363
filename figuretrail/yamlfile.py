"""Reading a YAML file that people write, with the line and column of what is wrong in it."""

from pathlib import Path
from typing import Any

import yaml

from figuretrail.errors import SourceError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where the wheel has it: ten times as fast


def parse(path: Path, *, expected: str) -> Any:
    """What the file holds. Raises SourceError that names the line and column where it is no YAML."""
    try:
        return yaml.load(path.read_bytes(), Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "text that is no YAML"
        raise SourceError(path, where, found=str(problem), expected=expected, remedy="correct that line") from None
