"""Names of districts, towns and counties that are no force's area, by the project's list of them.

What belongs here: whether a label is but such a name. What does not: forces, regions and countries (`names`), and parts
of a force that only a word beside them tells (`partplaces`).
"""

import functools
import re

from figuretrail.tables.language.words import Words
from figuretrail.vocabulary import districts

LONGEST = 60  # characters of a label that may be but the name of a district
_IN_TWO_LANGUAGES = re.compile(r"\s*[/|\n]\s*|\s+[-–]\s+")
_LISTED = re.compile(r"\s*(?:,|\band\b|,\s*and\b)\s*")
_NAME = re.compile(r"[^\W\d]+(?:[\s'’-]+[^\W\d]+)*")


@functools.cache
def _districts() -> Words:
    names = "|".join(sorted((re.escape(name.lower()) for name in districts()), key=len, reverse=True))
    sort = (
        r"(?:city|county|borough|district|metropolitan|unitary|council|csp|lp[aut]|bcu|local authority|division|area)"
    )
    return Words(rf"(?:the )?(?:(?:city|county|(?:royal |london )?borough|district) of )?(?:{names})(?: {sort})*")


@functools.lru_cache(maxsize=10_000)
def is_district(label: str) -> bool:
    """Whether a label is but the name of a district, town or county that is no force's area: "City of Bradford"."""
    return len(label) <= LONGEST and _districts().fullmatch(_plain(label)) is not None


def names_districts(label: str) -> bool:
    """Whether a label that is no force's name is but a district's, also in two languages, or those of several.

    "Casnewydd / Newport", "Cornwall & Isles of Scilly"
    """
    if is_district(label):
        return True
    if len(label) > LONGEST:
        return False
    several, said = _LISTED.split(_plain(label)), _IN_TWO_LANGUAGES.split(_plain(label))
    if len(several) > 1 and all(map(is_district, several)):
        return True
    return len(said) == 2 and any(map(is_district, said)) and all(map(_NAME.fullmatch, said))


def _plain(label: str) -> str:
    return label.lower().replace("&", "and").strip(" .:*")
