"""The sensor and the schedule, evaluated as Dagster's daemon does, on a state folder and an instance of their own."""

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import dagster as dg
import pytest

from assets.warehouse import Warehouse
from figuretrail.home import working_database
from pipeline import asking, sensors
from pipeline.definitions import current_defs
from pipeline.refresh import Outcome, prepare_dagster_home, refresh
from pipeline.schedules import weekly_refresh
from pipeline.sensors import edited_sources
from tests.conftest import ARTICLE
from tests.pipeline.world import held

Tick = Callable[..., dg.RunRequest | str]


@pytest.fixture
def instance(home: Path) -> Iterator[dg.DagsterInstance]:
    prepare_dagster_home()
    with dg.DagsterInstance.get() as opened:
        yield opened


@pytest.fixture
def article(add_article: Callable[..., Path]) -> Path:
    """The one source there is at first."""
    return add_article()


def _edit(folder: Path, body: str) -> None:
    file, entry = folder / "article.md", folder / "source.yaml"
    before, after = (hashlib.sha256(text.encode()).hexdigest() for text in (file.read_text(), body))
    file.write_text(body)
    entry.write_text(entry.read_text().replace(before, after))


@pytest.fixture
def sensor_tick(instance: dg.DagsterInstance, article: Path) -> Tick:
    """One tick of the sensor with the definitions as at first: the run that it asks for, or why it asks for none."""
    loaded = current_defs().get_repository_def()

    def tick(*, repository: dg.RepositoryDefinition = loaded) -> dg.RunRequest | str:
        context = dg.build_sensor_context(instance=instance, repository_def=repository)
        done = edited_sources.evaluate_tick(context)
        if done.run_requests:
            (request,) = done.run_requests
            return request
        return done.skip_message or ""

    return tick


def _launch(instance: dg.DagsterInstance, request: dg.RunRequest | str, status: dg.DagsterRunStatus) -> dg.DagsterRun:
    """The run as Dagster's daemon makes it of a request, as far as it came."""
    assert isinstance(request, dg.RunRequest)
    return instance.add_run(
        dg.DagsterRun(
            job_name="__ASSET_JOB", run_id=dg.DagsterRun(job_name="x").run_id, tags=request.tags, status=status
        )
    )


def _refreshed() -> Outcome:
    outcome = refresh()
    assert not outcome.failed
    return outcome


