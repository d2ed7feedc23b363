"""Numbers as they are written, composed from tokens: digits, words, percentages, fractions, ratios and multiples.

What belongs here: which tokens make one number, and its value. What does not: what the number is about (`roles`).
"""

import dataclasses
import re

from figuretrail.text.tokens import Token

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "dozen": 12,
    "k": 1000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
}
_FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "sixths": 6,
    "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10, "tenths": 10, "twelfth": 12, "twentieth": 20,
}  # fmt: skip
_MULTIPLES = {
    "doubled": 2, "doubling": 2, "doubles": 2, "double": 2, "tripled": 3, "tripling": 3, "triples": 3, "triple": 3,
    "trebled": 3, "trebling": 3, "trebles": 3, "treble": 3, "quadrupled": 4, "quadrupling": 4, "quadruple": 4,
    "quintupled": 5, "quintupling": 5, "halved": 0.5, "halving": 0.5, "halves": 0.5, "twofold": 2, "threefold": 3,
    "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10,
    "sextupled": 6,
}  # fmt: skip
_PERCENT = {"%", "percent", "pc", "pct", "percentage"}
_PLAIN = re.compile(r"\d+(?:\.\d+)?$")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
# After "a third", "a quarter": words that show that it is a share or an amount, and not the third of a row.
_AFTER_FRACTION = set('oirbnkRDhc,·⟨⟩;–:etf&m"π∨vjφIdqSAGUZTwWO~x')
# After digits: words that may make them a part of a longer number.
_JOINING = {"in", "out", "times", "fold", "thousand", "million", "billion", "hundred", "k", "m", "bn", *_FRACTIONS}
_WHOLES = (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100)  # what so many "in" or "out of" is a ratio
_LEVELS = {"level", "levels", "number", "total", "figure", "rate", "count", "tally"}  # "seven times their level"
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}  # before "a day": so many in each
_EVERY = {"a", "an", "each", "every", "per"}
_NUMBER_WORDS = _UNITS.keys() | _SCALES.keys() | _FRACTIONS.keys() | _MULTIPLES.keys() | _TIMES.keys()


@dataclasses.dataclass(slots=True)
class Number:
    """A number as written. `kind`: count, percent, fraction, ratio, multiple. `value` is in the unit of its kind."""

    value: float
    kind: str
    spelt: bool = False
    sign: str = ""
    decimal: bool = False


def compose(tokens: list[Token]) -> list[Token]:
    """The tokens with every number made one token: classes NUMBER, SHARE, MULTIPLE or YEAR, its value a `Number`."""
    out: list[Token] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        if token.word == "twenty":
            spoken = _spoken_year(tokens, i)
            if spoken is not None:
                out.append(spoken[0])
                i += spoken[1]
                continue
        if (
            token.tag == "N"
            or token.word in _NUMBER_WORDS
            or (token.word == "a" and i + 1 < count and tokens[i + 1].word in _NUMBER_WORDS)
        ):
            made, width = _number(tokens, i, out)
            if made is not None:
                out.append(made)
                i += width
                continue
            if token.tag == "N":
                token.tag = "μ"
        out.append(token)
        i += 1
    return out


def _spoken_year(tokens: list[Token], i: int) -> tuple[Token, int] | None:
    """ "twenty nineteen", "twenty-twenty-three", "twenty seventeen-eighteen": a year, or a pair of years, in words."""
    joint = int(i + 1 < len(tokens) and tokens[i + 1].tag == "~")
    first = _two_digits(tokens, i + 1 + joint)
    if first is None or not 10 <= first[0] <= 40:
        return None
    year, width = first[0], 1 + joint + first[1]
    mark = tokens[i + width] if i + width < len(tokens) else None
    if mark is not None and (mark.tag == "~" or mark.word in ("to", "/")):
        second = _two_digits(tokens, i + width + 1)
        if second is not None and second[0] == year + 1:
            end = i + width + second[1]
            pair = Token("y", tokens[i].start, tokens[end].end, f"20{year}-{second[0]}")
            return pair, width + 1 + second[1]
    return Token("Y", tokens[i].start, tokens[i + width - 1].end, f"20{year}", Number(2000.0 + year, "count")), width


