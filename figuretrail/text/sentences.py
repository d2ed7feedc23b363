"""Lines and sentences of a text, and how they hang together: headings, lists and what introduces them.

What belongs here: where a sentence starts and ends. What does not: its words (`tokens`).
"""

import dataclasses
import itertools
import re

_MARKER = re.compile(
    r"(?:\s|#{1,6}\s|>\s?|[-–—•+]\s|\.\s|\(?\d{1,2}[.)/]\s|\d{1,2}\s(?=[A-Z][a-z])|\d{1,2}[.:]\d\d(?:\s?[ap]m)?(?=\s|$))+"
)
_LIST = re.compile(r"\s*(?:[-–—•+]\s|\.\s|\(?\d{1,2}[.)]\s)")
_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9£])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|[Nn]o|Sgt|Insp|Supt|Det|Chf|Cllr|Prof|vs|approx|c|e\.g|i\.e|Sept|Oct|Nov|Dec|Jan|Feb|[Ee]xt|[Tt]el|[Ff]ig|[Pp]ara|[Rr]ef|[Cc]ols?|pp?))\.\s+$"
)
_LEADER = re.compile(r"\s\.{2,}\s+(?=\d)")  # the dots between a name and its number: "Instagram ... 31"
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
COLUMN = 20  # or, of three and more, to fit a column


def unwrap(text: str) -> str:
    """The text with lines that were broken to fit a page put together again, every character where it was."""
    return _WRAP.sub(
        lambda match: match.group().replace("\n", " ") if _is_wrapped(match.group()) else match.group(), text
    )


_WRAP = re.compile(r"(?m)^( *)[^\n]++(?:\n(?!\1 )[^\n]++)+")  # a paragraph of several lines, none set in from the first


_ENDS = (".", "!", "?", '"', "”")


def _is_wrapped(paragraph: str) -> bool:
    """Whether the lines of a paragraph are all about as long, and go on in the middle of a sentence."""
    parts = paragraph.split("\n")
    if len(parts) < 2 or any(_LIST.match(part) for part in parts[1:]) or any(mark in paragraph for mark in "|\t"):
        return False
    longest = max(len(part) for part in parts)
    narrow = longest < WRAPPED[0]
    if not COLUMN <= longest <= WRAPPED[1] or (narrow and len(parts) < 3):
        return False
    if any(len(part) < longest * 0.6 and part.rstrip()[-1:] not in _ENDS for part in parts[:-1]):
        return False  # but a short line that ends a sentence may be the last of a paragraph within
    runs_on = sum(part[-1:] not in ".!?:" and rest[:1].islower() for part, rest in itertools.pairwise(parts))
    return runs_on * (2 if narrow else 3) >= len(parts) - 1


def lines(text: str) -> list[Line]:
    """The lines that are not empty; what a number alone on its line counts is put to it."""
    return _with_numbers_joined(text, _lines(text))


_HOURS = re.compile(r"(?m)^\W{0,4}((?:[01]\d|2[0-3])[0-5]\d)(?=\W{0,4}(?:$|\s[\"'A-Z]))")
_FEWEST_HOURS = 3


def _hours(text: str) -> dict[int, int]:
    """ "1004", "1017", "1024" before the entries of a day's log: where each begins and ends."""
    found = list(_HOURS.finditer(text))
    times = [int(match.group(1)) for match in found]
    in_order = times == sorted(set(times)) or times == sorted(set(times), reverse=True)
    years = all(1990 <= time <= 2040 for time in times)
    if len(found) < _FEWEST_HOURS or not in_order or years:
        return {}
    return {start: match.end(1) for match in found for start in (match.start(), match.start(1))}


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    hours = _hours(text)
    at, gap = 0, True
    for raw in text.split("\n"):
        end = at + len(raw)
        start, stop = at, at + len(raw.rstrip())
        marked = _MARKER.match(text, start, end)
        if marked is not None and marked.end() < end:
            start = marked.end()
        hour = hours.get(start)
        if not raw.strip() or (hour is not None and not text[hour:stop].strip("*_. ")):
            gap = True
        else:
            start = start if hour is None else hour
            if start >= stop:
                start = at + len(raw) - len(raw.lstrip())
            last = "…" if text.endswith("...", start, stop) else text[stop - 1]
            found.append(
                Line(
                    start, stop, len(found), _LIST.match(text, at, end) is not None,
                    last not in '.!?,;"' and stop - start <= HEADING_LENGTH, last in ":", gap,
                )
            )  # fmt: skip
            gap = False
        at = end + 1
    return found


_SPELT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NUMBER_ALONE = re.compile(
    r"\W{0,9}(?:(?:up|down) )?[<>~+]?\d[\d.,]*(?: ?(?:%|pc|per ?cent))?(?: (?:in|out of) \d+)?\W{0,3}"
    rf"|\W{{0,9}}{_SPELT}(?: (?:in|out of)(?: every)? {_SPELT})?\W{{0,3}}"
)
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d\W{0,3}")
_LONGEST_NUMBER = 24


def _with_numbers_joined(text: str, found: list[Line]) -> list[Line]:
    """ "7,062" above "offences recorded by police": the text of a picture or a list of facts has the number first.

    A paragraph that begins with a number alone is a row of such pairs; so is a line with a number, and little else,
    that the next goes on in the middle of a sentence.
    """
    joined: list[Line] = []
    leads = False  # whether the paragraph is one of numbers, each with its words after it
    for n, line in enumerate(found):
        before = found[n - 1] if n else None
        if before is None or line.gap:
            leads = _is_number_alone(text, line) and n + 1 < len(found) and not _is_number_alone(text, found[n + 1])
        elif leads and _is_number_alone(text, line) and _is_number_alone(text, before):
            leads = False
        goes_on = before is not None and (
            (leads and not line.gap and not _is_number_alone(text, line))
            or (before.gap and _is_short_number(text, before) and text[line.start].islower() and not line.item)
        )
        if goes_on and not (line.item and leads):
            last = joined[-1]
            joined[-1] = dataclasses.replace(last, end=line.end, heading=False, intro=line.intro)
        else:
            joined.append(dataclasses.replace(line, number=len(joined)))
    return joined


def _is_number_alone(text: str, line: Line) -> bool:
    lowered = text[line.start : line.end].lower()
    return _NUMBER_ALONE.fullmatch(lowered) is not None and _YEAR_ALONE.fullmatch(lowered) is None


def _is_short_number(text: str, line: Line) -> bool:
    """Whether a line is a number and perhaps a word or two: "Up 80%", "8 in 10", "19 a day"."""
    words = text[line.start : line.end]
    if len(words) > _LONGEST_NUMBER or line.item or not (words[-1].isalnum() or words[-1] in "%+"):
        return False
    return any(char.isdigit() for char in words) and sum(word.isalpha() for word in words.split()) <= 2


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Start and end of each sentence of a line; a word or number alone before the first is one with it."""
    cuts = []
    at = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(at, match.start() - 8), match.end()):
            continue
        if _LEADER.match(text, text.rfind(" ", at, match.start())):
            continue
        cuts.append((at, match.end()))
        at = match.end()
    cuts.append((at, end))
    if len(cuts) > 1 and _is_one_word(text[start : cuts[0][1]]):  # "37%. The share that ...", "2018/19 ... 177"
        cuts[:2] = [(start, cuts[1][1])]
    return (
        cuts
        if all(stop - start <= MAX_LENGTH for start, stop in cuts)
        else [part for cut in cuts for part in _parts(text, *cut)]
    )


def _is_one_word(text: str) -> bool:
    return sum(any(char.isalnum() for char in word) for word in text.split()) <= 1


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
