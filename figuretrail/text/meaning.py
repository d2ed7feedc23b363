"""The dates that a time's words mean for a figure: as they say, or by the times of the figures before it.

What belongs here: every meaning that the words may have. What does not: which words may tell a figure's time
(`dating`), and dates without a figure (`timeline`).
"""

import bisect
import datetime as dt
import functools
import operator
from collections.abc import Iterator

from figuretrail import timespan
from figuretrail.text import constructions
from figuretrail.text.attach import Sentence
from figuretrail.text.mentions import LOCKDOWN, Mention
from figuretrail.text.reckoning import Reckoning
from figuretrail.text.timeline import UNKNOWN, fits, months_of
from figuretrail.text.walk import Settled
from figuretrail.timespan import Span

_DAY = dt.timedelta(days=1)
_WEEK = 7
_LAST_DAYS = 28  # of a month
_LATEST = 6  # times named before among which a year is looked for
_NEAR = 4  # times spoken of, and times of the text, that may begin as another does
_WHICH = {"first": 0, "second": 1, "last": -1}  # "the first of those years": which of the times named before
_SO_LONG = ("length", "last", "same", "first", "next")  # kinds of mentions that say but how long


class Meaning(Reckoning):
    """Finds the dates that words mean."""

    def _dates(self, made: Settled, mention: Mention) -> Span:
        """The dates that words mean for this figure."""
        same = self._same_sentence(made.candidate)
        if same is not None and same.mention is mention and same.period != UNKNOWN:
            return same.period  # "a year earlier they were 219, 126 and 102": a time is one time for all
        anchor = self._anchor(same)
        last = self.settled[-1] if self.settled else None
        vague = mention.kind == "same" and mention.months is None and mention.year is None
        if vague and last is not None and last.mention is not None and last.period == UNKNOWN:
            return UNKNOWN  # "in that time", after a time that could not be told
        span = self.timeline.settle(mention, anchor.period if anchor is not None else UNKNOWN, law=made.law)
        if mention.kind == "first" and not made.law and self._in_lockdown(made, mention):
            return timespan.months_from(LOCKDOWN, mention.months or 3)
        if mention.kind == "since" and span.end is None:
            return self._since(made, mention, span)
        return span

    def _in_lockdown(self, made: Settled, mention: Mention) -> bool:
        """Whether "the first three months" are those of a lockdown that this sentence or the one before names."""
        if mention.months not in (3.0, 2.0):
            return False
        here = made.candidate.sentence
        start = self.reading.sentences[max(0, here - 1)].start
        return "lockdown" in self.reading.lowered[start : self.reading.sentences[here].end]

    def _since(self, made: Settled, mention: Mention, said: Span) -> Span:
        """ "Since April 2017" is open, unless the text gave the same beginning an end, or only a year is named."""
        start = said.start
        spoken = [span for span in self.timeline.spoken if span.start and span.end]
        if start is None or not spoken:
            return said
        if made.measure == "offence_share":
            for span in reversed(spoken):
                if span.start is not None and abs((span.start - start).days) <= 7:
                    return span
        if mention.word == "year" and self.main is not None and self.main.period.end:
            return Span(start, max(span.end for span in spoken if span.end))
        return said

    def _meanings(self, made: Settled, mention: Mention, sentence: Sentence, j: int) -> Iterator[tuple[str, Span]]:
        """The dates that words may mean: by the figure spoken of, by their length, or by the figure right before."""
        said, months = self._dates(made, mention), mention.months
        yield "as it says", said
        main = self.main.period if self.main is not None else UNKNOWN
        for span in self._of_that_length(mention):
            yield f"one of that length, {relation(span, main)}", span
        together = self._years_together(mention)
        if together is not None:
            yield "the years spoken of before it, together", together
        two = self._two_times() if mention.word in ("earlier", "later") else []
        if two:
            yield "of the two times before", two[mention.word == "later"]
        meant = self._known_end(mention, said)
        if meant is not None:
            yield "up to the end that another time gives", meant
        part = self._like_part(mention, sentence, j)
        if part is not None:
            yield "the like part of that year", part
        if said.start is not None and said.end is None and self.latest_end is not None and said.start < self.latest_end:
            yield "since then, up to the latest end", Span(said.start, self.latest_end)
        if mention.word in ("months", "ends in") or mention.kind == "month":
            yield from self._of_years_spoken_of(mention, made.candidate.sentence)
        if mention.kind == "last" and months == 12 and fits(main, 12):  # "In 2021 there were 341. Last year ..."
            yield "the year after that spoken of", timespan.moved(main, 12)
        if mention.kind in ("last", "first") and months:
            yield from part_of_longer(mention, months, main)
        if mention.kind in _WHICH and mention.months in (None, 12):
            named = self._times_named_before(made.candidate.sentence)
            if len(named) > 1:
                yield "of the times named in the sentence before", named[_WHICH[mention.kind]]
        if mention.kind == "until" and mention.end is not None:
            yield "since the law began, until then", Span(timespan.LAW_IN_FORCE, mention.end)
            begun = mention.end.year - (mention.end.month < 4)  # "this year there had been 88 by the end of September"
            yield "since the offence year began, until then", Span(timespan.offence_year(begun).start, mention.end)
        year = _year_named_before(sentence, j)
        if year is not None:
            within = constructions.ends_in([mention, year]) or constructions.part_of([mention, year])
            if within is not None:
                yield "of the year named before it", within.span
        if mention.kind in _SO_LONG and months and months >= 6:  # "in 18 months", "in two years"
            so_long = timespan.months_from(timespan.LAW_IN_FORCE, months)
            if so_long != UNKNOWN:
                yield "so long since the law began", so_long
            if so_long != UNKNOWN and self.latest_end is not None:
                yield "so long up to the latest end", timespan.months_up_to(self.latest_end, months)
        if mention.kind == "shift" and mention.year is not None:
            of_year = Mention("same", year=mention.year)
            yield "in the year before publication", self.timeline.settle(of_year, main)
        if mention.kind == "nth" and mention.ordinal:
            first = timespan.offence_year(timespan.LAW_IN_FORCE.year + mention.ordinal - 1)
            yield "of the law", first
        if mention.kind == "ago" and mention.months:
            back = Mention("shift", months=-mention.months)
            yield "so long before the time spoken of", self.timeline.settle(back, main)
            published = self.reading.published
            day = timespan.months_up_to(published - _DAY, mention.months).start if published is not None else None
            if day is not None:
                yield "the offence year that was then", timespan.offence_year_of(day)
        if mention.kind in ("previous", "shift", "next") and self.settled:
            yield "by the figure right before", self.timeline.settle(mention, self.settled[-1].period, law=made.law)

    def _known_end(self, mention: Mention, said: Span) -> Span | None:
        """ "Between April and October", after "the first six months of the law": up to October, as the other says."""
        if mention.kind != "span" or said.start is None or said.end is None or said.end.day < _LAST_DAYS:
            return None
        last_month = said.end.replace(day=1)
        for span in (*reversed(self.timeline.spoken[-_NEAR:]), *self.timeline.known[:_NEAR]):
            begins = span.start is not None and abs((span.start - said.start).days) <= _WEEK
            if (
                begins
                and (months_of(span) or 1) % 6 == 0
                and span.end is not None
                and abs((span.end - last_month).days) <= _WEEK
            ):
                return span
        return None

    def _times_named_before(self, which: int) -> list[Span]:
        """The times with dates that the sentence before names, in order; of a range, its first and its last year."""
        before = self.reading.sentences[which - 1] if which else None
        if before is None:
            return []
        ranged = [mention for _, mention in constructions.ends_of_range(before)]
        named = [token.value for token in before.tokens if token.tag == "T" and token.value.kind == "span"]
        return [mention.span for mention in ranged or constructions.times_in_row(before) or named]

    @functools.cached_property
    def _times_in_order(self) -> list[tuple[int, Sentence, set[float], Mention, Span]]:
        """The times with dates that the text names: which sentence, it, its counts, the words and the dates."""
        found = []
        for which, sentence in enumerate(self.reading.sentences):
            try:
                counts = {token.value.value for token in sentence.tokens if token.tag == "N"}
                for token in sentence.tokens:
                    if token.tag == "T" and token.value.kind in ("span", "first"):
                        value = self.timeline.settle(token.value, UNKNOWN, law="l" in sentence.tags)
                        if value.end is not None:
                            found.append((which, sentence, counts, token.value, value))
            except Exception as error:  # a fault of ours in one sentence must not keep the others from being read
                self.reading.note(sentence.start, sentence.end, error)
        return found

    def _of_years_spoken_of(self, mention: Mention, which: int) -> Iterator[tuple[str, Span]]:
        """For months without a year: in the time spoken of, next after the figure before, in the year named last."""
        if mention.start is None or mention.end is None or mention.word == "ends in":
            return
        main = self.main.period if self.main is not None else UNKNOWN
        last = self.settled[-1].period if self.settled else UNKNOWN
        before = self._times_in_order[: bisect.bisect_left(self._times_in_order, which, key=operator.itemgetter(0))]
        year = next((value.start for *_, value in reversed(before[-_LATEST:]) if fits(value, 12)), None)
        for name, after in (
            ("of the time spoken of", main.start),
            ("next after the figure before", last.end),
            ("of the year named last", year),
        ):
            if after is not None:
                years = after.year - mention.start.year
                years += timespan.add_months(mention.start, 12 * years) < after
                yield name, timespan.moved(mention.span, 12 * years)

    def _of_that_length(self, mention: Mention) -> Iterator[Span]:
        """For "last year" or "the 12 months": the times of that length that the text names, the latest said first."""
        if mention.kind not in ("last", "length", "same") or not mention.months:
            return
        seen: set[Span] = set()
        for span in (*reversed(self.timeline.spoken[-20:]), *self.timeline.known[:60]):
            if span not in seen and fits(span, mention.months):
                seen.add(span)
                yield span
                if len(seen) == 3:
                    return


def part_of_longer(mention: Mention, months: float, main: Span) -> Iterator[tuple[str, Span]]:
    """ "The final year", "in the first of them", after a time of several years: its end, or its beginning."""
    begun = timespan.months_from(main.start, months) if main.start is not None else UNKNOWN
    if begun.end is None or main.end is None or begun.end >= main.end:
        return
    if mention.kind == "last":
        yield "the end of the time spoken of", timespan.months_up_to(main.end, months)
    else:
        yield "the beginning of the time spoken of", begun


def _year_named_before(sentence: Sentence, j: int) -> Mention | None:
    """The calendar or offence year that the sentence names before the words at `j`: "2020. Between April and June"."""
    for token in reversed(sentence.tokens[:j]):
        if token.tag == "T" and token.value.kind == "span" and token.value.word in ("year", "pair"):
            mention: Mention = token.value
            return mention
    return None


def relation(span: Span, main: Span) -> str:
    """How a time stands to that of the figure before."""
    if main.start is None or main.end is None or span.start is None or span.end is None:
        return "beside no time"
    if span == main:
        return "the same"
    if span.end < main.start:
        return "earlier"
    if span.start > main.end:
        return "later"
    return "a longer time" if span.start <= main.start and span.end >= main.end else "a part of it"
