"""Stated numbers that others determine: found, judged, and told in a sentence."""

import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figuretrail.audit.arithmetic import arithmetic_checks
from figuretrail.figure import Figure
from schemas.audit import ArithmeticChecks
from schemas.common import validate
from tests.claims import LAW_YEAR, LOCKDOWN, THREE_YEARS, Y2017, Y2018, Y2019, catalogue, figure, frame, row, source

FIRST_HALF = ("2017-04-01", "2017-09-30")
SECOND_HALF = ("2018-04-01", "2018-09-30")
EIGHTEEN_MONTHS = ("2017-04-01", "2018-09-30")
KNOWN = {"base": "method_recorded"}


def checks(*figures: Figure) -> pd.DataFrame:
    names = dict.fromkeys(each.source_id for each in figures)
    table = arithmetic_checks(frame(*figures), catalogue(*(source(name, publisher="A paper") for name in names)))
    return validate(ArithmeticChecks, table)


def only(*figures: Figure, **keys: object) -> dict[str, Any]:
    return row(checks(*figures), **keys)


def share(value: float, platform: str = "Facebook", words: str | None = None, **columns: Any) -> Figure:
    said = words or f"{value:g} per cent"
    return figure("a", value, measure="offence_share", platforms=platform, surface=said, **{**KNOWN, **columns})


def change(value: float, words: str | None = None, period: Any = Y2018, against: Any = Y2017, **columns: Any) -> Figure:
    said = words or f"{value:g}%"
    return figure("a", value, period, measure="offence_change", against=against, surface=said, **columns)


# Shares


def test_a_share_that_its_counts_contradict() -> None:
    check = only(
        figure("a", 618.0, platforms="Facebook", **KNOWN),
        figure("a", 2117.0, **KNOWN),
        share(30),
        kind="share",
    )
    assert check["verdict"] == "inconsistent"
    assert check["computed_value"] == pytest.approx(29.19, abs=0.01)
    assert len(check["figure_ids"]) == 3
    assert check["sentence"] == (
        "The article gives 30% for Facebook in England and Wales in 2017/18; "
        "618 of 2,117 offences with a recorded means of communication is 29.2%."
    )


@pytest.mark.parametrize(
    ("part", "value", "words", "verdict"),
    [
        (418, 20, "20 per cent", "consistent"),  # 19.7%
        (418, 20, "a fifth", "consistent"),
        (418, 19, "19 per cent", "rounding"),  # cut off
        (418, 21, "21 per cent", "inconsistent"),
        (418, 25, "a quarter", "inconsistent"),
        (929, 33.33, "a third", "inconsistent"),  # 43.9%
    ],
)
def test_the_range_of_the_words_decides(part: float, value: float, words: str, verdict: str) -> None:
    check = only(
        figure("a", float(part), platforms="Instagram", **KNOWN),
        figure("a", 2117.0, **KNOWN),
        share(value, "Instagram", words),
        kind="share",
    )
    assert check["verdict"] == verdict


def test_a_share_of_all_cases_may_be_of_the_known_ones_when_it_is_higher() -> None:
    counts = [figure("a", 40.0, platforms="Facebook"), figure("a", 200.0)]
    too_high = only(*counts, share(30, base="all"), kind="share")
    assert (too_high["verdict"], too_high["reason"] != "") == ("undecidable", True)
    too_low = only(*counts, share(10, base="all"), kind="share")
    assert too_low["verdict"] == "inconsistent"


def test_a_share_of_cases_that_fits_the_known_ones_is_consistent() -> None:
    check = only(
        figure("a", 40.0, platforms="Facebook"),
        figure("a", 200.0),
        figure("a", 100.0, **KNOWN),
        share(40, base="all"),
        kind="share",
    )
    assert check["verdict"] == "consistent"


def test_a_share_of_another_period_or_place_is_not_compared() -> None:
    table = checks(
        figure("a", 618.0, platforms="Facebook", **KNOWN),
        figure("a", 2117.0, Y2018, **KNOWN),
        figure("a", 2117.0, place="Wales", **KNOWN),
        share(30),
    )
    assert table.empty


