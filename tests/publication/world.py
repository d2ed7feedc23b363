"""A small working database to publish: two figures, their sources, the share that follows, and a correction or none."""

import functools
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pandas as pd

from assets import publication
from assets.publication import Publication
from assets.sources import corrections_frame, read_folder, sources_frame
from assets.tables import MODELS
from assets.warehouse import Record, Warehouse, data_version
from figuretrail import derive
from figuretrail.catalogue import folders as catalogue_folders
from figuretrail.frames import figures_frame
from figuretrail.home import working_database
from pipeline import definitions  # noqa: F401  fills MODELS
from schemas.common import conform, empty, failures
from schemas.operations import Corrections
from schemas.publication import Changes
from tests.claims import catalogue, figure, frame, source

TABLES = ["sources", "figures", "corrections", "platform_share_by_year"]


def load(warehouse: Warehouse, instagram: float, *, correcting: float | None = None, more: bool = False) -> None:
    """Write the tables as a refresh does: Instagram's count of 2,121, and what it corrects if it does."""
    write(warehouse, _tables(instagram, correcting, more))


@functools.cache  # the tests publish the same few tables again and again
def _tables(instagram: float, correcting: float | None, more: bool) -> dict[str, pd.DataFrame]:
    of_correction: dict[str, object] = (
        {} if correcting is None else {"corrected": ("value",), "stated": f"value = {correcting}"}
    )
    known = {"base": "method_recorded", "context": "in 2017/18"}
    of_correction["surface"] = f"{instagram if correcting is None else correcting:g}"
    figures = [
        figure("news", instagram, platforms="Instagram", cell="S!A1", **known, **of_correction),
        figure("news", 2121, cell="S!A2", **known),
    ]
    if more:
        figures.append(figure("news", 606, platforms="Snapchat", cell="S!A3", **known))
    sources = catalogue(source("news", publisher="A paper", url="https://paper.example/1", title="Grooming offences"))
    rows = frame(*figures)
    return _checked(
        {
            "sources": sources,
            "figures": rows,
            "corrections": corrections(rows["figure_id"][0], correcting, instagram),
            "platform_share_by_year": derive.TABLES["platform_share_by_year"](rows, sources),
        }
    )


def _checked(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables in their models' form, which they fit."""
    formed = {name: conform(MODELS[name], table) for name, table in tables.items()}
    for name, table in formed.items():
        assert failures(MODELS[name], table).empty, name
    return formed


def write(warehouse: Warehouse, tables: dict[str, pd.DataFrame]) -> None:
    """Write the tables and what they changed, each with its record, as their assets do."""
    for name, table in tables.items():
        with warehouse.transaction():
            warehouse.replace(name, MODELS[name], table)
            warehouse.record(_record(name, table))
    changed = publication.changes_since_last_release(warehouse, list(tables), code="1")
    with warehouse.transaction():
        warehouse.replace("changes", Changes, changed)
        warehouse.record(_record("changes", changed))


def load_catalogue(warehouse: Warehouse) -> None:
    """Read the test's catalogue and write the tables that follow from it, without a run."""
    readings = [read_folder(folder) for folder in catalogue_folders()]
    assert [reading.fault for reading in readings if reading.fault] == []
    figures = figures_frame(figure for reading in readings for figure in reading.figures)
    sources = sources_frame([reading.source for reading in readings if reading.source])
    share = derive.TABLES["platform_share_by_year"](figures, sources)
    years = derive.TABLES["offences_by_year"](figures, sources)
    tables = {
        "sources": sources,
        "figures": figures,
        "corrections": corrections_frame(readings),
        "platform_share_by_year": share,
        "offences_by_year": years,
    }
    write(warehouse, _checked(tables))


def corrections(figure_id: str, was: float | None, now: float) -> pd.DataFrame:
    """The one correction, or none."""
    row = {
        "source_id": "news",
        "figure_id": figure_id,
        "target": "the cell S!A1",
        "column": "value",
        "was": f"{was:g}" if was is not None else "",
        "now": f"{now:g}",
        "reason": "A slip of the pen",
        "who": "A. Researcher",
        "date": pd.Timestamp(2026, 11, 22),
        "status": "open",
        "state": "applied",
        "message": None,
    }
    return empty(Corrections) if was is None else conform(Corrections, pd.DataFrame([row]))


def _record(name: str, table: pd.DataFrame) -> Record:
    return Record(
        asset=name, data_version=data_version(table), code_version="1", inputs={}, rows=len(table), run_id="test"
    )


def publish(warehouse: Warehouse, *, code: str = "1", tables: Sequence[str] = TABLES) -> Publication:
    """Publish what is loaded."""
    return publication.publish(warehouse, tables, code=code, run_id="test")


def refresh_catalogue() -> Publication:
    """Read the test's catalogue and publish it."""
    with Warehouse.open(working_database()) as warehouse:
        load_catalogue(warehouse)
        return publish(warehouse, tables=[*TABLES, "offences_by_year"])


def refresh(instagram: float, *, correcting: float | None = None, more: bool = False) -> Publication:
    """Load and publish in one go."""
    with Warehouse.open(working_database()) as warehouse:
        load(warehouse, instagram, correcting=correcting, more=more)
        return publish(warehouse)


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """The query's rows from a published file."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(query).fetchall()
