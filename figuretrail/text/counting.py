"""Counts as they are written: digits, words, and both together; years spoken aloud.

What belongs here: the value of a count, and how many tokens it takes. What does not: fractions and multiples
(`ratios`), and what makes a number one token (`numbers`).
"""

import dataclasses
import re

from figuretrail import monthnames
from figuretrail.text.tokens import Token
from figuretrail.vocabulary import numberwords

UNITS = numberwords.VALUES
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "dozen": 12,
    "k": 1000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
}
PLAIN = re.compile(r"\d+(?:\.\d+)?$")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}  # before "a day": so many in each
EVERY = {"a", "an", "each", "every", "per"}


@dataclasses.dataclass(slots=True)
class Number:
    """A number as written.

    `value` by `kind`: count, so many; ordinal, the third is 3; percent, fraction ("a third") and ratio ("one in five"),
    per cent; multiple, the change in per cent ("doubled" is 100); interval, so many a day ("one every 90 minutes" is
    16). It has no sign: `sign` keeps what stands before a percentage ("+", "-"), else it is empty.
    """

    value: float
    kind: str
    spelt: bool = False
    sign: str = ""
    decimal: bool = False


_MOST_DIGITS = 15  # of a number that can be counted exactly; a longer row of them is some reference
_MOST = 10.0**_MOST_DIGITS


def parse_digits(word: str) -> float | None:
    """The value of a number in digits, or None where it is not one number ("1,2,3", "1.2.3") or too long for one."""
    if len(word) > _MOST_DIGITS and sum(map(str.isdecimal, word)) > _MOST_DIGITS:
        return None
    if PLAIN.match(word):
        return float(word)
    if _GROUPED.match(word):
        return float(word.replace(",", ""))
    return None


def read_count(tokens: list[Token], i: int) -> tuple[Number, int] | None:
    """The count that begins at a token, and how many tokens it takes; None where none does."""
    token = tokens[i]
    if token.tag == "N":
        value = parse_digits(token.word)
        if value is None:
            return None
        number = Number(value, "count", decimal="." in token.word)
        width = 1
        while (
            i + width < len(tokens)
            and tokens[i + width].word in ("thousand", "million", "billion", "hundred", "bn", "k", "m")
            and PLAIN.match(token.word)
            and number.value < _MOST
        ):
            number.value *= SCALES[tokens[i + width].word]
            number.decimal = False
            width += 1
        return number, width
    if token.word in ("none", "nil"):
        return (Number(0.0, "count", spelt=True), 1) if _is_nothing_counted(tokens, i) else None
    mixed = _mixed(tokens, i)
    if mixed is not None:
        return mixed
    if token.word == "half":
        return _half_of(tokens, i)
    if token.word == "a" and i + 1 < len(tokens) and tokens[i + 1].word in _FEW:
        return _few(tokens, i)
    if token.word in TIMES:
        often = tokens[i + 1].word in EVERY and tokens[i + 2].tag == "u" if i + 2 < len(tokens) else False
        counted = often or _is_so_often_named(tokens, i)
        return (Number(TIMES[token.word], "count", spelt=True), 1) if counted else None
    total = current = 0.0
    j, width, last_scale = i, 0, False
    if token.word == "a":
        if i + 1 < len(tokens) and tokens[i + 1].word in ("hundred", "thousand", "million", "dozen", "billion"):
            current, j, width = 1.0, i + 1, 1
        else:
            return None
    while j < len(tokens):
        word = tokens[j].word
        if word in UNITS and not (
            width and not last_scale and (current % 10 or UNITS[word] >= 10 or (current % 100 < 20 and current))
        ):
            current += UNITS[word]
            last_scale = False
        elif word in SCALES and len(word) > 2:
            if not width and not _is_bare_hundred(tokens, j) and not _is_bare_dozen(tokens, j):
                return None
            scale = SCALES[word]
            if max(total, current) > _MOST:
                return None  # "a billion billion billion"
            if scale >= 1000:
                total += max(current, 1) * scale
                current = 0.0
            else:
                current = max(current, 1) * scale
            last_scale = True
        elif (
            tokens[j].tag == "~"
            and width
            and j + 1 < len(tokens)
            and tokens[j + 1].word in UNITS
            and current % 100 >= 20
            and not last_scale
        ) or (
            last_scale
            and j + 1 < len(tokens)
            and tokens[j + 1].word in UNITS
            and (word == "and" or (word == "," and _is_hundreds(tokens, j + 1)))
        ):
            j += 1
            continue
        else:
            break
        j += 1
        width = j - i
    if not width:
        return None
    return Number(total + current, "count", spelt=True), width


