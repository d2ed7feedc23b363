"""What a derived row must be: frames that the tables really give, each with one thing made wrong."""

import functools
from typing import Any

import pandas as pd
import pytest

from figuretrail import derive
from figuretrail.audit.agreement import corroborations
from schemas.agreement import Corroborations
from schemas.common import Model, failures
from schemas.derived import TABLES, ForceCoverage
from tests.claims import Y2017, Y2018, Y2019, catalogue, figure, frame, source

SOURCES = catalogue(source("a", "2021-09-11"), source("b", "2021-10-11"))
FIGURES = frame(
    figure("a", 3217, Y2017),
    figure("a", 4373, Y2018),
    figure("b", 5301, Y2019),
    figure("b", 15, Y2019, measure="offence_rate"),
    figure("a", 418, platforms="Instagram"),
    figure("a", 34, Y2018, measure="offence_share", platforms="Instagram"),
    figure("a", 700, ages=(0, 11)),
    figure("a", 30, Y2018, measure="offence_share", ages=(12, 15), sex="female"),
    figure("a", 84, Y2019, measure="offence_change", against=Y2017),
    figure("b", 38, None, measure="forces"),
)


@functools.cache  # not by every process that only collects the tests
def made(table: str) -> pd.DataFrame:
    """A derived table of them."""
    return derive.TABLES[table](FIGURES, SOURCES)


WRONG: list[tuple[str, str, dict[str, Any], str]] = [
    (
        "offences_by_year",
        "a year that is not its period's",
        {"offence_year": "2031/99"},
        "the period is the offence year",
    ),
    ("offences_by_year", "a period that is no year", {"period_end": "2031-03-31"}, "the period is the offence year"),
    ("offences_by_year", "more releases than sources", {"releases": 7}, "no more releases than sources"),
    ("offences_by_year", "a rule of the other kind", {"rule": "count_over_base"}, "a rule of working out"),
    ("offences_by_year", "below its spread", {"offences": 1}, "lies within the spread"),
    ("offences_by_period", "days of another time", {"days": 9999}, "the days are those of the period"),
    ("offences_per_day", "a rate of nothing", {"per_day": 1e6}, "lies within its spread"),
    ("offences_per_day", "another count", {"offences": 1}, "is offences over days"),
    ("offences_per_day", "days of another time", {"days": 9999}, "the days are those of the period"),
    ("platform_share_by_year", "above its spread", {"share_percent": 99.0}, "lies within its spread"),
    ("platform_share_by_year", "a part above its base", {"platform_offences": 9000}, "in per cent of its base"),
    ("platform_share_by_year", "a base of nothing", {"base_offences": 0}, "in per cent of its base"),
    ("platform_share_by_period", "a base that is gone", {"base_offences": pd.NA}, "has its two counts"),
    ("change_between_periods", "another change", {"change_percent": 3.0, "lowest_percent": 3.0}, "of its two counts"),
    ("change_between_periods", "another difference", {"change_offences": 3}, "of its two counts"),
    ("change_between_periods", "compared with later", {"comparison_start": "2025-01-01"}, "the time compared with"),
    ("change_between_periods", "above its spread", {"lowest_percent": 99.0}, "lies within its spread"),
    ("victim_profile", "ages upside down", {"victim_age_min": 99}, "youngest is not above"),
    ("victim_profile", "more than the base", {"count": 9000}, "in per cent of its base"),
    ("victim_profile", "above its spread", {"lowest_percent": 99.0}, "lies within its spread"),
    ("force_coverage", "more missing than there are", {"forces_missing": 40}, "those of the place that did not answer"),
    ("force_coverage", "names that nobody can know", {"missing": [["Kent"]]}, "those of the place that did not answer"),
]


def reasons(model: Model, table: pd.DataFrame) -> str:
    """Why rows of the table are refused."""
    return "; ".join(failures(model, table)["reason"])


@pytest.mark.parametrize("name", list(TABLES))
def test_what_the_tables_give_is_accepted(name: str) -> None:
    assert len(made(name)) >= 1
    assert reasons(TABLES[name], made(name)) == ""


@pytest.mark.parametrize("name", list(TABLES))
def test_no_two_rows_are_about_one_thing(name: str) -> None:
    table = made(name)
    twice = pd.concat([table, table.head(1).assign(sources=9)], ignore_index=True)
    assert "one row for each thing" in reasons(TABLES[name], twice)


@pytest.mark.parametrize(
    ("name", "what", "columns", "reason"), WRONG, ids=[f"{name}: {what}" for name, what, *_ in WRONG]
)
def test_a_row_that_does_not_add_up_is_refused(name: str, what: str, columns: dict[str, Any], reason: str) -> None:
    table = made(name)
    rows = table[table["basis"].eq("computed")] if table["basis"].eq("computed").any() else table
    broken = rows.head(1).copy()
    for column, value in columns.items():
        broken[column] = pd.Series(value if isinstance(value, list) else [value], index=broken.index).astype(
            table[column].dtype
        )
    assert reason in reasons(TABLES[name], broken), what


def test_forces_may_be_missing_by_name_where_all_that_answered_are_known() -> None:
    listed = made("force_coverage").head(1).assign(missing_known=True, missing=pd.Series([["Kent"]], dtype="object"))
    assert reasons(ForceCoverage, listed) == ""


def test_a_claim_has_one_row_a_release() -> None:
    found = corroborations(frame(figure("a", 3217), figure("b", 3217)), SOURCES)
    assert reasons(Corroborations, found) == ""
    assert "one row for each claim and release" in reasons(Corroborations, pd.concat([found, found], ignore_index=True))
