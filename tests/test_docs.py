import importlib.util
import re
from pathlib import Path

import click

PROJECT = Path(__file__).parents[1]


def _generate():  # type: ignore[no-untyped-def]
    spec = importlib.util.spec_from_file_location("generate", PROJECT / "docs" / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_data_dictionary_is_what_the_models_say() -> None:
    generate = _generate()
    assert generate.DICTIONARY.read_text(encoding="utf-8") == generate.dictionary(), "run `make docs`"


def test_every_column_has_a_meaning() -> None:
    assert "| |\n" not in _generate().dictionary().replace(" |  |", " | |")


def test_the_readme_names_only_commands_files_and_targets_that_there_are() -> None:
    from pipeline.cli import group

    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    known = set(group.list_commands(click.Context(group)))
    assert set(re.findall(r"figuretrail ([a-z]+)", text)) <= known | {"is", "reads", "and", "import"}
    targets = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(), re.M))
    assert (
        set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", text, re.M))
        and {first or second for first, second in re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", text, re.M)} <= targets
    )
    for path in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (PROJECT / path).exists(), path


def test_every_command_has_help_with_an_example() -> None:
    from click.testing import CliRunner

    from pipeline.cli import group

    for name in group.list_commands(click.Context(group)):
        done = CliRunner().invoke(group, [name, "--help"])
        assert done.exit_code == 0, done.output
        assert f"figuretrail {name}" in done.output.partition("Example")[2], f"{name} --help shows no example"


def test_every_key_of_a_source_is_documented_and_no_other() -> None:
    from figuretrail.catalogue import OPTIONAL, REQUIRED, WORDINGS

    page = (PROJECT / "docs" / "sources.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) == {*REQUIRED, *OPTIONAL}
    assert all(f"`{wording}`" in page for wording in WORDINGS)


def test_every_link_between_the_documents_leads_somewhere() -> None:
    for page in (PROJECT / "README.md", *(PROJECT / "docs").glob("*.md")):
        for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", page.read_text(encoding="utf-8")):
            other = page.parent / target if target else page
            assert other.exists(), f"{page.name}: {target}"
            if anchor:
                titles = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), re.M)
                assert anchor in {title.lower().replace(" ", "-") for title in titles}, f"{page.name}: #{anchor}"


def test_the_figures_that_examples_name_are_there() -> None:
    from figuretrail.catalogue import read_source
    from figuretrail.documents import figures_of
    from tests.commands import TRAIL_COMMANDS

    pages = [PROJECT / "README.md", *(PROJECT / "docs" / name for name in ("corrections.md", "trail.md"))]
    texts = [
        *(page.read_text(encoding="utf-8") for page in pages),
        *(command.epilog or "" for command in TRAIL_COMMANDS),
    ]
    named = {name for text in texts for name in re.findall(r"\b([a-z]+-[a-z0-9-]+:[0-9a-f]{2,10})\b", text)}
    assert len(named) >= 4
    for source_id, start in sorted(name.split(":") for name in named):
        source = read_source(next((PROJECT / "sources").glob(f"*/{source_id}")))
        ids = [figure.figure_id for figure in figures_of(source.file, source.entry)]
        found = [name for name in ids if name.startswith(f"{source_id}:{start}")]
        assert len(found) == 1, f"{source_id}:{start} names {len(found)} figures"
