"""Values that no table is made for: numbers that are none, characters that nobody sees, rows that stand for several."""

import datetime as dt
import io

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from figuretrail.entry import Entry
from figuretrail.errors import SourceError
from figuretrail.figure import Figure
from figuretrail.tables import extract
from figuretrail.tables.chain import understand
from figuretrail.tables.files.grid import Workbook
from figuretrail.tables.files.pages import read_page
from figuretrail.tables.files.read import read as open_file
from figuretrail.tables.layout.hints import Hints
from tests.tables.drawing import read, sheet, with_part

TITLE = "Sexual communication with a child, offences recorded by Kent Police"


def _two_sheets() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    second = book.create_sheet("Later")
    for page in (first, second):
        for row in ([TITLE], ["Year", "Offences"], ["2018/19", 12], ["2019/20", 14]):
            page.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("number", [b"NaN", b"1E999", b"-1E999"])
def test_a_number_that_is_none_is_no_value_and_ends_nothing_else(tmp_path, number):
    change = lambda text: text.replace(b"<v>12</v>", b"<v>" + number + b"</v>")  # noqa: E731
    path = tmp_path / "answer.xlsx"
    path.write_bytes(with_part(_two_sheets(), "xl/worksheets/sheet1.xml", change))
    faults: list[SourceError] = []
    assert [f.cell for f in extract(path, faults=faults)] == ["Sheet!B4", "Later!B3", "Later!B4"]
    assert faults == []


def test_an_error_of_the_program_in_finding_tables_ends_only_its_sheet():
    # The number is put in after the door that drops such numbers, so that the error is a real one.
    drawn = [sheet(f"{TITLE}\n | 12 | 13 | 14\nA | 5 | 6 | 7\nB | 8 | 9 | 10", name) for name in ("One", "Two")]
    drawn[0].rows[1][2] = float("nan")
    work = understand(Workbook(drawn), Entry(id="x"), Hints())
    assert {figure.cell.split("!")[0] for figure in work.figures} == {"Two"}
    (fault,) = work.faults("answer.xlsx")
    assert fault.place == "sheet 'One'" and fault.found.startswith("ValueError: cannot convert float NaN")
    assert work.sheets[0].ignored and work.sheets[1].ignored is None


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u200e", "\u00ad", "\u2060", "\u202a"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_characters_that_nobody_sees_are_no_part_of_a_cell(tmp_path, unseen, kind):
    rows = [
        ["Sexual communi" + unseen + "cation with a child, Kent Police, 2018/19"],
        ["Platform", "Offences"],
        ["Snap" + unseen + "chat", "40" + unseen],
        ["Kik", unseen + "35"],
    ]
    path = tmp_path / f"answer.{kind}"
    if kind == "csv":
        path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows), encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)  # type: ignore[union-attr]
        book.save(path)
    found = extract(path)
    assert [(f.surface, f.value, f.platforms) for f in found] == [("40", 40, ("Snapchat",)), ("35", 35, ("Kik",))]
    assert all(figure.review_reasons == () for figure in found)


def test_what_can_be_seen_stays_as_it_is():
    (found,) = read(sheet(f"{TITLE}\nPlatform | 2018/19\nSnapchat – “app” | 1 204")).values()
    assert found.value == 1204 and found.context.startswith("Snapchat – “app”")


def test_a_soft_hyphen_in_a_page(tmp_path):
    page = "<html><table><tr><th>Plat\u00adform<th>2018/19</tr><tr><td>Snap\u00adchat<td>4\u200b0</tr></table></html>"
    (found,) = read_page(tmp_path / "answer.html", page.encode()).sheets
    assert found.rows == [["Platform", "2018/19"], ["Snapchat", "40"]]


def test_a_row_of_an_open_document_that_stands_for_several_shows_its_percentages(tmp_path):
    document = OpenDocumentSpreadsheet()
    table = Table(name="a")

    def row(*cells: tuple[str, object], repeated: int = 1) -> None:
        line = TableRow(numberrowsrepeated=repeated)
        for kind, value in cells:
            cell = TableCell(valuetype=kind, **({} if kind == "string" else {"value": value}))
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)

    row(("string", TITLE))
    row(("string", "Snapchat"), ("string", "2018/19"))
    row(("string", "Share"), ("percentage", 0.37), repeated=2)
    row(("string", "Offences"), ("float", 0.37))
    document.spreadsheet.addElement(table)
    path = tmp_path / "answer.ods"
    document.save(str(path))
    (found,) = open_file(path).sheets
    assert [cells[1] for cells in found.rows[2:]] == [0.37, 0.37, 0.37]
    assert found.find_percentages() == {(2, 1), (3, 1)}  # and not the count below them


RECORDS = """
    Sexual communication with a child, Kent Police, 2018/19
    Crime reference | Date recorded | Platform
    KX1 | @2018-04-03 | Snapchat
    KX2 | @2018-05-14 | Kik
    KX3² | @2018-06-21 | Snapchat
    KX4 | @2018-07-09 | Kik
    KX5 | @2018-08-17 | Snapchat
"""


def test_a_reference_with_a_raised_figure_is_a_reference():
    (found,) = read(sheet(RECORDS)).values()
    assert isinstance(found, Figure) and found.value == 5
    assert found.period_start == dt.date(2018, 4, 1)
