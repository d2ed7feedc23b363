"""Times and bases that a text leaves no doubt about, each in several wordings, and what is like them but is not."""

import datetime as dt

import pytest

from figuretrail.figure import Figure
from figuretrail.text import extract, load
from tests.conftest import PROJECT
from tests.text.scoring import figures_of

SUBJECT = "offences of sexual communication with a child"
Times = dict[float, tuple[str, str]]


def figures(text: str, published: dt.date = dt.date(2024, 11, 6)) -> list[Figure]:
    return extract(text, published=published)


def times(text: str) -> Times:
    return {figure.value: (f"{figure.period_start}"[:7], f"{figure.period_end}"[:7]) for figure in figures(text)}


def year(first: int) -> tuple[str, str]:
    return f"{first}-04", f"{first + 1}-03"


SIX_YEARS = f"Essex and Kent logged 214 {SUBJECT} in 2017/18 and 471 in 2022/23, or 2,093 over the six years. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Essex had 158 in the latest year against 61 in the first.", {158: year(2022), 61: year(2017)}),
        ("Essex had 158 in the most recent year, compared to 61 at the outset.", {158: year(2022), 61: year(2017)}),
        ("In Essex 158 were recorded in 2022/23, up from 61 at the beginning.", {158: year(2022), 61: year(2017)}),
        ("Essex went from 61 to 158 over the life of the law.", {158: year(2022), 61: year(2017)}),
        ("It had 158 in the final year and 61 in the opening one.", {158: year(2022), 61: year(2017)}),
        ("Essex rose from 61 to 158 over the six years and Kent from 29 to 54.", {61: year(2017), 54: year(2022)}),
        ("Essex is on 158, a number that has hardly moved since 2019/20 (151).", {151: year(2019)}),
        ("Essex is on 158, but growth has been slow since 2019/20 (just 151).", {151: year(2019)}),
    ],
)
def test_the_first_year_of_all_and_the_last(text: str, wanted: Times) -> None:
    assert wanted.items() <= times(SIX_YEARS + "\n\n" + text).items()


def test_the_first_of_two_halves_is_not_the_first_year_of_all() -> None:
    text = (
        f"Essex had 90 {SUBJECT} in 2017/18. In the two years after it there were 101 in the first and 112 in 2019/20."
    )
    assert times(text)[112.0] == year(2019)
    share = f"{SIX_YEARS}\n\nOffences have risen by more than half since 2019/20 (53%)."
    assert times(share)[53.0][0] != "2019-04"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Up from 44 to 119.", (year(2017), year(2023))),
        ("From 44 to 119.", (year(2017), year(2023))),
        ("Gwent: 44 to 119.", (year(2017), year(2023))),
        ("The number rose from 44 to 119.", (year(2017), year(2023))),
    ],
)
def test_under_the_next_forces_name_the_two_years_are_those_of_the_force_before(
    text: str, wanted: tuple[tuple[str, str], tuple[str, str]]
) -> None:
    before = f"South Wales Police\nIt had 260 {SUBJECT} in 2023/24, against 158 in 2017/18.\n\nGwent\n"
    found = times(before + text)
    assert (found[44.0], found[119.0]) == wanted


def test_from_one_number_to_another_with_years_of_its_own_is_of_those() -> None:
    before = f"South Wales Police\nIt had 260 {SUBJECT} in 2023/24, against 158 in 2017/18.\n\nGwent\n"
    found = times(before + "Up from 44 in 2019/20 to 119 in 2021/22.")
    assert (found[44.0], found[119.0]) == (year(2019), year(2021))


@pytest.mark.parametrize(
    "words",
    [
        "unchanged from 2018",
        "the same as in 2018",
        "level with 2018",
        "exactly the same number as in 2018",
        "up on 2018",
    ],
)
def test_a_number_set_against_a_year_is_not_of_that_year(words: str) -> None:
    text = f"In 2019 Surrey recorded 181 {SUBJECT}. Dorset Police: 63, {words}, and Wiltshire: 49 (2018: 33)."
    found = times(text)
    assert found[63.0] == found[49.0] == ("2019-01", "2019-12")
    assert found[33.0] == ("2018-01", "2018-12")


