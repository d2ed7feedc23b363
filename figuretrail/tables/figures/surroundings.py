"""What stands around a table: its titles, its sheet's head and name, the other sheets, the catalogue entry.

What belongs here: the order in which they are asked for what a cell's own headers leave unsaid.
What does not: the cell's own row and column headers (`context`).
"""

import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from figuretrail import monthnames
from figuretrail.entry import Entry
from figuretrail.figure import SUBJECT, Figure
from figuretrail.invisible import without_invisible
from figuretrail.tables.figures.partplaces import names_a_part
from figuretrail.tables.figures.saidagain import time_said_again
from figuretrail.tables.figures.sheetheads import SheetHeads
from figuretrail.tables.figures.whoanswered import place_of_entry
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.language.datedlines import DATED
from figuretrail.tables.language.filters import sets_apart, without_filter
from figuretrail.tables.language.labels import Ages, Label, read_label
from figuretrail.tables.language.leftout import base_of_the_rest
from figuretrail.tables.language.names import SEVERAL, Place, place_in
from figuretrail.tables.language.saidofothers import of_another_table
from figuretrail.tables.language.sharebases import says_of_shares_alone, says_what_counts_are
from figuretrail.tables.language.splits import splits_those_before
from figuretrail.tables.language.together import names_together
from figuretrail.tables.language.wording import FORM, NO_CRIMES, NOT_REAL, STOP
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.hints import Hints
from figuretrail.tables.layout.pageanswers import ANSWER
from figuretrail.tables.layout.regions import Table
from figuretrail.timespan import Span

FAMILY = {
    SUBJECT,
    SEVERAL,
    "sexual_grooming",
    "meeting_a_child_following_grooming",
    "child_sexual_offences",
    "online_child_sexual_offences",
    "sexual_activity_with_a_child",
    "child_sexual_exploitation",
    "indecent_images_of_children",
}
_OF_SHARES = Words(
    r"\W*(?:notes?\W+)?(?:[\da-z][).:]\s*)?(?:(?:the|all|these) )?(?:base\b|percentages?\b|proportions?\b|shares?\b|%)",
    re.I,
)
# "The share is of the crimes in which ..." says what shares are of, and heads no table of shares.
_EXPLAINS = Words(
    r"(?:\b(?:percentages?|proportions?|shares?)|%)\s(?:(?:only|here|each|all|shown|given) )*"
    r"(?:is|are|was|were|have been|has been|compares?|relates?|refers?|measures?|express|describes?|means?|reflects?"
    r"|represents?|tells?|add up|do not|does not|may|should|need)\b",
    re.I,
)
_DAYS_OFF = dt.timedelta(days=7)
_ASIDE = ("cost or effort", "staff", "other things counted", "ranks", "records searched")
_PROSE = re.compile(r"^.{40,}[.;]\s*$|[a-z]\. [A-Z]", re.DOTALL)
# "... in which Facebook, Instagram or WhatsApp was named": any of them, in one number
_ANY_OF = Words(
    r"\b(?:offences|crimes|cases|incidents)\b[^.;?]{0,60}? (?:in which|where|involving|mentioning|naming"
    r"|(?:that|which) (?:involved|mention\w*|named?)) (?:the )?[^.;?]{3,60} or \w",
    re.I,
)
_REMARKS = Words(
    r"\b(?:an?|one|each|every|some|these|the) (?:[a-z]+ ){0,2}?(?:may(?!,?\s*\d)|can|might|could|need|cannot)\b", re.I
)
_LIMITS = Words(
    r"\bvictims?\b.{0,25}\b(?:under|over|below|aged|females?|males?|girls?|boys?)\b|\b(?:females?|males?) victims?\b"
    r"|\b(?:girls|boys)\b|\bchildren (?:aged|under|over)\b"
    r"|\b(?:girl|boy|female|male)\b.{0,12}\bvictims?\b|^\W*(?:an? )?(?:girl|boy|female|male)s?\W*$",
    re.I,
)
_LAWS_AGE = (0, 15)  # "a child under 16" is the offence's own wording
_SHORT_YEARS = re.compile(
    r"(?<![\d/.-])(?:1[89]|[23]\d)-\d\d(?![\d/-]|\.\d)"
)  # "in 20-21", which no children's ages are
GROWN_UP = 18  # years, at which nobody is a victim of an offence against children
_NUMBERED = re.compile(r"^\W*(?:q(?:uestion)?\s?)?\d{1,2}[a-z]?[.):\s]", re.I)
_AGE_NUMBER = re.compile(rf"(?<![\w/.(])\d{{1,2}}(?![\w/(]|\s?(?:{monthnames.BEGINNINGS}))", re.I)
# A sentence that states a number of its own heads no table: "130 offences, of which 45 (35%) were on Snapchat".
_STATES = Words(r"\b(?:was|were) \d|\d\s?(?:%|per ?cent)")
_SPLITS = Words(
    r"\bby\b.{0,20}\b(?:age|sex|gender)|\bbr(?:oken|eak)[ -]?down|\bsplit\b|\beach (?:age|group|band|sex|gender)"
    r"|\bgroups?\b|\bfollowing\b",
    re.I,
)
_EXCEPTS = Words(r"\b(?:not|except|excluding|outside|other parts|elsewhere)\b", re.I)
# A question for one number, as the heading of a table: "Q4. How many suspects were under 18?"
_ASKS_ONE = re.compile(
    r"\W*(?:q(?:uestion)?\.?\s?)?(?:\d{1,2}[a-z]?[.):]*\s*)?[-–]?\s*how many [^?,;]{3,100}\?\s*", re.I
)
_QUESTION = Words(
    r"\?\s*$|^\s*(?:q(?:uestion)?\.?\s?\d{0,2}[a-z]?[.):]*\s+(?:[-–—]\s+)?)?"
    r"(?:how many|please|what|which|could you|can you|i would like|i am|you asked"
    r"|please provide|question(?!\s*\d))\b|\byou (?:have )?(?:asked|requested)\b"
    r"|\brequest(?:ed)?\b(?! \d{1,2} ?[-–—:])",
    re.I,
)


