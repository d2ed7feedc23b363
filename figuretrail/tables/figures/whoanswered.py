"""Whose answer a workbook is, by the catalogue.

What belongs here: the force or place that a catalogue entry names. What does not: places that the titles of a table
name (`surroundings`), and the force that a page names (`pagesubject`).
"""

import functools

from figuretrail.entry import Entry
from figuretrail.tables.language.names import Place, place_in
from figuretrail.vocabulary.places import force_or_country


def place_of_entry(entry: Entry) -> Place | None:
    """The force or place whose answer it is, by the catalogue."""
    return _place_of(entry.force, entry.place, entry.publisher, entry.title)


@functools.lru_cache(maxsize=1_000)
def _place_of(force: str | None, place: str | None, publisher: str | None, title: str | None) -> Place | None:
    """Whose answer it is, by the catalogue."""
    if force:
        try:
            found = force_or_country(force)
            return Place(found.name, found.type)
        except KeyError:
            named = place_in(force.lower())
            if named is not None and named.name:
                return Place(named.name, named.type)
    if place:
        named = place_in(place.lower())
        if named is not None:
            return named
    for text in (publisher, title):
        named = place_in(text.lower()) if text else None
        if named is not None and named.name:
            return named
    return None
