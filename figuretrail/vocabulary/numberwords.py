"""Numbers in words: the one place where they are spelled out, for both readers.

What belongs here: each word with its value, patterns for them, and the value of a whole number in words. What does not:
which words of a text make a number (`figuretrail.text.counting`, `figuretrail.tables.language.values`).
"""

import re

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
TENS["fourty"] = 40  # as it is often misspelled
VALUES = {"zero": 0, **UNITS, **TENS}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
WORDS = frozenset({*VALUES, *SCALES})  # every word that may be a part of a number

_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
BELOW_HUNDRED = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{_DIGIT}))?|{'|'.join(UNITS)})"  # a pattern for 1 to 99
# A pattern for how much of something is spoken of: "18", "2.5", "two and a half", "half a"
AMOUNT = (
    rf"(?:(?:\d+(?:\.\d+)?|{BELOW_HUNDRED}|an?)(?:[\s-]and[\s-]a[\s-]half|\s?½)|\d+(?:\.\d+)?"
    rf"|{BELOW_HUNDRED}|½|half(?:[\s-](?:of[\s-])?an?)?)"
)
_HALF = re.compile(r"[\s-]and[\s-]a[\s-]half$|\s?½$|^half\b.*")


def whole_number(text: str) -> int | None:
    """The value of a whole number above zero in words, "Five hundred and six" is 506; None where a text is no such.

    "Two three" and "five and six" are two numbers.
    """
    words = text.lower().replace("-", " ").replace(",", " ").split()
    if words[:1] == ["a"] and words[1:2] and words[1] in SCALES:
        words = words[1:]
    thousands = part = 0
    before = ""
    for word in words:
        value = VALUES.get(word, 0)
        if word == "and" or not (value or word in SCALES):
            if word != "and" or before not in ("hundred", "thousand"):
                return None
        elif value:
            digit_of_tens = value < 10 and before in TENS
            if part % 100 and not digit_of_tens:
                return None
            part += value
        elif before in SCALES and (word, before) != ("thousand", "hundred"):
            return None
        elif word == "thousand":
            if thousands:
                return None
            thousands, part = max(part, 1) * 1000, 0
        elif part >= 100:
            return None
        else:
            part = max(part, 1) * SCALES[word]
        if before == "dozen":
            return None
        before = word
    return thousands + part or None if before != "and" else None


def amount(text: str) -> float | None:
    """What a match of `AMOUNT` comes to: "2.5", "two and a half", "half a"; None where it is no amount."""
    plain = text.strip().lower()
    halved = _HALF.search(plain)
    whole = plain[: halved.start()].strip() if halved else plain
    if halved and not whole:
        return 0.5
    if re.fullmatch(r"\d+(?:\.\d+)?", whole):
        number: float | None = float(whole)
    else:
        number = 1.0 if whole in ("a", "an") else whole_number(whole)
    return number + 0.5 * bool(halved) if number is not None else None
