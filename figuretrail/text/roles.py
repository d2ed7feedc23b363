"""What each number of a sentence is: a count of offences, a share, a change, a rate, victims, an age, or no figure.

What belongs here: telling a number's role from its own clause (the noun after it, the verb and preposition before it).
What does not: the columns (`attach`) and what other sentences add (`resolve`).
"""

import dataclasses
import functools
import itertools
import re

from figuretrail.text import changing
from figuretrail.text.amounts import why_no_amount
from figuretrail.text.answering import ANSWERED, OF_DIFFERENCE, so_many_answered
from figuretrail.text.counting import Number
from figuretrail.text.intervals import IN_RATE, PER_DAY, RATE_UNITS, interval
from figuretrail.text.lexicon import lexicon, pattern
from figuretrail.text.tokens import Token
from figuretrail.text.victims import YEAR_OLD, is_among_victims, of_all


@dataclasses.dataclass(slots=True)
class Role:
    """What a number was taken for. `measure` is empty where it is no figure; `why` is the rule's name.

    `value` is in `unit`, of a change with its sign (a fall is below 0); it is None where the number is no figure.
    """

    measure: str
    unit: str = "count"
    value: float | None = None
    why: str = ""
    head: str = ""  # the class of the noun it counts; empty where the noun is left out
    head_at: int = -1
    elliptical: bool = False
    sure: bool = False  # a share for certain
    goes_on: bool = False  # a share or a change, as the percentage before it


def no_figure(why: str) -> Role:
    """A number that is not a figure, and why."""
    return Role("", why=why)


@functools.cache
def _rules() -> dict[str, re.Pattern[str]]:
    return {
        name: pattern(rule)
        for name, rule in {
            "rate": "(other|offence_noun|use_noun|subject_word|OTHER|record_verb|hyphen|of|it|to|be|by|police_noun|"
            "BOUND|and|relative|dash|in|PLACE|victim_noun|comparator){0,7}? (in|on)? (the|per|each) "
            "(the|other|relative)? unit",
            "interval": "(other|offence_noun|subject_word|OTHER|be|record_verb|PLACE|in|of|by|police_noun|victim_noun)"
            "{0,9}? per (?=LENGTH|unit|relative|other|PERIOD)",
            "plain head": "(mark|hyphen and|or other)? (other|PLACE|subject_word|OTHER|record_verb|hyphen|relative|"
            "PLATFORM|joint|victim_noun(?=(subject_word|OTHER|offence_noun))){0,5}? "
            "(offence_noun|use_noun|force_noun|method_noun|victim_noun|police_noun|foreign_noun)",
            "change after": "(other|the|hyphen|BOUND){0,2}? (rise|fall)",
        }.items()
    }


_BEFORE_CHANGE = re.compile(r"[RD](?:[xobZdwviTnGCsSAOkVPd~–Λ⟨]){0,6}(?<!i)$")
_DIFFERENCE = re.compile("xoq?$")  # "a difference of 2 per cent"
_THAN_ANOTHER = re.compile("[xqcm]{0,3}[in]?d?[PG](?:[,;·⟨⟩&]|$)")  # "twice as many as WhatsApp (56)"
LEVEL = re.compile(r"[RD]x?t[dq]?x?$")


def role(tokens: list[Token], tags: str, k: int) -> Role:
    """The role of the number at `k`."""
    number = tokens[k].value
    charged = k + 1 < len(tokens) and tokens[k + 1].word in ("counts", "charges")
    if charged and not (isinstance(number, Number) and number.value > _MOST_CHARGES):
        return no_figure("counts of a charge")
    if not isinstance(number, Number) or number.kind == "ordinal":
        return no_figure("ordinal")
    if number.kind == "interval":
        return Role("offence_rate", "per_day", number.value, "one in each interval")
    if tags[k] == "X":
        return _multiple_role(tokens, tags, k, number)
    if tags[k] == "%":
        return _share_role(tokens, tags, k, number)
    return _count_role(tokens, tags, k, number)


# changes ----------------------------------------------------------------------------------------------------------


