"""What the filters of a report say: "No Crimed | N", "Outcome | (All)", "Cancelled records have been removed".

What belongs here: whether a filter, or a sentence that does the work of one, leaves the offences as they are. What does
not: finding lines of text (`regions`) and what stands around a table (`surroundings`).
"""

import re
from collections.abc import Iterable

from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.labels import Label, read_label, settled
from figuretrail.tables.language.wording import NO_CRIMES
from figuretrail.tables.language.words import Words

LONGEST_SETTING = 40  # characters of what a filter is set to
_ALL = r"\(all\)|\(select all\)"  # as reports write it that no filter is set
_DENIED = r"n|no|false|\(blanks?\)|(?:not |un)(?:cancelled|no[- ]?crimed|transferred|set|ticked)|exclud\w+|removed"
_DENIED += r"|\(multiple items\)|crimed?|crime recorded|recorded(?: crimes?)?|valid(?: crimes?)?|confirmed(?: crimes?)?"
_ANY = re.compile(rf"\W*(?:{_ALL})\W*", re.I)
_NOT = re.compile(rf"\W*(?:{_DENIED}|{_ALL})\W*", re.I)
_EVERYTHING = re.compile(r"\W*(?:all|any)\W*", re.I)  # which may also head a column of numbers
_YES = re.compile(r"\W*(?:y|yes|true|(?:no[- ]?crimed?|cancelled|transferred|set|ticked))\W*", re.I)
_SET = re.compile(r"^(?P<name>[^:=]{2,60}?)\s*(?:[:=]|\s[-–]\s)\s*(?P<value>\S.{0,39})$", re.S)
# "No crimes have been excluded": whether they were or not, what is counted is told elsewhere
_INCLUDES = Words(
    r"\b(?:exclud\w+|includ\w+|remov\w+|omitted|filtered out|taken out|left out|discounted|disregarded)\b"
    r"|\b(?:not|never|n't)(?: \w+){0,2} (?:counted|shown|part of)\b",
    re.I,
)


def leaves_offences(name: str, value: Scalar, *, told_apart: bool = False) -> bool:
    """Whether a filter takes nothing of the offences away, though its name alone would say that they are none.

    "No Crimed | N" keeps what is a crime, "Outcome | (All)" keeps everything; "No Crimed | Y" keeps what is none.
    `told_apart` says that the two cells head no column, so that a plain "All" is a setting, too.
    """
    given = surface_of(value)
    if told_apart and _EVERYTHING.fullmatch(given):
        given = "(All)"
    if not given or not _NOT.fullmatch(given):
        return False
    label = read_label(name)
    if label.counted != "other":
        return False
    return label.why == NO_CRIMES or _ANY.fullmatch(given) is not None


def denies(text: str) -> bool:
    """Whether an entry under "No Crimed" or "Cancelled" says that a record is a crime: "N"."""
    return _NOT.fullmatch(text) is not None


def answers_yes_or_no(texts: Iterable[str]) -> bool:
    """Whether the entries of a list are but "Y" and "N", and some are "N"."""
    told = list(texts)
    return any(map(denies, told)) and all(denies(text) or _YES.fullmatch(text) for text in told)


def sets_apart(text: str) -> str | None:
    """Why a line of text makes all below it no offences of ours: "Cancelled: Y", "Outcome Group: Charged"."""
    told = _SET.match(text)
    if told is None or leaves_offences(told["name"], told["value"], told_apart=True):
        return None
    name = read_label(told["name"])
    if name.why != NO_CRIMES and (name.dimension != "outcome" or _NOT.fullmatch(told["value"])):
        return None
    why = name.why if name.why == NO_CRIMES else "outcomes"
    return None if read_label(told["value"]).counted in ("offences", "victims") else f"{why}: {text[:80]!r}"


def is_filter(name: str, value: Scalar) -> bool:
    """Whether two cells are the name of a filter on outcomes or no crimes, and how it is set."""
    label = read_label(name)
    return (label.dimension == "outcome" or label.why == NO_CRIMES) and 0 < len(surface_of(value)) <= LONGEST_SETTING


def without_filter(label: Label, text: str) -> Label:
    """What a line of text says, without the name of a filter that leaves the offences as they are."""
    if label.counted != "other":
        return label
    told = _SET.match(text)
    silent = told is not None and leaves_offences(told["name"], told["value"], told_apart=True)
    if not silent and label.why == NO_CRIMES:
        silent = _INCLUDES.search(text) is not None
    return settled(label, counted=None, why=None) if silent else label


def that_are_crimes(labels: tuple[tuple[Label, str | None], ...]) -> tuple[tuple[Label, str | None], ...]:
    """The labels without a flag that says that records are crimes: "N" in a column "Cancelled", or below that name."""
    flagged = any(label.why == NO_CRIMES and not label.dimension for label, _ in labels[1:])
    if not flagged:
        return tuple((label, axis) for label, axis in labels if axis != NO_CRIMES or not denies(label.text))
    if not denies(labels[0][0].text):
        return labels
    return tuple((label, axis) for label, axis in labels[1:] if label.why != NO_CRIMES)
