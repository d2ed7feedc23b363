"""Whole workbooks with one thing each that is told by what stands beside it: a list, a mark, an earlier column."""

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from figuretrail.entry import Entry
from figuretrail.tables import extract
from figuretrail.tables.language.periods import read_period

TITLE = "Sexual communication with a child: offences recorded"


def test_a_long_list_of_forces_tells_sorts_of_parts_in_a_column(read: Any) -> None:
    found = read(
        ["row_id", "force", "year_to", "statistic", "split", "part", "value"],
        ["A01", "Dorset", "Mar 2020", TITLE, "Total", "All", 60],
        ["A02", "Dorset", "Mar 2020", TITLE, "App", "Snapchat", 21],
        ["A03", "Dorset", "Mar 2020", TITLE, "App", "WhatsApp", 9],
        ["A04", "Dorset", "Mar 2020", TITLE, "Sex of victim", "Boys", 8],
        ["A05", "Suffolk", "Mar 2021", TITLE, "Age of victim", "12-15", 33],
        ["A06", "Suffolk", "Mar 2021", TITLE, "Age of victim", "16-17", 4],
    )
    assert (found["G2"].platforms, found["G2"].period_start) == ((), dt.date(2019, 4, 1))
    assert (found["G3"].platforms, found["G4"].platforms) == (("Snapchat",), ("WhatsApp",))
    assert found["G5"].victim_sex == "male"
    assert (found["G6"].victim_age_min, found["G6"].victim_age_max) == (12, 15)


def test_a_column_of_which_is_of_the_time_of_the_one_before(read: Any) -> None:
    found = read(
        [TITLE + " in 2019/20 and 2020/21"],
        [],
        ["Force", "2019/20", "2020/21", "Platform known 2020/21", "of which Kik", "Kik as % of known", "Change (no.)"],
        ["Gwent", 60, 70, 40, 8, "20%", 10],
        ["Kent", 90, 80, 50, 5, "10%", ".."],
    )
    assert (found["E4"].platforms, found["E4"].period_start) == (("Kik",), dt.date(2020, 4, 1))
    assert (found["F5"].period_start, found["F5"].base) == (dt.date(2020, 4, 1), "method_recorded")
    assert not {"G4", "G5"} & set(found)  # a difference of counts that can't be worked out is still one


def test_a_total_of_forces_takes_no_offence_from_one_odd_row(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Force", "2020/21"],
        ["Gwent", 60],
        ["Kent", 90],
        ["All forces", 150],
        ["Police Scotland: meeting a child following grooming", 12],
    )
    assert found["B6"].offence == "sexual_communication_with_a_child"


def test_a_total_of_some_months_covers_those(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Fin Year", "Month", "Offences"],
        ["2021/22", "Apr", 6],
        ["2021/22", "May", 9],
        ["2021/22", "Jun", 7],
        ["Grand Total", None, 22],
    )
    assert (found["C7"].period_start, found["C7"].period_end) == (dt.date(2021, 4, 1), dt.date(2021, 6, 30))


def test_what_a_note_says_of_percentages_makes_no_shares(read: Any) -> None:
    found = read(
        [TITLE],
        ["Platform", "No.", "%"],
        ["Snapchat", 20, 40],
        ["All", 50, 100],
        ["Platforms are as recorded. Percentages are of all offences."],
        [],
        ["Offences by month, 2022"],
        ["January", 23],
        ["February", 27],
    )
    assert (found["B8"].measure, found["B8"].unit) == ("offences", "count")


@pytest.mark.parametrize(
    ("heading", "total"),
    [("Crimes with an app named", "method_recorded"), ("Crimes with\nany service", "method_recorded"), ("All", "all")],
)
def test_offences_with_some_platform_are_those_where_it_is_known(read: Any, heading: str, total: str) -> None:
    found = read([TITLE], [], ["Year", "Snapchat", "Kik", heading], ["2020/21", 22, 38, 70], ["2021/22", 12, 18, 40])
    assert found["D4"].base == total