def _multiple_role(tokens: list[Token], tags: str, k: int, number: Number) -> Role:
    after = tags[k + 1 : k + 2]
    word = tokens[k].word
    if (
        word in ("double", "triple", "treble", "quadruple")
        and after
        and after in "x~"
        and tokens[k + 1].word not in ("from", "that", "what")
    ):
        return no_figure("adjective")
    another = _THAN_ANOTHER.match(tags, k + 1) if word == "times" else None
    if another is not None and (
        tokens[k + 1].start > tokens[k].end + 1 or tokens[k + 1].word in ("as", "than", "that", "more than")
    ):
        return no_figure("beside another name")
    unknown = word == "times" and after == "x" and tokens[k + 1].word not in ("that", "what", "this", "in")
    value = _fallen(number.value) if _falls_so_many_times(tokens, tags, k) else number.value
    return Role("offence_change", "percent_change", value, "a multiple of an unknown thing" if unknown else "multiple")


_FALLS_BY = re.compile(r"D(?:v?[qx]?){0,2}$")  # "fell by more than a factor of three", "dropped threefold"


def _falls_so_many_times(tokens: list[Token], tags: str, k: int) -> bool:
    """ "Fell threefold", "down by a factor of three", "a two-fold drop": so many times fewer."""
    fold = tokens[k].word.endswith("fold")
    before = fold or tokens[k].word == "times"  # "a factor of three"
    return (before and _FALLS_BY.search(tags[max(0, k - 4) : k]) is not None) or (fold and tags[k + 1 : k + 2] == "D")


def _fallen(change: float) -> float:
    """The change in per cent where a number is divided by what would multiply it: +200 is -66.67."""
    return round(100 / (1 + change / 100) - 100, 2) if change > 0 else change


def _share_role(tokens: list[Token], tags: str, k: int, number: Number) -> Role:
    before, after = tags[max(0, k - 6) : k], tags[k + 1 : k + 6]
    words_before = [t.word for t in tokens[max(0, k - 3) : k]]
    rules = _rules()
    value = number.value
    if number.sign == "+":
        return Role("offence_change", "percent_change", value, "signed")
    if number.sign == "-" and (tokens[k - 1].word == "minus" or k == 1 or tags[k - 2] in "⟨·,:;"):
        return Role("offence_change", "percent_change", -value, "signed")
    level = LEVEL.search(before) is not None
    stripped = before[:-1] if before and before[-1] in "q" else before
    if words_before and words_before[-1] in lexicon().bounds:
        stripped = before[:-1]
    compared = (stripped.endswith("c") and words_before and "than" not in words_before[-1]) or (
        k and tokens[k - 1].word in ("up from", "down from")
    )
    if not level and not compared:
        left = _BEFORE_CHANGE.search(stripped)
        if left is not None and _close_enough(tokens, k, left, len(stripped)):
            direction = -1 if left.group()[0] == "D" else 1
            return Role("offence_change", "percent_change", direction * value, "verb of rising or falling before it")
        right = rules["change after"].match(tags, k + 1)
        if right is not None and tags[right.end() - 1] in "RD" and not _is_from(tokens, right.end() - 1):
            direction = -1 if tags[right.end() - 1] == "D" else 1
            return Role("offence_change", "percent_change", direction * value, "noun of rising or falling after it")
        afar = changing.told_afar(tokens, tags, k)
        if afar is not None:
            return Role("offence_change", "percent_change", afar[0] * value, afar[1])
        after_words = [t.word for t in tokens[k + 1 : k + 3]]
        if (
            after_words[:1] in (["more than"],)
            or after_words[:2] in (["more", "than"], ["more", "on"])
            or (after_words[:1] == ["more"] and number.kind != "ratio")
        ):
            return Role("offence_change", "percent_change", value, "more than another")
        if after[:1] and tokens[k + 1].word in ("above", "below") and after[1:2] in ("d", "w", "T", "I", "m", "x"):
            signed = value if tokens[k + 1].word == "above" else -value
            return Role("offence_change", "percent_change", signed, "above or below another")
        if after_words[:1] != ["points"] and _DIFFERENCE.search(before) and tokens[k - 2].word in ("difference", "gap"):
            return Role("offence_change", "percent_change", value, OF_DIFFERENCE)
        said_whole = after_words[:1] in (["fewer than"], ["less than"])
        ends = after_words[1:] == ["than"] or (after[1:2] or "·") in _CLOSES_OR_MARK
        if said_whole or (after_words[:1] in (["fewer"], ["less"]) and ends):
            return Role("offence_change", "percent_change", -value, "fewer than another")
    if after[:1] == "x" and tokens[k + 1].word in ("turnover", "discount", "voluntary", "funding"):
        return no_figure("a share of something else")
    return Role("offence_share", "percent", value, "share")


