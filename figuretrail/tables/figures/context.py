"""What a figure takes from where: row labels, column headers, sections, titles, the sheet's name, the catalogue.

What belongs here: joining labels into one account of a cell, in order of nearness, and remembering which column was
settled how far away. What does not: reading labels (`labels`) and values (`values`).
"""

import dataclasses
import functools
import re
from typing import Any, Self

from figuretrail.tables.figures.sides import of_one_time
from figuretrail.tables.language.changelabels import says_but_change
from figuretrail.tables.language.comparedtimes import side_of
from figuretrail.tables.language.earlier import is_of_year_before
from figuretrail.tables.language.filters import that_are_crimes
from figuretrail.tables.language.forcenames import is_county_in
from figuretrail.tables.language.labels import Label, bare
from figuretrail.tables.language.names import Place, is_part_of_place
from figuretrail.tables.language.periods import Period
from figuretrail.tables.language.rolling import is_of_rolling_year
from figuretrail.tables.language.sharelabels import is_bare_share, is_clear_share, parts_its_own
from figuretrail.tables.language.spans import inside, narrower, placed_in
from figuretrail.tables.language.victimsages import says_victims_age
from figuretrail.tables.language.wording import NO_CRIMES, NUMBER_OF_QUESTION, PER_POPULATION
from figuretrail.tables.language.words import Words
from figuretrail.tables.language.wordsasked import asks_for_words
from figuretrail.tables.layout.parts import COMPARISON, WIDER
from figuretrail.tables.layout.settling import says_an_end
from figuretrail.timespan import Span

PLACE_AXES = ("place", "region", "force", "unit")  # a unit is a part of a force: a district, a command unit
SPECIAL = ("forces", "methods", "victim_age")
_DECISIVE = ("other", *SPECIAL)
UNKNOWN_PLACE = "the place is none that the project knows"
NOT_KNOWN = "something that is not known"
NO_OUTCOMES = "outcomes are no offences"
ALL_OUTCOMES = "a total of what became of offences, each of which may have had several outcomes"
UNKNOWN_GROUP = "the group is none that the project knows"
_PLACELESS = ("platform", "offence", "period", "place_type")  # axes among whose entries a place's name is no place
_AREA_CODE = re.compile(r"[EWSNK]\d{8}")
_OFFENCE_CODE = re.compile(r"\d{2,3}/\d{1,2}[A-Z]?")
_OTHER_MEANS = Words(
    r"\bother\b.{0,20}\b(?:compan(?:y|ies)|firms?|owners?|operators?|providers?|brands?|apps?|platforms?|sites?|websites?"
    r"|services?|networks?|media|products?|means|methods?|channels?)\b",
    re.I,
)
_ONLY_OTHER = re.compile(r"(?:all |any )?others?(?: offences?| crimes?)?|unknown|not (?:known|recorded)")


