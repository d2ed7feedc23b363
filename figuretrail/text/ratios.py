"""Parts and multiples in words: "a third", "seven out of 10", "every second", "doubled", "two and a half times".

What belongs here: which tokens make one, and its value. What does not: plain counts and percentages (`counting`,
`numbers`), and whether it is a share or a change (`roles`).
"""

from figuretrail.text.counting import Number, and_a_half, read_count
from figuretrail.text.lexicon import lexicon
from figuretrail.text.tokens import Token

FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "sixths": 6,
    "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10, "tenths": 10, "twelfth": 12, "twentieth": 20,
}  # fmt: skip
MULTIPLES = {
    "doubled": 2, "doubling": 2, "doubles": 2, "double": 2, "tripled": 3, "tripling": 3, "triples": 3, "triple": 3,
    "trebled": 3, "trebling": 3, "trebles": 3, "treble": 3, "quadrupled": 4, "quadrupling": 4, "quadruple": 4,
    "quintupled": 5, "quintupling": 5, "halved": 0.5, "halving": 0.5, "halves": 0.5, "twofold": 2, "threefold": 3,
    "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10,
    "sextupled": 6,
}  # fmt: skip
# After "a third", "a quarter": words that show that it is a share or an amount, and not the third of a row.
_AFTER_FRACTION = set('zeoirbnkRDJhc,·⟨⟩;–:etf&m"π∨vjφIdqSAGUZTwWO~x')
_COUNTABLE = "OVFHWGPSANu~x"
_HAPPENING = {"involve", "involved", "involves", "concern", "concerned", "happen", "happened", "take", "took"}
_WHOLES = (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100)  # what so many "in" or "out of" is a ratio
_BACK = {"ago", "before", "earlier", "later", "previously", "past"}
_HEADLINED = {"third", "quarter", "fifth"}  # parts that a headline gives without their "a"
_MOST_TIMES = 100  # as many; more are counted
_AMOUNTS = {"number", "total", "figure", "level", "previous", "volume", "amount", "count", "tally", "rate", "caseload"}
_LEVELS = {"level", "levels", "number", "total", "figure", "rate", "count", "tally"}  # "seven times their level"


def fraction(tokens: list[Token], i: int) -> tuple[Token | None, int]:
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
            # "the first half of"; but "six years ago half of them", "and of these half were"
            (before.tag == "w" and before.word not in (*_BACK, "these", "those"))
            or before.word in ("first", "second", "last", "latter")
            or (before.word in ("a", "one") and i > 1 and tokens[i - 2].word == "and")
        ):
            return None, 0
        start = token.start
        if before is not None and before.word in ("a", "one") and after is not None and after.tag == "o":
            start = before.start
        return Token("%", start, token.end, "half", Number(50.0, "fraction", spelt=True)), 1
    if _is_headlined(tokens, i):
        value = round(100.0 / FRACTIONS[token.word], 2)
        return Token("%", token.start, token.end, token.word, Number(value, "fraction", spelt=True)), 1
    numerator, width = 1.0, 1
    if token.word == "a" and i + 1 < count and tokens[i + 1].word in ("good", "full", "mere"):
        width = 2  # "a good third"
    if token.word not in ("a", "an", "one"):
        read = read_count(tokens, i)
        if read is None:
            return None, 0
        numerator, width = read[0].value, read[1]
    j = i + width
    if j < count and tokens[j].tag == "~":
        j += 1
    if j >= count or tokens[j].word not in FRACTIONS or tokens[j].word == "half" or not 0 < numerator < 20:
        return None, 0
    part = tokens[j].word
    after = tokens[j + 1] if j + 1 < count else None
    if [following.word for following in tokens[j + 1 : j + 4]] == ["year", "on", "year"]:
        after = None  # "down a tenth year on year"
    limited = i and tokens[i - 1].word in ("first", "last", "final", "opening", "latest", "past")
    if limited and part.startswith("quarter"):
        return None, 0  # "the first two quarters of 2018/19" are six months
    if (numerator > 1 and not part.endswith("s")) or numerator >= FRACTIONS[part]:
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
        "birthday",
    ):
        return None, 0
    if after is not None and after.tag not in _AFTER_FRACTION:
        return None, 0
    value = round(100.0 * numerator / FRACTIONS[part], 2)
    return Token("%", token.start, tokens[j].end, part, Number(value, "fraction", spelt=True)), j - i + 1


def _is_headlined(tokens: list[Token], i: int) -> bool:
    """ "App named in third of cases", "nearly quarter of crimes": a part without its "a"."""
    if not i or tokens[i].word not in _HEADLINED or [token.word for token in tokens[i + 1 : i + 2]] != ["of"]:
        return False
    return tokens[i - 1].tag in "inq" or tokens[i - 1].word in lexicon().bounds


EACH_NTH = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}


