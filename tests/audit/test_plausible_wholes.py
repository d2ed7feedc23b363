"""A whole beside what lies in it: a longer time, a wider offence, a total that leaves a part out."""

from typing import Any

import pandas as pd
import pytest

from figuretrail.audit.plausibility import CHECKS
from figuretrail.figure import Figure
from figuretrail.vocabulary import offences, wider_offences
from schemas.audit import PlausibilityFindings
from schemas.common import validate
from tests.claims import THREE_YEARS, Y2017, Y2018, Y2019, catalogue, figure, frame, source

FOUR_YEARS = ("2017-04-01", "2021-03-31")
HIDDEN: dict[str, Any] = {"status": "suppressed", "surface": "*"}
NONE: dict[str, Any] = {"status": "not_available", "surface": ".."}


def found(check: str, *figures: Figure, release: str | None = None) -> pd.DataFrame:
    """The findings of one check; the sources are releases of their own, or all of one."""
    names = dict.fromkeys(each.source_id for each in figures)
    sources = catalogue(*(source(name, "2024-11-05", release=release) for name in names))
    return validate(PlausibilityFindings, CHECKS[check](frame(*figures), sources))


def sentences(check: str, *figures: Figure, release: str | None = None) -> list[str]:
    return list(found(check, *figures, release=release)["sentence"])


# A longer time


def test_a_longer_time_below_one_within_it_names_all_who_say_so() -> None:
    three = [figure(name, 12925.0, THREE_YEARS) for name in ("a", "b")]
    table = found("longer_time_counts_fewer", figure("c", 10700.0, FOUR_YEARS), *three)
    assert list(table["sentence"]) == [
        "c gives 10,700 in England and Wales from 2017/18 to 2020/21; a and b give 12,925 from 2017/18 to 2019/20, "
        "a time within it."
    ]
    assert list(table["source_ids"]) == [["c", "a", "b"]]


def test_of_the_times_within_it_the_one_that_counts_most_is_named() -> None:
    longer = figure("c", 4000.0, FOUR_YEARS)
    (sentence,) = sentences("longer_time_counts_fewer", longer, figure("a", 4373.0, Y2018), figure("b", 5335.0, Y2019))
    assert "b gives 5,335 in 2019/20" in sentence
    assert "4,373" not in sentence


@pytest.mark.parametrize("gap", [5, 200])
def test_a_later_release_may_have_revised_a_count_downwards(gap: int) -> None:
    within, around = (6.0, 1.0) if gap == 5 else (10000.0, 9800.0)
    figures = [figure("a", within, Y2017), figure("b", around, THREE_YEARS)]
    assert sentences("longer_time_counts_fewer", *figures) == []
    assert len(sentences("longer_time_counts_fewer", *figures, release="one")) == 1


IN_TEXT: dict[str, Any] = {"surface": "5,000", "cell": None, "start": 0, "end": 5}


@pytest.mark.parametrize(
    ("within", "around"),
    [({"bound": "~"}, {}), ({}, {"bound": ">"}), ({}, {"bound": "~"}), ({}, {"bound": ">="}), ({}, IN_TEXT)],
)
def test_a_rounded_number_is_no_smaller_than_what_it_stands_for(within: dict[str, Any], around: dict[str, Any]) -> None:
    figures = [figure("a", 5100.0, Y2018, **within), figure("a", 5000.0, FOUR_YEARS, **around)]
    assert sentences("longer_time_counts_fewer", *figures) == []


def test_an_exact_number_is_smaller_by_whatever_it_is_smaller() -> None:
    figures = [figure("a", 5100.0, Y2018), figure("a", 5000.0, FOUR_YEARS)]
    assert len(sentences("longer_time_counts_fewer", *figures)) == 1


def test_at_least_so_many_in_a_part_is_more_than_a_smaller_whole() -> None:
    figures = [figure("a", 5000.0, Y2018, bound=">"), figure("a", 4000.0, FOUR_YEARS)]
    assert len(sentences("longer_time_counts_fewer", *figures)) == 1


