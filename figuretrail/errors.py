"""The one error for input that can't be used: which file, which place in it, what was found, expected, and to do."""

from pathlib import Path


class SourceError(Exception):
    """A source, or a part of one, that can't be used.

    Its text has the five parts in one line, so that a log, a terminal and a Dagster event all show the whole of it.
    """

    def __init__(self, file: Path | str, place: str, *, found: str, expected: str, remedy: str) -> None:
        self.file = str(file)
        self.place = place
        self.found = found
        self.expected = expected
        self.remedy = remedy
        where = f"{self.file}, {place}" if place else self.file
        super().__init__(f"{where}: found {found}; expected {expected}. To do: {remedy}")
