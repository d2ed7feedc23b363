"""Years that are not whole: a title ends in the midst of the last one, or a note says what one of them holds.

What belongs here: "1 January 2021 to 30 June 2023" over columns of years, "2024 runs to 30 June only" below them. What
does not: labels that say it themselves (`periods`) and footnotes of a label (`notes`).
"""

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator

from figuretrail import monthnames
from figuretrail.tables.figures.context import Account, changed
from figuretrail.tables.figures.surroundings import Source, Surroundings
from figuretrail.tables.figures.yearnotes import LONGEST_NOTE
from figuretrail.tables.language.periods import read_period
from figuretrail.tables.language.words import Words
from figuretrail.timespan import Span, add_months, offence_year
from figuretrail.vocabulary.numberwords import BELOW_HUNDRED, whole_number

_NEAR = dt.timedelta(days=7)
_YEARS = ("calendar", "financial")  # kinds of periods that are whole years by their label
_REACHES = ("span", "part")  # and those that may begin or end inside one
_DAY = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?[\s-](?:of )?)?{monthnames.NAME}(?:\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d/]))?"
    r"(?:[,\s-]{1,2}(?:19|20)\d\d)?"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d)"
)
_TO = r"(?:up\s)?(?:to|until|till|through(?:\sto)?|-|–|ends?|ended|ending)"
_LAST = r"\s*(?:and\sinc\w+\s|inc\w+\s|on\s|in\s|at\s)?(?:the\s)?(?:end\sof\s)?(?:the\s)?"
_NUMBER = rf"(?:{BELOW_HUNDRED}|\d{{1,2}})"
BOUND = re.compile(
    rf"(?:(?:(?:from|since|between|starts?|started|starting|begins?|began|beginning)\s(?:on\s|from\s|in\s|at\s|only\s)?)?(?P<from>{_DAY})"
    rf"\s?(?:{_TO}|and){_LAST}(?P<until>{_DAY})"
    rf"|(?:up\s)?(?:to|until|till|through(?:\sto)?|ends?|ended|ending){_LAST}(?P<to>{_DAY})"
    rf"|(?:from|since|starts?|started|starting|begins?|began|beginning)\s(?:on\s|from\s|in\s|at\s|only\s|with\s)?(?P<begins>{_DAY})"
    rf"|(?:the\s)?first\s(?P<months>{_NUMBER})\smonths?|(?:the\s)?first\s(?P<half>half|quarter)"
    rf"|(?:q|qtr|quarters?)\s?1(?:\s?(?:to|-|–|and|&)\s?(?:q|qtr|quarter)?\s?(?P<quarter>[23]))?(?!\d))",
    re.I,
)
# What may stand between a year and the time that it holds
_FILLING = (
    r"(?:(?:figures?|data|numbers?|counts?|totals?|columns?|rows?|year|financial|calendar|offences?|crimes?|recorded|results?"
    r"|is|are|was|were|covers?|covering|runs?|holds?|includes?|contains?|goes|go|shows?|relates?|only|just|an?|part|partial"
    r"|part-year|incomplete|not|complete|full|whole|for|the|of|period|so\sfar|ytd|to\sdate|provisional|and|as|it|this|which"
    r"|been|has|have|given|counted|available|stops?)\b|[\s*†:=()–-]|\[\w\])"
)
_TOLD = Words(
    rf"(?<!\w)(?P<year>(?:fy\W?)?(?:19|20)\d\d(?:[/-](?:20)?\d\d)?|fy(?:td)?\W?\d\d[/-]\d\d)(?![\w/]){_FILLING}{{0,24}}?(?P<bound>{BOUND.pattern})",
    re.I,
)
# A full stop after a month's whole name ends a sentence: "to 31 March. 2022 is ..."
_DATED = re.compile(
    rf"(?<!\w)(?:(?:{monthnames.FULL_NAMES})(?!\.)|(?!(?:{monthnames.FULL_NAMES})\b){monthnames.NAME}|\b(?:since|from|between|to|until|after|before))[\s,]*$|[/-]$|\d$",
    re.I,
)
_A_YEAR_TO = re.compile(r"\b(?:the|a) year (?:to|end)", re.I)
# "2022/23 and the first half of 2023/24": the part is of the year after it
_OF_NEXT = re.compile(
    r"\s(?:(?:of|in|for)\s)?(?:the\s)?(?:(?:financial|calendar|current)\s)?(?:years?\s)?(?P<year>(?:19|20)\d\d)(?!\d)",
    re.I,
)


def cut_years(lines: Iterable[list[Account]], around: Surroundings, notes: tuple[str, ...]) -> None:
    """Cut the years of rows and columns as titles and notes say."""
    for line in lines:
        years = {n: account.period.span for n, account in enumerate(line) if _is_year(account) and account.period}
        if not years:
            continue
        _end_open(line, around)
        cuts = {whole: cut for whole, cut in _cuts_in_all(notes) if whole in years.values()}
        spans = [span for span in years.values() if span and span.end]
        covered = _covered(around, max(span.end for span in spans if span.end))
        cuts = {**_by_reach(spans, covered), **cuts}
        for number, whole in years.items():
            period = line[number].period
            if whole in cuts and period is not None:
                line[number] = changed(line[number], period=period._replace(span=cuts[whole]))


def _end_open(line: list[Account], around: Surroundings) -> None:
    """End "2023 to date" beside years where a title ends within a year of its beginning."""
    for number, account in enumerate(line):
        period = account.period
        if period is None or period.span is None or period.span.start is None or period.span.end is not None:
            continue
        start, covered = period.span.start, _covered(around, dt.date.max)
        end = covered.end if covered else None
        if end is not None and start < end < add_months(start, 12):
            line[number] = changed(account, period=period._replace(span=Span(start, end)))


