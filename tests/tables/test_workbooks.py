"""Whole workbooks, written as forces write them, each with one thing that is easily misread."""

import datetime as dt
from typing import Any

import pytest

TITLE = "Sexual communication with a child: offences recorded"


def test_a_dash_between_words_is_no_mark(read: Any) -> None:
    found = read(
        ["Norfolk Constabulary - Joint Information Disclosure"],
        [TITLE],
        [],
        ["Platform", "2020/21", "2021/22"],
        ["Snapchat", 22, 38],
        ["TikTok", "-", 7],
        [],
        ["- denotes nil"],
    )
    assert (found["B6"].value, found["B6"].status) == (0.0, "reported")


@pytest.mark.parametrize(
    "key", ["* denotes a number between 1 and 4, - denotes nil", "- denotes nil, and * denotes fewer than 5"]
)
def test_two_marks_of_one_line_keep_apart(read: Any, key: str) -> None:
    found = read([TITLE], [], ["Platform", "2020/21"], ["Snapchat", 22], ["TikTok", "-"], ["Kik", "*"], [], [key])
    assert (found["B5"].value, found["B5"].status) == (0.0, "reported")
    assert (found["B6"].value, found["B6"].status) == (None, "suppressed")


def test_victims_are_counted_beside_a_column_of_offences(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Force", "Offences 2022/23", "Victims aged 11 or under, 2022/23"],
        ["Surrey", 74, 16],
        ["Essex", 251, 61],
    )
    assert found["B4"].measure == "offences"
    assert (found["C4"].measure, found["C4"].victim_age_max) == ("victims", 11)


def test_more_forces_than_there_are_is_the_total_of_forces(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Force", "Offences 2021/22", "Offences 2022/23", "Change"],
        ["Surrey", 63, 74, "17%"],
        ["Essex", 214, 251, "17%"],
        ["Kent", 190, None, None],
        ["Forces that gave both years", 277, 325, "17%"],
        ["Number of forces that gave a figure", 3, 2, None],
    )
    assert (found["B7"].measure, found["B7"].geography) == ("offences", None)
    assert (found["D7"].measure, found["D7"].comparison_start) == ("offence_change", dt.date(2021, 4, 1))
    assert found["B8"].measure == "forces"


def test_all_other_places_of_a_list_are_a_place_without_a_name(read: Any) -> None:
    found = read(
        [TITLE + " by borough, Metropolitan Police"],
        [],
        ["Borough", "2021/22", "2022/23"],
        ["Croydon", 49, 58],
        ["Bromley", 38, 47],
        ["All other boroughs", 562, 585],
        ["MPS total", 649, 690],
    )
    assert (found["B6"].value, found["B6"].geography) == (562.0, None)
    assert found["B7"].geography == "Metropolitan Police"


@pytest.mark.parametrize(
    "title", ["Offences of sexual communication with a child by financial year", TITLE + " (financial years)"]
)
def test_bare_years_under_a_title_of_financial_years_are_financial(read: Any, title: str) -> None:
    across = read([title], [], ["Platform", 2018, 2019], ["Snapchat", 22, 38], ["TikTok", 3, 7])
    assert (across["C4"].period_start, across["C4"].period_end) == (dt.date(2019, 4, 1), dt.date(2020, 3, 31))
    assert "the period's label could mean something else" in across["C4"].review_reasons
    down = read([title], [], ["Year", "Offences"], ["2018", 22], ["2019", 38])
    assert (down["B4"].period_start, down["B4"].period_end) == (dt.date(2018, 4, 1), dt.date(2019, 3, 31))


def test_years_under_a_title_that_speaks_of_calendar_years_stay(read: Any) -> None:
    found = read([TITLE + ", calendar years (financial years follow)"], [], ["Platform", 2018, 2019], ["Kik", 2, 3])
    assert found["B4"].period_start == dt.date(2018, 1, 1)


