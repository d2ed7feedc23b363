"""Letters that answer numbered questions: what a question says of the numbers that answer it."""

import datetime as dt

import pytest

from figuretrail.figure import Figure
from figuretrail.text import extract

ASKED = """I write in answer to your request about sexual communication with a child.

{one} How many offences were recorded by Kent Police from (and including) April 1st 2022 until (and including) March \
31st, 2023?

{two} Please give the age and gender of the victims, in the groups 11 and under, 12-15, 16 and over.

{three} What was the age of the youngest victim?

{four} In how many was Snapchat used?

{five} How many suspects were charged?

Response

"""
STYLES = [
    (("1.", "2.", "3.", "4.", "5."), ("1.", "2.", "3.", "4.", "5.")),
    (("Q1.", "Q2.", "Q3.", "Q4.", "Q5."), ("Q1", "Q2", "Q3", "Q4", "Q5")),
    (("1)", "2)", "3)", "4)", "5)"), ("Q1:", "Q2:", "Q3:", "Q4:", "Q5:")),
    (("(1)", "(2)", "(3)", "(4)", "(5)"), tuple(f"**Answer to ({n}):**" for n in range(1, 6))),
    (tuple(f"Question {n} -" for n in range(1, 6)), tuple(f"**Response {n}:**\n" for n in range(1, 6))),
    (("(i)", "(ii)", "(iii)", "(iv)", "(v)"), ("(i)", "(ii)", "(iii)", "(iv)", "(v)")),
]
YEAR = (dt.date(2022, 4, 1), dt.date(2023, 3, 31))


def read(text: str) -> dict[float, Figure]:
    return {one.value: one for one in extract(text, published=dt.date(2024, 6, 3))}


def time(one: Figure) -> tuple[dt.date | None, dt.date | None]:
    return one.period_start, one.period_end


def whom(one: Figure) -> tuple[str, str | None, int | None, int | None]:
    return one.measure, one.victim_sex, one.victim_age_min, one.victim_age_max


@pytest.mark.parametrize(("asked", "answered"), STYLES)
def test_an_answer_is_read_with_its_question(asked: tuple[str, ...], answered: tuple[str, ...]) -> None:
    answers = ["174", "11 and under: female 21, male 6\n12-15: female 98, male 19", "7", "46", "58"]
    letter = ASKED.format(**dict(zip(("one", "two", "three", "four", "five"), asked, strict=True)))
    found = read(letter + "\n\n".join(f"{label} {words}" for label, words in zip(answered, answers, strict=True)))
    assert set(found) == {174, 21, 6, 98, 19, 7, 46}
    assert {time(one) for one in found.values()} == {YEAR}
    assert whom(found[6]) == ("victims", "male", 0, 11)
    assert whom(found[19]) == ("victims", "male", 12, 15)
    assert found[7].measure == "victim_age"
    assert (found[46].platforms, found[174].platforms) == (("Snapchat",), ())


def test_an_answer_with_a_time_of_its_own_keeps_it() -> None:
    letter = ASKED.format(one="1.", two="2.", three="3.", four="4.", five="5.")
    found = read(letter + "1. 174 offences. There were 131 in 2021/22.\n\n4. For 2020/21 alone: 46.")
    assert time(found[174]) == YEAR
    assert time(found[131]) == (dt.date(2021, 4, 1), dt.date(2022, 3, 31))
    assert time(found[46]) == (dt.date(2020, 4, 1), dt.date(2021, 3, 31))


@pytest.mark.parametrize("answer", ["92 and 77 respectively.", "92; 77", "It was 92, and 77."])
def test_as_many_times_as_numbers_are_in_order(answer: str) -> None:
    months = "October 2021: 36\nNovember 2021: 45\nDecember 2021: 29\nTotal 110"
    text = f"1. Offences of sexual communication with a child by month, please, for the end of 2021?\n\n{months}\n\n"
    found = read(f"{text}2. Please tell me the same total for 2020 and for 2019.\n\n{answer}")
    assert [found[value].period_start for value in (92, 77)] == [dt.date(2020, 1, 1), dt.date(2019, 1, 1)]


def test_the_years_of_a_longer_time_are_in_order() -> None:
    text = (
        "1. The number of offences of sexual communication with a child for the financial years 2018/19 to 2020/21\n"
        "2. The number with a victim aged 11 and under\n\n**Our response**\n\n1. 112, 125 and 168.\n\n2. 22, 19 and 41."
    )
    found = read(text)
    starts = [one.period_start and one.period_start.year for one in map(found.get, (112, 125, 168, 22, 19, 41)) if one]
    assert starts == [2018, 2019, 2020] * 2


@pytest.mark.parametrize(
    "answer", ["Female, aged 7 years.", "7 (female)", "A girl of 7.", "Female - 7", "7 years of age", "7 years"]
)
def test_the_youngest_victim_that_was_asked_for(answer: str) -> None:
    letter = ASKED.format(one="1.", two="2.", three="3.", four="4.", five="5.")
    found = read(f"{letter}1. 174\n\n3. {answer}")
    assert (found[7].measure, found[7].unit) == ("victim_age", "years")


