"""Rows whose remark says that their years are of the other kind: "CALENDAR years 2020, 2021, 2022" below "2020/21".

What belongs here: remarks that name the years, as many as the row's columns. What does not: what footnotes and lines
below a table say of years (`yearnotes`, `parttimes`).
"""

import functools
import re
from typing import TYPE_CHECKING, Any

from figuretrail.tables.completing import LONG_LIST_ROWS
from figuretrail.tables.context import Account, changed
from figuretrail.tables.grid import cell_at
from figuretrail.tables.periods import Period
from figuretrail.tables.words import Words
from figuretrail.timespan import Span, calendar_year, offence_year

if TYPE_CHECKING:
    from figuretrail.tables.accounts import TableAccounts

FEWEST_YEARS = 2  # that a remark lists; of one it may say anything
_KIND = Words(r"\b(?:(?P<calendar>calendar)|financial|fiscal|april to march)\b[ -]?(?:years?|yrs?)?\b", re.I)
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


def by_remarks(work: "TableAccounts") -> dict[tuple[int, int], tuple[Account, Account]]:
    """Of numbers in rows whose remark lists years of another kind, as many as their columns, what they say with these.

    So that each year of the remark is known by its place among them.
    """
    remarks = [column for column in work.headers.columns if column.part == "note" and "t" in column.kinds]
    named = [a.period for a in work.columns.values() if a.period and a.period.kind in ("financial", "calendar")]
    times = sorted({period.span for period in named if period.span})
    if not remarks or len(times) < FEWEST_YEARS or len(work.rows) > LONG_LIST_ROWS:
        return {}
    found: dict[tuple[int, int], tuple[Account, Account]] = {}
    for row, across in work.rows.items():
        texts = [value for c in remarks if isinstance(value := cell_at(work.sheet, row, c.index), str) and value]
        listed = next(filter(None, map(years_listed, texts)), ())
        if len(listed) == len(times) and list(listed) != times and across.period is None:
            instead = dict(zip(times, listed, strict=True))
            for index, down in work.columns.items():
                changes = _in_years(down, instead)
                later = Period(changes.comparison[1]) if changes.comparison and changes is not down else None
                found[row, index] = (changed(across, period=later) if later else across), changes
    return found


def _in_years(account: Account, instead: Times) -> Account:
    """What a column says, with each of its years as that of the remark."""
    told: dict[str, Any] = {}
    if account.period is not None and account.period.span in instead:
        told["period"] = Period(instead[account.period.span], kind=account.period.kind)
    if account.period is not None and account.period.kind == "total" and account.period.span == _whole(list(instead)):
        told["period"] = account.period._replace(span=_whole(list(instead.values())))
    if account.comparison is not None and set(account.comparison) <= set(instead):
        told["comparison"] = tuple(instead[span] for span in account.comparison)
    return changed(account, **told) if told else account


def _whole(spans: list[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)
