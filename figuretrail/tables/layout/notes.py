"""What a sheet's own notes say of its marks, its blanks and its footnotes.

What belongs here: lines of text to meanings ("- means nil", "A blank means that the force gave no number", "* 2017
holds 3 April to 31 December only"). What does not: the meaning of a mark that no note explains (`values`).
"""

import dataclasses
import functools
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from figuretrail import monthnames
from figuretrail.tables.files.grid import Sheet, surface_of
from figuretrail.tables.language.baremarks import bare_marks
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.periods import Period, read_period, within
from figuretrail.tables.language.withheldfor import withheld_for_what_it_tells
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout import blankentries
from figuretrail.tables.layout.looks import glance
from figuretrail.tables.layout.regions import Line, Regions
from figuretrail.timespan import Span

if TYPE_CHECKING:
    from figuretrail.tables.layout.hints import Hints

ZERO, SUPPRESSED, NOT_AVAILABLE = "zero", "suppressed", "not_available"
OPEN = "open"  # of a blank that may mean one thing or another
_BLANKS = ("blank", blankentries.NAME)  # what notes call an empty cell, and an entry that bears that name

_SAID = (
    r"(?:=|\bmeans?\b|\bis\b|\bare\b|\bdenotes?\b|\bindicates?\b|\bmarks?\b|\bshows?\b"
    r"|\brepresents?\b|\bstands? for\b|\bsignif\w+\b|\brefers? to\b|\bsays?\b|\bhides?\b)"
)
_MEANS = rf"\s*(?:{_SAID}|:|[-–]\s|\s)\s*"
_NAMED_MARKS = {
    # A dash between words only joins them, unless a verb says what it means: "Constabularies - Disclosure".
    "-": rf"(?:an? )?(?:dash(?:es)?|hyphens?)|(?<!\w\s)[-–—]|[-–—](?=[\"'’”)]?\s*{_SAID})",
    "*": r"(?:an? )?(?:asterisks?|stars?)|\*",
    "..": r"\.\.(?!\.)|(?:two |double )?dots",
    "...": r"\.\.\.|…",
    ":": r":|(?:an? )?colons?",
    "x": r"['\"‘“]?\bx\b['\"’”]?",
    "c": r"['\"‘“]?\bc\b['\"’”]?",
    "[c]": r"\[c\]",
    "[x]": r"\[x\]",
    "[z]": r"\[z\]",
    "z": r"['\"‘“]?\bz\b['\"’”]?",
    "n/a": r"n/a",
    "n/k": r"n/?k",
    "nk": r"nk",
    "nr": r"nr",
    "#": r"#",
    "~": r"~",
    "blank": r"(?:an? |any |all )?(?:blanks?|empty)(?: cells?| fields?| entr(?:y|ies)| spaces?| boxes)?"
    r"|(?:an? |any |all )?gaps?(?: in (?:the|this|a|our) table)?|no entry"
    r"|(?:an? |any |all )?(?:cells?|spaces?|box(?:es)?) (?:without|with no) (?:an? )?"
    r"(?:numbers?|figures?|values?|entr(?:y|ies))",
}
# A percentage of few has no meaning: that it is left out hides no number, unless that is said
_NOT_SHOWN = (
    r"(?:%|\b(?:per ?cent(?:age)?s?|changes?|rates?|proportions?))(?: (?:changes?|differences?|rises?|shares?))?"
    r"(?: (?:is|are|was|were|has been|have been))? not (?:shown|given|stated|presented|displayed|quoted)\b"
    r"(?!.*(?:disclos|identif|protect|confidential|section 40|s\.?40))"
)
_MEANINGS = (
    (
        SUPPRESSED,
        Words(
            r"suppress|hidden|hide|small number|low number|fewer than|less than|below \d|under \d|<\s?\d"
            r"|[1-3] (?:to|and) \d|[1-3]-\d"
            r"|disclos|identif|redact|withheld|personal (?:data|information)|section 40|s\.?40"
            r"|confidential|protect"
        ),
    ),
    (
        NOT_AVAILABLE,
        Words(
            r"not (?:available|held|recorded|provided|known|part of|applicable|supplied|collected|stated|on (?:our"
            r"|the) list|given|counted|asked|answered|in use|yet|returned|searchable)|no (?:data|return|number|figure"
            r"|response|information|answer|reply|record)\b|gave (?:no|nothing)|did not|unavailable|missing"
            r"|do(?:es)? not (?:supply|hold|record|provide|give|collect|have|know|answer|reply|keep|return|send)\b"
            r"|not (?:calculated|computed|calculable|meaningful)|(?<!they )(?<!it )(?:cannot|can not) be calculated"
            rf"|{_NOT_SHOWN}"
            r"|refus|unknown|could not|unable|n/a|not an option|was not|no longer|discontinued|ceased"
            r"|\b(?:before|been|was|were|only|since)\b[^.;]{0,40}\b(?:added|launched)\b"
            r"|\b(?:taken|removed|dropped|deleted) (?:off|out of|from) (?:the|our) (?:list|system|menu|form|options)\b"
            r"|\b(?:category|option|code|flag|app|platform|method|site)\b[^.;]{0,25}\b(?:removed|dropped|deleted|introduced)\b"
        ),
    ),
    (
        ZERO,
        Words(
            r"\b(?:zero|nil|none|nought|0|nothing (?:was |were |is |has been |to be )?(?:recorded|reported|counted)"
            r"|no (?:recorded |such )?(?:offences?|crimes?|incidents?|cases?|victims?"
            r"|instances?|reports?|recorded|such|child(?:ren)?))\b"
        ),
    ),
)
_MARK_PATTERNS = {
    mark: Words(
        rf"(?:^|[\s;,(.\"'‘“]){'(?:' + pattern + ')'}[\"'’”)]?(?:{_MEANS}{'|[^a-z]*$' if mark == 'blank' else ''})",
        re.I,
    )
    for mark, pattern in _NAMED_MARKS.items()
}
_HEADED = re.compile(r"^\s*(?:note|key)s?\s*:", re.I)
_CLAUSE = re.compile(r"(?<!\.)\.\s+(?=[A-Z])|;|\n")