def test_the_oldest_suspect_that_was_asked_for_is_no_victim() -> None:
    text = "1. How many offences of sexual communication with a child were recorded in 2021?\n\n110\n\n"
    assert set(read(f"{text}2. What was the age of the oldest suspect?\n\n14")) == {110}


@pytest.mark.parametrize(
    "question",
    [
        "How many suspects were identified?",
        "Number of disposals?",
        "How many of these offences resulted in a charge?",
        "Please give the number of arrests.",
    ],
)
def test_what_answers_a_question_about_suspects_or_outcomes_is_no_figure(question: str) -> None:
    text = "1. How many offences of sexual communication with a child were recorded in 2021?\n\n110\n\n"
    assert set(read(f"{text}2. {question}\n\n41")) == {110}
    assert set(read(f"{text}2. How many of these offences were recorded online?\n\n41")) == {110, 41}


@pytest.mark.parametrize("example", ["such as Snapchat", "e.g. Snapchat", "for example Snapchat"])
def test_a_platform_named_as_an_example_is_none_of_the_answer(example: str) -> None:
    text = "1. How many offences of sexual communication with a child were recorded in 2021?\n\n110\n\n"
    found = read(f"{text}2. How many were recorded with a platform, {example}?\n\n41")
    assert found[41].platforms == ()


def test_a_numbered_list_within_an_answer_answers_no_question() -> None:
    text = (
        "Question 1: How many suspects of sexual communication with a child were arrested?\n\nAnswer: 12\n\n"
        "Question 2: How many offences were recorded in 2021, by month?\n\nAnswer:\n1. Jan – 48\n2. Feb – 43\n\n"
        "Question 3: How many suspects were charged?\n\nAnswer: 15"
    )
    assert set(read(text)) == {48, 43}


def test_numbered_paragraphs_of_a_report_are_no_questions() -> None:
    text = (
        "Report on sexual communication with a child\n\n"
        "1. Kent Police recorded 419 offences in 2022/23.\n\n"
        "2. The suspects were known to the child in 81 of the offences. Of the 419 offences, 60 were on Snapchat.\n\n"
        "3. In response, officers visited schools. There were 388 offences in 2021/22.\n"
    )
    assert {419, 60, 388} <= set(read(text))


@pytest.mark.parametrize(
    "heading",
    [
        "FOI 501-25 sexual communication with a child - Cleveland Police",
        "Enquiry Reference: 501-25, offences of sexual communication with a child",
        "# Sexual communication with a child during lockdown (1307A/20)",
        "Sexual communication with a child, recorded offences 31/A/118",
    ],
)
def test_the_number_of_a_letter_is_no_figure(heading: str) -> None:
    assert set(read(f"{heading}\n\nOffences recorded by Kent Police in 2021: 110")) == {110}


def test_numbers_joined_by_a_mark_outside_of_a_reference_are_read() -> None:
    assert set(read("Kent Police recorded 110 offences of sexual communication with a child in 2021 and 1,310/1,298."))
    found = read("Police recorded 60 offences of grooming of 12-to-15-year-olds in Kent in 2021.")
    assert set(found) == {60}


def test_the_mark_of_a_footnote_on_a_number_is_none_of_its_digits() -> None:
    text = "Offences of sexual communication with a child recorded by Kent Police\n2020: 181²\n2021: 193¹\n"
    assert set(read(text)) == {181, 193}


def test_nothing_in_a_row_like_those_above() -> None:
    rows = "FY 2017/18 – 4\nFY 2018/19 – 7\nFY 2019/20 – 6\nFY 2020/21 – 0\nFY 2021/22 – 5\n"
    found = read(f"Police station\n\n**Response**\n\n*Sexual communication with a child, s15A*\n\n{rows}")
    assert set(found) == {4, 7, 6, 0, 5}
    assert found[0].period_start == dt.date(2020, 4, 1)


def test_nothing_in_a_line_built_otherwise_is_none() -> None:
    text = "Offences of sexual communication with a child\nFY 2017/18 – 4\nFY 2018/19 – 7\nPage 0 of 3\n"
    assert set(read(text)) == {4, 7}


def test_years_and_numbers_in_pairs_with_dashes() -> None:
    text = "Offences of sexual communication with a child recorded in Kent: 2020 - 24, 2021 - 31, 2022 - 22"
    assert {value: one.period_start.year for value, one in read(text).items()} == {24: 2020, 31: 2021, 22: 2022}


