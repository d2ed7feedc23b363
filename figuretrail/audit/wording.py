"""What a check says to a reader: one sentence with the words of the trade, and no column name in it.

What belongs here: numbers, periods, places and subjects as text, and the sentence for each kind of check. What
does not: what is checked and how it came out.
"""

import datetime as dt
import functools
import math
from collections.abc import Mapping, Sequence
from typing import Any

from figuretrail.audit.claims import NO_DAY, NOTHING
from figuretrail.audit.totals import OTHER_PERIOD, PART_MISSING, PLACES_MISSING, missing_places
from figuretrail.figure import SUBJECT
from figuretrail.timespan import Span, add_months, is_offence_year, offence_year_label
from figuretrail.vocabulary import places

_BOUND_WORDS = {
    "=": "",
    "~": "about ",
    ">": "more than ",
    ">=": "at least ",
    "<": "fewer than ",
    "<=": "up to ",
}
_MULTIPLES = {100: "doubled", 200: "trebled", 300: "quadrupled", -50: "halved"}
_RATE_WORDS = {"per_day": "a day", "per_week": "a week", "per_month": "a month"}
_BASE_WORDS = {
    "method_recorded": "with a recorded means of communication",
    "age_recorded": "with a recorded age",
    "sex_recorded": "with a recorded sex",
    "age_and_sex_recorded": "with a recorded age and sex",
}


@functools.lru_cache(maxsize=200_000)
def number(value: float, decimals: int = 0) -> str:
    """A number with thousands separated: `1,944`, `29.2`, `-3`."""
    if math.isnan(value):
        return "an unknown number"
    if value == round(value) and decimals <= 1:
        return f"{value:,.0f}"
    return f"{value:,.{max(decimals, 1)}f}"


def stated(value: float, unit: str, bound: str, surface: str = "") -> str:
    """A stated value as a reader would say it: `30%`, `a rise of 34%`, `more than 5,000`, `9 a day`, `“a third”`.

    A share or change in words is quoted: "a third" is not 33.33%.
    """
    about = _BOUND_WORDS[bound]
    if unit in ("percent", "percent_change") and in_words(surface):
        quoted = f"{about}“{surface}”"
        return quoted if unit == "percent" else f"a {_direction(value)} of {quoted}"
    if unit == "percent":
        return f"{about}{_percent(value)}"
    if unit == "percent_change":
        return _change(value, about)
    if unit in _RATE_WORDS:
        return f"{about}{number(value)} {_RATE_WORDS[unit]}"
    return f"{about}{number(value)}"


def in_words(surface: str) -> bool:
    """Whether a share or change is told in words alone: "a third", "doubled"."""
    return bool(surface) and not any(character.isdigit() or character == "%" for character in surface)


def computed(value: float, unit: str, beside: float = 0.0) -> str:
    """A computed value, with one decimal or as many as the stated one `beside` it has, two at most."""
    decimals = 2 if round(beside, 1) != round(beside, 2) else 1
    value = round(value, decimals)
    if unit == "percent":
        return _percent(value, decimals)
    if unit == "percent_change":
        return _change(value, "", decimals)
    if unit in _RATE_WORDS:
        return f"{number(value, decimals)} {_RATE_WORDS[unit]}"
    return number(value)


def _percent(value: float, decimals: int = 2) -> str:
    shown = f"{value:,.{decimals}f}"
    return f"{shown.rstrip('0').rstrip('.')}%"


def _change(value: float, about: str, decimals: int = 2) -> str:
    if value == 0:
        return f"{about}no change"
    return f"a {_direction(value)} of {about}{_percent(abs(value), decimals)}"


def _direction(value: float) -> str:
    return "rise" if value > 0 else "fall"


_EPOCH = dt.date(1970, 1, 1)