def test_regions_are_no_regions_among_the_parts_of_a_force(read: Any) -> None:
    found = read(
        [TITLE + ", Metropolitan Police"],
        [],
        ["BCU", "2022/23"],
        ["North East - NE", 55],
        ["South West - SW", 76],
        ["Central North - CN", 30],
        ["Met total", 161],
    )
    assert {found[cell].geography for cell in ("B4", "B5", "B6")} == {None}
    assert found["B7"].geography == "Metropolitan Police"
    told = read([TITLE], [], ["Region", "2022/23"], ["North East", 55], ["South West", 76], ["E Midlands", 30])
    assert [told[cell].geography for cell in ("B4", "B5", "B6")] == ["North East", "South West", "East Midlands"]


def test_a_point_of_the_compass_before_a_force_names_a_part(read: Any) -> None:
    found = read([TITLE], [], ["Area", "2022/23"], ["West Norfolk", 5], ["South Wales", 7], ["Kent", 9])
    assert [found[cell].geography for cell in ("B4", "B5", "B6")] == [None, "South Wales", "Kent"]


def test_east_beside_west_is_a_part_and_beside_regions_a_region(read: Any) -> None:
    found = read([TITLE + " by area"], [], ["Year", "West", "Central", "East"], ["2021/22", 3, 7, 9])
    assert [(found[cell].value, found[cell].geography) for cell in ("B4", "C4", "D4")] == [
        (3, None),
        (7, None),
        (9, None),
    ]
    told = read([TITLE], [], ["Region", "2022/23"], ["North East", 55], ["East", 76])
    assert told["B5"].geography == "East of England"


def test_points_of_the_compass_are_parts_of_a_place(read: Any) -> None:
    found = read([TITLE + ", 2021-22"], [], ["LPU", "Q1", "Q2"], ["North", 4, 5], ["Western", 3, 2], ["Rural", 1, 2])
    assert [(found[cell].value, found[cell].geography) for cell in ("B4", "B5", "C6")] == [
        (4, None),
        (3, None),
        (2, None),
    ]


def test_a_sheet_is_named_by_the_list_in_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Borough"
    for row in (
        ["Offence", TITLE],
        ["FY", "2021-22"],
        [],
        ["Row Labels", "Count of Crime"],
        ["ALDBURY", 3],
        ["ELM", 9],
    ):
        sheet.append(row)
    book.save(tmp_path / "pivot.xlsx")
    found = {figure.cell: figure for figure in extract(tmp_path / "pivot.xlsx", entry=Entry(id="x", force="Kent"))}
    assert [(found[cell].value, found[cell].geography) for cell in ("Borough!B5", "Borough!B6")] == [
        (3, None),
        (9, None),
    ]


def test_answer_of_stands_over_who_answered_or_over_when(read: Any) -> None:
    who = read(
        [TITLE], [], ["Answer of", "2020/21", "Forces in the answer"], ["Surrey Police", 55, "one"], ["Kent", 76, 1]
    )
    assert (who["B4"].geography, set(who)) == ("Surrey", {"B4", "B5"})
    when = read(
        [TITLE], [], ["Year", "Answer of", "Offences"], ["2020/21", "May 2021", 55], ["2021/22", "May 2022", 76]
    )
    assert when["C4"].period_start == dt.date(2020, 4, 1)


def test_a_footnote_between_a_table_and_its_last_row_names_no_place(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Region", "2020/21", "2021/22"],
        ["North East", 55, 60],
        ["South West 1", 76, 70],
        [],
        ["1 without Dorset, which sent calendar years"],
        ["Forces that answered", 12, 13],
    )
    assert (found["B8"].measure, found["B8"].geography) == ("forces", None)