@dataclasses.dataclass(frozen=True, slots=True)
class Key:
    """What marks mean (mark to zero, suppressed or not_available), with the line that says so; and footnotes' text.

    `periods` are the times that lines give to names that say none themselves: "Year 1 is April 2017 to March 2018".
    """

    marks: dict[str, tuple[str, str]] = dataclasses.field(default_factory=dict)
    footnotes: dict[str, str] = dataclasses.field(default_factory=dict)
    periods: dict[str, Period] = dataclasses.field(default_factory=dict)
    lines: tuple[str, ...] = ()  # all that the sheet's lines say, then those of other sheets

    def meaning(self, mark: str) -> str | None:
        """What the sheet says of a mark; None where it is silent."""
        found = self.marks.get(mark)
        return found[0] if found else None


def speaks_of_blanks(text: str) -> bool:
    """Whether a line says what an empty cell means."""
    explained = _explained(text)
    return explained is not None and any(mark in _BLANKS for mark, _ in explained.marks)


_BY_HINT = "a hint of the entry"


def meaning_of_blanks(key: Key, notes: Sequence[Line]) -> str | None:
    """What an empty cell of a table means by the table's own notes, else by the sheet's; None where it is nothing."""
    said = [mark for mark in _BLANKS if mark in key.marks]
    if not said:
        return None
    found = key.marks[said[0]]
    told = [explained.marks for line in notes if (explained := _explained(line.text))] if found[1] != _BY_HINT else []
    own = next((meaning for marks in told for mark, meaning in marks if mark in said), found[0])
    return None if own == OPEN else own


def without_entries(key: Key, sheets: Iterable[tuple[Sheet, Regions]]) -> Key:
    """The key without what it says of "(blank)", where that is an entry of some list: it tells of no empty cell."""
    if blankentries.NAME not in key.marks:
        return key  # as nearly all
    tables = ((sheet, regions.kinds, table) for sheet, regions in sheets for table in regions.tables)
    if not any(itertools.starmap(blankentries.lists_an_entry, tables)):
        return key
    marks = {mark: said for mark, said in key.marks.items() if mark != blankentries.NAME}
    return dataclasses.replace(key, marks=marks)


