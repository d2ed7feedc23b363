"""Times that words point to elsewhere, each in several wordings, and what is like them but is not."""

import datetime as dt

import pytest

from figuretrail.text import extract

SUBJECT = "offences of sexual communication with a child"
Times = dict[float, tuple[str, str]]


def times(text: str, published: dt.date = dt.date(2024, 11, 6)) -> Times:
    found = extract(text, published=published)
    return {figure.value: (f"{figure.period_start}"[:7], f"{figure.period_end}"[:7]) for figure in found}


def year(first: int) -> tuple[str, str]:
    return f"{first}-04", f"{first + 1}-03"


COUNTED = f"Kent Police recorded 419 {SUBJECT} in 2022/23. "


@pytest.mark.parametrize(
    "words",
    [
        "That compares with 187 when the law was new.",
        "It is more than double the 187 recorded when the offence was first introduced.",
        "The total stood at 419, against 187 when the legislation came in.",
        "The number is up from 187 when it became a criminal offence.",
        "It compares with 187 when the offence took effect.",
    ],
)
def test_the_first_year_of_a_law_that_was_new(words: str) -> None:
    assert times(COUNTED + words)[187] == year(2017)


def test_a_law_that_comes_again_is_not_the_first_year() -> None:
    text = COUNTED + "It compares with 388 in 2021/22, when the law was much discussed."
    assert times(text)[388] == year(2021)


@pytest.mark.parametrize(
    "words",
    [
        "Twenty-five offences were recorded by the force that year.",
        "It logged 25 crimes in that year.",
        "During that year officers dealt with 25 offences.",
    ],
)
def test_that_year_after_a_change_since_it(words: str) -> None:
    text = f"Recorded {SUBJECT} in Cheshire have quadrupled since 2017/18. {words} It was 128 in 2020/21."
    assert times(text)[25] == year(2017)


def test_that_year_after_a_year_told_is_that_one() -> None:
    text = f"Recorded {SUBJECT} in Cheshire have grown since 2017/18. There were 128 in 2020/21. Kent had 97 that year."
    assert times(text)[97] == year(2020)


@pytest.mark.parametrize(
    "words",
    [
        "The UK figure has all but doubled since 2017/18, from 3,728 to 7,263.",
        "Since 2017/18 the UK number has grown from 3,728 to 7,263.",
        "Across the UK it went up from 3,728 to 7,263 since 2017/18.",
    ],
)
def test_the_year_since_which_it_rose_from_so_many(words: str) -> None:
    found = times(f"Devon and Cornwall Police recorded 181 {SUBJECT} in 2024/25. {words}", dt.date(2025, 11, 18))
    assert (found[3728], found[7263]) == (year(2017), year(2024))


def test_a_year_told_beside_the_first_is_its_own() -> None:
    text = COUNTED + "Since 2017/18 it has fluctuated, rising from 301 in 2019/20 to 419."
    assert times(text)[301] == year(2019)


@pytest.mark.parametrize(
    "words",
    [
        "That was 61 in April to June, 84 in July to September and 204 in the rest of the year.",
        "These were spread unevenly: 61 in April to June and 84 in July to September.",
        "Of these, 61 were recorded from April to June and 84 from July to September.",
    ],
)
def test_months_of_the_year_right_before(words: str) -> None:
    text = f"Kent Police registered 349 {SUBJECT} between April 2020 and March 2021. {words}"
    found = times(text, dt.date(2021, 8, 24))
    assert (found[61], found[84]) == (("2020-04", "2020-06"), ("2020-07", "2020-09"))


def test_months_after_the_year_are_those_before_publication() -> None:
    text = (
        f"Kent Police registered 349 {SUBJECT} between April 2020 and March 2021. Since then there has been no let-up:"
        " from April to June officers dealt with 98."
    )
    assert times(text, dt.date(2021, 8, 24))[98] == ("2021-04", "2021-06")


@pytest.mark.parametrize(
    "words",
    [
        "Compared with the year to June 2021, the total has risen by seven per cent.",
        "The total is up by seven per cent on the year to June 2021.",
    ],
)
def test_after_parts_that_add_up_the_whole_goes_on(words: str) -> None:
    text = (
        f"There were 183 {SUBJECT} in Kent in the 12 months to June 2022. The force recorded 52 between April and June,"
        f" 47 from January to March, 39 in the closing quarter of 2021 and 45 in the one before that.\n\n{words}"
    )
    assert times(text, dt.date(2022, 8, 3))[7] == ("2021-07", "2022-06")


