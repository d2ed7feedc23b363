"""Words for a time, composed into one token a period: dates, years, lengths, and times told by another time.

What belongs here: which words name a period. What does not: what they say of it (`mentions`), which period "the year
before" is (`timeline`), and which number it belongs to (`attach`).
"""

import dataclasses
import datetime as dt
import functools
import itertools
import re
from collections.abc import Callable, Sequence

from figuretrail import timespan
from figuretrail.text import mentions, nicknames, pointers
from figuretrail.text.dates import UNIT_MONTHS, dates_in, lengths_in
from figuretrail.text.lexicon import pattern
from figuretrail.text.mentions import Mention
from figuretrail.text.tokens import Token


def compose(tokens: list[Token], text: str, published: dt.date | None) -> list[Token]:
    """The tokens with every period made one token of class PERIOD, its value a `Mention`."""
    tags = "".join([token.tag for token in tokens])
    if _TIMES.search(tags) is None:
        return tokens
    tokens = lengths_in(dates_in(nicknames.pandemic_years(tokens), text))
    tags = "".join([token.tag for token in tokens])
    out: list[Token] = []
    i, count = 0, len(tokens)
    while i < count:
        if tags[i] in _STARTS and _AHEAD.match(tags, i) is not None and not _is_rate(tokens, i):
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
    return _fitted(_law(_months_after(_same_of_list(_years_of_list(nicknames.explained_in(out))))))


def _is_rate(tokens: list[Token], i: int) -> bool:
    """ "Five every month between ...", "five a month from ...": the unit is of a rate and begins no time."""
    unit = i if tokens[i].tag == "u" else i + 1
    if not i or unit + 1 >= len(tokens) or tokens[unit].tag != "u" or tokens[unit + 1].tag not in "zf":
        return False
    a = unit - 1
    return tokens[a].tag in "πe" or (a > 0 and tokens[a].word in ("a", "an") and tokens[a - 1].tag in "NOS")


_DATED = ("span", "range", "month", "since", "until")
_GLOSSED = re.compile("T(?:⟨w?b?Tx?⟩|–w?b?T–|,T[,·])")  # "last year (2023/24)", "in the first of them, 2018/19,"
_LAW_VERBS = {"law", "legislation", "act", "offence's", "law's", "legislation's", "statute book", "in force"}


def _cut_short(whole: Mention, until: Mention) -> Mention:
    """ "2019-20 (to 31 December)": a year up to a day in it, whichever year the day was taken to be in."""
    for years in (-1, 0, 1):
        if whole.start is None or whole.end is None or until.end is None:
            break
        end = timespan.moved(until.span, 12 * (whole.start.year - until.end.year + years)).end
        if end is not None and whole.start < end <= whole.end:
            return Mention("span", whole.start, end)
    return whole


def _first_of(whole: Mention, part: Mention) -> Mention:
    """ "2023 (eight months)", "2025/26 (first half)": the beginning of a year that is not over or not all told."""
    end = timespan.months_from(whole.start, part.months or 0).end if whole.start is not None else None
    return Mention("span", whole.start, end) if end is not None and whole.end and end < whole.end else whole


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
    for match in _GLOSSED.finditer(tags):
        said, gloss = tokens[match.start()], tokens[tags.rindex("T", match.start(), match.end())]
        if said.value.kind not in _DATED and gloss.value.kind == "span":
            said.value = gloss.value
        elif said.value.kind == "span" and gloss.value.kind == "until":
            said.value = _cut_short(said.value, gloss.value)
        elif said.value.kind == "span" and gloss.value.kind in ("length", "first") and tags[match.start() + 1] == "⟨":
            said.value = _first_of(said.value, gloss.value)
    if "l" not in tags:
        return tokens
    for j, token in enumerate(tokens):
        if token.tag == "Z" and _law_ahead(tags, j + 1):
            if j and tokens[j - 1].tag == "T" and tokens[j - 1].value.kind in ("length", "first"):
                tokens[j - 1].value = Mention("first", months=tokens[j - 1].value.months)
                continue
            token.tag, token.value = "T", Mention("law")
            of_law = _WHEN_LAW_CAME.match(tags, j + 1)
            if of_law is not None and tokens[of_law.end() - 1].value.word in ("month", "year"):
                tokens[of_law.end() - 1].tag = "@"  # "since the law arrived in 2017"
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
            if j and tokens[j - 1].word in _STATUTES:
                token.tag = "@"  # "the Sexual Offences Act 2003"
            back = [t for t in tokens[max(0, j - 3) : j] if t.tag in "lN%"]
            if back and back[-1].tag == "l" and back[-1].word not in _LAW_VERBS:
                token.tag = "@"
    return tokens


