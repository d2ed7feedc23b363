"""Words that officers cut short in labels, spelled out: "of which vic F", "Susp age", "text msg", "unk".

What belongs here: one word or letter for another, so that every other question need know the full one alone. What does
not: forms of years and months (`timemarks`), names of platforms (the vocabulary).
"""

import re

from figuretrail.tables.language.askedshort import written_alike
from figuretrail.tables.language.misspelt import rightly_spelled
from figuretrail.tables.language.rolling import as_rolling_year
from figuretrail.tables.language.words import Words

_FULL = {
    "vic": "victim",
    "vics": "victims",
    "vict": "victim",
    "victs": "victims",
    "susp": "suspect",
    "susps": "suspects",
    "offs": "offences",
    "comms": "communication",
    "recd": "recorded",
    "av": "average",
    "avg": "average",
    "mess": "messenger",
    "unk": "unknown",
    "unkn": "unknown",
    "foll": "following",
    "grp": "group",
    "grps": "groups",
    "cd": "code",
    "chg": "change",
    "chge": "change",
    "cnt": "count",
    "msg": "message",
    "msgs": "messages",
    "msgr": "messenger",
    "txt": "text",
    "txts": "texts",
}
_CUT_SHORT = Words(r"\b(?:" + "|".join(_FULL) + r"|rec['’]d)\b\.?", re.I)
# "FinYear", "VictimAge", "OffenceCount": words of a heading as a database joins them
_GLUED = re.compile(
    r"(?<=[a-z])(?=(?:Years?|Quarter|Qtr|Month|Date|Sex|Gender|Age|Group|Type|Code|Name|Count|Desc(?:ription)?)\b)"
    r"|(?:(?<=Crime)|(?<=Offence)|(?<=Incident)|(?<=Occurrence))(?=(?:No|ID|Ref)\b)"
)
_WITH = Words(r"\bw[./]\s?(?=(?:an? )?(?:child|minor|girl|boy))", re.I)  # "Sexual comms w. a child"; not "W. Midlands"
_LETTER = re.compile(r"\b[fmu]\b", re.I)
_LETTERS = {"f": "female", "m": "male", "u": "unknown"}
_SEX_LETTER = Words(
    # "F 0-11", "M 2019/20"; not the reference "F-2023-01877"
    r"^[fm]\b(?=[\s:/,-]{1,3}(?:under )?(?:\d{1,2}(?!\d)|20\d\d(?![-/]?\d{3})))|(?<=\d )\(?[fm]\)?$"
    # "Victim F", "Sex: M", "of which F", "Victim (U)"; not "Victim F/M"
    r"|(?:(?<=victim)|(?<=victims)|(?<=sex)|(?<=gender)|(?<=of which))(?:\W|\s\W\s|\W\s|\s\W)[fmu]\b(?=\W*$|\W+\d)\)?"
    r"|(?:^|(?<=of )|(?<=which ))[fm](?=[\s-]victims?\b)",  # "F victims", "No. of M victims"; not "M/F victims"
    re.I,
)


def spelled_out(label: str) -> str:
    """A label with the words that it cuts short, and the letters that stand for a sex, in full, rightly spelled."""
    label = rightly_spelled(_GLUED.sub(" ", label))
    label = _CUT_SHORT.sub(lambda found: _FULL["".join(filter(str.isalpha, found[0].lower()))], label)
    label = as_rolling_year(written_alike(_WITH.sub("with ", label)))
    if not _LETTER.search(label):
        return label
    return _SEX_LETTER.sub(lambda found: _LETTER.sub(lambda letter: _LETTERS[letter[0].lower()], found[0]), label)
