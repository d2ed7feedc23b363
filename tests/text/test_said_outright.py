"""Numbers, places and bases that the words around leave no doubt about, in several wordings, and what is like them."""

import datetime as dt

import pytest

from figuretrail.figure import Figure
from figuretrail.text import certainfigures, extract
from figuretrail.text.reader import read
from figuretrail.text.resolve import Resolver
from figuretrail.text.walk import Walk

SUBJECT = "offences of sexual communication with a child"
COUNTED = f"Kent Police recorded 104 {SUBJECT} in 2019/20. "


def figures(text: str) -> list[Figure]:
    return extract(text, published=dt.date(2021, 5, 5))


def told(text: str) -> list[tuple[str, float | None]]:
    return [(figure.measure, figure.value) for figure in figures(text)]


def by_value(text: str) -> dict[float | None, Figure]:
    return {figure.value: figure for figure in figures(text)}


# changes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("So last year was 16 per cent better than the one before.", -16),
        ("There were 71 in 2022/23, down from 78 the year before, or by nine per cent.", -9),
        ("There were 71 in 2022/23, up from 58 the year before, or 22 per cent.", 22),
        ("There were 71 in 2022/23, down from 78 the year before (or by nine per cent).", -9),
    ],
)
def test_changes_by_what_stands_away_from_them(words: str, value: float) -> None:
    assert ("offence_change", value) in told(COUNTED + words)


def test_a_share_after_an_alternative_that_tells_no_change_is_a_share() -> None:
    assert ("offence_share", 9.0) in told(COUNTED + "Snapchat was used in nine of them, or nine per cent.")


# numbers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Kik and Omegle were each used twice.", [2, 2]),
        ("Text messages accounted for four, Instagram for three and the Xbox console for one.", [4, 3, 1]),
        ("Five involved PlayStation or Xbox consoles, up from one.", [5, 1]),
        ("Twelve involved Snapchat, compared with one the year before.", [12, 1]),
    ],
)
def test_one_and_twice_are_counts(words: str, values: list[float]) -> None:
    assert told(COUNTED + words)[1:] == [("offences", value) for value in values]


def test_up_from_one_thing_to_another_is_no_count() -> None:
    assert ("offences", 1.0) not in told(COUNTED + "Five involved games, moving children up from one to another.")


@pytest.mark.parametrize("verb", ["had", "recorded", "logged"])
def test_none_in_either_year_is_nothing_in_each(verb: str) -> None:
    text = f"The Met recorded 684 {SUBJECT} in the year to April 2019, up from 538 in the previous 12 months."
    found = figures(f"{text} The City of London force, by contrast, {verb} none in either year.")
    nothing = [(one.value, one.geography, f"{one.period_start}") for one in found if one.value == 0]
    assert sorted(nothing) == [(0, "City of London", "2017-04-01"), (0, "City of London", "2018-04-01")]


def test_none_of_a_thing_is_no_count() -> None:
    assert ("offences", 0.0) not in told(
        COUNTED + "The children said that they had none of the apps, and Kent had none to give."
    )


def is_certain(text: str, value: float) -> bool:
    """Whether the words around a number leave no doubt that it is a figure, whatever else is said before it."""
    reading = read(text, published=None)
    one = next(one for one in reading.candidates if one.role.value == value)
    return certainfigures.is_certain(Walk(reading, None), one, reading.sentences[one.sentence])


@pytest.mark.parametrize(
    "words",
    [
        "323% up on the 60 which they were told about in 2017/18",
        "323% up on the 60 that were recorded in 2017/18",
        "323% up on the 60 in 2017/18",
        "323% down on the 60 they had heard of",
    ],
)
def test_what_a_change_is_up_on_is_a_count(words: str) -> None:
    assert is_certain(f"{COUNTED}Officers in Essex dealt with 254 crimes, {words}.", 60)


def test_what_a_change_of_staff_is_up_on_is_not_for_sure() -> None:
    assert not is_certain(f"{COUNTED}The helpline has 254 staff, 323% up on the 60 which it had in 2017/18.", 60)


@pytest.mark.parametrize(
    "words",
    ["had made a provisional count of 46", "had kept a running count of 46", "had drawn up a rough tally of 46"],
)
def test_a_count_of_so_many_that_the_police_made(words: str) -> None:
    assert is_certain(f"{COUNTED}Asked about April, Thames Valley Police said that it {words}.", 46)


def test_a_count_of_something_else_is_none() -> None:
    assert not is_certain(f"{COUNTED}Thames Valley Police said that its helpline had taken a total of 46 calls.", 46)


@pytest.mark.parametrize(
    "words",
    [
        "The victims ranged in age from six to 15.",
        "Victims ranged in age between six and 15.",
        "The victims' ages ranged from six to 15.",
    ],
)
def test_ages_that_range_are_of_the_youngest_and_the_oldest(words: str) -> None:
    text = (
        f"The Met recorded 684 {SUBJECT} in the year to April 2019.\n\nCommander Storr said that the force had"
        " safeguarded more than 1,000 children since January, and made 820 arrests for all types of online child sexual"
        f' abuse. "We cannot arrest our way out of this," she added.\n\n{words}'
    )
    assert told(text)[1:] == [("victim_age", 6), ("victim_age", 15)]


def test_ages_of_others_that_range_are_none() -> None:
    assert told(COUNTED + "The suspects ranged in age from 18 to 71.")[1:] == []


@pytest.mark.parametrize(
    "words", ["Put another way, that's 16 children.", "That is 16 children.", "In other words, 16 children."]
)
def test_a_share_of_victims_in_numbers(words: str) -> None:
    found = by_value(f"{COUNTED}Twenty-two per cent of the victims were boys. {words}")
    assert (found[16].measure, found[16].victim_sex) == ("victims", "male")


