"""What part each column of a table plays: labels, values, row numbers or remarks.

What belongs here: deciding by what a column's cells hold and what its headers name. What does not: reading the labels
(`rowlabels`) and finding the headers (`headers`).
"""

import dataclasses
import datetime as dt
import itertools
import re
from collections import Counter

from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.inline import FEWEST_IN_STEP, bands_after_each_other
from figuretrail.tables.language.labels import Label, bare, read_ages, read_label
from figuretrail.tables.language.values import read_loosely
from figuretrail.tables.language.youngest import age_and_sex
from figuretrail.tables.layout.bareages import lists_bare_ages, repeats_bands
from figuretrail.tables.layout.looks import glance
from figuretrail.tables.layout.numbering import LONGEST_COUNTED, NUMBER
from figuretrail.tables.layout.regions import Table

AXES = ("period", "platform", "place", "age", "sex", "offence")
WIDER = "offence_group"  # of a column that names what the offences of another one belong to
COMPARISON = "comparison"  # of a column that names the times with which the others are compared
OPEN_LISTS = ("place", "platform", "offence")  # lists that may hold a name which nobody knows


LONGEST_OFFENCE = 90  # characters; what is longer tells of an offence


Covers = dict[tuple[int, int], tuple[int, int]]  # for each cell of a merged range the range's first cell


@dataclasses.dataclass(slots=True)
class Column:
    """One column of a table. `part` is "label", "value", "id", "note" or "empty"; `axis` what its labels name.

    `values` are the cells of the table's data rows, `kinds` what they hold at a glance.
    """

    index: int
    headers: tuple[Label, ...]
    values: tuple[Scalar, ...]
    kinds: str
    part: str = ""
    axis: str | None = None
    wider: bool = False  # whether it names what the offences of another column belong to


def part_of(column: Column, table: Table, covers: Covers) -> str:
    """The part that a column plays; whether labels name periods, places ... is said by `axis_of`."""
    headers, index, kinds = column.headers, column.index, column.kinds
    own = headers[0] if headers else None
    filled = len(kinds) - kinds.count(" ")
    if not filled:
        carried = any((row, index) in covers and covers[row, index][1] == index for row in table.data_rows)
        dated = own is not None and own.period is not None and own.period.span is not None
        corner = dated and index == table.left < table.right  # "Apr 2019 to Mar 2020" over rows without labels
        return "label" if carried or corner else "value" if headers else "empty"
    dimension = own.dimension if own else None
    if index == table.left and own is not None and _SAYS_NOTHING.fullmatch(own.text.strip().lower()):
        return "label"  # what a pivot table puts over its labels, whatever they are
    if dimension == "id" and _numbered(column):
        return "id"
    if dimension == "note":
        return "label" if _names_places(column) or _names_offences(column) else "note"
    texts, dates, years = kinds.count("t"), kinds.count("d"), kinds.count("y")
    if dimension == COMPARISON and not kinds.strip("tdy "):
        return "label"
    marks = own is not None and own.period is not None and own.period.span is not None and index > table.left
    if marks and not dates and all(not isinstance(value, str) or len(value) <= 3 for value in column.values):
        return "value"  # "2020-21" over "W" and "S", which only a key explains
    entry = own is not None and dimension is None and (own.roles or own.counted or own.unit == "change")
    if entry and texts and _states_loosely(column):
        return "value"
    if any(label.counted == "victim_age" for label in headers) and texts and _gives_ages(column):
        return "value"
    if texts + dates > filled / 2:
        counts = own is not None and own.counting and not own.period and dimension is None
        if dates and counts:  # "1-4" became a day; the days of replies are other days
            return "value" if all(map(_may_have_been_a_range, column.values)) else "note"
        return "label"
    if own is not None and dimension in (*AXES, "outcome", "place_type"):
        numbers = [value for value, kind in zip(column.values, kinds, strict=True) if kind in "nv"]
        if dimension == "period" and any(type(value) is float and value % 1 for value in numbers):
            return "note"  # "Months" over 2.7: how long it was
        fits = len(numbers) * 2 <= filled or _can_be_entries(dimension, own.text.lower(), numbers)
        return "label" if fits else "value"
    if years == filled and (_OF_YEARS.search(own.text) if own else index == table.left < table.right):
        return "label"
    worded = years and years + texts + kinds.count("w") == filled  # "2021", "2022", "2023 (to April)", "total"
    if (years > filled / 2 or worded) and index == table.left and _distinct(column, table):
        return "label"
    second = index == table.left + 1 and own is None and table.header_rows and _distinct(column, table)
    if kinds.count("w") + texts > filled / 2 and (index == table.left or second) and _all_ages(column):
        return "label"  # "0 to 10" also beside "0 i 10", which says it in Welsh
    if index == table.left < table.right and own is None and lists_bare_ages(column.values, table):
        return "label"
    if table.left < index < table.right and own is None and repeats_bands(column.values):
        return "label"
    if table.borrowed and index == table.left and not kinds.strip("w "):
        return "label"  # "Not recorded" beside the numbers of a section
    return "id" if dimension == "id" else "value"


