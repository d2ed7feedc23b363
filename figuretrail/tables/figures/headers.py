"""The headers of a table: what stands above each column, and all that rows and columns are labelled with.

What belongs here: looking headers up by where they lie ("directly above", a group's name said once for the columns
under it). What does not: one label (`labels`), labels that only neighbours explain (`settling`), the part that a column
plays (`parts`), the labels of rows (`rowlabels`), and making figures (`cells`).
"""

import dataclasses
import re
from collections.abc import Sequence

from figuretrail import monthnames
from figuretrail.tables.figures.bounds import join_bounds
from figuretrail.tables.figures.forceregions import tell_regions_of_forces, tell_regions_over_forces
from figuretrail.tables.figures.grouptotals import without_last_group, without_last_group_across
from figuretrail.tables.figures.rowlabels import RowLabels, rows_of
from figuretrail.tables.figures.signedchanges import tell_signed_changes
from figuretrail.tables.figures.totalsafter import with_totals_after
from figuretrail.tables.figures.wholeforce import names_whole_force
from figuretrail.tables.files.grid import Scalar, Sheet, cell_at, surface_of
from figuretrail.tables.language.districtnames import names_districts
from figuretrail.tables.language.filters import answers_yes_or_no
from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.language.wording import NO_CRIMES, UNSAYABLE
from figuretrail.tables.layout.askednumbers import settle_asked
from figuretrail.tables.layout.codes import settle_codes
from figuretrail.tables.layout.headerrows import names_an_entry
from figuretrail.tables.layout.numbering import with_references
from figuretrail.tables.layout.parts import (
    OPEN_LISTS,
    Column,
    Covers,
    axis_of,
    free_value_column,
    listed_by_title,
    mark_wider,
    part_of,
    settle_ids,
)
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.releasedays import drop_release_days
from figuretrail.tables.layout.remarks import drop_remarks
from figuretrail.tables.layout.settling import (
    ended,
    ending_month,
    in_financial_years,
    may_be_ended,
    says_an_end,
    says_financial_years,
    says_which_year,
    settle,
)
from figuretrail.tables.layout.yearcolumns import label_pairs_across


@dataclasses.dataclass(slots=True)
class Headers:
    """The columns of a table, and for each data row its labels, nearest to the values first."""

    columns: list[Column]
    # By the number of each data row on the sheet, from 0: its labels, each with what its column lists (None: not said)
    rows: dict[int, RowLabels]
    axes: dict[str, str] = dataclasses.field(default_factory=dict)  # what the line of a column's header names
    about: str | None = None  # why no row of the table is a figure, by the heading of its labels: "Age of suspect"
    bounds: tuple[tuple[int, int], ...] = ()  # several columns "From", each with its "To", for the numbers beside them

    values: list[Column] = dataclasses.field(init=False)  # the columns that hold values
    labels: list[Column] = dataclasses.field(init=False)  # the columns that hold row labels

    def __post_init__(self) -> None:
        """Sort the columns by the part that they play."""
        self.values = [column for column in self.columns if column.part == "value"]
        self.labels = [column for column in self.columns if column.part == "label"]


