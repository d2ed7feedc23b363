"""Times that the build of a text leaves no doubt about, so that nothing else needs to be weighed.

What belongs here: what brackets, the two ends of a rise and a paragraph that begins with its time say of the numbers
there. What does not: times that questions name (`repliedtimes`), and times that compete with others (`dating`).
"""

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterator

from figuretrail import timespan
from figuretrail.text import pointedtimes, timeline
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.choice import Option
from figuretrail.text.meaning import part_of_longer
from figuretrail.text.mentions import Mention
from figuretrail.text.pointedtimes import ROUNDED, year_since
from figuretrail.text.reckoning import THEN_OR_NOW
from figuretrail.text.repliedtimes import IN_REPLY, RepliedTimes
from figuretrail.text.timeline import UNKNOWN, fits, months_of
from figuretrail.text.tokens import Token
from figuretrail.text.walk import BY_CHANCE, Settled
from figuretrail.timespan import Span

SET_AGAINST = "the time after that which it is set against"
SO_MANY_BEFORE = "so many years before those"
SINCE_BRACKETS = "the year that the brackets after it are of"
FIRST_OF_RUN = "the first year of all"
END_OF_RUN = "from the first of the years to the last"
YEAR_BEFORE = "the like time a year before the one over the paragraph"
OVER_PARAGRAPH = "the time that the paragraph begins with"
MONTH_WITHIN = "the month of the time over the paragraph"
COUNTED_OUT = "the time of the count whose platforms are told"
LIKE_ROW_ABOVE = "as long before as in the row above"
UNDER_TIME = "the time that stands alone over its rows"
IN_ONE_ROW = "the time of the numbers in a row before it"
ASKED = "the time that was asked for"
RISEN_TO = "the time of the number that it rose to"
TWO_COUNTS = "the later of the two counts that it compares"
FOR_YEAR = "the year that the text is about"
OF_THEM = "the time of those that it is some of"
EXPLAINED = "the number that it explains"
SUMMED = "from the beginning of the year, as its parts add up"
ELSEWHERE = {
    SET_AGAINST,
    FIRST_OF_RUN,
    END_OF_RUN,
    YEAR_BEFORE,
    OVER_PARAGRAPH,
    MONTH_WITHIN,
    ASKED,
    IN_REPLY,
    SUMMED,
    TWO_COUNTS,
    OF_THEM,
    FOR_YEAR,
    *pointedtimes.ELSEWHERE,
}

_AT_FIRST = re.compile(r"(?:at the (?:outset|start|beginning)|in the beginning|to begin with|to start with|at first)$")
_IN_THE_FIRST = re.compile(
    r"(?:in|than in|from) the (?:first|opening|earliest|initial)(?: one| of (?:them|these|those|all))?$"
)
_ENDS = set(",;·⟩&–:")
_OVER = {"over", "across", "during", "throughout", "through", "in", "within"}
_LIFE = re.compile(r"\b(?:life|lifetime|history|existence) of the (?:law|offence|act|legislation|data|series)\b")
_LONG = 24  # months of a time that has a first and a last year
_YEAR = 12
_FIGURES_BACK = 8
_OF_LENGTH = ("last", "span", "length")
_TO_DATE = re.compile(r"\b(?:to date|ytd|so far|cumulative)\b")
_ROWS = 12  # figures back among which the parts of a year so far are
_UP_FROM = re.compile("[^N%T;⟨]{0,8}(?:[fc]|[GLF][:,–])[dq]?(?P<first>N)O?t[dq]?N[^N%T]{0,4}$")  # "Up from 44 to 119"
_LINES_BACK = 4
_EARLIER_IN_BRACKETS = re.compile("⟨i?(?P<time>T)[:–,]?[qdx]?N⟩")
_TO_IN = re.compile("[^N%,;:·TPG⟨]{0,4}t[dq]?N[^N%,;·TPG]{0,4}T")
_OF_THEM = ("oI", "ow")
_TIME_ALONE = re.compile(r'["–:μ]{0,2}(T)(?:⟨T⟩[·:–]?|[·:–])(?!T)')
_LIKE_THAT_OF = re.compile(
    r"(?:unchanged|no (?:change|different)|(?:exactly )?the same(?: number)?|level|up|down|static|flat|identical)"
    r"(?: slightly| again| just)? (?:from|on|as|with|to|since|compared with|compared to|as in|than in)$"
)
_FAR = 9  # words
_JOINTS = {"from", "since", "on", "in"}


