"""Every command that help and documents show, run as printed on the embedded sources."""

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pipeline.cli import group
from tests.pipeline.world import PROJECT, World

CORRECTED = "daventryexpress-2018-06-northants"
# What the examples' figures and rows are made from; all of the embedded sources would take longer.
SHOWN = (
    *(CORRECTED, "capitalfm-2019-09-west-midlands", "lep-2021-10-charities", "nspcc-2020-11-lockdown"),
    *("nspcc-2022-07", "bbc-2018-08-wales-274", "salisburyjournal-2019-09-wiltshire", "dorset-tiktok-2153"),
    *("lincolnite-2018-06-84", "peterboroughtoday-2020-11-lockdown", "willispalmer-2020-11"),
)
ANSWER = PROJECT / "tests" / "corpus" / "foi" / "documents" / "cheshire-0412-23.xlsx"
ARTICLE = PROJECT / "sources" / "articles" / "nspcc-2022-07" / "article.md"
# What stands for something of the reader's own: a file, a source, a figure.
PLACEHOLDER = re.compile(r"\b(?:FILE|SOURCE|FIGURE|TABLE|URL|FOLDER|COLUMN)\b|https?://|\.\.\.|…|<")


def _in_help() -> list[str]:
    context = click.Context(group)
    texts = [group.get_help(context)]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        texts.append(re.sub(r"\\\n\s*", "", command.epilog or ""))
    lines = [line.strip() for text in texts for line in text.splitlines()]
    return [re.split(r" {2,}(?!\S+=)", line)[0] for line in lines if line.startswith("figuretrail ")]


def _in_documents() -> list[str]:
    found = []
    for page in (PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        for block in re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S):
            found += re.findall(r"^(?:\.venv/bin/)?(figuretrail (?! ).+?)(?: {2,}.*)?$", block, re.M)
        found += re.findall(r"`(figuretrail [a-z][^`\n]*)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    return found


NAMES = {"figuretrail extract", "figuretrail extract --explain", "figuretrail trace"}  # of a command, in a sentence
EXAMPLES = sorted(
    {" ".join(found.split()) for found in (*_in_help(), *_in_documents()) if not PLACEHOLDER.search(found)} - NAMES
)
NOT_HERE = {"figuretrail ui", "figuretrail ui --port 3001"}  # goes on until it is stopped: see test_ui.py


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The sources that examples show, published, corrected as docs/corrections.md does, and published again."""
    world = World.of_embedded(tmp_path_factory.mktemp("examples"), SHOWN)
    assert world.run("refresh", "--quiet").returncode == 0
    (command,) = [example for example in EXAMPLES if example.startswith(f"figuretrail correct {CORRECTED}")]
    done = world.run(*shlex.split(command)[1:])
    assert done.returncode == 0, done.stderr
    assert world.run("refresh", f"figures/{CORRECTED}", "--quiet").returncode == 0
    return world


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The sources that the examples of refresh name, refreshed: all of them would take minutes."""
    world = World.of_embedded(tmp_path_factory.mktemp("few"), (CORRECTED, "nspcc-2022-07"))
    assert world.run("refresh", "--quiet").returncode == 0
    return world


def test_there_are_examples_of_every_command() -> None:
    shown = {example.split()[1] for example in EXAMPLES}
    assert shown == set(group.list_commands(click.Context(group))) and len(EXAMPLES) > 30


@pytest.mark.parametrize("example", [example for example in EXAMPLES if example not in NOT_HERE])
def test_it_works_as_printed(
    example: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = shlex.split(example.partition(" > ")[0])[1:]
    world: World = request.getfixturevalue("few" if words[0] in ("refresh", "status") else "published")
    for name in ("FIGURETRAIL_HOME", "FIGURETRAIL_SOURCES"):
        monkeypatch.setenv(name, world.environment[name])
    monkeypatch.setenv("DAGSTER_HOME", str(world.home / "dagster"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(PROJECT / "sources", "sources", ignore=shutil.ignore_patterns("corrections.yaml"))
    if words[0] in ("correct", "accept", "add"):  # they write into the catalogue
        monkeypatch.setenv("FIGURETRAIL_SOURCES", "sources")
    if words[0] == "add":
        monkeypatch.setenv("FIGURETRAIL_HOME", "data")
    Path("Downloads").mkdir()
    for name in ("answer.xlsx", "answer-0412.xlsx", "Downloads/answer-0412.xlsx"):
        shutil.copyfile(ANSWER, name)
    shutil.copyfile(ARTICLE, "article.md")
    given = [path for word in words for path in (sorted(map(str, Path().glob(word))) if "*" in word else [word])]
    done = CliRunner().invoke(group, [word.replace("~", str(tmp_path)) for word in given])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == 0, done.output
    assert done.stdout.strip()
