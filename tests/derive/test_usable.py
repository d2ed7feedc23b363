"""What no derived table is made from, and what a row says of figures that want a review."""

from typing import Any

import pandas as pd
import pytest

from figuretrail.audit.plausibility import RULES, left_out
from figuretrail.derive import offences_by_period, offences_by_year, offences_per_day, platform_share_by_period
from figuretrail.rounding import rate
from tests.claims import Y2017, Y2018, Y2019, catalogue, figure, frame, row, source

A, B, C, D = "a", "b", "c", "d"
SOURCES = catalogue(*(source(name, "2019-09-11") for name in (A, B, C, D)))
BEFORE_THE_LAW = ("2016-04-01", "2017-03-31")
E_W, UK = {"geography": "England and Wales"}, {"geography": "United Kingdom"}


def periods(*figures: Any) -> list[str]:
    """The first days in `offences_by_period`."""
    return [f"{day:%Y}" for day in offences_by_period(frame(*figures), SOURCES)["period_start"]]


def test_a_number_that_cannot_be_makes_no_row() -> None:
    assert periods(figure(A, 28, BEFORE_THE_LAW, "Wiltshire"), figure(A, 54, Y2017, "Wiltshire", cell="S!B1")) == [
        "2017"
    ]
    assert periods(figure(A, 28, Y2019, "Wiltshire"), figure(A, 54, Y2018, "Wiltshire", cell="S!B1")) == ["2018"]


def test_what_is_only_worth_a_word_stays() -> None:
    assert periods(figure(A, 300, Y2017, "Kent"), figure(A, 20, Y2018, "Kent", cell="S!B1")) == ["2017", "2018"]


def test_the_place_that_fewer_sources_give_a_number_is_the_one_left_out() -> None:
    larger_once = frame(figure(A, 4373), figure(B, 4373), figure(C, 4373, place="United Kingdom"))
    assert left_out(larger_once, SOURCES) == {larger_once["figure_id"][2]}
    assert offences_by_year(larger_once, SOURCES)["geography"].to_list() == ["England and Wales"]
    smaller_once = frame(figure(A, 4373, place="England"), figure(B, 4373), figure(C, 4373))
    assert left_out(smaller_once, SOURCES) == {smaller_once["figure_id"][0]}


def test_of_two_places_that_as_many_give_it_the_larger_is_left_out() -> None:
    figures = frame(figure(A, 4373), figure(B, 4373, place="United Kingdom"))
    assert offences_by_year(figures, SOURCES)["geography"].to_list() == ["England and Wales"]


def test_every_source_that_says_the_same_is_left_out_with_it() -> None:
    figures = frame(
        *(figure(name, 4373) for name in (A, B)),
        *(figure(name, 4373, place="United Kingdom") for name in (C, D)),
        figure(D, 4400, place="United Kingdom", cell="S!B1"),
    )
    year = row(offences_by_year(figures, SOURCES), **UK)
    assert (year["offences"], year["sources"], year["other_figure_ids"]) == (4400, 1, [])


def test_the_rules_that_leave_out_are_those_by_which_a_number_cannot_stand() -> None:
    errors_by_itself = {"period_ends_after_publication", "before_the_law", "count_not_whole", "more_forces_than_exist"}
    assert errors_by_itself <= {rule.name for rule in RULES if rule.leaves_out}


def test_a_row_says_whether_a_figure_that_it_is_made_from_wants_a_review() -> None:
    doubted = figure(A, 2117, base="method_recorded", review=True, confidence=0.5, review_reasons=("a doubt",))
    figures = frame(figure(A, 418, platforms="Instagram"), doubted, figure(A, 3217, cell="S!B1"))
    assert row(platform_share_by_period(figures, SOURCES), platform="Instagram")["review"]
    table = offences_by_period(figures, SOURCES)
    assert dict(zip(table["base"], table["review"], strict=True)) == {"all": False, "method_recorded": True}


def test_a_doubt_about_another_figure_of_the_same_thing_is_no_doubt_of_the_row() -> None:
    figures = frame(figure(A, 3217), figure(B, 3171, review=True, confidence=0.5, review_reasons=("a doubt",)))
    year = row(offences_by_year(figures, SOURCES), **E_W)
    assert (year["offences"], year["review"], len(year["other_figure_ids"])) == (3217, False, 1)


@pytest.mark.parametrize(
    ("offences", "published"),
    [(3171, 8.7), (365, 1.0), (364, 1.0), (40, 0.11), (18, 0.049), (0, 0.0)],
)
def test_a_small_forces_rate_keeps_two_digits(offences: int, published: float) -> None:
    table = offences_per_day(frame(figure(A, offences, Y2017, "Kent")), SOURCES)
    assert table["per_day"].to_list() == [published] == table["lowest_per_day"].to_list()


def test_a_rate_that_is_not_known_stays_so() -> None:
    assert rate(pd.Series([None, 0.5], dtype="float64")).isna().to_list() == [True, False]


def test_a_year_by_difference_has_the_spread_of_the_releases() -> None:
    """3,171 became 3,217: the year that is left may be 46 more. A copy's misprint widens nothing."""
    sources = catalogue(
        source("june", "2018-06-18"),
        source("september", "2019-09-11", release="s"),
        source("other paper", "2019-09-11", release="s"),
        source("misprint", "2019-09-11", release="s"),
        source("november", "2020-11-15"),
    )
    figures = frame(
        figure("june", 3171, Y2017),
        figure("september", 3217, Y2017),
        figure("other paper", 3217, Y2017),
        figure("misprint", 4373, Y2017),
        figure("september", 4373, Y2018, cell="S!B1"),
        figure("november", 12925, ("2017-04-01", "2020-03-31")),
    )
    year = row(offences_by_year(figures, sources), offence_year="2019/20")
    assert (year["offences"], year["lowest"], year["highest"]) == (5335, 5335, 5381)


def test_a_spread_is_rounded_as_the_share_is() -> None:
    figures = frame(
        figure(A, 2, platforms="WhatsApp"),
        figure(A, 64, cell="S!B1"),
        figure(A, 3.12, measure="offence_share", platforms="WhatsApp", cell="S!C1"),
    )
    share = row(platform_share_by_period(figures, SOURCES), platform="WhatsApp")
    assert (share["share_percent"], share["lowest_percent"], share["highest_percent"]) == (3.1, 3.1, 3.1)
    assert share["stated_percent"] == 3.12
