"""The steps of the workbook reader (files, language, layout, figures) lean on those before them, not on those after."""

import ast
from pathlib import Path

import pytest

from figuretrail import tables

FOLDER = Path(tables.__file__).parent
LAYERS = ("files", "language", "layout", "figures")


def _imported(module: Path) -> set[str]:
    """The layers whose modules a module imports, if only for its types."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = [node.module.split(".") for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {name[2] for name in names if name[:2] == ["figuretrail", "tables"] and len(name) > 2}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_leans_on_none_after_it(layer: str) -> None:
    modules = sorted((FOLDER / layer).glob("*.py"))
    assert len(modules) > 5
    allowed = set(LAYERS[: LAYERS.index(layer) + 1])
    leaning = {module.name: _imported(module) - allowed for module in modules}
    assert {name: layers for name, layers in leaning.items() if layers} == {}


def test_every_module_but_the_chain_and_what_shows_it_has_a_layer() -> None:
    assert {folder.name for folder in FOLDER.iterdir() if folder.is_dir() and folder.name != "__pycache__"} == set(
        LAYERS
    )
    alone = {module.stem for module in FOLDER.glob("*.py")}
    assert alone == {"__init__", "chain", "explain", "reread", "gate", "answerpages"}
