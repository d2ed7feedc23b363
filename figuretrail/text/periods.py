"""Words for a time, composed into one token a period: dates, years, lengths, and times told by another time.

What belongs here: which words name a period, and what they say about it. What does not: which period "the year before"
is (`timeline`), and which number it belongs to (`attach`).
"""

import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Callable, Sequence

from figuretrail import timespan
from figuretrail.text.dates import UNIT_MONTHS, Date, dates_in, lengths_in
from figuretrail.text.lexicon import pattern
from figuretrail.text.tokens import Token
from figuretrail.timespan import Span

_FIRST = {"first", "opening", "initial"}
_LAST = {"last", "past", "latest", "recent", "most recent", "current", "final", "this"}
_PREVIOUS = {"previous", "preceding", "prior", "former", "earlier"}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SAME = {
    "same",
    "those",
    "that",
    "these",
    "corresponding",
    "equivalent",
    "both",
    "whole",
    "entire",
    "all",
    "each of the",
    "comparable",
    "matching",
    "above",
    "said",
}


@dataclasses.dataclass(slots=True)
class Mention:
    """What words say of a time. `kind` tells how it is settled; see `timeline.settle`.

    span: the dates are known. first, law, last, previous, same, length: `months` long, where a length is said.
    """

    kind: str
    start: dt.date | None = None
    end: dt.date | None = None
    months: float | None = None
    year: int | None = None
    word: str = ""

    @property
    def span(self) -> Span:
        """Its dates, where the words give them."""
        return Span(self.start, self.end)


def compose(tokens: list[Token], text: str, published: dt.date | None) -> list[Token]:
    """The tokens with every period made one token of class PERIOD, its value a `Mention`."""
    tags = "".join([token.tag for token in tokens])
    if _TIMES.search(tags) is None:
        return tokens
    tokens = lengths_in(dates_in(tokens, text))
    tags = "".join([token.tag for token in tokens])
    out: list[Token] = []
    i, count = 0, len(tokens)
    while i < count:
        if tags[i] in _STARTS and _AHEAD.match(tags, i) is not None:
            made = _period(tokens, tags, i, published)
            if made is not None:
                mention, width = made
                while width > 1 and tags[i + width - 1] in ",d":
                    width -= 1
                out.append(
                    Token(
                        "T",
                        tokens[i].start,
                        tokens[i + width - 1].end,
                        " ".join(t.word for t in tokens[i : i + width]),
                        mention,
                    )
                )
                i += width
                continue
        out.append(tokens[i])
        i += 1
    return _law(_years_of_list(out))


_LAW_VERBS = {"law", "legislation", "act", "offence's", "law's", "legislation's", "statute book", "in force"}


def _law(tokens: list[Token]) -> list[Token]:
    """Times told by the law ("since it took effect"), and dates that are only the law's own."""
    tags = "".join([token.tag for token in tokens])
    for j, token in enumerate(tokens):
        if (
            token.tag == "T"
            and token.value.word == "month"
            and any(t.word in _BEGINNING for t in tokens[max(0, j - 2) : j])
        ):
            token.tag = "@"
    for match in re.finditer("T⟨T⟩", tags):  # "last year (2023/24)"
        said, gloss = tokens[match.start()], tokens[match.start() + 2]
        if said.value.kind != "span" and gloss.value.kind == "span":
            said.value = gloss.value
    if "l" not in tags:
        return tokens
    for j, token in enumerate(tokens):
        if token.tag == "Z" and _law_ahead(tags, j + 1):
            if j and tokens[j - 1].tag == "T" and tokens[j - 1].value.kind in ("length", "first"):
                tokens[j - 1].value = Mention("first", months=tokens[j - 1].value.months)
                continue
            token.tag, token.value = "T", Mention("law")
            ago = next((t for t in tokens[j + 1 : j + 14] if t.tag == "T"), None)
            if ago is not None and ago.value.kind == "ago":
                token.value = Mention("first", months=ago.value.months)  # "since it became an offence a year ago"
        elif token.tag == "T" and token.value.kind == "length" and _after_law(tokens, tags, j):
            token.value = Mention("first", months=token.value.months)
        elif (
            token.tag == "u"
            and tags[j + 1 : j + 2] in ("c", "Z")
            and token.word in ("year", "month")
            and _law_ahead(tags, j + 2)
        ):
            token.tag, token.value = "T", Mention("first", months=float(UNIT_MONTHS[token.word]))
        elif token.tag == "T" and token.value.word in ("month", "year") and token.value.kind in ("span", "since"):
            back = [t for t in tokens[max(0, j - 3) : j] if t.tag in "lN%"]
            if back and back[-1].tag == "l" and back[-1].word not in _LAW_VERBS:
                token.tag = "@"
    return tokens