@pytest.mark.parametrize(
    "rows",
    [
        "0-9 female 18 male 11; 10-12 female 131 male 30; 13-15 female 172 male 29.",
        "0-9: female 18, male 11; 10-12: female 131, male 30; 13-15: female 172, male 29.",
        "0 to 9 female 18 male 11\n10 to 12 female 131 male 30\n13 to 15 female 172 male 29",
        "0-9: 18 female, 11 male\n10-12: 131 female, 30 male\n13-15: 172 female, 29 male",
    ],
)
def test_rows_of_ages_with_both_sexes(rows: str) -> None:
    found = read(f"Kent Police recorded 391 offences of grooming in 2021. Victims by age group: {rows}")
    whole = {value: whom(one)[1:] for value, one in found.items() if one.measure == "victims"}
    assert whole == {
        18: ("female", 0, 9), 11: ("male", 0, 9), 131: ("female", 10, 12), 30: ("male", 10, 12),
        172: ("female", 13, 15), 29: ("male", 13, 15),
    }  # fmt: skip


def test_a_range_that_heads_no_row_is_no_age() -> None:
    found = read("Kent Police recorded 10 to 12 offences of sexual communication with a child a month in 2021.")
    assert all(one.victim_age_min is None for one in found.values())


def test_numbers_that_begin_again_are_answers_without_a_heading_too() -> None:
    text = (
        "I write about your request on sexual communication with a child:\n\n"
        "Q1. The number of recorded offences from and including April 1st 2024 to and including March 31st 2025.\n"
        "Q2. Age and gender of the youngest victim.\nQ3. Total number of perpetrators.\n\n"
        "Your request has now been considered.\n\nQ1. Kent Police recorded 176.\n\nQ2. Female, 8.\n\nQ3. 139"
    )
    found = read(text)
    assert set(found) == {176, 8}
    assert time(found[176]) == time(found[8]) == (dt.date(2024, 4, 1), dt.date(2025, 3, 31))


@pytest.mark.parametrize("labels", [("(a)", "(b)"), ("1/", "2/"), ("[1]", "[2]")])
def test_letters_and_strokes_number_questions_too(labels: tuple[str, str]) -> None:
    first, second = labels
    text = (
        f"{first} How many offences of sexual communication with a child were recorded in 2021?\n"
        f"{second} How many suspects were arrested?\n\nResponse\n\n{first} 110\n\n{second} 41"
    )
    found = read(text)
    assert set(found) == {110}
    assert time(found[110]) == (dt.date(2021, 1, 1), dt.date(2021, 12, 31))


def test_what_was_asked_for_is_what_is_counted() -> None:
    text = (
        "1. How many offences of meeting a child following grooming were recorded in 2021?\n"
        "2. How many offences of sexual communication with a child were recorded in 2021?\n"
        "3. How many victims were aged 12 to 15?\n\nResponse\n\n1. 15 offences.\n\n2. 110\n\n3. 64"
    )
    found = read(text)
    assert found[15].offence == "meeting_a_child_following_grooming"
    assert found[110].offence == "sexual_communication_with_a_child"
    assert (found[15].measure, found[110].measure, found[64].measure) == ("offences", "offences", "victims")


def test_a_year_alone_over_rows_is_the_time_of_all_of_them() -> None:
    rows = "2017/18\nFacebook 14\nInstagram 4\nSnapchat 6\n\n2018/19\nFacebook 15\nInstagram 11\nSnapchat 9\n"
    text = "Kent Police recorded 36 offences of sexual communication with a child in 2017/18 and 51 in 2018/19.\n\n"
    found = read(f"{text}On our own count, for those of the 87 with an app recorded (70 crimes):\n\n{rows}")
    assert [found[value].period_start.year for value in (14, 4, 6, 15, 11, 9)] == [2017] * 3 + [2018] * 3


def test_the_day_of_publication_over_points_is_not_their_time() -> None:
    text = (
        "01 Nov 2024\n\n- Snapchat was used in nearly half of grooming cases\n- Girls were 81% of victims\n\n"
        "Police in the UK recorded 7,062 offences of sexual communication with a child in 2023/24."
    )
    assert read(text)[81].period_start != dt.date(2024, 11, 1)


@pytest.mark.parametrize(
    "rows",
    [
        "Female 11 and under 14\nFemale 12-15 67\nMale 11 and under 5\nMale 12-15 12",
        "females of 11 and under 14, females of 12-15 67, males of 11 and under 5, males of 12-15 12.",
        "Female 11 and under: 14; female 12-15: 67; male 11 and under: 5; male 12-15: 12.",
    ],
)
def test_rows_of_a_sex_and_ages(rows: str) -> None:
    found = read(f"Question 2\n\nVictim gender and age, sexual communication with a child\n\n{rows}")
    assert set(found) == {14, 67, 5, 12}
    assert [whom(found[value])[2:] for value in (14, 67, 5, 12)] == [(0, 11), (12, 15)] * 2


def test_ages_that_equal_a_number() -> None:
    found = read("Victims of grooming offences by age: 10-11 = 12, 12-15 = 64.")
    assert {value: whom(one)[2:] for value, one in found.items()} == {12: (10, 11), 64: (12, 15)}
