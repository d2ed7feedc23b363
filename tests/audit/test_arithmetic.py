"""Stated numbers that others determine: found, judged, and told in a sentence."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figuretrail.audit.arithmetic import arithmetic_checks
from schemas.audit import ArithmeticChecks
from schemas.common import validate
from tests.audit.stated import FIRST_HALF, KNOWN, SECOND_HALF, change, checks, only, share
from tests.claims import LAW_YEAR, LOCKDOWN, THREE_YEARS, Y2018, Y2019, catalogue, figure, frame, row, source

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


@settings(max_examples=8)
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
