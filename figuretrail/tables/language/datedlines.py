"""Lines that say when something was written, sent or taken from a system, rather than what time was counted.

What belongs here: telling such a line by its words. What does not: the days themselves (`periods`), and columns of
days on which records were released (`releasedays`).
"""

import re

from figuretrail.tables.language.words import Words

DATED = Words(
    r"\b(?:extract(?:ed|ion)|published|publication|as at|dated|received|letter of|printed|produced"
    r"|updated|correct (?:on|as)|run on|response date|date of|sent|asked on|answered)\b",
    re.I,
)
