"""What a note says is left out of a table: offences of which it is not known what the table lists.

"Crimes with no platform recorded are excluded": the rest are those whose platform is known. What belongs here: such
sentences. What does not: titles that say it of what is counted, "where the platform was recorded" (`wording`).
"""

from figuretrail.tables.words import Words

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