def _close_enough(tokens: list[Token], k: int, left: re.Match[str], width: int) -> bool:
    """ "up by around 34%": after "up" and "down" only such words may stand before the number; after "rise", more."""
    at = k - (width - left.start()) - (1 if width < min(k, 6) else 0)
    for j in range(max(0, at - 1), k):
        if tokens[j].word in ("up", "down", "higher", "lower"):
            bounds = lexicon().bounds
            between = [t for t in tokens[j + 1 : k] if t.tag != "q" and t.word not in bounds]
            return all(t.word in ("by", "a", "an", "some", "just", "well", "nearly", "again") for t in between)
    return True


def _is_from(tokens: list[Token], k: int) -> bool:
    return tokens[k].word in ("up", "down") and k + 1 < len(tokens) and tokens[k + 1].tag in "tfc"


# counts -----------------------------------------------------------------------------------------------------------

_ELLIPTIC_AFTER = set(',;·⟨⟩:iofnvbrcT&∨ejmtφGPQ–zhZkUIwJ"RDαCμ')


# "Snapchat in eight and Xbox in one", "Kent had just one", "the fewest, with one": a count like any other
_HAD_ONE = re.compile("(?:[PG][xH]?[in]d?|r[xq]{0,2}|Φ[xq]?)N$")
_UP_FROM = {"up from", "down from", "compared with", "compared to", "from just", "from only", "as against"}
_CLOSES_OR_MARK = ",;·&⟩φ–:"  # "four per cent fewer: 97, compared with 101"
_CLOSES = ",;·&⟩φ–"  # classes of what ends a statement


def _count_role(tokens: list[Token], tags: str, k: int, number: Number) -> Role:
    rules = _rules()
    made = _rate(tokens, tags, k, number)
    if made is not None:
        return made
    age = _victim_age(tokens, tags, k, number)
    if age is not None:
        return age
    named = why_no_amount(tokens, tags, k, number)
    if named:
        return no_figure(named)
    after = tags[k + 1 : k + 2] or "·"
    words = [t.word for t in tokens[k + 1 : k + 3]]
    answered = after in "rxk" and (words[0] in ANSWERED or words in (["had", "done"], ["did", "so"]))
    if answered or so_many_answered(tokens, tags, k):
        return Role("forces", "count", number.value, "so many answered")
    if after in "Λu" or (after == "~" and tags[k + 2 : k + 3] in "uΛ"):
        return no_figure("length of time")
    if k and tags[k - 1] == "α" and _SEX_AND_AGES.search(tags, 0, k) is None:
        return no_figure("age")
    if (
        (words[:1] and words[0].startswith(("fewer than", "more than", "less than")))
        or words == ["more", "than"]
        or words in (["fewer", "than"], ["less", "than"])
    ):
        return no_figure("a difference")
    head = rules["plain head"].match(tags, k + 1)
    if after == "o":
        return _of_role(tokens, tags, k, number)
    if head is not None:
        return _headed(tokens, tags, k, number, head.end() - 1)
    had_one = (after in _CLOSES and _HAD_ONE.search(tags[: k + 1])) or words[:1] in (["each"], ["apiece"])
    had_one = had_one or ((after in _CLOSES or after == "T") and k > 0 and tokens[k - 1].word in _UP_FROM)
    if number.spelt and number.value == 1 and not had_one:
        return no_figure("pronoun")
    if (
        after in _ELLIPTIC_AFTER
        or (words[:1] and words[0] in _GOES_ON)
        or re.search(r"o(?:[wIN]|d?[VO]),$", tags[max(0, k - 4) : k])
    ):
        if number.decimal and number.value < 1000:
            return no_figure("decimal")
        return Role("offences", "count", number.value, "noun left out", elliptical=True)
    if number.decimal and number.value < 1000:
        return no_figure("decimal")
    return Role("offences", "count", number.value, "before an unknown word", elliptical=True)


