"""One number that several names have: "13 each", "each of which had a fifth", "nine per cent, as did Facebook".

What belongs here: whose such a number is, where its own stretch does not tell. What does not: names that share a
number within its stretch (`attach`), and which of the names near a number is meant (`naming`, `placing`).
"""

import functools
import itertools
import re
from collections.abc import Iterable
from typing import Any

from figuretrail.text.attach import Candidate, Sentence

_EACH = {"each", "apiece"}  # "respectively" is of their class, too, and says the opposite
_EACH_AFTER = 4  # words after a number among which "each" is said of it
_ALSO_AFTER = 14  # words after a number among which those may follow that have as many
_MEASURES = ("offences", "offence_share", "offence_change", "offence_rate", "victims", "victim_share")
_AS_MANY = re.compile(
    r"(?:^|, )(?:as (?:did|do|does|had|has|have|was|were|is|are|with)"
    r"|(?:(?:at|on) )?(?:the )?same (?:(?:number|share|proportion|percentage|figure|total|count) )?as"
    r"(?: (?:that|those) (?:of|for|on|in))?"
    r"|(?:(?:on a )?level|tied|joint|equal|even|neck and neck|on a par) (?:with|to)|as many as)"
    r"(?: (?:on|in|at|for|with))?(?: (?:the|both))?$"
)
_OF_ANOTHER = re.compile("[N%X][^N%XPG,;·]*$")  # a name is that of the number before it
_GOES_ON = re.compile("[rbh][qdx]{0,2}[N%]")  # "as did Essex, and Sussex had 52": a new statement begins with the last
_OWN_NUMBER = re.compile("x?[⟨nχi:–,]{1,2}[qd]?[N%]")
_REST = r"the (?:rest|others|remaining \w+|other (?:two|three|four|five|six))"
_EACH_OF_REST = re.compile(rf"(?:(?:for|on|to|by|in|at) )?each of {_REST}\b")
_REST_EACH = re.compile(rf"\b{_REST}(?: \w+){{0,3}}$")
_REST_BACK = 8  # figures before among which the rest are


@functools.cache
def _names_before(tag: str) -> re.Pattern[str]:
    """Names, and all that may stand between them and their number: another that is each's, a verb, "each of which"."""
    return re.compile(f"({tag})(?:,?&d?({tag}))?(,?j)?(?:,ΦNe)?[^PGNXT%;·&]{{0,9}}$")


@functools.cache
def _names_after(tag: str) -> re.Pattern[str]:
    """Names in a row, and what puts them together: "Facebook and with Instagram", "Kent and Essex combined"."""
    return re.compile(f"({tag})(?:,?[&,][χΦin]?d?({tag}))?,?(j)?")


def each_of(candidate: Candidate, sentence: Sentence, tag: str) -> list[tuple[Any, ...]]:
    """The names before a number that it is each's ("Kik and Yubo, with two each"), one group for each; else none.

    `tag` is the class of the names, P or G; a group is a tuple of platforms or of places. Names that are taken
    together are one group: "WhatsApp, and Facebook and Instagram together, had 9 per cent each".
    """
    tags, k = sentence.tags, candidate.k
    if candidate.role.measure not in _MEASURES or "e" not in tags:
        return []
    found = _names_before(tag).search(tags, 0, k)
    if found is None:
        return []
    near = [*range(found.end(1), k), *range(k + 1, min(k + 1 + _EACH_AFTER, len(tags)))]
    if not any(sentence.tokens[j].word in _EACH for j in near if not set(tags[k + 1 : j]) & set("N%X,;·")):
        return []
    spots = [found.start(which) for which in (1, 2) if found.group(which)]
    if len(spots) > 1 and _OF_ANOTHER.search(tags, 0, spots[0]) is not None:
        del spots[0]  # "30% were on Facebook, and Snapchat and Instagram each had a fifth"
    groups = _groups(sentence, spots, together=bool(found.group(3)))
    return groups if len(groups) > 1 else []


def also_of(candidate: Candidate, sentence: Sentence, tag: str) -> list[tuple[Any, ...]]:
    """The names after a number that have as many: "nine per cent, as did Facebook and Instagram combined"."""
    tags, k = sentence.tags, candidate.k
    if candidate.role.measure not in _MEASURES or tag not in tags[k + 1 : k + 1 + _ALSO_AFTER]:
        return []
    for first in range(k + 1, min(k + 1 + _ALSO_AFTER, len(tags))):
        if tags[first] in "N%X;·":
            break
        found = _names_after(tag).match(tags, first)  # "17 on Facebook, the same number as on WhatsApp": the second
        between = " ".join([token.word for token in sentence.tokens[k + 1 : first]]).replace(" ,", ",")
        if found is not None and _OWN_NUMBER.match(tags, found.end()) is not None:
            break  # "12%, the same as Facebook (12%)"
        if found is not None and _AS_MANY.search(between) is not None:
            spots = [found.start(which) for which in (1, 2) if found.group(which)]
            groups = _groups(sentence, spots, together=bool(found.group(3)))
            return groups[:-1] if _GOES_ON.match(tags, found.end()) is not None else groups
    return []


def _groups(sentence: Sentence, spots: list[int], *, together: bool) -> list[tuple[Any, ...]]:
    """The names at places in a sentence, each for itself; those of the last place as one where they are together."""
    groups: list[tuple[Any, ...]] = []
    for j in spots:
        names = tuple(sentence.tokens[j].value)
        groups += [names] if together and j == spots[-1] else [(name,) for name in names]
    return list(dict.fromkeys(groups))


def is_of_rest(candidate: Candidate, sentence: Sentence) -> bool:
    """ "Nine per cent for each of the rest", "the other two had nine per cent each"."""
    tokens, k = sentence.tokens, candidate.k
    if "e" not in sentence.tags and not any(token.word.startswith("each") for token in tokens[k + 1 : k + 3]):
        return False
    after = " ".join([token.word for token in tokens[k + 1 : k + 1 + _ALSO_AFTER]])
    ahead = " ".join([token.word for token in tokens[max(0, k - _ALSO_AFTER) : k]])
    each = bool(_EACH.intersection(after.split()[:1])) and _REST_EACH.search(ahead) is not None
    return each or _EACH_OF_REST.match(after) is not None


def rest_of(sentence: Sentence, before: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The platforms of the figures before, less those that the sentence names: one group for each figure.

    `before` has the platforms of the figures before, the latest first; those after the first without any are left out.
    """
    named = {name for token in sentence.tokens if token.tag == "P" for name in token.value}
    groups = itertools.takewhile(bool, itertools.islice(before, _REST_BACK))
    rest = [group for group in dict.fromkeys(groups) if named.isdisjoint(group)][::-1]
    return rest if len(rest) > 1 else []
