"""What the reader made of a workbook, for a person: each sheet drawn, headers with their roles, figures marked, and
every region that was left out with its reason.

What belongs here: drawing. What does not: deciding anything.
"""

import dataclasses
import html
import io
import sys
from collections import Counter
from pathlib import Path

from figuretrail.entry import Entry
from figuretrail.figure import Figure
from figuretrail.tables.chain import SheetRead, TableRead, WorkbookRead, read_workbook
from figuretrail.tables.files.grid import cell_at, column_name, parse_address, surface_of
from figuretrail.tables.language.labels import Label

MOST_ROWS = 60
MOST_COLUMNS = 16


@dataclasses.dataclass(slots=True)
class Mark:
    """How one cell is drawn: what it was taken for, and a word beside it."""

    kind: str  # figure, ignored, header, label, line
    word: str = ""


def as_text(path: Path, entry: Entry) -> str:
    """The explanation for a terminal, with colours where standard output is one. Raises SourceError."""
    from rich.console import Console

    page = io.StringIO()
    console = Console(file=page, width=160, force_terminal=sys.stdout.isatty(), highlight=False)
    work = read_workbook(Path(path), entry, fully=True)
    console.print(_headline(path, work), markup=False)
    for sheet in work.sheets:
        _draw_sheet(console, sheet)
    return page.getvalue()


def _headline(path: Path, work: WorkbookRead) -> str:
    figures = work.figures
    review = sum(figure.review for figure in figures)
    hints = f"; hints used: {', '.join(sorted(work.hints.used))}" if work.hints.used else ""
    found = f"{_many(len(figures), 'figure')} in {_many(len(work.sheets), 'sheet')}"
    return f"{Path(path).name}: {found}, {review} to review{hints}"


def _many(number: int, thing: str) -> str:
    """How many there are of a thing, in words that fit one, too."""
    return f"{number} {thing}{'s' * (number != 1)}"


def _draw_sheet(console, sheet: SheetRead) -> None:  # type: ignore[no-untyped-def]
    from rich.table import Table as Grid
    from rich.text import Text

    styles = {
        "figure": "bold green",
        "ignored": "dim red",
        "header": "bold cyan",
        "label": "cyan",
        "line": "yellow",
        "": "",
    }
    console.print()
    console.print(
        f"Sheet {sheet.sheet.name!r}" + (f": left out, {sheet.ignored}" if sheet.ignored else ""),
        style="bold",
        markup=False,
    )
    if sheet.ignored or not sheet.sheet.rows:
        return
    marks = _marks(sheet)
    rows = _filled_rows(sheet)[:MOST_ROWS]
    width = min(max((len(sheet.sheet.rows[row]) for row in rows), default=0), MOST_COLUMNS)
    grid = Grid(box=None, pad_edge=False, show_header=True, header_style="dim")
    grid.add_column("", justify="right", style="dim")
    for column in range(width):
        grid.add_column(column_name(column), overflow="fold", max_width=40 if column else 48)
    for row in rows:
        cells = []
        for column in range(width):
            text = surface_of(cell_at(sheet.sheet, row, column))
            mark = marks.get((row, column), Mark(""))
            drawn = f"[{text}]" if mark.kind == "figure" else text
            if mark.word and mark.kind in ("header", "label", "line"):
                drawn = f"{drawn} ‹{mark.word}›" if text else ""
            cells.append(Text(drawn, style=styles[mark.kind]))
        grid.add_row(str(row + 1), *cells)
    console.print(grid)
    if missing := _left_undrawn(sheet):
        console.print(missing, style="dim", markup=False)
    for line in _reasons(sheet):
        console.print(line, markup=False)


def _filled_rows(sheet: SheetRead) -> list[int]:
    return [number for number, row in enumerate(sheet.sheet.rows) if any(value != "" for value in row)]


