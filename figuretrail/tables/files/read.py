"""Open a file and give its sheets: xlsx, xlsm, xls, xlsb, ods, delimited text, tables of a page.

What belongs here: the door to every format, and the error that says why a file can't be read.
What does not: the checks of a package before it is opened (`guards`), number formats (`formats`).
"""

import functools
from pathlib import Path
from typing import Any

from figuretrail.errors import SourceError
from figuretrail.tables.files import formats, guards
from figuretrail.tables.files.delimited import read_delimited
from figuretrail.tables.files.grid import Scalar, Sheet, Workbook
from figuretrail.tables.files.pages import read_page


def read(path: Path) -> Workbook:
    """The workbook of a file. Raises SourceError where it can't be read, or is no workbook, or is too large."""
    suffix = path.suffix.lower()
    data = guards.load(path)
    if suffix in (".csv", ".tsv"):
        return read_delimited(path, data)
    if suffix in (".html", ".htm"):
        return read_page(path, data)
    package = guards.check_spreadsheet(path, data)
    return _spreadsheet(path, data, formats.Formats(data, package))


def _spreadsheet(path: Path, data: bytes, number_formats: formats.Formats) -> Workbook:
    from io import BytesIO

    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        metadata = book.sheets_metadata
        if len(metadata) > guards.MOST_SHEETS:
            raise guards.too_large(path, f"{len(metadata)} sheets", f"at most {guards.MOST_SHEETS}")
        wanted = [meta for meta in metadata if meta.typ == SheetTypeEnum.WorkSheet]
        sheets = []
        cells = 0
        for meta in wanted:
            hidden = meta.visible != SheetVisibleEnum.Visible
            sheet = _sheet(book, meta.name, number_formats, hidden=hidden)
            cells += sum(map(len, sheet.rows))
            if cells > guards.MOST_CELLS:
                raise guards.too_large(path, f"more than {guards.MOST_CELLS:,} cells", f"at most {guards.MOST_CELLS:,}")
            sheets.append(sheet)
    except PasswordError:
        raise guards.encrypted(path) from None
    except SourceError:
        raise
    except (CalamineError, OSError, ValueError) as error:
        raise guards.broken(path, str(error)) from None
    except BaseException as error:
        # A Rust panic arrives as an exception outside of Exception; it means a damaged file, not a stop of the program.
        if type(error).__name__ == "PanicException":
            raise guards.broken(path, "a file that its library gave up on") from None
        raise
    return Workbook(sheets)


def _sheet(book: Any, name: str, number_formats: formats.Formats, *, hidden: bool) -> Sheet:
    source = book.get_sheet_by_name(name)
    rows: list[list[Scalar]] = source.to_python(skip_empty_area=False)
    try:
        ranges = source.merged_cell_ranges or []
    except (AttributeError, ValueError):
        ranges = []
    merged = tuple((top, left, bottom, right) for (top, left), (bottom, right) in ranges)
    return Sheet(name, rows, merged, hidden, find_percentages=functools.partial(number_formats.percentages, name))
