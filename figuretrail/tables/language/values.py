"""A cell's text to the number it states, or to the reason why it states none: "1,204(2)", "Nil", "<5", "[c]", "..".

What belongs here: one cell alone. What does not: what a mark means by the sheet's own key (`notes`), and whether the
cell is a figure at all (`cells`).
"""

import functools
import re
from typing import NamedTuple

from figuretrail import monthnames
from figuretrail.tables.language.saidchanges import said_change
from figuretrail.tables.language.words import Words
from figuretrail.vocabulary import numberwords


class Reading(NamedTuple):
    """What a cell states. `mark` is the bare mark of a cell without a number, so that the sheet's key may explain it.

    `weak` marks text that is a value only among other values: "unknown" or "none" may also be a row's label.
    """

    value: float | None
    bound: str = "="
    status: str = "reported"
    percent: bool = False
    mark: str | None = None
    weak: bool = False


LONGEST_MARK = 35  # characters; a longer text is no mark, whatever words it holds
LONGEST_REMARK = 60  # characters; a longer text in place of a number is a remark of its own

_FOOTNOTE = Words(
    r"(?<=[\w%.)])\s*(?:\[(?:(?:see )?(?:foot)?note\s?)?[a-z0-9]{1,3}\]|\((?:(?:see )?(?:foot)?note\s?)?[a-z0-9]{1,2}\)"
    r"|,? (?:see )?(?:foot)?note \d{1,2}|\((?:see )?(?:foot)?notes?(?: below)?\)|[†‡§¶^#*¹²³⁴⁵⁶⁷⁸⁹]+)\s*$",
    re.I,
)
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)"  # a whole number in digits; "1,20" and "1,,2" are none
_NUMBER = re.compile(r"[-−]?(?:\d{1,3}(?:[,  \s]\d{3})+|\d+)(?:\.\d+)?|[-−]?\.\d+")
# "(57)": set apart, as provisional numbers often are
_ENCLOSED = re.compile(rf"[(\[](?!\d[)\]])({_DIGITS}(?:\.\d+)?)[)\]]")
_PERCENT = Words(r"(.*?\d)\s?(?:%|pc\b|per ?cent)", re.I)
_REVISED = Words(rf"({_DIGITS})\s?(?:[rpe]|\((?:r|p|e|rev(?:ised)?|prov(?:isional)?|est(?:imated?)?)\.?\))", re.I)
_IN_NUMBER = re.compile(r"[,\s]")
_IN_LETTERS = re.compile(r"[^\W\d_][^\d_]+")
_DIGITS_IN = re.compile(r"\d+")
_DASH = re.compile(r"\s?[‐‑‒–—]\s?")
_COUNT = re.compile(rf"({_DIGITS})")
_BROKEN_ZERO = re.compile(r"-0+(?:\.0+)?")
_LESS = Words(
    rf"(?:<|less than|fewer than|under|below)\s*(?:or equal to\s*)?(?P<n>{_DIGITS}"
    r"|[a-z]+)(?P<percent>\s?%)?(?:\s+(?:offences|crimes|incidents|victims|cases))?"
)
_AT_MOST = Words(
    r"(?:(?:≤|<=|up to|at most|not? more than|not (?:over|above)|max\.?)\s*(?P<n>\d+|[a-z]+)"
    r"|(?P<m>\d+|[a-z]+) or (?:less|fewer|under|below))"
)
_MORE = Words(
    rf"(?P<sign>>=?|≥|more than|over|at least|above)\s*(?P<n>{_DIGITS})(?P<percent>\s?%)?|(?P<m>{_DIGITS})\s?\+"
)
_RANGE = Words(  # "between 1 and 4", but "5 and 6" are two numbers
    r"(?P<between>between )?(?P<low>\d+|[a-z]+)\s*(?:to|-|(?(between)and|to))\s*(?P<high>\d+|[a-z]+)"
)
_ABOUT = Words(
    rf"(?:c\.|~|approx(?:imately|\.)?|about|around|circa|roughly)\s*(?P<n>{_DIGITS}(?:\.\d+)?)"
    rf"|(?P<m>{_DIGITS}(?:\.\d+)?)(?:,? \(?(?:approx(?:imate(?:ly)?)?|or so|or thereabouts|roughly)\.?\)?|ish)"
)
_WITH_SHARE = Words(rf"({_DIGITS})\s*[\[(]\s*[<~]?\d+(?:\.\d+)?\s?%\s*[\])]")  # "12 (34%)"


def has_share_beside(value: object) -> bool:
    """Whether a cell gives a count with its share in brackets: "12 (34%)"."""
    return isinstance(value, str) and _WITH_SHARE.fullmatch(value.strip()) is not None


