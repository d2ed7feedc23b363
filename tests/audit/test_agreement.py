"""What several sources say of one claim."""

from typing import Any

import pandas as pd
import pytest

from figuretrail.audit.agreement import agreements, corroborations
from figuretrail.figure import Figure
from schemas.agreement import Agreements, Corroborations
from schemas.common import conform, failures
from tests.claims import LAW_YEAR, LOCKDOWN, Y2017, Y2018, catalogue, figure, frame, row, source

JUNE = [source(name, "2018-06-18", release="june") for name in ("j1", "j2")]
SEPTEMBER = [source(name, "2019-09-11", release="september") for name in ("s1", "s2", "s3")]
POLICE = [source("police", "2023-08-15", kind="foi")]
SOURCES = catalogue(*JUNE, *SEPTEMBER, *POLICE)


def table(*figures: Figure) -> pd.DataFrame:
    """The agreements between some figures, checked by their model."""
    found = conform(Agreements, agreements(frame(*figures), SOURCES))
    assert failures(Agreements, found).empty
    return found


def only(*figures: Figure, relation: str = "same_claim") -> dict[str, Any]:
    """The one agreement of a relation."""
    return row(table(*figures), relation=relation)


def test_copies_of_one_release_agree_but_are_one_witness() -> None:
    found = only(figure("s1", 4373, Y2018), figure("s2", 4373, Y2018), figure("s3", 4373, Y2018))
    assert (found["verdict"], found["sources"], found["releases"]) == ("agree", 3, 1)
    assert found["sentence"] == (
        "Recorded offences in England and Wales in 2018/19: 4,373 from 3 sources, which print one release."
    )


def test_independent_releases_are_counted() -> None:
    found = only(figure("s1", 82), figure("j1", 82), figure("police", 82))
    assert (found["verdict"], found["releases"], found["rule"]) == ("agree", 3, "all_agree")
    assert "each with a release of its own" in found["sentence"]


def test_the_first_year_of_the_law_was_revised() -> None:
    found = only(figure("j1", 3171, LAW_YEAR), figure("j2", 3171, LAW_YEAR), figure("s1", 3217, Y2017))
    assert (found["verdict"], found["difference"], found["value"]) == ("revised", 46, 3217)
    assert (found["rule"], found["relations"]) == ("later_over_earlier", ["law_from_3_april"])
    assert len(found["claim_ids"]) == 2
    assert found["sentence"] == (
        "Recorded offences in England and Wales in 2017/18: 3,171 (June 2018) became 3,217 (September 2019), 46 more."
    )


def test_a_revision_on_more_forces_says_so() -> None:
    found = only(
        figure("j1", 3171, LAW_YEAR),
        figure("j1", 41, LAW_YEAR, measure="forces", cell="S!2"),
        figure("s1", 3217, Y2017),
        figure("s1", 43, Y2018, measure="forces", cell="S!2"),
    )
    assert found["relations"] == ["law_from_3_april", "different_forces"]
    assert found["sentence"].endswith("They rest on 41 and 43 police forces.")


def test_a_rounded_number_agrees_with_the_exact_one() -> None:
    found = only(figure("s1", 5161), figure("s2", 5000, bound=">"))
    assert (found["verdict"], found["value"], found["rule"]) == ("agree_after_rounding", 5161, "exact_over_rounded")
    assert (found["lowest"], found["highest"]) == (5161, 5161)


def test_a_rounded_number_that_does_not_hold_the_exact_one_conflicts() -> None:
    assert only(figure("s1", 4900), figure("s2", 5000, bound=">"))["verdict"] == "conflict"


def test_a_lone_misprint_of_a_release_is_a_conflict() -> None:
    found = only(
        *(figure(name, 126, platforms="Instagram") for name in ("s1", "s2")), figure("s3", 136, platforms="Instagram")
    )
    assert (found["verdict"], found["value"], found["difference"]) == ("conflict", 126, -10)
    assert found["sentence"].endswith(
        "126 (s1 and s2); 136 (s3). They can't both be right. 126 is preferred: the release states it more often."
    )


def test_a_misprint_does_not_hide_a_revision() -> None:
    figures = [figure("j1", 3171, LAW_YEAR), figure("s1", 3217), figure("s2", 3217), figure("s3", 4373)]
    found = table(*figures)
    assert row(found, relation="same_claim")["verdict"] == "revised"
    assert row(found, relation="same_claim")["difference"] == 46
    misprint = row(found, relation="copies_of_one_release")
    assert (misprint["verdict"], misprint["other_value"], misprint["value"]) == ("conflict", 4373, 3217)


