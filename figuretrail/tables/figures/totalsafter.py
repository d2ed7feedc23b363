"""Totals that are named after their number, among the remarks: " | 382 | total" below "2023 | 69 | provisional".

What belongs here: rows without a label whose remark is the name of a total. What does not: lists whose numbers all come
first (`beside`), and last rows that nothing names (`accounts`).
"""

from figuretrail.tables.figures.rowlabels import RowLabels
from figuretrail.tables.files.grid import Sheet, cell_at
from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.layout.parts import Column

LONGEST = 20  # characters; what is longer says something of the total rather than naming it


def with_totals_after(rows: dict[int, RowLabels], columns: list[Column], sheet: Sheet) -> dict[int, RowLabels]:
    """The labels of the rows, where one that has none takes the total that its remark names."""
    unnamed = [row for row, labels in rows.items() if not labels]
    remarks = [column.index for column in columns if column.part == "note"] if unnamed else []
    if not remarks or len(unnamed) == len(rows):
        return rows  # as nearly all tables
    return {**rows, **{row: ((label, None),) for row in unnamed if (label := _total(sheet, row, remarks)) is not None}}


def _total(sheet: Sheet, row: int, remarks: list[int]) -> Label | None:
    """The total that one of a row's remarks names, and nothing else."""
    texts = [value for index in remarks if isinstance(value := cell_at(sheet, row, index), str) and value]
    labels = [read_label(text) for text in texts if len(text) <= LONGEST]
    return next((label for label in labels if label.total and label.understood and not label.roles), None)