@dataclasses.dataclass(slots=True, eq=False)
class Account:
    """What labels say together. `skip` is the reason why the cell is no figure; `doubts` lower its confidence.

    Accounts are shared by all that bear the same labels, so none is changed once it is given out: `changed` makes
    another. `who` stands for all that bears on what is counted and `when` for all that bears on the time: one object
    for all accounts that say the same.
    """

    period: Period | None = None
    part: tuple[int, int] | None = None  # a quarter or months whose year another label says
    quarter: bool = False  # whether that part is a quarter or half of whatever year it belongs to
    comparison: tuple[Span, Span] | None = None
    change_span: Span | None = None  # "Change March 2019 to March 2020": from the end of one period to another's
    platforms: tuple[str, ...] = ()
    kind: str | None = None
    place: Place | None = None
    ages: tuple[int | None, int | None] | None = None
    sex: str | None = None
    offence: str | None = None
    unknown_offence: str | None = None  # in its own words, where the vocabulary doesn't know it
    counted: str | None = None
    counting: bool = False  # whether a label says that its numbers are counts, of whatever: "n =", "Number"
    unit: str | None = None
    base: str | None = None
    total: bool = False
    skip: str | None = None
    puzzle: str | None = None  # why its label is not understood; other evidence may still say what it is
    place_type: str | None = None  # "force", "region": said in a column of its own
    doubts: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    part_of: str | None = None  # why it is not understood of what a share is one, where no other label says it
    yearly: bool = False  # whether it is the total of one year, whichever that is

    who: object = None
    when: object = None
    text: str = ""  # the labels, each once
    role: str = ""  # the one role that they are an entry of, "" where it is none or several
    axes: frozenset[str] = frozenset()  # all roles that they are entries of
    bare_share: bool = False  # whether the nearest label says nothing but that its numbers are shares
    numbered: bool = False  # whether the nearest label is a numbered question
    leans: bool = False  # whether a label asks of what another row counts
    persons: bool = False  # whether labels name persons by age or sex without a word of what is counted
    running: bool = False  # whether its numbers run on over the times across them: "Year to date"
    earlier: bool = False  # whether its numbers are those of the same time a year before: "Same period last year"
    rolling: bool = False  # whether its numbers are those of the year that ends with the time across them
    cuts: tuple[tuple[Span, Span], ...] = ()  # times across it, each with the part that its own footnote leaves
    given: Span | None = None  # what a total of its times covers, where some of them were not given
    since: "Account | None" = None  # of a time the one from which such numbers run
    subset: bool = False  # whether a label names a part of what another row counts: "of whom girls"
    side: int | None = None  # which of two times that are compared it is of: 0 "Earlier", 1 "Later"

    def summed_up(self) -> Self:
        """The account itself, with all that is worked out from what its labels say."""
        self.side = side_of(self.texts[0]) if self.texts else None
        worded = self.texts[:1] if self.counted == "victims" else self.texts if self.unit == "change" else ()
        self.who = token(
            (
                self.platforms,
                self.kind,
                self.place,
                self.ages,
                self.sex,
                self.offence,
                self.unknown_offence,
                self.counted,
                self.unit,
                self.base,
                self.total,
                self.skip,
                self.puzzle,
                self.part_of,
                self.place_type,
                bool(self.texts),
                self.doubts,
                worded,
                self.side,
            )
        )
        self.when = token(
            (
                self.period,
                self.part,
                self.quarter,
                self.comparison,
                self.change_span,
                self.total,
                self.yearly,
                self.running,
                self.earlier,
                self.rolling,
                self.since,
                self.cuts,
                self.given,
                self.side,
            )
        )
        self.text = " | ".join(dict.fromkeys(self.texts))
        roles = {
            "platform": self.platforms or self.kind,
            "place": self.place,
            "period": self.period,
            "age": self.ages,
            "sex": self.sex,
            "offence": self.offence,
        }
        found = [name for name, said in roles.items() if said]
        self.role = found[0] if len(found) == 1 else ""
        self.axes = frozenset([*found, "period"] if self.part else found)
        nearest = self.texts[0] if self.texts else ""
        self.bare_share = is_bare_share(nearest)
        self.numbered = _NUMBERED.match(nearest) is not None
        self.subset = any(map(_PART.match, self.texts))
        persons = self.ages is not None or self.sex is not None
        self.persons = persons and not (self.counted or self.platforms or self.unit or self.skip or self.total)
        self.leans = any(map(_FOLLOWS.search, self.texts))
        return self


OfCells = dict[tuple[int, int], tuple[Account, Account]]  # of single cells what their row and their column say


@functools.lru_cache(maxsize=50_000)
def token(said: tuple[Any, ...]) -> object:
    """One object for all that say the same, so that it need not be compared word by word again."""
    return object()


def changed(account: Account, **columns: Any) -> Account:
    """An account that says something else in some columns."""
    return _changed(account, tuple(columns.items()))


@functools.lru_cache(maxsize=20_000)
def _changed(account: Account, columns: tuple[tuple[str, Any], ...]) -> Account:
    return dataclasses.replace(account, **dict(columns)).summed_up()


def give_row(row: int, account: Account, rows: dict[int, int], accounts: list[Account]) -> None:
    """Let a row have an account of its own; rows that shared its former one keep that."""
    rows[row] = len(accounts)
    accounts.append(account)


_ONE_YEAR = Words(
    r"\W*(?:(?:full|whole|entire)[ -])?(?:year|yr|annual|(?:year|yr|annual) total|total for (?:the )?(?:year|yr))\W*",
    re.I,
)
# "2a. of which girls"
_PART = Words(rf"\W*{NUMBER_OF_QUESTION}of (?:which|whom|these|those|them)\b", re.I)
_FOLLOWS = Words(r"\b(?:of|for|in|among) (?:these|those|them|which|whom)\b|\?\s*$|\bof the above\b|^how many\b", re.I)
_NUMBERED = re.compile(r"\s*\(?(?:q(?:uestion)?\.?\s?)?(?:\d{1,2}[a-h]?|[a-h])[).:]\s*\S", re.I)


