"""Times that go by a name or stand behind a thing: "the pandemic year", "last year's report", "the report before that".

What belongs here: such words, made into the periods that they mean. What does not: times said by dates, lengths and
their order (`periods`).
"""

import itertools
import re

from figuretrail import timespan
from figuretrail.text.lexicon import CLASSES
from figuretrail.text.mentions import Mention
from figuretrail.text.timeline import fits
from figuretrail.text.tokens import Token

PANDEMIC = {"pandemic", "covid", "covid-19", "coronavirus"}
_PUBLISHED = {
    "report", "reports", "return", "returns", "survey", "bulletin", "edition", "paper", "review", "briefing",
    "release", "publication", "update", "response", "responses", "request", "requests",
}  # fmt: skip
_YEAR_OF_PANDEMIC = re.compile(
    r"the (?P<order>(?:(?:first|second|full|main|last) ){0,2})"
    r"(?:(?:pandemic|covid|covid-19) year |year (?P<joint>of|before) (?:the )?(?:pandemic|covid|covid-19|coronavirus) )"
)
_BEFORE = {"previous", "preceding", "prior"}
_LAST_YEARS = ("last year's", "last years'")
_LATER_LOCKDOWNS = {"second", "third"}


def pandemic_years(tokens: list[Token]) -> list[Token]:
    """ "The first year of the pandemic", "the pandemic year", "the year before Covid": years that begin in April."""
    if not any(token.word in PANDEMIC for token in tokens):
        return tokens
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        year, width = _pandemic_year(tokens, i)
        if width:
            value, first = Mention("span", *timespan.offence_year(year), word="pandemic"), i
            if out and out[-1].tag == "Z":  # "since the first year of Covid"
                out.pop()
                value, first = Mention("since", value.start, None, word="pair"), i - 1
            words = " ".join(token.word for token in tokens[first : i + width])
            out.append(Token(CLASSES["PERIOD"], tokens[first].start, tokens[i + width - 1].end, words, value))
        else:
            out.append(tokens[i])
        i += width or 1
    return out


def _pandemic_year(tokens: list[Token], i: int) -> tuple[int, int]:
    """The year in which what the tokens from `i` on name begins, and how many tokens they are; 0 where none do."""
    match = _YEAR_OF_PANDEMIC.match(" ".join(token.word for token in tokens[i : i + 7]) + " ")
    if match is None:
        return 0, 0
    order = match["order"] or ""
    year = 2019 if match["joint"] == "before" else 2021 if "second" in order else 2020
    return year, len(match.group().split())


def explained_in(tokens: list[Token]) -> list[Token]:
    """The tokens with such names read as the times that they stand for, where other words change what they say."""
    return _explained(later_lockdowns(reports_of_years(tokens)))


def _explained(tokens: list[Token]) -> list[Token]:
    """ "2019, the last year before Covid": a year that is named so is the one that is meant."""
    for year, joint, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        beside = (year.tag, name.tag) == ("T", "T") and joint.tag in ",⟨–" and name.value.word == "pandemic"
        if beside and year.value.kind == "span" and fits(year.value.span, 12):
            name.value = year.value
    return tokens


def reports_of_years(tokens: list[Token]) -> list[Token]:
    """ "Last year's report gave 279", "the report before last": times before that of this one."""
    for time, thing in itertools.pairwise(tokens):
        if thing.word not in _PUBLISHED:
            continue
        last = time.tag == "T" and time.value.kind == "last" and time.value.months == 12 and not time.value.word
        if last and time.word.endswith(_LAST_YEARS):
            time.value = Mention("previous", months=12.0, word="report")
        elif time.word in _BEFORE and time.tag == "w" and not thing.word.endswith("s"):
            time.tag, time.value = "T", Mention("previous", word="report")
    for thing, before, last in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if thing.word in _PUBLISHED and (before.word, last.word) == ("before", "last"):
            before.tag, before.value = "T", Mention("shift", months=-24.0, word="report")
    return tokens


def later_lockdowns(tokens: list[Token]) -> list[Token]:
    """ "As schools went back after the third lockdown": not the spring of 2020, so no time that "lockdown" says."""
    for order, time in itertools.pairwise(tokens):
        words = {order.word, *time.word.split()}
        if time.tag == "T" and time.value.word == "lockdown" and not words.isdisjoint(_LATER_LOCKDOWNS):
            time.tag, time.value = "x", None
    return tokens
