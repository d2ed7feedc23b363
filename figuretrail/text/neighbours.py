"""The words that stand around a number, each by its class or as it is.

What belongs here: what a class of word is called in a sign, and those words. What does not: which signs are weighed for
what (`evidence`, `signs`).
"""

from figuretrail.text.attach import Candidate, Sentence

CLASSES = {
    "S": "the subject", "A": "another offence", "P": "a platform", "Q": "a platform spoken of", "G": "a place",
    "U": "the whole country", "J": "the local place", "T": "a time", "r": "a verb of recording", "L": "police",
    "F": "police forces", "H": "a means of contact", "k": "something known", "C": "a total or number",
    "c": "a comparison",
    "R": "a rise", "D": "a fall", "V": "victims", "α": "an age", "h": "a share", "Ω": "something else counted",
    "ψ": "a person", "£": "money", "ρ": "a reference", "σ": "a survey", "ε": "another land", "O": "an offence",
    "W": "uses", "u": "a unit of time", "μ": "a code or mark", "g": "age", "s": "sex", "l": "the law",
    "Λ": "a length of time",
}  # fmt: skip
_AWAY = {-2: "two before", -1: "right before", 1: "right after", 2: "two after"}


def around(candidate: Candidate, sentence: Sentence) -> list[str]:
    """The two words before the number and the two after it."""
    tags, tokens = sentence.tags, sentence.tokens
    found = []
    for away, where in _AWAY.items():
        j = candidate.k + away
        what = CLASSES.get(tags[j], tokens[j].word) if 0 <= j < len(tags) else "nothing"
        found.append(f"{where}: {what}")
    return found