def _left_undrawn(sheet: SheetRead) -> str:
    """How many rows and columns that hold anything are not drawn; "" where all are."""
    rows = len(_filled_rows(sheet)) - MOST_ROWS
    widths = [column + 1 for row in sheet.sheet.rows for column, value in enumerate(row) if value != ""]
    columns = max(widths, default=0) - MOST_COLUMNS
    missing = [_many(number, thing) for number, thing in ((rows, "row"), (columns, "column")) if number > 0]
    return (
        f"({' and '.join(missing)} more {'is' if max(rows, 0) + max(columns, 0) == 1 else 'are'} not drawn)"
        if missing
        else ""
    )


def _marks(sheet: SheetRead) -> dict[tuple[int, int], Mark]:
    marks: dict[tuple[int, int], Mark] = {}
    for line in sheet.regions.lines:
        marks[line.row, line.column] = Mark("line", "text")
    for read in sheet.tables:
        for title in read.table.titles:
            marks[title.row, title.column] = Mark("line", "title")
        _mark_headers(sheet, read, marks)
        for (row, column), _ in read.outcome.ignored.items():
            marks[row, column] = Mark("ignored")
        for figure in read.outcome.figures:
            _, row, column = parse_address(figure.cell or "")
            marks[row, column] = Mark("figure")
    return marks


def _mark_headers(sheet: SheetRead, read: TableRead, marks: dict[tuple[int, int], Mark]) -> None:
    for column in read.headers.columns:
        by_text = {label.text: label for label in column.headers}
        for row in read.table.header_rows:
            text = surface_of(cell_at(sheet.sheet, row, column.index))
            if text:
                label = by_text.get(text)
                role = label.dimension or _role(label) if label else ""
                marks[row, column.index] = Mark("header", role or column.part)
        if column.part == "label":
            for row in read.table.data_rows:
                marks[row, column.index] = Mark("label", column.axis or "")


def _role(label: Label) -> str:
    words = sorted(label.roles)
    words += [word for word in (label.unit, label.counted, label.base) if word]
    if label.total:
        words.append("total")
    return " ".join(words)


def _reasons(sheet: SheetRead) -> list[str]:
    lines = []
    for number, read in enumerate(sheet.tables, start=1):
        table = read.table
        headers = ", ".join(str(row + 1) for row in table.header_rows) or "none"
        found = _many(len(read.outcome.figures), "figure")
        lines.append(f"  Table {number} at {read.place}: header rows {headers}; {found}")
        for reason, cells in Counter(read.outcome.ignored.values()).most_common():
            lines.append(f"    left out, {_many(cells, 'cell')}: {reason}")
        doubts = Counter(reason for figure in read.outcome.figures for reason in figure.review_reasons)
        lines += [f"    in doubt, {cells}: {reason}" for reason, cells in doubts.most_common()]
        known = Counter(column for figure in read.outcome.figures for column in figure.from_catalogue)
        if known:
            lines.append(f"    from the catalogue: {', '.join(known)}")
    titles = {line.row for read in sheet.tables for line in read.table.titles}
    loose = [line for line in sheet.regions.lines if line.row not in titles and any(c.isdigit() for c in line.text)]
    lines += [f"  Row {line.row + 1} is text, left out: {line.text[:100]!r}" for line in loose if line.row >= 0]
    return lines


_STYLE = """
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c1f23;background:#fff}
table{border-collapse:collapse;margin:.5rem 0;font-size:14px;display:block;overflow-x:auto}
td,th{border:1px solid #d5d9de;padding:.15rem .45rem;vertical-align:top;min-width:2rem}
th{background:#f3f4f6;color:#555;font-weight:400}
.figure{background:#d8f0dc;font-weight:600}.figure.review{background:#fbe7b2}.ignored{background:#f7dede;color:#803030}
.header{background:#dbe7f7;font-weight:600}.label{background:#edf3fb}.line{color:#6b4e00}
small{color:#555;font-weight:400}ul{margin:.3rem 0}
@media (prefers-color-scheme:dark){body{background:#15181c;color:#e4e6e9}
td,th{border-color:#3a4048}th{background:#1f242a;color:#aaa}
.figure{background:#1d4a2a}
.figure.review{background:#5a4710}.ignored{background:#4b2424;color:#f0b8b8}.header{background:#1f3656}
.label{background:#1a2838}.line{color:#e2c36b}small{color:#a5abb3}}
"""


