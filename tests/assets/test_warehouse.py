import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from assets.warehouse import Record, TableError, Warehouse, WarehouseError, data_version
from figuretrail.figure import Figure, assign_ids
from figuretrail.frames import figures_frame
from schemas.figures import Figures
from tests.conftest import PROJECT


def _frame(source_id: str = "paper", *values: float) -> pd.DataFrame:
    figures = [Figure(cell=f"S!A{n}", surface=f"{value:g}", value=value) for n, value in enumerate(values, start=1)]
    return figures_frame(assign_ids(figures, source_id=source_id))


def _record(asset: str, version: str) -> Record:
    return Record(asset=asset, data_version=version, code_version="c", inputs={}, rows=1, run_id="r")


def test_rows_come_back_as_they_went_in(tmp_path: Path) -> None:
    rows = _frame("paper", 3, 4)
    rows["platforms"] = [["Kik", "Skype"], []]
    rows["period_start"] = pd.to_datetime(pd.Series(["2017-04-01", None])).astype("datetime64[us]")
    rows["victim_age_max"] = pd.array([11, None], dtype="Int64")
    with Warehouse.open(tmp_path / "w.duckdb") as warehouse:
        warehouse.replace("figures", Figures, rows)
        pd.testing.assert_frame_equal(warehouse.read("figures", Figures), rows)


def test_one_source_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    with Warehouse.open(tmp_path / "w.duckdb") as warehouse:
        with warehouse.parts("figures", Figures, pd.concat([_frame("a", 1), _frame("b", 2, 3)])) as put:
            put("a"), put("b")
        with warehouse.parts("figures", Figures, _frame("b", 9)) as put:
            put("b")
        rows = warehouse.read("figures", Figures)
        assert dict(zip(rows["source_id"], rows["value"], strict=True)) == {"a": 1.0, "b": 9.0}
        with warehouse.parts("figures", Figures, _frame("b")) as put:
            put("b")
        assert list(warehouse.read("figures", Figures)["source_id"]) == ["a"]


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    with Warehouse.open(tmp_path / "w.duckdb") as warehouse:
        warehouse.replace("figures", Figures, _frame("a", 1))
        with pytest.raises(RuntimeError, match="stop"), warehouse.transaction():
            warehouse.replace("figures", Figures, _frame("a", 2, 3))
            warehouse.record(_record("figures", "v2"))
            raise RuntimeError("stop")
        assert list(warehouse.read("figures", Figures)["value"]) == [1.0]
        assert warehouse.records() == {}


