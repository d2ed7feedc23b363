"""No committed corpus may get worse: the annotated figures that were right must stay right, or be outweighed by others.

`python -m tests.text.baseline` writes tests/corpus/baseline_articles.json anew after an improvement.
"""

import hashlib
import json
from pathlib import Path

import pytest

from figuretrail.text import extract, load
from tests.text import scoring

CORPORA = (
    "articles", "articles-more", "articles-third", "articles-wide", "articles-further", "articles-aside",
    "articles-apart", "articles-fresh", "articles-latest", "articles-short", "articles-unread", "articles-newest",
    "articles-letters", "sources",
)  # fmt: skip
BASELINE = scoring.CORPUS / "baseline_articles.json"


def in_first_half(id: str) -> bool:
    """The corpus in two halves by a hash of the id."""
    return int(hashlib.sha256(id.encode()).hexdigest(), 16) % 2 == 0


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_figure_is_lost_without_another_gained(corpus: str) -> None:
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))[corpus]
    now = scoring.score(corpus)
    lost = sorted(set(baseline["right"]) - now.right)
    gained = sorted(now.right - set(baseline["right"]))
    told = f"\nlost: {lost}\ngained: {gained}\nreported for nothing: {now.spurious}"
    assert now.f1("strict") >= baseline["strict_f1"] - 1e-9, told
    assert now.f1("detection") >= baseline["detection_f1"] - 1e-9, told


@pytest.mark.parametrize("half", [True, False])
def test_both_halves_of_the_corpus_reach_what_is_promised(half: bool) -> None:
    result = scoring.score("articles", lambda id: in_first_half(id) is half)
    assert result.f1("detection") >= 0.97
    assert result.f1("strict") >= 0.92


def test_figures_without_a_flag_are_right() -> None:
    result = scoring.score("articles")
    result.add(scoring.score("sources"))
    unflagged = [key for key, (_, review) in result.flagged.items() if not review]
    right = sum(key in result.right for key in unflagged)
    assert len(unflagged) > 200
    assert right / len(unflagged) >= 0.97


def test_words_stand_where_the_offsets_say() -> None:
    for _, article, _ in scoring.documents("articles"):
        body = load(article).body
        for figure in extract(body):
            assert body[figure.start : figure.end] == figure.surface


def test_articles_that_may_not_be_committed_are_read_in_full(shared: Path) -> None:
    folder = shared / "corpus" / "seeds"
    total = scoring.Score()
    for annotation in sorted(Path(folder, "gold").glob("*.json")):
        golds = json.loads(annotation.read_text(encoding="utf-8"))["figures"]
        article = Path(folder, "documents", f"{annotation.stem}.md")
        total.add(scoring.score_document(annotation.stem, golds, scoring.figures_of(article)))
    assert total.f1("strict") == 1.0, f"missed {total.missed}, wrong {total.found - total.right}, {total.spurious}"
