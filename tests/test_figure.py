import datetime as dt
import json

from figuretrail.figure import COLUMNS, Figure, assign_ids, claim_id

BODY = "Police recorded 48 offences; 48 in all. Another force recorded 148, and 48 more."


def _at(start: int, surface: str = "48", **columns: object) -> Figure:
    return Figure(start=start, end=start + len(surface), surface=surface, **columns)  # type: ignore[arg-type]


def _ids(*figures: Figure, body: str = BODY, source_id: str = "paper") -> list[str]:
    return [figure.figure_id for figure in assign_ids(list(figures), source_id=source_id, body=body)]


def test_an_id_is_of_the_words_and_which_of_the_equal_words_they_are() -> None:
    first, second = BODY.index("48"), BODY.index("48 in all")
    ids = _ids(_at(first), _at(second))
    assert ids[0] != ids[1]
    assert ids == _ids(_at(first, value=1, measure="victims"), _at(second, geography="Kent"))
    assert ids[0].startswith("paper:")


def test_an_id_survives_edits_elsewhere_and_digits_inside_longer_numbers() -> None:
    longer = "In 1948 and 2,048 nothing was recorded. " + BODY
    before, after = BODY.index("48 more"), longer.index("48 more")
    assert _ids(_at(before)) == _ids(_at(after), body=longer)


def test_one_number_that_is_several_figures_is_told_apart_by_a_suffix() -> None:
    start = BODY.index("48")
    first, second = _ids(_at(start, platforms=("Snapchat",)), _at(start, platforms=("Instagram",)))
    assert second == f"{first}-2"


def test_a_cell_is_its_own_id_and_sources_do_not_share_ids() -> None:
    cell = Figure(cell="Q1!C5", surface="48")
    assert _ids(cell) == _ids(Figure(cell="Q1!C5", surface="*"))
    assert _ids(cell) != _ids(cell, source_id="other")


def test_a_claim_is_the_same_whatever_value_is_claimed() -> None:
    year = {"period_start": dt.date(2017, 4, 1), "period_end": dt.date(2018, 3, 31)}
    assert claim_id(Figure(value=3171, **year)) == claim_id(Figure(value=3217, bound="~", source_id="x", **year))
    assert claim_id(Figure(**year)) != claim_id(Figure(base="method_recorded", **year))
    assert claim_id(Figure(platforms=("Kik", "Skype"))) != claim_id(Figure(platforms=("Kik",)))


def test_a_row_as_a_dict_is_plain_json_in_the_contract_order() -> None:
    row = Figure(period_start=dt.date(2017, 4, 1), platforms=("Instagram",)).as_dict()
    assert tuple(row) == COLUMNS
    assert json.loads(json.dumps(row))["platforms"] == ["Instagram"]
    assert row["period_start"] == "2017-04-01"
