"""Numbers that are no amounts: references, telephone numbers, ages, times of day, rates per population.

What belongs here: numbers that name something or belong to somebody's story, and why. What does not: what an amount is
an amount of (`roles`).
"""

import re

from figuretrail.text.counting import Number
from figuretrail.text.tokens import Token

# All sexual offences against children in the UK are some 100,000 a year; what is higher counts people or files.
_MOST_OFFENCES = 500_000
_PER_HEAD = (1_000, 10_000, 100_000, 1_000_000)
_PER_SO_MANY = re.compile(r"[^N%,;·]{0,3}πN")  # "19 offences for every 100,000 people"
_OF_EVERY = re.compile('(?:^|[,;:·"–&])[oi]{1,2}[πe]$')  # "Of every 100 cases closed, 13", "for every ten crimes"
_ANYONE = {"anyone", "anybody", "everyone", "someone", "those", "people", "adult", "adults", "person", "all"}
_SAYS = {"said", "says", "added", "adds", "explained", "recalled", "asked", "told", "wrote"}
_SPEAKER = re.compile("[xrσ]x{1,3},$")
_ENDS = re.compile("[·,;⟩]|$")
_SHORTENED = {  # "No. 14", "ext. 4471", "s.67"
    "no", "ext", "tel", "ref", "vol", "para", "fig", "s", "ss", "sch", "art", "col", "cols", "p", "pp",
}  # fmt: skip
_IN_CODE = re.compile(r"\d+|[a-z]{1,4}|[/–-]|\d+ ?[a-z]{1,2}")
_NO_CODE = {"to", "and", "or", "year", "years", "old", "olds", "day", "week"}  # "12-to-15-year-olds"
_CALLED = {"foi", "reference", "ref", "foia", "enquiry", "disclosure"}  # what stands before the number of a letter
_PARTS = {"part", "section", "page", "table", "figure", "article"}  # of a text; what is rung has other words
# "seven crimes were added after review", "two had since been cancelled"; but "since then another 187 have been added"
_REVISED = re.compile(
    r"\b(?:removed|reclassified|cancelled|withdrawn|deleted|added (?:after|following|on|later|since))\b"
)
_NEAR_REVISION = 7
_SO_MANY_OF = re.compile("o[dwx]{0,2}N")
# "Snapchat came first in nine of the ten boroughs"
_PLACES = {"boroughs", "districts", "counties", "areas", "divisions", "regions", "towns", "cities", "wards"}
_RECKONING = {"divide", "divided", "dividing", "multiply", "multiplied", "multiplying"}  # "divide that by 365"
_POSTED = {"shared", "viewed", "watched", "liked", "retweeted", "reposted", "downloaded", "played"}  # "4,800 times"
_SO_OFTEN_DONE = {("now", ","), ("already", ","), ("over", ","), ("in", "a"), ("running", ","), ("since", ",")}
_RACES = (3_000, 5_000, 10_000)  # "a sponsored 10k run"
_RUN = {"run", "runs", "race", "races", "dash", "walk", "jog", "marathon", "sponsored", "swim"}
_DOORS = {"door", "doors", "gate", "gates"}  # "600 through the door"
_BOTH_KINDS = {"two", "three", "four"}
_DIFFER = {"is", "are", "differ", "overlap", "carry", "cover", "share", "sit", "have"}
_NOUNS = ("O", "V", "F", "H", "x")


