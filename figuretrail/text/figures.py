"""Settled candidates -> `Figure` rows, with confidence and reasons for review.

What belongs here: the last step of the chain. What does not: how any column was found.
"""

import datetime as dt

from figuretrail.figure import Figure
from figuretrail.text.reader import read
from figuretrail.text.resolve import Resolver, Settled
from figuretrail.vocabulary.places import place as known_place


def extract(body: str, *, published: dt.date | None, title: str | None, place: str | None) -> list[Figure]:
    """The figures of a body; see `figuretrail.text.extract`."""
    reading = read(body, published=published)
    resolver = Resolver(reading, title, place_known=place is not None)
    return [_figure(made, body, resolver, place) for made in resolver.run()]


def _figure(made: Settled, body: str, resolver: Resolver, place: str | None) -> Figure:
    cleaned = resolver.reading.clean
    token = made.candidate.token
    sentence = resolver.reading.sentences[made.candidate.sentence]
    start, end = cleaned.at(token.start), cleaned.at(token.end - 1) + 1
    geography, kind = made.place
    from_catalogue: tuple[str, ...] = ()
    if geography is None and place is not None and not made.place_said:
        known = known_place(place)
        geography, kind = known.name, known.type
        from_catalogue = ("geography", "geography_type")
    band = made.band or (None, None)
    return Figure(
        start=start,
        end=end,
        surface=body[start:end],
        context=cleaned.text[sentence.start : sentence.end].strip(),
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
        inherited=tuple(sorted(made.inherited)),
        from_catalogue=from_catalogue,
    )
