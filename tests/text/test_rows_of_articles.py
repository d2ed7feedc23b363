"""Lists, tables and facts in an article's text: what a row's numbers are, by the row and by what stands over it."""

import datetime as dt
from typing import Any

import pytest

from figuretrail.text import extract, flat, reader, sentences
from figuretrail.text.resolve import Resolver

PUBLISHED = dt.date(2023, 7, 12)


def columns(text: str, *names: str, title: str | None = None) -> list[tuple[Any, ...]]:
    found = extract(text, published=PUBLISHED, title=title)
    return [tuple(getattr(figure, name) for name in ("surface", *names)) for figure in found]


def cells(text: str) -> list[tuple[str, ...]]:
    """Each number cell with the words over it and beside it, the nearest last."""
    found, _ = flat.find(text, sentences.lines(text))
    return [(text[one.start : one.end], *[text[start:end] for start, end in one.context]) for one in found]


@pytest.mark.parametrize("between", ["; ", " – ", " / ", " | ", "\t", ", ", " → "])
def test_a_row_is_parted_by_any_mark_as_its_header_is(between: str) -> None:
    rows = [("Area", "2017/18", "2022/23"), ("Essex", "61", "1,204"), ("Kent", "70", "n/a")]
    text = "\n".join(between.join(row) for row in rows)
    assert cells(text) == [
        ("61", "Area", "2017/18", "Essex"),
        ("1,204", "Area", "2022/23", "Essex"),
        ("70", "Area", "2017/18", "Kent"),
    ]


@pytest.mark.parametrize("head", ["Force / 2023-24 / 2019-20", "Force | 2023-24 | 2019-20", "Force\n2023-24\n2019-20"])
def test_cells_below_each_other_stand_under_one_line_of_heads(head: str) -> None:
    text = f"{head}\n\nBedfordshire\n96\n71\n\nEssex\n121\n77"
    assert cells(text)[:2] == [("96", "Force", "2023-24", "Bedfordshire"), ("71", "Force", "2019-20", "Bedfordshire")]


def test_a_year_that_a_column_of_changes_is_measured_from_is_not_its_time() -> None:
    text = "Online grooming offences\n\nForce\t2022/23\tChange on 2021/22\nCheshire\t131\t+6%\nCumbria\t64\t-12%"
    assert [str(start) for _, start in columns(text, "period_start")] == ["2022-04-01"] * 4
    assert str(columns(text, "comparison_start")[1][1]) == "2021-04-01"


def test_a_column_of_forces_counts_forces() -> None:
    text = "Offences of sexual communication with a child\n\nYear\tOffences\tForces replying\n2018/19\t4,373\t43"
    assert columns(text, "measure") == [("4,373", "offences"), ("43", "forces")]


@pytest.mark.parametrize(
    ("head", "start"),
    [("Year ending", "2018-07-01"), ("12 months to", "2018-07-01"), ("Month", "2019-06-01")],
)
def test_a_month_under_a_year_that_ends_is_a_year(head: str, start: str) -> None:
    text = f"Offences of sexual communication with a child\n\n{head}\tNumber\nJune 2019\t4,846\nJune 2020\t5,392"
    assert str(columns(text, "period_start")[0][1]) == start


def test_a_sentence_with_commas_is_no_row() -> None:
    assert cells("Police, officers, staff\nIn Kent, 70, in Essex, 61 were recorded") == []


def test_a_cell_that_says_there_is_no_number_keeps_the_row_a_row() -> None:
    text = "Force\n2021/22\n2022/23\nEssex\n61\n70\nKent\n52\nnot provided\nSurrey\n44\n48"
    assert [cell[0] for cell in cells(text)] == ["61", "70", "52", "44", "48"]


def test_months_with_their_numbers_below_each_other_are_no_days() -> None:
    assert cells("Offences in 2020\n\nJan 18\nFeb 14\nMar 27") == [
        ("18", "Offences in 2020", "Jan"),
        ("14", "Offences in 2020", "Feb"),
        ("27", "Offences in 2020", "Mar"),
    ]
    assert cells("Published Jan 18") == []


