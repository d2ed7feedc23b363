"""The headers of a table: which columns hold labels and which hold values, and what each row and column is about.

What belongs here: looking labels up by where they lie ("directly above", "nearest to the left", a group's name said
once), and settling labels that only their neighbours explain ("16-17" among ages or among years).
What does not: reading one label (`labels`) and making figures (`cells`).
"""

import dataclasses
import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from figuretrail.tables.grid import Scalar, Sheet, cell_at, surface_of
from figuretrail.tables.labels import Label, bare, read_ages, read_label
from figuretrail.tables.periods import Period, read_period
from figuretrail.tables.regions import Table, glance
from figuretrail.tables.values import damaged_range, footnoted_year
from figuretrail.timespan import Span, add_months, calendar_year, last_day, months, months_to, offence_year

AXES = ("period", "platform", "place", "age", "sex", "offence")


@dataclasses.dataclass(slots=True)
class Column:
    """One column of a table. `part` is "label", "value", "id", "note" or "empty"; `axis` what its labels name."""

    index: int
    part: str
    headers: tuple[Label, ...] = ()
    axis: str | None = None


@dataclasses.dataclass(slots=True)
class Headers:
    """The columns of a table, and for each data row its labels, nearest to the values first."""

    columns: list[Column]
    rows: dict[int, tuple[tuple[Label, str | None], ...]]  # (label, axis of its column)
    about: str | None = None  # why no row of the table is a figure, by the heading of its labels: "Age of suspect"

    @property
    def values(self) -> list[Column]:
        """The columns that hold values."""
        return [column for column in self.columns if column.part == "value"]

    @property
    def labels(self) -> list[Column]:
        """The columns that hold row labels."""
        return [column for column in self.columns if column.part == "label"]


def read_headers(sheet: Sheet, table: Table, *, victim_age: bool = False) -> Headers:
    """Find the roles of a table's columns and rows. `victim_age` says that its title is about the youngest's age."""
    covers = _covers(sheet, table)
    columns = [_column(sheet, table, index, covers) for index in range(table.left, table.right + 1)]
    _settle_ids(columns, sheet, table)
    if not any(column.part == "value" for column in columns) or (victim_age and len(columns) < 4):
        _free_value_column(columns, sheet, table, victim_age=victim_age)
    _settle_header_rows(columns, sheet, table, covers)
    for column in columns:
        if column.part == "label":
            column.axis = _axis(column, sheet, table)
    _drop_remarks(columns, sheet, table)
    labels = [column for column in columns if column.part == "label"]
    rows = _rows(sheet, table, labels, covers)
    _join_bounds(columns, sheet, rows)
    about = next((h.text for c in labels for h in c.headers[:1] if h.counted == "other" and h.dimension is None), None)
    return Headers(columns, rows, about)