_UNIT_WORDS = Words(
    r"\s*(?:(?:offences?|crimes?|incidents?|cases?|victims?|forces?)"
    r"(?: (?:were |was )?(?:recorded|reported))?|recorded)$"
)
_REMARK = Words(rf"({_DIGITS})\s*\([^\W\d][^()\d%]{{2,40}}\)")  # "87 (see below)"

_ZERO = {
    "nil",
    "none",
    "zero",
    "nil return",
    "no offences",
    "nil offences",
    "no crimes",
    "no incidents",
    "none recorded",
    "nought",
}
_SUPPRESSED = {
    "~",
    "#",
    "@",
    "*",
    "**",
    "***",
    "x",
    "c",
    "[c]",
    "(c)",
    "[x*]",
    "suppressed",
    "redacted",
    "withheld",
    "exempt",
    "exempted",
    "[suppressed]",
    "low number",
    "low numbers",
    "personal data",
    "disclosive",
    "[low]",
    "small number",
    "hidden",
    "[*]",
    "(*)",
}
_NOT_AVAILABLE = {
    "..",
    "...",
    "…",
    ":",
    ".",
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "n/k",
    "nk",
    "[x]",
    "[z]",
    "z",
    "-",
    "–",
    "—",
    "--",
    "―",
    "−",
    "not held",
    "not provided",
    "no data",
    "refused",
    "not available",
    "no response",
    "not supplied",
    "data not held",
    "information not held",
    "not applicable",
    "no reply",
    "nil reply",
    "nil response",
    "no return",
    "nr",
    "n/r",
    "not given",
    "did not respond",
    "no answer",
    "refusal",
    "declined",
    "not disclosed",
    "unavailable",
    "tbc",
    "to follow",
    "to be confirmed",
    "to be provided",
    "awaiting",
    "awaited",
    "not yet available",
    "not recorded",
    "not known",
    "unknown",
    "#n/a",
    "#ref!",
    "#div/0!",
    "#value!",
    "#name?",
    "#null!",
    "#num!",
    "no info",
    "no information",
    "no information held",
    "not returned",
    "not collected",
    "data unavailable",
    "n/h",
    "nd",
    "no figure",
    "no figures",
    "not submitted",
    "missing",
    "refused (s12)",
    "[u]",
    "[w]",
    "not stated",
    "incomplete",
    "none held",
}
_EXPLAINED = Words(
    r"\s*\((?:suppressed|withheld|nil|zero|small numbers?|low numbers?)\)$|^(?:suppressed|n)\s?(?=\(?<)", re.I
)
_NOTHING_GIVEN = Words(
    r"(?:(?:no|not) (?:reply|response|answer(?:ed)?|info(?:rmation)?|data|return|figures?|requested"
    r"|supplied|submitted|searchable)"
    r"|did not (?:reply|respond|answer|provide|supply))"
    r"(?: (?:was |were )?(?:received|held|provided|available|supplied|given|recorded|returned|to this question))?"
)
_WEAK = {
    "none",
    "unknown",
    "not known",
    "not recorded",
    "exempt",
    "x",
    "c",
    "z",
    "na",
    "nk",
    "missing",
    "hidden",
    "not stated",
    "n/k",
    "n/a",
}
# Sections of the Freedom of Information Act under which an answer, or a number in it, is refused.
_BY_SECTION = Words(
    r"(?:exempt(?:ion|ed)?|refused|withheld|under|:|-|\s)*\(?\[?(?:s|sec|section)\.?\s?"
    r"(?P<n>12|14|2[1-4]|3[0-46-8]|4[0-4])\b(?:\s?\([0-9a-z]{1,2}\))*\]?\)?"
    r"(?:\s*(?:exempt(?:ion)?|applied|applies|refused|withheld|refusal|foia?))*"
)

_LETTERS = re.compile(r"[a-z]+")
_ANY_DIGIT = re.compile(r"\d")
_DAMAGED = re.compile(r"(?:(?P<day>\d{1,2})-(?P<month>[a-z]{3})|(?P<first>[a-z]{3})-(?P<year>\d{2}))", re.I)


def damaged_range(text: str) -> tuple[int, int] | None:
    """The range that a spreadsheet turned into a date and a text file shows: "Dec-15" was 12-15, "04-Jan" 1-4."""
    found = _DAMAGED.fullmatch(text.strip())
    name = (found["month"] or found["first"]).lower() if found else ""
    month = monthnames.month_number(name)
    if found is None or not month:
        return None
    low, high = sorted((int(found["day"] or found["year"]), month))
    return (low, high) if 0 < low < high <= 25 else None


_FOOTNOTED_YEAR = re.compile(r"((?:19[89]|20[0-4])\d)[1-9](?:\.0)?")


