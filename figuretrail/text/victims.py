"""Ages and sexes of victims: "girls aged 12 to 15", "11 or under", "under-11s", composed into one token an age band.

What belongs here: which numbers are ages, and the band they make. What does not: which figure is about that band.
"""

import functools
import itertools
import re

from figuretrail.text.counting import Number
from figuretrail.text.lexicon import pattern
from figuretrail.text.tokens import Token

Band = tuple[int | None, int | None]
_SEXES = {
    "girl": "female", "girls": "female", "female": "female", "females": "female", "schoolgirls": "female",
    "boy": "male", "boys": "male", "male": "male", "males": "male", "schoolboys": "male",
}  # fmt: skip
AGE = "α"
YEAR_OLD = "year-old"  # the word of a number that is the age of one: "four-year-old"


def sex_of(word: str) -> str | None:
    """The sex that a victim word names, if any."""
    return _SEXES.get(word)


@functools.cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = (
        ("aged (from|between)? NUMBER (to|and|hyphen|dash|or) NUMBER", "band"),
        (
            "(the age_noun of|age_noun|aged)? NUMBER hyphen? (to|hyphen|dash|and|or) NUMBER hyphen? unit hyphen? other",
            "old",
        ),
        ("between NUMBER and NUMBER hyphen? unit hyphen? other", "old"),
        ("NUMBER unit aged", "of age"),
        ("aged? NUMBER (unit other)? younger", "to"),
        ("aged? NUMBER (unit other)? older", "from"),
        ("aged (under|BOUND) NUMBER", "under"),
        ("(under|BOUND) the age_noun of NUMBER", "under"),
        ("(between|from)? the? age_noun of NUMBER (and|to|hyphen|dash) NUMBER", "band"),
        ("the? age_noun of (under|BOUND)? NUMBER", "single"),
        ("other{1,3} NUMBER", "turned"),
        ("other record_verb NUMBER", "turned"),
        ("other to other NUMBER", "turned"),
        ("reference older comparator NUMBER", "no older"),
        ("(under|BOUND|in|younger) hyphen mark", "unders"),
        ("aged NUMBER", "single"),
        ("NUMBER hyphen? unit hyphen? other", "year-old"),
        ("NUMBER((comma NUMBER)* comma? (and|or) NUMBER)? (?!be)", "so old"),
        ("NUMBER (to|hyphen|dash|or) NUMBER (?=victim_noun NUMBER|colon|comma NUMBER|mark NUMBER)", "of row"),
        ("under NUMBER (?=comma NUMBER)", "under in row"),
        ("(of|between|from)? NUMBER (to|hyphen|dash|and) NUMBER", "after victims"),
        ("(under|BOUND) NUMBER", "after victims under"),
        ("of NUMBER", "victims of"),
        ("younger NUMBER", "or under"),
    )
    return tuple((pattern(rule), kind) for rule, kind in rules)


_SO_OLD = re.compile("[N%](?:o?d?V|oI)?b[xdq]?$")  # "37 were 13", "nine of them were 14", "half were just 14 or 15"
_IT_WAS_SO_OLD = re.compile("[N%]Ib$")  # "in 49 it was 13 or 14", after another age; "35% 12 or 13" goes on so, too
_AGES = re.compile(
    "[aBEgVKūsq]|[N%]b[xdq]?N|[N%](?:o[dw]?[VI])?[rb]?x{1,2}r?N|^N[~–t&]N[:–·⟨]|·N[~–t&]N·|[:;]N[~–t]Nu,N"
    "|(?:^|[;:])(?:N[~–t∨]N(?:V|:|,N)|ūN,N)|N[~–t∨]NμN"  # rows of ages
)
_STARTS = set("afdgNūqizoB")
_MAY_BE_TURNED = "xOWFΩψ"  # classes of words for things: "had yet to turn 12 files over"
_NOT = {"not", "yet", "never", "hadn't", "haven't", "weren't", "wasn't", "aren't", "isn't"}
_TURNING = {*_NOT, "turned", "no"}  # "had not yet turned 13", "weren't yet twelve"
_SO_MANY = re.compile("(?:[N%](?:o[dw]?[VI])?[rb]?|V[xm]b)$")
_OLDEST = 19  # years, in a row of ages
_STOPS = ',;·&Φφmw"⟩–'  # classes of what an age that ends a statement stands before


