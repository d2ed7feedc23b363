"""Rows of the whole force in tables that are headed with a part of it: "Force total" below "West LPA".

What belongs here: which rows and columns speak of the force by their words. What does not: totals of parts
(`subtotals`) and the totals of several forces (`forcetotals`).
"""

import re

from figuretrail.tables.figures.context import Account, changed
from figuretrail.tables.figures.surroundings import Surroundings
from figuretrail.tables.language.names import Place
from figuretrail.tables.language.words import Words

_UNITS = r"(?:areas?|districts|boroughs|divisions|lp[atu]s|bcus|csps|commands?|units|counties|authorities)"
_WHOLE = Words(
    r"\W*(?:(?:the|a|all|whole|entire|total|totals|grand|overall|for|of)\W+)*(?:police )?(?:force|constabulary)"
    r"(?:[ -](?:wide|area|as a whole))*(?:[ -:]+(?:grand |overall )?totals?)?\W*"
    rf"|\W*(?:(?:total|totals|for|of|the)\W+)*all (?:\w+ )?{_UNITS}(?:[ -:]+totals?)?\W*",
    re.I,
)


def names_whole_force(label: str) -> bool:
    """Whether a label speaks of the whole force, or of all of its parts: "Force total"."""
    return _WHOLE.fullmatch(label) is not None


def place_whole_force(line: list[Account], around: Surroundings, titled: tuple[Place | None, str | None]) -> None:
    """Give what speaks of the whole force the place of that, where a title over the table names but a part."""
    place, distance = titled
    if place is None or place.name is not None or distance not in ("title", "section"):
        return  # as nearly all tables
    for number, account in enumerate(line):
        if account.place is None and account.texts and names_whole_force(account.texts[0]):
            line[number] = changed(account, place=around.place_of_all()[0])
