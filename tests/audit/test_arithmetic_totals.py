"""Totals of years, places, victims and platforms: whether the parts make them, and what is left of them."""

import math
from typing import Any

import pytest

from figuretrail.figure import Figure
from tests.audit.stated import EIGHTEEN_MONTHS, KNOWN, SECOND_HALF, checks, only, share
from tests.claims import LAW_YEAR, THREE_YEARS, Y2017, Y2018, Y2019, figure, row

# Totals


def test_a_span_is_the_sum_of_its_years() -> None:
    years = [figure("a", value, year) for value, year in ((3217.0, Y2017), (4373.0, Y2018), (5335.0, Y2019))]
    right = only(*years, figure("a", 12925.0, THREE_YEARS), kind="total_of_years")
    assert (right["verdict"], right["computed_value"]) == ("consistent", 12925)
    wrong = only(*years, figure("a", 12952.0, THREE_YEARS), kind="total_of_years")
    assert wrong["verdict"] == "inconsistent"
    assert "3,217 (2017/18), 4,373 (2018/19) and 5,335 (2019/20) make 12,925" in wrong["sentence"]


def test_the_laws_first_year_counts_as_an_offence_year_in_a_sum() -> None:
    check = only(
        figure("a", 10.0, LAW_YEAR),
        figure("a", 5.0, Y2018),
        figure("a", 15.0, ("2017-04-01", "2019-03-31")),
        kind="total_of_years",
    )
    assert check["verdict"] == "consistent"


def test_years_with_a_gap_make_no_total() -> None:
    assert checks(figure("a", 10.0), figure("a", 5.0, Y2019), figure("a", 99.0, THREE_YEARS)).empty


def test_a_total_that_leaves_out_the_year_that_is_not_available_says_so() -> None:
    check = only(
        figure("a", 10.0),
        figure("a", None, Y2018, status="not_available", surface=".."),
        figure("a", 5.0, Y2019),
        figure("a", 15.0, THREE_YEARS),
        kind="total_of_years",
    )
    assert check["verdict"] == "consistent"
    assert check["sentence"].endswith("without the part that is not available.")


def test_a_total_above_its_known_years_is_open_and_below_them_is_wrong() -> None:
    parts = [
        figure("a", 10.0),
        figure("a", None, Y2018, status="not_available", surface=".."),
        figure("a", 5.0, Y2019),
    ]
    assert only(*parts, figure("a", 30.0, THREE_YEARS), kind="total_of_years")["verdict"] == "undecidable"
    assert only(*parts, figure("a", 12.0, THREE_YEARS), kind="total_of_years")["verdict"] == "inconsistent"


def test_a_year_that_is_one_of_several_parts_said_more_than_leaves_no_high_end() -> None:
    check = only(
        figure("a", 10.0, bound=">"),
        figure("a", 5.0, Y2018),
        figure("a", 40.0, ("2017-04-01", "2019-03-31")),
        kind="total_of_years",
    )
    assert check["verdict"] == "undecidable"


def test_the_rest_of_a_span_by_difference() -> None:
    check = only(
        figure("a", 5161.0, EIGHTEEN_MONTHS),
        figure("a", 3217.0),
        figure("a", 1944.0, SECOND_HALF),
        kind="rest_of_period",
    )
    assert (check["verdict"], check["computed_value"]) == ("consistent", 1944)


WALES = (("South Wales", 158.0), ("North Wales", 53.0), ("Gwent", 44.0))


def test_forces_make_their_country() -> None:
    forces = [figure("a", value, place=name) for name, value in (*WALES, ("Dyfed-Powys", 19.0))]
    right = only(*forces, figure("a", 274.0, place="Wales"), kind="total_of_forces")
    assert right["verdict"] == "consistent"
    wrong = only(*forces, figure("a", 280.0, place="Wales"), kind="total_of_forces")
    assert wrong["verdict"] == "inconsistent"


