"""What the words of a period say of a time: which dates, or how it is told by another time.

What belongs here: a `Mention`, and reading one from the tokens that a rule has matched. What does not: which words name
a period (`periods`), and which dates "the year before" means (`timeline`).
"""

import dataclasses
import datetime as dt
import itertools

from figuretrail import timespan
from figuretrail.text.dates import UNIT_MONTHS, Date
from figuretrail.text.tokens import Token
from figuretrail.timespan import UNKNOWN, Span

FIRST = {"first", "opening", "initial"}
FINAL = {"last", "final", "closing", "concluding"}
LAST = {*FINAL, "past", "latest", "recent", "most recent", "current", "this"}
_BEGINNING = {"following", "after", "from", "beginning", "starting", "commencing"}
PREVIOUS = {"previous", "preceding", "prior", "former", "earlier"}
_STARTS = {"start", "beginning", "outset", "turn"}
_ENDS = {"including", "end", "close", "finish"}
LOCKDOWN = dt.date(2020, 4, 1)  # the whole months of the first one in the United Kingdom begin here
_NEARLY = 31  # days by which a time may end before or after what its stated length says
_LAST_DAY = 31  # of the longest month
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
SAME = {
    "same", "those", "that", "these", "corresponding", "equivalent", "both", "whole", "entire", "all", "each of the",
    "comparable", "matching", "above", "said",
}  # fmt: skip


@dataclasses.dataclass(slots=True)
class Mention:
    """What words say of a time. `timeline.settle` gives its dates, by its `kind`.

    With dates of their own (`start`, `end`):
    - span: "2017/18", "the year to March 2019"; range: of several years, whose first and last count for themselves
    - month: a month without a year, taken for the latest before publication
    - since: "since April 2017", without an end; until: "to the end of September", without a start

    By another time, of `months` where a length is said:
    - law: since the law began; first, second: of the law's times, or of the two like times spoken of
    - nth: "the third year", the `ordinal` one; quarter: the `ordinal` one of the offence year spoken of
    - previous, next: right before or after the time spoken of; same: that time again, or its like in `year`
    - shift: the like time, `months` later (or earlier, below 0), for "last year" also in `year`
    - part of previous: the `ordinal` half of the year before the time spoken of
    - last: "last year", "the latest 12 months"; ago: "a year ago"; length: "18 months", and nothing that says which
    - ends in: so many months that end in `month` of a year which other words say
    - up to then: so many months that end where the time spoken of last ends
    - unknown: words for a time that can't be told

    `word` keeps what the kind leaves open: that a span is a "year", a "pair" (2017/18), a "month", "years", "months"
    without a year, the "lockdown", or months of which only the last is said ("ends in"); of the others that they are
    "plural", "whole" or "both", the "earlier" or "later" or one "of two", the "latest", or "just" gone.
    """

    kind: str
    start: dt.date | None = None
    end: dt.date | None = None
    months: float | None = None
    year: int | None = None
    month: int | None = None
    ordinal: int | None = None
    word: str = ""

    @property
    def span(self) -> Span:
        """Its dates, where the words give them."""
        return Span(self.start, self.end)


def dates_in(part: list[Token]) -> list[Date]:
    """The dates among the tokens, in order."""
    return [token.value for token in part if token.tag == "@"]


def months_in(part: list[Token]) -> float | None:
    """How many months the first length among the tokens has; None where none is said, or in days or weeks."""
    for token in part:
        if token.tag == "Λ":
            return token.value if isinstance(token.value, float) else None
        if token.tag == "u" and (token.word.endswith("'s") or not token.word.endswith("s")):
            months = UNIT_MONTHS.get(token.word.removesuffix("'s"))
            return float(months) if months else None
    return None


def _with_year(date: Date, published: dt.date | None) -> int | None:
    if date.year is not None:
        return date.year
    if published is None or date.month is None:
        return None
    if date.relative is not None:
        return published.year + date.relative
    return _latest_year(date.month, published) if date.latest else None


def _latest_year(month: int, published: dt.date) -> int:
    """The year of the last such month that was over when the text was published."""
    return published.year if timespan.last_day(published.year, month) < published else published.year - 1


