"""Days, months, years and lengths of time, composed into one token each.

What belongs here: "3 April 2017", "April", "2018", "18 months". What does not: the periods that they make (`periods`).
"""

import dataclasses
import itertools
import re

from figuretrail import timespan
from figuretrail.monthnames import month_number
from figuretrail.text.counting import Number, and_a_half
from figuretrail.text.tokens import Token

# What a year may be called: "the first full year", "the last offence year".
_OFFENCE_YEARS = {"financial", "fiscal", "offence", "recording", "reporting", "statistical"}  # April to March
_KINDS_OF_YEAR = {
    *_OFFENCE_YEARS, "full", "calendar", "single", "whole", "complete", "consecutive", "successive", "entire",
}  # fmt: skip
UNIT_MONTHS = {
    "year": 12,
    "years": 12,
    "yrs": 12,
    "yr": 12,
    "twelvemonth": 12,
    "ye": 12,  # "YE March 2023", the year ending then
    "month": 1,
    "months": 1,
    "mths": 1,
    "quarter": 3,
    "quarters": 3,
    "decade": 120,
    "decades": 120,
    "half-year": 6,
    "half": 6,
    "halves": 6,
    "half-years": 6,
}


@dataclasses.dataclass(slots=True)
class Date:
    """A day, a month or a year as written; `relative` is -1 for "last year", 0 for "this year".

    latest: it is the last such month before publication, "last October", "this March".
    """

    year: int | None
    month: int | None
    day: int | None
    relative: int | None = None
    latest: bool = False


_BY_MONTHS = {"in", "of", "last", "this", "since", "early", "late", "alone", "itself"}  # "May alone saw 452"
_MOST_DAYS = 31
_MONTHS = 12
_JUST_OVER = {"just gone", "just past", "just ended"}  # "the year to March just gone"


def dates_in(tokens: list[Token], text: str) -> list[Token]:
    """The tokens with every date made one token of class DATE, its value a `Date`."""
    out: list[Token] = []
    i, count = 0, len(tokens)
    counted = _count_after_months(tokens)
    while i < count:
        token = tokens[i]
        made: tuple[Date, int, int] | None = None  # date, tokens before it that belong to it, tokens after
        if token.tag == "M" and _is_month(tokens, i, text):
            made = (Date(None, month_number(token.word), None), 0, 1) if counted else _month_date(tokens, i, out)
        elif token.tag == "Y":
            if not _year_is_count(tokens, i):
                made = Date(int(token.value.value), None, None), 0, 1
        elif token.tag == "N" and _is_marked_year(token, out):
            made = Date(int(token.word[:4]), None, None), 0, 1
        elif token.tag == "@" and token.value is None:
            numeric = _numeric_date(token.word)
            made = (numeric, 0, 1) if numeric is not None else None
        if made is None:
            if token.tag == "M":
                token.tag = "x"
            if token.tag == "Y":
                token.tag = "N"
            if token.tag == "@":
                token.tag, token.value = "μ", "no day"
            out.append(token)
            i += 1
            continue
        date, before, width = made
        start = token.start
        if date.year is None and date.day is None and not before and out and out[-1].word in ("last", "this"):
            before, date.latest = 1, True
        for _ in range(before):
            start = out.pop().start
        end = tokens[i + width - 1].end
        of = date.year is None and i + width < count and tokens[i + width].word == "of"
        following = [t.word for t in tokens[i + width + of : i + width + of + 2]]
        if date.year is None and (
            following in (["last", "year"], ["this", "year"]) or (of and following[:1] == ["this"])
        ):
            date.relative = -1 if following[0] == "last" else 0
            width += of + (2 if following[1:] == ["year"] else 1)
            end = tokens[i + width - 1].end
        if date.year is None and date.day is None and i + width < count and tokens[i + width].word in _JUST_OVER:
            date.latest, end, width = True, tokens[i + width].end, width + 1
        out.append(Token("@", start, end, "date", date))
        i += width
    return _days_in_row(_years_for_days(out))


def _count_after_months(tokens: list[Token]) -> bool:
    """ "June brought 21, July 24 and August 33": the numbers after months are no days, for one is too high."""
    after = [b.value.value for a, b in itertools.pairwise(tokens) if a.tag == "M" and b.tag == "N"]
    return len(after) > 1 and max(after) > _MOST_DAYS and all(value == int(value) for value in after)