def test_a_share_of_victims_by_age() -> None:
    check = only(
        figure("a", 72.0, ages=(0, 15)),
        figure("a", 84.0),
        figure("a", 86.0, measure="victim_share", ages=(0, 15), surface="86%"),
        kind="share",
    )
    assert check["verdict"] == "consistent"
    assert "for victims aged 0 to 15" in check["sentence"]


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 900), st.integers(1, 900), st.integers(0, 2)), min_size=20, max_size=60))
def test_a_true_rounding_is_never_called_inconsistent(cases: list[tuple[int, int, int]]) -> None:
    figures = []
    for number, (part, rest, decimals) in enumerate(cases):
        name, value = f"source-{number}", round(100 * part / (part + rest), decimals)
        figures += [
            figure(name, float(part), platforms="Facebook", **KNOWN),
            figure(name, float(part + rest), **KNOWN),
            figure(
                name,
                value,
                measure="offence_share",
                platforms="Facebook",
                surface=f"{value:.{decimals}f}%",
                **KNOWN,
            ),
        ]
    table = checks(*figures)
    own = table[table["scope"] == "source"]
    assert len(own) == len(cases)
    assert set(own["verdict"]) == {"consistent"}


# Changes, multiples, rates


@pytest.mark.parametrize(
    ("value", "words", "bound", "kind", "verdict"),
    [
        (34, "34%", "=", "change", "consistent"),
        (33.33, "a third", "=", "change", "consistent"),
        (40, "40 per cent", "=", "change", "inconsistent"),
        (100, "doubled", "=", "multiple", "inconsistent"),
        (30, "30%", ">", "change", "consistent"),
        (40, "40%", ">", "change", "inconsistent"),
        (35, "35%", "~", "change", "consistent"),
    ],
)
def test_a_change_from_two_counts(value: float, words: str, bound: str, kind: str, verdict: str) -> None:
    check = only(figure("a", 194.0), figure("a", 260.0, Y2018), change(value, words, bound=bound), kind=kind)
    assert check["verdict"] == verdict
    assert check["computed_value"] == pytest.approx(34.02, abs=0.01)


def test_a_multiple_in_words_is_loose() -> None:
    check = only(figure("a", 418.0), figure("a", 929.0, Y2018), change(100, "doubled"), kind="multiple")
    assert check["verdict"] == "rounding"
    assert check["sentence"].startswith(
        "The article says that the number doubled in England and Wales in 2018/19; from 418"
    )


def test_a_change_without_a_stated_comparison_can_only_be_confirmed() -> None:
    counts = [figure("a", 194.0), figure("a", 260.0, Y2018)]
    assert only(*counts, change(34, against=None), kind="change")["verdict"] == "consistent"
    assert only(*counts, change(50, against=None), kind="change")["verdict"] == "undecidable"
    assert only(*counts, change(50, period=None, against=None), kind="change")["verdict"] == "undecidable"


def test_a_sentence_that_gives_both_counts_says_what_is_compared() -> None:
    words = {"context": "Cases went up by 50 per cent, from 1,316 to 1,944.", "cell": None, "start": 1, "end": 2}
    check = only(
        figure("a", 1316.0, FIRST_HALF, surface="1,316", **words),
        figure("a", 1944.0, SECOND_HALF, surface="1,944", **words),
        change(50, "50 per cent", period=SECOND_HALF, against=None, **words),
        kind="change",
    )
    assert check["verdict"] == "inconsistent"


