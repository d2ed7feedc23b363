"""What can't be read, found or written, told by the command line: each fault its own, and never a number lost."""

import resource
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from tests.pipeline.world import PROJECT, World

LOCKDOWN, DORSET = "nspcc-2020-11-lockdown", "dorset-tiktok-2153"
EMPTY_VALUE = """- words: "1,220"
  column: value
  was: 1220
  now:
  reason: The source says so
  who: A. Researcher
  date: 2026-11-22
  status: open
"""


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> World:
    """An article and a workbook, refreshed once; tests copy it."""
    world = World.of_embedded(tmp_path_factory.mktemp("two"), (LOCKDOWN, DORSET))
    done = world.run("refresh")
    assert done.returncode == 0, done.stderr
    return world


@pytest.fixture
def two(refreshed: World, tmp_path: Path) -> World:
    """A copy for one test."""
    return refreshed.copy(tmp_path / "copy")


def _sources(world: World) -> set[str]:
    return set(world.table("figures")["source_id"])


def test_a_missing_publication_is_stale_and_published_again(two: World) -> None:
    shutil.rmtree(two.home / "published")
    assert "published/figuretrail.duckdb is gone" in two.run("status").stdout
    assert "run `figuretrail refresh`" in two.run("trace", "offences_by_year").stderr
    done = two.run("refresh", "--quiet")
    assert done.returncode == 0 and "Nothing to do" not in done.stdout
    assert _sources(two) == {LOCKDOWN, DORSET}
    assert two.run("refresh").stdout.startswith("Nothing to do")


def test_a_correction_that_breaks_a_row_is_its_sources_fault_and_loses_nothing(two: World) -> None:
    before, file = two.table("figures"), two.sources / "articles" / LOCKDOWN / "corrections.yaml"
    file.write_text(EMPTY_VALUE, encoding="utf-8")
    done = two.run("refresh", "--quiet")
    assert done.returncode == 1
    assert f"{file}, entry 1: found" in done.stderr and "To do:" in done.stderr
    assert "a reported figure has a value" in done.stderr
    assert "no_figure_was_set_aside" not in done.stdout and "Set aside" not in done.stderr
    pd.testing.assert_frame_equal(two.table("figures"), before)


def test_a_missing_folder_of_sources_stops_and_an_empty_one_is_meant(two: World, tmp_path: Path) -> None:
    articles = two.sources / "articles"
    articles.rename(tmp_path / "elsewhere")
    for command in ("refresh", "status"):
        done = two.run(command)
        assert done.returncode == 1 and f"{articles}: found no such folder, while 1 sources" in done.stderr
        assert f"mkdir -p {articles}" in done.stderr
    assert _sources(two) == {LOCKDOWN, DORSET}
    articles.mkdir()
    assert two.run("refresh", "--quiet").returncode == 0
    assert _sources(two) == {DORSET}
    articles.rmdir()
    assert two.run("refresh").returncode == 0, "none of its sources is published any more"


def test_a_folder_with_a_bad_name_is_a_fault_of_its_own(two: World) -> None:
    bad = two.sources / "foi" / "Bad Name"
    bad.mkdir()
    done = two.run("refresh")
    assert done.returncode == 1 and f"{bad}: found a folder of the name 'Bad Name'" in done.stderr
    assert done.stdout.startswith("Nothing to do") and "assets made" not in done.stdout
    two.edit(LOCKDOWN, "1,220 cases", "1,221 cases")
    done = two.run("refresh", "--quiet")
    assert done.returncode == 1 and done.stderr.count(str(bad)) == 1
    assert 1221.0 in set(two.table("figures")["value"]), "the rest goes on"
    assert two.run("status").returncode == two.run("trace", "figures").returncode == 0
    bad.rename(bad.with_name(".bad"))
    assert two.run("refresh").returncode == 0


def test_a_file_beside_the_sources_folders_is_told(two: World) -> None:
    stray = two.sources / "foi" / "answer.xlsx"
    shutil.copyfile(PROJECT / "tests" / "corpus" / "foi" / "documents" / "cheshire-0412-23.xlsx", stray)
    (two.sources / "foi" / "README.md").write_text("of ours")
    done = two.run("refresh")
    assert done.returncode == 0 and f"Ignored: {stray}" in done.stderr and " add` it" in done.stderr
    assert "README" not in done.stderr


def test_a_publication_that_fails_is_not_called_published(two: World) -> None:
    two.edit(LOCKDOWN, "1,220 cases", "1,221 cases")
    log = two.home / "published" / "figuretrail.duckdb.wal"
    log.write_bytes(b"")
    done = two.run("refresh", "--quiet")
    assert done.returncode == 1 and "Published:" not in done.stdout
    assert "Not published; the last release, r0001, stands." in done.stderr
    assert "found a write-ahead log" in done.stderr and "Next:" in done.stderr
    log.unlink()
    in_the_way = two.home / "published" / "figuretrail.duckdb.new" / "folder"
    in_the_way.mkdir(parents=True)
    done = two.run("refresh", "--quiet")
    assert done.returncode == 1 and "Not published" in done.stderr and "Errno" not in done.stderr
    assert f"{two.home / 'published'}: found " in done.stderr and "To do: look at its rights" in done.stderr
    shutil.rmtree(in_the_way.parent)
    done = two.run("refresh", "--quiet")
    assert done.returncode == 0 and "Published:" in done.stdout and "Not published" not in done.stderr


def test_what_is_offered_next_works_as_printed_and_failed_checks_come_with_their_rows(two: World) -> None:
    done = two.run("refresh", "--all", "--quiet")
    offered = [part for part in done.stdout.split("`") if " trace " in part]
    offered += [
        line[line.index("figuretrail trace") :]
        for line in done.stdout.splitlines()
        if " of " not in line and "figuretrail trace" in line and "`" not in line
    ]
    assert offered
    for command in offered:
        words = command.split()
        followed = two.run(*words[words.index("trace") :])
        assert followed.returncode == 0, (command, followed.stderr)


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))


def test_a_disk_without_room_is_told_without_a_traceback(two: World) -> None:
    done = subprocess.run(
        two.command("refresh", "--all", "--quiet"),
        cwd=PROJECT,
        env=two.environment,
        capture_output=True,
        text=True,
        timeout=300,
        preexec_fn=_limited,
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr and "To do:" in done.stderr
    assert _sources(two) == {LOCKDOWN, DORSET}
    assert two.run("refresh", "--quiet").returncode == 0
