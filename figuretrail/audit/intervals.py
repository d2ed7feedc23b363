"""What a stated number leaves open: every value as the range of true values that its words allow.

What belongs here: one figure in, three ranges out, with the reason for each rule. What does not: comparing ranges
(`verdicts`) and finding which numbers determine which (`shares`, `changes`, `totals` ...).

Each figure has three ranges, each inside the next:

- **near**: where the true number most likely is. Used when the figure is an ingredient of a calculation. It differs
  from the stated range only for one-sided words: who writes "more than 1,200" would have written "more than 1,300"
  where that were true, so the near range ends one unit of the last significant digit further on.
- **stated**: what the words say, read strictly. "20%" is 19.5 to 20.5, "more than 1,200" is 1,201 and up.
- **wide**: what people also write so. A fraction cut off instead of rounded ("67.5%" for 67.57), "doubled" for 2.2
  times, "2,700" for 2,714. A value that only the wide range holds is explained by rounding, not confirmed.

The rules, with their reasons (docs/method.md has them as a table):

- A count in digits (`1,944`) is exact: a count is not rounded unless it looks so. One that ends in two zeros or more
  may be rounded in running text (wide: half a unit of its last other digit); a cell never is. `5.4 thousand` is good
  to half a unit of the digit shown.
- A percentage or a rate is good to half a unit of its last digit: `20%` is 19.5 to 20.5, `29.2%` 29.15 to 29.25,
  `nine a day` 8.5 to 9.5. Wide: up to a whole unit further from zero, cut off instead of rounded. `INT()` and a
  careless eye cut; nobody rounds 29.2 up to 30.
- A fraction in words (`a third`, `one in five`) reaches to the midpoints with the neighbouring ordinary fractions: the
  writer chose this one and not its neighbour. In tenths and finer (`seven in 10`, `one in 12`) the neighbour is one
  step away.
- A multiple in words (`doubled`) is good to a tenth, wide to half a time either way: "doubled" is said from 1.5 to
  2.5 times. "Four times more" and "four-fold" may also mean one time more.
- `about`, `nearly`, `almost`: half a unit of the last significant digit, at most a twentieth of the number; wide
  twice that; never less than one. Approximate words go with round numbers.
- `more than`, `over`: all above, and wide the number itself; `at least`, `fewer than`, `under`, `up to` likewise.
- Suppressed: `<5` is 1 to 4, `1 to 4` the same, `*` without a key 1 to 9, since holders hide counts below 5 or below
  10; wide from 0, since some hide nil too, and for `*` without an end, since a larger number may be hidden to protect
  a small one. No check works out where in it the number lies.
- Not available: nothing is known.
"""

import math
import re
from typing import NamedTuple

import numpy as np
import pandas as pd

UNSTATED_THRESHOLD = 10  # a holder that gives no key hides numbers below 5 or below 10

# The fractions that people say. A fraction in words is told from its neighbours in this list, not from any other.
_ORDINARY_FRACTIONS = (0, 1 / 10, 1 / 6, 1 / 5, 1 / 4, 1 / 3, 2 / 5, 1 / 2, 3 / 5, 2 / 3, 3 / 4, 4 / 5, 9 / 10, 1)
_DIGITS = re.compile(r"\d[\d,.\u00a0\u2009\u202f ]*")
_IN_RATIO = re.compile(r"\b(?:in|out of|of|every)\b.*?(\d+|ten|twelve|twenty|hundred)\b", re.IGNORECASE)
_SCALE = re.compile(r"\b(?:thousand|million|k|m)\b|(?<=\d)[km]\b", re.IGNORECASE)
_RATIO_WORDS = {"ten": 10, "twelve": 12, "twenty": 20, "hundred": 100}
_MULTIPLE = re.compile(
    r"\b(?:doubl|trebl|tripl|quadrupl|quintupl|twice|halv|times)|fold\b",
    re.IGNORECASE,
)
# "Four times more" and "a four-fold increase" are said of four times as many and of five.
_AMBIGUOUS_MULTIPLE = re.compile(r"\btimes\b|fold\b", re.IGNORECASE)


class Interval(NamedTuple):
    """The three ranges of one figure, ends included; `inf` where a side is open, all NaN where nothing is known."""

    near_low: float
    near_high: float
    low: float
    high: float
    wide_low: float
    wide_high: float


UNKNOWN = Interval(*[math.nan] * 6)


def interval(
    value: float | None,
    *,
    unit: str = "count",
    bound: str = "=",
    surface: str = "",
    status: str = "reported",
    in_cell: bool = False,
) -> Interval:
    """The ranges of one stated value. `surface` is the number as the source writes it, where it is known."""
    if status == "suppressed":
        return _suppressed(value, bound)
    if status != "reported" or value is None or math.isnan(value):
        return UNKNOWN
    if bound in (">", ">=", "<", "<="):
        return _one_sided(value, unit, bound, surface)
    if bound == "~":
        return _about(value, unit, surface)
    return _plain(value, unit, surface, in_cell)


