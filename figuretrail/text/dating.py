"""The period of a figure, and for a change what it is compared with.

What belongs here: which words and which other figures may tell a figure's time, and the signs for each. What does not:
times told by the build of a sentence (`constructions`) or reckoned from others (`reckoning`), the dates that words mean
(`timeline`), and the weights (`evidence`).
"""

import bisect
import dataclasses
import datetime as dt
import functools
from collections.abc import Iterator

from figuretrail import timespan
from figuretrail.text import attach, constructions, signs, timekinds
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.choice import Option, Sign, choose
from figuretrail.text.mentions import Mention
from figuretrail.text.reckoning import Reckoning
from figuretrail.text.rows import shape
from figuretrail.text.timeline import UNKNOWN, fits
from figuretrail.text.walk import BY_CHANCE, Settled, is_ahead
from figuretrail.timespan import Span

_DAY = dt.timedelta(days=1)
_LAW_YEAR_END = timespan.add_months(timespan.LAW_IN_FORCE, 12)
_AHEAD = 6  # times that are looked ahead over for what a headline leaves open
_TIMES_BACK = 4  # times spoken of before that may be meant again
_COMPARED_BEFORE = "the figure compared before"
_IN_ORDER = "each its own, in order"
_ROW_ABOVE = "the number in the same place of the line before"
_COLUMN = "the times of the rows, in order"
_SO_MANY_BEFORE = "the number so many before"
_WHICH = {"first": 0, "second": 1, "last": -1}  # "the first of those years": which of the times named before
_SO_LONG = ("length", "last", "same", "first", "next")  # kinds of mentions that say but how long
# Options that rest on other sentences than the number's own.
_ELSEWHERE = {
    _COMPARED_BEFORE, _COLUMN, _ROW_ABOVE, _SO_MANY_BEFORE, "an equal number before", "the number that it says again",
    "the latest figure that is not compared", "the figure before", "a time spoken of", "the list's introduction",
    "the sentence before", "the text that follows", "where the number comes again",
    "the year before one that the text names later", "not told",
}  # fmt: skip


