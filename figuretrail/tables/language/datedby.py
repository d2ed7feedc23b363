"""Headings that say by which of its dates an offence was counted: "Date committed" beside "Date recorded".

What belongs here: such headings as a whole, which say neither what is counted nor of what time. What does not: the
names of lists of times (`listnames`), which stand over times rather than counts.
"""

import functools

from figuretrail.tables.language.words import Words

LONGEST = 70  # characters; what is longer is a remark
_WAS = r"(?:committed|occurred|happened|took place|recorded|reported|created|crimed|registered|entered|logged)"
_HAPPENED = (
    rf"(?:{_WAS}|occurring|happening|taken place|commission|occurrence|recording|reporting|creation|registration|entry"
    r"|start(?:ed)?|offence|incident|crime|report|event)"
)
_DATE = r"(?:date|day|month|year|when|time|period|quarter)s?"
_AS = r"(?:version|view|table|method|basis|option|count|measure|way)s?"
_WHO = r"(?:(?:the|it|they|offences?|crimes?|incidents?|were|was|is|are|first|actually|originally)\s)*"
_DATED_BY = Words(
    rf"\W*(?:{_AS}\W{{0,2}}\w{{1,2}}\b\W*)?"
    r"(?:(?:counted|counts?|numbers?|offences?|crimes?|totals?|figures?|data|based|shown|split|recorded|using|all)\s)*"
    r"(?:(?:by|on|at|per|using|as at|according to|from|of)\s)*(?:the\s)?"
    rf"(?:{_DATE}\W(?:(?:of|that|on which|in which|when)\s)?{_WHO}{_HAPPENED}|{_HAPPENED}[ -]{_DATE}|{_WAS})"
    r"(?: to (?:the )?(?:police|force|us))?(?:\s(?:basis|count|view|version|field))?"
    # "(from date)", "(date recorded on system)"
    rf"(?:\s\((?:[a-z]+\s)*{_DATE}(?:\s[a-z]+){{0,3}}\))?\W*"
)


@functools.lru_cache(maxsize=10_000)
def says_by_which_date(lower: str) -> bool:
    """Whether a heading in lower case says no more than by which of their dates offences are counted."""
    return len(lower) <= LONGEST and _DATED_BY.fullmatch(lower) is not None
