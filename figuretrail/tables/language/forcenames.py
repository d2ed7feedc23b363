"""Names of forces and regions as lists write them: cut short, turned round, or told as one of a group.

What belongs here: what stands in such lists beside the full names, and what it is in full. What does not: which place a
text names (`names`), and the initials of who answered (`initials`).
"""

import functools
import re

from figuretrail.tables.language.words import Words
from figuretrail.vocabulary.reference import rows

LONGEST = 40  # characters of a label that may be but a name cut short
# Shortened names of counties and points of the compass, as lists of forces have them.
_FULL = {
    "n": "north",
    "s": "south",
    "w": "west",
    "e": "east",
    "ne": "north east",
    "nw": "north west",
    "se": "south east",
    "sw": "south west",
    "nth": "north",
    "sth": "south",
    "gtr": "greater",
    "yorks": "yorkshire",
    "notts": "nottinghamshire",
    "northants": "northamptonshire",
    "leics": "leicestershire",
    "lincs": "lincolnshire",
    "lancs": "lancashire",
    "glos": "gloucestershire",
    "herts": "hertfordshire",
    "beds": "bedfordshire",
    "cambs": "cambridgeshire",
    "wilts": "wiltshire",
    "staffs": "staffordshire",
    "derbys": "derbyshire",
    "hants": "hampshire",
    "warks": "warwickshire",
    "mids": "midlands",
    "aands": "avon and somerset",
    "dandc": "devon and cornwall",
}
_SHORTENED = Words(
    r"^(?:aands|dandc)$|^(?:n|s|w|e|ne|nw|se|sw|nth|sth)\b(?:\.? |\.)(?=(?:yorks|wales|mercia|mid|lincs|lincolns))"
    r"|\bgtr\b\.?(?= manc)"
    r"|\b(?:yorks|notts|northants|leics|lincs|lancs|glos|herts|beds|cambs|wilts|staffs|derbys|hants|warks|mids)\b\.?"
)
_POINT = r"(?:north|south|east|west|greater|city|thames|northern|n|s|e|w)\b\.?(?: of)?"
_TURNED = Words(rf"(?:the )?([a-z ]+?)(?:,\s*|\s*[:(]\s*|\s+[-–]\s+|\s+)({_POINT})\)?")
_SORT = re.compile(r" (?:police|constabulary|con|force|service|ps)$")


def in_full(lower: str) -> str:
    """A lower-case label with the names in it that lists cut short spelled out: "W Mids Police", "S. Yorks"."""
    if len(lower) >= LONGEST:
        return lower
    return _SHORTENED.sub(_spelled_out, _BULLET.sub("", lower))


_BULLET = re.compile(r"^(?:[-–—•·*>»]+\s*|\W*\d{1,2}[.)]\s+)(?=\w)")


def _spelled_out(found: re.Match[str]) -> str:
    """A word in full, and parted from a name that follows it at once or after a stop: "S.Wales", "S. Wales"."""
    parted = found[0][-1] in " ." and found.string[found.end() :][:1].isalpha()
    return _FULL[found[0].rstrip(". ")] + (" " if parted else "")


def set_right(text: str) -> str | None:
    """A name whose point of the compass stands behind it, as it is said: "Yorkshire, South", "Wales (North)"."""
    turned = _TURNED.fullmatch(text.strip()) if len(text) < LONGEST else None
    if turned is None:
        return None
    point = turned[2].replace(".", "")
    return f"{_FULL.get(point, point)} {turned[1]}"


@functools.cache
def _listed() -> dict[str, tuple[str, str]]:
    return {row["written"]: (row["name"], row["type"]) for row in rows("listed_places")}


_BETWEEN_WORDS = re.compile(r"[\W_]+")


def as_listed(lower: str) -> tuple[str, str] | None:
    """The place and its type that a whole label is short for in lists of forces and regions: "Met (London)"."""
    if len(lower) >= LONGEST:
        return None
    words = _BETWEEN_WORDS.sub(" ", lower.replace("&", " and ").replace("+", " and ")).strip()
    return _listed().get(words) or _listed().get(_SORT.sub("", words))


_APART = re.compile(r"\s*[:(]\s*|\s+[-–]\s+")


def group_and_member(lower: str) -> tuple[str, str] | None:
    """The two parts of a label that stand apart, "Beds/Cambs/Herts: Cambridgeshire"; None where there are more."""
    parts = [part for part in _APART.split(lower.strip(" ).")) if part]
    return (parts[0], parts[1]) if len(parts) == 2 else None


_WORDS = re.compile(r"[a-z]+(?: [a-z]+)*")


def is_county_in(text: str, force: str) -> bool:
    """Whether a name that stands for a force is that of a county in its area, not a short one: "Northumberland"."""
    lower, name = in_full(text.strip().lower()), force.lower()
    if text.isupper() or as_listed(lower) is not None or not _WORDS.fullmatch(lower):
        return False
    return name.replace("-", " ") not in lower and not name.startswith(lower)


_COUNTED_TOO = Words(r"(?<=\w)\)?[\s,;(–-]+(?:includ(?:es|ing)|incl?\b\.?|inclusive of|plus)\s(?!non\b)[^()]{2,40}\)?$")


def without_the_counted_too(lower: str) -> str:
    """A name without what it says is counted with it: "England and Wales (including BTP)", "Total incl. the Met"."""
    return _COUNTED_TOO.sub("", lower) if len(lower) < 2 * LONGEST else lower
