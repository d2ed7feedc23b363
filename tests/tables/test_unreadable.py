"""Files that can't or shouldn't be read: one error each, that says what was found and what to do."""

import datetime as dt
import io
import os
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from figuretrail.entry import Entry
from figuretrail.errors import SourceError
from figuretrail.tables import extract, is_table_page
from figuretrail.tables.chain import understand
from figuretrail.tables.explain import as_text
from figuretrail.tables.files.grid import Sheet, Workbook
from figuretrail.tables.layout.hints import Hints
from tests.tables.drawing import with_part

WILD = Path(os.environ.get("FIGURETRAIL_WILD", Path(__file__).parents[3] / "shared" / "corpus" / "wild"))


def _workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


PLAIN = _workbook(["Sexual communication with a child"], ["Year", "Offences"], ["2018/19", 5])
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BOMB = with_part(PLAIN, SHEET, lambda text: text.replace(b"</sheetData>", b" " * 30_000_000 + b"</sheetData>"))
FAR = with_part(
    PLAIN,
    SHEET,
    lambda text: text.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
)

UNREADABLE = {
    "empty.xlsx": (b"", "an empty file"),
    "zeros.xls": (b"\0" * 600, "an empty file"),
    "page.xls": (b"<html><table><tr><td>5</td></tr></table></html>", "a web page"),
    "page.csv": (b"<!DOCTYPE html><html><body>Not found</body></html>", "a web page"),
    "letter.xlsx": (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    "letter.csv": (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    "text.xls": (b"Year,Offences\n2018/19,5\n", "plain text"),
    "noise.xlsx": (bytes(range(256)) * 40, "bytes of an unknown kind"),
    "cut.xlsx": (PLAIN[: len(PLAIN) // 2], "a damaged workbook"),
    "word.xlsx": (with_part(PLAIN, "none", None).replace(b"none", b"none"), None),
    "laughs.xlsx": (with_part(PLAIN, SHEET, lambda text: LAUGHS + text), "XML that declares entities"),
    "bomb.xlsx": (BOMB, "a part that unpacks to"),
    "far.xlsx": (FAR, "a sheet of 1,048,576 rows"),
    "locked.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "an encrypted workbook",
    ),
    "package.csv": (PLAIN, "a spreadsheet"),
}
UNREADABLE.pop("word.xlsx")


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable_files_say_what_is_wrong(tmp_path, name):
    data, found = UNREADABLE[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        extract(path)
    error = caught.value
    assert error.found.startswith(found)
    assert error.file == str(path)
    assert error.expected and error.remedy


def test_a_word_document_under_a_workbooks_name(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    (tmp_path / "answer.xlsx").write_bytes(stream.getvalue())
    with pytest.raises(SourceError, match="a Word document"):
        extract(tmp_path / "answer.xlsx")


def test_a_missing_file(tmp_path):
    with pytest.raises(SourceError, match="No such file"):
        extract(tmp_path / "gone.xlsx")


def test_an_ods_cell_repeated_without_end(tmp_path):
    cells = (
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", cells)
    (tmp_path / "long.ods").write_bytes(stream.getvalue())
    with pytest.raises(SourceError, match="repeated thousands of times"):
        extract(tmp_path / "long.ods")


def test_formulas_are_not_evaluated_and_links_not_followed(tmp_path):
    path = tmp_path / "formula.xlsx"
    path.write_bytes(
        _workbook(
            ["Sexual communication with a child, Kent Police"],
            ["Year", "Offences", "Elsewhere"],
            ["2018/19", 5, '=HYPERLINK("http://127.0.0.1:9/x")'],
            ["2019/20", "=1+1", '=WEBSERVICE("http://127.0.0.1:9/y")'],
        )
    )
    assert [(figure.cell, figure.value) for figure in extract(path)] == [("Sheet!B3", 5.0)]


def test_one_bad_sheet_name_in_a_hint(tmp_path):
    path = tmp_path / "answer.xlsx"
    path.write_bytes(PLAIN)
    with pytest.raises(SourceError, match="the sheet 'Data'"):
        extract(path, entry=Entry(id="x", hints={"sheets": ["Data"]}))


@pytest.mark.skipif(not WILD.is_dir(), reason="other people's workbooks are not beside this checkout")
def test_other_peoples_workbooks():
    for path in sorted(WILD.iterdir()):
        started = time.perf_counter()
        figures = extract(path)
        assert time.perf_counter() - started < 20, path.name
        ours = [f for f in figures if f.offence == "sexual_communication_with_a_child"]
        assert not ours, (path.name, [(f.cell, f.context) for f in ours[:3]])


CELLS = st.one_of(
    st.just(""),
    st.integers(-5, 3000).map(float),
    st.sampled_from(
        [
            "2017/18",
            "2018/19",
            "Q1",
            "April",
            "Snapchat",
            "Kent",
            "Total",
            "*",
            "<5",
            "-",
            "12-15",
            "Girls",
            "% of all",
            "Offences",
            "Sexual communication with a child",
            "(1) 2018 only",
            "Example",
            "unknown",
            "West Midlands",
        ]
    ),
    st.text(max_size=12),
    st.dates(),
)


@settings(max_examples=150)
@example([["0\x1f"]])
@given(st.lists(st.lists(CELLS, max_size=7), max_size=12))
def test_no_grid_of_cells_breaks_the_reader(rows):
    entry = Entry(id="x", title="Sexual communication with a child", force="Kent")
    figures = understand(Workbook([Sheet("s", rows)]), entry, Hints(), fully=True).figures
    for figure in figures:
        assert figure.value is not None or figure.status != "reported"
        assert figure.period_start is None or figure.period_end is None or figure.period_start <= figure.period_end


@settings(max_examples=60, deadline=2000)
@given(st.text(alphabet="0123456789/-–. ()[]{}ABCQapril", max_size=400))
def test_no_long_label_takes_long(text):
    understand(
        Workbook([Sheet("s", [[text, 1.0], ["Sexual communication with a child", 2.0]])]), Entry(id="x"), Hints()
    )


def test_pages_that_are_no_answers(tmp_path):
    news = tmp_path / "news.html"
    news.write_text("<html><body><p>" + "Grooming crimes rose. " * 300 + "</p></body></html>", encoding="utf-8")
    assert not is_table_page(news)
    assert not is_table_page(tmp_path / "gone.html")


def test_an_error_of_the_program_ends_only_the_table_in_which_it_happened(tmp_path: Path) -> None:
    # The month after the last one that a date can name is asked for: the error is real, and lies in one of two tables.
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Answer"
    for row in (
        ["Sexual communication with a child, offences by year"],
        ["Force", "2017/18", "2018/19"],
        ["Kent", 11, 12],
        ["Surrey", 13, 14],
        [],
        ["Sexual communication with a child, offences by month"],
        ["Force", dt.datetime(2019, 1, 1), dt.datetime(9999, 12, 1)],
        ["Kent", 5, 6],
        ["Surrey", 7, 8],
    ):
        sheet.append(row)
    path = tmp_path / "answer.xlsx"
    book.save(path)
    faults: list[SourceError] = []
    figures = extract(path, faults=faults)
    assert [figure.cell for figure in figures] == ["Answer!B3", "Answer!C3", "Answer!B4", "Answer!C4"]
    (fault,) = faults
    assert (fault.file, fault.place) == (str(path), "sheet 'Answer', the table at A7:C9")
    assert fault.found.startswith("ValueError: year 10000 is out of range (timespan.py, line ")
    with pytest.raises(SourceError, match="the table at A7:C9"):  # a caller that takes no faults must not lose them
        extract(path)
    explained = as_text(path, Entry(id="answer"))
    assert "4 figures" in explained and "an error of the program: ValueError" in explained
