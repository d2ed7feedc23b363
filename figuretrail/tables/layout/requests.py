"""Answers by the numbers of questions that another sheet holds: "Q1 | 118", "Q4 | as follows", "a) | 39".

What belongs here: finding the questions, the answers' sheet with their words in the place of numbers and letters, and
what questions of a request take from each other. What does not: questions above the answers of their own sheet
(`accounts`), on a page (`pageanswers`), and questions that refer to others within one table (`references`).
"""

import dataclasses
import functools
import re
from collections.abc import Sequence

from figuretrail.tables.files.grid import Scalar, Sheet, surface_of
from figuretrail.tables.language.labels import read_label

FEWEST = 3  # questions, and answers by their numbers
LONGEST = 100  # rows of a request, and of its answers
LONGEST_QUESTION = 400  # characters
_NUMBER = re.compile(r"\W*(?:q(?:uestion)?\.?\s?)?(\d{1,2})\W*", re.I)
_NUMBERED = re.compile(r"\W*(?:q(?:uestion)?\.?\s?)?(\d{1,2})[.):]*\s+(?=[^\W\d].{8,})", re.I)
_LETTER = re.compile(r"\W*([a-j])[).:]?\W*", re.I)
_OPTION = re.compile(r"(?:(?<=\s)|(?<=\())([a-j])\)\s*", re.I)
_AGED = re.compile(r"\bage[ds]?:?\s*\Z", re.I)
_REFERENCE = re.compile(r"\bq(?:uestion)?\.?\s?(\d{1,2})\b", re.I)


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """What is asked, with the words of other questions in the place of their numbers, and its options by letter."""

    text: str
    options: dict[str, str]


def questions_of(sheets: Sequence[Sheet]) -> dict[int, Question]:
    """The questions of the first sheet that holds nothing but a request, by their numbers; none in most workbooks."""
    for sheet in sheets if len(sheets) > 1 else ():
        asked = _asked(sheet.rows) if len(sheet.rows) <= LONGEST else {}
        if len(asked) >= FEWEST and list(asked) == list(range(1, len(asked) + 1)):
            return _in_full(asked)
    return {}


def _asked(rows: Sequence[Sequence[Scalar]]) -> dict[int, str]:
    """The texts of the numbered rows of a request; none where a row states a number."""
    asked: dict[int, str] = {}
    for row in rows:
        cells = [value for value in row if value != ""]
        if any(not isinstance(value, str) for value in cells[1:]):
            return {}
        number = _NUMBER.fullmatch(surface_of(cells[0])) if len(cells) == 2 else None
        own = _NUMBERED.match(surface_of(cells[0])) if len(cells) == 1 else None
        if number:
            asked[int(number[1])] = surface_of(cells[1])[:LONGEST_QUESTION]
        elif own:
            asked[int(own[1])] = surface_of(cells[0])[own.end() :][:LONGEST_QUESTION]
    return asked


def _in_full(asked: dict[int, str]) -> dict[int, Question]:
    questions: dict[int, Question] = {}
    for number, text in asked.items():
        head, *parts = _OPTION.split(text)
        options = dict(zip(map(str.lower, parts[::2]), (part.strip(" ,;.?)") for part in parts[1::2]), strict=True))
        if list(options) != list("abcdefghij"[: len(options)]):
            head, options = text, {}
        if _AGED.search(head):
            options = {letter: f"aged {option}" for letter, option in options.items()}
        named = [questions[int(n)] for n in _REFERENCE.findall(head) if int(n) in questions]
        options = options or next((one.options for one in named if one.options), {})  # "Please answer Q4 for Q2 too"
        questions[number] = Question(_REFERENCE.sub(lambda found: _said(found, questions), head).strip(), options)
    return questions


def _said(found: re.Match[str], questions: dict[int, Question]) -> str:
    """The words of the question that is referred to; of one that only lists options nothing."""
    question = questions.get(int(found[1]))
    return found[0] if question is None else "it" if question.options else question.text.rstrip(" .?")


def with_questions(sheet: Sheet, questions: dict[int, Question]) -> Sheet:
    """A sheet of answers with each question or option in the place of its number or letter; any other as it is."""
    if not questions or len(sheet.rows) > LONGEST:
        return sheet
    beside = [(row, row[0], row[1] if len(row) > 1 else "") for row in sheet.rows if row and row[0] != ""]
    numbered = [(int(found[1]), value) for _, text, value in beside if (found := _NUMBER.fullmatch(surface_of(text)))]
    lettered = sum(_LETTER.fullmatch(surface_of(text)) is not None for _, text, _ in beside)
    stated = sum(not isinstance(value, str) for _, _, value in beside)
    numbers = [number for number, _ in numbered]
    answers = len(numbers) >= FEWEST and len(numbers) + lettered == len(beside) and 2 * stated > len(beside)
    if not answers or numbers != sorted(set(numbers)) or not set(numbers) <= set(questions):
        return sheet
    rows = [list(row) for row in sheet.rows]
    last: Question | None = None
    for row in rows:
        text = surface_of(row[0]) if row and row[0] != "" else ""
        if found := _NUMBER.fullmatch(text):
            last = questions[int(found[1])]
            row[0] = last.text
            if last.options and all(isinstance(value, str) for value in row):
                row[1:] = [""] * (len(row) - 1)  # "as follows": the question heads its options
        elif last is not None and (letter := _LETTER.fullmatch(text)):
            row[0] = last.options.get(letter[1].lower(), row[0])
    return dataclasses.replace(sheet, rows=rows)


_THOSE_OF = re.compile(
    r"\b(?:of )?(?:those|these|them|the ones) (?=(?:(?:given|recorded|counted|listed) )?(?:at|in|from|under|of|for) "
    r"(?:your )?(?:the )?(?:answer to )?q(?:uestion)?\.?\s?(\d{1,2})\b)",
    re.I,
)
_LETTER_REFERRED = re.compile(r"\(([a-j])\)", re.I)
_LOOSE_END = re.compile(r"[\s,;.(?]+(?:(?:and|or)[\s(]*)?\Z", re.I)


def referring(asked: dict[int, str]) -> dict[int, str]:
    """The questions of a request with what they refer to by number or letter in words, so that each says it by itself.

    "(a) communication ... and (b) images", then "How many (a) offences ...?"; "Of those at question 1, how many ...?".
    """
    told: dict[int, str] = {}
    letters: dict[str, str] = {}
    for number, text in asked.items():
        _, *parts = _OPTION.split(text)
        own = [letter.lower() for letter in parts[::2]]
        if len(own) > 1 and own == list("abcdefghij"[: len(own)]):
            letters = dict(zip(own, (_LOOSE_END.sub("", part) for part in parts[1::2]), strict=True))
        else:
            text = _LETTER_REFERRED.sub(functools.partial(_lettered, letters), text)
        told[number] = _THOSE_OF.sub(lambda found: _counted_at(found, told), text)
    return told


def _lettered(letters: dict[str, str], found: re.Match[str]) -> str:
    return letters.get(found[1].lower(), found[0])


def _counted_at(found: re.Match[str], told: dict[int, str]) -> str:
    """ "of the offences" for "of those" at a question that counts these; what any other counts in its own words."""
    label = read_label(told.get(int(found[1]), "")[:LONGEST_QUESTION])
    named = label.why if label.counted == "other" else label.counted
    return f"{found[0][:1]}f the {named} " if named and found[0][:1] in "Oo" else f"the {named} " if named else found[0]
