"""Years that roll on from month to month: "Rolling 12 months" over "to Mar 2024", "R12" beside months.

What belongs here: the words for such a year, and which labels say that their numbers are of one. What does not: in
which month it ends (`columns`), and titles that name its end (`settling`).
"""

import functools
import re
from typing import TYPE_CHECKING

from figuretrail.tables.language.words import Words

if TYPE_CHECKING:
    from figuretrail.tables.language.labels import Label

_MONTHS = r"(?:12|twelve)[ -]?(?:months?|mths?|mnths?|m)"
_WRITTEN = Words(
    rf"\b(?:(?:rolling|moving)[ -](?:{_MONTHS}|annual|year)|{_MONTHS}[ -](?:rolling|moving)|r12(?:m(?:ths?)?)?)\b", re.I
)


def as_rolling_year(text: str) -> str:
    """A text in which each way to write such a year is written alike."""
    return _WRITTEN.sub("rolling year", text)


@functools.lru_cache(maxsize=10_000)
def is_of_rolling_year(label: "Label") -> bool:
    """Whether a label says that its numbers are those of the year that ends with the time beside them."""
    if label.unit not in (None, "share") or label.counted == "other":
        return False
    return _WRITTEN.search(label.text) is not None