_BEGINNING = {"began", "begun", "started", "launched", "starts", "begins"}


def _law_ahead(tags: str, j: int) -> bool:
    for tag in tags[j : j + 11]:
        if tag == "l":
            return True
        if tag in "N%,;·T":
            return False
    return False


def _after_law(tokens: list[Token], tags: str, j: int) -> bool:
    joint = tokens[j + 1] if j + 1 < len(tokens) else None
    return (
        joint is not None
        and joint.word in ("after", "since", "of", "following", "under", "from")
        and _law_ahead(tags, j + 2)
    )


# rules ----------------------------------------------------------------------------------------------------------

_TIMES = re.compile("[MYyuλZ@ς]")
_AHEAD = re.compile("[dwizftqo,~&⟨–cZ]{0,6}[uΛ@yςλN]|id?w")  # what every rule needs within its first words
_STARTS = set("zf@yZwΛλduitqς")
_Rule = Callable[[list[Token], dt.date | None], "Mention | None"]
_L = "(LENGTH|unit)"
_TO = "(to|BOUND)"


def _period(tokens: list[Token], tags: str, i: int, published: dt.date | None) -> tuple[Mention, int] | None:
    for rule, read in _rules():
        match = rule.match(tags, i)
        if match is not None:
            part = tokens[i : match.end()]
            if any(token.tag == "Λ" and isinstance(token.value, tuple) for token in part):
                continue  # minutes and weeks are no periods
            mention = read(part, published)
            if mention is not None:
                return mention, match.end() - i
    return None


@functools.cache
def _rules() -> tuple[tuple[re.Pattern[str], _Rule], ...]:
    rules: Sequence[tuple[str, _Rule]] = (
        (
            f"the? relative* {_L}? comma? (from|between|in|dash|of|open)? between? the? DATE "
            "(to|and|dash|hyphen|BOUND) the? (unit of)? DATE",
            _from_to,
        ),
        (
            f"the? relative* {_L}? comma? (from|between|of|in|dash)? between? YEARPAIR (to|and|dash|hyphen) YEARPAIR",
            _pairs,
        ),
        (f"the? relative* {_L} span_noun? comma? (relative|other)? {_TO} the? DATE", _length_to),
        (f"the? relative* {_L} comma? from DATE", _length_from),
        (f"the? relative* {_L} {_TO} (while|(the|relative) (span_noun|unit|other)|other)", _length_up_to_then),
        ("relative (unit|span_noun) (of|in) DATE", _same_of),
        (f"the? relative? relative? {_L} (of|in) DATE", _same_of),
        ("(in|of|from)? the? relative* LENGTH? (of|from)? the? relative* LENGTH? lockdown", _lockdown),
        ("since the? DATE", _since),
        ("from the? DATE", _since),
        ("since YEARPAIR", _since_pair),
        ("between while and (the? other of)? DATE", _until),
        (f"{_TO} the? DATE", _until),
        (f"the? relative ({_L}|span_noun) (of|in) the? YEARPAIR", _part_of_pair),
        ("unit NUMBER ((of|in|comma)? the? YEARPAIR)?", _numbered_quarter),
        ("YEARPAIR", _pair),
        ("DATE", _date),
        (f"the? relative? {_L} relative", _before),
        ("the? relative of the? relative* NUMBER? (unit|LENGTH)", _one_of_years),
        (f"the? relative? relative (and relative)? hyphen? {_L}", _relative),
        ("the? relative? relative span_noun", _relative),
        ("LENGTH", _bare_length),
        ("the span_noun", _bare_span),
        ("the? relative NUMBER", _pronoun),
        ("in the relative", _ordinal),
    )
    return tuple((pattern(rule), read) for rule, read in rules)


def _dates_in(part: list[Token]) -> list[Date]:
    return [token.value for token in part if token.tag == "@"]


def _months_in(part: list[Token]) -> float | None:
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
    return None


