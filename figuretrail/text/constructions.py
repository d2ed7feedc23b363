"""Times that the build of a sentence gives to a number: lists in order, the ends of a range, clauses about a time.

What belongs here: such constructions. What does not: times that merely stand near a number, or that other figures have
(`dating`).
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from figuretrail import timespan
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.mentions import Mention
from figuretrail.text.placing import Placing
from figuretrail.text.timeline import UNKNOWN, fits
from figuretrail.text.walk import Settled, run_of
from figuretrail.timespan import Span

_SAID_AGAIN = re.compile(r"[OWSx]{0,3},x?%o[dw]?C[kx]?i?T")
_NUMBERS_IN_ROW = re.compile(r"N(?:,N)*,?&N")
_LAW_TO_DATE = re.compile(r"[zf][dwuxi@]{0,5}l{1,2}[xbi]{0,2}[&t](?:dxo|[dq])?T")
_BEGINNING = {"beginning", "starting", "begins", "starts", "began", "start", "begin"}
_SAID_BY_ANOTHER = ("next", "first", "previous")  # kinds of times
_EACH_YEAR = {"annual", "yearly", "successive", "respective"}
_BETWEEN_TIMES = re.compile("zd?(T)(?:,m[^,;·T]{1,12},)?&d?(T)")  # "between the first half, when it was 126, and ..."
_TIMES_COMPARED = re.compile("(T)bc[in]?d?(T)")  # "2018/19 is compared with 2017/18"
_SAYS_BETWEEN = {"between", "in between", "intervening"}
_SINCE_WHEN = re.compile("T,m[^N%XT,;·]{0,9}(?=[N%])")
_TIMES_IN_ROW = re.compile(r"T(?:,i?T)*,?&i?T")


class Constructions(Placing):
    """Finds the times that a sentence's build tells."""

    def _built(self, candidate: Candidate, sentence: Sentence) -> Iterator[tuple[str, Mention]]:
        """Every such time, with the name of its construction."""
        yield from ends_of_range(sentence)
        for name, mention in (
            ("the number said again", _time_of_restatement(candidate, sentence)),
            ("the clause before it", _time_of_clause(candidate, sentence)),
            ("the year after the one compared", self._last_before(candidate, sentence)),
            ("since the law, until then", _law_until(sentence)),
        ):
            if mention is not None:
                yield name, mention

    def _respective(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """ "66, 71 and 77 in 2017/18, 2018/19 and 2019/20", "12 and 34 for the same years": one time for each."""
        tags, k = sentence.tags, candidate.k
        run = next((m for m in _NUMBERS_IN_ROW.finditer(tags) if m.start() <= k < m.end()), None)
        if run is None:
            return None
        numbers = [j for j in range(run.start(), run.end()) if tags[j] == "N"]
        one = _one_for_all(candidate, sentence)
        if one is not None:
            return one
        for times in _TIMES_IN_ROW.finditer(tags):
            spots = [j for j in range(times.start(), times.end()) if tags[j] == "T"]
            if len(spots) == len(numbers):
                found: Mention = sentence.tokens[spots[numbers.index(k)]].value
                return found
        between = self._years_between(sentence)
        if len(between) == len(numbers):
            return Mention("span", *between[numbers.index(k)])
        same = next((t.value for t in sentence.tokens[run.end() :] if t.tag == "T"), None)
        before = next((t.value for t in reversed(sentence.tokens[: run.start()]) if t.tag == "T"), None)
        wholes = [self._so_many_years(mention, numbers, sentence) for mention in (same, before) if mention]
        if _EACH_YEAR.intersection(token.word for token in sentence.tokens[: run.start()]):
            wholes += reversed(self.timeline.spoken)  # "The annual totals were 274, 356 and 463"
        which = numbers.index(k)
        for whole in wholes:  # "66, 71 and 77 in the three years to ..."
            if whole.start is not None and fits(whole, 12 * len(numbers)):
                return Mention("span", *timespan.months_from(timespan.add_months(whole.start, 12 * which), 12))
        begun = self._first_of_years(sentence, run.start()) if len(numbers) > 2 else None
        if begun is not None:
            return Mention("span", *timespan.months_from(timespan.add_months(begun, 12 * which), 12))
        if any(token.word == "respectively" for token in sentence.tokens[run.end() :]):
            same = Mention("same", word="plural")  # "from 274 in 2017/18 to 554, of which 19 and 67, respectively"
        for again in (same, before):
            if again is not None and again.kind == "same" and (spans := self._spoken_again(again, len(numbers), which)):
                return Mention("span", *spans[which])
        return None

    def _so_many_years(self, mention: Mention, numbers: list[int], sentence: Sentence) -> Span:
        """The dates of words for a time; "the next three years" before three numbers begin after the figure before."""
        if mention.start is not None or mention.months != 12 * len(numbers) or mention.kind not in _SAID_BY_ANOTHER:
            return mention.span
        recent = (one for one in self.recent() if not self._is_of_row(one.candidate, numbers, sentence))
        last = next(recent, None)
        reference = last.period if last is not None else UNKNOWN
        return self.timeline.settle(mention, reference, law="l" in sentence.tags)

    def _is_of_row(self, candidate: Candidate, numbers: list[int], sentence: Sentence) -> bool:
        return candidate.k in numbers and self.reading.sentences[candidate.sentence] is sentence

    @staticmethod
    def _first_of_years(sentence: Sentence, run: int) -> dt.date | None:
        """ "Beginning with 2017/18, the yearly numbers are 82, 127 and 184": when the first year begins."""
        yearly = _EACH_YEAR.intersection(token.word for token in sentence.tokens)
        first = next((j for j in range(run) if sentence.tags[j] == "T"), None)
        if not yearly or first is None or not fits(sentence.tokens[first].value.span, 12):
            return None
        before = [token.word for token in sentence.tokens[max(0, first - 2) : first]]
        said: dt.date | None = sentence.tokens[first].value.start
        return said if before[-1:] == ["from"] or _BEGINNING.intersection(before) else None

    def _spoken_again(self, again: Mention, so_many: int, since: int) -> list[Span]:
        """ "The same five years", "the same months of 2019": so many times spoken of before the last `since`."""
        before = self.timeline.spoken[: len(self.timeline.spoken) - since]
        latest_first = dict.fromkeys(span for span in reversed(before) if span.start and span.end)
        spoken = list(latest_first)[:so_many][::-1]
        starts = [span.start for span in spoken if span.start is not None]
        if len(spoken) != so_many or ("plural" not in again.word and starts != sorted(starts)):
            return []
        if again.year is not None and all(fits(span, 1) for span in spoken):
            years = again.year - starts[-1].year
            return [timespan.moved(span, 12 * years) for span in spoken]
        same_years = again.months == 12 * so_many and all(fits(span, 12) for span in spoken)
        of_a_row = so_many == 2 or spoken == self._times_of_last_sentence(since)
        return spoken if same_years or ("plural" in again.word and of_a_row) else []

    def _times_of_last_sentence(self, since: int) -> list[Span]:
        """The times of the figures of one sentence, in order: of that with the last figure before the last `since`."""
        figures = self.settled[: len(self.settled) - since]
        which = figures[-1].candidate.sentence if figures else -1
        return list(dict.fromkeys(one.period for one in figures if one.candidate.sentence == which))

    def _last_two_years(self, sentence: Sentence) -> list[dt.date]:
        """When the two years of the last figures before a sentence began, in order; one or none where they are one."""
        before = (one for one in self.recent() if self.reading.sentences[one.candidate.sentence] is not sentence)
        years = dict.fromkeys(one.period.start for one in before if fits(one.period, 12))
        return sorted(start for start in itertools.islice(years, 2) if start is not None)

    def _time_between(self, sentence: Sentence) -> Span | None:
        """ "In the intervening year", "in the years in between": all between the two years of the last figures."""
        spoken = self._last_two_years(sentence) if _SAYS_BETWEEN.intersection(t.word for t in sentence.tokens) else []
        if len(spoken) < 2 or timespan.add_months(spoken[0], 12) >= spoken[1]:
            return None
        return Span(timespan.add_months(spoken[0], 12), spoken[1] - dt.timedelta(days=1))

    def _years_between(self, sentence: Sentence) -> list[Span]:
        """ "In the intervening years", "in the years between": those between the two of the last figures before."""
        words = [token.word for token in sentence.tokens]
        if "intervening" not in words and not any(
            word in ("between", "in between") and before in ("in", "years")
            for before, word in itertools.pairwise(words)
        ):
            return []
        spoken = self._last_two_years(sentence)
        if len(spoken) < 2:
            return []
        starts = (timespan.add_months(spoken[0], 12 * n) for n in itertools.count(1))
        between = itertools.takewhile(lambda start: start < spoken[-1], starts)
        return [timespan.months_from(start, 12) for start in between]

    def _end_of_range(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """ "Between 2017/18 and 2020/21 it rose from 66 to 118": the first year for one, the last for the other."""
        first, last = self._is_from(candidate, sentence), self._is_to(candidate, sentence)
        ends = [mention for _, mention in ends_of_range(sentence)]
        return ends[0] if ends and first else ends[1] if ends and last else None

    def _last_before(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """ "212 last year, up from 187 in 2021/22": the year after the one that it is compared with."""
        for j in range(candidate.right, len(sentence.tags)):
            if sentence.tags[j] == "T":
                if "c" not in sentence.tags[candidate.k : j]:
                    return None
                span = (
                    self.timeline.settle(sentence.tokens[j].value, UNKNOWN)
                    if sentence.tokens[j].value.kind == "span"
                    else UNKNOWN
                )
                if span.end is not None and timespan.is_offence_year(span):
                    start = span.end + dt.timedelta(days=1)
                    return Mention("span", *timespan.offence_year(start.year))
                return None
        return None

    def _previous_in_brackets(self, candidate: Candidate, sentence: Sentence, parent: Settled | None) -> Settled | None:
        """ "Kent: 92 (44)" after "214 in 2022/23 (up from 158 in 2017/18)": the earlier year again in brackets."""
        if parent is None or parent.measure != "offences" or candidate.role.measure != "offences":
            return None
        if sentence.tags[candidate.left : candidate.right + 1] != "⟨N⟩":
            return None
        return next(
            (
                s
                for s in reversed(self.settled[-8:])
                if s.candidate.compared and s.measure == "offences" and s.period != UNKNOWN
            ),
            None,
        )


def _one_for_all(candidate: Candidate, sentence: Sentence) -> Mention | None:
    """ "Kent and Essex saw 297 and 573 offences respectively in 2020/21": one time for all, where each has a name."""
    times = [token.value for token in sentence.tokens if token.tag == "T"]
    run = run_of(candidate, sentence)
    if run is None or len(times) != 1 or times[0].kind != "span" or not fits(times[0].span, 12):
        return None
    so_many = sum(tag in "N%" for tag in run.group())
    named = any(token.tag in "GP" and len(token.value) == so_many for token in sentence.tokens[: run.start()])
    respectively = any(token.word == "respectively" for token in sentence.tokens[run.end() :])
    told: Mention = times[0]
    return told if named and respectively else None


def _time_of_restatement(candidate: Candidate, sentence: Sentence) -> Mention | None:
    """ "89 cases, 4% of the total in 2017/18": the time stands after the number that says the count again."""
    if candidate.role.measure != "offences":
        return None
    after = _SAID_AGAIN.match(sentence.tags, candidate.k + 1)
    if after is None:
        return None
    mention: Mention = sentence.tokens[after.end() - 1].value
    return mention


def _time_of_clause(candidate: Candidate, sentence: Sentence) -> Mention | None:
    """ "on the year before, when there were 126": the clause is about the time before it."""
    left = candidate.left
    since = _SINCE_WHEN.search(sentence.tags, 0, candidate.k)
    if since is not None and since.end() == candidate.k:
        begun: Mention = sentence.tokens[since.start()].value
        if begun.kind == "since" and begun.word in ("pair", "year") and begun.start is not None:
            candidate.compared = True  # "Since 2018/19, when there were 127, it has gone up by 55%"
            pair = begun.word == "pair"
            year = timespan.offence_year if pair else timespan.calendar_year
            return Mention("span", *year(begun.start.year))
    if sentence.tags[left] == "," and sentence.tags[left + 1 : left + 2] == "m":
        left += 1
    if sentence.tags[left] != "m" or sentence.tokens[left].word not in ("when", "in which"):
        return None
    for j in (left - 1, left - 2):
        if j >= 0 and sentence.tags[j] == "T":
            mention: Mention = sentence.tokens[j].value
            candidate.compared = mention.kind in ("since", "previous", "shift")
            if mention.kind == "since" and mention.word == "pair" and mention.start is not None:
                return Mention("span", *timespan.offence_year(mention.start.year))
            return mention
    return None


def ends_of_range(sentence: Sentence) -> Iterator[tuple[str, Mention]]:
    """ "Between 2017/18 and 2020/21": the first year and the last."""
    found = next((t.value for t in sentence.tokens if t.tag == "T" and t.value.kind == "range"), None)
    two = _BETWEEN_TIMES.search(sentence.tags)
    if found is None and two is not None:  # "between the year ending March 2020 and the year ending March 2023"
        yield "the first of the range", sentence.tokens[two.start(1)].value
        yield "the last of the range", sentence.tokens[two.start(2)].value
    beside = _TIMES_COMPARED.search(sentence.tags)
    if found is None and two is None and beside is not None:  # "to 428 from 136, when 2018/19 is compared with 2017/18"
        yield "the first of the range", sentence.tokens[beside.start(2)].value
        yield "the last of the range", sentence.tokens[beside.start(1)].value
    if found is None or found.start is None or found.end is None:
        return
    year = timespan.offence_year if found.start.month == 4 else timespan.calendar_year
    last = found.end.year - (found.start.month == 4)
    yield "the first of the range", Mention("span", *year(found.start.year))
    yield "the last of the range", Mention("span", *year(last))


def times_in_row(sentence: Sentence) -> list[Mention]:
    """ "Those of 2019/20 and 2020/21 put together": the last times with dates that stand in a row."""
    spots: list[int] = []
    for row in _TIMES_IN_ROW.finditer(sentence.tags):
        spots = [j for j in range(row.start(), row.end()) if sentence.tags[j] == "T"]
    return [mention for j in spots if (mention := sentence.tokens[j].value).kind == "span"]


def _law_until(sentence: Sentence) -> Mention | None:
    """ "Since the law took effect, to the end of September 2018": from the one to the other."""
    between = _LAW_TO_DATE.search(sentence.tags)
    if between is not None:  # "between the day that the law came in and the end of March 2022"
        end = sentence.tokens[between.end() - 1].value.end
        return Mention("span", timespan.LAW_IN_FORCE, end) if end is not None else None
    times = [token.value for token in sentence.tokens if token.tag == "T"]
    begun = next((mention for mention in times if mention.kind in ("law", "since")), None)
    end = next((mention.end for mention in times if mention.kind == "until"), None)
    if begun is None or end is None:
        return None
    start = begun.start or timespan.LAW_IN_FORCE  # "so far this year, up to the end of September"
    return Mention("span", start, end) if start < end else None


def ends_in(times: list[Mention]) -> Mention | None:
    """ "2019" under "Year to March": the twelve months that end there."""
    months = [mention.month for mention in times if "ends in" in (mention.kind, mention.word) and mention.months == 12]
    year = next((mention.end.year for mention in times if mention.word == "year" and mention.end is not None), None)
    if not months or months[0] is None or year is None:
        return None
    return Mention("span", *timespan.months_to(year, months[0], 12))


def part_of(times: list[Mention]) -> Mention | None:
    """ "April to June" in a table of 2018/19: those months of that year."""
    whole = next((mention for mention in times if mention.word in ("pair", "year") and mention.kind == "span"), None)
    part = next((mention for mention in times if mention.word == "months" or mention.kind == "month"), None)
    numbered = next((mention for mention in times if mention.kind == "quarter"), None)
    if whole is not None and whole.start is not None and part is None and numbered is not None:  # "Q1" under "2018/19"
        begun = timespan.add_months(whole.start, 3 * ((numbered.ordinal or 1) - 1))
        return Mention("span", *timespan.months_from(begun, 3))
    if whole is None or part is None or whole.start is None or part.start is None or part.end is None:
        return None
    years = whole.start.year - part.start.year + (part.start.month < whole.start.month)
    return Mention("span", *timespan.moved(part.span, 12 * years))