def dated(span: Span, kind: str = "span") -> Mention:
    """Words that give dates of their own; where these are no time that there can be, what is meant can't be told."""
    return Mention(kind, *span) if span != UNKNOWN and not timespan.is_reversed(span) else Mention("unknown")


def _is_end(part: list[Token]) -> bool:
    """Whether a span runs to the end of its last date: "and the end of October", "to October"."""
    last = max(n for n, token in enumerate(part) if token.tag == "@")
    before = itertools.takewhile(lambda token: token.tag in "dxuo", reversed(part[:last]))
    return all(token.tag != "x" or token.word in _ENDS for token in before)


def from_to(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "From April 2017 to October 2019", "April to September", "between 2017 and 2018"."""
    first, second = dates_in(part)[:2]
    tags = {token.tag for token in part}
    if "&" in tags and not tags & {"z", "f"} and (first.year is not None or first.month is None) and second.year:
        return None  # "in 2017 and 2018", "in April 2017 and May 2018" are two times, each for itself
    return between(part, published)


def between(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "Between the same dates in 2021 and 2022": from the one to the other, as words before them say."""
    first, second = dates_in(part)[:2]
    months = months_in(part)
    if any(
        joint.tag == "n" and joint.word != "through" and after.tag == "@" for joint, after in itertools.pairwise(part)
    ):
        return None  # "in April on Friday"
    if not _is_end(part):
        return None  # "between May and the middle of June"
    if first.month is None and second.month is None:
        if first.year is None or second.year is None:
            return None
        if second.year == first.year + 1:
            return Mention("span", *timespan.offence_year(first.year), word="years")
        years = Span(timespan.calendar_year(first.year).start, timespan.calendar_year(second.year).end)
        return dataclasses.replace(dated(years, "range"), word="years")
    end_year = _with_year(second, published)
    if end_year is None and second.month is not None and first.year is not None:
        end_year = first.year if first.month is None or second.month >= first.month else first.year + 1
    if end_year is None and published is not None and second.month is not None:
        end_year = _latest_year(second.month, published)
    if end_year is None or first.month is None:
        return Mention("unknown")
    end_month = second.month or 12
    unsaid = "months" if first.year is None and second.year is None and second.relative is None else ""
    start_year = first.year or (end_year if first.month <= end_month else end_year - 1)
    if first.relative is not None and published is not None:
        start_year = min(end_year, published.year + first.relative)
    start = timespan.day_of(start_year, first.month, first.day or 1)
    if second.day:
        end = timespan.day_of(end_year, end_month, second.day)
    elif first.month == end_month == 4 and end_year > start_year:
        end = dt.date(end_year, 3, 31)  # from one April to another is the offence year
    else:
        end = timespan.last_day(end_year, end_month)
    return fitted(dataclasses.replace(dated(Span(start, end)), word=unsaid), months)


def fitted(mention: Mention, months: float | None) -> Mention:
    """A time whose end is within a month of what its stated length says, with that end: the length decides."""
    stated = timespan.months_from(mention.start, months).end if mention.start is not None and months else None
    if stated is None or mention.end is None or abs((stated - mention.end).days) > _NEARLY:
        return mention
    return dataclasses.replace(mention, end=stated)


def _pair_span(word: str) -> Span | None:
    first, second = int(word[:4]), word[5:].strip(" /-–—")
    if len(second) in (4, 5) and second[:4].isdigit() and second.startswith(("19", "20")):
        last = int(second[:4])
    elif len(second) in (2, 3):
        last = first // 100 * 100 + int(second[:2])
    elif len(second) == 1:  # "2022/3"
        last = first // 10 * 10 + int(second)
    else:
        return None
    return timespan.offence_year(first) if last == first + 1 else None


def pair(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "2017/18": the offence year."""
    span = _pair_span(part[0].word)
    return Mention("span", *span, word="pair") if span else Mention("unknown")


def part_of_pair(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The first nine months of 2022/23", "the second half of 2018/19", "the third quarter of 2021/22"."""
    year = _pair_span(next(token.word for token in part if token.tag == "y"))
    months = months_in(part)
    words = {token.word for token in part}
    if year is not None and year.start is not None and words & {"same", "corresponding", "equivalent", "comparable"}:
        return Mention("same", months=months, year=year.start.year, word="pair")
    if year is None or year.start is None or months is None or months != int(months) or months > 12:
        return None
    whole = int(months)
    if words & FIRST:
        skipped = 0
    elif words & (FINAL | {"latter"}):
        skipped = 12 - whole
    elif words & ORDINALS.keys() and whole < 12:
        skipped = whole * (ORDINALS[next(iter(words & ORDINALS.keys()))] - 1)
    else:
        return None
    if skipped + whole > 12:
        return None
    return dated(timespan.months_from(timespan.add_months(year.start, skipped), whole))


def part_so_far(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "Nine months into 2022/23", "the first nine months in the financial year 2022/23"."""
    year, months = _pair_span(part[-1].word), months_in(part)
    if year is None or year.start is None or months is None or months != int(months) or months >= 12:
        return None
    if part[1].word not in ("into", "in"):
        return None
    return dated(timespan.months_from(year.start, months))


def numbered_quarter(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "Quarter 2", "Quarter three of 2021/22": of the offence year that is named or spoken of."""
    number = part[1].value
    if part[0].word != "quarter" or number.value not in (1, 2, 3, 4):
        return None
    which = int(number.value)
    pair = _pair_span(part[-1].word) if part[-1].tag == "y" else None
    if pair is None or pair.start is None:
        return Mention("quarter", ordinal=which)
    return dated(timespan.months_from(timespan.add_months(pair.start, 3 * (which - 1)), 3))


def part_of_year(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "Q1 2018/19" of the offence year, "Q1 2019" of the calendar year, "H2" of the offence year spoken of."""
    name, of = part[0].word, part[-1]
    length = 3 if name[0] == "q" else 6
    year = _pair_span(of.word) if of.tag == "y" else None
    if year is None and of.tag == "@" and of.value.year is not None and of.value.month is None:
        year = timespan.calendar_year(of.value.year)
    if year is not None and year.start is not None:
        return dated(timespan.months_from(timespan.add_months(year.start, length * (int(name[1]) - 1)), length))
    return Mention("quarter", ordinal=int(name[1])) if length == 3 and of is part[0] else None


def pairs(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "From 2017/18 to 2019/20"."""
    spans = [_pair_span(token.word) for token in part if token.tag == "y"]
    if "&" in {token.tag for token in part} and "z" not in {token.tag for token in part}:
        return None  # two years, each for itself
    if spans[0] is None or spans[1] is None:
        return Mention("unknown")
    return dated(Span(spans[0].start, spans[1].end), "range")


def _year_or_latest(date: Date, published: dt.date | None) -> int | None:
    """The year of a date, or that of its latest month before publication; None where neither is known."""
    year = _with_year(date, published)
    if year is None and date.month is not None and published is not None:
        return _latest_year(date.month, published)
    return year


def length_to(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The six months to September 2018", "the 12 months through March 2021"."""
    if any(token.tag == "n" and token.word != "through" for token in part):
        return None
    if any(token.tag == "u" and token.word in ("day", "date") for token in part):
        return until([token for token in part if token.tag != "u"], published)  # "from that day until the end of May"
    months = months_in(part)
    if months is None and any(token.tag == "u" and token.word == "years" for token in part):
        months = 12.0  # "in the years ending March 2018, 2019 and 2020"
    date = dates_in(part)[0]
    year = _year_or_latest(date, published)
    if year is None and date.month is not None and months:
        return Mention("ends in", months=months, month=date.month)
    if year is None or date.month is None or months is None:
        return Mention("unknown")
    whole = any("end" in token.word.split() for token in part)
    span = (
        timespan.months_up_to(timespan.day_of(year, date.month, date.day), months)
        if date.day
        else timespan.length_to(year, date.month, months, whole=whole)
    )
    if date.year is None and date.relative is None and not date.latest:
        return dataclasses.replace(dated(span), months=months, month=date.month, word="ends in")
    return dataclasses.replace(dated(span), months=months)


def year_ending(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "YE March 2023"."""
    return length_to(part, published) if part[0].word == "ye" else None


def length_from(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "12 months from April 2018"."""
    months = months_in(part)
    if part[-1].tag == "y":
        year = _pair_span(part[-1].word)
        if year is None or year.start is None or part[-2].tag != "f" or not months:
            return None
        return dated(timespan.months_from(year.start, months))
    date = dates_in(part)[0]
    joint = next(token for token in reversed(part[:-1]) if token.tag != "d")
    if joint.word not in _BEGINNING or (joint.tag != "f" and date.month is None):
        return None
    if months is None or date.month is None or date.year is None:
        return Mention("unknown")
    return dated(timespan.months_from(timespan.day_of(date.year, date.month, date.day or 1), months))


def months_in_row(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "January, February and March of this year": from the first to the last."""
    first, second, third = dates_in(part)
    months = [said.month or -9 for said in (first, second, third)]
    if months != [months[0], months[0] + 1, months[0] + 2] or any(said.day or said.year for said in (first, second)):
        return None
    last = date([part[-1]], published)
    if last is None or last.end is None:
        return None
    word = "months" if third.year is None and third.relative is None else ""
    return dataclasses.replace(dated(timespan.months_up_to(last.end, 3)), word=word)


_WHICH_YEAR = ("this", "last", "the")


def first_of_this_year(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The first six months of this year": of the year of publication, or of the one before it; "of the year" too."""
    months, words = months_in(part), {token.word for token in part}
    if published is None or not words & FIRST or part[-1].word != "year" or part[-2].word not in _WHICH_YEAR:
        return None
    if months is None or months != int(months) or months >= 12:
        return None
    over = timespan.months(published.year, 1, int(months)).end
    back = part[-2].word == "last" or (part[-2].word == "the" and over is not None and over >= published)
    word = "months" if part[-2].word == "the" else ""
    return Mention("span", *timespan.months(published.year - back, 1, int(months)), word=word)


def lockdown(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The first three months of lockdown": from April 2020."""
    words = {token.word for token in part}
    if words & {"prior", "before", "previous", "since", "after"}:
        return None
    months = months_in(part)
    length = int(months) if months and months == int(months) and months < 12 else 3
    return Mention("span", *timespan.months_from(LOCKDOWN, length), word="lockdown")


def since(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "Since April 2017", with no end."""
    date = dates_in(part)[0]
    if any(token.tag == "x" and token.word not in _STARTS for token in part):
        return None
    year = _year_or_latest(date, published)
    if year is None:
        return Mention("unknown")
    if date.month is None and any(token.word in _STARTS for token in part):
        return Mention("since", dt.date(year, 1, 1), None, word="year")
    if date.month is None:
        start = timespan.LAW_IN_FORCE if year == timespan.LAW_IN_FORCE.year else dt.date(year, 1, 1)
        return Mention("since", start, None, word="year")
    return Mention("since", timespan.day_of(year, date.month, date.day or 1), None)


def since_this_year(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "So far this year", "since the start of the year": since January."""
    words = [token.word for token in part]
    if published is None or words[-1] != "year" or not (words[:2] == ["so far", "this"] or words[2] in _STARTS):
        return None
    return Mention("since", dt.date(published.year, 1, 1), None, word="year")


def since_pair(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "Since 2017/18"."""
    span = _pair_span(part[-1].word)
    return Mention("since", span.start, None, word="pair") if span else Mention("unknown")


def until(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "To the end of September", with no beginning of its own."""
    date = dates_in(part)[0]
    if part[0].word == "to" and date.month is None:
        return None
    year = _year_or_latest(Date(date.year, date.month, date.day, date.relative), published)
    if year is None or date.month is None:
        return None
    return Mention("until", None, timespan.day_of(year, date.month, date.day or _LAST_DAY))


def until_beginning(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "By the beginning of October": to the end of the month, or the year, before."""
    date = dates_in(part)[0]
    year, month = _with_year(date, published), date.month or 1
    if part[2].word not in _STARTS or date.day is not None:
        return None
    if year is None and published is not None and date.month is not None:
        year = published.year - (dt.date(published.year, month, 1) > published)
    return Mention("until", None, dt.date(year, month, 1) - dt.timedelta(days=1)) if year is not None else None


def date(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "April 2018", "April", "2018"."""
    date = dates_in(part)[0]
    if date.day is not None:
        return None
    year = _with_year(date, published)
    if date.month is not None:
        if year is None:
            if published is None:
                return None
            year = _latest_year(date.month, published)
            return Mention("month", *timespan.months(year, date.month), word="month")
        return Mention("span", *timespan.months(year, date.month), word="month")
    return Mention("span", *timespan.calendar_year(year), word="year") if year is not None else None