def test_offences_clocked_up_from_one_month_to_another_are_of_those_months() -> None:
    text = f"In Essex 27 {SUBJECT} were clocked up from April to October 2018."
    assert times(text)[27.0] == ("2018-04", "2018-10")


QUARTERS = f"""Forces recorded 5,441 {SUBJECT} in 2020/21.

**April to June 2020.** Schools shut to most pupils. Forces recorded 1,220, against 1,099. May alone saw 452.

**October to December 2020.** Growth slackened. 1,416 were recorded compared with 1,391.
"""


def test_a_paragraph_that_begins_with_its_quarter_compares_with_the_same_months_a_year_before() -> None:
    found = times(QUARTERS)
    assert found[1099.0] == ("2019-04", "2019-06")
    assert found[452.0] == ("2020-05", "2020-05")
    assert (found[1416.0], found[1391.0]) == (("2020-10", "2020-12"), ("2019-10", "2019-12"))


def test_what_a_quarter_is_compared_with_by_name_is_that() -> None:
    text = QUARTERS.replace("compared with 1,391", "compared with 1,502 in July to September 2020")
    assert times(text)[1502.0] == ("2020-07", "2020-09")


@pytest.mark.parametrize(
    "rows",
    [
        "Quarter | 2018/19 | 2019/20\nQ1 (Apr–Jun) | 38 | 46\nQ2 (Jul–Sep) | 35 | 51\nQ3 (Oct–Dec) | 44 | 57",
        "Quarter | 2018/19 | 2019/20\nQ1 | 38 | 46\nQ2 | 35 | 51\nQ3 | 44 | 57",
        "Months | 2018/19 | 2019/20\nApril to June | 38 | 46\nJuly to September | 35 | 51"
        "\nOctober to December | 44 | 57",
    ],
)
def test_quarters_under_years(rows: str) -> None:
    text = f"The table gives {SUBJECT} recorded by Surrey Police.\n\n{rows}\nYear to date | 117 | 154\n"
    found = times(text)
    assert (found[38.0], found[46.0]) == (("2018-04", "2018-06"), ("2019-04", "2019-06"))
    assert (found[44.0], found[57.0]) == (("2018-10", "2018-12"), ("2019-10", "2019-12"))
    assert (found[117.0], found[154.0]) == (("2018-04", "2018-12"), ("2019-04", "2019-12"))


def test_a_year_to_date_that_its_quarters_do_not_make_is_not_reckoned() -> None:
    rows = "Quarter | 2018/19 | 2019/20\nQ1 (Apr–Jun) | 38 | 46\nQ2 (Jul–Sep) | 35 | 51\nYear to date | 80 | 99"
    text = f"The table gives {SUBJECT} recorded by Surrey Police.\n\n{rows}\n"
    assert all(end != "2018-09" for start, end in (times(text)[80.0], times(text)[99.0]))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Last year's report gave 279 and the report before that 241.", {279: year(2022), 241: year(2021)}),
        ("Last year's return had 279, and the one before that 241.", {279: year(2022), 241: year(2021)}),
        ("The previous year's figure was 279.", {279: year(2022)}),
        ("The report before last gave 241.", {241: year(2021)}),
    ],
)
def test_reports_of_the_years_before(text: str, wanted: Times) -> None:
    said = f"In the reporting year (April 2023 to March 2024) the Constabulary recorded 316 {SUBJECT}. "
    assert wanted.items() <= times(said + text).items()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("the pandemic year", 2020),
        ("the first year of the pandemic", 2020),
        ("the first full pandemic year", 2020),
        ("the first Covid year", 2020),
        ("the year before the pandemic", 2019),
        ("the second year of the pandemic", 2021),
    ],
)
def test_years_named_after_the_pandemic(words: str, first: int) -> None:
    text = f"Kent Police recorded 251 {SUBJECT} in 2022/23. There were 236 in {words}."
    assert times(text)[236.0] == year(first)


