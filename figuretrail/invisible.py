"""Characters that nobody sees, which copied text carries along: both readers drop the same ones.

What belongs here: the characters and a pattern for them. What does not: spaces and marks that are only spelled unlike.
"""

import re

# The soft hyphen, spaces and joiners without a width, the byte order mark, and marks of the direction of writing
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")


def without_invisible(text: str) -> str:
    """The text without the characters that nobody sees."""
    return text if text.isascii() else _INVISIBLE.sub("", text)