@functools.lru_cache(maxsize=50_000)
def account_of(labels: tuple[tuple[Label, str | None], ...]) -> Account:
    """Join the labels of one row or one column, nearest first; the axis is what the label's neighbours name."""
    account = Account(texts=tuple(label.text for label, _ in labels))
    if any(axis == WIDER for _, axis in labels):  # the finest name of an offence says what was counted
        labels = tuple(sorted(labels, key=lambda said: said[1] == WIDER))
    if any(axis == "region" for _, axis in labels):
        labels = _in_no_region(labels)
    if any(label.why == NO_CRIMES or axis == NO_CRIMES for label, axis in labels):
        labels = that_are_crimes(labels)
    earlier: Span | None = None  # the time that a column of its own says a change is told since
    for label, axis in labels:
        if axis == COMPARISON:
            earlier = label.period.span if label.period else None
            continue
        named = bool(account.platforms)
        _take(account, label, axis)
        axis = "offence" if axis == WIDER else axis
        if named and label.other and axis in (None, "platform") and _OTHER_MEANS.search(label.text):
            continue  # "Other companies" over "Snapchat": the group's name, and no entry
        account.skip = account.skip or _problem(label, axis)
        asked = label is not labels[0][0] and labels[0][0].roles and label.text.rstrip().endswith("?")
        account.puzzle = account.puzzle or (None if asked else _puzzle(label, axis))  # "Which apps?" over "Snapchat"
        if axis == "outcome" and label.counted is None:
            account.doubts += (ALL_OUTCOMES,)
        elif axis == "outcome" and label.counts_all:
            account.part_of = NO_OUTCOMES  # the hundred per cent of outcomes
    account.offence = account.offence or account.unknown_offence
    if earlier is not None and account.period and account.period.span:
        account.comparison = account.comparison or (earlier, account.period.span)
    nearest = labels[0][0] if labels else None
    if nearest and account.unit == "share" and nearest.unit == "share":
        if parts_its_own(nearest, labels[1:]):
            account.skip = account.skip or f"a share of its own entry: {nearest.text!r}"
        elif not is_clear_share(nearest):
            account.part_of = f"a share of what is not understood: {nearest.text!r}"
    parted = any(axis in PLACE_AXES and not label.total for label, axis in labels)  # "Total" of apps beside a district
    if account.total and not parted and account.place is not None and account.place.name is None:
        account.place = None  # the total of several places is that of the whole table
    return account.summed_up()


def _in_no_region(labels: tuple[tuple[Label, str | None], ...]) -> tuple[tuple[Label, str | None], ...]:
    """The labels of a force without the "National" beside it, which says that it belongs to no region."""
    if not any(label.place and label.place.type == "force" for label, _ in labels):
        return labels
    return tuple((label, axis) for label, axis in labels if axis != "region" or not _NO_REGION.fullmatch(label.text))


_NO_REGION = re.compile(
    r"\W*(?:national(?:ly|wide)?|nationwide|(?:uk|gb|country|nation)[- ]?wide|(?:non|not)[- ]territorial"
    r"|special(?:ist)?|cross[- ]border|no region|none|not applicable|n/?a|several|various|all)"
    r"(?: (?:police )?(?:forces?|services?|regions?))?\W*",
    re.I,
)


def _take(account: Account, label: Label, axis: str | None) -> None:
    """Add to an account what one of its labels says, in a list of what `axis` names."""
    wider = axis == WIDER
    axis = "offence" if wider else axis
    _take_time(account, label, axis)
    account.platforms = account.platforms or label.platforms
    account.kind = account.kind or (None if account.total else label.kind)  # a total is of no kind of means
    _take_victims(account, label, axis)
    account.offence = account.offence or label.offence
    _take_what_is_counted(account, label, axis)
    account.total = account.total or label.total
    account.yearly = account.yearly or (label.total and _ONE_YEAR.fullmatch(label.text) is not None)
    _take_place(account, label, axis)
    if axis == "offence" and not (wider and account.unknown_offence is not None) and _names_an_offence(label):
        # The nearest to the left edge describes the offence; codes and groups follow it.
        account.unknown_offence = slug(label.text) or account.unknown_offence