def explained_marks(sheet: Sheet, kinds: list[str]) -> list[Line]:
    """The rows of a sheet that hold nothing but a mark and its meaning, as a key in two columns has them."""
    found = []
    for number, row in enumerate(kinds):
        if len(row) - row.count(" ") != 2:
            continue
        first = len(row) - len(row.lstrip())
        mark, meaning = sheet.rows[number][first], sheet.rows[number][len(row.rstrip()) - 1]
        if isinstance(mark, str) and isinstance(meaning, str) and len(meaning) > 2 and _MARK.fullmatch(mark.strip()):
            found.append(Line(number, first, f"{mark.strip()} = {meaning.strip()}"))
    return found


_MARK = re.compile(rf"\[\w{{1,3}}\]|[A-Za-z]{{1,2}}|[^\w\s]{{1,3}}|[nN]/?[aAkK]|{blankentries.WRITTEN}")


def read_key(
    lines: list[Line], hints: "Hints | None" = None, elsewhere: Iterable[Line] = (), *, one_page: bool = False
) -> Key:
    """The marks and footnotes that a sheet's lines of text explain.

    A hint of the entry goes before them; lines of the workbook's other sheets (`elsewhere`) explain marks on which the
    sheet itself is silent, and on `one_page` with them also footnotes: "**" in each of several tables.
    """
    marks: dict[str, tuple[str, str]] = {}
    if hints is not None:
        marks.update({mark: (meaning, _BY_HINT) for mark, meaning in hints.marks.items()})
        if hints.blank:
            marks["blank"] = (hints.blank, _BY_HINT)
        hints.used |= ({"marks"} if hints.marks else set()) | ({"blank"} if hints.blank else set())
    footnotes: dict[str, str] = {}
    periods: dict[str, Period] = {}
    elsewhere = list(elsewhere)
    own = [explained for line in lines if (explained := _explained(line.text))]
    others = [explained for line in elsewhere if (explained := _explained(line.text))]
    for explained in own:
        for mark, text in explained.footnotes:
            footnotes.setdefault(mark, text)
    for explained in others if one_page else ():
        for mark, text in explained.footnotes:
            if not mark.isalnum():  # a number or letter may mark a note of each table
                footnotes.setdefault(mark, text)
    for explained in own + others:
        for mark, meaning in explained.marks:
            marks.setdefault(mark, (meaning, explained.line))
        for name, period in explained.periods:
            periods.setdefault(name, period)
    return Key(marks, footnotes, periods, tuple([line.text for line in (*lines, *elsewhere)]))


def show_marks(sheet: Sheet, regions: Regions, key: Key) -> None:
    """Let words that a key explains stand for values in columns of numbers or of nothing else: "Low" is no label.

    A single letter or sign does so only beside numbers: "S" below "Unknown", most of which are hidden.
    """
    marks = {mark for mark in key.marks if mark not in _BLANKS and glance(mark) not in "nv"}
    words = {mark for mark in marks if mark.isalpha() and len(mark) > 1}
    for table in regions.tables if marks else ():
        for column in range(table.left + 1, table.right + 1):
            cells = [(row, surface_of(sheet.rows[row][column]).strip().lower()) for row in table.data_rows]
            looks = {regions.kinds[row][column] for row, text in cells if text not in words}
            shown = marks if "n" in looks else words
            for row, text in cells if looks <= {" "} or "n" in looks else ():
                if text in shown:
                    line = regions.kinds[row]
                    regions.kinds[row] = f"{line[:column]}v{line[column + 1 :]}"


class _Explained(NamedTuple):
    """What a line of text explains."""

    line: str
    marks: list[tuple[str, str]]
    footnotes: list[tuple[str, str]]
    periods: list[tuple[str, Period]]


@functools.lru_cache(maxsize=10_000)
def _explained(line: str) -> _Explained | None:
    """What a line explains; None where it explains nothing, as most do."""
    explained = _Explained(line, _marks_of(line), _footnotes(line), _named_periods(line))
    return explained if any(explained[1:]) else None


_NAMED_PERIOD = Words(
    r"\b(?P<name>(?:year|period) ?(?:[1-9]|[a-h]|one|two|three|four|five|six))\b\W{0,2}\s*"
    r"(?:[=:(–-]|\b(?:is|was|means|covers|covered|runs|ran|refers to|starts|from)\b)",
    re.I,
)


