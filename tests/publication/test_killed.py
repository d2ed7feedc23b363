"""A publication that is killed at any moment: what readers see is whole, and the next refresh puts the rest right."""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assets import release_files
from assets.warehouse import Warehouse
from figuretrail.home import published, published_database, working_database
from tests.conftest import PROJECT
from tests.publication.world import load, refresh, rows

BEFORE, AFTER = (420, 19.8), (418, 19.7)
MOMENTS = 8

Job = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def job() -> Iterator[Job]:
    """Run one publication, in another process, that dies at a given point."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.publication.killing"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env=environment,
    ) as process:
        assert process.stdin and process.stdout

        def run(home: Path, kill_at: int = 0, *, watched: str | None = None) -> dict[str, Any]:
            assert process.stdin and process.stdout
            process.stdin.write(json.dumps({"home": str(home), "kill_at": kill_at, "watched": watched}) + "\n")
            process.stdin.flush()
            answer: dict[str, Any] = json.loads(process.stdout.readline())
            return answer

        yield run
        process.stdin.close()


def seen(database: Path) -> tuple[float, float]:
    """The figure and its share as a reader of a database file sees them."""
    ((value,),) = rows(database, "SELECT value FROM figures WHERE cell = 'S!A1'")
    ((share,),) = rows(database, "SELECT share_percent FROM platform_share_by_year")
    ((release,),) = rows(database, "SELECT max(release) FROM releases")
    ((standing,),) = rows(database, "SELECT value FROM figure_history WHERE cell = 'S!A1' AND to_release IS NULL")
    assert (standing, release) == (value, "r0001" if value == BEFORE[0] else "r0002")
    return value, share  # type: ignore[return-value]


def exported() -> tuple[float, float]:
    """The same as a reader of the exports sees them."""

    def column(table: str, name: str) -> float:
        with (published() / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            return float(next(csv.DictReader(stream))[name])

    return column("figures", "value"), column("platform_share_by_year", "share_percent")


def test_killed_at_any_moment_readers_see_a_whole_release_and_the_next_refresh_heals(
    home: Path, monkeypatch: pytest.MonkeyPatch, job: Job
) -> None:
    refresh(BEFORE[0])
    with Warehouse.open(working_database()) as warehouse:
        load(warehouse, AFTER[0])
    ready = home / "ready"
    (home / "data").rename(ready)
    shutil.copytree(ready, home / "whole", symlinks=True)
    whole = job(home / "whole")
    assert not whole["died"] and int(whole["points"]) > 100
    moments = [1 + number * (int(whole["points"]) - 1) // (MOMENTS - 1) for number in range(MOMENTS)]
    views = set()
    for moment in moments:
        killed = home / f"killed-{moment}"
        shutil.copytree(ready, killed, symlinks=True)
        assert job(killed, moment)["died"]
        monkeypatch.setenv("FIGURETRAIL_HOME", str(killed))
        view = seen(published_database())
        assert view in (BEFORE, AFTER) and exported() in (BEFORE, AFTER)
        assert all(seen(kept) in (BEFORE, AFTER) for kept in release_files.releases_folder().glob("*.duckdb"))
        views.add(view)
        done = refresh(AFTER[0])
        assert done.release == "r0002"
        assert release_files.in_place("r0002") and seen(published_database()) == exported() == AFTER
        assert not [*published().glob("*.new*"), *release_files.releases_folder().glob("*.new*")]
        shutil.rmtree(killed)
    assert views == {BEFORE, AFTER}  # the moments lie on both sides of the rename


def _releases() -> list[tuple[object, ...]]:
    """The releases that the working database knows, with what each one changed."""
    return rows(working_database(), "SELECT release, content, figures FROM releases ORDER BY release")


def test_killed_while_a_table_takes_a_new_models_columns_no_row_of_it_is_lost(
    home: Path, monkeypatch: pytest.MonkeyPatch, job: Job
) -> None:
    refresh(BEFORE[0])
    refresh(AFTER[0])
    with Warehouse.open(working_database()) as warehouse:
        warehouse.connection.execute("ALTER TABLE releases DROP COLUMN revised")
    known = _releases()
    assert [release for release, *_ in known] == ["r0001", "r0002"]
    ready = home / "ready"
    (home / "data").rename(ready)
    shutil.copytree(ready, home / "whole", symlinks=True)
    points = int(job(home / "whole", watched="ensure")["points"])
    assert points > 10
    for moment in sorted({round(1 + n * (points - 1) / (MOMENTS - 1)) for n in range(MOMENTS)}):
        killed = home / f"killed-{moment}"
        shutil.copytree(ready, killed, symlinks=True)
        assert job(killed, moment, watched="ensure")["died"]
        monkeypatch.setenv("FIGURETRAIL_HOME", str(killed))
        done = refresh(AFTER[0])
        assert _releases() == known and done.release == "r0002", moment
        shutil.rmtree(killed)
