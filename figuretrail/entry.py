"""What the catalogue knows of a source: the part of `source.yaml` that a reader may lean on where the source is silent.

What belongs here: the entry's fields and the hints that a workbook's entry may declare, with their validation.
What does not: finding, reading and hashing a source's folder (`figuretrail.catalogue`).
"""

import dataclasses
import datetime as dt
from typing import Any


@dataclasses.dataclass(frozen=True, kw_only=True)
class Entry:
    """A source's catalogue entry. Only `id` is needed; every other field may be unknown.

    `place` is what a release covers where no sentence names one; `force` is who answered (a police force's area, or
    a country that is one force); `period_asked` the first and last day that was asked about; `hints` the declared keys
    for a workbook that can't be understood alone (see `figuretrail.tables`).
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: dt.date | None = None
    kind: str | None = None
    wording: str | None = None
    place: str | None = None
    force: str | None = None
    period_asked: tuple[dt.date, dt.date] | None = None
    hints: dict[str, Any] = dataclasses.field(default_factory=dict)

    @classmethod
    def from_mapping(cls, mapping: dict[str, Any], *, id: str) -> "Entry":
        """Read the known keys of a parsed source.yaml, front matter or JSON entry; keys of other uses are left alone.

        Raises ValueError that names the key, what was found and what was expected.
        """
        asked = mapping.get("period_asked")
        if asked is not None and (not isinstance(asked, list | tuple) or len(asked) != 2):
            raise ValueError(f"period_asked: found {_shown(asked)}, expected two dates, [first day, last day]")
        period_asked = None if not asked else (_day(asked[0]), _day(asked[1]))
        if period_asked is not None and period_asked[0] > period_asked[1]:
            raise ValueError(f"period_asked: found {_shown(asked)}, expected the first day before the last")
        hints = mapping.get("hints") or {}
        if not isinstance(hints, dict):
            raise ValueError(f"hints: found {hints!r}, expected keys and values")
        return cls(
            id=str(mapping.get("id") or id),
            title=_text(mapping, "title"),
            publisher=_text(mapping, "publisher"),
            url=_text(mapping, "url"),
            published=as_date(mapping.get("published"), "published"),
            kind=_text(mapping, "kind"),
            wording=_text(mapping, "wording"),
            place=_text(mapping, "place"),
            force=_text(mapping, "force"),
            period_asked=period_asked,
            hints=hints,
        )


def _text(mapping: dict[str, Any], key: str) -> str | None:
    value = mapping.get(key)
    return None if value is None else str(value)


def _shown(value: Any) -> str:
    """A value as source.yaml writes it."""
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list | tuple) else repr(value)


def _day(value: Any) -> dt.date:
    day = as_date(value, "period_asked")
    if day is None:
        raise ValueError("period_asked: found nothing, expected two dates, [first day, last day]")
    return day


def as_date(value: Any, key: str) -> dt.date | None:
    """A date from what YAML or JSON gives for one; None for None. Raises ValueError that names the key."""
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = str(value)
    try:
        if text[10:] and not (text[10] in "T " and text[11:12].isdigit()):  # a time of day may follow, nothing else
            raise ValueError(text)
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        raise ValueError(f"{key}: found {value!r}, expected a date as in 2019-03-01") from None
