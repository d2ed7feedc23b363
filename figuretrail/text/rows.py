"""Times of numbers that stand in rows: the years over columns, the row above, the years that a total goes over.

What belongs here: what is known of a number's time since it stands in a list or a table run into lines. What does not:
which of these times is taken (`dating`).
"""

import datetime as dt
import functools
import itertools
import re

from figuretrail import timespan
from figuretrail.text import constructions
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.constructions import Constructions
from figuretrail.text.mentions import Mention
from figuretrail.text.timeline import UNKNOWN, fits
from figuretrail.text.tokens import Token
from figuretrail.text.walk import Settled
from figuretrail.timespan import Span

_ROW_LENGTH = 90  # characters of a line that may be a row
_NAME_LENGTH = 40  # characters of a line that may be the name over some rows
_SUMMED = {"add", "adds", "added", "adding", "altogether", "all", "in all", "sum"}
_MOST_ADDED = 12  # figures back that a number may add up
_YEAR_ENDING = re.compile("[uT]t(?=[·:,⟩]|$)")  # "Year ending", "12 months to": the head of a column of months
_OF_OTHERS = set("TGUcRDfCw")  # what may lead to another time or place: "up from 12 the year before"
_MOST_ROWS = 60  # that are gone up for the line that stands over them
_FEWEST_ROWS = 3  # one time each, that a total may go over


