"""Times reckoned from those of the figures before: the year after, those between, all together, a year before.

What belongs here: how such a time follows from others, and its signs. What does not: times that words name (`dating`),
that the build of a sentence tells (`constructions`), or that figures simply hand on.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from figuretrail import timespan
from figuretrail.text import signs
from figuretrail.text.attach import Sentence
from figuretrail.text.choice import Option
from figuretrail.text.mentions import Mention
from figuretrail.text.rows import Rows, sums_up
from figuretrail.text.timeline import UNKNOWN, fits, months_of
from figuretrail.text.walk import Settled, run_of
from figuretrail.timespan import Span

THEN_OR_NOW = "then or now: one of the two times before"
_IN_EACH = re.compile("[SAO]{0,3}[dπe]u")
_STARTS = (["start"], ["beginning"], ["outset"])
_FIGURES_BACK = 8  # whose times "then" and "now" may mean
_YEARS_BACK = 8  # times spoken of before among which years are taken together


class Reckoning(Rows):
    """Finds the times that follow from those of other figures."""

    def _reckoned(
        self, made: Settled, sentence: Sentence, known: list[str], compared: Settled | None
    ) -> Iterator[Option]:
        """Times reckoned from those of the figures before it: after, between, together, since, and a year before."""
        candidate, same = made.candidate, self._same_sentence(made.candidate)
        if same is not None and timespan.is_offence_year(same.period):
            mention, name = Mention("next"), "the year after the number before it"
            begins = sentence.tags[candidate.left]
            yield Option(
                self.timeline.settle(mention, same.period), name, signs.named(name, [*known, f"from {begins}"]), mention
            )
        if compared is not None and self.main is not None:
            name = "from the time compared before to that of the latest figure"
            since = _from_to(compared.period, self.main.period)
            if since is not None:
                yield Option(since, name, signs.named(name, known))
        if self.main is not None and self.main.period.end is not None and not fits(self.main.period, 12):
            name, last_year = "the last year of the latest figure's time", _last_year_of(self.main.period)
            if last_year is not None:
                yield Option(last_year, name, signs.named(name, known))
        if self.settled and self.settled[-1].comparison.end is not None and not sentence.cell:
            name, figure = "what the change before is compared with", self.settled[-1]
            yield Option(figure.comparison, name, signs.after_figure(self, name, figure, sentence, known))
        for name, span in (
            (THEN_OR_NOW, self._then_or_now(made, sentence)),
            ("the two times before, in order", self._one_of_two_times(made, sentence)),
            ("the time between those of the figures before", self._time_between(sentence)),
        ):
            if span is not None:
                yield Option(span, name, signs.named(name, known))
        added = self._times_added_up(made, sentence)
        together = added or (self._times_together(made) if sums_up(sentence) else None)
        if together is not None:
            name = "the times of the figures before, together"
            how = "they add up to it" if added is not None else "they do not add up"
            yield Option(together, name, signs.named(name, [how, *known]))
        reference = self._anchor(same)
        if candidate.compared and reference is not None:
            mention, name = Mention("previous"), "the like time before"
            yield Option(self.timeline.settle(mention, reference.period), name, signs.named(name, known), mention)
            if not fits(reference.period, 12):
                mention, name = Mention("shift", months=-12.0), "the like time a year before"
                yield Option(self.timeline.settle(mention, reference.period), name, signs.named(name, known), mention)

    def _then_or_now(self, made: Settled, sentence: Sentence) -> Span | None:
        """ "425 then, 436 now", "158 last year, 95 at the start": one of the two like times before."""
        k = made.candidate.k
        in_each = _IN_EACH.match(sentence.tags, k + 1)  # "eight a day then and 17 a day now"
        at = in_each.end() if in_each is not None else k + 1
        after = [token.word for token in sentence.tokens[at : at + 3]]
        later = after[:1] == ["now"]
        ends = sentence.tags[at + 1 : at + 2] in ("", *",;·⟩–&")
        if not (ends and (later or after[:1] == ["then"])) and not (
            after[:2] == ["at", "the"] and after[2:] in _STARTS
        ):
            return None
        two = self._two_times()
        return two[later] if two else None

    def _one_of_two_times(self, made: Settled, sentence: Sentence) -> Span | None:
        """ "On the same two dates Staffordshire had 41 and 90": the earlier for the first, the later for the second."""
        run = run_of(made.candidate, sentence)
        if run is None or "T" in sentence.tags:
            return None
        numbers = [j for j in range(run.start(), run.end()) if sentence.tags[j] in "N%"]
        two = self._two_times() if len(numbers) == 2 else []
        return two[numbers.index(made.candidate.k)] if two else None

    def _two_times(self) -> list[Span]:
        """The two latest like times of the figures before, the earlier first; none where they have but one."""
        found: dict[Span, int] = {}
        for figure in itertools.islice(self.recent(), _FIGURES_BACK):
            for span in (figure.period, figure.comparison):
                length = months_of(span)
                if length is not None and span not in found and length in (*found.values(), length)[:1]:
                    found[span] = length
        two = sorted(itertools.islice(found, 2), key=lambda span: span.start or dt.date.min)
        return two if len(two) > 1 else []

    def _years_together(self, mention: Mention) -> Span | None:
        """ "In 2018/19 it was 4,373, and 3,217 in 2017/18. Over the two years": the latest so many in a row."""
        so_many = int((mention.months or 0) / 12)
        if mention.kind not in ("length", "same") or so_many < 2 or mention.months != 12 * so_many:
            return None
        years = dict.fromkeys(span for span in reversed(self.timeline.spoken[-_YEARS_BACK:]) if fits(span, 12))
        starts = sorted(year.start for year in itertools.islice(years, so_many) if year.start is not None)
        if len(starts) < so_many or timespan.add_months(starts[0], 12 * (so_many - 1)) != starts[-1]:
            return None
        return timespan.months_from(starts[0], 12 * so_many)

    def _like_part(self, mention: Mention, sentence: Sentence, j: int) -> Span | None:
        """ "44 in the same quarter of 2019 and 39 in that of 2018": as long a part of another year."""
        before = [token.word for token in sentence.tokens[max(0, j - 2) : j]]
        last = self.settled[-1].period if self.settled else UNKNOWN
        if mention.word not in ("year", "pair") or before not in (["that", "of"], ["those", "of"]):
            return None
        length = months_of(last)
        if mention.start is None or last.start is None or length is None or length >= 12:
            return None
        begun = last.start.year - (mention.word == "pair" and last.start.month < 4)
        return timespan.moved(last, 12 * (mention.start.year - begun))

    def _anchor(self, same: Settled | None) -> Settled | None:
        """The figure that a time is told by: one before it in the sentence that is not compared, else the latest."""
        if same is None:
            return self.main
        if self.main is not None and self.main.candidate.sentence == same.candidate.sentence:
            return self.main
        return same


def _from_to(first: Span, last: Span) -> Span | None:
    """From the beginning of a time to the end of a later one: "in that time", after 2023/24 set against 2017/18."""
    if first.start is None or last.start is None or last.end is None or first.start >= last.start:
        return None
    return Span(first.start, last.end)


def _last_year_of(span: Span) -> Span | None:
    """The last twelve months of a time of several years: what a change "since 2017/18" is of, told after a total."""
    if span.start is None or span.end is None:
        return None
    year = timespan.months_up_to(span.end, 12)
    return year if year.start is not None and year.start > span.start else None