_MOST_CHARGES = 50  # that one defendant faces


_GOES_ON = {
    "as",
    "too",
    "again",
    "alone",
    "overall",
    "altogether",
    "compared",
    "so",
    "came",
    "went",
    "date",
    "dated",
    "did",
    "also",
    "last",
}


_FEW_PLATFORMS = 12  # no more are ever named in a text; more are counted


def _headed(tokens: list[Token], tags: str, k: int, number: Number, at: int) -> Role:
    kind = tags[at]
    between = tokens[k + 1 : at]
    if (
        between
        and between[0].word in ("involved", "featured", "used", "took", "were", "had", "involving")
        and kind in "VH"
    ):
        return Role("offences", "count", number.value, "noun left out", elliptical=True)
    if number.decimal and number.value < 1000:
        return no_figure("decimal")
    if kind == "O":
        if number.spelt and number.value == 1 and (between or tags[k - 1 : k] == "i"):
            return no_figure("one of several")
        if any(t.tag == "x" and t.word in _SOMETHING_ELSE for t in between):
            return no_figure("counts something else")
        return Role("offences", "count", number.value, f"counts {tokens[at].word}", head="O", head_at=at)
    if kind == "W":
        return Role(
            "offences",
            "count",
            number.value,
            f"counts {tokens[at].word}",
            head="W",
            head_at=at,
        )
    if kind == "V":
        return Role("victims", "count", number.value, "counts victims", head="V", head_at=at)
    if kind == "F":
        if number.value < 3 and number.spelt:
            return no_figure("named forces")
        if any(t.word in ("not", "failed", "refused", "declined") for t in tokens[at + 1 : at + 4]):
            return no_figure("forces that did not answer")
        return Role("forces", "count", number.value, "counts police forces", head="F", head_at=at)
    if kind == "H":
        if any(t.word in ("different", "separate", "distinct") for t in between) and number.value > 3:
            return Role("methods", "count", number.value, "counts methods", head="H", head_at=at)
        if number.value > _FEW_PLATFORMS:
            return Role("methods", "count", number.value, "counts methods", head="H", head_at=at)
        return no_figure("counts platforms")
    return no_figure(f"counts {tokens[at].word}")


_SOMETHING_ELSE = {
    "court",
    "suspected",
    "alleged",
    "bug",
    "book",
    "school",
    "media",
    "page",
    "news",
    "annual",
    "exclusion",
    "missing",
    "serious",
}


def _of_role(tokens: list[Token], tags: str, k: int, number: Number) -> Role:
    """ "23 of the 60", "39 of the 43 forces", "14 of those", "nine of Northumbria's", "33 of them"."""
    rest = tags[k + 2 : k + 9]
    match = re.match(r"[dwx]?(?:I|N)?[xSArG~]{0,3}?([FOVWHP])", rest)
    noun = match.group(1) if match else None
    if noun == "F":
        return Role("forces", "count", number.value, "counts police forces", head="F", head_at=k + 2 + rest.index("F"))
    if noun in ("V", "P") and number.spelt and number.value == 1:
        return no_figure("one of several")  # "one of the girls", "one of Facebook, Snapchat or Instagram"
    if noun == "V":
        return Role(
            "victims", "count", number.value, "counts some of the victims", head="V", head_at=k + 2 + rest.index("V")
        )
    if re.match(r"T|[dw]?(?:[IN,·⟨]|$)|[dwx]{0,3}[xSArG~u]{0,4}?[OW]|G", rest) or tokens[k + 2].word in (
        "these",
        "those",
        "them",
        "which",
        "whom",
    ):
        explicit = bool(re.match(r"[dwx]?[xSAr~u]{0,3}?O", rest))  # "of the 60 offences", "of the year's offences"
        return Role(
            "offences",
            "count",
            number.value,
            "some of those before",
            elliptical=True,
            head="O" if explicit else "",
        )
    return Role("offences", "count", number.value, "of an unknown thing", elliptical=True)