_COVERS = Words(
    r"^\W*(?:time |reporting |date |recording )?(?:period|date range|time ?frame)s?\b\W"
    r"|\bcover(?:s|ed|ing)?\b|\b(?:for|is|are|was) the period\b|\bdate range\b"
    r"|\b(?:figures|data|numbers|offences|crimes|counts)\b.{0,40}\b(?:between|relat(?:e|es|ed|ing) to)\b",
    re.I,
)


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One place that may say what a cell's headers don't: a title, the sheet's name ..., and how far away it is.

    A text is understood once for all tables that it stands around.
    """

    label: Label
    text: str
    distance: str  # section, title, sheet, workbook, note
    paired: bool = False  # one of several entries in a row ("Ref. 12 | Cost of reply | £60"): it titles nothing
    question: bool = False  # a question or a request
    prose: bool = False
    remarks: bool = False  # it says what may or can be, rather than what is counted
    dated: bool = False  # it says when something was written, sent or taken from a system
    states: bool = False  # it states a number of its own
    limits: bool = False  # a question about one sort of victims only, rather than for a table of several
    excepts: bool = False  # it names what is left out, or elsewhere
    of_shares: bool = False  # it explains what percentages are of
    leaves_out: bool = False  # it says that a table leaves out what is not known
    explains: bool = False  # it says something of percentages elsewhere, rather than giving them
    apart: str | None = None  # why it makes all below it none of ours: "Outcome Group: Charged"
    form: bool = False  # it asks to fill in what stands below it, or calls it a template
    of_part: bool = False  # it names a part of a force: "Barnsley district"
    covered: Span | None = None  # the time that a note below a table says it covers


# "Suspects are not counted here", "Each arrest is counted once": said of what is counted, and no heading
_DENIES = Words(
    r"\b(?:is|are|was|were|do|does|did|has|have|been) not\b|\bnot (?:held|included|counted|shown|given)\b"
    r"|\b(?:is|are|was|were) (?:often|sometimes|usually|generally|normally|always|rarely|never)\b"
    r"|\b(?:is|are|was|were) (?:only )?counted (?:once|twice|only|for|in|on|more|under|separately)\b",
    re.I,
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def _is_remark(text: str) -> bool:
    """Whether a text says what may be or what is not; a heading stays one though a remark follows it, or in brackets.

    "Suspects by age (a suspect may be linked to more than one crime)"
    """
    if not (_REMARKS.search(text) or _DENIES.search(text)):
        return False
    text = _NUMBERED.sub("", text)
    heading = _SENTENCE_END.split(_IN_BRACKETS.sub(" ", text), maxsplit=1)[0]
    if heading == text:
        return True
    return bool(_REMARKS.search(heading) or _DENIES.search(heading)) or read_label(heading.strip()).counted is None


_SENTENCE_END = re.compile(r"(?<=[a-z\d])[.;] +(?=[A-Za-z])")


@functools.lru_cache(maxsize=10_000)
def source_of(text: str, distance: str, paired: bool = False, named: str = "") -> Source:
    """A line of text as a source; `named` is the text as a label where it is the name of a sheet or a heading.

    A name asks nothing, however it is worded.
    """
    label = without_filter(read_label(named or text[:400]), text)
    dated = DATED.search(text) is not None
    return Source(
        label,
        text,
        distance,
        paired,
        not named and _QUESTION.search(text) is not None,
        _PROSE.search(text) is not None,
        not named and _is_remark(text),
        dated,
        _STATES.search(text) is not None,
        _limits(text, label),
        _EXCEPTS.search(text) is not None,
        _OF_SHARES.match(text) is not None,
        base_of_the_rest(text.lower()) is not None,
        _EXPLAINS.search(text) is not None,
        sets_apart(text),
        FORM.search(text) is not None,
        names_a_part(text),
        None if dated else _covered(text, label),
    )


def _limits(text: str, label: Label) -> bool:
    """Whether a question asks about one sort of victims only, rather than for a table of several."""
    if not _LIMITS.search(text) or _SPLITS.search(text):
        return False
    numbers = {int(number) for number in _AGE_NUMBER.findall(_NUMBERED.sub("", text))}
    own = {bound + more for bound in label.ages or () if bound is not None for more in (0, 1)}
    return label.ages is None or (not numbers - own and label.ages != _LAWS_AGE)


_MONTHS = re.compile(rf"\b{monthnames.NAME}")


def _covered(text: str, label: Label) -> Span | None:
    """The time that a note below a table says it covers; no single day."""
    period = label.period
    if period is None or period.span is None or None in period.span or period.kind == "day":
        return None
    return period.span if _COVERS.search(text) or not STOP.sub("", _MONTHS.sub("", text.lower())) else None


class Default(NamedTuple):
    """What the whole workbook is about, for tables around which nothing else says it."""

    offence: str | None = None
    period: Span | None = None
    by_year: bool = False  # whether some sheet's name is a year that is no child's age: "18-19"
    place: Place | None = None  # who answered, by the title or the words of a page


@dataclasses.dataclass(slots=True)
class Surroundings:
    """Where a table's cells look, nearest first, for what their own headers leave unsaid."""

    sources: list[Source]
    entry: Entry
    hints: Hints
    default_offence: str | None = None
    default_from: str = "workbook"
    notes: list[Source] = dataclasses.field(default_factory=list)  # the lines below the table
    of_part: bool = False  # whether the table is that of a part of a force, by its numbers
    default_period: Span | None = None  # the one time that the titles of all sheets name
    default_place: Place | None = None  # who answered, by the page that the tables stand on
    by_year: bool = False  # whether sheets are named by years: "16-17", "17-18", "18-19"
    listed: frozenset[str] = frozenset()  # the headings over several places that the rows of the table list
    told: list[list[Figure]] = dataclasses.field(default_factory=list)  # the figures of each table further up

    def offence(self) -> tuple[str | None, str | None]:
        """The offence that the titles name, and how far away; the catalogue's title and other sheets come last."""
        if self.hints.offence:
            self.hints.used.add("offence")
            return self.hints.offence, "catalogue"
        for source in self.sources:
            base = (
                source.of_shares and source.label.offence == "all_offences"
            )  # "Base: all offences where ... is known"
            if source.label.offence and not base:
                return source.label.offence, source.distance
        return (self.default_offence, self.default_from) if self.default_offence else (None, None)

    def counted(self) -> tuple[str | None, Source | None]:
        """What the titles say is counted; a letter's sentence about work or staff heads no table."""
        near = next(iter(self.sources), None)
        titles = [s for s in self.sources if s.label.counted and not of_another_table(s.text, nearest=s is near)]
        titles = [s for s in titles if not splits_those_before(s.text)]  # "of these - victim" counts the same
        counts = any(source.label.counted in ("offences", "victims") for source in titles)
        for source in titles:
            if counts and source.prose and source.label.why in _ASIDE:
                continue
            asks = source.question and not self._asks_one(source)
            if not (asks or source.paired or source.remarks):
                return source.label.counted, source
        for source in titles:
            if source.label.counted != "other":
                return source.label.counted, source
        return None, None

    def _asks_one(self, source: Source) -> bool:
        """Whether a question is the one that a table answers: it stands right above it, and no other does."""
        if source is not self.sources[0] or not _ASKS_ONE.fullmatch(source.text):
            return False
        return sum(other.question and other.distance == "title" for other in self.sources) == 1

    def set_apart(self) -> str | None:
        """Why all that is counted is none of ours by a filter or title: "Cancelled: Y", "Cancelled crimes only"."""
        titles = [s for s in self._titles() if s.distance == "title" and not (s.prose or s.remarks)]
        by_filter = next((source.apart for source in titles if source.apart), None)
        cancelled = next((s.text for s in titles if s.label.why == NO_CRIMES and not s.paired), None)
        return by_filter or (f"{NO_CRIMES}: {cancelled[:80]!r}" if cancelled else None)

    def period(self) -> tuple[Span | None, str | None]:
        """The period that a title names: a span, never the day of an extract."""
        if self.hints.period:
            self.hints.used.add("period")
            return self.hints.period, "catalogue"
        begun: tuple[Span, str] | None = None
        for source in self.sources:
            period = source.label.period
            if period is None or period.span is None:
                if source.distance == "title" and (span := time_said_again(source.text, self.told)):
                    return span, "title"
                continue
            if period.span.start is None or period.span.end is None:
                counts = source.distance == "title" and source.label.counted in ("offences", "victims")
                begun = begun or ((period.span, source.distance) if period.span.start and counts else None)
                continue
            if (
                period.kind == "day"
                or period.span.start == period.span.end
                or (source.dated and period.kind in ("month", "calendar"))
            ):
                continue
            if not period.sure and source is not self.sources[-1] and not _SHORT_YEARS.search(source.text):
                continue  # what a sheet is named by is its year, also "17-18"
            return period.span, source.distance
        below = next((note.covered for note in self.notes if note.covered), None)
        if below:
            return below, "note"
        asked = self.entry.period_asked
        if begun and not (asked and begun[0].start and abs(asked[0] - begun[0].start) <= _DAYS_OFF):
            return begun  # "since April 2017", with no end, unless the entry knows it
        if asked:
            return Span(*asked), "catalogue"
        titled = read_label(self.entry.title).period if self.entry.title else None
        if titled is not None and titled.span and titled.span.start and titled.span.end and titled.kind != "day":
            return titled.span, "catalogue"
        return (self.default_period, "workbook") if self.default_period else (None, None)

    def place(self) -> tuple[Place | None, str | None]:
        """The place that a title names; else who answered, by the catalogue."""
        if self.hints.place:
            self.hints.used.add("place")
            return place_in(self.hints.place.lower()) or Place(None, None), "catalogue"
        if self.of_part:
            return Place(None, None), "sheet"
        whole = any(_names_the_whole(source) for source in self.sources)
        for source in self.sources:
            of_part = source.of_part and not (whole and source.distance == "sheet") and not self._names_list(source)
            place = Place(None, None) if of_part else source.label.place
            if place is not None and not source.question and len(source.text) <= 160 and not source.excepts:
                return place, source.distance
        place = place_of_entry(self.entry)
        if place is not None:
            return place, "catalogue"
        return (self.default_place, "workbook") if self.default_place else (None, None)

    def place_of_all(self) -> tuple[Place | None, str | None]:
        """The place of a table's last rows that are of the whole force, though what heads it names a part of that."""
        whole = [s for s in self.sources if not s.of_part and not (s.label.place and s.label.place.name is None)]
        return dataclasses.replace(self, sources=whole).place()

    def who_answered(self) -> Place | None:
        """The force or place whose answer it is, by the catalogue; else by the page that its tables stand on."""
        return place_of_entry(self.entry) or self.default_place

    def platforms(self) -> tuple[tuple[str, ...], str | None]:
        """The one platform that a title is about; a list of platforms in a question asks for a table."""
        for source in self.sources:
            any_of = source.distance == "title" and _ANY_OF.search(source.text) and not _SPLITS.search(source.text)
            together = any_of or (source is self.sources[0] and names_together(source.text))
            if (len(source.label.platforms) == 1 or (source.label.platforms and together)) and not source.states:
                return source.label.platforms, source.distance
            if source.label.total and not source.question:
                return (), None  # "All platforms": what stands above it heads another table
        named = read_label(self.entry.title).platforms if self.entry.title else ()
        return (named, "catalogue") if len(named) == 1 else ((), None)

    def ages(self) -> tuple[Ages | None, str | None]:
        """The age band that a title limits the whole table to."""
        source = next((s for s in self._limiting() if s.label.ages and not self._is_year(s)), None)
        return (source.label.ages, source.distance) if source else (None, None)

    def _is_year(self, source: Source) -> bool:
        """Whether the numbers of a name are years: "20-21" is no child's age, nor "17-18" in a title's own year."""
        period, ages = source.label.period, source.label.ages
        if period is None or period.span is None or ages is None:
            return False
        dated = [other.label.period.span for other in self.sources if other is not source and other.label.period]
        return self.by_year or (ages[1] or 0) >= GROWN_UP or period.span in dated

    def sex(self) -> tuple[str | None, str | None]:
        """The sex that a title limits the whole table to."""
        source = next((s for s in self._limiting() if s.label.sex), None)
        return (source.label.sex, source.distance) if source else (None, None)

    def base(self) -> tuple[str | None, str | None]:
        """What the titles say that shares are shares of."""
        if self.hints.base:
            self.hints.used.add("base")
            return self.hints.base, "catalogue"
        below = [note for note in self.notes if note.of_shares or note.leaves_out]
        source = next((s for s in (*self._titles(), *below) if s.label.base), None)
        if source is None:
            return None, None
        if says_of_shares_alone(source.text) and any(map(says_what_counts_are, (s.text for s in self.sources))):
            return source.label.base, "note"  # "Nos are crimes. % is of those with a recorded method"
        return source.label.base, "title" if source.leaves_out else source.distance  # totals leave it out as well

    def unit(self) -> tuple[str | None, str | None]:
        """Whether the titles speak of shares, changes or rates."""
        source = next((s for s in self._titles() if s.label.unit and not s.states and not s.explains), None)
        return (source.label.unit, source.distance) if source else (None, None)

    def _limiting(self) -> list[Source]:
        """The titles, and the nearest of them also where it is a question about some victims only."""
        near = [s for s in self.sources[:1] if s.distance in ("section", "title") and not s.paired]
        asked = [s for s in near if s.question and s.limits]
        return [*asked, *self._titles()]

    def _titles(self) -> list[Source]:
        return [source for source in self.sources if not source.question]

    def example(self) -> str | None:
        """The title that calls the table an example; a long request may give one without being one."""
        for source in self.sources:
            if source.label.example and not (source.question and len(source.text) > 120):
                return source.text
            if source.question and NOT_REAL.search(source.text):
                return source.text  # of its table's numbers, however long
        return None

    def form(self) -> str | None:
        """The title that asks to fill the table in; a long request may ask it of another."""
        for source in self.sources:
            if source.form and not (source.question and len(source.text) > 120):
                return source.text
        return None

    def _names_list(self, source: Source) -> bool:
        """Whether "CRIS BCU" names what rows list that are headed "BCU", rather than one of them."""
        words = source.text.lower().split()
        return source.distance == "sheet" and any(word in words for word in self.listed)

    def above(self, corner: Iterable[Label], listed: frozenset[str] = frozenset()) -> "Surroundings":
        """The same with what stands over the row labels, which may say more than their name: "Where sex was known".

        `listed` are headings, in lower case, over the names of several places.
        """
        corners = [source_of(label.text, "title", named=label.text) for label in corner if label.dimension is None]
        return (
            dataclasses.replace(self, sources=[*corners, *self.sources], listed=listed) if corners or listed else self
        )