@pytest.mark.parametrize("period", [("2017-10-01", "2018-04-02"), None])
def test_a_sum_that_takes_in_six_months_among_full_years_comes_out_and_is_named(period: Any) -> None:
    forces = [figure("a", value, place=name) for name, value in WALES]
    check = only(
        *forces,
        figure("a", 19.0, period, place="Dyfed-Powys"),
        figure("a", 274.0, place="Wales"),
        kind="total_of_forces",
    )
    assert check["verdict"] == "consistent"
    when = "October 2017 to March 2018" if period else "a period that is not stated"
    assert check["sentence"].endswith(f"but the number for Dyfed-Powys is for {when}.")


def test_forces_that_already_exceed_their_region_contradict_it() -> None:
    region = figure("a", 565.0, place="North West", geography_type="region")
    given_forces = (("Lancashire", 175.0), ("Greater Manchester", 296.0), ("Merseyside", 70.0), ("Cheshire", 25.0))
    forces = [figure("a", value, place=name) for name, value in given_forces]
    check = only(region, *forces, kind="total_of_forces")
    assert check["verdict"] == "inconsistent"
    assert check["sentence"].endswith("make at least 566.")


def test_a_total_of_the_forces_given_names_the_one_that_is_missing() -> None:
    region = figure("a", 378.0, place="South East", geography_type="region")
    given_forces = (("Hampshire", 152.0), ("Kent", 122.0), ("Surrey", 27.0), ("Sussex", 77.0))
    check = only(region, *(figure("a", value, place=name) for name, value in given_forces), kind="total_of_forces")
    assert check["verdict"] == "consistent"
    assert check["sentence"].endswith("make 378, without a number for Thames Valley.")


def test_the_region_is_not_the_force_of_its_name() -> None:
    table = checks(
        figure("a", 260.0, place="West Midlands", geography_type="region"),
        figure("a", 99.0, place="West Midlands"),
    )
    assert table.empty


def test_a_total_many_times_its_parts_is_about_something_else_and_no_check() -> None:
    years = [figure("a", 3217.0), figure("a", 4373.0, Y2018)]
    assert checks(*years, figure("a", 454.0, ("2017-04-01", "2019-03-31"))).empty


def test_the_railways_police_may_be_in_the_countrys_total_or_not() -> None:
    countries = [figure("a", 131.0, place="Wales"), figure("a", 2972.0, place="England")]
    railways = figure("a", 3.0, place="British Transport Police")
    kind = {"kind": "total_of_countries"}
    assert only(figure("a", 3103.0), *countries, railways, **kind)["verdict"] == "consistent"
    assert only(figure("a", 3106.0), *countries, railways, **kind)["verdict"] == "consistent"
    assert only(figure("a", 3106.0), *countries, **kind)["verdict"] == "undecidable"
    hidden = figure("a", None, place="British Transport Police", status="suppressed", surface="*")
    check = only(figure("a", 3106.0), *countries, hidden, **kind)
    assert check["verdict"] == "undecidable"
    assert "3,103" not in check["sentence"] and math.isnan(check["computed_low"])
    assert only(figure("a", 3306.0), *countries, **kind)["verdict"] == "inconsistent"
    assert only(figure("a", 3100.0), *countries, **kind)["verdict"] == "inconsistent"


# Ages, sexes, platforms


def victims(value: float, **columns: Any) -> Figure:
    return figure("a", value, place="Lancashire", measure="victims", **columns)


def test_sexes_make_the_cases_with_a_recorded_sex() -> None:
    total = figure("a", 202.0, place="Lancashire", base="sex_recorded")
    sexes = [victims(163.0, sex="female", base="sex_recorded"), victims(39.0, sex="male", base="sex_recorded")]
    assert only(total, *sexes, kind="total_of_sexes")["verdict"] == "consistent"


