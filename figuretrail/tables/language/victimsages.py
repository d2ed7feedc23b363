"""Labels that name a time, a place or a product and say besides of what age the victims were.

"Victims in 2020, aged 10 to 12", "Snapchat, victims under 13"; but no victim's age is said by "12-13" among years or
by "Yubo (13-17)". What belongs here: the words by which a victim's age is told from other numbers. What does not:
reading the age itself (`labels`).
"""

import functools
import re

from figuretrail.tables.language.words import Words

_AGE = r"(?:\d|under|over|up to|below)"
_AGED = Words(rf"\bage[ds]?\b:? {_AGE}|\d[ -]?(?:years?|yrs?)[ -]olds?\b", re.I)
_OF_VICTIMS = Words(
    r"\b(?:victims?|children|child|girls?|boys?|females?|males?),?(?: (?:who|that|was|were|is|are|being|all))*,?"
    rf" (?:age[ds]? (?={_AGE})|(?:under|over|below) (?=\d)|\d\d? ?(?:-|to) ?\d\d?\b(?![/-]))",
    re.I,
)


@functools.lru_cache(maxsize=10_000)
def says_victims_age(text: str, beside: str | None) -> bool:
    """Whether a label says in words of what age victims were, beside the time, place or product that it names.

    An age beside a time is a victim's; a product may have an age of its own, and so may the users of a place.
    """
    return bool(_AGED.search(text) if beside == "period" else _OF_VICTIMS.search(text))
