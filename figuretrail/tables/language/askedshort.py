"""Questions and ages as laymen write them, spelled as other labels are: "How many did you record?", "aged eleven".

What belongs here: words for what other questions know under one form alone. What does not: words that officers cut
short (`shorthand`), and bands of ages that stand in words in a line of them (`settling`).
"""

import re

from figuretrail.tables.language.words import Words
from figuretrail.vocabulary.numberwords import BELOW_HUNDRED, whole_number

_WHO = (
    r"(?:you|we|they|(?:the |your |our |this )?(?:force|police|constabulary|service)|your (?:officers|staff|systems?)"
    r"|[a-z-]+(?: (?:and|&) [a-z-]+)? (?:police|constabulary))"
)
# "How many did you record?", "How many has the force logged in total?"; "How many of these did you ..." asks of a part
_RECORDED = Words(
    rf"(?P<asked>\bhow many )(?:did|do|does|has|have|had) {_WHO}(?: (?:actually|ever|formally|officially))?"
    r" (?:record|log|register|crime|receive|hold|get|have|note)(?:ed|ged|d)?"
    r"(?= ?(?:\?|$|(?:in|for|during|each|every|per|between|from|since|on|over|altogether|overall)\b))",
    re.I,
)
# "How many were there?", "How many have there been altogether?"
_THERE = Words(
    r"\bhow many (?:were there|are there|have there been|has there been)(?= ?(?:\?|$|in (?:all|total)\b"
    r"|altogether\b|overall\b))",
    re.I,
)
_JOIN = r"(?:\s?[-–]\s?| to | and | or )"
_NUMBERS = rf"\b{BELOW_HUNDRED}(?:{_JOIN}{BELOW_HUNDRED})?\b"
_BOUND = r"(?:under|over|below|above|up to|between|from|exactly|only|just)"
_PERSONS = r"(?:victims?|child(?:ren)?|complainants?|girls?|boys?)"
_VERBS = r"(?:(?:who|that|was|were|is|are|being|had been) )*"
_AGED = Words(
    rf"(?:\baged?(?: of)?:? (?:{_BOUND} )*|\bunder the age of |\b{_PERSONS} {_VERBS}(?:under|over|below|above) )"
    rf"(?P<told>{_NUMBERS})(?! {_PERSONS})"
    rf"|(?P<before>{_NUMBERS})(?=(?:[ -]years?[ -]olds?| years? of age)\b)"
    rf"|\b{_PERSONS} {_VERBS}(?P<bounded>{_NUMBERS})(?=(?: and| or|/) ?(?:under|over|younger|older|above|below)\b)"
    rf"|\b{_PERSONS} {_VERBS}(?P<band>\b{BELOW_HUNDRED}(?:\s?[-–]\s?| to ){BELOW_HUNDRED}\b)",
    re.I,
)
_ONE = re.compile(rf"\b{BELOW_HUNDRED}\b", re.I)


def written_alike(label: str) -> str:
    """A label whose question asks for all that was recorded, and whose ages stand in digits."""
    label = _RECORDED.sub(r"\g<asked>were recorded", label)
    label = _THERE.sub("how many in total", label)
    return _BETWEEN.sub(r"\g<aged> ", _AGED.sub(_in_digits, label))


# "aged between 10 and 12"
_BETWEEN = Words(r"(?P<aged>\bage[ds]?) (?:between|from) (?=\d{1,2} (?:and|to) \d)", re.I)


def _in_digits(found: re.Match[str]) -> str:
    group = next(name for name in ("told", "before", "bounded", "band") if found[name])
    start, end = found.start(group) - found.start(), found.end(group) - found.start()
    digits = _ONE.sub(lambda word: str(whole_number(word[0])), found[group])
    return f"{found[0][:start]}{digits}{found[0][end:]}"
