"""Columns of remarks beside a table's numbers: which columns of text name nothing that was counted.

What belongs here: telling remarks from labels, once the parts of all columns are known. What does not: the parts
themselves (`parts`) and what a footnote or key says (`notes`).
"""

import itertools
from collections.abc import Sequence

from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.suspects import ROLES
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.parts import FEWEST_LISTED, Column, asks


def drop_remarks(columns: list[Column]) -> None:
    """Text that names nothing beside labels that do ("Response: in full") is a remark, unless the rows differ by it."""
    values = [column.index for column in columns if column.part == "value"]
    for column in columns:
        if values and column.part == "label" and column.index > values[-1] and column.kinds.isspace():
            column.part = "note"  # nothing stands under it: a sentence beside the headers
    labels = [column for column in columns if column.part == "label"]
    for before, column in itertools.pairwise(labels):
        if not _is_headed_as_definition(column):
            continue
        if before.axis is not None or _is_understood(before):
            column.part = "note"  # it says how the labels before it are meant
        elif _is_understood(column):
            before.part = "id"  # "M1", "M2", which only their definitions explain
    labels = [column for column in labels if column.part == "label"]
    for column in labels:
        if values and column.index > values[-1] and not _heads_labels(column) and _is_sparse(column):
            column.part = "note"  # "check with Ann" beside some rows, whatever it names
    labels = [column for column in labels if column.part == "label"]
    if not any(column.axis or asks(column) for column in labels):
        return
    for column in labels:
        own = column.headers[0] if column.headers else None
        if column.axis is not None or asks(column) or (own is not None and own.counted == "other"):
            continue
        if any(read_label(surface_of(value)).unit for value in column.values[:50]):
            continue  # "percent" beside a value says how it is counted
        if _names_lists(column) or _names_roles(column) or _names_counts(column):
            continue  # "Platform", "Suspect age" beside the entries of those lists; "Victim", "Suspect" beside ages
        known = all(read_label(surface_of(value)).understood for value in column.values[:300] if value != "")
        rest = [_entries(other.values[:2000], carried=known) for other in labels if other is not column]
        keys = list(zip(*rest, strict=True)) if rest else [()] * len(column.values[:2000])
        if len(set(keys)) == len(keys):
            column.part = "note"


_DEFINES = Words(
    r"(?:(?:our|the|its|short|full) )?(?:definitions?|meanings?|explanations?|interpretation|guidance"
    r"|how to read(?: it)?|what (?:it|this|that|we|the row|the measure)"
    r" (?:means?|counts?|covers?|holds?|includes?|is|shows?)(?: by (?:it|this))?"
    r"|how (?:it|this|we) (?:is |was )?(?:counted|count(?: it)?|defined|define(?: it)?|measured))"
    r"(?: used| of (?:it|term))?"
)


def _is_headed_as_definition(column: Column) -> bool:
    """Whether a column is headed as one that explains: "Definition", "What it means"."""
    return bool(column.headers) and _DEFINES.fullmatch(column.headers[0].text.strip(" :*").lower()) is not None


def _is_understood(column: Column) -> bool:
    """Whether most entries of a column say something by themselves, as names for short ("M1", "M2") do not."""
    labels = [read_label(surface_of(value)) for value in column.values[:300] if value != ""]
    return 2 * sum(label.understood or label.alone for label in labels) > len(labels)


def _heads_labels(column: Column) -> bool:
    """Whether a column's heading names a list, or what is left out; a group of columns may reach over a remark."""
    return bool(column.headers) and (column.headers[0].dimension is not None or column.headers[0].counted == "other")


def _is_sparse(column: Column) -> bool:
    """Whether a column is blank in half of the rows or more, of which there are some."""
    return len(column.kinds) >= FEWEST_LISTED and 2 * column.kinds.count(" ") >= len(column.kinds)


def _entries(values: Sequence[Scalar], *, carried: bool) -> list[str]:
    """The entries of a column of labels; `carried` says that a group's name holds for the rows below it as well."""
    entries: list[str] = []
    for value in values:
        entries.append(entries[-1] if carried and entries and value == "" else str(value))
    return entries


def _names_lists(column: Column) -> bool:
    """Whether most entries of a column are names of lists, and some of what is no offence: "Age", "Suspect age"."""
    labels = [read_label(text) for text in {surface_of(value) for value in column.values[:300] if value != ""}]
    lists = sum(label.dimension is not None or label.counted == "other" for label in labels)
    return 2 * lists > len(labels) and any(label.counted == "other" for label in labels)


def _names_roles(column: Column) -> bool:
    """Whether all entries of a column say whom the others are of: "Victim", "Suspect"."""
    entries = {surface_of(value).lower() for value in column.values[:300] if value != ""}
    return bool(entries) and all(map(ROLES.fullmatch, entries))


def _names_counts(column: Column) -> bool:
    """Whether all entries of a column say what is counted, and not all the same: "crimes", "victims"."""
    labels = [read_label(text) for text in {surface_of(value) for value in column.values[:300] if value != ""}]
    return all(label.counts_all for label in labels) and len({label.counted for label in labels}) > 1