_NOTHING_AFTER = {"at", "all", "in", "during", "against"}


HAD = {"had", "recorded", "logged", "reported", "registered", "saw"}
_HEDGING = {"have", "has", "if", "said", "would", "could"}


def _is_nothing_counted(tokens: list[Token], i: int) -> bool:
    """ "Kent had 67 and City of London none", "For 2022, none": a count of nothing beside one of something."""
    before, after = tokens[i - 1 : i], tokens[i + 1 : i + 2]
    ends = not after or after[0].tag in ",·;⟩&–" or after[0].word in _NOTHING_AFTER
    if ends and before and before[0].word in HAD and any(token.tag == "G" for token in tokens[:i]):
        # "The City of London force had none in either"
        return _HEDGING.isdisjoint(token.word for token in tokens[:i])
    stands = bool(before) and before[0].tag in "rGP,&:I–"
    return ends and stands and any(token.tag == "N" or token.word in UNITS for token in tokens[:i])


_NAMED = {
    "used", "involved", "implicated", "identified", "mentioned", "named", "cited", "recorded", "noted",
    "logged", "listed", "appeared", "appears", "featured",
}  # fmt: skip


def _is_so_often_named(tokens: list[Token], i: int) -> bool:
    """ "Kik was mentioned twice", "X appears once in the list": how often; "not once" and "once more" are none."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    before = [token.word for token in tokens[max(0, i - 4) : i]]
    ends = after is None or after.tag in ",·;&⟩i–∨" or after.word in ("each", "apiece")
    return ends and bool(_NAMED.intersection(before[-1:])) and {"not", "never", "once", "only"}.isdisjoint(before)


def and_a_half(tokens: list[Token], i: int) -> int | None:
    """Where "and a half" ends that begins at a token, with or without hyphens: "two-and-a-half times"."""
    spots = [n for n in range(i, min(i + 6, len(tokens))) if tokens[n].tag != "~"][:3]
    return spots[-1] + 1 if [tokens[n].word for n in spots] == ["and", "a", "half"] else None


def _mixed(tokens: list[Token], i: int) -> tuple[Number, int] | None:
    """ "One and a half thousand", "six-and-a-half thousand", "three and a half a week"."""
    at = and_a_half(tokens, i + 1) if tokens[i].word in UNITS else None
    if at is None:
        return None
    value = UNITS[tokens[i].word] + 0.5
    scale = SCALES.get(tokens[at].word, 0) if at < len(tokens) else 0
    if scale >= 100:
        return Number(value * scale, "count", spelt=True), at + 1 - i
    if at + 1 < len(tokens) and tokens[at].word in EVERY and tokens[at + 1].tag == "u":
        return Number(value, "count", spelt=True), at - i
    return None


def _half_of(tokens: list[Token], i: int) -> tuple[Number, int] | None:
    """ "Half a dozen", "half-a-million"."""
    following = [n for n in range(i + 1, min(i + 5, len(tokens))) if tokens[n].tag != "~"][:2]
    words = [tokens[n].word for n in following]
    whole = SCALES.get(words[1], 0) if words[:1] in (["a"], ["an"]) and len(words) == 2 else 0
    return (Number(whole / 2, "count", spelt=True), following[1] - i + 1) if whole >= 12 else None


_FEW = {"single": 1.0, "couple": 2.0}


def _few(tokens: list[Token], i: int) -> tuple[Number, int] | None:
    """ "A single offence", "a couple of dozen"."""
    following = [token.word for token in tokens[i + 2 : i + 4]]
    if tokens[i + 1].word == "couple":
        scale = SCALES.get(following[1], 0) if following[:1] == ["of"] and len(following) == 2 else 0
        return (Number(2.0 * scale, "count", spelt=True), 4) if scale >= 12 else None
    counted = next((token.tag for token in tokens[i + 2 : i + 5] if token.tag not in "SA"), "")
    return (Number(1.0, "count", spelt=True), 2) if counted == "O" else None


def _is_bare_hundred(tokens: list[Token], i: int) -> bool:
    """ "The remaining hundred and seven": one hundred, without "a"."""
    following = [token.word for token in tokens[i + 1 : i + 3]]
    return tokens[i].word == "hundred" and following[:1] == ["and"] and following[-1] in UNITS


def _is_bare_dozen(tokens: list[Token], i: int) -> bool:
    """ "Some dozen a month": one dozen, without "a"."""
    return tokens[i].word == "dozen" and i > 0 and (tokens[i - 1].tag == "q" or tokens[i - 1].word in _ABOUT)


_ABOUT = {"some", "about", "around", "roughly", "nearly", "almost", "over", "another"}


def _is_hundreds(tokens: list[Token], i: int) -> bool:
    """ "Five thousand, four hundred and forty-one" is one number."""
    return i + 1 < len(tokens) and tokens[i].word in UNITS and tokens[i + 1].word == "hundred"


def spoken_year(tokens: list[Token], i: int) -> tuple[Token, int] | None:
    """ "twenty nineteen", "twenty-twenty-three", "twenty seventeen-eighteen": a year, or a pair of years, in words."""
    begun = _century(tokens, i)
    first = _two_digits(tokens, i + begun)
    if first is None or not 10 <= first[0] <= 40:
        return None
    year, width = first[0], begun + first[1]
    mark = tokens[i + width] if i + width < len(tokens) else None
    if mark is not None:
        marked = int(mark.tag == "~" or mark.word in ("to", "/", ","))
        at = i + width + marked
        second = _two_digits(tokens, at) or (_next_digit(tokens, at, year) if marked else None)
        end = at + second[1] if second is not None else 0
        # "in twenty eighteen, nineteen": no count may follow, unless a mark joins the two
        alone = mark.tag == "~" or mark.word in ("to", "/") or end >= len(tokens) or tokens[end].tag in ",·;:–⟩&"
        if second is not None and second[0] == year + 1 and alone:
            return Token("y", tokens[i].start, tokens[end - 1].end, f"20{year}-{second[0]}"), end - i
    if tokens[i].word == "two" and not (i and tokens[i - 1].word in _BEFORE_YEARS):
        return None  # "two thousand and nineteen offences"
    return Token("Y", tokens[i].start, tokens[i + width - 1].end, f"20{year}", Number(2000.0 + year, "count")), width


_BEFORE_YEARS = {"in", "since", "during", *monthnames.NUMBERS}


def _century(tokens: list[Token], i: int) -> int:
    """How many tokens stand for the hundreds of a year: "twenty", "twenty-", "two thousand and"."""
    words = [token.word for token in tokens[i : i + 3]]
    if words[:2] == ["two", "thousand"]:
        return 3 if words[2:] == ["and"] else 2
    return 1 + int(i + 1 < len(tokens) and tokens[i + 1].tag == "~")


def _next_digit(tokens: list[Token], i: int, year: int) -> tuple[int, int] | None:
    """ "Twenty twenty-two-three": the last digit alone of the year after, and the one token that it takes."""
    digit = UNITS.get(tokens[i].word) if i < len(tokens) else None
    return (year + 1, 1) if digit is not None and year >= 20 and digit == year % 10 + 1 else None


def _two_digits(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """A number from ten to ninety-nine in words, and how many tokens it takes."""
    if i >= len(tokens):
        return None
    tens = UNITS.get(tokens[i].word, 0)
    if tens < 10:
        return None
    if tens >= 20 and i + 2 < len(tokens) and tokens[i + 1].tag == "~" and 0 < UNITS.get(tokens[i + 2].word, 0) < 10:
        return tens + UNITS[tokens[i + 2].word], 3
    return tens, 1
