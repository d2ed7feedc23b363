"""Rows of two times that are compared, with a number for each: "2023 compared with 2022" beside "Earlier", "Later".

What belongs here: labels that are but two times, and headers of one of two. What does not: reading the two times
(`periods`), what a number counts under such labels (`sides`), and changes from a time that is not named (`changes`).
"""

import functools
import re

from figuretrail.tables.language.periods import read_comparison
from figuretrail.tables.language.words import Words

LONGEST_LABEL = 80  # characters; what is longer is a title, which heads counts as well
_JOINT = Words(
    r"(?<=\d)\)?,? (?:against|on|over|versus|vs?\.?|(?:(?:as )?compared|relative) (?:to|with|against)) (?=[^,;]*\d)"
)
_COUNTS = Words(r"\b(?:offen[cs]es?|crimes?|victims?|recorded|numbers?|counts?|totals?|children|girls|boys|aged?)\b")
_ITS_WORDS = r"(?: (?:period|year|time|one|of the two|figure|number|count|offences|total))*"
_EARLIER = Words(rf"\W*(?:the )?(?:earlier|previous|prior|before){_ITS_WORDS}\W*")
_LATER = Words(rf"\W*(?:the )?(?:later|latest|current|after|more recent){_ITS_WORDS}\W*")
# "on yr before", "% v previous year"
_ON_TIME_BEFORE = Words(
    r"\W*(?:on|vs?\.?|versus|against|over|compared (?:with|to|on)|cf\.?) (?:the )?"
    r"(?:(?:yr|year|mth|month|qtr|quarter|period) (?:before|earlier)"
    r"|(?:previous|prev\.?|prior|preceding|last) (?:yr|year|mth|month|qtr|quarter|period))\W*",
    re.I,
)


def compares_times(lower: str) -> bool:
    """Whether a label in lower case is but times that are compared: "2023/24 against 2022/23", "on yr before"."""
    if _ON_TIME_BEFORE.fullmatch(lower):
        return True
    if len(lower) > LONGEST_LABEL or not _JOINT.search(lower) or _COUNTS.search(lower):
        return False
    return read_comparison(lower) is not None


@functools.lru_cache(maxsize=10_000)
def side_of(text: str) -> int | None:
    """0 for a header of the earlier of two times, 1 for one of the later; None where a text names neither."""
    lower = text.lower()
    return 0 if _EARLIER.fullmatch(lower) else 1 if _LATER.fullmatch(lower) else None
