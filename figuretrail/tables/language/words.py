"""Patterns that are looked for only in texts that hold one of their words.

What belongs here: which words a pattern can't do without, and one pass over a text that finds all such words of all
patterns. A label is asked some sixty questions, of which its words leave a few open. What does not: the questions
themselves (`wording`, `names` ...).
"""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import ahocorasick_rs

try:  # what a pattern is made of, as Python reads it
    from re import _constants as ops  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # a Python that keeps this elsewhere: every pattern is run on every text, only more slowly
    parser = ops = None

Answer = TypeVar("Answer")
_DIGIT = "\\d"  # stands for any digit among the words of a pattern
_HAS_DIGIT = re.compile(r"\d")


class Words:
    """A regular expression that is run only where a text holds one of the words without which it can't match.

    It is asked like a compiled one. Case makes no difference to what its words are.
    """

    __slots__ = ("_compiled", "bit", "flags", "pattern", "words")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags
        self._compiled: re.Pattern[str] | None = None  # until some text holds one of its words
        self.words = needed(parser.parse(pattern, flags)) if parser is not None else None
        _BITS["last"] = self.bit = _BITS["last"] * 2 or 1
        if self.words is None:
            _BITS["anywhere"] |= self.bit
        for word in self.words or ():
            _BY_WORD[word] = _BY_WORD.get(word, 0) | self.bit
        _automaton.cache_clear()
        _possible.cache_clear()

    def compiled(self) -> re.Pattern[str]:
        """The regular expression itself."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self.flags)
        return self._compiled

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The first match in a text."""
        return self.compiled().search(text, *bounds) if self.bit & _possible(text) else None

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The match at the beginning of a text."""
        return self.compiled().match(text, *bounds) if self.bit & _possible(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of a whole text."""
        return self.compiled().fullmatch(text) if self.bit & _possible(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text."""
        return self.compiled().finditer(text) if self.bit & _possible(text) else iter(())

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with all matches replaced."""
        return self.compiled().sub(new, text) if self.bit & _possible(text) else text


def open_in(text: str, answers: Sequence[tuple[Words, Answer]]) -> list[tuple[Words, Answer]]:
    """Of patterns with what each answers those that a text leaves open, in their order."""
    possible = _possible(text)
    return [answer for answer in answers if answer[0].bit & possible]


_BY_WORD: dict[str, int] = {}  # for each word the bits of the patterns that it opens
_BITS: dict[str, int] = {"last": 0, "anywhere": 0}  # of the last pattern, and of those that can do without any word


def needed(parsed: Any) -> frozenset[str] | None:
    """Words of which every match of a parsed expression holds one; None where there are none such.

    Of all the places in an expression that ask for a word the one that asks for the longest words is taken.
    """
    asked: list[frozenset[str]] = []
    run = ""
    for op, what in [*parsed, (None, None)]:
        if op is ops.LITERAL:
            run += chr(what).lower()
            continue
        asked += [frozenset({word}) for word in run.split()]
        run = ""
        inner = None
        if op is ops.BRANCH:
            branches = [needed(branch) for branch in what[1]]
            inner = None if None in branches else frozenset().union(*filter(None, branches))
        elif op is ops.SUBPATTERN:
            inner = needed(what[3])
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and what[0] > 0:
            inner = needed(what[2])
        elif op is ops.IN:
            inner = _one_of(what)
        if inner:
            asked.append(inner)
    return max(asked, key=_shortest, default=None)


def _one_of(characters: Any) -> frozenset[str] | None:
    """The characters of a set, where it lists them or takes any digit."""
    if characters == [(ops.CATEGORY, ops.CATEGORY_DIGIT)]:
        return frozenset({_DIGIT})
    if any(op is not ops.LITERAL or chr(what).isspace() for op, what in characters):
        return None
    return frozenset(chr(what).lower() for _, what in characters)


def _shortest(words: frozenset[str]) -> int:
    """The length of the shortest of some words; any digit is as good as one letter."""
    return min(1 if word == _DIGIT else len(word) for word in words)


@functools.cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[int]]:
    words = [word for word in _BY_WORD if word != _DIGIT]
    return ahocorasick_rs.AhoCorasick(words), [_BY_WORD[word] for word in words]


@functools.lru_cache(maxsize=500)
def _possible(text: str) -> int:
    """The bits of the patterns that a text leaves open."""
    automaton, bits = _automaton()
    found = _BITS["anywhere"]
    if _HAS_DIGIT.search(text):
        found |= _BY_WORD.get(_DIGIT, 0)
    for word, _, _ in automaton.find_matches_as_indexes(text.lower(), overlapping=True):
        found |= bits[word]
    return found