def _both(near: tuple[float, float], wide: tuple[float, float]) -> Interval:
    """An interval whose near and stated ranges are the same; the wide one always holds them."""
    return Interval(*near, *near, min(near[0], wide[0]), max(near[1], wide[1]))


def _suppressed(value: float | None, bound: str) -> Interval:
    if value is None or math.isnan(value):
        return _both((1.0, UNSTATED_THRESHOLD - 1), (0.0, math.inf))
    highest = max(value - 1 if bound == "<" else value, 1.0)
    return _both((1.0, highest), (0.0, highest))


def _plain(value: float, unit: str, surface: str, in_cell: bool) -> Interval:
    if unit == "years":
        return _both((value, value), (value, value))
    if unit == "count":
        return _count(value, surface, in_cell)
    if is_multiple(surface) and unit == "percent_change":
        return _multiple(value, surface)
    fraction = _fraction(value, unit, surface)
    if fraction is not None:
        return _both(fraction, fraction)
    step = 10.0 ** -_decimals(value, surface)
    # Cut off instead of rounded: the true number is up to a whole step further from zero.
    cut = (value, value + step) if value >= 0 else (value - step, value)
    return _both((value - step / 2, value + step / 2), cut)


def _count(value: float, surface: str, in_cell: bool) -> Interval:
    if _SCALE.search(surface) or value != round(value):
        half = _scaled_step(value, surface) / 2
        return _both((value - half, value + half), (value - half, value + half))
    exact = (value, value)
    if in_cell or value == 0 or value % 100:
        return _both(exact, exact)
    half = _unit_of_last_digit(value) / 2
    return _both(exact, (value - half, value + half))


def _multiple(value: float, surface: str) -> Interval:
    """A change in words: 100 for "doubled", -50 for "halved"."""
    times = 1 + value / 100
    if times >= 1:
        more = 1.5 if _AMBIGUOUS_MULTIPLE.search(surface) else 0.5
        near, wide = (times * 0.9, times * 1.1), (times - 0.5, times + more)
    else:
        near, wide = (times * 0.9, times * 1.1), (times * 0.8, times * 1.25)
    return _both(_as_change(near), _as_change(wide))


def _as_change(times: tuple[float, float]) -> tuple[float, float]:
    return (times[0] - 1) * 100, (times[1] - 1) * 100


def is_multiple(surface: str) -> bool:
    """Whether the words say a multiple ("doubled", "three times") instead of a percentage."""
    return _MULTIPLE.search(surface) is not None


def _fraction(value: float, unit: str, surface: str) -> tuple[float, float] | None:
    """The range of a share or change that is told in words or as "k in n"; None for one in figures."""
    if unit not in ("percent", "percent_change") or not surface:
        return None
    ratio = _IN_RATIO.search(surface)
    if ratio is None and (_DIGITS.search(surface) or re.search(r"per ?cent|%", surface)):
        return None
    share = abs(value) / 100
    if ratio is not None:
        parts = ratio[1].lower()
        n = _RATIO_WORDS.get(parts) or int(parts)
        if n >= 10:
            k = share * n
            # "one in 12" is told from one in 11 and one in 13; "seven in 10" from six and eight in 10.
            ends = (1 / (n + 0.5), 1 / (n - 0.5)) if round(k) == 1 else ((k - 0.5) / n, (k + 0.5) / n)
            return _signed(value, ends)
    if share > 1:
        return None
    return _signed(value, _between_neighbours(share))


def _between_neighbours(share: float) -> tuple[float, float]:
    below = max((f for f in _ORDINARY_FRACTIONS if f < share - 0.004), default=0.0)
    above = min((f for f in _ORDINARY_FRACTIONS if f > share + 0.004), default=1.0)
    return (share + below) / 2, (share + above) / 2


def _signed(value: float, ends: tuple[float, float]) -> tuple[float, float]:
    low, high = ends[0] * 100, ends[1] * 100
    return (low, high) if value >= 0 else (-high, -low)