def test_a_number_alone_on_its_line_goes_with_the_words_after_it() -> None:
    text = "7,062\noffences recorded\n\nUp 80%\nfrom 378 in 2017/18\n\nWhat to do\n1\nTalk early"
    lines = [text[line.start : line.end] for line in sentences.lines(text)]
    assert lines == ["7,062\noffences recorded", "Up 80%\nfrom 378 in 2017/18", "What to do", "1", "Talk early"]


def test_a_ratio_in_words_alone_on_its_line_goes_with_the_words_after_it() -> None:
    text = "One in six\nVictims who were under 13\n\n428\nTimes that Kik was named"
    assert [text[line.start : line.end] for line in sentences.lines(text)] == text.split("\n\n")


def test_more_than_a_hundred_times_are_no_multiple() -> None:
    text = "Grooming offences in Kent in 2021/22\n\n428\nTimes that Kik was named"
    assert columns(text, "measure", "unit") == [("428", "offences", "count")]


def test_labels_before_their_numbers_stay_lines_of_their_own() -> None:
    text = "Snapchat\n48%\nKik\n5%"
    assert len(sentences.lines(text)) == 4


def test_a_word_alone_goes_with_the_sentence_after_it() -> None:
    text = "37%. The share that involved Kik."
    assert sentences.split(text, 0, len(text)) == [(0, len(text))]
    assert len(sentences.split("It rose. The share fell.", 0, 24)) == 2


def test_facts_with_the_number_first() -> None:
    text = "GROOMING OFFENCES IN KENT\nApril 2021 to March 2022\n\n264\noffences of sexual communication with a child\n"
    assert columns(text, "measure", "geography", "period_start") == [("264", "offences", "Kent", dt.date(2021, 4, 1))]


def test_years_under_year_to_march_end_in_march() -> None:
    text = (
        "Sexual communication with a child offences recorded in Dorset\n\nYear to March\n2019: 61\n2020: 74\n2021: 80\n"
    )
    assert columns(text, "period_start", "period_end") == [
        ("61", dt.date(2018, 4, 1), dt.date(2019, 3, 31)),
        ("74", dt.date(2019, 4, 1), dt.date(2020, 3, 31)),
        ("80", dt.date(2020, 4, 1), dt.date(2021, 3, 31)),
    ]


def test_years_one_below_the_other_under_yr_to_march() -> None:
    text = "Grooming offences recorded in Dorset\n\nYr to Mar\nNo.\n2019\n61\n2020\n74\n2021\n80\n"
    assert [start for _, start in columns(text, "period_start")] == [dt.date(year, 4, 1) for year in (2018, 2019, 2020)]


def test_rows_under_age_are_ages() -> None:
    text = (
        "Victims of grooming offences in Kent, 2021/22\n\nAge\tGirls\tBoys\n0-10\t18\t6\nUnder 14\t93\t21\n15+\t97\t19"
    )
    ages = columns(text, "victim_age_min", "victim_age_max")
    assert [(low, high) for _, low, high in ages] == [(0, 10), (0, 10), (0, 13), (0, 13), (15, None), (15, None)]


def test_a_count_in_a_table_is_whole() -> None:
    text = "Grooming offences, 2021/22\n\nForce\tNumber\tPer 10,000\nKent\t264\t6.9\nEssex\t240\t6.6"
    assert [surface for (surface,) in columns(text)] == ["264", "240"]


def test_a_column_is_added_up_by_itself() -> None:
    text = (
        "Grooming offences in Kent\n\nYear\tNumber\tOnline\n2018/19\t114\t71\n2019/20\t274\t215\n"
        "2020/21\t203\t166\nTotal\t591\t452"
    )
    whole = dt.date(2018, 4, 1), dt.date(2021, 3, 31)
    assert columns(text, "period_start", "period_end")[-2:] == [("591", *whole), ("452", *whole)]


