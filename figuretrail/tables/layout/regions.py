"""The tables of a sheet and the lines of text around them.

What belongs here: where a table starts and ends, which of its rows are headers, and which lines are its titles and
notes; all by what cells hold (numbers, marks, labels) and where they lie. What does not: what the labels say in
detail (`headers`) and which cells are figures (`cells`).
"""

import dataclasses
import itertools

from figuretrail.tables.files.grid import Scalar, Sheet, surface_of
from figuretrail.tables.language.filters import is_filter, leaves_offences
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.values import read_loosely
from figuretrail.tables.layout.askedbeside import blocks_asked
from figuretrail.tables.layout.beside import column_runs, starts_beside
from figuretrail.tables.layout.headerrows import LONGEST_LABEL, is_header, stands_beside_headers, states_a_total
from figuretrail.tables.layout.lending import stands_under
from figuretrail.tables.layout.lone import (
    headings_inside,
    heads_by_number,
    heads_rows,
    is_footnote_of,
    is_note,
    lists_on,
    notes_below,
    parted,
)
from figuretrail.tables.layout.looks import columns_of_values, glances, holds_numbers_only, numeric_columns, texts_of
from figuretrail.tables.layout.numbering import asks_anew, asks_next, mark_numbered, names_what_follows
from figuretrail.tables.layout.othertimes import lies_apart, of_another_answer
from figuretrail.tables.layout.recordrows import are_records
from figuretrail.tables.layout.rowindex import BlocksByRow, LinesByRow
from figuretrail.tables.layout.rowroles import gives_no_number, label_roles, totals_of_listed, totals_of_places
from figuretrail.tables.layout.saidoftimes import is_said_of_a_time
from figuretrail.tables.layout.titlesbeside import titles_beside
from figuretrail.tables.layout.totalsabove import with_totals_above
from figuretrail.tables.layout.turnedpages import over_pages


@dataclasses.dataclass(slots=True)
class Line:
    """A line of text: a title, a note, a question. `paired` marks one of several entries in its row."""

    row: int
    column: int
    text: str
    paired: bool = False


@dataclasses.dataclass(slots=True)
class Table:
    """A block of cells with its header rows and data rows (row numbers from 0), columns `left` to `right`.

    `titles` are the lines above it, nearest first; `sections` says for a data row which line (a group's name in a row
    of its own) stands above it inside the table. `borrowed` marks header rows taken from the table before.
    """

    left: int
    right: int
    header_rows: list[int]
    data_rows: list[int]
    titles: list[Line] = dataclasses.field(default_factory=list)
    notes: list[Line] = dataclasses.field(default_factory=list)
    sections: dict[int, Line] = dataclasses.field(default_factory=dict)
    borrowed: bool = False
    of_part: bool = False  # whether it is that of a part of a force, whose whole has a table of the same form
    asked: Line | None = None  # the question that stands beside its first row
    numbered: bool = False  # whether its first column holds the numbers of questions, which go on from another table

    @property
    def top(self) -> int:
        """The first row, own headers included; rows are in order, and only a total may stand above its headers."""
        return self.data_rows[0] if self.borrowed else self.first

    @property
    def first(self) -> int:
        """The first row, headers included that were taken from a table above."""
        return min([*self.header_rows[:1], *self.data_rows[:1]])

    @property
    def bottom(self) -> int:
        """The last row."""
        return (self.data_rows or self.header_rows)[-1]


@dataclasses.dataclass(slots=True)
class Regions:
    """What a sheet consists of; `kinds` is what its cells hold at a glance, a string of letters for each row."""

    tables: list[Table]
    lines: list[Line]
    kinds: list[str] = dataclasses.field(default_factory=list)


