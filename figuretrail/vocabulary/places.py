"""Countries, regions and police force areas: canonical names and the names that sources use for them.

Districts, towns and counties are known by name only: what is counted for one has no place that the columns name.
"""

import dataclasses
import functools

from figuretrail.vocabulary.reference import rows, variants


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A place that offences are counted for. `names` are all its names, the canonical one first."""

    name: str
    type: str  # country, region or force
    ons_code: str | None
    region: str | None  # of a force: the English region, or Wales
    country: str | None  # of a force or region
    names: tuple[str, ...]


@functools.cache
def places() -> tuple[Place, ...]:
    """Every place: countries, English regions, then forces as the Home Office lists them."""
    wider = [
        Place(
            row["name"],
            row["type"],
            row["ons_code"] or None,
            None,
            "England" if row["type"] == "region" else None,
            (row["name"], *variants(row)),
        )
        for row in rows("regions")
    ]
    forces = [
        Place(
            row["name"],
            "force",
            row["ons_code"] or None,
            row["region"] or None,
            row["country"] or None,
            tuple(dict.fromkeys((row["name"], row["home_office_name"], *variants(row)))),
        )
        for row in rows("police_forces")
    ]
    return (*wider, *forces)


DISTRICT = "district"  # how a reader calls the type of such a place before it gives its figures no place


@functools.cache
def districts() -> tuple[str, ...]:
    """Names of local authorities, and of towns and counties, that are no police force area: Leeds, Devon, Cardiff."""
    return tuple(row["name"] for row in rows("districts"))


def place(name: str, type: str | None = None) -> Place:
    """The place of a canonical name (and type, where a region and a force share the name). Raises KeyError."""
    return _by_name()[name, type]


@functools.cache
def _by_name() -> dict[tuple[str, str | None], Place]:
    """Each place by its canonical name and type, and by its name alone where it is the first of that name."""
    found: dict[tuple[str, str | None], Place] = {}
    for candidate in places():
        found.setdefault((candidate.name, None), candidate)
        found.setdefault((candidate.name, candidate.type), candidate)
    return found


def force_or_country(name: str) -> Place:
    """The place that a force's answer covers: "Cheshire", or "Northern Ireland" for its one force. Raises KeyError."""
    try:
        return place(name, "force")
    except KeyError:
        return place(name, "country")