def _about(value: float, unit: str, surface: str) -> Interval:
    fraction = None if is_multiple(surface) else _fraction(value, unit, surface)
    size = abs(value)
    if unit == "percent_change" and is_multiple(surface):
        exact = _multiple(value, surface)
        return _both((exact.wide_low, exact.wide_high), (exact.wide_low, exact.wide_high))
    if fraction is not None:
        share = size / 100
        below = max((f for f in _ORDINARY_FRACTIONS if f < share - 0.004), default=0.0)
        above = min((f for f in _ORDINARY_FRACTIONS if f > share + 0.004), default=1.0)
        wide = _signed(value, (below, above)) if below < share < above else fraction
        return _both(fraction, wide)
    digit = _unit_of_last_digit(value)
    if unit in ("percent", "percent_change"):
        half = digit / 2 if size < 10 or digit < 10 else 2.5
        half, whole = max(half, 1.0), max(min(digit, 5.0), 1.0)
        if size > 100:  # "about 900%" is no closer than "about 900"
            half, whole = max(half, size / 20), max(whole, size / 10)
    else:
        half = max(min(digit / 2, size / 20), 1.0 if unit == "count" else 0.5)
        whole = max(min(digit, size / 10), 1.0)
    return _both((value - half, value + half), (value - whole, value + whole))


def _one_sided(value: float, unit: str, bound: str, surface: str) -> Interval:
    step = 1.0 if unit == "count" else 0.0
    reach = max(_unit_of_last_digit(value), abs(value) / 20)
    # A share can't leave 0 to 100 and a count can't fall below nil; a change can go as far as it likes upwards.
    least = min(-100.0 if unit == "percent_change" else 0.0, value)
    most = max(100.0, value) if unit == "percent" else math.inf
    if unit == "percent_change" and is_multiple(surface):
        reach = 100.0
    if bound in (">", ">="):
        low = value + step if bound == ">" else value
        # "More than a quarter" is also said of a number that rounds to it.
        slack = _fraction_slack(value, unit, surface)
        return Interval(low, min(low + reach, most), low, most, low - step - slack, most)
    high = max(value - step if bound == "<" else value, least)
    return Interval(max(high - reach, least), high, least, high, least, high + step)


def _fraction_slack(value: float, unit: str, surface: str) -> float:
    """How far below a one-sided share the truth may lie before the words are wrong: half a unit of what is shown."""
    if unit == "count":
        return 0.0
    return 0.5 if _fraction(value, unit, surface) or not surface else 10.0 ** -_decimals(value, surface) / 2


def _unit_of_last_digit(value: float) -> float:
    """The unit of the last significant digit: 100 for 1,200, 1 for 26, 0.1 for 29.2."""
    size = abs(value)
    if size == 0:
        return 1.0
    if size != round(size):
        return 10.0 ** -_decimals(value, "")
    unit = 1.0
    while size % (unit * 10) == 0:
        unit *= 10
    return unit


def _scaled_step(value: float, surface: str) -> float:
    """The unit of the last digit shown in "5.4 thousand": 100."""
    shown = _shown(surface)
    if shown is None or shown[0] == 0:
        return 10.0 ** -_decimals(value, "")
    number, decimals = shown
    return abs(value / number) * 10.0**-decimals


def _shown(surface: str) -> tuple[float, int] | None:
    """The number that the words show in digits, and its decimals."""
    match = _DIGITS.search(surface)
    if match is None:
        return None
    digits = re.sub(r"[,\s]", "", match[0]).rstrip(".")
    if digits.count(".") > 1:
        return None
    return float(digits), len(digits.partition(".")[2])


def _decimals(value: float, surface: str) -> int:
    """How many decimals a number is stated with: those shown, or those that the value has (at most four)."""
    shown = _shown(surface) if surface else None
    if shown is not None:
        number, decimals = shown
        if math.isclose(number, abs(value), abs_tol=1e-9):
            return decimals
        if math.isclose(number * 100, abs(value), abs_tol=1e-6):  # a share stored as 0.37
            return max(decimals - 2, 0)
    text = f"{abs(value):.4f}".rstrip("0")
    return len(text.partition(".")[2])


def intervals(figures: pd.DataFrame) -> pd.DataFrame:
    """The ranges of every figure of a frame, one row each on the same index.

    Equal statements are worked out once, so a hundred thousand figures take well under a second.
    """
    columns = (
        figures["value"].to_list(),
        figures["unit"].to_list(),
        figures["bound"].to_list(),
        figures["surface"].fillna("").to_list(),
        figures["status"].to_list(),
        figures["cell"].notna().to_list(),
    )
    known: dict[tuple[float, str, str, str, str, bool], Interval] = {}
    found = []
    for value, unit, bound, surface, status, in_cell in zip(*columns, strict=True):
        key = (value if value == value else -1e99, unit, bound, surface, status, in_cell)
        ranges = known.get(key)
        if ranges is None:
            ranges = known[key] = interval(
                value, unit=unit, bound=bound, surface=surface, status=status, in_cell=in_cell
            )
        found.append(ranges)
    return pd.DataFrame(
        np.array(found, dtype=float).reshape(len(found), 6), columns=list(Interval._fields), index=figures.index
    )
