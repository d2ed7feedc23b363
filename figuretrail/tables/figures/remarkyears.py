"""Rows whose remark says that their years are others than the columns': "CALENDAR years 2020, 2021, 2022".

What belongs here: remarks that list the years, as many as the row's columns, or say of one which part of it was
counted; and a row's own notes that list them so. What does not: what lines below a table say of all years
(`yearnotes`) and what notes cut off (`parttimes`).
"""

import functools
import re
from typing import TYPE_CHECKING, Any

from figuretrail.tables.figures.changes import compared
from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import Account, OfCells, changed, join
from figuretrail.tables.figures.parttimes import cuts_told
from figuretrail.tables.figures.rownotes import any_note, own_notes
from figuretrail.tables.files.grid import cell_at
from figuretrail.tables.language.periods import Period
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.parts import Column
from figuretrail.timespan import Span, calendar_year, offence_year

if TYPE_CHECKING:
    from figuretrail.tables.figures.accounts import TableAccounts

FEWEST_YEARS = 2  # that a remark lists; of one it may say anything
_KIND = Words(r"\b(?:(?P<calendar>calendar|cy)|financial|fiscal|fy|april to march)\b[ -]?(?:years?|yrs?)?\b", re.I)
_CALENDAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/]|-\d)")
_FINANCIAL = re.compile(r"(?<!\d)(?:19|20)\d\d(?=\s?[/-]\s?(?:20)?\d\d(?!\d))")
_RANGE = re.compile(r"((?:19|20)\d\d)\s*(?:to|-|–|until)\s*((?:19|20)\d\d)(?!\d)")
Times = dict[Span, Span]


@functools.lru_cache(maxsize=5_000)
def years_listed(remark: str) -> tuple[Span, ...]:
    """The years that a remark lists and calls calendar or financial ones, in its order; none where it does not."""
    kind = _KIND.search(remark)
    if kind is None:
        return ()
    if kind["calendar"]:
        ends = _RANGE.search(remark)
        years = list(range(int(ends[1]), int(ends[2]) + 1)) if ends else [int(y) for y in _CALENDAR.findall(remark)]
        spans = [calendar_year(year) for year in years]
    else:
        spans = [offence_year(int(year)) for year in _FINANCIAL.findall(remark)]
    return tuple(spans) if len(spans) >= FEWEST_YEARS and spans == sorted(set(spans)) else ()


def by_remarks(work: "TableAccounts") -> OfCells:
    """Of numbers in rows whose remark tells of other years than their columns what they say with these.

    As many years of another kind as there are columns are known by their place among them; else a remark may say of
    one year that it holds but a part: "2022/23 is April to December only".
    """
    remarks = [column for column in work.headers.columns if _may_remark(column)]
    named = [a.period for a in work.columns.values() if a.period and a.period.kind in ("financial", "calendar")]
    times = sorted({period.span for period in named if period.span})
    noted = any_note(work.key, work.spoken, years_listed)
    if not (remarks or noted) or not times or len(work.rows) > LONG_LIST_ROWS:
        return {}
    found: OfCells = {}
    for row, across in work.rows.items():
        texts = [value for c in remarks if isinstance(value := cell_at(work.sheet, row, c.index), str) and value]
        notes = own_notes(across, work.key, work.spoken) if noted else []
        if across.period is not None or not (texts or notes):
            continue
        listed = next(filter(None, map(years_listed, (*texts, *notes))), ())
        if len(listed) == len(times) and list(listed) != times:
            found |= _with_years(work, row, dict(zip(times, listed, strict=True)))
        elif cuts := tuple(cut for text in texts for cut in cuts_told(text, set(times))):
            part = changed(across, cuts=(*across.cuts, *cuts))
            found |= {(row, index): (part, down) for index, down in work.columns.items()}
    return found


def _may_remark(column: Column) -> bool:
    """Whether a column holds remarks: as its heading says, or by "Basis" over "FY", "CY (2020, 2021, 2022)"."""
    told = column.part == "note" or (column.part == "label" and column.axis is None)
    return told and "t" in column.kinds


def _with_years(work: "TableAccounts", row: int, instead: Times) -> OfCells:
    """What the numbers of a row say with other years in the place of their columns'."""
    found: OfCells = {}
    for index, down in work.columns.items():
        across = work.rows[row]
        if down.unit == "change":
            both = compared(work, across, down, join(across, down), None)
            if all(span in instead for span in both):
                told = tuple(instead[span] for span in both if span)
                across, down = changed(across, period=Period(told[-1])), changed(down, comparison=told)
        found[row, index] = across, _in_years(down, instead)
    return found


def _in_years(account: Account, instead: Times) -> Account:
    """What a column says, with each of its years as that of the remark."""
    told: dict[str, Any] = {}
    if account.period is not None and account.period.span in instead:
        told["period"] = Period(instead[account.period.span], kind=account.period.kind)
    if account.period is not None and account.period.kind == "total" and account.period.span == _whole(list(instead)):
        told["period"] = account.period._replace(span=_whole(list(instead.values())))
    return changed(account, **told) if told else account


def _whole(spans: list[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)