def compose(tokens: list[Token], *, youngest: bool = False) -> list[Token]:
    """The tokens with every age band made one token of class α, its value (lowest, highest).

    `youngest`: single ages are left as numbers, since the age of the youngest victim was asked for.
    """
    tokens = _birthdays(tokens)
    if youngest:
        tokens = [
            *tokens[:1],
            *[token for before, token in itertools.pairwise(tokens) if not _is_so_old(before, token)],
        ]
    tags = "".join([token.tag for token in tokens])
    if "N" not in tags and "μ" not in tags:
        return tokens
    if _AGES.search(tags) is None and not any(token.word.startswith("old") for token in tokens):
        return tokens
    out: list[Token] = []
    i, count = 0, len(tokens)
    while i < count:
        may_start = tags[i] in _STARTS or tokens[i].word in _TURNING
        made = _band(tokens, tags, i, ages_before=any(token.tag == AGE for token in out)) if may_start else None
        if made is None:
            out.append(tokens[i])
            i += 1
            continue
        band, width = made
        if of_all(tokens, tags) >= i + width:
            out.extend(tokens[i : i + width])  # the ages of the youngest and the oldest are figures of their own
            i += width
            continue
        if band[0] == band[1] and tags[i] in "Noax" and (youngest or _is_youngest(tokens, tags, i, i + width)):
            # the age of the youngest is a figure of its own
            if tags[i] == "N" and width > 1:
                out.append(Token("N", tokens[i].start, tokens[i].end, YEAR_OLD, tokens[i].value))
            else:
                out.extend(tokens[i : i + width])
            i += width
            continue
        if tags[i] == "B":  # "girls in 79% and under-12s in one in six": "and" joins the two
            joint, under = tokens[i].word.split()
            out.append(Token("&" if joint == "and" else "∨", tokens[i].start, tokens[i].start + len(joint), joint))
            tokens[i] = Token("ū", tokens[i].end - len(under), tokens[i].end, under)
        out.append(Token(AGE, tokens[i].start, tokens[i + width - 1].end, "age", band))
        i += width
    return out


_BIRTHDAYS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "eighteenth": 18,
}  # fmt: skip
_SHORT_OF = {*_NOT, "before", "short", "until"}
_NEAR_BIRTHDAY = 6  # tokens before it that may say "not yet"


def _birthdays(tokens: list[Token]) -> list[Token]:
    """ "Had not reached their 12th birthday", "yet to celebrate a thirteenth birthday", "before her tenth birthday"."""
    at = next((j for j, token in enumerate(tokens) if token.word == "birthday"), 0)
    which = tokens[at - 1] if at else None
    if which is None:
        return tokens
    ordinal = isinstance(which.value, Number) and which.value.kind == "ordinal"
    age = int(which.value.value) if ordinal else _BIRTHDAYS.get(which.word, 0)
    near = range(max(0, at - _NEAR_BIRTHDAY), at - 1)
    first = next((j for j in near if tokens[j].word in _SHORT_OF), None)
    if first is None or not 2 <= age <= 18:
        return tokens
    told = Token(AGE, tokens[first].start, tokens[at].end, "age", (0, age - 1))
    return [*tokens[:first], told, *tokens[at + 1 :]]


@functools.cache
def _ages_of_all() -> re.Pattern[str]:
    return pattern("the? victim_noun (in PLACE)? (be|comma)? aged? (from|between)? NUMBER (and|to|dash) NUMBER")


