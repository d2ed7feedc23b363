"""Where a suppressed number could be worked out is said; the number never is."""

import re
from typing import Any

import pandas as pd

from figuretrail.audit.arithmetic import arithmetic_checks
from figuretrail.audit.disclosure import disclosure_risks
from figuretrail.audit.plausibility import findings
from figuretrail.figure import Figure
from schemas.audit import DisclosureRisks
from schemas.common import validate
from tests.claims import THREE_YEARS, Y2017, Y2018, Y2019, catalogue, figure, frame, row, source

HIDDEN: dict[str, Any] = {"status": "suppressed", "surface": "*"}


def cell(address: str, value: float | None, period: tuple[str, str] = Y2017, **columns: Any) -> Figure:
    return figure("answer", value, period, **{"place": "Kent", "cell": f"Table!{address}", **columns})


def risks(*figures: Figure) -> pd.DataFrame:
    return validate(DisclosureRisks, disclosure_risks(frame(*figures)))


def test_one_hidden_sex_stands_alone_between_the_total_and_the_other() -> None:
    risk = row(
        risks(cell("B9", 50.0), cell("B5", 43.0, sex="female"), cell("B6", None, sex="male", **HIDDEN)), route="sex"
    )
    assert (risk["severity"], risk["places"], risk["suppressed_count"]) == ("error", ["Table!B6"], 1)
    assert len(risk["figure_ids"]) == 3


def test_several_hidden_cells_are_known_only_together() -> None:
    table = risks(
        cell("B9", 52.0),
        cell("B5", 22.0, sex="female", ages=(12, 15)),
        cell("C5", None, sex="male", ages=(0, 11), **HIDDEN),
        cell("C6", None, sex="male", ages=(12, 15), **HIDDEN),
    )
    risk = row(table, route="victims")
    assert (risk["severity"], risk["places"]) == ("warn", ["Table!C5", "Table!C6"])


def test_a_hidden_year_under_a_total_of_years() -> None:
    risk = row(
        risks(
            cell("B1", 10.0), cell("B2", None, Y2018, **HIDDEN), cell("B3", 5.0, Y2019), cell("B4", 18.0, THREE_YEARS)
        ),
        route="period",
    )
    assert (risk["severity"], risk["places"]) == ("error", ["Table!B2"])


def test_a_hidden_force_under_its_country() -> None:
    forces = (("South Wales", 158.0), ("North Wales", 53.0), ("Gwent", 44.0))
    risk = row(
        risks(
            *(cell(f"B{n}", value, place=name) for n, (name, value) in enumerate(forces)),
            cell("B8", None, place="Dyfed-Powys", **HIDDEN),
            cell("B9", 258.0, place="Wales"),
        ),
        route="place",
    )
    assert risk["severity"] == "error"


def test_a_printed_share_gives_a_hidden_count_away() -> None:
    risk = row(
        risks(
            cell("B1", 52.0),
            cell("B2", None, platforms="Kik", **HIDDEN),
            cell("C2", 7.7, platforms="Kik", measure="offence_share", surface="7.7%"),
        ),
        route="share",
    )
    assert (risk["severity"], risk["places"]) == ("error", ["Table!B2"])


def test_a_printed_change_gives_a_hidden_count_away() -> None:
    change = cell("C2", 50.0, Y2019, measure="offence_change", against=Y2018, surface="50%")
    before = row(risks(cell("B1", None, Y2018, **HIDDEN), cell("B2", 6.0, Y2019), change), route="change")
    now = row(risks(cell("B1", 4.0, Y2018), cell("B2", None, Y2019, **HIDDEN), change), route="change")
    assert before["places"] == ["Table!B1"]
    assert now["places"] == ["Table!B2"]


def test_a_platform_list_may_be_incomplete_so_it_only_warns() -> None:
    risk = row(
        risks(cell("B9", 50.0), cell("B5", 43.0, platforms="Kik"), cell("B6", None, platforms="SMS", **HIDDEN)),
        route="platform",
    )
    assert risk["severity"] == "warn"


def test_a_total_that_leaves_the_hidden_ones_out_gives_nothing_away() -> None:
    assert (
        risks(cell("B9", 43.0), cell("B5", 43.0, sex="female"), cell("B6", None, sex="male", **HIDDEN))
        .query("route == 'sex'")
        .empty
    )


def test_nothing_suppressed_no_risk() -> None:
    assert risks(cell("B9", 50.0), cell("B5", 43.0, sex="female"), cell("B6", 7.0, sex="male")).empty


def test_no_output_of_the_audit_holds_the_hidden_number() -> None:
    """Four numbers chosen so that what they leave (1,237) can't appear otherwise."""
    figures = frame(
        cell("B9", 9876.0),
        cell("B5", 8639.0, sex="female"),
        cell("B6", None, sex="male", **HIDDEN),
        cell("C9", 9876.0, Y2018),
        cell("C5", 8639.0, Y2018, ages=(0, 11)),
        cell("C6", None, Y2018, ages=(12, 15), **HIDDEN),
    )
    sources = catalogue(source("answer", kind="foi"))
    tables = [arithmetic_checks(figures, sources), disclosure_risks(figures), findings(figures, sources)]
    assert len(tables[1]) > 0
    for table in tables:
        # An id is a hash: its digits say nothing.
        text = table.drop(columns=[name for name in table if name.endswith(("_id", "_ids"))]).to_csv()
        assert not re.search(r"1,?237|12\.5", text)