def _years_for_days(tokens: list[Token]) -> list[Token]:
    """ "Apr 22 – Mar 23": twelve months from one year to the next, not days."""
    for first, joint, last in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if first.tag != "@" or last.tag != "@" or joint.tag not in "~–t":
            continue
        start, end = first.value, last.value
        whole_year = start.month and end.month and (end.month - start.month) % 12 == 11
        if whole_year and start.day and end.day and start.year is None and end.year is None:
            years = 2000 + start.day, 2000 + end.day
            if years[1] - years[0] == (start.month != 1) and last.word == "date":
                start.year, end.year, start.day, end.day = *years, None, None
    return tokens


def _is_month(tokens: list[Token], i: int, text: str) -> bool:
    token = tokens[i]
    if not text[token.start].isupper():
        return False
    if token.word in ("may", "march"):
        near = [t for t in (tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None) if t]
        return not near or any(  # "May" alone is a row's label
            t.tag in "NYitfzZ&~–dq" or t.word in _BY_MONTHS for t in near
        )
    return True


def _month_date(tokens: list[Token], i: int, out: list[Token]) -> tuple[Date, int, int]:
    month = month_number(tokens[i].word)
    day = year = None
    before, width, count = 0, 1, len(tokens)
    if (
        out
        and out[-1].tag == "N"
        and isinstance(out[-1].value, Number)
        and 1 <= out[-1].value.value <= 31
        and not out[-1].value.spelt
    ):
        day, before = int(out[-1].value.value), 1
    if i + 2 < count and tokens[i + 1].word == "." and _is_day_or_year(tokens[i + 2]):
        width += 1  # "Oct. 2022", "Oct. 26"
    short = _short_year(tokens, i + 1) if day is None else None
    if short is not None:
        return Date(short[0], month, None), 0, 1 + short[1]
    j = i + width
    if (
        day is None
        and j < count
        and isinstance(tokens[j].value, Number)
        and tokens[j].tag == "N"
        and not tokens[j].value.spelt
        and 1 <= tokens[j].value.value <= 31
        and not (j + 1 < count and tokens[j + 1].tag in "OVu")
    ):
        day, width = int(tokens[j].value.value), width + 1
    j = i + width
    if j < count and tokens[j].tag in ",·" and j + 1 < count and tokens[j + 1].tag == "Y" and (day is not None):
        year, width = int(tokens[j + 1].value.value), width + 2
    elif j < count and tokens[j].tag == "Y":
        year, width = int(tokens[j].value.value), width + 1
    elif j < count and tokens[j].tag == "N" and _is_marked_year(tokens[j], [tokens[i]]):
        year, width = int(tokens[j].word[:4]), width + 1
    elif j + 1 < count and tokens[j].word == "of" and tokens[j + 1].tag == "Y":
        year, width = int(tokens[j + 1].value.value), width + 2
    return Date(year, month, day), before, width


def _is_day_or_year(token: Token) -> bool:
    plain = token.tag == "N" and isinstance(token.value, Number) and not token.value.spelt
    return token.tag == "Y" or (plain and 1 <= token.value.value <= 31)


