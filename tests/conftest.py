import gc
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A machine that does something else meanwhile must not make a test fail.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")

PROJECT = Path(__file__).parents[1]
SHARED = PROJECT.parent / "shared"

ARTICLE = """Police in Cheshire recorded 120 offences of sexual communication with a child in 2018/19.

In the same year Instagram was used in 30 of the 80 cases where the method was recorded.
"""

collect_ignore = ["corpus"]  # thousands of documents, no tests

# The files that take longest, so that none of them is begun when the other cores have nothing left to do.
LONGEST = [
    *("test_refresh.py", "test_corpora.py", "test_corrected_three_ways.py", "test_unread.py", "test_asking.py"),
    *("test_trail_commands.py", "test_examples.py", "test_publication.py", "test_killed.py", "test_words.py"),
    *("test_robustness.py", "test_lost.py"),
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first; the order is otherwise that in which they come."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


def pytest_collection_finish() -> None:
    """Let the collector pass over what imports and five thousand tests made, and look less often.

    It took a third of the time of the tests that read workbooks.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture
def shared() -> Path:
    """The corpora beside the project; a test that needs them is skipped where they are missing."""
    if not SHARED.is_dir():
        pytest.skip("needs the annotated corpora beside the project, and they are not there")
    return SHARED


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty state folder and an empty catalogue of its own for one test."""
    monkeypatch.setenv("FIGURETRAIL_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("FIGURETRAIL_SOURCES", str(tmp_path / "sources"))
    monkeypatch.delenv("DAGSTER_HOME", raising=False)
    for group in ("articles", "foi"):
        (tmp_path / "sources" / group).mkdir(parents=True)
    return tmp_path


@pytest.fixture
def add_article(home: Path) -> Callable[..., Path]:
    """Write an article's folder into the test's catalogue: its id, its body, and what source.yaml says otherwise."""

    def add(source_id: str = "cheshire-2019", body: str = ARTICLE, **facts: object) -> Path:
        folder = home / "sources" / "articles" / source_id
        folder.mkdir()
        (folder / "article.md").write_text(body, encoding="utf-8")
        entry = {
            "title": "Grooming offences in Cheshire",
            "publisher": "A paper",
            "published": "2019-09-11",
            "kind": "article",
            "wording": "abstract",
            "file": "article.md",
            "sha256": hashlib.sha256(body.encode()).hexdigest(),
            "licence": "written for a test",
            **facts,
        }
        lines = [f"{key}: {value}" for key, value in entry.items() if value is not None]
        (folder / "source.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return folder

    return add


@pytest.fixture
def add_embedded(home: Path) -> Callable[..., list[Path]]:
    """Copy sources of the project's own catalogue into the test's."""

    def add(*source_ids: str) -> list[Path]:
        folders = []
        for source_id in source_ids:
            (found,) = (PROJECT / "sources").glob(f"*/{source_id}")
            target = home / "sources" / found.parent.name / source_id
            shutil.copytree(found, target, ignore=shutil.ignore_patterns("corrections.yaml"))  # a user's own
            folders.append(target)
        return folders

    return add