def test_a_line_dates_years_that_are_only_numbered(read: Any) -> None:
    found = read(
        [TITLE + " by platform"],
        [],
        ["Platform", "Year One", "Year Two"],
        ["Snapchat", 60, 66],
        ["Kik", 20, 30],
        [],
        ["Year One ran from 1 April 2021 to 31 March 2022 and Year Two from 1 April 2022 to 31 March 2023."],
    )
    assert (found["B4"].period_start, found["B4"].period_end) == (dt.date(2021, 4, 1), dt.date(2022, 3, 31))
    assert (found["C5"].period_start, found["C5"].period_end) == (dt.date(2022, 4, 1), dt.date(2023, 3, 31))


def test_numbered_years_down_a_column_are_dated_too(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Year", "Offences"],
        ["Year 1", 22],
        ["Year 2", 38],
        [],
        ["Year 1 = 2019/20; Year 2 = 2020/21"],
    )
    assert found["B4"].period_start == dt.date(2019, 4, 1)
    assert found["B5"].period_start == dt.date(2020, 4, 1)


def test_records_that_repeat_row_by_row(read: Any) -> None:
    found = read(
        ["Sexual communication with a child"],
        [],
        ["Force", "Surrey"],
        ["Year", 2018],
        ["Offences", 60],
        ["Snapchat", 22],
        ["Year", 2019],
        ["Offences", 71],
        ["Force", "Kent"],
        ["Year", 2018],
        ["Offences", 90],
    )
    said = {cell: (f.value, f.geography, f.period_start and f.period_start.year) for cell, f in found.items()}
    assert said == {
        "B5": (60.0, "Surrey", 2018),
        "B6": (22.0, "Surrey", 2018),
        "B8": (71.0, "Surrey", 2019),
        "B11": (90.0, "Kent", 2018),
    }
    assert found["B6"].platforms == ("Snapchat",)


def test_tables_side_by_side_without_a_gap(read: Any) -> None:
    found = read(
        ["Sexual communication with a child, 2019/20"],
        [],
        ["Platform", "Offences", "Age of victim", "Offences"],
        ["Snapchat", 60, "Under 12", 12],
        ["Kik", 20, "12 to 15", 70],
        ["Instagram", 10, None, None],
    )
    assert set(found) == {"B4", "B5", "B6", "D4", "D5"}
    assert (found["B4"].platforms, found["B4"].victim_age_max) == (("Snapchat",), None)
    assert (found["D5"].platforms, found["D5"].victim_age_min) == ((), 12)


def test_a_list_named_twice_is_two_tables(read: Any) -> None:
    found = read(
        ["Sexual communication with a child by platform"],
        [],
        ["Platform", "2018/19", "Platform", "2019/20"],
        ["Snapchat", 60, "Instagram", 72],
        ["Instagram", 20, "Snapchat", 70],
    )
    assert [found[cell].platforms for cell in ("B4", "D4")] == [("Snapchat",), ("Instagram",)]
    assert found["D4"].period_start == dt.date(2019, 4, 1)


def test_when_numbers_were_given_is_not_the_time_that_they_count(read: Any) -> None:
    found = read(
        ["Sexual communication with a child, England and Wales"],
        [],
        ["Year", "As first published", "As at July 2020"],
        ["2017/18", 3171, 3217],
        ["2018/19", 4373, 4401],
    )
    assert {(figure.period_start, figure.value) for figure in found.values()} == {
        (dt.date(2017, 4, 1), 3171.0),
        (dt.date(2017, 4, 1), 3217.0),
        (dt.date(2018, 4, 1), 4373.0),
        (dt.date(2018, 4, 1), 4401.0),
    }


@pytest.mark.parametrize("scale", [1, 100])
def test_a_row_of_counts_below_shares_stays_a_count(read: Any, scale: int) -> None:
    found = read(
        ["Sexual communication with a child: proportion of offences by platform"],
        [],
        ["Platform", "2020/21"],
        ["Snapchat", 0.41 * scale],
        ["Instagram", 0.22 * scale],
        ["Number of offences", 210],
    )
    assert (found["B4"].measure, found["B4"].unit, found["B4"].value) == ("offence_share", "percent", 41.0)
    assert (found["B6"].measure, found["B6"].value) == ("offences", 210.0)


