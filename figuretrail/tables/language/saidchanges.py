"""Changes whose sign a cell says in a word or an arrow: "up 44%", "▼ 3%", "12% increase".

What belongs here: one such cell alone. What does not: changes with a sign of their own (`values`) and which times are
compared (`changes`).
"""

from figuretrail.tables.language.words import Words

_UP = r"(?:[▲△↑⬆↗]\ufe0f?|up|rose|risen|rise|increased?|higher|grew|growth|plus)"
_DOWN = r"(?:[▼▽↓⬇↘]\ufe0f?|down|fell|fallen|fall|decreased?|dropped|drop|lower|reduced|reduction|minus)"
_BY = r"(?:\s+(?:by|of))?(?:\s+(?:an?|about|around))?\s*[+(]?\s*"
_NUMBER = r"(?P<{0}>\d+(?:\.\d+)?)\s?(?:%|per ?cent|pc)\)?"
_BEFORE = rf"(?:(?P<up>{_UP})|{_DOWN}){_BY}{_NUMBER.format('n')}"
_AFTER = rf"{_NUMBER.format('m')}\s*(?:(?P<rise>{_UP}|more)|{_DOWN}|fewer|less)"
_CHANGE = Words(rf"(?:an? )?(?:{_BEFORE}|{_AFTER})\W*")


def said_change(lower: str) -> float | None:
    """The percentage by which a lower-case cell says that something rose, or fell (below zero); None of any other."""
    if not ("%" in lower or "cent" in lower or "pc" in lower) or lower[0] in "<>":
        return None
    found = _CHANGE.fullmatch(lower)
    if found is None:
        return None
    number = float(found["n"] or found["m"])
    return number if found["up"] or found["rise"] else -number
