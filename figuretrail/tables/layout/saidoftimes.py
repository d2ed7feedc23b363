"""Lines that say something of a time which heads columns: "FYE 2024 is the financial year ending on 31 March 2024".

What belongs here: telling such a sentence from the name of a section. What does not: what it says of the time
(`yearnotes`, `cutting`), and notes that are known by their first words (`lone`).
"""

import functools
import re

from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.words import Words

_NUMBERS = r"(?:figures|numbers|data|counts|totals|records|offences|crimes|columns?|years?)"
_SENTENCE = Words(
    rf"^\W*(?:(?:the )?(?:{_NUMBERS} (?:for|in|of|from|headed|marked) )?)(?P<name>[\w/ .–-]{{4,40}}?)(?: {_NUMBERS})?"
    r"[\"'”’]?\s(?:is|are|was|were|means?|refers? to|relates? to|stands? for|denotes?|covers?|runs?|may|should|must|has"
    r"|have|includes?|excludes?|does|do|will|cannot|can)\b",
    re.I,
)


@functools.lru_cache(maxsize=10_000)
def is_said_of_a_time(text: str) -> bool:
    """Whether a line is a sentence on a time, rather than a heading: "Figures for 2023/24 are provisional"."""
    found = _SENTENCE.match(text)
    if found is None:
        return False
    named = read_label(found["name"])
    return named.period is not None and named.roles == {"period"}
