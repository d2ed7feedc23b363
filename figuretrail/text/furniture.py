"""Lines of a web page that lead to other stories: "Related: ...", "Most read" and what stands under it.

What belongs here: which lines they are. What does not: numbers in them, which are about something else wherever the
line does not name the subject (`reader`).
"""

import re

from figuretrail.text.sentences import Line

# Words that stand alone over links, or before a link with a colon.
_HEAD = re.compile(
    r"\W{0,4}(?:more (?:from|on|in|stories|news|about)\b.*|(?:you )?(?:may|might) also (?:like|be interested in)"
    r"|related(?: (?:articles?|stor(?:y|ies)|content|topics?|links?|news|coverage|reading))?"
    r"|(?:most|also|now) (?:read|popular|viewed|shared|commented|watched)(?: .{0,20})?|read (?:more|next|also)"
    r"|see also|elsewhere(?: (?:on|in) .{0,30})?|in other news|other (?:news|stories).{0,20}|recommended(?: .{0,20})?"
    r"|promoted(?: (?:stories|content|links))?|trending(?: .{0,20})?|top stories"
    r"|latest (?:news|stories|headlines).{0,20}"
    r"|don't miss|popular (?:now|stories).{0,20}|previous(?: (?:story|article))?|next(?: (?:story|article|up))?"
    r"|follow us(?: on .{0,20})?|comment on facebook.{0,20})"
)
_AFTER_COLON = re.compile(r"\s*[:|›»>]\s*\S")
_WHEN = re.compile(
    r"\W*(?:\d{1,2}[.:]\d\d(?: ?[ap]m)?|(?:yesterday|today|\d{1,2} (?:minutes?|mins?|hours?|days?) ago)\b.{0,12})\W*$"
)
_LONGEST_HEAD = 60  # characters
_LONGEST_LINK = 120


def links(lowered: str, lines: list[Line]) -> set[int]:
    """The numbers of the lines that lead to other stories, or stand over such; `lowered` is the text in lower case.

    Under a head, links go on to the next empty line (one may stand right under the head), or as long as each has a
    time of day below it; a line that ends like a sentence of prose is none.
    """
    found: set[int] = set()
    under = False  # whether links may stand here
    after_when = False
    for line in lines:
        words = lowered[line.start : line.end]
        head = _HEAD.match(words)
        if head is not None and (
            _AFTER_COLON.match(words, _end_of_name(head))
            or (not words[head.end() :].strip(" :") and len(words) <= _LONGEST_HEAD)
        ):
            found.add(line.number)
            under, after_when = _AFTER_COLON.match(words, _end_of_name(head)) is None, True
            continue
        is_when = _WHEN.match(words) is not None
        if under and line.gap and not after_when:
            under = False
        if under and not is_when and (len(words) > _LONGEST_LINK or words[-1] in ".:;,"):
            under = False
        if under:
            found.add(line.number)
        after_when = is_when
    return found


def _end_of_name(head: re.Match[str]) -> int:
    """Where the words of a head end that a colon may follow: of "more from our desk: ...", before the colon."""
    colon = head.group().find(":")
    return head.start() + colon if colon > 0 else head.end()
