"""Codes and letters that stand beside the names they are short for: "Code | Policing district", "A | Belfast".

What belongs here: which column of labels is but such codes, whatever each could mean by itself, and which one of
numbers but puts the entries beside it in order ("Month | Month No"). What does not: codes of offences, which name them
(`parts`).
"""

import re

from figuretrail.tables.files.grid import surface_of
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.layout.parts import AXES, Column

_HEADING = re.compile(r"(?:[\w-]+[ _-])?(?:codes?|letters?|refs?|abbrev\w*|abbr|initials)\.?", re.I)
# "Month No", "Fin_Month_Order", "Sort", as reporting tools add them so that names are listed in their order
_ORDER_OF = (
    r"(?:(?:fin(?:ancial)?|fiscal|calendar|cal|fy)[ _]?)?(?:month|mth|period|week|quarter|qtr|year|band|age|row)"
)
_ORDER = re.compile(
    rf"{_ORDER_OF}[ _]?(?:of[ _](?:the[ _])?(?:year|fy)|no|nos|num|nr|number|#|index|idx|key|id)\.?"
    rf"|(?:{_ORDER_OF}[ _]?)?(?:sort(?:ing)?|order|rank|seq(?:uence)?)(?:[ _]?(?:order|no|key|by|number|col(?:umn)?))?",
    re.I,
)
_OF_OFFENCES = re.compile(r"offen[cs]e|crime|\bho\b|home office|act\b|section", re.I)
_CODE = re.compile(r"[A-Za-z]{0,4}[ -]?\d{0,3}")
FEWEST_CODES = 3


def settle_codes(columns: list[Column]) -> None:
    """Take a column of codes for no labels of its own, where each goes with one name of the list beside it."""
    labels = [column for column in columns if column.part == "label"]
    for column in labels if len(labels) > 1 else ():
        own = column.headers[0].text.strip() if column.headers else ""
        if not _HEADING.fullmatch(own) or _OF_OFFENCES.search(own):
            continue
        beside = [c for c in labels if abs(c.index - column.index) == 1 and _names_a_list(c)]
        if any(_is_short_for(column, other) for other in beside):
            column.part = "id"
    for column in columns if labels else ():
        own = column.headers[0].text.strip() if column.part == "value" and column.headers else ""
        if _ORDER.fullmatch(own) and any(_puts_in_order(column, other) for other in labels):
            column.part = "id"


def _names_a_list(column: Column) -> bool:
    dimension = column.headers[0].dimension if column.headers else None
    return dimension in AXES and dimension != "offence"


def _is_short_for(codes: Column, names: Column) -> bool:
    """Whether each code stands for one name and each name has one code, but for totals and names without any."""
    pairs = {(surface_of(a), surface_of(b)) for a, b in zip(codes.values, names.values, strict=True) if surface_of(a)}
    told = {code for code, _ in pairs}
    if not _each_of_one(pairs):
        return False
    return all(_CODE.fullmatch(code) and not read_label(code).offence for code in told)


def _each_of_one(pairs: set[tuple[str, str]]) -> bool:
    """Whether some codes, and not too few, stand for one name each, and no name has two."""
    codes, names = ({pair[side] for pair in pairs} for side in (0, 1))
    return len(codes) == len(names) == len(pairs) >= FEWEST_CODES


def _puts_in_order(numbers: Column, names: Column) -> bool:
    """Whether each whole number stands beside one name of a list, and the other way round: April is 1, May is 2."""
    told = [(n, name) for n, name in zip(numbers.values, names.values, strict=True) if n != ""]
    if not all(isinstance(n, int | float) and n % 1 == 0 for n, _ in told):
        return False
    return _each_of_one({(surface_of(n), surface_of(name)) for n, name in told})