def _named_periods(text: str) -> list[tuple[str, Period]]:
    """The numbered years and periods that a line dates, in lower case, each with its time."""
    hits = list(_NAMED_PERIOD.finditer(text))
    ends = [hit.start() for hit in hits[1:]] + [len(text)] * bool(hits)
    found = [(hit["name"].lower(), read_period(text[hit.end() : end])) for hit, end in zip(hits, ends, strict=True)]
    return [(name, period) for name, period in found if period and period.span and None not in period.span]


def _marks_of(text: str) -> list[tuple[str, str]]:
    """What a line says of marks, clause by clause; a paragraph is no key."""
    if len(text) > 600:
        return []
    clauses = _CLAUSE.split(_HEADED.sub("", text))
    return [found for clause in clauses for found in _meanings(clause)]


def _meanings(clause: str) -> list[tuple[str, str]]:
    lower = clause.lower()
    if not any(words.search(lower) for _, words in _MEANINGS):
        return []
    found = []
    for mark, pattern in _MARK_PATTERNS.items():
        match = pattern.search(clause)
        if match is None:
            continue
        rest = clause[match.end() : match.end() + 90].lower()
        meaning = meaning_of(rest)
        if mark == "blank":
            meaning = OPEN if _either(rest) else meaning or _condition(clause[: match.start()].lower())
            mark = blankentries.NAME if blankentries.names_an_entry(clause, match.start()) else mark
        if meaning:
            found.append((mark, meaning))
    named = {"blank" if mark == blankentries.NAME else mark for mark, _ in found}
    told = [(match[1].lower(), clause[match.end() : match.end() + 60].lower()) for match in _ANY_MARK.finditer(clause)]
    for mark, words_after in (*told, *bare_marks(clause)):
        meaning = meaning_of(words_after)
        if meaning and mark not in named:
            found.append((mark, meaning))
    return found


def meaning_of(text: str) -> str | None:
    """The first meaning that the words after a mark give it."""
    upto = _NEXT_MARK.split(text.lower(), maxsplit=1)[0]
    hits = [(hit.start(), meaning) for meaning, words in _MEANINGS if (hit := words.search(upto))]
    meaning = min(hits)[1] if hits else None
    if meaning == NOT_AVAILABLE and withheld_for_what_it_tells(upto):
        return SUPPRESSED  # "total not given because it would reveal a number between 1 and 4"
    return meaning


def _either(words_after: str) -> bool:
    """Whether a blank may mean one of two things: "left empty where the number is under 5 or there were none"."""
    hits = sorted((hit.span(), meaning) for meaning, words in _MEANINGS for hit in words.finditer(words_after))
    return any(
        one != two and _OR.search(words_after[first[1] : second[0]])
        for (first, one), (second, two) in itertools.pairwise(hits)
    )


_OR = re.compile(r"^[^.;]*\bor\b(?![^.;]*\bnot\b)")
_WHERE = re.compile(r"^\W*(?:\w+ ){0,3}?(?:where|if|when|for)\b")


def _condition(words_before: str) -> str | None:
    """The meaning that a clause gives a blank before it names it: "Where a force did not answer its cell is blank"."""
    return meaning_of(words_before[-90:]) if _WHERE.match(words_before) else None


# A mark of the sheet's own: "R = refused", "'W' - withheld", "[d] means not held".
_SAYS = r"(?:=|:|\bmeans\b|\bdenotes\b|\bindicates\b|\bstands for\b|\s[-–]\s)"
LONGEST_MARK = 11  # characters of a word that a key explains, with a mark beside it
_ANY_MARK = re.compile(
    r"(?:^|[\s;,(])[\"'‘“]?(\[[A-Za-z]{1,3}\]|(?:[A-Z]{1,3}|[A-Za-z]/[A-Za-z]|[^\w\s\"'‘’“”,;()]{1,3})"
    r"(?=[\"'’”]?\s*" + _SAYS + r")"
    r"|[a-z]{1,2}(?=[\"'’”]?\s*=)|(?<![a-z,] )[A-Za-z]{3,10}(?=[\"'’”]?\s*(?:=|\b(?:means|denotes)\b)))"
    r"[\"'’”]?\s*" + _SAYS + r"?\s*"
)
_NEXT_MARK = re.compile(
    r"[;\n]|,\s+(?:and )?(?=\S{1,5}\s*(?:=|\b(?:means|denotes|indicates)\b))"
    r"|\.?\s{2,}(?=\S{1,5}\s*(?:[=:]|[-–]\s))|\.\s+(?=\S{1,4}\s*[=:])"
)


