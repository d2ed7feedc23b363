"""What two releases differ in: kinds, columns, sentences."""

import json

import pandas as pd
import pytest

from figuretrail.history import changes, content_id, key_in_words, key_parts, release_id, release_number

FIGURE = {
    "source_id": "news",
    "figure_id": "news:1",
    "claim_id": "claim-1",
    "start": 10,
    "end": 13,
    "surface": "30%",
    "measure": "offence_share",
    "value": 30.0,
    "unit": "percent",
    "geography": "Wales",
    "period_start": "2017-04-01",
    "period_end": "2018-03-31",
    "platforms": ["Facebook"],
    "status": "reported",
    "corrected": [],
    "stated": None,
}
SHARE = {"geography": "Wales", "offence_year": "2017/18", "share_percent": 30.0, "figure_ids": ["news:1"]}
SHARE_KEY = "geography=Wales; geography_type=country; offence_year=2017/18; period_start=2017-04-01; platform=Facebook"


def rows(*of: tuple[str, str, dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(
        [(table, key, json.dumps(row)) for table, key, row in of], columns=["object", "key", "row"], dtype="str"
    )


def one(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, object]:
    found = changes(before, after, since="r0001")
    assert len(found) == 1, found
    return found.astype("object").where(found.notna(), None).iloc[0].to_dict()


def test_a_correction_is_told_from_a_revision_and_gives_its_reason() -> None:
    corrected = FIGURE | {"value": 29.0, "corrected": ["value"], "stated": "value = 30.0"}
    reason = {
        "source_id": "news",
        "figure_id": "news:1",
        "column": "value",
        "was": "30",
        "now": "29",
        "reason": "618 of 2,117 is 29.2%.",
        "state": "applied",
    }
    before = rows(("figures", "news:1", FIGURE))
    after = rows(("figures", "news:1", corrected), ("corrections", "source_id=news", reason))
    found = changes(before, after, since="r0001")
    assert found["kind"].tolist() == ["corrected", "added"]
    assert found["column"].isna().tolist() == [False, True]
    assert found["sentence"].tolist() == [
        "news, “30%”: value was corrected from 30 to 29 (618 of 2,117 is 29.2%).",
        "corrections, news is new: 30 to 29 (618 of 2,117 is 29.2%), applied.",
    ]
    assert (found["before"][0], found["after"][0]) == ("30", "29")


def test_the_same_change_without_a_correction_is_a_revision() -> None:
    change = one(rows(("figures", "news:1", FIGURE)), rows(("figures", "news:1", FIGURE | {"value": 29.0})))
    assert change == {
        "since": "r0001",
        "kind": "revised",
        "object": "figures",
        "key": "news:1",
        "column": "value",
        "before": "30",
        "after": "29",
        "sentence": "news, “30%”: value is 29 now, and was 30.",
    }


def test_taking_a_correction_back_is_a_revision() -> None:
    before = rows(("figures", "news:1", FIGURE | {"value": 29.0, "corrected": ["value"], "stated": "value = 30.0"}))
    assert one(before, rows(("figures", "news:1", FIGURE)))["kind"] == "revised"


def test_what_follows_from_a_corrected_figure_is_corrected_and_says_so() -> None:
    corrected = FIGURE | {"value": 29.0, "corrected": ["value"]}
    before = rows(("figures", "news:1", FIGURE), ("platform_share_by_year", SHARE_KEY, SHARE))
    after = rows(
        ("figures", "news:1", corrected), ("platform_share_by_year", SHARE_KEY, SHARE | {"share_percent": 29.0})
    )
    found = changes(before, after, since="r0001")
    assert found["object"].tolist() == ["figures", "platform_share_by_year"]
    assert found["kind"].tolist() == ["corrected", "corrected"]
    assert found["sentence"][1] == (
        "platform_share_by_year, Wales, 2017/18, Facebook: share_percent is 29 now, and was 30, "
        "which follows from a correction."
    )


def test_a_row_that_shares_no_corrected_figure_is_revised() -> None:
    corrected = FIGURE | {"value": 29.0, "corrected": ["value"]}
    other = SHARE | {"figure_ids": ["news:2"]}
    before = rows(("figures", "news:1", FIGURE), ("platform_share_by_year", SHARE_KEY, other))
    after = rows(
        ("figures", "news:1", corrected), ("platform_share_by_year", SHARE_KEY, other | {"share_percent": 31.0})
    )
    assert changes(before, after, since="r0001")["kind"].tolist() == ["corrected", "revised"]


def test_rows_that_come_and_go() -> None:
    gone = one(rows(("figures", "news:1", FIGURE)), rows())
    assert (gone["kind"], gone["column"], gone["after"]) == ("removed", None, None)
    assert gone["before"] == "offence_share 30 percent for Wales from 2017-04-01 to 2018-03-31 on Facebook"
    new = one(rows(), rows(("platform_share_by_year", SHARE_KEY, SHARE)))
    assert (new["kind"], new["before"], new["after"]) == ("added", None, "share_percent 30")
    assert new["sentence"] == "platform_share_by_year, Wales, 2017/18, Facebook is new: share_percent 30."


def test_a_suppressed_figure_is_named_by_its_status_and_no_number() -> None:
    hidden = FIGURE | {"surface": "*", "value": None, "status": "suppressed", "unit": "count", "measure": "offences"}
    assert str(one(rows(), rows(("figures", "news:1", hidden)))["after"]).startswith("offences suppressed count")


def test_a_limit_is_told_with_its_number_and_a_hidden_one_as_hidden() -> None:
    hidden = FIGURE | {"surface": "<5", "value": 5.0, "bound": "<", "status": "suppressed", "unit": "count"}
    assert " <5 count suppressed for Wales" in str(one(rows(), rows(("figures", "news:1", hidden)))["after"])
    most = FIGURE | {"bound": "<"}
    assert " <30 percent for Wales" in str(one(rows(), rows(("figures", "news:1", most)))["after"])


def test_two_releases_without_a_difference_differ_in_nothing() -> None:
    texts = pd.DataFrame({name: pd.array([], dtype="string[pyarrow]") for name in ("object", "key", "row")})
    assert changes(texts, texts.copy(), since="r0001").empty


def test_words_that_only_moved_are_one_change_and_ids_that_follow_are_none() -> None:
    moved = one(rows(("figures", "news:1", FIGURE)), rows(("figures", "news:1", FIGURE | {"start": 20, "end": 23})))
    assert (moved["column"], moved["before"], moved["after"]) == ("start", "10", "20")
    replaced = FIGURE | {"geography": "England", "claim_id": "claim-2"}
    assert one(rows(("figures", "news:1", FIGURE)), rows(("figures", "news:1", replaced)))["column"] == "geography"


def test_a_column_that_a_table_gained_is_no_change_of_its_rows() -> None:
    wider = SHARE | {"bound": "="}
    assert changes(rows(("t", "k=1", SHARE)), rows(("t", "k=1", wider)), since="r0001").empty


def test_equal_rows_differ_in_nothing_and_nulls_stay_null() -> None:
    same = rows(("figures", "news:1", FIGURE))
    assert changes(same, same, since="r0001").empty
    lost = one(rows(("figures", "news:1", FIGURE)), rows(("figures", "news:1", FIGURE | {"geography": None})))
    assert lost["after"] is None and str(lost["sentence"]).endswith("geography is nothing now, and was Wales.")


def test_a_row_with_a_sentence_of_its_own_is_named_by_it() -> None:
    check = {"check_id": "check-1", "sentence": "It gives 30%; 618 of 2,117 is 29.2%.", "verdict": "inconsistent"}
    new = one(rows(), rows(("arithmetic_checks", "check_id=check-1", check)))
    assert new["sentence"] == "arithmetic_checks, “It gives 30%; 618 of 2,117 is 29.2%.” is new."


def test_keys_are_read_back_also_where_a_value_holds_the_mark_between_them() -> None:
    assert key_parts("release=one; two; geography=Wales") == {"release": "one; two", "geography": "Wales"}
    assert key_in_words("geography=Wales; comparison_start=2017-04-01; comparison_end=2018-03-31; base=all") == (
        "Wales, against 2017-04-01 to 2018-03-31, all"
    )
    assert key_in_words("geography=Wales; victim_age_min=0; victim_age_max=11; victim_sex=female") == (
        "Wales, aged 0 to 11, female"
    )
    assert key_in_words("victim_age_min=16") == "aged 16 and over"


def test_releases_are_named_by_their_number() -> None:
    assert [release_id(1), release_id(12345)] == ["r0001", "r12345"]
    assert [release_number(name) for name in ("r0001", "r1", "12")] == [1, 1, 12]
    for wrong in ("r0", "latest", "-1"):
        with pytest.raises(ValueError):
            release_number(wrong)


def test_content_is_the_tables_and_their_versions_in_any_order() -> None:
    assert content_id({"a": "1", "b": "2"}) == content_id({"b": "2", "a": "1"})
    assert content_id({"a": "1", "b": "2"}) != content_id({"a": "2", "b": "1"})
