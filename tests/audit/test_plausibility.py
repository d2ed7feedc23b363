"""Each plausibility check finds what it is for, and leaves alone what only looks like it."""

from typing import Any

import pandas as pd
import pytest

from figuretrail.audit.plausibility import CHECKS, RULES, SEVERITY, findings
from figuretrail.figure import Figure
from schemas.audit import PlausibilityFindings
from schemas.common import validate
from tests.claims import THREE_YEARS, Y2017, Y2018, Y2019, catalogue, figure, frame, source

A = "paper-a"
B = "paper-b"
WORDS = {"cell": None, "start": 0, "end": 4}
FOUR_YEARS = ("2017-04-01", "2021-03-31")
KENT: dict[str, Any] = {"place": "Kent"}
PUBLISHED = {A: "2019-09-11", B: "2020-11-13"}


def found(check: str, *figures: Figure) -> pd.DataFrame:
    names = dict.fromkeys(each.source_id for each in figures)
    table = CHECKS[check](frame(*figures), catalogue(*(source(name, PUBLISHED[name]) for name in names)))
    return validate(PlausibilityFindings, table)


def forces(name: str, value: float, **columns: Any) -> Figure:
    return figure(name, value, None, measure="forces", **columns)


def share(value: float, **columns: Any) -> Figure:
    return figure(A, value, measure="victim_share", surface=f"{value:g}%", **columns)


FOUND = {
    "period_ends_after_publication": [figure(A, 12.0, ("2019-04-01", "2020-03-31"))],
    "before_the_law": [figure(A, 28.0, ("2016-04-01", "2017-03-31"), "Wiltshire")],
    "count_not_whole": [figure(A, 12.5)],
    "more_forces_than_exist": [forces(A, 49.0)],
    "victim_not_a_child": [figure(A, 21.0, measure="victim_age", unit="years")],
    "looks_like_a_year": [figure(A, 2026.0, surface="2026", **WORDS)],
    "coverage_shrank": [forces(A, 43.0), forces(B, 38.0)],
    "place_dropped_out": [
        figure(A, 18.0, Y2017, "Kent"),
        figure(A, None, Y2018, "Kent", status="not_available", surface=".."),
    ],
    "magnitude_jumped": [figure(A, 291.0, Y2017, "Kent"), figure(A, 18.0, Y2018, "Kent")],
    "part_exceeds_whole": [figure(A, 50.0, platforms="Kik"), figure(A, 40.0)],
    "place_exceeds_country": [figure(A, 50.0, place="Kent"), figure(A, 40.0)],
    "exclusive_shares_exceed_100": [share(82, sex="female"), share(30, sex="male")],
    "platform_shares_exceed_100": [
        figure(A, 60.0, measure="offence_share", platforms="Kik", surface="60%"),
        figure(A, 55.0, measure="offence_share", platforms="SMS", surface="55%"),
    ],
    "conflicting_duplicates": [figure(A, 195.0), figure(A, 196.0)],
    "part_of_another_period": [
        figure(A, 158.0, place="South Wales"),
        figure(A, 53.0, place="North Wales"),
        figure(A, 44.0, place="Gwent"),
        figure(A, 19.0, ("2017-10-01", "2018-03-31"), "Dyfed-Powys"),
        figure(A, 274.0, place="Wales"),
    ],
    "one_number_two_places": [figure(A, 4373.0), figure(B, 4373.0, place="United Kingdom")],
    "one_number_two_periods": [
        figure(A, 54.0, Y2018, "Wiltshire"),
        figure(A, 28.0, Y2017, "Wiltshire"),
        figure(B, 54.0, Y2017, "Wiltshire"),
    ],
    "longer_time_counts_fewer": [figure(A, 12925.0, THREE_YEARS), figure(B, 10700.0, FOUR_YEARS)],
    "offence_exceeds_category": [figure(A, 122.0, **KENT), figure(A, 45.0, offence="sexual_grooming", **KENT)],
    "total_leaves_out_part": [
        figure(A, 22.0, ages=(12, 15), sex="female"),
        figure(A, None, ages=(12, 15), sex="male", status="suppressed", surface="*"),
        figure(A, 22.0, ages=(12, 15)),
    ],
}

