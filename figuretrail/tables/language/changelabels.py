"""What the labels of changes say besides: whether such a label says nothing but that its numbers are changes.

What belongs here: the words of one label. What does not: which times are compared (`comparedtimes`), and changes whose
sign a cell says (`saidchanges`).
"""

import functools

from figuretrail.tables.language.sharelabels import OF_SHARES
from figuretrail.tables.language.wording import STOP
from figuretrail.tables.language.words import Words

_OF_CHANGES = Words(
    r"\b(?:chang\w*|differen\w*|increas\w*|decreas\w*|rises?|falls?|growth|variation|movement|diff|yoy|on|over|since"
    r"|latest|in-year|same|equivalent|corresponding|earlier|ago|one|two|three|four|five|six|ten|twelve"
    r"|last|compared|versus|vs|v|annual|net|relative|preceding|prior|against|with|or|up|down)\b"
)


@functools.lru_cache(maxsize=10_000)
def says_but_change(text: str) -> bool:
    """Whether a label says nothing but that its numbers are changes, and from what time to what."""
    return not STOP.sub("", OF_SHARES.sub(" ", _OF_CHANGES.sub(" ", text.lower())))
