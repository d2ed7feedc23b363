"""What several tests of workbooks share."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from figuretrail.figure import Figure
from figuretrail.tables import extract


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """Writes rows into a workbook and gives its figures by cell."""

    def reader(*rows: list[object]) -> dict[str, Figure]:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "Data"
        for row in rows:
            sheet.append(row)
        path = tmp_path / "answer.xlsx"
        book.save(path)
        return {(figure.cell or "").split("!")[1]: figure for figure in extract(path)}

    return reader