def why_no_amount(tokens: list[Token], tags: str, k: int, number: Number) -> str:
    """ "section 67", "Year 5", "call 101", "she was 14", "a man of 40", "all three": numbers that are not amounts."""
    back = k - 1
    if back >= 0 and tags[back] in "∨&,~–" and back and tags[back - 1] in "Nμ":
        back -= 2
    before = tags[back : back + 1] if back >= 0 else ""
    if (
        number.value in (101, 111, 999, 105)
        and tags[k - 1 : k] in ("n", "∨", "q")
        and "O" not in tags[k + 1 : k + 3]
        and not set(tags[max(0, k - 4) : k]) & set("RD%X")
    ):
        return "telephone number"
    if (
        number.value in (101, 111, 999, 105)
        and any(t.tag == "ρ" and t.word not in _PARTS for t in tokens[max(0, k - 7) : k + 3])
        and "O" not in tags[k + 1 : k + 3]
    ):
        return "telephone number"
    if before == "ρ" or ((before == "u" and tokens[back].word in ("year", "years")) and not number.spelt):
        return f"{tokens[back].word} number"
    if re.search(r"[RD]v$", tags[:k]) and "O" not in tags[k + 1 : k + 4]:
        return "a difference"
    if k > 1 and tokens[k - 1].word == "past" and tokens[k - 2].word.endswith(("minutes", "quarter", "half")):
        return "time of day"
    if re.search(r"[fc][dxq]?Λ[^N%]{0,3}t[dq]?$", tags[max(0, k - 8) : k]) and "O" not in tags[k + 1 : k + 4]:
        return "length of time"
    if k > 1 and tags[k - 1] == "~" and tokens[k - 2].word in ("under", "over") and number.value <= 25:
        return "age"
    over = k > 1 and tokens[k - 1].word in ("over", "under", "above")
    if over and number.value <= 25 and (tags[k - 2] == "b" or tokens[k - 2].word in _ANYONE):
        return "age"
    if (
        number.value <= 18
        and tags[k + 1 : k + 2] == "μ"
        and tokens[k + 1].word == "+"
        and tags[k + 2 : k + 3] not in _NOUNS
    ):
        return "age"
    if k > 1 and tags[k - 1] == "·" and tokens[k - 2].word in _SHORTENED and not number.spelt:
        return "reference"
    if _is_part_of_code(tokens, k):
        return "reference"
    if tokens[k].word.isdigit() and len(tokens[k].word) >= 6 and tags[k + 1 : k + 2] not in _NOUNS:
        return "reference"
    if number.value < 100 and _ENDS.match(tags, k + 1) and _follows_speaker(tokens, tags, k):
        return "a person's age"
    if _is_numbered(tokens, k):
        return "reference"
    if number.value in _PER_HEAD and tags[k - 1 : k] == "π":
        return "a rate per population"
    if number.value > 1 and _OF_EVERY.search(tags, 0, k) is not None and tokens[k - 1].word in ("every", "each"):
        return "every so many"
    if _is_revised(tokens, tags, k):
        return "a revision"
    of_so_many = _SO_MANY_OF.match(tags, k + 1)
    if of_so_many is not None and _PLACES.intersection(t.word for t in tokens[of_so_many.end() :][:1]):
        return "counts places"
    if k > 1 and tokens[k - 1].word == "by" and any(token.word in _RECKONING for token in tokens[max(0, k - 4) : k]):
        return "what a number is divided or multiplied by"
    if k > 1 and tags[k - 1] in ":bo" and tokens[k - 2].word in ("difference", "gap"):
        return "a difference"
    if k > 1 and tags[k - 2 : k] == "P⟨" and tokens[k].word.endswith((" k", " m")):
        return "how many follow a page"  # "Twitter (162K) | Facebook (240K)"
    if k and tokens[k - 1].word in _POSTED and tags[k + 1 : k + 2] == "W":
        return "how often a post was seen"
    if tokens[k].word.endswith(" k") and number.value in _RACES and not _RUN.isdisjoint([t.word for t in tokens]):
        return "the length of a race"
    said = [token.word for token in tokens[k + 1 : k + 4]]
    if tags[k + 1 : k + 2] == "W" and said[:1] == ["times"] and tuple(said[1:]) in _SO_OFTEN_DONE:
        return "how often something was done"
    if said[:1] == ["through"] and _DOORS.intersection(said[1:]):
        return "how many came"
    if _is_kinds(tokens, tags, k):
        return "kinds of offences"
    if tags[k + 1 : k + 2] not in ("O", "W") and _says_per_head(tokens):
        return "a rate per population"
    if _PER_SO_MANY.match(tags, k + 1) is not None:
        after = next(t for t in tokens[k + 1 :] if t.tag == "N")
        if after.value.value in _PER_HEAD:
            return "a rate per population"
    if number.value >= _MOST_OFFENCES:
        return "too many to be recorded offences"
    if (
        number.spelt
        and number.value <= 4
        and k
        and tokens[k - 1].word in ("all", "in all", "both", "these", "those", "the", "other")
        and tags[k + 1 : k + 2] != "O"
        and "F" not in tags[k + 1 : k + 8]
    ):
        return "stands for things named before"
    if k and tokens[k - 1].word == "be" and number.value <= 25 and not set(tags[k + 1 : k + 5]) & set("OWF"):
        return "a person's age"
    if number.value <= 99 and not set(tags[k + 1 : k + 5]) & set("OWF"):
        near = tags[max(0, k - 5) : k]
        if re.search(r"ψ[xbodI]{0,3},?[xbo]{0,2}(?:N[,&∨]){0,2}$", near) or (
            near.endswith(",") and tags[k + 1 : k + 2] == "," and near[-2:-1] in ("ψ", "x")
        ):
            return "a person's age"
        if (
            re.search(r"V[xb]{0,2}bx?$", near)
            and tokens[k - 1].tag == "b"
            and "C" not in tags[:k]
            and "s" not in {t.word[-1:] for t in tokens[max(0, k - 4) : k] if t.tag == "V"}
        ):
            return "a person's age"
    return ""