@pytest.mark.parametrize(
    "words",
    [
        "every force in England and Wales. All but four replied. The 39 who did had 1,316 offences on their books.",
        "all the forces in England and Wales. Thirty-nine gave a usable response, with 1,316 offences between them.",
        "each police force in England and Wales. Thirty-nine gave full answers, with 1,316 offences in all.",
    ],
)
def test_so_many_forces_that_did(words: str) -> None:
    assert ("forces", 39.0) in told(f"{COUNTED}The NSPCC asked {words}")


def test_pupils_who_did_are_no_forces() -> None:
    text = f"There were 104 {SUBJECT} in Kent in 2019/20.\n\nOne head asked her pupils about it. The 39 who did reply"
    assert ("forces", 39.0) not in told(f"{text} had blocked someone.")


def test_an_eighth_is_a_share() -> None:
    assert ("offence_share", 12.5) in told(COUNTED + "An eighth of the crimes were on Kik.")


@pytest.mark.parametrize("age", [("third", 2), ("fifth", 4), ("sixth", 5)])
def test_birthdays_of_small_children(age: tuple[str, int]) -> None:
    text = f"{COUNTED}On Merseyside 71 victims were girls and three had not reached their {age[0]} birthday."
    assert by_value(text)[3].victim_age_max == age[1]


def test_the_length_of_a_race_is_no_count() -> None:
    text = f"{COUNTED}Sign up for the charity's Santa Dash in Exeter (5k, £18) or Truro (3k, £12)."
    assert told(text)[1:] == []


# places -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lead", ["To the east, Durham", "Further north, Durham", "To the west and to the south, Durham"]
)
def test_a_direction_before_a_name_is_no_part_of_it(lead: str) -> None:
    assert by_value(f"{COUNTED}{lead} Constabulary recorded 88 offences.")[88].geography == "Durham"


def test_quarters_before_a_name_are_parts_of_it() -> None:
    text = f"{COUNTED}North, South and West Yorkshire together recorded 880 offences."
    assert by_value(text)[880].geography != "West Yorkshire"


@pytest.mark.parametrize(
    "question", ["What about the rest of the UK?", "And what about the whole of the UK?", "How does the UK compare?"]
)
def test_a_question_over_a_paragraph_says_where(question: str) -> None:
    text = (
        f"Police in Northern Ireland recorded 198 {SUBJECT} in 2022/23. In 2017/18 the PSNI recorded 82.\n\n"
        f"{question}\n\nThe charity received answers from 46 police services. They recorded 6,350 offences in 2022/23."
    )
    assert by_value(text)[6350].geography == "United Kingdom"


def test_a_question_over_a_paragraph_that_names_a_place_leaves_it_its_own() -> None:
    text = (
        f"Police in Northern Ireland recorded 198 {SUBJECT} in 2022/23.\n\nWhat about the rest of the UK?\n\n"
        "Kent Police recorded 350 offences."
    )
    assert by_value(text)[350].geography == "Kent"


@pytest.mark.parametrize("word", ["alone", "itself"])
def test_a_place_said_of_alone(word: str) -> None:
    text = (
        "In the year to April 2019 there were 395 such offences in Wales. Requests to all 43 forces in England and"
        f" Wales show that 4,373 {SUBJECT} were recorded across the two nations.\n\n"
        f'"Here in Wales {word} we are talking about more than one child-grooming offence for every day of the year."'
    )
    assert by_value(text)[1].geography == "Wales"


@pytest.mark.parametrize("words", ["At a national level", "On a national scale", "At national level"])
def test_the_national_level_is_the_whole_country(words: str) -> None:
    sentence = read(f"{COUNTED}\n\n{words}, Snapchat was used in 20% of the crimes.", published=None).sentences[-1]
    assert sentence.tags.startswith("U,")


@pytest.mark.parametrize("words", ["In 2017/18, they recorded 377.", "In 2017/18 they had logged 377."])
def test_they_are_those_of_the_sentence_before(words: str) -> None:
    text = (
        "- Online grooming offences in South West reach 640\n- Nearly half of UK offences took place on Snapchat\n\n"
        f"Five police forces in our region recorded 640 {SUBJECT} in 2023/24. {words}"
    )
    assert by_value(text)[377].geography == "South West"


# bases ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("joint", ["and of those whose sex was written down", "and of those whose gender was known"])
def test_a_base_of_the_next_clause_is_not_that_of_the_first(joint: str) -> None:
    found = by_value(
        f"{COUNTED}Nine out of ten Kent victims were aged from 11 to 15, {joint}, 79 per cent were female."
    )
    assert (found[90].base, found[79].base) == ("all", "sex_recorded")


@pytest.mark.parametrize("joint", ["and 19 per cent to Instagram", "and 19 per cent on Instagram"])
def test_a_share_that_goes_on_has_the_base_of_the_first(joint: str) -> None:
    text = (
        f"{COUNTED}Members heard that 28 per cent of offences had some link to Snapchat {joint}, but that officers did"
        " not always tick the relevant box on the crime report."
    )
    found = {made.value: made for made in Resolver(read(text, published=None), None).run()}
    assert (found[28].base, found[19].base, found[19].sure["base"]) == ("all", "all", 1)


def test_a_share_that_goes_on_with_its_own_base_is_of_that() -> None:
    text = f"{COUNTED}Snapchat was used in 28 per cent of offences, and 39 per cent of those where the app was known."
    assert by_value(text)[39].base == "method_recorded"
