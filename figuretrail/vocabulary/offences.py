"""Offences: the subject of this project and those that are reported beside it, with Home Office codes and Acts."""

import dataclasses
import functools

from figuretrail.vocabulary.reference import rows, variants


@dataclasses.dataclass(frozen=True, slots=True)
class Offence:
    """An offence or a family of offences. `names` are the phrases that sources use for it."""

    slug: str
    name: str
    home_office_code: str | None
    act: str | None
    names: tuple[str, ...]


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
        )
        for row in rows("offences")
    )
