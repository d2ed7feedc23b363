"""A catalogue and a state folder of their own, and the command line that works on them, here or in a process."""

import contextlib
import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import hypothesis  # noqa: F401  the command line marks it as missing where nobody has loaded it yet
import pandas as pd
import pytest

from pipeline.cli import perform

PROJECT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from assets.warehouse import Warehouse
with Warehouse.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
NOT_OURS = shutil.ignore_patterns("corrections.yaml")  # what a user corrects is no part of the tests


class World:
    """What one test has to itself under `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sources, self.home = root / "sources", root / "data"
        self.environment = {
            **os.environ,
            "FIGURETRAIL_HOME": str(self.home),
            "FIGURETRAIL_SOURCES": str(self.sources),
            "DAGSTER_DISABLE_TELEMETRY": "1",
            "PYTHONPATH": str(PROJECT),
        }
        self.environment.pop("DAGSTER_HOME", None)

    @classmethod
    def of_embedded(cls, root: Path, source_ids: tuple[str, ...] | None = None) -> "World":
        """Copies of these embedded sources, or of all."""
        world = cls(root)
        world.add_embedded(source_ids)
        return world

    def add_embedded(self, source_ids: tuple[str, ...] | None = None) -> None:
        """Copy these embedded sources, or all, into the catalogue."""
        for group in ("articles", "foi"):
            (self.sources / group).mkdir(parents=True, exist_ok=True)
            for folder in sorted((PROJECT / "sources" / group).iterdir()):
                if source_ids is None or folder.name in source_ids:
                    shutil.copytree(folder, self.sources / group / folder.name, ignore=NOT_OURS)

    def copy(self, root: Path) -> "World":
        """The same state and sources elsewhere."""
        shutil.copytree(self.root, root, symlinks=True)
        return World(root)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end here, without the seconds that a process needs to start."""
        out, err = io.StringIO(), io.StringIO()
        with self.inside(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = perform(arguments)
        return subprocess.CompletedProcess(arguments, status, out.getvalue(), err.getvalue())

    @contextlib.contextmanager
    def inside(self) -> Iterator[None]:
        """What runs meanwhile works on this state and these sources."""
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(PROJECT)
            for name in ("FIGURETRAIL_HOME", "FIGURETRAIL_SOURCES", "DAGSTER_DISABLE_TELEMETRY"):
                patch.setenv(name, self.environment[name])
            patch.setenv("DAGSTER_HOME", str(self.home / "dagster"))
            yield

    def run_process(self, *arguments: str, module: str = "pipeline") -> subprocess.CompletedProcess[str]:
        """Run a command to its end in a process of its own, as a user does."""
        return subprocess.run(
            self.command(*arguments, module=module),
            cwd=PROJECT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def command(self, *arguments: str, module: str = "pipeline") -> list[str]:
        """The command's words."""
        return [sys.executable, *([module] if module == "-" else ["-m", module]), *arguments]

    def table(self, name: str, database: str = "published/figuretrail.duckdb") -> pd.DataFrame:
        """The rows of a published table, or of one in another database."""
        with duckdb.connect(str(self.home / database), read_only=True) as connection:
            return connection.execute(f'SELECT * FROM "{name}"').df()

    def assert_whole(self) -> None:
        """Every asset of the working database has the rows that its record says, in that version."""
        from assets.tables import MODELS
        from assets.warehouse import Warehouse, data_version
        from schemas.figures import Figures

        with Warehouse.open(self.home / "working.duckdb") as warehouse:
            records = warehouse.records()
            for asset, record in records.items():
                if asset in MODELS:
                    assert data_version(warehouse.read(asset, MODELS[asset])) == record.data_version, asset
            counts = warehouse.read("source_figures", Figures)["source_id"].value_counts()
            for asset, record in records.items():
                if asset.startswith("figures/"):
                    assert counts.get(asset.removeprefix("figures/"), 0) == record.rows, asset

    def made_since(self, moment: pd.Timestamp) -> set[str]:
        """The assets whose rows were made after `moment`."""
        records = self.table("materialisations", "working.duckdb")
        return set(records.loc[records["finished_at"] > moment, "asset"])

    def now(self) -> pd.Timestamp:
        """When the last asset was made."""
        return self.table("materialisations", "working.duckdb")["finished_at"].max()

    def edit(self, source_id: str, old: str, new: str) -> None:
        """Change an article's text and its entry's sha256, as a curator would."""
        folder = self.sources / "articles" / source_id
        body = (folder / "article.md").read_text(encoding="utf-8")
        assert old in body
        entry = (folder / "source.yaml").read_text(encoding="utf-8")
        before = hashlib.sha256(body.encode()).hexdigest()
        body = body.replace(old, new)
        (folder / "article.md").write_text(body, encoding="utf-8")
        after = hashlib.sha256(body.encode()).hexdigest()
        (folder / "source.yaml").write_text(entry.replace(before, after), encoding="utf-8")


@contextlib.contextmanager
def held(database: Path) -> Iterator[int]:
    """Another process that holds a database open for writing; its id. It is killed in the end."""
    command = [sys.executable, "-c", HOLDER, str(database)]
    with subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        try:
            assert holder.stdout and holder.stdout.readline().strip() == "held"
            yield holder.pid
        finally:
            holder.kill()