def _short_year(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """ "Apr-22", "April '22": a year of two digits after a month, and how many tokens it takes."""
    mark, number = (tokens[i], tokens[i + 1]) if i + 1 < len(tokens) else (None, None)
    if mark is None or number is None or mark.word not in ("-", "'") or number.tag != "N":
        return None
    if mark.end != number.start or len(number.word) != 2 or not number.word.isdigit():
        return None
    return 2000 + int(number.word), 2


def _year_is_count(tokens: list[Token], i: int) -> bool:
    """ "2026 cases" counts cases; "in 2017 15 offences" does not."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    before = tokens[i - 1] if i else None
    if after is None or after.tag not in "OSVW":
        return False
    if before is not None and before.tag == "d":
        return False  # "1,985 of the 2023 offences"
    if before is not None and before.tag == "&" and any(token.tag == "z" for token in tokens[max(0, i - 4) : i - 1]):
        return False  # "between 2020 and 2021 offences rose"
    return before is None or before.tag not in "ifZvtM" or before.word in ("for", "of", "at")


def _is_marked_year(token: Token, before: list[Token]) -> bool:
    """A year with a footnote mark stuck to it: "since 20172"."""
    word = token.word
    return (
        len(word) == 5
        and word.isdigit()
        and 1990 <= int(word[:4]) <= 2040
        and bool(before)
        and before[-1].tag in "ifZtvoM"
    )


def _numeric_date(word: str) -> Date | None:
    """ "31/03/2019"; None where no month or year is so numbered: "12/25/2018", "31/12/9999"."""
    day, month, year = (int(part) for part in re.split("[/.]", word))
    year = year if year > 99 else 2000 + year
    possible = 1 <= day <= _MOST_DAYS and 1 <= month <= _MONTHS and year in timespan.YEARS
    return Date(year, month, day) if possible else None


_MORE_DAYS = re.compile(r"@(?:,N)*&N(?=[·,;:⟩it]|$)")


def _days_in_row(tokens: list[Token]) -> list[Token]:
    """ "On September 24, 25 and 26 at 7pm": the days after the first belong to the date."""
    for match in _MORE_DAYS.finditer("".join([token.tag for token in tokens])):
        first: Date = tokens[match.start()].value
        more = [token for token in tokens[match.start() : match.end()] if token.tag == "N"]
        days = [first.day or 99, *(token.value.value for token in more)]
        if days == sorted(set(days)) and days[-1] <= 31 and not any(token.value.spelt for token in more):
            for token in more:
                token.tag, token.value = "μ", "a day"
    return tokens


def lengths_in(tokens: list[Token]) -> list[Token]:
    """ "18 months", "two and a half years", "a year and a half", "12-month" as one token of class LENGTH."""
    out: list[Token] = []
    i, count = 0, len(tokens)
    while i < count:
        made = _length(tokens, i, out)
        if made is None:
            token = tokens[i]
            after = i
            while after < count and tokens[after].word in _KINDS_OF_YEAR:
                after += 1
            if i < after < count and tokens[after].tag == "u":  # "the first full reporting year"
                kinds = {one.word for one in tokens[i:after]}
                i = after
                kind = "financial" if kinds & _OFFENCE_YEARS else "calendar" if "calendar" in kinds else None
                token = Token("u", token.start, tokens[i].end, tokens[i].word, kind)
            out.append(token)
            i += 1
            continue
        length, width = made
        words = " ".join(t.word for t in tokens[i : i + width])
        first, end = tokens[i].start, tokens[i + width - 1].end
        if isinstance(length, tuple) and length[0] == "minute" and _goes_on_hours(out):
            out.pop()
            hours = out.pop()
            first, words, length = hours.start, f"{hours.word} and {words}", ("minute", 60 * hours.value[1] + length[1])
        out.append(Token("Λ", first, end, words, length))
        i += width
    return out


def _goes_on_hours(out: list[Token]) -> bool:
    """ "2 hours and 45 minutes": whether hours and "and" stand before the minutes."""
    return (
        [token.tag for token in out[-2:]] == ["Λ", "&"]
        and isinstance(out[-2].value, tuple)
        and out[-2].value[0] == "hour"
    )


def _length(tokens: list[Token], i: int, out: list[Token]) -> tuple[float | tuple[str, float], int] | None:
    token, count = tokens[i], len(tokens)
    number = 1.0
    if token.tag == "N" and token.value.kind == "count":
        number = token.value.value
    elif not (token.word in ("a", "an", "single") or token.tag == "u"):
        return None
    j = i + 1
    if token.tag == "u":
        j = i
    half = 0.0
    after_half = and_a_half(tokens, j) if token.tag == "N" else None  # "two-and-a-half years"
    if after_half is not None:
        half, j = 0.5, after_half
    if j < count and tokens[j].tag == "~":
        j += 1
    if j < count and tokens[j].word in _KINDS_OF_YEAR:
        j += 1
    if j >= count or tokens[j].tag != "u":
        return None
    unit = tokens[j].word
    following = [t.word for t in tokens[j + 1 : j + 4]]
    width = j - i + 1
    if following == ["and", "a", "half"]:
        half, width = 0.5, width + 3
    if token.tag == "u" and not half:
        return None  # a bare "year": the rules below say what it is
    if (
        token.word in ("a", "an", "single")
        and not half
        and (unit in ("day", "week", "hour", "minute") or not _says_length(out))
    ):
        return None  # "nine a day" is a rate
    months = UNIT_MONTHS.get(unit)
    return ((unit.rstrip("s"), number + half) if months is None else months * (number + half)), width


def _says_length(out: list[Token]) -> bool:
    return bool(out) and (out[-1].tag in "ioqd" or out[-1].word in ("just", "than", "of", "only"))