def test_a_calendar_year_that_is_explained_so_is_meant() -> None:
    text = f"Kent Police recorded 251 {SUBJECT} in 2022, 38 per cent up on 2019, the last year before Covid (182)."
    assert times(text)[182.0] == ("2019-01", "2019-12")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("compared to 90 in the first half of the previous year.", ("2022-04", "2022-09")),
        ("compared to 90 in the first half of the year before.", ("2022-04", "2022-09")),
        ("compared to 90 in the second half of the previous year.", ("2022-10", "2023-03")),
    ],
)
def test_half_of_the_year_before(text: str, wanted: tuple[str, str]) -> None:
    said = f"In the six months from April to September 2023 Kent recorded 79 {SUBJECT}, "
    assert times(said + text)[90.0] == wanted


def test_the_same_half_of_the_year_before() -> None:
    text = f"The first half of 2023/24 brought 90 {SUBJECT} in Kent, up from 79 in the same half of the year before."
    assert times(text)[79.0] == ("2022-04", "2022-09")


def test_brackets_in_a_row_are_as_long_before_as_in_the_row_above() -> None:
    rows = "- July to September 2022: 158 (previous year 140)\n- October to December 2022: 166 (149)\n"
    found = times(f"{SUBJECT.capitalize()} in Kent:\n\n{rows}")
    assert (found[166.0], found[149.0]) == (("2022-10", "2022-12"), ("2021-10", "2021-12"))


def test_so_many_years_before_that() -> None:
    text = (
        f"Gwent recorded 119 {SUBJECT} in 2023/24. "
        "It recorded more in the two years to March 2024 (231) than in the four before that (218)."
    )
    assert times(text)[218.0] == ("2018-04", "2022-03")


@pytest.mark.parametrize(
    "question",
    [
        f"How many {SUBJECT} did you record in calendar year 2023?",
        f"We asked one thing: what was the number of {SUBJECT} in 2023?",
    ],
)
def test_answers_are_of_the_time_that_was_asked_for(question: str) -> None:
    found = times(f"{question}\n\nDurham replied in nine days: 103 offences. Gwent was next, with 126.")
    assert found[103.0] == found[126.0] == ("2023-01", "2023-12")


def test_answers_that_name_a_time_are_of_that() -> None:
    question = f"How many {SUBJECT} did you record in calendar year 2023?"
    assert times(f"{question}\n\nDurham could give only 2022, when it had 103.")[103.0] == ("2022-01", "2022-12")


def test_a_question_right_before_says_the_time() -> None:
    text = (
        f"Police recorded 1,316 {SUBJECT} in April to September 2017 and 1,944 in April to September 2018.\n\n"
        "What about the whole 18 months? 5,161 offences were recorded."
    )
    assert times(text)[5161.0] == ("2017-04", "2018-09")


def test_a_change_is_of_the_later_of_the_counts_that_make_it() -> None:
    rows = f"{SUBJECT.capitalize()} in Kent:\n\n2019/20 – 190\n2020/21 – 236\n2021/22 – 251\n\n"
    assert times(rows + "Officers draw attention to the rise of 24%.")[24.0] == year(2020)
    assert times(rows + "Officers draw attention to the rise of 24% in 2021/22.")[24.0] == year(2021)
    assert times(rows + "The count has more than doubled to 400 in 2022/23.")[100.0] == year(2022)


def test_one_time_before_numbers_in_a_row_and_their_platforms_in_order() -> None:
    text = (
        f"In 2023/24 Kent recorded 316 {SUBJECT}. Snapchat was named in 112 offences, WhatsApp in 56 and "
        "Instagram in 39. The previous year's figures were 83, 30 and 47 respectively."
    )
    found = {figure.value: (figure.platforms, f"{figure.period_start}"[:4]) for figure in figures(text)}
    assert found[83.0] == (("Snapchat",), "2022")
    assert found[30.0] == (("WhatsApp",), "2022")
    assert found[47.0] == (("Instagram",), "2022")


