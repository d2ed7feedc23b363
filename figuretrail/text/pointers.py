"""Words that tell a time by another: "the year before", "the same six months", "a year on", "the last of them".

What belongs here: reading such a `Mention` from the tokens that a rule has matched. What does not: times with dates of
their own (`mentions`), and which dates are meant (`timeline`).
"""

import datetime as dt

from figuretrail import timespan
from figuretrail.text.mentions import (
    FINAL,
    FIRST,
    LAST,
    ORDINALS,
    PREVIOUS,
    SAME,
    Mention,
    date,
    dated,
    dates_in,
    months_in,
)
from figuretrail.text.tokens import Token
from figuretrail.timespan import Span

_MOST_BEFORE = 12
_DAYS = {"day", "days", "week", "weeks", "hour", "hours"}  # "the next day"


def same_of_year_before(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The same nine months of the previous year": the like time, a year before; or that of the year before this."""
    words = {token.word for token in part}
    if part[-1].word != "year" or not words & SAME or not words & (PREVIOUS | {"last"}):
        return None
    last_year = published.year - 1 if published is not None and part[-2].word == "last" else None
    return Mention("shift", months=-12.0, year=last_year)


def before_that(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "267, and 288 before that": the time before the one spoken of, as long as it."""
    return Mention("previous") if [token.word for token in part] == ["before", "that"] else None


def so_many_before_that(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "231 in the last two years, and 218 in the four before that": as many years, or months, right before those."""
    so_many = next(token.value.value for token in part if token.tag == "N")
    if part[-2].word != "before" or part[-1].word not in ("that", "those", "these") or so_many > _MOST_BEFORE:
        return None
    return Mention("previous", months=-float(so_many), word="so many")


def part_of_year_before(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The first half of the previous year", "the second half of the year before": half of that year."""
    words = {token.word for token in part}
    if not words & (PREVIOUS | {"before"}) or part[-1].word not in ("year", "before", "one"):
        return None
    if words & SAME:  # "in the same half of the year before"
        return Mention("shift", months=-12.0)
    which = next((n for n, names in enumerate((FIRST, {"second", "latter", *FINAL})) if words & names), None)
    half = any(token.tag == "u" and token.word in ("half", "half-year") for token in part)
    return Mention("part of previous", months=6.0, ordinal=which + 1) if half and which is not None else None


def following(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The twelve months that followed", "the year after"."""
    last = part[-1].word
    if last not in ("followed", "follows", "after") and (part[-2].word, last) != ("after", "that"):
        return None
    return Mention("next", months=months_in(part))


def length_since(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The six months since": right after the time spoken of; "since the end of March": after that."""
    months = months_in(part)
    if part[-1].tag == "Z":
        return Mention("next", months=months)
    said = date([part[-1]], published) if dates_in(part)[0].month is not None else None
    ends = any(token.word == "end" for token in part)
    if said is None or said.end is None or not ends or months is None or months < 2:
        return None
    return dated(timespan.months_from(said.end + dt.timedelta(days=1), months))


def length_up_to_then(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "In the twelve months up to then", "the year to that date": it ends where the time spoken of last ends."""
    if part[-1].word not in ("then", "date", "point", "day", "time", "that"):
        return None
    return Mention("up to then", months=months_in(part))


def same_of(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "the same six months of 2017", "the corresponding months of 2018"; "the first half of 2020" is left alone."""
    words = {token.word for token in part}
    date = dates_in(part)[0]
    if date.month is not None or date.year is None:
        return None
    if words & (FIRST | FINAL | ORDINALS.keys() | {"latter"}) and not words & {"same"}:
        months = months_in(part)
        if months is None or months >= 12 or months != int(months):
            return None
        whole = int(months)
        if words & FINAL or (words & {"second", "latter"} and whole == 6):
            return Mention("span", *timespan.months(date.year, 13 - whole, whole))
        which = next((ORDINALS[word] for word in words & ORDINALS.keys()), 1)
        return (
            Mention("span", *timespan.months(date.year, 1 + whole * (which - 1), whole))
            if whole * which <= 12
            else None
        )
    if words & SAME or "six" in " ".join(words) or any(token.tag == "Λ" for token in part):
        return Mention("same", months=months_in(part), year=date.year)
    return None


def half_of(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The 2018 half-year": the six months spoken of, in that year."""
    date = dates_in(part)[0]
    if date.month is not None or date.year is None or not part[-1].word.startswith("half-year"):
        return None
    return Mention("same", months=6, year=date.year)


def before(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "the year before", "a year earlier", "three years previously"."""
    last = part[-1].word
    if last == "ago":
        return Mention("ago", months=months_in(part))
    if last.startswith("just "):
        gone = _last_named(part[-2], published)  # "the calendar year just gone"
        return Mention("last", *gone, months=months_in(part), word="just")
    if last not in ("before", "earlier", "previous", "prior", "previously", "later"):
        return None
    words = {token.word for token in part}
    months = months_in(part)
    if last == "later":
        return Mention("shift", months=months)
    if part[0].word != "the" and part[0].tag != "w" and months is not None and last != "prior":
        return Mention("shift", months=-months)  # "five years earlier": the like time, so long before
    return Mention("previous", months=months, word="plural" if words & {"years", "months"} else "")


def later(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "A year on", "twelve months on"."""
    return Mention("shift", months=months_in(part)) if part[-1].word == "on" else None


def after_that(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "Two years after that"."""
    return Mention("shift", months=months_in(part)) if part[-2].word == "after" and part[-1].word == "that" else None


def relative(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The previous year", "the same period", "the first 18 months", "last year"."""
    words = {token.word for token in part}
    months = months_in(part)
    if "this" in words and part[-1].tag in "ςΛ":
        return Mention("same")
    plural = "plural" if words & {"years", "months", "periods", "quarters"} else ""
    if "next" in words or "following" in words:
        return Mention("next", months=months) if part[-1].word not in _DAYS else None
    if words & {"last", "past"} and "that" in words:
        words -= {"that"}  # "we know that last year ..."
    if words & PREVIOUS:
        return Mention(
            "previous", months=months, word="earlier" if part[0].tag == "d" and "earlier" in words else plural
        )
    if words & {"latter", "later", "second"}:
        return Mention("second", months=months, word="later" if "later" in words else "")
    if words & FIRST:
        return Mention("first", months=months)
    if words & SAME:
        if words & {"time"} and not words & {"same", "that", "this", "whole", "entire"}:
            return None
        return Mention(
            "same",
            months=months,
            word=("whole " if words & {"whole", "entire"} else "both " if words & {"both", "all"} else "") + plural,
        )
    if words & LAST:
        word = "latest" if words & {"latest", "most recent", "final"} else plural
        return Mention("last", *_last_before(part, published), months=months, word=word)
    return None


def _last_before(part: list[Token], published: dt.date | None) -> Span:
    """ "The last financial year", "last month": by the day of publication, where the text dates it nowhere."""
    unit = part[-1]
    if published is None or unit.tag != "u" or part[-2].word not in ("last", "past", "latest"):
        return Span(None, None)
    if unit.word == "month":
        end = published.replace(day=1) - dt.timedelta(days=1)
        return Span(end.replace(day=1), end)
    return _last_named(unit, published)


def _last_named(unit: Token, published: dt.date | None) -> Span:
    """The last financial or calendar year that was over by the day of publication, where the words say which."""
    if published is None or unit.value not in ("financial", "calendar"):
        return Span(None, None)
    if unit.value == "financial":
        return timespan.offence_year(published.year - 1 - (published.month < 4))
    return timespan.calendar_year(published.year - 1)


def one_of_years(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The first of the four years", "the latest of those years", "the later of the two half-years"."""
    if any(token.tag == "x" and token.word != "more" for token in part):
        return None
    if part[-1].tag in "Iw" and part[-1].word not in ("them", "these", "those"):
        return None
    word = next(token.word for token in part if token.tag == "w")
    of_years = part[-1].word.rpartition(" ")[2] in _YEARS
    if part[-1].tag in "uςΛ" and not of_years:  # of those two periods, however long they are
        halves = _one_of_halves(part, word)
        if halves is not None:
            return halves
        which = "first" if word in _EARLIER_OF_TWO else "second" if word in _LATER_OF_TWO else ""
        plural = part[-1].word.endswith("s") or part[-1].tag == "Λ"
        return Mention(which, word="of two") if which and plural else None
    if word in FIRST:
        return Mention("first", months=12.0)
    if word in ("second", "latter"):
        return Mention("second", months=12.0)
    return Mention("last", months=12.0, word="latest") if word in LAST else None


_YEARS = {"years", "yrs"}
_EARLIER_OF_TWO = {*FIRST, "earlier", "former"}
_LATER_OF_TWO = {*LAST, "second", "latter", "later"} - {"this", "current"}


def _one_of_halves(part: list[Token], word: str) -> Mention | None:
    """ "The first of the half-years", "the last of those quarters", which may not be "halves" of one thing."""
    months = {"half-years": 6.0, "quarters": 3.0}.get(part[-1].word)
    if months is None or (word not in FIRST and word not in LAST):
        return None
    return Mention("first" if word in FIRST else "last", months=months, word="" if word in FIRST else "latest")


def bare_length(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "18 months", with nothing that says which."""
    months = months_in(part)
    return Mention("length", months=months) if months else None


def pronoun(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "3,217 in the previous one", "the earlier one", "having logged 3,217 in the previous 12"."""
    value, which = part[-1].value.value, part[-2].word
    if which in ("earlier", "later") and value == 1 and part[-1].value.spelt:
        return Mention("previous" if which == "earlier" else "second", word=which)
    if value not in (1, 6, 12, 18, 24) or which not in PREVIOUS | LAST:
        return None
    if which in LAST:
        return Mention("last", months=float(value)) if value > 1 else None  # "1,944 of them in the most recent six"
    return Mention("previous", months=None if value == 1 else float(value))


def latest_one(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "It depends on the year. In the most recent one": the latest year that the text names."""
    one = part[-1].value
    if part[2].word not in ("most recent", "latest", "last") or not one.spelt or one.value != 1:
        return None
    return Mention("last", months=12.0, word="latest")


def one_before(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "78 in the same year, against 64 in the one before"."""
    return Mention("previous") if part[-1].word == "before" and part[-2].value.value == 1 else None


def ordinal(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "418 in the first year and 929 in the second"."""
    return Mention("second") if part[-1].word in ("second", "latter") else None


def nth_alone(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "3,217 in the first year; in the second, 4,373; in the third, 4,999": the third year of the law."""
    which = ORDINALS.get(part[-1].word, 0)
    return Mention("nth", months=12.0, ordinal=which) if which > 2 else None


def the_next(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "18 in that year, 21 the next and 25 in 2024/25": right after the time spoken of."""
    return Mention("next") if part[-1].word in ("next", "following") else None


def ordinal_alone(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "That was the second year of the law. The first produced 3,217"."""
    word, which = part[-1].word, ORDINALS.get(part[-1].word, 0)
    if which > 2:
        return Mention("nth", months=12.0, ordinal=which)  # "The second reached 4,341. The third stood at 4,975"
    return Mention("first", months=12.0) if word == "first" else Mention("second") if word == "second" else None


def bare_span(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The period"."""
    return Mention("same") if part[-1].word in ("period", "timeframe", "time frame") else None


def for_the_year(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The count for the year trebled to 96": the year that the text is about."""
    told = part[0].word == "for" and part[-1].word == "year"
    return Mention("same", months=12.0, word="for the year") if told else None


def nth_year(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "The third year", "its fourth full year": of the law, or of a time of several years; "a third year" is not."""
    which = ORDINALS.get(part[-2].word, 0)
    told = which > 2 and part[-1].word == "year" and part[0].word != "a"
    return Mention("nth", months=12.0, ordinal=which) if told else None


def numbered_year(part: list[Token], published: dt.date | None) -> Mention | None:
    """ "In year one": the first year of the law; "Year 6" is a school's."""
    number = part[1].value
    if part[0].word != "year" or not number.spelt or number.value not in (1, 2):
        return None
    return Mention("first" if number.value == 1 else "second", months=12.0)
