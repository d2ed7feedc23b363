"""Headings that divide by their victims the offences counted beside them: "of these - victim" over "female" | "male".

What belongs here: the words of such a heading. What does not: parts that a row names itself ("of which
girls", `context`).
"""

import re

from figuretrail.tables.language.words import Words

_OF = r"(?:out )?of (?:these|those|which|whom|them|the above|the same)(?: (?:offences|crimes|cases|incidents))?"
_VICTIM = (
    r"(?:the )?(?:(?:sex|gender|ages?) of )?(?:the )?(?:child )?victims?(?:['\u2019]s|s['\u2019])?"
    r"(?: (?:is|are|was|were|being|by))*(?: (?:sex|gender|ages?|aged))?"
)
_DIVIDES = Words(
    rf"\W*(?:q?\d{{1,2}}[a-h]?[.):]\s*)?{_OF}\W+(?:with |where |had |by |involving )?(?:an? )?{_VICTIM}\W*", re.I
)


def splits_those_before(text: str) -> bool:
    """Whether a heading says of which sex or age the victims were in offences counted before."""
    return _DIVIDES.fullmatch(text) is not None
