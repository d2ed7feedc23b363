"""What the corrections of the embedded sources keep out of the derived tables, and what they let in."""

from typing import Any

import pandas as pd
import pytest

from figuretrail import derive
from figuretrail.audit.agreement import agreements
from figuretrail.figure import Figure
from tests.claims import Y2017, Y2018, catalogue, figure, frame, source
from tests.embedded import derived, embedded

E_W, REGION = "England and Wales", "South East"
TWO_AND_A_HALF_YEARS = ("2017-04-01", "2019-09-30")
FOUR_YEARS = ("2017-04-01", "2021-03-31")
LAW_YEAR = ("2017-04-03", "2018-04-02")


def rows(table: str, place: str, period: tuple[str, str] | None = None, **keys: Any) -> pd.DataFrame:
    """The rows of a derived table for a place, a period and other keys."""
    found = derived(table)
    dates = {} if period is None else dict(zip(("period_start", "period_end"), map(pd.Timestamp, period), strict=True))
    for name, value in {"geography": place, **dates, **keys}.items():
        found = found[found[name].eq(value)]
    return found


def named(table: pd.DataFrame) -> set[str]:
    """Every figure that a table's rows name."""
    lists = [table[name] for name in table.columns if name.endswith("figure_ids")]
    return {figure_id for column in lists for ids in column for figure_id in ids}


def figure_of(source_id: str, surface: str, within: str = "") -> pd.Series:
    """The one figure of a source with these words."""
    figures = embedded()[0]
    found = figures[figures["source_id"].eq(source_id) & figures["surface"].eq(surface)]
    found = found[found["context"].str.contains(within, regex=False)]
    assert len(found) == 1
    return found.iloc[0]


@pytest.mark.parametrize(
    ("source_id", "surface", "within"),
    [
        ("nspcc-2020-05-10000", "half", "half of the uses"),
        ("bridportnews-2019-09-dorset", "half", "Almost half of these cases"),
        ("bridportnews-2019-09-dorset", "70 per cent", "does not say for which place"),
        ("oxfordmail-2019-09", "72 per cent", "at least 154"),
        ("oxfordmail-2019-09", "154", "at least 154"),
        ("bbc-2018-08-wales-274", "19", "six months only"),
        ("itv-2020-05-29-10119", "4,335", "no means recorded"),
        ("insauga-2019-03", "32.6 per cent", "of April 2018"),
        ("insauga-2019-03", "18.8 per cent", "of April 2018"),
        ("telegraph-2019-03-01", "70 per cent", "prosecutions"),
        ("parentzone-2020-05", "half", "no platform was given"),
        ("exmouthjournal-2019-03-devon-cornwall", "428", "For 2018"),
        ("nspcc-2021-10-girls", "60 per cent", "in the last three years"),
        ("nspcc-2022-07", "27,000", "Since 2017"),
        ("deeside-2022-07", "27,000", "since 2017"),
    ],
)
def test_a_number_that_its_source_does_not_settle_is_in_no_derived_table(
    source_id: str, surface: str, within: str
) -> None:
    found = figure_of(source_id, surface, within)
    assert found["corrected"] and found["stated"]
    using = [name for name in derive.TABLES if found["figure_id"] in named(derived(name))]
    assert using == []


def test_four_of_a_regions_five_forces_are_not_the_region() -> None:
    figures = embedded()[0]
    assert not figures["geography"].eq(REGION).any()
    assert [name for name in derive.TABLES if len(rows(name, REGION))] == []
    assert rows("offences_by_year", "Kent", offence_year="2021/22")["offences"].to_list() == [179]


def test_those_with_a_recorded_method_are_not_mixed_with_the_rest() -> None:
    found = rows("offences_by_period", E_W, TWO_AND_A_HALF_YEARS, base="method_recorded")
    assert found[["offences", "lowest", "highest"]].to_numpy().tolist() == [[5784, 5784, 5784]]


def test_offences_against_girls_are_not_all_offences() -> None:
    assert rows("offences_by_period", E_W, FOUR_YEARS).empty
    girls = rows("victim_profile", E_W, FOUR_YEARS, victim_sex="female", counted="offences")
    assert girls["count"].to_list() == [10700]


def test_a_share_of_the_cases_of_a_force_whose_victims_are_not_all_of_one_age() -> None:
    found = rows("platform_share_by_year", "Cambridgeshire", offence_year="2017/18")
    assert found[["platform_offences", "base_offences", "share_percent"]].to_numpy().tolist() == [[27, 66, 40.9]]


def test_counts_by_age_are_of_those_whose_age_was_recorded() -> None:
    found = rows("victim_profile", "Wales", LAW_YEAR, counted="offences")
    assert found["base"].to_list() == ["age_recorded", "age_recorded"]
    assert found["count"].to_list() == [56, 91]
    assert found["share_percent"].isna().all()


def test_what_other_papers_give_for_the_same_time_stays() -> None:
    instagram = rows("platform_share_by_year", E_W, offence_year="2018/19", platform="Instagram")
    assert instagram["share_percent"].to_list() == [34.4]
    six_months = rows("platform_share_by_period", E_W, ("2018-04-01", "2018-09-30"), base="method_recorded")
    three_apps = six_months[six_months["platform"].eq("Facebook + Instagram + Snapchat")]
    assert three_apps[["share_percent", "sources"]].to_numpy().tolist() == [[70.0, 1]]


NEWS = source("news", "2019-09-11")


def _counted(base: str | None) -> pd.DataFrame:
    """A year before, a year with a base to be set, a platform of it, girls of it, and a stated share."""
    figures: list[Figure] = [
        figure("news", 100, Y2017, cell="S!1"),
        figure("news", 200, Y2018, cell="S!2"),
        figure("news", 50, Y2018, platforms="Instagram", cell="S!3"),
        figure("news", 25, Y2018, measure="offence_share", platforms="Instagram", cell="S!4"),
        figure("news", 80, Y2018, victim_sex="female", cell="S!5"),
    ]
    for each in figures[1:]:
        each.base = base  # type: ignore[assignment]
    return frame(*figures)


def test_a_figure_without_a_base_is_in_no_table_and_in_no_agreement() -> None:
    table, sources = _counted(None), catalogue(NEWS)
    without = set(table.loc[table["base"].isna(), "figure_id"])
    assert len(without) == 4
    for name, make in derive.TABLES.items():
        assert named(make(table, sources)) & without == set(), name
    assert named(agreements(table, sources)) & without == set()


def test_the_same_figures_with_a_base_are_in_them() -> None:
    table, sources = _counted("all"), catalogue(NEWS)
    tables = [derived(table, sources) for derived in derive.TABLES.values()]
    assert set().union(*map(named, tables)) == set(table["figure_id"])
