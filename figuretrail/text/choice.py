"""Choosing among the readings of a column by the weight of the evidence, and how sure the choice is.

What belongs here: options, their sum of weights, and the choice. What does not: which options there are (`dating`,
`placing`, `basing`, `naming`), and the weights: they are data (`vocabulary/evidence.csv`), see `evidence`.
"""

import dataclasses
import itertools
import math
import operator
from collections.abc import Iterator, Sequence
from typing import Any

from figuretrail.text import evidence

Sign = str | tuple[str, Sequence[str]]  # in words; or a name and all that is known with it, which is a sign for each
_NOTHING = itertools.repeat(0.0)  # the weight of a sign without one


@dataclasses.dataclass(slots=True)
class Option:
    """One way to settle a column: the value, what it is told by, and the signs that speak for or against it."""

    value: Any
    told_by: str
    signs: list[Sign]
    source: Any = None  # the mention or figure that it rests on


def choose(column: str, options: Sequence[Option]) -> tuple[Option, float]:
    """The best option of the value with the highest odds, and that value's share of all odds, from 0 to 1.

    What several options say has the odds of all of them together, as in the fit of the weights.
    """
    first = options[0]
    if all(option.value == first.value for option in options):
        return first, 1.0
    known = evidence.weights().get(column, {})
    weighed = [(weigh(option.signs, known), option) for option in options]
    highest = max(weight for weight, _ in weighed)
    odds: dict[Any, float] = {}
    for weight, option in weighed:
        odds[option.value] = odds.get(option.value, 0.0) + math.exp(weight - highest)
    likeliest = max(odds, key=odds.__getitem__)
    _, best = max((one for one in weighed if one[1].value == likeliest), key=operator.itemgetter(0))
    return best, odds[likeliest] / sum(odds.values())


def weigh(signs: Sequence[Sign], known: evidence.Weights) -> float:
    """The sum of the weights of signs."""
    alone, total = known.get("", {}), 0.0
    for sign in signs:
        if isinstance(sign, str):
            total += alone.get(sign, 0.0)
        elif sign[0] in known:
            total += sum(map(known[sign[0]].get, sign[1], _NOTHING))
    return total


def one_by_one(signs: Sequence[Sign]) -> Iterator[str]:
    """Every sign as it is written on file."""
    for sign in signs:
        if isinstance(sign, str):
            yield sign
        else:
            yield from [f"{sign[0]}{evidence.WITH}{what}" for what in sign[1]]