def as_html(path: Path, entry: Entry) -> str:
    """The explanation as one page that needs nothing beside it. Raises SourceError where the file can't be read."""
    work = read_workbook(Path(path), entry, fully=True)
    parts = [
        "<!DOCTYPE html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>",
        f"<title>{html.escape(Path(path).name)}</title><style>{_STYLE}</style>",
        f"<h1>{html.escape(Path(path).name)}</h1><p>{html.escape(_headline(path, work))}</p>",
        "<p><span class=figure>a figure</span> <span class='figure review'>a figure to review</span> "
        "<span class=header>a header</span> <span class=label>a row label</span> "
        "<span class=ignored>left out</span></p>",
    ]
    for sheet in work.sheets:
        parts += _page_of_sheet(sheet)
    return "\n".join(parts) + "\n"


def _page_of_sheet(sheet: SheetRead) -> list[str]:
    name = html.escape(sheet.sheet.name)
    if sheet.ignored:
        return [f"<h2>{name}</h2><p>Left out: {html.escape(sheet.ignored)}.</p>"]
    marks = _marks(sheet)
    figures = {parse_address(f.cell or "")[1:]: f for read in sheet.tables for f in read.outcome.figures}
    reasons = {cell: why for read in sheet.tables for cell, why in read.outcome.ignored.items()}
    rows = _filled_rows(sheet)[:MOST_ROWS]
    width = min(max((len(sheet.sheet.rows[row]) for row in rows), default=0), MOST_COLUMNS)
    lines = [f"<h2>{name}</h2>", "<table><tr><th>" + "".join(f"<th>{column_name(c)}" for c in range(width)) + "</tr>"]
    for row in rows:
        cells = []
        for column in range(width):
            mark = marks.get((row, column), Mark(""))
            text = html.escape(surface_of(cell_at(sheet.sheet, row, column)))
            figure = figures.get((row, column))
            title = _tooltip(figure) if figure else reasons.get((row, column), "")
            kind = mark.kind + (" review" if figure and figure.review else "")
            word = f" <small>{html.escape(mark.word)}</small>" if mark.word and text else ""
            cells.append(f'<td class="{kind}" title="{html.escape(title, quote=True)}">{text}{word}')
        lines.append(f"<tr><th>{row + 1}{''.join(cells)}</tr>")
    lines.append(f"</table><p>{_left_undrawn(sheet)}</p><ul>" if _left_undrawn(sheet) else "</table><ul>")
    lines += [f"<li>{html.escape(reason.strip())}" for reason in _reasons(sheet)]
    return [*lines, "</ul>"]


def _tooltip(figure: Figure) -> str:
    """A figure's columns in one line."""
    period = f"{figure.period_start or '?'} to {figure.period_end or '?'}"
    who = ", ".join(figure.platforms) or "every means"
    number = (
        figure.status
        if figure.value is None
        else f"{figure.bound.replace('=', '') if figure.bound == '=' else figure.bound}{figure.value:g}"
    )
    parts = [f"{figure.measure}: {number} {figure.unit}", figure.offence, who, figure.geography or "no place", period]
    if figure.victim_age_min is not None or figure.victim_age_max is not None or figure.victim_sex:
        parts.append(f"victims {figure.victim_age_min}-{figure.victim_age_max} {figure.victim_sex or ''}".strip())
    return "; ".join([*parts, f"base {figure.base}", f"confidence {figure.confidence}", *figure.review_reasons])
