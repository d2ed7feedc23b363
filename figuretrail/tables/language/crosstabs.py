"""What a statistics program writes over a table that crosses two lists: "Platform * FinYear", "% within FinYear".

What belongs here: such labels, which name lists rather than entries. What does not: the lists' names (`listnames`).
"""

import functools
import re

from figuretrail.tables.language import listnames
from figuretrail.tables.language.shorthand import spelled_out
from figuretrail.tables.language.words import open_in

_CROSSED = re.compile(r"\s*([^*×|]{2,40}?)\s+[*×]\s+([^*×|]{2,40}?)(?: cross-?tab(?:ulation)?)?\s*", re.I)
_WITHIN = re.compile(r"\W*(?:row |column |col )?(?:%|per ?cent(?:age)?)\swithin ([^%]{2,40})", re.I)


def list_of(heading: str) -> str | None:
    """The list that a heading names, words that are glued together parted: "FinYear"."""
    name = spelled_out(heading.replace("_", " ")).lower().strip(" .:")
    found = open_in(name, listnames.DIMENSION_PATTERNS)
    return next((dimension for pattern, dimension in found if pattern.fullmatch(name)), None)


@functools.lru_cache(maxsize=10_000)
def lists_crossed(text: str) -> frozenset[str]:
    """The lists that a label says are crossed: "Platform * FinYear"; none where it says something else."""
    crossed = _CROSSED.fullmatch(text)
    lists = [list_of(name) for name in crossed.groups()] if crossed else []
    return frozenset(filter(None, lists)) if None not in lists else frozenset()


@functools.lru_cache(maxsize=10_000)
def within_list(text: str) -> str | None:
    """Within which list a label says that shares add up to a hundred: "% within FinYear"; None where it doesn't."""
    found = _WITHIN.fullmatch(text)
    return list_of(found[1]) if found else None
