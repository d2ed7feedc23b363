"""How often something happens: "an offence every 90 minutes", "three every other day", and the units of such rates.

What belongs here: the length that words after "every" name, and an interval that is a number of its own. What does not:
what a number before it is then taken for (`roles`).
"""

from figuretrail.text.counting import Number
from figuretrail.text.ratios import EACH_NTH
from figuretrail.text.tokens import Token

PER_DAY = {
    "day": 1.0,
    "days": 1.0,
    "hour": 24.0,
    "hours": 24.0,
    "minute": 1440.0,
    "minutes": 1440.0,
    "second": 86400.0,
    "seconds": 86400.0,
}
RATE_UNITS = {
    "day": "per_day", "week": "per_week", "month": "per_month", "hour": "per_day", "days": "per_day",
    "fortnight": "per_week",
}  # fmt: skip
IN_RATE = {"hour": 24.0, "fortnight": 0.5}  # how many of a unit the unit of its rate has
_NEAR_EVERY = 5  # words before "every" among which a number is its own, whatever stands between
_AFAR = 11
_OF_CLAUSE = set("OSAbrGivLVxo")  # "three grooming offences were recorded by police in Kent every two days"


def interval(tokens: list[Token], i: int) -> tuple[str, float, int]:
    """The unit and the length that words after "every" name, and where they end: "two days", "other day", "hour".

    The unit is empty, and the length 0, where they name none.
    """
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if token.tag == "Λ":
        if isinstance(token.value, tuple):
            unit, amount = token.value
            return unit, amount, i + 1
        return ("month", token.value, i + 1) if "month" in token.word else ("", 0.0, i)
    if token.word in EACH_NTH and following is not None and following.tag == "u":
        return following.word.rstrip("s"), EACH_NTH[token.word], i + 2
    which, _, unit = token.word.partition(" ")
    if token.tag == "T" and which in EACH_NTH and unit:  # "the second day" of a time, elsewhere
        return unit, EACH_NTH[which], i + 1
    return (token.word.rstrip("s"), 1.0, i + 1) if token.tag == "u" else ("", 0.0, i)


def compose(made: list[Token]) -> list[Token]:
    """ "An offence every 90 minutes": the interval is a number of its own where none is before it."""
    for j, each in enumerate(made[:-1]):
        if each.tag != "π" or made[j + 1].tag == "u":
            continue
        unit, amount, end = interval(made, j + 1)
        if unit not in PER_DAY or not amount:
            continue
        before = _number_of(made, j)
        one = before is not None and isinstance(made[before].value, Number) and made[before].value.value == 1
        apart = made[j + 1].tag != "Λ"  # "one every second day": what tells rates in numbers does not know such words
        if before is not None and not (one and apart):
            if one:
                made[before].end = made[end - 1].end  # "one every 90 minutes" is a number as a whole
            continue
        first = j if before is None else before
        rate = Number(round(PER_DAY[unit] / amount, 4), "interval")
        made[first:end] = [Token("N", made[first].start, made[end - 1].end, "interval", rate)]
        break
    return made


def _number_of(made: list[Token], j: int) -> int | None:
    """The number that the "every" at `j` says how often of, where its clause has one; "one crime" afar is "a crime"."""
    for n in range(j - 1, max(-1, j - _AFAR), -1):
        afar = n <= j - _NEAR_EVERY
        if made[n].tag == "N":
            one = isinstance(made[n].value, Number) and made[n].value.value == 1
            return None if afar and one else n
        if afar and made[n].tag not in _OF_CLAUSE:
            return None
    return None
