"""Choosing by the weight of the evidence: the weightiest reading is taken, and its odds are the confidence."""

import csv
import datetime as dt
import math

import pytest

from figuretrail.figure import REVIEW_BELOW
from figuretrail.text import confidence, evidence, extract
from figuretrail.text.choice import Option, choose, one_by_one

COLUMNS = {
    *evidence.GROUPS.values(),
    "measure",
    "offence",
    "platforms",
    "geography",
    "period",
    "base",
    "sex",
    "age_band",
}


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        evidence,
        "weights",
        lambda: {"period": {"": {"near": 2.0, "far": -1.0, "first": 0.5}, "one way": {"late": 3.0}}},
    )


@pytest.mark.usefixtures("weighed")
def test_the_weightiest_option_is_taken_with_the_odds_of_its_value() -> None:
    options = [
        Option("a", "one way", ["far"]),
        Option("b", "another", ["near", "first"]),
        Option("b", "a third", ["near"]),
    ]
    best, sure = choose("period", options)
    assert (best.value, best.told_by) == ("b", "another")
    odds = [math.exp(-1.0), math.exp(2.5), math.exp(2.0)]
    assert sure == pytest.approx((odds[1] + odds[2]) / sum(odds))


@pytest.mark.usefixtures("weighed")
def test_where_all_options_say_the_same_nothing_is_in_doubt() -> None:
    best, sure = choose("period", [Option("a", "one way", ["far"]), Option("a", "another", ["near"])])
    assert (best.told_by, sure) == ("one way", 1.0)


@pytest.mark.usefixtures("weighed")
def test_a_sign_without_a_weight_says_nothing() -> None:
    best, _ = choose("period", [Option("a", "one way", ["never seen"]), Option("b", "another", ["far"])])
    assert best.value == "a"


@pytest.mark.usefixtures("weighed")
def test_what_is_known_counts_with_the_name_that_it_is_said_of() -> None:
    options = [
        Option("a", "one way", [("one way", ["early", "late"])]),
        Option("b", "another", [("another", ["late"])]),
    ]
    best, sure = choose("period", options)
    assert best.value == "a"
    assert sure == pytest.approx(math.exp(3.0) / (math.exp(3.0) + 1))
    assert list(one_by_one(options[0].signs)) == ["one way | early", "one way | late"]


def test_confidence_falls_with_every_doubtful_choice() -> None:
    plain = confidence.confidence({"which period": 0.999, "which place": 0.999})
    doubtful = confidence.confidence({"which period": 0.6, "which place": 0.999})
    worse = confidence.confidence({"which period": 0.6, "which place": 0.5})
    assert 1 > plain > REVIEW_BELOW > doubtful > worse > 0


def test_reasons_name_the_doubtful_choices_the_most_doubtful_first() -> None:
    assert confidence.reasons({"which period": 0.7, "which place": 0.99, "which base": 0.4}) == (
        "which base",
        "which period",
    )


def test_every_weight_on_file_belongs_to_a_column_and_a_sign() -> None:
    with evidence.WEIGHTS_FILE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["column"] for row in rows} == COLUMNS
    assert len({(row["column"], row["sign"]) for row in rows}) == len(rows)
    assert all(math.isfinite(float(row["weight"])) and row["sign"].strip() for row in rows)


def test_a_figure_that_leans_on_another_text_is_less_sure_than_one_that_says_everything() -> None:
    plain = "Kent Police recorded 214 offences of sexual communication with a child in 2018/19."
    leaning = plain + "\n\nThe region as a whole had 640, and there are fears of more to come."
    (sure,) = extract(plain, published=dt.date(2019, 9, 1))
    figures = extract(leaning, published=dt.date(2019, 9, 1))
    assert sure.confidence >= 0.8
    assert not sure.review
    assert min(figure.confidence for figure in figures) < sure.confidence
