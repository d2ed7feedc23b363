"""offences_by_period, offences_by_year, offences_per_day."""

import pandas as pd
import pytest

from figuretrail.derive import offences_by_period, offences_by_year, offences_per_day
from tests.claims import LAW_YEAR, LOCKDOWN, THREE_YEARS, Y2017, Y2018, Y2019, catalogue, figure, frame, row, source

JUNE, SEPTEMBER, NOVEMBER = "june-2018", "september-2019", "november-2020"
SOURCES = catalogue(source(JUNE, "2018-06-18"), source(SEPTEMBER, "2019-09-11"), source(NOVEMBER, "2020-11-15"))


def test_a_revision_replaces_the_first_number_and_the_spread_keeps_it() -> None:
    figures = frame(figure(JUNE, 3171, LAW_YEAR), figure(SEPTEMBER, 3217, Y2017))
    year = row(offences_by_year(figures, SOURCES), offence_year="2017/18")
    assert (year["offences"], year["lowest"], year["highest"]) == (3217, 3171, 3217)
    assert (year["rule"], year["sources"], year["releases"]) == ("later_over_earlier", 2, 2)
    assert year["figure_ids"] == [figures["figure_id"][1]]
    assert year["other_figure_ids"] == [figures["figure_id"][0]]


def test_by_period_keeps_the_dates_that_sources_give() -> None:
    figures = frame(figure(JUNE, 3171, LAW_YEAR), figure(SEPTEMBER, 3217, Y2017))
    table = offences_by_period(figures, SOURCES)
    assert table[["period_start", "offences"]].astype("str").to_numpy().tolist() == [
        ["2017-04-01", "3217"],
        ["2017-04-03", "3171"],
    ]
    assert table["days"].tolist() == [365, 365]


def test_a_year_by_difference_says_so() -> None:
    figures = frame(
        figure(SEPTEMBER, 3217, Y2017),
        figure(SEPTEMBER, 4373, Y2018, cell="Sheet!A2"),
        figure(NOVEMBER, 12925, THREE_YEARS),
    )
    year = row(offences_by_year(figures, SOURCES), offence_year="2019/20")
    assert (year["offences"], year["basis"], year["rule"]) == (5335, "computed", "total_less_other_years")
    assert set(year["figure_ids"]) == set(figures["figure_id"])
    per_day = row(offences_per_day(figures, SOURCES), offences=5335)
    assert (per_day["days"], per_day["per_day"]) == (366, 14.6)
    assert per_day["rule"] == "total_less_other_years_over_days"


@pytest.mark.parametrize(
    "spoiler",
    [
        figure(NOVEMBER, None, Y2019, status="suppressed", cell="Sheet!B1"),
        figure(NOVEMBER, 5.0, Y2019, status="suppressed", bound="<", cell="Sheet!B1"),
        figure(NOVEMBER, None, Y2019, status="not_available", cell="Sheet!B1"),
        figure(NOVEMBER, None, Y2017, status="not_available", cell="Sheet!B1"),
        figure(NOVEMBER, 5300, Y2019, bound="~", cell="Sheet!B1"),
    ],
    ids=["hidden", "hidden with a bound", "not held", "another year not held", "known about"],
)
def test_no_year_is_worked_out_round_a_hidden_missing_or_rounded_one(spoiler: object) -> None:
    parts = [figure(SEPTEMBER, 3217, Y2017), figure(SEPTEMBER, 4373, Y2018, cell="Sheet!A2")]
    figures = frame(*parts, figure(NOVEMBER, 12925, THREE_YEARS), spoiler)  # type: ignore[arg-type]
    assert "computed" not in set(offences_by_year(figures, SOURCES)["basis"])