def _two_digits(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """A number from ten to ninety-nine in words, and how many tokens it takes."""
    if i >= len(tokens):
        return None
    tens = _UNITS.get(tokens[i].word, 0)
    if tens < 10:
        return None
    if tens >= 20 and i + 2 < len(tokens) and tokens[i + 1].tag == "~" and 0 < _UNITS.get(tokens[i + 2].word, 0) < 10:
        return tens + _UNITS[tokens[i + 2].word], 3
    return tens, 1


def _number(tokens: list[Token], i: int, before: list[Token]) -> tuple[Token | None, int]:
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    plain = tokens[i].tag == "N" and (
        following is None or (following.word not in _JOINING and following.tag not in "~V")
    )
    if not plain:
        for read in (_multiple, _ratio, _fraction):
            made, width = read(tokens, i)
            if made is not None:
                return made, width
    read_count = _count(tokens, i)
    if read_count is None:
        return None, 0
    number, width = read_count
    first, last = tokens[i], tokens[i + width - 1]
    start = first.start
    previous = before[-1] if before else None
    after = tokens[i + width] if i + width < len(tokens) else None
    # a percentage
    if after is not None:
        extra = 0
        if after.word in _PERCENT:
            extra = 1
        elif after.word == "per" and i + width + 1 < len(tokens) and tokens[i + width + 1].word == "cent":
            extra = 2
        elif after.tag == "~" and i + width + 1 < len(tokens) and tokens[i + width + 1].word in ("percent", "per"):
            extra = 2 if tokens[i + width + 1].word == "percent" else 4
        if extra:
            end = tokens[min(i + width + extra, len(tokens)) - 1].end
            follow = tokens[i + width + extra] if i + width + extra < len(tokens) else None
            if after.word == "percentage" or (follow is not None and follow.word in ("points", "point")):
                return Token("μ", start, end, "points", "points"), width + extra
            number.kind = "percent"
            if previous is not None and previous.end == start and previous.word in "+-–":
                number.sign = "+" if previous.word == "+" else "-"
            elif previous is not None and previous.word == "minus":
                number.sign = "-"
            return Token("%", start, end, "%", number), width + extra
    word = " ".join(t.word for t in tokens[i : i + width])
    if previous is not None and previous.end == start and previous.word in ("£", "€", "$", "#"):
        return Token("μ", start, last.end, word, "money"), width
    if after is not None and after.end - after.start == 1 and after.word in "€£$":
        return Token("μ", start, last.end, word, "money"), width
    if width == 1 and first.tag == "N":
        digits = first.word
        if digits[0] == "0" and len(digits) > 1 and "." not in digits:
            return Token("μ", start, last.end, word, "reference"), width
        if len(digits) == 4 and digits.isdigit() and 1950 <= number.value <= 2040:
            return Token("Y", start, last.end, word, number), width
        if (
            after is not None
            and after.start == last.end
            and (after.tag == "x" or after.word in ("m", "k", "bn", "st", "nd", "rd", "th"))
            and after.word[0].isalpha()
        ):
            if after.word in ("st", "nd", "rd", "th"):
                return Token("N", start, after.end, word, Number(number.value, "ordinal")), width + 1
            return Token("μ", start, after.end, word, "code"), width + 1
        if previous is not None and previous.end == start and previous.word[-1:].isalpha():
            return Token("μ", start, last.end, word, "mark"), width  # a footnote mark on a word, or part of a code
    return Token("N", start, last.end, word, number), width


def parse_digits(word: str) -> float | None:
    """The value of a number in digits, or None where it is not one number ("1,2,3", "1.2.3")."""
    if _PLAIN.match(word):
        return float(word)
    if _GROUPED.match(word):
        return float(word.replace(",", ""))
    return None


def _count(tokens: list[Token], i: int) -> tuple[Number, int] | None:
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
            and _PLAIN.match(token.word)
        ):
            number.value *= _SCALES[tokens[i + width].word]
            number.decimal = False
            width += 1
        return number, width
    if token.word == "half":
        following = [t.word for t in tokens[i + 1 : i + 3]]
        whole = _SCALES.get(following[1], 0) if following[:1] in (["a"], ["an"]) and len(following) == 2 else 0
        return (Number(whole / 2, "count", spelt=True), 3) if whole >= 12 else None
    if token.word in _TIMES:
        often = tokens[i + 1].word in _EVERY and tokens[i + 2].tag == "u" if i + 2 < len(tokens) else False
        return (Number(_TIMES[token.word], "count", spelt=True), 1) if often else None
    total = current = 0.0
    j, width, last_scale = i, 0, False
    if token.word == "a":
        if i + 1 < len(tokens) and tokens[i + 1].word in ("hundred", "thousand", "million", "dozen", "billion"):
            current, j, width = 1.0, i + 1, 1
        else:
            return None
    while j < len(tokens):
        word = tokens[j].word
        if word in _UNITS and not (
            width and not last_scale and (current % 10 or _UNITS[word] >= 10 or (current % 100 < 20 and current))
        ):
            current += _UNITS[word]
            last_scale = False
        elif word in _SCALES and len(word) > 2 and (width or word != "dozen"):
            if not width:
                return None
            scale = _SCALES[word]
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
            and tokens[j + 1].word in _UNITS
            and current % 100 >= 20
            and not last_scale
        ) or (
            last_scale
            and j + 1 < len(tokens)
            and tokens[j + 1].word in _UNITS
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


def _is_hundreds(tokens: list[Token], i: int) -> bool:
    """ "Five thousand, four hundred and forty-one" is one number."""
    return i + 1 < len(tokens) and tokens[i].word in _UNITS and tokens[i + 1].word == "hundred"


def _fraction(tokens: list[Token], i: int) -> tuple[Token | None, int]:
    """ "half", "a third", "two-thirds", "three quarters", "1 fifth"."""
    token, count = tokens[i], len(tokens)
    if token.word in ("half",):
        after = tokens[i + 1] if i + 1 < count else None
        before = tokens[i - 1] if i else None
        if after is not None and (
            after.tag in "~u"
            or after.word == "past"
            or after.word in ("decade", "dozen", "million", "term")
            or (after.word in ("a", "an") and i + 2 < count and tokens[i + 2].word in ("dozen", "decade", "million"))
        ):
            return None, 0
        if before is not None and (
            before.tag in "w"
            or before.word in ("first", "second", "last", "latter")
            or (before.word in ("a", "one") and i > 1 and tokens[i - 2].word == "and")
        ):
            return None, 0
        start = token.start
        if before is not None and before.word in ("a", "one") and after is not None and after.tag == "o":
            start = before.start
        return Token("%", start, token.end, "half", Number(50.0, "fraction", spelt=True)), 1
    numerator, width = 1.0, 1
    if token.word not in ("a", "one"):
        read = _count(tokens, i)
        if read is None:
            return None, 0
        numerator, width = read[0].value, read[1]
    j = i + width
    if j < count and tokens[j].tag == "~":
        j += 1
    if j >= count or tokens[j].word not in _FRACTIONS or tokens[j].word == "half" or not 0 < numerator < 20:
        return None, 0
    part = tokens[j].word
    after = tokens[j + 1] if j + 1 < count else None
    if [following.word for following in tokens[j + 1 : j + 4]] == ["year", "on", "year"]:
        after = None  # "down a tenth year on year"
    limited = i and tokens[i - 1].word in ("first", "last", "final", "opening", "latest", "past")
    if limited and part.startswith("quarter"):
        return None, 0  # "the first two quarters of 2018/19" are six months
    if numerator > 1 and not part.endswith("s"):
        return None, 0
    if after is not None and after.word in (
        "set",
        "time",
        "year",
        "party",
        "person",
        "way",
        "report",
        "world",
        "place",
        "person's",
        "wave",
        "lockdown",
        "million",
        "generation",
        "consecutive",
        "man",
        "woman",
        "reading",
    ):
        return None, 0
    if after is not None and after.tag not in _AFTER_FRACTION:
        return None, 0
    value = round(100.0 * numerator / _FRACTIONS[part], 2)
    return Token("%", token.start, tokens[j].end, part, Number(value, "fraction", spelt=True)), j - i + 1


def _ratio(tokens: list[Token], i: int) -> tuple[Token | None, int]:
    """ "one in five", "seven out of 10", "1 in every 12", "one victim in five", "one-in-five"."""
    read = _count(tokens, i)
    if read is None:
        return None, 0
    number, width = read
    j, count = i + width, len(tokens)
    named = j < count and (tokens[j].tag == "V" or (tokens[j].tag == "O" and not number.decimal))
    if named and (number.value == 1 or [t.word for t in tokens[j + 1 : j + 3]] == ["out", "of"]):
        j += 1
    if j < count and tokens[j].tag == "~":
        j += 1
    if j >= count:
        return None, 0
    if tokens[j].word == "in":
        j += 1
    elif tokens[j].word == "out" and j + 1 < count and tokens[j + 1].word == "of":
        j += 2
    else:
        return None, 0
    if j < count and tokens[j].tag == "~":
        j += 1
    while j < count and tokens[j].word in ("every", "the", "each"):
        j += 1
    whole = _count(tokens, j) if j < count else None
    if whole is None:
        return None, 0
    value, wide = whole
    end = j + wide
    if not 0 < number.value < value.value <= 100 or number.decimal or value.decimal:
        return None, 0
    if end < count and (
        tokens[end].tag == "u" or (tokens[end].tag == "~" and end + 1 < count and tokens[end + 1].tag == "u")
    ):
        return None, 0
    if end < count and (
        tokens[end].word in ("%", "per", "percent", "pc") and tokens[end].start <= tokens[end - 1].end + 1
    ):
        return None, 0
    if number.value > 1 and value.value not in _WHOLES:
        return None, 0  # "13 out of 91" are two counts
    surface_end = tokens[end - 1].end
    percent = round(100.0 * number.value / value.value, 2)
    return Token("%", tokens[i].start, surface_end, "ratio", Number(percent, "ratio", spelt=True)), end - i


def _is_compared(follows: list[str], after: list[Token]) -> bool:
    """Whether the words after "three times" say of what: "as many", "higher", "the 82 of 2017/18", "their level"."""
    if not follows:
        return False
    first, second = follows[0], follows[1] if len(follows) > 1 else ""
    if first == "as":
        return second in ("many", "high", "much")
    if first == "the":
        return second in ("number", "total", "figure", "level") or (len(after) > 1 and after[1].tag == "N")
    if first in ("higher", "more", "over", "what", "greater", "larger", "that"):
        return True
    return first in ("its", "their", "his", "last") and any(token.word in _LEVELS for token in after)


def _multiple(tokens: list[Token], i: int) -> tuple[Token | None, int]:
    """ "doubled", "trebling", "four-fold", "three times as many", "ten times over"."""
    token, count = tokens[i], len(tokens)
    if token.word in _MULTIPLES:
        after = tokens[i + 1] if i + 1 < count else None
        if token.word in ("double", "triple", "treble", "halves") and after is not None and after.tag == "~":
            return None, 0
        factor = _MULTIPLES[token.word]
        return Token(
            "X", token.start, token.end, token.word, Number(round((factor - 1) * 100, 2), "multiple", spelt=True)
        ), 1
    read: tuple[Number, int] | None
    read = (
        (Number(2 if token.word == "twice" else 3, "count"), 1)
        if token.word in ("twice", "thrice")
        else _count(tokens, i)
    )
    if read is None:
        return None, 0
    number, width = read
    j = i + width
    if j < count and tokens[j].tag == "~" and j + 1 < count and tokens[j + 1].word in ("fold", "times"):
        j += 1
    if j < count and tokens[j].word == "fold":
        return Token("X", token.start, tokens[j].end, "fold", Number((number.value - 1) * 100, "multiple")), j - i + 1
    as_many = j
    if token.word not in ("twice", "thrice"):
        if j >= count or tokens[j].word != "times":
            return None, 0
        as_many = j + 1
    follows = [word for t in tokens[as_many : as_many + 2] for word in t.word.split()][:2]
    if as_many < count and tokens[as_many].word in ("as many as", "as high as", "as much as"):
        end = tokens[as_many].start + len("as many")
        return Token("X", token.start, end, "times", Number((number.value - 1) * 100, "multiple")), as_many - i + 1
    if _is_compared(follows, tokens[as_many : as_many + 4]):
        width = as_many - i + (2 if follows[0] == "as" else 0)
        end = tokens[i + width - 1].end
        return Token("X", token.start, end, "times", Number((number.value - 1) * 100, "multiple")), width
    return None, 0
