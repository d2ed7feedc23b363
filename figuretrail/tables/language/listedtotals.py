"""Totals that are named by how many are listed: "Nine forces", "All eight", "Total of the 12".

What belongs here: whether a label is but such a name. What does not: of which place the total is (`forcetotals`), and
totals of some of those that are listed.
"""

from figuretrail.tables.language.words import Words
from figuretrail.vocabulary.numberwords import BELOW_HUNDRED, whole_number

_NUMBER = rf"(?P<{{0}}>{BELOW_HUNDRED}|\d{{{{1,2}}}})"
_SORT = r"(?:police )?(?:forces|constabularies|services|police areas|areas|regions|nations|places)"
_AFTER = r"(?: (?:together|combined|above|listed|shown|total|in total|that (?:answered|replied|responded)))*"
_TOTAL = r"\W*(?:(?:(?:grand |sub-?)?totals?|sum|of|for|the|{0})\W+)*"
_COUNTED = Words(
    rf"{_TOTAL.format('all|these')}{_NUMBER.format('a')} {_SORT}{_AFTER}\W*"
    rf"|{_TOTAL.format('a')}(?:all|these)\W+(?:of )?(?:the )?{_NUMBER.format('b')}{_AFTER}\W*"
)


def number_listed(text: str) -> int | None:
    """How many are listed, by a label that names nothing but their total; None of any other label."""
    found = _COUNTED.fullmatch(text.strip().lower())
    if found is None:
        return None
    number = found["a"] or found["b"]
    return int(number) if number.isdecimal() else int(whole_number(number) or 0)
