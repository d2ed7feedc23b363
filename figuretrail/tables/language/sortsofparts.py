"""Parts of a force that are named by their sort alone: "City" beside "County North" and "County South".

What belongs here: a line of labels in which such words tell each other's meaning. What does not: points of the compass
(`layout.settling`) and names of districts (`districtnames`).
"""

import functools
import re
from collections.abc import Sequence

from figuretrail.tables.language.labels import Label, settled
from figuretrail.tables.language.names import Place

LONGEST = 40  # characters of a label that may be but a part's name
_NAMED = re.compile(
    r"(?:the )?(?:(?P<point>(?:(?:mid|north|south|east|west|central|inner|outer)(?:ern)?[ -])+))?"
    r"(?P<name>(?:[a-z'’-]+ ){1,3}\(?)??(?P<sort>city|town|count(?:y|ies)|rural|urban)\b(?P<rest>.*)"
)
_UNIT = re.compile(
    r"\W*(?:cent(?:re|er)|divisions?|districts?|areas?|commands?|units?|lp[atu]s?|bcus?|csps?|npts?|policing|local"
    r"|basic|\s)*\W*"
)
_FOUND_ALONE = ("city", "town")  # beside points of the compass, too; "County" may be all that they make up


def parts_by_sort(labels: Sequence[Label]) -> Sequence[Label]:
    """Take "City" and "County", or "City" and what else is a part of a force, for parts of it; not among forces.

    Alone "City" and "County" are names of lists: what they stand beside tells that they are entries. Beside "Leicester
    City" the county of a force's name is not its whole area.
    """
    sorts = [_sort_of(label.text) for label in labels]
    if not any(sort and (sort[1] or _may_be_a_county(label, sort)) for label, sort in zip(labels, sorts, strict=True)):
        return labels  # as nearly all lines
    named = {label.place.name for label in labels if label.place and label.place.name}
    if len(named) > 1 or any(label.platforms for label in labels):
        return labels
    nameless = any(
        label.place is not None and label.place.name is None and sort is None
        for label, sort in zip(labels, sorts, strict=True)
    )
    told = {sort for sort in sorts if sort}
    if len({sort for sort, _ in told}) < 2 and not (nameless and all(sort in _FOUND_ALONE for sort, _ in told)):
        return labels
    return [
        settled(label, place=Place(None, None), dimension=None, understood=True)
        if sort and not label.total and (label.place is None or _may_be_a_county(label, sort))
        else label
        for label, sort in zip(labels, sorts, strict=True)
    ]


def _may_be_a_county(label: Label, sort: tuple[str, bool]) -> bool:
    """Whether a force's name says that it is a county's: "Leicestershire County"."""
    return sort[0] == "county" and label.roles == {"place"} and label.place is not None and label.place.type == "force"


@functools.lru_cache(maxsize=10_000)
def _sort_of(text: str) -> tuple[str, bool] | None:
    """Of which sort a label says a part of a force is, and whether it says nothing else: "City division"."""
    found = _NAMED.fullmatch(text.strip(" .:*").lower()) if len(text) <= LONGEST else None
    if found is None:
        return None
    sort = "county" if found["sort"].startswith("count") else found["sort"]
    alone = _UNIT.fullmatch(found["rest"]) is not None
    if found["name"] and not alone:
        return None
    return sort, alone and not found["point"] and not found["name"]
