"""Titles that ask for a second number besides the first: "offences recorded, and how many resulted in a charge".

What belongs here: where the second begins; the first is what the title's tables count. What does not: what either of
them counts (`labels`).
"""

from figuretrail.tables.language.words import Words

_OF_THEM = r"(?:of|among|for) (?:these|those|them|which|whom|the above)"
_BESIDES = Words(
    r"[\s,;(]+(?:and|&|\+|plus|as well as|along with|together with)\W{1,2}"
    rf"(?:(?:{_OF_THEM}|also|then|if known|where known|in each case|for each)\W{{1,2}})*"
    rf"(?:how many|(?:the )?(?:numbers?|counts?) {_OF_THEM}"
    r"|(?:the )?numbers? (?=(?:that|which|who|resulting|leading|ending|charged|cautioned|arrested|solved|detected)\b))"
)


def first_asked(lower: str) -> str:
    """A text in lower case up to where it asks for more of what it has named before."""
    found = _BESIDES.search(lower)
    return lower[: found.start()] if found is not None else lower
