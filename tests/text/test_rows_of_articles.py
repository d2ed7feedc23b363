"""Lists, tables and facts in an article's text: what a row's numbers are, by the row and by what stands over it."""

import datetime as dt
from typing import Any

import pytest

from figuretrail.text import extract, flat, sentences

PUBLISHED = dt.date(2023, 7, 12)


def columns(text: str, *names: str, title: str | None = None) -> list[tuple[Any, ...]]:
    found = extract(text, published=PUBLISHED, title=title)
    return [tuple(getattr(figure, name) for name in ("surface", *names)) for figure in found]


def cells(text: str) -> list[tuple[str, ...]]:
    """Each number cell with the words over it and beside it, the nearest last."""
    found, _ = flat.find(text, sentences.lines(text))
    return [(text[one.start : one.end], *[text[start:end] for start, end in one.context]) for one in found]


@pytest.mark.parametrize("between", ["; ", " – ", " | ", "\t", ", ", " → "])
def test_a_row_is_parted_by_any_mark_as_its_header_is(between: str) -> None:
    rows = [("Area", "2017/18", "2022/23"), ("Essex", "61", "1,204"), ("Kent", "70", "n/a")]
    text = "\n".join(between.join(row) for row in rows)
    assert cells(text) == [
        ("61", "Area", "2017/18", "Essex"),
        ("1,204", "Area", "2022/23", "Essex"),
        ("70", "Area", "2017/18", "Kent"),
    ]


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
