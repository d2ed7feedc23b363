"""Choosing among the readings of a column by the weight of the evidence, and how sure the choice is.

What belongs here: options, their sum of weights, and the choice. What does not: which options there are (`dating`,
`placing`, `basing`, `naming`), and the weights: they are data (`vocabulary/evidence.csv`), see `evidence`.
"""

import dataclasses
import itertools
import math
from collections.abc import Sequence
from typing import Any

from figuretrail.text import evidence

_NOTHING = itertools.repeat(0.0)  # the weight of a sign without one


@dataclasses.dataclass(slots=True)
class Option:
    """One way to settle a column: the value, what it is told by, and the signs that speak for or against it."""

    value: Any
    told_by: str
    signs: list[str]
    source: Any = None  # the mention or figure that it rests on


def choose(column: str, options: Sequence[Option]) -> tuple[Option, float]:
    """The option with the most weight, and the share of the odds that its value has, from 0 to 1."""
    first = options[0]
    if all(option.value == first.value for option in options):
        return first, 1.0
    known = evidence.weights().get(column, {})
    sums = [sum(map(known.get, option.signs, _NOTHING)) for option in options]
    highest = max(sums)
    best = options[sums.index(highest)]
    odds = [math.exp(weight - highest) for weight in sums]
    same = sum(odd for odd, option in zip(odds, options, strict=True) if option.value == best.value)
    return best, same / sum(odds)