def find_regions(sheet: Sheet, header_rows: tuple[int, ...] = (), kinds: list[str] | None = None) -> Regions:
    """Find the tables of a sheet, and the lines of text above, between and below them.

    `header_rows` are rows that a hint declares to be headers: then no others are. `kinds` is given where it is known.
    """
    kinds = list(map(glances, sheet.rows)) if kinds is None else kinds
    tables: list[Table] = []
    lines: list[Line] = [Line(-1, 0, text) for text in sheet.about]
    lines += [Line(len(sheet.rows) + number, 0, text) for number, text in enumerate(sheet.below)]
    band: list[int] = []
    for number, row in enumerate(kinds):
        filled = len(row) - row.count(" ")
        read = 0 < filled <= 3 and number not in header_rows
        found = _lines(sheet.rows[number], number, row, filled, "".join(kinds[number + 1 : number + 2])) if read else []
        if filled == 1 and not found and number not in header_rows and heads_rows(kinds, number):
            found = [Line(number, row.index("y"), surface_of(sheet.rows[number][row.index("y")]))]
        if filled == 2 and not band and number not in header_rows and names_what_follows(number, sheet, kinds):
            found = [Line(number, len(row.rstrip()) - 1, str(sheet.rows[number][len(row.rstrip()) - 1]).strip())]
        if filled and (not found or (band and filled == 1 and lists_on(sheet, kinds, number, band[-1]))):
            band.append(number)
            continue
        if band:
            lines += _close(band, kinds, sheet, tables, header_rows)
            band = []
        lines += found
    if band:
        lines += _close(band, kinds, sheet, tables, header_rows)
    titles = titles_beside(tables, kinds, sheet)
    lines += [Line(*title) for over in titles.values() for title in over]
    tables = _join([t for number, t in enumerate(tables) if number not in titles], lines, kinds, sheet)
    _attach(tables, lines)
    mark_numbered(tables, (line.row for line in lines), sheet, kinds)
    return Regions(tables, lines, kinds)


def _lines(values: list[Scalar], number: int, row: str, filled: int, below: str) -> list[Line]:
    """The row as lines of text, if it is that: a single text, sentences beside a tag, titles of two tables."""
    if filled == 1:
        column = row.find("t")
        column = 0 if column < 0 and row[0] == "w" else column
        return [Line(number, column, str(values[column]).strip())] if column >= 0 else []
    if row.count("t") == filled and not stands_beside_headers(row, below, values):
        column = row.index("t")
        if filled == 2 and row[column + 1] == "t" and leaves_offences(str(values[column]), values[column + 1]):
            return [Line(number, column, f"{str(values[column]).strip()}: {surface_of(values[column + 1])}")]
        texts = [(str(values[column]), column) for column, kind in enumerate(row) if kind == "t"]
        text, column = max(texts, key=lambda found: len(found[0]))
        answer = next((other for other, _ in texts if other != text), "")
        if text.rstrip().endswith("?") and (said := read_loosely(answer)) is not None and said.value is not None:
            return []  # "What was the age of the youngest victim?" beside "8 years old"
        if len(text) > LONGEST_LABEL or (filled == 2 and _sentence(text)):
            apart = [(t, c) for t, c in texts if c == column or (len(t) > LONGEST_TAG and abs(c - column) > 1)]
            asked = filled > 1 and text.rstrip().endswith("?")
            if asked:
                apart = [(text, column)]  # what stands beside a question answers it
            return [Line(number, c, t.strip(), paired=asked) for t, c in apart]
    return []


LONGEST_TAG = 30  # characters; what is longer and stands apart from a title is another table's title


def _sentence(text: str) -> bool:
    return len(text) > 30 and (text.rstrip().endswith((".", "?")) or ". " in text or "? " in text)


