"""Which dates a period's words mean, given the periods spoken of so far: "the year before", "those 12 months".

What belongs here: settling a mention to dates. What does not: finding mentions (`periods`) and giving them to numbers
(`attach`).
"""

import dataclasses
import datetime as dt
import itertools

from figuretrail import timespan
from figuretrail.text.mentions import Mention
from figuretrail.timespan import UNKNOWN, Span

_DAY = dt.timedelta(days=1)
_HALF_MONTH = dt.timedelta(days=15)
_MEMORY = 100  # how many periods back a word can point
_SLACK = 35  # days by which a stated length may differ from the dates


@dataclasses.dataclass
class Timeline:
    """The periods that a text has spoken of, in order; `known` are all that it names anywhere."""

    known: list[Span]
    published: dt.date | None = None
    spoken: list[Span] = dataclasses.field(default_factory=list)

    def speak(self, span: Span) -> None:
        """Remember a period as the latest spoken of."""
        if span.start is not None or span.end is not None:
            self.spoken.append(span)
            del self.spoken[:-_MEMORY]

    def settle(self, mention: Mention, reference: Span, *, law: bool = False) -> Span:
        """The dates of a mention; `reference` is the period of the figure it is told by; `law`: the law is named."""
        kind = mention.kind
        if kind in ("span", "month", "range", "since"):
            return mention.span
        if kind == "until":
            return self._until(mention)
        if kind == "law":
            return Span(timespan.LAW_IN_FORCE, None)
        if kind == "first":
            return self._first(mention, law)
        if kind == "nth":
            return self._nth(mention)
        if kind == "second":
            return self._second(mention, reference, law)
        if kind == "up to then":
            return self._up_to_then(mention)
        if kind == "ends in":
            pool = [*reversed(self.spoken), *self.known[:_MEMORY]]
            fitting = [s for s in pool if s.end and s.end.month == mention.month]
            return next((s for s in fitting if mention.months and fits(s, mention.months)), UNKNOWN)
        if kind == "quarter":
            return self._quarter(mention, reference)
        if kind == "previous":
            return self._previous(mention, reference)
        if kind == "part of previous":
            return self._part_of_previous(mention, reference)
        if kind == "shift":
            return self._shift(mention, reference)
        if kind == "next":
            return self._next(mention, reference)
        if kind == "same":
            return self._same(mention, reference)
        if kind == "last":
            return self._last(mention)
        if kind == "length":
            found = self._of_length(mention.months)
            if found == UNKNOWN and law and mention.months:
                return self._law(mention.months)
            return found
        return UNKNOWN

    def _law(self, months: float) -> Span:
        whole = timespan.months_from(timespan.LAW_IN_FORCE, months // 1)
        if months % 1 and whole.end is not None:
            return Span(whole.start, whole.end + _HALF_MONTH)
        return whole

    def _until(self, mention: Mention) -> Span:
        for span in reversed(self.spoken):
            if span.start is not None and mention.end is not None and span.start < mention.end:
                return Span(span.start, mention.end)
        return Span(None, mention.end)

    def _first(self, mention: Mention, law: bool) -> Span:
        if not mention.months and mention.word != "of two":
            return UNKNOWN
        if not mention.months:
            closed = [months for span in self.spoken if (months := months_of(span)) is not None]
            like = _two_like(self.spoken, closed[-1]) if closed else []
            return like[0] if like else UNKNOWN
        if mention.months == 12 and not law:
            years = _two_like(self.spoken, 12)
            if years:
                return years[0]
        return self._law(mention.months)

    def _nth(self, mention: Mention) -> Span:
        """The third, fourth ... year of the latest time of so many years that was spoken of, else of the law."""
        before = 12 * ((mention.ordinal or 1) - 1)
        closed = (span for span in reversed(self.spoken) if span.start is not None and span.end is not None)
        start = timespan.offence_year(timespan.LAW_IN_FORCE.year).start
        long = next((span.start for span in closed if (months_of(span) or 0) >= before + 12), start)
        assert long is not None
        return timespan.months_from(timespan.add_months(long.replace(day=1), before), 12)

    def _second(self, mention: Mention, reference: Span, law: bool) -> Span:
        if mention.months == 6 and fits(reference, 6):  # "the first half of 2021/22 ..., the second half"
            return self._next(mention, reference)
        closed = [span for span in self.spoken if span.start and span.end]
        months = mention.months or (months_of(closed[-1]) if closed else None) or 12
        like = _two_like(self.spoken, months)
        if not like and months == 12 and closed and closed[-1] == timespan.months_from(timespan.LAW_IN_FORCE, 12):
            after = timespan.add_months(timespan.LAW_IN_FORCE, 12)
            return timespan.months_from(after, 12)  # "3,217 in the first year; in the second, 4,373"
        like = like or (_two_like(self.known, months) if months == 12 else [])
        if like:
            return like[1]
        if not closed and law and mention.months == 12:
            return timespan.months_from(timespan.add_months(timespan.LAW_IN_FORCE, 12), 12)
        return max(closed, key=lambda span: span.start or dt.date.min) if closed else UNKNOWN

    def _up_to_then(self, mention: Mention) -> Span:
        """So many months that end where the time spoken of last ends."""
        end = next((span.end for span in reversed(self.spoken) if span.end is not None), None)
        return timespan.months_up_to(end, mention.months) if end is not None and mention.months else UNKNOWN

    def _quarter(self, mention: Mention, reference: Span) -> Span:
        """The quarter of the offence year that was spoken of last."""
        spoken = [reference, *reversed(self.spoken)]
        start = next((span.start for span in spoken if span.start is not None), None)
        if start is None or mention.ordinal is None:
            return UNKNOWN
        year = timespan.offence_year_of(start)
        assert year.start is not None
        return timespan.months_from(timespan.add_months(year.start, 3 * (mention.ordinal - 1)), 3)

    def _spoken_last(self) -> Span:
        """The latest time spoken of that has both its ends."""
        return next((span for span in reversed(self.spoken) if span.start and span.end), UNKNOWN)

    def _previous(self, mention: Mention, reference: Span) -> Span:
        if reference.start is None:
            reference = self._spoken_last()
        if reference.start is None:
            return UNKNOWN
        months = mention.months
        length = months_of(reference)
        if months is not None and months < 0:  # "the four before that": so many of what the time spoken of is told in
            months = -months * (12 if length and not length % 12 else 1)
        if months is None:
            months = length
        if months is None:
            return UNKNOWN
        if months == 12 and length is not None and length < 12 and reference.end is not None:
            return timespan.moved(reference, -12)
        return timespan.months_up_to(reference.start.replace(day=1) - _DAY, months)

    def _part_of_previous(self, mention: Mention, reference: Span) -> Span:
        """The half of the year before that of the time spoken of; of the offence year, unless that one begins else."""
        if reference.start is None:
            reference = self._spoken_last()
        if reference.start is None or mention.ordinal is None:
            return UNKNOWN
        start = reference.start
        calendar = start.month == 1 and (months_of(reference) or 0) > 3
        year = timespan.calendar_year(start.year) if calendar else timespan.offence_year_of(start)
        assert year.start is not None
        return timespan.months_from(timespan.add_months(year.start, 6 * (mention.ordinal - 3)), 6)

    def _shift(self, mention: Mention, reference: Span) -> Span:
        if reference.start is None:
            reference = self._spoken_last()
        months = mention.months
        if reference.start is None or reference.end is None or not months:
            return UNKNOWN
        return timespan.moved(reference, months)

    def _next(self, mention: Mention, reference: Span) -> Span:
        """ "The following year", "the twelve months that followed": right after the time spoken of."""
        if reference.end is None:
            reference = self._spoken_last()
        months = mention.months or months_of(reference)
        if reference.end is None or months is None:
            return UNKNOWN
        return timespan.months_from(reference.end + _DAY, months)

    def _same(self, mention: Mention, reference: Span) -> Span:
        if mention.year is not None:
            for span in [reference, *reversed(self.spoken)]:
                length = months_of(span)
                if (
                    span.start
                    and span.end
                    and length
                    and length <= 12
                    and (mention.months is None or abs(length - mention.months) <= 1)
                ):
                    shift = mention.year - span.end.year
                    if mention.word == "pair":  # an offence year: it is named by its first month
                        shift = mention.year - (span.start.year if span.start.month >= 4 else span.start.year - 1)
                    return timespan.moved(span, 12 * shift)
            return UNKNOWN
        if mention.word.startswith("both") or (mention.months and mention.months >= 24):
            union = self._of_length(mention.months) if mention.months else UNKNOWN
            if union != UNKNOWN:
                return union
            return self._union()
        if mention.word.startswith("whole"):
            together = self._of_length(mention.months) if (mention.months or 0) > 12 else UNKNOWN
            if together != UNKNOWN:
                return together  # "the whole 18 months", of which the text named the first six and the last
            closed = [s for s in self.spoken if s.start and s.end]
            return max(closed, key=lambda s: (s.end or dt.date.min) - (s.start or dt.date.max)) if closed else UNKNOWN
        if mention.months and fits(reference, mention.months):
            return reference
        if mention.months:
            found = self._of_length(mention.months, only=self.spoken)
            if found != UNKNOWN:
                return found
        return reference if reference != UNKNOWN else (self.spoken[-1] if self.spoken else UNKNOWN)

    def _last(self, mention: Mention) -> Span:
        if mention.word == "just" and mention.months:
            end = max((span.end for span in self.spoken if span.end), default=None)
            if end is not None:
                return timespan.months_up_to(end, mention.months)
        if mention.word == "latest":
            fitting = [
                s
                for s in [*self.known, *self.spoken]
                if s.start and s.end and (mention.months is None or fits(s, mention.months))
            ]
            return max(fitting, key=lambda span: span.end or dt.date.min) if fitting else UNKNOWN
        if mention.months and mention.months >= 24:
            return self._of_length(mention.months)
        if mention.months:
            fitting = [s for s in self.spoken if s.end and fits(s, mention.months)]
            if fitting:
                return max(fitting, key=lambda span: span.end or dt.date.min)
        return mention.span

    def _union(self) -> Span:
        years = _two_like(self.spoken, 12) or _two_like(self.known, 12)
        if years:
            return Span(years[0].start, years[-1].end)
        return UNKNOWN

    def _of_length(self, months: float | None, only: list[Span] | None = None) -> Span:
        if months is None:
            return UNKNOWN
        for pool in [only] if only is not None else [list(reversed(self.spoken)), self.known]:
            for span in pool if only is None else list(reversed(pool)):
                if fits(span, months):
                    return span
        if months == 24:
            return self._union()
        for pool in [self.spoken, self.known] if only is None else [only]:
            closed = [span for span in pool if span.start and span.end]
            if months > 12 and closed:
                whole = Span(min(s.start for s in closed if s.start), max(s.end for s in closed if s.end))
                if fits(whole, months) or abs((months_of(whole) or 0) - months) <= months * 0.06:
                    return whole
        return UNKNOWN


def _two_like(spans: list[Span], months: float) -> list[Span]:
    """The two last times of a length among the spans, the earlier first; of years, those that begin in the same month.

    None where there are not two.
    """
    like = sorted({span for span in spans if fits(span, months)}, key=lambda span: span.start or dt.date.min)
    if months == 12:
        like = [span for span in like if span.start and like[-1].start and span.start.month == like[-1].start.month]
    apart = [b for a, b in itertools.pairwise(like) if a.start and b.start and (b.start - a.start).days > _SLACK]
    return [*like[:1], *apart][-2:] if apart else []


def months_of(span: Span) -> int | None:
    """How many whole months a closed span has, about."""
    if span.start is None or span.end is None:
        return None
    return max(1, round(((span.end - span.start).days + 1) / timespan.DAYS_IN_MONTH))


def fits(span: Span, months: float) -> bool:
    """Whether a closed span is about so many months long."""
    if span.start is None or span.end is None:
        return False
    return abs((span.end - span.start).days + 1 - months * timespan.DAYS_IN_MONTH) <= min(_SLACK, 6 + months * 2)


def is_part_of(span: Span, longer: Span) -> bool:
    """Whether a time lies within another, longer one."""
    if span.start is None or span.end is None or longer.start is None or longer.end is None or span == longer:
        return False
    return longer.start <= span.start and span.end <= longer.end
