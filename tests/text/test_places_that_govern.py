"""Places that words around a number leave no doubt about: names over lists, parts of a force, both forces together."""

import datetime as dt

import pytest

from figuretrail.text import extract

OPENING = (
    "The region's forces recorded 1,944 offences of sexual communication with a child in the South East in 2022/23.\n\n"
)


def places(text: str, opening: str = OPENING) -> list[tuple[float, str | None]]:
    found = extract(opening + text, published=dt.date(2023, 11, 1))[1:]
    return [(figure.value or 0.0, figure.geography) for figure in found]


@pytest.mark.parametrize("name", ["{}", "**{}**", "{} Police", "{}:", "1. {}"])
def test_a_name_alone_on_its_line_is_of_all_items_below_it(name: str) -> None:
    text = f"""{name.format("Kent")}

- 2,551 offences in six years
- 551 of these in 2022/23
- The year before: 507
- In 2017/18: 274

{name.format("Sussex")}

- 402 offences in 2022/23, the most of any single year
- The year before: 391
- Nationally: 6,350

Taken together that is 953 offences across the South East."""
    assert places(text)[:6] == [
        (2551, "Kent"), (551, "Kent"), (507, "Kent"), (274, "Kent"), (402, "Sussex"), (391, "Sussex"),
    ]  # fmt: skip
    assert places(text)[-1] == (953, "South East")


def test_a_name_alone_is_of_the_paragraph_right_below_it_only() -> None:
    text = """Kent
Up from 274 to 551 offences. The year before it was 507.

Surrey
Down from 190 to 159 offences. The year before it was 171.

Across the UK 6,900 offences were recorded in 2022/23. Snapchat was used in 1,824 of them."""
    assert [place for _, place in places(text)] == [*["Kent"] * 3, *["Surrey"] * 3, *["United Kingdom"] * 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crawley had 34 of Sussex's offences in 2022/23.", [(34, None)]),
        ("Of these, 74 of Kent's 551 were in the town itself, and a further 31 were in Medway.",
         [(74, None), (551, "Kent"), (31, None)]),
        ("Some 58 of Surrey's 159 came from Woking.", [(58, None), (159, "Surrey")]),
        # opposite cases: a force as part of its region, a platform's part, and who recorded them
        ("Kent had 551 of the South East's offences in 2022/23.", [(551, "Kent")]),
        ("Snapchat was named in 34 of Sussex's offences.", [(34, "Sussex")]),
        ("Police recorded 34 of Sussex's offences in March 2023.", [(34, "Sussex")]),
    ],
)  # fmt: skip
def test_a_part_of_a_force_is_no_place_of_the_columns(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert places(text) == expected


BOTH = "Sussex Police recorded 402 offences of sexual communication with a child in 2022/23. Surrey had 159. "


@pytest.mark.parametrize(
    "text",
    [
        "Girls were the victims in 78% of offences across both force areas.",
        "The proportion of victims in both counties who were girls was 78%.",
        "In the two counties put together, Snapchat was used in 78% of offences.",
        "The two forces combined recorded 561 offences.",
    ],
)
def test_both_forces_together_are_no_single_place(text: str) -> None:
    assert places(text, BOTH)[-1][1] is None


def test_both_forces_together_may_be_all_of_a_region_and_each_of_both_is_itself() -> None:
    region = (
        "Cleveland Police recorded 102 offences of sexual communication with a child in 2022/23. Durham had 59 "
        "and Northumbria 231. "
    )
    assert places(region + "The three forces together recorded 392 offences.", "")[-1] == (392, "North East")
    assert places("Kent recorded 551 in the same year, as many as both counties did in 2019.", BOTH)[-1] == (
        551,
        "Kent",
    )


@pytest.mark.parametrize(
    "said",
    [
        "Those returns cover the UK as a whole.",
        "These figures are for the UK.",
        "The percentages relate to the whole of the UK.",
        "All of the numbers refer to the United Kingdom.",
    ],
)
def test_a_later_sentence_says_what_the_numbers_before_it_cover(said: str) -> None:
    opening = "Police in England and Wales recorded 6,350 offences of sexual communication with a child in 2022/23.\n\n"
    text = f"Snapchat featured in 48% of the offences for which the means was known and WhatsApp in 12%. {said}"
    assert [place for _, place in places(text, opening)] == ["United Kingdom", "United Kingdom"]
    named = f"In Kent Snapchat featured in 48% of the offences. {said}"
    assert [place for _, place in places(named, opening)] == ["Kent"]


@pytest.mark.parametrize(
    ("after", "place"),
    [
        (
            "That was the first year of the offence of sexual communication with a child in the North East.",
            "North East",
        ),
        ("These are crimes of sexual communication with a child that were recorded across Wales last year.", "Wales"),
        ("That makes it the worst year yet for online grooming across Scotland.", "Scotland"),
        # opposite cases: another place's number, and where something was said
        ("That was more than the sexual communication with a child recorded in Essex.", None),
        ("That was said of sexual communication with a child at a meeting in Essex.", None),
    ],
)
def test_the_first_number_is_of_the_place_that_the_next_sentence_names(after: str, place: str | None) -> None:
    text = f"""THREE forces, one new law and 371 crimes. {after}

Northumbria Police accounted for 235 of them between April 3, 2017 and April 2, 2018. Durham Constabulary had 79, and
Cleveland Police 57."""
    first = extract(text, published=dt.date(2018, 9, 1))[0]
    assert (first.value, first.geography) == (371, place)


ABOUT_HERTFORDSHIRE = """The NSPCC has published figures on sexual communication with a child. There were 136 of these
offences in Hertfordshire in 2022/23, an increase of 53 per cent; the average for the United Kingdom is 82 per cent.

"""


@pytest.mark.parametrize(
    "text",
    [
        "In total the Constabulary has dealt with 742 such offences between April 2017 and March 2023.",
        "Where our officers noted the app it was Instagram in 742 cases.",
        "Over the six years the force counted 742.",
    ],
)
def test_the_force_is_the_one_force_of_the_text(text: str) -> None:
    found = extract(ABOUT_HERTFORDSHIRE + text, published=dt.date(2023, 11, 1))
    assert {one.value: one.geography for one in found}[742.0] == "Hertfordshire"


def test_the_force_of_a_text_on_several_is_none_of_them_for_sure() -> None:
    text = ABOUT_HERTFORDSHIRE + "In Essex, which has its own police, it was 214. Across the UK the force counted 742."
    found = extract(text, published=dt.date(2023, 11, 1))
    assert {one.value: one.geography for one in found}[742.0] != "Hertfordshire"
