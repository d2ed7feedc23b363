"""Totals of a list of ages or sexes that are called those of all victims: "All victims" beside "Female" and "Male".

What belongs here: whether such a total counts what the title counts, which are offences split by their victims. What
does not: "Total victims", which says what its parts count (`completing`).
"""

import re

from figuretrail.tables.figures.context import Account, changed
from figuretrail.tables.figures.surroundings import Source
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.words import Words

FEWEST_LISTED = 2  # ages or sexes that such a total adds up
_ALL = Words(
    r"\W*(?:(?:grand )?total\W+(?:for |of |over )?)?(?:all|any|every|each) (?:the )?(?:child )?victims?\W*(?:total\W*)?"
    r"|\W*victims?\W+(?:all|any)(?: (?:sex(?:es)?|genders?|ages?))?\W*",
    re.I,
)
# "Number of crimes and of their victims" counts both
_BOTH = Words(
    r"(?<!of )(?<!by )\bvictims?(?: and\b| &)"
    r"|(?:\band|&|,|/)(?: (?:number|count|no\.?))?(?: of)?(?: their)? victims?\b",
    re.I,
)


def count_as_titled(accounts: list[Account], counted: tuple[str | None, Source | None]) -> None:
    """Let "All victims" count the offences that the title counts, where it is the total of ages or sexes beside it."""
    totals = [number for number, account in enumerate(accounts) if account.counted == "victims" and _of_all(account)]
    if not totals or counted[0] != "offences" or counted[1] is None or _BOTH.search(counted[1].text):
        return
    listed = sum(account.persons for account in accounts)
    if listed < FEWEST_LISTED or any(account.counted == "offences" for account in accounts):
        return  # beside "Offences" all victims are counted for themselves
    for number in totals:
        accounts[number] = changed(accounts[number], counted=None, total=True)


def _of_all(account: Account) -> bool:
    nearest, *wider = account.texts
    plain = not (account.ages or account.sex or account.skip or account.unit)
    return plain and _ALL.fullmatch(nearest) is not None and not any(read_label(text).counted for text in wider)
