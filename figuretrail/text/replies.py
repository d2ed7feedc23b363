"""Answers to numbered questions: the letters in which forces disclose what they were asked for.

What belongs here: which lines ask, which question a line answers, and what a question asks for. What does not: what
follows from it for a number (`licence`, `roles`, `measuring`, `naming`, `repliedtimes`).
"""

import bisect
import dataclasses
import re

from figuretrail.text.sentences import Line

_KINDS = r"q|a|question|request|answer|response|reply|part|point"
_LABEL = re.compile(
    rf"[\s>#*_•–-]*(?:(?P<kind>{_KINDS})(?: ?(?:to|no\.?|number|question|request|q))*[ .]?)?"
    r"[(\[]?(?P<number>\d{1,2}|[ivx]{1,4}|[a-h](?=\)))(?P<close>[)\]]|/(?=\s))?(?P<stop>[.:]?)(?![\d/%,])"
    r"(?:[ *_]*\(?(?P<part>[a-h])\))?[\s*_.:)–-]*"
)
_IN_ORDER = (
    tuple(map(str, range(1, 31))),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    tuple("abcdefgh"),
)
_FIRST = ("1", "i", "a")
_ASKING = {"q", "question", "request"}
_ANSWERING = {"a", "answer", "response", "reply"}
_ASKS = re.compile(
    r"(?:please|how (?:many|much)|(?:can|could|would) you|(?:i|we) would|i'd|for each"
    r"|a (?:breakdown|list) of|(?:the )?(?:total )?number of)"
)
_REPLY = re.compile(r"\b(?:response|respond|reply|answer|disclosure)")
_LONGEST_TOPIC = 60  # characters
_LONGEST_QUESTION = 1_500  # characters
_MOST_BEFORE = 20  # questions, among which one that names a time is looked for
_LONGEST_HEADING = 160  # characters of a line that tells that the answers follow
_YOUNGEST = re.compile(r"\b(?:youngest|lowest age)\b")
_OLDEST = re.compile(r"\b(?:oldest|suspects?|offenders?|perpetrators?)\b")
_OTHERS = (
    r"(?:suspects?|offenders?|perpetrators?|charges|arrests?|convictions?|cautions?|prosecutions?|outcomes?|detections?"
    r"|disposals?|staff|officers|hours|schools|courses)"
)
_BECAME = (
    r"(?:charged|arrested|convicted|cautioned|prosecuted|summonsed|detected|result(?:ed)? in|lea?d to|disposed of)"
)
# "how many suspects", "the number of disposals", "how many of these were charged"; "Sanction detections" over a list
_OF_OTHERS = re.compile(
    rf"\b(?:how many|numbers? of|total of|age of the|ages of|details of)\b[^.?,;]{{0,30}}?\b(?:{_OTHERS}\b|{_BECAME})"
    rf"|\b(?:how many|numbers? of)\b[^.?]{{0,60}}\b{_BECAME}|[^.?]{{0,24}}\b{_OTHERS}[ *_:.]*$"
)
_OURS = re.compile(
    r"\b(?:number|how many|total)(?: of)?(?: the| these| such| recorded)?(?: \w+)?"
    r" (?:offences|crimes|victims|incidents)\b"
    rf"(?![^.?]{{0,60}}\b{_BECAME})"
)
_OF_VICTIMS = re.compile(
    r"(?:[^?.]{0,60}\b)?(?:how many|numbers? of)(?: of)?(?: the| these| those)?(?: \w+)? (?:victims|children)\b"
)
_SENTENCE_ENDS = re.compile(r"[.?!]\s+(?!please\b|if\b)[a-z]{2}")


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """A question of a request: where it stands in the text, and whether what it says is certainly no answer."""

    start: int
    end: int
    only_asks: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Replies:
    """What the lines of a text ask and answer, by their numbers."""

    asked: dict[int, Question]
    answered: dict[int, Question]
    begun: dict[int, int]  # the number of the line with which the answer begins that a line belongs to
    after: dict[int, int]  # where the words of a line begin, after the number of its question
    order: list[Question]  # as they stand in the text

    def up_to(self, question: Question) -> list[Question]:
        """A question, and some that were asked before it, the latest first."""
        at = bisect.bisect_left(self.order, question.start, key=lambda one: one.start)
        return self.order[max(0, at - _MOST_BEFORE) : at + 1][::-1]


NOTHING = Replies({}, {}, {}, {}, [])


@dataclasses.dataclass(frozen=True, slots=True)
class _Label:
    kind: str
    number: str
    part: str
    after: int


def find(lowered: str, lines: list[Line]) -> Replies:
    """The numbered questions of a text, and the lines that answer each."""
    labels = {line.number: label for line in lines if (label := _label(lowered, line)) is not None}
    if not any(label.number in _FIRST for label in labels.values()):
        return NOTHING
    asking = _asking(lowered, lines, labels)
    last_asked = max(asking, default=-1)
    made = Replies({}, {}, {}, {}, [])
    known: dict[str, Question] = {}
    under: Question | None = None
    begun, in_a_row = 0, 0
    for line in lines:
        label = labels.get(line.number)
        if label is not None and line.number in asking:
            asked = asking[line.number]
            known.update(asked)
            under = next(iter(asked.values()))  # the first; an answer that has no number is to it
            made.asked[line.number] = under
            made.after[line.number] = under.start
            made.order.extend(sorted(set(asked.values()), key=lambda one: one.start))
            in_a_row += len(set(asked.values()))
            begun = line.number + 1
            continue
        plain = label is not None and not label.kind and line.number < last_asked
        if label is not None and not plain:  # a numbered list may stand within an answer
            under = known.get(label.number + label.part) or known.get(label.number)
            begun = line.number
            if under is not None and line.start < label.after:
                made.after[line.number] = label.after
        elif in_a_row > 1 or _is_heading(lowered, line):
            under = None  # after a list of questions the letter goes on
        in_a_row = 0
        if under is not None and line.start >= under.end:
            made.answered[line.number], made.begun[line.number] = under, begun
    return made


