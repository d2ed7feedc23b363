"""Releases: what makes one, what readers see of it, what is kept of the ones before."""

import csv
import os
import shutil
from pathlib import Path

import duckdb
import pytest

from assets import history, release_files
from assets.publication import HISTORIES
from assets.release_files import PublicationError
from assets.warehouse import Warehouse, WarehouseError
from figuretrail.home import published, published_database, working_database
from schemas.common import descriptions
from schemas.derived import PlatformShareByYear
from tests.publication.world import TABLES, load, publish, refresh, rows

SHARE = "SELECT share_percent FROM platform_share_by_year"


@pytest.fixture(autouse=True)
def _own_home(home: Path) -> None:
    """Every test has a state folder of its own."""


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_first_release_has_the_rows_and_no_changes() -> None:
    done = refresh(418)
    assert (done.release, done.is_new, done.replaced) == ("r0001", True, True)
    assert rows(published_database(), SHARE) == [(19.7,)]
    assert rows(published_database(), "SELECT count(*) FROM changes") == [(0,)]
    assert rows(published_database(), "SELECT release, figures, sources, added FROM releases") == [("r0001", 2, 1, 0)]


def test_publishing_the_same_again_makes_no_release_and_touches_no_file() -> None:
    first = refresh(418)
    before = {path: path.stat().st_mtime_ns for path in published().rglob("*") if path.is_file()}
    again = refresh(418)
    assert (again.release, again.is_new, again.replaced) == ("r0001", False, False)
    assert again.content == first.content
    assert {path: path.stat().st_mtime_ns for path in published().rglob("*") if path.is_file()} == before


def test_a_correction_makes_a_release_that_says_so_and_keeps_what_was() -> None:
    refresh(420)
    done = refresh(418, correcting=420)
    assert done.release == "r0002"
    told = rows(published_database(), 'SELECT kind, object, "column", before, after FROM changes')
    assert ("corrected", "figures", "value", "420", "418") in told
    assert ("corrected", "platform_share_by_year", "share_percent", "19.8", "19.7") in told
    assert {kind for kind, *_ in told} == {"corrected", "added"}  # the added row is the correction's own
    stood = (
        "SELECT value, from_release, to_release, valid_to = (SELECT published_at FROM releases WHERE release = 'r0002')"
    )
    versions = rows(published_database(), f"{stood} FROM figure_history WHERE cell = 'S!A1' ORDER BY 2")
    assert versions == [(420.0, "r0001", "r0002", True), (418.0, "r0002", None, None)]
    shares = "SELECT row->>'share_percent', from_release, to_release FROM table_history"
    assert rows(published_database(), f"{shares} WHERE \"table\" = 'platform_share_by_year' ORDER BY 2") == [
        ("19.8", "r0001", "r0002"),
        ("19.7", "r0002", None),
    ]
    counts = "SELECT added, removed, corrected, revised FROM releases WHERE release = 'r0002'"
    by_kind = "SELECT count(*) FILTER (kind = 'added'), 0, count(*) FILTER (kind = 'corrected'), 0 FROM changes"
    assert rows(published_database(), counts) == rows(published_database(), by_kind)


def test_changes_are_the_same_before_and_after_the_publication_of_the_same_content() -> None:
    refresh(420)
    first = refresh(418, correcting=420)
    again = refresh(418, correcting=420)
    assert len(first.changed) > 0
    assert first.changed.equals(again.changed)
    assert set(again.changed["since"]) == {"r0001"}


def test_what_returns_is_a_release_of_its_own_with_the_content_of_the_old_one() -> None:
    first, _, third = refresh(418), refresh(420), refresh(418)
    assert (third.release, third.content) == ("r0003", first.content)
    versions = "SELECT value, from_release, to_release FROM figure_history WHERE cell = 'S!A1' ORDER BY from_release"
    assert rows(published_database(), versions) == [
        (418.0, "r0001", "r0002"),
        (420.0, "r0002", "r0003"),
        (418.0, "r0003", None),
    ]