def _close(
    band: list[int], kinds: list[str], sheet: Sheet, tables: list[Table], header_rows: tuple[int, ...]
) -> list[Line]:
    """Turn a band of neighbouring rows into tables: cut at empty columns and at new headers.

    Gives back the lines of text in or below one of several tables side by side, in rows that another one still fills.
    """
    notes: list[Line] = []
    runs = column_runs([kinds[number] for number in band], [sheet.rows[number] for number in band])
    several = len(runs) > 1 and not header_rows
    for left, right in runs:
        rows = [number for number in band if not kinds[number][left : right + 1].isspace()]
        below = notes_below(sheet, kinds, rows, left, right) if several else []
        rows = rows[: len(rows) - len(below)]
        inside = headings_inside(sheet, kinds, rows, left, right) if several else []
        notes += [Line(*found) for found in (*below, *inside)]
        blocks = parted(rows, {number for number, *_ in inside})
        for block, asked in [found for one in blocks for found in blocks_asked(sheet, kinds, one, left, right)]:
            begin = left + asked
            title = Line(block[0], left, str(sheet.rows[block[0]][left]).strip()) if asked else None
            for headers, data in _cut_at_headers(block, begin, right, kinds, sheet, header_rows):
                starts = [begin, *starts_beside(sheet, headers, data, begin, right, kinds)]
                for first, last in itertools.pairwise([*starts, right + 1]):
                    heads, body = ([n for n in part if not kinds[n][first:last].isspace()] for part in (headers, data))
                    if heads or body:
                        tables.append(Table(first, last - 1, heads, body, asked=title))
    return notes


def _cut_at_headers(
    rows: list[int], left: int, right: int, kinds: list[str], sheet: Sheet, header_rows: tuple[int, ...]
) -> list[tuple[list[int], list[int]]]:
    """Split a run of rows into (header rows, data rows) parts: a header after data starts a new part."""
    parts: list[tuple[list[int], list[int]]] = []
    headers: list[int] = []
    data: list[int] = []
    lines = [kinds[number][left : right + 1] for number in rows]
    numeric = numeric_columns(lines)
    for index, (number, cells) in enumerate(zip(rows, lines, strict=True)):
        declared = number in header_rows if header_rows else None
        if data and declared is None and asks_anew(sheet, number, left, data):
            parts.append((headers, data))  # "Q4 - age of the youngest victim | 7" below the years of another question
            headers, data = [], []
        if data and declared is None and ("n" in cells or "v" in cells):
            above = [kinds[row][left : right + 1] for row in data] if len(cells.replace(" ", "")) == 2 else []
            if above and states_a_total(cells, above, sheet.rows[number][left : right + 1]):
                parts.append((headers, data))  # "Year | 146" below months, in columns that are not its own
                headers, data = [], []
            data.append(number)  # numbers below numbers
            continue
        if declared is not False and (
            declared
            or is_header(
                cells,
                numeric,
                sheet.rows[number][left : right + 1],
                after_data=bool(data),
                after_header=bool(headers),
                following=lines[index + 1] if index + 1 < len(lines) else "",
            )
        ):
            if data:
                parts.append((headers, data))
                headers, data = [], []
            headers.append(number)
        else:
            data.append(number)
    nothing_else = headers and not data and not parts and not header_rows
    if nothing_else and are_records([sheet.rows[number][left : right + 1] for number in headers]):
        return [(headers[:1], headers[1:])]
    parts.append((headers, data))
    return with_totals_above(parts, kinds, sheet, left)


def _join(tables: list[Table], lines: list[Line], kinds: list[str], sheet: Sheet) -> list[Table]:
    """Give rows without headers to the table above whose columns they continue; headers alone to the rows below."""
    result: list[Table] = []
    placed = LinesByRow(lines)
    lent: list[int] = []  # the rows of headers that stand above sections
    for table in tables:
        above = next((t for t in reversed(result) if t.left <= table.right and table.left <= t.right), None)
        if above is None or not _joined(above, table, lines, placed, kinds, sheet):
            result.append(table)
            between = _texts_between(above, table, placed) if above is not None else []
            if above is not None and stands_under(above, table, kinds, sheet, between):
                table.header_rows, table.borrowed = list(above.header_rows), True
                lent += above.header_rows
    for table in result:
        if not table.data_rows and table.top not in lent:
            lines += _as_lines(table, kinds, sheet)
    lines.sort(key=lambda line: (line.row, line.column))
    return over_pages([table for table in result if table.data_rows], lines, LinesByRow(lines).between, sheet)


