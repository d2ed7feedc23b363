"""Times that other words of a text tell, rows under names, and the ages and sexes of those spoken of before."""

import datetime as dt

import pytest

from figuretrail.figure import Figure
from figuretrail.text import extract

SUBJECT = "offences of sexual communication with a child"


def figures(text: str) -> list[Figure]:
    return extract(text, published=dt.date(2025, 11, 1))


def years(text: str) -> dict[float, int | None]:
    """By value, the year in which a figure's time began; each time is an offence year."""
    found = {}
    for figure in figures(text):
        start, end = figure.period_start, figure.period_end
        assert start is not None and end is not None and start.month == 4 and 360 < (end - start).days < 367
        found[figure.value] = start.year
    return found


@pytest.mark.parametrize(
    ("text", "began"),
    [
        (
            f"Durham Constabulary had 23 {SUBJECT} in 2017/18. The next three years brought 41, 67 and 98.",
            {23: 2017, 41: 2018, 67: 2019, 98: 2020},
        ),
        (
            f"Durham Constabulary had 23 {SUBJECT} in 2020/21. The previous two years brought 41 and 67.",
            {23: 2020, 41: 2018, 67: 2019},
        ),
        (
            f"Durham Constabulary had 23 {SUBJECT} in 2021/22. The first two years of the offence brought 41 and 67.",
            {23: 2021, 41: 2017, 67: 2018},
        ),
        (
            f"Gwent Police recorded 44 {SUBJECT} in 2017/18, 118 in 2019/20 and 126 in 2023/24. South Wales Police had "
            "158, 238 and 264 in the same years.",
            {44: 2017, 118: 2019, 126: 2023, 158: 2017, 238: 2019, 264: 2023},
        ),
        (  # an opposite case: the years follow one another, and none is said again
            f"Gwent Police recorded 44, 118 and 126 {SUBJECT} in 2017/18, 2018/19 and 2019/20.",
            {44: 2017, 118: 2018, 126: 2019},
        ),
    ],
)
def test_numbers_in_a_row_for_years_told_by_another(text: str, began: dict[float, int]) -> None:
    assert years(text) == began


def test_the_third_and_the_fourth_year_of_the_law() -> None:
    text = (
        f"In the first 12 months of the law England and Wales had 3,217 {SUBJECT}. In the second, 4,373; in the third, "
        "4,999; in the fourth, 5,441."
    )
    assert [figure.period_start.year for figure in figures(text)[2:] if figure.period_start] == [2019, 2020]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (
            f"Essex Police logged 458 {SUBJECT} in two and a half years. They were counted from April 2017 to October "
            "2019.",
            dt.date(2019, 9, 30),
        ),
        (
            f"Essex Police logged 458 {SUBJECT}. They were counted from April 2017 to October 2019.",
            dt.date(2019, 10, 31),
        ),
    ],
)
def test_a_length_in_the_sentence_before_tells_where_a_time_ends(text: str, end: dt.date) -> None:
    assert figures(text)[0].period_end == end


def test_rows_under_names_all_under_one_line() -> None:
    text = (
        f"{SUBJECT.capitalize()}, year to March\n\nDurham\n2018: 39\n2024: 98\n\nKent\n2018: 42\n2024: 36\n\n"
        "Sussex\n2018: 51\n2024: 75\n"
    )
    assert [figure.period_end for figure in figures(text)] == [dt.date(2018, 3, 31), dt.date(2024, 3, 31)] * 3
    calendar = text.replace(", year to March", "")
    assert [figure.period_end for figure in figures(calendar)] == [dt.date(2018, 12, 31), dt.date(2024, 12, 31)] * 3


def test_months_that_are_words_too_as_labels_of_rows() -> None:
    text = (
        f"Kent Police recorded 297 {SUBJECT} in 2020, by month:\n\nJanuary 19\nFebruary 17\nMarch 18\nApril 14\n"
        "May 23\nJune 34\n"
    )
    assert [figure.period_start.month for figure in figures(text)[1:] if figure.period_start] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("rows", "platforms"),
    [
        ("Snapchat        731\nTikTok          39\nX               11\n", [("Snapchat",), ("TikTok",), ("Twitter",)]),
        ("Snapchat: 731\nTikTok: 39\nX: 11\n", [("Snapchat",), ("TikTok",), ("Twitter",)]),
    ],
)
def test_a_capital_x_in_a_row_below_a_platform(rows: str, platforms: list[tuple[str, ...]]) -> None:
    found = figures(f"Police recorded 900 {SUBJECT} in 2023/24, by platform:\n\n{rows}")
    assert [figure.platforms for figure in found[1:]] == platforms