def _may_have_been_a_range(value: Scalar) -> bool:
    return not isinstance(value, dt.date) or value.day < value.month


def _names_places(column: Column) -> bool:
    """Whether "Answer of" stands over who answered: names of forces, rather than days or words."""
    if not column.headers[0].text.lower().endswith(" of"):
        return False
    roles = [read_label(surface_of(value)).roles for value in column.values if value != ""]
    return 2 * sum(found == {"place"} for found in roles) > len(roles)


_DESCRIBES = re.compile(r"descri|detail", re.I)


def _names_offences(column: Column) -> bool:
    """Whether "Description" stands over names of offences; notes may name some, too."""
    if not _DESCRIBES.search(column.headers[0].text):
        return False
    labels = [read_label(surface_of(value)) for value in column.values[:300] if value != ""]
    return 2 * sum(label.offence is not None and len(label.text) <= LONGEST_OFFENCE for label in labels) > len(labels)


def _numbered(column: Column) -> bool:
    """Whether every entry is a text with a number in it, and another each but for references: "S001", "S002"."""
    texts = [surface_of(value) for value in column.values if value != ""]
    told = all(any(map(str.isdigit, text)) and len(text) < 20 for text in texts) and "t" in column.kinds
    several = _REFERENCE.search(column.headers[0].text)  # one answer gives several numbers
    return told and len(texts) > 2 and (len(set(texts)) == len(texts) or several is not None)


_REFERENCE = re.compile(r"(?:\b|_)(?:ref|foi|answer|reply|response|request|disclosure)", re.I)


def _states_loosely(column: Column) -> bool:
    """Whether most of a column's texts state something: "pending", "Low volume", "see note"."""
    texts = [value for value in column.values if isinstance(value, str) and value]
    return 2 * sum(read_loosely(text) is not None for text in texts) > len(texts)


def _gives_ages(column: Column) -> bool:
    """Whether most of a column's texts give an age with a sex: "7 - Female"."""
    texts = [value for value in column.values if isinstance(value, str) and value]
    return 2 * sum(age_and_sex(text) is not None for text in texts) > len(texts)


_OF_YEARS = re.compile(r"\b(?:years?|yr|fy)\b", re.I)
_CODED = re.compile(r"\bcode|\bsection|\bclass|\bho\b|\bhome office\b|\btype\b|\bsub")


def _can_be_entries(dimension: str | None, name: str, numbers: list[Scalar]) -> bool:
    """Whether plain numbers can be entries of a list of that name: ages, numbered months and codes; not a count of 96.

    A column headed "Year" over 96 and 43 is the total of the months before it, one headed "Force" the force's answer.
    """
    if dimension == "age":
        return True
    if dimension == "outcome":
        return not any(map(str.isdigit, name))  # "Outcome type" over 16, but not "Outcome 16" over a count
    if dimension == "offence":
        return _CODED.search(name) is not None
    if dimension == "period":
        return all(
            isinstance(n, int | float) and n == int(n) and (0 < n <= 12 or 100_000 < n < 999_999) for n in numbers
        )
    return False


def _distinct(column: Column, table: Table) -> bool:
    filled = [value for value in column.values if value != ""]
    return len(set(map(str, filled))) == len(filled) and table.right > table.left


def _all_ages(column: Column) -> bool:
    """Whether most entries are ages, or all but plain text: "Female", "Male", "Under 13", "13 to 15"."""
    filled = [text for value in column.values if (text := surface_of(value))]
    bands = [text for text in filled if read_ages(bare(text), numbers=True) is not None]
    if len(bands) > len(filled) / 2:
        return True
    others = set(filled).difference(bands)
    return bool(bands) and all(glance(text) == "t" for text in others)


