"""The pipeline as a user runs it: the command line on copies of the embedded sources, each way in a process once."""

import shutil
import signal
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from assets import warehouse
from tests.pipeline.world import PROJECT, World, held

SMALL = ("nspcc-2020-11-lockdown", "capitalfm-2019-09-west-midlands", "dorset-tiktok-2153", "wales-forces-2018")


@pytest.fixture(scope="session")
def small_refreshed(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A catalogue of four sources, refreshed once; tests only read it or copy it."""
    world = World.of_embedded(tmp_path_factory.mktemp("small"), SMALL)
    done = world.run("refresh")
    assert done.returncode == 0, done.stderr
    return world


@pytest.fixture
def small(small_refreshed: World, tmp_path: Path) -> World:
    """A copy of the small catalogue for one test."""
    return small_refreshed.copy(tmp_path / "copy")


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The whole embedded catalogue, refreshed once; tests only read it."""
    world = World.of_embedded(tmp_path_factory.mktemp("embedded"))
    done = world.run_process("refresh")
    assert done.returncode == 0, done.stderr
    assert "Published: " in done.stdout and "Next: " in done.stdout
    return world


def test_published_numbers_hold(embedded: World) -> None:
    shares = embedded.table("platform_share_by_year")
    national = shares[shares["geography"].eq("England and Wales") & shares["base"].eq("method_recorded")]
    instagram = national[national["platform"].eq("Instagram")].set_index("offence_year")["share_percent"]
    assert instagram["2017/18"] == pytest.approx(19.7, abs=0.05)
    assert instagram["2018/19"] == pytest.approx(34.4, abs=0.05)

    rates = embedded.table("offences_per_day")
    england_and_wales = rates[rates["geography"].eq("England and Wales")]
    by_period = england_and_wales.set_index(["period_start", "period_end"])
    first_year = by_period.loc[(pd.Timestamp("2017-04-03"), pd.Timestamp("2018-04-02"))]
    assert first_year["offences"] == 3171
    assert first_year["per_day"] == pytest.approx(3171 / 365, abs=0.05)
    lockdown = by_period.loc[(pd.Timestamp("2020-04-01"), pd.Timestamp("2020-06-30"))]
    assert lockdown["offences"] == 1220
    assert lockdown["per_day"] == pytest.approx(13.4, abs=0.05)

    years = embedded.table("offences_by_year")
    national = years[years["geography"].eq("England and Wales")].set_index("offence_year")
    assert national.loc["2019/20", "offences"] == 5335
    assert national.loc["2019/20", "basis"] == "computed"
    assert national.loc["2018/19", "offences"] == 4373 and national.loc["2018/19", "basis"] == "reported"


def test_every_derived_row_is_made_of_published_figures(embedded: World) -> None:
    known = set(embedded.table("figures")["figure_id"])
    for table in ("offences_by_year", "offences_per_day", "platform_share_by_period", "victim_profile", "agreements"):
        rows = embedded.table(table)
        assert len(rows) and all(set(ids) <= known and len(ids) for ids in rows["figure_ids"]), table


def test_nothing_to_do_makes_nothing(small: World) -> None:
    before = small.now()
    done = small.run_process("refresh")
    assert done.returncode == 0 and done.stdout.startswith("Nothing to do")
    assert small.made_since(before) == set()
    assert "0 of" not in small.run_process("status").stdout


def test_an_edit_changes_its_source_and_what_follows_and_nothing_else(small: World) -> None:
    before, figures = small.now(), small.table("figures")
    small.edit("nspcc-2020-11-lockdown", "1,220 cases", "1,221 cases")
    stale = small.run("status").stdout
    assert "source/nspcc-2020-11-lockdown changed" in stale and "dorset" not in stale.replace("follows", "")
    done = small.run("refresh")
    assert done.returncode == 0, done.stderr
    made = small.made_since(before)
    assert {asset for asset in made if asset.startswith("figures/")} == {"figures/nspcc-2020-11-lockdown"}
    assert {"figures", "offences_per_day", "publication"} <= made
    after = small.table("figures")
    others = figures["source_id"] != "nspcc-2020-11-lockdown"
    pd.testing.assert_frame_equal(figures[others], after[after["source_id"] != "nspcc-2020-11-lockdown"])
    assert set(after["value"]) - set(figures["value"]) == {1221.0}


def test_an_edit_that_changes_no_row_ends_at_its_source(small: World) -> None:
    before = small.now()
    folder = small.sources / "articles" / "nspcc-2020-11-lockdown"
    (folder / "notes.txt").write_text("seen again")
    done = small.run("refresh")
    assert done.returncode == 0, done.stderr
    assert small.made_since(before) == {"figures/nspcc-2020-11-lockdown"}


def test_a_source_that_cannot_be_read_keeps_its_last_rows_and_the_rest_goes_on(small: World) -> None:
    entry = small.sources / "articles" / "capitalfm-2019-09-west-midlands" / "source.yaml"
    entry.write_text(entry.read_text().replace("publisher:", "publihser:"))
    small.edit("nspcc-2020-11-lockdown", "1,220 cases", "1,222 cases")
    before = small.table("figures")
    done = small.run("refresh")
    assert done.returncode == 1
    assert done.stderr.count(str(entry)) == 1
    for part in (
        "key 'publisher'",
        "found nothing, but a key 'publihser'",
        "expected",
        "To do: write `publisher:` for",
    ):
        assert part in done.stderr
    after = small.table("figures")
    kept = "capitalfm-2019-09-west-midlands"
    pd.testing.assert_frame_equal(
        before[before["source_id"] == kept].reset_index(drop=True),
        after[after["source_id"] == kept].reset_index(drop=True),
    )
    assert 1222.0 in set(after["value"])
    assert small.run("refresh").returncode == 1, "what still can't be read is said again"


def test_a_source_without_the_figures_that_it_promises_keeps_its_last_rows(small: World) -> None:
    source_id = "capitalfm-2019-09-west-midlands"
    folder = small.sources / "articles" / source_id
    body = (folder / "article.md").read_text(encoding="utf-8")
    small.edit(source_id, body, "The force refused to answer.\n")
    small.edit("nspcc-2020-11-lockdown", "1,220 cases", "1,224 cases")
    before = small.table("figures")
    done = small.run("refresh")
    assert done.returncode == 1
    for part in (str(folder / "article.md"), "the whole of it", "found no number", "expected at least one", "To do:"):
        assert part in done.stderr
    after = small.table("figures")
    pd.testing.assert_frame_equal(
        before[before["source_id"] == source_id].reset_index(drop=True),
        after[after["source_id"] == source_id].reset_index(drop=True),
    )
    assert 1224.0 in set(after["value"]), "the rest goes on"

    entry = folder / "source.yaml"
    entry.write_text(entry.read_text(encoding="utf-8") + "figures: none\n", encoding="utf-8")
    done = small.run("refresh")
    assert done.returncode == 0, done.stderr
    assert source_id not in set(small.table("figures")["source_id"])
    assert source_id in set(small.table("sources")["source_id"])


def test_a_figure_that_is_set_aside_is_told_with_its_reason_and_what_to_do(
    small: World, capsys: pytest.CaptureFixture[str]
) -> None:
    from pipeline.cli.summary import summarise
    from pipeline.refresh import Outcome

    source_id = "nspcc-2020-11-lockdown"
    reason = f"{source_id}: 1 (an age band's youngest is not above its oldest)"
    with small.inside():  # no file is read so by itself, and a correction that breaks a rule is a fault
        summarise(Outcome(made=[f"figures/{source_id}"]))
        assert "Set aside" not in capsys.readouterr().err
        summarise(Outcome(made=[f"figures/{source_id}"], set_aside=[reason]))
    told = capsys.readouterr().err
    assert f"  {reason}" in told and "To do: `figuretrail extract FILE` shows how they were read" in told


def test_a_source_taken_out_takes_its_rows_along(small: World) -> None:
    shutil.rmtree(small.sources / "foi" / "dorset-tiktok-2153")
    done = small.run("refresh")
    assert done.returncode == 0, done.stderr
    assert "dorset-tiktok-2153" not in set(small.table("figures")["source_id"])
    assert "dorset-tiktok-2153" not in set(small.table("sources")["source_id"])
    assert small.run("refresh").stdout.startswith("Nothing to do")


def test_one_asset_by_name_and_a_name_that_is_none(small: World) -> None:
    before = small.now()
    assert small.run("refresh", "offences_by_year").returncode == 0
    made = small.made_since(before)
    assert "offences_by_year" in made and not any(asset.startswith("figures") for asset in made)
    wrong = small.run_process("refresh", "offences_by_yaer")
    assert wrong.returncode == 1
    assert "offences_by_year" in wrong.stderr and "Traceback" not in wrong.stderr


def test_two_catalogues_alike_export_the_same_bytes(small_refreshed: World, tmp_path: Path) -> None:
    twin = World.of_embedded(tmp_path, SMALL)
    assert twin.run_process("refresh", "--quiet").returncode == 0
    exports = sorted((small_refreshed.home / "published" / "csv").glob("*.csv"))
    assert len(exports) > 15
    for export in exports:
        other = twin.home / "published" / "csv" / export.name
        assert export.read_bytes() == other.read_bytes(), export.name


# For each number it forks a refresh of everything, on a state folder of its own, that is killed when so many assets are
# made; a thread kills those of a number with a fraction, so that they end in the midst of the next one.
KILLED = """
import os, signal, sys, threading
import pipeline.definitions
from pipeline.refresh import refresh
for moment in sys.argv[2:]:
    child = os.fork()
    if child == 0:
        os.environ["FIGURETRAIL_HOME"] = os.path.join(sys.argv[1], moment)
        os.environ.pop("DAGSTER_HOME", None)
        whole, fraction = divmod(float(moment), 1)
        made = []
        def kill():
            os.kill(os.getpid(), signal.SIGKILL)
        def progress(asset):
            made.append(asset)
            if len(made) == whole:
                threading.Timer(fraction, kill).start() if fraction else kill()
        refresh(everything=True, progress=progress)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
MOMENTS = ("1", "20.05")


def test_a_refresh_killed_at_any_moment_leaves_whole_states_and_the_next_one_mends_it(
    small: World, tmp_path: Path
) -> None:
    small.edit("nspcc-2020-11-lockdown", "1,220 cases", "1,223 cases")
    for moment in MOMENTS:
        shutil.copytree(small.home, tmp_path / "killed" / moment, symlinks=True)
    done = subprocess.run(
        small.command(str(tmp_path / "killed"), *MOMENTS, module="-"),
        input=KILLED,
        cwd=PROJECT,
        env=small.environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.stdout.split() == [str(-signal.SIGKILL)] * len(MOMENTS), done.stderr
    for moment in MOMENTS:
        small.home = tmp_path / "killed" / moment
        small.environment["FIGURETRAIL_HOME"] = str(small.home)
        seen = set(small.table("figures").query("source_id == 'nspcc-2020-11-lockdown'")["value"])
        assert len({1220.0, 1223.0} & seen) == 1, "a reader sees the one release or the other"
        small.assert_whole()
        done_again = small.run("refresh", "--quiet")
        assert done_again.returncode == 0, done_again.stderr
        values = set(small.table("figures")["value"])
        assert 1223.0 in values and 1220.0 not in values
        small.assert_whole()


def test_old_runs_events_are_dropped_but_for_those_that_made_what_stands(
    small: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dagster as dg

    from pipeline import refresh as refreshing

    def kept() -> set[str]:
        return {file.stem for file in (small.home / "dagster" / "storage" / "history" / "runs").glob("*-*.db")}

    def standing() -> set[str]:
        return set(small.table("materialisations", "working.duckdb")["run_id"])

    monkeypatch.setattr(refreshing, "KEPT_RUNS", 2)
    first = kept()
    assert first == standing() and len(first) == 1
    for number in range(1, 4):
        assert small.run("refresh", "offences_per_day").returncode == 0
        assert len(kept()) == min(number, 2) + 1 and first < kept(), "the first read the sources: their rows stand"
    with small.inside(), dg.DagsterInstance.get() as instance:
        assert set(instance.get_run_ids()) == kept() >= standing()
        sources = dg.AssetKey(["figures", "nspcc-2020-11-lockdown"])
        assert instance.get_latest_materialization_event(sources) is not None
    assert small.run("refresh", "--all").returncode == 0
    assert first.isdisjoint(standing())
    assert small.run("refresh", "--all").returncode == 0
    assert len(kept()) == 2 and kept() >= standing()


def test_ctrl_c_keeps_what_was_made_and_says_how_to_go_on(small: World, capsys: pytest.CaptureFixture[str]) -> None:
    from pipeline.cli.summary import summarise
    from pipeline.refresh import refresh

    made: list[str] = []

    def interrupt(asset: str) -> None:
        made.append(asset)
        if len(made) == 3:
            signal.raise_signal(signal.SIGINT)

    with small.inside():
        outcome = refresh(everything=True, progress=interrupt)
        summarise(outcome)
    assert outcome.interrupted and outcome.failed and not outcome.faults
    assert "publication" not in outcome.made
    told = capsys.readouterr().err
    assert "Interrupted" in told and "Next: `figuretrail refresh` makes the rest." in told
    done = small.run("refresh", "--quiet")
    assert done.returncode == 0, done.stderr


def test_a_working_database_that_is_none_is_told_with_what_to_do(small: World) -> None:
    (small.home / "working.duckdb").write_bytes(b"no database " * 1000)
    for command in (("status",), ("refresh",)):
        done = small.run_process(*command)
        assert done.returncode == 1 and "Traceback" not in done.stderr and "To do:" in done.stderr


def test_a_state_folder_that_cannot_be_is_told_with_what_to_do(small: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    small.environment["FIGURETRAIL_HOME"] = str(tmp_path / "file")
    done = small.run_process("refresh")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert f"error: {tmp_path / 'file'}" in done.stderr and "To do:" in done.stderr


def test_a_database_in_use_is_told_with_who_uses_it(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warehouse, "LOCK_WAIT_S", 0.2)
    with held(small.home / "working.duckdb") as holder:
        for command in (("status",), ("refresh",)):
            done = small.run(*command)
            assert done.returncode == 1
            assert f"process {holder}" in done.stderr and "To do: wait for that refresh to end" in done.stderr
