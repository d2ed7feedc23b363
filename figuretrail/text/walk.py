"""What every step of settling can see: the candidates before it, and how its number stands in its sentence.

What belongs here: the record of a settled figure, and looking about. What does not: settling any column (`naming`,
`placing`, `dating`, `basing`), and telling what is a figure (`licence`).
"""

import bisect
import collections
import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from figuretrail.figure import SUBJECT
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.groups import Place
from figuretrail.text.lexicon import Phrase, lexicon
from figuretrail.text.mentions import Mention
from figuretrail.text.reader import Reading
from figuretrail.text.sentences import Line
from figuretrail.text.timeline import UNKNOWN, Timeline
from figuretrail.text.tokens import find_phrases
from figuretrail.timespan import Span

# "37 in 2017/18 have become 291"
_BECOME = {"have become", "has become", "had become", "became", "becoming", "turned into"}
WHOLE = re.compile(r"[N%]o[dw]?q?$")  # "32% of the", "23 of": what a share is taken of stands after it
_FROM = re.compile(r"f[dxq]?$")
_TO = re.compile(r"f[dxq]?[N%][^N%]*t[dqx]?$")
_TO_AFTER = re.compile(r"[^N%]*t[dqx]?[N%]")
_TO_FROM = re.compile("td?q?(?P<to>[N%])f[dxq]?(?P<from>[N%])")  # "to 428 from 136"
_UP_FROM = re.compile(r"(?:Xd|%x?f[dqx]?|%nd)$")
_ONCE = {"was", "were", "previously", "formerly"}
_RUN = re.compile(r"[N%](?:,[N%])*,?&[N%]")  # numbers in a row: "40, 66, 52 and 64"
_PAIR_BACK = 6  # figures back among which the former and the latter are
_SOME_OF_THE = re.compile(r"o[dw]N")  # "twelve of the 229"
_OF_THE = re.compile(r"[N%]o[dw]$")
OF_NUMBER = re.compile(r"o[dwIq]{0,2}N")  # "388 of the 604"
_JUST_BEFORE = 120  # characters before a sentence in which a question or a heading may stand
_INDENT = 4  # characters of a mark before the first sentence of a line
_WORD = re.compile("[a-z%]+")
PART_OF_COUNT = "the count that it is a part of"
SAME_COUNT = "an equal number before"
EXACT = 30  # from which on a number that is said again with "of the" is the one that was told
BY_CHANCE = 13  # a smaller count may well be equal to another by chance
_MEMORY = 200  # how many figures are looked back over, so that a long text takes no longer a sentence than a short one


@dataclasses.dataclass(slots=True)
class Settled:
    """A candidate that is a figure, with every column settled or left empty."""

    candidate: Candidate
    measure: str
    unit: str
    value: float
    bound: str
    offence: str = SUBJECT
    platforms: tuple[str, ...] = ()
    place: Place = (None, None)
    period: Span = UNKNOWN
    comparison: Span = UNKNOWN
    base: str = "all"
    band: tuple[int | None, int | None] | None = None
    sex: str | None = None
    inherited: set[str] = dataclasses.field(default_factory=set)
    rules: dict[str, str] = dataclasses.field(default_factory=dict)
    mention: Mention | None = None
    law: bool = False
    twin: "Settled | None" = None  # the figure that this one says again
    place_said: bool = False
    sure: dict[str, float] = dataclasses.field(default_factory=dict)  # by column, the odds of what was chosen

    @property
    def elliptical(self) -> bool:
        """Whether it is a count whose noun is left out."""
        return self.candidate.role.elliptical and self.measure == "offences"


class Often:
    """How often a text names each of its places, times or offences."""

    def __init__(self, named: Iterable[Any]) -> None:
        self.times = collections.Counter(named)
        self.most = max(self.times.values(), default=0)

    def said(self, value: Any) -> str:
        """How often a value is named, beside what else is named of the kind."""
        times = self.times[value]
        if not times:
            return "named nowhere"
        if times == self.most:
            return "named most" if times > 1 else "named once, as all"
        return "named once" if times == 1 else "named more than once"

    def signs(self, value: Any, told_by: str, state: str) -> list[str]:
        """How often the value of an option is named, alone, by what tells it, and in a state of the text."""
        said = self.said(value)
        return [said, f"{said}, {told_by}", f"{said}, {state}"]


