"""Ages of the youngest or oldest victim that are given with the victim's sex: "7 - Female", "Female aged 6".

What belongs here: one cell's text. What does not: which cells hold such ages (`parts`, `cells`).
"""

import functools
import re

_YEARS = r"(?:\s?(?:years?|yrs?|y/?o)(?:\s?old)?)?"
_SEX = r"(?:(?P<female{0}>females?|girls?|f)|(?P<male{0}>males?|boys?|m))"
_AGE_AND_SEX = re.compile(
    rf"(?:aged?\s)?(?P<age1>\d{{1,2}}){_YEARS}[\s,;:/(–-]{{1,3}}{_SEX.format(1)}\W*"
    rf"|{_SEX.format(2)}[\s,;:/(–-]{{1,3}}(?:age[d:]*\s)?(?P<age2>\d{{1,2}}){_YEARS}\W*",
    re.I,
)
LONGEST = 30  # characters


@functools.lru_cache(maxsize=10_000)
def age_and_sex(text: str) -> tuple[int, str] | None:
    """The age and sex that a text gives; None where it gives anything else."""
    plain = " ".join(text.split())
    told = _AGE_AND_SEX.fullmatch(plain) if len(plain) <= LONGEST else None
    if told is None:
        return None
    return int(told["age1"] or told["age2"]), "female" if told["female1"] or told["female2"] else "male"