def test_a_count_with_its_share_counts_all_offences(read: Any) -> None:
    found = read(
        ["Platforms in sexual communication with a child crimes, year to March 2022"],
        [],
        ["Platform", "Number (share of those with a known platform)"],
        ["Snapchat", "120 (48%)"],
        ["Kik", "12 (5%)"],
    )
    assert (found["B4"].measure, found["B4"].value, found["B4"].base) == ("offences", 120.0, "all")


def test_answers_in_a_column_of_ours(read: Any) -> None:
    found = read(
        ["Your request", "Our response"],
        ["How many offences of sexual communication with a child were recorded in 2021/22?", 81],
        ["How many of these were on Snapchat?", 31],
        ["What was the age of the youngest victim?", 7],
        ["How many resulted in a charge?", 9],
    )
    assert {cell: figure.measure for cell, figure in found.items()} == {
        "B2": "offences",
        "B3": "offences",
        "B4": "victim_age",
    }


def test_online_beside_not_online_is_no_platform(read: Any) -> None:
    found = read([TITLE], [], ["Year", "Online", "Not online", "Total"], ["2020/21", 200, 20, 220])
    assert set(found) == {"D4"}


def test_a_whole_share_among_fractions_is_a_fraction(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Platform", "Offences", "%"],
        ["Snapchat", 40, 0.4],
        ["Instagram", 30, 0.3],
        ["All with platform recorded", 100, 1],
    )
    assert [found[cell].value for cell in ("C4", "C6")] == [40.0, 100.0]


def test_ages_over_columns_with_a_single_year_among_bands(read: Any) -> None:
    found = read(
        ["Sexual communication with a child: offences by app and age of victim, 2021/22"],
        [],
        ["App", "0-10", "11-12", "13-14", 15, "Total"],
        ["Snapchat", 4, 12, 31, 10, 57],
        ["Instagram", 3, 9, 11, 4, 27],
    )
    assert len(found) == 10
    assert (found["E4"].victim_age_min, found["E4"].victim_age_max) == (15, 15)
    assert found["D5"].platforms == ("Instagram",)


def test_a_part_of_a_row_is_of_its_place(read: Any) -> None:
    found = read(
        ["Number of s.15A offences"],
        [],
        [None, 2019, 2020],
        ["Norfolk", 50, 60],
        ["of whom girls", 40, 52],
        ["Suffolk", 30, 33],
        ["of whom girls", 21, 20],
    )
    assert [found[cell].geography for cell in ("B4", "B5", "B6", "B7")] == ["Norfolk", "Norfolk", "Suffolk", "Suffolk"]
    assert found["C7"].victim_sex == "female"


def test_an_owner_that_is_explained_by_its_products(read: Any) -> None:
    found = read(
        [TITLE + ", 2022/23"],
        [],
        ["Keyword", "Crimes"],
        ["Meta (Facebook, Instagram)", 55],
        ["Meta", 61],
        ["No keyword found", 40],
    )
    assert [figure.platforms for figure in found.values()] == [("Facebook", "Instagram"), ("Meta",)]


def test_answers_under_numbered_questions_keep_apart(read: Any) -> None:
    found = read(
        ["Your request about sexual communication with a child"],
        ["1. The number of offences recorded in each of the last two financial years."],
        ["2020-21", "2021-22"],
        [312, 340],
        ["2. Of these, the number where the victim was aged 12 or under."],
        ["2020-21", "2021-22"],
        [70, 81],
        ["3. The platform used, where recorded, in 2021-22."],
        ["Snapchat", 130],
        ["Instagram", 61],
    )
    assert set(found) == {"A4", "B4", "A7", "B7", "B9", "B10"}
    assert (found["A7"].victim_age_max, found["B9"].victim_age_max) == (12, None)
    assert (found["B9"].platforms, found["B9"].period_start) == (("Snapchat",), dt.date(2021, 4, 1))


