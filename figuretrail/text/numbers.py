"""Numbers as they are written, composed from tokens: digits, words, percentages, fractions, ratios and multiples.

What belongs here: which tokens make one number. What does not: its value (`counting`, `ratios`), and what the number is
about (`roles`).
"""

from figuretrail.text.counting import SCALES, TIMES, UNITS, Number, read_count, spoken_year
from figuretrail.text.ratios import FRACTIONS, MULTIPLES, fraction, multiple, ratio
from figuretrail.text.tokens import Token

_FOUNDING = {"founded", "established", "built"}  # "Founded 1858"
_PERCENT = {"%", "percent", "pc", "pct", "percentage"}
# After digits: words that may make them a part of a longer number.
_JOINING = {"in", "out", "times", "fold", "thousand", "million", "billion", "hundred", "k", "m", "bn", *FRACTIONS}
NUMBER_WORDS = UNITS.keys() | SCALES.keys() | FRACTIONS.keys() | MULTIPLES.keys() | TIMES.keys()


_AFTER_A = {*NUMBER_WORDS, "single", "couple", "factor", "good", "full", "mere"}


def compose(tokens: list[Token]) -> list[Token]:
    """The tokens with every number made one token: classes NUMBER, SHARE, MULTIPLE or YEAR, its value a `Number`."""
    out: list[Token] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        if token.word == "twenty" or (token.word == "two" and i + 1 < count and tokens[i + 1].word == "thousand"):
            spoken = spoken_year(tokens, i)
            if spoken is not None:
                out.append(spoken[0])
                i += spoken[1]
                continue
        if (
            token.tag == "N"
            or token.word in NUMBER_WORDS
            or token.word in ("none", "nil")
            or token.word == "every"
            or (token.word == "a" and i + 1 < count and tokens[i + 1].word in _AFTER_A)
            or (token.word == "an" and i + 1 < count and tokens[i + 1].word == "eighth")
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


def _number(tokens: list[Token], i: int, before: list[Token]) -> tuple[Token | None, int]:
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    plain = tokens[i].tag == "N" and (
        following is None or (following.word not in _JOINING and following.tag not in "~V")
    )
    if not plain:
        for read in (multiple, ratio, fraction):
            made, width = read(tokens, i)
            if made is not None:
                return made, width
    counted = read_count(tokens, i)
    if counted is None:
        return None, 0
    number, width = counted
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
        if digits.isdigit() and 1000 <= number.value < 1950 and previous is not None and previous.word in _FOUNDING:
            return Token("μ", start, last.end, word, "year"), width
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