def test_names_of_their_own_are_not_taken_from_the_figures_before() -> None:
    text = (
        f"In 2023/24 Kent recorded 316 {SUBJECT}. Snapchat was named in 112 offences and WhatsApp in 56. "
        "The previous year Roblox and Discord were named in 30 and 47."
    )
    assert {figure.value: figure.platforms for figure in figures(text)}[30.0] == ("Roblox",)


@pytest.mark.parametrize(
    ("text", "value", "base"),
    [
        ("Of its 547 offences in 2021/22, the word Snapchat occurred in 171 (31%).", 31.0, "all"),
        ("Police knew the platform in 250 of them. Snapchat was named in 100 (40%).", 40.0, "method_recorded"),
        ("All offences, platform known or not, came to 547.", 547.0, "all"),
        ("Whether or not the platform was known, there were 530.", 530.0, "all"),
        ("Of the 547, 413 had a method against them.", 413.0, "method_recorded"),
        ("Snapchat was used in 44 of the 61 offences with a platform.", 61.0, "method_recorded"),
    ],
)
def test_bases_that_are_certain(text: str, value: float, base: str) -> None:
    said = f"The Met recorded 547 {SUBJECT} in 2021/22. "
    assert {figure.value: figure.base for figure in figures(said + text)}[value] == base


def test_a_sentence_after_the_shares_says_which_cases_they_leave_out() -> None:
    said = f"The Met recorded 547 {SUBJECT} in 2021/22.\n\nThirty-nine per cent are girls between 12 and 15 years old. "
    left_out = "These proportions exclude cases in which the age or sex was not recorded."
    assert {figure.value: figure.base for figure in figures(said + left_out)}[39.0] == "age_and_sex_recorded"
    assert {figure.value: figure.base for figure in figures(said)}[39.0] == "all"


def embedded(source_id: str) -> dict[float, Figure]:
    """The figures of an embedded source by their value, read with all that the catalogue knows of it."""
    return {one.value: one for one in figures_of(PROJECT / "sources" / "articles" / source_id / "article.md")}


def test_a_change_on_the_same_period_a_year_before_is_of_the_time_beside_it() -> None:
    found = embedded("insauga-2019-03")
    assert (found[50.0].period_start, found[50.0].period_end) == (dt.date(2018, 4, 3), dt.date(2018, 10, 2))
    assert (found[50.0].comparison_start, found[50.0].comparison_end) == (dt.date(2017, 4, 3), dt.date(2017, 10, 2))


def test_a_count_that_explains_a_share_is_of_its_time() -> None:
    found = embedded("salisburyjournal-2019-09-wiltshire")
    assert found[2026.0].period_start == found[70.0].period_start and not found[2026.0].review
    text = f"Of {SUBJECT} in Kent in 2021/22, 30 per cent (41 in 2020/21) were on Snapchat."
    assert times(text)[41.0] == year(2020)


def test_a_share_of_them_is_of_what_the_shares_before_were_of() -> None:
    source = PROJECT / "sources" / "articles" / "peterboroughtoday-2020-11-lockdown" / "article.md"
    body = load(source).body  # "37 per cent of the total" ... "114 ... 36 per cent of them"
    assert {one.value: one.base for one in extract(body, published=dt.date(2020, 11, 18))}[36.0] == "all"
    known = body.replace("of the total", "of the 800 cases with a known means")
    assert {one.value: one.base for one in extract(known, published=dt.date(2020, 11, 18))}[36.0] == "method_recorded"


def test_the_year_is_that_which_the_text_is_about() -> None:
    text = f"Bromley had 23 {SUBJECT} in 2018/19. The Met's total for the year was 508."
    assert times(text)[508.0] == year(2018)


