"""Bare years as notes explain them: "Years are financial years: 2018 means 1 April 2018 to 31 March 2019".

What belongs here: what a line of text says of the years in a table's headers, and years read by it. What does not: what
headings and titles say (`settling`), and lines that cut a single year short (`cutting`).
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from figuretrail import monthnames
from figuretrail.tables.figures.context import Account, changed
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.language.periods import Period, read_period
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.regions import Table
from figuretrail.timespan import months, offence_year

LONGEST_NOTE = 600  # characters; a longer one is a letter
FIRST_DAYS = 6  # of a month, on which a year may begin: 1, 3 (of the law in 2017), 6 April
_DAY_OF = rf"(?:the )?(?:1(?:st)?|30(?:th)?|31(?:st)?)?\s?(?:of )?(?P<{{}}>{monthnames.ANY_WORD})"
# "Years are financial years", "All figures are given by financial year", "Financial years, April to March"
_FINANCIAL = Words(
    r"\b(?:years?|columns?|rows?|periods?|dates?|figures|data|numbers|counts|totals|offences|crimes|all|tables?|results"
    r"|information)\b[^.;:]{0,40}?(?:\b(?:are|is|means?|refers?|denotes?|represents?|relates?|cover|covers|uses?|shown"
    r"|given)\b|=|:)[^.;:]{0,25}?\b(?:financial|fiscal|fin\.?)[- ]?years?\b"
    r"|^\W*notes?\W+(?:\d\W+)?(?:financial|fiscal) years?\W*$"
    r"|^\W*(?:notes?\W+)?(?:\d\W+)?(?:financial|fiscal) years?"
    r"\W{1,3}(?:from |which |that |runs? |running |start\w* |i\.?e\.?:? )*(?:1(?:st)? )?apr",
    re.I,
)
# "Years run from 1 April to 31 March", "Each year is April to March"
_RUNS = Words(
    r"\byears?\b[^.;]{0,30}?(?:\b(?:runs?|are|is|covers?|means?|starts?|begins?|from|between|=)\b|=|:|[-–(,])\s*"
    rf"(?:on |in |from |the |period |months |12 |twelve |between )*{_DAY_OF.format('first')}"
    rf"(?! ?(?:19|20)\d\d)\s?(?:to|until|till|through(?: to)?|and|-|–)\s?(?:ends? )?(?:on |in )?"
    rf"(?:the following |the next )?{_DAY_OF.format('last')}(?! ?(?:19|20)\d\d)",
    re.I,
)
_LIMITED = Words(
    r"\b(?:except|excluding|unlike|prior to|previous|earlier|before|onwards?|apart from|not|request\w*|asked|you"
    r"|current|latest|last|this|new|most recent|next)\b",
    re.I,
)
_OF_YEARS = Words(r"\byears?\b", re.I)
_CALENDAR = Words(r"\bcalendar\b", re.I)
_DEFINED = Words(
    r"(?<![\w/.-])[\"'“‘]?(?P<year>(?:19|20)\d\d)[\"'”’]?\s*"
    r"(?:=|:|means?\b|is\b|refers? to\b|denotes?\b|stands for\b|represents?\b|covers?\b|relates? to\b|runs?\b"
    r"|i\.e\.|being\b)\s*",
    re.I,
)
# "Years begin on 1 April", "Years refer to the 12 months from 1 April"
_BEGINS = Words(
    r"\byears?\b[^.;]{0,40}?\b(?:from|begins?|beginning|starts?|starting|commenc\w+)\s"
    rf"(?:on |in |with |from )*{_DAY_OF.format('first')}(?! ?(?:19|20)\d\d)",
    re.I,
)
# "Years are 12 months to March", "Years end on 31 March of the year shown"
_ENDS = Words(
    r"\byears?\b[^.;]{0,40}?\b(?:to|ends?|ending|ended|up to|until)\s"
    rf"(?:on |in )*{_DAY_OF.format('last')}(?! ?(?:19|20)\d\d)",
    re.I,
)


class Meaning(NamedTuple):
    """What a line says of years: how many months after January each begins, of one year or (None) of all."""

    year: int | None
    months_late: int


def _notes_on_years(sheet: Sheet, table: Table, everywhere: Sequence[str]) -> list[Meaning]:
    """What lines say of a table's bare years: its own, then all others unless the sheet has "2021/22" elsewhere."""
    own = [meaning for line in (*table.notes, *table.titles) for meaning in meanings_of(line.text)]
    others = [meaning for text in everywhere for meaning in meanings_of(text)]
    if others != own and any(isinstance(v, str) and _PAIR.fullmatch(v) for row in sheet.rows for v in row):
        return own
    return [*own, *others]