class Rows(Constructions):
    """Finds the times that rows tell."""

    def _time_of_counted_out(self, made: Settled, sentence: Sentence) -> Span:
        """ "Of the 2019/20 offences the means was captured in 88. Instagram was named in 29": the time of the 88.

        Only of platforms in the sentence right after a count of offences whose method was recorded.
        """
        if not made.platforms or not _OF_OTHERS.isdisjoint(sentence.tags):
            return UNKNOWN
        recent = itertools.islice(self.recent(), _MOST_ADDED)
        whole = next((one for one in recent if not one.platforms), None)
        if whole is None or whole.measure != "offences" or whole.base != "method_recorded":
            return UNKNOWN
        there = whole.candidate.sentence
        follows = made.candidate.sentence - there == 1 and self.reading.sentences[there].line == sentence.line
        return whole.period if follows and (made.unit == "percent" or made.value <= whole.value) else UNKNOWN

    def _under_time_alone(self, made: Settled, sentence: Sentence) -> Span:
        """ "2017/18" alone on its line over rows of platforms, ages or places: the time of these rows."""
        lines, number, which = self.reading.lines, sentence.line, made.candidate.sentence
        several = self._first_row[which] != which or self._first_row[which + 1 : which + 2] == [which]
        if "T" in sentence.tags or not several or not self._is_row(sentence):
            return UNKNOWN
        for above in range(number - 1, max(-1, number - _MOST_ROWS), -1):
            alone = self._times_alone.get(above)
            if alone is not None:
                return self.timeline.settle(alone, UNKNOWN, law=made.law)
            if lines[above + 1].gap or lines[above].end - lines[above].start > _ROW_LENGTH:
                break
        return UNKNOWN

    @functools.cached_property
    def _times_alone(self) -> dict[int, Mention]:
        """The lines that name a time and nothing else."""
        alone = {one.line: one for one in self.reading.sentences if one.tags.strip("·:–") == "T"}
        return {
            number: next(token.value for token in one.tokens if token.tag == "T")
            for number, one in alone.items()
            if one.start <= self.reading.lines[number].start and one.end >= self.reading.lines[number].end
        }

    def _times_together(self, made: Settled) -> Span | None:
        """ "2013/14: 12", "2014/15: 18", "Total: 30": from the first to the last of the like figures right before."""
        run: list[Span] = []
        for figure in self.recent():
            if figure.measure != made.measure or figure.place != self.settled[-1].place or figure.period in run:
                break
            run.append(figure.period)
        starts = [span.start for span in run if span.start is not None]
        ends = [span.end for span in run if span.end is not None]
        if len(run) < _FEWEST_ROWS or not len(starts) == len(ends) == len(run):
            return None
        return Span(min(starts), max(ends))

    def _times_added_up(self, made: Settled, sentence: Sentence) -> Span | None:
        """ "127 in 2018/19, 184 in 2019/20 ... That is 983 in all": of the like figures before that add up to it."""
        if made.measure != "offences" or made.unit != "count":
            return None
        of_one_kind = (made.measure, made.platforms, made.place)
        alike = (one for one in self.recent() if (one.measure, one.platforms, one.place) == of_one_kind)
        if sentence.cell:
            column = self._column_of(made.candidate)
            alike = (one for one in alike if self._column_of(one.candidate) == column)
        run: list[Span] = []
        left = made.value
        for figure in itertools.islice(alike, _MOST_ADDED):
            if figure.period in run or figure.period.start is None or figure.period.end is None:
                continue
            run.append(figure.period)
            left -= figure.value
            if left <= 0:
                break
        if left != 0 or len(run) < (2 if sums_up(sentence) else _FEWEST_ROWS):
            return None  # two numbers may add up to a third by chance
        run.sort(key=lambda span: span.start or dt.date.min)
        in_order = all(b.start and a.end and 0 <= (b.start - a.end).days <= 7 for a, b in itertools.pairwise(run))
        return Span(run[0].start, run[-1].end) if in_order else None

    def _column_of(self, candidate: Candidate) -> int:
        """How many numbers stand before it on its line."""
        line, before = self.reading.sentences[candidate.sentence].line, candidate.order
        while before and self.reading.sentences[self.reading.candidates[before - 1].sentence].line == line:
            before -= 1
        return candidate.order - before

    def _year_of_row(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """ "2019: 101" under "Year to March", "April–June" in a table of 2018/19: a row and what stands over it."""
        times = [token.value for token in sentence.tokens if token.tag == "T"]
        above = self._above_rows(candidate.sentence) if len(times) == 1 and not sentence.cell else None
        ends = _month_of_year_ending(sentence if sentence.cell else above, times[-1:])
        if ends is not None:
            return ends
        times[:0] = [token.value for token in above.tokens if token.tag == "T"] if above is not None else []
        times = [one for n, one in enumerate(times) if one not in times[:n]]  # "Q1 (Apr–Jun)" says it twice
        if len(times) != 2 or not (sentence.cell or above is not None):
            return None
        return constructions.ends_in(times) or constructions.part_of(times)

    def _above_rows(self, which: int) -> Sentence | None:
        """The line over rows of the same shape, of which the sentence is one."""
        first = self._first_row[which]
        several = first != which or self._first_row[which + 1 : which + 2] == [which]
        if not several:
            return None
        for _ in range(_MOST_ROWS):  # "Staffordshire", its rows, "Kent", its rows: all under one line
            above = self.reading.sentences[first - 1] if first else None
            if above is None:
                return None
            row, away = self.reading.sentences[first], self.reading.sentences[first].line - above.line
            named = away == 2 and self._is_name_over_rows(row.line - 1)
            if "N" not in above.tags:
                return above if away == 1 or named else None
            if not named or shape(above.tags) != shape(row.tags):
                return None
            first = self._first_row[first - 1]
        return None

    def _is_name_over_rows(self, number: int) -> bool:
        """Whether a line is a short name over rows: a force's, a platform's."""
        line = self.reading.lines[number]
        return line.heading and line.end - line.start <= _NAME_LENGTH

    def _of_column(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """ "Kent: 92 (44)" under "in 2022/23, with 2017/18 in brackets": as many times as a row has counts."""
        counts = [one for one in self.reading.candidates_of(candidate.sentence) if one.role.unit == "count"]
        if len(counts) < 2 or sentence.cell or "T" in sentence.tags or not self._is_row(sentence):
            return None
        place = next((n for n, one in enumerate(counts) if one.order == candidate.order), None)
        times = self._times_over_rows(candidate.sentence)
        if place is None:
            return None
        if len(times) == len(counts):
            told: Mention = times[place].value
            return told
        wholes = [token.value.span for token in times]
        if any("year" in token.word for token in times):  # "from the first of the five years to the last"
            wholes += [*reversed(self.timeline.spoken), *self.timeline.known]
        for whole in wholes:
            if whole.start is not None and fits(whole, 12 * len(counts)):
                return Mention("span", *timespan.months_from(timespan.add_months(whole.start, 12 * place), 12))
        return None

    def _is_row(self, sentence: Sentence) -> bool:
        """Whether a sentence is short and begins its line; a remark may stand after it."""
        line = self.reading.lines[sentence.line]
        return sentence.start == line.start and sentence.end - line.start <= _ROW_LENGTH

    def _times_over_rows(self, which: int) -> list[Token]:
        """The times that the line over a list of rows names, in order."""
        form, above = shape(self.reading.sentences[which].tags), which - 1
        while above >= 0 and which - above <= _MOST_ROWS:
            line = self._line_up_to(above)
            times = [token for there in line for token in there.tokens if token.tag == "T"]
            if times and shape(line[0].tags) != form:
                return times
            if not self._is_row(line[0]):
                return []
            above -= len(line)
        return []

    def _line_up_to(self, last: int) -> list[Sentence]:
        """The sentences of a line, of which the last is given."""
        number = self.reading.sentences[last].line
        backwards = (self.reading.sentences[n] for n in range(last, -1, -1))
        return list(itertools.takewhile(lambda sentence: sentence.line == number, backwards))[::-1]

    @functools.cached_property
    def _first_row(self) -> list[int]:
        """For every sentence the first of the sentences of the same shape, on neighbouring lines, that end with it."""
        first: list[int] = []
        before: tuple[int, str] = (-2, "")
        for which, sentence in enumerate(self.reading.sentences):
            form = shape(sentence.tags)
            goes_on = before == (sentence.line - 1, form)
            first.append(first[-1] if goes_on else which)
            before = (sentence.line, form)
        return first

    def _in_row_above(self, candidate: Candidate) -> Settled | None:
        """ "Kent: 451, 193" under "Lancashire: 497, 202": the figure in the same place of the line before."""
        mine = self.reading.candidates_of(candidate.sentence)
        last = next((s for s in self.recent() if s.candidate.sentence != candidate.sentence), None)
        if last is None or len(mine) < 2:
            return None
        theirs = self.reading.candidates_of(last.candidate.sentence)
        if len(theirs) != len(mine):
            return None
        return self.by_candidate.get(theirs[0].order + candidate.order - mine[0].order)


def _month_of_year_ending(over: Sentence | None, row: list[Mention]) -> Mention | None:
    """ "March 2020" in a row under "Year ending" or "12 months to": the twelve months up to there."""
    if over is None or not row or row[0].word != "month" or row[0].end is None:
        return None
    for told in _YEAR_ENDING.finditer(over.tags):
        unit = over.tokens[told.start()]
        if unit.word == "year" or (unit.tag == "T" and unit.value.kind == "length" and unit.value.months == 12):
            return Mention("span", *timespan.months_up_to(row[0].end, 12))
    return None


def sums_up(sentence: Sentence) -> bool:
    """Whether the words put numbers together: "Total", "it adds up to", "in all"."""
    return not {"C", "j"}.isdisjoint(sentence.tags) or any(token.word in _SUMMED for token in sentence.tokens)


def shape(tags: str) -> str:
    """The numbers, names and marks of a sentence without its words: rows of a list are built alike."""
    return re.sub("[^N%XPGT⟨⟩:–;]", "", tags)
