"""Rates as sentences say them, and the bounds that words put on a number."""

import pytest

from tests.text.test_sentences_of_articles import columns, read


def test_bounds_after_a_number_and_before_a_mark() -> None:
    text = "Welsh forces recorded 340 grooming offences or thereabouts in 2021/22, which takes it over the 2,000 mark."
    assert [(figure.surface, figure.bound) for figure in read(text)] == [("340", "~"), ("2,000", ">")]
    text = "Welsh forces recorded 1,220 grooming offences, or over 13 a day, which takes it past 34,000."
    assert [(figure.surface, figure.bound) for figure in read(text)][1] == ("13", ">")


@pytest.mark.parametrize(
    ("words", "unit", "value", "bound"),
    [
        ("almost 14 a day", "per_day", 14, "~"),
        ("over 90 a week", "per_week", 90, ">"),
        ("six an hour", "per_day", 144, "="),
        ("one every 45 minutes", "per_day", 32, "="),
        ("one every second day", "per_day", 0.5, "="),
        ("about one every other hour", "per_day", 12, "~"),
        ("one every 19 days", "per_day", 0.0526, "="),
    ],
)
def test_rates(words: str, unit: str, value: float, bound: str) -> None:
    (rate,) = read(f"Grooming offences in the UK in 2021/22 were recorded at a rate of {words}.")
    assert (rate.measure, rate.unit, rate.value, rate.bound) == ("offence_rate", unit, value, bound)


@pytest.mark.parametrize(
    ("sentence", "surface", "value", "unit"),
    [
        ("Kent Police recorded three grooming offences every other day.", "three", 1.5, "per_day"),
        ("Kent Police recorded three grooming offences every day.", "three", 3, "per_day"),
        ("Three grooming offences were recorded every two days in Kent.", "Three", 1.5, "per_day"),
        (
            "Three offences of sexual communication with a child were recorded by police in Kent every two days.",
            "Three",
            1.5,
            "per_day",
        ),
        ("Kent Police recorded 10 grooming offences every two weeks.", "10", 5, "per_week"),
        ("Kent Police recorded 10 grooming offences every week.", "10", 10, "per_week"),
        ("Kent Police recorded four grooming offences a fortnight.", "four", 2, "per_week"),
        ("Kent Police recorded nine grooming offences every other month.", "nine", 4.5, "per_month"),
    ],
)
def test_so_many_in_several_units_of_time(sentence: str, surface: str, value: float, unit: str) -> None:
    (rate,) = read(sentence)
    assert (rate.surface, rate.measure, rate.value, rate.unit) == (surface, "offence_rate", value, unit)


def test_one_far_before_an_interval_is_no_number_of_it() -> None:
    (rate,) = read("One online grooming crime is recorded by Avon and Somerset Police roughly every 36 hours.")
    assert (rate.surface, rate.value, rate.unit, rate.bound) == ("every 36 hours", 0.6667, "per_day", "~")


def test_an_interval_of_another_clause_is_a_number_of_its_own() -> None:
    count, rate = read("Kent Police recorded 183 grooming offences in 2021/22, meaning one every two days.")
    assert (count.measure, count.value) == ("offences", 183)
    assert (rate.surface, rate.value, rate.unit) == ("one every two days", 0.5, "per_day")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Grooming offences in Kent fell threefold in 2021/22.", -66.67),
        ("Grooming offences in Kent rose threefold in 2021/22.", 200),
        ("Grooming offences in Kent fell by a factor of three in 2021/22.", -66.67),
        ("Grooming offences in Kent grew by a factor of three in 2021/22.", 200),
        ("Grooming offences in Kent dropped by more than two-fold in 2021/22.", -50),
        ("There was a fourfold drop in grooming offences in Kent in 2021/22.", -75),
        ("There was a fourfold rise in grooming offences in Kent in 2021/22.", 300),
        ("Grooming offences fell in Surrey but rose threefold in Kent.", 200),
        ("Grooming offences in Kent were halved in 2021/22.", -50),
        ("After the fall, grooming offences in Kent doubled in 2021/22.", 100),
    ],
)
def test_a_fall_by_so_many_times_divides(sentence: str, value: float) -> None:
    (change,) = read(sentence)
    assert (change.measure, change.value) == ("offence_change", value)


def test_an_interval_alone_is_a_rate() -> None:
    (rate,) = read("A grooming offence is recorded every two hours in the UK, figures for 2021/22 show.")
    assert (rate.surface, rate.value, rate.unit) == ("every two hours", 12, "per_day")


def test_an_interval_of_hours_and_minutes_is_one() -> None:
    (rate,) = read("In 2021/22 that was one grooming offence every 2 hours and 40 minutes.")
    assert (rate.surface, rate.value, rate.unit) == ("one grooming offence every 2 hours and 40 minutes", 9, "per_day")


