"""What a header, row label or title says: its period, platforms, place, age, sex, offence, and what it counts.

What belongs here: one label's text alone, read once and kept. What does not: which label a cell stands under
(`headers`) and what a figure takes from labels, titles and the catalogue (`cells`).
"""

import dataclasses
import functools
import re
from typing import Any

from figuretrail.tables.language import listnames, recorders, suspects, wording
from figuretrail.tables.language.besides import first_asked
from figuretrail.tables.language.comparedtimes import compares_times
from figuretrail.tables.language.crosstabs import lists_crossed
from figuretrail.tables.language.datedby import says_by_which_date
from figuretrail.tables.language.leftout import base_of_the_rest, names_known_or_not
from figuretrail.tables.language.names import (
    Place,
    leaves_out_platforms,
    offence_in,
    place_in,
    platform_kind,
    platforms_in,
)
from figuretrail.tables.language.ofnumbers import number_parted
from figuretrail.tables.language.periods import Period, read_comparison, read_period
from figuretrail.tables.language.questionnumbers import begins_without_time
from figuretrail.tables.language.shorthand import spelled_out
from figuretrail.tables.language.values import damaged_range
from figuretrail.tables.language.withunknown import (
    includes_unknown_means,
    is_of_known,
    is_of_known_means,
    without_the_included,
    without_the_left_out,
)
from figuretrail.tables.language.words import Words, open_in
from figuretrail.timespan import Span
from figuretrail.vocabulary.numberwords import whole_number