def test_what_shares_are_of_is_a_count(read: Any) -> None:
    found = read(
        ["Share of sexual communication with a child offences where the method is known"],
        [],
        ["Method", "2018/19"],
        ["Facebook apps (Facebook, Messenger, WhatsApp)", "55%"],
        ["Snapchat", "22%"],
        ["All other methods", "23%"],
        ["Number of offences with a method (100%)", "1,800"],
    )
    assert found["B4"].platforms == ("Facebook", "Facebook Messenger", "WhatsApp")
    assert "B6" not in found
    assert (found["B7"].measure, found["B7"].unit, found["B7"].value) == ("offences", "count", 1800.0)


def test_quarters_glued_to_their_year(read: Any) -> None:
    found = read([TITLE], [], ["Period", "Offences"], ["2019Q1", 10], ["2019-Q2", 12], ["2019/20Q4", 9])
    assert [(f.period_start, f.period_end) for f in found.values()] == [
        (dt.date(2019, 1, 1), dt.date(2019, 3, 31)),
        (dt.date(2019, 4, 1), dt.date(2019, 6, 30)),
        (dt.date(2020, 1, 1), dt.date(2020, 3, 31)),
    ]


def test_a_share_of_the_known_is_one_of_what_the_table_lists(read: Any) -> None:
    found = read([TITLE], [], ["Platform", "Offences", "Share of known"], ["Snapchat", 60, "48%"], ["Kik", 20, "16%"])
    assert (found["C4"].base, found["B4"].base) == ("method_recorded", "all")


def test_a_total_to_a_day_begins_with_the_time_of_its_title(read: Any) -> None:
    found = read(
        [TITLE + " since 3 April 2017"], [], ["Force", "Total to 31 March 2020"], ["Kent", 300], ["Surrey", 99]
    )
    assert (found["B4"].period_start, found["B4"].period_end) == (dt.date(2017, 4, 3), dt.date(2020, 3, 31))
    assert found["B4"].inherited == ("offence", "period_start")


def test_a_number_of_years_tells_which_years_they_are(read: Any) -> None:
    found = read([TITLE], [], ["Force", "2017-2020 (3 years)", "2017-2020"], ["Kent", 300, 390], ["Surrey", 99, 120])
    assert (found["B4"].period_start, found["B4"].period_end) == (dt.date(2017, 4, 1), dt.date(2020, 3, 31))
    assert (found["C4"].period_start, found["C4"].period_end) == (dt.date(2017, 1, 1), dt.date(2020, 12, 31))


def test_a_nil_response_is_no_number_and_sixteen_plus_an_age(read: Any) -> None:
    found = read([TITLE], [], ["Victim age", "2020/21"], ["11 to 15", "Nil response"], ["16 plus", 2])
    assert (found["B4"].value, found["B4"].status) == (None, "not_available")
    assert (found["B5"].victim_age_min, found["B5"].victim_age_max) == (16, None)


def test_two_ages_with_a_stroke_are_no_year_among_ages(read: Any) -> None:
    found = read(
        [TITLE + ", calendar year 2021"],
        [],
        ["Age of victim", "Offences"],
        ["Under 11", 2],
        ["11 to 12", 31],
        ["13/14", 44],
    )
    assert (found["B6"].victim_age_min, found["B6"].victim_age_max) == (13, 14)
    assert found["B6"].period_start == dt.date(2021, 1, 1)
    years = read([TITLE], [], ["Year", "Offences"], ["17/18", 44], ["18/19", 31])
    assert years["B4"].period_start == dt.date(2017, 4, 1)


def test_an_offence_that_only_a_line_below_names(read: Any) -> None:
    found = read(
        ["Force", "FY21/22", "FY22/23"],
        ["Kent", 91, 99],
        ["Surrey", 30, 33],
        [],
        ["Sexual communication with a child offences, all means"],
    )
    assert len(found) == 4
    assert all(
        "offence stands on another sheet or below the table" in figure.review_reasons for figure in found.values()
    )