def test_how_many_different_platforms_below_the_table(read: Any) -> None:
    found = read(
        [TITLE],
        ["Platform", "2020/21", "2021/22"],
        ["Snapchat", 55, 60],
        ["Kik", 7, 9],
        [],
        ["Number of different platforms recorded", 12, 13],
    )
    assert (found["B6"].measure, found["B6"].period_end) == ("methods", dt.date(2021, 3, 31))


def test_footnotes_of_two_letters_at_years_over_columns(read: Any) -> None:
    found = read(
        ["Crimes recorded, calendar years"],
        [],
        ["Crime", "2019 (i)", 2020, "2021 (ii)"],
        ["s.15A Sexual communication with a child", 56, 111, 66],
        ["s.15 Meeting a child following sexual grooming", 8, 5, 4],
        [],
        ["(i) 1 April to 31 December 2019 only   (ii) 1 January to 30 June 2021"],
    )
    assert found["B4"].period_start == dt.date(2019, 4, 1)
    assert (found["C4"].period_start, found["D4"].period_end) == (dt.date(2020, 1, 1), dt.date(2021, 6, 30))
    assert "B3" not in found


def test_a_note_that_names_no_month_cuts_no_year(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Period", "Crimes"],
        ["2021/22", 50],
        ["12 months to March 2023 (p)", 60],
        [],
        ["(p) provisional until the yearly return is made."],
    )
    assert found["B5"].period_end == dt.date(2023, 3, 31)


def test_a_change_in_the_year_to_a_month_beside_its_months(read: Any) -> None:
    found = read(
        [TITLE + " by month"],
        [],
        ["Month recorded", "Offences"],
        *[[dt.date(2022 + (month > 8), (month + 3) % 12 + 1, 1), 10 + month] for month in range(12)],
        ["12 months to March 2023", 186],
        ["Year on year change (12 months to March 2023)", "6%"],
    )
    assert (found["B17"].period_start, found["B17"].period_end) == (dt.date(2022, 4, 1), dt.date(2023, 3, 31))


def test_dots_that_a_force_does_not_supply_are_no_zero(read: Any) -> None:
    found = read(
        [TITLE],
        [],
        ["Force", "2020/21"],
        ["Surrey 1", ".."],
        ["Kent", 76],
        [],
        [".. the force does not supply the code   1 Surrey: no crimes were submitted for a quarter"],
    )
    assert (found["B4"].value, found["B4"].status) == (None, "not_available")


def test_figures_that_do_not_add_up_explain_no_mark(read: Any) -> None:
    found = read(
        [TITLE], [], ["Force", "2020/21"], ["Kent", "*"], ["Essex", 7], [], ["* Figures do not add up to totals"]
    )
    assert found["B4"].status == "suppressed"


def test_an_unknown_header_is_no_place_beside_a_list_of_forces(read: Any) -> None:
    found = read(
        ["Sexual communication with a child: offences and SD by force, 2020/21"],
        [],
        ["", "Recorded", "SD", "SD rate", "XR"],
        ["Kent", 10, 2, 3, 1],
        ["Essex", 12, 3, 4, 1],
    )
    assert set(found) == {"B4", "B5"}


def test_any_of_the_above_is_a_total_and_a_difference_no_count(read: Any) -> None:
    found = read(
        ["Search for keywords, 2021/22"],
        ["Keyword", "Sexual communication with a child", "Blackmail"],
        ["Roblox", 6, 3],
        ["Discord", 4, 11],
        ["Any of these", 9, 14],
    )
    assert (found["B5"].value, found["B5"].platforms) == (9, ())
    told = read(
        ["Offences", "2021/22", "2022/23"],
        ["Sexual communication with a child", 9, 12],
        ["Blackmail", 3, 4],
        ["Difference on sexual communication with a child", None, 3],
    )
    assert "C4" not in told


def test_children_in_thousands_are_a_population(read: Any) -> None:
    found = read([TITLE], ["Year", "Offences", "Under 18s (000s)"], ["2020/21", 71, 286.5], ["2021/22", 80, 288])
    assert set(found) == {"B3", "B4"}