def read_headers(sheet: Sheet, table: Table, kinds: list[str], *, victim_age: bool = False) -> Headers:
    """Find the roles of a table's columns and rows. `kinds` is what the sheet's cells hold at a glance.

    `victim_age` says that the table's title is about the youngest's age.
    """
    covers = _covers(sheet, table)
    columns = _columns(sheet, table, kinds, covers)
    settle_ids(columns)
    settle_codes(columns)
    settle_asked(columns)
    label_pairs_across(columns)
    if table.numbered and len(columns) > 2:
        columns[0].part = "id"
    few = len(columns) - sum(column.kinds.isspace() for column in columns) < FEW_COLUMNS
    if not any(column.part == "value" for column in columns) or (victim_age and few):
        free_value_column(columns, victim_age=victim_age)
    if columns[0].part == "note" and not any(column.part == "label" for column in columns):
        numbers = any(column.part == "value" and "n" in column.kinds for column in columns)
        columns[0].part = "label" if numbers else "note"  # "Status" over what else names the rows
    _name_questions(columns)
    values = [column for column in columns if column.part == "value"]
    axes = _settle_header_rows(columns, sheet, table, covers)
    without_last_group_across(columns, sheet, table, covers)
    tell_regions_over_forces(values)
    tell_signed_changes(values)
    drop_release_days(columns)
    labels = [column for column in columns if column.part == "label"]
    across = set().union(*[label.roles for c in columns if c.part == "value" for label in c.headers])
    for column in labels:
        column.axis = axis_of(column, table, across, sheet.name)
    drop_remarks(columns)
    labels = [column for column in columns if column.part == "label"]
    mark_wider(labels)
    about = _about(labels)
    rows = without_last_group(rows_of(table, labels, covers), columns, sheet, table)
    rows = with_totals_after(tell_regions_of_forces(labels, rows), columns, sheet)
    bounds = join_bounds(columns, sheet, rows)
    if columns[0].part == "note" and columns[0].headers and not any("n" in column.kinds for column in columns[1:]):
        about = columns[0].headers[0].text  # "Note | Text", "Symbol | Meaning"
    return Headers(columns, rows, axes, about, bounds)


FEW_COLUMNS = 4  # with anything in them; of fewer one that is headed by ages may hold those of the youngest
LONGEST_FORM = 200  # rows; a longer table asks no questions


def _name_questions(columns: list[Column]) -> None:
    """Spell out which question a label refers to, where the labels have the numbers of questions: no quarter."""
    for column in columns[:2]:
        if (
            len(column.values) <= LONGEST_FORM
            and column.part == "label"
            and (values := with_references(columns[0].values, column.values))
        ):
            column.values = values


def _about(labels: list[Column]) -> str | None:
    """The heading of row labels that tells of something else than offences: "Age of suspect".

    Of parts that no column can say ("Relationship") the total can still be said: they are left out row by row.
    """
    found = None
    for column in labels:
        own = column.headers[0] if column.headers else None
        if own is None or own.counted != "other" or own.dimension is not None:
            continue
        if own.why == UNSAYABLE and column.axis is None:
            column.axis = "part"
        elif own.why == NO_CRIMES and answers_yes_or_no(surface_of(value) for value in column.values if value != ""):
            column.axis = NO_CRIMES
        else:
            found = found or own.text
    return found


def _columns(sheet: Sheet, table: Table, kinds: list[str], covers: Covers) -> list[Column]:
    """The columns of a table with their headers, their cells and the part that these let them play."""
    span = slice(table.left, table.right + 1)
    rows = [sheet.rows[row][span] for row in table.data_rows]
    shapes = [kinds[row][span] for row in table.data_rows]
    if table.right == table.left + 1:  # what a record names is no number, and no label either
        shapes = [
            shape[0] + " " if names_an_entry(shape, row) else shape for row, shape in zip(rows, shapes, strict=True)
        ]
    cells, looks = zip(*rows, strict=True), zip(*shapes, strict=True)
    columns = []
    grouped = table.borrowed and _names_a_group(table)
    for index, values, look in zip(range(table.left, table.right + 1), cells, looks, strict=True):
        own = not table.borrowed or grouped or _holds_values(look, first=index == table.left)
        texts = _header_texts(sheet, table, index, covers) if own else []
        headers = tuple(map(read_label, texts))
        column = Column(index, headers, values, "".join(look))
        column.part = part_of(column, table, covers)
        columns.append(column)
    return columns


def _names_a_group(table: Table) -> bool:
    """Whether the line over a section is a mere name, so that its rows are of the list that all rows are headed with.

    "Berkshire" over its policing areas, but not "Site or app used" or "Gender".
    """
    label = read_label(table.titles[0].text) if table.titles else None
    return label is not None and (not label.understood or label.roles == {"place"})