class Walk:
    """A reading, and what has been settled of it so far."""

    def __init__(self, reading: Reading, title: str | None, *, place_known: bool = False) -> None:
        self.reading = reading
        self.place_known = place_known  # the catalogue knows the place of what the text leaves open
        self.title = [phrase for _, phrase in find_phrases(title)[1].values()] if title else []  # the names in it
        self.settled: list[Settled] = []
        self.values: set[float] = set()  # of all figures settled
        self.by_candidate: dict[int, Settled] = {}
        self.offence_at: dict[Place, str] = {}  # of the latest figure of each place
        spans = _known_spans(reading)
        self.timeline = Timeline(list(dict.fromkeys(spans))[:_MEMORY])
        self.names = sorted((start, phrase) for start, (_, phrase) in reading.found.items() if phrase.tag in "GPSA")
        self.starts = {tag: [start for start, phrase in self.names if phrase.tag in tag] for tag in ("G", "P", "SA")}
        self.phrases = {tag: [phrase for _, phrase in self.names if phrase.tag in tag] for tag in ("G", "P", "SA")}
        self.platforms: tuple[str, ...] = ()
        self.groups_of: dict[tuple[int, int], list[tuple[str, ...]]] = {}  # by where a sentence begins and ends
        self.places_named = Often(phrase.value for phrase in self.phrases["G"])
        self.times_named = Often(spans)
        self.offences_named = Often(p.value if p.tag == "A" else SUBJECT for p in self.phrases["SA"])
        self.others_named = any(phrase.tag == "A" for phrase in self.phrases["SA"])
        self.latest_end = max((span.end for span in spans if span.start and span.end), default=None)
        self.line_starts = [line.start for line in reading.lines]
        self.breaks = [match.start() for match in re.finditer("\n", reading.lowered)]
        self.before: tuple[Sentence | None, str] = (None, "")  # what stands before the sentence that is settled
        self.context_base: str | None = None  # what a sentence without figures says of those after it in its paragraph
        self.context_period: Mention | None = None
        self.context_line = -1
        self.next_context = 0
        self.turned_down: Candidate | None = None  # the latest candidate that was no figure
        self.main: Settled | None = None  # the latest figure that is not the one compared with
        self.longer: Settled | None = None  # the one before it, where its time is but a part of that one's

    def remember(self, made: Settled, index: int) -> None:
        """Take a figure in among those settled."""
        self.settled.append(made)
        self.values.add(made.value)
        self.by_candidate[index] = made
        if made.place[0] is not None:
            self.offence_at[made.place] = made.offence

    def line_at(self, at: int) -> Line:
        """The line that a place of the text is in, or the last before it."""
        return self.reading.lines[max(0, bisect.bisect_right(self.line_starts, at) - 1)]

    def lines_between(self, start: int, end: int) -> int:
        """How many lines end between two places of the text."""
        return bisect.bisect_left(self.breaks, end) - bisect.bisect_left(self.breaks, start)

    def _same_sentence(self, candidate: Candidate) -> Settled | None:
        last = self.settled[-1] if self.settled else None
        return last if last is not None and last.candidate.sentence == candidate.sentence else None

    def _parent(self, candidate: Candidate) -> Settled | None:
        return self.by_candidate.get(candidate.parent) if candidate.parent is not None else None

    def _former_or_latter(self, candidate: Candidate, sentence: Sentence) -> Settled | None:
        """ "Wiltshire accounted for 54 of the former and 28 of the latter": of the last two figures before."""
        words = [token.word for token in sentence.tokens[candidate.k + 1 : candidate.k + 4]]
        which = next((n for n, name in enumerate(("former", "latter")) if words == ["of", "the", name]), None)
        before = [one for one in self.settled[-_PAIR_BACK:] if one.candidate.sentence != candidate.sentence]
        return before[-2:][which] if which is not None and len(before) > 1 else None

    def _said_whole(self, candidate: Candidate, sentence: Sentence) -> Settled | None:
        """ "388 of the 604 records": the figure before that said the 604."""
        if OF_NUMBER.match(sentence.tags, candidate.k + 1) is None:
            return None
        whole = next(token.value.value for token in sentence.tokens[candidate.k + 1 :] if token.tag == "N")
        return next((one for one in self.recent() if one.measure == "offences" and one.value == whole), None)

    def told_before(self, made: Settled, sentence: Sentence) -> Settled | None:
        """ "Twelve of the 229 victims": the figure before of which the 229 are, for the twelve and the 229 alike.

        None where so many were told of several places or times, or of names, or where they may be by chance.
        """
        candidate = made.candidate
        whole = self._is_whole_of(candidate, sentence)
        if whole < EXACT or whole not in self.values:
            return None
        told = [one for one in self.recent() if one.unit == "count" and one.value == whole]
        told = [one for one in told if one.candidate.sentence != candidate.sentence]
        if not told or any((one.place, one.period) != (told[0].place, told[0].period) for one in told):
            return None
        return None if told[0].platforms or told[0].bound != "=" else told[0]

    @staticmethod
    def _is_whole_of(candidate: Candidate, sentence: Sentence) -> float:
        """How many those are that the number is some of, or that it is itself; 0 where it says neither."""
        if _SOME_OF_THE.match(sentence.tags, candidate.k + 1) is not None:
            return float(next(token.value.value for token in sentence.tokens[candidate.k + 1 :] if token.tag == "N"))
        of = _OF_THE.search(sentence.tags, 0, candidate.k)
        return candidate.role.value or 0.0 if of is not None and candidate.role.unit == "count" else 0.0

    def first_of_line_before(self, sentence: Sentence) -> Settled | None:
        """The first figure of the latest line above that has any: rows of a list go on with it, not with an aside."""
        first, line = None, -1
        for figure in self.recent():
            of = self.reading.sentences[figure.candidate.sentence].line
            if of == sentence.line:
                continue
            if line not in (-1, of):
                break
            first, line = figure, of
        return first

    def _is_whole(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Whether the number is what a share is taken of: "32% of the 1,317 cases", "23 of the 60"."""
        return WHOLE.search(sentence.tags[: candidate.k]) is not None and candidate.role.measure == "offences"

    @staticmethod
    def _is_to(candidate: Candidate, sentence: Sentence) -> bool:
        if candidate.k and sentence.tokens[candidate.k - 1].word in _BECOME:
            return True
        if any(found.start("to") == candidate.k for found in _TO_FROM.finditer(sentence.tags)):
            return True
        return _TO.search(sentence.tags[: candidate.k]) is not None

    @staticmethod
    def _is_from(candidate: Candidate, sentence: Sentence) -> bool:
        following = next((j for j, t in enumerate(sentence.tags) if j > candidate.k and t in "tN%"), None)
        if following is not None and sentence.tokens[following].word in _BECOME:
            return candidate.role.measure == "offences"
        if candidate.role.measure not in ("offences", "offence_share") or not _FROM.search(
            sentence.tags[: candidate.k]
        ):
            return False
        if any(found.start("from") == candidate.k for found in _TO_FROM.finditer(sentence.tags)):
            return True
        return _TO_AFTER.match(sentence.tags, candidate.k + 1) is not None

    def _compared(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Whether another number is compared with it: after "compared with", or the first of "from ... to ..."."""
        if "c" in sentence.tags[candidate.left : candidate.k]:
            return True
        if _UP_FROM.search(sentence.tags[: candidate.k]):
            return True  # "nearly double the 37", "up 33% from 175"
        before = sentence.tokens[candidate.k - 1].word if candidate.k else ""
        if before in _ONCE and sentence.tags[candidate.k - 2 : candidate.k - 1] == "⟨":
            return True  # "124 (was 131)"
        if before.startswith(("more than the", "fewer than the", "less than the")):
            return True
        return self._is_from(candidate, sentence)

    @staticmethod
    def _one_of_group(candidate: Candidate, sentence: Sentence, wanted: str) -> Any:
        """ "Twitter, TikTok and Discord were used 14, 11 and nine times": one name for each number, in order."""
        run = run_of(candidate, sentence)
        if run is None:
            return None
        numbers = [j for j in range(run.start(), run.end()) if sentence.tags[j] in "N%"]
        for j, tag in enumerate(sentence.tags):
            if tag != wanted:
                continue
            names = sentence.tokens[j].value
            if wanted == "G":  # "Of the others in the North West, Greater Manchester and Lancashire": the forces
                names = [place for place in names if place[1] == names[-1][1]]
            if len(names) == len(numbers):
                return names[numbers.index(candidate.k)]
        return None

    def _intro(self, sentence: Sentence) -> Sentence | None:
        """The sentence with a colon, or the heading, over the list which this sentence is an item of."""
        number = sentence.line
        lines = self.reading.lines
        if not lines[number].item:
            return None
        while number >= 0 and lines[number].item:
            number -= 1
        if number < 0 or not (lines[number].intro or lines[number].heading):
            return None
        return next((s for s in reversed(self.reading.sentences) if s.line == number), None)

    def _equal_before(self, made: Settled) -> Settled | None:
        """The figure before it with the same value, where that can hardly be by chance."""
        if made.value < BY_CHANCE or made.unit != "count" or made.value not in self.values:
            return None
        return next((s for s in self.recent() if s.measure == made.measure and s.value == made.value), None)

    @functools.cached_property
    def _orders_by_count(self) -> dict[float, list[int]]:
        """For every count of the text that can hardly be equal to another by chance, where it stands, in order."""
        orders: dict[float, list[int]] = {}
        for one in self.reading.candidates:
            if one.role.unit == "count" and (one.role.value or 0) >= BY_CHANCE:
                orders.setdefault(one.role.value or 0.0, []).append(one.order)
        return orders

    def _said_again_after(self, made: Settled) -> Candidate | None:
        """Where the text gives the same count again, in a later sentence."""
        if made.unit != "count":
            return None
        orders = self._orders_by_count.get(made.value, [])
        for order in orders[bisect.bisect_right(orders, made.candidate.order) :][:4]:
            again = self.reading.candidates[order]
            if again.sentence != made.candidate.sentence:
                return again
        return None

    def _so_many_before(self, candidate: Candidate, sentence: Sentence) -> Settled | None:
        """For the second of two numbers in a row ("recorded 40 and 66"), the second of the last two in a row before."""
        run = run_of(candidate, sentence)
        if run is None:
            width = sum(
                one.role.measure == candidate.role.measure for one in self.reading.candidates_of(candidate.sentence)
            )
        else:
            width = sum(tag in "N%" for tag in run.group())
        if width < 2 or width > len(self.settled):
            return None
        figure = self.settled[-width]
        return figure if figure.measure == candidate.role.measure else None

    def named_before(self, tag: str, at: int) -> Iterator[tuple[int, Phrase]]:
        """The names of a kind before a place in the text, the latest first, as far back as matters."""
        spot = bisect.bisect_left(self.starts[tag], at)
        for n in range(spot - 1, max(-1, spot - 1 - _MEMORY), -1):
            yield self.starts[tag][n], self.phrases[tag][n]

    def named_after(self, tag: str, at: int) -> Iterator[tuple[int, Phrase]]:
        """The names of a kind from a place in the text on."""
        spot = bisect.bisect_left(self.starts[tag], at)
        for n in range(spot, min(len(self.starts[tag]), spot + _MEMORY)):
            yield self.starts[tag][n], self.phrases[tag][n]

    def said_before(self, sentence: Sentence) -> str:
        """The classes of the words right before a sentence, in its line and the one above: a question, a heading."""
        if self.before[0] is not sentence:
            lowered, words = self.reading.lowered, lexicon().words
            line = self.reading.lines[sentence.line]
            above = self.reading.lines[max(0, sentence.line - 1)] if sentence.start <= line.start + _INDENT else line
            start = max(above.start, sentence.start - _JUST_BEFORE)
            self.before = (
                sentence,
                "".join([words.get(word, "") for word in _WORD.findall(lowered, start, sentence.start)]),
            )
        return self.before[1]

    def recent(self) -> Iterator[Settled]:
        """The figures settled so far, the latest first, as far back as matters."""
        return reversed(self.settled[-_MEMORY:])


def run_of(candidate: Candidate, sentence: Sentence) -> re.Match[str] | None:
    """The numbers in a row that the candidate is one of."""
    return next((run for run in _RUN.finditer(sentence.tags) if run.start() <= candidate.k < run.end()), None)


def _known_spans(reading: Reading) -> list[Span]:
    """Every time that a text names with its dates, also those told by the beginning of the law; none in the future."""
    spans = []
    alone = Timeline([])
    for sentence in reading.sentences:
        law = "l" in sentence.tags
        try:
            for token in sentence.tokens:
                if token.tag == "T" and (
                    token.value.kind in ("span", "range") or (law and token.value.kind == "first")
                ):
                    spans.append(alone.settle(token.value, UNKNOWN, law=law))
        except Exception as error:  # a fault of ours in one sentence must not keep the others from being read
            reading.note(sentence.start, sentence.end, error)
    return [span for span in spans if not is_ahead(span, reading.published)]


def is_ahead(span: Span, published: dt.date | None) -> bool:
    """Whether a time begins after the text was published, so that nothing can have been counted in it."""
    return published is not None and span.start is not None and span.start > published


def is_restatement(candidate: Candidate, sentence: Sentence) -> bool:
    """ "The title makes this four in five": the number before, said another way."""
    return sentence.tokens[candidate.k - 1].word in ("this", "it", "that") and candidate.k > 1