_LONG = 40  # characters; a longer label that says "a child under 16" quotes the law
_A_CHILDS = (0, 17)  # the ages of all children
KNOWN = "known"  # the base of "where known": those offences of which it is known what the table lists
Ages = tuple[int | None, int | None]
_YEARS_OR_AGES = re.compile(r"\s*\d\d?\s?/\s?\d\d?\s*")  # "13/14", by itself a year


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A label's roles. A role that it does not speak of is None, empty or False.

    `counted` is what its numbers would count: offences, victims, forces, methods, victim_age, or "other" for things
    that are no offences (arrests, populations, hours), with `why` they are left out. `dimension` is set where the label
    is the name of a list ("Police force", "Age of victim") rather than an entry of one. `understood` is False where
    words remain that no role explains.
    """

    text: str
    period: Period | None = None
    comparison: tuple[Span, Span] | None = None
    platforms: tuple[str, ...] = ()
    kind: str | None = None
    place: Place | None = None
    ages: Ages | None = None
    sex: str | None = None
    offence: str | None = None
    counted: str | None = None
    why: str | None = None
    unit: str | None = None
    base: str | None = None
    dimension: str | None = None
    total: bool = False
    unknown: bool = False
    other: bool = False
    example: bool = False
    counting: bool = False
    understood: bool = True
    wordless: bool = False  # nothing but counting words and words that join

    roles: frozenset[str] = dataclasses.field(init=False)  # the axes that this label is an entry of
    alone: bool = dataclasses.field(init=False)  # whether it says all that it says without its neighbours

    def __post_init__(self) -> None:
        """Work out once what every step asks for."""
        found = {
            "period": self.period is not None,
            "platform": bool(self.platforms or self.kind),
            "place": self.place is not None,
            "age": self.ages is not None,
            "sex": self.sex is not None,
            "offence": self.offence is not None,
        }
        roles = frozenset(role for role, present in found.items() if present)
        unsure = self.period is not None and (
            (self.ages is not None and not self.period.sure) or _YEARS_OR_AGES.fullmatch(self.text) is not None
        )
        says = roles or self.total or self.counted or self.unit or self.dimension or self.unknown or self.other
        object.__setattr__(self, "roles", roles)
        object.__setattr__(self, "alone", bool(says) and not unsure and damaged_range(self.text) is None)

    @property
    def counts_all(self) -> bool:
        """Whether it says nothing but what is counted, and of no part of it: "Offences recorded", "All victims"."""
        return self.counted in ("offences", "victims") and not self.roles and self.wordless


def settled(label: Label, **columns: Any) -> Label:
    """The label as its neighbours settle it; one object for all that are settled alike."""
    return _settled(label, tuple(columns.items()))


@functools.lru_cache(maxsize=20_000)
def _settled(label: Label, columns: tuple[tuple[str, Any], ...]) -> Label:
    return dataclasses.replace(label, **dict(columns))


# "b) 10 to 12", "2. Text"
_LETTERED = re.compile(r"\(?(?:(?:[a-h]|i{1,3}|iv|vi{0,3})[).]\s+(?=\S)|\d{1,2}[).]\s+(?=[^\W\d]|\d+[^\d.,)]))", re.I)
_NO_FOOTNOTE = re.compile(r"\b(?:15\s?\(a\)|(?:victims?|vics?|sex|gender|of which)\s?\([fm]\))$", re.I)  # "Victim (F)"


def bare(text: str) -> str:
    """The label without its footnote marks, quotation marks and needless space: "Durham1", "2017/18 [r]", "Sussex*"."""
    plain = " ".join(text.split()).strip("'\"“”‘’ ")
    while True:
        cut = plain if _NO_FOOTNOTE.search(plain) else wording.MARKS.sub("", plain).strip()
        if cut == plain or not cut:
            break
        plain = cut
    lettered = _LETTERED.match(plain)
    plain = plain[lettered.end() :] if lettered else plain
    numbered = wording.NUMBERING.match(plain)
    if numbered and begins_without_time(plain[numbered.end() :]):
        plain = plain[numbered.end() :]
    return wording.GLUED_DIGIT.sub("", plain).strip(" :")


_THE_LAWS_VICTIM = Words(r"^victims?,? (?:is |was )?(?=(?:an? )?(?:child|girl|boy|male|female))", re.I)
_DIGIT = re.compile(r"\d")
_HYPHENS = re.compile(r"[‐‑‒–—−]")
_AGE_AFTER_NAME = Words(
    r"^(?:adults?|child(?:ren)?|teen\w*|young\w*|primary|secondary|infants?)[^()\d]{0,20}\((.*\d.*)\)$"
)
_BEFORE_AGE = Words(
    r"^(?:victims?|children|child|offences|aged?(?: of victims?)?|girls?|boys?|females?|males?)[\s,:;/-]+"
)
_AFTER_AGE = Words(r"[\s,;:/(-]+(?:females?|males?|girls?|boys?)\)?$")
_THE_AGE_OF = Words(r"\b(under|over|below|above) (?:the )?ages? of (?=\d)")
_AGED = Words(r"\bage[ds]?:? (?=\d\d?(?!\d)|under|over|below|up)")
_BEFORE_YEAR = re.compile(  # "Aged 10 to 12, 2020"
    r"^age[ds]?:? (?:[\d\s+-]|to|and|or|under|over|older|above|below|years?|olds?)*[\s,;:(]+(?:in |for )?20\d\d"
)
_CAPITALS = re.compile(r"\b[A-Z]{2,5}\b")


# "F Total", "12-15 Total": what a pivot table calls the total of one of its groups; "3 years total" is no such age
_TOTAL_OF_ENTRY = re.compile(r"(?<=[\w+)])(?<!years)\s(?:(?:sub|group)[ -]?)?totals?$")


_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?", re.I)
_LONGEST_BAND = 60  # characters


def in_digits(text: str) -> str:
    """A short text with the numbers that it gives in words as digits: "Ten to thirteen"; only ages are read so."""
    if len(text) > _LONGEST_BAND:
        return text
    return _WORD.sub(lambda word: str(whole_number(word[0]) or word[0]), text)


def read_ages(text: str, *, numbers: bool = False) -> Ages | None:
    """The age band that a whole label (or, with the word "aged", a part of it) names; `numbers` takes a bare "13"."""
    if not _DIGIT.search(text):
        return None
    plain = _TOTAL_OF_ENTRY.sub("", _HYPHENS.sub("-", text.lower()).strip(" .:"))
    plain = _AGE_AFTER_NAME.sub(r"\1", plain)
    whole, plain = plain, _BEFORE_AGE.sub("", plain)
    plain = _AFTER_AGE.sub("", plain)
    plain = _THE_AGE_OF.sub(r"\1 ", plain)
    plain = plain[1:-1] if plain.startswith("(") and plain.endswith(")") else plain  # "Girls (12-15)"
    bracketed = wording.AGE_IN_BRACKETS.search(plain)
    if bracketed:
        return int(bracketed[1]), int(bracketed[2])
    found = wording.AGE.fullmatch(plain)
    if found is None and (aged := _AGED.search(plain) or (_AGED.match(whole) if _BEFORE_YEAR.search(whole) else None)):
        found = wording.AGE.match(aged.string, aged.end())
    elif found is None and (phrase := wording.AGE_PHRASE.search(plain)):
        found = wording.AGE.fullmatch(phrase[0])
    elif found is None and (told := wording.VICTIM_WAS.search(plain)):
        found = wording.AGE.match(plain, told.end())
    if found is None:
        return None
    if found["one"]:
        if not numbers and not any(word in text.lower() for word in ("year", "yr", "age")):
            return None
        return (int(found["n"]), int(found["n"])) if int(found["n"]) < 100 else None
    if found["to"]:
        return 0, int(found["under"]) - 1
    if found["upto"]:
        return 0, int(found["u1"] or found["u2"] or found["u3"])
    if found["from"]:
        least = found["o1"] or found["o3"]
        return (int(least), None) if least else (int(found["o2"]) + 1, None)
    low, high = int(found["b1"]), int(found["b2"])
    return (low, high) if low < high < 100 else None


@functools.lru_cache(maxsize=50_000)
def read_label(text: str) -> Label:
    """What a label says, in every role that it speaks of; of a label in two languages, what the known one says."""
    label = _read_label(text)
    known = label.understood and (label.roles or label.total or label.dimension or label.base)
    if len(text) > 80 or known or label.period or label.unknown or label.other or label.counted == "victim_age":
        return label
    if label.understood and wording.AS_AT.search(text.lower()):
        return label  # "As told to us (Nov 2022)"
    parts = [part.strip() for part in _TWO_LANGUAGES.split(text.strip(" )")) if part.strip()]
    if len(parts) != 2 or min(map(len, parts)) < 3:
        return label
    read = [_read_label(part) for part in parts]
    silent = [_says_nothing(part) for part in read]
    if silent[0] == silent[1]:
        return label
    said = read[silent[0]]
    telling = said.roles or said.total or said.dimension or said.unknown or said.counting or said.base
    return dataclasses.replace(said, text=text) if telling and not said.example else label


_TWO_LANGUAGES = re.compile(r"\s*[/|\n]\s*|\s+[-–—]\s+|\s+\((?=[^\W\d]{3})")


def _says_nothing(label: Label) -> bool:
    """Whether no word of a label is known."""
    return not (label.understood or label.roles or label.unknown or label.other or label.counted or label.base)


def _read_label(text: str) -> Label:
    plain = without_the_included(_without_marks(text))
    lower = plain.lower()
    if not lower:
        return Label(text, understood=False)
    period = read_period(plain)
    dated = _is_day_or_month(period) and len(lower) < _LONG and wording.AS_AT.search(lower) is not None
    ages, sex, period = _victims(text, plain, None if dated else period)
    names, only_names = platforms_in(lower)
    kind = None if names else platform_kind(lower)
    offence = None if only_names else offence_in(lower)
    if offence is not None and not wording.AGED.search(lower):
        ages = sex = None  # "sexual activity with a child under 16": the age is the law's
    if offence == "child_sexual_offences" and ages == _A_CHILDS:
        ages = None  # "sexual offences with a victim under 18" are those against children
    held = without_the_left_out(lower)  # "Total" of "Total less not given"
    place = None if only_names or kind else place_in(held)
    unit = _unit(lower)
    counted, why = _what_is_counted(plain, unit, offence, victims=bool(sex or ages), named=bool(names))
    if period is not None and period.kind == "quarter" and wording.ASKS.search(lower):
        period = None  # "How many in Q2 involved Snapchat?" speaks of a question
    heading = lower.strip(" :")
    dimension = _dimension(heading)
    if dimension is None and heading.endswith(")"):
        dimension = _dimension(wording.IN_BRACKETS_AFTER.sub("", heading))
    elif dimension is None:
        dimension = _dimension(wording.GIVEN_AFTER.sub("", heading))
    if why == "indices" or (counted == "victim_age" and dimension == "age"):
        dimension = None  # "Index (2017/18 = 100)" numbers nothing, "Victim age (lowest)" lists nothing
    either = names_known_or_not(lower)  # "Any app or none"
    base = "all" if either or includes_unknown_means(text) else _base(lower, unit)
    means = bool(names) or kind is not None
    rest = not means and leaves_out_platforms(lower)  # "All platforms except Snapchat" are no total
    total = bool(wording.TOTAL.search(held)) and not means and ages is None and not rest  # "12 years" is an age
    entry = _TOTAL_OF_ENTRY.sub("", held)
    total = either or (total and not (entry != held and _is_no_entry(entry))) or bool(lists_crossed(plain))
    counting = bool(wording.COUNTING.search(lower)) or counted not in (None, "other")
    wordless = not wording.STOP.sub("", lower)
    roles = period or means or place or ages or sex or offence or unit or total or dimension or counting or base
    return Label(
        text=text,
        period=period,
        comparison=read_comparison(plain) if unit == "change" else None,
        platforms=names,
        kind=kind,
        place=place,
        ages=ages,
        sex=sex,
        offence=offence,
        counted=counted,
        why=why,
        unit=unit,
        base=base,
        dimension=dimension,
        total=total,
        unknown=bool(wording.UNKNOWN.search(entry)) and not means and not either,
        other=rest or (bool(wording.OTHER.search(lower)) and not means),
        example=bool(wording.EXAMPLE.search(lower)),
        counting=counting,
        wordless=wordless,
        understood=bool(roles or wordless or dated or wording.REFERENCE.match(lower))
        or _is_version(lower)
        or says_by_which_date(lower),
    )


def _is_day_or_month(period: Period | None) -> bool:
    """Whether a time is a day or a month, also one whose year is not said: "as given in February"."""
    if period is None:
        return False
    one_month = period.kind == "part" and period.months is not None and period.months[0] == period.months[1]
    return period.kind in ("month", "day") or one_month


def _is_version(lower: str) -> bool:
    """Whether a label says no more than in which answer its numbers were given: "as given in FOI 1122/21"."""
    return wording.VERSION.fullmatch(lower) is not None


def _is_no_entry(text: str) -> bool:
    """Whether a text is but a word for what is not known or not listed, whose total is no total of all."""
    return bool(wording.UNKNOWN.fullmatch(text) or _OTHERS.fullmatch(text))


_OTHERS = re.compile(r"(?:all |any )?others?")


def _without_marks(text: str) -> str:
    """A label as questions are asked of it: without marks and the offender that the law names, no word cut short."""
    plain = bare(text).replace("_", " ")
    plain = plain[len(number_parted(plain)) :].strip()  # "of the 62, Snap"
    if "ffender" in plain and _quotes_the_law(plain):
        plain = wording.OFFENDER_OF_THE_LAW.sub(" ", plain).strip(" ,-")
        plain = _THE_LAWS_VICTIM.sub("", plain)  # "Offender 18 or over, victim girl under 16"
    plain = wording.IN_BRACKETS.sub(r"\1", plain)
    return spelled_out(plain)


def _quotes_the_law(plain: str) -> bool:
    """Whether the adult offender that a label speaks of is the law's, not one who is counted."""
    offender = wording.OFFENDER_OF_THE_LAW.search(plain)
    if offender is None:
        return False
    counted_before = wording.OFFENCES_WORD.search(plain[: offender.start()].lower())
    return bool(counted_before or wording.VICTIM_OF_THE_LAW.search(plain) or offence_in(plain.lower()))