NOT_FOUND = {
    "period_ends_after_publication": [figure(A, 12.0, ("2019-04-01", "2019-09-15"))],  # a few days: a month's edge
    "before_the_law": [
        figure(A, 0.0, ("2016-04-01", "2017-03-31"), "Wiltshire"),
        figure(A, 28.0, ("2016-04-01", "2017-03-31"), "Scotland", geography_type="country"),
        figure(A, 28.0, ("2016-04-01", "2017-03-31"), "Wiltshire", offence="sexual_grooming"),
        figure(A, 28.0, ("2016-04-01", "2017-09-30"), "Wiltshire"),
        figure(A, 93.0, Y2018, "Wiltshire", measure="offence_change", against=Y2017),
    ],
    "count_not_whole": [figure(A, 12.0), figure(A, 12.5, measure="offence_share", platforms="Kik")],
    "more_forces_than_exist": [forces(A, 44.0)],
    "victim_not_a_child": [figure(A, 5.0, measure="victim_age", unit="years")],
    "looks_like_a_year": [figure(A, 2026.0, surface="2,026", **WORDS), figure(A, 2026.0, surface="2026")],
    "coverage_shrank": [forces(A, 38.0), forces(B, 43.0), forces(B, 3.0, place="Wales")],
    "place_dropped_out": [figure(A, None, Y2018, "Kent", status="not_available", surface="..")],
    "magnitude_jumped": [figure(A, 5.0, Y2017, "Kent"), figure(A, 18.0, Y2018, "Kent")],
    "part_exceeds_whole": [figure(A, 50.0, platforms="Kik"), figure(A, 40.0, Y2018), figure(A, 40.0, bound=">")],
    "place_exceeds_country": [figure(A, 50.0, place="Kent"), figure(A, 40.0, place="Wales")],
    "exclusive_shares_exceed_100": [
        share(82, sex="female"),
        share(70, ages=(12, 15)),
        share(40, ages=(0, 11), sex="male"),
    ],
    "platform_shares_exceed_100": [
        figure(A, 51.0, measure="offence_share", platforms="Meta", surface="51%"),  # holds Instagram
        figure(A, 55.0, measure="offence_share", platforms="Instagram", surface="55%"),
    ],
    "conflicting_duplicates": [
        figure(A, 10119.0),
        figure(A, 4335.0),  # the rest: not a second value
        figure(A, 5784.0, base="method_recorded"),
        figure(B, 37.0),
        figure(B, 35.0, bound=">"),
        figure(B, 10119.0, Y2018),
        figure(B, 4335.0, Y2018, base="method_recorded"),  # nor where the rest is read as one of its parts
        figure(B, 5784.0, Y2018, base="method_recorded"),
    ],
    "part_of_another_period": [
        figure(A, 19.0, ("2017-10-01", "2018-03-31"), "Dyfed-Powys"),
        figure(A, 274.0, place="Wales"),
    ],
    "one_number_two_places": [figure(A, 4373.0), figure(B, 4373.0, place="Scotland", geography_type="country")],
    "one_number_two_periods": [figure(A, 54.0, Y2018, "Wiltshire"), figure(B, 54.0, Y2017, "Wiltshire")],
    "longer_time_counts_fewer": [
        figure(A, 12925.0, THREE_YEARS),
        figure(B, 12925.0, FOUR_YEARS),
        figure(B, 10700.0, FOUR_YEARS, "Wales"),
        figure(B, 10700.0, FOUR_YEARS, platforms="Kik"),
        figure(B, 10700.0, ("2018-04-01", "2021-03-31")),  # beside it, not around it
    ],
    "offence_exceeds_category": [
        figure(A, 45.0, offence="sexual_grooming", **KENT),
        figure(A, 45.0, **KENT),
        figure(A, 122.0, Y2018, **KENT),
        figure(A, 122.0, offence="rape", **KENT),
    ],
    "total_leaves_out_part": [
        figure(A, 22.0, ages=(12, 15), sex="female"),
        figure(A, None, ages=(12, 15), sex="male", status="suppressed", surface="*"),
        figure(A, 30.0, ages=(12, 15)),
    ],
}


