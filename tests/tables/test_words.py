"""Patterns that are run only where a text holds one of their words find all that they would find anywhere."""

import gc
import re
from pathlib import Path

import pytest

from figuretrail.tables import chain
from figuretrail.tables.figures import headers
from figuretrail.tables.files import read
from figuretrail.tables.language import names, wording
from figuretrail.tables.language.words import Words, open_in

CORPORA = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:females?|girls?)\b|^f$", {"female", "girl", "f"}),
        (r"\bnot (?:recorded|known)\b", {"recorded", "known"}),
        (r"(?:under|over) ?\d{1,2}", {"under", "over"}),
        (r"\d{1,2}(?:-|to)\d{1,2}", {"\\d"}),
        (r"[†‡]$", {"†", "‡"}),
        (r"(?:nil )?\w+", None),
        (r"^(?:all)?$", None),
    ],
)
def test_the_words_that_a_pattern_cannot_do_without(pattern: str, words: set[str] | None) -> None:
    found = Words(pattern).words
    assert found == (words if words is None else frozenset(words))


def test_answers_that_a_text_leaves_open_keep_their_order() -> None:
    answers = ((Words(r"\bage\b"), "age"), (Words(r"\bforce\b"), "place"), (Words(r".*"), "any"))
    assert [name for _, name in open_in("Police FORCE", answers)] == ["place", "any"]
    assert [name for _, name in open_in("Force and age", answers)] == ["age", "place", "any"]


NEEDS_CAPITALS = re.compile(r"(?<!\\)[A-Z]")  # any other pattern finds in small letters all that it finds


def _texts() -> set[str]:
    """All texts of the committed workbooks."""
    texts: set[str] = set()
    for folder in sorted(CORPORA.glob("foi*")):
        for path in (folder / "documents").iterdir():
            for sheet in read.read(path).sheets:
                texts.update((sheet.name, *sheet.about, *sheet.below))
                texts.update(
                    value for row in sheet.rows for value in row if isinstance(value, str) and len(value) < 300
                )
    return texts


def test_no_match_in_any_workbook_is_missed() -> None:
    assert chain and headers and wording  # their patterns are among those that are tried
    names._platform_names(), names._place_names(), names._offence_names()
    gc.unfreeze()  # what was made before the tests began is passed over else
    patterns = [found for found in gc.get_objects() if isinstance(found, Words)]
    assert len(patterns) > 80
    texts = _texts()
    assert len(texts) > 2_000
    lower = {text.lower() for text in texts}
    missed = []
    for pattern in patterns:
        if pattern.words is not None:
            plain = re.compile(pattern.pattern, pattern.flags)
            asked = texts if NEEDS_CAPITALS.search(pattern.pattern) and not plain.flags & re.IGNORECASE else lower
            missed += [
                (pattern.pattern[:60], text) for text in asked if plain.search(text) and not pattern.search(text)
            ]
    assert not missed
