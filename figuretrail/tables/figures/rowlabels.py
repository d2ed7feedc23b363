"""The labels of a table's rows, nearest to the values first.

What belongs here: looking labels up to the left of the values: a group's name said once holds for the rows below it,
two columns "From" and "To" are one period. What does not: the columns' headers (`headers`).
"""

import datetime as dt
import functools
import re
from collections.abc import Sequence

from figuretrail.tables.figures.subtotals import totals_of_parts
from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.labels import Label, read_label, settled
from figuretrail.tables.language.names import Place
from figuretrail.tables.language.periods import Period
from figuretrail.tables.language.rolling import as_rolling_year
from figuretrail.tables.layout.looks import glance
from figuretrail.tables.layout.parts import AXES, WIDER, Column, Covers
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.settling import (
    LONGEST_LINE,
    Entry,
    as_day,
    ended,
    ending_month,
    in_financial_years,
    month_of_day,
    says_an_end,
    says_financial_years,
    settle,
    week_of,
)
from figuretrail.timespan import Span, add_months, months_to

_Said = tuple[Label, str | None]  # a label with the axis of its column
RowLabels = tuple[_Said, ...]


def rows_of(table: Table, columns: list[Column], covers: Covers) -> dict[int, RowLabels]:
    """For each data row its labels, nearest to the values first; a group's name said once holds for the rows below."""
    if not columns:
        return dict.fromkeys(table.data_rows, ())
    by_financial_year = any(says_financial_years(line.text) for line in table.titles)
    ends = next(filter(None, (ending_month(line.text) for line in table.titles)), "")
    read = [_column_labels(column, ends, by_financial_year=by_financial_year) for column in columns]
    read = totals_of_parts(read, table)
    places = {row: place for place, row in enumerate(table.data_rows)} if covers else {}
    rows: dict[int, RowLabels] = {}
    carried: list[_Said | None] = []
    for row, own in zip(table.data_rows, zip(*read, strict=True), strict=True):
        if None not in own:  # every column speaks for itself: nothing is carried down
            carried = list(own)
            rows[row] = own[::-1]
            continue
        carried = carried or [None] * len(columns)
        labels: list[_Said] = []
        last = max((number for number, said in enumerate(own) if said is not None), default=-1)
        for number, (column, said) in enumerate(zip(columns, own, strict=True)):
            if said is not None:
                carried[number] = said
                if column.axis != "note":
                    carried[number + 1 :] = [None] * (len(columns) - number - 1)
            elif (row, column.index) in covers:
                first = covers[row, column.index]
                said = read[number][places[first[0]]] if first[1] == column.index and first[0] in places else None
            elif number < last:
                said = carried[number]
            if said is not None:
                labels.append(said)
        rows[row] = tuple(reversed(labels))
    if any(type(value) is str and says_financial_years(value) for column in columns for value in column.values[:300]):
        return {row: _by_kind_of_year(labels) for row, labels in rows.items()}
    return rows


def _by_kind_of_year(labels: RowLabels) -> RowLabels:
    """The labels of a row in which one says that a bare year beside it is a financial one: "Financial | 2021"."""
    if not any(says_financial_years(label.text) for label, _ in labels):
        return labels
    return tuple([(in_financial_years(label), axis) for label, axis in labels])


def _column_labels(column: Column, ends: str, *, by_financial_year: bool) -> Sequence[_Said | None]:
    """What a column says in each data row, None where it is blank.

    Columns of years, platforms or forces come again in table after table: each that is not long is read once.
    """
    entries: tuple[Entry | None, ...] = tuple(zip(map(type, column.values), column.values, strict=True))
    if " " in column.kinds:
        entries = tuple([None if kind == " " else e for e, kind in zip(entries, column.kinds, strict=True)])
    name = as_rolling_year(column.headers[0].text.lower().replace("_", " ")) if column.headers else ""
    read = _read_once if len(entries) <= LONGEST_LINE else _read_entries
    return read(entries, column.axis, _place_axis(column), name, ends, by_financial_year)


