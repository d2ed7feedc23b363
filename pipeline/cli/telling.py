"""What several commands tell: how the program is called from where the user stands, and which files nothing reads.

Loaded by commands that should start at once: no Dagster, no pandas, no DuckDB.
"""

import shutil
import sys
from pathlib import Path

import click

from figuretrail import catalogue


def program() -> str:
    """`figuretrail` where that finds this program, else the path that it was called by, `.venv/bin/figuretrail`."""
    called = Path(sys.argv[0])
    if called.name != "figuretrail" or not called.exists():
        called = Path(sys.executable).with_name("figuretrail")  # run as a module: the script beside Python
    found = shutil.which("figuretrail")
    if not called.exists() or (found is not None and Path(found).samefile(called)):
        return "figuretrail"
    shown = called.absolute()
    return str(shown.relative_to(Path.cwd()) if shown.is_relative_to(Path.cwd()) else shown)


def tell_of_ignored() -> None:
    """Tell of articles and workbooks that lie in no source's folder, since nothing reads them."""
    for file in catalogue.astray():
        click.echo(
            f"Ignored: {file}: found a file beside the sources' folders; expected it in a folder of its own. "
            f"To do: move it out of the catalogue, then `{program()} add` it from there.",
            err=True,
        )
