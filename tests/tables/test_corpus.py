"""The annotated workbooks, figure by figure: nothing that was right may be lost."""

import json
import re
from pathlib import Path

import pytest

from figuretrail.figure import REVIEW_BELOW
from tests.tables.scoring import CORPORA, CORPUS, documents, half, score

ACCURACY = Path(__file__).parents[2] / "docs" / "accuracy.md"
BASELINE = "baseline.json"  # how many cells are right, and those that are not yet, with what is wrong in each


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_no_figure_is_lost(corpus):
    baseline = json.loads((corpus / BASELINE).read_text())
    known = baseline["not_right"]
    found = score(documents(corpus))
    now = {
        **{cell: ["missed"] for cell in found.missed},
        **found.wrong,
        **{cell: ["spurious"] for cell in found.spurious},
    }
    lost = {cell: columns for cell, columns in now.items() if cell not in known}
    gained = {cell: columns for cell, columns in known.items() if cell not in now}
    print(f"strict F1 {found.strict_f1:.3f}, detection F1 {found.detection_f1:.3f}; lost {lost}; gained {gained}")
    assert not lost, f"lost: {lost}; gained: {gained}"
    assert not gained, f"better than {BASELINE}, which should say so: gained {gained}"
    assert len(found.right) == baseline["right"], "annotations were added or taken away"


def test_every_corpus_is_in_the_table_of_the_documentation_and_every_one_there_is_tested():
    told = re.findall(r"^\| `tests/corpus/(foi[a-z-]*)`", ACCURACY.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(told) == [corpus.name for corpus in CORPORA]


def test_really_disclosed_numbers_are_all_right():
    real = [
        p for p in documents() if json.loads((CORPUS / "catalogue" / f"{p.stem}.json").read_text())["facts"] == "real"
    ]
    found = score(real)
    assert len(real) == 11
    assert (found.missed, found.wrong, found.spurious) == (set(), {}, set())


@pytest.mark.parametrize("name", ["first", "second"])
def test_both_halves_reach_the_aim(name):
    found = score([path for path in documents() if half(path.stem) == name])
    assert found.detection_f1 >= 0.98
    assert found.strict_f1 >= 0.95


def test_figures_that_are_not_flagged_say_so_rightly():
    from figuretrail.entry import Entry
    from figuretrail.tables import extract

    sure = wrong = 0
    found = score(documents())
    for path in documents():
        entry = Entry.from_mapping(json.loads((CORPUS / "catalogue" / f"{path.stem}.json").read_text()), id=path.stem)
        for figure in extract(path, entry=entry):
            assert 0 < figure.confidence <= 1
            assert figure.review == bool(figure.confidence < REVIEW_BELOW)
            name = f"{path.stem} {figure.cell}"
            if not figure.review:
                sure += 1
                wrong += name in found.wrong or name in found.spurious
    assert sure > 600
    assert wrong <= 0.03 * sure
