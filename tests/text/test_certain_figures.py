"""Numbers whose words leave no doubt that they are figures, or none, and what they are then."""

import datetime as dt

import pytest

from figuretrail.figure import Figure
from figuretrail.text import extract

OPENING = (
    "Police in England and Wales recorded 4,390 offences of sexual communication with a child in 2018/19, and a "
    "platform was known in 2,502. "
)
Read = list[tuple[str, float | None]]


def figures(text: str) -> list[Figure]:
    return [one for one in extract(OPENING + text, published=dt.date(2021, 11, 1)) if one.start >= len(OPENING)]


def read(text: str) -> Read:
    return [(figure.measure, figure.value) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We wrote to 45 forces in May; 41 had sent usable data by June.", [("forces", 45), ("forces", 41)]),
        ("The forces were also asked to name the app. Three of them did.", [("forces", 3)]),
        ("The forces were asked about ages. Nine of these were able to give them.", [("forces", 9)]),
        ("Only seven forces could split the offences by age.", [("forces", 7)]),
        ("Just eight forces could tell us how old the child was.", [("forces", 8)]),
        # opposite cases: who refused, who is not a force, what is no answer
        ("The forces were also asked about apps. Four of them did not say.", []),
        ("Parliament has 129 MSPs, and 31 of them did.", []),
        ("A further eight records gave Omegle and five gave Discord.", [("offences", 8), ("offences", 5)]),
    ],
)
def test_forces_that_answered_by_what_they_could_do(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Snapchat had been used in 26, Instagram in 13 and Kik in nine.",
         [("offences", 26), ("offences", 13), ("offences", 9)]),
        ("Durham's figure for the preceding year, which it did once publish, was two.", [("offences", 2)]),
        ("Add them together and the whole year comes to 4,402.", [("offences", 4402)]),
        ("Durham recorded three offences in 2017/18 and none at all in the year before.",
         [("offences", 3), ("offences", 0)]),
        ("Kent recorded 1,416 against 1,391, a difference of 2 per cent.",
         [("offences", 1416), ("offences", 1391), ("offence_change", 2)]),
        ("Kent went from 1,416 to 1,391, a gap of 2 per cent.",
         [("offences", 1416), ("offences", 1391), ("offence_change", -2)]),
        ("So that is two and a half times the volume.", [("offence_change", 150)]),
        ("That's 57%.", [("offence_share", 57)]),
        ("Which is 57 per cent.", [("offence_share", 57)]),
        # opposite cases: staff, other names beside the figure, comings and goings, kinds of offences
        ("We have about a quarter more staff.", []),
        ("Snapchat was used in 112 offences, twice as many as WhatsApp (56).", [("offences", 112), ("offences", 56)]),
        ("Kent recorded 112 offences, three times as many as in 2017/18.",
         [("offences", 112), ("offence_change", 200)]),
        ('"We\'ve had 600 through the doors," she said.', []),
        ("Eight times now, the police have been asked about it.", []),
        ("The two offences are not defined alike.", []),
        ("These three crimes overlap in the statute book.", []),
        ("The two offences were recorded in Kent.", [("offences", 2)]),
    ],
)  # fmt: skip
def test_numbers_that_are_figures_for_certain_and_numbers_that_are_none(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("62\nHow many of Sussex's offences were recorded in Brighton and Hove.", 62),
        ("**62**\nThe number of cases that Crawley had.", 62),
        ("Four\nThe lowest. That was in Surrey in December 2018.", 4),
    ],
)
def test_a_number_alone_is_what_the_words_below_it_ask_for(words: str, value: float) -> None:
    box = f"402\nOffences recorded by Sussex Police in 2018/19.\n\n{words}\n\n1,200\nYear 6 pupils who will take part."
    assert [one.value for one in figures(f"\n\n{box}\n")] == [402, value]


def test_their_number_is_of_those_whose_share_stands_before_it() -> None:
    found = figures("Boys aged 11 or under were the victims in 4% of cases; their number, 187, is small.")
    assert [(one.value, one.victim_sex, one.victim_age_max) for one in found] == [(4, "male", 11), (187, "male", 11)]


@pytest.mark.parametrize("said", ["and nine per cent for each of the rest", "and the other two had nine per cent each"])
def test_each_of_the_rest_are_those_counted_before_and_not_named(said: str) -> None:
    found = figures(
        f"Snapchat: 844. WhatsApp: 194. Facebook and Messenger: 187. That is 40 per cent for Snapchat {said}."
    )
    shares = [(one.value, one.platforms) for one in found if one.measure == "offence_share"]
    assert shares == [(40, ("Snapchat",)), (9, ("WhatsApp",)), (9, ("Facebook", "Facebook Messenger"))]


@pytest.mark.parametrize("ways", ["forms of communication", "types of communication", "modes of communication"])
def test_a_number_of_ways_of_contact_counts_no_offences(ways: str) -> None:
    words = f"Nine separate {ways} were recorded, the most common being Snapchat (26)."
    assert read(words) == [("methods", 9), ("offences", 26)]


def test_offences_by_ways_of_contact_are_offences() -> None:
    assert read("Of these, 90 were by forms of communication that the record names.") == [("offences", 90)]
