"""Which of two times that are compared a number is of: "2023 compared with 2022" beside "Earlier", "Later", "Change %".

What belongs here: what labels on a change say under a header of one of its two times. What does not: telling such
labels and headers (`comparedtimes`), and the changes themselves (`changes`).
"""

import dataclasses
from typing import TYPE_CHECKING

from figuretrail.tables.language.periods import Period

if TYPE_CHECKING:
    from figuretrail.tables.figures.context import Account


def of_one_time(account: "Account", across: "Account") -> "Account":
    """What labels on a change say under a header that takes one of its two times: the count of "Earlier"."""
    if not takes_one_time(account, across):
        return account
    assert account.comparison is not None and across.side is not None
    return dataclasses.replace(account, unit=None, comparison=None, period=Period(account.comparison[across.side]))


def takes_one_time(account: "Account", across: "Account") -> bool:
    """Whether labels on a change stand under a header that takes one of its two times."""
    said = account.unit == "change" and account.comparison is not None
    return said and across.side is not None and across.unit is None
