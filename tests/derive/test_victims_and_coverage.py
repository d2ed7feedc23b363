"""victim_profile and force_coverage."""

import pandas as pd

from figuretrail.derive import force_coverage, victim_profile
from tests.claims import Y2017, Y2018, catalogue, figure, frame, row, source

NEWS = "news"
SOURCES = catalogue(source(NEWS), source("mixed", release="news; other"))
GIRLS = {"sex": "female"}


def test_a_count_of_victims_over_its_base() -> None:
    figures = frame(
        figure(NEWS, 163, measure="victims", base="sex_recorded", **GIRLS),
        figure(NEWS, 202, base="sex_recorded", cell="S!A2"),
        figure(NEWS, 82, measure="victim_share", base="sex_recorded", cell="S!A3", **GIRLS),
    )
    only = row(victim_profile(figures, SOURCES), counted="victims")
    assert (only["count"], only["base_count"], only["share_percent"], only["stated_percent"]) == (163, 202, 80.7, 82.0)
    assert only["rule"] == "victims_over_offences_of_the_same_base"


def test_age_bands_and_bases_are_kept_apart() -> None:
    figures = frame(
        figure(NEWS, 62, measure="victim_share", base="age_and_sex_recorded", ages=(12, 15), **GIRLS),
        figure(NEWS, 25, measure="victim_share", base="age_and_sex_recorded", ages=(0, 10), bound="~", cell="S!A2"),
        figure(NEWS, 20, measure="victim_share", base="age_recorded", ages=(0, 11), cell="S!A3"),
    )
    table = victim_profile(figures, SOURCES)
    assert len(table) == 3
    assert row(table, victim_age_max=11)["base"] == "age_recorded"
    assert row(table, victim_age_max=15)["victim_sex"] == "female"


def test_a_count_without_a_base_has_no_share() -> None:
    figures = frame(figure(NEWS, 51, measure="victims", base="age_recorded", ages=(0, 10)))
    only = row(victim_profile(figures, SOURCES), count=51)
    assert pd.isna(only["share_percent"])
    assert only["figure_ids"] == [figures["figure_id"][0]]


def test_a_hidden_number_is_not_worked_out_from_its_total() -> None:
    figures = frame(
        figure(NEWS, 24, place="Kent", cell="S!A1"),
        figure(NEWS, 22, place="Kent", cell="S!A2", **GIRLS),
        figure(NEWS, None, place="Kent", cell="S!A3", status="suppressed", sex="male"),
    )
    table = victim_profile(figures, SOURCES)
    assert table["victim_sex"].tolist() == ["female"]
    assert 2 not in table["count"].tolist()


def test_a_stated_coverage_names_nobody_missing() -> None:
    figures = frame(figure(NEWS, 39, measure="forces"), figure(NEWS, 94, place="Kent", cell="S!A2"))
    only = row(force_coverage(figures, SOURCES), release=NEWS)
    assert (only["forces_answered"], only["forces_in_place"], only["forces_missing"]) == (39, 43, 4)
    assert (only["missing_known"], only["missing"]) == (False, [])


def test_forces_that_add_up_to_the_total_show_who_is_missing() -> None:
    parts = {"Hampshire": 152, "Kent": 122, "Surrey": 27, "Sussex": 77}
    figures = frame(
        *(figure(NEWS, value, Y2017, force, cell=f"S!{force}") for force, value in parts.items()),
        figure(NEWS, 378, Y2017, "South East", geography_type="region", cell="S!total"),
        figure(NEWS, None, Y2018, "Hampshire", status="not_available", cell="S!B1"),
    )
    only = row(force_coverage(figures, SOURCES), geography="South East")
    assert (only["forces_answered"], only["missing"], only["withheld"]) == (4, ["Thames Valley"], ["Hampshire"])
    assert (only["basis"], only["rule"]) == ("computed", "forces_that_add_up_to_the_total")
    assert len(only["figure_ids"]) == 5


def test_forces_that_do_not_add_up_say_nothing() -> None:
    figures = frame(
        figure(NEWS, 152, Y2017, "Hampshire"),
        figure(NEWS, 122, Y2017, "Kent", cell="S!A2"),
        figure(NEWS, 378, Y2017, "South East", geography_type="region", cell="S!A3"),
    )
    assert force_coverage(figures, SOURCES).empty


def test_a_compilation_is_no_release() -> None:
    assert force_coverage(frame(figure("mixed", 41, measure="forces")), SOURCES).empty
