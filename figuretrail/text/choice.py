"""Choosing among the readings of a column by the weight of the evidence, and how sure the choice is.

What belongs here: options, their sum of weights, and the choice. What does not: which options there are (`dating`,
`placing`, `basing`, `naming`), and the weights: they are data (`vocabulary/evidence.csv`), see `evidence`.
"""

import dataclasses
import itertools
import math
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
    """The option with the most weight, and the share of the odds that its value has, from 0 to 1."""
    first = options[0]
    if all(option.value == first.value for option in options):
        return first, 1.0
    known = evidence.weights().get(column, {})
    sums = [weigh(option.signs, known) for option in options]
    highest = max(sums)
    best = options[sums.index(highest)]
    odds = [math.exp(weight - highest) for weight in sums]
    same = sum(odd for odd, option in zip(odds, options, strict=True) if option.value == best.value)
    return best, same / sum(odds)


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
