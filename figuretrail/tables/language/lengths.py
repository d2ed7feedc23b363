"""How long a label says that a time is: "12-month period ending", "two and a half years to", "2019/20 (9 months)".

What belongs here: lengths in months. What does not: where the time lies that is so long (`periods`).
"""

import re
from typing import NamedTuple

from figuretrail.vocabulary.numberwords import AMOUNT, amount

_MONTHS = {"y": 12, "h": 6, "q": 3, "m": 1}
_UNIT = r"(?P<unit>(?:half[\s-])?years?|yrs?|months?|mths?|quarters?|qtrs?)"
_KIND = r"(?:(?:full|whole|complete|calendar|consecutive|financial|fiscal|rolling|successive|reporting|police)[\s-]+)*"
_SO_MANY = rf"(?<![\d.,/])(?P<n>{AMOUNT})[\s-]*\b{_KIND}"
_ENDING = re.compile(
    rf"(?:{_SO_MANY})?\b{_UNIT}(?:[\s-]+(?:rolling\s)?period)?\)?\s?(?:ending|ended|to|up to|ends?)\b"
    r"(?:\s(?:and\sinc\w*|(?:the\s)?end\sof))?"
)
_NEAR = 8  # characters that may stand between such words and the day or month
_PART_OF = re.compile(
    rf"\b(?:(?P<which>first|last|final)\s)?{_SO_MANY}{_UNIT}\s(?:of|in)\s(?:the\s)?(?:(?:financial|calendar)\s)?(?:year\s)?$"
)
_HELD = re.compile(
    rf"\s*[(,;:-]\s?(?:(?:only|just|for|the|covers)\s)*(?:(?P<which>first|last|final)\s)?(?:{_SO_MANY}{_UNIT}|(?P<part>part)[\s-]year)"
    r"(?:['’]?\s(?:only|of data|data|figures))*\s?(?:\)|$)"
)


class Length(NamedTuple):
    """So many months, None where the words for their number can't be read; `which` of a year's they are, if said."""

    months: int | None
    which: str = ""  # "first", "last"


def length_before(text: str) -> Length | None:
    """The length that a text ends with, as it stands before the day or month in which it ends."""
    found = next(reversed(list(_ENDING.finditer(text))), None)
    if found is None or found.end() < len(text.rstrip(" :")) - _NEAR:
        return None
    return Length(_months(found))


def length_beside(text: str, start: int, end: int) -> Length | None:
    """The length that a label gives of the year named from `start` to `end`: "first 9 months of", "(9 months)"."""
    found = _PART_OF.search(text[:start]) or _HELD.match(text, end)
    if found is None:
        return None
    if "part" in found.groupdict() and found["part"]:
        return Length(None)
    return Length(_months(found), {"final": "last"}.get(found["which"] or "", found["which"] or ""))


def _months(found: re.Match[str]) -> int | None:
    """A length in months; None of a broken number of them, and of "months" without a number."""
    unit = found["unit"]
    count = amount(found["n"]) if found["n"] else None if unit.endswith("s") else 1
    length = count * _MONTHS[unit[0]] if count is not None else 0
    return int(length) if length > 0 and length == int(length) else None
