"""Settled candidates -> `Figure` rows, with confidence and reasons for review.

What belongs here: the last step of the chain. What does not: how any column was found.
"""

import dataclasses
import datetime as dt
from pathlib import Path

from figuretrail import timespan
from figuretrail.errors import SourceError
from figuretrail.figure import REVIEW_BELOW, Figure
from figuretrail.text import confidence
from figuretrail.text.groups import in_columns
from figuretrail.text.reader import Reading, read
from figuretrail.text.resolve import Resolver, Settled
from figuretrail.vocabulary.places import place as known_place

Place = tuple[str, str] | None
_QUOTED = 60  # characters of a sentence that tell which it is


@dataclasses.dataclass(frozen=True, slots=True)
class Result:
    """The figures of an article, the rules behind each, and all that was read."""

    figures: list[Figure]
    rules: list[dict[str, str]]
    reading: Reading

    def faults(self, file: Path | str, body: str) -> list[SourceError]:
        """One error for each sentence that the program failed to read; the other sentences are not touched."""
        at = self.reading.clean.at
        return [
            SourceError(
                file,
                f"the sentence {' '.join(body[at(start) : at(end - 1) + 1].split())[:_QUOTED]!r}",
                found=fault,
                expected="a sentence that is read without an error of the program",
                remedy="report it with the file; till then take the sentence out of a copy",
            )
            for (start, end), fault in self.reading.faults.items()
        ]


def read_article(body: str, *, published: dt.date | None, title: str | None, place: str | None) -> Result:
    """The figures of a body with the rules behind them. Raises KeyError for a place that is in no table of places."""
    if published is not None and published.year not in timespan.YEARS:
        published = None  # a slip of the catalogue, by which no month of the text can be dated
    reading = read(body, published=published, title=title)
    catalogued = None
    if place is not None:
        known = known_place(place)
        catalogued = (known.name, known.type)
    settled = Resolver(reading, title, place_known=catalogued is not None).run()
    result = Result([], [], reading)
    for made in settled:
        try:
            result.figures.append(_figure(made, body, reading, catalogued))
            result.rules.append(made.rules)
        except Exception as error:  # a fault of ours in one sentence must not keep the others from being read
            sentence = reading.sentences[made.candidate.sentence]
            reading.note(sentence.start, sentence.end, error)
    return result


def _figure(made: Settled, body: str, reading: Reading, catalogued: Place) -> Figure:
    cleaned = reading.clean
    token = made.candidate.token
    sentence = reading.sentences[made.candidate.sentence]
    start, end = cleaned.at(token.start), cleaned.at(token.end - 1) + 1
    geography, kind = in_columns(made.place)
    from_catalogue: tuple[str, ...] = ()
    if geography is None and catalogued is not None and not made.place_said:
        made.place = geography, kind = catalogued
        from_catalogue = ("geography", "geography_type")
    band = made.band or (None, None)
    before = sentence.tokens[made.candidate.k - 1] if made.candidate.k else None
    withheld = before is not None and before.word in "<≤" and made.unit == "count"  # "<5" stands for a small number
    doubts = confidence.doubts(made)
    sure = confidence.confidence(doubts)
    review = sure < REVIEW_BELOW
    inherited = set(made.inherited)
    for column, both in (("geography", ("geography", "geography_type")), ("period", ("period_start", "period_end"))):
        if column in inherited:
            inherited.discard(column)
            inherited.update(both)
    return Figure(
        start=start,
        end=end,
        surface=body[start:end],
        context=body[cleaned.at(sentence.start) : cleaned.at(sentence.end - 1) + 1].strip(),
        measure=made.measure,
        value=made.value,
        unit=made.unit,
        bound=made.bound,
        offence=made.offence,
        platforms=tuple(sorted(made.platforms)),
        geography=geography,
        geography_type=kind,
        period_start=made.period.start,
        period_end=made.period.end,
        comparison_start=made.comparison.start,
        comparison_end=made.comparison.end,
        base=made.base,
        victim_age_min=band[0],
        victim_age_max=band[1],
        victim_sex=made.sex,
        status="suppressed" if withheld else "reported",
        inherited=tuple(sorted(inherited)),
        from_catalogue=from_catalogue,
        confidence=sure,
        review=review,
        review_reasons=confidence.reasons(doubts) if review else (),
    )
