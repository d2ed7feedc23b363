"""Read workbooks against their annotations: which cells are right in every scored column, which are not."""

import dataclasses
import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

from figuretrail.entry import Entry
from figuretrail.figure import SUBJECT
from figuretrail.tables import extract

CORPUS = Path(__file__).parents[1] / "corpus" / "foi"
# Each further one is by another writer, who knew none of the rules; most were read once before anything was mended.
CORPORA = sorted(CORPUS.parent.glob("foi*"))
COLUMNS = ("measure", "unit", "bound", "status", "geography", "geography_type", "victim_sex")
WEEK = dt.timedelta(days=7)


@dataclasses.dataclass
class Score:
    """Cells by how they were read; `wrong` says which columns are wrong, `spurious` holds figures of no annotation."""

    right: set[str] = dataclasses.field(default_factory=set)
    wrong: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    missed: set[str] = dataclasses.field(default_factory=set)
    spurious: set[str] = dataclasses.field(default_factory=set)

    @property
    def strict_f1(self) -> float:
        """F1 of cells that are right in every scored column."""
        errors = len(self.missed) + len(self.spurious) + 2 * len(self.wrong)
        return 2 * len(self.right) / max(2 * len(self.right) + errors, 1)

    @property
    def detection_f1(self) -> float:
        """F1 of cells whose value, unit and status are right."""
        unseen = sum(bool({"value", "unit", "status"} & set(columns)) for columns in self.wrong.values())
        seen = len(self.right) + len(self.wrong) - unseen
        return 2 * seen / max(2 * seen + len(self.missed) + len(self.spurious) + 2 * unseen, 1)


def documents(corpus: Path = CORPUS) -> list[Path]:
    """The annotated workbooks of a corpus."""
    return sorted((corpus / "documents").iterdir())


def half(stem: str) -> str:
    """The half that a document falls in, by a hash of its name."""
    return "first" if int(hashlib.sha256(stem.encode()).hexdigest(), 16) % 2 == 0 else "second"


def score(paths: list[Path]) -> Score:
    """Score what is read of these workbooks."""
    result = Score()
    for path in paths:
        known, annotated_by_hand = (path.parents[1] / kind / f"{path.stem}.json" for kind in ("catalogue", "gold"))
        entry = Entry.from_mapping(json.loads(known.read_text()), id=path.stem)
        gold = json.loads(annotated_by_hand.read_text())["figures"]
        found = {f.cell: f for f in extract(path, entry=entry)}
        annotated = {g["cell"] for g in gold}
        for g in gold:
            if g.get("optional") or g.get("offence", SUBJECT) != SUBJECT:
                continue
            name = f"{path.stem} {g['cell']}"
            figure = found.get(g["cell"])
            if figure is None:
                result.missed.add(name)
                continue
            columns = _wrong_columns(g, figure)
            if columns:
                result.wrong[name] = columns
            else:
                result.right.add(name)
        others = {g["cell"] for g in gold if g.get("offence", SUBJECT) not in (SUBJECT, "*") and not g.get("optional")}
        result.spurious |= {
            f"{path.stem} {cell}"
            for cell, f in found.items()
            if f.offence == SUBJECT and (cell not in annotated or cell in others)
        }
    return result


def _wrong_columns(gold: dict[str, Any], figure: Any) -> list[str]:
    wrong = [name for name in COLUMNS if name in gold and gold[name] not in ("*", getattr(figure, name))]
    if gold["value"] != "*" and not _same_number(gold["value"], figure.value):
        wrong.append("value")
    if gold["platforms"] != "*" and set(gold["platforms"]) != set(figure.platforms):
        wrong.append("platforms")
    if gold["base"] not in ("*", figure.base) and (figure.unit == "percent" or not figure.platforms):
        wrong.append("base")
    for name in ("victim_age_min", "victim_age_max"):
        if gold[name] not in ("*", getattr(figure, name)):
            wrong.append(name)
    for name in ("period_start", "period_end"):
        want = gold[name]
        have = getattr(figure, name)
        if want == "*":
            continue
        if (want is None) != (have is None) or (want and abs(dt.date.fromisoformat(want) - have) > WEEK):
            wrong.append(name)
    if figure.offence != SUBJECT:
        wrong.append("offence")
    return wrong


def _same_number(want: float | None, have: float | None) -> bool:
    if want is None or have is None:
        return want is have
    return abs(want - have) <= 0.011 * max(abs(want), 1e-9)