def _from_to(part: list[Token], published: dt.date | None) -> Mention | None:
    first, second = _dates_in(part)[:2]
    months = _months_in(part)
    if part[0].tag == "@" and part[1].tag in "&" and first.month is None and second.month is None:
        return None  # "2017 and 2018" are two years
    if part[0].tag == "@" and part[1].tag == "&" and first.year is not None and second.year is not None:
        return None  # "in April 2017 and May 2018"
    if first.month is None and second.month is None:
        if first.year is None or second.year is None:
            return None
        if second.year == first.year + 1:
            return Mention("span", *timespan.offence_year(first.year), word="years")
        return Mention(
            "range", timespan.calendar_year(first.year).start, timespan.calendar_year(second.year).end, word="years"
        )
    end_year = _with_year(second, published)
    if end_year is None and second.month is not None and first.year is not None:
        end_year = first.year if first.month is None or second.month >= first.month else first.year + 1
    if end_year is None and published is not None and second.month is not None:
        end_year = published.year
        if timespan.last_day(end_year, second.month) >= published:
            end_year -= 1
    if end_year is None or first.month is None:
        return Mention("unknown")
    end_month = second.month or 12
    start_year = first.year or (end_year if first.month <= end_month else end_year - 1)
    start = dt.date(start_year, first.month, 1)
    if first.day:
        start = start.replace(day=min(first.day, 28))
    if second.day:
        end = dt.date(end_year, end_month, min(second.day, 28) if end_month == 2 else min(second.day, 30))
    elif first.month == end_month == 4 and end_year > start_year:
        end = dt.date(end_year, 3, 31)  # from one April to another is the offence year
    else:
        end = timespan.last_day(end_year, end_month)
    if months and months == int(months):
        stated = timespan.add_months(start, int(months)) - dt.timedelta(days=1)
        if abs((stated - end).days) <= 31:
            end = stated
    return Mention("span", start, end)


def _pair_span(word: str) -> Span | None:
    first, second = int(word[:4]), word[5:].strip(" /-–—")
    if len(second) in (4, 5) and second[:4].isdigit() and second.startswith(("19", "20")):
        last = int(second[:4])
    elif len(second) in (2, 3):
        last = first // 100 * 100 + int(second[:2])
    else:
        return None
    return timespan.offence_year(first) if last == first + 1 else None


def _pair(part: list[Token], published: dt.date | None) -> Mention | None:
    span = _pair_span(part[0].word)
    return Mention("span", *span, word="pair") if span else Mention("unknown")


