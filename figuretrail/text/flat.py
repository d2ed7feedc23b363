"""Tables that lost their lines: cells one below the other, or rows with bars, tabs or wide gaps between the cells.

What belongs here: which lines are cells of a table, and which label and header each number has. What does not: what
label and header mean (the same chain as for sentences reads them).
"""

import dataclasses
import re
from collections.abc import Container, Iterator

from figuretrail import monthnames
from figuretrail.text.sentences import Line

_CELL_LENGTH = 40
_NUMBER = re.compile(
    r"[▲▼↑↓~<>≤≥+–-]?\s?(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?:%|pc|per cent)?(?:\s?[(\[](?:[a-z]|\d)[)\]]|[*†‡])?$"
)
_NO_NUMBER = re.compile(
    r"(?:[-–—.*x†‡]{1,3}|n/?a|nil|no (?:data|reply|answer|figures?|response)"
    r"|not (?:provided|available|supplied|given|held|disclosed|applicable|collected))$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_GAP = re.compile(r"\s*\|\s*|\t+\s*|\s{2,}")
_MARK = re.compile(r"[:;,]\s+|\s+(?:[–—/-]|→|->)\s+")
_ROW_LENGTH = 120
_TITLE_LENGTH = 160
_SHORTENED = ("No.", "Nos.", "no.", "nos.")  # heads of columns that end like sentences
# A sentence that stands as a title, since it says what all numbers of the table are.
_OF_PERCENTAGES = re.compile(
    r"(?:(?:all|the|these) )?(?:(?:numbers|figures) (?:are|show) (?:percentages|per cent)"
    r"|percentages (?:are|show|of)) ",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s|:+=-]+$")

Place = tuple[int, int]  # start, end of a cell's words


@dataclasses.dataclass(frozen=True, slots=True)
class Cell:
    """A number in a flattened table: where it stands, and the words that say what it is, the nearest last."""

    start: int
    end: int
    line: int
    context: tuple[Place, ...]


def find(text: str, lines: list[Line]) -> tuple[list[Cell], set[int]]:
    """The number cells of all flattened tables, and the numbers of the lines that are their rows."""
    cells: list[Cell] = []
    used: set[int] = set()
    for run in _runs(text, lines):
        found, rows = _stacked(text, run, lines)
        cells.extend(found)
        used.update(rows)
    for read in (_barred, _marked, _spaced, _monthly):
        found, rows = read(text, lines, used)
        cells.extend(found)
        used.update(rows)
    return cells, used


def _is_number(words: str) -> bool:
    return _NUMBER.match(words) is not None and _YEAR.match(words) is None


def _is_cell(words: str) -> bool:
    """Whether the words stand where a number could: a number, or that there is none ("n/a", "–", "not provided")."""
    return _is_number(words) or _NO_NUMBER.match(words) is not None


def _runs(text: str, lines: list[Line]) -> list[list[Line]]:
    """Stretches of at least four short lines, two of them numbers."""
    runs: list[list[Line]] = []
    run: list[Line] = []
    for line in [*lines, None]:
        words = text[line.start : line.end] if line is not None else ""
        if line is not None and len(words) <= _CELL_LENGTH and (words[-1] not in ".!?;," or words in _SHORTENED):
            run.append(line)
            continue
        if len(run) >= 4 and sum(_is_number(text[cell.start : cell.end]) for cell in run) >= 2:
            runs.append(run)
        run = []
    return runs


def _stacked(text: str, run: list[Line], lines: list[Line]) -> tuple[list[Cell], set[int]]:
    """Rows of one label and as many numbers each, one cell a line, under a header of as many cells."""
    numeric = [_is_cell(text[cell.start : cell.end]) for cell in run]
    first = next((i for i in range(1, len(run)) if numeric[i] and not numeric[i - 1]), None)
    if first is None:
        return [], set()
    width = 0
    while first + width < len(run) and numeric[first + width]:
        width += 1
    rows: list[int] = []  # index of each row's label
    at = first - 1
    while at + width < len(run) and not numeric[at] and all(numeric[at + 1 : at + 1 + width]):
        rows.append(at)
        at += width + 1
    if len(rows) < 2:
        return [], set()
    header = [i for i in range(max(0, rows[0] - width - 1), rows[0]) if not numeric[i]]
    title = _title(
        text,
        lines,
        run[0] if len(header) == width + 1 and header[0] == 0 else run[header[0]] if header else run[rows[0]],
    )
    # "Force / 2023-24 / 2019-20" over cells below each other
    parts = max((_split(text, run[i], mark) for i in header[-1:] for mark in (_GAP, _MARK)), key=len, default=[])
    cells = []
    for row in rows:
        for column in range(width):
            cell = run[row + 1 + column]
            if not _is_number(text[cell.start : cell.end]):
                continue
            context = list(title)
            if len(header) == width + 1:
                context.extend((run[i].start, run[i].end) for i in (header[0], header[column + 1]))
            elif len(parts) == width + 1:
                context.extend((parts[0], parts[column + 1]))
            else:
                context.extend((run[i].start, run[i].end) for i in header)
            context.append((run[row].start, run[row].end))
            cells.append(Cell(cell.start, cell.end, cell.number, tuple(context)))
    return cells, {run[i].number for row in rows for i in range(row, row + width + 1)}


def _title(text: str, lines: list[Line], before: Line, rows: Container[int] = ()) -> list[Place]:
    """The title right above a table, where that is no row of another."""
    above = lines[before.number - 1] if before.number else None
    if above is None or above.number in rows:
        return []
    last = text.rfind(". ", above.start, above.end - 1) + 2  # "... in one place. Percentages are of the known cases."
    if above.start < last and _OF_PERCENTAGES.match(text, last) is not None and above.end - last <= _TITLE_LENGTH:
        return [(last, above.end)]
    if above.end - above.start > _TITLE_LENGTH:
        return []
    if text[above.end - 1] in ".!?;," and _OF_PERCENTAGES.match(text, above.start) is None:
        return []
    return [(above.start, above.end)]


def _split(text: str, line: Line, between: re.Pattern[str]) -> list[Place]:
    """The cells of a line, parted by what stands between them."""
    places: list[Place] = []
    at = line.start
    for match in between.finditer(text, line.start, line.end):
        if match.start() > at:
            places.append((at, match.start()))
        at = match.end()
    if at < line.end:
        places.append((at, line.end))
    return places


def _barred(text: str, lines: list[Line], used: set[int]) -> tuple[list[Cell], set[int]]:
    """Rows with bars, tabs or wide gaps, under the last line of words that is parted so."""
    cells: list[Cell] = []
    rows: set[int] = set()
    header: list[Place] = []
    top: Line | None = None  # the first line of the table
    for line in lines:
        if line.number in used:
            continue
        if not any(mark in text[line.start : line.end] for mark in ("|", "\t", "  ")):
            header, top = [], None
            continue
        if _RULE.match(text, line.start, line.end):
            continue
        places = _split(text, line, _GAP)
        if len(places) < 2:
            continue
        if not any(_is_number(text[start:end]) for start, end in places):
            header, top = places, line
            continue
        if not _is_row(text, places):
            continue
        top = top or line
        cells.extend(_cells_of_row(text, line, places, header, _title(text, lines, top, rows)))
        rows.add(line.number)
    return cells, rows


def _marked(text: str, lines: list[Line], used: set[int]) -> tuple[list[Cell], set[int]]:
    """Rows parted by the marks of running text ("Kent; 48; 51", "Kent – 48 – 51") under a header parted so too."""
    cells: list[Cell] = []
    rows: set[int] = set()
    header: list[Place] = []
    header_line: Line | None = None
    for line in lines:
        if line.number in used or line.end - line.start > _ROW_LENGTH:
            header = []
            continue
        places = _split(text, line, _MARK)
        if header and len(places) == len(header) and _is_row(text, places):
            cells.extend(_cells_of_row(text, line, places, header, _title(text, lines, header_line or line, rows)))
            rows.add(line.number)
            continue
        named = len(places) > 2 and not any(_is_number(text[start:end]) for start, end in places)
        header, header_line = (places, line) if named else ([], None)
    return cells, rows


def _is_row(text: str, places: list[Place]) -> bool:
    """Whether a label stands first and then numbers, or that there are none."""
    first, *rest = [text[start:end] for start, end in places]
    return not _is_number(first) and all(map(_is_cell, rest)) and any(map(_is_number, rest))


def _cells_of_row(
    text: str, line: Line, places: list[Place], header: list[Place], title: list[Place]
) -> Iterator[Cell]:
    """The numbers of a row with the title, the corner and the head of each column, and the row's label."""
    for column, (start, end) in enumerate(places[1:], start=1):
        if not _is_number(text[start:end]):
            continue
        above: list[Place] = []
        if len(header) == len(places):
            above = [*header[:1], header[column]]
        elif len(header) == len(places) - 1:
            above = [header[column - 1]]
        yield Cell(start, end, line.number, (*title, *above, places[0]))


_ROW = re.compile(r"(?P<label>[^\d|\t]*[^\d\s|\t:,;.–-])(?P<cells>(?:\s+[+-]?\d[\d,.]*%?){2,8})$")
_CELL = re.compile(r"[+-]?\d[\d,.]*%?")


def _spaced(text: str, lines: list[Line], used: set[int]) -> tuple[list[Cell], set[int]]:
    """Rows of a label and as many numbers each with single spaces between: "Instagram 418 20% 929 34%"."""
    cells: list[Cell] = []
    rows: set[int] = set()
    run: list[tuple[Line, re.Match[str], list[Place]]] = []
    for line in [*lines, None]:
        ends_in_digit = line is not None and any(char.isdigit() for char in text[line.end - 2 : line.end])
        may_be_row = line is not None and ends_in_digit and line.number not in used
        match = _ROW.match(text, line.start, line.end) if line is not None and may_be_row else None
        found = [m.span() for m in _CELL.finditer(text, *match.span("cells"))] if match is not None else []
        if line is not None and match is not None and (not run or len(run[0][2]) == len(found)):
            run.append((line, match, found))
            continue
        if len(run) >= 2:
            cells.extend(_cells_of_rows(text, lines, run))
            rows.update(one.number for one, _, _ in run)
        run = [(line, match, found)] if line is not None and match is not None else []
    return cells, rows


def _cells_of_rows(text: str, lines: list[Line], run: list[tuple[Line, re.Match[str], list[Place]]]) -> list[Cell]:
    """Each number under the heading of its column; a column headed "%" belongs to the one before it."""
    first = run[0][0]
    width = len(run[0][2])
    above = lines[first.number - 1] if first.number else None
    heads: list[Place] = []
    title: list[Place] = []
    if above is not None:
        words = [match.span() for match in re.finditer(r"\S+", text[above.start : above.end])]
        words = [(above.start + start, above.start + end) for start, end in words]
        if len(words) > width or (len(words) == width and not above.intro):
            heads = words[-width:]
            title = _title(text, lines, above)
        else:
            title = _title(text, lines, first)
    cells = []
    for line, match, found in run:
        for column, (start, end) in enumerate(found):
            head = [heads[n] for n in range(column, -1, -1) if heads and text[slice(*heads[n])] != "%"][:1]
            cells.append(Cell(start, end, line.number, (*title, *head, match.span("label"))))
    return cells


_MONTH_ROW = re.compile(
    rf"(?P<label>{monthnames.ANY_WORD}\.?)[ :–-]{{1,3}}(?P<cell>\d[\d,]*)$",
    re.IGNORECASE,
)


def _monthly(text: str, lines: list[Line], used: set[int]) -> tuple[list[Cell], set[int]]:
    """ "Jan 18", "Feb 14", "Mar 27" one below the other: months and their numbers, no days."""
    cells: list[Cell] = []
    rows: set[int] = set()
    run: list[tuple[Line, re.Match[str]]] = []
    for line in [*lines, None]:
        match = _MONTH_ROW.match(text, line.start, line.end) if line is not None and line.number not in used else None
        if line is not None and match is not None:
            run.append((line, match))
            continue
        if len(run) >= 3:
            title = _title(text, lines, run[0][0])
            cells.extend(Cell(*row.span("cell"), of.number, (*title, row.span("label"))) for of, row in run)
            rows.update(of.number for of, _ in run)
        run = []
    return cells, rows
