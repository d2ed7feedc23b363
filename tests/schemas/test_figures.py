"""What a row of `figures` must be."""

from typing import Any

import pandas as pd
import pytest

from schemas.common import conform, failures
from schemas.figures import Figures
from tests.claims import figure, frame


def reasons(**columns: Any) -> str:
    """Why one figure with these columns is refused; empty where it is accepted."""
    value = columns.pop("value", 12.0)
    failing = failures(Figures, frame(figure("news", value, **columns)))
    return "; ".join(failing["reason"])


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {"cell": None, "start": 3, "end": 5},
        {"value": None, "status": "suppressed"},
        {"value": 5.0, "status": "suppressed", "bound": "<"},
        {"value": None, "status": "not_available"},
        {"value": 100.0, "measure": "offence_share"},
        {"value": -50.0, "measure": "offence_change"},
        {"value": 120.0, "measure": "offence_rate", "unit": "per_week"},
        {"place": None},
        {"period": None},
        {"ages": (12, None)},
        {"measure": "offence_change", "against": ("2016-04-01", "2017-03-31")},
    ],
    ids=str,
)
def test_accepted(columns: dict[str, Any]) -> None:
    assert reasons(**columns) == ""


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"cell": None}, "in a cell"),
        ({"start": 3, "end": 5}, "in a cell"),
        ({"cell": None, "start": 3}, "in a cell"),
        ({"cell": None, "start": 5, "end": 5}, "after their start"),
        ({"value": None}, "has a value"),
        ({"value": 4.0, "status": "suppressed"}, "has a value"),
        ({"value": 4.0, "status": "not_available"}, "has a value"),
        ({"unit": "percent"}, "unit"),
        ({"value": 100.1, "measure": "offence_share"}, "between 0 and 100"),
        ({"value": -1.0}, "not negative"),
        ({"value": -101.0, "measure": "offence_change"}, "at most 100%"),
        ({"period": ("2018-04-01", "2017-04-01")}, "starts before it ends"),
        ({"geography_type": None}, "both a name and a type"),
        ({"place": "Narnia"}, "one of sources/reference"),
        ({"place": "Kent", "geography_type": "region"}, "one of sources/reference"),
        ({"value": float("inf")}, "finite"),
        ({"against": ("2016-04-01", "2017-03-31")}, "only a change"),
        ({"ages": (15, 12)}, "youngest"),
        ({"base": "known"}, "base"),
        ({"offence": "Sexual grooming"}, "offence"),
        ({"sex": "girls"}, "victim_sex"),
    ],
    ids=lambda part: part if isinstance(part, str) else str(part),
)
def test_refused_with_a_reason(columns: dict[str, Any], reason: str) -> None:
    assert reason in reasons(**columns)


def test_a_figure_id_is_unique() -> None:
    figures = frame(figure("news", 12))
    twice = pd.concat([figures, figures], ignore_index=True)
    assert len(failures(Figures, twice)) == 2


def test_platforms_are_sorted_and_each_once() -> None:
    figures = frame(figure("news", 12, platforms="Kik + Snapchat"))
    for names, reason in ((["Kik", "Snapchat"], []), (["Snapchat", "Kik"], [True]), (["Kik", "Kik"], [True])):
        figures["platforms"] = pd.Series([names], dtype="object")
        assert ["each once" in said for said in failures(Figures, figures)["reason"]] == reason


def test_a_day_has_no_time_of_day() -> None:
    figures = frame(figure("news", 12))
    figures["period_start"] += pd.Timedelta(hours=9)
    assert "no time of day" in failures(Figures, figures)["reason"].iloc[0]


def test_a_list_column_holds_lists_of_text() -> None:
    figures = frame(figure("news", 12, platforms="Kik"))
    figures["platforms"] = pd.Series(["Kik"], dtype="object")
    assert "lists of text" in failures(Figures, conform(Figures, figures))["reason"].iloc[0]