def _covers(sheet: Sheet, table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell of a merged range inside the table, the range's first cell."""
    covers: dict[tuple[int, int], tuple[int, int]] = {}
    for top, left, bottom, right in sheet.merged:
        if bottom < table.top or top > table.bottom or right < table.left or left > table.right:
            continue
        for row in range(top, min(bottom, top + 5000) + 1):
            for column in range(left, right + 1):
                covers[row, column] = (top, left)
    return covers


def _column(sheet: Sheet, table: Table, index: int, covers: dict[tuple[int, int], tuple[int, int]]) -> Column:
    kinds = Counter([glance(sheet.rows[row][index]) for row in table.data_rows])
    del kinds[""]
    texts = _header_texts(sheet, table, index, covers)
    headers = tuple(read_label(text) for text in texts)
    own = headers[0] if headers else None
    filled = sum(kinds.values())
    numbers = kinds["n"] + kinds["v"]
    if not filled:
        carried = any((row, index) in covers and covers[row, index][1] == index for row in table.data_rows)
        return Column(index, "label" if carried else "value" if headers else "empty", headers)
    dimension = own.dimension if own else None
    if dimension == "period" and numbers > filled / 2 and _closes_parts(sheet, table, index, headers):
        return Column(index, "value", headers)
    if dimension == "note":
        return Column(index, "note", headers)
    marks = own is not None and own.period is not None and own.period.span is not None and index > table.left
    if marks and not kinds["d"] and all(len(str(sheet.rows[row][index])) <= 3 for row in table.data_rows):
        return Column(index, "value", headers)  # "2020-21" over nothing but "W" and "S"
    if kinds["t"] + kinds["d"] > filled / 2:
        if kinds["d"] and own is not None and own.counting and not own.period and dimension is None:
            return Column(index, "value", headers)
        return Column(index, "label", headers)
    if dimension in ("period", "offence", "place", "platform", "sex", "outcome", "place_type") and numbers <= filled:
        return Column(index, "label", headers)
    if dimension == "age":
        return Column(index, "label", headers)
    if kinds["y"] > filled / 2 and index == table.left and _distinct(sheet, table, index):
        return Column(index, "label", headers)
    if kinds["w"] + kinds["t"] > filled / 2 and _all_ages(sheet, table, index):
        return Column(index, "label", headers)
    if dimension == "id":
        return Column(index, "id", headers)
    return Column(index, "value", headers)


def _closes_parts(sheet: Sheet, table: Table, index: int, headers: tuple[Label, ...]) -> bool:
    """Whether a column of numbers headed "Year" is the total of the quarters or months before it."""
    if index == table.left:
        return False
    if any(label.period and label.period.span for label in headers[1:]):
        return True
    before = [read_label(surface_of(cell_at(sheet, row, index - 1))) for row in table.header_rows]
    return any(label.period and label.period.months for label in before)


def _distinct(sheet: Sheet, table: Table, index: int) -> bool:
    values = [cell_at(sheet, row, index) for row in table.data_rows]
    filled = [value for value in values if value != ""]
    return len(set(map(str, filled))) == len(filled) and table.right > table.left


def _all_ages(sheet: Sheet, table: Table, index: int) -> bool:
    texts = [surface_of(cell_at(sheet, row, index)) for row in table.data_rows]
    filled = [text for text in texts if text]
    bands = [text for text in filled if read_ages(bare(text), numbers=True) is not None]
    return len(bands) > len(filled) / 2 and index == table.left


def _settle_ids(columns: list[Column], sheet: Sheet, table: Table) -> None:
    """A column headed "No" counts, unless it numbers the rows or stands before the labels."""
    if len(columns) > 2 and not columns[0].headers and _numbers_questions(sheet, table):
        columns[0].part = "id"
    for position, column in enumerate(columns):
        if column.part != "id":
            continue
        later_label = any(c.part == "label" for c in columns[position + 1 :])
        values = [cell_at(sheet, row, column.index) for row in table.data_rows]
        numbers = [value for value in values if isinstance(value, int | float)]
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


_QUESTION_NUMBER = re.compile(r"(?:q(?:uestion)?\.?\s?)?(\d{1,2})(?:\.0)?\s?\(?(?:[a-h]|i{1,3}|iv|v)?[).:]*", re.I)


def _numbers_questions(sheet: Sheet, table: Table) -> bool:
    """Whether the first column holds "1a", "1b", "2", "3" beside a column of text."""
    found = [_QUESTION_NUMBER.fullmatch(surface_of(cell_at(sheet, row, table.left))) for row in table.data_rows]
    beside = [glance(cell_at(sheet, row, table.left + 1)) for row in table.data_rows]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < max(len(found), 2) or numbers[0] != 1 or any(kind != "t" for kind in beside):
        return False
    return all(0 <= b - a <= 1 for a, b in itertools.pairwise(numbers))


def _free_value_column(columns: list[Column], sheet: Sheet, table: Table, *, victim_age: bool) -> None:
    """Where every column looks like a label, a numeric one after the first holds the values ("Year | Age")."""
    if any(column.part == "value" for column in columns) and not victim_age:
        return
    for column in columns[1:]:
        own = column.headers[0] if column.headers else None
        kinds = [glance(cell_at(sheet, row, column.index)) for row in table.data_rows]
        numeric = any(kinds) and all(kind in ("n", "v", "y", "") for kind in kinds)
        if numeric and column.part == "label" and (own is None or (victim_age and own.dimension == "age")):
            column.part = "value"
            return


def _header_texts(sheet: Sheet, table: Table, index: int, covers: dict[tuple[int, int], tuple[int, int]]) -> list[str]:
    """The header texts above a column, nearest first; a group's name reaches over the blank cells to its right."""
    texts: list[str] = []
    below = False
    for row in sorted(table.header_rows, reverse=True):
        value = cell_at(sheet, row, index)
        if value == "" and (row, index) in covers:
            value = cell_at(sheet, *covers[row, index])
        elif value == "" and below:
            value = _group_name(sheet, table, row, index, covers)
        text = surface_of(value)
        if text and text not in texts:
            texts.append(text)
        below = below or bool(text)
    return texts


def _group_name(
    sheet: Sheet, table: Table, row: int, index: int, covers: dict[tuple[int, int], tuple[int, int]]
) -> Scalar:
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


def _settle_header_rows(
    columns: list[Column], sheet: Sheet, table: Table, covers: dict[tuple[int, int], tuple[int, int]]
) -> None:
    """Read header cells that only their neighbours explain: dates, bare years and ages, an unknown product's name."""
    values = [column for column in columns if column.part == "value"]
    for row in table.header_rows:
        cells = {}
        for column in values:
            value = cell_at(sheet, row, column.index)
            if value == "" and (row, column.index) in covers:
                value = cell_at(sheet, *covers[row, column.index])
            if value != "":
                cells[column.index] = value
        if not cells:
            continue
        corner = [read_label(surface_of(cell_at(sheet, row, c.index))).dimension for c in columns if c.part == "label"]
        above = {label.dimension for column in values for label in column.headers if label.dimension}
        settled = settle(list(cells.values()), next((d for d in corner if d), None), above)
        names = [surface_of(cell_at(sheet, row, c.index)).lower() for c in columns if c.part == "label"]
        names += [label.text.lower() for column in values for label in column.headers if label.period is None]
        heading = next((name for name in names if _YEAR_ENDS.search(name)), "")
        settled = [_ended(label, heading) for label in settled] if heading else settled
        by_text = {surface_of(value): label for value, label in zip(cells.values(), settled, strict=True)}
        for column in values:
            column.headers = tuple(by_text.get(label.text, label) for label in column.headers)


def _axis(column: Column, sheet: Sheet, table: Table) -> str | None:
    own = column.headers[0] if column.headers else None
    if own is not None and own.dimension in (*AXES, "outcome", "place_type"):
        return own.dimension
    votes: Counter[str] = Counter()
    for row in table.data_rows[:300]:
        value = cell_at(sheet, row, column.index)
        if isinstance(value, dt.date):
            votes["period"] += 1
        elif value != "":
            label = read_label(surface_of(value))
            votes.update(label.roles)
            if label.ages and label.period and not label.period.sure:
                votes["period"] -= 0
    named = sum(1 for row in table.data_rows[:300] if cell_at(sheet, row, column.index) != "")
    if not votes:
        return None
    if votes["offence"] < 2 and len(votes) > 1:
        del votes["offence"]  # one name of an offence among other labels makes no list of offences
    axis, count = max(votes.items(), key=lambda item: (item[1], item[0] != "age"))
    return axis if count >= 2 or count * 2 >= named else None


def settle(
    values: Sequence[Scalar], dimension: str | None, above: set[str] | None = None, name: str = ""
) -> list[Label]:
    """Read labels that stand in one line together, so that each may be understood from the others."""
    labels = [read_label(surface_of(value)) for value in values]
    votes = Counter(role for label in labels for role in label.roles)
    axis = dimension if dimension in AXES else None
    ages_only = sum(1 for label in labels if label.ages and not label.period)
    years_only = sum(1 for label in labels if label.period and not label.ages)
    dates = [value for value in values if isinstance(value, dt.date)]
    step = _date_step(dates)
    settled = []
    for value, label in zip(values, labels, strict=True):
        if isinstance(value, str) and value.strip().isdecimal() and len(value.strip()) < 3:
            value = int(value)
        year = footnoted_year(value) if years_only or len(values) > 1 else None
        if year is not None:
            label = dataclasses.replace(label, period=Period(calendar_year(year), kind="calendar"), understood=True)
        elif isinstance(value, dt.date):
            if ages_only or axis == "age":
                label = _damaged_band(value, label)
            else:
                label = dataclasses.replace(label, period=Period(_date_span(value, step), kind="date"), ages=None)
        elif isinstance(value, int | float) and axis == "period" and not label.period:
            label = _numbered_part(int(value), label, name)
        elif (
            isinstance(value, int | float) and not label.period and (axis == "age" or ages_only or _counting_up(values))
        ):
            label = dataclasses.replace(label, ages=(int(value), int(value)), understood=True)
        elif (axis == "age" or ages_only * 2 >= len(labels) > 0) and (band := damaged_range(str(value))):
            label = dataclasses.replace(label, ages=band, period=None, understood=True)
        elif label.ages and label.period and not label.period.sure:
            is_age = axis == "age" or (axis != "period" and ages_only > years_only)
            label = dataclasses.replace(label, period=None) if is_age else dataclasses.replace(label, ages=None)
        elif not label.understood and not label.other and not label.unknown and label.counted is None:
            many = votes["platform"] >= 2 and votes["platform"] * 3 >= len(labels)
            if axis == "platform" or many or (above and "platform" in above and votes["platform"]):
                label = dataclasses.replace(label, kind=bare(label.text), understood=True)
        settled.append(label)
    return settled


_YEAR_ENDS = re.compile(r"\b(?:years?|12 months|twelve months)\s?(?:ending|ended|end|to|up to)\b|\b(?:fye|y/e)\b")


def _ended(label: Label, heading: str) -> Label:
    """A bare year under a heading that says in which month it ends: "Year to 31 March | 2019 | 2020"."""
    span = label.period.span if label.period and label.period.kind in ("calendar", "month", "date") else None
    if span is None or span.end is None or not _YEAR_ENDS.search(heading):
        return label
    ends = read_period(heading)
    month = ends.months[1] if ends and ends.months else 3
    month = span.end.month if label.period and label.period.kind != "calendar" else month
    period = Period(months_to(span.end.year, month, 12), kind="year")
    return dataclasses.replace(label, period=period)


def _numbered_part(number: int, label: Label, name: str) -> Label:
    """A quarter or month given as its number under a heading that says so: "Financial Quarter" 1 is April to June."""
    if "quarter" in name and 1 <= number <= 4:
        first = 3 * number + 1 if "calendar" not in name else 3 * number - 2
        first = first if first <= 12 else first - 12
        return dataclasses.replace(label, period=Period(months=(first, first + 2), kind="part"), understood=True)
    if "month" in name and 1 <= number <= 12:
        return dataclasses.replace(label, period=Period(months=(number, number), kind="part"), understood=True)
    return label


def _counting_up(values: Sequence[Scalar]) -> bool:
    numbers = [value for value in values if isinstance(value, int | float)]
    small = len(numbers) > 2 and all(0 < n < 26 for n in numbers)
    return small and all(b == a + 1 for a, b in itertools.pairwise(numbers))


def _date_step(dates: list[dt.date]) -> int:
    """How many months lie between the dates of an axis: 1, 3, 6 or 12; 1 where one date stands alone."""
    days = sorted({_as_day(day) for day in dates})
    gaps = {round((b - a).days / 30.44) for a, b in itertools.pairwise(days)}
    smallest = min(gaps, default=1)
    return smallest if smallest in (1, 3, 6, 12) else 1


def _as_day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _date_span(value: dt.date, step: int) -> Span:
    """The time that a date cell stands for: the months that it starts, or ends where it is a month's last day."""
    day = _as_day(value)
    if day.day == last_day(day.year, day.month).day and day.day > 27:
        return Span(add_months(day.replace(day=1), 1 - step), day)
    if day.day == 1 or step > 1:
        return months(day.year, day.month, step)
    return Span(day, day)


def _damaged_band(value: dt.date, label: Label) -> Label:
    """An age band that Excel turned into a date: "12-15" became December 2015, "6-10" the 6th of October."""
    day = _as_day(value)
    short = day.year % 100
    band = (day.month, short) if day.day == 1 and day.month < short <= 25 else (day.day, day.month)
    return dataclasses.replace(label, ages=band, period=None, understood=True)


def _rows(
    sheet: Sheet, table: Table, columns: list[Column], covers: dict[tuple[int, int], tuple[int, int]]
) -> dict[int, tuple[tuple[Label, str | None], ...]]:
    """For each data row its labels, nearest to the values first; a group's name said once holds for the rows below."""
    read = {column.index: _column_labels(sheet, table, column) for column in columns}
    axes = {column.index: _place_axis(column) for column in columns}
    carried: dict[int, Label | None] = {}
    rows = {}
    order = [column.index for column in columns]
    reversed_axes = [axes[index] for index in reversed(order)]
    lookups = [read[index] for index in order]
    for row in table.data_rows:
        full = [label for lookup in lookups if (label := lookup.get(row)) is not None]
        if len(full) == len(lookups):  # every column speaks for itself: nothing is carried down
            carried = dict(zip(order, full, strict=True))
            rows[row] = tuple(zip(reversed(full), reversed_axes, strict=True))
            continue
        labels: list[tuple[Label, str | None]] = []
        own = [column for column in columns if read[column.index].get(row) is not None]
        last = own[-1].index if own else -1
        for column in columns:
            label = read[column.index].get(row)
            if label is not None:
                carried[column.index] = label
                for inner in columns:
                    if inner.index > column.index and column.axis != "note":
                        carried.pop(inner.index, None)
            elif (row, column.index) in covers:
                first = covers[row, column.index]
                label = read.get(first[1], {}).get(first[0]) if first[1] == column.index else None
            elif column.index < last:
                label = carried.get(column.index)
            if label is not None:
                labels.append((label, axes[column.index]))
        rows[row] = tuple(reversed(labels))
    return rows


def _drop_remarks(columns: list[Column], sheet: Sheet, table: Table) -> None:
    """Text that names nothing beside labels that do ("Response: in full") is a remark, unless the rows differ by it."""
    labels = [column for column in columns if column.part == "label"]
    telling = [column for column in labels if column.axis]
    if not telling:
        return
    for column in labels:
        own = column.headers[0] if column.headers else None
        if column.axis is not None or (own is not None and own.counted == "other"):
            continue
        if any(read_label(surface_of(cell_at(sheet, row, column.index))).unit for row in table.data_rows[:50]):
            continue  # "percent" beside a value says how it is counted
        rest = [c.index for c in labels if c is not column]
        keys = [tuple(str(cell_at(sheet, row, index)) for index in rest) for row in table.data_rows[:2000]]
        if len(set(keys)) == len(keys):
            column.part = "note"


_OF_TIME = r"(?:(?:date|period|year|yr|fy|time|recorded|reported)s? )?"
_FIRST_DAY = re.compile(_OF_TIME + r"(?:from|start(?:ing|s)?|begin(?:s|ning)?|(?:start|from) date|first day)")
_LAST_DAY = re.compile(_OF_TIME + r"(?:to|until|end(?:ing|s)?|(?:end|to) date|last day)")


def _join_bounds(columns: list[Column], sheet: Sheet, rows: dict[int, tuple[tuple[Label, str | None], ...]]) -> None:
    """Two columns "From" and "To" name one period together."""
    named = {
        c.index: c.headers[0].text.strip().lower().replace("_", " ") for c in columns if c.part == "label" and c.headers
    }
    first = next((index for index, text in named.items() if _FIRST_DAY.fullmatch(text)), None)
    last = next((index for index, text in named.items() if _LAST_DAY.fullmatch(text)), None)
    if first is None or last is None:
        return
    for row, labels in rows.items():
        start, end = _bound(sheet, row, first, 0), _bound(sheet, row, last, 1)
        if start and end and start <= end:
            period = Period(Span(start, end), kind="span")
            texts = [surface_of(cell_at(sheet, row, column)) for column in (first, last)]
            rest = tuple((label, axis) for label, axis in labels if label.text not in texts)
            rows[row] = (*rest, (Label(" to ".join(texts), period=period), "period"))


def _bound(sheet: Sheet, row: int, column: int, side: int) -> dt.date | None:
    value = cell_at(sheet, row, column)
    if isinstance(value, dt.date):
        return _as_day(value)
    period = read_label(surface_of(value)).period
    return period.span[side] if period and period.span else None


def _place_axis(column: Column) -> str | None:
    """The axis of a column of labels; among places, whether its heading says regions or forces."""
    if column.axis != "place" or not column.headers:
        return column.axis
    text = column.headers[0].text.lower()
    if "region" in text and "force" not in text:
        return "region"
    return "force" if "force" in text or "constabular" in text else "place"


def _column_labels(sheet: Sheet, table: Table, column: Column) -> dict[int, Label]:
    filled = {
        row: value
        for row in table.data_rows
        if (value := sheet.rows[row][column.index]) != "" and (type(value) is not str or not value.isspace())
    }
    dimension = column.axis
    distinct: dict[object, Scalar] = {}
    for value in filled.values():
        distinct.setdefault((type(value), value), value)
    keys = list(distinct)
    name = column.headers[0].text.lower() if column.headers else ""
    settled = settle(list(distinct.values()), dimension, name=name)
    by_value = dict(zip(keys, settled, strict=True))
    financial = any(word in name for word in ("financial", "fiscal"))
    own = name
    result = {}
    for row, value in filled.items():
        label = by_value[type(value), value]
        if isinstance(value, dt.date) and any(word in own for word in ("ending", "ended", "year to")):
            day = _as_day(value)
            start = add_months(day, -12) + dt.timedelta(days=1)
            label = dataclasses.replace(label, period=Period(Span(start, day), kind="date"))
        label = _ended(label, name) if name else label
        if (
            financial
            and label.period
            and label.period.kind == "calendar"
            and label.period.span
            and label.period.span.start
        ):
            year = offence_year(label.period.span.start.year)
            label = dataclasses.replace(label, period=Period(year, kind="financial", sure=False))
        result[row] = label
    return result