class CertainTimes(RepliedTimes):
    """Finds the times that are certain."""

    def _certain_time(self, made: Settled, sentence: Sentence) -> Option | None:
        """The one time that a number can be of by the build of the text around it; None where that is open."""
        for name, span, source in self._certainties(made, sentence):
            if span != UNKNOWN and span.end is not None:
                return Option(span, name, [], source)
        return None

    def _certainties(self, made: Settled, sentence: Sentence) -> Iterator[tuple[str, Span, Mention | None]]:
        candidate = made.candidate
        yield SET_AGAINST, self._after_set_against(candidate, sentence), None
        told = candidate.period
        if told is not None and told.word == "so many":
            same = self._same_sentence(candidate)
            yield SO_MANY_BEFORE, self.timeline.settle(told, same.period if same is not None else UNKNOWN), told
        if made.measure == "offence_rate":
            yield THEN_OR_NOW, self._then_or_now(made, sentence) or UNKNOWN, None
        if made.measure != "offence_change":  # "more than four-fifths since 2017/18 (84%)"
            yield SINCE_BRACKETS, _year_before_brackets(candidate, sentence), None
        yield from self._pointed(made, sentence)
        if sentence.cell:
            yield SUMMED, self._year_to_date(made, sentence), None
            return
        if made.measure in ("offences", "offence_share", "victims", "victim_share"):
            if _is_at_first(candidate, sentence):
                first = self._first_of_run()
                yield THEN_OR_NOW if first == self._then_or_now(made, sentence) else FIRST_OF_RUN, first, None
            yield END_OF_RUN, self._end_of_run(made, sentence), None
            yield UNDER_TIME, self._under_time_alone(made, sentence), None
            yield COUNTED_OUT, self._time_of_counted_out(made, sentence), None
            yield LIKE_ROW_ABOVE, self._as_in_row_above(candidate, sentence), None
            yield IN_ONE_ROW, *self._of_row(candidate, sentence)
            yield OF_THEM, self._of_them(made, sentence), None
            yield EXPLAINED, self._of_explained(made, sentence), None
        elif made.measure == "offence_change":
            yield RISEN_TO, *self._risen_to(made, sentence)
            yield TWO_COUNTS, self._later_of_counts(made, sentence), None
            yield SET_AGAINST, *self._with_same_time(made, sentence)
        yield FOR_YEAR, *self._for_the_year(sentence)
        over = self._time_over(sentence)
        if over is not None:
            yield YEAR_BEFORE, self._year_before_it(made, sentence, over), None
            if made.measure == "offences" and not candidate.compared and "T" not in sentence.tags:
                yield OVER_PARAGRAPH, self._of_paragraph(sentence), None
            yield MONTH_WITHIN, *_month_within(candidate, sentence, over)
        asked = self._question_before(candidate.sentence, sentence)
        if asked is not None and "T" not in sentence.tags:
            yield ASKED, self._dates(made, asked), asked
        if self.main is None and all(t.value.kind == "length" for t in sentence.tokens if t.tag == "T"):
            yield ASKED, self._asked_before(candidate.sentence), None
        yield IN_REPLY, self._asked_for(made, sentence), None

    def _after_set_against(self, candidate: Candidate, sentence: Sentence) -> Span:
        """ "63, unchanged from 2018", "49 (2018: 33)": the time that the text is about, where that is later than 2018.

        After "unchanged" it is else the year after.
        """
        tags, k = sentence.tags, candidate.k
        bracket = _EARLIER_IN_BRACKETS.match(tags, k + 1)
        spots = (j for j, tag in enumerate(tags) if tag == "T" and is_unchanged_from(candidate, sentence, j))
        j = bracket.end("time") - 1 if bracket is not None else next(spots, None)
        against = sentence.tokens[j].value.span if j is not None else UNKNOWN
        if not fits(against, _YEAR) or "T" in tags[candidate.left : k] or candidate.role.unit != "count":
            return UNKNOWN
        main = self.main.period if self.main is not None else UNKNOWN
        if main.start is not None and against.end is not None and main.start > against.end and fits(main, _YEAR):
            return main
        return timespan.moved(against, _YEAR) if bracket is None else UNKNOWN

    # the first year and the last ------------------------------------------------------------------------------

    def _first_of_run(self) -> Span:
        """The first of the years that the text has spoken of, or that the longest time it spoke of begins with."""
        years = [timespan.months_from(span.start, _YEAR) for span in self._whole_years() if span.start is not None]
        main = self.main.period.start if self.main is not None else None
        alike = [year for year in years if main is None or (year.start and year.start.month == main.month)]
        return min(alike or years, key=_beginning, default=UNKNOWN)

    def _whole_years(self) -> list[Span]:
        """The times of one year or several that the text has spoken of so far."""
        return [span for span in self.timeline.spoken if (length := months_of(span)) and not length % _YEAR]

    def _end_of_run(self, made: Settled, sentence: Sentence) -> Span:
        """ "From 33 to 81 over the life of the law", "Up from 44 to 119": the first and the last year.

        The years are those of the time that the sentence names, else the outermost of the figures right before.
        """
        both = _UP_FROM.match(sentence.tags)
        if both is not None and not sentence.cell:
            two, latest = self._outermost(made), self._two_times()
            two = two if two == latest or self._begins_after_name(sentence) else []
            return two[made.candidate.k != both.start("first")] if two else UNKNOWN
        first = self._is_from(made.candidate, sentence)
        if not first and not self._is_to(made.candidate, sentence):
            return UNKNOWN
        times = [token for token in sentence.tokens if token.tag == "T"]
        if not times and _LIFE.search(_words(sentence.tokens)):
            run = [self._first_of_run(), max(self._whole_years(), key=_end, default=UNKNOWN)]
            return _first_year(run[0]) if first else _last_year(run[1])
        if len(times) != 1 or not _is_over(times[0], sentence):
            return UNKNOWN
        mention: Mention = times[0].value
        two = self._two_times()
        if mention.months is None and two and mention.kind == "same":
            return two[0] if first else two[1]
        whole = self.timeline.settle(mention, UNKNOWN, law=made.law)
        if (months_of(whole) or 0) < _LONG or (months_of(whole) or 0) % _YEAR or not fits(whole, mention.months or 0):
            return UNKNOWN
        return _first_year(whole) if first else _last_year(whole)

    def _begins_after_name(self, sentence: Sentence) -> bool:
        """Whether a sentence is the first under a heading, which a force's name may be."""
        line = self.reading.lines[sentence.line]
        return sentence.start == line.start and line.number > 0 and self.reading.lines[line.number - 1].heading

    def _outermost(self, made: Settled) -> list[Span]:
        """The first and the last of the times of one length that the figures of the paragraphs right before have."""
        line = self.reading.sentences[made.candidate.sentence].line
        near = [
            one.period
            for one in itertools.islice(self.recent(), _FIGURES_BACK)
            if 0 <= line - self.reading.sentences[one.candidate.sentence].line <= _LINES_BACK
            and one.measure == made.measure
        ]
        years = sorted({span for span in near if fits(span, _YEAR)}, key=_beginning)
        alike = [span for span in years if span.start and years[-1].start and span.start.month == years[-1].start.month]
        return [alike[0], alike[-1]] if len(alike) > 1 else []

    def _risen_to(self, made: Settled, sentence: Sentence) -> tuple[Span, Mention | None]:
        """ "It more than doubled to 338 in 2018/19": the change is up to that year."""
        to = _TO_IN.match(sentence.tags, made.candidate.k + 1)
        mention: Mention | None = sentence.tokens[to.end() - 1].value if to is not None else None
        if mention is None or mention.kind != "span" or mention is made.candidate.comparison:
            return UNKNOWN, None
        return mention.span, mention

    def _later_of_counts(self, made: Settled, sentence: Sentence) -> Span:
        """ "190, then 236 ... a rise of 24%": where two of the counts before make the change alone, that of the later.

        Only where the sentence names no other time, or that one.
        """
        if any(token.tag == "T" and token.value.kind != "span" for token in sentence.tokens):
            return UNKNOWN
        counts = [
            one
            for one in itertools.islice(self.recent(), _FIGURES_BACK)
            if one.measure == "offences"
            and one.bound == "="
            and one.value >= BY_CHANCE
            and (one.place, one.offence, one.platforms) == (made.place, made.offence, made.platforms)
            and (one.band, one.sex) == (made.band, made.sex)
            and months_of(one.period)
        ]
        made_by = {
            later.period
            for later in counts
            for earlier in counts
            if later.period.start is not None
            and earlier.period.end is not None
            and earlier.period.end < later.period.start
            and months_of(earlier.period) == months_of(later.period)
            and abs(100 * (later.value - earlier.value) / earlier.value - made.value) <= ROUNDED.get(made.bound, 0.0)
        }
        said = {token.value.span for token in sentence.tokens if token.tag == "T"}
        fitting = [span for span in made_by if not said or span in said]
        return fitting[0] if len(fitting) == 1 and made.bound in ROUNDED else UNKNOWN

    def _with_same_time(self, made: Settled, sentence: Sentence) -> tuple[Span, Mention | None]:
        """ "In the latest six months they were up by 50 per cent on the same period a year before": those months."""
        times: list[Mention] = [token.value for token in sentence.tokens if token.tag == "T"]
        against = made.candidate.comparison
        if len(times) != 2 or against is not times[1] or times[1].kind != "shift" or times[0].kind not in _OF_LENGTH:
            return UNKNOWN, None
        span, months = self._dates(made, times[0]), times[0].months
        if span == UNKNOWN and months and self.main is not None:  # "the latest six months" after "in 18 months"
            span = next((part for _, part in part_of_longer(times[0], months, self.main.period)), UNKNOWN)
        return span, times[0]

    def _of_explained(self, made: Settled, sentence: Sentence) -> Span:
        """ "More than 70 per cent of cases; in brackets it adds 2,026 cases": the count of a share is of its time."""
        candidate, parent = made.candidate, self._parent(made.candidate)
        if parent is None or set(sentence.tags[candidate.left : candidate.right + 1]) & set("TcG"):
            return UNKNOWN
        counted = (made.measure, parent.measure) == ("offences", "offence_share")
        return parent.period if counted or _is_restated(made, parent) else UNKNOWN

    def _for_the_year(self, sentence: Sentence) -> tuple[Span, Mention | None]:
        """ "The Met's total for the year was 508": the year of the figure before, else the latest that figures have."""
        times = [token.value for token in sentence.tokens if token.tag == "T"]
        if len(times) != 1 or times[0].word != "for the year":
            return UNKNOWN, None
        if self.main is not None and fits(self.main.period, _YEAR):
            return self.main.period, times[0]
        years = (one.period for one in self.recent() if fits(one.period, _YEAR))
        return max(years, key=_end, default=UNKNOWN), times[0]

    def _of_them(self, made: Settled, sentence: Sentence) -> Span:
        """ "Police knew the means in 14,260 of them": of the time of the number right before, their whole."""
        last = self.settled[-1] if self.settled else None
        if last is None or "T" in sentence.tags or not points_back(made.candidate, sentence):
            return UNKNOWN
        lines = sentence.line - self.reading.sentences[last.candidate.sentence].line
        whole = last.measure == made.measure == "offences" and last.value > made.value and not last.candidate.compared
        return last.period if whole and lines <= 1 else UNKNOWN

    # rows -----------------------------------------------------------------------------------------------------

    def _of_row(self, candidate: Candidate, sentence: Sentence) -> tuple[Span, Mention | None]:
        """ "The previous year's figures were 83, 30 and 47": one time, named before them, is that of all."""
        same = self._same_sentence(candidate)
        times = [j for j, tag in enumerate(sentence.tags) if tag == "T"]
        if same is None or len(times) != 1 or same.mention is not sentence.tokens[times[0]].value:
            return UNKNOWN, None
        between = sentence.tags[same.candidate.k + 1 : candidate.k]
        before = sentence.tags[times[0] + 1 : same.candidate.k]
        several = same.mention is not None and same.mention.word == "plural"  # "for the preceding years: 702, 668"
        row = between in (",", "&", ",&") and not several and not set(before) & set("N%X;:c")
        return (same.period, same.mention) if row and fits(same.period, _YEAR) else (UNKNOWN, None)

    def _as_in_row_above(self, candidate: Candidate, sentence: Sentence) -> Span:
        """ "October to December: 166 (149)" under "July to September: 158 (previous year 140)": as long before."""
        parent, above = self._parent(candidate), self._in_row_above(candidate)
        over = self._parent(above.candidate) if above is not None else None
        if above is None or parent is None or over is None or sentence.tags[candidate.left : candidate.k + 2] != "⟨N⟩":
            return UNKNOWN
        if not above.candidate.compared or parent.mention is None or months_of(over.period) != months_of(parent.period):
            return UNKNOWN
        years = _beginning(over.period).year - _beginning(above.period).year
        alike = years > 0 and timespan.moved(over.period, -_YEAR * years) == above.period
        return timespan.moved(parent.period, -_YEAR * years) if alike else UNKNOWN

    def _year_to_date(self, made: Settled, sentence: Sentence) -> Span:
        """ "Year to date" under quarters or months: from the first of them to the last that it adds up."""
        if made.measure != "offences" or not _TO_DATE.search(_words(sentence.tokens)):
            return UNKNOWN
        column = self._column_of(made.candidate)
        above = [
            one
            for one in itertools.islice(self.recent(), 3 * _ROWS)
            if one.measure == made.measure and self._column_of(one.candidate) == column
        ]
        parts = {one.period: one.value for one in reversed(above) if (months_of(one.period) or _YEAR) < _YEAR}
        total, begun, until = 0.0, None, None
        for span in sorted(parts, key=_beginning):
            if until is not None and span.start != until + dt.timedelta(days=1):
                total, begun = 0.0, None
            begun, until = begun or span.start, span.end
            total += parts[span]
            if total == made.value:
                return Span(begun, until)
        return UNKNOWN

    # paragraphs that begin with their time -----------------------------------------------------------------------

    @functools.cached_property
    def _times_of_lines(self) -> dict[int, Mention]:
        """The lines that begin with nothing but a time, as if it were a heading: "April to June 2020. Forces ..."."""
        found: dict[int, Mention] = {}
        seen = set()
        for sentence in self.reading.sentences:
            if sentence.line in seen or sentence.cell:
                continue
            seen.add(sentence.line)
            lead = _TIME_ALONE.match(sentence.tags)
            mention = sentence.tokens[lead.end(1) - 1].value if lead is not None else None
            if mention is not None and mention.kind == "span":
                found[sentence.line] = mention
        return found

    def _time_over(self, sentence: Sentence) -> Span | None:
        """The time that the paragraph begins with, or that the heading right above it consists of."""
        led = self._times_of_lines
        for line in (sentence.line, sentence.line - 1):
            if line in led and (line == sentence.line or self.reading.lines[line].heading):
                return led[line].span
        return None

    def _of_paragraph(self, sentence: Sentence) -> Span:
        """ "April to June 2020. Forces recorded 1,220": the first figure after such a time is of that time.

        A month or a year alone may as well date a piece of news: "May 2020. The total passes 10,000".
        """
        led = self._times_of_lines.get(sentence.line)
        if led is None or (months_of(led.span) or 1) not in range(2, _YEAR):
            return UNKNOWN
        last = self.reading.sentences[self.settled[-1].candidate.sentence].line if self.settled else -1
        return led.span if last < sentence.line else UNKNOWN

    def _year_before_it(self, made: Settled, sentence: Sentence, over: Span) -> Span:
        """ "October to December 2020. 1,416 were recorded against 1,391": those of the same months a year before."""
        candidate = made.candidate
        own = set(sentence.tags[candidate.left : candidate.right + 1])
        if not candidate.compared or made.measure != "offences" or "T" in own:
            return UNKNOWN
        main = self.main.period if self.main is not None else UNKNOWN
        return timespan.moved(over, -_YEAR) if main == over and (months_of(over) or _YEAR) < _YEAR else UNKNOWN

    # questions ---------------------------------------------------------------------------------------------------


