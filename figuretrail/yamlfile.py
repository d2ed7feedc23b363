"""YAML files that people write: read with the line and column of what is wrong in one, and replaced as a whole."""

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
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "text that is no YAML"
        problem = str(problem).removeprefix("found ")
        raise SourceError(path, where, found=problem, expected=expected, remedy="correct that line") from None
