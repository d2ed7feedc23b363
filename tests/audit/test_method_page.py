"""The method page names every kind of check, verdict, route and plausibility check, and no other."""

import re
from pathlib import Path

import pytest

from figuretrail.audit.arithmetic import KINDS
from figuretrail.audit.disclosure import ROUTES
from figuretrail.audit.plausibility import RULES
from figuretrail.audit.verdicts import VERDICTS

PAGE = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8").partition("\n## Arithmetic\n")[2]


def table(heading: str) -> list[list[str]]:
    section = PAGE.partition(f"\n### {heading}\n")[2].partition("\n### ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    assert rows, heading
    return rows


def test_verdicts() -> None:
    assert [row[0] for row in table("The verdicts")] == [f"`{verdict}`" for verdict in VERDICTS]


def test_kinds() -> None:
    named = [name for row in table("The kinds of checks") for name in re.findall(r"`(\w+)`", row[0])]
    assert sorted(named) == sorted(KINDS)


def test_plausibility_checks_with_their_severity() -> None:
    assert [(row[0].strip("`"), row[1]) for row in table("Plausibility")] == [(r.name, r.severity) for r in RULES]


@pytest.mark.parametrize("route", list(ROUTES))
def test_routes_of_disclosure(route: str) -> None:
    assert f"`{route}`" in PAGE.partition("\n### Suppressed numbers\n")[2]
