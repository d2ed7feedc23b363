"""Words, names, numbers and marks of a sentence, each with its class.

What belongs here: cutting text into tokens. What does not: what several tokens mean together (`numbers`, `periods`).
"""

import re
from typing import Any

from figuretrail.text.clean import lower
from figuretrail.text.lexicon import CLASSES, PUNCTUATION, Lexicon, Phrase, lexicon

_TOKEN = re.compile(
    r"(?P<part>\b(?:Q[1-4]|H[12])\b)"
    r"|(?P<note>(?<=[^\s(])\[\d{1,2}\](?!\w))"
    r"|(?P<clock>\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\b\d{1,2}:\d\d\b|(?<=\s):\d\d\b)"
    r"|(?P<word>[^\W\d_]+(?:['&][^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s])"
    r"|(?P<phone>\b0\d{2,4}(?:[ -]\d{3,6})+\b|\b0[38]00(?:[ -]?\d{2,4}){2,3}\b|\b1[38]\d0(?: \d{2,4}){2,3}\b)"
    r"|(?P<day>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\b\d{1,2}\.\d{1,2}\.(?:20)?[1-3]\d\b(?!\.?\d))"
    r"|(?P<pair>(?:\b|(?<=FY))(?:19|20)\d\d(?:/|-|–|—| / )\d{2,5}(?![\d.,]*\d)|\b20\d\d/\d(?![\d.,/]*\d))"
    r"|(?P<short>(?:\b|(?<=FY))\d{2,3}/\d{1,3}\b)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
)
_PUNCTUATION = {mark: CLASSES[name] for mark, name in PUNCTUATION.items()}


class Token:
    """One token: its class, where it stands, its lower-case word, and what it stands for."""

    __slots__ = ("end", "start", "tag", "value", "word")

    def __init__(self, tag: str, start: int, end: int, word: str, value: Any = None) -> None:
        self.tag = tag
        self.start = start
        self.end = end
        self.word = word
        self.value = value

    def __repr__(self) -> str:
        """The class and the word, for a debugger."""
        return f"{self.tag}:{self.word}"


Found = dict[int, tuple[int, Phrase]]


def find_phrases(text: str) -> tuple[str, Found]:
    """Every known phrase of the text in one pass: lower-case text, and by its start each phrase's end and meaning."""
    lowered = lower(text)
    known: Lexicon = lexicon()
    order = known.order
    found: Found = {}
    length = len(text)
    for which, start, end in known.automaton.find_matches_as_indexes(lowered, overlapping=True):
        if (start and lowered[start - 1].isalnum()) or (end < length and lowered[end].isalpha()):
            continue
        phrase = order[which]
        if phrase.named and text[start].islower() and not _written_as_name(text, lowered, phrase, start, end):
            continue
        if phrase.initials and not text[start:end].isupper():
            continue
        longest = found.get(start)
        if longest is None or longest[0] < end:
            found[start] = (end, phrase)
    for match in _HOW_CONTACTED.finditer(lowered):
        found[match.start()] = (match.end(), _METHOD)
    return lowered, _without_nested(found)


# "How the child had been approached", "how offenders got in touch": the means of communication
_HOW_CONTACTED = re.compile(
    r"\bhow (?:(?:the|an?|each|every|these|those|such|their) )?(?:young )?"
    r"(?:child(?:ren)?|victims?|offenders?|suspects?|adults?|abusers?|groomers?|perpetrators?|predators?|contact|crimes?"
    r"|offences?|they|he|it|girls?|boys?)(?: \w+){0,4}?"
    r" (?:contacted|approached|reached|groomed|targeted|messaged|met|in touch|(?:made )?contact|communicated|committed"
    r"|made|place)\b"
)
_METHOD = Phrase(CLASSES["method_noun"])


def _without_nested(found: Found) -> Found:
    """The longest phrase at each place, from the left: "South Wales" and no "Wales" in it."""
    kept: Found = {}
    reached = 0
    for start in sorted(found):
        end = found[start][0]
        if start >= reached:
            kept[start] = found[start]
            reached = end
    return kept


def _written_as_name(text: str, lowered: str, phrase: Phrase, start: int, end: int) -> bool:
    if phrase.tag == "P":
        return text[end - 1].isupper()
    last = lowered.rfind(" ", start, end) + 1  # "north Wales", "the Met"
    return phrase.tag == "G" and last > start and text[last].isupper()


def tokenise(text: str, lowered: str, found: Found, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`."""
    words = lexicon().words
    tokens: list[Token] = []
    add = tokens.append
    skip = start
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        if at < skip:
            continue
        if at in found:
            skip, phrase = found[at]
            add(Token(phrase.tag, at, skip, lowered[at:skip], phrase.value))
            if lowered.startswith("'s", skip):
                skip += 2
            continue
        skip = stop
        kind = match.lastgroup
        word = lowered[at:stop]
        if kind == "note":
            continue  # "there were 198.[4]": a footnote's mark
        if kind == "word":
            tag = words.get(word)
            if tag is None:
                tag = words.get(word[:-2], "x") if word.endswith("'s") else "x"
            add(Token(tag, at, stop, word))
        elif kind == "mark":
            add(_mark(text, tokens, at, stop, word))
        elif kind == "number":
            if _is_footnote(tokens, at, word):
                continue
            marked = _MARKED_NUMBER.fullmatch(word)
            add(Token("N", at, stop - 1, word[:-1]) if marked else Token("N", at, stop, word))
        elif kind == "pair":
            add(Token("y", at, stop, word))
        elif kind == "short":
            first, _, second = word.partition("/")
            is_pair = len(first) == len(second) == 2 and int(second) == int(first) + 1
            add(Token("y", at, stop, f"20{word}") if is_pair else Token("μ", at, stop, word, "code"))
        elif kind == "part":
            add(Token("κ", at, stop, word))
        elif kind == "day":
            add(Token("@", at, stop, word))
        else:
            add(Token("μ", at, stop, word, kind))
    return tokens


_MARKED_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+\d")  # "6,3501": a footnote's mark stuck to the number


def _is_footnote(tokens: list[Token], at: int, word: str) -> bool:
    """Whether the digits are a footnote's mark stuck to a word or a percentage: "a quarter4 of", "82%2"."""
    if len(word) > 2 or not tokens or tokens[-1].end != at:
        return False
    before = tokens[-1].word
    if before == "." and len(tokens) > 1 and tokens[-2].end == tokens[-1].start:
        before = tokens[-2].word  # "where it was recorded.4"
        return len(before) > 2 and before.isalpha()
    return before == "%" or (len(before) > 2 and before.isalpha())


def _mark(text: str, tokens: list[Token], start: int, end: int, mark: str) -> Token:
    if mark == "/" and tokens and text[start - 1 : start] == " " and (tokens[-1].tag == "N" or tokens[-1].word == "%"):
        return Token(";", start, end, mark)  # "Snapchat 48% / WhatsApp 12%"
    if mark in "-–" and tokens and tokens[-1].end == start and text[end : end + 1].isalnum():
        return Token("~", start, end, mark)
    return Token(_PUNCTUATION.get(mark, "μ"), start, end, mark)