def _each_nth(tokens: list[Token], i: int) -> tuple[Token | None, int]:
    """ "Every second grooming offence", "every third victim": that share of them."""
    words = [token.word for token in tokens[i : i + 2]]
    counted = next((token.tag for token in tokens[i + 2 : i + 5] if token.tag not in "SA"), "")
    if words[0] != "every" or len(words) < 2 or words[1] not in EACH_NTH or counted not in ("O", "V"):
        return None, 0
    value = Number(round(100 / EACH_NTH[words[1]], 2), "ratio", spelt=True)
    return Token("%", tokens[i].start, tokens[i + 1].end, "ratio", value), 2


def ratio(tokens: list[Token], i: int) -> tuple[Token | None, int]:
    """ "one in five", "seven out of 10", "1 in every 12", "one victim in five", "one-in-five"."""
    if tokens[i].word == "every":
        return _each_nth(tokens, i)
    read = read_count(tokens, i)
    if read is None:
        return None, 0
    number, width = read
    j, count = i + width, len(tokens)
    named = j < count and (tokens[j].tag == "V" or (tokens[j].tag == "O" and not number.decimal))
    spread = named and [t.word for t in tokens[j + 1 : j + 3]] == ["out", "of"]
    if named and (number.value == 1 or spread or _is_named_ratio(tokens, j)):
        j += 1
    if [t.word for t in tokens[j : j + 3]] == ["times", "out", "of"]:
        j += 1  # "eight times out of ten"
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
    whole = read_count(tokens, j) if j < count else None
    if whole is None and j < count and tokens[j].word == "hundred":
        whole = Number(100, "count"), 1  # "44 in every hundred"
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


def _is_named_ratio(tokens: list[Token], noun: int) -> bool:
    """Whether "in three" after the noun of "two offences" makes a ratio: no forces, days or the like are counted."""
    if [token.word for token in tokens[noun + 1 : noun + 2]] != ["in"]:
        return False
    whole = read_count(tokens, noun + 2) if noun + 2 < len(tokens) else None
    if whole is None or whole[0].value not in _WHOLES or whole[0].value > 10:
        return False
    after = tokens[noun + 2 + whole[1] : noun + 3 + whole[1]]
    return not after or after[0].tag not in _COUNTABLE or after[0].word in _HAPPENING


def _is_compared(follows: list[str], after: list[Token]) -> bool:
    """Whether the words after "three times" say of what: "as many", "higher", "the 82 of 2017/18", "their level"."""
    if not follows:
        return False
    first, second = follows[0], follows[1] if len(follows) > 1 else ""
    if first == "as":
        return second in ("many", "high", "much")
    if first == "the":
        return second in _AMOUNTS or (len(after) > 1 and after[1].tag == "N")
    if first in ("higher", "more", "over", "what", "greater", "larger", "that"):
        return True
    return first in ("its", "their", "his", "last") and any(token.word in _LEVELS for token in after)


def _by_factor(tokens: list[Token], i: int) -> tuple[Token, int] | None:
    """ "By a factor of three": three times as many."""
    if [token.word for token in tokens[i : i + 3]] != ["a", "factor", "of"]:
        return None
    read = read_count(tokens, i + 3) if i + 3 < len(tokens) else None
    if read is None:
        return None
    value = Number((read[0].value - 1) * 100, "multiple")
    return Token("X", tokens[i].start, tokens[i + 2 + read[1]].end, "times", value), 3 + read[1]


def _half_as_many(tokens: list[Token], i: int) -> tuple[Token, int] | None:
    """ "Half as many" is a fall by half, "half as many again" a rise by half."""
    words = " ".join([token.word for token in tokens[i : i + 5]])
    said = next((said for said in _HALF_AS_MANY if words.startswith(f"half {said}")), None)
    if said is None:
        return None
    width = 1 + next(n for n in range(1, 4) if " ".join(t.word for t in tokens[i + 1 : i + 1 + n]).startswith(said))
    again = i + width < len(tokens) and tokens[i + width].word == "again"
    value = Number(50.0 if again else -50.0, "multiple", spelt=True)
    return Token("X", tokens[i].start, tokens[i + width - 1 + again].end, "times", value), width + again


_HALF_AS_MANY = ("as many", "as much", "as high")


def multiple(tokens: list[Token], i: int) -> tuple[Token | None, int]:
    """ "doubled", "trebling", "four-fold", "three times as many", "ten times over"."""
    token, count = tokens[i], len(tokens)
    special = _by_factor(tokens, i) or _half_as_many(tokens, i)
    if special is not None:
        return special
    if token.word in MULTIPLES:
        after = tokens[i + 1] if i + 1 < count else None
        if token.word in ("double", "triple", "treble", "halves") and after is not None and after.tag == "~":
            return None, 0
        factor = MULTIPLES[token.word]
        return Token(
            "X", token.start, token.end, token.word, Number(round((factor - 1) * 100, 2), "multiple", spelt=True)
        ), 1
    read: tuple[Number, int] | None
    read = (
        (Number(2 if token.word == "twice" else 3, "count"), 1)
        if token.word in ("twice", "thrice")
        else read_count(tokens, i)
    )
    if read is None:
        return None, 0
    number, width = read
    if number.value > _MOST_TIMES:
        return None, 0  # "428 times that the app was used" are uses
    j = i + width
    after_half = and_a_half(tokens, j)
    if after_half is not None:
        number.value, j = number.value + 0.5, after_half
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
