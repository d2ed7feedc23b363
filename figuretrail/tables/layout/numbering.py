"""Numbers of questions that go on over several blocks of a sheet: "4" beside "How old were the victims?".

What belongs here: telling by their order that the first columns of blocks hold such numbers. What does not: one block
by itself (`parts`).
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from figuretrail.tables.files.grid import Scalar, Sheet, surface_of
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.words import Words

FEWEST_NUMBERS = 3  # that go on over blocks; fewer may be counts
LONGEST_COUNTED = 35  # characters; what is longer and follows a number asks for something
NUMBER = re.compile(r"(?P<q>q(?:uestion)?\.?\s?)?(\d{1,2})(?:\.0)?\s?\(?(?:[a-h]|i{1,3}|iv|v)?[).:]*", re.I)

QUESTION_NUMBER = re.compile(r"\W*q(?:uestion)?\.?\s?\d{1,2}[a-h]?\W*", re.I)  # and nothing else


class Block(Protocol):
    """A table, as far as its numbers are asked for."""

    left: int
    header_rows: list[int]
    data_rows: list[int]
    numbered: bool


class _Numbers(NamedTuple):
    """The numbers of one block in order, None where its first column holds anything else; of a line it is no block."""

    row: int
    numbers: list[int] | None
    block: Block | None = None


def mark_numbered(tables: Sequence[Block], lines: Iterable[int], sheet: Sheet, kinds: list[str]) -> None:
    """Mark the tables whose first column goes on with the numbers 1, 2, 3 further up, each beside a text.

    `lines` are the rows of lines of text, which may be questions with their numbers.
    """
    blocks: dict[int, list[_Numbers]] = {}
    for table in tables:
        rows = [row for row in table.header_rows if _number_at(row, table.left, sheet, kinds)]
        numbers = _numbers_of([*rows, *table.data_rows], table.left, sheet, kinds)
        if numbers != []:
            blocks.setdefault(table.left, []).append(_Numbers(table.data_rows[0], numbers, table))
    for column, found in blocks.items():
        if any(block.numbers for block in found):
            asked = [(row, _number_at(row, column, sheet, kinds)) for row in dict.fromkeys(lines) if row >= 0]
            _mark_chains(found + [_Numbers(row, [number]) for row, number in asked if number])


def _mark_chains(found: list[_Numbers]) -> None:
    chain: list[_Numbers] = []
    numbers: list[int] = []
    for one in sorted(found, key=lambda one: one.row):
        joined = one.numbers and numbers and 0 <= one.numbers[0] - numbers[-1] <= 1
        if not joined:
            _mark(chain, numbers)
            chain, numbers = [], []
        if one.numbers and (joined or one.numbers[0] == 1):
            chain.append(one)
            numbers += one.numbers
    _mark(chain, numbers)


def _mark(chain: list[_Numbers], numbers: list[int]) -> None:
    if len(chain) > 1 and len(set(numbers)) >= FEWEST_NUMBERS:
        for one in chain:
            if one.block is not None:
                one.block.numbered = True


def _numbers_of(rows: list[int], column: int, sheet: Sheet, kinds: list[str]) -> list[int] | None:
    """The numbers in the first column of a table, in order; None where it holds anything else."""
    numbers: list[int] = []
    for row in rows:
        if kinds[row][column] == " ":
            continue
        number = _number_at(row, column, sheet, kinds)
        if number is None or (numbers and not 0 <= number - numbers[-1] <= 1):
            return None
        numbers.append(number)
    return numbers


def names_what_follows(row: int, sheet: Sheet, kinds: list[str]) -> bool:
    """Whether a row is but a number and a name, and the rows below it, without numbers, are what it names.

    "2 | Relationship to the victim", then " | Friend | 9 | 6"; an empty row parts it from what stands above it.
    """
    column = len(kinds[row]) - len(kinds[row].lstrip())
    if row + 1 >= len(kinds) or (row and kinds[row - 1].strip()) or not _number_at(row, column, sheet, kinds):
        return False
    below = kinds[row + 1]
    listed = below[column + 1 : column + 2] in ("t", "w") and not {"n", "v"}.isdisjoint(below[column + 2 :])
    return listed and below[: column + 1].isspace()


def is_numbered(rows: list[int], column: int, sheet: Sheet, kinds: list[str]) -> bool:
    """Whether the first of some rows bears the number of what it asks, and the others the next ones or none."""
    return bool(_numbers_of(rows, column, sheet, kinds)) and kinds[rows[0]][column] != " "


def _number_at(row: int, column: int, sheet: Sheet, kinds: list[str]) -> int | None:
    """The number of what is asked beside it, in a row."""
    if row >= len(kinds) or kinds[row][column + 1 : column + 2] != "t":
        return None
    found = NUMBER.fullmatch(surface_of(sheet.rows[row][column]))
    if found is None or (found["q"] and not _asks(surface_of(sheet.rows[row][column + 1]))):
        return None  # "Q1 | Apr-Jun"
    return int(found[2])


def _asks(text: str) -> bool:
    label = read_label(text)
    return len(text) > LONGEST_COUNTED or text.rstrip().endswith("?") or bool(label.counted or label.dimension)


# "Offences in Q1 with a female victim"; what a year follows is a quarter
_REFERENCE = Words(r"(?<=[\s(])(?<!\d[\s(])q\.?\s?(?P<n>\d{1,2})(?=[a-h]?\b)(?!\W{0,3}(?:of |in )?(?:19|20)\d\d)", re.I)
_OWN_NUMBER = re.compile(r"\W*(?:q(?:uestion)?\.?\s?(\d{1,2})[a-h]?[.):\s–-]+(?=\w)|(\d{1,2})[.)]\s+(?=[^\W\d]))", re.I)


def with_references(numbers: Sequence[Scalar], texts: Sequence[Scalar]) -> tuple[Scalar, ...] | None:
    """What was asked, with the questions it refers to in full words: "Offences in question 1", no quarter.

    The numbers stand beside the texts or before them. None where a text names a number that is none further up.
    """
    found = [list(_REFERENCE.finditer(text)) if isinstance(text, str) else [] for text in texts]
    if not any(found):
        return None
    own = [question_number(number, text) for number, text in zip(numbers, texts, strict=True)]
    referred = [(row, int(reference["n"])) for row, references in enumerate(found) for reference in references]
    if any(own[row] is None or number not in own[:row] for row, number in referred):
        return None
    return tuple(
        _REFERENCE.sub(lambda reference: f"question {reference['n']}", text) if references else text  # type: ignore[arg-type]
        for text, references in zip(texts, found, strict=True)
    )


def question_number(number: Scalar, text: Scalar) -> int | None:
    """The number of what a row asks, in a cell of its own or at the beginning of its text."""
    beside = NUMBER.fullmatch(surface_of(number)) if number != "" else None
    if beside:
        return int(beside[2])
    before = _OWN_NUMBER.match(text) if isinstance(text, str) else None
    return int(before[1] or before[2]) if before else None


def asks_next(label: str, titles: Sequence[str]) -> bool:
    """Whether a row begins with the next number after the last one of the lines above: "5. Age" below "4. Sex"."""
    numbers = [number for title in titles if (number := question_number("", title)) is not None]
    return bool(numbers) and question_number("", label) == numbers[-1] + 1


def asks_anew(sheet: Sheet, row: int, column: int, above: Sequence[int]) -> bool:
    """Whether a row begins with a question and its number, and none of the rows right above it does."""
    text = sheet.rows[row][column]
    if not isinstance(text, str) or text[:1] not in ("Q", "q") or question_number("", text) is None:
        return False
    label = read_label(text)
    if not _asks(text) or (label.period is not None and label.period.months is not None):
        return False  # "Q1 Apr-Jun"
    return all(question_number("", sheet.rows[other][column]) is None for other in above)
