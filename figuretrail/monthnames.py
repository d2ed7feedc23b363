"""The names of the months, in full and cut short, and patterns for them: one definition for every part that reads text.

What belongs here: names and their numbers. What does not: dates (`timespan`) and what is said around a month.
"""

FULL_NAMES = "january|february|march|april|may|june|july|august|september|october|november|december"
BEGINNINGS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"  # the first three letters of each, in order
NUMBERS = {name: number for names in (FULL_NAMES, BEGINNINGS) for number, name in enumerate(names.split("|"), start=1)}
NUMBERS["sept"] = 9
NAME = rf"(?:{FULL_NAMES}|sept|{BEGINNINGS})\b\.?"  # a pattern for a month's name in any of its forms
ANY_WORD = rf"(?:{BEGINNINGS})[a-z]*"  # a pattern for a word that begins as a month does

# Forces in Wales answer in two languages: "Ebrill / April 2019".
_WELSH = "ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr"
WELSH = dict(zip(_WELSH.split("|"), FULL_NAMES.split("|"), strict=True))  # each with its English name


def month_number(name: str) -> int:
    """The number of the month, 1 to 12, whose name begins as `name` does; 0 where none does."""
    return NUMBERS.get(name[:3].lower(), 0)
