"""Platforms and other means of communication: canonical names, owners, variants."""

import dataclasses
import functools

from figuretrail.vocabulary.reference import rows, variants


@dataclasses.dataclass(frozen=True, slots=True)
class Platform:
    """A product, or `Meta` for an owner's whole group. `names` are all its names, the canonical one first."""

    name: str
    owner: str | None
    kind: str | None
    names: tuple[str, ...]


@functools.cache
def platforms() -> tuple[Platform, ...]:
    """Every platform of the reference table."""
    return tuple(
        Platform(row["name"], row["owner"] or None, row["kind"] or None, (row["name"], *variants(row)))
        for row in rows("platforms")
    )
