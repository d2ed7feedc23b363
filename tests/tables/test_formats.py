"""The same answer in every format that forces send, and text in the encodings and separators that they use."""

import datetime as dt
import struct
import zipfile

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from figuretrail.entry import Entry
from figuretrail.tables import extract, is_table_page, reread
from figuretrail.tables.files.read import read

KENT = Entry(id="answer", force="Kent", title="Sexual communication with a child")
TITLE = "Sexual communication with a child by platform"
FIGURES = [
    ("B4", "12", 12.0, "offences", "2018-04-01", ("Snapchat",)),
    ("C4", "37.5%", 37.5, "offence_share", "2018-04-01", ("Snapchat",)),
    ("D4", "20", 20.0, "offences", "2019-04-01", ("Snapchat",)),
    ("E4", "<5%", 5.0, "offence_share", "2019-04-01", ("Snapchat",)),
    ("B5", "32", 32.0, "offences", "2018-04-01", ()),
    ("D5", "41", 41.0, "offences", "2019-04-01", ()),
]


def _found(path):
    figures = extract(path, entry=KENT)
    again = reread(path, [figure.cell for figure in figures])
    assert all(again[figure.cell] == figure.surface for figure in figures)
    return [(f.cell.split("!")[1], f.surface, f.value, f.measure, str(f.period_start), f.platforms) for f in figures]


