"""Offences: the subject of this project and those that are reported beside it, with Home Office codes and Acts."""

import dataclasses
import functools

from figuretrail.vocabulary.reference import holders, rows, variants


@dataclasses.dataclass(frozen=True, slots=True)
class Offence:
    """An offence or a family of offences. `names` are the phrases that sources use for it."""

    slug: str
    name: str
    home_office_code: str | None
    act: str | None
    names: tuple[str, ...]
    part_of: tuple[str, ...]  # the slugs of the offences and families that hold it, the nearest alone


@functools.cache
def offences() -> tuple[Offence, ...]:
    """Every offence of the reference table; the subject first."""
    return tuple(
        Offence(
            row["slug"],
            row["name"],
            row["home_office_code"] or None,
            row["act"] or None,
            (row["name"], *variants(row)),
            tuple(slug for slug in row["part_of"].split(";") if slug),
        )
        for row in rows("offences")
    )


@functools.cache
def wider_offences() -> frozenset[tuple[str, str]]:
    """Each offence (by its slug) with each one that holds it, directly or through others."""
    return holders((offence.slug, wider) for offence in offences() for wider in offence.part_of)
