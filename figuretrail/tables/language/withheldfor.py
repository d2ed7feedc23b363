"""Why a number is not given: "not given because it would reveal a number between 1 and 4" hides one that is held.

What belongs here: reasons that tell a number that is hidden from one that nobody has. What does not: the words that say
so outright ("suppressed", "fewer than 5"), and marks (`notes`).
"""

from figuretrail.tables.language.words import Words

_MAY = (
    r"\b(?:would|could|might|may|can|will|so (?:that|as)|in case|lest|to (?:avoid|prevent|stop|guard against|protect)"
    r"|otherwise|risk(?:s|ing)?(?: of)?|(?:it|they|this|that|these|which) (?=reveals?|discloses?))\b"
)
_KNOWN = (
    r"\b(?:reveal\w*|disclos\w+|identif\w+|work(?:ed|ing)? (?:\w+ ){0,3}?out|deduc\w+|deriv\w+|subtract\w*"
    r"|giv(?:e|es|ing|en) away|expos\w+|infer\w*|protect(?:s|ing)?|be (?:seen|found out|guessed|calculated))\b"
)
_NOT_GIVEN = (
    r"\bnot (?:been )?(?:given|provided|supplied|shown|stated|available|returned|counted|published|released|quoted)\b"
)
# "to protect" and "to avoid identification" say both why and what; "the app wasn't identified" says neither
_WITHHELD = Words(rf"{_NOT_GIVEN}[^.;]{{0,60}}?(?:{_MAY}[^.;]{{0,60}}?{_KNOWN}|\bto protect\b)")


def withheld_for_what_it_tells(lower: str) -> bool:
    """Whether words in lower case say of a number that it is not given for what it would let others know."""
    return _WITHHELD.search(lower) is not None