def test_rows_that_break_their_model_are_refused_when_read_by_another_asset(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    with Warehouse.open(path) as warehouse:
        warehouse.replace("figures", Figures, _frame("a", 1, 2))
        warehouse.record(_record("figures", "v1"))
        assert len(warehouse.read_checked("figures", Figures)) == 2
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE figures SET bound = 'about' WHERE value = 2")
    with Warehouse.open(path) as warehouse, pytest.raises(TableError, match="bound") as raised:
        warehouse.read_checked("figures", Figures)
    assert list(raised.value.rows["value"]) == [2.0]


def test_a_table_that_was_never_made_says_what_to_do(tmp_path: Path) -> None:
    with Warehouse.open(tmp_path / "w.duckdb") as warehouse, pytest.raises(WarehouseError, match="refresh figures"):
        warehouse.read("figures", Figures)


def test_a_table_of_an_older_model_keeps_what_both_have(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    with Warehouse.open(path) as warehouse:
        warehouse.replace("figures", Figures, _frame("a", 1))
        warehouse.connection.execute("ALTER TABLE figures DROP COLUMN stated")
        warehouse.connection.execute("ALTER TABLE figures ADD COLUMN gone VARCHAR")
    with Warehouse.open(path) as warehouse:
        with warehouse.parts("figures", Figures, _frame("b", 2)) as put:
            put("b")
        assert list(warehouse.read("figures", Figures)["value"]) == [1.0, 2.0]


def test_a_table_of_an_older_model_keeps_its_rows_in_a_transaction_too(tmp_path: Path) -> None:
    with Warehouse.open(tmp_path / "w.duckdb") as warehouse:
        warehouse.replace("figures", Figures, _frame("a", 1))
        warehouse.connection.execute("ALTER TABLE figures DROP COLUMN stated")
        warehouse._made_as.clear()
        with pytest.raises(RuntimeError, match="stop"), warehouse.transaction():
            warehouse.replace("figures", Figures, _frame("a", 2))
            raise RuntimeError("stop")
        with warehouse.transaction():
            warehouse.ensure("figures", Figures)
        assert list(warehouse.read("figures", Figures)["value"]) == [1.0]


@pytest.mark.parametrize("state", ["no table", "an empty table", "a full copy", "a table with rows of its own"])
def test_what_a_killed_run_of_an_earlier_version_set_aside_is_adopted(tmp_path: Path, state: str) -> None:
    path = tmp_path / "w.duckdb"
    with Warehouse.open(path) as warehouse:
        warehouse.replace("figures", Figures, _frame("a", 1, 2))
        connection = warehouse.connection
        connection.execute("ALTER TABLE figures RENAME TO figures_before")
        connection.execute("ALTER TABLE figures_before DROP COLUMN stated")
        warehouse._made_as.clear()
        if state != "no table":
            warehouse.ensure("figures", Figures)
        if state == "a full copy":
            connection.execute("INSERT INTO figures BY NAME FROM figures_before")
        if state == "a table with rows of its own":
            warehouse.replace("figures", Figures, _frame("a", 3))
    with Warehouse.open(path) as warehouse:
        own = state == "a table with rows of its own"
        warehouse.ensure("figures", Figures)
        assert list(warehouse.read("figures", Figures)["value"]) == ([3.0] if own else [1.0, 2.0])
        assert ("figures_before" in warehouse.tables()) == own, "what is nowhere else stays"
        warehouse.connection.execute("ALTER TABLE figures DROP COLUMN stated")
        warehouse._made_as.clear()
        warehouse.ensure("figures", Figures)  # and stands in the way of no later model


def test_the_same_rows_have_the_same_version_and_other_rows_another() -> None:
    assert data_version(_frame("a", 1, 2)) == data_version(_frame("a", 1, 2))
    assert data_version(_frame("a", 1, 2)) != data_version(_frame("a", 1, 3))
    assert data_version(_frame("a", 1), also="title") != data_version(_frame("a", 1))


HOLDER = """
import sys
from pathlib import Path
from assets.warehouse import Warehouse
from schemas.figures import Figures
import tests.assets.test_warehouse as here
with Warehouse.open(Path(sys.argv[1])) as warehouse:
    warehouse.replace("figures", Figures, here._frame("a", 1))
    warehouse.record(here._record("figures", "v1"))
    warehouse.connection.execute("BEGIN")
    warehouse.replace("figures", Figures, here._frame("a", 2, 3))
    warehouse.record(here._record("figures", "v2"))
    print("held", flush=True)
    sys.stdin.read()
"""


READER = """
import sys, time
import duckdb
from assets.records import CONFIG
with duckdb.connect(sys.argv[1], read_only=True, config=CONFIG):
    print("reads", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.mark.parametrize(("reads_s", "wait_s"), [(1.0, 20.0), (60.0, 0.2)])
def test_a_reader_of_the_working_file_is_waited_for_but_not_for_ever(
    tmp_path: Path, reads_s: float, wait_s: float
) -> None:
    path = tmp_path / "w.duckdb"
    with Warehouse.open(path):
        pass
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(path), str(reads_s)], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert reader.stdout and reader.stdout.readline().strip() == "reads"
        if reads_s < wait_s:
            with Warehouse.open(path, wait_s=wait_s) as warehouse:
                assert warehouse.records() == {}
        else:
            with pytest.raises(WarehouseError, match="close the program"), Warehouse.open(path, wait_s=wait_s):
                pass
    finally:
        reader.kill()
        reader.wait(timeout=10)


def test_a_killed_writer_leaves_its_last_whole_state_and_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout and holder.stdout.readline().strip() == "held"
    with pytest.raises(WarehouseError, match=f"process {holder.pid}"), Warehouse.open(path, wait_s=0.1):
        pass
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait(timeout=10)
    with Warehouse.open(path, wait_s=0.1) as warehouse:
        assert list(warehouse.read("figures", Figures)["value"]) == [1.0]
        assert warehouse.records()["figures"].data_version == "v1"
