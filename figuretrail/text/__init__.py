"""Article -> figures: load, clean, sentences, numbers, periods, places, platforms, measures, resolve."""

import dataclasses
import datetime as dt
from pathlib import Path

from figuretrail.entry import Entry
from figuretrail.figure import Figure


@dataclasses.dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read: its body (after the front matter) and what its front matter says."""

    body: str
    entry: Entry


def load(path: Path) -> Article:
    """placeholder"""
    raise NotImplementedError


def extract(
    body: str, *, published: dt.date | None = None, title: str | None = None, place: str | None = None
) -> list[Figure]:
    """placeholder"""
    raise NotImplementedError