def test_every_release_can_be_had_back_from_the_histories() -> None:
    for instagram, more in ((418, False), (420, True), (420, False)):
        refresh(instagram, more=more)
    with duckdb.connect(str(published_database()), read_only=True) as connection:
        for release in ("r0001", "r0002", "r0003"):
            with duckdb.connect(str(release_files.kept_release(release)), read_only=True) as kept:
                keys = {"sources": ["source_id"], "platform_share_by_year": ["platform"], "figures": ["figure_id"]}
                then = kept.execute(f"SELECT object, row FROM ({history.rows_now(kept, keys)}) ORDER BY ALL").fetchall()
            query = history.rows_at(connection, release)
            now = connection.execute(f"SELECT object, row FROM ({query}) ORDER BY ALL").fetchall()
            assert now == then
            assert len(now) == {"r0001": 4, "r0002": 6, "r0003": 4}[release]


def test_rows_that_their_key_does_not_tell_apart_are_told_apart_by_their_number() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE twins AS SELECT 'Wales' AS place, unnest([1, 2, 3]) AS n, ['a', 'b'] AS names")
        query = history.rows_now(connection, {"twins": ["place", "names"]})
        keys = [key for (key,) in connection.execute(f"SELECT key FROM ({query}) ORDER BY row").fetchall()]
    assert keys == [f"place=Wales; names=a, b{number}" for number in ("", "; number=2", "; number=3")]


def test_the_published_tables_and_columns_say_what_they_are() -> None:
    refresh(418)
    comments = dict(rows(published_database(), "SELECT table_name, comment FROM duckdb_tables()"))
    assert set(comments) == {*TABLES, "changes", *HISTORIES}
    assert comments["platform_share_by_year"].startswith("One row a place, an offence year, a platform")
    columns = dict(
        rows(
            published_database(),
            "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'platform_share_by_year'",
        )
    )
    assert columns == descriptions(PlatformShareByYear)


def test_the_exports_hold_the_rows_with_lists_joined_and_nulls_empty() -> None:
    refresh(418, more=True)
    with (published() / "csv" / "figures.csv").open(encoding="utf-8", newline="") as stream:
        figures = list(csv.DictReader(stream))
    assert [(row["value"], row["platforms"], row["stated"]) for row in figures] == [
        ("418.0", "Instagram", ""),
        ("2121.0", "", ""),
        ("606.0", "Snapchat", ""),
    ]
    with (published() / "csv" / "platform_share_by_year.csv").open(encoding="utf-8", newline="") as stream:
        share = next(csv.DictReader(stream))
    assert share["figure_ids"].split("; ") == [figures[0]["figure_id"], figures[1]["figure_id"]]
    assert set(files(published() / "csv")) == {f"{name}.csv" for name in TABLES}
    assert set(files(published() / "history")) == {"changes.csv", *(f"{name}.csv" for name in HISTORIES)}


def test_two_homes_with_other_pasts_export_the_same_bytes(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(400)
    refresh(418, more=True)
    first = files(published() / "csv")
    monkeypatch.setenv("FIGURETRAIL_HOME", str(home / "another"))
    refresh(418, more=True)
    assert files(published() / "csv") == first


def everything(database: Path) -> dict[str, object]:
    """The rows of every table in their order, and what tables and columns say of themselves."""
    with duckdb.connect(str(database), read_only=True) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        ]
        found: dict[str, object] = {name: connection.execute(f'FROM "{name}"').fetchall() for name in tables}
        said = (
            "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
        )
        return found | {"columns": connection.execute(said).fetchall()}


def test_a_release_built_upon_the_last_one_is_the_same_as_one_built_anew() -> None:
    refresh(420)
    untouched = published() / "csv" / "sources.csv"
    standing = untouched.stat().st_ino
    refresh(418, correcting=420, more=True)
    refresh(417)
    assert untouched.stat().st_ino == standing, "the export of a table that did not change is the file that stood"
    upon, exports = everything(published_database()), (files(published() / "csv"), files(published() / "history"))
    (note,) = (published() / "csv").resolve().parent.glob("*.json")
    note.unlink()
    published_database().unlink()
    assert refresh(417).replaced
    assert untouched.stat().st_ino != standing
    assert everything(published_database()) == everything(release_files.kept_release("r0003")) == upon
    assert (files(published() / "csv"), files(published() / "history")) == exports


