"""Lines that say apart what counts are and what percentages are of: "Nos are crimes. % is of those with a method".

What belongs here: which of the two a sentence speaks of. What does not: which base it names (`wording`) and what
a total holds (`leftout`).
"""

import functools
import re

from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.words import Words

_SENTENCES = re.compile(r"(?<=[^\s.]{2})[.;]\s+|\n")
_OF_SHARES = Words(
    r"\W*(?:the |all |these )?(?:base\b|percentages?\b|per ?cents?\b|proportions?\b|shares?\b|%s?)", re.I
)
_OF_COUNTS = Words(
    r"\W*(?:the |all |these )?(?:no['’]?s?|nos|numbers?|counts?|totals?|figures)\.?\s(?:=|(?:is|are|count|show|give)\b)"
    r"[^.;]{0,40}\b(?:crimes|offences|recorded|all)\b",
    re.I,
)


@functools.lru_cache(maxsize=5_000)
def says_of_shares_alone(text: str) -> bool:
    """Whether each sentence of a line that names a base begins with percentages."""
    based = [sentence for sentence in _SENTENCES.split(text) if read_label(sentence.strip()).base]
    return bool(based) and all(map(_OF_SHARES.match, based))


@functools.lru_cache(maxsize=5_000)
def says_what_counts_are(text: str) -> bool:
    """Whether a sentence of a line says of the counts what they are, with no base: "Nos are crimes."."""
    return any(_OF_COUNTS.match(one) and not read_label(one.strip()).base for one in _SENTENCES.split(text))
