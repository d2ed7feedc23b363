"""How many police forces answered, where their noun is left out: "41 had sent usable data", "three of them did".

What belongs here: telling that from what stands after a number. What does not: numbers that count forces by name
(`roles`), and whether such a number is a figure (`certainfigures`).
"""

import re

from figuretrail.text.tokens import Token

OF_DIFFERENCE = "a difference of so many per cent"
ANSWERED = {
    "provided", "replied", "responded", "answered", "supplied", "complied", "sent", "returned", "disclosed",
}  # fmt: skip
_GIVING = {*ANSWERED, "gave", "given", "submitted", "shared"}
TELLING = {  # what a force could do of which it had the data
    "say", "give", "provide", "tell", "supply", "answer", "respond", "reply", "name", "identify", "split", "break",
    "separate", "match", "link", "cross", "state", "disclose", "share", "send", "produce", "show", "distinguish",
}  # fmt: skip
REFUSING = {"not", "no", "never", "neither", "without"}
_WHO = {"who", "that", "which"}
GAVE_ANSWER = re.compile(
    r"(?:gave|sent|returned|supplied|provided|made|had given|had sent|sent back) (?:\w+ )?(?:a |an |some |any )?"
    r"(?:(?:full|usable|complete|partial|comparable|valid|proper|useful|useable) )*(?:response|answer|reply|return)s?\b"
)
_ANSWER = 7
NEAR = 4  # words after a number in which it is said what so many did


def _verb_at(tokens: list[Token], k: int) -> int:
    """Where the verb of what so many did stands: after the number, after "of them", after "who"."""
    words = [token.word for token in tokens[k + 1 : k + 3]]
    if words in (["of", "them"], ["of", "these"], ["of", "those"]):
        return k + 3
    return k + 2 if words[:1] and words[0] in _WHO else k + 1


def so_many_answered(tokens: list[Token], tags: str, k: int) -> bool:
    """ "41 had sent usable data" after "45 forces", "three of them did": so many forces answered."""
    first = _verb_at(tokens, k)
    of_them = first > k + 1
    words = " ".join([token.word for token in tokens[first : first + NEAR]]).split()
    if GAVE_ANSWER.match(" ".join([token.word for token in tokens[k + 1 : k + 1 + _ANSWER]])) is not None:
        return True  # "forty-four gave a usable response"
    of_all = "o" in tags[max(0, k - 2) : k] or tokens[k].word == "one"  # "39 forces of the 43 sent something"
    if not words or of_all or not REFUSING.isdisjoint(words):
        return False
    if of_them or "F" in tags[:k]:
        rest = words[1:] if words[0] in ("had", "have", "has") else words
        who = tokens[k + 1].word in _WHO  # "the 39 who did had 1,316 offences on their books"
        did = rest[:1] == ["did"] and (who or tags[first + 1 : first + 2] in ("", "·", ",", ";"))
        able = rest[:3] == ["were", "able", "to"] or (rest[:1] == ["could"] and bool(TELLING.intersection(rest[1:3])))
        return bool(_GIVING.intersection(rest[:1])) or did or able
    return False
