"""Changes told by words that stand away from them: "fell in Kent between ... by 2%", "16 per cent better than before".

What belongs here: whether a percentage is such a change, and up or down. What does not: changes whose verb or noun
stands right beside them (`roles`).
"""

import re

from figuretrail.text.tokens import Token

OF_CHANGE = "verb of rising or falling before it"
IN_BRACKETS = "a percentage change, in brackets"
BETTER_OR_WORSE = "more than another"
_NEAR = 12  # words
_BY_AFTER_ALL = re.compile("([RD])[^N%X;·⟨⟩RDc]{2,12},vq?$")  # "fell in Kent between 2022/23 and 2023/24, by 2%"
_PUT_AT = re.compile("d([RD])[xoG]{0,2}iq?$")  # "the charity puts the increase at 89%"
_PERCENTAGE_CHANGE = re.compile("h([RD])[^N%X;·]{0,8}⟨[qd]?$")  # "the largest percentage increase in them (31%)"
_FROM_OR_BY = re.compile("(?P<from>c)q?N[^N%X;·⟨⟩RDc]{0,6}(?:[,⟨]?∨|[,⟨])(?P<by>v)?q?$")
_FELL_FROM = {"up from": 1, "down from": -1}
_THAN = {"better": -1, "worse": 1}  # of a number of crimes
_OF_WORK = {"clear-up", "detection", "charging", "response", "outcomes", "results"}


def told_afar(tokens: list[Token], tags: str, k: int) -> tuple[int, str] | None:
    """1 or -1 for a rise or a fall, and what tells it; None where no words afar tell one."""
    near = tags[max(0, k - _NEAR - 2) : k]
    by = _BY_AFTER_ALL.search(near)
    if by is None and "at" in [token.word for token in tokens[max(0, k - 3) : k]]:
        by = _PUT_AT.search(near)
    if by is not None:
        return (-1 if by.group(1) == "D" else 1), OF_CHANGE
    named = _PERCENTAGE_CHANGE.search(tags[max(0, k - _NEAR) : k])
    if named is not None:
        return (-1 if named.group(1) == "D" else 1), IN_BRACKETS
    counts = _FROM_OR_BY.search(near)
    if counts is not None:  # "down from 78 the year before, or by nine per cent"
        direction = _FELL_FROM.get(tokens[k - len(near) + counts.start("from")].word)
        by_or = counts.group("by") is not None or tags[k - 1 : k] == "∨" or tags[k - 2 : k] == "∨q"
        return (direction, OF_CHANGE) if direction is not None and by_or else None
    return _better_or_worse(tokens, k)


def _better_or_worse(tokens: list[Token], k: int) -> tuple[int, str] | None:
    """ "16 per cent better than the one before, and 40 per cent worse than the one before Covid"."""
    words = " ".join([token.word for token in tokens[k + 1 : k + 3]]).split()[:2]
    if len(words) < 2 or words[1] not in ("than", "on") or words[0] not in _THAN:
        return None
    of_work = any(token.word in _OF_WORK for token in tokens[:k])
    return None if of_work else (_THAN[words[0]], BETTER_OR_WORSE)
