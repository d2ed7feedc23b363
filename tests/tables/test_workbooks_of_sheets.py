"""Workbooks whose sheets say together what none of them says alone."""

import datetime as dt
from pathlib import Path

import openpyxl

from figuretrail.figure import Figure
from figuretrail.tables import extract


def _read(folder: Path, sheets: dict[str, list[list[object]]]) -> dict[str, Figure]:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "answer.xlsx"
    book.save(path)
    return {figure.cell or "": figure for figure in extract(path)}


def test_a_list_of_notes_holds_no_figure(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        {
            "Cover": [["Sexual communication with a child: police recorded offences"], ["Published 12 March 2023"]],
            "Notes": [["Note", "Text"], [1, "Forces record by the date of the record"], ["[x]", "not available"]],
            "Table 1": [
                ["Table 1: Offences by police force area, year ending March 2021 and March 2022"],
                ["Area name", 2021, 2022],
                ["Cumbria", 50, 60],
                ["Lancashire", 110, "[x]"],
            ],
        },
    )
    assert set(found) == {"Table 1!B3", "Table 1!C3", "Table 1!B4", "Table 1!C4"}
    assert (found["Table 1!B3"].period_start, found["Table 1!B3"].period_end) == (
        dt.date(2020, 4, 1),
        dt.date(2021, 3, 31),
    )


def test_a_question_on_another_sheet_says_the_time(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        {
            "Q1": [
                ["Q1 How many offences of sexual communication with a child were recorded 1/4/20-31/3/21?"],
                ["Answer", 77],
            ],
            "Q2": [["Q2 Which platforms were used?"], ["Snapchat", 30], ["Instagram", 12]],
        },
    )
    assert found["Q2!B2"].period_start == dt.date(2020, 4, 1)
    assert found["Q2!B2"].review
    assert not found["Q1!B2"].platforms


def test_two_times_on_other_sheets_say_none(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        {
            "A": [["Sexual communication with a child offences, 2019/20"], ["Total", 77]],
            "B": [["Sexual communication with a child offences, 2020/21"], ["Total", 80]],
            "C": [["Sexual communication with a child offences by platform"], ["Snapchat", 30], ["Instagram", 12]],
        },
    )
    assert found["C!B2"].period_start is None


def test_a_question_that_limits_the_victims_before_its_answer(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        {
            "Response": [
                ["Question 1: The number of recorded offences of sexual communication with a child by year."],
                ["Answer:"],
                ["Financial year", "Recorded offences"],
                ["2019/20", 55],
                ["2020/21", 61],
                ["Question 2: Of the above, how many had a female victim under 13?"],
                ["Answer:"],
                ["Financial year", "Recorded offences"],
                ["2019/20", 11],
                ["2020/21", 12],
            ]
        },
    )
    limited = found["Response!B9"]
    assert (limited.victim_sex, limited.victim_age_min, limited.victim_age_max) == ("female", 0, 12)
    assert found["Response!B4"].victim_sex is None


def test_a_title_says_in_which_month_the_years_of_rows_end(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Sexual communication with a child, offences in years ending 30 June"],
        ["Year", "Count"],
        [2019, 60],
        [2020, 75],
    ]
    found = _read(tmp_path, {"Data": rows})
    assert (found["Data!B3"].period_start, found["Data!B3"].period_end) == (dt.date(2018, 7, 1), dt.date(2019, 6, 30))