def footnoted_year(value: object) -> int | None:
    """The year in "20045": 2004 with a footnote's digit glued to it."""
    found = _FOOTNOTED_YEAR.fullmatch(str(value).strip())
    return int(found[1]) if found else None


def _whole(text: str) -> float | None:
    plain = text.replace(",", "")
    return float(plain) if plain.isdecimal() else numberwords.whole_number(plain)


@functools.lru_cache(maxsize=50_000)
def read_text(text: str) -> Reading | None:
    """What a cell's text states as a value; None where it is a label, a sentence or nothing."""
    reading = _read_text(text)
    if reading is None and text.count("/") == 1 and len(text) < 60 and not _STATES.search(text):
        # "saith / seven": a word for the value in two languages, of which one is known
        parts = text.split("/")
        told = [_ANY_DIGIT.sub("", part).strip() for part in parts]
        alike = len({tuple(_DIGITS_IN.findall(part)) for part in parts}) == 1  # "llai na 5 / less than 5"
        worded = [part for part, said in zip(parts, told, strict=True) if alike and _IN_LETTERS.fullmatch(said)]
        read = [_read_text(part) for part in worded]
        known = [one for one in read if one is not None]
        if len(read) == 2 and len(known) == 1:
            return known[0]
    return reading


_STATES = re.compile(r"cancel|transfer|reclassif|unfounded|exclud|includ", re.I)  # "Cancelled/no crimes" is no value


def _read_text(text: str) -> Reading | None:
    plain = " ".join(text.split()).strip("'\"“”‘’").strip()
    if not plain or len(plain) > 60:
        return None
    plain = _EXPLAINED.sub("", plain).strip() or plain
    if plain.startswith("(<") and plain.endswith(")"):
        plain = plain[1:-1]
    lower = plain.lower()
    named = _named(lower)
    if named is not None:
        return named
    if not _ANY_DIGIT.search(lower) and numberwords.WORDS.isdisjoint(_LETTERS.findall(lower)):
        return None  # nothing in it could be a number
    bare = _FOOTNOTE.sub("", plain).strip()
    if _BROKEN_ZERO.fullmatch(bare):
        return Reading(0.0)
    change = said_change(bare.lower())
    if change is not None:
        return Reading(change, percent=True)
    percent = False
    cut = _PERCENT.fullmatch(bare)
    if cut:
        bare, percent = cut[1], True
    revised = _REVISED.fullmatch(bare)
    if revised:
        bare = revised[1]
    if bare.startswith("+") and _NUMBER.fullmatch(number := bare[1:].strip()):
        bare = number
    enclosed = _ENCLOSED.fullmatch(bare)
    if enclosed:
        bare = enclosed[1]
    if _NUMBER.fullmatch(bare):
        return Reading(float(_IN_NUMBER.sub("", bare.replace("−", "-"))), percent=percent)
    remarked = _REMARK.fullmatch(bare)
    if remarked and not _ABOUT.fullmatch(bare.lower()):
        return Reading(float(remarked[1].replace(",", "")), weak=True)
    return _worded(bare.lower(), percent)


_IN_WORDS = (
    (
        Words(r"(?:there were )?no (?:such )?(?:offences?|crimes?|incidents?|cases|victims?|instances)\b"),
        0.0,
        "reported",
    ),
    (
        Words(
            r".*(?:suppress|redact|withh[eo]ld|exempt|disclos|identif|personal data"
            r"|(?:low|small) (?:number|volume|count)|too (?:small|low|few))"
        ),
        None,
        "suppressed",
    ),
    (
        Words(
            r"no\W*$|.*\b(?:not|no(?=\W+\w)|unable|unavailable|refus\w+|declin\w+|await\w*|pending|missing|null|unknown|outstanding"
            r"|incomplete|under review|tbc|see note|n/?a)\b"
        ),
        None,
        "not_available",
    ),
)
_YEARS_OLD = Words(
    r"(?:aged? )?(?:(?P<n>\d{1,2})(?: ?(?:years?|yrs?|y/?o)(?: old| of age)?)?"
    r"|(?P<word>[a-z]+) years?(?: old| of age)?)",
    re.I,
)
_OR_MORE = Words(rf"(?P<n>{_DIGITS}|[a-z]+) (?:or|and) more", re.I)
_MARKED_BEFORE = re.compile(r"[*†‡§^#~]+\s?(?=\d)")
_REMARKED = Words(
    r"(?<=\d),?\s+(?:[-–—]\s+)?\(?(?:so far|see|but|as|incl\w*|excl\w*|of which|provisional|to date|part|estimated?)\b"
    r".*$"
    r"|(?<=\d)\s?\(\d{1,3} [^\W\d][^()%]{2,40}\)$",  # "121 (2 since cancelled)"
    re.I,
)


