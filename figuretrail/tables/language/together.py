"""Titles and questions that name several products as one: "Facebook (inc Messenger)?" over the years of a list.

What belongs here: whether a text is but such a name. What does not: lists of products in a request, which ask for a
table of them.
"""

import functools
import re

from figuretrail.tables.language.names import platforms_in

LONGEST_NAME = 60  # characters; what is longer asks for more
_JOINED = re.compile(r"\b(?:inc(?:l(?:uding|udes)?)?|both|together|combined|total)\b\.?", re.I)
_ASKING = re.compile(
    r"^\W*(?:q(?:uestion)?\.?\s?\d{1,2}[a-h]?\W+)?(?:(?:how many|of|the|these|those|them|all|offences|crimes|were|was"
    r"|are|is|on|via|by|over|using|used|involved|involving|mentioned|named|and|through) )*",
    re.I,
)
_ONE = re.compile(r"\w\s*(?:/|&|\+|\band\b|\(|\binc)", re.I)


@functools.lru_cache(maxsize=5_000)
def names_together(text: str) -> bool:
    """Whether a text is but the names of two products, joined as one, or asks for these: no list with commas."""
    if len(text) > LONGEST_NAME or "," in text or not _ONE.search(text):
        return False
    names, alone = platforms_in(_JOINED.sub(" ", _ASKING.sub("", text).lower()).strip(" ?:.*"))
    return alone and len(names) == 2
