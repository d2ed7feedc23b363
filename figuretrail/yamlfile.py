"""YAML files that people write: read with the line and column of what is wrong in one, and replaced as a whole."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from figuretrail.errors import SourceError

_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where the wheel has it: ten times as fast


class _Loader(_SAFE):
    """YAML as people mean it: a key that is said twice, or a date that no calendar has, is an error with its place."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = set()
        for key, _ in node.value:
            if key.value in keys and isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} for a second time", key.start_mark
                )
            keys.add(key.value if isinstance(key, yaml.ScalarNode) else id(key))
        made: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return made

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError:
            raise yaml.constructor.ConstructorError(
                None, None, f"{node.value!r}, a day that no calendar has", node.start_mark
            ) from None


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_timestamp)


def write(path: Path, text: str) -> None:
    """Replace the file's text by one rename, so that whoever is killed or reads meanwhile leaves or has a whole one."""
    new = path.with_name(path.name + ".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def parse(path: Path, *, expected: str) -> Any:
    """What the file holds. Raises SourceError that names the line and column where it is no YAML."""
    try:
        return yaml.load(path.read_bytes(), Loader=_Loader)
    except yaml.YAMLError as error:
        mark, problem = getattr(error, "problem_mark", None), str(getattr(error, "problem", None) or "")
        began = getattr(error, "context_mark", None) or mark
        found, remedy = problem.removeprefix("found ") or "text that is no YAML", "correct that line"
        # YAML tells some faults where it came to notice them, in a later line: told is where they began.
        if "quoted scalar" in str(getattr(error, "context", "")):
            mark, found, remedy = began, "a quotation mark that is not closed", "close it"
        elif problem.startswith("did not find expected ',' or"):
            mark, found, remedy = began, "a bracket that is not closed", "close it"
        elif problem.startswith("could not find expected ':'"):
            mark, found = began, "a line without a colon"
        elif problem.startswith(("did not find expected", "mapping values are not allowed")):
            found = "text that goes on after a whole value"
            remedy = "correct that line; a text that holds quotation marks or a colon stands in quotation marks itself"
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise SourceError(path, where, found=found, expected=expected, remedy=remedy) from None


def kind(value: Any) -> str:
    """What a value of YAML is, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    return f"the text {value!r}" if isinstance(value, str) else f"the value {value}"


def misspelt(key: str, unknown: Sequence[str]) -> str | None:
    """The one of the keys that nothing reads that was likely meant for `key`; None where none is near it."""
    return next(iter(difflib.get_close_matches(key, unknown, n=1)), None)