def _victims(text: str, plain: str, period: Period | None) -> tuple[Ages | None, str | None, Period | None]:
    """The age and sex that a label names, and its period where that is not the same words."""
    lower = _TOTAL_OF_ENTRY.sub("", plain.lower())
    sexes = (bool(wording.FEMALE.search(lower)), bool(wording.MALE.search(lower)))
    sex = {(True, False): "female", (False, True): "male"}.get(sexes)
    if period is not None and period.sure and not wording.AGE_CONTEXT.search(lower):
        return None, sex, period
    quoted = len(plain) > _LONG or len(text) > len(plain) + _LONG // 2
    ages = read_ages(wording.AGE_OF_THE_LAW.sub(" ", plain) if quoted else plain)
    if ages is not None and period is not None:
        alone = wording.AGE.fullmatch(lower) if period.sure else wording.OF_AGE.search(lower)
        period = None if alone else period  # "victims aged 16-17 yrs"
    return ages, sex, period


def _what_is_counted(
    plain: str, unit: str | None, offence: str | None, *, victims: bool, named: bool
) -> tuple[str | None, str | None]:
    """What a label counts, and why that is left out, by all that it says.

    `victims` says that it names an age or a sex, `named` that it names a platform.
    """
    lower = plain.lower()
    first = first_asked(lower)
    if first != lower and _counted(first)[0] in ("offences", "victims"):
        lower = first  # "Offences recorded, and how many resulted in a charge"
    counted, why = ("offences", None) if wording.DIVIDES_OFFENCES.search(lower) else _counted(lower)
    if counted == "victim_age" and wording.NOT_ITS_AGE.search(lower) and not wording.OF_AGE.search(lower):
        counted, why = "other", wording.UNSAYABLE
    if counted == "offences" and offence != "online_child_sexual_offences" and wording.UNSAYABLE_PART.search(lower):
        counted, why = "other", "a part that the columns cannot say"
    if counted == "offences" and _tells_of_suspects(lower):
        counted, why = "other", "suspects"
    things = None if named or offence or victims or counted else wording.NUMBER_OF_THINGS.match(lower)
    if things is None and not (named or offence):
        things = wording.THINGS_OF_CHILDREN.match(lower)
    if things is not None and not _CAPITALS.search(plain):
        counted, why = "other", "other things counted"
    if (
        counted in ("offences", "victims")
        and len(lower) < 100
        and (wording.OUTCOME_PART.search(lower) or wording.WHAT_BECAME.search(lower))
    ):
        counted, why = "other", "outcomes"
    if counted == "victims" and (lower == "victim" or (victims and wording.ONE_VICTIM.fullmatch(lower))):
        counted = None  # "Victim female" says whose offences, not that victims are counted
    if (unit == "change" and why == "differences in counts") or (why == "averages" and unit and unit != "change"):
        counted, why = None, None  # "% diff", "average per day"
    return counted, why