def _holds_values(look: Sequence[str], *, first: bool) -> bool:
    """Whether a column holds numbers, or marks after the `first`; what heads a section's labels is of another one's."""
    return "n" in look or "v" in look or (not first and "w" in look)


def _covers(sheet: Sheet, table: Table) -> Covers:
    """For each cell of a merged range inside the table, the range's first cell."""
    covers: Covers = {}
    for top, left, bottom, right in sheet.merged:
        if bottom < table.first or top > table.bottom or right < table.left or left > table.right:
            continue
        for row in range(top, min(bottom, top + 5000) + 1):
            for column in range(left, right + 1):
                covers[row, column] = (top, left)
    return covers


def _header_texts(sheet: Sheet, table: Table, index: int, covers: Covers) -> list[str]:
    """The header texts above a column, nearest first; a group's name reaches over the blank cells to its right."""
    texts: list[str] = []
    for row in sorted(table.header_rows, reverse=True):
        value = sheet.rows[row][index]
        if value == "" and (row, index) in covers:
            value = cell_at(sheet, *covers[row, index])
        elif value == "" and texts:
            value = _group_name(sheet, table, row, index, covers)
            if value != "" and names_whole_force(texts[0]) and names_districts(surface_of(value)):
                value = ""  # the force's total after the last group of its districts is none of these
        text = surface_of(value)
        if text and text not in texts:
            texts.append(text)
    return texts


def _group_name(sheet: Sheet, table: Table, row: int, index: int, covers: Covers) -> Scalar:
    for column in range(index - 1, table.left - 1, -1):
        value = cell_at(sheet, row, column)
        if (row, column) in covers and column != index - 1:
            return ""  # a merged range that ends before this column
        if value != "":
            corner = column == table.left and read_label(surface_of(value)).dimension is not None
            below = any(cell_at(sheet, lower, column) != "" for lower in table.header_rows if lower > row)
            return "" if corner and not below else value
        if not any(cell_at(sheet, other, column) != "" for other in (*table.header_rows, *table.data_rows[:50])):
            return ""  # an empty column parts the groups
    return ""


def _settle_header_rows(columns: list[Column], sheet: Sheet, table: Table, covers: Covers) -> dict[str, str]:
    """Read header cells that only their neighbours explain: dates, bare years and ages, an unknown product's name.

    Returns for each header of a line of places, platforms or offences what the line names.
    """
    axes: dict[str, str] = {}
    values = [column for column in columns if column.part == "value"]
    corners = [column for column in columns if column.part == "label"]
    for row in table.header_rows:
        cells = {}
        for column in values:
            value = sheet.rows[row][column.index]
            if value == "" and (row, column.index) in covers:
                value = cell_at(sheet, *covers[row, column.index])
            if value != "":
                cells[column.index] = value
        if not cells:
            continue
        own = [] if table.borrowed else corners  # what heads the rows of another section names no columns here
        named = (_over_columns(sheet.rows[row][column.index], column) for column in own)
        above = frozenset([label.dimension for column in values for label in column.headers if label.dimension])
        line = settle(tuple([(type(value), value) for value in cells.values()]), next(filter(None, named), None), above)
        if any(map(may_be_ended, line)):
            shared = _headings(sheet, table, row, corners, values, line)
            over = [_own_headings(column) for column in values if column.index in cells]
            line = [_year_by_headings(label, own or shared, line) for label, own in zip(line, over, strict=True)]
        by_column = dict(zip(cells, line, strict=True))
        by_text: dict[str, Label] = {}
        for column in values:  # 2021 below "Calendar year", then below "Financial year"
            if column.index in cells:
                by_text[surface_of(cells[column.index])] = by_column[column.index]
            column.headers = tuple([by_text.get(label.text, label) for label in column.headers])
        axis = _axis_across(line, above) or _axis_by_title(line, table, corners, sheet.name)
        if axis:
            axes.update({text: axis for text, label in by_text.items() if label.roles <= {axis}})
    return axes


