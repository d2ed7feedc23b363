"""Sentences on some of those that a table further up counts: "The sex of 11 victims has not been entered."

What belongs here: telling such a sentence, of what is not known of some or what became of them ("Two of these led to a
charge."), from a heading, since it names nothing that the table below it counts. What does not: rows and columns of
what is not known (`wording`), and what totals hold (`leftout`).
"""

import functools
import re

from figuretrail.tables.language.words import Words
from figuretrail.vocabulary.numberwords import BELOW_HUNDRED

LONGEST = 200  # characters; what is longer says more than that
_NUMBER = (
    rf"(?<!section )(?<!s\.)(?<!\bunder )(?<![\d.,/-])(?:(?!(?:19|20)\d\d\b)\d[\d,]*|{BELOW_HUNDRED}|an?other \w+)"
)
_OF_THOSE = (
    r"(?: of (?:the|these|those|our|all))?(?: (?:female|male|recorded|known|other|more|further|such|young|child))*"
)
_PERSONS = r"(?:victims?|child(?:ren)?|girls?|boys?|complainants?|offences?|crimes?|cases|incidents|records|entries)"
_HOW_MANY = rf"{_NUMBER}{_OF_THOSE} {_PERSONS}\b"
_NOT_KNOWN = (
    r"(?:\b(?:is|are|was|were|has|have|had|been|be|do|does|did|could|can) ?not\b|\bcannot\b|\b\w+n['’]t\b"
    r"|\b(?:have|has|had|with|there (?:is|was)|gave|give|hold|holds|held|show|shows|carry|carries) no\b"
    r"|\b(?:is|are|was|were) (?:still |currently )?(?:un(?:known|recorded|specified|stated)|missing|blank|left out)\b"
    r"|\black(?:s|ed)?\b|\b(?:twice|more than once|(?:in|to|with) more than one)\b)"
)
_SAID = Words(rf"\b(?:{_HOW_MANY}[^?:;]*?{_NOT_KNOWN}|{_NOT_KNOWN}[^?:;]*?{_HOW_MANY})", re.I)
_ASKED_OR_LED_IN = re.compile("[?:]")  # a question, or what leads in a table
# A heading says which of them a table is of, or that it follows
_HEADS = Words(
    r"\b(?:how many|numbers? of|counts? of|below|as follows|the following|table|breakdown|broken down|split|please)\b"
    r"|\bby (?:age|sex|gender|platform|app|year|month|quarter|area|district|force)\b",
    re.I,
)

# "Two of these led to a charge.", "Of these, 4 people were arrested."
_RESULT = Words(
    rf"\W*(?:(?:of|in|for) (?:these|those|them|this|that)(?: \w+)?,? )?{_NUMBER}"
    r"(?: of (?:these|those|them|which|whom|the \w+))?(?: [a-z-]+){0,3}?"
    r" (?:has|have|had|was|were|is|are|led|resulted|ended|went|did|remains?)\b[^?:]*\.\s*",
    re.I,
)


@functools.lru_cache(maxsize=10_000)
def of_another_table(text: str, *, nearest: bool) -> bool:
    """Whether a text is a sentence on what is not known of some, or on what became of some, of a table further up.

    The `nearest` line above a table may say what became of those in it.
    """
    if len(text) > LONGEST or _HEADS.search(text):
        return False
    if _SAID.search(text) and not _ASKED_OR_LED_IN.search(text):
        return True
    return not nearest and _RESULT.fullmatch(text) is not None
