"""Rows named but "Age" below "Age of youngest victim", which are its age also where "Oldest" stands beside them.

What belongs here: which rows or columns hold what the title's one victim was old, and the row that says of which sex it
was. What does not: titles over numbers without such a name, and columns that say it themselves ("Youngest").
"""

import re

from figuretrail.tables.figures.context import Account, changed
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.figures.surroundings import Source
from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.language.words import Words

_AGE_ALONE = Words(
    r"\W*(?:(?:the|their|her|his|its|child(?:['\u2019]s)?|victims?(?:['\u2019]s|['\u2019])?) )*ages?"
    r"(?: (?:of (?:the |a )?(?:victim|child)|at (?:the )?time(?: of (?:the )?offence)?))?"
    r"(?:[\s,(]+(?:in )?(?:years?|yrs?)(?: old)?)?\W*",
    re.I,
)


def tell_ages_of_one(lines: tuple[list[Account], list[Account]], counted: tuple[str | None, Source | None]) -> None:
    """Let rows or columns named "Age" hold that of the youngest victim, where the nearest title names it."""
    if counted[0] != "victim_age" or counted[1] is None or counted[1].distance != "title":
        return  # as nearly all tables
    for line in lines:
        for number, account in enumerate(line):
            if account.texts and account.counted is None and _AGE_ALONE.fullmatch(account.texts[0]):
                line[number] = changed(account, counted="victim_age")


def sex_of_one(headers: Headers, counted: tuple[str | None, Source | None]) -> list[Label]:
    """What the one victim's record says of its sex: "Gender | Male" below "Age | 5"; nothing in any other table."""
    values = [column for column in headers.columns if column.part == "value"]
    if counted[0] != "victim_age" or len(values) != 1:
        return []
    named = [next((label for label, _ in labels), None) for labels in headers.rows.values()]
    beside = zip(named, values[0].values, strict=True)
    told = [read_label(text) for label, text in beside if label and label.dimension == "sex" and isinstance(text, str)]
    return told if len(told) == 1 and told[0].sex else []
