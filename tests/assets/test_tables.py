import dataclasses
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pandas as pd
import pytest

from assets import tables
from assets.tables import TableAsset, stage
from assets.warehouse import Warehouse
from schemas.operations import Faults


def _rows(**changes: object) -> pd.DataFrame:
    parts = ("source_id", "file", "place", "found", "expected", "remedy")
    return pd.DataFrame([{part: part for part in parts} | changes]).astype("str")


def _table(name: str, rows: pd.DataFrame) -> TableAsset:
    return TableAsset(
        name=name, model=Faults, description=name, upstream=[], module="assets.tables", rows=lambda warehouse: rows
    )


@pytest.fixture
def warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Warehouse]:
    monkeypatch.setattr(tables, "MODELS", {})
    with Warehouse.open(tmp_path / "w.duckdb") as opened:
        yield opened


def test_a_table_that_can_not_be_made_keeps_no_other_of_its_stage_from_it(warehouse: Warehouse) -> None:
    broken = pd.concat([_rows(), _rows()], ignore_index=True)  # two faults of one source
    made = stage("odd", [_table("first", _rows()), _table("second", broken), _table("third", _rows())])
    result = dg.materialize([made], resources={"warehouse": warehouse}, raise_on_error=False)
    assert not result.success
    given = {event.asset_key.to_user_string() for event in result.get_asset_materialization_events() if event.asset_key}
    assert given == {"first", "third"} == set(warehouse.records())
    assert warehouse.tables() >= {"first", "third"} and "second" not in warehouse.tables()
    (failure,) = result.get_step_failure_events()
    data = failure.step_failure_data.user_failure_data
    assert data is not None and data.description is not None
    assert "table second" in data.description and "To do:" in data.description


def test_an_unexpected_error_in_one_tables_function_ends_that_table_only(warehouse: Warehouse) -> None:
    def rows(warehouse: Warehouse) -> pd.DataFrame:
        return _rows()[["no such column"]]

    failing = dataclasses.replace(_table("second", _rows()), rows=rows)
    made = stage("odd", [_table("first", _rows()), failing, _table("third", _rows())])
    result = dg.materialize([made], resources={"warehouse": warehouse}, raise_on_error=False)
    assert not result.success and set(warehouse.records()) == {"first", "third"}
    (failure,) = result.get_step_failure_events()
    data = failure.step_failure_data.user_failure_data
    assert data is not None and data.description is not None
    assert "table second: found KeyError" in data.description and "To do:" in data.description


def test_one_table_of_a_stage_is_made_alone(warehouse: Warehouse) -> None:
    made = stage("odd", [_table("first", _rows()), _table("second", _rows())])
    assert dg.materialize([made], selection=["second"], resources={"warehouse": warehouse}).success
    assert set(warehouse.records()) == {"second"}