def _year_by_headings(label: Label, headings: list[str], line: Sequence[Label]) -> Label:
    """A bare year of a line as the headings about it say: in which month it ends, or that it is a financial year."""
    heading = next((name.lower() for name in headings if says_an_end(name)), "")
    if heading:
        month = _month_of(heading, line)
        return ended(label, f"year ending {month}" if month else heading)
    return in_financial_years(label) if any(map(says_financial_years, headings)) else label


def _own_headings(column: Column) -> list[str]:
    """The headings over a column that say of which kind its years are, rather than those of other columns."""
    timeless = [label.text for label in column.headers if label.period is None or label.period.span is None]
    return list(filter(says_which_year, timeless))


def _month_of(heading: str, line: Sequence[Label]) -> str | None:
    """The month of "year ending March 2021 and March 2022" over 2021 and 2022, which names the years it is about."""
    months = {found[0] for found in _MONTH.findall(heading)}
    years = [int(year) for year in _YEAR.findall(heading)]
    own = [label.period.span.end.year for label in line if label.period and label.period.span and label.period.span.end]
    covered = years and own and min(years) <= min(own) and max(own) <= max(years)
    return months.pop() if len(months) == 1 and covered else None


_MONTH = re.compile(rf"\b({monthnames.ANY_WORD})\b(?=,? (19|20)\d\d)", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _headings(
    sheet: Sheet, table: Table, row: int, corners: list[Column], values: list[Column], years: Sequence[Label]
) -> list[str]:
    """What may say of which kind the years of a line of headers are: the corner, other headers, the titles."""
    names = [surface_of(sheet.rows[row][column.index]) for column in corners]
    names += [
        label.text
        for column in values
        for label in column.headers
        if label.period is None or (label.period.span is None and says_an_end(label.text))  # "Year to March"
    ]
    return names + [
        line.text
        for line in table.titles
        if ending_month(line.text)
        or says_financial_years(line.text)
        or (says_an_end(line.text) and _month_of(line.text, years))
    ]


def _over_columns(corner: Scalar, column: Column) -> str | None:
    """What a corner cell names, unless it names the entries below it, as "Year" over 2019 does."""
    dimension = read_label(surface_of(corner)).dimension
    if dimension is None or any(dimension in read_label(surface_of(value)).roles for value in column.values[:5]):
        return None
    return dimension


def _axis_by_title(labels: Sequence[Label], table: Table, corners: list[Column], sheet_name: str) -> str | None:
    """What a line of headers names by the titles, where most of its entries are names that nobody knows.

    Not the list that the rows are headed with: "Offences and detections (SD) by district" over "District | SD".
    """
    entries = [label for label in labels if not label.total and label.unit is None]
    unknown = sum(not label.understood for label in entries)
    if len(entries) < 2 or unknown * 2 <= len(entries) or any(label.counted or label.counting for label in entries):
        return None
    axis = listed_by_title(table, sheet_name)
    return None if any(axis in _listed_down(column) for column in corners) else axis


def _listed_down(column: Column) -> set[str | None]:
    """What a column of labels may list, by its headers or by any of its entries."""
    headed = {label.dimension for label in column.headers}
    return headed.union(*[read_label(surface_of(value)).roles for value in column.values[:50]])


def _axis_across(labels: Sequence[Label], above: frozenset[str]) -> str | None:
    """What a line of headers names, where it is an open list: by most of its entries, or by the name of the list."""
    entries = [label for label in labels if not label.total and label.unit is None]
    for axis in OPEN_LISTS:
        found = sum(axis in label.roles for label in entries)
        if (found > 1 or axis in above) and found * 2 >= len(entries) > 1:
            return axis
    named = [axis for axis in OPEN_LISTS if axis in above]
    unknown = sum(not label.understood for label in entries)
    return named[0] if len(named) == 1 and unknown * 2 > len(entries) else None