@pytest.mark.parametrize(
    ("count", "period", "value", "unit", "verdict"),
    [
        (3171.0, LAW_YEAR, 9.0, "per_day", "consistent"),  # 8.7
        (3171.0, LAW_YEAR, 10.0, "per_day", "inconsistent"),
        (1220.0, LOCKDOWN, 13.0, "per_day", "consistent"),  # 13.4
        (12925.0, THREE_YEARS, 12.0, "per_day", "consistent"),  # 1,096 days
        (6156.0, Y2018, 118.0, "per_week", "consistent"),
    ],
)
def test_a_rate_from_a_count_and_its_days(count: float, period: Any, value: float, unit: str, verdict: str) -> None:
    rate = figure("a", value, period, measure="offence_rate", surface=f"{value:g}", unit=unit)
    assert only(figure("a", count, period), rate, kind="rate")["verdict"] == verdict


def test_a_rate_of_another_year_is_no_check() -> None:
    rate = figure("a", 5.0, measure="offence_rate", surface="5", unit="per_week")
    assert checks(figure("a", 138.0), rate).empty  # 2.6: that of a later year


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


# Across sources


def test_what_no_source_settles_alone_is_settled_across() -> None:
    table = checks(
        figure("a", 428.0, SECOND_HALF, platforms="Instagram", **KNOWN),
        figure("b", 1317.0, SECOND_HALF, **KNOWN),
        figure("c", 32.0, SECOND_HALF, measure="offence_share", platforms="Instagram", surface="32%", **KNOWN),
    )
    check = row(table, kind="share")
    assert (check["scope"], check["verdict"], check["source_ids"]) == ("across", "consistent", ["c", "a", "b"])
    assert check["sentence"].startswith("A paper (c) gives 32%")


def test_a_mismatch_across_sources_that_a_revision_explains_is_open() -> None:
    near = only(
        figure("a", 3171.0),
        figure("b", 274.0, place="Wales"),
        figure("c", 2908.0, place="England"),
        kind="total_of_countries",
    )
    assert (near["verdict"], near["scope"]) == ("undecidable", "across")
    far = only(
        figure("a", 4000.0),
        figure("b", 274.0, place="Wales"),
        figure("c", 2908.0, place="England"),
        kind="total_of_countries",
    )
    assert far["verdict"] == "inconsistent"


def test_a_ratio_of_one_release_is_not_refuted_by_counts_of_another() -> None:
    check = only(figure("b", 3217.0), figure("c", 6156.0, Y2019), change(84, period=Y2019), kind="change")
    assert check["verdict"] == "undecidable"


# The table


def test_no_contradiction_rests_on_a_doubtful_reading() -> None:
    counts = [figure("a", 618.0, platforms="Facebook", **KNOWN), figure("a", 2117.0, **KNOWN)]
    check = only(*counts, share(30, review=True, confidence=0.5), kind="share")
    assert check["verdict"] == "undecidable"
    assert "read with doubt" in check["sentence"]
    assert only(*counts, share(29, review=True, confidence=0.5), kind="share")["verdict"] == "consistent"


def test_rows_are_in_the_order_of_the_figures_whatever_their_index() -> None:
    figures = frame(
        figure("a", 194.0), figure("a", 260.0, Y2018), change(34), figure("a", 454.0, ("2017-04-01", "2019-03-31"))
    )
    sources = catalogue(source("a"))
    table = arithmetic_checks(figures, sources)
    assert table["kind"].to_list() == ["change", "total_of_years"]
    moved = figures.set_index(pd.Index([5, 3, 9, 1]))
    pd.testing.assert_frame_equal(arithmetic_checks(moved, sources), table)


def test_no_figures_and_no_checks_give_an_empty_table() -> None:
    empty = frame(figure("a", 1.0)).iloc[:0]
    for figures in (empty, frame(figure("a", 1.0))):
        assert validate(ArithmeticChecks, arithmetic_checks(figures, catalogue(source("a")))).empty


def test_a_rounded_statement_beside_the_exact_one_does_not_blur_it() -> None:
    check = only(figure("a", 37.0), figure("a", 35.0, bound=">"), figure("a", 84.0, Y2018), change(127), kind="change")
    assert (check["verdict"], check["computed_low"]) == ("consistent", check["computed_value"])
