"""Times under names that a sheet gives them: "yr 1 = 1/4/20 - 31/3/21" above "yr 1", "P2: April to June 2022" below it.

What belongs here: such names, and the labels that are nothing but one of them. What does not: a key's marks (`notes`),
and titles that say in which month all years end (`settling`).
"""

import dataclasses
import functools
import re

from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.language.labels import Label, read_label, settled
from figuretrail.tables.language.periods import Period
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.regions import Table

LONGEST_NAME = 16  # characters
LONGEST_LINE = 300  # characters; what is longer is a letter
# "yr 1 = 1/4/20 - 31/3/21, yr 2 = ...", "Year A is April 2020 to March 2021"
_DEFINED = Words(
    r"(?:^|[.,;:(–]\s*|\band\s+|\()(?:the )?(?P<name>[^\W\d][\w'/]*(?:[ .-]{1,2}\w{1,9})?)['\"]?"
    r"(?:\s*=\s*|\s*:\s+|\s+(?:is|means|runs|covers|was)\s+(?:from\s+)?)"
    r"(?P<time>\(?[^=;:]{4,48}?)"
    r"(?=\s*(?:[;,)]|\.(?:\s|$)|$|\band\s+(?:the )?[^\W\d][\w' .-]{0,14}\s*(?:=|:|\bis\b|\bmeans\b)))",
    re.I,
)


@functools.lru_cache(maxsize=5_000)
def times_named(text: str) -> tuple[tuple[str, Period], ...]:
    """The names, in lower case, that a line gives to times, each with its time; none in nearly all lines."""
    if len(text) > LONGEST_LINE:
        return ()
    found = {}
    for one in _DEFINED.finditer(text):
        name, time = one["name"].strip().lower(), read_label(one["time"].strip(" ("))
        span = time.period.span if time.period else None
        plain = span is not None and None not in span and not (time.roles - {"period"}) and time.counted is None
        if plain and time.period is not None and time.period.kind != "day" and _is_bare_name(name):
            found[name] = time.period
    return tuple(found.items())


_NUMBERED = re.compile(r"(?<!\d)\d{1,2}$|\b[a-h]$")


def _is_bare_name(name: str) -> bool:
    """Whether a name says nothing itself, so that only the line which explains it does: "yr 1", "P2", "col A"."""
    if len(name) > LONGEST_NAME:
        return False
    label = read_label(name)
    says = label.roles - {"age"} or label.unit or label.counted or label.unknown or label.dimension or label.total
    return not says and (_NUMBERED.search(name) is not None or not label.understood)


def with_named_times(headers: Headers, table: Table) -> Headers:
    """The headers with the time of each label that a line about the table gives a time."""
    told: dict[str, Period] = {}
    lines = [*table.titles, *table.notes]
    for line in lines:
        if named := times_named(line.text):
            told |= dict(named)
    several = len({line.row for line in lines}) < len(lines)
    beside = {(line.row, line.column): line.text for line in lines} if several else {}
    for (row, index), text in beside.items():
        if time := beside.get((row, index + 1)):  # a key of two columns
            told |= dict(times_named(f"{text.strip(' =:')} = {time}"))
    if not told:
        return headers  # as nearly all tables
    for column in headers.columns:
        column.headers = tuple([_timed(label, told) for label in column.headers])
    rows = {row: tuple([(_timed(one, told), axis) for one, axis in said]) for row, said in headers.rows.items()}
    return dataclasses.replace(headers, rows=rows)


def _timed(label: Label, told: dict[str, Period]) -> Label:
    """A label that is but the name of a time as that time."""
    period = told.get(label.text.strip().lower())
    return label if period is None else settled(label, period=period, ages=None, kind=None, understood=True)