# "down 10%", "up by 24%", "fell 3 per cent"
_ROSE_OR_FELL = Words(
    r"(?:(?P<up>up|rose|rise|risen|increase[ds]?|plus)|(?:down|fell|fall(?:en)?|decrease[ds]?|drop(?:ped)?|minus))"
    r"(?: of| by)? (?P<n>\d{1,4}(?:\.\d+)?)\s?(?:%|pc\b|per ?cent)",
    re.I,
)


@functools.lru_cache(maxsize=20_000)
def read_loosely(text: str) -> Reading | None:
    """What a short text states that stands where its column has numbers: "*12", "8 years old", "Low volume", "pending".

    Anywhere else the same words may be a label or a remark.
    """
    plain = " ".join(text.split())
    if len(plain) > LONGEST_REMARK:
        return None
    number = read_text(_REMARKED.sub("", _MARKED_BEFORE.sub("", plain)))
    if number is not None:
        return number
    moved = _ROSE_OR_FELL.fullmatch(plain)
    if moved:
        return Reading(float(moved["n"]) if moved["up"] else -float(moved["n"]), percent=True)
    more = _OR_MORE.fullmatch(plain)
    if more and (least := _whole(more["n"].lower())):
        return Reading(least, ">=")
    aged = _YEARS_OLD.fullmatch(plain)
    if aged and (years := _whole(aged["n"] or aged["word"])):
        return Reading(years)
    lower = plain.lower()
    for words, value, status in _IN_WORDS if len(plain) <= LONGEST_MARK else ():
        if words.match(lower):
            return Reading(value, status=status, mark=lower, weak=True)
    return None


def read_wide_range(text: str) -> Reading | None:
    """The range that stands for a number: "30 to 40"; anywhere but under a header of counts it may be of ages."""
    found = _RANGE.fullmatch(text.strip().lower())
    low, high = (_whole(found["low"]), _whole(found["high"])) if found else (None, None)
    return Reading(high, "<=", "suppressed") if low and high and low < high else None


def _named(lower: str) -> Reading | None:
    bare = lower.strip("() ") if lower not in _SUPPRESSED else lower
    weak = lower in _WEAK
    if bare in _ZERO:
        return Reading(0.0, mark=bare, weak=weak)
    if bare in _SUPPRESSED:
        return Reading(None, status="suppressed", mark=bare, weak=weak)
    if bare in _NOT_AVAILABLE:
        return Reading(None, status="not_available", mark="-" if bare in "-–—―−--" else bare, weak=weak)
    if _NOTHING_GIVEN.fullmatch(bare):
        return Reading(None, status="not_available", mark=bare)
    section = _BY_SECTION.fullmatch(lower)
    if section and len(lower) < 40:
        # Sections 40 and 38 protect persons (a small number is hidden); 12 and 14 refuse the work.
        # What is refused outright hides no number that was counted, whatever the section.
        hidden = section["n"] in ("40", "38", "30", "31") and "refus" not in lower
        return Reading(None, status="suppressed" if hidden else "not_available", mark=lower)
    return None


def _worded(lower: str, percent: bool) -> Reading | None:
    lower = _UNIT_WORDS.sub("", _DASH.sub("-", lower))
    beside = _WITH_SHARE.fullmatch(lower) or _COUNT.fullmatch(lower)
    if beside:
        return Reading(float(beside[1].replace(",", "")))
    found = _LESS.fullmatch(lower)
    if found:
        number = _whole(found["n"])
        small = percent or found["percent"]
        if number is None:
            return None
        return Reading(number, "<", "reported" if small else "suppressed", percent=bool(small))
    found = _AT_MOST.fullmatch(lower)
    if found:
        number = _whole(found["n"] or found["m"])
        return None if number is None else Reading(number, "<=", "suppressed")
    found = _MORE.fullmatch(lower)
    if found:
        number = _whole(found["n"] or found["m"])
        at_least = found["m"] or found["sign"] in (">=", "≥", "at least")
        return (
            None
            if number is None
            else Reading(number, ">=" if at_least else ">", percent=percent, weak=bool(found["m"]))
        )
    found = _RANGE.fullmatch(lower)
    if found:
        low, high = _whole(found["low"]), _whole(found["high"])
        if found["low"] == "zero":
            low = 0
        if low is not None and high is not None and low < high <= 25:
            return Reading(float(high), "<=", "suppressed", weak=True)
    found = _ABOUT.fullmatch(lower)
    if found:
        return Reading(float((found["n"] or found["m"]).replace(",", "")), "~", percent=percent)
    number = numberwords.whole_number(lower)
    return None if number is None else Reading(float(number))
