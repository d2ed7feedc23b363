"""Ages in columns without a heading: "10 or under", 11, 12, 13, "16+", "all"; bands that come again for each sex.

What belongs here: telling such a list from counts. What does not: ages in headers (`headerrows`) or below a heading.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.inline import OLDEST_LISTED
from figuretrail.tables.language.labels import bare, read_ages, read_label
from figuretrail.tables.layout.regions import Table

FEWEST_AGES = 3  # by single years, one after the other
YOUNGEST = 3  # as such lists have it
_OF_AGES = re.compile(r"\bage[sd]?\b|\byears? old\b", re.I)


def lists_bare_ages(values: Sequence[Scalar], table: Table) -> bool:
    """Whether the entries of a column count up by single years of age, with nothing else but bands and totals.

    A band among them says that they are ages, or a title that speaks of ages.
    """
    ages: list[int] = []
    banded = False
    for value in values:
        text = bare(surface_of(value))
        if text.isdecimal():
            ages.append(int(text))
        elif read_ages(text) is not None:
            banded = True
        elif text and not ((label := read_label(text)).total or label.unknown):
            return False
    if len(ages) < FEWEST_AGES or not all(YOUNGEST < age < OLDEST_LISTED for age in ages):
        return False
    if any(two != one + 1 for one, two in pairwise(ages)):
        return False
    return banded or any(_OF_AGES.search(line.text) for line in table.titles[:2])


def repeats_bands(values: Sequence[Scalar]) -> bool:
    """Whether a column without a heading holds the same bands of ages, going up, for each of several groups.

    "Female | 0-11 | 5", below it " | 12-15 | 6", then the same for "Male"; hidden ranges ("1-4") go up in no order.
    """
    texts = [text for value in values if (text := surface_of(value)) and not read_label(text).total]
    bands = list(dict.fromkeys(texts))
    if not 1 < len(bands) < len(texts) or texts != bands * (len(texts) // len(bands)):
        return False
    ages = [read_ages(bare(text)) for text in bands]
    if not all(ages):
        return False
    begins = [age[0] or 0 for age in ages if age]
    return all(one < two for one, two in pairwise(begins))
