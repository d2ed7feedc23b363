"""Which lines of a web page speak of which of its tables: a request with numbered questions, then answers by number.

What belongs here: "Response 2", "Q3.", "Answer to question 5" above tables, as headings that part these, and the
question of that number from the request above. What does not: what the whole page is about (`pagesubject`), and
numbers of questions in cells (`numbering`, `requests`).
"""

import dataclasses
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from figuretrail.tables.files.grid import Sheet, Workbook
from figuretrail.tables.language.datedlines import DATED
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.requests import referring
from figuretrail.timespan import Span
from figuretrail.vocabulary.numberwords import BELOW_HUNDRED, whole_number

NEAR = 12  # lines above a table that may speak of it
_LONGEST_LIMIT = 40  # characters of "female victims", "victims aged under 13"
_OWN_COUNT = Words(r"\b(?:numbers?|counts?|totals?|how many|all)\b", re.I)
_ASKS = r"q(?:uestion|n)?s?|request|query|part|point|item"
_ANSWERS = r"a(?:nswers?)?|response|reply"
_TO = rf"(?:\s(?:to|for)(?:\s(?:the|your))?)?(?:\s(?:{_ASKS}))?"
_NUMBER = r"\d{1,2}\s?\(?(?:[a-h](?![a-z]))?"
_FURTHER = rf"(?:\s?(?:,|&|and|to|[–—-])\s?(?:{_ASKS})?\s?{_NUMBER}(?![\d/]))*"
_NUMBERED = re.compile(
    rf"\W*(?:(?:(?P<answers>(?:our )?(?:{_ANSWERS}){_TO})|(?P<asks>{_ASKS}))\s?(?:no\b\.?|number)?\s?"
    rf"(?P<several>{_NUMBER}{_FURTHER})|(?P<number>{_NUMBER}))"
    r"(?P<mark>[).:]+(?=\s|\Z)|\s[–—-](?=\s)|(?=\s|\Z))\s*(?P<words>.*)",
    re.I | re.S,
)
_IN_WORDS = re.compile(rf"\A(\W*(?:(?:{_ANSWERS}){_TO}|{_ASKS})\s)({BELOW_HUNDRED})\b", re.I)  # "Question two"
# A line that says nothing but that an answer follows, or begins with that: "In Response:", "Answer (both sexes)"
ANSWER = Words(r"\W*(?:(?:in|our|my|the) )?(?:answers?|responses?|repl(?:y|ies))\b\W*", re.I)
_REMARK = re.compile(r"\s*[(\[–—-].*", re.S)
_REFERENCE = re.compile(r"\d{3,}[/-]\d{2,4}\b|\bref\b|\breference\b", re.I)  # "402/2022"


class _Heading(NamedTuple):
    """A numbered line: its place among the lines, its numbers, the words after them, and whether it heads an answer."""

    line: int
    numbers: tuple[int, ...]  # "Questions 2 and 3"
    words: str
    answers: bool


class Request(NamedTuple):
    """What was asked on a page: the questions by number, and the lines about all of them that name a time."""

    questions: dict[int, str]
    before: tuple[str, ...]
    after: tuple[str, ...]  # "In all instances I request ..." supersedes what the questions say
    head: tuple[str, ...]  # all lines above the first answer


class Answered(NamedTuple):
    """A page with the lines that speak of each table, and what was asked on it."""

    sheets: list[Sheet]
    request: Request


def answers_of(page: Workbook) -> Answered:
    """The tables of a page, each with no more lines than those that speak of it."""
    asked: dict[int, str] = {}
    answered = 0  # the number of the last answer
    request = Request({}, (), (), ())
    sheets: list[Sheet] = []
    for place, sheet in enumerate(page.sheets):
        headings = _headings(sheet.about, asked, answered, first=not place)
        if not place:
            request = _request(sheet.about, asked, headings)
        last = _parting(sheet.about, headings, first=not place)
        answered = max(answered, max(last.numbers) if last else 0)
        parted = sheet if not place or last else _from_its_heading(sheet)
        about = _speaking(parted.about, last, request._replace(questions=referring(asked)))
        remarks = [line for line in about if last and _is_remark_on_answer(line)]
        about = tuple(line for line in about if line not in remarks)
        end = min((found.line for found in _headings(sheet.below, dict(asked), answered, first=False)), default=None)
        sheets.append(dataclasses.replace(sheet, about=about[-NEAR:], below=(*remarks, *sheet.below[:end])))
    return Answered(sheets, request)


def _headings(lines: Sequence[str], asked: dict[int, str], answered: int, *, first: bool) -> list[_Heading]:
    """The numbered lines among some, in order; questions that come in are added to those that were asked."""
    found: list[_Heading] = []
    noted = 0  # the last number of a run of notes below a table
    for place, line in enumerate(lines):
        numbered = _numbered(line)
        if numbered is None:
            continue
        numbers, words = _numbers(numbered), numbered["words"].strip()
        number = numbers[0]
        if not first and numbered["number"] and words and (number in (1, noted + 1) or number <= answered):
            noted = number  # "1. Figures may change.", "2. ..." below a table
            continue
        answers = numbered["answers"] is not None or not asked.keys().isdisjoint(numbers)
        if not answers:
            following = lines[place + 1] if place + 1 < len(lines) else ""
            asked[number] = words or ("" if _numbered(following) else following)
        found.append(_Heading(place, numbers, words, answers))
    return found


