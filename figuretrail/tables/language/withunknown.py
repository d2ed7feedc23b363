"""Totals with and without what is not known: "All (including gender not known)", "Total less not given".

What belongs here: what a label says beside such words, so that its total is told from a row of what is not known. What
does not: which offences the rest are (`labels`, `leftout`), and rows of what is not known (`unknowns`).
"""

import re

from figuretrail.tables.language.words import Words

_SAID = (
    r"(?:known|recorded|stated|given|specified|provided|named|identified|disclosed|captured|noted|entered"
    r"|mapped|geocoded|allocated|assigned)"
)
_LIST = r"(?:platforms?|methods?|means|apps?|sites?|ages?|sex(?:es)?|genders?|locations?|areas?|districts?|places?)"
_UNKNOWN = (
    r"\b(?:unknowns?|un(?:stated|specified|recorded|disclosed|allocated|assigned|identified)|blanks?|missing"
    rf"|(?:not|none|(?:is|was|are|were)n['’]t)(?: been)? {_SAID}|no (?:recorded |known |stated |named )?{_LIST})\b"
    rf"(?:,? (?:{_LIST}|victims?|offences?|crimes?|cases|values?|entries|recorded|named|or|and|of|the|ones?)\b)*"
)
_UP_TO = r"\s[^.,;()\d]{0,40}?"
_TOTAL = (
    r"^\W*(?:(?:grand|overall|the) )?(?:totals?|all|both|everyone|overall)(?: (?:victims?|offences?|crimes?|force))?"
)
# "All (including gender not known)", "Total inc. unknown", "of all victims, including those whose age isn't recorded"
_INCLUDING = Words(
    r"[\s,;:(\[–-]+(?<!not )(?<!n't )(?:includ(?:es|ing)|incl?\b\.?|inclusive of|counting)"
    rf"{_UP_TO}{_UNKNOWN}[)\]]?",
    re.I,
)
# "Total with unknown", but not "Offences with unknown age", which are of that part alone
_WITH = Words(rf"(?P<total>{_TOTAL})\W+(?:with|plus|and)\s(?:the )?{_UNKNOWN}\W*$", re.I)
# "Total excluding unknown sex", "Total less not given", "All (unknown removed)"
_WITHOUT = Words(
    r"[\s,;:(\[–-]+(?:exclud(?:es|ing)|excl?\b\.?|less(?! than)|minus|without|net of|not (?:including|counting)"
    rf"|disregarding|ignoring|apart from|but not){_UP_TO}{_UNKNOWN}[)\]]?"
    rf"|[\s,;:(\[–-]+{_UNKNOWN} (?:(?:is|was|are|were) )?(?:removed|excluded|left out|omitted)[)\]]?",
    re.I,
)


def without_the_included(text: str) -> str:
    """A label without what it says is counted, too, though it is not known: what is left tells what the number is."""
    return _WITH.sub(lambda found: found["total"], _INCLUDING.sub("", text))


_PERSONS = Words(r"\b(?:ages?|sex(?:es)?|genders?)\b", re.I)
_ALL = Words(r"\W*(?:(?:grand |overall )?totals?|all|overall)\b(?!.*\b(?:recorded|known|named)\b)", re.I)


def includes_unknown_means(text: str) -> bool:
    """Whether a total holds what is not known, but of no age or sex: "All crimes (incl. none recorded)"."""
    found = _INCLUDING.search(text)
    return found is not None and _ALL.match(text[: found.start()]) is not None and not _PERSONS.search(found[0])


def without_the_left_out(text: str) -> str:
    """A label without what it says is left out because it is not known."""
    return _WITHOUT.sub("", text)


_MEANS = r"(?:platforms?|methods?|means|apps?|sites?|websites?|services?|games?)"
# "Any app or site named", "At least one platform was recorded"; "Known" in a list of whatever
_KNOWN_MEANS = Words(
    rf"(?:any|some|an?|at least one|one or more) {_MEANS}(?:(?: or | and |/|, ){_MEANS})*(?: at all)?"
    rf"(?: (?:is|was|were|are))? (?:{_SAID}|found|mentioned|noted)(?: total)?"
    # "Named app or site", "Total identified platforms"
    rf"|(?:(?:all|total|any) )?(?:with )?(?:an? )?(?:named|identified|specified|stated)"
    rf" {_MEANS}(?:(?: or | and |/|, ){_MEANS})*(?: total)?"
)
_KNOWN = Words(
    r"(?:all |any |total |sub-?total |of which |those )*(?:known|stated|specified)(?: only| total| values?)?"
)


def is_of_known_means(lower: str) -> bool:
    """Whether a label in lower case counts the offences with any means of communication: "Any app or site named"."""
    return _KNOWN_MEANS.fullmatch(lower) is not None


# "offences in which one is named", whatever is listed; but not "in which one victim is named"
_ONE_OF_THEM = Words(
    r"\b(?:where|if|when|(?:for|in|on) which|whose reports?) (?:at least |only |just )?(?:one|any|some)(?: or more)?"
    rf" (?:is|was|were|are|has been|had been|have been) (?:{_SAID}|found|mentioned|noted)\b"
    r"|\b(?:(?:offences|crimes|cases|incidents|records|reports|those)(?: (?:that|which))?|where (?:the|an?) \w+)"
    r" (?:names?|naming|mentions?|mentioning|identif(?:y|ies|ying)) (?:at least )?(?:one|any)\b(?=\W*$|[,.;:)])"
)


def is_of_known(lower: str) -> bool:
    """Whether a label in lower case counts those of which a list's entry is known: "Known", "in which one is named"."""
    return _KNOWN.fullmatch(lower) is not None or _ONE_OF_THEM.search(lower) is not None
