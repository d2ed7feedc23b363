"""Parts of a force that a title names: "Barnsley district", "London Borough of Camden", "LPA: Reading".

What belongs here: whether a title is about such a part, whatever its name. What does not: the places that the project
knows (`names`), and lists of districts in a table's own headers (`listnames`).
"""

import functools
import re

from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.names import is_part_of_place, place_in
from figuretrail.tables.language.words import Words

LONGEST_TITLE = 160  # characters; what is longer tells of more than one table
_UNIT = (
    r"(?:[Dd]istrict|[Bb]orough|(?:[Ss]ub-?)?[Dd]ivision|LP[AUT]s?|BCU|CSP|NPT|OCU"
    r"|(?:[Nn]eighbourhood )?[Pp]olicing (?:[Aa]rea|[Uu]nit|[Tt]eam|[Dd]istrict|[Cc]ommand)"
    r"|[Cc]ommand (?:[Aa]rea|[Uu]nit)|[Cc]ommunity [Ss]afety [Pp]artnership|[Ll]ocal [Aa]uthority)"
)
_MAY_NAME = Words(
    r"district|borough|division|\blp[aut]\b|\bbcu\b|\bcsp\b|\bnpt\b|\bocu\b|policing|\bcommand\b|partnership|authority",
    re.I,
)
_BEFORE = re.compile(rf"(?P<words>(?:[\w&'’.-]+ ){{1,6}}){_UNIT}\b")
_AFTER = re.compile(rf"\b{_UNIT} of (?P<of>[A-Z][\w'’-]+)|\b{_UNIT}\s?[:–-]\s?(?P<named>[A-Z][\w'’-]+)")
# Words before that only say of which sort it is
_SORTS = Words(
    r"(?:local|policing|police|borough|city|council|county|london|metropolitan|royal|basic|district|division(?:al)?"
    r"|command|unit|town|unitary|community|safety|neighbou?rhood|area|lpa|bcu|csp)",
    re.I,
)
# What stands before a unit and names none: "by District", "Public Protection Division"
_NO_NAMES = Words(
    r"(?:an?|the|by|per|each|every|all|any|which|what|this|that|our|your|other|same|of|in|for|and|or|to|with|from|on|at"
    r"|is|are|was|were|offences?|crimes?|recorded|force|child|victims?|table|sheet|question|home|total|number|count"
    r"|crime|protection|standards|investigations?|justice|operations?|intelligence|information|support|management"
    r"|services?|data|legal|safeguarding|vulnerability|specialist|governance|disclosure|records?|performance|corporate"
    r"|analysis|communications?|public|criminal|professional|national|digital|cyber|serious|major|governing|licensing"
    r"|first|second|third|separate|individual|single|different|years?|months?|platforms?|age|sex|gender|responsible)",
    re.I,
)


@functools.lru_cache(maxsize=10_000)
def names_a_part(text: str) -> bool:
    """Whether a title names a part of a force: "offences recorded, Barnsley district"."""
    if len(text) > LONGEST_TITLE or not _MAY_NAME.search(text):
        return False
    told = [found["of"] or found["named"] for found in _AFTER.finditer(text)]
    told += [_name_before(found["words"]) for found in _BEFORE.finditer(text)]
    return any(map(_is_name, filter(None, told)))


def _name_before(words: str) -> str:
    """The word before a unit that may be its name, the words apart that say of which sort it is."""
    told = words.split()
    while told and _SORTS.fullmatch(told[-1]):
        told.pop()
    return told[-1] if told else ""


def _is_name(word: str) -> bool:
    if not word[:1].isupper() or not word[-1:].isalpha() or _NO_NAMES.fullmatch(word):
        return False
    place = place_in(word.lower())
    return place is None or place.name is None or is_part_of_place(word.lower())


def is_proper_name(text: str) -> bool:
    """Whether a text is but a name that nobody knows, as districts bear them: "Telford and Wrekin", but not "Force"."""
    label = read_label(text)
    known = label.understood or label.roles or label.counted or label.other or label.unknown or label.total
    words = _JOINING.sub(" ", text).split()
    return not known and bool(words) and all(word[0].isupper() and word.isalpha() for word in words)


_JOINING = Words(r"\b(?:and|of|the|in|on|upon|under|le|de|with|by)\b|[-&'’]")
