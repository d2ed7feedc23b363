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