MOST_HEADER_ROWS = 4  # that are taken together where empty rows part them


def _joined(
    above: Table, table: Table, lines: list[Line], placed: LinesByRow[Line], kinds: list[str], sheet: Sheet
) -> bool:
    """Whether a table is a part of the one above it, which it then was given to."""
    if above.data_rows and table.header_rows:
        return False
    section, explained = _line_between(above, table, placed)
    fits = not table.header_rows or len(above.header_rows) < MOST_HEADER_ROWS
    if not above.data_rows and section is None and fits and (explained or _group_headers(above, sheet)):
        above.header_rows += table.header_rows
        _give_rows(above, table)
        return True
    if table.header_rows:
        return False
    inside = above.left <= table.left and table.right <= above.right
    if above.header_rows and section and inside and gives_no_number(above, table, section.text, sheet):
        above.data_rows += table.data_rows  # the total of a list that ends in names without numbers
        return True
    if above.header_rows and _continues(above, table, kinds, sheet, section, lines):
        if section is not None and not is_footnote_of(section.text, _texts_in(above, sheet)):
            above.sections.update(dict.fromkeys(table.data_rows, section))
        above.data_rows += table.data_rows
        return True
    if not above.data_rows and section and read_label(section.text).roles and len(section.text) <= LONGEST_LABEL:
        _give_rows(above, table)
        above.sections.update(dict.fromkeys(table.data_rows, section))
        return True
    return False


def _give_rows(headers: Table, rows: Table) -> None:
    """Make the data rows of one table those of another that has none, as wide as both."""
    headers.data_rows = rows.data_rows
    headers.right, headers.left = max(headers.right, rows.right), min(headers.left, rows.left)


def _as_lines(table: Table, kinds: list[str], sheet: Sheet) -> list[Line]:
    """The texts of headers that head nothing, but for filters that leave the offences as they are."""
    lines = []
    for row in table.header_rows:
        cells = sheet.rows[row]
        for column in range(table.left, table.right + 1):
            value = cells[column]
            if not isinstance(value, str) or not value.strip():
                continue
            setting = cells[column + 1] if column < table.right else ""
            if setting != "" and leaves_offences(value, setting, told_apart=True):
                continue
            if setting != "" and is_filter(value, setting):
                lines.append(Line(row, column, f"{value.strip()}: {surface_of(setting)}"))
            lines.append(Line(row, column, value.strip(), paired=len(kinds[row].replace(" ", "")) > 2))
    return lines


def _group_headers(table: Table, sheet: Sheet) -> bool:
    """Whether a block of nothing but headers reads like one: every cell is a label that we know a role for."""
    texts = [
        value for row in table.header_rows for value in sheet.rows[row] if isinstance(value, str) and value.strip()
    ]
    labels = [read_label(text) for text in texts]
    return all(label.understood and label.counted != "other" for label in labels)


def _line_between(above: Table, below: Table, lines: LinesByRow[Line]) -> tuple[Line | None, bool]:
    """The line that may head the lower block's rows; and whether all that stands there are sentences on times."""
    between = [line for line in lines.between(above.bottom, below.top) if line.column <= below.right]
    heading = [line for line in between if not is_said_of_a_time(line.text)]
    return (heading[-1] if heading else None), bool(between) and not heading


def _texts_between(above: Table, below: Table, lines: LinesByRow[Line]) -> list[str]:
    """What the lines between two blocks say, but for notes on the upper one."""
    floor = above.bottom
    between = [line for line in lines.between(floor, below.top) if line.column <= below.right]
    return [line.text for line in between if not is_note(line.text) or _numbered_title(line, lines, below, floor)]


