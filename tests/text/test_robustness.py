"""Any text is read without a fault, in time that grows with its length, and every figure's words are where it says."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figuretrail.errors import SourceError
from figuretrail.text import extract

WORDS = st.sampled_from(
    [
        "police",
        "recorded",
        "1,204",
        "offences",
        "of",
        "sexual",
        "communication",
        "with",
        "a",
        "child",
        "in",
        "Kent",
        "2017/18",
        "per",
        "cent",
        "one",
        "in",
        "five",
        "of",
        "the",
        "victims",
        "girls",
        "aged",
        "12",
        "to",
        "15",
        "under",
        "11",
        "Facebook",
        "Instagram",
        "and",
        "or",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "–",
        "-",
        "%",
        "£5m",
        "more",
        "than",
        "up",
        "from",
        "doubled",
        "a",
        "third",
        "the",
        "year",
        "to",
        "April",
        "2019",
        "compared",
        "with",
        "33",
        "previous",
        "two",
        "and",
        "half",
        "years",
        "since",
        "law",
        "\n",
        "\n•",
        "1.",
        "\t",
        "|",
        "\xa0",
        "\xad",
        "‘",
        "’",
        "“",
        "”",
        "*",
        "#",
        "each",
        "respectively",
        "England",
        "Wales",
        "West",
        "Midlands",
        "three",
        "months",
        "lockdown",
        "grooming",
        "999",
        "½",
        "10,1",
        "1.2.3",
        "20172",
        "2017/19",
        "İ",
        "ß",
        "😀",
    ]
)


@given(st.lists(WORDS, max_size=120).map(" ".join))
@settings(max_examples=150)
def test_words_in_any_order_are_read(body: str) -> None:
    for figure in extract(body):
        assert body[figure.start : figure.end] == figure.surface
        assert figure.surface.strip()


@given(st.text(max_size=300))
@settings(max_examples=100)
def test_any_text_is_read(body: str) -> None:
    for figure in extract("grooming offences " + body):
        assert figure.start is not None and figure.end is not None and figure.start < figure.end


def seconds(body: str) -> float:
    started = time.perf_counter()
    extract(body)
    return time.perf_counter() - started


@pytest.mark.parametrize(
    "unit",
    [
        "1" * 50,
        "(" * 50,
        "1,",
        "Police in Kent recorded 12 offences of sexual communication with a child in 2017/18. ",
        "Facebook, ",
        "in the year to April 2019 and ",
        "12 (",
        "12 – ",
        "a b c d e f g h offences 12\n",
        "Kent\n12\n",
    ],
)
def test_time_grows_in_proportion_to_length(unit: str) -> None:
    start = "grooming offences "
    extract(start + unit)
    short = "".join([start, unit * (5_000 // len(unit))])
    long = "".join([start, unit * (40_000 // len(unit))])
    base = max(min(seconds(short) for _ in range(2)), 0.01)
    assert any(seconds(long) < base * 8 * 4 for _ in range(2))  # once more where another program was in the way


def test_a_line_of_a_million_digits_is_no_figure() -> None:
    started = time.perf_counter()
    assert extract("grooming offences " + "7" * 1_000_000) == []
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "words",
    [
        "in all 66 (2017 – 158, 2019 – 187), 40 – 12 (from) – 15",
        "2016 – not applicable, 66 (2017 – 40 (from 3 April only), 2018 – 158 – 187) and 12",
    ],
)
def test_brackets_within_brackets_and_dashes_leave_every_number_its_words(words: str) -> None:
    faults: list[SourceError] = []
    extract(f"Offences of sexual communication with a child: {words}.", faults=faults)
    assert faults == []
