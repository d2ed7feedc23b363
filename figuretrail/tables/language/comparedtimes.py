"""Rows of two times that are compared, with a number for each: "2023 compared with 2022" beside "Earlier", "Later".

What belongs here: labels that are but two times, and which of the two a column is of. What does not: reading the two
times (`periods`), and what a change is a change from where one time alone is named (`changes`).
"""

import dataclasses
import functools
import re
from typing import TYPE_CHECKING

from figuretrail.tables.language.periods import Period, read_comparison
from figuretrail.tables.language.words import Words

if TYPE_CHECKING:
    from figuretrail.tables.figures.context import Account

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


def of_one_time(account: "Account", across: "Account") -> "Account":
    """What labels on a change say under a header that takes one of its two times: the count of "Earlier"."""
    if not takes_one_time(account, across):
        return account
    assert account.comparison is not None and across.side is not None
    return dataclasses.replace(account, unit=None, comparison=None, period=Period(account.comparison[across.side]))


def takes_one_time(account: "Account", across: "Account") -> bool:
    """Whether labels on a change stand under a header that takes one of its two times."""
    said = account.unit == "change" and account.comparison is not None
    return said and across.side is not None and across.unit is None


@functools.lru_cache(maxsize=10_000)
def side_of(text: str) -> int | None:
    """0 for a header of the earlier of two times, 1 for one of the later; None where a text names neither."""
    lower = text.lower()
    return 0 if _EARLIER.fullmatch(lower) else 1 if _LATER.fullmatch(lower) else None
