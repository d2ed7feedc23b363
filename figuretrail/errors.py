"""The one error for input that can't be used: which file, which place in it, what was found, expected, and to do."""

import traceback
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


def told_with_its_line(error: Exception) -> str:
    """An error of the program itself: its kind, its words, and the line of the program where it happened."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}, line {last.lineno})"