_OFTEN = {"daily": "day", "weekly": "week", "monthly": "month"}


def _so_many(number: Number, unit: str) -> Role:
    """So many in each day, week or month; an hour's are counted up to a day, a fortnight's halved."""
    unit = _OFTEN.get(unit, unit)
    value = number.value * IN_RATE.get(unit, 1)
    return Role("offence_rate", RATE_UNITS[unit], value, "so many in each unit of time")


def _rate(tokens: list[Token], tags: str, k: int, number: Number) -> Role | None:
    often = next((t.word for t in reversed(tokens[max(0, k - 5) : k]) if t.word in _OFTEN), None)
    if often is not None and any(t.word in ("average", "rate") for t in tokens[max(0, k - 5) : k]):
        return _so_many(number, often)  # "a daily average of 12"
    adverb = next((n for n in range(k + 1, min(k + 5, len(tokens))) if tokens[n].tag not in "xOSA"), len(tokens)) - 1
    if adverb > k and tokens[adverb].word in _OFTEN:
        return _so_many(number, tokens[adverb].word)  # "17 offences daily", "120 weekly"
    match = _rules()["interval"].match(tags, k + 1)
    if match is not None:
        unit, amount, _ = interval(tokens, match.end())
        if unit in PER_DAY and amount and (number.value <= 2 or amount > 1):  # "three every two days"
            value = round(number.value * PER_DAY[unit] / amount, 4)
            return Role("offence_rate", "per_day", value, "one in each interval")
        if unit in RATE_UNITS and amount > 1:  # "ten every two weeks", "three every other month"
            value = round(number.value * IN_RATE.get(unit, 1) / amount, 4)
            return Role("offence_rate", RATE_UNITS[unit], value, "one in each interval")
    unit_before = _unit_before(tokens, k)
    if unit_before is not None:
        return _so_many(number, unit_before)
    match = _rules()["rate"].match(tags, k + 1)
    if match is not None:
        at = match.end() - 1
        joint = next(t for t in reversed(tokens[k + 1 : at]) if t.tag in "dπe")
        between = [t for t in tokens[k + 1 : at] if t.tag == "x"]
        named = any(t.tag in "OSA" for t in tokens[k + 1 : at])
        if (
            joint.word in ("a", "an", "each", "every", "per")
            and all(t.word in ("for", "in") for t in tokens[k + 1 : at] if t.tag == "i")
            and tokens[at].word in RATE_UNITS
            and (named or all(t.word in _ADVERBS for t in between))
        ):
            return _so_many(number, tokens[at].word)
        if joint.word in ("a", "an", "each", "every", "per") and tokens[at].word in RATE_UNITS:
            return no_figure("a rate of something else")
    return None


_USUAL = {"average", "typical", "normal", "ordinary", "usual"}
_EACH = {"each", "every"}
_CLAUSE_ENDS = "N%XT·;:–cRD"


def _unit_before(tokens: list[Token], k: int) -> str | None:
    """ "On an average day they record 17", "each week about 40": the unit stands first."""
    clause = list(
        itertools.takewhile(lambda token: token.tag not in _CLAUSE_ENDS, reversed(tokens[max(0, k - 11) : k]))
    )
    at = next((n for n, token in enumerate(clause) if token.tag == "u" and token.word in RATE_UNITS), None)
    if at is None or clause[at].word == "days":
        return None
    before = [token.word for token in clause[at + 1 :]]
    usual = bool(_USUAL.intersection(before[:1])) or (before[:1] == ["single"] and before[1:2] in (["every"], ["each"]))
    each = (bool(_EACH.intersection(before[:1])) and at < 7) or before == ["per"]
    averaged = bool({"a", "an", "per"}.intersection(before[:1])) and not {"average", "rate"}.isdisjoint(before)
    told = clause[0].tag in "boq" or clause[0].word in ("about", "around")
    return clause[at].word if usual or each or (averaged and told) else None