def test_sections_of_the_act_are_no_counts(read: Any) -> None:
    found = read(
        ["Recorded offences under the Sexual Offences Act 2003"],
        [],
        ["Section", "Offence", 2021, 2022],
        [14, "Arranging or facilitating commission of child sex offence", 20, 22],
        ["15A", "Sexual communication with a child", 90, "To follow"],
    )
    assert set(found) == {"C4", "D4", "C5", "D5"}
    assert (found["D5"].value, found["D5"].status) == (None, "not_available")


def test_totals_of_shares_are_shares(read: Any) -> None:
    found = read(
        ["Victims of sexual communication with a child, 2021/22, by age and sex (%)"],
        [],
        ["Age", "Girls", "Boys", "All"],
        ["Under 11", 15, 3, 18],
        ["11 to 15", 70, 12, 82],
        ["Base (victims whose age and sex are known)", 340, 60, 400],
    )
    assert [found[f"D{row}"].measure for row in (4, 5, 6)] == ["victim_share", "victim_share", "victims"]


def test_the_base_of_shares_names_no_offence(read: Any) -> None:
    found = read(
        ["Proportion of sexual communication with a child offences by means of contact"],
        ["Base: all offences where means of contact recorded"],
        [],
        ["Means", "FY ending 2020"],
        ["Instagram", 0.25],
        ["Snapchat", 0.35],
        ["n =", 210],
    )
    assert {figure.offence for figure in found.values()} == {"sexual_communication_with_a_child"}
    assert [figure.measure for figure in found.values()] == ["offence_share", "offence_share", "offences"]
    assert (found["B5"].base, found["B5"].period_end) == ("method_recorded", dt.date(2020, 3, 31))


def test_how_long_a_period_was_is_no_month(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Period", "Months", "Offences"],
        ["1 Jan - 22 Mar 2020", 2.7, 100],
        ["23 Mar - 31 Aug 2020", 5.3, 260],
    )
    assert set(found) == {"C4", "C5"}
    assert found["C4"].period_end == dt.date(2020, 3, 22)


def test_the_title_of_changes_says_what_is_compared(read: Any) -> None:
    found = read(
        ["Percentage change in sexual communication with a child offences, 2018/19 to 2022/23"],
        [],
        ["Force", "% change"],
        ["Kent", "+45%"],
        ["Surrey", "-3%"],
    )
    assert (found["B4"].period_start, found["B4"].comparison_start) == (dt.date(2022, 4, 1), dt.date(2018, 4, 1))


def test_the_same_month_of_several_years_is_no_period(read: Any) -> None:
    found = read([TITLE], [], ["Month", 2019, 2020, "Total"], ["January", 5, 7, 12], ["Total", 50, 60, 110])
    assert (found["D4"].period_start, found["D4"].review) == (None, True)
    assert (found["D5"].period_start, found["D5"].period_end) == (dt.date(2019, 1, 1), dt.date(2020, 12, 31))


def test_ages_in_brackets_after_a_sex(read: Any) -> None:
    found = read([TITLE], [], ["Victims", "2020/21"], ["Girls (under 12)", 20], ["Girls (12-15)", 60])
    assert [(f.victim_sex, f.victim_age_min, f.victim_age_max) for f in found.values()] == [
        ("female", 0, 11),
        ("female", 12, 15),
    ]


def test_when_forces_were_asked_is_not_the_time_that_was_asked_about(read: Any) -> None:
    found = read(
        ["Force", "Asked", "Letter of", "How many offences of sexual communication with a child in 2021/22?"],
        ["Gwent", dt.date(2022, 5, 1), dt.date(2022, 5, 20), 66],
        ["Kent", dt.date(2022, 5, 2), dt.date(2022, 5, 29), 60],
    )
    assert {figure.period_start for figure in found.values()} == {dt.date(2021, 4, 1)}


def test_the_last_day_of_a_month_under_month_ending(read: Any) -> None:
    found = read(["Month ending", "Sexual communication with a child"], ["30/04/2021", 5], ["31/05/2021", 7])
    assert (found["B3"].period_start, found["B3"].period_end) == (dt.date(2021, 5, 1), dt.date(2021, 5, 31))
