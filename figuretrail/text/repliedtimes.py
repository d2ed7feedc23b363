"""Times that answers leave unsaid since a question before them names them, as in a force's letter.

What belongs here: which of a question's times an answer is of. What does not: which question a line of a letter answers
(`replies`).
"""

import bisect
from collections.abc import Iterator

from figuretrail import timespan
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.mentions import Mention
from figuretrail.text.pointedtimes import PointedTimes
from figuretrail.text.replies import Question
from figuretrail.text.timeline import UNKNOWN, fits
from figuretrail.text.walk import Settled
from figuretrail.timespan import Span

IN_REPLY = "the time that the question it answers asks about"
_DATED = ("span", "range", "since", "until")
_YEAR = 12  # months
_MOST_LINES = 60  # of an answer


class RepliedTimes(PointedTimes):
    """Finds the times that questions name."""

    def _asked_for(self, made: Settled, sentence: Sentence) -> Span:
        """ "1. How many in 2021/22?" ... "1. 174": the time of the question, where the answer tells none so far."""
        replies = self.reading.replies
        asked = replies.answered.get(sentence.line)
        if asked is None or "T" in sentence.tags or made.measure == "offence_change":
            return UNKNOWN
        begun = replies.begun[sentence.line]
        if sentence.line - begun > _MOST_LINES or self._tells_times(begun, sentence):
            return UNKNOWN
        times = next((found for one in replies.up_to(asked) if (found := self._times_of(one))), [])
        return self._in_order(times, made.candidate)

    def _asked_in_order(self, made: Settled, sentence: Sentence) -> Span:
        """ "The total for 2020 and for 2019?" "92 and 77": of as many times as numbers, the one in order."""
        asked = self.reading.replies.answered.get(sentence.line)
        if asked is None or "T" in sentence.tags:
            return UNKNOWN
        times, numbers = self._times_of(asked), self.reading.candidates_of(made.candidate.sentence)
        if len(times) < 2 or len(times) != len(numbers):
            return UNKNOWN
        return times[made.candidate.order - numbers[0].order]

    def _in_order(self, times: list[Span], candidate: Candidate) -> Span:
        """The one time of a question; where the sentence has as many numbers as that has years, the year in order."""
        if len(times) != 1:
            return UNKNOWN
        (whole,) = times
        numbers = self.reading.candidates_of(candidate.sentence)
        if len(numbers) < 2 or whole.start is None or not fits(whole, _YEAR * len(numbers)):
            return whole
        first = timespan.add_months(whole.start, _YEAR * (candidate.order - numbers[0].order))
        return Span(*timespan.months_from(first, _YEAR))

    def _tells_times(self, first_line: int, sentence: Sentence) -> bool:
        """Whether the lines of an answer name a time before the sentence."""
        return any("T" in other.tags for other in self._sentences(self.reading.lines[first_line].start, sentence.start))

    def _times_of(self, question: Question) -> list[Span]:
        """The times that a question names, each once; what follows from one without an end is left open."""
        found: list[Span] = []
        for sentence in self._sentences(question.start, question.end):
            for token in sentence.tokens:
                if token.tag == "T" and token.value.kind in _DATED and question.start <= token.start < question.end:
                    span = self.timeline.settle(token.value, UNKNOWN, law="l" in sentence.tags)
                    if span not in found:
                        found.append(span)
        return found

    def _sentences(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences that were looked at and begin between two places."""
        every = self.reading.sentences
        at = bisect.bisect_left(every, start, key=lambda one: one.end)
        while at < len(every) and every[at].start < end:
            yield every[at]
            at += 1

    def _question_before(self, which: int, sentence: Sentence) -> Mention | None:
        """ "What about the whole 18 months? 5,161 were recorded": the time that a question right before asks."""
        before = self.reading.sentences[which - 1] if which else None
        if before is None or before.line != sentence.line or not self._is_question(before):
            return None
        times = [token.value for token in before.tokens if token.tag == "T"]
        return times[0] if len(times) == 1 and "N" not in before.tags else None

    def _is_question(self, sentence: Sentence) -> bool:
        return self.reading.clean.text[sentence.start : sentence.end].rstrip(" \"'*_").endswith("?")

    def _asked_before(self, which: int) -> Span:
        """ "How many did you record in calendar year 2024?": the time that the latest question asks for."""
        for sentence in reversed(self.reading.sentences[:which]):
            times = [token.value for token in sentence.tokens if token.tag == "T" and token.value.kind == "span"]
            if len(times) == 1 and self._is_question(sentence):
                told: Mention = times[0]
                return told.span
        return UNKNOWN
