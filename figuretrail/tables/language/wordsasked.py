"""Questions that ask for something else than a number: names, copies, guidance.

What belongs here: telling them by their words. What does not: questions that count (`labels`) and what answers them.
"""

import re

from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.language.words import Words

_OTHER_THINGS = Words(
    r"^\W*(?:(?:please|provide|supply|give|the|an?|any|all|us|me|with|full|further|brief|your) )*"
    r"(?:names?|cop(?:y|ies)|details?|lists?|job titles?|address(?:es)?|polic(?:y|ies)|guidance|correspondence|minutes"
    r"|explanations?|reasons?|training|summar(?:y|ies)|locations?|identit(?:y|ies)|descriptions?|steps|measures)"
    r" (?:of|for|about|on|why|to|taken|given|relating|regarding|concerning|that|which|where)\b",
    re.I,
)


def asks_for_words(label: Label, heading: str = "") -> bool:
    """Whether a label asks for no number: "Names of schools attended"; under a heading of questions any but a name."""
    if _OTHER_THINGS.match(label.text):
        return label.counted is None and label.dimension is None and label.roles <= {"offence"}
    asked = bool(heading) and read_label(heading).dimension == "question"
    return asked and not all(word[0].isupper() or not word[0].isalpha() for word in label.text.split())