def test_ages_that_exceed_their_sex_contradict_it() -> None:
    recorded = {"sex": "female", "base": "age_and_sex_recorded"}
    check = only(
        victims(163.0, sex="female", base="sex_recorded"),
        victims(122.0, ages=(12, 15), **recorded),
        victims(51.0, ages=(0, 10), **recorded),
        kind="total_of_ages",
    )
    assert check["verdict"] == "inconsistent"
    assert check["sentence"].endswith("51 (girls aged 0 to 10) and 122 (girls aged 12 to 15) make 173.")


def test_ages_that_overlap_are_not_added_and_those_that_fall_short_say_nothing() -> None:
    assert checks(figure("a", 100.0), figure("a", 80.0, ages=(0, 15)), figure("a", 60.0, ages=(12, 15))).empty
    assert checks(figure("a", 100.0), figure("a", 30.0, ages=(0, 11)), figure("a", 60.0, ages=(12, 15))).empty


def test_platforms_overlap_so_a_sum_above_or_below_the_total_is_no_check() -> None:
    parts = [figure("a", value, platforms=name) for name, value in (("Facebook", 50.0), ("Kik", 40.0), ("SMS", 30.0))]
    assert checks(figure("a", 100.0), *parts).empty
    assert checks(figure("a", 150.0), *parts).empty
    assert only(figure("a", 120.0), *parts, kind="total_of_platforms")["verdict"] == "consistent"
    hidden = figure("a", None, platforms="Discord", status="suppressed", surface="*")
    assert checks(figure("a", 120.0), *parts, hidden).empty


@pytest.mark.parametrize(("together", "verdict"), [(70, "consistent"), (80, "inconsistent"), (25, "inconsistent")])
def test_platforms_together_lie_between_the_largest_and_the_sum(together: float, verdict: str) -> None:
    single = [share(value, name) for name, value in (("Facebook", 23.0), ("Instagram", 32.0), ("Snapchat", 14.0))]
    check = only(*single, share(together, "Facebook + Instagram + Snapchat"), kind="platforms_together")
    assert check["verdict"] == verdict
    assert (check["computed_low"], check["computed_high"]) == (31.5, 70.5)


@pytest.mark.parametrize("base", ["all", "method_recorded"])
def test_the_rest_of_the_cases_is_recognised_whatever_its_base(base: str) -> None:
    counts = [figure("a", 10119.0), figure("a", 5784.0, **KNOWN)]
    check = only(*counts, figure("a", 4335.0, place="England and Wales", base=base), kind="complement")
    assert (check["verdict"], check["computed_value"]) == ("consistent", 4335)
    assert checks(*counts, figure("a", 4000.0, base=base)).empty


# Suppression


def test_a_suppressed_part_is_not_worked_out_in_any_column() -> None:
    table = checks(
        figure("a", 10.0),
        figure("a", None, Y2018, status="suppressed", surface="*"),
        figure("a", 5.0, Y2019),
        figure("a", 18.0, THREE_YEARS),
    )
    check = row(table, kind="total_of_years")
    assert check["verdict"] == "undecidable"
    assert (
        math.isnan(check["computed_value"]) and math.isnan(check["computed_low"]) and math.isnan(check["computed_high"])
    )
    assert "15" not in check["sentence"] and "3" not in check["sentence"].replace("2019", "").replace("2017/18", "")


def test_parts_beside_a_suppressed_one_that_exceed_the_total_contradict_it() -> None:
    check = only(
        figure("a", 10.0),
        figure("a", 5.0, Y2018, status="suppressed", bound="<", surface="<5"),
        figure("a", 5.0, Y2019),
        figure("a", 12.0, THREE_YEARS),
        kind="total_of_years",
    )
    assert check["verdict"] == "inconsistent"


def test_no_row_is_about_a_suppressed_figure() -> None:
    table = checks(
        figure("a", None, platforms="Kik", status="suppressed", surface="*", **KNOWN),
        figure("a", 50.0, **KNOWN),
        share(6, "Kik"),
    )
    assert table.empty
