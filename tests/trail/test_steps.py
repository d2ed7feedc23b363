"""Trails put together from rows: the sum, the statements, what stood before; shown as text, JSON and PROV."""

import datetime as dt
import json
from typing import Any

import pytest
from prov.model import ProvDocument, ProvRecord

from figuretrail.rules import COMPUTED
from figuretrail.trail import render
from figuretrail.trail.originals import Quote
from figuretrail.trail.provenance import as_prov_json
from figuretrail.trail.rules import meaning, number_of, working
from figuretrail.trail.steps import Sighting, Statement, Trail, earlier, figures_named, statements
from tests.claims import figure

SENTENCE = "Instagram was used in 418 of the 2,117 cases."
SHARE = {
    "geography": "England and Wales",
    "offence_year": "2017/18",
    "share_percent": 19.7,
    "bound": "=",
    "platform_offences": 418,
    "base_offences": 2117,
    "lowest_percent": 19.7,
    "highest_percent": 20.0,
    "basis": "computed",
    "rule": "count_over_base",
    "figure_ids": ["news:a", "news:b"],
    "other_figure_ids": ["paper:c", "news:b"],
}
KEY = "geography=England and Wales; offence_year=2017/18; platform=Instagram"
SOURCE = {
    "source_id": "news",
    "publisher": "A paper",
    "title": "Grooming offences",
    "published": dt.date(2018, 6, 15),
    "wording": "abstract",
    "url": "https://paper.example/1?a=b",
    "release": "nspcc-2018-06",
}
CORRECTION = {
    "figure_id": "news:b",
    "state": "applied",
    "column": "value",
    "was": "2,097",
    "now": "2,117",
    "reason": "the release says so",
    "who": "A. Researcher",
    "date": dt.date(2026, 11, 22),
}


def row(figure_id: str, value: float | None, **columns: Any) -> dict[str, Any]:
    found = figure("news", value, context=SENTENCE, cell=None, **columns).as_dict()
    return {**found, "figure_id": figure_id, "source_id": figure_id.partition(":")[0]}


FIGURES = {
    "news:a": row("news:a", 418.0, surface="418", start=22, end=25, platforms="Instagram"),
    "news:b": row("news:b", 2117.0, surface="2,117", start=33, end=38, base="method_recorded", corrected=("value",)),
    "paper:c": row("paper:c", 20.0, surface="20%", start=3, end=6, measure="offence_share", bound="~"),
}