def test_releases_too_far_apart_for_a_revision_conflict() -> None:
    found = only(figure("j1", 33, place="Sussex"), figure("police", 77, place="Sussex"))
    assert (found["verdict"], found["value"], found["rule"]) == ("conflict", 77, "primary_over_press")
    assert "too far apart for a revision" in found["sentence"]


def test_a_source_with_two_numbers_for_one_claim() -> None:
    found = table(
        figure("s1", 196, place="Kent", cell="S!1"),
        figure("police", 196, place="Kent", cell="S!1"),
        figure("police", 195, place="Kent", cell="S!2"),
        figure("police", 195, place="Kent", cell="S!3"),
    )
    assert row(found, relation="same_claim")["verdict"] == "revised"
    assert row(found, relation="within_one_source")["difference"] == -1
    assert "police gives 195 and 196" in row(found, relation="within_one_source")["sentence"]


def test_a_doubtful_reading_is_not_held_against_its_source() -> None:
    found = table(
        figure("s1", 5784, base="method_recorded", cell="S!1"),
        figure("s1", 4335, base="method_recorded", cell="S!2", review=True),
        figure("s2", 4335, base="method_recorded"),
    )
    assert found["relation"].tolist() == ["same_claim"]
    assert found["sentence"].iloc[0].endswith("Some of it was read with doubt and is marked for review.")


def test_a_number_that_another_source_hides_is_not_comparable() -> None:
    found = only(figure("s1", 4, place="Kent"), figure("police", None, place="Kent", status="suppressed"))
    assert (found["verdict"], found["withheld_by"]) == ("not_comparable", ["police"])
    assert pd.isna(found["value"])


def test_a_hidden_number_alone_is_no_agreement() -> None:
    hidden = [figure(name, 5.0, place="Kent", status="suppressed", bound="<") for name in ("s1", "police")]
    assert table(*hidden).empty


@pytest.mark.parametrize(
    ("kingdom", "bound", "verdict"),
    [(1220, "=", "agree"), (1200, ">", "agree_after_rounding"), (1500, "=", "not_comparable")],
)
def test_the_united_kingdom_beside_england_and_wales(kingdom: float, bound: str, verdict: str) -> None:
    found = only(
        figure("s1", 1220, LOCKDOWN),
        figure("s2", kingdom, LOCKDOWN, "United Kingdom", bound=bound),
        relation="united_kingdom_and_england_and_wales",
    )
    assert (found["verdict"], found["geography"]) == (verdict, "England and Wales")


def test_a_region_beside_the_force_of_its_name() -> None:
    found = only(
        figure("s1", 194, place="West Midlands", geography_type="region"),
        figure("s2", 194, place="West Midlands", geography_type="force"),
        relation="region_and_force_of_one_name",
    )
    assert (found["verdict"], found["geography_type"]) == ("agree", "force")


def test_a_share_of_all_beside_a_share_of_those_recorded() -> None:
    share = {"measure": "offence_share", "platforms": "Instagram"}
    found = only(
        figure("s1", 37, LOCKDOWN, base="method_recorded", **share),
        figure("s2", 37, LOCKDOWN, base="all", **share),
        relation="all_and_recorded",
    )
    assert (found["verdict"], found["base"]) == ("agree", "method_recorded")


def test_a_platforms_count_is_the_same_on_any_base() -> None:
    found = only(
        figure("s1", 418, platforms="Instagram", base="method_recorded"), figure("s2", 418, platforms="Instagram")
    )
    assert (found["verdict"], found["relations"]) == ("agree", ["platform_count_on_any_base"])


def test_what_can_not_be_compared_is_left_out() -> None:
    assert table(
        *(figure(name, 9, period=None) for name in ("s1", "s2")),
        *(figure(name, 9, place=None, cell="S!2") for name in ("s1", "s2")),
        *(figure(name, 9, measure="offence_change", cell="S!3") for name in ("s1", "s2")),
    ).empty


def test_the_corroboration_graph_has_a_row_a_release() -> None:
    figures = frame(figure("s1", 3217), figure("s2", 3217), figure("j1", 3171, LAW_YEAR), figure("police", 8, Y2018))
    found = conform(Corroborations, corroborations(figures, SOURCES))
    assert failures(Corroborations, found).empty
    assert found[["release", "value", "sources"]].to_numpy().tolist() == [["june", 3171, 1], ["september", 3217, 2]]
    assert set(found["agreement_id"]) == set(agreements(figures, SOURCES)["agreement_id"])


def test_the_same_rows_whatever_the_order_of_figures() -> None:
    figures = frame(*(figure(name, value) for name, value in (("j1", 3171), ("s1", 3217), ("s2", 3217), ("s3", 4373))))
    shuffled = figures.sample(frac=1, random_state=5).reset_index(drop=True)
    pd.testing.assert_frame_equal(agreements(figures, SOURCES), agreements(shuffled, SOURCES))
