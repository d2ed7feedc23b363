"""Records without a single number: rows of references, days and words that look like headers, every one of them.

What belongs here: telling a header with records below it by text alone. What does not: counting records (`linelists`).
"""

import datetime as dt
import re
from collections.abc import Sequence

from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.labels import read_label

FEWEST = 5  # records
_OF_ANSWERS = re.compile(r"\b(?:foi|request|reply|replies|response|answer|page|sheet|tab|table|document|note)", re.I)


def are_records(rows: Sequence[Sequence[Scalar]]) -> bool:
    """Whether a first row names lists, and each row below it has a reference and a day of its own beside entries."""
    if len(rows) <= FEWEST:
        return False
    labels = [read_label(surface_of(value)) for value in rows[0]]
    named = [label.dimension for label in labels]
    if (
        "id" not in named
        or len([name for name in named if name]) < 3
        or any(_OF_ANSWERS.search(x.text) for x in labels)
    ):
        return False
    columns = list(zip(*rows[1:], strict=True))
    references = [surface_of(value) for value in columns[named.index("id")]]
    distinct = len(set(references)) == len(references) and all(any(map(str.isdigit, text)) for text in references)
    return distinct and any(all(map(_is_day, column)) for column in columns)


def _is_day(value: Scalar) -> bool:
    if isinstance(value, dt.date):
        return True
    period = read_label(value).period if isinstance(value, str) and value else None
    return period is not None and period.kind == "day"
