"""Parts of a force named by one letter or a few: "F" and "M" beside "A" and "B", "NA" between "EA" and "NE".

What belongs here: letters in such a list that would mean something else by themselves. What does not: columns of codes
beside the names they are short for (`codes`), and regions named by letters (`listednames`).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from figuretrail.tables.language.labels import Label

_CODE = re.compile(r"[A-Z]{1,3}")
FEWEST_CODES = 2  # that mean nothing else, which make a list of them


def letters_as_names(labels: Sequence[Label]) -> list[Label]:
    """The labels of a list of places, with letters read as names of places where most entries are such.

    What could say that something is not known ("NA", "NR") is a name only where it stands in the order of the letters,
    with one after it: the last entry of such a list says it of the rest.
    """
    coded = [number for number, label in enumerate(labels) if _CODE.fullmatch(label.text)]
    unclear = {number for number in coded if _says_something(labels[number])}
    entries = sum(not label.total for label in labels)
    if not unclear or len(coded) - len(unclear) < FEWEST_CODES or 2 * len(coded) <= entries:
        return list(labels)
    in_order = {
        here
        for (before, here), (_, after) in pairwise(pairwise(coded))
        if labels[before].text < labels[here].text < labels[after].text
    }
    names = {number for number in unclear if not labels[number].unknown or number in in_order}
    return [Label(label.text, understood=False) if n in names else label for n, label in enumerate(labels)]


def _says_something(label: Label) -> bool:
    """Whether letters are known for something else than a place: a sex, what is not known."""
    return label.place is None and not label.total and bool(label.roles or label.unknown)
