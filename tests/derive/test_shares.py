"""platform_share_by_year, platform_share_by_period, change_between_periods."""

from figuretrail.derive import change_between_periods, platform_share_by_period, platform_share_by_year
from tests.claims import LAW_YEAR, Y2017, Y2018, catalogue, figure, frame, row, source

NEWS, PAPER, FIRST = "news", "paper", "first"
SOURCES = catalogue(source(NEWS), source(PAPER, release=NEWS), source(FIRST, "2018-06-18"))
HALF_2017, HALF_2018 = ("2017-04-01", "2017-09-30"), ("2018-04-01", "2018-09-30")


def test_a_share_is_count_over_base_beside_the_stated_one() -> None:
    figures = frame(
        figure(NEWS, 418, Y2017, platforms="Instagram", base="method_recorded", cell="S!A1"),
        figure(NEWS, 2117, Y2017, base="method_recorded", cell="S!A2"),
        figure(NEWS, 20, Y2017, measure="offence_share", platforms="Instagram", base="method_recorded", cell="S!A3"),
        figure(NEWS, 929, Y2018, platforms="Instagram", base="method_recorded", cell="S!A4"),
        figure(NEWS, 2700, Y2018, base="method_recorded", cell="S!A5"),
    )
    table = platform_share_by_year(figures, SOURCES)
    first = row(table, offence_year="2017/18")
    assert (first["share_percent"], first["stated_percent"], first["basis"]) == (19.7, 20.0, "computed")
    assert (first["platform_offences"], first["base_offences"], first["rule"]) == (418, 2117, "count_over_base")
    assert first["figure_ids"] == figures["figure_id"][:2].tolist()
    assert first["other_figure_ids"] == [figures["figure_id"][2]]
    assert row(table, offence_year="2018/19")["share_percent"] == 34.4


def test_a_count_on_a_platform_may_be_said_of_all_offences() -> None:
    figures = frame(
        figure(PAPER, 418, platforms="Instagram", base="all"),
        figure(NEWS, 2117, base="method_recorded"),
        figure(NEWS, 3217, base="all", cell="S!B2"),
    )
    only = row(platform_share_by_year(figures, SOURCES), platform="Instagram")
    assert (only["base"], only["share_percent"]) == ("method_recorded", 19.7)


def test_part_and_base_come_from_one_release_where_one_gives_both() -> None:
    figures = frame(
        figure(NEWS, 618, platforms="Facebook", base="method_recorded"),
        figure(NEWS, 2117, base="method_recorded", cell="S!A2"),
        figure(FIRST, 2097, LAW_YEAR, base="method_recorded"),
    )
    only = row(platform_share_by_year(figures, SOURCES), platform="Facebook")
    assert (only["base_offences"], only["share_percent"], only["rule"]) == (2117, 29.2, "count_over_base")
    crossed = row(platform_share_by_year(figures[figures["value"].ne(2117)], SOURCES), platform="Facebook")
    assert (crossed["base_offences"], crossed["rule"]) == (2097, "count_over_base_of_another_release")


def test_a_stated_share_stands_where_no_count_is_known() -> None:
    figures = frame(
        figure(FIRST, 30, LAW_YEAR, measure="offence_share", platforms="Facebook", base="method_recorded", bound="~"),
        figure(FIRST, 2097, LAW_YEAR, base="method_recorded", cell="S!A2"),
        figure(FIRST, 600, LAW_YEAR, platforms="Facebook", base="method_recorded", bound=">", cell="S!A3"),
    )
    only = row(platform_share_by_year(figures, SOURCES), platform="Facebook")
    assert (only["share_percent"], only["bound"], only["basis"]) == (30.0, "~", "reported")


def test_platforms_counted_together_stay_together() -> None:
    figures = frame(figure(NEWS, 58, platforms="Facebook + Facebook Messenger"), figure(NEWS, 252, cell="S!A2"))
    only = row(platform_share_by_year(figures, SOURCES), base="all")
    assert only["platform"] == "Facebook + Facebook Messenger"
    assert only["platforms"] == ["Facebook", "Facebook Messenger"]
    assert only["share_percent"] == 23.0


def test_a_part_above_its_base_gives_no_share() -> None:
    figures = frame(figure(NEWS, 60, platforms="Kik"), figure(NEWS, 50, cell="S!A2"))
    assert platform_share_by_year(figures, SOURCES).empty


def test_full_years_only_by_year_and_any_period_by_period() -> None:
    figures = frame(
        figure(NEWS, 428, HALF_2018, platforms="Instagram"),
        figure(NEWS, 1317, HALF_2018, base="method_recorded", cell="S!A2"),
    )
    assert platform_share_by_year(figures, SOURCES).empty
    only = row(platform_share_by_period(figures, SOURCES), platform="Instagram")
    assert (only["share_percent"], only["days"]) == (32.5, 183)


def test_a_change_is_computed_beside_the_stated_one() -> None:
    figures = frame(
        figure(NEWS, 126, HALF_2017, platforms="Instagram"),
        figure(NEWS, 428, HALF_2018, platforms="Instagram", cell="S!A2"),
        figure(
            NEWS,
            200,
            HALF_2018,
            measure="offence_change",
            platforms="Instagram",
            against=HALF_2017,
            bound=">",
            cell="S!A3",
        ),
    )
    only = row(change_between_periods(figures, SOURCES), platform="Instagram")
    assert (only["change_offences"], only["change_percent"], only["stated_percent"]) == (302, 239.7, 200.0)
    assert (only["stated_bound"], only["basis"], only["rule"]) == (">", "computed", "later_over_earlier_count")


def test_a_change_prefers_two_numbers_of_one_release() -> None:
    figures = frame(figure(FIRST, 3171, LAW_YEAR), figure(NEWS, 3217, Y2017), figure(NEWS, 4373, Y2018, cell="S!A2"))
    only = row(change_between_periods(figures, SOURCES), basis="computed")
    assert (only["comparison_offences"], only["change_percent"]) == (3217, 35.9)


def test_a_stated_change_alone_is_reported_and_one_without_its_comparison_is_not() -> None:
    figures = frame(
        figure(NEWS, 84, Y2018, measure="offence_change", against=Y2017),
        figure(NEWS, 13, Y2018, measure="offence_change", place="Wales", cell="S!A2"),
    )
    only = row(change_between_periods(figures, SOURCES), basis="reported")
    assert (only["geography"], only["change_percent"]) == ("England and Wales", 84.0)


def test_a_change_from_a_later_time_or_the_same_is_none() -> None:
    backwards = figure(NEWS, 84, Y2017, measure="offence_change", against=Y2018)
    assert change_between_periods(frame(backwards), SOURCES).empty
    assert len(change_between_periods(frame(figure(NEWS, 84, Y2018, measure="offence_change", against=Y2017)), SOURCES))