_ADVERBS = {
    "typical", "normal", "ordinary", "usual",
    "now", "on", "average", "about", "or", "so", "every", "single", "typically", "roughly", "how", "many", "around",
    "nearly", "almost",
}  # fmt: skip  # "three, on average, each week"


_YOUNGEST_AFTER = re.compile(r"(?:~?u~?x)?V?[bxrkI]{1,3}(?:dgo)?d?K|[–:,]?g[iuo]{0,4}dK")  # "5: age of the youngest"
_SEX_AND_AGES = re.compile("(?:^|[,;:·])Vo?α$")  # "Female 12-15 67", "males of 11 and under 5"
ASKED_FOR = "youngest victim, who was asked for"
_OLDEST_CHILD = 17  # years
_ONE_VICTIM = re.compile(r"NVbx$")
_AGES_OF_PLACES = re.compile(r"K[^N%X,;·]{0,14}?(?:Nid?G~?x?[,&]{1,2})+$")  # "was nine in Kent, 10 in Surrey and"
_IN_A_PLACE = re.compile("id?G")
_AGE_BEFORE = re.compile(r"K[^N%X,;·]{0,14}?$|K[^N%X;·]{0,8}?,[^N%X,;·]{0,8}$")


def age_asked_for(tokens: list[Token], tags: str, k: int) -> Role | None:
    """The age of the youngest victim in an answer to the question for it: "Female, aged 7", "6", "10 in 2018/19"."""
    number = tokens[k].value
    if tokens[k].tag != "N" or number.kind != "count" or number.decimal or number.value > _OLDEST_CHILD:
        return None
    return None if tags[k + 1 : k + 2] in ("O", "F", "W") else Role("victim_age", "years", number.value, ASKED_FOR)


def _victim_age(tokens: list[Token], tags: str, k: int, number: Number) -> Role | None:
    if number.value > 25 or number.decimal or tokens[k].tag != "N":
        return None
    if k < of_all(tokens, tags):
        return Role("victim_age", "years", number.value, "youngest or oldest victim")
    only = _ONE_VICTIM.search(tags, max(0, k - 4), k) is not None and tokens[k - 1].word in ("just", "only", "aged")
    of_one = tokens[k].word == YEAR_OLD or tags[k - 1 : k] in ("a", "b", "x")  # "aged seven", "one was just five"
    if only or (of_one and is_among_victims(tokens, tags, k, k + 1)) or _YOUNGEST_AFTER.match(tags, k + 1) is not None:
        return Role("victim_age", "years", number.value, "youngest victim")
    if _AGES_OF_PLACES.search(tags, 0, k) is not None and _IN_A_PLACE.match(tags, k + 1) is not None:
        return Role("victim_age", "years", number.value, "youngest victim")
    left = _AGE_BEFORE.search(tags, max(0, k - 20), k)
    if left is None:
        return None
    first = left.start()
    after = tokens[k + 1].word if k + 1 < len(tokens) else "."
    if tokens[first].word in ("as young as",):
        if "Ω" in tags[: k + 5] or (first != k - 1 and tags[k - 1] != "x"):
            return no_figure("age in another connection")
        return Role("victim_age", "years", number.value, "youngest victim")
    between = tags[first + 1 : k]
    if after in ("offences", "crimes", "cases", "%"):
        return None
    if between[:1] == "x" and tokens[first + 1].word not in (
        "recorded",
        "known",
        "targeted",
        "reported",
        "was",
        "one",
        "being",
        "of",
        "reportedly",
        "person",
        "to",
        "complainant",
        "identified",
        "logged",
        "named",
        "affected",
    ):
        return no_figure("age in another connection")
    return Role("victim_age", "years", number.value, "youngest victim")