def test_files_that_somebody_changed_are_not_built_upon() -> None:
    refresh(420)
    sources = published() / "csv" / "sources.csv"
    whole = sources.read_bytes()
    sources.write_bytes(whole + b"mine")
    with duckdb.connect(str(release_files.kept_release("r0001"))) as writer:
        writer.execute("CREATE TABLE mine AS SELECT 1 AS x; UPDATE sources SET title = 'mine'")
    refresh(418)
    assert sources.read_bytes() == whole
    assert set(everything(published_database())) == {*TABLES, "changes", *HISTORIES, "columns"}
    assert rows(published_database(), "SELECT count(*) FROM sources WHERE title = 'mine'") == [(0,)]


def test_a_kept_release_that_was_damaged_without_a_trace_is_no_hindrance() -> None:
    refresh(420)
    kept = release_files.kept_release("r0001")
    found = kept.stat()
    kept.write_bytes(bytes(found.st_size))
    os.utime(kept, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert refresh(418).release == "r0002"
    assert rows(published_database(), SHARE) == [(19.7,)]


def test_the_last_releases_are_kept_and_older_ones_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    assert release_files.KEPT_RELEASES == 20
    monkeypatch.setattr(release_files, "KEPT_RELEASES", 2)
    for instagram in (401, 402, 403):
        refresh(instagram)
    kept = sorted(path.name for path in release_files.releases_folder().iterdir())
    assert kept == ["r0002.duckdb", "r0003.duckdb"]
    values = [rows(release_files.releases_folder() / name, "SELECT value FROM figures LIMIT 1")[0] for name in kept]
    assert values == [(402.0,), (403.0,)]
    assert rows(published_database(), "SELECT count(*) FROM releases") == [(3,)]


def test_a_log_beside_the_published_file_is_refused_with_what_to_do() -> None:
    refresh(418)
    writer = duckdb.connect(str(published_database()))
    writer.execute("CREATE TABLE mine AS SELECT 1 AS x")
    assert release_files.log_beside(published_database()).exists()
    try:
        with pytest.raises(
            PublicationError, match=r"found a write-ahead log; expected none.*To do: close that program"
        ):
            refresh(420)
    finally:
        writer.close()
    assert refresh(420).release == "r0002"
    assert rows(published_database(), "SELECT table_name FROM duckdb_tables() WHERE table_name = 'mine'") == []


def test_a_refused_publication_leaves_no_release_behind() -> None:
    refresh(418)
    release_files.log_beside(published_database()).write_bytes(b"")
    with pytest.raises(PublicationError):
        refresh(420)
    with Warehouse.open(working_database()) as warehouse:
        assert history.latest_release(warehouse.connection) is not None
        assert warehouse.connection.execute("SELECT release FROM releases").fetchall() == [("r0001",)]


def test_a_reader_of_the_old_file_goes_on_undisturbed() -> None:
    refresh(418)
    with duckdb.connect(str(published_database()), read_only=True) as reader:
        refresh(420)
        assert reader.execute(SHARE).fetchall() == [(19.7,)]
    assert rows(published_database(), SHARE) == [(19.8,)]


def test_lost_files_are_put_back_under_the_same_release() -> None:
    refresh(418)
    for lost in (published_database(), release_files.kept_release("r0001"), published() / "csv"):
        lost.unlink()
        done = refresh(418)
        assert (done.release, done.is_new, done.replaced) == ("r0001", False, True)
        assert release_files.in_place("r0001")


def test_new_code_publishes_the_same_release_again() -> None:
    refresh(418)
    with Warehouse.open(working_database()) as warehouse:
        done = publish(warehouse, code="2")
    assert (done.release, done.is_new, done.replaced) == ("r0001", False, True)


def test_a_missing_table_is_named_with_what_to_do() -> None:
    with Warehouse.open(working_database()) as warehouse:
        load(warehouse, 418)
        warehouse.connection.execute("DROP TABLE corrections")
        with pytest.raises(WarehouseError, match=r"no table corrections.*figuretrail refresh"):
            publish(warehouse)
    assert not published_database().exists()


def test_a_release_that_no_reader_saw_is_taken_back_when_the_content_changes_again() -> None:
    refresh(418)
    with Warehouse.open(working_database()) as warehouse:
        load(warehouse, 420)
        _killed_after_the_transaction(warehouse)
        load(warehouse, 421)
        done = publish(warehouse)
    assert done.release == "r0002"
    values = "SELECT value, from_release, to_release FROM figure_history WHERE cell = 'S!A1' ORDER BY value"
    assert rows(published_database(), values) == [(418.0, "r0001", "r0002"), (421.0, "r0002", None)]
    assert rows(published_database(), "SELECT count(*) FROM releases") == [(2,)]
    assert set(done.changed["since"]) == {"r0001"}


def _killed_after_the_transaction(warehouse: Warehouse) -> None:
    """Leave the working database as a run does that is killed once the release is written down."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(release_files, "put_in_place", lambda *_: (_ for _ in ()).throw(InterruptedError))
        with pytest.raises(InterruptedError):
            publish(warehouse)


def test_an_older_working_database_gains_new_columns_and_keeps_its_history() -> None:
    refresh(418)
    with Warehouse.open(working_database()) as warehouse:
        warehouse.connection.execute("ALTER TABLE figure_history DROP COLUMN confidence")
    done = refresh(420)
    assert done.release == "r0002"
    oldest = "SELECT value, confidence FROM figure_history WHERE from_release = 'r0001' AND cell = 'S!A1'"
    assert rows(published_database(), oldest) == [(418.0, None)]


def test_half_built_files_of_a_killed_run_are_removed() -> None:
    refresh(418)
    left = [published() / "figuretrail.duckdb.new", published() / "figuretrail.duckdb.new.wal"]
    left += [release_files.releases_folder() / "r0002.duckdb.new"]
    for path in left:
        path.write_bytes(b"half")
    (published() / ".exports" / "r0002-1" / "csv").mkdir(parents=True)
    (published() / ".link-csv").symlink_to("nowhere")
    refresh(420)
    assert [path for path in left if path.exists()] == []
    assert len(list((published() / ".exports").iterdir())) == 1
    assert not os.path.lexists(published() / ".link-csv")


def test_a_file_of_a_readers_own_beside_the_kept_releases_stands_in_no_publications_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(release_files, "KEPT_RELEASES", 2)
    refresh(418)
    copy = release_files.releases_folder() / "r0001-backup.duckdb"
    copy.write_bytes(b"a copy")
    (release_files.releases_folder() / "reading.duckdb").write_bytes(b"another")
    for value in (419, 420):
        refresh(value)
    kept = sorted(path.name for path in release_files.releases_folder().glob("r0*.duckdb"))
    assert kept == [copy.name, "r0002.duckdb", "r0003.duckdb"]


@pytest.mark.parametrize("again", [418, 420])
def test_exports_that_were_copied_without_links_are_moved_aside(again: float) -> None:
    refresh(418)
    exported = files(published() / "csv")
    for name in ("csv", "history"):
        folder = (published() / name).resolve()
        (published() / name).unlink()
        shutil.copytree(folder, published() / name)
    done = refresh(again)
    assert done.release == ("r0001" if again == 418 else "r0002") and release_files.in_place(done.release)
    (aside,) = published().glob("csv-aside-*")
    assert files(aside) == exported
    assert (files(published() / "csv") == exported) == (again == 418)
    assert len(list(published().glob("history-aside-*"))) == 1
    refresh(422)
    assert len(list(published().glob("*-aside-*"))) == 2