def _tells_of_suspects(lower: str) -> bool:
    """Whether offences are counted by their suspects: "with a suspect under 18", "by age of the offender"."""
    lower = suspects.AGENT.sub(" ", lower)
    listed = suspects.OF_SUSPECTS.search(lower) and not suspects.OTHER_LISTS.search(lower)
    return bool(listed) or suspects.OFFENCES_OF_SUSPECTS.search(lower) is not None


def _base(lower: str, unit: str | None) -> str | None:
    """What a label says that a share is a share of, or which offences are counted."""
    base = None
    if wording.EITHER_KNOWN.search(lower):
        base = KNOWN  # each row of its own list
    elif not wording.NOT_BASE.search(lower):
        base = next((base for pattern, base in open_in(lower, wording.BASES) if pattern.search(lower)), None)
        base = base or ("method_recorded" if is_of_known_means(lower) else None)
        base = base or (KNOWN if wording.KNOWN_ONLY.search(lower) or is_of_known(lower) else None)
    base = base or base_of_the_rest(lower) or (KNOWN if without_the_left_out(lower) != lower else None)
    return "all" if base is None and unit == "share" and wording.WHOLE_BASE.search(lower) else base


def _dimension(heading: str) -> str | None:
    """The list that a heading names, by one name or by several of one list: "Borough or district"."""
    named = _one_list(heading)
    if named is not None or len(heading) > LONGEST_HEADING:
        return named
    plain = listnames.OF_OFFENCE.sub("", heading)
    names = [part.strip(" ()") for part in listnames.NAMES_JOINED.sub("|", plain).split("|")]
    lists = {_one_list(name) for name in names if name}
    only = lists.pop() if len(lists) == 1 else None
    return only if only in JOINED_LISTS else None


