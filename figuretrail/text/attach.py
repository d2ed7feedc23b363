"""Which words of a sentence belong to which of its numbers: its stretch, and the names, times and ages in it.

What belongs here: cutting a sentence into one stretch a number, and what each stretch says. What does not: what is left
unsaid (`resolve`).
"""

import dataclasses
import itertools
import re

from figuretrail.text.groups import Place, one_place
from figuretrail.text.mentions import Mention
from figuretrail.text.periods import dates_of_length
from figuretrail.text.roles import Role
from figuretrail.text.tokens import Token
from figuretrail.text.victims import AGE, Band, sex_of


@dataclasses.dataclass(slots=True)
class Sentence:
    """A sentence that holds a number, or names something that a later number leaves unsaid."""

    start: int
    end: int
    line: int
    tokens: list[Token]
    tags: str
    quotes: list[int]  # token indexes of quotation marks
    open_quote: bool = False
    cell: bool = False  # a cell of a flattened table, with its title, header and label before it

    def quoted(self, k: int) -> bool:
        """Whether the token at `k` stands in somebody's words."""
        return (sum(q < k for q in self.quotes) + self.open_quote) % 2 == 1


@dataclasses.dataclass(slots=True)
class Candidate:
    """A number with its role and what its own stretch of the sentence says; None where it says nothing."""

    sentence: int
    order: int  # among the candidates of the text
    k: int
    token: Token
    role: Role
    bound: str
    left: int  # its stretch, as token indexes
    right: int
    parent: int | None = None  # the number that brackets explain, as index among the candidates
    platforms: tuple[str, ...] | None = None
    pronoun: bool = False  # "the app", "those apps"
    each: bool = False
    place: Place | None = None
    places: tuple[Place, ...] = ()  # where several are named
    period: Mention | None = None
    comparison: Mention | None = None
    compared: bool = False  # comes after "compared with", "up from", ...
    band: Band | None = None
    sex: str | None = None
    sure: float = 0.0  # how sure it is that it is a figure at all


_STRONG = set(";cφΦ")
_WEAK = set(",&:–mχΩ")


def stretches(tags: str, numbers: list[int], ends: dict[int, int] | None = None) -> list[tuple[int, int, int | None]]:
    """For every number: first and last token of its stretch, and which number the brackets around it explain."""
    depth, inside = 0, []
    opened = -1
    for index, tag in enumerate(tags):
        if tag == "⟨":
            depth += 1
            opened = index if depth == 1 else opened
        inside.append(opened if depth else -1)
        if tag == "⟩" and depth:
            depth -= 1
    found: dict[int, tuple[int, int, int | None]] = {}
    ends = ends or {}
    for k in numbers:  # "the majority – 48 – of the victims": nothing stands before it that the brackets could explain
        if inside[k] >= 0 and _explains_nothing(tags, inside, numbers, inside[k]):
            inside[k] = -1
    outer = [k for k in numbers if inside[k] < 0]
    for which, k in enumerate(outer):
        left = _cut(tags, inside, outer[which - 1], k) if which else _first(tags, inside, k)
        if which and left == k and ends.get(outer[which - 1], -1) > outer[which - 1]:
            left = ends[outer[which - 1]] + 1  # "39 of the 43 forces name Instagram in 126"
        right = _cut(tags, inside, k, outer[which + 1]) - 1 if which + 1 < len(outer) else _last(tags, inside, k)
        found[k] = (left, right, None)
    groups: dict[int, list[int]] = {}
    for k in numbers:
        if inside[k] >= 0:
            groups.setdefault(inside[k], []).append(k)
    for opening, members in groups.items():
        close = next((j for j in range(members[-1], len(tags)) if tags[j] == "⟩"), len(tags) - 1)  # they may be nested
        parent = next((k for k in reversed(outer) if k < opening), None)
        for which, k in enumerate(members):
            left = _cut(tags, [-1] * len(tags), members[which - 1], k) if which else opening
            right = _cut(tags, [-1] * len(tags), k, members[which + 1]) - 1 if which + 1 < len(members) else close
            found[k] = (left, right, parent)
    return [found[k] for k in numbers]


def _explains_nothing(tags: str, inside: list[int], numbers: list[int], opening: int) -> bool:
    """Whether the brackets at `opening` hold only a number, and no number or name stands before them."""
    if any(n < opening and inside[n] < 0 for n in numbers) or tags[opening - 1 : opening] in ("P", "G", "T"):
        return False
    return not set(tags[opening:].partition("⟩")[0]) & set("PGTα")