_WHEN_LAW_CAME = re.compile("[^lN%,;·T]{0,10}l[xbi]{0,3}T")
_STATUTES = {"act", "order", "bill"}
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

_TIMES = re.compile("[MYyuλZ@ςκ]|wo[Iw]|ww|idw,|id(?:wN|Nw)|dw[xr]q?N")
# what every rule needs within its first words
_AHEAD = re.compile(
    "[dwizftqo,~&⟨–cZ]{0,6}(?:x⟩?)?[uΛ@yςλN]|id?w|d?wρo|ww(?:[·,;&⟩–]|$)|zφ|dwo[Iw]|κ|[Zv]dxod?[@u]|wu|Λcw|dw[xr]q?N"
)
_STARTS = set("zf@yZwΛλduitqςκv")
_Rule = Callable[[list[Token], dt.date | None], "Mention | None"]
_L = "(LENGTH|unit)"
_TO = "(to|BOUND)"
# "between 3 April, the day on which the law came in, and the end of October"
_ASIDE = (
    "(comma (other|the|unit|on|where|law|in|it|be|of|record_verb|offence_noun|subject_word|relative|by|to){2,10} comma)"
)
_INCLUDED = "(open and? other close|and other)?"  # "from (and including) 1 April to and including 31 March 2023"
# "from April 2017 to October 2019, a period of two and a half years"
_LENGTH_AFTER = "((comma|open|dash) (other|the)? (span_noun of)? LENGTH (?=stop|comma|close|$))"


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
        ("DATE comma DATE comma? and DATE", mentions.months_in_row),
        ("(?<=between) the relative (span_noun|other) in DATE and DATE", mentions.between),
        (
            f"the? relative* {_L}? comma? (from|between|in|dash|of|open)? between? {_INCLUDED} the? DATE {_ASIDE}?"
            f"(hyphen? to hyphen?|comma? to|and|dash|hyphen|on|BOUND) {_INCLUDED} the? ((unit|other) of)? the? DATE "
            f"{_LENGTH_AFTER}?",
            mentions.from_to,
        ),
        (
            f"the? relative* {_L}? comma? (from|between|of|in|dash)? between? YEARPAIR (to|and|dash|hyphen) YEARPAIR",
            mentions.pairs,
        ),
        (
            f"the? relative* {_L} span_noun? comma? (relative|other|since)? comma? ({_TO}|on) the? DATE",
            mentions.length_to,
        ),
        (f"the? relative* {_L} comma? (from|relative|comparator|other) the? (DATE|YEARPAIR)", mentions.length_from),
        (f"the? relative* {_L} since the other of the? DATE", pointers.length_since),
        (f"the? relative* {_L} since (?=comma|stop|semicolon|close|and|dash|$)", pointers.length_since),
        ("unit DATE", mentions.year_ending),
        ("LENGTH (other|in) the? unit? (of|in)? YEARPAIR", mentions.part_so_far),
        (f"the? relative ({_L}|span_noun) (of|in)? the? relative unit", pointers.same_of_year_before),
        ("the? relative (unit|LENGTH) (of|in) the? relative (unit|NUMBER)", pointers.part_of_year_before),
        ("the? relative (unit|LENGTH) (of|in) the unit relative", pointers.part_of_year_before),
        ("the NUMBER relative relative", pointers.so_many_before_that),
        ("the? relative+ LENGTH (of|in) (the|relative) unit", mentions.first_of_this_year),
        (
            f"the? relative* {_L} other? {_TO} (while|(the|relative) (span_noun|unit|other)|other|relative)",
            pointers.length_up_to_then,
        ),
        ("the? relative (unit|span_noun|reference) (of|in)? DATE", pointers.same_of),
        ("the? DATE unit", pointers.half_of),
        (f"the? relative? relative? {_L} (of|in) DATE", pointers.same_of),
        ("(in|of|from)? the? relative* LENGTH? (of|from)? the? relative* LENGTH? lockdown", mentions.lockdown),
        ("since (the other of)? the? DATE", mentions.since),
        ("since the other of (the|relative) unit", mentions.since_this_year),
        ("since relative unit", mentions.since_this_year),
        ("from the? DATE", mentions.since),
        ("since YEARPAIR", mentions.since_pair),
        ("between while and (the? other of)? DATE", mentions.until),
        (f"{_TO} the? DATE", mentions.until),
        ("by the other of DATE", mentions.until_beginning),
        (f"the? relative ({_L}|span_noun) (of|in) the? YEARPAIR", mentions.part_of_pair),
        (
            "unit NUMBER ((of|in|comma)? the? YEARPAIR)?(?!offence_noun|subject_word|victim_noun)",
            mentions.numbered_quarter,
        ),
        ("unit NUMBER (?!victim_noun|hyphen)", pointers.numbered_year),
        ("PART (of|in|comma|hyphen)? the? (YEARPAIR|DATE)?", mentions.part_of_year),
        ("YEARPAIR", mentions.pair),
        ("DATE", mentions.date),
        (f"the? relative? {_L} relative", pointers.before),
        (f"the? {_L} on (?=comma|stop|the|it|be|dash|record_verb)", pointers.later),
        ("LENGTH comparator relative", pointers.after_that),
        ("relative relative (?=comma|stop|semicolon|close|and|dash|be|NUMBER|BOUND|$)", pointers.before_that),
        ("the? other? relative of the? relative* NUMBER? (unit|LENGTH|span_noun)", pointers.one_of_years),
        ("the relative of (it|relative)", pointers.one_of_years),
        (f"the? relative? relative (and relative)? hyphen? {_L}", pointers.relative),
        ("the? relative? relative span_noun", pointers.relative),
        (f"the? relative* {_L} relative (other|comparator)", pointers.following),
        (f"the {_L} comparator (relative|(?=comma|stop|semicolon|close|and|dash|mark|NUMBER|$))", pointers.following),
        ("(the|it) relative unit", pointers.nth_year),
        ("in the unit (?=record_verb|rise|fall|MULTIPLE|be|comma|stop|close|$)", pointers.for_the_year),
        ("LENGTH", pointers.bare_length),
        ("the span_noun", pointers.bare_span),
        ("the? relative NUMBER", pointers.pronoun),
        ("in the relative NUMBER", pointers.latest_one),
        ("in the NUMBER relative", pointers.one_before),
        ("the relative (?=(record_verb|other) BOUND? NUMBER)", pointers.ordinal_alone),
        ("in (the|it) relative (?=comma|semicolon|stop|NUMBER|BOUND)", pointers.nth_alone),
        ("in the relative (?!unit|LENGTH|span_noun)", pointers.ordinal),
        ("(?<=NUMBER) the relative (?=comma|semicolon|stop|and|dash)", pointers.the_next),
    )
    return tuple((pattern(rule), read) for rule, read in rules)