def test_a_hidden_number_is_no_count_that_is_smaller() -> None:
    hidden = figure("a", 5.0, FOUR_YEARS, bound="<", **HIDDEN)
    assert sentences("longer_time_counts_fewer", figure("a", 50.0, Y2018), hidden) == []


@pytest.mark.parametrize(
    "other",
    [{"base": "method_recorded"}, {"sex": "female"}, {"ages": (0, 11)}, {"measure": "victims"}, {"offence": "rape"}],
)
def test_a_count_of_something_else_may_be_smaller(other: dict[str, Any]) -> None:
    figures = [figure("a", 12925.0, THREE_YEARS), figure("a", 10700.0, FOUR_YEARS, **other)]
    assert sentences("longer_time_counts_fewer", *figures) == []


# A wider offence


def test_the_table_of_offences_says_what_is_part_of_what() -> None:
    slugs = {offence.slug for offence in offences()}
    assert {wider for offence in offences() for wider in offence.part_of} <= slugs
    assert not any((slug, slug) in wider_offences() for slug in slugs)  # nothing is a part of itself, by any way round
    assert ("sexual_communication_with_a_child", "sexual_grooming") in wider_offences()
    assert ("sexual_communication_with_a_child", "all_offences") in wider_offences()
    assert ("sexual_grooming", "sexual_communication_with_a_child") not in wider_offences()


def test_an_offence_above_its_category_names_all_who_say_so() -> None:
    narrow = [figure(name, 122.0, place="Kent") for name in ("a", "b")]
    assert sentences(
        "offence_exceeds_category", *narrow, figure("a", 45.0, place="Kent", offence="sexual_grooming")
    ) == [
        "a and b give 122 (sexual communication with a child) in Kent in 2017/18; a gives 45 of sexual grooming, "
        "which holds it."
    ]


def test_a_category_further_up_holds_it_too() -> None:
    figures = [figure("a", 122.0, place="Kent"), figure("a", 45.0, place="Kent", offence="all_offences")]
    assert len(sentences("offence_exceeds_category", *figures)) == 1


def test_a_category_above_its_part_is_as_it_should_be() -> None:
    figures = [figure("a", 45.0, place="Kent"), figure("a", 122.0, place="Kent", offence="sexual_grooming")]
    assert sentences("offence_exceeds_category", *figures) == []


def test_another_offices_count_may_be_a_few_off() -> None:
    figures = [figure("a", 19.0, place="Kent"), figure("b", 18.0, place="Kent", offence="sexual_grooming")]
    assert sentences("offence_exceeds_category", *figures) == []
    assert len(sentences("offence_exceeds_category", *figures, release="one")) == 1


# A total that leaves a part out


def forces(*values: tuple[str, float | None], **columns: Any) -> list[Figure]:
    return [figure("a", value, place=name, **(NONE if value is None else {}), **columns) for name, value in values]


WALES = (("South Wales", 158.0), ("North Wales", 53.0), ("Gwent", 44.0))


def test_a_place_without_a_number_is_left_out() -> None:
    total = figure("a", 255.0, place="Wales")
    assert sentences("total_leaves_out_part", *forces(*WALES, ("Dyfed-Powys", None)), total) == [
        "a gives 255 in Wales in 2017/18, which the numbers given make up without Dyfed-Powys (not available): "
        "it is no total."
    ]


def test_a_total_above_the_places_given_may_hold_the_one_that_is_not() -> None:
    total = figure("a", 274.0, place="Wales")
    assert sentences("total_leaves_out_part", *forces(*WALES, ("Dyfed-Powys", None)), total) == []


def test_a_place_that_gave_none_is_not_left_out() -> None:
    total = figure("a", 255.0, place="Wales")
    assert sentences("total_leaves_out_part", *forces(*WALES, ("Dyfed-Powys", 0.0)), total) == []


def test_a_part_that_another_cell_gives_is_not_hidden() -> None:
    total = figure("a", 255.0, place="Wales")
    given = [*forces(*WALES, ("Dyfed-Powys", None)), figure("a", 0.0, place="Dyfed-Powys", cell="S!9")]
    assert sentences("total_leaves_out_part", *given, total) == []