def _first(tags: str, inside: list[int], k: int) -> int:
    """Where the stretch of the first number begins: after a contrast that stands before it, else at the start."""
    for j in range(k - 1, 0, -1):
        if inside[j] < 0 and (tags[j] == ";" or (tags[j] == "φ" and tags[j - 1] in ",–")):
            return j
    return 0


def _last(tags: str, inside: list[int], k: int) -> int:
    """Where the stretch of the last number ends: at a contrast or a new clause, else at the end."""
    for j in range(k + 1, len(tags)):
        if (
            (tags[j] == ";" or (tags[j] in "φΦ" and tags[j - 1] in ",–"))
            and inside[j] < 0
            and any(char in tags[k + 1 : j] for char in "OPGTVr")
        ):
            return j - 1
        if (
            tags[j] == "&"
            and inside[j] < 0
            and tags[j + 1 : j + 2] in ("P", "G")
            and tags[j + 2 : j + 3] in ("b", "r", "h")
        ):
            return j - 1
    return len(tags) - 1


_NAME_WITH_ITS_NUMBER = re.compile("[,&–:]d?[GP](?=,Φ[qxd]?$)")


def _cut(tags: str, inside: list[int], a: int, b: int) -> int:
    """Where the stretch of the number at `b` begins, after the number at `a`."""
    strong = weak = None
    own = _NAME_WITH_ITS_NUMBER.search(tags, max(a + 1, b - 7), b)
    for j in range(a + 1, b):
        if inside[j] >= 0:
            continue
        tag = tags[j]
        if own is not None and j >= own.end():
            continue  # "the Met, with 428, Greater Manchester, with 214, and Lancashire, with 196"
        if tag in _STRONG:
            strong = j
        elif tag == "χ" and (j == b - 1 or (j == b - 2 and tags[b - 1] in "qxd")):
            continue  # "followed by Kent with 148"
        elif tag in _WEAK:
            weak = j if weak is None or tags[j - 1] != "," or tag != "&" else weak
    if strong is not None:
        if weak is not None and weak > strong and tags[strong] in "φΦ":
            return weak
        return strong
    if "f" in tags[max(0, a - 3) : a]:  # from so many to so many
        if b - 1 > a and tags[b - 1] == "t":
            return b - 1
        if b - 2 > a and tags[b - 2] == "t" and tags[b - 1] in "qxd":
            return b - 2
    if weak is not None:
        return weak
    return b


def nearest(tags: str, k: int, left: int, right: int, wanted: str) -> int | None:
    """The token of a wanted class nearest to `k` in its stretch; after it before as near before it."""
    best, distance = None, 10_000
    for j in range(left, right + 1):
        if tags[j] in wanted and j != k and not (j > k and _before_number_in_brackets(tags, k, j)):
            away = (j - k) * 2 - 1 if j > k else (k - j) * 2
            if away < distance:
                best, distance = j, away
    return best


_BRACKETED = re.compile(r"⟨[qxd]?[N%]")


def _before_number_in_brackets(tags: str, k: int, j: int) -> bool:
    """Whether the name at `j` has a number of its own in brackets: "148, Humberside (95)"."""
    return tags[j + 1 : j + 2] == "⟨" and _BRACKETED.match(tags, j + 1) is not None and bool(set(tags[k:j]) & set(",&"))


def before_bracket(candidate: Candidate, tags: str, wanted: str) -> int | None:
    """The name right before the brackets that the number stands in: "WhatsApp (12%)", "Kent (95)"."""
    left = candidate.left
    return left - 1 if left and tags[left] == "⟨" and tags[left - 1] in wanted else None


def place_of(token: Token) -> Place:
    """The place that a PLACE token names."""
    return one_place(token.value)


def platforms_of(candidate: Candidate, sentence: Sentence) -> None:
    """Set the platforms that the number's stretch names, or that it points back to."""
    tags = sentence.tags
    j = nearest(tags, candidate.k, candidate.left, candidate.right, "PQ")
    if (
        j is not None
        and tags[j] == "Q"
        and any(t.tag == "k" or t.word in _KNOWN_RECORD for t in sentence.tokens[j + 1 : j + 3])
    ):
        j = nearest(
            tags, candidate.k, candidate.left, candidate.right, "P"
        )  # "where the platform was recorded" names none
    if j is None:
        j = before_bracket(candidate, tags, "P")
    if j is None:
        return
    token = sentence.tokens[j]
    if token.tag == "P":
        candidate.platforms = token.value
    else:
        candidate.pronoun = True
    candidate.each = _says_each(candidate, sentence)