def _read_entries(
    entries: tuple[Entry | None, ...],
    axis: str | None,
    place_axis: str | None,
    name: str,
    ends: str,
    by_financial_year: bool,
) -> Sequence[_Said | None]:
    """What the entries of a column under a name say; each distinct entry is read once."""
    distinct = tuple([entry for entry in dict.fromkeys(entries) if entry is not None])
    said: dict[Entry | None, _Said | None] = {None: None}
    for entry, label in zip(distinct, settle(distinct, axis, name=name), strict=True):
        label = _under(label, entry[1], name, by_financial_year=by_financial_year)
        said[entry] = (ended(label, ends), place_axis)
    return list(map(said.__getitem__, entries))


_read_once = functools.lru_cache(maxsize=5_000)(_read_entries)


def _under(label: Label, value: Scalar, heading: str, *, by_financial_year: bool) -> Label:
    """An entry as its column's heading lets it be read: a date under "Year ending", 2019 under "Financial year"."""
    shorter = not says_an_end(heading) and _SHORTER.search(heading)  # "Month ending", but not "12 months ending"
    if isinstance(value, dt.date) and not shorter and _names_ends(heading):
        label = settled(label, period=Period(_year_to(as_day(value), heading), kind="date"))
    label = ended(label, heading)
    label = month_of_day(label) if "month" in heading else label
    label = week_of(label, heading) if "week" in heading else label
    named = "financial" in heading or "fiscal" in heading or says_financial_years(heading)
    return in_financial_years(label) if by_financial_year or named else label


_SHORTER = re.compile(r"\b(?:week|month|quarter|qtr)")


def _names_ends(heading: str) -> bool:
    """Whether the dates below a heading are those on which years end."""
    return says_an_end(heading) or any(word in heading for word in ("ending", "ended"))


def _year_to(day: dt.date, heading: str) -> Span:
    """The year that ends on a day, or with the month that a cell holds as its first day: "Mar-24".

    The year to the first of April is the offence year, unless it rolls on.
    """
    if day.day == 1 and (day.month != 4 or "rolling" in heading or "end of" in heading):
        return months_to(day.year, day.month, 12)
    return Span(add_months(day, -12) + dt.timedelta(days=1), day)


def named_entry(labels: RowLabels, cells: list[Scalar], column: Column) -> tuple[str, Label] | None:
    """The list that a row's label names, and its entry in a column: "Year | 2018", where records repeat row by row."""
    value = cells[column.index]
    name = labels[0][0] if labels else None
    if name is None or name.dimension not in AXES or glance(value) not in "ydtw":
        return None
    label = _under(read_label(surface_of(value)), value, name.text.lower(), by_financial_year=False)
    return (name.dimension, label) if name.dimension in label.roles else None


def _place_axis(column: Column) -> str | None:
    """The axis of a column of labels; among places, whether its heading says regions or forces."""
    if column.wider:
        return WIDER
    if column.axis != "place" or not column.headers:
        return column.axis
    text = column.headers[0].text.lower()
    if "region" in text and "force" not in text:
        return "region"
    if _UNITS.search(text):
        return "unit"
    if "region" in text or not ("force" in text or "constabular" in text):
        return "place"
    named = [found for value in column.values[:300] if value != "" and (found := read_label(surface_of(value)).place)]
    # Where regions stand over their forces, its neighbours tell whether "West Midlands" is the one or the other
    regions = any(found.ambiguous for found in named) and any(_is_region(found) for found in named)
    return "place" if regions else "force"


def _is_region(place: Place) -> bool:
    return place.type == "region" and not place.ambiguous


_UNITS = re.compile(
    r"\b(?:bcu|lp[aut]|npt|csp|command|town|city|parish|locality|station|postcode \w+|council"
    r"|district|(?:sub-?)?division|borough|ward|beat|sector|neighbou?rhood"
    r"|local authorit\w+|(?:local|neighbourhood) polic\w+ (?:area|unit|team)|cluster|hub)s?\b"
)
