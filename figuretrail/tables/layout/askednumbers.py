"""Columns of numbers that say which question a row answers: "Question | Category | Offences", 1, 2, 2, 3 below.

What belongs here: such a column wherever it stands in a table, by its heading and its numbers. What does not: numbers
in a first column beside the questions themselves (`parts`, `numbering`).
"""

import re
from collections.abc import Sequence

from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.parts import Column

MOST_QUESTIONS = 30  # that one request asks
_OF_PART = r"(?:parts?|points?|questions?|items?)"
_HEADING = Words(
    r"(?:the |your |our )?(?:foi |foia |sub-?)?"
    rf"(?:(?:requests?|quer(?:y|ies))(?P<part> {_OF_PART})?|(?P<parts>{_OF_PART})"
    rf"(?: (?:of|in|from) (?:the |your )?(?:foi |foia )?(?:request|letter|question|e-?mail))?(?: {_OF_PART})?)"
    r"(?: (?:no\.?|nos\.?|nr\.?|num|numbers?|#|answered|asked))?"
)
# "2", "2a", "1.2", "3(b)", "Question 4", and "Q1", which under another heading is a quarter
_NUMBER = re.compile(
    r"(?:question|part|point|item|(?P<q>q(?:u|n)?))?[ .]*"
    r"(?P<n>\d{1,2})(?:\.\d{1,2})?[ .]?\(?(?:[a-h]|i{1,3}|iv|v)?[).:]*",
    re.I,
)
_OF_QUESTIONS = Words(r"question|request|query|queries")


def settle_asked(columns: list[Column]) -> None:
    """Take a column of the numbers of questions for no values and no labels, where other columns hold these."""
    parts = [column.part for column in columns]
    if not {"value", "label"} <= set(parts):
        return
    for column in columns:
        if column.part not in ("value", "label") or parts.count(column.part) < 2 or not column.headers:
            continue
        heading = _HEADING.fullmatch(column.headers[0].text.strip(" .:").lower())
        if heading and _are_numbers(column.values, heading):
            column.part = "id"


def _are_numbers(values: Sequence[Scalar], heading: re.Match[str]) -> bool:
    """Whether all entries may be numbers of questions under such a heading.

    "Requests" may count them, or give what an earlier one got: there all numbers from one on must stand.
    """
    found = [_NUMBER.fullmatch(surface_of(value)) for value in values if value != ""]
    numbers = {int(number["n"]) for number in found if number}
    if not numbers or None in found or max(numbers) > MOST_QUESTIONS:
        return False
    if any(number and number["q"] for number in found) and not _OF_QUESTIONS.search(heading[0]):
        return False
    return bool(heading["part"] or heading["parts"]) or max(numbers) == len(numbers)