def dates_of_length(tokens: list[Token], tags: str, j: int) -> int | None:
    """Where the dates stand of the length at `j`: "in the two and a half years between ... and ...", or in brackets."""
    if tokens[j].value.kind in ("length", "first", "last") and tags[j + 1 : j + 2] == "T":
        at = j + 1
    elif tokens[j].value.kind in ("length", "first", "same", "last") and _DATES_AFTER.match(tags, j + 1):
        at = j + 2
    else:
        return None
    return at if tokens[at].value.kind == "span" else None


_DATES_AFTER = re.compile("[,–⟨:]T")


def _fitted(tokens: list[Token]) -> list[Token]:
    """The length before the dates decides where they end."""
    tags = "".join([token.tag for token in tokens])
    if _LENGTH_AND_DATES.search(tags) is None:
        return tokens
    for j, tag in enumerate(tags):
        at = dates_of_length(tokens, tags, j) if tag == "T" else None
        if at is not None:
            tokens[at].value = mentions.fitted(tokens[at].value, tokens[j].value.months)
    return tokens


_LENGTH_AND_DATES = re.compile("T[,–⟨:]?T")


def _months_after(tokens: list[Token]) -> list[Token]:
    """ "31 in April 2021, 44 in May and 52 in June": months after a dated one are of its year, or of the next."""
    dated: dt.date | None = None
    for token in tokens:
        mention = token.value if token.tag == "T" else None
        if mention is None or mention.word != "month" or mention.start is None:
            continue
        if mention.kind == "month" and dated is not None:
            year = dated.year + (mention.start.month < dated.month)
            mention = token.value = Mention("span", *timespan.months(year, mention.start.month), word="month")
        dated = mention.start if mention.kind == "span" else None
    return tokens


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
                token.value = reach = Mention("span", *timespan.moved(reach.span, later))
                continue
        reach = mention if mention.kind == "span" and mention.months else None
    return tokens


def _same_of_list(tokens: list[Token]) -> list[Token]:
    """ "Over the same six months in 2018 it had 197, and in 2017 it had 121": those months of that year, too."""
    like: Mention | None = None
    counted = False
    for before, token in itertools.pairwise(tokens):
        counted = counted or token.tag in "N%"
        if token.tag in ";·:":
            like = None
        if token.tag != "T":
            continue
        mention: Mention = token.value
        plain = mention.kind == "span" and mention.word == "year" and mention.start is not None
        if like is not None and plain and counted and (before.tag in ",&φ" or before.word in ("in", "for", "during")):
            assert mention.start is not None
            token.value = dataclasses.replace(like, year=mention.start.year)
        else:
            like = mention if mention.kind == "same" and mention.year is not None and mention.word != "pair" else None
        counted = False
    return tokens