def _part_of_pair(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The first nine months of 2022/23", "the second half of 2018/19", "the third quarter of 2021/22"."""
    year = _pair_span(next(token.word for token in part if token.tag == "y"))
    months = _months_in(part)
    words = {token.word for token in part}
    if year is not None and year.start is not None and words & {"same", "corresponding", "equivalent", "comparable"}:
        return Mention("same", months=months, year=year.start.year, word="pair")
    if year is None or year.start is None or months is None or months != int(months) or months > 12:
        return None
    whole = int(months)
    if words & _FIRST:
        skipped = 0
    elif words & {"last", "final", "latter"}:
        skipped = 12 - whole
    elif words & _ORDINALS.keys() and whole < 12:
        skipped = whole * (_ORDINALS[next(iter(words & _ORDINALS.keys()))] - 1)
    else:
        return None
    if skipped + whole > 12:
        return None
    start = timespan.add_months(year.start, skipped)
    return Mention("span", start, timespan.add_months(start, whole) - dt.timedelta(days=1))


def _numbered_quarter(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "Quarter 2", "Quarter 3 of 2021/22": of the offence year that is named or spoken of."""
    number = part[1].value
    if part[0].word != "quarter" or number.spelt or number.value not in (1, 2, 3, 4):
        return None
    which = int(number.value)
    pair = _pair_span(part[-1].word) if part[-1].tag == "y" else None
    if pair is None or pair.start is None:
        return Mention("quarter", months=float(which))
    start = timespan.add_months(pair.start, 3 * (which - 1))
    return Mention("span", start, timespan.add_months(start, 3) - dt.timedelta(days=1))


def _years_of_list(tokens: list[Token]) -> list[Token]:
    """ "The years ending March 2018, 2019 and 2020": the years after the first end in the same month."""
    reach: Mention | None = None
    for token in tokens:
        if token.tag != "T":
            if token.tag not in ",&":
                reach = None
            continue
        mention: Mention = token.value
        if reach is not None and mention.word == "year" and mention.kind == "span" and reach.end and mention.end:
            later = 12 * (mention.end.year - reach.end.year)
            if reach.start is not None and later > 0:
                end = timespan.add_months(reach.end + dt.timedelta(days=1), later) - dt.timedelta(days=1)
                token.value = reach = Mention("span", timespan.add_months(reach.start, later), end)
                continue
        reach = mention if mention.kind == "span" and mention.months else None
    return tokens


def _pairs(part: list[Token], published: dt.date | None) -> Mention | None:
    spans = [_pair_span(token.word) for token in part if token.tag == "y"]
    if part[0].tag == "y" and part[1].tag == "&":
        return None  # two years, each for itself
    if spans[0] is None or spans[1] is None:
        return Mention("unknown")
    return Mention("range", spans[0].start, spans[1].end)


def _end_of(date: Date, months: float | None, published: dt.date | None) -> dt.date | None:
    """The last day of a span that runs "to" a date; to April or October is to the end of the half-year before."""
    year = _with_year(date, published)
    if date.month is None:
        return None
    if year is None:
        if published is None:
            return None
        year = published.year if timespan.last_day(published.year, date.month) < published else published.year - 1
    if date.day:
        return dt.date(year, date.month, min(date.day, timespan.last_day(year, date.month).day))
    if date.month in (4, 10) and months and months % 6 == 0:
        return dt.date(year, date.month, 1) - dt.timedelta(days=1)
    return timespan.last_day(year, date.month)


def _length_to(part: list[Token], published: dt.date | None) -> Mention | None:
    months = _months_in(part)
    if months is None and any(token.tag == "u" and token.word == "years" for token in part):
        months = 12.0  # "in the years ending March 2018, 2019 and 2020"
    date = _dates_in(part)[0]
    end = _end_of(date, months, published)
    if end is None and date.month is not None and months:
        return Mention("ends in", months=months, year=date.month)
    if end is None or months is None or months != int(months):
        return Mention("unknown")
    return Mention("span", timespan.add_months(end + dt.timedelta(days=1), -int(months)), end, months=months)


def _length_up_to_then(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "In the twelve months up to then", "the year to that date": it ends where the time spoken of last ends."""
    if part[-1].word not in ("then", "date", "point", "day", "time"):
        return None
    return Mention("up to then", months=_months_in(part))


def _length_from(part: list[Token], published: dt.date | None) -> Mention | None:
    months, date = _months_in(part), _dates_in(part)[0]
    if months is None or months != int(months) or date.month is None or date.year is None:
        return Mention("unknown")
    start = dt.date(date.year, date.month, date.day or 1)
    return Mention("span", start, timespan.add_months(start, int(months)) - dt.timedelta(days=1))


def _same_of(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "the same six months of 2017", "the corresponding months of 2018"; "the first half of 2020" is left alone."""
    words = {token.word for token in part}
    date = _dates_in(part)[0]
    if date.month is not None or date.year is None:
        return None
    if words & {"first", "last", "second", "final", "opening", "latter"} and not words & {"same"}:
        months = _months_in(part)
        if months is None or months >= 12 or months != int(months):
            return None
        if words & {"last", "final"}:
            return Mention("span", *timespan.months(date.year, 13 - int(months), int(months)))
        return Mention("span", *timespan.months(date.year, 1, int(months))) if words & {"first", "opening"} else None
    if words & _SAME or "six" in " ".join(words) or any(token.tag == "Λ" for token in part):
        return Mention("same", months=_months_in(part), year=date.year)
    return None


def _lockdown(part: list[Token], published: dt.date | None) -> Mention | None:
    words = {token.word for token in part}
    if words & {"prior", "before", "previous", "since", "after"}:
        return None
    months = _months_in(part)
    start = dt.date(2020, 4, 1)
    length = int(months) if months and months == int(months) and months < 12 else 3
    return Mention("span", start, timespan.add_months(start, length) - dt.timedelta(days=1), word="lockdown")


def _since(part: list[Token], published: dt.date | None) -> Mention | None:
    date = _dates_in(part)[0]
    year = _with_year(date, published)
    if year is None:
        return Mention("unknown")
    if date.month is None:
        start = timespan.LAW_IN_FORCE if year == timespan.LAW_IN_FORCE.year else dt.date(year, 1, 1)
        return Mention("since", start, None, word="year", year=year)
    return Mention("since", dt.date(year, date.month, date.day or 1), None)


def _since_pair(part: list[Token], published: dt.date | None) -> Mention | None:
    span = _pair_span(part[-1].word)
    return Mention("since", span.start, None, word="pair") if span else Mention("unknown")


def _until(part: list[Token], published: dt.date | None) -> Mention | None:
    date = _dates_in(part)[0]
    if part[0].word == "to" and date.month is None:
        return None
    end = _end_of(Date(date.year, date.month, date.day, date.relative), None, published)
    return Mention("until", None, end) if end else None


def _date(part: list[Token], published: dt.date | None) -> Mention | None:
    date = _dates_in(part)[0]
    if date.day is not None:
        return None
    year = _with_year(date, published)
    if date.month is not None:
        if year is None:
            if published is None:
                return None
            year = published.year if timespan.last_day(published.year, date.month) < published else published.year - 1
            return Mention("month", *timespan.months(year, date.month), word="month")
        return Mention("span", *timespan.months(year, date.month), word="month")
    return Mention("span", *timespan.calendar_year(year), word="year") if year is not None else None


def _before(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "the year before", "a year earlier", "three years previously"."""
    last = part[-1].word
    if last == "ago":
        return Mention("ago", months=_months_in(part))
    if last.startswith("just "):
        return Mention("last", months=_months_in(part), word="just")
    if last not in ("before", "earlier", "previous", "prior", "previously", "later"):
        return None
    words = {token.word for token in part}
    months = _months_in(part)
    if last == "later":
        return Mention("shift", months=months)
    if part[0].word != "the" and part[0].tag != "w" and months is not None and last != "prior":
        return Mention("shift", months=-months)  # "five years earlier": the like time, so long before
    return Mention("previous", months=months, word="plural" if words & {"years", "months"} else "")


def _relative(part: list[Token], published: dt.date | None) -> Mention | None:
    words = {token.word for token in part}
    months = _months_in(part)
    if "this" in words and part[-1].tag in "ςΛ":
        return Mention("same")
    plural = "plural" if words & {"years", "months", "periods", "quarters"} else ""
    if "next" in words or "following" in words:
        return Mention("next", months=months)
    if words & {"last", "past"} and "that" in words:
        words -= {"that"}  # "we know that last year ..."
    if words & _PREVIOUS:
        return Mention("previous", months=months, word=plural)
    if words & {"latter", "later", "second"}:
        return Mention("second", months=months)
    if words & _FIRST:
        return Mention("first", months=months)
    if words & _SAME:
        if words & {"time"} and not words & {"same", "that", "this", "whole", "entire"}:
            return None
        return Mention(
            "same",
            months=months,
            word=("whole " if words & {"whole", "entire"} else "both " if words & {"both", "all"} else "") + plural,
        )
    if words & _LAST:
        return Mention("last", months=months, word="latest" if words & {"latest", "most recent", "final"} else plural)
    return None


def _one_of_years(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The first of the four years", "the latest of those years"."""
    if part[-1].tag == "u" and part[-1].word not in ("years", "yrs"):
        return None
    word = next(token.word for token in part if token.tag == "w")
    if word in _FIRST:
        return Mention("first", months=12.0)
    if word in ("second", "latter"):
        return Mention("second", months=12.0)
    return Mention("last", months=12.0, word="latest") if word in _LAST else None


def _bare_length(part: list[Token], published: dt.date | None) -> Mention | None:
    months = _months_in(part)
    return Mention("length", months=months) if months else None


def _pronoun(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "3,217 in the previous one", "having logged 3,217 in the previous 12"."""
    value = part[-1].value.value
    if part[-2].word not in _PREVIOUS or value not in (1, 6, 12, 18, 24):
        return None
    return Mention("previous", months=None if value == 1 else float(value))


def _ordinal(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "418 in the first year and 929 in the second"."""
    return Mention("second") if part[-1].word in ("second", "latter") else None


def _bare_span(part: list[Token], published: dt.date | None) -> Mention | None:
    return Mention("same") if part[-1].word in ("period", "timeframe", "time frame") else None
