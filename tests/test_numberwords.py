"""Numbers in words, as both readers spell them."""

import re

import pytest

from figuretrail.tables.language.values import read_text
from figuretrail.text.counting import UNITS
from figuretrail.vocabulary import numberwords


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one", 1),
        ("Twenty-four", 24),
        ("twenty four", 24),
        ("Five hundred and six", 506),
        ("a hundred", 100),
        ("one thousand two hundred", 1200),
        ("two hundred thousand and one", 200_001),
        ("a dozen", 12),
        ("two dozen", 24),
        ("fourty", 40),
        ("one thousand, two hundred and thirty-four", 1234),
    ],
)
def test_one_number(text, value):
    assert numberwords.whole_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "two three",
        "six six",
        "five and six",
        "twenty eleven",
        "ten one",
        "two hundred hundred",
        "hundred and",
        "and",
        "a",
        "",
        "zero",
        "a five",
        "two dozen six",
        "thousand thousand",
        "officer",
        "twenty zero",
    ],
)
def test_words_that_are_not_one_number(text):
    assert numberwords.whole_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18", 18),
        ("2.5", 2.5),
        ("ten", 10),
        ("twenty-four", 24),
        ("two and a half", 2.5),
        ("a", 1),
        ("half a", 0.5),
        ("half", 0.5),
        ("2½", 2.5),
        ("½", 0.5),
        ("one-and-a-half", 1.5),
        ("an", 1),
    ],
)
def test_amounts(text, value):
    assert numberwords.amount(text) == value
    assert re.fullmatch(numberwords.AMOUNT, text) or text in ("a", "an")


def test_both_readers_know_the_same_words():
    assert UNITS == numberwords.VALUES
    assert all(read_text(word).value == value for word, value in numberwords.VALUES.items())
