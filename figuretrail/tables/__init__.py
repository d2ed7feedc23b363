"""Workbook -> figures: read, regions, headers, cells."""

from pathlib import Path

from figuretrail.entry import Entry
from figuretrail.figure import Figure


def is_table_page(path: Path) -> bool:
    """placeholder"""
    return False


def extract(path: Path, *, entry: Entry | None = None) -> list[Figure]:
    """placeholder"""
    raise NotImplementedError