class Dating(Reckoning):
    """Settles when a figure was counted."""

    def _period(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        made.law = "l" in sentence.tags
        candidate.compared = made.measure != "offence_change" and self._compared(candidate, sentence)
        published = self.reading.published
        options = [one for one in self._period_options(made, sentence) if not is_ahead(one.value, published)]
        options = options or [Option(UNKNOWN, "not told", [])]
        for option in options:
            option.signs += self.times_named.signs(option.value, option.told_by, f"{self.main is None}")
            if made.measure == "offence_change" and _begins_with(option.value, candidate.comparison):
                option.signs.append("of what it is compared with")
            if option.value.end is not None and option.value.end < timespan.LAW_IN_FORCE:
                option.signs += ["over before the law", f"over before the law, {option.told_by}"]
            for sign in self._kinds(option.value):
                option.signs += [f"{sign}, {option.told_by}", f"{sign}, {made.measure}, {self.main is None}"]
        signs.shared(self, "period", made, sentence, options)
        best, sure = self._chosen_period(made, options)
        made.period, made.sure["period"], made.rules["period"] = best.value, sure, best.told_by
        if best.told_by in _ELSEWHERE:
            made.inherited.add("period")
        if isinstance(best.source, Mention):
            made.mention = best.source
        candidate.compared = candidate.compared or self._is_compared_by(made, best)
        if made.measure == "offence_change":
            self._comparison(made, candidate)
        self.timeline.speak(made.period)

    def _kinds(self, span: Span) -> tuple[str, str, str]:
        return timekinds.kinds_of(span, self.reading.published, self.latest_end)

    def _chosen_period(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        return choose("period", options)

    def _is_compared_by(self, made: Settled, best: Option) -> bool:
        """Whether the time that was chosen makes the figure one that another is compared with."""
        source, parent = best.source, self._parent(made.candidate)
        if isinstance(source, Settled) and source.candidate.compared and best.told_by != _COMPARED_BEFORE:
            return True
        if isinstance(source, Mention) and (
            source.kind == "previous" or (source.kind == "shift" and (source.months or 0) < 0)
        ):
            return True
        # "80% higher than in 2017/18 (378)"
        return parent is not None and parent.measure == "offence_change" and made.period == parent.comparison != UNKNOWN

    # options --------------------------------------------------------------------------------------------------

    def _period_options(self, made: Settled, sentence: Sentence) -> Iterator[Option]:
        candidate = made.candidate
        own = self._respective(candidate, sentence) or self._end_of_range(candidate, sentence)
        if own is not None:  # as many times as numbers, in one order: nothing else can be meant
            yield Option(self._dates(made, own), _IN_ORDER, [], own)
            return
        certain = self._year_of_row(candidate, sentence)
        if certain is not None:
            yield Option(self._dates(made, certain), "the year that its row and heading name", [], certain)
            return
        if candidate.period is not None and candidate.period.kind == "unknown":
            yield Option(UNKNOWN, "a time that can't be told", [], candidate.period)
            return  # "the period printed as 2017/19": no other time is meant
        spots = [
            j
            for j, tag in enumerate(sentence.tags)
            if tag == "T"
            and not signs.is_of_another(sentence.tags, candidate.k, j)
            and not (sentence.cell and sentence.tokens[j].value is candidate.comparison)  # "Change on 2022/23"
        ]
        known = [signs.where(candidate, spots), *signs.about(candidate, sentence, made.measure)]
        if made.twin is not None:
            known.append("says a number again")
        of_column = self._of_column(candidate, sentence)
        if self.latest_end is not None and self.latest_end > _LAW_YEAR_END:
            name = "since the law began, up to the latest end"
            yield Option(Span(timespan.LAW_IN_FORCE, self.latest_end), name, signs.named(name, known))
        if of_column is not None:
            yield Option(self._dates(made, of_column), _COLUMN, signs.named(_COLUMN, known), of_column)
        for name, mention in self._built(candidate, sentence):
            yield Option(self._dates(made, mention), name, ["by construction", *signs.named(name, known[1:])], mention)
        for j in spots:
            yield from self._by_words(made, sentence, j, spots, known[1:])
        yield from self._by_figures(made, sentence, known)
        yield from self._by_times_spoken_of(known)
        yield from self._by_other_sentences(made, sentence, known)
        yield Option(UNKNOWN, "not told", signs.named("not told", known))

    def _by_words(
        self, made: Settled, sentence: Sentence, j: int, spots: list[int], known: list[str]
    ) -> Iterator[Option]:
        """A time that the sentence names, with each of the dates that it may mean."""
        candidate, mention = made.candidate, sentence.tokens[j].value
        name, found = signs.beside(candidate, sentence, j, spots, known)
        found += self._about_time(made, sentence, j, known)
        if candidate.compared and mention.kind == "last":
            mention = dataclasses.replace(mention, kind="previous")
        for told, value in self._meanings(made, mention, sentence, j):
            meant = [told, f"{told}, {mention.kind} {mention.word}", f"{told}, {self.main is None}"]
            meant += [f"said as {mention.kind}, {kind}" for kind in self._kinds(value)[1:]]
            if value == UNKNOWN:
                meant += ["gives no dates", f"gives no dates, {mention.kind} {mention.word}"]
            elif value.end is None:
                meant.append("has no end")
            yield Option(value, name, [*found, *meant], sentence.tokens[j].value)

    def _about_time(self, made: Settled, sentence: Sentence, j: int, known: list[str]) -> list[Sign]:
        """Signs that only times have: their kind, how they join, and whether they told the number before."""
        candidate, mention = made.candidate, sentence.tokens[j].value
        side = "before" if j < candidate.k else "after"
        joint = sentence.tokens[j - 1].word if j and sentence.tags[j - 1] not in "xN%" else "nothing"
        found: list[Sign] = [
            f"{signs.spot(candidate, j)}, {mention.kind}",
            f"says {mention.kind} {mention.word}",
            f"{side}, by {joint}, {known[0]}",
        ]
        if candidate.period is mention:
            found.append("the nearest in the stretch")
        if candidate.comparison is mention:
            found.append("what the change is compared with")
        if attach.is_duration(mention):
            found.append(("may be how long", known))
        if side == "before" and _is_of_saying(sentence, j, candidate.k):
            found.append(("before a verb of saying", [f"{mention.kind} {mention.word}", *known]))
        same = self._same_sentence(candidate)
        if same is not None and same.mention is mention:
            begins = sentence.tags[candidate.left]
            found.append(("told the number before it", [side, begins, *known]))
        elif same is not None and same.mention is not None and j < candidate.k:
            found.append("not what told the number before it")
        return found

    def _meanings(self, made: Settled, mention: Mention, sentence: Sentence, j: int) -> Iterator[tuple[str, Span]]:
        """The dates that words may mean: by the figure spoken of, by their length, or by the figure right before."""
        said, months = self._dates(made, mention), mention.months
        yield "as it says", said
        main = self.main.period if self.main is not None else UNKNOWN
        for span in self._of_that_length(mention):
            yield f"one of that length, {_relation(span, main)}", span
        together = self._years_together(mention)
        if together is not None:
            yield "the years spoken of before it, together", together
        part = self._like_part(mention, sentence, j)
        if part is not None:
            yield "the like part of that year", part
        if said.start is not None and said.end is None and self.latest_end is not None and said.start < self.latest_end:
            yield "since then, up to the latest end", Span(said.start, self.latest_end)
        if mention.word in ("months", "ends in") or mention.kind == "month":
            yield from self._of_years_spoken_of(mention)
        if mention.kind == "last" and months == 12 and fits(main, 12):  # "In 2021 there were 341. Last year ..."
            yield "the year after that spoken of", timespan.moved(main, 12)
        if mention.kind in ("last", "first") and months and months == int(months):
            yield from _part_of_longer(mention, int(months), main)
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
        if mention.kind in _SO_LONG and months and months == int(months) and months >= 6:
            start, end = timespan.LAW_IN_FORCE, self.latest_end  # "in 18 months", "in two years"
            yield "so long since the law began", Span(start, timespan.add_months(start, int(months)) - _DAY)
            if end is not None:
                yield "so long up to the latest end", Span(timespan.add_months(end + _DAY, -int(months)), end)
        if mention.kind == "shift" and mention.year is not None:
            of_year = Mention("same", year=mention.year)
            yield "in the year before publication", self.timeline.settle(of_year, main)
        if mention.kind == "nth" and mention.year:
            first = timespan.offence_year(timespan.LAW_IN_FORCE.year + mention.year - 1)
            yield "of the law", first
        if mention.kind == "ago" and mention.months:
            back = Mention("shift", months=-mention.months)
            yield "so long before the time spoken of", self.timeline.settle(back, main)
            if self.reading.published is not None and mention.months == int(mention.months):
                day = timespan.add_months(self.reading.published, -int(mention.months))
                yield "the offence year that was then", timespan.offence_year(day.year - (day.month < 4))
        if mention.kind in ("previous", "shift", "next") and self.settled:
            yield "by the figure right before", self.timeline.settle(mention, self.settled[-1].period, law=made.law)

    def _times_named_before(self, which: int) -> list[Span]:
        """The times with dates that the sentence before names, in order; of a range, its first and its last year."""
        before = self.reading.sentences[which - 1] if which else None
        if before is None:
            return []
        ranged = [mention for _, mention in constructions.ends_of_range(before)]
        named = [token.value for token in before.tokens if token.tag == "T" and token.value.kind == "span"]
        return [mention.span for mention in ranged or constructions.times_in_row(before) or named]

    def _of_years_spoken_of(self, mention: Mention) -> Iterator[tuple[str, Span]]:
        """For months without a year: those within the time spoken of, and the next after that of the figure before."""
        if mention.start is None or mention.end is None or mention.word == "ends in":
            return
        main = self.main.period if self.main is not None else UNKNOWN
        last = self.settled[-1].period if self.settled else UNKNOWN
        for name, after in (("of the time spoken of", main.start), ("next after the figure before", last.end)):
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

    def _by_figures(self, made: Settled, sentence: Sentence, known: list[str]) -> Iterator[Option]:
        """The times of the figures before it."""
        candidate = made.candidate
        same, parent = self._same_sentence(candidate), self._parent(candidate)
        last = self.settled[-1] if self.settled and same is None else None
        compared = next((s for s in self.recent() if s.candidate.compared and s.period != UNKNOWN), None)
        for name, figure in (
            ("the number that it explains", parent),
            ("the number that it says again", made.twin),
            ("the number before it in the sentence", same),
            ("an equal number before", self._equal_before(made)),
            ("the count that it is a part of", self._said_whole(candidate, sentence)),
            ("the former or the latter", self._former_or_latter(candidate, sentence)),
            (_SO_MANY_BEFORE, self._so_many_before(candidate, sentence)),
            (_ROW_ABOVE, self._in_row_above(candidate)),
            ("the latest figure that is not compared", self.main),
            ("the figure before", last),
            ("the figure before, of a longer time", self.longer),
            (_COMPARED_BEFORE, compared),
            ("the earlier year in brackets", self._previous_in_brackets(candidate, sentence, parent)),
        ):
            if figure is None:
                continue
            found = signs.after_figure(self, name, figure, sentence, known)
            found += [
                f"{name}, {'same' if figure.place == made.place else 'another'} place",
                f"{name}, {'same' if figure.platforms == made.platforms else 'other'} platforms",
                f"{name}, {'same' if figure.measure == made.measure else 'another'} measure",
            ]
            if figure.period == UNKNOWN:
                found.append(f"{name}, which has no dates")
            elif figure.period.end is None:
                found.append(f"{name}, which has no end")
            if figure.mention is not None:
                found.append(f"{name}, said as {figure.mention.kind}")
            if name in (_SO_MANY_BEFORE, _ROW_ABOVE):
                alike = shape(sentence.tags) == shape(self.reading.sentences[figure.candidate.sentence].tags)
                found.append(f"{name}, of {'the same' if alike else 'another'} shape")
            yield Option(figure.period, name, found, figure)
        yield from self._reckoned(made, sentence, known, compared)

    def _by_times_spoken_of(self, known: list[str]) -> Iterator[Option]:
        """The times that the text has spoken of, the latest first, as they stand to that of the figure before."""
        main = self.main.period if self.main is not None else UNKNOWN
        times = dict.fromkeys(span for span in reversed(self.timeline.spoken[-12:]) if span.end is not None)
        for number, span in enumerate(list(times)[:_TIMES_BACK], start=1):
            to_main = _relation(span, main)
            what = [to_main, f"number {number}", *known, *[f"{to_main}, {one}" for one in known[1:]]]
            yield Option(span, "a time spoken of", signs.named("a time spoken of", what))

    def _by_other_sentences(self, made: Settled, sentence: Sentence, known: list[str]) -> Iterator[Option]:
        """Times that a list's introduction, the sentence before, or the text that follows names."""
        intro = self._intro(sentence)
        told = next((token.value for token in intro.tokens if token.tag == "T"), None) if intro is not None else None
        if told is not None:
            name = "the list's introduction"
            yield Option(self._dates(made, told), name, signs.named(name, known), told)
        if self.context_period is not None and self.context_line == sentence.line:
            name, mention = "the sentence before", self.context_period
            yield Option(self._dates(made, mention), name, signs.named(name, [*known, mention.kind]), mention)
        yield from self._where_said_again(made, known)
        name = "the text that follows"
        dated = self.main is not None and self.main.period != UNKNOWN
        state = "after dated figures" if dated else "before any dated figure"
        first = bisect.bisect_right(self._times_in_order, made.candidate.sentence, key=lambda told: told[0])
        for which, (_, later, counts, mention, value) in enumerate(self._times_in_order[first : first + _AHEAD]):
            found = signs.named(name, [*known, state, mention.word or mention.kind])
            found.append(f"{name}, {state}, {known[0]}")
            if made.value >= BY_CHANCE and made.value in counts:
                found += ["beside the same number", f"beside the same number, {state}"]
            if which == 0:
                found += ["the first that follows", f"the first that follows, {state}"]
            if "c" in later.tags or "w" in later.tags:
                found.append("among comparisons")
            found.append("twelve months" if timespan.is_offence_year(value) else "another length")
            yield Option(value, name, found)
            if made.candidate.compared and timespan.is_offence_year(value):
                earlier = "the year before one that the text names later"
                before = self.timeline.settle(Mention("previous"), value)
                yield Option(before, earlier, signs.named(earlier, [state, *known]))

    def _where_said_again(self, made: Settled, known: list[str]) -> Iterator[Option]:
        """The times named beside the same count in a later sentence, which may settle what a headline leaves open."""
        again = self._said_again_after(made)
        if again is None:
            return
        there = self.reading.sentences[again.sentence]
        spots = [j for j, tag in enumerate(there.tags) if tag == "T"]
        name = "where the number comes again"
        state = "no figure before" if not self.settled else "figures before"
        for j in spots[:3]:
            mention = there.tokens[j].value
            value = self.timeline.settle(mention, UNKNOWN, law="l" in there.tags)
            found = signs.named(name, [signs.spot(again, j), mention.kind, state, *known])
            found.append(f"{name}, {'the nearest' if again.period is mention else 'not the nearest'}, {state}")
            yield Option(value, name, found)
            if value.start is not None and value.end is None and self.latest_end is not None:
                told = "since then, up to the latest end"
                yield Option(Span(value.start, self.latest_end), name, [*found, told])

    @functools.cached_property
    def _times_in_order(self) -> list[tuple[int, Sentence, set[float], Mention, Span]]:
        """The times with dates that the text names: which sentence, it, its counts, the words and the dates."""
        found = []
        for which, sentence in enumerate(self.reading.sentences):
            counts = {token.value.value for token in sentence.tokens if token.tag == "N"}
            for token in sentence.tokens:
                if token.tag == "T" and token.value.kind in ("span", "first"):
                    value = self.timeline.settle(token.value, UNKNOWN, law="l" in sentence.tags)
                    if value.end is not None:
                        found.append((which, sentence, counts, token.value, value))
        return found

    # dates --------------------------------------------------------------------------------------------------

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
            start = dt.date(2020, 4, 1)
            return Span(start, timespan.add_months(start, int(mention.months or 3)) - _DAY)
        if mention.kind == "since" and span.end is None:
            return self._since(made, mention, span)
        return span

    # constructions ------------------------------------------------------------------------------------------

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

    def _comparison(self, made: Settled, candidate: Candidate) -> None:
        """The time that a change is measured from; of a range, its first year."""
        mention = candidate.comparison
        if mention is None:
            return
        if mention.kind == "range" and mention.end is not None:
            span = self.timeline.settle(mention, UNKNOWN)
            if span.start and span.end:
                pair = span.start.month == 4
                made.comparison = (
                    timespan.offence_year(span.start.year) if pair else timespan.calendar_year(span.start.year)
                )
                made.period = (
                    timespan.offence_year(span.end.year - 1) if pair else timespan.calendar_year(span.end.year)
                )
            return
        if mention.kind == "since":
            made.comparison = Span(mention.start, None)
        else:
            made.comparison = self.timeline.settle(mention, made.period, law=made.law)


def _part_of_longer(mention: Mention, months: int, main: Span) -> Iterator[tuple[str, Span]]:
    """ "The final year", "in the first of them", after a time of several years: its end, or its beginning."""
    if main.start is None or main.end is None or timespan.add_months(main.start, months) > main.end:
        return
    if mention.kind == "last":
        yield "the end of the time spoken of", Span(timespan.add_months(main.end + _DAY, -months), main.end)
    else:
        yield "the beginning of the time spoken of", Span(main.start, timespan.add_months(main.start, months) - _DAY)


def _begins_with(span: Span, compared: Mention | None) -> bool:
    """Whether a year is what a change is measured from, said as a year or by its beginning ("since 2017/18")."""
    return compared is not None and span.start is not None and span.start == compared.start and fits(span, 12)


_SAYING = {
    "said", "told", "reported", "published", "announced", "revealed", "claimed", "put", "talking", "speaking", "quoted",
    "gave", "stated", "warned", "wrote", "printed",
}  # fmt: skip


_PUBLISHING = {"published", "released", "issued", "announced", "obtained", "dated", "unveiled", "printed"}


def _is_of_saying(sentence: Sentence, j: int, k: int) -> bool:
    """ "In May we said 6,012", "figures published in August": whether the words by a time tell when it was said."""
    published = any(token.word in _PUBLISHING for token in sentence.tokens[max(0, j - 2) : j])
    return published or any(token.word in _SAYING for token in sentence.tokens[j + 1 : k])


def _year_named_before(sentence: Sentence, j: int) -> Mention | None:
    """The calendar or offence year that the sentence names before the words at `j`: "2020. Between April and June"."""
    for token in reversed(sentence.tokens[:j]):
        if token.tag == "T" and token.value.kind == "span" and token.value.word in ("year", "pair"):
            mention: Mention = token.value
            return mention
    return None


def _relation(span: Span, main: Span) -> str:
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
