"""The numbers that the embedded sources are known for, from their words and cells to the derived tables."""

from typing import Any

import pandas as pd

from figuretrail.audit.agreement import agreements
from schemas.common import conform, failures
from schemas.figures import Figures
from tests.claims import row
from tests.embedded import derived, embedded

E_W = {"geography": "England and Wales"}


def one(table: str, **keys: Any) -> dict[str, Any]:
    """The one row of a derived table."""
    dates = {name: pd.Timestamp(day) for name, day in keys.items() if name.startswith("period_")}
    return row(derived(table), **(keys | dates))


def test_every_figure_is_what_its_model_says() -> None:
    broken = failures(Figures, conform(Figures, embedded()[0]))
    assert broken["reason"].to_list() == []


def test_instagrams_share_of_offences_with_a_recorded_method() -> None:
    instagram = E_W | {"platform": "Instagram", "base": "method_recorded"}
    first = one("platform_share_by_year", offence_year="2017/18", **instagram)
    assert (first["share_percent"], first["platform_offences"], first["base_offences"]) == (19.7, 418, 2117)
    second = one("platform_share_by_year", offence_year="2018/19", **instagram)
    assert (second["share_percent"], second["platform_offences"], second["base_offences"]) == (34.4, 929, 2700)


def test_facebooks_share_is_not_the_stated_one() -> None:
    facebook = E_W | {"platform": "Facebook", "base": "method_recorded"}
    found = one("platform_share_by_year", offence_year="2017/18", **facebook)
    assert (found["share_percent"], found["stated_percent"]) == (29.2, 30.0)


def test_offences_a_day_in_the_laws_first_year() -> None:
    found = one("offences_per_day", period_start="2017-04-03", period_end="2018-04-02", **E_W)
    assert (found["offences"], found["per_day"], found["stated_per_day"]) == (3171, 8.7, 9.0)


def test_offences_a_day_in_the_first_lockdown() -> None:
    found = one("offences_per_day", period_start="2020-04-01", period_end="2020-06-30", **E_W)
    assert (found["offences"], found["per_day"]) == (1220, 13.4)


def test_a_year_that_no_source_gives() -> None:
    found = one("offences_by_year", offence_year="2019/20", **E_W)
    assert (found["offences"], found["basis"], found["rule"]) == (5335, "computed", "total_less_other_years")
    values = embedded()[0].set_index("figure_id")["value"]
    assert [values[figure_id] for figure_id in found["figure_ids"]] == [12925, 3217, 4373]


def test_the_first_year_was_revised() -> None:
    first_year = pd.Timestamp(2017, 4, 1), pd.Timestamp(2018, 3, 31)
    table = agreements(*embedded())
    table = table[table["period_start"].eq(first_year[0]) & table["period_end"].eq(first_year[1])]
    claim = {"relation": "same_claim", "measure": "offences", "platform": "", "base": "all"}
    found = row(table, **E_W, **claim)
    assert (found["verdict"], found["value"], found["other_value"], found["difference"]) == ("revised", 3217, 3171, 46)


def test_ten_papers_that_print_one_release_are_one_release() -> None:
    found = one("offences_by_year", offence_year="2018/19", **E_W)
    assert found["offences"] == 4373
    assert found["sources"] > 5
    assert found["releases"] == 1
