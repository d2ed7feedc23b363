"""Which statement of a claim is preferred, and by which rule; how many releases are independent."""

from typing import Any

import pandas as pd
import pytest

from figuretrail.audit.preference import preferred, statements
from figuretrail.audit.releases import count_independent, independent_releases, release_table
from figuretrail.figure import Figure
from tests.claims import catalogue, figure, frame, source

KEYS = ["geography", "period_start"]


def choice(figures: list[Figure], *sources: dict[str, Any]) -> dict[str, Any]:
    """The preferred statement of one claim."""
    chosen = preferred(statements(frame(*figures), catalogue(*sources)), KEYS)
    assert len(chosen) == 1
    return chosen.iloc[0].to_dict()


@pytest.mark.parametrize(
    ("first", "second", "rule", "why"),
    [
        (source("a"), source("b"), "exact_over_rounded", {"bound": ">"}),
        (source("a", kind="foi"), source("b", "2020-01-01"), "primary_over_press", {}),
        (source("a"), source("b", release="a; c", published="2020-01-01"), "release_over_compilation", {}),
        (source("a", "2019-09-11"), source("b", "2018-06-18"), "later_over_earlier", {}),
        (source("a", wording="original"), source("b", wording="abstract"), "original_over_abstract", {}),
        (source("a"), source("b"), "clear_over_doubtful_reading", {"review": True}),
        (source("a"), source("b"), "first_in_order", {}),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_the_rules(first: dict[str, Any], second: dict[str, Any], rule: str, why: dict[str, Any]) -> None:
    chosen = choice([figure("b", 3171, **why), figure("a", 3217)], first, second)
    assert (chosen["value"], chosen["rule"]) == (3217, rule)


def test_the_number_that_more_copies_of_a_release_give() -> None:
    copies = [source(name, release="news") for name in "abcd"]
    chosen = choice([figure("a", 136), figure("b", 126), figure("c", 126), figure("d", 126)], *copies)
    assert (chosen["value"], chosen["rule"], chosen["sources"], chosen["releases"]) == (126, "most_often_stated", 4, 1)
    assert (chosen["lowest"], chosen["highest"]) == (126, 136)


def test_a_polices_answer_is_primary_only_for_its_own_place() -> None:
    police = source("police", "2018-01-01", kind="foi", force="Lancashire")
    paper = source("paper", "2019-09-11")
    assert choice([figure("police", 1), figure("paper", 2)], police, paper)["value"] == 2
    own = [figure("police", 1, place="Lancashire"), figure("paper", 2, place="Lancashire")]
    assert choice(own, police, paper)["value"] == 1


def test_a_workbook_made_from_anothers_release_is_no_answer_of_the_police() -> None:
    workbook = source("workbook", "2018-01-01", kind="foi", release="news")
    answer = source("workbook", "2018-01-01", kind="foi")
    paper = source("paper", "2019-09-11")
    figures = [figure("workbook", 1), figure("paper", 2)]
    assert choice(figures, workbook, paper)["rule"] == "later_over_earlier"
    assert choice(figures, answer, paper)["rule"] == "primary_over_press"


def test_agreement_and_a_single_source_say_so() -> None:
    assert choice([figure("a", 5), figure("b", 5)], source("a"), source("b"))["rule"] == "all_agree"
    assert choice([figure("a", 5), figure("a", 5, cell="S!2")], source("a"))["rule"] == "only_source"


def test_a_fraction_in_words_is_rounded_and_the_spread_is_that_of_exact_numbers() -> None:
    share = {"measure": "victim_share", "base": "sex_recorded", "sex": "female"}
    told = figure("a", 80, cell=None, start=0, end=12, surface="four in five", **share)
    counted = figure("a", 82, cell=None, start=20, end=31, surface="82 per cent", **share)
    chosen = choice([told, counted], source("a"))
    assert (chosen["value"], chosen["rule"]) == (82, "exact_over_rounded")
    assert (chosen["lowest"], chosen["highest"]) == (82, 82)


def test_a_source_that_the_catalogue_does_not_know_is_a_release_of_its_own() -> None:
    chosen = choice([figure("a", 5), figure("unknown", 5)], source("a"))
    assert (chosen["sources"], chosen["releases"]) == (2, 2)


@pytest.mark.parametrize(
    ("releases", "count"),
    [
        (["june"] * 10, 1),
        (["june", "september"], 2),
        (["june", "june; september"], 1),
        (["november", "june; september"], 2),
        (["june; september", "june; november"], 1),
        (["june", "june; september", "july; may"], 2),
    ],
)
def test_copies_and_compilations_are_no_witnesses(releases: list[str], count: int) -> None:
    assert count_independent(releases) == count
    groups = pd.Series([7] * len(releases))
    assert independent_releases(groups, pd.Series(releases)).to_dict() == {7: count}


def test_a_release_is_as_old_as_its_first_source() -> None:
    table = release_table(catalogue(source("a", "2019-09-15", release="n"), source("b", "2019-09-11", release="n")))
    assert set(table["released"]) == {pd.Timestamp(2019, 9, 11)}


def test_hidden_numbers_and_other_offences_are_no_statements() -> None:
    figures = frame(
        figure("a", 5.0, status="suppressed", bound="<"),
        figure("a", 7, offence="sexual_grooming", cell="S!2"),
        figure("a", 9, place=None, cell="S!3"),
    )
    assert statements(figures, catalogue(source("a"))).empty
    assert len(statements(figures, catalogue(source("a")), offence=None)) == 1
