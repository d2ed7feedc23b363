"""The command line: one verb a command. Dagster, pandas and DuckDB are imported by the commands that need them."""

import json
import sys
from pathlib import Path

import click

from figuretrail.documents import figures_of
from figuretrail.entry import Entry
from figuretrail.errors import SourceError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Figures about recorded child-grooming offences: read, checked, and traced to their words."""


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(["table", "csv", "jsonl"]), default="table")
@click.option("--meta", type=click.Path(path_type=Path, file_okay=False), help="folder of <stem>.json entries")
def extract(files: tuple[Path, ...], style: str, meta: Path | None) -> None:
    """Print the figures of articles and workbooks, without touching a database."""
    failed = False
    for path in files:
        try:
            for figure in figures_of(path, _entry(path, meta)):
                print(json.dumps(figure.as_dict(), ensure_ascii=False))
        except SourceError as error:
            failed = True
            click.echo(f"error: {error}", err=True)
    sys.exit(int(failed))


def _entry(path: Path, meta: Path | None) -> Entry | None:
    beside = meta / f"{path.stem}.json" if meta else None
    if beside is None or not beside.exists():
        return None
    return Entry.from_mapping(json.loads(beside.read_text(encoding="utf-8")), id=path.stem)
