"""Totals over some of the forces: "Seven forces with both years", "Offences recorded by the four".

What belongs here: whether a row is such a total rather than a number of forces, and whether it is that of a place that
the project knows. What does not: totals of all that a table lists (`context`, `wholes`).
"""

import functools
import re
from collections.abc import Sequence

from figuretrail.tables.figures.context import UNKNOWN_PLACE, Account, changed
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.listedtotals import number_listed
from figuretrail.tables.language.names import Place
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.sums import stated_number
from figuretrail.vocabulary import places
from figuretrail.vocabulary.numberwords import whole_number

_NUMBER = r"(?P<{0}>[a-z]+(?:-[a-z]+)?|\d{{1,2}})"
_FORCES = r"(?:police )?(?:forces|constabularies)"
# "39 forces that answered", "Total of the four constabularies", "Crimes recorded by the four"
_BY = r"(?:for|of|in|by|from|across)"
_THE = r"(?:the|these|those)"
_SOME_FORCES = Words(
    rf"^(?:(?:sub)?totals?|offences|crimes)?\W*(?:{_BY} )?(?:{_THE} )?{_NUMBER.format('a')} (?:\w+ )?{_FORCES}\b"
    rf"|\b(?:recorded|reported|counted|logged|given) {_BY} {_THE} {_NUMBER.format('b')}"
    rf"(?: (?:\w+ )?{_FORCES}\b.*| (?:that|which|who) .*)?$"
    rf"|\b{_BY} {_THE} {_NUMBER.format('c')} (?:\w+ )?{_FORCES}\b"
)


def total_of_forces(
    sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account], *, of_one_force: bool, titled: bool
) -> None:
    """Tell totals over some forces from numbers of forces, and from totals over the place that the table is about.

    A row "Forces that gave both years" with more than there are forces is their total, not how many they were. Where
    a force beside it gave no number, or fewer are named than stand there, it is of no place that the project knows.
    `of_one_force` says that one force answered: its workbook has no total over forces; `titled` that a title names the
    place, of which forces that nobody lists may stand for the whole: "England and Wales: 39 forces".
    """
    cells: dict[int, list[Scalar]] = {
        number: []
        for number, account in enumerate(accounts)
        if account.counted == "forces" or (account.place and account.place.type == "force")
    }
    for row, number in rows.items():
        if number in cells:
            cells[number] += [sheet.rows[row][column.index] for column in headers.values]
    listed = [cells[number] for number, account in enumerate(accounts) if account.place and number in cells]
    named = sum(account.place is not None and account.place.name is not None for account in accounts)
    for number, account in enumerate(accounts):
        total = account.counted == "forces" and any(map(_is_more_than_forces, cells[number]))
        if total:
            account = accounts[number] = changed(account, counted=None, total=True)
        if account.place and account.place.name is None and (_of_all(account, len(listed)) or _of_all(account, named)):
            doubts = tuple(doubt for doubt in account.doubts if doubt != UNKNOWN_PLACE)
            accounts[number] = changed(account, total=True, place=None, doubts=doubts)
            continue
        if (
            of_one_force
            or (titled and not listed)
            or account.place
            or account.counted == "forces"
            or account.counted == "other"
        ):
            continue
        if _of_some(account, listed, told=total):
            accounts[number] = changed(account, place=Place(None, None))


_FORCES_OVER = Words(rf"(?:no\.? of |number of )?{_FORCES}", re.I)


def count_forces(sheet: Sheet, headers: Headers, columns: list[Account]) -> None:
    """Let a column "Forces" count them, where it holds numbers and no more than there are: how many answered what."""
    for index, (column, account) in enumerate(zip(headers.values, columns, strict=True)):
        if account.counted or account.unit or not account.texts or not _FORCES_OVER.fullmatch(account.texts[0]):
            continue
        numbers = [
            number for row in headers.rows if (number := stated_number(sheet.rows[row][column.index])) is not None
        ]
        if numbers and all(number % 1 == 0 and number <= _forces() for number in numbers):
            columns[index] = changed(account, counted="forces")


def _of_all(account: Account, forces: int) -> bool:
    """Whether a row's name is the number of the forces that are listed beside it: "Six forces"."""
    return bool(account.texts) and forces > 1 and number_listed(account.texts[0]) == forces


def _of_some(account: Account, listed: Sequence[Sequence[Scalar]], *, told: bool) -> bool:
    """Whether a row counts some forces only: fewer than are listed, or those that answered, as its label has `told`."""
    found = next(filter(None, (_SOME_FORCES.search(text.lower()) for text in account.texts)), None)
    named = _number(found["a"] or found["b"] or found["c"]) if found else None
    if named is not None:
        return named < (len(listed) or _FORCES_OF_ENGLAND_AND_WALES)
    return told and any(_lacks_a_number(line) for line in listed)


def _lacks_a_number(cells: Sequence[Scalar]) -> bool:
    """Whether a force gave no number for some of what is asked, though one for another."""
    return any(isinstance(value, str) and value.strip() for value in cells)


def _number(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    number = whole_number(text)
    return int(number) if number is not None else None


def _is_more_than_forces(value: Scalar) -> bool:
    return type(value) in (int, float) and value > _forces()  # type: ignore[operator]


@functools.cache
def _forces() -> int:
    """How many police forces there are, those that are no territory's included."""
    return sum(place.type == "force" for place in places())


_FORCES_OF_ENGLAND_AND_WALES = 43  # with a territory: so many stand for the country
