"""Lines whose labels nobody understands, told by their numbers: what adds up its neighbours is a total.

What belongs here: arithmetic over the rows or columns of a table as evidence of what one of them is. What does not:
judging whether stated totals are right (`figuretrail.audit`).
"""

from collections.abc import Sequence

from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.values import read_text

Line = list[float | None]  # the numbers of a row or column
FEWEST = 2  # lines that a sum adds up
MOST = 60  # lines that are looked back on
LEAST = 3  # a smaller sum may be a coincidence
FAR_MORE = 20  # times as much as a whole is no part of it, however roughly the two were counted
EVIDENCE = 4  # numbers that are added, over all places of a line, below which a sum may be one too


def adds_up(lines: Sequence[Sequence[Scalar]], index: int, *, everything: bool = False) -> bool:
    """Whether a line is the sum of lines directly before it, or of all that follow it.

    `everything` asks for the sum of all other lines.
    """
    target = [_number(value) for value in lines[index]]
    if sum(value for value in target if value) < LEAST:
        return False
    before = lines[max(index - MOST, 0) : index][::-1]
    after = lines[index + 1 : index + 1 + MOST]
    if everything and before and after:
        return False
    return _reaches(target, before, anywhere=not everything) or _reaches(target, after, anywhere=False)


def sums_up(whole: Sequence[Scalar], parts: Sequence[Sequence[Scalar]]) -> bool:
    """Whether a line is the sum of two or more others, place by place; of one other it says nothing."""
    target = [_number(value) for value in whole]
    if len(parts) < FEWEST or sum(value for value in target if value) < LEAST:
        return False
    sums: list[float | None] = [0.0] * len(target)
    for line in parts:
        sums = [_plus(total, _number(value)) for total, value in zip(sums, line, strict=True)]
    return _equal(target, sums)


def may_sum_up(whole: Sequence[Scalar], parts: Sequence[Sequence[Scalar]]) -> bool:
    """Whether a line may be the sum of others, of which some hide their numbers: in each place the rest fall short."""
    for place, value in enumerate(whole):
        target, found = _number(value), [_number(line[place]) for line in parts]
        known = sum(number for number in found if number is not None)
        if target is not None and (known > target or (None not in found and known != target)):
            return False
    return len(parts) >= FEWEST and any(states_a_number(value) for value in whole)


def _reaches(target: list[float | None], lines: Sequence[Sequence[Scalar]], *, anywhere: bool) -> bool:
    """Whether lines taken up one by one add up to the target (`anywhere` on the way, or all of them)."""
    sums: list[float | None] = [0.0] * len(target)
    places = sum(1 for value in target if value)
    for count, line in enumerate(lines, start=1):
        sums = [_plus(total, _number(value)) for total, value in zip(sums, line, strict=True)]
        enough = count >= FEWEST and (count * places >= EVIDENCE or count == len(lines))
        if enough and (anywhere or count == len(lines)) and _equal(target, sums):
            return True
    return False


def _plus(total: float | None, value: float | None) -> float | None:
    return None if total is None or value is None else total + value


def _equal(target: list[float | None], sums: list[float | None]) -> bool:
    """Whether all that is known is equal; a hidden number proves nothing."""
    known = [
        (value, total) for value, total in zip(target, sums, strict=True) if value is not None and total is not None
    ]
    return any(value for value, _ in known) and all(abs(value - total) < 1e-6 for value, total in known)


def outgrows(lines: Sequence[Sequence[Scalar]], index: int, wholes: Sequence[int]) -> bool:
    """Whether a line is, place by place, far more than each of the lines that it would be a part of."""
    compared = 0
    for place, value in enumerate(lines[index]):
        number = _number(value)
        others = [other for whole in wholes if (other := _number(lines[whole][place]))]
        if number is None or value == "" or not others:
            continue
        if number <= FAR_MORE * max(others):
            return False
        compared += 1
    return compared >= FEWEST


def states_a_number(value: Scalar) -> bool:
    """Whether a cell gives a number, and not a mark or a remark instead."""
    return stated_number(value) is not None


def stated_numbers(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> list[Line]:
    """The numbers that rows of a sheet state in some of its columns."""
    return [[stated_number(sheet.rows[row][column]) for column in columns] for row in rows]


def stated_number(value: Scalar) -> float | None:
    """The number that a cell gives; None where it is blank, or holds a mark or a remark."""
    return None if value == "" else _number(value)


def _number(value: Scalar) -> float | None:
    """The number that a cell states; a blank cell adds nothing."""
    if type(value) is int or type(value) is float:
        return float(value)
    if value == "":
        return 0.0
    reading = read_text(value) if isinstance(value, str) else None
    return reading.value if reading is not None and reading.bound == "=" else None
