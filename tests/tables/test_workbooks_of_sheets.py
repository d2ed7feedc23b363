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