def _is_restated(made: Settled, share: Settled) -> bool:
    """Whether a percentage in brackets says the share before them again: "one in nine crimes (11 per cent)"."""
    alike = made.measure == share.measure in ("offence_share", "victim_share")
    return alike and abs(made.value - share.value) <= 1


def _beginning(span: Span) -> dt.date:
    return span.start or dt.date.max


def _end(span: Span) -> dt.date:
    return span.end or dt.date.min


def _first_year(span: Span) -> Span:
    if span.start == timespan.LAW_IN_FORCE:
        return timespan.offence_year(timespan.LAW_IN_FORCE.year)
    return timespan.months_from(span.start, _YEAR) if span.start is not None else UNKNOWN


def _last_year(span: Span) -> Span:
    if span.start == timespan.LAW_IN_FORCE and span.end is not None:
        return timespan.offence_year(span.end.year - 1)
    return timespan.months_up_to(span.end, _YEAR) if span.end is not None else UNKNOWN


def _words(tokens: list[Token]) -> str:
    return " ".join(token.word for token in tokens)


def _year_before_brackets(candidate: Candidate, sentence: Sentence) -> Span:
    """ "It has barely moved since 2019/20 (90)": the number in brackets is of that year, not of all years since."""
    left, tags = candidate.left, sentence.tags
    if tags[left : left + 1] != "⟨" or tags[left - 1 : left] != "T" or set(tags[left + 1 : candidate.k]) - set("qdx"):
        return UNKNOWN
    return year_since(sentence.tokens[left - 1].value)


