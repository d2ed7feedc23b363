"""The bound that words put on a number: "more than 40", "40 or so", "c.40", "40-plus".

What belongs here: which words before or after a number are a bound. What does not: the words themselves (they are data,
`article_words.toml`), and what the number is (`roles`).
"""

import itertools

from figuretrail.text.lexicon import lexicon
from figuretrail.text.tokens import Token

# "1,220, or over 13 a day": before a number these are no ages
_OR_BOUND = {
    "or over": ">", "or above": ">", "or under": "<", "or below": "<", "or less": "<",
    "and over": ">", "and above": ">", "and under": "<", "and below": "<",
}  # fmt: skip
_LIMITS = (["mark"], ["barrier"], ["threshold"], ["milestone"])


def bound_of(tokens: list[Token], k: int) -> str:
    """The bound that the words before and after the number at `k` put on it."""
    bounds = lexicon().bounds
    i = k - 1
    while i >= 0 and i >= k - 2 and tokens[i].word in ("the", "a", "an", "just", "well", "one", "of", "only"):
        i -= 1
    if i < 0:
        return _bound_after(tokens, k)
    token = tokens[i]
    if token.tag == "~" and i and tokens[i - 1].word == "near":
        return "~"  # "a near-doubling"
    if token.tag in "EB" and token.word in _OR_BOUND:
        return _OR_BOUND[token.word]
    if token.word == "." and i and tokens[i - 1].word in ("c", "ca", "approx") and tokens[k].start - token.end <= 1:
        return "~"  # "c.90", "approx. 3,500"
    if token.word == "up to" and _is_of_verb(tokens, i):
        return _bound_after(tokens, k)
    if token.word.endswith((" above", " below")) and tokens[i + 1].word == "the":
        return _bound_after(tokens, k)  # "well above the 53 of 2017/18"
    if token.tag == "q":
        return str(token.value)
    if token.word == "past" and i == k - 1:
        return ">"  # "taking the total past 34,000"
    if token.word in bounds and not (
        token.word in ("some", "above", "below", "around", "about", "under", "over", "pass")
        and i < k - 1
        and tokens[i + 1].word == "the"
        and [token.word for token in tokens[k + 1 : k + 2]] not in _LIMITS
    ):
        limit = [token.word for token in tokens[k + 1 : k + 2]] in _LIMITS  # "over the 34,000 mark"
        if token.word in ("over", "about", "around", "some", "under", "above", "below") and i < k - 1 and not limit:
            return _bound_after(tokens, k) if token.word in ("over", "under") else bounds[token.word]
        return bounds[token.word]
    return _bound_after(tokens, k)


_ENDING_UP = {
    "add", "adds", "added", "adding", "go", "goes", "going", "went", "gone", "come", "comes", "came", "crept",
}  # fmt: skip


def _is_of_verb(tokens: list[Token], i: int) -> bool:
    """Whether "up to" at `i` tells where something came to: "from 93 up to 126", "it adds up to 6,064"."""
    before = tokens[max(0, i - 3) : i]
    return any(token.tag == "f" for token in before) or any(token.word in _ENDING_UP for token in before[-2:])


_ABOUT_AFTER = {
    ("or", "thereabouts"), ("near", "enough"), ("near enough",), ("give or take",), ("more", "or less"),
    ("more or less",), ("or", "so"), ("or so",), ("or", "very nearly"),
    ("something like", "that"),
}  # fmt: skip
_REACH_AFTER = 8  # words in which "near enough" may follow: "ten a month, near enough"


def _bound_after(tokens: list[Token], k: int) -> str:
    joined = k + 1 < len(tokens) and tokens[k + 1].tag == "~"  # "27,000-plus", "70-odd"
    rest = tokens[k + 1 + joined : k + 1 + _REACH_AFTER]
    after = [token.word for token in rest]
    near = [token.word for token in itertools.takewhile(lambda token: token.tag not in "N%X·;:", rest)]
    if after[:1] in (["odd"], ["ish"]) or any(
        (word,) in _ABOUT_AFTER or (word, following) in _ABOUT_AFTER
        for word, following in itertools.zip_longest(near, near[1:])
    ):
        return "~"  # "3,400 cases or thereabouts"
    closing = [token.word for token, stop in itertools.pairwise(rest) if stop.tag in ",·;&"]
    if not {"approximately", "roughly"}.isdisjoint(closing):
        return "~"  # "25,100 offences approximately,"
    if after[:1] == ["plus"] or (after[:1] == ["+"] and rest[0].start == tokens[k].end):
        return ">"
    if after[:1] in (["at least"], ["at most"]):
        return str(lexicon().bounds[after[0]])
    more = ("or", "more") in itertools.pairwise(near) or after[:2] == ["and", "more"]
    return ">=" if more else "="  # "40 crimes or more"
