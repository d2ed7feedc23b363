"""`figuretrail refresh`, `status` and `ui`: make what is stale, say what is, and look at it."""

import gc
import os
import socket
import sys

import click

from figuretrail.errors import SourceError
from figuretrail.home import PROJECT, published
from pipeline import freshness


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
        click.echo("Next: edit or add a source; or `figuretrail refresh --all`; or `figuretrail status`.")
        return
    # A refresh is short and ends with its process: collecting what its imports made would take a tenth of its time.
    gc.disable()
    # Pandera loads hypothesis where it is installed, to draw examples, which no refresh does.
    sys.modules.setdefault("hypothesis", None)  # type: ignore[arg-type]
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
    click.echo(" Next: `figuretrail refresh` makes the rest." if stale else "")


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
    from pipeline.refresh import prepare_dagster_home

    if not _is_free(port):
        click.echo(
            f"error: 127.0.0.1:{port}: found a program that listens there; expected a free port. "
            f"To do: end it (another `figuretrail ui`?), or take another port, as figuretrail ui --port {port + 1}",
            err=True,
        )
        sys.exit(1)
    prepare_dagster_home()
    click.echo(f"Dagster UI: http://127.0.0.1:{port} (first page after some seconds; Ctrl-C stops it)")
    dagster = os.path.join(os.path.dirname(sys.executable), "dagster")  # noqa: PTH118, PTH120
    os.chdir(PROJECT)
    os.execv(dagster, [dagster, "dev", "-w", "workspace.yaml", "-h", "127.0.0.1", "-p", str(port)])


def _is_free(port: int) -> bool:
    """Whether nobody listens there; the Dagster UI would start without its pages, and not end."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
