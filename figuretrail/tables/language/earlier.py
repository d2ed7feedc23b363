"""Numbers of the same time a year before: "Same 12 months a year earlier", "Previous year" beside "Year to June 2023".

What belongs here: which labels say so. What does not: the time that they are moved from (`columns`), changes from one
year to the next (`changes`), and questions about "the following year" (`completing`).
"""

import re

from figuretrail.tables.language.labels import Label
from figuretrail.tables.language.rolling import as_rolling_year
from figuretrail.tables.language.words import Words

_TIME = r"(?:(?:\d{1,2}|one|two|three|six|nine|twelve)[ -])?(?:months?|period|quarters?|time|weeks?|years?|dates?)"
_A_YEAR = r"(?:(?:(?:a|one|1|the) )?(?:full )?year|(?:12|twelve) months)"
_BEFORE = r"(?:previous|prior|prev\.?|preceding)"
_LAST = rf"(?:(?:of |in |for |from )?(?:the )?(?:{_BEFORE}|last) (?:(?:(?:financial|calendar|fiscal) )?(?:year|yr)|fy))"
# "PY", "LY", "PFY": the previous, the last year as reporting tools write it; "SPLY" is the same period of it
_CUT_SHORT = r"(?:s?p[lp]y|[pl]f?y|pcp)"
_COUNTS = (
    r"(?:(?:rolling year|recorded|offences?|crimes?|counts?|numbers?|incidents?|total|volume|figures?|no|of)\b[\s.:-]*)"
)
_OF_YEAR_BEFORE = Words(
    rf"\b(?:the )?(?:same|equivalent|corresponding) {_TIME}\b.{{0,12}}?"
    rf"\b(?:{_A_YEAR} (?:earlier|before|ago|previously)|{_LAST}|{_CUT_SHORT})\b"
    rf"|^\W*{_COUNTS}*\(?(?:{_A_YEAR} (?:earlier|before|ago|previously)"
    rf"|{_LAST}(?:['’]s)?|{_BEFORE} (?:(?:12|twelve) months|rolling year)|{_CUT_SHORT}\b)\W*{_COUNTS}*\W*$",
    re.I,
)


def is_of_year_before(label: Label) -> bool:
    """Whether a label says that its numbers are those of a year before the time that the others are of."""
    if label.period is not None or label.unit == "change" or label.counted == "other":
        return False
    return _OF_YEAR_BEFORE.search(as_rolling_year(label.text)) is not None
