"""The time that the parameters of a report name: "Date from | 01/04/2021" over "Date to | 31/03/2022" on a sheet.

What belongs here: such rows of a name and its setting, in whatever small sheet they stand. What does not: titles and
questions (`defaults`), and filters over a pivot table (`filters`).
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from figuretrail.tables.files.grid import Scalar, Sheet, surface_of
from figuretrail.tables.language.periods import read_period
from figuretrail.timespan import Span

MOST_ROWS = 60  # of a sheet that is read for parameters
LONGEST_NAME = 50  # characters
_WHAT = (
    r"(?:date|dates|time|period|recorded|reported|created|offences?|crimes?|reporting|of|data|range|search|selected)"
)
_FROM = re.compile(rf"\W*(?:{_WHAT}\W+){{0,4}}(?:from|start(?:s|ed|ing)?(?: date)?|after|since|begins?)\W*", re.I)
_TO = re.compile(rf"\W*(?:{_WHAT}\W+){{0,4}}(?:to|until|up to|end(?:s|ed|ing)?(?: date)?|before)\W*", re.I)
_BOTH = re.compile(rf"\W*(?:(?:{_WHAT}|covered|frame|timeframe)\W*){{1,5}}(?:between|covered)?\W*", re.I)
_CLOCK = re.compile(r"\s\d{1,2}:\d\d(?::\d\d)?")


def time_of_parameters(sheets: Iterable[Sheet]) -> Span | None:
    """The one time that the parameters of a workbook name; None where they name none, or several."""
    spans = {span for sheet in sheets if len(sheet.rows) <= MOST_ROWS for span in _times(sheet)}
    return spans.pop() if len(spans) == 1 else None


def _times(sheet: Sheet) -> Iterator[Span]:
    """The times that rows of a sheet name, each in one row or in two right below each other."""
    begun: dt.date | None = None
    for row in sheet.rows:
        cells = [value for value in row if value != ""]
        name = cells[0] if len(cells) == 2 else ""
        if not isinstance(name, str) or not name or len(name) > LONGEST_NAME:
            begun = None
            continue
        if _FROM.fullmatch(name):
            begun = _day(cells[1])
            continue
        if _TO.fullmatch(name) and begun is not None:
            ended = _day(cells[1])
            if ended is not None and ended > begun:
                yield Span(begun, ended)
        elif _BOTH.fullmatch(name) and (span := _span(cells[1])) is not None:
            yield span
        begun = None


def _day(value: Scalar) -> dt.date | None:
    """The day that a cell holds."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    span = _period(value)
    return span.start if span is not None and span.start == span.end else None


def _span(value: Scalar) -> Span | None:
    """The time from one day to another that a cell holds."""
    span = _period(value)
    return span if span is not None and span.start and span.end and span.start < span.end else None


def _period(value: Scalar) -> Span | None:
    period = read_period(_CLOCK.sub("", surface_of(value))) if isinstance(value, str) else None
    return period.span if period is not None and period.sure else None
