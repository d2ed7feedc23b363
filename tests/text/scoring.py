"""Figures of articles beside their annotation: which are found, and which are right in every scored column.

A figure is found where a reported number overlaps an annotated one and has its value and unit. It is right where every
column that matters for its measure agrees, dates within a week. `"*"` in the annotation is not scored; optional figures
and those of other offences count for nothing, unless one of the latter is reported as one of the subject's own.
"""

import dataclasses
import datetime as dt
import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from figuretrail.catalogue import read_entry
from figuretrail.entry import Entry
from figuretrail.figure import SUBJECT, Figure
from figuretrail.text import extract, load

CORPUS = Path(__file__).parents[1] / "corpus"
SOURCES = Path(__file__).parents[2] / "sources" / "articles"
WEEK = dt.timedelta(days=7)
Gold = dict[str, Any]


@dataclasses.dataclass
class Score:
    """What became of the annotated figures, by id ("article-05:193:0"), and how many were reported for nothing."""

    right: set[str] = dataclasses.field(default_factory=set)
    found: set[str] = dataclasses.field(default_factory=set)
    missed: set[str] = dataclasses.field(default_factory=set)
    spurious: list[str] = dataclasses.field(default_factory=list)
    flagged: dict[str, tuple[float, bool]] = dataclasses.field(default_factory=dict)

    def f1(self, level: str) -> float:
        hits = len(self.right if level == "strict" else self.found)
        wanted = len(self.found) + len(self.missed)
        reported = len(self.flagged) + len(self.spurious)
        return 2 * hits / (wanted + reported) if wanted + reported else 0.0

    def add(self, other: "Score") -> None:
        self.right |= other.right
        self.found |= other.found
        self.missed |= other.missed
        self.spurious += other.spurious
        self.flagged |= other.flagged


def documents(corpus: str) -> list[tuple[str, Path, Path]]:
    """Id, article and annotation of every document of a committed corpus."""
    gold = sorted((CORPUS / corpus / "gold").glob("*.json"))
    if corpus == "sources":
        return [(path.stem, SOURCES / path.stem / "article.md", path) for path in gold]
    return [(path.stem, CORPUS / corpus / "documents" / f"{path.stem}.md", path) for path in gold]


def with_entry(article: Path) -> tuple[str, Entry]:
    """The body of an article and what is known of it: its front matter, or the entry beside an embedded source."""
    loaded = load(article)
    beside = article.parent / "source.yaml"
    return loaded.body, read_entry(article.parent) if beside.exists() else loaded.entry


def figures_of(article: Path) -> list[Figure]:
    body, entry = with_entry(article)
    return extract(body, published=entry.published, title=entry.title, place=entry.place)


def score(corpus: str, keep: Callable[[str], bool] = lambda id: True) -> Score:
    """The score of the documents whose id `keep` lets through."""
    total = Score()
    for id, one in _by_document(corpus).items():
        if keep(id):
            total.add(one)
    return total


@functools.cache  # several tests ask of the same corpus
def _by_document(corpus: str) -> dict[str, Score]:
    """The score of each document of a corpus; nobody changes it."""
    scores = {}
    for id, article, annotation in documents(corpus):
        golds = json.loads(annotation.read_text(encoding="utf-8"))["figures"]
        scores[id] = score_document(id, golds, figures_of(article))
    return scores


def score_document(id: str, golds: list[Gold], figures: list[Figure]) -> Score:
    result = Score()
    pairs = []
    for i, gold in enumerate(golds):
        for j, figure in enumerate(figures):
            shared = min(gold["end"], figure.end or 0) - max(gold["start"], figure.start or 0)
            if shared > 0:
                wrong = len(wrong_columns(gold, figure))
                pairs.append((not same_number(gold, figure), wrong, -shared, i, j))
    of_gold: dict[int, int] = {}
    used: set[int] = set()
    for _, _, _, i, j in sorted(pairs):
        if i not in of_gold and j not in used:
            of_gold[i] = j
            used.add(j)
    for i, gold in enumerate(golds):
        key = f"{id}:{gold['start']}:{sum(g['start'] == gold['start'] for g in golds[:i])}"
        figure = figures[of_gold[i]] if i in of_gold else None
        if gold.get("optional") or gold.get("offence", SUBJECT) != SUBJECT:
            other = gold.get("offence", SUBJECT) not in (SUBJECT, "*") and not gold.get("optional")
            if figure is not None and other and figure.offence == SUBJECT:
                result.spurious.append(f"{key} {figure.surface}")
            continue
        if figure is not None:
            result.flagged[key] = (figure.confidence, figure.review)
        if figure is None or not same_number(gold, figure):
            result.missed.add(key)
            continue
        result.found.add(key)
        if not wrong_columns(gold, figure):
            result.right.add(key)
    result.spurious += [
        f"{id}:{figure.start} {figure.surface}"
        for j, figure in enumerate(figures)
        if j not in used and figure.offence == SUBJECT
    ]
    return result


def same_number(gold: Gold, figure: Figure) -> bool:
    if gold["unit"] != figure.unit:
        return False
    if gold["value"] == "*":
        return True
    return figure.value is not None and abs(gold["value"] - figure.value) <= 0.011 * max(abs(gold["value"]), 1e-9)


def wrong_columns(gold: Gold, figure: Figure) -> list[str]:
    columns = ["measure", "bound", "platforms", "geography", "geography_type", "period_start", "period_end", "offence"]
    share = gold["measure"] in ("offence_share", "victim_share")
    if share or (gold["measure"] == "offences" and not gold.get("platforms")):
        columns.append("base")
    if gold["measure"] in ("victims", "victim_share"):
        columns += ["victim_age_min", "victim_age_max", "victim_sex"]
    defaults = {"bound": "=", "base": "all", "platforms": [], "offence": SUBJECT}
    if gold.get("period_start") == gold.get("period_end") == "*":
        columns = [c for c in columns if not c.startswith("period")]
    return [c for c in columns if not _agree(gold.get(c, defaults.get(c)), getattr(figure, c), defaults.get(c))]


def _agree(gold: Any, found: Any, default: Any) -> bool:
    if gold == "*":
        return True
    if isinstance(found, dt.date) or (isinstance(gold, str) and gold[:2] in ("19", "20") and gold[4:5] == "-"):
        return bool(gold and found) and abs(dt.date.fromisoformat(gold) - found) <= WEEK
    if isinstance(found, tuple):
        return set(gold or []) == set(found)
    return bool((gold or default) == (found or default))