def settle_ids(columns: list[Column]) -> None:
    """A column headed "No" counts, unless it numbers the rows or stands before the labels."""
    if len(columns) > 2 and _asked_by_number(columns[0], columns[1]):
        columns[0].part, columns[1].part = "id", "label"
    elif len(columns) > 2 and not _says_what_it_counts(columns[0]):
        listed = _numbers_questions(columns[0], columns[1]) or _numbers_from_one(columns[0])
        listed = listed or _numbers_groups(columns[0], columns[1])
        columns[0].part = "id" if listed and any(c.part == "label" for c in columns[1:]) else columns[0].part
    if len(columns) == 2 and [c.part for c in columns] == ["value", "label"] and _lists_requests(*columns):
        columns[0].part = "id"
    if len(columns) == 2 and [c.part for c in columns] == ["label", "id"] and not columns[1].kinds.strip("nvy "):
        columns[1].part = "value"  # "Year | Crime number": nothing else could be counted
    for position, column in enumerate(columns):
        if column.part != "id":
            continue
        later_label = any(c.part == "label" for c in columns[position + 1 :])
        numbers = [value for value in column.values if isinstance(value, int | float)]
        ascending = len(numbers) > 1 and all(b > a for a, b in itertools.pairwise(numbers))
        earlier_label = any(c.part == "label" for c in columns[:position])
        name = column.headers[0].text.strip().lower().rstrip(".") if column.headers else ""
        if (
            name in ("no", "nos", "number", "#")
            and earlier_label
            and not later_label
            and not (ascending and len(numbers) > 6)
        ):
            column.part = "value"


FEWEST_LISTED = 3  # numbers from one on, which no counts are by chance


def _lists_requests(first: Column, second: Column) -> bool:
    """Whether 1, 2, 3 before texts number what was asked or is told, and count nothing of it."""
    if _says_what_it_counts(first) or not _numbers_questions(first, second):
        return False
    labels = [read_label(surface_of(value)) for value in second.values]
    asked = [label for label in labels if len(label.text) > LONGEST_COUNTED or label.text.rstrip().endswith("?")]
    return len(labels) >= FEWEST_LISTED or 2 * len(asked) >= len(labels)


def _says_what_it_counts(column: Column) -> bool:
    """Whether a column's headers give its numbers a meaning: "Offences", but not "Part"."""
    return any(header.roles or header.counted or header.counting or header.total for header in column.headers) or any(
        header.dimension not in (None, "id", "question") for header in column.headers
    )


def _numbers_from_one(column: Column) -> bool:
    """Whether a column numbers the rows: 1, 2, 3."""
    return len(column.values) > 2 and all(value == n for n, value in enumerate(column.values, start=1))


def _numbers_questions(first: Column, second: Column) -> bool:
    """Whether the first column holds "1a", "1b", "2", "3" beside a column of text."""
    if second.kinds.strip("t"):
        return False
    found = [NUMBER.fullmatch(surface_of(value)) for value in first.values]
    numbers = [int(match[2]) for match in found if match]
    if len(numbers) < max(len(found), 2) or numbers[0] != 1:
        return False
    return all(0 <= b - a <= 1 for a, b in itertools.pairwise(numbers))


def _asked_by_number(first: Column, second: Column) -> bool:
    """Whether "Q1", "Q2", "Q3" number what was asked, told beside them: no quarters count offences, then an age.

    Each text is another, and most of them say what is counted or which list was asked for. A number may stand once
    over several rows: "Q2 | Site or app used", below it the apps.
    """
    first, second = _where_filled(first, second)
    if not _numbers_questions(first, second) or not all(_Q.match(surface_of(value)) for value in first.values):
        return False
    texts = [surface_of(value) for value in second.values]
    labels = [read_label(text) for text in texts]
    said = [label for label in labels if not (label.period or label.platforms)]
    telling = [label for label in said if label.counted or label.dimension]
    sorts = {label.counted or label.dimension or label.roles for label in labels if not label.period}
    each_of_another = len(sorts) == len(labels) > 1 and not any(label.period for label in labels)
    return len(set(texts)) == len(texts) and (2 * len(telling) > len(labels) or each_of_another)


_Q = re.compile(r"q", re.I)


def _numbers_groups(first: Column, second: Column) -> bool:
    """Whether 1, 2, 3 stand once each over several rows, beside what is asked; "Q1" and "Q2" may be quarters."""
    if " " not in first.kinds:
        return False
    first, second = _where_filled(first, second)
    return not any(_Q.match(surface_of(value)) for value in first.values) and _numbers_questions(first, second)


def _where_filled(first: Column, second: Column) -> tuple[Column, Column]:
    """Two columns without the rows in which the first is blank."""
    if " " not in first.kinds:
        return first, second
    rows = [row for row, kind in enumerate(first.kinds) if kind != " "]
    kept = [
        dataclasses.replace(
            c, values=tuple([c.values[row] for row in rows]), kinds="".join(c.kinds[row] for row in rows)
        )
        for c in (first, second)
    ]
    return kept[0], kept[1]


