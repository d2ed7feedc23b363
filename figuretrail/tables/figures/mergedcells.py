"""Numbers in cells that reach over several columns: one total of a year below its columns "F", "M" and "U".

What belongs here: such cells among the numbers of a table, and what the columns below which they lie have in common.
What does not: merged headers (`headers`) and labels (`rowlabels`).
"""

from typing import TYPE_CHECKING

from figuretrail.tables.figures.context import Account, OfCells, changed, settled_span
from figuretrail.tables.files.grid import cell_at
from figuretrail.tables.language.periods import Period
from figuretrail.tables.language.spans import spanning
from figuretrail.tables.layout.sums import states_a_number
from figuretrail.timespan import Span

if TYPE_CHECKING:
    from figuretrail.tables.figures.accounts import TableAccounts

_OF_SEVERAL = {"platforms": (), "kind": None, "ages": None, "sex": None, "place": None, "skip": None, "puzzle": None}


def over_several_columns(work: "TableAccounts") -> OfCells:
    """Of numbers in cells over several columns what their row says, and of the columns what all of them say."""
    found: OfCells = {}
    for top, left, bottom, right in work.sheet.merged:
        across = work.rows.get(top)
        if (
            top != bottom
            or across is None
            or left not in work.columns
            or not states_a_number(cell_at(work.sheet, top, left))
        ):
            continue  # "Not held" over several years is no total of them
        covered = [work.columns[index] for index in range(left, right + 1) if index in work.columns]
        if len(covered) < 2 or any(account.unit == "change" for account in covered):
            continue
        if len({(account.period, account.part, account.unit) for account in covered}) == 1:
            found[top, left] = across, _in_common(covered)
        elif (whole := _whole_time(covered)) is not None:
            found[top, left] = across, changed(_in_common(covered), period=Period(whole, kind="total"), part=None)
    return found


def _whole_time(columns: list[Account]) -> Span | None:
    """The time from the first to the last of several columns, each of another closed one."""
    spans = [settled_span(account) for account in columns]
    times = [span for span in spans if span is not None and span.start and span.end]
    if len(times) < len(columns):
        return None
    return spanning(times)


def _in_common(columns: list[Account]) -> Account:
    """What several columns say alike; what tells them apart says nothing of the number below all of them."""
    first = columns[0]
    apart = {
        name: nothing
        for name, nothing in _OF_SEVERAL.items()
        if any(getattr(other, name) != getattr(first, name) for other in columns)
    }
    return changed(first, **apart, total=True) if apart else first
