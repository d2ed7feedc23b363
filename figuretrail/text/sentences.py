"""Lines and sentences of a text, and how they hang together: headings, lists and what introduces them.

What belongs here: where a sentence starts and ends. What does not: its words (`tokens`).
"""

import dataclasses
import itertools
import re

_MARKER = re.compile(
    r"(?:\s|#{1,6}\s|>\s?|[-–—•+]\s|\.\s|\(?\d{1,2}[.)]\s|\d{1,2}\s(?=[A-Z][a-z])|\d{1,2}[.:]\d\d(?:\s?[ap]m)?(?=\s|$))+"
)
_LIST = re.compile(r"\s*(?:[-–—•+]\s|\.\s|\(?\d{1,2}[.)]\s)")
_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9£])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|Sgt|Insp|Supt|Det|Chf|Cllr|Prof|vs|approx|c|e\.g|i\.e|Sept|Oct|Nov|Dec|Jan|Feb))\.\s+$"
)
HEADING_LENGTH = 90
MAX_LENGTH = 1200  # characters; what is longer is no sentence


@dataclasses.dataclass(slots=True)
class Line:
    """A line of the text without its list mark. `item` where it is of a list; `heading` where it names what follows."""

    start: int
    end: int
    number: int
    item: bool
    heading: bool
    intro: bool  # ends with a colon: what follows is said of it
    gap: bool  # an empty line stands before it


WRAPPED = (40, 100)  # characters of a line that was broken to fit a page


def unwrap(text: str) -> str:
    """The text with lines that were broken to fit a page put together again, every character where it was."""
    return _WRAP.sub(
        lambda match: match.group().replace("\n", " ") if _is_wrapped(match.group()) else match.group(), text
    )


_WRAP = re.compile(r"(?m)^[^\n]++(?:\n[^\n]++)+")  # a paragraph of several lines


def _is_wrapped(paragraph: str) -> bool:
    """Whether the lines of a paragraph are all about as long, and go on in the middle of a sentence."""
    parts = paragraph.split("\n")
    if len(parts) < 2 or any(_LIST.match(part) for part in parts[1:]) or any(mark in paragraph for mark in "|\t"):
        return False
    longest = max(len(part) for part in parts)
    if not WRAPPED[0] <= longest <= WRAPPED[1] or any(len(part) < longest * 0.6 for part in parts[:-1]):
        return False
    runs_on = sum(part[-1:] not in ".!?:" and rest[:1].islower() for part, rest in itertools.pairwise(parts))
    return runs_on * 3 >= len(parts) - 1


def lines(text: str) -> list[Line]:
    """The lines that are not empty."""
    found: list[Line] = []
    at, gap = 0, True
    for raw in text.split("\n"):
        end = at + len(raw)
        stripped = raw.strip()
        if not stripped:
            gap = True
        else:
            start = at
            marked = _MARKER.match(text, start, end)
            if marked is not None and marked.end() < end:
                start = marked.end()
            stop = at + len(raw.rstrip())
            if start >= stop:
                start = at + len(raw) - len(raw.lstrip())
            last = text[stop - 1]
            found.append(
                Line(
                    start, stop, len(found), _LIST.match(text, at, end) is not None,
                    last not in '.!?,;"' and stop - start <= HEADING_LENGTH, last in ":", gap,
                )
            )  # fmt: skip
            gap = False
        at = end + 1
    return found


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Start and end of each sentence of a line."""
    cuts = []
    at = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(at, match.start() - 8), match.end()):
            continue
        cuts.append((at, match.end()))
        at = match.end()
    cuts.append((at, end))
    return (
        cuts
        if all(stop - start <= MAX_LENGTH for start, stop in cuts)
        else [part for cut in cuts for part in _parts(text, *cut)]
    )


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence too long to be one, cut at spaces."""
    parts = []
    while end - start > MAX_LENGTH:
        space = text.rfind(" ", start + 1, start + MAX_LENGTH)
        stop = space if space > 0 else start + MAX_LENGTH
        parts.append((start, stop))
        start = stop
    parts.append((start, end))
    return parts
