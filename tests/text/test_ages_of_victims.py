"""Ages of victims as articles say them: which numbers are an age, and the band that they make."""

import pytest

from figuretrail.text import victims
from figuretrail.text.clean import clean
from figuretrail.text.numbers import compose
from figuretrail.text.tokens import find_phrases, tokenise


def bands(text: str) -> list[victims.Band]:
    cleaned = clean(text).text
    lowered, found = find_phrases(cleaned)
    made = victims.compose(compose(tokenise(cleaned, lowered, found, 0, len(cleaned))))
    return [token.value for token in made if token.tag == victims.AGE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 118 victims, 29 were 12, 37 were 13 and 24 were 14.", [(12, 12), (13, 13), (14, 14)]),
        ("Of 221 children of known age 103 were 13, 14 or 15.", [(13, 15)]),
        ("Just over half the victims were 14 or 15.", [(14, 15)]),
        ("A third were only nine.", [(9, 9)]),
        ("Of the crimes 109 were against children who were not yet 13.", [(0, 12)]),
        ("Twenty of them were 12 and 31 were 13 or 14.", [(12, 12), (13, 14)]),
        ("In 26 cases the victims were no older than ten.", [(0, 10)]),
        ("More than one in five had yet to turn 12.", [(0, 11)]),
        ("Forty children had not yet turned 13.", [(0, 12)]),
        ("37 were 12 to 15", [(12, 15)]),
        ("Female, 12 to 15 years: 22", [(12, 15)]),
        ("Forty-one had not reached 13.", [(0, 12)]),
        ("A fifth of them weren't yet eleven.", [(0, 10)]),
        ("Half hadn't turned 14.", [(0, 13)]),
        ("In Gwent nine were under 12.", [(0, 11)]),
        ("Six were ten or under, 21 from 11 to 13.", [(0, 10), (11, 13)]),
        ("One victim in six was at primary school, or under eleven.", [(0, 10)]),
        ("In 41 the child was 8 to 11, in 30 it was 12 or 13 and in nine it was 14.", [(8, 11), (12, 13), (14, 14)]),
        ("In 20 of them the victims were 12 to 15.", [(12, 15)]),
        ("Of the victims, girls aged from six to nine were a tenth.", [(6, 9)]),
        ("One in five had not reached a twelfth birthday.", [(0, 11)]),
        ("A quarter were yet to celebrate their 13th birthday.", [(0, 12)]),
        ("Six were messaged before their tenth birthday.", [(0, 9)]),
        ("Girls were victims in 40 cases and under-12s in 16.", [(0, 11)]),
        ("One in six of them was under 12.", [(0, 11)]),
        ("One in five victims was 11 or even younger.", [(0, 11)]),
        ("In 14 the victims were eight years of age.", [(8, 8)]),
        ("Ages: four to seven years, 3; eight to 11 years, 29; not known, 5.", [(4, 7), (8, 11)]),
        ("Female / 10-11 / 35", [(10, 11)]),
        ("Male / under 10 / 4", [(0, 9)]),
    ],
)
def test_the_ages_that_so_many_were(text: str, expected: list[victims.Band]) -> None:
    assert bands(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The figures were 12 and 15 respectively.",
        "Of the 61, 24 were on Snapchat and 9 on Kik.",
        "In 2019/20 there were 12, 15 and 20 such crimes.",
        "Of the cases 40 were 12 per cent of the total.",
        "More than one in five forces had yet to turn 12 files over.",
        "The total had not reached 12.",
        "It was opened on the force's 13th birthday.",
        "The app has had its tenth birthday, and 12 cases.",
        "It rose by six from 11 to 17.",
        "In Kent there were 14, and in 22 it was 12 hours later.",
        "The law is one of: 4 to 7 forces, 3; 8 to 11 officers, 29.",
        "Kent / 10-11 / 35",
        "Victims were between five and 15.",  # the youngest and the oldest: figures of their own
        "In Essex, where the children were aged six to 14, nothing was done.",
    ],
)
def test_other_numbers_after_were_are_no_ages(text: str) -> None:
    assert bands(text) == []
