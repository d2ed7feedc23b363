"""Years to date: "2022/23 YTD" and "2023/24 YTD" with "YTD = 1 April to 31 December", or "YTD" beside their years.

What belongs here: which part of its year such a row or column holds, by a line that says what "YTD" means or by another
of them that is known, and which of the times of a table are such. What does not: totals that run on over months
(`running`), and years that a note cuts by their own names (`cutting`).
"""

import functools
import re
from collections.abc import Iterable

from figuretrail.tables.figures.context import Account, changed
from figuretrail.tables.figures.cutting import BOUND, cuts_in
from figuretrail.tables.figures.yearnotes import LONGEST_NOTE
from figuretrail.tables.figures.yearrows import joined
from figuretrail.tables.language.words import Words
from figuretrail.timespan import Span, moved, offence_year

_NAME = r"(?:(?:fin(?:ancial)?[ .-]*)?(?:fy|cy|c)?ytd|(?:fy|cy)td|(?:(?:financial|calendar) )?years?[ -]to[ -]date)"
_TO_DATE = Words(rf"\b{_NAME}\b|\bpart[ -]years?\b", re.I)
_SAYS = (
    r"['\"’”)]*\s*(?:(?:figures?|data|numbers?|columns?|rows?|totals?|counts?)\s)?"
    r"(?:(?:means?|stands? for|denotes?|refers? to|equals?)\s)?"
)
_TOLD_AFTER = re.compile(rf"(?<!\w)(?P<before>(?:{BOUND.pattern}))\s?[(,–-]+\s?['\"]?(?:{_NAME})\b", re.I)
_NAMED = re.compile(rf"(?<!\w)(?:{_NAME})\b{_SAYS}", re.I)
_SAMPLE = offence_year(2021)
NO_END = "a year to date, of which nothing says where it ends"
_LONGEST_YEAR = 367  # days
_NEAR = 7  # days


def says_to_date(account: Account) -> bool:
    """Whether labels say that their numbers are those of a year so far."""
    return any(map(_TO_DATE.search, account.texts))


def cut_years_to_date(lines: tuple[list[Account], list[Account]], notes: tuple[str, ...]) -> None:
    """Cut the years that labels call years to date, as a line explains these words or as another of them is cut."""
    told = [(line, number) for line in lines for number, account in enumerate(line) if says_to_date(account)]
    if not told:
        return  # as nearly all tables
    defined = [note for note in notes if len(note) <= LONGEST_NOTE and _TO_DATE.search(note)]
    years = [(line, number) for line, number in told if _year_of(line[number])]
    for line, number in years:
        whole, period = _year_of(line[number]), line[number].period
        part = _part_told(defined, whole) if whole else None
        if part is not None and period is not None:
            line[number] = changed(line[number], period=period._replace(span=part))
    _cut_alike([(line, number) for line, number in told if line[number].period is not None])
    for line, number in years:
        if _year_of(line[number]):
            line[number] = changed(line[number], doubts=(*line[number].doubts, NO_END))
    for rows, columns in (lines, lines[::-1]):
        _give_months(rows, columns, defined)


def _year_of(account: Account) -> Span | None:
    """The whole year that a row or column names."""
    span = account.period.span if account.period and account.part is None and account.unit != "change" else None
    if span is None or span.start is None or span.end is None:
        return None
    return span if 360 < (span.end - span.start).days < _LONGEST_YEAR else None


def _part_told(defined: Iterable[str], whole: Span) -> Span | None:
    """The part of a year that a line gives years to date: "YTD = 1 April to 31 December"."""
    assert whole.start
    calendar = whole.start.month == 1
    year = str(whole.start.year) if calendar else f"{whole.start.year}/{(whole.start.year + 1) % 100:02}"
    cuts = [dict(cuts_in(said)).get(whole) for text in defined for said in _with_year(text, year)]
    return next(filter(None, cuts), None)


@functools.lru_cache(maxsize=1_000)
def _with_year(text: str, year: str) -> tuple[str, ...]:
    """What a line says of years to date, said of one year: "2022/23 = 1 April to 31 December"."""
    after = [f"{year} = {found['before']}" for found in _TOLD_AFTER.finditer(text)]
    return (*after, *[f"{year} {text[found.end() :]}" for found in _NAMED.finditer(text)])


def _cut_alike(told: list[tuple[list[Account], int]]) -> None:
    """Cut years to date as the last of them is cut: to the same day of theirs."""
    spans = [span for line, number in told if (period := line[number].period) and (span := period.span)]
    cut = [s for s in spans if s.start and s.end and (s.end - s.start).days <= 360]
    if not cut:
        return
    last = max(cut)
    for line, number in told:
        whole, period = _year_of(line[number]), line[number].period
        years = round((last.start - whole.start).days / 365.25) if whole and whole.start and last.start else 0
        part = moved(last, -12 * years)
        same_start = whole and whole.start and part.start and abs((part.start - whole.start).days) <= _NEAR
        if whole and same_start and period is not None:
            line[number] = changed(line[number], period=period._replace(span=part))


def _give_months(accounts: list[Account], crossing: list[Account], defined: list[str]) -> None:
    """Give "YTD" the months that a line says it holds, or those beside it, where years stand across."""
    if not any(_year_of(account) for account in crossing):
        return
    told = _part_told(defined, _SAMPLE)
    listed = [account.part for account in accounts if account.part and account.period is None and not account.total]
    part = (told.start.month, told.end.month) if told and told.start and told.end else joined(listed)
    if part is None:
        return
    for number, account in enumerate(accounts):
        if account.period is None and account.part is None and account.unit is None and says_to_date(account):
            accounts[number] = changed(account, part=part, puzzle=None, total=False)


def of_one_sort(accounts: list[Account], change: Account) -> list[Account]:
    """Of the rows or columns beside a change those that are years to date as it is, or whole years as it is.

    All of them where that leaves fewer than two times.
    """
    to_date = says_to_date(change)
    alike = [account for account in accounts if says_to_date(account) is to_date]
    return alike if len({account.period.span for account in alike if account.period}) > 1 else accounts