@functools.lru_cache(maxsize=100_000)
def period(start: int, end: int) -> str:
    """A period as a statistician would say it: `2017/18`, `April to September 2018`, `2019`, or its two days."""
    if start == NO_DAY and end == NO_DAY:
        return ""
    first = None if start == NO_DAY else _EPOCH + dt.timedelta(days=int(start))
    last = None if end == NO_DAY else _EPOCH + dt.timedelta(days=int(end))
    if first is None or last is None:
        return f"up to {_day(last)}" if last else f"since {_day(first)}"
    if is_offence_year(Span(first, last)):
        return offence_year_label(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    after = last + dt.timedelta(days=1)
    if first.day == 1 and after.day == 1:
        if add_months(first, 1) == after:
            return f"{first:%B %Y}"
        if first.month == 4 and last.month == 3:
            return f"{offence_year_label(first)} to {offence_year_label(dt.date(last.year - 1, 4, 1))}"
        opening = f"{first:%B}" if first.year == last.year else f"{first:%B %Y}"
        return f"{opening} to {last:%B %Y}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: dt.date | None) -> str:
    return "" if day is None else f"{day.day} {day:%B %Y}"


@functools.lru_cache(maxsize=100_000)
def subject(platforms: str, victims: str, offence: str) -> str:
    """What is counted, beyond the offence itself: ` for Facebook`, ` for girls aged 12 to 15`; may be empty."""
    parts = []
    if platforms != NOTHING:
        parts.append(f" for {listed(platforms.split('|'))}")
    if victims != NOTHING:
        parts.append(f" for {_victims(victims)}")
    if offence != SUBJECT:
        parts.append(f" ({offence.replace('_', ' ')})")
    return "".join(parts)


def _victims(text: str) -> str:
    ages, _, sex = text.partition("|")
    low, _, high = ages.partition("-")
    who = {"female": "girls", "male": "boys"}.get(sex, "victims")
    if not low and not high:
        return who
    if not high:
        return f"{who} aged {low} and over"
    return f"{who} aged {low or 0} to {high}"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: `a, b and c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def claim_value(claim: Mapping[Any, Any]) -> str:
    """A claim's number: one value, or the span of those that are stated for it."""
    if claim["state"] == "suppressed":
        return "a suppressed number"
    if claim["state"] != "known":
        return "a number that is not available"
    low, high = claim["value_min"], claim["value_max"]
    if low != high:
        return f"{number(low)} or {number(high)}"
    return _BOUND_WORDS[claim["bound"]] + number(claim["value"])


def place_of(geography: str) -> str:
    """` in Wales`, ` in the North East`, or nothing where the place is unknown."""
    return f" in {with_article(geography)}" if geography else ""


def with_article(geography: str) -> str:
    """The place as it stands in a sentence: `the United Kingdom`, `the North East`, `Kent`."""
    takes_one = geography == "United Kingdom" or geography in _regions_with_article()
    return f"the {geography}" if takes_one else geography


@functools.cache
def _regions_with_article() -> frozenset[str]:
    names = {place.name for place in places() if place.type == "region"}
    # "West Midlands" is a region and a force; both are said with the article.
    return frozenset(name for name in names if name != "London" and "Yorkshire" not in name)


def of_period(start: int, end: int) -> str:
    """` in 2017/18`, ` from April to September 2018`, or nothing where the period is unknown."""
    text = period(start, end)
    if not text:
        return ""
    if text.startswith(("up to", "since")):
        return f" {text}"
    return f" from {text}" if " to " in text else f" in {text}"


def check_sentence(
    who: str,
    row: Mapping[Any, Any],
    parts: Sequence[Mapping[Any, Any]],
    check: Mapping[Any, Any],
) -> str:
    """The sentence of one check. `row` is the stated figure, `parts` the claims used, `check` the judged candidate."""
    kind = check["kind"]
    about = subject(row["platforms"], row["victims"], row["offence"])
    where = f"{about}{place_of(row['geography'])}{of_period(row['start'], row['end'])}"
    if kind == "multiple" and row["value"] in _MULTIPLES:
        opening = f"{who} says that the number{about} {_BOUND_WORDS[row['bound']]}{_MULTIPLES[row['value']]}"
        opening += where.removeprefix(about)
    else:
        opening = f"{who} gives {stated(row['value'], row['unit'], row['bound'], row['surface'])}{where}"
    body = _body(kind, row, parts, check)
    note = check["note"]
    if note:
        body += f", {_note(note, row, parts)}"
    if check["verdict"] == "rounding":
        body += ", which fits if the number was cut off or loosely rounded"
    if check["verdict"] == "undecidable" and check["reason"] not in ("", note):
        body += f"; not decided, as {check['reason']}"
    return f"{opening}; {body}."


def _note(note: str, row: Mapping[Any, Any], parts: Sequence[Mapping[Any, Any]]) -> str:
    """What the reader has to know of a sum that comes out right: which part is of another period, or is left out."""
    if note == OTHER_PERIOD:
        other = next(part for part in parts if (part["start"], part["end"]) != (row["start"], row["end"]))
        when = period(other["start"], other["end"])
        return f"but the number for {other['geography']} is for {when or 'a period that is not stated'}"
    if note == PLACES_MISSING:
        left_out = missing_places(row["geo"], [part["geo"] for part in parts if part["state"] == "known"])
        return f"without a number for {listed(left_out)}"
    if note == PART_MISSING:
        return "without the part that is not available"
    return note


def base_words(base: str) -> str:
    """`with a recorded age`; nothing for a count of all."""
    return _BASE_WORDS.get(base, "")


def _body(kind: str, row: Mapping[Any, Any], parts: Sequence[Mapping[Any, Any]], check: Mapping[Any, Any]) -> str:
    if check["hidden"]:
        if check["verdict"] == "inconsistent":
            return "the numbers given do not fit it, whatever the suppressed ones are"
        return "the numbers given can't confirm it"
    beside = 0.0 if in_words(row["surface"]) else row["value"]
    known = not math.isnan(check["computed_value"])
    result = computed(check["computed_value"], row["unit"], beside) if known else ""
    values = [claim_value(part) for part in parts]
    if kind == "share":
        words = _BASE_WORDS.get(parts[1]["base"], "")
        base = values[1] + (f" offences {words}" if words else "")
        if len(parts) > 2:
            years = [f"{n}{of_period(p['start'], p['end'])}" for n, p in zip(values[1:], parts[1:], strict=True)]
            base = f"all offences{' ' + words if words else ''}, {listed(years)} together,"
        return f"{values[0]} of {base} is {result}"
    if kind in ("change", "multiple"):
        before = period(parts[1]["start"], parts[1]["end"])
        return f"from {values[1]}{' in ' + before if before else ''} to {values[0]} is {result}"
    if kind == "rate":
        days = f"{row['days']:,.0f}"
        return f"{values[0]} over {days} days is {result}"
    if kind == "complement":
        return f"{values[0]} less {values[1]} {_BASE_WORDS.get(parts[1]['base'], '')} is {result}"
    if kind == "rest_of_period":
        whole, first = parts
        return (
            f"{values[0]}{of_period(whole['start'], whole['end'])} less {values[1]}"
            f"{of_period(first['start'], first['end'])} is {result}"
        )
    if kind == "platforms_together":
        return f"the numbers for each of them are {_named(parts, kind, row['unit'])}{_range(check, row['unit'])}"
    if kind == "total_of_platforms":
        return f"the platforms listed make just that: {_named(parts, kind, row['unit'])}"
    named = _named(parts, kind, row["unit"])
    if result:
        return f"{named} make {result}"
    return f"{named} make at least {number(check['near_low'])}"


def _range(check: Mapping[Any, Any], unit: str) -> str:
    if math.isinf(check["near_high"]):
        return f", and all together are at least {computed(check['near_low'], unit)}"
    low, high = computed(check["near_low"], unit), computed(check["near_high"], unit)
    return f", so together they are between {low} and {high}"


MOST_NAMED = 8


def _named(parts: Sequence[Mapping[Any, Any]], kind: str, unit: str) -> str:
    """Each part's number with what tells it from the others; long lists are cut, their rows are in the check."""
    shown = parts if len(parts) <= MOST_NAMED else parts[: MOST_NAMED - 1]
    texts = [f"{_part_value(part, unit)} ({part_name(part, kind)})" for part in shown]
    if len(shown) < len(parts):
        texts.append(f"{len(parts) - len(shown)} more")
    return listed(texts)


def _part_value(part: Mapping[Any, Any], unit: str) -> str:
    text = claim_value(part)
    return f"{text}%" if unit == "percent" and part["state"] == "known" else text


def part_name(part: Mapping[Any, Any], kind: str) -> str:
    """What tells a part from the others of its total: its place, platforms, victims or period."""
    if kind in ("total_of_countries", "total_of_regions", "total_of_forces"):
        return with_article(str(part["geography"])) if kind == "total_of_regions" else str(part["geography"])
    if kind in ("platforms_together", "total_of_platforms"):
        return listed(part["platforms"].split("|"))
    if kind in ("total_of_sexes", "total_of_ages"):
        return _victims(part["victims"])
    return period(part["start"], part["end"])
