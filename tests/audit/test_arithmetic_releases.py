"""Numbers of one release are held against each other as those of one source; bases that the years make up."""

from typing import Any

import pandas as pd

from figuretrail.audit.arithmetic import arithmetic_checks
from figuretrail.figure import Figure
from schemas.audit import ArithmeticChecks
from schemas.common import validate
from tests.audit.stated import KNOWN, checks, only, share
from tests.claims import Y2017, Y2018, catalogue, figure, frame, row, source

TWO_YEARS = ("2017-04-01", "2019-03-31")
INSTAGRAM = [figure("b", 929.0, Y2018, platforms="Instagram", **KNOWN), figure("b", 2700.0, Y2018, **KNOWN)]
HALF: dict[str, Any] = {"platform": "Instagram", "words": "half", "period": Y2018, "bound": "~"}


def of_releases(releases: dict[str, str], *figures: Figure) -> pd.DataFrame:
    sources = catalogue(*(source(name, release=release, publisher="A paper") for name, release in releases.items()))
    return validate(ArithmeticChecks, arithmetic_checks(frame(*figures), sources))


def test_a_share_is_refuted_by_counts_of_its_own_release() -> None:
    check = row(of_releases({"a": "september", "b": "september"}, share(50, **HALF), *INSTAGRAM), kind="share")
    assert (check["scope"], check["verdict"], check["reason"]) == ("release", "inconsistent", "")
    assert "several releases" not in check["sentence"]


def test_a_share_is_not_refuted_by_counts_of_another_release() -> None:
    check = row(of_releases({"a": "september", "b": "june"}, share(50, **HALF), *INSTAGRAM), kind="share")
    assert (check["scope"], check["verdict"]) == ("across", "undecidable")
    assert "several releases" in check["reason"]


def test_a_compilation_is_no_copy_of_its_releases() -> None:
    both = {"a": "june; september", "b": "june; september"}
    assert row(of_releases(both, share(50, **HALF), *INSTAGRAM), kind="share")["scope"] == "across"


def test_other_releases_do_not_blur_what_the_release_itself_says() -> None:
    earlier = figure("c", 2000.0, Y2018, **KNOWN)
    releases = {"a": "september", "b": "september", "c": "june"}
    check = row(of_releases(releases, share(50, **HALF), *INSTAGRAM, earlier), kind="share")
    assert "929 of 2,700 offences" in check["sentence"]
    assert check["source_ids"] == ["a", "b"]


def test_what_a_release_settles_is_not_asked_again_across_releases() -> None:
    releases = {"a": "september", "b": "september", "c": "june"}
    other = figure("c", 2700.0, Y2018, **KNOWN)
    table = of_releases(releases, share(34, "Instagram", period=Y2018), *INSTAGRAM, other)
    assert list(table["scope"]) == ["release"]


def test_a_release_that_leaves_a_number_open_says_why_alone() -> None:
    doubtful = {**HALF, "review": True, "confidence": 0.5}
    releases = {"a": "september", "b": "september", "c": "june"}
    check = row(of_releases(releases, share(50, **doubtful), *INSTAGRAM, figure("c", 2600.0, Y2018, **KNOWN)))
    assert (check["scope"], check["verdict"]) == ("release", "undecidable")
    assert "read with doubt" in check["reason"]


def test_the_clear_one_of_two_equal_statements_is_checked() -> None:
    releases = {"a": "september", "b": "september", "c": "september"}
    doubtful = share(50, **HALF, review=True, confidence=0.5)
    clear = share(50, **HALF)
    clear.source_id = "c"
    check = row(of_releases(releases, doubtful, clear, *INSTAGRAM), kind="share")
    assert (check["figure_id"].partition(":")[0], check["verdict"]) == ("c", "inconsistent")


def test_a_revision_explains_nothing_within_a_release() -> None:
    figures = [figure("a", 3171.0), figure("b", 274.0, place="Wales"), figure("b", 2908.0, place="England")]
    one = row(of_releases({"a": "june", "b": "june"}, *figures), kind="total_of_countries")
    two = row(of_releases({"a": "june", "b": "may"}, *figures), kind="total_of_countries")
    assert (one["verdict"], one["scope"]) == ("inconsistent", "release")
    assert (two["verdict"], two["scope"]) == ("undecidable", "across")


# A base that the years make up

YEARS = [figure("a", 2117.0, Y2017, **KNOWN), figure("a", 2700.0, Y2018, **KNOWN)]


def over_70(count: float) -> list[Figure]:
    return [
        share(70, "Facebook + Snapchat", "more than 70 per cent", period=TWO_YEARS, bound=">"),
        figure("a", count, TWO_YEARS, platforms="Facebook + Snapchat"),
    ]


def test_a_share_of_two_years_is_held_against_what_the_years_make() -> None:
    check = only(*YEARS, *over_70(2026.0), kind="share")
    assert (check["verdict"], round(check["computed_value"], 1)) == ("inconsistent", 42.1)
    assert (
        "2,026 of all offences with a recorded means of communication, 2,117 in 2017/18 and 2,700 in 2018/19 together, "
        "is 42.1%" in check["sentence"]
    )
    assert len(check["figure_ids"]) == 4
    assert only(*YEARS, *over_70(3500.0), kind="share")["verdict"] == "consistent"


def test_a_base_that_is_given_goes_before_one_that_is_made_up() -> None:
    given = figure("a", 2800.0, TWO_YEARS, **KNOWN)
    check = only(*YEARS, given, *over_70(2026.0), kind="share")
    assert check["verdict"] == "consistent"
    assert "2,026 of 2,800 offences" in check["sentence"]


def test_years_with_a_gap_make_no_base() -> None:
    assert checks(YEARS[0], *over_70(2026.0)).query("kind == 'share'").empty


def test_a_hidden_year_makes_no_base() -> None:
    hidden = figure("a", None, Y2018, status="suppressed", surface="*", **KNOWN)
    assert checks(YEARS[0], hidden, *over_70(2026.0)).query("kind == 'share'").empty


# The number that is checked


def test_the_rest_is_not_worked_out_from_itself() -> None:
    """Read as one of the recorded, the rest stands beside them as a second value of one claim."""
    whole, known, rest = figure("a", 10119.0), figure("a", 5784.0, **KNOWN), figure("a", 4335.0, **KNOWN)
    check = only(whole, known, rest, kind="complement")
    assert (check["verdict"], check["stated_value"]) == ("consistent", 4335.0)
    assert "10,119 less 5,784 with a recorded means of communication is 4,335" in check["sentence"]
    assert "4,335 or" not in check["sentence"]
    assert len(check["figure_ids"]) == len(set(check["figure_ids"])) == 3
