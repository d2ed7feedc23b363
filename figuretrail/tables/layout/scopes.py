"""Lines amid a sheet that speak of all that stands below them: "Everything below is about 71/17 only".

What belongs here: such sentences. What does not: what stands above the first table, which speaks of the whole sheet
(`sheetheads`), and what a table takes from either (`surroundings`).
"""

import functools
import re

from figuretrail.tables.language.words import Words

LONGEST_SCOPE = 200  # characters; what is longer is a letter
_ALL = r"(?:everything|all|the (?:rest|remainder)|what follows)"
_TABLES = r"(?:tables|sections|parts|breakdowns|splits)"  # of "the table below" there is but one
_THINGS = rf"(?:{_TABLES}|figures|numbers|data|counts|rows|results|information)"
_BELOW = r"(?:below|that follows?|which follows?|underneath|from here(?: on)?|on the rest of (?:the|this) sheet)"
_OF_ALL_BELOW = Words(
    rf"^\W*(?:(?:{_ALL}(?: (?:of )?(?:the|these|our|other))?(?: {_THINGS})?|(?:the )?(?:other )?{_TABLES}) {_BELOW}"
    rf"|(?:all )?(?:the )?(?:following|remaining|other) {_TABLES}|(?:the )?(?:rest|remainder) of (?:the|this) sheet)"
    r"\s(?:is|are|relates?|refers?|concerns?|covers?|counts?|shows?|gives?|deals? with|has|have)\b",
    re.I,
)


@functools.lru_cache(maxsize=10_000)
def speaks_of_all_below(text: str) -> bool:
    """Whether a line says something of all that stands below it on its sheet."""
    return len(text) <= LONGEST_SCOPE and _OF_ALL_BELOW.match(text) is not None