@pytest.mark.parametrize(
    "text",
    [
        "Six-year-old among victims of online grooming, police data shows.",
        "Girl aged six among victims of online grooming, police data shows.",
        "A six-year-old was among dozens of children sent sexual messages by online groomers, police data shows.",
        f"Kent Police recorded 90 {SUBJECT} in 2023/24. Among the victims was a six-year-old boy.",
        f"Kent Police recorded 90 {SUBJECT} in 2023/24. The youngest complainant was six.",
    ],
)
def test_the_age_of_one_among_the_victims(text: str) -> None:
    assert [(figure.measure, figure.value) for figure in figures(text) if figure.value != 90] == [("victim_age", 6)]


@pytest.mark.parametrize(
    "text",
    [
        "Freya, six, was groomed online, her mother told the court.",
        f"Kent Police recorded 90 {SUBJECT} in 2023/24. Girls outnumber boys by 60 to 16 among the victims.",
    ],
)
def test_no_age_of_one_among_the_victims(text: str) -> None:
    assert all(figure.measure != "victim_age" for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("A bishop asked about boys. In England they made up 17% of victims whose sex was noted in 2023/24.", "male"),
        ("Are girls at risk?\n\nYes. They made up 83 per cent of victims whose sex was recorded in 2023/24.", "female"),
        ("A bishop asked about forces. In England they said 17% of victims had no sex noted in 2023/24.", None),
    ],
)
def test_who_they_are_is_told_by_the_sentence_or_the_question_before(text: str, sex: str | None) -> None:
    found = figures(f"Police recorded 300 {SUBJECT} in 2023/24.\n\n{text}")
    assert [figure.victim_sex for figure in found[1:]] == [sex]


def test_ages_of_those_spoken_of_and_of_shares_that_go_on() -> None:
    text = (
        f"Police recorded 300 {SUBJECT} in 2023/24. Children who were 12 to 15 are the biggest group. In 2023/24 they "
        "formed 64% of victims with a recorded age."
    )
    share = figures(text)[-1]
    assert (share.victim_age_min, share.victim_age_max) == (12, 15)
    ages = figures(f"Police recorded 300 {SUBJECT} in 2023/24. The ages: 22% of victims were under 12; 35% 12 or 13.")
    assert [(one.value, one.victim_age_min, one.victim_age_max) for one in ages[1:]] == [(22, 0, 11), (35, 12, 13)]


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        ("We laid the answers out in one place. Percentages are of the offences with a known platform.", "percent"),
        ("We laid the answers out in one place. Numbers are of the offences with a known platform.", "count"),
    ],
)
def test_the_last_sentence_above_a_table_says_that_it_is_of_percentages(above: str, unit: str) -> None:
    table = "\t2022/23\t2023/24\nSnapchat\t43\t48\nWhatsApp\t9\t12\n"
    found = figures(f"Police forces in the UK record {SUBJECT}.\n\n{above}\n\n{table}")
    assert [(figure.value, figure.unit) for figure in found] == [(43, unit), (48, unit), (9, unit), (12, unit)]


def test_the_first_and_the_second_of_two_periods() -> None:
    found = figures(
        f"Kent Police counted {SUBJECT} from April to June 2019 and from April to June 2020. There were 62 in the "
        "first of those two periods and 88 in the second."
    )
    assert [(figure.value, str(figure.period_start), str(figure.period_end)) for figure in found] == [
        (62, "2019-04-01", "2019-06-30"),
        (88, "2020-04-01", "2020-06-30"),
    ]


@pytest.mark.parametrize(
    ("text", "began"),
    [
        ("There were 21 the next and 25 in 2024/25.", {18: 2020, 21: 2021, 25: 2024}),
        ("There were 21 in 2023/24 and 25 in 2024/25.", {18: 2020, 21: 2023, 25: 2024}),  # an opposite case
    ],
)
def test_so_many_the_next(text: str, began: dict[float, int]) -> None:
    assert years(f"Durham Constabulary recorded 18 {SUBJECT} in 2020/21. {text}") == began


@pytest.mark.parametrize(("one", "age"), [("one was five", [5.0]), ("one was a boy", [])])
def test_the_age_of_one_among_so_many(one: str, age: list[float]) -> None:
    found = figures(f"Kent Police recorded 210 {SUBJECT} in 2023/24. One in five victims was 11 or under, and {one}.")
    assert [figure.value for figure in found if figure.measure == "victim_age"] == age