def _says_each(candidate: Candidate, sentence: Sentence) -> bool:
    """ "Nine per cent each", "all on nine per cent": the number is each one's."""
    window = sentence.tokens[candidate.left : candidate.right + 2]
    return any(token.word in ("each", "apiece") for token in window) or any(
        before.word in ("all", "both") and after.word in ("on", "at") for before, after in itertools.pairwise(window)
    )


def place_in(candidate: Candidate, sentence: Sentence) -> None:
    """Set the place that the number's stretch names."""
    j = nearest(sentence.tags, candidate.k, candidate.left, candidate.right, "GUJ")
    if j is None:
        j = before_bracket(candidate, sentence.tags, "G")
    if j is None:
        return
    j = nearest(sentence.tags, candidate.k, candidate.left, candidate.right, "G") or j if sentence.tags[j] == "J" else j
    token = sentence.tokens[j]
    if token.tag == "G":
        candidate.place = place_of(token)
        if len(token.value) > 1:
            candidate.places = token.value
            candidate.each = candidate.each or _says_each(candidate, sentence)


def period_in(candidate: Candidate, sentence: Sentence) -> None:
    """Set the period that the number's stretch names, and for a change what it is compared with."""
    tags, tokens, k = sentence.tags, sentence.tokens, candidate.k
    change = candidate.role.measure == "offence_change"
    spots = [j for j in range(candidate.left, candidate.right + 1) if tags[j] == "T"]
    named = before_bracket(candidate, tags, "T")
    if not spots and named is not None and not change:
        spots = [named]
    if not spots and not change and candidate.left == k and tags[k - 1 : k] == "T":
        spots = [k - 1]  # "on the previous year's 554"
    if not spots:
        return
    if change:
        for j in list(spots):
            mention: Mention = tokens[j].value
            before = tags[max(0, j - 2) : j]
            if is_duration(mention):
                spots.remove(j)  # how long the change took
            elif _is_comparison(mention, tokens, before, j, k):
                candidate.comparison = mention
                spots.remove(j)
    if not spots:
        return
    kinds = {tokens[j].value.kind: j for j in spots}
    if "law" in kinds and "length" in kinds:
        candidate.period = Mention("first", months=tokens[kinds["length"]].value.months)
        return
    if "law" in kinds and all(
        tokens[j].value.kind in ("law", "since") or tokens[j].value.word in ("year", "month") for j in spots
    ):
        candidate.period = tokens[kinds["law"]].value
        return
    if "shift" in kinds and "same" in kinds:
        candidate.period = tokens[kinds["shift"]].value  # "the same period a year later"
        return
    joined = _joined_period(tokens, tags, spots)
    best = joined or min(spots, key=lambda j: (tokens[j].value.kind in ("length", "until"), abs(j - k) * 2 - (j > k)))
    candidate.period = tokens[best].value


def is_duration(mention: Mention) -> bool:
    """Whether a time tells how long a change took: "in five years", "over the three years", "in the last year"."""
    return mention.kind in ("length", "ago", "last") or (
        mention.kind == "same" and ((mention.months or 0) > 12 or mention.word == "both plural")
    )


def _is_comparison(mention: Mention, tokens: list[Token], before: str, j: int, k: int) -> bool:
    """Whether the change at `k` is measured from the time at `j`: "since", "on", "than in", "the year before"."""
    if (
        mention.kind in ("since", "law", "previous", "range")
        or (mention.kind == "shift" and (mention.months or 0) < 0)
        or before[-1:] == "Z"
    ):
        return True
    if j < k or not before:  # "compared with 2017/18", "Change on 2017/18" over a column
        return (before[-1:] == "c" and tokens[j - 1].word.startswith("compared")) or before[-2:] in ("Rn", "Dn")
    if before[-1] in "RD":
        return tokens[j - 1].word.endswith(("than in", "than the"))
    return before[-1] in "cfn" or before[-2:] in ("ci", "Zd")


def _joined_period(tokens: list[Token], tags: str, spots: list[int]) -> int | None:
    """ "in the two and a half years between ... and ...": the dates that a length stands before."""
    return next((at for j in spots if (at := dates_of_length(tokens, tags, j)) in spots), None)