_FOOTNOTE = re.compile(
    r"(?:^|\s{2,}|\.\s+|;\s*)(\([a-z0-9]{1,2}\)|\[[a-z0-9]{1,2}\]|[*†‡§¶^#]+|\d{1,2}(?=[).:\s]\s*[A-Z]))[).:]?\s+(?=\S)"
)
# A label and its mark explained inside a sentence: "2024* is 1 January to 30 June".
_SAID_OF = Words(
    r"\b(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\s?(\([a-z0-9]\)|\[[a-z0-9]\]|[*†‡§¶^#]+)\s*"
    r"(?:is|are|=|:|covers|means|holds|runs|shows|includes?|to|up to|contains?)\s+(?:only\s)?(?=\S)"
)
_MARK_OF = re.compile(r"(\([a-z0-9]{1,2}\)|\[[a-z0-9]{1,2}\]|[*†‡§¶^#]+|(?<=[a-z]{3})\d)\s*$", re.I)


def _footnotes(text: str) -> list[tuple[str, str]]:
    inline = [(hit[1].strip("()[]").lower(), text[hit.end() :].strip()) for hit in _SAID_OF.finditer(text)]
    hits = list(_FOOTNOTE.finditer(text))
    ends = [hit.start() for hit in hits[1:]] + [len(text)] * bool(hits)
    marked = zip(hits, ends, strict=True)
    return [(hit[1].strip("()[]").lower(), text[hit.end() : end].strip()) for hit, end in marked] + inline


def footnote_of(label: str, key: Key) -> str | None:
    """The footnote whose mark a label ends with."""
    label = label.strip()
    mark = _MARK_OF.search(label)
    if mark is None and label[-1:].isdecimal() and key.footnotes:
        mark = _mark_after_name(label)
    return key.footnotes.get(mark[1].strip("()[]").lower()) if mark is not None else None


_AFTER_NAME = re.compile(r"(?<=[a-z]{3}) ([1-9])$")


def _mark_after_name(label: str) -> re.Match[str] | None:
    """The digit after a place's name, a space between them: "Durham 1", but not "Year 1" or "Area 2"."""
    mark = _AFTER_NAME.search(label)
    place = read_label(label[: mark.start()]).place if mark is not None else None
    return mark if place is not None and place.name else None


def footnote_bounds(label: str, key: Key, whole: Span | None = None) -> Span | None:
    """The dates that a label's footnote limits it to: "2017*" with "* 2017 holds 3 April to 31 December only".

    A footnote that names no year ("* to 30 June") speaks of the label's own, `whole`.
    """
    text = footnote_of(label, key)
    if text is None:
        return None
    period = read_period(text) if text else None
    limits = period is not None and period.kind not in ("day", "calendar", "financial")
    if period is not None and period.kind == "month" and not _ONLY.search(text or ""):
        limits = False  # "* a new system in November 2018"
    if limits and period is not None and period.span is not None:
        return period.span
    if text is None or whole is None or whole.start is None or whole.end is None:
        return None
    if period is not None and period.months is not None and period.months[0] != period.months[1]:
        return within(whole, *period.months)
    bounded = _NO_YEAR.search(text)
    for year in (whole.end.year, whole.start.year) if bounded else ():
        period = read_period(f"{bounded[0]} {year}") if bounded else None
        end = period.span.end if period and period.span else None
        if end is not None and whole.start < end < whole.end:
            return Span(None, end)
    return None


_ONLY = Words(r"\bonly\b|\bcovers?\b|\bholds?\b|^(?:is|=|from|to|until|up to|since)\b", re.I)
_NO_YEAR = Words(
    r"\b(?:up to|to|until)(?: the)?(?: end of)? (?:\d{1,2}(?:st|nd|rd|th)? )?(?:of )?"
    rf"{monthnames.ANY_WORD}\b",
    re.I,
)