def _is_at_first(candidate: Candidate, sentence: Sentence) -> bool:
    """ "Compared to 22 at the outset", "158 in the latest year against 61 in the first": the first of all years."""
    tags, tokens, k = sentence.tags, sentence.tokens, candidate.k
    end = next((j for j in range(k + 1, len(tags)) if tags[j] in _ENDS), len(tags))
    after = _words(tokens[k + 1 : end])
    if _AT_FIRST.search(after):
        return "T" not in tags[k:end]
    latest = any(t.tag == "T" and t.value.kind == "last" and t.value.word in ("latest", "just") for t in tokens)
    return latest and _IN_THE_FIRST.search(after) is not None and "T" not in tags[k:end]


def _is_over(time: Token, sentence: Sentence) -> bool:
    """Whether a time is the one that something went on over: "over the six years", "in the same period"."""
    at = sentence.tokens.index(time)
    words = [token.word for token in sentence.tokens[max(0, at - 2) : at]] + time.word.split()
    joint = next((n for n, word in enumerate(words[:3]) if word in _OVER), None)
    if joint is None or time.value.kind not in ("length", "same", "last"):
        return False
    return not {"the", "those", "these", "same", "whole", "entire"}.isdisjoint(words[joint + 1 :])


def _month_within(candidate: Candidate, sentence: Sentence, over: Span) -> tuple[Span, Mention | None]:
    """ "April to June 2020. May alone saw 452": the month of the time that the paragraph is about."""
    times = [token.value for token in sentence.tokens[candidate.left : candidate.right + 1] if token.tag == "T"]
    if len(times) != 1 or times[0].kind != "month" or times[0].start is None or over.start is None:
        return UNKNOWN, None
    mention: Mention = times[0]
    assert mention.start is not None
    years = over.start.year - mention.start.year
    span = timespan.moved(mention.span, 12 * (years + (mention.start.month < over.start.month)))
    inside = timeline.is_part_of(span, over) and (months_of(over) or 0) <= _YEAR
    return (span, mention) if inside else (UNKNOWN, None)


def points_back(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a number is said to be one of those before it: "14,260 of them", "36 per cent of these"."""
    after = sentence.tags[candidate.k + 1 : candidate.k + 3]
    return after in _OF_THEM and sentence.tokens[candidate.k + 2].word in ("them", "these", "those", "which")


def is_unchanged_from(candidate: Candidate, sentence: Sentence, j: int) -> bool:
    """ "63, unchanged from 2018", "63, the same as in 2018": the time at `j` is what the number is set against."""
    k = candidate.k
    if (
        j < k
        or j - k > _FAR
        or candidate.role.measure == "offence_change"
        or not set(sentence.tags[k + 1 : j]).isdisjoint("N%X;P")
    ):
        return False
    joint = sentence.tokens[j].word.split()[:1]
    words = [token.word for token in sentence.tokens[k + 1 : j]] + [one for one in joint if one in _JOINTS]
    said = (n for n in range(len(words)) if _LIKE_THAT_OF.match(" ".join(words[n:])))
    # "27 were clocked up from April to October" counts those months
    return any(sentence.tags[k + n] in ",–⟨bNOIS" for n in said)
