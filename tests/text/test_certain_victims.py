"""Whom a number is of where its words leave no doubt: a part of the victims and the whole, "of that age"."""

import datetime as dt

import pytest

from figuretrail.figure import Figure
from figuretrail.text import extract

OPENING = "Kent Police recorded 212 offences of sexual communication with a child in 2019/20. "
Whom = tuple[str, str | None, int | None, int | None]


def read(text: str) -> dict[float, Figure]:
    return {one.value: one for one in extract(OPENING + text, published=dt.date(2020, 9, 1))}


def whom(one: Figure) -> Whom:
    return one.measure, one.victim_sex, one.victim_age_min, one.victim_age_max


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("In Kent 27 of the 152 victims in 2019/20 were under 11.", (None, 0, 10), (None, None, None)),
        ("Just 27 of its 152 young victims last year were girls.", ("female", None, None), (None, None, None)),
        ("Some 27 of the 152 children were boys aged 12 to 15.", ("male", 12, 15), (None, None, None)),
        ("In all 27 of the 152 girls were aged under 11.", ("female", 0, 10), ("female", None, None)),
    ],
)
def test_what_a_part_is_like_is_not_said_of_the_whole(text: str, part: tuple, whole: tuple) -> None:
    found = read(text)
    assert whom(found[27.0]) == ("victims", *part)
    assert whom(found[152.0]) == ("victims", *whole)


def test_a_share_of_so_many_victims() -> None:
    found = read("About three quarters of the 203 victims were girls, she added.")
    assert whom(found[75.0]) == ("victim_share", "female", None, None)
    assert whom(found[203.0]) == ("victims", None, None, None)


@pytest.mark.parametrize(
    "text", ["In 27 of the 152 cases the victim was under 11.", "The victim was under 11 in 27 of the 152 cases."]
)
def test_a_whole_of_offences_has_no_age_of_its_part(text: str) -> None:
    assert whom(read(text)[152.0]) == ("offences", None, None, None)


def test_a_whole_that_says_whom_it_is_of() -> None:
    found = read("In all 27 of the 152 girls aged 12 to 15 were in Maidstone.")
    assert whom(found[152.0])[1:] == ("female", 12, 15)


@pytest.mark.parametrize(
    "text",
    [
        "Of the victims 60% were girls aged 12 to 15 and 11% boys of the same ages.",
        "In 60% of cases the victim was a girl between 12 and 15. Boys of that age were the victims in 11%.",
        "Girls aged 12 to 15 were 60% of the victims. Boys in the same age group were 11%.",
        "Girls aged 12 to 15 were the victims in 60% of cases, and boys that age in 11%.",
    ],
)
def test_the_same_ages_are_those_of_the_figure_before(text: str) -> None:
    found = read(text)
    assert whom(found[60.0])[1:] == ("female", 12, 15)
    assert whom(found[11.0])[1:] == ("male", 12, 15)


def test_other_ages_are_not_those_of_the_figure_before() -> None:
    found = read("Girls aged 12 to 15 were 60% of the victims. Boys of 11 and under, below that age, were 11%.")
    assert whom(found[11.0]) == ("victim_share", "male", 0, 11)


@pytest.mark.parametrize(
    ("text", "sex", "band"),
    [
        ("The number of boys had risen from 19 to 34 over the two years.", "male", (None, None)),
        ("In a year the number of girls fell from 19 to 34.", "female", (None, None)),
        ("The number of victims under 11 rose from 19 to 34.", None, (0, 10)),
    ],
)
def test_a_number_of_victims_that_rose_from_so_many_to_so_many(text: str, sex: str | None, band: tuple) -> None:
    found = read(text)
    assert {whom(found[19.0]), whom(found[34.0])} == {("victims", sex, *band)}


def test_a_number_of_offences_that_rose_from_so_many_to_so_many() -> None:
    found = read("The number of offences against boys rose from 19 to 34.")
    assert {found[19.0].measure, found[34.0].measure} == {"offences"}
