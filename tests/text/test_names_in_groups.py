"""Names that stand together or for each other: lists of platforms, owners, kin, quarters of a county, exceptions."""

from typing import Any

import pytest

from figuretrail.text import extract, reader
from figuretrail.text.tokens import find_phrases
from tests.text.test_sentences_of_articles import PUBLISHED, columns, read


@pytest.mark.parametrize(
    ("words", "platforms"),
    [
        ("Snapchat and the products of Meta were", ("Meta", "Snapchat")),
        ("apps run by Facebook were", ("Meta",)),
        ("apps run by Facebook, Viber and Kik were", ("Facebook", "Kik", "Viber")),
        ("Instagram and its sister app WhatsApp were", ("Instagram", "WhatsApp")),
        ("Instagram, along with its stablemate WhatsApp, was", ("Instagram", "WhatsApp")),
        ("the big three of Facebook, Kik and Viber were", ("Facebook", "Kik", "Viber")),
        ("Meta's WhatsApp was", ("WhatsApp",)),
        ("apps of Facebook's – the site itself, Instagram and WhatsApp – were", ("Facebook", "Instagram", "WhatsApp")),
        ("apps owned by Facebook (WhatsApp and the network itself) were", ("Facebook", "WhatsApp")),
        ("Facebook and the apps it owns (WhatsApp and Instagram) were", ("Facebook", "Instagram", "WhatsApp")),
        ("Kik and Meta, which runs Instagram and WhatsApp, were", ("Instagram", "Kik", "WhatsApp")),
        ("Facebook, together with Snapchat, was", ("Facebook", "Snapchat")),
        ("Facebook's sister apps, Instagram and WhatsApp, were", ("Instagram", "WhatsApp")),
        ("Facebook and its sister apps, Viber and Kik, were", ("Facebook", "Kik", "Viber")),
        ("Facebook (with Messenger) was", ("Facebook", "Facebook Messenger")),
        ("Facebook itself, taken with its Messenger service, was", ("Facebook", "Facebook Messenger")),
        ("Snapchat and two of Meta's apps were", ("Meta", "Snapchat")),
    ],
)
def test_platforms_that_are_counted_together(words: str, platforms: tuple[str, ...]) -> None:
    text = f"Of grooming offences in Essex in 2021/22, {words} used in 44% where the platform was known."
    assert columns(text, "platforms") == [("44%", platforms)]


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("it knew how the children had been approached", ["how the children had been approached"]),
        ("they could say how the offender got in touch.", ["how the offender got in touch"]),
        ("asked how contact was made with them", ["how contact was made"]),
        ("the record of how an adult had made contact", ["how an adult had made contact"]),
        ("it said how the victim was first contacted", ["how the victim was first contacted"]),
        ("nobody knows how many children it contacted", []),
        ("how the charity contacted children", []),
    ],
)
def test_how_somebody_was_contacted_is_a_means(words: str, means: list[str]) -> None:
    _, found = find_phrases(words)
    assert [words[start:end] for start, (end, phrase) in found.items() if phrase.tag == "H"] == means


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Facebook-owned Instagram and WhatsApp", [("P", ("Instagram", "WhatsApp"))]),
        ("Meta-owned Instagram, WhatsApp or Facebook itself", [("P", ("Instagram", "WhatsApp", "Facebook"))]),
        ("the Facebook-owned app", [("Q", None)]),  # one that was named before
        ("the Facebook-owned apps", [("P", ("Meta",))]),
        ("Viber and Facebook (including Messenger)", [("P", ("Viber", "Facebook")), ("P", ("Facebook Messenger",))]),
    ],
)
def test_an_owner_is_not_one_of_what_it_owns(words: str, named: list[tuple[str, Any]]) -> None:
    (sentence,) = reader.read(f"Of grooming offences 12 were on {words}.", published=PUBLISHED).sentences
    assert [(token.tag, token.value) for token in sentence.tokens if token.tag in "PQ"] == named


def test_a_row_parted_by_slashes_has_one_platform_for_each_share() -> None:
    text = "Grooming offences in Essex in 2021/22 where the app was known: Kik 41% / Viber 12% / Skype 7%"
    assert columns(text, "platforms") == [("41%", ("Kik",)), ("12%", ("Viber",)), ("7%", ("Skype",))]


def test_numbers_of_platforms_one_after_the_other_keep_them_apart() -> None:
    text = "Of grooming offences in Essex in 2021/22 there were 46 mentions of Skype, 30 of Kik and 11 of Viber."
    assert columns(text, "platforms") == [("46", ("Skype",)), ("30", ("Kik",)), ("11", ("Viber",))]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("12 were on Kik, seven on Viber and four on X", [("Kik",), ("Viber",), ("Twitter",)]),
        ("Kik figured in nine and X in three", [("Kik",), ("Twitter",)]),
        ("12 were on Kik and seven in Class X", [("Kik",)]),
        ("12 were in Kent and four in X", []),  # where no platform is named, the letter is no name of one
    ],
)
def test_a_capital_x_beside_platforms_is_one(words: str, named: list[tuple[str, ...]]) -> None:
    (sentence,) = reader.read(f"Of grooming offences {words}.", published=PUBLISHED).sentences
    assert [token.value for token in sentence.tokens if token.tag == "P"] == named


@pytest.mark.parametrize("part", ["North", "northern", "south", "East", "mid"])
def test_a_part_of_a_county_is_not_the_county(part: str) -> None:
    assert columns(f"Police in {part} Kent recorded 81 grooming offences in 2021/22.", "geography") == [("81", None)]


def test_quarters_of_a_county_are_places_of_their_own() -> None:
    text = "There were 91, 80 and 77 grooming offences in South, North and West Yorkshire respectively in 2021/22."
    assert [figure.geography for figure in read(text)] == ["South Yorkshire", "North Yorkshire", "West Yorkshire"]


@pytest.mark.parametrize("words", ["except Gwent", "apart from Gwent", "other than Gwent", "excluding Gwent"])
def test_an_exception_is_not_the_place(words: str) -> None:
    text = f"All forces in the UK {words} gave their numbers: 4,120 grooming offences were recorded in 2021/22."
    assert columns(text, "geography") == [("4,120", "United Kingdom")]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Norfolk and Suffolk", None),
        ("Dorset, Gwent and Surrey", None),
        ("Oxfordshire, Berkshire and Buckinghamshire", "Thames Valley"),
        ("North, South and West Yorkshire", None),
        ("England + Wales", "England and Wales"),
        ("England, Wales and Northern Ireland", None),
        ("England and Wales, Scotland and Northern Ireland", "United Kingdom"),
    ],
)
def test_several_places_are_no_one_place_but_the_counties_of_one_force(words: str, place: str | None) -> None:
    assert columns(f"Police in {words} recorded 281 grooming offences in 2021/22.", "geography") == [("281", place)]


def test_our_officers_are_of_the_force_in_the_title() -> None:
    text = "Our officers recorded 98 grooming offences in 2021/22. In England and Wales there were 5,213."
    figures = extract(text, published=PUBLISHED, title="Gwent Police backs a campaign")
    assert [figure.geography for figure in figures] == ["Gwent", "England and Wales"]
