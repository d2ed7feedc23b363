"""What docs/corrections.md and docs/trail.md say holds: the entry is one, the commands and columns are there."""

import re
from pathlib import Path

import pytest

from figuretrail.corrections import CORRECTABLE, KEYS, STATUSES, read_corrections
from schemas.common import descriptions, dtypes, empty, failures
from schemas.operations import STATES
from schemas.publication import Changes, FigureHistory, Releases, TableHistory
from tests.commands import TRAIL_COMMANDS
from tests.conftest import PROJECT

CORRECTIONS = (PROJECT / "docs" / "corrections.md").read_text(encoding="utf-8")
TRAIL = (PROJECT / "docs" / "trail.md").read_text(encoding="utf-8")
MODELS = (Releases, Changes, FigureHistory, TableHistory)


def test_the_entry_by_hand_is_a_valid_one(tmp_path: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", CORRECTIONS, re.DOTALL)
    (tmp_path / "corrections.yaml").write_text(block, encoding="utf-8")
    (entry,) = read_corrections(tmp_path)
    assert (entry.words, entry.was, entry.now, entry.column) == ("2,097", 2097.0, 2117.0, "value")
    assert entry.within and entry.figure and entry.column in CORRECTABLE


def test_every_key_status_and_state_is_explained() -> None:
    for word in (*KEYS, *STATUSES, *STATES):
        assert f"`{word}`" in CORRECTIONS or f"{word}:" in CORRECTIONS or f" {word}" in CORRECTIONS, word


def test_every_command_is_shown_and_every_shown_command_is_there() -> None:
    shown = set(re.findall(r"figuretrail (\w+)", CORRECTIONS + TRAIL))
    assert {str(command.name) for command in TRAIL_COMMANDS} <= shown
    assert shown <= {str(command.name) for command in TRAIL_COMMANDS} | {"refresh"}


@pytest.mark.parametrize("model", MODELS)
def test_the_tables_of_publication_have_described_columns_and_a_type_each(model: type) -> None:
    assert all(len(text) > 8 for text in descriptions(model).values())
    assert failures(model, empty(model)).empty
    assert {name: str(dtype) for name, dtype in empty(model).dtypes.items()} == dtypes(model)