def trail() -> Trail:
    made_from, also = figures_named(SHARE)

    def sight(of: Any) -> Sighting | None:
        if of["source_id"] == "paper":
            return None
        quote = Quote(SENTENCE, of["start"], of["end"])
        return Sighting(file="sources/articles/news/article.md", quote=quote, fault=None)

    return Trail(
        release="r0002",
        published_at="2026-11-22 10:00",
        table="platform_share_by_year",
        key=KEY,
        row=SHARE,
        made_from=statements(made_from, FIGURES, {"news": SOURCE}, [CORRECTION], sight),
        also=statements(also, FIGURES, {"news": SOURCE}, [CORRECTION], sight),
        earlier=earlier(
            [
                {
                    "share_percent": 19.9,
                    "rule": "x",
                    "from_release": "r0001",
                    "to_release": "r0002",
                    "valid_to": "then",
                },
                {"share_percent": 19.7, "rule": "x", "from_release": "r0002", "to_release": None, "valid_to": None},
            ],
            ["share_percent", "rule"],
        ),
    )


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (SHARE, "100 × 418 ÷ 2,117 = 19.7%"),
        ({"rule": "offences_over_days", "offences": 1220, "days": 91, "per_day": 13.4}, "1,220 ÷ 91 days = 13.4 a day"),
        (
            {
                "rule": "later_over_earlier_count",
                "offences": 120,
                "comparison_offences": 96,
                "change_percent": 25.0,
                "basis": "computed",
            },
            "100 × (120 − 96) ÷ 96 = 25%",
        ),
        ({"rule": "victims_over_offences_of_the_same_base", "count": 3, "base_count": 4, "share_percent": 75.0},
         "100 × 3 ÷ 4 = 75%"),
        ({"rule": "exact_over_rounded", "offences": 12}, None),
        ({"rule": "count_over_base", "share_percent": 20.0}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_a_rule_is_written_out_with_the_rows_numbers(of: dict[str, Any], said: str | None) -> None:
    assert working(of, []) == said


def test_a_year_by_difference_is_written_out_with_its_figures() -> None:
    values = [{"value": value} for value in (12925.0, 3217.0, 4373.0)]
    by_difference = {"rule": "total_less_other_years", "offences": 5335}
    assert working(by_difference, values) == "12,925 − 3,217 − 4,373 = 5,335"
    a_day = {"rule": "total_less_other_years_over_days", "offences": 5335, "days": 366, "per_day": 14.6}
    assert working(a_day, values) == "12,925 − 3,217 − 4,373 = 5,335; 5,335 ÷ 366 days = 14.6 a day"
    assert working(by_difference, [*values, {"value": None}]) is None


def test_a_hidden_number_is_in_no_sum() -> None:
    """A suppressed figure has no value here; nothing may put one in its place."""
    assert working({"rule": "total_less_other_years", "offences": 5}, [{"value": 9.0}, {"value": None}]) is None
    hidden = row("news:h", None, surface="*", status="suppressed")
    assert render.describe(hidden) == "suppressed offences, England and Wales, 2017-04-01 to 2018-03-31"


def test_every_rule_that_computes_has_a_meaning_in_words() -> None:
    assert all(meaning(rule) == text.rstrip(".") for rule, text in COMPUTED.items())
    assert meaning("a_rule_of_tomorrow") == "a rule of tomorrow"


@pytest.mark.parametrize(
    ("of", "said"),
    [
        ({"offences": 12925, "bound": "="}, ("offences", "12,925 offences")),
        ({"offences": 3000, "bound": ">"}, ("offences", "more than 3,000 offences")),
        ({"offences": 1220, "per_day": 13.4}, ("per_day", "13.4 a day")),
        ({"share_percent": None, "count": 7}, ("count", "7")),
        ({"verdict": "agree"}, None),
    ],
)
def test_the_number_that_a_row_is_about(of: dict[str, Any], said: tuple[str, str] | None) -> None:
    assert number_of(of) == said


def test_figures_are_named_once_and_in_order() -> None:
    assert figures_named(SHARE) == (["news:a", "news:b"], ["paper:c"])
    assert figures_named({"figure_id": "news:a", "stated_figure_ids": ["news:d"]}) == (["news:a"], ["news:d"])


def test_what_stood_before_is_told_by_what_differed_newest_first() -> None:
    def version(first: int, last: int | None, value: float, stated: str | None = None) -> dict[str, Any]:
        ends = {"from_release": f"r{first:04d}", "to_release": last and f"r{last:04d}", "valid_to": f"t{last}"}
        return {"value": value, "stated": stated, "unit": "count", **ends}

    told = earlier(
        [version(1, 2, 30), version(2, 4, 31), version(6, None, 29, "value = 31")], ["value", "stated", "unit"]
    )
    assert [(one.from_release, one.to_release, one.until) for one in told] == [
        ("r0002", "r0004", "t4"),
        ("r0001", "r0002", "t2"),
    ]
    assert told[1].differed == {"value": 30}
    assert told[0].differed == {"value": 31, "unit": "count"}  # gone between r0004 and r0006: all of it is told


def test_the_text_goes_from_the_number_to_the_address() -> None:
    text = render.as_text(trail())
    lines = [line.strip() for line in text.splitlines()]
    assert lines[:7] == [
        "platform_share_by_year: England and Wales, 2017/18, Instagram",
        "release r0002, published 2026-11-22 10:00 UTC",
        "share_percent: 19.7%",
        "computed, count_over_base: A count over the number of its base, both from one release",
        "100 × 418 ÷ 2,117 = 19.7%",
        "what sources say lies between 19.7 and 20",
        "until r0002 (then UTC) it was: share_percent 19.9",
    ]
    assert "“Instagram was used in [418] of the 2,117 cases.”" in text
    assert "corrected: value 2,097, now 2,117: the release says so (A. Researcher, 2026-11-22)" in text
    assert "news:a, characters 22 to 25 of sources/articles/news/article.md, found there now" in text
    assert "https://paper.example/1?a=b" in text
    assert "about 20% of offences" in text and "(the source's file is not here to look)" in text
    assert text.index("made from (2 figures)") < text.index("speaks of the same thing (1 figure)")


def test_a_number_that_is_not_found_any_more_is_said_loudly() -> None:
    lost = Sighting(file="article.md", quote=Quote(SENTENCE, 22, 25), fault="found '19', expected '418'")
    one = Statement(figure=FIGURES["news:a"], source=SOURCE, sighting=lost)
    broken = Trail(release="r0001", published_at="then", table="figures", key="news:a", row={}, made_from=[one])
    assert "NOT FOUND THERE NOW: found '19', expected '418'" in render.as_text(broken)
    assert render.as_data(broken)["made_from"][0]["found"] is False


def test_a_figure_that_wants_a_review_says_why() -> None:
    doubted = FIGURES["news:a"] | {"review": True, "review_reasons": ["base not stated", "two places in the sentence"]}
    texts = []
    for told in (doubted, FIGURES["news:a"] | {"review": False, "review_reasons": []}):
        one = Statement(figure=told, source=SOURCE)
        texts.append(
            render.as_text(
                Trail(release="r1", published_at="then", table="figures", key="news:a", row={}, made_from=[one])
            )
        )
    assert ["to review: base not stated; two places in the sentence" in text for text in texts] == [True, False]
    assert "to review" not in texts[1]


def test_a_figure_that_is_not_published_is_named_as_missing() -> None:
    (missing,) = statements(["gone:1"], {}, {}, [], lambda _: None)
    assert not missing.is_known
    alone = Trail(release="r0001", published_at="then", table="t", key="k=1", row={"k": 1}, made_from=[missing])
    assert "1. gone:1: not among the published figures" in render.as_text(alone)
    assert render.as_data(alone)["made_from"] == [{"figure_id": "gone:1", "known": False}]
    assert "figure:gone%3A1" in json.loads(as_prov_json(alone))["entity"]


def test_the_json_holds_the_whole_trail() -> None:
    data = json.loads(json.dumps(render.as_data(trail())))
    assert data["key"] == {"geography": "England and Wales", "offence_year": "2017/18", "platform": "Instagram"}
    assert data["working"] == "100 × 418 ÷ 2,117 = 19.7%"
    first = data["made_from"][0]
    assert first["quote"]["text"][first["quote"]["start"] : first["quote"]["end"]] == "418"
    assert first["source"]["published"] == "2018-06-15" and first["found"] is True
    assert data["made_from"][1]["corrections"][0]["was"] == "2,097"
    assert [statement["figure"]["figure_id"] for statement in data["also"]] == ["paper:c"]
    assert data["earlier"][0]["differed"] == {"share_percent": 19.9}


def test_prov_says_what_was_derived_from_what_by_whom() -> None:
    text = as_prov_json(trail())
    document = ProvDocument.deserialize(content=text, format="json")
    assert document == ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    data = json.loads(text)
    the_row = (
        "row:platform_share_by_year/"
        + "geography%3DEngland%20and%20Wales%3B%20offence_year%3D2017%2F18%3B%20platform%3DInstagram"
    )
    assert data["entity"][the_row]["vocabulary:share_percent"]["$"] == "19.7"
    derived = {(one["prov:generatedEntity"], one["prov:usedEntity"]) for one in data["wasDerivedFrom"].values()}
    assert {
        (the_row, "figure:news%3Aa"),
        (the_row, "figure:news%3Ab"),
        ("figure:news%3Ab", "stated:news%3Ab/1"),  # the correction
        ("stated:news%3Ab/1", "source:news"),  # what the source states was read from it
        ("figure:news%3Aa", "source:news"),
        ("source:news", "address:https%3A%2F%2Fpaper.example%2F1%3Fa%3Db"),
    } <= derived
    agents = {name.partition(":")[2]: of["prov:type"]["$"] for name, of in data["agent"].items()}
    assert agents == {
        "figuretrail": "prov:SoftwareAgent",
        "A%20paper": "prov:Organization",
        "A.%20Researcher": "prov:Person",
    }
    corrected = {
        one["prov:agent"] for one in data["wasAssociatedWith"].values() if "correction" in one["prov:activity"]
    }
    assert corrected == {"agent:A.%20Researcher"}
    assert data["activity"]["activity:correction/news%3Ab/1"]["vocabulary:date"] == "2026-11-22"


def test_prov_names_every_thing_once() -> None:
    document = ProvDocument.deserialize(content=as_prov_json(trail()), format="json")
    elements: list[ProvRecord] = [record for record in document.get_records() if record.is_element()]
    names = [str(record.identifier) for record in elements]
    assert len(names) == len(set(names))