def test_xlsx_with_merged_headers_and_percent_formats(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page.append([TITLE])
    page.append(["Platform", "2018/19", None, "2019/20", None])
    page.append([None, "Number", "Share", "Number", "Share"])
    page.append(["Snapchat", 12, 0.375, 20, "<5%"])
    page.append(["Total", 32, None, 41, None])
    page.merge_cells("A1:E1")
    page.merge_cells("A2:A3")
    page.merge_cells("B2:C2")
    page.merge_cells("D2:E2")
    page["C4"].number_format = "0.0%"
    hidden = book.create_sheet("working")
    hidden.append(["Platform", "2018/19"])
    hidden.append(["Snapchat", 99])
    hidden.sheet_state = "hidden"
    chart = book.create_chartsheet("Chart1")
    assert chart is not None
    path = tmp_path / "answer.xlsx"
    book.save(path)
    assert _found(path) == FIGURES
    assert read(path).sheets[1].hidden


def test_xls_with_merged_headers_and_percent_formats(tmp_path):
    book = xlwt.Workbook()
    page = book.add_sheet("Sheet1")
    page.write(0, 0, TITLE)
    page.write(1, 0, "Platform")
    page.write_merge(1, 1, 1, 2, "2018/19")
    page.write_merge(1, 1, 3, 4, "2019/20")
    for column, text in enumerate(("Number", "Share", "Number", "Share"), start=1):
        page.write(2, column, text)
    percent = xlwt.easyxf(num_format_str="0.0%")
    page.write(3, 0, "Snapchat")
    page.write(3, 1, 12)
    page.write(3, 2, 0.375, percent)
    page.write(3, 3, 20)
    page.write(3, 4, "<5%")
    page.write(4, 0, "Total")
    page.write(4, 1, 32)
    page.write(4, 3, 41)
    path = tmp_path / "answer.xls"
    book.save(str(path))
    assert _found(path) == FIGURES


def _record(kind, body=b""):
    """One record of a binary workbook's part."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(body) & 0x7F | 0x80, len(body) >> 7]) + body


def _wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _binary_workbook(path, rows):
    """An .xlsb with the little that a reader needs; numbers below one are shown as percentages."""
    cells = b""
    for number, row in enumerate(rows):
        cells += _record(0, struct.pack("<I", number) + bytes(13))
        for column, value in enumerate(row):
            head = struct.pack("<2I", column, isinstance(value, float) and value < 1)
            if isinstance(value, str):
                cells += _record(6, head + _wide(value))
            elif value is not None:
                cells += _record(5, head + struct.pack("<d", value))
    sheet = _record(129) + _record(148, struct.pack("<4I", 0, len(rows), 0, 4)) + _record(145) + cells + _record(146)
    styles = _record(615, struct.pack("<I", 1)) + _record(44, struct.pack("<H", 164) + _wide("0.0%")) + _record(616)
    styles += _record(617, struct.pack("<I", 2))
    styles += _record(47, struct.pack("<2H", 0, 0) + bytes(12)) + _record(47, struct.pack("<2H", 0, 164) + bytes(12))
    book = _record(131) + _record(143) + _record(156, bytes(8) + _wide("rId1") + _wide("Sheet1")) + _record(144)
    relation = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    sheets = relation.format("rId1", "worksheet") + 'Target="worksheets/sheet1.bin"/>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "_rels/.rels", links.format(relation.format("rId1", "officeDocument") + 'Target="xl/workbook.bin"/>')
        )
        package.writestr("xl/_rels/workbook.bin.rels", links.format(sheets))
        package.writestr("xl/workbook.bin", book + _record(132))
        package.writestr("xl/worksheets/sheet1.bin", sheet + _record(130))
        package.writestr("xl/styles.bin", styles + _record(618))


def test_xlsb_with_percent_formats(tmp_path):
    path = tmp_path / "answer.xlsb"
    _binary_workbook(path, [[TITLE], ["Platform", "2018/19", "Part"], ["Snapchat", 12.0, 0.375], ["All", 32.0]])
    found = [(row[0], row[1], row[2], row[3]) for row in _found(path)]
    assert found[:2] == [("B3", "12", 12.0, "offences"), ("C3", "37.5%", 37.5, "offence_share")]
    assert read(path).sheets[0].find_percentages() == {(2, 2)}


def test_ods_with_covered_cells_and_percentages(tmp_path):
    document = OpenDocumentSpreadsheet()
    document.automaticstyles.addElement(Style(name="plain", family="table-cell"))
    table = Table(name="Sheet1")

    def cell(value, span=1, percent=False):
        if value is None:
            return TableCell()
        kind = "percentage" if percent else "float" if isinstance(value, int | float) else "string"
        made = TableCell(valuetype=kind, **({"value": value} if kind != "string" else {}), numbercolumnsspanned=span)
        made.addElement(P(text=str(value)))
        return made

    for row in (
        [cell(TITLE)],
        [cell("Platform"), cell("2018/19", 2), CoveredTableCell(), cell("2019/20", 2), CoveredTableCell()],
        [cell(None), *[cell(text) for text in ("Number", "Share", "Number", "Share")]],
        [cell("Snapchat"), cell(12), cell(0.375, percent=True), cell(20), cell("<5%")],
        [cell("Total"), cell(32), cell(None), cell(41)],
    ):
        line = TableRow()
        for made in row:
            line.addElement(made)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    path = tmp_path / "answer.ods"
    document.save(str(path))
    assert _found(path) == FIGURES


ROWS = [
    ["Platform", "2018/19", "2019/20"],
    ["Snapchat – “app”", "1,012", "£"],
    ["Facebook/Messenger", "<5", "20"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "mac_roman"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_delimited_text_of_any_common_kind(tmp_path, encoding, separator):
    lines = [[TITLE], [], *ROWS]
    text = "\r\n".join(separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in lines)
    path = tmp_path / ("answer.tsv" if separator == "\t" else "answer.csv")
    path.write_bytes(text.encode(encoding))
    found = {f.cell: (f.value, f.platforms) for f in extract(path, entry=KENT)}
    assert found == {
        "csv!B4": (1012.0, ("Snapchat",)),
        "csv!B5": (5.0, ("Facebook", "Facebook Messenger")),
        "csv!C5": (20.0, ("Facebook", "Facebook Messenger")),
    }
    assert read(path).sheets[0].rows[3][0] == "Snapchat – “app”"


def test_separator_line_and_quoted_line_breaks(tmp_path):
    path = tmp_path / "answer.csv"
    path.write_text(f'sep=;\n{TITLE};;\n"Financial\nyear";"Offences\nrecorded"\n2018/19;12\n', encoding="utf-8")
    assert [(f.cell, f.value) for f in extract(path, entry=KENT)] == [("csv!B4", 12.0)]


PAGE = f"""<html><head><title>FOI</title></head><body><nav><table><tr><td>1</td></tr></table></nav>
<h1>Disclosure 12/19</h1><p>{TITLE}, Kent Police.</p>
<table><tr><th rowspan=2>Platform</th><th colspan=2>Offences</th></tr>
<tr><th>2018/19</th><th>2019/20<sup>1</sup></th></tr>
<tr><td>Snapchat</td><td>12</td><td>20</td></tr>
<tr><td>Total</td><td>1,032</td><td>41<sup>2</sup></td></tr></table>
<p>1 Provisional.</p></body></html>"""


def test_a_page_with_a_table(tmp_path):
    path = tmp_path / "answer.html"
    path.write_text(PAGE, encoding="utf-8")
    assert is_table_page(path)
    found = [(f.cell, f.value, f.platforms, f.period_start) for f in extract(path, entry=Entry(id="page"))]
    assert found == [
        ("html!B3", 12.0, ("Snapchat",), dt.date(2018, 4, 1)),
        ("html!C3", 20.0, ("Snapchat",), dt.date(2019, 4, 1)),
        ("html!B4", 1032.0, (), dt.date(2018, 4, 1)),
        ("html!C4", 41.0, (), dt.date(2019, 4, 1)),
    ]
    assert extract(path)[0].geography == "Kent"


def test_a_spreadsheet_of_formats_and_real_dates(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page.append([f"{TITLE}: all"])
    page.append(["Month", "Offences"])
    page.append([dt.date(2019, 4, 1), 3])
    page.append([dt.date(2019, 5, 1), 0])
    page["A3"].number_format = page["A4"].number_format = "mmm-yy"
    page["B4"].number_format = '0;-0;"-"'
    path = tmp_path / "months.xlsx"
    book.save(path)
    found = [(f.value, f.status, f.period_start, f.period_end) for f in extract(path, entry=KENT)]
    assert found == [
        (3.0, "reported", dt.date(2019, 4, 1), dt.date(2019, 4, 30)),
        (0.0, "reported", dt.date(2019, 5, 1), dt.date(2019, 5, 31)),
    ]


def test_a_key_below_a_pages_table(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<h2>Sexual communication with a child</h2><table><tr><th>Year<th>Offences<tr><td>2020<td>&ndash;"
        "<tr><td>2021<td>(57)</table><p>&ndash; means nil. Numbers in brackets are provisional.</p>",
        encoding="utf-8",
    )
    assert [(figure.value, figure.status) for figure in extract(path, entry=KENT)] == [
        (0.0, "reported"),
        (57.0, "reported"),
    ]


def test_a_page_with_a_template_and_an_effort_table_is_read_as_tables(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<p>Please complete this for sexual communication with a child</p>"
        "<table><tr><th>Year<th>Snapchat<tr><td>2020<td><tr><td>2021<td></table>"
        "<table><tr><th>Step<th>Records to read<th>Hours<tr><td>Victim statement<td>540<td>36</table>",
        encoding="utf-8",
    )
    assert is_table_page(path)
    assert extract(path, entry=KENT) == []
