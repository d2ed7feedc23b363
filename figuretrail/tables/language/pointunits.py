"""Parts of a force that are named by a point of the compass: "East Division", "North East BCU", "Central LPA".

What belongs here: such names, whichever point they name, also one that is a region's by itself. What does not: names of
points alone and of regions (`names`), and units with names of their own (`districtnames`, `partplaces`).
"""

import functools

from figuretrail.tables.language.words import Words

LONGEST = 60  # characters of a label that may be but such a name
_POINT = r"(?:north|south|east|west|mid|centre|central)(?:ern)?(?:[\s-]?(?:north|south|east|west|central)(?:ern)?)?"
# Words that no region is called by, but for "East area", "Eastern area", which no list of regions says
_UNIT = (
    r"(?:(?:(?:local |neighbourhood )?policing |police |command |territorial |basic command )?"
    r"(?:(?:sub-?)?division|district|command|team|cluster|precinct)"
    r"|(?:local |neighbourhood )?policing (?:area|unit|hub)|(?:area|basic) command(?: unit)?|command (?:area|unit)"
    r"|lp[aut]|bcu|ocu|npt|csp|hub|sector|locality|geographic command)s?"
)
_UNIT_BY_POINT = Words(
    rf"(?:the )?(?:{_POINT} {_UNIT}|{_UNIT}[\s:–-]+{_POINT}|east(?:ern)? area)(?: (?:{_UNIT}|area))*"
)


@functools.lru_cache(maxsize=5_000)
def is_unit_by_point(lower: str) -> bool:
    """Whether a label is but a point of the compass with a word for a unit of a force."""
    return len(lower) <= LONGEST and _UNIT_BY_POINT.fullmatch(lower.strip(" .:*")) is not None