def free_value_column(columns: list[Column], *, victim_age: bool) -> None:
    """Where every column looks like a label, a numeric one after the first holds the values ("Year | Age")."""
    if any(column.part == "value" for column in columns) and not victim_age:
        return
    for asked, column in itertools.pairwise(columns):
        if asked.part == "label" and asks(asked) and column.part == "label" and _answers(column):
            column.part = "value"  # a number among words: "46", "see tab 3", "Child Abuse team"
            return
    # "Age | Gender" over 7 and Female: what stands beside the age of one victim says whose it is
    first = [
        c
        for c in columns[:1]
        if victim_age and _dimension(c) == "age" and {"sex"}.issuperset(map(_dimension, columns[1:]))
    ]
    for column in (*columns[1:], *first):
        numeric = not column.kinds.isspace() and not column.kinds.strip("nvy ")
        if numeric and column.part == "label" and (not column.headers or (victim_age and _dimension(column) == "age")):
            column.part = "value"
            return


def _dimension(column: Column) -> str | None:
    """The list that the nearest heading of a column names."""
    return column.headers[0].dimension if column.headers else None


def _is_question(value: Scalar) -> bool:
    return isinstance(value, str) and (value.rstrip().endswith("?") or not value.strip())


def _answers(column: Column) -> bool:
    """Whether a column beside questions is headed as their answers, and states a number among its words."""
    own = column.headers[0] if column.headers else None
    headed = own is not None and own.counting and own.dimension is None and not own.roles
    return headed and not {"n", "v"}.isdisjoint(column.kinds)


def asks(column: Column) -> bool:
    """Whether a column is headed "Question", or holds nothing else under a heading that names no list."""
    if not column.headers:
        return False
    dimension = column.headers[0].dimension
    return dimension == "question" or (dimension is None and all(map(_is_question, column.values)))


def axis_of(column: Column, table: Table, across: set[str], sheet_name: str = "") -> str | None:
    """What a column of labels names, by its heading or by most of its entries; None where they are of no one sort.

    `across` are the roles of the headers over values: a heading may name those and not its entries, as in a record
    ("Force | Surrey" over "Offences | 60"), where all entries are known for something else.
    """
    own = column.headers[0] if column.headers else None
    if asks(column) or (own is None and all(map(_is_question, column.values))):
        return None  # each question asks of something else
    if own is not None and _OF_BIRTH.search(own.text):
        return None  # the years of victims' births are no times of offences
    nameless = own is None or _SAYS_NOTHING.fullmatch(own.text.strip().lower()) is not None
    if own is not None and own.dimension in (*AXES, COMPARISON, "outcome", "place_type"):
        listed = [read_label(surface_of(value)) for value in column.values[:300]] if own.dimension in across else []
        others = [label for label in listed if label.roles - {own.dimension} or label.counting or label.dimension]
        closed = own.dimension in across and own.dimension not in OPEN_LISTS
        named_below = (own.dimension in label.roles and not label.roles >= _YEARS_OR_AGES for label in listed)
        if closed and listed and not any(named_below):
            others = listed  # "Year" over no year (and "16 - 17" is none for sure): it names what stands beside it
        vague = own.dimension == "offence" and _VAGUE.fullmatch(own.text.strip().lower())
        if not (vague and _counts_by_itself(column)) and (not listed or len(others) < len(listed)):
            return own.dimension
    votes: Counter[str] = Counter()
    pure: Counter[str] = Counter()  # of labels that are entries of one list only
    entries = Counter(
        _OF_TIME if isinstance(value, dt.date) else read_label(surface_of(value)).roles
        for value in column.values[:300]
        if value != ""
    )
    if entries[_YEARS_OR_AGES] >= FEWEST_IN_STEP:  # "11-12", "13-14", "15-16"
        labels = [read_label(surface_of(value)) for value in column.values[:300] if value != ""]
        entries = Counter(label.roles for label in bands_after_each_other(labels))
    for roles, count in entries.items():
        for role in roles:
            votes[role] += count
            if len(roles) == 1:
                pure[role] += count
    named = entries.total()
    if not votes:
        return listed_by_title(table, sheet_name) if nameless and named else None
    if votes["offence"] < 2 and len(votes) > 1:
        del votes["offence"]  # one name of an offence among other labels makes no list of offences
    first, second = (*pure.most_common(2), ("", 0), ("", 0))[:2]
    if second[1] > 1 and 2 * second[1] >= first[1]:
        return None  # platforms, then ages, then sexes: each entry speaks for itself
    axis, count = max(votes.items(), key=lambda item: (item[1], pure[item[0]], item[0] != "age"))
    if pure[axis] > 1 or count * 2 >= named:
        return axis
    # "Redcar & Cleveland" among boroughs that nobody knows, below "Offences by local authority"
    return axis if nameless and axis == listed_by_title(table, sheet_name) else None