def _follows_speaker(tokens: list[Token], tags: str, k: int) -> bool:
    """ "Said Tobi, 15.": whether a number follows a name after a verb of saying, and a comma."""
    speaker = _SPEAKER.search(tags, max(0, k - 6), k)
    return speaker is not None and any(token.word in _SAYS for token in tokens[speaker.start() : k - 2])


def _is_numbered(tokens: list[Token], k: int) -> bool:
    """Whether digits stand alone in square brackets after a statement: the number of a question, of a footnote."""
    if not 0 < k < len(tokens) - 1 or (tokens[k - 1].word, tokens[k + 1].word) != ("[", "]"):
        return False
    return tokens[k].word.isdigit() and (k == 1 or tokens[k - 2].tag == "·")


def _end_of_part(tags: str, k: int) -> int:
    """Where the next number or mark after the one at `k` stands."""
    return next((j for j in range(k + 1, len(tags)) if tags[j] in "N%X,;·⟨⟩"), len(tags))


def _is_revised(tokens: list[Token], tags: str, k: int) -> bool:
    """Whether the words after a number say that so many were taken away or added, and not what they were about."""
    end = min(k + _NEAR_REVISION, _end_of_part(tags, k))
    about = next((j for j in range(k + 1, end) if tags[j] in "imodΦχ"), end)  # "120 in which messages were deleted"
    return _REVISED.search(" ".join([token.word for token in tokens[k + 1 : about + 1]])) is not None


def _says_per_head(tokens: list[Token]) -> bool:
    """Whether a sentence begins with "Per 100,000 children", so that its numbers are rates."""
    if len(tokens) < 2 or tokens[0].tag != "π":
        return False
    return isinstance(tokens[1].value, Number) and tokens[1].value.value in _PER_HEAD


def _is_kinds(tokens: list[Token], tags: str, k: int) -> bool:
    """ "The two offences are not defined alike": kinds of offences, of which something holds; none was recorded."""
    if not k or tokens[k].word not in _BOTH_KINDS or tokens[k - 1].word not in ("the", "these", "both", "all"):
        return False
    noun, verb = tokens[k + 1 : k + 2], tokens[k + 2 : k + 3]
    named = bool(noun) and noun[0].word in ("offences", "crimes", "laws")
    return named and bool(verb) and verb[0].word in _DIFFER and "r" not in tags[k + 2 : k + 7]


def _is_part_of_code(tokens: list[Token], k: int) -> bool:
    """ "(1307A/20)", "FOI/1198/20", "F-2021-01598"; "501-25" after "FOI" or "Reference": run together with a mark."""
    first, last = k, k
    while first and tokens[first - 1].end == tokens[first].start and _IN_CODE.fullmatch(tokens[first - 1].word):
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens[last].end == tokens[last + 1].start
        and _IN_CODE.fullmatch(tokens[last + 1].word)
    ):
        last += 1
    words = [token.word for token in tokens[first : last + 1]]
    digits = sum(word[:1].isdigit() for word in words)
    if digits < 2 or not {"/", "-", "–"}.intersection(words):
        return False
    letters = {word for word in words if word.isalpha()}
    called = any(token.word in _CALLED for token in tokens[max(0, first - 4) : first])
    return called or (bool(letters) and letters.isdisjoint(_NO_CODE))
