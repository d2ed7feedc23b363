"""`figuretrail extract`: the figures of any article or workbook, without touching a database."""

import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import click

from figuretrail.documents import explanation_of, figures_of
from figuretrail.entry import Entry
from figuretrail.errors import SourceError
from figuretrail.figure import COLUMNS, Figure


@click.command(
    epilog="""
    \b
    Examples:
      figuretrail extract sources/articles/*/article.md
      figuretrail extract answer.xlsx --format csv > figures.csv
      figuretrail extract article.md --explain
    """
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "style", type=click.Choice(["table", "csv", "jsonl"]), default="table", help="How to print the figures."
)
@click.option(
    "--meta",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A folder with a <stem>.json a file: what its catalogue entry knows.",
)
@click.option("--explain", is_flag=True, help="Say of every number what it was taken for, and why.")
@click.option("--html", "as_html", is_flag=True, help="With --explain, of a workbook: as a page instead of text.")
def extract(files: tuple[Path, ...], style: str, meta: Path | None, explain: bool, as_html: bool) -> None:
    """Print the figures of articles (.md, .txt, .html) and workbooks (.xlsx, .xls, .ods, .csv ...).

    A file that can't be read is reported on standard error and sets exit status 1; the rest goes on.
    """
    if as_html and not explain:
        raise click.UsageError("--html goes with --explain")
    failed = False
    printed = _Printer(style)
    for path in files:
        try:
            entry = _entry(path, meta)
            if explain:
                click.echo(explanation_of(path, entry, as_html=as_html))
            else:
                faults: list[SourceError] = []  # of single tables, beside which the others are printed
                printed.add(figures_of(path, entry, faults=faults))
                failed = failed or bool(faults)
                for fault in faults:
                    click.echo(f"error: {fault}", err=True)
        except SourceError as error:
            failed = True
            click.echo(f"error: {error}", err=True)
    printed.finish()
    sys.exit(int(failed))


def _entry(path: Path, meta: Path | None) -> Entry | None:
    beside = meta / f"{path.stem}.json" if meta else None
    if beside is None or not beside.exists():
        return None
    try:
        return Entry.from_mapping(json.loads(beside.read_text(encoding="utf-8")), id=path.stem)
    except ValueError as error:
        raise SourceError(
            beside, "", found=str(error), expected="a catalogue entry in JSON", remedy="correct that file"
        ) from None


class _Printer:
    """Prints figures as they come, in one of the three styles; a table is drawn when all are known."""

    def __init__(self, style: str) -> None:
        self.style = style
        self.kept: list[Figure] = []
        self.read = False  # whether any file could be
        self.writer = csv.writer(sys.stdout, lineterminator="\n")
        if style == "csv":
            self.writer.writerow(COLUMNS)

    def add(self, figures: Sequence[Figure]) -> None:
        self.read = True
        if self.style == "table":
            self.kept.extend(figures)
        for figure in figures:
            row = figure.as_dict()
            if self.style == "jsonl":
                click.echo(json.dumps(row, ensure_ascii=False))
            elif self.style == "csv":
                self.writer.writerow([_csv_cell(row[name]) for name in COLUMNS])

    def finish(self) -> None:
        if self.style == "table" and self.kept:
            _draw(self.kept)
        elif self.style == "table" and self.read:
            click.echo("No figures: none of the numbers counts recorded offences or their victims. Why: --explain.")


def _csv_cell(value: Any) -> Any:
    return ";".join(map(str, value)) if isinstance(value, list) else value


def _draw(figures: Sequence[Figure]) -> None:
    """The figures as a table for the eye: the columns that a reader compares."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("source", "where", "words", "measure", "value", "platforms", "place", "period", "base", "victims"):
        # A period broken in two lines can't be read; words and sources may be.
        justify: Literal["left", "right"] = "right" if name == "value" else "left"
        table.add_column(name, justify=justify, overflow="fold", no_wrap=name in ("period", "value", "where"))
    for figure in figures:
        table.add_row(
            figure.source_id,
            figure.cell or f"{figure.start}-{figure.end}",
            figure.surface,
            figure.measure,
            f"{'' if figure.bound == '=' else figure.bound}{_value(figure)}",
            ", ".join(figure.platforms),
            figure.geography or "",
            f"{figure.period_start or ''}..{figure.period_end or ''}".removeprefix("..").removesuffix(".."),
            "" if figure.base == "all" else figure.base,
            _victims(figure),
        )
    wide = Console()
    Console(width=max(wide.width, 150) if not wide.is_terminal else None).print(table)
    click.echo(
        f"{len(figures)} figure{'' if len(figures) == 1 else 's'}. All columns: --format csv or jsonl; why: --explain."
    )


def _value(figure: Figure) -> str:
    if figure.value is None:
        return figure.status
    suffix = {"count": "", "percent": "%", "percent_change": "% change", "years": " years"}
    return f"{figure.value:,g}" + suffix.get(figure.unit, f" {figure.unit.replace('_', ' ')}")


def _victims(figure: Figure) -> str:
    low, high = figure.victim_age_min, figure.victim_age_max
    ages = "" if low is None and high is None else f"{low or 0}+" if high is None else f"{low or 0}-{high}"
    return " ".join(filter(None, (figure.victim_sex, ages)))