@pytest.fixture(scope="module")
def first_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the state folder of the one source is kept when a test has refreshed it."""
    return tmp_path_factory.mktemp("refreshed") / "data"


@pytest.fixture
def refreshed(home: Path, article: Path, first_state: Path) -> None:
    """The one source is read and published; asked for before an instance is, which then is of this state."""
    if first_state.exists():
        shutil.copytree(first_state, home / "data", symlinks=True)
    else:
        _refreshed()
        shutil.copytree(home / "data", first_state, symlinks=True)


def _assets(request: dg.RunRequest | str) -> set[str]:
    assert isinstance(request, dg.RunRequest), request
    return {key.to_user_string() for key in request.asset_selection or ()}


def test_every_edit_is_asked_for_also_one_back_to_what_was(sensor_tick: Tick, article: Path) -> None:
    first = sensor_tick()
    assert {"figures/cheshire-2019", "figures", "publication"} <= _assets(first)
    _refreshed()
    assert sensor_tick() == "nothing changed since the last refresh"
    keys = [first.run_key]  # type: ignore[union-attr]
    for body in (ARTICLE.replace("120", "121"), ARTICLE, ARTICLE.replace("120", "121")):
        _edit(article, body)
        request = sensor_tick()
        assert "figures/cheshire-2019" in _assets(request) and sensor_tick() == request, "once for each state"
        keys.append(request.run_key)  # type: ignore[union-attr]
        _refreshed()
    assert len(set(keys)) == 4


def test_a_run_that_came_to_nothing_is_asked_for_again_but_not_for_ever(
    sensor_tick: Tick, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = set()
    for status in (dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED, dg.DagsterRunStatus.STARTED):
        request = sensor_tick()
        keys.add(request.run_key)  # type: ignore[union-attr]
        _launch(instance, request, status)
    assert len(keys) == sensors.ATTEMPTS == 3
    assert sensor_tick() == "what changed is being refreshed"
    monkeypatch.setattr(sensors, "BEGINS_WITHIN", dt.timedelta(0))  # the started one was killed, as time tells
    told = sensor_tick()
    assert isinstance(told, str) and told.startswith("found 3 runs of this that came to nothing") and "To do:" in told
    _refreshed()
    assert sensor_tick() == "nothing changed since the last refresh"


def test_a_killed_run_is_asked_for_again(
    sensor_tick: Tick, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sensor_tick()
    _launch(instance, first, dg.DagsterRunStatus.STARTED)
    assert isinstance(sensor_tick(), str)
    monkeypatch.setattr(sensors, "BEGINS_WITHIN", dt.timedelta(0))
    again = sensor_tick()
    assert _assets(again) == _assets(first) and again.run_key != first.run_key  # type: ignore[union-attr]


def test_a_source_that_can_not_be_read_is_asked_for_once_for_each_edit(
    refreshed: None, sensor_tick: Tick, article: Path
) -> None:
    entry = (article / "source.yaml").read_text()
    (article / "source.yaml").write_text(entry.replace("publisher:", "publihser:"))
    assert "figures/cheshire-2019" in _assets(sensor_tick())
    assert refresh().failed
    assert sensor_tick() == "nothing changed since the last refresh"
    (article / "source.yaml").write_text(entry)
    assert "figures/cheshire-2019" in _assets(sensor_tick())


def test_code_that_changed_is_loaded_first(sensor_tick: Tick, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_LOADED", "the code as it was before an edit")
    told = sensor_tick()
    assert isinstance(told, str) and "the code changed" in told and "reload the definitions" in told


@pytest.fixture
def schedule_tick(instance: dg.DagsterInstance, article: Path) -> Tick:
    """One tick of the schedule, in the same way."""
    loaded = current_defs().get_repository_def()

    def tick(*, repository: dg.RepositoryDefinition = loaded) -> dg.RunRequest | str:
        at = dt.datetime(2026, 11, 23, 6, tzinfo=dt.UTC)
        context = dg.build_schedule_context(instance=instance, scheduled_execution_time=at, repository_def=repository)
        done = weekly_refresh.evaluate_tick(context)
        if done.run_requests:
            (request,) = done.run_requests
            return request
        return done.skip_message or ""

    return tick


def test_the_schedule_asks_for_what_is_stale_and_for_nothing_else(
    refreshed: None, schedule_tick: Tick, article: Path
) -> None:
    assert schedule_tick() == "nothing changed since the last refresh"
    (article / "source.yaml").write_text((article / "source.yaml").read_text().replace("publisher:", "publihser:"))
    assert refresh().failed
    assert "figures/cheshire-2019" in _assets(schedule_tick()), "what could not be read is tried again each week"


@pytest.mark.parametrize("which", ["sensor_tick", "schedule_tick"])
def test_a_source_that_is_not_loaded_yet_breaks_no_tick(
    which: str, request: pytest.FixtureRequest, refreshed: None, article: Path, add_article: Callable[..., Path]
) -> None:
    tick: Tick = request.getfixturevalue(which)
    add_article("kent-2019", ARTICLE.replace("Cheshire", "Kent"))
    told = tick()
    assert isinstance(told, str) and "figures/kent-2019" in told and "reload the definitions" in told
    _edit(article, ARTICLE.replace("120", "121"))
    assert _assets(tick()) == {"figures/cheshire-2019"}, "what follows needs the new source too"
    reloaded = _assets(tick(repository=current_defs().get_repository_def()))
    assert {"figures/cheshire-2019", "figures/kent-2019", "figures"} <= reloaded


@pytest.mark.parametrize("which", ["sensor_tick", "schedule_tick"])
def test_a_tick_while_a_refresh_writes_says_so(which: str, request: pytest.FixtureRequest) -> None:
    tick: Tick = request.getfixturevalue(which)
    with Warehouse.open(working_database()):
        pass
    with held(working_database()):
        told = tick()
    assert isinstance(told, str) and "in use by another refresh" in told and "wait for that refresh" in told
    assert isinstance(tick(), dg.RunRequest)