@pytest.mark.parametrize(
    "words", ["That is 40% of the total.", "This was 40% of all offences.", "It was 40% of the total."]
)
def test_a_share_of_the_count_before_is_of_what_that_counts(words: str) -> None:
    said = f"The Met recorded 500 {SUBJECT} in 2021/22. Snapchat was used in more than a quarter. "
    known = "But the means of communication was known for only 200 of the 500. "
    assert {figure.value: figure.platforms for figure in figures(said + known + words)}[40.0] == ()
    of_one = "Instagram was named in 200 offences. "
    assert {figure.value: figure.platforms for figure in figures(said + of_one + words)}[40.0] == ("Instagram",)


@pytest.mark.parametrize(
    "text", ["There were about 8 a day then and 17 a day now.", "That is 17 offences a day now and was 8 a day then."]
)
def test_rates_then_and_now(text: str) -> None:
    before = (
        f"Police recorded 6,350 {SUBJECT} in Kent in the year to March 2023. In the year to March 2018 it was 2,990. "
    )
    found = times(before + text)
    assert (found[8.0], found[17.0]) == (year(2017), year(2022))


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("in the more recent of those two half-years", 2018),
        ("in the later of the two periods", 2018),
        ("in the latter of these periods", 2018),
        ("in the earlier of the two half-years", 2017),
        ("in the former of the two periods", 2017),
    ],
)
def test_one_of_two_half_years(words: str, of: int) -> None:
    text = (
        f"Kent Police recorded 1,944 {SUBJECT} from April to September 2018, against 1,316 in the same months of 2017. "
    )
    said = f"Officers were able to say which service had been used in 1,317 of the offences {words}."
    assert times(text + said)[1317.0] == (f"{of}-04", f"{of}-09")


@pytest.mark.parametrize(
    ("named", "of"),
    [
        ("Instagram was named in 29, Snapchat in 26, Facebook or Facebook Messenger in 19 and Kik in four.", 2019),
        ("Instagram featured in 29 and Snapchat in 26.", 2019),
        ("The year before, Instagram was named in 29 and Snapchat in 26.", 2018),  # the opposite case
    ],
)
def test_platforms_counted_out_are_of_the_time_of_the_count_with_a_method(named: str, of: int) -> None:
    text = f"""1. Sexual communication with a child became an offence in April 2017.

2. Kent recorded 131 such offences in 2019/20 and 79 in the first half of 2020/21 (1 April to 30 September 2020).

3. Of the 2019/20 crimes, the app was known in 88. {named}"""
    found = {one.value: f"{one.period_start}" for one in extract(text, published=dt.date(2020, 11, 1))}
    assert (found[29.0], found[26.0]) == (f"{of}-04-01", f"{of}-04-01")


@pytest.mark.parametrize(
    "words",
    [
        "Between the same dates in 2019 there were 26.",
        "In the corresponding window of 2019 there were 26.",
        "Between those dates in 2019 it had been 26.",
        "On the same timescale in 2019 the number was 26.",
    ],
)
def test_the_same_dates_of_another_year(words: str) -> None:
    text = f"Kent Police recorded 39 {SUBJECT} between 23 March and 31 May 2020. {words}"
    figures = extract(text, published=dt.date(2021, 5, 5))
    assert [(f.value, f.period_start, f.period_end) for f in figures] == [
        (39, dt.date(2020, 3, 23), dt.date(2020, 5, 31)),
        (26, dt.date(2019, 3, 23), dt.date(2019, 5, 31)),
    ]


@pytest.mark.parametrize("times", ["dates", "period"])
def test_the_same_dates_in_two_years_with_a_year_between_them_are_one_time(times: str) -> None:
    text = (
        f"Between 1 April 2022 and 31 March 2023 Kent Police recorded 325 {SUBJECT}. "
        f"Between the same {times} in 2021 and 2022 there were 297."
    )
    assert [f.period_start for f in extract(text)] == [dt.date(2022, 4, 1), dt.date(2021, 4, 1)]


def test_dates_that_are_no_time_of_a_count_leave_it_alone() -> None:
    text = f"The request, on these dates, was refused. Kent Police recorded 39 {SUBJECT} in 2020."
    assert [f.period_start for f in extract(text)] == [dt.date(2020, 1, 1)]
