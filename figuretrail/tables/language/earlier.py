"""Numbers of the same time a year before: "Same 12 months a year earlier", "Previous year" beside "Year to June 2023".

What belongs here: which labels say so. What does not: the time that they are moved from (`columns`), changes from one
year to the next (`changes`), and questions about "the following year" (`completing`).
"""

import re

from figuretrail.tables.language.labels import Label
from figuretrail.tables.language.words import Words

_TIME = r"(?:(?:\d{1,2}|one|two|three|six|nine|twelve)[ -])?(?:months?|period|quarters?|time|weeks?|years?|dates?)"
_A_YEAR = r"(?:(?:(?:a|one|1|the) )?(?:full )?year|(?:12|twelve) months)"
_LAST = r"(?:(?:of |in |for |from )?(?:the )?(?:previous|prior|last|preceding) (?:(?:(?:financial|calendar) )?year|fy))"
_OF_YEAR_BEFORE = Words(
    rf"\b(?:the )?(?:same|equivalent|corresponding) {_TIME}\b.{{0,12}}?"
    rf"\b(?:{_A_YEAR} (?:earlier|before|ago|previously)|{_LAST})\b"
    rf"|^\W*(?:recorded |offences |crimes |count |number )*(?:{_A_YEAR} (?:earlier|before|ago|previously)"
    rf"|{_LAST}(?:['’]s)?(?: (?:figure|total|count|number)s?)?|(?:previous|prior|preceding) (?:12|twelve) months)\W*$",
    re.I,
)


def is_of_year_before(label: Label) -> bool:
    """Whether a label says that its numbers are those of a year before the time that the others are of."""
    if label.period is not None or label.unit == "change" or label.counted == "other":
        return False
    return _OF_YEAR_BEFORE.search(label.text) is not None
