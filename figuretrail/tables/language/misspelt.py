"""Words that officers mistyped in labels, set right: "Snapcaht", "Febuary", "Toatl", "% where platfrom recored".

What belongs here: single words that are nothing but a slip away from one that the reader looks for. What does not:
words cut short on purpose (`shorthand`) and names that are written in several ways (the vocabulary).
"""

import functools
import re

from figuretrail import monthnames
from figuretrail.tables.language.districtnames import is_district
from figuretrail.vocabulary import places, platforms

_SHORTEST_WORD = 5  # letters
_WORD = re.compile(rf"[a-z]{{{_SHORTEST_WORD},16}}", re.I)
_LONGEST_LABEL = 120  # characters; what is longer is a text, in which one word more or less tells nothing
_SHORTEST_NAME, _SHORTEST_PLACE = 6, 8  # letters; shorter words are too near to each other
# Names of such length, and so common, that two slips leave no doubt
_COMMONEST = ("snapchat", "instagram", "facebook", "whatsapp", "messenger")
# What labels and headings are made of; "police" and "change" are not here, since "policy" and "charge" are words, too
_OF_HEADINGS = (
    "total totals known other males girls april march offence offences recorded victim victims female gender method"
    " methods number platform platforms communication communications unknown percentage quarter financial calendar"
    " district borough division previous suspect suspects unspecified incidents"
)
# Products whose names are plain words, or nearly
_PLAIN = frozenset(["bumble", "hangouts", "signal", "threads", "tinder", "yellow"])
# Words of their own, however near they are to one that is looked for
_OTHERS = (
    "discard snapshot recorder recoded offense offenses quartet brough reworded grind grinder tumbler twister"
    " youtuber snapcraft"
)


def rightly_spelled(label: str) -> str:
    """A label with the words in it that are mistyped as they were meant."""
    return _WORD.sub(_right, label) if len(label) <= _LONGEST_LABEL else label


def _right(found: re.Match[str]) -> str:
    word = found[0]
    meant = meant_by(word.lower())
    if meant is None:
        return word
    return meant.upper() if word.isupper() else meant.capitalize() if word[0].isupper() else meant


@functools.lru_cache(maxsize=20_000)
def meant_by(word: str) -> str | None:
    """The word that a lower-case one is a slip of; None where it is none, or could be one of several."""
    known = _known().get(word[:1], {})  # whoever mistypes a word begins it as it begins
    if len(word) < _SHORTEST_WORD or word in known:
        return None
    near: list[tuple[int, str]] = []
    for other, most in known.items():
        if not _may_be(word, other, most):
            continue
        if word in (other + "s", other[:-1] if other.endswith("s") else ""):
            return None  # several of it, or one of them
        slips = _slips(word, other)
        if slips <= most and (len(other) >= _SHORTEST_NAME or sorted(word) == sorted(other)):
            near.append((slips, other))
    near.sort()
    told = near and (len(near) == 1 or near[0][0] < near[1][0])
    return near[0][1] if told and not is_district(word) else None  # Herefordshire is not Hertfordshire


def _may_be(word: str, other: str, most: int) -> bool:
    """Whether two words can be so few slips apart, by their lengths and what letters they have."""
    return abs(len(other) - len(word)) <= most and len(set(word).symmetric_difference(other)) <= 2 * most


@functools.cache
def _known() -> dict[str, dict[str, int]]:
    """For each letter the words that are looked for and begin with it, each with the slips that it is told in spite of.

    Of a word with five letters only two that changed places are a slip.
    """
    known = dict.fromkeys(_OTHERS.split(), 0) | dict.fromkeys(_OF_HEADINGS.split(), 1)
    known |= {name: 1 for place in places() for name in _single(place.names, _SHORTEST_PLACE)}
    months = [name for name in monthnames.FULL_NAMES.split("|") if len(name) >= _SHORTEST_NAME]
    products = [name for platform in platforms() for name in _single(platform.names, _SHORTEST_NAME)]
    known |= {name: 1 for name in (*months, *products) if name not in _PLAIN}
    known |= dict.fromkeys(_COMMONEST, 2)
    return {
        letter: {word: n for word, n in known.items() if word[0] == letter} for letter in {word[0] for word in known}
    }


def _single(names: tuple[str, ...], shortest: int) -> list[str]:
    """The names of one word with so many letters."""
    return [name.lower() for name in names if len(name) >= shortest and name.isalpha()]


def _slips(word: str, other: str) -> int:
    """How many letters are missing, too many, wrong, or in each other's places."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(word, start=1):
        line = [row]
        for column, wanted in enumerate(other, start=1):
            least = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == wanted:
                least = min(least, before[column - 2] + 1)
            line.append(least)
        before, last = last, line
    return last[-1]