def _other_times(above: Table, sheet: Sheet, section: str, columns: set[int]) -> bool:
    """Whether a line names a time that lies outside of those which head the columns of the rows below it."""
    period = read_label(section).period
    return lies_apart(period, [surface_of(sheet.rows[row][column]) for row in above.header_rows for column in columns])


def _counts_else(above: Table, sheet: Sheet, section: Line, lines: list[Line]) -> bool:
    """Whether a line says that something else is counted below it: "Age of the youngest victim" below offences."""
    label = read_label(section.text)
    if label.counted is None or label.roles or is_note(section.text):
        return False
    headed = [surface_of(value) for row in above.header_rows for value in sheet.rows[row][above.left : above.right + 1]]
    before = (*headed, *(line.text for line in lines if line.row < above.first))
    return label.counted not in ({read_label(text).counted for text in before} - {None} or {"offences"})


def _continues(
    above: Table, below: Table, kinds: list[str], sheet: Sheet, section: Line | None, lines: list[Line]
) -> bool:
    """Whether rows without a header are more rows of the table above: values under its values, labels of its sort."""
    if below.left < above.left or below.right > above.right:
        return False
    old_rows = [kinds[row] for row in above.data_rows]
    old_values = columns_of_values(old_rows)
    of_all = totals_of_listed(above, below, sheet)
    held = [(row, c) for row in below.data_rows for c, kind in enumerate(kinds[row]) if kind in "nv"]
    new_values = {c for row, c in held if row not in of_all or c != below.left}
    if any(not _awaits_values(above, column, sheet) for column in new_values - old_values):
        return False
    if section is not None and (
        _other_times(above, sheet, section.text, new_values) or _counts_else(above, sheet, section, lines)
    ):
        return False
    titles = [line.text for line in lines if line.row < above.first]
    if section is not None and of_another_answer(section.text, titles):
        return False
    if section is None and _other_times(
        above, sheet, surface_of(sheet.rows[below.data_rows[0]][below.left]), new_values
    ):
        return False  # "2023/24 to date" after a gap, below "2021/22" and "2022/23"
    if asks_next(surface_of(sheet.rows[below.data_rows[0]][below.left]), titles):
        return False
    if any(holds_numbers_only(old_rows, column) for row in below.data_rows for column in texts_of(kinds[row])):
        return False  # "Year | 146" below columns of months: its label stands under numbers
    old = label_roles(above, sheet, kinds)
    new = label_roles(below, sheet, kinds, besides=old_values)  # "30 to 40" under numbers is no age
    if new == {"place"} and not old and section is None and totals_of_places(above, below, sheet):
        new = set()  # "MPS total" after a gap, below boroughs that nobody knows
    if new and not (new & old):
        return False
    header = {
        role
        for row in above.header_rows
        for value in sheet.rows[row]
        if isinstance(value, str)
        for role in read_label(value).roles
    }
    if not new:
        named = [row for row in below.data_rows if kinds[row][below.left] == "t" and row not in of_all]
        labels = [read_label(str(sheet.rows[row][below.left])) for row in named]
        return (
            bool(labels or of_all)
            and all(label.total or label.place or label.counted in ("forces", "methods") for label in labels)
            and above.bottom + 3 >= below.top
        ) or _repeats(above, below, kinds, sheet, section, lines)
    return not (new - old) & header


