"""Marks that a key explains without a verb: "^ fewer than 5    ^^ withheld to protect another cell".

What belongs here: finding a mark that stands right before words that say what is not shown. What does not: what these
words mean, and marks with "=" or "means" behind them (`notes`).
"""

import re

from figuretrail.tables.language.words import Words

# What begins the meaning of a mark, and no sentence behind a bullet: these begin with what is spoken of
_NOT_SHOWN = (
    r"(?:an? |any |the )?(?:(?:small |low )?(?:numbers?|figures?|counts?|values?|cells?) )?(?:is |are |was |were |of )?"
    r"(?:(?:fewer|less|lower) than\b|below \w+\W*(?:$|\s\s)|under \d|between \d|[1-4] (?:to|or|and) \d|suppressed\b"
    r"|withheld\b|hidden\b|redacted\b|removed to\b|not (?:available|held|recorded|known|applicable|provided|supplied"
    r"|disclosed|collected|published|given|asked)\b|unavailable\b|no data\b|nil\b|none\b|zero\b)"
)
_MARK = r"(?:[^\w\s\"'‘’“”,;:.()\[\]•·●▪◦*+&|<>=/–—-]{1,3}|\*{2,3}|[A-Z]{1,2})"
_BARE = Words(rf"(?:^|\s\s|[;\n]\s*)\s*[\"'‘“]?(?P<mark>{_MARK})[\"'’”]?\s+(?=(?i:{_NOT_SHOWN}))")
_GAP = re.compile(r"\s{2,}")


def bare_marks(text: str) -> list[tuple[str, str]]:
    """The marks, in lower case, that stand before what they mean, each with these words up to the next gap."""
    return [(hit["mark"].lower(), _GAP.split(text[hit.end() :].lower(), maxsplit=1)[0]) for hit in _BARE.finditer(text)]
