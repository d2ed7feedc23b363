"""The rules that rows name are the rules that are described."""

import re
from pathlib import Path

from figuretrail.audit.preference import RULES
from figuretrail.rules import COMPUTED, MEANING, PREFERRED

ROOT = Path(__file__).parents[2]


def test_every_rule_of_preference_has_its_meaning_in_its_order() -> None:
    assert list(PREFERRED)[2:] == list(RULES)


def test_every_rule_of_computation_is_used_by_a_table() -> None:
    code = "".join(path.read_text() for path in (ROOT / "figuretrail/derive").glob("*.py") if path.stem != "rules")
    assert [name for name in COMPUTED if f'"{name}"' not in code] == []


def test_the_method_page_names_every_rule_and_no_other() -> None:
    page = (ROOT / "docs/method.md").read_text()
    table = {cell for line in page.splitlines() for cell in re.findall(r"^\| `(\w+)` \|", line)}
    assert set(MEANING) <= table