LONGEST_HEADING = 60  # characters; what is longer is no name of a list
JOINED_LISTS = ("place", "platform", "age", "outcome")  # that two names in one heading are taken for


def _one_list(heading: str) -> str | None:
    return next(
        (name for pattern, name in open_in(heading, listnames.DIMENSION_PATTERNS) if pattern.fullmatch(heading)), None
    )


def _unit(lower: str) -> str | None:
    lower = wording.HUNDRED.sub(" ", lower)
    if wording.CHANGE.search(lower) or compares_times(lower):
        return "change"
    if wording.SHARE.search(lower):
        return "share"
    found = wording.RATE.search(lower)
    if found:
        word = (
            found["unit"]
            or found["a"]
            or found["b"]
            or found["c"]
            or {"daily": "day", "weekly": "week", "monthly": "month"}[found["every"]]
        )
        return f"per_{word}"
    return None


def _counted(lower: str) -> tuple[str | None, str | None]:
    """What the label counts, apart from what it says that this is taken out of: "Of all crimes, suspects under 18"."""
    rest = suspects.OUT_OF.sub("", lower)
    if rest != lower:
        counted, why = _first_counted(rest)
        if counted == "other":
            return counted, why
    return _first_counted(lower)


def _first_counted(lower: str) -> tuple[str | None, str | None]:
    """What a text counts: the first noun that names a thing to count decides, so a title's first sentence wins."""
    lower = suspects.AGENT.sub(" ", recorders.AS_RECORDED.sub(" ", wording.WHEN_RECORDED.sub(" ", lower)))
    lower = wording.HOW_FOUND.sub(" ", wording.OFFICE.sub(" ", wording.LAW.sub(" ", lower)))
    candidates: list[tuple[int, str, str | None]] = []
    for pattern, why in open_in(lower, wording.EXCLUDED_PATTERNS):
        match = pattern.search(lower)
        if match and why in (wording.PER_POPULATION, wording.NO_CRIMES):
            return "other", why  # "offences per 10,000 children": whatever is named first, it is no count
        if match:
            candidates.append((match.start(), "other", why))
    for pattern, name in open_in(lower, wording.COUNTED_PATTERNS):
        found = [match.start() for match in pattern.finditer(lower)]
        if name == "victims":
            found = [start for start in found if not wording.OF_VICTIM.search(lower[:start])]
        candidates += [(start, name, None) for start in found]
    if not candidates:
        return None, None
    announced = _announced(lower, candidates)
    special = min((c for c in candidates if c[1] in ("victim_age", "forces", "methods")), default=None)
    if special is not None and (announced is None or special <= announced or announced[1] == "other"):
        return special[1], None
    _, first, reason = announced or min(candidates)
    return first, reason


def _announced(lower: str, candidates: list[tuple[int, str, str | None]]) -> tuple[int, str, str | None] | None:
    """The noun that "number of" or "how many" stands before: it says what is counted, wherever in the text it is."""
    for match in wording.NUMBER_OF.finditer(lower):
        near = min((c for c in candidates if match.start() <= c[0] <= match.end() + 30), default=None)
        if near is not None and not wording.VERB.search(lower, match.end(), max(near[0], match.end())):
            return near
    return None