@pytest.mark.parametrize("check", list(CHECKS))
def test_what_it_is_for(check: str) -> None:
    table = found(check, *FOUND[check])
    assert len(table) >= 1
    assert set(table["check"]) == {check}
    assert set(table["severity"]) == {SEVERITY[check]}


@pytest.mark.parametrize("check", list(CHECKS))
def test_what_only_looks_like_it(check: str) -> None:
    assert found(check, *NOT_FOUND[check]).empty


def test_every_check_has_a_name_a_description_and_a_severity() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert {rule.severity for rule in RULES} == {"warn", "error"}
    assert all(CHECKS[rule.name].__doc__ == rule.description for rule in RULES)


def test_the_sentence_says_which_numbers_and_where() -> None:
    table = found("magnitude_jumped", *FOUND["magnitude_jumped"])
    assert table["sentence"].to_list() == ["paper-a gives 18 in Kent in 2018/19, after 291 in 2017/18."]
    assert table["source_ids"].to_list() == [[A]]
    assert len(table["figure_ids"].iloc[0]) == 2


def test_one_jump_that_several_sources_print_is_one_finding() -> None:
    jump = [figure(name, value, year, "Kent") for name in (A, B) for value, year in ((291.0, Y2017), (18.0, Y2018))]
    table = found("magnitude_jumped", *jump)
    assert table["sentence"].to_list() == ["paper-a and paper-b give 18 in Kent in 2018/19, after 291 in 2017/18."]
    assert table["source_ids"].to_list() == [[A, B]]
    assert len(table["figure_ids"].iloc[0]) == 4


def test_a_jump_of_which_sources_give_other_numbers_says_who_gives_which() -> None:
    other = [figure(B, 290.0, Y2017, "Kent"), figure(B, 18.0, Y2018, "Kent")]
    (sentence,) = found("magnitude_jumped", *FOUND["magnitude_jumped"], *other)["sentence"]
    assert sentence == (
        "paper-a gives 18 in Kent in 2018/19, after 291 in 2017/18; "
        "paper-b gives 18 in Kent in 2018/19, after 290 in 2017/18."
    )


def test_a_change_is_not_measured_from_a_time_before_the_law() -> None:
    change = figure(A, 93.0, Y2017, "Wiltshire", measure="offence_change", against=("2016-04-01", "2017-03-31"))
    (sentence,) = found("before_the_law", change)["sentence"]
    assert "measures a change in Wiltshire from 2016/17, before the offence existed" in sentence


def test_jumps_of_two_places_are_two_findings() -> None:
    jump = [figure(B, 291.0, Y2017, "Essex"), figure(B, 18.0, Y2018, "Essex")]
    assert len(found("magnitude_jumped", *FOUND["magnitude_jumped"], *jump)) == 2


def test_all_findings_are_those_of_each_check_in_order() -> None:
    figures = frame(*FOUND["coverage_shrank"], *FOUND["conflicting_duplicates"], *FOUND["before_the_law"])
    sources = catalogue(source(A, PUBLISHED[A]), source(B, PUBLISHED[B]))
    together = validate(PlausibilityFindings, findings(figures, sources))
    single = [CHECKS[name](figures, sources) for name in CHECKS]
    pd.testing.assert_frame_equal(together, pd.concat([part for part in single if len(part)], ignore_index=True))
    assert together["check"].to_list() == ["before_the_law", "coverage_shrank", "conflicting_duplicates"]


def test_no_figures_no_findings() -> None:
    figures = frame(figure(A, 1.0)).iloc[:0]
    assert validate(PlausibilityFindings, findings(figures, catalogue(source(A)))).empty


def test_a_span_beside_its_years_is_no_jump() -> None:
    spans = [figure(A, 100.0, Y2017), figure(A, 110.0, Y2018), figure(A, 120.0, Y2019), figure(A, 330.0, THREE_YEARS)]
    assert found("magnitude_jumped", *spans).empty