_OF_GROUPS = re.compile(
    r"\bgroups?\b|\bsub-?groups?\b|\bcategor(?:y|ies)\b|\bfamil(?:y|ies)\b|\b(?:main|high|top)[- ]", re.I
)


def mark_wider(labels: list[Column]) -> None:
    """Mark the columns of groups among several columns of offences: of a row the finest name says what was counted.

    A column is wider than another where each entry of that one goes with one of its own, but not the other way round,
    or where its heading says so: "Offence subgroup".
    """
    named = [column for column in labels if column.axis == "offence"]
    if len(named) < 2:
        return
    entries = {column.index: [str(value) for value in column.values] for column in named}
    distinct = {index: len(set(texts)) for index, texts in entries.items()}
    for column in named:
        headed = _is_headed_as_group(column)
        for other in named:
            pairs = len(set(zip(entries[column.index], entries[other.index], strict=True)))
            if other is column or pairs != distinct[other.index] or (_is_headed_as_group(other) and not headed):
                continue
            column.wider = column.wider or distinct[column.index] < distinct[other.index] or headed


def _is_headed_as_group(column: Column) -> bool:
    return bool(column.headers) and _OF_GROUPS.search(column.headers[0].text.replace("_", " ")) is not None


# Headings of lists of offences, or of whatever else
_VAGUE = re.compile(r"measures?|categor(?:y|ies)|classification|description|sections?|sub-?groups?")


def _counts_by_itself(column: Column) -> bool:
    """Whether most entries say themselves what is counted or listed, and none names an offence: "Victims", "Place"."""
    labels = [read_label(surface_of(value)) for value in column.values[:300] if value != ""]
    telling = [label for label in labels if label.counted or label.unit or label.roles or label.dimension]
    return not any(label.offence for label in labels) and 2 * len(telling) > len(labels)


_OF_BIRTH = re.compile(r"\bbirth|\bborn\b|\bd\.?o\.?b\b", re.I)
_SAYS_NOTHING = re.compile(r"(?:row|column) labels")  # what a pivot table puts over its labels
_OF_TIME = frozenset({"period"})
_YEARS_OR_AGES = frozenset({"period", "age"})
# Each "by" for itself: "recorded by the police, by policing district"
_BY = re.compile(r"\bby (?=((?:[a-z-]+(?: |, | & |/)){0,6}[a-z-]+))", re.I)


LONGEST_NAME = 40  # characters; what is longer is no bare name of a list
# What the name of a sheet or table says of its form: "District pivot", "Table 2 - Districts", "Breakdown by borough".
_FORM = re.compile(
    r"\b(?:pivot|tables?|tab|sheet|data|break ?down|split|summary|list|view|analysis|counts?|figures|by|per|of"
    r"|q?\d+[a-z]?)\b|[_\W]+",
    re.I,
)


def listed_by_title(table: Table, sheet_name: str = "") -> str | None:
    """What names that nobody knows are entries of, where titles or the sheet's name say so.

    "Offences by district and year"; a sheet named "District".
    """
    phrases = [phrase for line in table.titles[:3] for found in _BY.finditer(line.text) for phrase in _parts(found[1])]
    lists = {read_label(phrase).dimension for phrase in phrases} & set(OPEN_LISTS)
    names = [line.text for line in table.titles[:3] if len(line.text) <= LONGEST_NAME]
    for name in [] if lists else [*names, sheet_name]:
        # A sheet named "Offences" holds offences of ours, of whatever its rows tell.
        lists = lists or {read_label(_FORM.sub(" ", name).strip()).dimension} & {"place", "platform"}
    return lists.pop() if len(lists) == 1 else None


def _parts(phrase: str) -> list[str]:
    """The pieces of "district, year and gender of victim", each with what follows it cut off by a little."""
    pieces = [piece.strip() for piece in re.split(r",|/|&|\band\b", phrase) if piece.strip()]
    words = [piece.split() for piece in pieces]
    return [" ".join(found[:count]) for found in words for count in range(1, min(len(found), 4) + 1)]
