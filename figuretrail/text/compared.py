"""What a change is measured from, where its own words do not name that time.

What belongs here: the year of "since 2017/18", changes beside the two counts that they are of ("rose by 50 per cent,
from 1,316 in those six months of 2017 to 1,944"), changes that say how long they took ("in four years"), and lists of
changes that share their times. What does not: times that a change names as they are ("on the year before"), see
`dating`.
"""

from collections.abc import Iterator, Sequence

from figuretrail import timespan
from figuretrail.text import attach
from figuretrail.text.attach import Sentence
from figuretrail.text.mentions import Mention
from figuretrail.text.timeline import UNKNOWN, fits
from figuretrail.text.walk import Settled
from figuretrail.timespan import Span

_NEAR = 6  # figures before and after a change that may be its counts
# Of a stated change, by which the counts may miss it: "50 per cent" is said of 47.7, "doubled" of 84.
_SLACK = {"=": 0.1, "~": 0.25}


def add_comparisons(settled: Sequence[Settled], sentences: Sequence[Sentence]) -> None:
    """Give each change the whole time that it is compared with.

    Where no words name it, that of the earlier of its two counts; else the time as many years before as the change
    took, or what the latest change up to the same time was compared with.
    """
    before: dict[Span, Span] = {}  # what the latest change up to a time was compared with
    for index, change in enumerate(settled):
        if change.measure != "offence_change" or change.period.start is None or change.period.end is None:
            continue
        named = change.candidate.comparison
        if named is not None and named.kind in ("since", "law"):
            change.comparison = _first_year(named)
        elif change.comparison == UNKNOWN:
            earlier = {one.period for one in _earlier(change, settled[max(0, index - _NEAR) : index + _NEAR + 1])}
            years = _years_before(change, sentences[change.candidate.sentence])
            change.comparison = earlier.pop() if len(earlier) == 1 else years or before.get(change.period, UNKNOWN)
        if change.comparison != UNKNOWN:
            before[change.period] = change.comparison


def _first_year(mention: Mention) -> Span:
    """The year that a change "since 2017/18", "since 2017" or "since the law" is measured from."""
    if mention.kind == "law" or mention.start == timespan.LAW_IN_FORCE:
        return timespan.offence_year(timespan.LAW_IN_FORCE.year)
    if mention.start is not None and mention.word == "pair":
        return timespan.offence_year(mention.start.year)
    if mention.start is not None and mention.word == "year":
        return timespan.calendar_year(mention.start.year)
    return Span(mention.start, None)


def _years_before(change: Settled, sentence: Sentence) -> Span | None:
    """The same time as many years before as the change is said to have taken: "in four years", "year on year"."""
    candidate = change.candidate
    if not fits(change.period, 12):
        return None
    for token in sentence.tokens[candidate.left : candidate.right + 1]:
        months = token.value.months if token.tag == "T" and attach.is_duration(token.value) else None
        if months and months % 12 == 0:
            before = timespan.moved(change.period, -int(months))
            return before if before.end is not None and before.end > timespan.LAW_IN_FORCE else None
    return None


def _earlier(change: Settled, near: Sequence[Settled]) -> Iterator[Settled]:
    """The earlier of each two counts, one of the change's own time, that rose or fell as much as the change says."""
    counts = [one for one in near if _is_of(change, one)]
    for later in counts:
        if later.period == change.period:
            yield from (one for one in counts if _is_before(one, change) and _fits(change, one.value, later.value))


def _is_of(change: Settled, count: Settled) -> bool:
    """Whether a count is an exact one of the same sentence or one near it, place, offence and platforms."""
    return (
        count.measure == "offences"
        and count.bound == "="
        and abs(count.candidate.sentence - change.candidate.sentence) <= 2
        and (count.place, count.offence, count.platforms) == (change.place, change.offence, change.platforms)
        and (count.band, count.sex) == (change.band, change.sex)
    )


def _is_before(one: Settled, change: Settled) -> bool:
    """Whether a count's time is known from end to end and over before the change's own began."""
    start, end, began = one.period.start, one.period.end, change.period.start
    return start is not None and end is not None and began is not None and end < began


def _fits(change: Settled, before: float, after: float) -> bool:
    """Whether two counts make the change, give or take how such changes are rounded."""
    if not before:
        return False
    slack = max(1.0, _SLACK.get(change.bound, _SLACK["="]) * abs(change.value))
    made = 100 * (after - before) / before
    return made - change.value > -slack and (made - change.value < slack or change.bound in (">", ">="))
