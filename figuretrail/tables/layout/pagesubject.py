"""What a web page says of all its tables: who answered, and for what time the request asks.

What belongs here: the force in a page's title or in "X Police holds ...", and the time of its request. What does not:
which of the page's lines speak of one table (`pageanswers`).
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from figuretrail.tables.files.grid import Workbook
from figuretrail.tables.language.names import Place, place_in
from figuretrail.tables.layout.pageanswers import Request, one_time, time_of
from figuretrail.timespan import Span

_PARTED = re.compile(r"\s+[|:–—-]\s+|\s+/\s+|\s*[|»]\s*")
_OF_POLICE = re.compile(r"\b(?:police|constabulary|heddlu|psni|btp)\b", re.I)


class Subject(NamedTuple):
    """Who answered on a page, the time that was asked for, and the lines that say what all of it is about."""

    place: Place | None = None
    period: Span | None = None
    said: tuple[str, ...] = ()


def subject_of(page: Workbook, request: Request) -> Subject:
    """What a page says of all its tables, for those that say nothing else."""
    titles = page.titles or ()
    above = page.sheets[0].about if page.sheets else ()
    parts = [part for title in titles for part in _PARTED.split(title)]
    told = [part for part in parts if _OF_POLICE.search(part)]
    place = _one_place(told) or _one_place(parts) or _one_place(filter(_OF_POLICE.search, above))
    return Subject(place, _time(titles, request), (*titles, *request.head))


def _one_place(texts: Iterable[str]) -> Place | None:
    """The one force or country that texts name, where they name no other."""
    places = {place for text in texts if (place := place_in(text.lower())) is not None}
    found = places.pop() if len(places) == 1 else None
    return found if found is not None and found.name and found.type != "region" else None


def _time(titles: Sequence[str], request: Request) -> Span | None:
    """The time of what was said after all questions or before them; else that of the questions, or of the title."""
    for lines in (request.after, request.before, tuple(request.questions.values()), titles):
        if any(map(time_of, lines)):
            return one_time(lines)
    return None