LONGEST_NAME = 40  # characters; what is longer is no bare name of what a table is about


def _names_the_whole(source: Source) -> bool:
    """Whether a table's own title says that it is of all: "Force", "Force total", below tables of districts."""
    label = source.label
    return (
        source.distance == "title" and len(source.text) <= LONGEST_NAME and (label.total or label.dimension == "place")
    )


def surroundings_of(
    sheet: Sheet, heads: SheetHeads, table: Table, entry: Entry, default: Default, hints: Hints
) -> Surroundings:
    """The sources around one table, nearest first: its own titles, the sheet's head, the sheet's name."""
    own = [source_of(line.text, "title", line.paired) for line in table.titles if not ANSWER.fullmatch(line.text)]
    known = {line.row for line in table.titles}
    above = [*heads.scope_of(table), *reversed(heads.head)]
    sheets = [source_of(line.text, "sheet", line.paired) for line in above if line.row not in known]
    notes = [source_of(line.text, "note") for line in table.notes if not heads.is_title(line, table)]
    origin = "catalogue" if entry.title and read_label(entry.title).offence else "workbook"
    called = without_invisible(sheet.name)
    name = source_of(called, "sheet", named=called.replace("_", " "))
    named = [source_of(text, "sheet", named=text) for text in heads.named_above(table)]
    return Surroundings(
        [*own, *named, *sheets, name],
        entry,
        hints,
        default.offence,
        origin,
        notes,
        table.of_part,
        default.period,
        default.place,
        default.by_year,
    )