def _take_time(account: Account, label: Label, axis: str | None) -> None:
    account.comparison = account.comparison or label.comparison
    account.earlier = account.earlier or is_of_year_before(label)
    account.rolling = account.rolling or is_of_rolling_year(label)
    period = label.period
    if period is None:
        return
    if label.unit == "change":
        account.change_span = account.change_span or period.span
        return
    if axis == "part":
        return  # the year of a victim's birth
    if axis in ("platform", "age", "sex", *PLACE_AXES, "offence"):
        doubtful = not period.sure or period.kind in ("calendar", "month", "day", "open")
        if doubtful and (axis in label.roles or axis in PLACE_AXES):
            return  # "12-13" among ages, "Section 15 2003" among offences, "Omegle (closed 2023)"
    if period.months is not None:
        if says_an_end(label.text):
            return  # "Year to March" over 2021: the month that its years end in
        account.quarter = account.quarter or (account.part is None and period.kind == "quarter")
        account.part = account.part or period.months
    elif account.period is None or account.period.span is None or inside(period.span, account.period.span):
        account.period = period


def _take_victims(account: Account, label: Label, axis: str | None) -> None:
    of_the_law = axis == "offence" and label.counted != "victims"  # "causing a child under 13 to ..."
    of_another = axis == "period" or (axis in ("platform", *PLACE_AXES) and label.roles - {"age", "sex"})
    if label.ages is not None and not of_the_law and not (of_another and not says_victims_age(label.text, axis)):
        account.ages = account.ages or label.ages
    if not (of_the_law and label.ages):
        account.sex = account.sex or label.sex


def _take_what_is_counted(account: Account, label: Label, axis: str | None) -> None:
    counted = label.counted if label.dimension is None or label.counted == "other" else None
    of_the_law = label.offence and axis == "offence" and not _acted(label)
    if counted == "other" and (label.dimension is not None or of_the_law):
        counted = None
    if counted and (account.counted is None or counted in _DECISIVE):
        account.counted = counted
    account.counting = account.counting or (label.counting and label.unit is None)
    if account.unit == "share" and label.unit == "change" and is_bare_share(account.texts[0]):
        account.unit = "change"  # "%" beside "Change on the year before"
    account.unit = account.unit or label.unit
    account.base = account.base or label.base


def _take_place(account: Account, label: Label, axis: str | None) -> None:
    if label.place is not None and (axis not in _PLACELESS or label.roles == {"place"}):
        account.place = _narrower_place(account.place, _settled_place(label, axis))
    if axis == "place_type":
        account.place_type = bare(label.text).lower()
    whole = label.dimension == "place"  # "Region" below the forces of one: all that is listed
    whole = whole or label.counts_all  # "Offences recorded" below the victims or districts that are listed
    told = label.understood and (label.ages or label.sex or label.platforms)  # "victim was female" below districts
    named = label.place or label.total or whole or told or label.counted in SPECIAL or _PART.match(label.text)
    nameless = label.unit == "change" and says_but_change(label.text)  # "Change on year before"
    if (whole or (label.total and not label.place)) and axis in PLACE_AXES and "region" in label.text.lower():
        account.place_type = account.place_type or "region"
    if axis in PLACE_AXES and not (named or nameless):
        account.place = Place(None, None)
        account.doubts += (UNKNOWN_PLACE,)


def _names_an_offence(label: Label) -> bool:
    """Whether an entry of a list of offences is the name of one that the vocabulary doesn't know."""
    text = label.text.strip()
    nameless = (
        (label.wordless and not _OFFENCE_CODE.fullmatch(text))
        or bool(label.roles - {"sex", "age"})
        or label.total
        or label.counted in ("other", "victims", *SPECIAL)
        or label.unit is not None
        or _PART.match(label.text) is not None
    )
    return not label.offence and not nameless and not _AREA_CODE.fullmatch(text)


def says_whose_share(account: Account) -> bool:
    """Whether labels say of a share which part of the offences it is."""
    named = account.platforms or account.kind or account.ages or account.sex or account.offence
    return bool(named or account.base or account.counted or account.total)


def _settled_place(label: Label, axis: str | None) -> Place | None:
    place = label.place
    assert place is not None
    if place.ambiguous and axis in ("region", "force"):
        return Place(place.name, axis)
    if axis == "unit" and place.type == "region" and not label.total:
        return Place(None, None)  # "North East" among the districts of a force
    if (
        axis == "unit"
        and place.name
        and not label.total
        and not label.counting
        and (is_part_of_place(label.text.lower()) or is_county_in(label.text, place.name))
    ):
        return Place(None, None)  # "Surrey Heath" among boroughs, "Northumberland" among area commands
    return place


@functools.lru_cache(maxsize=10_000)
def slug(text: str) -> str:
    """A name for an offence that the vocabulary does not know, from its own words."""
    return re.sub(r"[^a-z0-9]+", "_", bare(text).lower()).strip("_")[:60]


_RELATED = (PER_POPULATION, "indices")