def _numbered(line: str) -> re.Match[str] | None:
    """A line that begins with the number of a question, which a mark or a word for questions tells from others."""
    line = _IN_WORDS.sub(lambda said: f"{said[1]}{whole_number(said[2].lower())}", line)
    found = _NUMBERED.fullmatch(line)
    if found is None:
        return None
    if found["mark"].strip():
        return found if found["several"] or found["mark"].strip(" –—-") else None
    prose = found["words"][:1].islower()  # "Q1 and Q2 concern ..."
    return found if found["several"] and not prose else None


def _numbers(numbered: re.Match[str]) -> tuple[int, ...]:
    """The numbers that a line begins with: 2 and 3, or those from 1 to 4."""
    text = numbered["several"] or numbered["number"]
    told = [int(number) for number in re.findall(r"\d+", text)]
    through = len(told) == 2 and re.search(r"\bto\b|[–—-]", text)
    return tuple(range(told[0], told[1] + 1)) if through and told[0] < told[1] else tuple(told)


def _parting(lines: Sequence[str], headings: list[_Heading], *, first: bool) -> _Heading | None:
    """The last numbered line above a table, where it heads that table: no question of a request above the first one."""
    if not headings:
        return None
    last = headings[-1]
    between = lines[headings[-2].line + 1 : last.line] if len(headings) > 1 else ()
    interleaved = not first or any(map(ANSWER.match, between))
    return last if last.answers or interleaved else None


def _speaking(lines: Sequence[str], last: _Heading | None, request: Request) -> tuple[str, ...]:
    """The lines that speak of a table below the heading of an answer: the question of its number, what follows."""
    if last is None:
        return tuple(lines)
    below = lines[last.line + 1 :]
    questions = [question for number in last.numbers if (question := request.questions.get(number))]
    if not last.answers:
        return tuple(filter(None, (*(questions or [last.words]), *below)))
    superseded = request.after if any(map(time_of, questions)) else ()
    limited = _limited(last.words, questions[-1] if questions else "")
    return tuple(filter(None, (*questions, *superseded, limited, *below)))


def _limited(words: str, question: str) -> str:
    """The words after the number of an answer; where they but limit the victims, that of which the question asks.

    "Question 3 - female victims" counts no victims, unless question 3 asks for these.
    """
    label = read_label(words) if 0 < len(words) <= _LONGEST_LIMIT and question else None
    if label is None or label.counted != "victims" or not (label.sex or label.ages) or _OWN_COUNT.search(words):
        return words
    return words if read_label(question[:400]).counted == "victims" else f"offences with {words}"


def _from_its_heading(sheet: Sheet) -> Sheet:
    """A later table of the page without what stands above its first heading, which spoke of the table before."""
    first = next((place for place in sheet.headings if not ANSWER.fullmatch(sheet.about[place])), 0)
    return dataclasses.replace(sheet, about=sheet.about[first:])


def _is_remark_on_answer(line: str) -> bool:
    """Whether a line says something besides of the answer that it announces: "Answer (female and male victims)"."""
    found = ANSWER.match(line)
    return found is not None and _REMARK.match(line[len(found[0].rstrip(" ([–—-")) :]) is not None


def _request(lines: Sequence[str], asked: dict[int, str], headings: list[_Heading]) -> Request:
    """What is asked above the first answer."""
    answers = [heading.line for heading in headings if heading.answers]
    answers += [place for place, line in enumerate(lines) if headings and ANSWER.fullmatch(line)]
    end = min((place for place in answers if place > headings[0].line), default=len(lines)) if answers else len(lines)
    numbers = [heading.line for heading in headings if heading.line < end]
    before = lines[: numbers[0]] if numbers else lines[:end]
    # Without a word of the answer, what follows the questions may be the first table's title
    after = lines[numbers[-1] + 1 : end] if numbers and end < len(lines) else ()
    return Request(dict(asked), tuple(filter(time_of, before)), tuple(filter(time_of, after)), tuple(lines[:end]))


def time_of(line: str) -> Span | None:
    """The time that a line says is counted: no day, and no month or year in which something was written."""
    period = read_label(line[:400]).period
    if period is None or period.span is None or None in period.span or not period.sure or period.kind == "day":
        return None
    dated = period.kind in ("month", "calendar") and (DATED.search(line) or _REFERENCE.search(line))
    return None if dated or period.span.start == period.span.end else period.span


def one_time(lines: Iterable[str]) -> Span | None:
    """The one time that lines name, where they name no other."""
    spans = {span for line in lines if (span := time_of(line))}
    return spans.pop() if len(spans) == 1 else None
