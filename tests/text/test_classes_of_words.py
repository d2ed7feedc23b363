"""The words of the articles' grammar: each does one thing in a sentence."""

import collections
import tomllib

from figuretrail.text.lexicon import BOUND_SECTIONS, CLASSES, WORDS_FILE, lexicon

SECTIONS = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
BY_CLASS = {name: content["words"] for name, content in SECTIONS.items() if name != "function"} | SECTIONS["function"]


def test_no_word_is_in_two_classes() -> None:
    """A word in two would silently be of one of them only; bounds are looked up apart."""
    classes = collections.Counter(
        word for name, words in BY_CLASS.items() if name not in BOUND_SECTIONS for word in words
    )
    assert [word for word, times in classes.items() if times > 1] == []
    bounds = collections.Counter(word for name in BOUND_SECTIONS for word in BY_CLASS[name])
    assert [word for word, times in bounds.items() if times > 1] == []


def test_every_word_acts_as_what_it_stands_under() -> None:
    known = lexicon()
    for name, words in BY_CLASS.items():
        for word in words:
            if name in BOUND_SECTIONS:
                assert known.bounds[word] == BOUND_SECTIONS[name]
            elif word in known.words:
                assert known.words[word] == CLASSES[name], word
            else:
                assert known.phrases[word].tag == CLASSES[name], word
