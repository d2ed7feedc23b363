"""Numbers of questions that go on over several blocks of a sheet: "4" beside "How old were the victims?".

What belongs here: telling by their order that the first columns of blocks hold such numbers. What does not: one block
by itself (`parts`).
"""

import re
from collections.abc import Iterable
from typing import Protocol

from figuretrail.tables.grid import Sheet, surface_of
from figuretrail.tables.labels import read_label

FEWEST_NUMBERS = 3  # that go on over blocks; fewer may be counts
LONGEST_COUNTED = 35  # characters; what is longer and follows a number asks for something
NUMBER = re.compile(r"(?P<q>q(?:uestion)?\.?\s?)?(\d{1,2})(?:\.0)?\s?\(?(?:[a-h]|i{1,3}|iv|v)?[).:]*", re.I)


class Block(Protocol):
    """A table, as far as its numbers are asked for."""

    left: int
    data_rows: list[int]
    numbered: bool


def mark_numbered(tables: Iterable[Block], sheet: Sheet, kinds: list[str]) -> None:
    """Mark the tables whose first column goes on with the numbers 1, 2, 3 of a table above, each beside a text."""
    chain: list[Block] = []
    numbers: list[int] = []
    for table in tables:
        own = _numbers_of(table, sheet, kinds)
        if own == []:
            continue
        joined = own and chain and chain[0].left == table.left and 0 <= own[0] - numbers[-1] <= 1
        if not joined:
            _mark(chain, numbers)
            chain, numbers = [], []
        if own and (joined or own[0] == 1):
            chain.append(table)
            numbers += own
    _mark(chain, numbers)


def _mark(chain: list[Block], numbers: list[int]) -> None:
    if len(chain) > 1 and len(set(numbers)) >= FEWEST_NUMBERS:
        for table in chain:
            table.numbered = True


def _numbers_of(table: Block, sheet: Sheet, kinds: list[str]) -> list[int] | None:
    """The numbers in the first column of a table, in order; None where it holds anything else."""
    numbers: list[int] = []
    for row in table.data_rows:
        if kinds[row][table.left] == " ":
            continue
        found = NUMBER.fullmatch(surface_of(sheet.rows[row][table.left]))
        beside = table.left + 1
        if found is None or kinds[row][beside : beside + 1] != "t":
            return None
        number = int(found[2])
        if numbers and not 0 <= number - numbers[-1] <= 1:
            return None
        if found["q"] and not _asks(surface_of(sheet.rows[row][beside])):
            return None  # "Q1 | Apr-Jun"
        numbers.append(number)
    return numbers


def _asks(text: str) -> bool:
    label = read_label(text)
    return len(text) > LONGEST_COUNTED or text.rstrip().endswith("?") or bool(label.counted or label.dimension)