def _acted(label: Label) -> bool:
    """Whether a label counts what was done about an offence that it names, or relates it: "SCWC arrests"."""
    return label.why in (
        "arrests",
        "charges",
        "court results",
        "outcomes",
        "differences in counts",
        "averages",
        *_RELATED,
    )


def _problem(label: Label, axis: str | None) -> str | None:
    """Why a cell under this label is no figure; None where nothing speaks against it."""
    if axis in (None, "offence") and asks_for_words(label):
        return f"no number was asked for: {label.text!r}"
    if axis == "offence" and not _ONLY_OTHER.fullmatch(label.text.strip().lower()):
        left_out = label.counted == "other" and (not label.offence or _acted(label))
        return f"{label.why}: {label.text!r}" if left_out else None
    if axis == NO_CRIMES:
        return f"{NO_CRIMES}: {label.text!r}"
    if label.example:
        return f"an example or template: {label.text!r}"
    if axis == "part" and not label.total:
        return f"a part that the columns cannot say: {label.text!r}"
    if axis == "outcome" and not label.counts_all and not (label.total and label.counted in (None, "offences")):
        return NO_OUTCOMES  # but "Crimes recorded" counts what the outcomes above it are of
    if label.counted == "other" and label.dimension is None and not (label.offence and axis == "offence"):
        return f"{label.why}: {label.text!r}"
    if label.total or label.counted in SPECIAL:
        return None
    if label.unknown and not label.period and label.unit is None:
        return f"{NOT_KNOWN}: {label.text!r}"
    if label.other and not (label.roles - {"period"}) and axis not in PLACE_AXES:  # "All other boroughs" are places
        return f"no product, place or band of its own: {label.text!r}"
    return None


def _puzzle(label: Label, axis: str | None) -> str | None:
    """Why a label is not understood; None where it is, or where its kind of list holds names of every sort."""
    understood = label.total or label.counted or label.unit or is_of_year_before(label)
    if understood or axis in (*PLACE_AXES, "offence", "place_type"):
        return None
    if axis in ("age", "sex", "period") and not (label.roles or label.counting or label.base):
        return f"no {axis} that is understood: {label.text!r}"
    return None if label.understood else f"a label that is not understood: {label.text!r}"


@functools.lru_cache(maxsize=50_000)
def join(row: Account, column: Account) -> Account:
    """Join a row's account with a column's. Where both speak of a period the narrower holds, of a place likewise."""
    row, column = of_one_time(row, column), of_one_time(column, row)
    # The column says what is counted ("Arrests", "Offences"), unless the row asks a question of its own.
    counted = column.counted or row.counted
    if column.counted in _DECISIVE or row.counted in _DECISIVE:
        counted = column.counted if column.counted in _DECISIVE else row.counted
    platforms = row.platforms or column.platforms
    if row.platforms and column.platforms:
        platforms = tuple(sorted({*row.platforms, *column.platforms}))
    return Account(
        row.period if column.period is None else narrower(row.period, column.period),
        row.part or column.part,
        row.quarter if row.part else column.quarter,
        row.comparison or column.comparison,
        row.change_span or column.change_span,
        platforms,
        row.kind or column.kind,
        row.place if column.place is None else _narrower_place(row.place, column.place),
        row.ages or column.ages,
        row.sex or column.sex,
        row.offence or column.offence,
        row.unknown_offence or column.unknown_offence,
        counted,
        row.counting or column.counting,
        column.unit or row.unit,
        _joined_base(row.base, column.base),
        row.total or column.total,
        row.skip or column.skip,
        row.puzzle or column.puzzle,
        row.place_type or column.place_type,
        row.doubts + column.doubts,
        row.texts + column.texts,
        row.part_of or column.part_of,
        row.yearly or column.yearly,
    )


_OF_VICTIMS = {"age_recorded", "sex_recorded"}


def _joined_base(row: str | None, column: str | None) -> str | None:
    """What a cell's number is of, by its row and column: "Total less unknown age" under "Total less unknown sex"."""
    return "age_and_sex_recorded" if {row, column} == _OF_VICTIMS else row or column


def _narrower_place(one: Place | None, two: Place | None) -> Place | None:
    order = {None: -1, "force": 0, "region": 1, "country": 2}  # a place that is none of ours lies inside of another
    if one is None or two is None:
        return one or two
    return one if order[one.type] <= order[two.type] else two


def settled_span(account: Account) -> Span | None:
    """The account's period, a part of a year placed inside its year."""
    if account.part is None or account.period is None:
        return account.period.span if account.period else None
    return placed_in(account.period, account.part, quarter=account.quarter)