def _label(lowered: str, line: Line) -> _Label | None:
    """The number that a line begins with, as a question or its answer does."""
    found = _LABEL.match(lowered, lowered.rfind("\n", 0, line.start) + 1, line.end)
    if found is None:
        return None
    if not found["kind"] and not (found["close"] or (found["stop"] == "." and found["number"].isdigit())):
        return None
    if found["kind"] in ("q", "a") and not found["number"].isdigit():
        return None
    return _Label(found["kind"] or "", found["number"], found["part"] or "", found.end())


def _asking(lowered: str, lines: list[Line], labels: dict[int, _Label]) -> dict[int, dict[str, Question]]:
    """The questions of each line that asks, by their numbers."""
    answered_later = _answered_later(lowered, lines, labels)
    found: dict[int, dict[str, Question]] = {}
    known: set[str] = set()
    for line in lines:
        label = labels.get(line.number)
        if label is None or label.kind in _ANSWERING:
            continue
        key, end = label.number + label.part, line.end
        following = lines[line.number + 1] if label.after >= end and line.number + 1 < len(lines) else None
        if following is not None and following.number not in labels:
            end = following.end  # "Request 2" alone on its line
        end = min(end, label.after + _LONGEST_QUESTION)
        one_sentence = _SENTENCE_ENDS.search(lowered, label.after, end) is None
        again = line.number in answered_later and (one_sentence or "?" in lowered[label.after : end])
        topic = label.kind in _ASKING and _is_topic(lowered, label.after, end)
        asks = again or topic or _asks(lowered, label.after, end)
        if "?" in lowered[label.after : end] or (asks and key not in known):
            found[line.number] = _parted(lowered, label, end, only_asks=again and key not in known)
            known.update(found[line.number])
    return found


def _is_topic(lowered: str, start: int, end: int) -> bool:
    """ "Q4 - Sanction detections": words without a number and without an end, over what answers them."""
    words = lowered[start:end]
    return len(words) <= _LONGEST_TOPIC and not any(char.isdigit() for char in words) and words[-1:].isalpha()


def _asks(lowered: str, start: int, end: int) -> bool:
    return "?" in lowered[start:end] or _ASKS.match(lowered, start, end) is not None


def _parted(lowered: str, label: _Label, end: int, *, only_asks: bool) -> dict[str, Question]:
    """The questions of a line, which may number several: "(1) the number of offences (2) the percentage of ..."."""
    row = next((row for row in _IN_ORDER if label.number in row), ())
    numbers, starts = [label.number], [label.after]
    for number in row[row.index(label.number) + 1 :] if row else ():
        further = re.compile(rf"[\s(]{number}[).]\s").search(lowered, starts[-1], end)
        if further is None:
            break
        numbers.append(number)
        starts.append(further.end())
    ends = [*starts[1:], end]
    found = {n: Question(start, stop, only_asks) for n, start, stop in zip(numbers, starts, ends, strict=True)}
    return {label.number + label.part: found[label.number], **found}


def _answered_later(lowered: str, lines: list[Line], labels: dict[int, _Label]) -> set[int]:
    """The lines of a request whose numbers come again: as those of answers, from the first on, or after "Response"."""
    found: set[int] = set()
    later: set[str] = set()  # the numbers since the heading that is looked for
    answers: set[str] = set()
    begins_again = False
    for line in reversed(lines):
        label = labels.get(line.number)
        if label is None:
            short = line.end - line.start <= _LONGEST_HEADING
            if begins_again or (short and _REPLY.search(lowered, line.start, line.end) is not None):
                answers |= later
                later.clear()
            begins_again = False
        elif label.kind in _ANSWERING:
            answers.add(label.number)
        elif label.number in answers:
            found.add(line.number)
        elif not _asks(lowered, label.after, line.end):
            later.add(label.number)
            begins_again = label.number in _FIRST
    return found if any(_asks(lowered, labels[number].after, lines[number].end) for number in found) else set()


def _is_heading(lowered: str, line: Line) -> bool:
    """Whether a line is a heading that tells of something else than an answer, and no row of a list."""
    words = lowered[line.start : line.end]
    plain = line.heading and line.gap and not line.item and not any(char.isdigit() for char in words)
    return plain and not words.rstrip(" *_").endswith(":") and _REPLY.search(words) is None


def asks_for_youngest(lowered: str, question: Question) -> bool:
    """Whether a question asks for the age of the youngest victim."""
    words = (lowered, question.start, question.end)
    return _YOUNGEST.search(*words) is not None and _OLDEST.search(*words) is None


def asks_for_others(lowered: str, question: Question) -> bool:
    """Whether a question asks for suspects, outcomes or costs, and for no offences or victims beside them."""
    words = (lowered, question.start, question.end)
    return _OF_OTHERS.search(*words) is not None and _OURS.search(*words) is None


def asks_for_victims(lowered: str, question: Question) -> bool:
    """Whether a question asks how many victims there were, of an age or a sex: "the number of victims aged 12-15"."""
    return _OF_VICTIMS.match(lowered, question.start, question.end) is not None
