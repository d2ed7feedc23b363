"""Questions that refer to others by their numbers: "How many of the offences at 3 ...?", "rise between 1 and 2".

What belongs here: which rows a question names by number, and what it takes from them. What does not: questions that
lean on the one before them ("of these"; `completing`), and numbers that are no quarters (`numbering`).
"""

import re
from itertools import pairwise

from figuretrail.tables.figures.completing import CARRIED, filled
from figuretrail.tables.figures.context import Account, changed, give_row, settled_span
from figuretrail.tables.figures.headers import LONGEST_FORM, Headers
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.numbering import FEWEST_NUMBERS, question_number

_QUESTION = r"(?:(?:questions?|qs?|points?|parts?|items?|lines?|rows?|answers?|no)\b\.?\s?)"
# After a bare number goes on what is asked, or nothing: no "in 3 cases", "at 13 years"
_GOES_ON = (
    r"(?=\W*$|[,?]|\s(?:and|or|above|had|has|have|that|which|where|were|was|took|record\w*|resulted|involved|did)\b)"
)
_REFERS = Words(
    rf"\b(?:at|in|to|of|from|under|for)\s(?:the )?"
    rf"(?:{_QUESTION}(?P<asked>\d{{1,2}})\b|\(?(?P<bare>\d{{1,2}})\)?{_GOES_ON})",
    re.I,
)
_BETWEEN = Words(
    rf"\b(?:between|from)\s{_QUESTION}?\(?(?P<one>\d{{1,2}})\)?\s(?:and|to)\s"
    rf"{_QUESTION}?\(?(?P<two>\d{{1,2}})\)?{_GOES_ON}",
    re.I,
)


def take_from_questions(headers: Headers, rows: dict[int, int], accounts: list[Account]) -> None:
    """Give questions what those say that they refer to by number, each further up: their time, platform, victims."""
    numbered = _numbers(headers, rows)
    for row in sorted(rows) if numbered else ():
        account = accounts[rows[row]]
        text = account.texts[0] if account.texts else ""
        both, one = _BETWEEN.search(text), _REFERS.search(text)
        asked = [both["one"], both["two"]] if both else [one["asked"] or one["bare"]] if one else []
        found = [numbered.get(int(number)) for number in asked]
        above = [accounts[rows[other]] for other in found if other is not None and other < row]
        if not above or len(above) < len(asked):
            continue
        # "How many of those at 4 were boys?" counts no offences where 4 asks for arrests
        left_out = () if account.counted in ("offences", "victims") else ("skip",)
        told = _compared(account, *above) if both else filled(account, above[0], (*CARRIED, "part", *left_out))
        give_row(row, told, rows, accounts)


def _numbers(headers: Headers, rows: dict[int, int]) -> dict[int, int]:
    """For the number of each question its row; nothing where they don't go on from row to row."""
    texts = next((column.values for column in headers.columns if column.part == "label"), None)
    if texts is None or not FEWEST_NUMBERS <= len(rows) == len(texts) <= LONGEST_FORM:
        return {}
    beside = headers.columns[0].values
    numbers = [question_number(number, text) for number, text in zip(beside, texts, strict=True)]
    known = [number for number in numbers if number is not None]
    if len(known) < FEWEST_NUMBERS or any(later <= earlier for earlier, later in pairwise(known)):
        return {}
    return {number: row for number, row in zip(numbers, sorted(rows), strict=True) if number is not None}


def _compared(account: Account, earlier: Account, later: Account) -> Account:
    """A change between two questions: from the time of the first to that of the second."""
    spans = [settled_span(one) for one in (earlier, later)]
    account = filled(account, later, (*CARRIED, "part"))
    if account.unit != "change" or account.comparison is not None or None in spans:
        return account
    return changed(account, comparison=tuple(spans))
