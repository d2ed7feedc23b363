"""The period of a figure, and for a change what it is compared with.

What belongs here: which words and which other figures may tell a figure's time, and the signs for each. What does not:
times told by the build of a sentence (`constructions`) or reckoned from others (`reckoning`), the dates that words mean
(`meaning`), and the weights (`evidence`).
"""

import bisect
import dataclasses
import datetime as dt
import functools
import operator
from collections.abc import Iterator

from figuretrail import timespan
from figuretrail.text import attach, certaintimes, signs, timekinds
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.certaintimes import CertainTimes
from figuretrail.text.choice import Option, Sign, choose
from figuretrail.text.meaning import relation
from figuretrail.text.mentions import Mention
from figuretrail.text.repliedtimes import IN_REPLY
from figuretrail.text.rows import shape
from figuretrail.text.timeline import UNKNOWN, fits
from figuretrail.text.walk import BY_CHANCE, PART_OF_COUNT, SAME_COUNT, Settled, is_ahead
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
# Options that rest on other sentences than the number's own.
_ELSEWHERE = {
    _COMPARED_BEFORE, _COLUMN, _ROW_ABOVE, _SO_MANY_BEFORE, SAME_COUNT, "the number that it says again",
    "the latest figure that is not compared", "the figure before", "a time spoken of", "the list's introduction",
    "the heading above", "the sentence before", "the text that follows", "where the number comes again",
    "the year before one that the text names later", "not told", *certaintimes.ELSEWHERE,
}  # fmt: skip


class Dating(CertainTimes):
    """Settles when a figure was counted."""

    def _period(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        made.law = "l" in sentence.tags
        candidate.compared = made.measure != "offence_change" and self._compared(candidate, sentence)
        published = self.reading.published
        options = [
            one
            for one in self._period_options(made, sentence)
            if not is_ahead(one.value, published) and not timespan.is_reversed(one.value)
        ]
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
        asked = self._asked_in_order(made, sentence)
        if asked != UNKNOWN:
            yield Option(asked, IN_REPLY, [])
            return
        own = self._respective(candidate, sentence) or self._end_of_range(candidate, sentence)
        if own is not None:  # as many times as numbers, in one order: nothing else can be meant
            yield Option(self._dates(made, own), _IN_ORDER, [], own)
            return
        of_row = self._year_of_row(candidate, sentence)
        if of_row is not None:
            yield Option(self._dates(made, of_row), "the year that its row and heading name", [], of_row)
            return
        if candidate.period is not None and candidate.period.kind == "unknown":
            yield Option(UNKNOWN, "a time that can't be told", [], candidate.period)
            return  # "the period printed as 2017/19": no other time is meant
        sure = self._certain_time(made, sentence)
        if sure is not None:
            yield sure
            return
        spots = [
            j
            for j, tag in enumerate(sentence.tags)
            if tag == "T"
            and not signs.is_of_another(sentence.tags, candidate.k, j)
            and not certaintimes.is_unchanged_from(candidate, sentence, j)
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
            (SAME_COUNT, self._equal_before(made)),
            (PART_OF_COUNT, self._said_whole(candidate, sentence)),
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
            to_main = relation(span, main)
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
        yield from self._by_heading(made, sentence, known)
        yield from self._where_said_again(made, known)
        name = "the text that follows"
        dated = self.main is not None and self.main.period != UNKNOWN
        state = "after dated figures" if dated else "before any dated figure"
        next_one = bisect.bisect_right(self._times_in_order, made.candidate.sentence, key=lambda told: told[0])
        ahead = self._times_in_order[next_one : next_one + _AHEAD]
        for which, (_, later, counts, mention, value) in enumerate(ahead):
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

    def _by_heading(self, made: Settled, sentence: Sentence, known: list[str]) -> Iterator[Option]:
        """The time that the heading over the sentence names: "2022/23: the first fall"."""
        line, mention = self._heading_over(sentence)
        if mention is None:
            return
        last = self.reading.sentences[self.settled[-1].candidate.sentence].line if self.settled else -1
        name, near = "the heading above", "right above" if sentence.line == line + 1 else "further above"
        known = [near, f"{near}, {'first' if last < line else 'not first'} under it", mention.kind, *known]
        yield Option(self._dates(made, mention), name, signs.named(name, known), mention)

    def _heading_over(self, sentence: Sentence) -> tuple[int, Mention | None]:
        """The line of the heading that a sentence stands under, and the time that it names, if any."""
        at = bisect.bisect_left(self._headings, sentence.line, key=operator.itemgetter(0))
        return self._headings[at - 1] if at else (-1, None)

    @functools.cached_property
    def _headings(self) -> list[tuple[int, Mention | None]]:
        """The headings that hold no figure, by line, with the first time that each names."""
        times: dict[int, Mention | None] = {}
        rows: set[int] = set()
        for which, sentence in enumerate(self.reading.sentences):
            if self.reading.candidates_of(which):
                rows.add(sentence.line)
            elif sentence.line not in times:
                times[sentence.line] = next((token.value for token in sentence.tokens if token.tag == "T"), None)
        lines = (line.number for line in self.reading.lines if line.heading and line.number not in rows)
        return [(number, times.get(number)) for number in lines]

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