def of_all(tokens: list[Token], tags: str) -> int:
    """ "The victims in Kent were aged between six and 15": where a statement on the ages of all ends; 0 for none.

    A number or a share before would make it the band of so many, and "girls" a band of theirs.
    """
    told = _ages_of_all().search(tags)
    if told is None:
        return ranging(tokens, tags)
    if tags[told.end() : told.end() + 1] not in _STOPS:
        return 0
    before, victims = tags[: told.start()], tokens[tags.index("V", told.start())]
    begins = before[-1:] in ("", '"', "m") and not set(before) & set("N%X")
    return told.end() if begins and sex_of(victims.word) is None else 0


_RANGING = re.compile("(?:V|g)[^N%X;·,]{0,3}?x(?:i?g)?(?:fq?Ntq?N|zq?N&q?N|fq?N~q?N)")
_RANGE = {"ranged", "range", "ranging", "ranges", "varied", "vary"}


def ranging(tokens: list[Token], tags: str) -> int:
    """ "The victims ranged in age from six to 15": where a statement on the youngest and the oldest ends, else 0."""
    told = _RANGING.search(tags)
    if told is None or set(tags[: told.start()]) & set("N%X"):
        return 0
    part = tokens[told.start() : told.end()]
    words = {token.word for token in part} | {token.word for token in tokens[: told.start()][-2:]}
    ages = [token.value.value for token in part if token.tag == "N"]
    of_victims = any(token.tag == "V" for token in tokens[: told.end()])
    ends = (tags[told.end() : told.end() + 1] or "·") in _STOPS or tags[told.end() : told.end() + 1] in ("u", "a", "g")
    aged = any(token.tag == "g" for token in part) or tags[told.end() : told.end() + 1] in ("u", "a")
    return told.end() if not words.isdisjoint(_RANGE) and of_victims and aged and ends and ages[-1] <= 18 else 0


_ONE_VICTIM = re.compile(r"NVbx$")  # "one victim was just four"
_YOUNGEST_AFTER = re.compile(r"V?[bxrkI]{0,3}(?:dgo)?d?K")  # "a five-year-old is named youngest victim"


_AMONG = ("among", "amongst")
_OF_MANY = re.compile("[rb]{0,2}x[dxqN]{0,2}o?[xr]?V")  # "is among dozens of children", "among victims"
_AND_ONE_WAS = re.compile("[,&;φ·]d?Nbx?$")  # "one in five was 11 or under, and one was five"


def is_among_victims(tokens: list[Token], tags: str, start: int, end: int) -> bool:
    """Whether the age of one among the victims stands there: "seven-year-old among victims", "one was just five".

    `start` and `end` are the places of the age's first token and of the one after its last.
    """
    after = end + 3 if tags[end : end + 2] == "~u" else end  # "-year-old"
    after += tags[after : after + 1] == "V"
    many = _OF_MANY.match(tags, after)
    if many is not None and any(token.word in _AMONG for token in tokens[after : many.end()]):
        return True
    before = start - (tags[start - 1 : start] in ("d", "a"))
    if tags[max(0, before - 3) : before] in ("dVb", "xVb") and _says_among(tokens, before):
        return True  # "among the victims was a four-year-old boy"
    one = _AND_ONE_WAS.search(tags, max(0, start - 5), start)
    number = tokens[tags.index("N", one.start())].value if one is not None else None
    told = not set("VgūBE").isdisjoint(tags[:start])
    alone = (tags[end] if end < len(tags) else "·") in _STOPS
    return isinstance(number, Number) and number.value == 1 and number.spelt and told and alone


def _says_among(tokens: list[Token], before: int) -> bool:
    return any(token.word in _AMONG for token in tokens[max(0, before - 4) : before - 2])


def _is_youngest(tokens: list[Token], tags: str, start: int, end: int) -> bool:
    """Whether the words around an age say that it is that of the youngest victim."""
    return (
        "K" in tags[max(0, start - 12) : start]
        or is_among_victims(tokens, tags, start, end)
        or _ONE_VICTIM.search(tags, max(0, start - 4), start) is not None
        or _YOUNGEST_AFTER.match(tags, end) is not None
    )