# bases and victims ------------------------------------------------------------------------------------------------

_KNOWN_RECORD = {"recorded", "noted", "reported", "logged", "registered", "records", "recording", "record", "counted"}
_HAVING = {"has", "have", "had", "holds", "held", "lists", "listed", "shows", "showed"}
_BESIDE = {"against", "attached", "beside", "entered", "listed", "logged", "next", "recorded", "noted"}
_GIVING = {"gave", "give", "say", "said", "told", "tell"}
_APART = set("N%XT;·P")  # what parts a word of knowing from what is known
_METHODS = re.compile(r"method|means|platform|type|form|mode|how|site|channel|way of|app$|service")


def base_of(tokens: list[Token], tags: str, left: int, right: int) -> str | None:
    """The base that the tokens between speak of: offences whose method (age, sex) is on record."""
    method = age = sex = False
    for j in range(left, right + 1):
        tag = tags[j]
        if tag == "χ" and tags[j - 1 : j] == "O" and tags[j + 1 : j + 3] == "dH":
            method = True  # "offences with a platform"
        if tokens[j].word in _HAVING and tags[j + 1 : j + 4] == "dHi" and tokens[j + 3].word == "for":
            method = True  # "the extract has a platform for 380"
        if tokens[j].word in _HAVING and tags[j + 1 : j + 3] == "dH" and _METHODS.search(tokens[j + 2].word):
            beside = {token.word for token in tokens[j + 3 : j + 5]}
            method = method or not beside.isdisjoint(_BESIDE)  # "1,317 had a method against them"
        if tag == "k" or (tag == "r" and tokens[j].word in _KNOWN_RECORD) or tokens[j].word in _GIVING:
            for n in range(j if tokens[j].word in _GIVING else max(left, j - 9), min(right, j + 6) + 1):
                if tags[n] not in "HQgs" or not _APART.isdisjoint(tags[min(n, j) + 1 : max(n, j)]):
                    continue
                word = tokens[n].word
                if tags[n] in "HQ" and _METHODS.search(word):
                    if (
                        tag == "r"
                        and n > j + 1
                        and word.rpartition(" ")[2]
                        in ("site", "sites", "app", "apps", "platform", "platforms", "service")
                    ):
                        continue
                    if word in ("type",) and "communication" not in {t.word for t in tokens[n : n + 3]}:
                        continue
                    method = True
                elif tags[n] == "g":
                    age = True
                elif tags[n] == "s":
                    sex = True
            if tokens[j].word in ("available", "with data") and not (age or sex):
                method = True
    if method:
        return "method_recorded"
    return base_of_victims(age=age, sex=sex)


def base_gone_on(sentence: Sentence, left: int, right: int) -> str | None:
    """ "They knew the victim's sex in 4,288, their age in 4,351 and both in 4,107": knowing is said but once."""
    if base_of(sentence.tokens, sentence.tags, 0, left - 1) is None:
        return None
    named = sentence.tokens[left : right + 1]
    both = any(token.word == "both" for token in named)
    age, sex = (both or any(token.tag == tag for token in named) for tag in "gs")
    return base_of_victims(age=age, sex=sex)


def base_of_victims(*, age: bool, sex: bool) -> str | None:
    """The base of offences whose victim's age, or sex, or both are on record."""
    return "age_and_sex_recorded" if age and sex else "age_recorded" if age else "sex_recorded" if sex else None


def victims_in(candidate: Candidate, sentence: Sentence) -> bool:
    """Set the age band and sex that the stretch speaks of; tell whether it speaks of victims at all."""
    tags, tokens = sentence.tags, sentence.tokens
    left, right = candidate.left, candidate.right
    j = nearest(tags, candidate.k, left, right, AGE)
    if j is not None:
        candidate.band = tokens[j].value
    sexes = {sex_of(tokens[n].word) for n in range(left, right + 1) if tags[n] == "V"} - {None}
    if len(sexes) > 1:  # "girls were the victims in four of five, but boys ..."
        sexes = {sex_of(tokens[n].word) for n in range(left, candidate.k) if tags[n] == "V"} - {None}
    if len(sexes) == 1:
        candidate.sex = sexes.pop()
    words = {tokens[n].word for n in range(left, right + 1)}
    return candidate.band is not None or candidate.sex is not None or bool(words & {"victim", "victims"})