_PAIR = re.compile(r"\s*(?:fy\s?)?(?:19|20)\d\d\s?[/-]\s?(?:\d\d){1,2}\s*", re.I)


def read_years_by_notes(
    lines: Iterable[list[Account]], sheet: Sheet, table: Table, everywhere: Sequence[str], headings: Iterable[str]
) -> None:
    """Give the bare years of rows and columns the months that notes say they hold.

    `everywhere` are the lines of all sheets. Not in a table whose titles or headers (`headings`) say it themselves.
    """
    meanings: list[Meaning] | None = None
    for line in lines:
        bare = [number for number, account in enumerate(line) if _is_bare(account)]
        if not bare:
            continue
        if meanings is None:
            meanings = _notes_on_years(sheet, table, everywhere)
        if not meanings or any(map(_ITSELF.search, headings)):
            return
        years = {number: _year_of(line[number]) for number in bare}
        defined = {meaning.year: meaning.months_late for meaning in meanings if meaning.year is not None}
        general = next((meaning.months_late for meaning in meanings if meaning.year is None), None)
        if any(account.period and account.period.kind == "financial" and account.period.sure for account in line):
            general = None  # the note explains "2021/22", and 2023 beside it is another sort of year
        for number, year in years.items():
            late = defined.get(year, general)
            if late is not None:
                line[number] = changed(line[number], period=_year_from(year, late))


_ITSELF = Words(r"\bcalendar\b|\byears? (?:ending|ended|end|to)\b|\bjan\w*\s?(?:to|-|–)\s?dec", re.I)


def _is_bare(account: Account) -> bool:
    """Whether the time of a row or column is but a year's number, that no word explains."""
    period = account.period
    if period is None or period.kind not in ("calendar", "financial") or period.span is None:
        return False
    if period.kind == "financial" and period.sure:
        return False
    return None not in period.span and not any(map(_ITSELF.search, account.texts))


def _year_of(account: Account) -> int:
    assert account.period and account.period.span and account.period.span.start
    return account.period.span.start.year


def _year_from(year: int, months_late: int) -> Period:
    """The twelve months that begin so many months after a January."""
    first = year + months_late // 12, months_late % 12 + 1
    span = offence_year(first[0]) if first[1] == 4 else months(first[0], first[1], 12)
    return Period(span, kind="financial" if first[1] == 4 else "year")


@functools.lru_cache(maxsize=10_000)
def meanings_of(text: str) -> tuple[Meaning, ...]:
    """What a line says of the years in headers; nothing where it speaks of some of them or of no year at all."""
    if len(text) > LONGEST_NOTE or not (_OF_YEARS.search(text) or _DEFINED.search(text)):
        return ()
    return tuple(_meanings(text))


def _meanings(text: str) -> Iterator[Meaning]:
    hits = list(_DEFINED.finditer(text))
    ends = [hit.start() for hit in hits[1:]] + [len(text)] * bool(hits)
    told = [
        said for hit, end in zip(hits, ends, strict=True) if (said := _defined(int(hit["year"]), text[hit.end() : end]))
    ]
    yield from told
    late = {meaning.months_late for meaning in told}
    if len(late) == 1:
        yield Meaning(None, late.pop())  # else the twelve months of one year would be those of two
    if told or _CALENDAR.search(text):
        return
    for clause in re.split(r"(?<=[.;])\s+", text):
        found = next((hit for pattern in _OF_ALL if (hit := pattern.search(clause))), None)
        if found is None or _LIMITED.search(clause) or _YEAR.search(clause[: found.end()]):
            continue
        first, last = (_month_of(found.groupdict().get(name)) for name in ("first", "last"))
        if first and last and last != (first - 2) % 12 + 1:
            continue
        late_by = first - 1 if first else last - 12 if last else 3
        if late_by:
            yield Meaning(None, late_by)


_OF_ALL = (_RUNS, _BEGINS, _FINANCIAL, _ENDS)
_YEAR = re.compile(r"(?:19|20)\d\d")


def _month_of(name: str | None) -> int:
    """The number of a month by its name, 0 where there is none."""
    return 0 if name is None else monthnames.month_number(name)


def _defined(year: int, meaning: str) -> Meaning | None:
    """What "2018 means 1 April 2018 to 31 March 2019" says of 2018; None where it names no other twelve months."""
    period = read_period(re.split(r"[;.](?:\s|$)", meaning)[0])
    span = period.span if period else None
    if span is None or span.start is None or span.end is None or not 360 < (span.end - span.start).days < 367:
        return None
    if year not in (span.start.year, span.end.year) or span.start.day > FIRST_DAYS:
        return None
    late = 12 * (span.start.year - year) + span.start.month - 1
    return Meaning(year, late) if late else None
