"""`figuretrail refresh`, `status` and `ui`: make what is stale, say what is, and look at it."""

import gc
import os
import signal
import socket
import sys
from pathlib import Path
from typing import NoReturn

import click

from figuretrail import catalogue
from figuretrail.errors import SourceError
from figuretrail.home import PROJECT, home, published, sources
from pipeline import freshness
from pipeline.cli.telling import program, tell_of_ignored


@click.command(
    epilog="""
    \b
    Examples:
      figuretrail refresh                          what changed, and all that follows from it
      figuretrail refresh figures/nspcc-2022-07    one source again, and all that depends on it
      figuretrail refresh offences_by_year         one table again, and all that depends on it
      figuretrail refresh --all                    everything, changed or not
    """
)
@click.argument("assets", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Read every source and make every table again.")
@click.option("--quiet", is_flag=True, help="No progress display; only the summary and faults.")
def refresh(assets: tuple[str, ...], everything: bool, quiet: bool) -> None:
    """Refresh the tables: what changed since the last run, ASSETS and what depends on them, or everything.

    Exit status 1 says that something could not be refreshed; everything else was.
    """
    if not everything and not assets and _nothing_is_stale():
        click.echo(f"Nothing to do: no source and no code changed. The published tables are in {published()}.")
        click.echo(f"Next: edit or add a source; or `{program()} refresh --all`; or `{program()} status`.")
        sys.exit(int(_tell_of_unread()))
    # A refresh is short and ends with its process: collecting what its imports made would take a tenth of its time.
    gc.disable()
    # Loaded where they are installed, pandera's to draw examples, Mako's to colour pages of errors: no refresh does.
    for unused in ("hypothesis", "mako.ext.pygmentplugin"):
        sys.modules.setdefault(unused, None)  # type: ignore[arg-type]
    # Imported here: with nothing to do there is no need to wait for Dagster and pandas.
    from assets.warehouse import WarehouseError
    from pipeline.cli.progress import watch
    from pipeline.cli.summary import summarise
    from pipeline.refresh import Outcome, UnknownAssetError
    from pipeline.refresh import refresh as run

    try:
        with watch(quiet=quiet) as progress:
            outcome = run(assets, everything=everything, progress=progress)
    except (UnknownAssetError, WarehouseError) as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:  # before or between Dagster's runs, which end with an outcome
        outcome = Outcome(interrupted=True)
    summarise(outcome)
    sys.exit(int(outcome.failed))


def _nothing_is_stale() -> bool:
    try:
        return all(state.fresh for state in freshness.assess())
    except SourceError:
        return False  # another refresh is writing: this one waits for it a little, and says who it is


def _tell_of_unread() -> bool:
    """Say which files and folders of the catalogue nothing reads; whether a folder is among them, which is a fault."""
    tell_of_ignored()
    misnamed = catalogue.misnamed()
    for fault in misnamed:
        click.echo(f"error: {fault}", err=True)
    return bool(misnamed)


@click.command(epilog="\b\nExample:\n  figuretrail status --all")
@click.option("--all", "everything", is_flag=True, help="List the fresh assets too.")
def status(everything: bool) -> None:
    """List what is stale, and why."""
    states = freshness.assess()
    stale = [state for state in states if not state.fresh]
    width = max(len(state.asset) for state in states)
    for state in states if everything else stale:
        rows = "" if state.rows is None else f"{state.rows:>6} rows"
        word = "fresh" if state.fresh else "stale"
        click.echo(f"{word}  {state.asset:<{width}}  {rows:>11}  {state.reason or ''}".rstrip())
    click.echo(f"{len(states) - len(stale)} of {len(states)} assets are fresh.", nl=False)
    click.echo(f" Next: `{program()} refresh` makes the rest." if stale else "")
    _tell_of_unread()


@click.command(epilog="\b\nExample:\n  figuretrail ui --port 3001")
@click.option(
    "--port",
    default=3000,
    type=click.IntRange(1, 65535),
    show_default=True,
    help="Where on 127.0.0.1 it listens.",
)
def ui(port: int) -> None:
    """Open the Dagster UI (webserver and daemon) on the same graph and data; Ctrl-C stops it."""
    from pipeline.refresh import prepare_dagster_home, refuse_no_room

    if not _is_free(port):
        click.echo(
            f"error: 127.0.0.1:{port}: found a program that listens there; expected a free port. "
            f"To do: end it (another `figuretrail ui`?), or take another port, as figuretrail ui --port {port + 1}",
            err=True,
        )
        sys.exit(1)
    folder = prepare_dagster_home()
    refuse_no_room(folder)
    click.echo(f"Dagster UI: http://127.0.0.1:{port} (first page after some seconds; Ctrl-C stops it)")
    sys.stdout.flush()
    _replace_by_dagster(folder, ["-h", "127.0.0.1", "-p", str(port)])


def _replace_by_dagster(folder: Path, arguments: list[str]) -> NoReturn:
    """Go on as `dagster dev` in its own folder, where its settings are."""
    os.environ["FIGURETRAIL_HOME"], os.environ["FIGURETRAIL_SOURCES"] = str(home()), str(sources())
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH")]))
    # It warns that another command of the same work is to be preferred, which is not among what is installed here.
    os.environ["PYTHONWARNINGS"] = ",".join(filter(None, [os.environ.get("PYTHONWARNINGS"), "ignore:Function `dev_"]))
    # A shell starts what it puts in the background without Ctrl-C; Dagster would then take no SIGTERM either.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.chdir(folder)
    dagster = str(Path(sys.executable).with_name("dagster"))
    os.execv(dagster, [dagster, "dev", "-w", str(PROJECT / "workspace.yaml"), *arguments])


def _is_free(port: int) -> bool:
    """Whether nobody listens there; the Dagster UI would start without its pages, and not end."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
