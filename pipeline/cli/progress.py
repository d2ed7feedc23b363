"""How far a refresh has come: a bar in a terminal, a line now and then elsewhere."""

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline import freshness

EVERY = 20  # where there is no terminal, one line for so many assets


@contextlib.contextmanager
def watch(*, quiet: bool) -> Iterator[Callable[[str], None] | None]:
    """A function to be told of every asset as it is made; None where nobody wants to see."""
    if quiet:
        yield None
        return
    total = len(freshness.graph())
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(console, total)
        return
    columns = (TextColumn("{task.description:<44}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading the sources", total=total)

        def advance(asset: str) -> None:
            progress.update(task, advance=1, description=asset[:44])

        yield advance


def _lines(console: Console, total: int) -> Callable[[str], None]:
    made = 0

    def advance(asset: str) -> None:
        nonlocal made
        made += 1
        if made % EVERY == 0:
            console.print(f"{made} of at most {total} assets made, {asset} just now", highlight=False)

    return advance
