"""What a pair of labels means in a table of some kind: the columns that all cells under such labels share.

What belongs here: putting together what is counted, how and of whom, once for all tables of a kind. What does not: the
single columns (`measures`, `columns`), places and times, and cells (`cells`).
"""

import dataclasses
import functools
from operator import attrgetter
from typing import Any

from figuretrail.figure import CLAIM_COLUMNS, COLUMNS, SUBJECT, Figure
from figuretrail.tables.figures.accounts import Kind
from figuretrail.tables.figures.columns import Placed, Settled, Where, base_of, platforms_of, provenance, victims_of
from figuretrail.tables.figures.context import ALL_OUTCOMES, NO_OUTCOMES, Account, join, says_whose_share, token
from figuretrail.tables.figures.measures import Look, measure_of, offence_of
from figuretrail.tables.figures.surroundings import FAMILY

NO_OFFENCE = "no offence is named by headers, titles or catalogue"
_VALUES = attrgetter(*COLUMNS)
_CLAIM = attrgetter(*CLAIM_COLUMNS, "unit")


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What all cells under like labels share but for place and time: the columns that are settled, and how."""

    measure: str
    unit: str
    columns: dict[str, Any]
    where: Where
    settled: Settled


@functools.lru_cache(maxsize=20_000)
def meaning_of(kind: Kind, row: Account, column: Account, look: Look) -> Meaning | str:
    """What the labels of a cell of that look say together, or why the cell is no figure."""
    account = join(row, column)
    if account.skip or account.puzzle:
        return account.skip or account.puzzle or ""
    if account.part_of and account.unit == "share" and not says_whose_share(account):
        return account.part_of
    if account.unit == "share" and (ALL_OUTCOMES in account.doubts or account.part_of == NO_OUTCOMES):
        return NO_OUTCOMES  # the hundred per cent of outcomes
    if not account.texts:
        return "no label stands beside or above it"
    settled = Settled(doubts=account.doubts)
    if account.kind and not account.platforms:
        settled.doubt(f"{account.kind} is no product that the project knows")
    offence = offence_of(kind, account, settled)
    if offence is None:
        return NO_OFFENCE
    if offence not in FAMILY and not kind.ours:
        return f"another offence: {offence}"
    if offence == account.unknown_offence:
        settled.doubt("an offence that the project does not know by that name")
    measure, unit, reason = measure_of(kind, account, look)
    if reason:
        return reason
    platforms = platforms_of(kind, account, measure, settled)
    victims = victims_of(kind, account, measure, offence, settled)
    columns = {
        "measure": measure,
        "unit": unit,
        "offence": offence,
        "platforms": platforms,
        "base": base_of(kind, account, measure, unit, platforms, settled),
        **victims,
    }
    where = Where(account.place, account.place_type, account.total, measure == "forces")
    return Meaning(measure, unit, columns, where, settled.shared())


@functools.lru_cache(maxsize=20_000)
def columns_of(
    said: Meaning, place: Placed, time: Placed, doubts: tuple[str, ...] = ()
) -> tuple[tuple[Any, ...], object | None]:
    """All columns of a figure, in their order, but its cell's own, which are left open.

    They are what its labels say, its place, its time, and how they were settled.

    `doubts` are those that its number raises. Beside them a token of what the figure claims, which equals that of
    another figure just where both say the same of the same; None where that can't be told: a place that is none of
    ours tells nothing apart, the youngest is as much an age as the oldest, other offences may have parts of any sort.
    """
    settled = provenance(said.settled, place.settled, time.settled, doubts)
    figure = Figure(**said.columns, **place.columns, **time.columns, **settled)
    told = figure.geography is not None and figure.measure != "victim_age" and figure.offence == SUBJECT
    return _VALUES(figure), (token(_CLAIM(figure)) if told else None)