def test_crimes_of_every_kind_are_not_ours(read: Any) -> None:
    found = read(
        ["Crimes of every kind in which Kik was named"],
        ["", "2020", "2021"],
        ["Crimes", 6, 9],
        [],
        ["Type of crime, 2021"],
        ["Crime type", "Crimes"],
        ["Sexual communication with a child", 4],
        ["Harassment", 5],
        [],
        [TITLE + " by year, Kik"],
        ["Year", "Crimes"],
        [2020, 2],
        [2021, 4],
    )
    ours = {cell for cell, figure in found.items() if figure.offence == "sexual_communication_with_a_child"}
    assert ours == {"B7", "B12", "B13"}


def test_the_crime_system_counts_nothing(read: Any) -> None:
    found = read(
        ["From the crime system: victims of sexual communication with a child, 2021-2022"],
        [],
        ["Under 10", "10 to 12", "13 to 15"],
        [16, 52, 99],
    )
    assert {figure.measure for figure in found.values()} == {"victims"}


def test_a_part_of_what_is_left_out_is_left_out(read: Any) -> None:
    found = read(
        [TITLE],
        ["", "2020/21", "2021/22"],
        ["Offences", 40, 50],
        ["Persons reported to the procurator fiscal", 12, 14],
        ["of whom under 18", 2, 3],
    )
    assert set(found) == {"B3", "C3"}


def test_the_total_of_parts_that_no_column_can_say(read: Any) -> None:
    found = read(
        [TITLE + " in 2021/22"],
        [],
        ["Relationship", "Crimes", "% of crimes"],
        ["Stranger", 14, "35%"],
        ["Boys known to the victim", 16, "40%"],
        ["Family friend", 10, "25%"],
        ["Total", 40, "100%"],
    )
    assert (found["B7"].value, found["B7"].measure) == (40, "offences")
    assert not {"B4", "B5", "B6", "C4"} & set(found)
    suspects = read([TITLE], [], ["Age of suspect", "Number"], ["Under 18", 14], ["18 and over", 16], ["Total", 30])
    assert not suspects


def test_numbered_questions_with_a_word_before_the_number(read: Any) -> None:
    found = read(
        ["Q1. Please tell me the number of sexual communication with a child offences in 2019 and 2020"],
        ["Year", "Offences"],
        [2019, 94],
        [2020, 101],
        [],
        ["Q2. Of the offences in Q1, how many victims were aged 12 and under, or 13 to 15?"],
        ["Victim age", 2019, 2020],
        ["12 and under", 22, 19],
        ["13 to 15", 58, 69],
        [],
        ["Q3. What was the age and gender of the youngest victim each year?"],
        ["Year", "Age", "Gender"],
        [2019, 7, "Female"],
        [2020, 6, "Male"],
    )
    assert (found["B8"].measure, found["B8"].victim_age_max) == ("victims", 12)
    assert (found["B13"].measure, found["B13"].value, found["B13"].victim_sex) == ("victim_age", 7, "female")


def test_questions_in_a_column_speak_each_for_itself(read: Any) -> None:
    found = read(
        ["Question", "Answer"],
        ["How many offences of sexual communication with a child were recorded, May 2019 to April 2020?", 61],
        ["How many different platforms were named in them, May 2019 to April 2020?", 7],
        ["How many of the victims were under 13, May 2019 to April 2020?", 14],
    )
    assert (found["B4"].measure, found["B4"].victim_age_max) == ("victims", 12)
    assert found["B4"].period_start == dt.date(2019, 5, 1)


@pytest.mark.parametrize(("label", "start"), [("2021/2", dt.date(2021, 4, 1)), ("2019/0", dt.date(2019, 4, 1))])
def test_a_year_cut_to_one_digit(label: str, start: dt.date) -> None:
    period = read_period(label)
    assert period is not None
    assert period.span is not None
    assert period.span.start == start
    assert read_period("2021/7") is None or read_period("2021/7") != period