@pytest.mark.parametrize(
    ("sentence", "surface", "value", "unit"),
    [
        ("That is a daily average of 12 grooming crimes.", "12", 12, "per_day"),
        ("They now record 20 grooming offences on each day of the year.", "20", 20, "per_day"),
        ("We are still looking at four of these offences every week.", "four", 4, "per_week"),
    ],
)
def test_rates_as_people_say_them(sentence: str, surface: str, value: float, unit: str) -> None:
    lead = "Police in the UK recorded 7,263 offences of sexual communication with a child in 2024/25. "
    assert columns(lead + sentence, "measure", "value", "unit")[-1] == (surface, "offence_rate", value, unit)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("On an average day police in Kent record 6 grooming offences", 6.0, "per_day"),
        ("In Kent 31 grooming offences are recorded in a typical week", 31.0, "per_week"),
        ("Each month about 40 grooming offences are recorded in Kent", 40.0, "per_month"),
        ("The average number of grooming offences a month in Kent is 28", 28.0, "per_month"),
        ("Police in Kent recorded 11 grooming offences daily", 11.0, "per_day"),
        ("Police in Kent recorded a grooming offence every other day", 0.5, "per_day"),
        ("Police in Kent recorded one grooming offence every other day", 0.5, "per_day"),
        ("Police in Kent recorded a grooming offence every third day", 0.3333, "per_day"),
        ("On average eight grooming crimes are recorded somewhere in Wales each week", 8.0, "per_week"),
        ("Police in Kent recorded 4 grooming offences against children every day", 4.0, "per_day"),
    ],
)
def test_rates_whose_unit_stands_first_or_apart(words: str, value: float, unit: str) -> None:
    (figure,) = read(f"{words}.")
    assert (figure.measure, figure.value, figure.unit) == ("offence_rate", value, unit)


@pytest.mark.parametrize("what", ["burglary", "robbery", "arrest"])
def test_one_other_thing_every_other_day_is_no_rate_of_ours(what: str) -> None:
    assert read(f"Police in Kent recorded one {what} every other day.") == []


def test_offences_in_a_place_and_a_week_of_another_clause_make_no_rate() -> None:
    text = "There were 71 grooming offences in Wales in 2021/22, and the team meets each week."
    assert columns(text, "unit") == [("71", "count")]


def test_a_unit_of_time_in_another_clause_makes_no_rate() -> None:
    text = "Kent recorded 300 grooming offences in 2021/22, about six every week – compared with 212 in 2018/19."
    assert [figure.unit for figure in read(text)] == ["count", "per_week", "count"]


def test_an_interval_after_a_rate_is_read_as_an_interval() -> None:
    text = "In Wales in 2021/22 there were 18 grooming offences every day, or one every 80 minutes."
    assert columns(text, "value", "unit") == [("18", 18, "per_day"), ("one every 80 minutes", 18, "per_day")]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("70-plus grooming offences", ">"),
        ("70-odd grooming offences", "~"),
        ("70 grooming offences, near enough,", "~"),
        ("70 grooming offences, give or take,", "~"),
        ("70 grooming offences or more", ">="),
        ("just shy of 70 grooming offences", "~"),
        ("c.70 grooming offences", "~"),
        ("70 (+18%) grooming offences", "="),
        ("a total that is now past 70 grooming offences", ">"),
        ("well above 70 grooming offences", ">"),
        ("a near-doubling of grooming offences", "~"),
    ],
)
def test_bounds_before_and_after_a_number(words: str, bound: str) -> None:
    assert read(f"Police in Kent recorded {words} in 2021/22.")[0].bound == bound


@pytest.mark.parametrize(
    ("said", "bound"),
    [
        ("have broken through 7,000 in England and Wales in 2023/24", ">"),
        ("broke a record in England and Wales: 7,000 in 2023/24", "="),
        ("were 7,000, or something like that, in England and Wales in 2023/24", "~"),
        ("were 7,000 in England and Wales in 2023/24; something like that", "="),
    ],
)
def test_bounds_in_several_words(said: str, bound: str) -> None:
    assert read(f"Recorded grooming offences {said}.")[0].bound == bound


@pytest.mark.parametrize(
    ("words", "bound"), [("It all adds up to", "="), ("It has gone up to", "="), ("It is up to", "<=")]
)
def test_up_to_is_a_bound_but_after_a_verb_that_it_completes(words: str, bound: str) -> None:
    text = f"Kent recorded 70 grooming offences in 2020/21. {words} 130 grooming offences in 2021/22."
    assert [figure.bound for figure in read(text)][-1] == bound


def test_what_a_number_is_above_has_no_bound() -> None:
    text = "Kent recorded 97 grooming offences in 2021/22, well above the 53 of 2017/18."
    assert [figure.bound for figure in read(text)] == ["=", "="]


def test_from_one_number_up_to_another_is_no_bound() -> None:
    text = "Grooming offences in Kent went from 61 up to 84 in 2021/22."
    assert [figure.bound for figure in read(text)] == ["=", "="]
