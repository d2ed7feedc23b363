"""Times that words certainly point to elsewhere: "that year", "when the law was new", "since 2017/18, from 82 to 198".

What belongs here: those rules, and the whole that a row of parts adds up to. What does not: times that the build of the
sentence gives by itself (`certaintimes`), and times that several readings compete for (`dating`).
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from figuretrail import timespan
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.meaning import Meaning
from figuretrail.text.mentions import Mention
from figuretrail.text.timeline import UNKNOWN, fits, is_part_of, months_of
from figuretrail.text.tokens import Token
from figuretrail.text.walk import BY_CHANCE, PART_OF_COUNT, SAME_COUNT, Settled
from figuretrail.timespan import Span

LAW_WAS_NEW = "the first year of the law, which was new"
WHEN = "the time before the words when"
THAT_YEAR = "the year that it is said since"
SINCE_FROM = "the year since which it rose from so many"
WITHIN_YEAR = "those months of the year right before"
PARTS_ADDED_UP = "the time of all, whose parts add up"
COUNTS_AFTER = "the later of the two counts after it that make it"
ONE_OF_PARTS = "the first or the last of the parts of a year spoken of"
MOST_RECENT = "the time that the latest of them are of"
ELSEWHERE = {MOST_RECENT, ONE_OF_PARTS, LAW_WAS_NEW, THAT_YEAR, WITHIN_YEAR, PARTS_ADDED_UP, COUNTS_AFTER}

_LAW_WAS_NEW = re.compile(r"[^N%X;·T]{0,4}?(?P<when>m)(?P<clause>[^N%T;·]{1,14}?)(?:[,;·⟩–&]|$)")
_NEW = re.compile(
    r"\b(?:law|act|legislation|offence|crime|power|powers)\b.*"
    r"\b(?:(?:was|were) (?:still |first |newly |brand )*(?:new|introduced|created|made|brought in|enacted)"
    r"|(?:first )?(?:came in|came into force|took effect|began|arrived|appeared)|went live)\b"
    r"|\bit (?:first )?(?:became|was made) (?:an offence|a crime|illegal|a criminal offence)\b"
)  # fmt: skip
_TIME_WHEN = re.compile("T,?(?P<when>m)[^TN%X;·:,mΦ]{0,8}$")
_CLAUSE = re.compile("[^,;·:Φm]*")
_YEAR = 12
_OF_RECENT = re.compile("od(?P<which>w)[xSA]{0,2}O")
_RECENT = {"most recent", "latest"}
_PARTS_OF_YEAR = (3.0, 6.0)
_THAT_YEAR = re.compile(r"(?:in |during |over |for )?that (?:same |very |first )?year$")
_NEAR_LINES = 1
_POINTING = {"that", "this", "these", "those", "of", "they", "it", "there"}
_TOTAL = {"total", "tally", "whole"}
_FEWEST_PARTS = 3
_MOST_PARTS = 13
_AHEAD = 8  # numbers after a headline among which its two counts may be
ROUNDED = {"=": 0.6, "~": 2.0}  # points by which a stated change may miss that of its counts
_ABOVE = 1.25  # a change "more than" so much is not told of one by a quarter larger
Told = tuple[str, Span, Mention | None]


class PointedTimes(Meaning):
    """Finds times that words point to elsewhere, where nothing else can be meant."""

    def _pointed(self, made: Settled, sentence: Sentence) -> Iterator[Told]:
        """Each such time of a number, with the rule that finds it and the words; UNKNOWN where there is none."""
        candidate = made.candidate
        if made.unit == "count" and not sentence.cell:
            yield LAW_WAS_NEW, self._when_law_was_new(candidate, sentence), None
            yield WITHIN_YEAR, *self._within_year(candidate, sentence)
        if made.unit in ("count", "percent"):
            yield ONE_OF_PARTS, *self._one_of_parts(candidate, sentence)
            yield MOST_RECENT, self._of_most_recent(candidate, sentence), None
            yield self._of_so_many(made, sentence)
            yield WHEN, *self._when(candidate, sentence)
            yield THAT_YEAR, *self._that_year(candidate, sentence)
            yield SINCE_FROM, self._since_from(candidate, sentence), None
        if made.measure == "offence_change":
            yield COUNTS_AFTER, self._counts_after(made, sentence), None
        if made.measure in ("offences", "offence_share", "offence_change", "victims", "victim_share"):
            yield PARTS_ADDED_UP, self._added_up_before(made, sentence), None

    def _when_law_was_new(self, candidate: Candidate, sentence: Sentence) -> Span:
        """ "554, against 274 when the law was new": the law's first year, where years are compared."""
        main = self.main.period if self.main is not None else UNKNOWN
        if not candidate.compared or not fits(main, _YEAR) or main.start is None or main.start.year <= 2017:
            return UNKNOWN
        clause = _LAW_WAS_NEW.match(sentence.tags, candidate.k + 1)
        if clause is None or sentence.tokens[clause.start("when")].word != "when":
            return UNKNOWN
        words = " ".join([token.word for token in sentence.tokens[clause.start("clause") : clause.end("clause")]])
        return timespan.offence_year(timespan.LAW_IN_FORCE.year) if _NEW.search(words) else UNKNOWN

    def _when(self, candidate: Candidate, sentence: Sentence) -> tuple[Span, Mention | None]:
        """ "It compared 2017/18, when 3,422 were recorded, with 2021/22, when there were 6,156": each of its own."""
        tags, tokens = sentence.tags, sentence.tokens
        named = _TIME_WHEN.search(tags, 0, candidate.k)
        if named is None or tokens[named.start("when")].word != "when":
            return UNKNOWN, None
        told = tokens[named.start()].value
        clause = _CLAUSE.match(tags, candidate.k)
        if (
            told.kind != "span"
            or told.word in ("pandemic", "lockdown")
            or (clause is not None and "T" in clause.group())
        ):
            return UNKNOWN, None
        return told.span, told

    def _one_of_parts(self, candidate: Candidate, sentence: Sentence) -> tuple[Span, Mention | None]:
        """ "The last of those half-years brought 1,944, against 1,316 in the first": latest and earliest."""
        told, same = candidate.period, self._same_sentence(candidate)
        latest = told is not None and told.word == "latest" and told.months in _PARTS_OF_YEAR
        if told is not None and latest and _names_parts(sentence):
            return self.timeline.settle(told, UNKNOWN), told
        if same is None or same.rules.get("period") != ONE_OF_PARTS or "T" in sentence.tags[candidate.k :]:
            return UNKNOWN, None
        if [token.word for token in sentence.tokens[candidate.k + 1 : candidate.k + 4]] != ["in", "the", "first"]:
            return UNKNOWN, None
        months = months_of(same.period) or 0
        like = [span for span in self.timeline.spoken if fits(span, months) and span.end and span.start]
        return min(like, key=lambda span: span.start or dt.date.max, default=UNKNOWN), None

    def _of_most_recent(self, candidate: Candidate, sentence: Sentence) -> Span:
        """ "Known for 1,317 of the most recent incidents": of the time that was told last, where none is later."""
        main = self.main.period if self.main is not None else UNKNOWN
        recent = _OF_RECENT.match(sentence.tags, candidate.k + 1)
        if recent is None or sentence.tokens[recent.start("which")].word not in _RECENT or main.end is None:
            return UNKNOWN
        months = months_of(main)
        later = (span for span in self.timeline.spoken if span.end is not None and span.end > main.end)
        latest = all(months_of(span) != months for span in later)
        return main if months and months <= _YEAR and latest else UNKNOWN

    def _of_so_many(self, made: Settled, sentence: Sentence) -> Told:
        """ "Twelve of the 229 victims": of the time of the 229, which were told before, as that number is itself."""
        whole = self.told_before(made, sentence)
        name = SAME_COUNT if whole is not None and whole.value == made.value else PART_OF_COUNT
        return name, whole.period if whole is not None and "T" not in sentence.tags else UNKNOWN, None

    def _that_year(self, candidate: Candidate, sentence: Sentence) -> tuple[Span, Mention | None]:
        """ "They have quadrupled since 2017/18. Twenty-five were recorded that year": the year named last."""
        told = candidate.period
        at = next((j for j, token in enumerate(sentence.tokens) if token.tag == "T" and token.value is told), None)
        if told is None or at is None or told.kind != "same" or not _THAT_YEAR.match(sentence.tokens[at].word):
            return UNKNOWN, None
        before = self._time_before(candidate.sentence, sentence, at)
        if before is None or (before.value.word != "pair" and before.start < self.reading.lines[sentence.line].start):
            return UNKNOWN, None  # "since 2019" of a paragraph before may be of any year
        return year_since(before.value), told

    def _time_before(self, which: int, sentence: Sentence, at: int) -> Token | None:
        """The last words for a time before a token, in its line or the one before."""
        for token in reversed(sentence.tokens[:at]):
            if token.tag == "T":
                return token
        for other in reversed(self.reading.sentences[max(0, which - 4) : which]):
            if sentence.line - other.line > _NEAR_LINES:
                return None
            for token in reversed(other.tokens):
                if token.tag == "T":
                    return token
        return None

    def _since_from(self, candidate: Candidate, sentence: Sentence) -> Span:
        """ "Has doubled since 2017/18, from 3,728 to 7,263": the first is of the year since which it rose."""
        same = self._same_sentence(candidate)
        if same is not None and same.rules.get("period") == SINCE_FROM and self._is_to(candidate, sentence):
            alike = self.main is not None and fits(self.main.period, _YEAR) and self.main.period != same.period
            return self.main.period if self.main is not None and alike else UNKNOWN
        if not self._is_from(candidate, sentence) or "T" in sentence.tags[candidate.k + 1 : candidate.k + 3]:
            return UNKNOWN
        times = [token.value for token in sentence.tokens if token.tag == "T" and token.value.kind != "last"]
        return year_since(times[0]) if len(times) == 1 else UNKNOWN

    def _within_year(self, candidate: Candidate, sentence: Sentence) -> tuple[Span, Mention | None]:
        """ "349 between April 2020 and March 2021. That was 61 in April to June": of the year that was said."""
        told = candidate.period
        if told is None or told.start is None or told.word not in ("months", "month") or told.kind == "since":
            return UNKNOWN, None
        pointing = sentence.tokens[0].word in _POINTING
        value = candidate.role.value or 0.0
        whole = next((one for one in self.recent() if one.candidate.sentence != candidate.sentence), None)
        if whole is None or not pointing or whole.candidate.compared or not fits(whole.period, _YEAR):
            return UNKNOWN, None
        if self.reading.sentences[whole.candidate.sentence].line != sentence.line or whole.value <= value:
            return UNKNOWN, None
        spans = (timespan.moved(told.span, _YEAR * years) for years in (0, -1, -2, 1))
        return next((span for span in spans if is_part_of(span, whole.period)), UNKNOWN), told

    def _added_up_before(self, made: Settled, sentence: Sentence) -> Span:
        """After parts that add up to a count before them, the text goes on with the whole: "the total has risen"."""
        candidate = made.candidate
        against = candidate.comparison
        own = (token.value for token in sentence.tokens[candidate.left : candidate.right + 1] if token.tag == "T")
        if any(mention is not against for mention in own):
            return UNKNOWN
        here = itertools.takewhile(lambda one: one.candidate.sentence == candidate.sentence, self.recent())
        if made.measure == "offence_change":
            # "it was 77% higher at the end than at the beginning" is of one part and another
            words = {token.word for token in sentence.tokens[candidate.left : candidate.k]}
            of_whole = against is not None or not words.isdisjoint(_TOTAL)
            if not of_whole or not all(one.candidate.compared for one in here):
                return UNKNOWN
        last = next((one for one in self.recent() if one.candidate.sentence < candidate.sentence), None)
        whole = self._whole_of_parts(last) if last is not None and last.measure == "offences" else None
        if whole is None or whole.place != made.place:
            return UNKNOWN
        return whole.period if against is None or fits(against.span, months_of(whole.period) or 0) else UNKNOWN

    def _whole_of_parts(self, last: Settled) -> Settled | None:
        """The count that the latest parts of its time, each of a time of its own, add up to."""
        total = 0.0
        times: set[Span] = set()
        for number, one in enumerate(itertools.islice(self.recent(), 2 * _MOST_PARTS)):
            if one.candidate.sentence > last.candidate.sentence:
                continue
            if one.measure != "offences" or one.platforms or one.place != last.place or one.bound != "=":
                return None
            if total and one.value == total and len(times) >= _FEWEST_PARTS and one.value >= BY_CHANCE:
                return one if all(is_part_of(span, one.period) for span in times) else None
            if one.period in times or number >= _MOST_PARTS:
                return None
            total += one.value
            times.add(one.period)
        return None

    def _counts_after(self, made: Settled, sentence: Sentence) -> Span:
        """ "Have risen by 57%" over "83 between May 2017 and April 2018. Over the next 12 months it was 130"."""
        if self.settled or "T" in sentence.tags or made.bound not in ("=", "~", ">"):
            return UNKNOWN
        first = made.candidate.order + 1
        if any(one.role.measure == "offence_change" for one in self.reading.candidates_of(made.candidate.sentence)[1:]):
            return UNKNOWN  # "rose by 5% and rose by 88%, and both are true"
        counts = [
            one
            for one in self.reading.candidates[first : first + _AHEAD]
            if one.role.measure == "offences" and (one.role.value or 0) >= BY_CHANCE and one.bound == "="
            and one.period is not None and not self.reading.sentences[one.sentence].cell
        ]  # fmt: skip
        found: set[Span] = set()
        for one, two in itertools.permutations(counts, 2):
            if abs(one.sentence - two.sentence) > 1 or not _makes(made, one.role.value or 0, two.role.value or 0):
                continue
            found.add(self._later_time(one, two))
        return found.pop() if len(found) == 1 else UNKNOWN

    def _later_time(self, one: Candidate, two: Candidate) -> Span:
        """The time of the second count where it is told and after that of the first, which may tell it."""
        assert one.period is not None and two.period is not None
        first = one.period.span if one.period.kind == "span" else UNKNOWN
        second = two.period.span if two.period.kind == "span" else UNKNOWN
        if two.period.kind in ("next", "same"):
            second = self.timeline.settle(two.period, first)
        if first == UNKNOWN and one.period.kind in ("previous", "shift"):
            first = self.timeline.settle(one.period, second)
        if first.end is None or second.start is None or second.end is None or months_of(first) != months_of(second):
            return UNKNOWN
        return second if first.end < second.start else UNKNOWN


def _makes(change: Settled, before: float, after: float) -> bool:
    """Whether two counts make a stated change, as exactly as it is said."""
    made = 100 * (after - before) / before
    if change.bound == ">":
        return change.value > 0 and change.value < made <= max(_ABOVE * change.value, change.value + 1)
    return abs(made - change.value) <= ROUNDED[change.bound]


def year_since(mention: Mention) -> Span:
    """The year that "since 2017/18" or "since 2019" names."""
    if mention.kind != "since" or mention.start is None or mention.word not in ("pair", "year"):
        return UNKNOWN
    if mention.word == "pair":
        return timespan.offence_year(mention.start.year)
    return timespan.calendar_year(mention.start.year)


def _names_parts(sentence: Sentence) -> bool:
    """ "The last of those half-years": whether a time is told as one of several parts of years."""
    return any(token.tag == "T" and token.word.endswith(("half-years", "quarters")) for token in sentence.tokens)