def _band(tokens: list[Token], tags: str, i: int, *, ages_before: bool) -> tuple[Band, int] | None:
    for rule, kind in _rules():
        match = rule.match(tags, i)
        if match is None:
            continue
        part = tokens[i : match.end()]
        made = _read(kind, part, tokens, tags, i, match.end())
        if made is None and kind == "after victims" and ages_before:
            made = _among_ages(part, tags, i, match.end())
        goes_on = tags[i - 1 : i] == "%" or _IT_WAS_SO_OLD.search(tags, max(0, i - 4), i) is not None
        if made is None and kind == "so old" and ages_before and goes_on:
            made = _run_of_ages(_numbers(part), tags, match.end())
        if made is not None:
            return made, match.end() - i
    return None


def _is_so_old(before: Token, token: Token) -> bool:
    """Whether the token is the unit in "7 years", which is no time but an age."""
    return before.tag == "N" and token.tag == "u" and token.word in ("year", "years", "yrs", "yr")


def _so_old(values: list[int], tags: str, i: int, end: int) -> Band | None:
    """ "29 were 12", "half were 13 or 14", "103 were 13, 14 or 15": what a number or a share of them was."""
    return _run_of_ages(values, tags, end) if _SO_OLD.search(tags, max(0, i - 6), i) is not None else None


def _run_of_ages(values: list[int], tags: str, end: int) -> Band | None:
    """Ages of children, one after the other, that end a statement: "12", "13 or 14", "13, 14 or 15"."""
    alone = (tags[end] if end < len(tags) else "·") in _STOPS
    in_a_row = values == list(range(values[0], values[0] + len(values)))
    return (values[0], values[-1]) if alone and in_a_row and 2 <= values[0] <= values[-1] <= 17 else None


def _turning(part: list[Token], age: int, tags: str, i: int, end: int) -> Band | None:
    """ "Had turned 13", "had not yet turned 13", "had yet to turn 13", "weren't yet 13", "had not reached 13"."""
    verb, first = part[-2].word, part[0].word
    after = tags[end] if end < len(tags) else "·"
    if age > 18 or after in _MAY_BE_TURNED or (verb == "turn" and first != "yet"):
        return None
    if verb in ("yet", "reached"):  # which may be said of much else than children
        said_of_them = _SO_MANY.search(tags, max(0, i - 5), i) is not None
        return (0, age - 1) if said_of_them and first in _NOT and after in _STOPS else None
    if verb not in ("turned", "turn"):
        return None
    return (age, age) if first == "turned" else (0, age - 1)


def _among_ages(part: list[Token], tags: str, i: int, end: int) -> Band | None:
    """ "Four were 11 or under, nineteen from 12 to 15": a range after a number, in a sentence that has told an age."""
    values = [token.value.value for token in part if token.tag == "N" and token.value.kind == "count"]
    after = tags[end] if end < len(tags) else "·"
    if len(values) != 2 or part[0].word not in ("from", "between") or tags[max(0, i - 1) : i] != "N":
        return None
    return (int(values[0]), int(values[1])) if 2 <= values[0] < values[1] <= 19 and after in _STOPS else None


def _numbers(part: list[Token]) -> list[int]:
    """The whole numbers among tokens."""
    return [
        int(t.value.value)
        for t in part
        if t.tag == "N" and isinstance(t.value, Number) and t.value.kind == "count" and not t.value.decimal
    ]