def test_after_parts_a_change_of_one_part_is_of_that_part() -> None:
    text = (
        f"Altogether there were 467 {SUBJECT} in Kent in the three years to the end of 2020. The annual count rose from"
        " 108 in 2018 to 168 in 2019 and 191 in 2020. It was thus 77% higher at the end than at the beginning."
    )
    assert times(text, dt.date(2021, 8, 3))[77] == ("2020-01", "2020-12")


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("Recorded cases of online grooming in the county have risen by 57%.", 57),
        ("Online grooming in the county has gone up by more than half.", 50),
        ("Online grooming crimes in the county are up 57 per cent.", 57),
    ],
)
def test_an_opening_is_of_the_later_of_the_two_counts_that_make_it(opening: str, value: float) -> None:
    text = (
        f"{opening}\n\nKent Police recorded 83 {SUBJECT} between May 2017 and April 2018. Over the next 12 months the"
        " figure was 130.\n\nIn England and Wales there were 4,373 in the year to April 2019."
    )
    assert times(text, dt.date(2019, 9, 3))[value] == ("2018-05", "2019-04")


def test_an_opening_that_its_counts_do_not_make_is_left_to_the_text() -> None:
    text = (
        "Recorded cases of online grooming have risen by a third.\n\nIn the year to April 2019 there were 4,373"
        f" {SUBJECT} in England and Wales, and Kent Police recorded 83 between May 2017 and April 2018 and 130 over the"
        " next 12 months."
    )
    assert times(text, dt.date(2019, 9, 3))[33.33] == year(2018)


@pytest.mark.parametrize(
    "words",
    [
        "Over the same six months in 2018 it had 197, and in 2017 it had 121.",
        "In the same months of 2018 there were 197, and in 2017, 121.",
        "It had 197 in the corresponding period of 2018 and 121 in 2017.",
    ],
)
def test_the_same_months_of_one_year_and_another(words: str) -> None:
    text = f"Thames Valley Police had 229 {SUBJECT} in the six months to the end of September 2019. {words}"
    found = times(text, dt.date(2020, 5, 29))
    assert (found[197], found[121]) == (("2018-04", "2018-09"), ("2017-04", "2017-09"))


def test_a_year_after_the_same_months_without_a_number_between_is_a_year() -> None:
    text = (
        f"Kent had 229 {SUBJECT} in the six months to the end of September 2019. It had 121 in the same months of 2018."
        " In 2017 it had 144."
    )
    assert times(text, dt.date(2020, 5, 29))[144] == ("2017-01", "2017-12")


@pytest.mark.parametrize("parts", ["the last of those half-years", "the latest of these half-years"])
@pytest.mark.parametrize("recent", ["most recent incidents", "latest offences"])
def test_the_last_and_the_first_of_half_years_and_the_latest_of_all(parts: str, recent: str) -> None:
    text = (
        f"Forces logged 126 {SUBJECT} on Instagram between April and September 2017, and 428 in the corresponding six"
        f" months of 2018. In all, 5,161 crimes were recorded in the 18 months: {parts} brought 1,944, against 1,316 in"
        f" the first.\n\nThe method used to reach the child was given for 1,317 of the {recent}."
    )
    found = times(text, dt.date(2019, 3, 1))
    assert (found[1944], found[1316]) == (("2018-04", "2018-09"), ("2017-04", "2017-09"))
    assert found[1317] == ("2018-04", "2018-09")


def test_so_many_of_a_count_before_are_of_its_time_and_place() -> None:
    text = (
        f"Thames Valley Police had 229 {SUBJECT} in the six months to the end of September 2019. At the bottom of"
        " the table were Dyfed-Powys and Warwickshire, which each logged 14.\n\nIn total, England and Wales forces"
        " recorded more than 10,000 between April 2017 and October 2019.\n\nLocally, twelve of the 229 were boys."
    )
    found = {figure.value: figure for figure in extract(text, published=dt.date(2020, 5, 29))}
    assert (found[12].geography, f"{found[12].period_start}") == ("Thames Valley", "2019-04-01")


def test_two_places_respectively_in_one_year() -> None:
    text = (
        f"Cheshire Police recorded 93 {SUBJECT} in 2019/20 and 128 in 2020/21. Merseyside Police and Greater"
        " Manchester Police saw 297 and 573 offences respectively in 2020/21."
    )
    found = times(text, dt.date(2021, 9, 1))
    assert (found[297], found[573]) == (year(2020), year(2020))


@pytest.mark.parametrize(
    "text",
    [
        "The charity compared 2017/18, when 3,422 of the offences were recorded, with 2021/22, when there were 6,156.",
        "It set 2017/18, when forces counted 3,422, against 2021/22, when they counted 6,156.",
        "It went from 2017/18, when 3,422 were recorded, to 2021/22, when it was 6,156.",
    ],
)
def test_a_number_after_a_time_and_when_is_of_that_time(text: str) -> None:
    said = f"The NSPCC published data on {SUBJECT} in the UK. The claim is that it has risen by 80% in four years. "
    found = times(said + text, dt.date(2023, 7, 13))
    assert (found[3422.0], found[6156.0]) == (year(2017), year(2021))


def test_a_number_before_a_time_and_when_may_be_of_another() -> None:
    found = times(
        COUNTED + "In 2021/22, when lockdown was over, 340 were recorded, and 351 in 2020/21, when it was not."
    )
    assert (found[340.0], found[351.0]) == (year(2021), year(2020))
