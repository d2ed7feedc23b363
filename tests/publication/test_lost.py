"""Files that somebody lost or damaged: what is published is put back, and a lost history is had back from it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from assets import written
from assets.release_files import PublicationError, cannot_be_written
from assets.warehouse import Warehouse
from figuretrail.home import published, published_database, working_database
from tests.publication.world import load, publish, refresh, rows


@pytest.fixture(autouse=True)
def _own_home(home: Path) -> None:
    """Every test has a state folder of its own."""


def _junk(path: Path) -> None:
    path.write_bytes(b"no database " * 1000)


DAMAGES: dict[str, Callable[[], object]] = {
    "published is gone": lambda: shutil.rmtree(published()),
    "figuretrail.duckdb is gone": lambda: published_database().unlink(),
    "figuretrail.duckdb was changed": lambda: _junk(published_database()),
    "csv is gone": lambda: (published() / "csv").unlink(),
    "figures.csv was changed": lambda: (published() / "csv" / "figures.csv").write_text("mine"),
    "figures.csv is gone": lambda: (published() / "csv" / "figures.csv").unlink(),
    "r0001.duckdb was changed": lambda: _junk(written.kept_release("r0001")),
    "r0001.duckdb is gone": lambda: written.kept_release("r0001").unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_loss_is_noticed_and_put_right_under_the_same_release(damage: str) -> None:
    refresh(418)
    assert written.fault() is None
    values = rows(published_database(), "SELECT value FROM figures")
    DAMAGES[damage]()
    fault = written.fault()
    assert (
        fault is not None and fault.startswith("published/") and fault.endswith(damage.removeprefix("published ")[-7:])
    )
    done = refresh(418)
    assert (done.release, done.is_new, done.replaced) == ("r0001", False, True)
    assert written.fault() is None
    assert rows(published_database(), "SELECT value FROM figures") == values
    assert rows(written.kept_release("r0001"), "SELECT value FROM figures") == values


def test_who_only_reads_changes_nothing() -> None:
    refresh(418)
    rows(published_database(), "SELECT * FROM figures")
    (published() / "csv" / "figures.csv").read_bytes()
    assert written.fault() is None and not refresh(418).replaced


def test_a_lost_history_is_had_back_from_the_last_release() -> None:
    refresh(418)
    refresh(420)
    first = written.kept_release("r0001").read_bytes()
    history = rows(published_database(), "SELECT * FROM figure_history ORDER BY ALL")
    working_database().unlink()
    again = refresh(420)
    assert (again.release, again.is_new) == ("r0002", False)
    assert rows(published_database(), "SELECT * FROM figure_history ORDER BY ALL") == history
    working_database().unlink()
    done = refresh(421)
    assert (done.release, done.is_new) == ("r0003", True)
    assert rows(published_database(), "SELECT release FROM releases ORDER BY ALL") == [
        ("r0001",),
        ("r0002",),
        ("r0003",),
    ]
    assert set(done.changed["since"]) == {"r0002"} and "420" in set(done.changed["before"])
    assert written.kept_release("r0001").read_bytes() == first


def test_a_lost_history_is_had_back_from_a_kept_release_where_the_published_file_is_damaged() -> None:
    refresh(418)
    refresh(420)
    working_database().unlink()
    _junk(published_database())
    assert refresh(421).release == "r0003"


def test_nothing_is_written_over_where_no_published_file_can_be_read() -> None:
    refresh(418)
    working_database().unlink()
    for path in (published_database(), written.kept_release("r0001")):
        _junk(path)
    with pytest.raises(PublicationError, match=r"found 2 published files, none of which can be read.*To do: put one"):
        refresh(420)
    assert written.kept_release("r0001").read_bytes().startswith(b"no database")
    shutil.rmtree(published())
    working_database().unlink()
    assert refresh(420).release == "r0001", "the way out that the message names"


def test_an_older_copy_of_the_working_database_takes_up_what_came_after_it(tmp_path: Path) -> None:
    refresh(418)
    shutil.copyfile(working_database(), tmp_path / "copy")
    refresh(420)
    shutil.copyfile(tmp_path / "copy", working_database())
    assert refresh(421).release == "r0003"


def test_another_past_is_not_mixed_with_this_one(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(400)
    other = tmp_path / "other"
    shutil.copyfile(working_database(), other)
    shutil.rmtree(home / "data")
    refresh(418)
    refresh(420)
    shutil.copyfile(other, working_database())
    with pytest.raises(PublicationError, match="found other releases than the working database knows"):
        refresh(400)


def test_a_file_that_cannot_be_written_says_so_and_the_next_publication_goes_on() -> None:
    refresh(418)
    in_the_way = published() / "releases" / "r0002.duckdb.new" / "folder"
    with Warehouse.open(working_database()) as warehouse:
        load(warehouse, 420)
        in_the_way.mkdir(parents=True)
        with pytest.raises(OSError) as raised:
            publish(warehouse)
    told = str(cannot_be_written(raised.value))
    assert "Is a directory" in told and "Errno" not in told and "expected a folder" in told and "To do:" in told
    assert rows(published_database(), "SELECT value FROM figures LIMIT 1") == [(418.0,)]
    shutil.rmtree(in_the_way.parent)
    assert refresh(420).release == "r0002"
    with pytest.raises(duckdb.IOException) as raised_by_database:
        duckdb.connect(str(published() / "nowhere" / "x.duckdb"))
    assert "expected a folder that can be written" in str(cannot_be_written(raised_by_database.value))
