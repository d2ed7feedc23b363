"""What cells count: their offence, their measure and unit, by what their labels and titles say together.

What belongs here: the offence and the measure. What does not: a figure's other columns (`columns`) and single cells
(`cells`).
"""

import re
from typing import NamedTuple

from figuretrail.tables.figures.accounts import Kind
from figuretrail.tables.figures.columns import Settled
from figuretrail.tables.figures.context import Account
from figuretrail.tables.figures.surroundings import FAMILY
from figuretrail.tables.language.names import SEVERAL
from figuretrail.tables.language.splits import splits_those_before
from figuretrail.tables.language.wording import NUMBER_OF_QUESTION


class Look(NamedTuple):
    """What of a cell's look bears on its measure."""

    percent: bool = False  # it is shown as a percentage, or is a fraction among fractions
    by_title: bool = False  # only the title calls its column's numbers percentages
    absent: bool = False  # it holds no number
    share_beside: bool = False  # it gives a count with its share in brackets


PLAIN = Look()  # a plain number


def offence_of(kind: Kind, account: Account, settled: Settled) -> str | None:
    """The offence that labels name; of a total over offences; of the titles."""
    if account.offence:
        return account.offence
    if account.total and kind.summed:
        if len(kind.summed) == 1:
            return next(iter(kind.summed))
        everything = kind.offence[0] == "all_offences" or not kind.summed & FAMILY
        return "all_offences" if everything else SEVERAL
    offence, distance = kind.offence
    if offence is None and len(kind.offences) == 1:
        offence, distance = next(iter(kind.offences)), "title"  # the table's other headers name one and no other
    if offence:
        settled.note(("offence",), distance)
    return offence


def measure_of(kind: Kind, account: Account, look: Look) -> tuple[str, str, str | None]:
    """The measure and unit, or the reason why cells of that look under these labels have none."""
    counted, around = account.counted, kind.counted
    if counted == "other":
        return "", "", "no count of offences or victims"
    if counted == "victim_age" or (counted is None and around == "victim_age"):
        return "victim_age", "years", None
    if counted in ("forces", "methods"):
        return counted, "count", None
    if look.share_beside:
        return ("victims" if (counted or around) == "victims" else "offences"), "count", None
    unit = account.unit or (kind.unit if look.percent or look.by_title else None)
    parts = account.sex or account.ages
    beside = around == "offences" or kind.counts_offences or _splits(account)
    if counted == "victims" and parts and beside and not kind.counts_victims and not _own_count(kind, account):
        counted = None  # "of which female victims" splits the offences that the title counts
    victims = (counted or around) == "victims"
    if unit == "share" and counted is None and parts and not account.platforms:
        victims = True  # a share by age or sex is one of victims
    if unit == "change":
        if look.percent or (look.absent and not _says_number(account)) or _says_percent(account):
            return "offence_change", "percent_change", None
        return "", "", "differences in counts"
    if unit is not None and unit.startswith("per_"):
        return "offence_rate", unit, None
    if unit == "share" or look.percent:
        return ("victim_share" if victims else "offence_share"), "percent", None
    return ("victims" if victims else "offences"), "count", None


_OF_WHICH = re.compile(rf"\s*{NUMBER_OF_QUESTION}(?:and )?(?:of|in|among|with|where|involv\w+)\b", re.I)


# A count of its own beside one of offences: "Offences 2022/23 | Victims aged 11 or under, 2022/23".
_OF_VICTIMS = re.compile(rf"\s*{NUMBER_OF_QUESTION}(?:(?:total |the )?(?:number|no\.?|count) of )?victims?\b", re.I)


def _own_count(kind: Kind, account: Account) -> bool:
    return kind.counts_offences and any(map(_OF_VICTIMS.match, account.texts))


def _splits(account: Account) -> bool:
    """Whether a label takes a part of what the row before it counts: "of which victims aged under 12".

    So does what stands over it: "of these - victim" over "female" and "male".
    """
    if not account.texts:
        return False
    return _OF_WHICH.match(account.texts[0]) is not None or any(map(splits_those_before, account.texts[1:]))


_NUMBERS = re.compile(r"\b(?:numbers?|counts?|nos?\.)", re.I)


def _says_number(account: Account) -> bool:
    """Whether a label says that a difference is one of counts: "Change (no.)"."""
    return any(map(_NUMBERS.search, account.texts))


def _says_percent(account: Account) -> bool:
    return any(map(_PERCENT.search, account.texts))


_PERCENT = re.compile(r"%|per ?cent|(?<![a-z])pct(?![a-z])", re.I)
