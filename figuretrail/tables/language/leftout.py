"""What is left out of a table or a total, or held by it: offences of which it is not known what the table lists.

"Crimes with no platform recorded are excluded": the rest are those whose platform is known; but "Total includes crimes
with no app", "Any app or none". What belongs here: such words. What does not: titles that say it of what is counted,
"where the platform was recorded" (`wording`).
"""

import re

from figuretrail.tables.language.words import Words

_OF = (
    ("method_recorded", r"(?:platforms?|methods?|means|apps?|sites?|social media)"),
    ("sex_recorded", r"(?:sex|gender)"),
    ("age_recorded", r"ages?"),
)
_NO = r"\b(?:no|without (?:an?|any)|unknown|missing|blank)\s(?:recorded |known |stated |victim |named |specific )?"
_NOT = r"\b(?:was|were|is|are|has|have)? ?(?:not|un)[ -]?(?:been )?(?:recorded|known|stated|given|specified|named)\b"
_OUT = (
    r"(?<!not )(?<!not been )(?<!n't )(?<!never )\b(?:left out|excluded|omitted|removed|disregarded)\b"
    r"|\b(?:not|never) (?:been )?(?:included|counted)\b"
)
_LEAVES_OUT = (
    r"(?<!not )\b(?:exclud(?:es|ing)|leav(?:es|ing) out|omit(?:s|ting)|not including"
    r"|(?:does|do) not (?:include|count))\b"
)


def _pattern(name: str) -> Words:
    unknown = rf"(?:{_NO}{name}\b|\b{name}\b[^.;]{{0,20}}{_NOT})"
    return Words(rf"{unknown}[^.]{{0,80}}?(?:{_OUT})|{_LEAVES_OUT}[^.;]{{0,60}}?{unknown}")


_PATTERNS = tuple((_pattern(name), base) for base, name in _OF)


def base_of_the_rest(lower: str) -> str | None:
    """What a text in lower case says that the offences of a table have in common, by what it says is left out."""
    return next((base for pattern, base in _PATTERNS if pattern.search(lower)), None)


_HOLDS = r"(?<!not )(?<!n't )\b(?:includ(?:es?|ing|ed)|incl\.?|also counts?|as well as|whether or not)\b"
_WHOLE = re.compile(r"\b(?:totals?|all (?:the )?(?:recorded )?(?:crimes|offences|cases|incidents)|sums?)\b")
_HELD = tuple(Words(rf"{_HOLDS}[^.;]{{0,60}}?(?:{_NO}{name}\b|\b{name}\b[^.;]{{0,20}}{_NOT})") for _, name in _OF)


def holds_the_rest(lower: str) -> bool:
    """Whether a text in lower case says of a total that it holds those, too, of which something is not known."""
    return any(pattern.search(lower) for pattern in _HELD) and _WHOLE.search(lower) is not None


_LISTED = r"(?:platforms?|methods?|means|apps?|sites?|services?|social media|ages?|sex|gender)"
_KNOWN_OR_NOT = Words(
    rf"\W*(?:all (?:crimes|offences)\W+)?(?:with |where )?(?:an?y? |the |some )?{_LISTED}"
    r"(?: (?:is |was )?(?:recorded|known|named|given|found))? or (?:none|not|no|unknown)\b.*"
    rf"|\W*(?:all (?:crimes|offences)\W+)?(?:with (?:or|and) without|regardless of|irrespective of|whatever)"
    rf" (?:an?y? |the )?{_LISTED}\b.*"
)


def names_known_or_not(lower: str) -> bool:
    """Whether a label names all offences by saying that something may be known or not: "Any app or none"."""
    return _KNOWN_OR_NOT.fullmatch(lower) is not None
