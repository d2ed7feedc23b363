"""Forces named by their initials in their own answers: "SWP" in what South Wales Police gave.

What belongs here: the initials that who answered may write instead of its name, and labels that are but these. What
does not: names that are known in anyone's answer, "GMP" or "PSNI" (`sources/reference`).
"""

import functools
import re

from figuretrail.tables.figures.rowlabels import RowLabels
from figuretrail.tables.language.labels import Label, settled
from figuretrail.tables.language.names import Place

FEWEST_LETTERS = 3  # "KP", "SW" may be anything
_SORTS = ("P", "C", "PS")  # Police, Constabulary, Police Service
_JOINING = ("and", "of", "the")
_TOTAL = re.compile(r"\W*(?:(?:grand|overall) )?totals?\W*(?:for )?|\W+$", re.I)


@functools.lru_cache(maxsize=200)
def initials_of(force: str) -> frozenset[str]:
    """What a force may write of its name in capitals, with its sort: "SWP", "A&SC"."""
    words = re.findall(r"\w+", force.replace("&", "and"))
    letters = "".join(word[0].upper() for word in words if word not in _JOINING)
    joined = "".join("&" if word == "and" else word[0].upper() for word in words if word not in _JOINING[1:])
    sorts = ("", "S") if words and words[-1] == "Police" else _SORTS
    told = {name + sort for name in (letters, joined) for sort in sorts}
    return frozenset(name for name in told if len(name) >= FEWEST_LETTERS)


def named_by_initials(label: Label, force: Place | None) -> Label:
    """A label that is but the initials of the force that answered, with that force as its place."""
    if force is None or force.type != "force" or force.name is None or label.place is not None:
        return label
    if not label.text[:1].isupper() or len(label.text) > LONGEST:
        return label
    return settled(label, place=force, understood=True) if _plain(label.text) in initials_of(force.name) else label


LONGEST = 20  # characters of initials, with a word for a total


def _plain(text: str) -> str:
    return _TOTAL.sub("", text).strip().replace(".", "")


def by_initials(labels: RowLabels, force: Place | None) -> RowLabels:
    """The labels of a row or column, those that are the initials of who answered read as its name."""
    read = tuple([(named_by_initials(label, force), axis) for label, axis in labels])
    return labels if all(a is b for (a, _), (b, _) in zip(read, labels, strict=True)) else read