def _repeats(
    above: Table, below: Table, kinds: list[str], sheet: Sheet, section: Line | None, lines: list[Line]
) -> bool:
    """Whether rows fill the same columns as those above and say again what these said, or what is counted besides.

    "Number" and "%" below "2020/21", then below "2021/22"; "Offences recorded" after the victims of the same years.
    """
    filled = {column for row in above.data_rows for column, kind in enumerate(kinds[row]) if kind in "nv"}
    if any({column for column, kind in enumerate(kinds[row]) if kind in "nv"} - filled for row in below.data_rows):
        return False
    said = {surface_of(sheet.rows[row][above.left]) for row in above.data_rows}
    names = [surface_of(sheet.rows[row][below.left]) for row in below.data_rows]
    if section is not None:
        before = [read_label(line.text).roles for line in above.sections.values()]
        return said.issuperset(names) and read_label(section.text).roles in before
    labels = [read_label(name) for name in names]
    titled = [line.text for line in lines if line.row < above.top]
    titled += [surface_of(value) for row in above.header_rows for value in sheet.rows[row]]
    if any(read_label(text).counted == "other" for text in titled) or "period" in label_roles(above, sheet, kinds):
        return False  # offences below arrests, or below years, whose total they would be
    headed = all(any(sheet.rows[row][column] != "" for row in above.header_rows) for column in filled)
    near = below.left == above.left and above.bottom + 3 >= below.top
    return near and headed and len(filled) > 1 and all(label.counts_all for label in labels)


def _texts_in(table: Table, sheet: Sheet) -> list[str]:
    return [v for row in table.data_rows for v in sheet.rows[row][table.left : table.right + 1] if type(v) is str]


def _awaits_values(table: Table, column: int, sheet: Sheet) -> bool:
    """Whether a column is headed, but empty in the rows so far: a change that is given for forces, not for totals."""
    headed = any(sheet.rows[row][column] != "" for row in table.header_rows)
    return headed and all(sheet.rows[row][column] == "" for row in table.data_rows)


def _numbered_title(line: Line, lines: LinesByRow[Line], table: Table, floor: int) -> bool:
    """Whether "1. Offences recorded" heads the table below it, rather than being a footnote of the one above."""
    near = table.top - line.row <= max(line.row - floor, 1)
    beside = (
        [other.text for other in lines.between(line.row - 2, line.row + 2) if other.row != line.row] if near else []
    )
    return near and heads_by_number(line.text, beside)


def _attach(tables: list[Table], lines: list[Line]) -> None:
    """Give each table the lines above it, back to the table before, as titles, and the lines below as notes."""
    placed, others = LinesByRow(lines), BlocksByRow(tables)
    for table in tables:
        top, bottom, left, right = table.top, table.bottom, table.left, table.right
        floor = others.last_row_above(top, left, right)
        over = table.first if table.borrowed else top  # what stands above borrowed headers heads all sections
        shared = others.last_row_above(over, left, right)
        ceiling = others.first_row_below(bottom)
        # Columns of tables that stand to the right, beside this one: the lines over them are theirs.
        beside = others.to_the_right(top, bottom, left)
        inside = {line.row for line in table.sections.values()}
        own = [
            line
            for line in placed.between(min(floor, shared), max(top, over))
            if (floor < line.row < top or shared < line.row < over)
            and line.column <= right
            and line.row not in inside
            and not any(first <= line.column <= last for first, last in beside)
        ]
        headed = {line.row for line in own if line.column >= left}  # what stands to the left of it heads another table
        own = _take_heading(table, [line for line in own if line.column >= left or line.row not in headed])
        if table.top != top:
            others = BlocksByRow(tables)
        notes = [line for line in own if is_note(line.text)]
        table.titles = [line for line in own[::-1] if line not in notes or _numbered_title(line, placed, table, floor)]
        if table.asked is not None:
            table.titles.insert(0, table.asked)
        table.notes = placed.between(bottom, ceiling)
        table.notes += notes


def _take_heading(table: Table, lines: list[Line]) -> list[Line]:
    """Make the name of a list that stands alone over columns ("District") a header; give back the other lines."""
    for line in lines:
        over = (
            not table.borrowed
            and line.row == table.top - 1
            and table.left < line.column <= table.right
            and table.header_rows
        )
        if over and read_label(line.text).dimension:
            table.header_rows.insert(0, line.row)
            return [other for other in lines if other is not line]
    return lines
