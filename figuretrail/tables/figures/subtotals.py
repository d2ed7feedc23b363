"""Totals of a part of a force: "Berkshire total" among policing areas is Berkshire's, not the force's.

What belongs here: which totals in a list of places are of some of its entries only, by their words. What does not: the
total of all that is listed (`completing`) and names told by sums (`wholes`).
"""

import functools
import re
from collections.abc import Sequence

from figuretrail.tables.language.districtnames import names_districts
from figuretrail.tables.language.labels import Label, settled
from figuretrail.tables.language.wording import TOTAL
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.regions import Table

_Said = tuple[Label, str | None]  # a label with the axis of its column
_PLACES = ("place", "unit")
_TOTAL_WORDS = Words(
    r"\b(?:sub|grand|overall|totals?|subtotals?|sum|all|whole|the|for|of|in|and|combined|together|offences|crimes|recorded"
    r"|police|force|constabulary|service|counties|county|areas?|districts?|boroughs?|divisions?|lp[atu]s?|bcus?|csps?"
    r"|commands?|units?|wards?|sectors?|towns?|wide)\b|[^\w]+",
    re.I,
)
_SUB = Words(r"\bsub[- ]?totals?\b", re.I)


def totals_of_parts(columns: Sequence[Sequence[_Said | None]], table: Table) -> list[Sequence[_Said | None]]:
    """The labels of rows, column by column, with the totals of parts of a force read as those parts."""
    placed = [[said for said in column if said and said[1] in _PLACES] for column in columns]
    totals = {label: _named(label) for column in placed for label, _ in column if label.total}
    if not totals:
        return list(columns)  # as nearly all tables
    whole = [label for label, name in totals.items() if _of_all(label, name)]
    entries = {_named(label) for column in placed for label, _ in column if not label.total and _unknown(label)}
    listed = set(entries)
    entries |= {_bare(line.text) for line in (*table.sections.values(), *table.titles[:1])}
    parts: dict[Label, Label] = {}
    for label, name in totals.items():
        of_entry = bool(name) and (name in entries or _begins_some(name, listed))
        by_name = bool(name) and _unknown(label) and any(other is not label for other in whole) and _proper(label)
        by_itself = not name and not table.sections and _SUB.search(label.text) and any(o is not label for o in whole)
        if of_entry or by_name or by_itself:
            parts[label] = settled(label, total=False, place=None)
    if not parts:
        return list(columns)
    return [[(parts.get(said[0], said[0]), said[1]) if said else None for said in column] for column in columns]


@functools.lru_cache(maxsize=10_000)
def is_total_of_district(text: str) -> bool:
    """Whether a total is that of a known district or county, which is no force: "Oxfordshire total"."""
    name = _bare(text)
    return bool(name) and TOTAL.search(text.lower()) is not None and names_districts(name)


def _begins_some(name: str, entries: set[str]) -> bool:
    """Whether what a total is of begins several entries, but not all: "Stoke" among "Stoke North", "Stoke South"."""
    begun = sum(entry.startswith(f"{name} ") for entry in entries)
    return 1 < begun < len(entries)


def _unknown(label: Label) -> bool:
    return label.place is None or label.place.name is None


def _of_all(label: Label, name: str) -> bool:
    """Whether a total is that of all that is listed: "Grand total", "Kent Police total"."""
    return (not name and not _SUB.search(label.text)) or not _unknown(label)


def _named(label: Label) -> str:
    """What a total is of, in lower case; "" where it says it of nothing."""
    return _bare(label.text)


def _bare(text: str) -> str:
    return _TOTAL_WORDS.sub(" ", text).strip().lower()


def _proper(label: Label) -> bool:
    """Whether what a total is of is a name: "Wirral total", but not "Total excluding the airport"."""
    words = _TOTAL_WORDS.sub(" ", label.text).split()
    return bool(words) and all(word[0].isupper() for word in words)