def _read(kind: str, part: list[Token], tokens: list[Token], tags: str, i: int, end: int) -> Band | None:
    values = _numbers(part)
    words = {t.word for t in part}
    if kind == "unders":
        digits = part[-1].word
        if not digits.isdigit() or int(digits) > 25:
            return None
        return (int(digits), None) if "over" in words else (0, int(digits) - 1)
    if not values or any(v > 99 for v in values):
        return None
    first, last = values[0], values[-1]
    if kind in ("band", "old"):
        if kind == "old" and not any(t.word.startswith("old") for t in part):
            return None
        return (first, last) if first < last else None
    if kind == "to":
        return (0, last) if last <= 25 else None
    if kind == "from":
        return (last, None) if last <= 80 else None
    if kind == "under":
        return (0, last - 1)
    if kind == "turned":  # "had not yet turned 13"
        return _turning(part, last, tags, i, end)
    if kind == "no older":  # "no older than ten"
        return (0, last) if [t.word for t in part[:2]] == ["no", "older"] and last <= 18 else None
    if kind == "so old":
        return _so_old(values, tags, i, end)
    if kind == "year-old":
        return (first, first) if any(t.word.startswith("old") for t in part) and "u" in tags[i:end] else None
    if kind == "of age":
        return (first, first) if part[-1].word == "of age" else None
    if kind == "single":
        return (0, last - 1) if words & {"under", "below", "younger than"} else (last, last)
    near = tags[max(0, i - 2) : i]
    after = tags[end] if end < len(tags) else "·"
    in_row = near == "Vμ" and tokens[i - 1].word == "/" and after in ";·"  # "Female / 10-11 / 35"
    of_years = after == "u" and tokens[end].word in ("years", "yrs") and tags[end + 1 : end + 2] in ("", *":,–⟩")
    if kind in ("of row", "under in row"):  # "0-9 female 18 male 11; 10-12 female 131": each part is a row
        equals = after == "μ" and tokens[end].word == "="  # "10-11 = 12, 12-15 = 64"
        begins = near[-1:] in ("", *(";:·," if equals else ";:·")) and first <= last <= _OLDEST
        begins = begins and (equals or after != "μ")
        return None if not begins else (0, last - 1) if kind == "under in row" else (first, last)
    if kind == "after victims":
        ok = (
            len(values) == 2
            and first < last <= 19
            and (
                (part[0].word == "between" and first >= 4)
                or near[-1:] in ("V", "s")
                or near[-2:] in ("V,", "s,", "V⟨")
                or (near[-1:] == "K")
                or near == "Nb"  # "37 were 12 to 15"
                or (near == "xb" and tags[max(0, i - 3) : i] == "Vxb" and tokens[i - 2].word in ("who", "that"))
                or (near == "Vb" and not {"N", "%"}.isdisjoint(tags[:i]))  # "in 33 the child was 10 to 12"
                or (near[-1:] in ("", "·") and after in ":–·⟨")  # the label of a row
                or in_row
                or (near[-1:] in (":", ";") and of_years)  # "four to seven years, 3; eight to 11 years, 29"
            )
        )
        return (first, last) if ok and (of_years or after not in "OWuF%") else None
    if kind == "after victims under":
        if not words & {"under", "below", "younger than"}:
            return None
        ok = (
            last <= 19
            and (near[-1:] in ("V", "b", ",", "∨") or near[-2:] in ("Vb", "Vx") or near[-1:] == "a")
            and ("V" in tags or "%b" in tags or "%oIb" in tags or "g" in tags or near == "Nb")
        ) or (last <= 19 and (in_row or (near[-1:] in ("", "·") and after in ":–·⟨")))
        law_age = "under" in words and last in (13, 16, 18) and after not in "SAk"
        return (0, last - 1) if (ok or law_age) and after not in "OWF%u" else None
    if kind == "or under":  # "still at primary school, or under twelve"
        told = part[0].word in ("or under", "or below") and not {"V", "g", "%"}.isdisjoint(tags)
        return (0, last - 1) if told and last <= 19 and after in _STOPS else None
    if kind == "victims of":
        return (last, last) if near[-1:] == "V" and last <= 19 and after not in "OWF%VKBEt~" else None
    return None
