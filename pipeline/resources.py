"""What assets are given at run time: the working database, locked for as long as the run has it."""

from collections.abc import Iterator

import dagster as dg

from assets.warehouse import Warehouse
from figuretrail.home import working_database


@dg.resource(description="The working DuckDB file under data/; one process at a time, unlocked however it ends.")
def warehouse(_context: dg.InitResourceContext) -> Iterator[Warehouse]:
    """The open working database."""
    with Warehouse.open(working_database()) as opened:
        yield opened
