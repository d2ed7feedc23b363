"""The text as the grammar wants it, with every character where it was.

What belongs here: spaces, quotes and marks that mean the same, made the same. What does not: anything that reads words.
"""

import re
from typing import NamedTuple

from figuretrail.invisible import INVISIBLE
from figuretrail.text.sentences import unwrap

_UNUSUAL = re.compile(r"[^\n -)+-^a-~]")  # any but plain letters, digits and marks
_SAME = (
    {
        "\u00a0": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ",
        "\u2006": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u205f": " ",
        "\u3000": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n",
        "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "−": "-", "‒": "–", "―": "—", "*": " ", "_": " ", "★": "•", "●": "•", "▪": "•", "◦": "•",
        "·": "•", "‣": "•", "■": "•", "➤": "•", "►": "•", "✓": "•", "％": "%",
    }
)  # fmt: skip
# also a hyphen at a broken line, and the mark of a footnote: "193¹"
_HIDDEN = re.compile(f"[{INVISIBLE}]|(?<=[a-z])-\n(?=[a-z])|(?<=[\\d%])[¹²³⁰⁴-⁹]+")
# "1 944" with a space that does not break is one number; so is "1’944".
_SPLIT_NUMBER = re.compile("(?<![\\d.,])\\d{1,3}(?:[\u00a0\u2009\u202f\u2007’]\\d{3})+(?!\\d)")
_STAR_BULLET = re.compile(r"(?m)^\*(?=[ \t])")


class Clean(NamedTuple):
    """A text to search, and where its characters stand in the original (None: where they stand here)."""

    text: str
    offsets: list[int] | None

    def at(self, index: int) -> int:
        """The place in the original of a place in the clean text."""
        return index if self.offsets is None else self.offsets[index]


def clean(body: str) -> Clean:
    """Make equal what means the same, character for character; drop what can't be seen and remember what was where."""
    offsets = None
    if _HIDDEN.search(body):
        hidden = {index for match in _HIDDEN.finditer(body) for index in range(*match.span())}
        kept = [index for index in range(len(body)) if index not in hidden]
        offsets = [*kept, len(body)]
        body = unwrap(body)  # while the lines are still as long as they were
        body = "".join(body[index] for index in kept)
    if not body.isascii():
        body = _SPLIT_NUMBER.sub(lambda match: re.sub("[\u00a0\u2009\u202f\u2007’]", ",", match.group()), body)
    if "*" in body:
        body = _STAR_BULLET.sub("•", body)
    for char in set(_UNUSUAL.findall(body)):
        if char in _SAME:
            body = body.replace(char, _SAME[char])
    return Clean(unwrap(body), offsets)


def lower(text: str) -> str:
    """Lower case of the same length (a few letters have a longer lower case: they stay as they are)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