def test_another_sources_gap_is_not_this_totals() -> None:
    total = [figure("b", value, place=name) for name, value in (*WALES, ("Wales", 255.0))]
    assert sentences("total_leaves_out_part", *forces(("Dyfed-Powys", None)), *total) == []


def test_a_rounded_number_makes_no_exact_total() -> None:
    about = [figure("a", 158.0, place="South Wales", bound="~"), *forces(*WALES[1:], ("Dyfed-Powys", None))]
    assert sentences("total_leaves_out_part", *about, figure("a", 255.0, place="Wales")) == []


@pytest.mark.parametrize("gap", [NONE, HIDDEN])
def test_a_year_without_a_number_is_left_out_of_the_years_together(gap: dict[str, Any]) -> None:
    years = [figure("a", 152.0, Y2017), figure("a", None, Y2018, **gap), figure("a", 95.0, Y2019)]
    (sentence,) = sentences("total_leaves_out_part", *years, figure("a", 247.0, THREE_YEARS))
    assert "gives 247 in England and Wales from 2017/18 to 2019/20" in sentence
    assert f"without 2018/19 ({'suppressed' if gap is HIDDEN else 'not available'})" in sentence
    assert sentences("total_leaves_out_part", *years, figure("a", 250.0, THREE_YEARS)) == []


def test_a_total_of_totals_that_leave_a_part_out_leaves_it_out_too() -> None:
    years = [
        *(figure("a", value, place=name) for name, value in (*WALES, ("Dyfed-Powys", 19.0), ("Wales", 274.0))),
        *(figure("a", value, Y2018, name) for name, value in WALES),
        figure("a", None, Y2018, "Dyfed-Powys", **NONE),
        figure("a", 255.0, Y2018, "Wales"),
        figure("a", 529.0, ("2017-04-01", "2019-03-31"), "Wales"),
    ]
    told = sentences("total_leaves_out_part", *years)
    assert len(told) == 2
    assert "529 in Wales from 2017/18 to 2018/19, which the numbers given make up without 2018/19 (itself" in told[1]


def test_a_sum_row_of_nothing_but_a_hidden_cell_is_no_nought() -> None:
    boys = figure("a", None, ages=(0, 11), sex="male", **HIDDEN)
    (sentence,) = sentences("total_leaves_out_part", boys, figure("a", 0.0, ages=(0, 11)))
    assert "without boys aged 0 to 11 (suppressed)" in sentence
    assert sentences("total_leaves_out_part", figure("a", 0.0, ages=(0, 11), sex="male"), figure("a", 0.0)) == []


def test_a_band_without_a_number_is_left_out() -> None:
    bands = [figure("a", 22.0, ages=(12, 15)), figure("a", None, ages=(0, 11), **HIDDEN)]
    assert len(sentences("total_leaves_out_part", *bands, figure("a", 22.0))) == 1
    overlapping = [figure("a", 22.0, ages=(0, 15)), figure("a", None, ages=(0, 11), **HIDDEN)]
    assert sentences("total_leaves_out_part", *overlapping, figure("a", 22.0)) == []


def test_a_total_of_those_recorded_has_other_parts_than_all() -> None:
    girls = figure("a", 22.0, sex="female", base="sex_recorded")
    boys = figure("a", None, sex="male", base="sex_recorded", **HIDDEN)
    assert sentences("total_leaves_out_part", girls, boys, figure("a", 22.0)) == []


PLATFORMS = (("Kik", 4.0), ("SMS", 6.0), ("Snapchat", 10.0))


def test_a_platform_without_a_number_is_left_out_of_a_list_that_makes_the_total() -> None:
    listed = [figure("a", value, platforms=name) for name, value in PLATFORMS]
    hidden = figure("a", None, platforms="WhatsApp", **HIDDEN)
    (sentence,) = sentences("total_leaves_out_part", *listed, hidden, figure("a", 20.0))
    assert "without WhatsApp (suppressed)" in sentence
    # Two platforms make a total by chance, since a crime may name both.
    assert sentences("total_leaves_out_part", *listed[:2], hidden, figure("a", 10.0)) == []
