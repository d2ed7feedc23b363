"""What assets are given at run time: the working database, locked for as long as it is used."""

import contextlib
from collections.abc import Iterator

import dagster as dg

from assets.warehouse import Warehouse
from figuretrail.home import working_database

_held: list[Warehouse] = []


@contextlib.contextmanager
def held_warehouse() -> Iterator[Warehouse]:
    """Open the working database for several runs of this process: what is stale can't change between them."""
    with Warehouse.open(working_database()) as opened:
        _held.append(opened)
        try:
            yield opened
        finally:
            _held.remove(opened)


@dg.resource(description="The working DuckDB file under data/; one process at a time, unlocked however it ends.")
def warehouse(_context: dg.InitResourceContext) -> Iterator[Warehouse]:
    """The open working database: the one that this process holds, or opened for this run."""
    if _held:
        yield _held[-1]
    else:
        with Warehouse.open(working_database()) as opened:
            yield opened