def test_months_of_the_year_in_the_corner() -> None:
    text = (
        "Offences of sexual communication with a child in Gwent\n"
        "| 2018/19 | Offences |\n| --- | --- |\n| April – June | 27 |\n| January – March | 39 |\n"
    )
    assert columns(text, "period_start", "period_end") == [
        ("27", dt.date(2018, 4, 1), dt.date(2018, 6, 30)),
        ("39", dt.date(2019, 1, 1), dt.date(2019, 3, 31)),
    ]


def test_a_table_of_percentages_says_so_over_its_numbers() -> None:
    text = (
        "Grooming offences by country: percentage change from 2017/18 to 2021/22\n"
        "Scotland\t-14\nWales\t19\nNorth West\t99\n"
    )
    assert columns(text, "measure", "value", "geography") == [
        ("14", "offence_change", -14.0, "Scotland"),
        ("19", "offence_change", 19.0, "Wales"),
        ("99", "offence_change", 99.0, "North West"),
    ]


def test_a_number_below_a_limit_is_suppressed() -> None:
    text = (
        "Grooming offences recorded in Essex in 2021/22, by platform\n\n"
        "Platform | Offences\nSnapchat | 58\nInstagram | 63\nKik | <5\n"
    )
    assert columns(text, "value", "bound", "status")[-1] == ("5", 5.0, "<", "suppressed")


def test_the_title_may_say_what_the_text_is_about() -> None:
    text = "Nottinghamshire had 86 of these offences in 2017/18, and England and Wales 3,171 offences."
    assert columns(text) == []
    assert len(columns(text, title="The first year of the grooming law")) == 2


TWO_YEARS = "Grooming offences in 2021/22, then in brackets the number of 2017/18."


def test_years_over_rows_that_have_remarks() -> None:
    text = f"{TWO_YEARS}\n\nEssex – 88 (41). The largest of them by area.\n\nKent – 125 (66). It was 90 in 2019/20."
    years = {surface: start.year for surface, start in columns(text, "period_start")}
    assert years == {"88": 2021, "41": 2017, "125": 2021, "66": 2017, "90": 2019}


def test_a_paragraph_between_parts_rows_from_the_years_over_them() -> None:
    story = "The 12 officers who keep these records had been told that many were not to be counted in this list."
    text = f"{TWO_YEARS}\n\n{story}\n\nEssex – 88 (41).\n\nKent – 125 (66)."
    read = reader.read(text, published=PUBLISHED)
    last = read.candidates[-1]
    assert Resolver(read, None)._of_column(last, read.sentences[last.sentence]) is None


def test_rows_of_as_many_counts_as_the_time_over_them_has_years() -> None:
    text = (
        "Grooming offences in the three years from 2019/20 to 2021/22.\n\n"
        "By force, from the first of the three years to the last:\n\n- Essex: 66, 81, 104\n- Kent: 31, 44, 57"
    )
    assert [start.year for _, start in columns(text, "period_start")] == [2019, 2020, 2021] * 2


def test_a_sentence_that_says_percentages_makes_the_table_under_it_shares() -> None:
    table = "\n\n\t2020/21\t2021/22\nSkype\t33\t43\nKik\t8\t9"
    text = f"Grooming offences in Kent.\n\nPercentages are of those with a known platform.{table}"
    assert {measure for _, measure in columns(text, "measure")} == {"offence_share"}
    text = f"Grooming offences in Kent.\n\nPercentages were not given by anybody.{table}"
    assert {measure for _, measure in columns(text, "measure")} == {"offences"}


@pytest.mark.parametrize("dots", [" ... ", " ..... "])
def test_dots_between_a_name_and_its_number_end_no_sentence(dots: str) -> None:
    text = f"Facebook (with Messenger){dots}18"
    assert sentences.split(text, 0, len(text)) == [(0, len(text))]
    text = "It was the worst of it ... Eighteen more came."
    assert len(sentences.split(text, 0, len(text))) == 2


def test_numbers_of_a_thread_are_no_counts() -> None:
    text = "3/ 61 grooming offences were recorded in Kent in 2021/22.\n\n4/ Offences by nation. Wales: 554."
    assert [text[line.start : line.end][:8] for line in sentences.lines(text)] == ["61 groom", "Offences"]
