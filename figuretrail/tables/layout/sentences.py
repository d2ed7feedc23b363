"""Answers in words beside what was asked: "There were 14 in 2021", "61 arrests in 2023", "12.2 a month", "age 7".

What belongs here: the one number that such an answer states, and the question with the answer's other words, which say
what was counted or when. What does not: bare numbers and marks (`values`), and sentences that answer nothing.
"""

import functools
import re
from typing import NamedTuple

from figuretrail import monthnames
from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.language.periods import read_period
from figuretrail.tables.language.timemarks import marks_in, spelled_alike
from figuretrail.tables.language.values import read_text
from figuretrail.tables.language.words import Words
from figuretrail.vocabulary.numberwords import BELOW_HUNDRED, whole_number


class Answer(NamedTuple):
    """What was asked, with the words of the answer, and the number as the answer writes it."""

    label: str
    number: str


LONGEST_ANSWER = 90  # characters; what is longer is an explanation
LONGEST_QUESTION = 300
_NUMBER = re.compile(
    rf"(?<![\w.,/£-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{BELOW_HUNDRED}|none|nil|zero)"
    r"(?:\s?%)?(?![\w/%]|[.,-]\d)",
    re.I,
)
# What answers begin with, or say of themselves
_STATES = Words(
    r"^\W*(?:(?:a |the |our |grand )*total\b|(?:there|we|they|it|this|he|she|that) |yes\b|in total\b"
    r"|(?:the )?(?:youngest|oldest|answer|figure|number|average)\b)"
    r"|\b(?:was|were|is|are|had|has|have|been|recorded|hold|held)\b",
    re.I,
)
_BEGINS = re.compile(
    r"\W*(?:there (?:were|was|have been|has been)|we (?:have )?(?:recorded|had|hold|received)|in )", re.I
)
# Words that say nothing of what was counted
_FILLING = re.compile(
    r"\b(?:there|they|we|our|it|this|that|yes|a total of|in total|total|was|were|is|are|has|have|had|been|so far"
    r"|of these|hold|held|records? show|recorded|the|answer|figure|number|of)\b|[.;,:!]+\s*\Z|^\W+",
    re.I,
)
_ASKED = re.compile(r"\W*q(?:uestion|n)?\.?\s?\d{1,2}[a-h]?\b|.*\?\s*\Z", re.I | re.S)
# A number with these counts nothing: "3 years", "12 months to March", "13 or over", "2 of 5", "One app per crime"
_NO_COUNT = re.compile(
    r"\s*(?:(?:years?|yrs?)\b(?! olds?\b| of age\b)|(?:calendar|financial|working)\b|months?\b|days?\b|weeks?\b"
    rf"|hours?\b|(?:{monthnames.ANY_WORD})\b|(?:or|and|to|&|-|–|/|of)\s*(?:\d|over|under|more|less|above|below|older|younger)"
    r"|\+|st\b|nd\b|rd\b|th\b|(?:[a-z]+ ){1,2}(?:per|for each|for every)\b)",
    re.I,
)
_NO_NUMBER_OF = re.compile(
    r"(?:under|over|below|above|between|aged?|ages|q|section|s|part|table|tab|sheet|page|ref\w*|foi\w*|outcome|to|note"
    r"|year|see)\W*\Z",
    re.I,
)


def asks(text: str) -> bool:
    """Whether a text asks: it ends with a question mark, or begins with a question's number."""
    return _ASKED.match(text) is not None


@functools.lru_cache(maxsize=5_000)
def answered(question: str, answer: str) -> Answer | None:
    """The question and the number that answers it, where the answer gives it in words; None where it gives none."""
    if len(answer) > LONGEST_ANSWER or len(question) > LONGEST_QUESTION or not any(map(str.isspace, answer.strip())):
        return None
    asked = read_label(question[:400])
    told = asked.counted == "victim_age" or (asked.unit or "").startswith("per_")
    if not (asks(question) or told or (asked.counted and _STATES.search(answer))):
        return None
    if read_text(answer) is not None and not asked.unit:
        return None
    found = _the_number(answer, asked)
    if found is None:
        return None
    rest = _FILLING.sub(" ", f"{answer[: found.start()]} {answer[found.end() :]}")
    rest = " ".join(rest.split())
    if _of_another_time(asked, rest):
        return None
    plain = question.rstrip()
    end = "?" if plain.endswith("?") else ""
    label = " ".join(filter(None, (plain.removesuffix("?").rstrip(), rest))) + end
    return Answer(label, _in_digits(found[0]))


@functools.lru_cache(maxsize=5_000)
def stated(sentence: str) -> Answer | None:
    """What a sentence that asks nothing states, and its number: "There were 14 offences in 2021"."""
    if len(sentence) > LONGEST_ANSWER or not _BEGINS.match(sentence):
        return None
    found = _the_number(sentence, read_label(""))
    if found is None:
        return None
    rest = " ".join(_FILLING.sub(" ", f"{sentence[: found.start()]} {sentence[found.end() :]}").split())
    return Answer(rest, _in_digits(found[0])) if rest else None


def _in_digits(number: str) -> str:
    """A number as digits; a word for none is 0."""
    lower = number.lower()
    return str(whole_number(lower) or ("0" if lower in ("none", "nil", "zero") else number))


def _the_number(answer: str, asked: Label) -> re.Match[str] | None:
    """The one number of an answer that counts something, and begins it or stands in a statement."""
    numbers = [found for found in _NUMBER.finditer(answer) if not _is_of_a_time(answer, found)]
    counts = [n for n in numbers if not _NO_COUNT.match(answer, n.end())]
    aged = asked.counted == "victim_age"
    counts = [n for n in counts if aged or not _NO_NUMBER_OF.search(answer[: n.start()])]
    if len(counts) != 1 or len(numbers) > 1:
        return None
    number = counts[0]
    begins = not answer[: number.start()].strip()
    return number if begins or aged or _STATES.search(answer) else None


def _is_of_a_time(answer: str, number: re.Match[str]) -> bool:
    """Whether a number belongs to a time that the answer names: 2021, "30 September"."""
    try:
        marks = marks_in(spelled_alike(answer))
    except ValueError:
        return True
    plain = spelled_alike(answer)
    return any(number[0].lower() in plain[mark.start : mark.end] for mark in marks)


def _of_another_time(asked: Label, rest: str) -> bool:
    """Whether an answer names a time outside of the one that was asked for."""
    told = read_period(rest) if rest else None
    span, own = told.span if told else None, asked.period.span if asked.period else None
    if span is None or own is None or None in span or None in own:
        return False
    return not (own.start <= span.start and span.end <= own.end)  # type: ignore[operator]
