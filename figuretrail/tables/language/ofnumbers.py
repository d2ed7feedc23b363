"""Labels that first say of what number they are a part: "of the 62, Snap" below "62 crimes".

What belongs here: finding these words. What does not: which time that number is of (`saidagain`).
"""

import functools
import re

from figuretrail.tables.language.words import Words

_OF_A_NUMBER = Words(
    r"\W*(?:out )?of (?:the|these|those) (?!(?:19|20)\d\d\b)\d[\d,]*(?: (?:crimes|offences))?\s*[,:–-]\s*(?=\S)",
    re.I,
)


@functools.lru_cache(maxsize=10_000)
def number_parted(label: str) -> str:
    """The words with which a label says of what number it is a part: "of the 62," of "of the 62, Snap"; else ""."""
    found = _OF_A_NUMBER.match(label)
    return found[0].strip() if found else ""
