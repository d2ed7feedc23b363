"""Numbers as people write them: what is one number, and its value."""

import pytest

from figuretrail.text.clean import clean
from figuretrail.text.counting import Number, parse_digits
from figuretrail.text.numbers import compose
from figuretrail.text.tokens import find_phrases, tokenise


def numbers(text: str) -> list[tuple[str, str, float]]:
    cleaned = clean(text).text
    lowered, found = find_phrases(cleaned)
    made = compose(tokenise(cleaned, lowered, found, 0, len(cleaned)))
    return [
        (cleaned[t.start : t.end], t.value.kind, t.value.value)
        for t in made
        if t.tag in "N%XY" and isinstance(t.value, Number)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,406 crimes", [("1,406", "count", 1406)]),
        ("1\u2009406 crimes", [("1,406", "count", 1406)]),
        ("Thirty-one crimes", [("Thirty-one", "count", 31)]),
        ("two hundred and six", [("two hundred and six", "count", 206)]),
        ("six thousand", [("six thousand", "count", 6000)]),
        ("five thousand, four hundred and one", [("five thousand, four hundred and one", "count", 5401)]),
        ("down a tenth year on year", [("a tenth", "fraction", 10)]),
        ("three times the 82 of 2017/18", [("three times", "multiple", 200), ("82", "count", 82)]),
        ("more than a thousand", [("a thousand", "count", 1000)]),
        ("3.2 thousand", [("3.2 thousand", "count", 3200)]),
        ("a dozen", [("a dozen", "count", 12)]),
        ("17 per cent", [("17 per cent", "percent", 17)]),
        ("17pc", [("17pc", "percent", 17)]),
        ("1,100%", [("1,100%", "percent", 1100)]),
        ("twelve per cent", [("twelve per cent", "percent", 12)]),
        ("a quarter of", [("a quarter", "fraction", 25)]),
        ("three-quarters of", [("three-quarters", "fraction", 75)]),
        ("nearly half of", [("half", "fraction", 50)]),
        ("two thirds of", [("two thirds", "fraction", 66.67)]),
        ("one in six", [("one in six", "ratio", 16.67)]),
        ("eight out of ten", [("eight out of ten", "ratio", 80)]),
        ("one-in-four", [("one-in-four", "ratio", 25)]),
        ("one victim in three", [("one victim in three", "ratio", 33.33)]),
        ("trebled", [("trebled", "multiple", 200)]),
        ("halved", [("halved", "multiple", -50)]),
        ("five-fold", [("five-fold", "multiple", 400)]),
        ("four times as many", [("four times as many", "multiple", 300)]),
        ("nine times their level of 2018", [("nine times", "multiple", 800), ("2018", "count", 2018)]),
        ("half a dozen cases", [("half a dozen", "count", 6)]),
        ("half-a-dozen cases", [("half-a-dozen", "count", 6)]),
        ("the other hundred and nine", [("hundred and nine", "count", 109)]),
        ("a couple of hundred", [("a couple of hundred", "count", 200)]),
        ("not a single grooming offence", [("a single", "count", 1)]),
        ("some dozen a month", [("dozen", "count", 12)]),
        ("every third offence", [("every third", "ratio", 33.33)]),
        ("one and a half times as many", [("one and a half times as many", "multiple", 50)]),
        ("two-and-a-half times the level of", [("two-and-a-half times", "multiple", 150)]),
        ("by a factor of four", [("a factor of four", "multiple", 300)]),
        ("half as many", [("half as many", "multiple", -50)]),
        ("half as many again", [("half as many again", "multiple", 50)]),
        ("three and a half a week", [("three and a half", "count", 3.5)]),
        ("seven-and-a-half every month", [("seven-and-a-half", "count", 7.5)]),
        ("three and a half years", [("three", "count", 3)]),
        ("once a week", [("once", "count", 1)]),
        ("he was seen once", []),
        ("app named in third of cases", [("third", "fraction", 33.33)]),
        ("nearly quarter of crimes", [("quarter", "fraction", 25)]),
        ("in the third of those years", []),
        ("44 in every hundred", [("44 in every hundred", "ratio", 44)]),
        ("down by a tenth here", [("a tenth", "fraction", 10)]),
        ("which takes it past half", [("half", "fraction", 50)]),
        ("four years ago half of the offences", [("four", "count", 4), ("half", "fraction", 50)]),
        ("twice the previous total", [("twice", "multiple", 100)]),
        ("twice the size of the room", []),
        ("in Wales 326,[3] and in Scotland 198.[14]", [("326", "count", 326), ("198", "count", 198)]),
        ("there were 40 [12 of them in Kent]", [("40", "count", 40), ("12", "count", 12)]),
        ("14 out of 83", [("14", "count", 14), ("83", "count", 83)]),
        ("the victims eight times out of ten", [("eight times out of ten", "ratio", 80)]),
        ("and of these half were", [("half", "fraction", 50)]),
        ("two offences in three involve a child", [("two offences in three", "ratio", 66.67)]),
        ("two offences in three forces were dropped", [("two", "count", 2), ("three", "count", 3)]),
        ("nine offences in ten days", [("nine", "count", 9), ("ten", "count", 10)]),
    ],
)
def test_a_number_is_read_whole(text: str, expected: list[tuple[str, str, float]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text", ["£450", "€20 million", "10am", "call 0800 1111", "3 percentage points", "a third party", "code 071/17"]
)
def test_other_marks_are_no_numbers(text: str) -> None:
    assert [n for n in numbers(text) if n[1] != "count" or "£" in text or "€" in text] == []


def test_first_half_is_a_time_and_no_share() -> None:
    assert numbers("in the first half of the year") == []
    assert numbers("half a decade") == []


def test_a_single_year_and_every_third_day_are_no_numbers() -> None:
    assert numbers("in a single year, on every third day") == []


@pytest.mark.parametrize(
    ("word", "value"), [("12", 12), ("1,234,567", 1234567), ("3.5", 3.5), ("1,2,3", None), ("1.2.3", None)]
)
def test_digits(word: str, value: float | None) -> None:
    assert parse_digits(word) == value
