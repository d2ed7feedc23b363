"""Numbers of questions before a code that looks like a year: "Q3: 71/17 - victim under 13", but "Q3 20/21".

What belongs here: what may stand after a number so that it is no quarter's. What does not: the number
itself (`wording`).
"""

import re

from figuretrail.tables.language import wording
from figuretrail.tables.language.names import offence_in

_CODE = re.compile(r"\d{2,3}[a-z]?/\d{1,2}\b", re.I)


def begins_without_time(text: str) -> bool:
    """Whether what stands after a number begins with no time, but with words or with an offence's code."""
    code = _CODE.match(text)
    return not wording.STARTS_WITH_TIME.match(text) or (code is not None and offence_in(code[0].lower()) is not None)