def _is_year(account: Account) -> bool:
    period = account.period
    if period is None or period.kind not in _YEARS or period.span is None or account.part is not None:
        return False
    start, end = period.span
    return bool(start and end) and account.unit != "change" and 360 < (end - start).days < 367  # type: ignore[operator]


def _covered(around: Surroundings, last: dt.date) -> Span | None:
    """The time that titles or notes give in days or months.

    That of a question or the catalogue counts only where no whole year that ends on `last` could be answered yet.
    """
    told = next((span for source in (*around.sources, *around.notes) if (span := _reach(source))), None)
    published = around.entry.published
    if told is not None or published is None or published > last:
        return told
    asked = [source for source in around.sources if source.question and not source.dated]
    spans = [period.span for s in asked if (period := s.label.period) and period.kind in _REACHES and period.span]
    spans += [Span(*around.entry.period_asked)] if around.entry.period_asked else []
    return next((span for span in spans if span.end and span.end <= published), None)


def _reach(source: Source) -> Span | None:
    period = source.label.period
    if period is None or period.kind not in _REACHES or (source.distance == "note" and not source.covered):
        return None
    return None if source.question or source.dated or source.paired or source.excepts else period.span


def _by_reach(years: list[Span], covered: Span | None) -> dict[Span, Span]:
    """The first and last of the years of a line, where a title begins or ends inside them."""
    if covered is None or covered.end is None or covered.start is None:
        return {}
    first, last = min(years), max(years)
    assert first.start and first.end and last.start and last.end
    begins = covered.start <= first.end  # a title of five years may stand over the last three of them
    if not begins or not last.start <= covered.end <= last.end + _NEAR:
        return {}
    starts = {year: covered.start for year in years if year == first and covered.start > first.start + _NEAR}
    ends = {year: covered.end for year in years if year == last and covered.end < last.end - _NEAR}
    return {year: Span(starts.get(year, year.start), ends.get(year, year.end)) for year in {*starts, *ends}}


@functools.lru_cache(maxsize=10_000)
def cuts_in(text: str) -> tuple[tuple[Span, Span], ...]:
    """The years of which a text says that they hold only a part, each with the part: "2023 is to 30 June only"."""
    if len(text) > LONGEST_NOTE:
        return ()
    return tuple(_cuts(text))


@functools.lru_cache(maxsize=100)
def _cuts_in_all(notes: tuple[str, ...]) -> tuple[tuple[Span, Span], ...]:
    """The years that any of a sheet's lines cuts, once for all of its tables."""
    return tuple([cut for text in notes for cut in cuts_in(text)])


def _cuts(text: str) -> Iterator[tuple[Span, Span]]:
    for told in _TOLD.finditer(text):
        if _DATED.search(text[: told.start()]) or _A_YEAR_TO.search(told[0]):
            continue  # "January 2021 to June 2023" names no year by itself, "2023 is the year to March" another one
        after = _OF_NEXT.match(text, told.end())
        if after is not None and after["year"] not in told["year"]:
            continue
        period = read_period(told["year"])
        whole = period.span if period and period.kind in _YEARS else None
        bound = BOUND.fullmatch(told["bound"])
        # "2022 is to 30 September only" may be said of the year that begins in April
        wholes = [whole, offence_year(int(told["year"]))] if told["year"].isdecimal() else [whole]
        for year in wholes:
            part = _part(bound, year) if year and bound else None
            if year and part and part != year:
                yield year, part


def _part(bound: re.Match[str], whole: Span) -> Span | None:
    """The part of a year that a bound leaves; None where it does not lie in that year."""
    assert whole.start and whole.end
    start, end = whole.start, whole.end
    if bound["months"] or bound["half"] or bound["quarter"] or bound[0].lower().startswith("q"):
        count = {"half": 6, "quarter": 3}.get((bound["half"] or "").lower(), 0)
        count = count or 3 * int(bound["quarter"] or 0)
        if bound["months"]:
            count = int(bound["months"]) if bound["months"].isdecimal() else whole_number(bound["months"]) or 0
        count = count or 3
        return Span(start, add_months(start, count) - dt.timedelta(days=1)) if 0 < count < 12 else None
    first, last = bound["from"] or bound["begins"], bound["until"] or bound["to"]
    begun = _day(first, whole, 0) if first else start
    ended = _day(last, whole, 1) if last else end
    if begun is None or ended is None or begun >= ended:
        return None
    return Span(begun if begun > start + _NEAR else start, ended if ended < end - _NEAR else end)


def _day(text: str, whole: Span, side: int) -> dt.date | None:
    """The first or last day of what a text names, with the year that puts it inside a year."""
    assert whole.start and whole.end
    text = text.rstrip(".")
    told = re.search(r"(?:19|20)\d\d|[/.]", text) is not None or _in_short_year(text, whole)
    for name in [text] if told else [f"{text} {whole.start.year}", f"{text} {whole.end.year}"]:
        period = read_period(name)
        day = period.span[side] if period and period.span else None
        if day is not None and whole.start <= day <= whole.end:
            return day
    return None


_MONTH_AND_NUMBER = re.compile(rf"{monthnames.NAME}\s(?P<n>\d\d)", re.I)


def _in_short_year(text: str, whole: Span) -> bool:
    """Whether "Oct 23" is a month of 2023, as it is where 2023/24 is spoken of, rather than a day."""
    found = _MONTH_AND_NUMBER.fullmatch(text)
    return found is not None and int(found["n"]) in {day.year % 100 for day in whole if day}