def test_a_year_is_not_worked_out_from_a_rounded_total() -> None:
    parts = [figure(SEPTEMBER, 3217, Y2017), figure(SEPTEMBER, 4373, Y2018, cell="Sheet!A2")]
    figures = frame(*parts, figure(NOVEMBER, 12000, THREE_YEARS, bound=">"))
    assert offences_by_year(figures, SOURCES)["offence_year"].tolist() == ["2017/18", "2018/19"]


@pytest.mark.parametrize("total", [7000, 7593], ids=["below its known years", "leaves a number that would be hidden"])
def test_a_total_gives_no_year_below_zero_or_so_small_that_it_would_be_hidden(total: int) -> None:
    parts = [figure(SEPTEMBER, 3217, Y2017), figure(SEPTEMBER, 4373, Y2018, cell="Sheet!A2")]
    figures = frame(*parts, figure(NOVEMBER, total, THREE_YEARS))
    assert len(offences_by_year(figures, SOURCES)) == 2


def test_offences_per_day_beside_the_stated_rate() -> None:
    figures = frame(
        figure(JUNE, 3171, LAW_YEAR),
        figure(JUNE, 9, LAW_YEAR, measure="offence_rate", cell="Sheet!A2"),
        figure(NOVEMBER, 1220, LOCKDOWN),
    )
    table = offences_per_day(figures, SOURCES)
    law_year = row(table, offences=3171)
    assert (law_year["days"], law_year["per_day"], law_year["stated_per_day"]) == (365, 8.7, 9.0)
    assert law_year["stated_figure_ids"] == [figures["figure_id"][1]]
    lockdown = row(table, offences=1220)
    assert (lockdown["days"], lockdown["per_day"], lockdown["basis"]) == (91, 13.4, "computed")


def test_a_rate_without_a_count_stands_alone() -> None:
    figures = frame(figure(JUNE, 84, Y2017, measure="offence_rate", unit="per_week"))
    only = row(offences_per_day(figures, SOURCES), basis="reported")
    assert (only["per_day"], only["days"]) == (12.0, 365)
    assert pd.isna(only["offences"])
    assert only["figure_ids"] == [figures["figure_id"][0]]


def test_what_is_left_out() -> None:
    figures = frame(
        figure(JUNE, 1, place=None),
        figure(JUNE, 2, offence="sexual_grooming"),
        figure(JUNE, 3, period=None),
        figure(JUNE, 4, platforms="Kik"),
        figure(JUNE, 5, sex="female"),
        figure(JUNE, None, status="suppressed"),
        figure(JUNE, 6.0, status="suppressed", bound="<"),
    )
    assert offences_by_period(figures, SOURCES).empty
    assert offences_by_year(figures, SOURCES).empty
    assert offences_per_day(figures, SOURCES).empty


def test_a_base_of_known_methods_is_a_row_of_its_own_and_no_year() -> None:
    figures = frame(figure(JUNE, 3217), figure(JUNE, 2117, base="method_recorded", cell="Sheet!A2"))
    assert offences_by_period(figures, SOURCES)["base"].tolist() == ["all", "method_recorded"]
    assert offences_by_year(figures, SOURCES)["offences"].tolist() == [3217]


def test_a_region_and_a_force_of_one_name_are_two_places() -> None:
    figures = frame(
        figure(JUNE, 194, place="West Midlands", geography_type="region"),
        figure(JUNE, 48, place="West Midlands", geography_type="force", cell="Sheet!A2"),
    )
    table = offences_by_year(figures, SOURCES)
    assert dict(zip(table["geography_type"], table["offences"], strict=True)) == {"force": 48, "region": 194}


def test_rows_do_not_depend_on_the_order_of_figures() -> None:
    figures = frame(*(figure(s, v, p) for s in (JUNE, SEPTEMBER) for v, p in ((10, Y2017), (11, Y2017), (12, Y2018))))
    shuffled = figures.sample(frac=1, random_state=3).reset_index(drop=True)
    pd.testing.assert_frame_equal(offences_by_year(figures, SOURCES), offences_by_year(shuffled, SOURCES))
