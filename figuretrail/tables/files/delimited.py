"""Delimited text: encoding and separator found from the bytes, rows as a CSV reader gives them.

What belongs here: .csv and .tsv. What does not: what the cells mean.
"""

import csv
import io
import re
from pathlib import Path

from figuretrail.errors import SourceError
from figuretrail.invisible import without_invisible
from figuretrail.tables.files import guards
from figuretrail.tables.files.grid import Scalar, Sheet, Workbook

SHEET = "csv"  # the sheet's name in a cell address, whatever the separator
_SEPARATORS = ",;\t|"


def read_delimited(path: Path, data: bytes) -> Workbook:
    """The one sheet of a delimited file. Raises SourceError where the bytes are no text."""
    text = without_invisible(decode(path, data))
    separator = _separator(text)
    csv.field_size_limit(10_000_000)
    rows: list[list[Scalar]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            cells += len(row)
            if cells > guards.MOST_CELLS:
                raise guards.too_large(path, f"more than {guards.MOST_CELLS:,} cells", f"at most {guards.MOST_CELLS:,}")
            rows.append([_number(value) for value in row])
    except csv.Error as error:
        raise guards.broken(path, str(error)) from None
    if rows and len(rows[0]) == 1 and isinstance(rows[0][0], str) and re.fullmatch(r"sep=.", rows[0][0]):
        rows[0] = []
    return Workbook([Sheet(SHEET, rows)])


_PLAIN = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d+)?")


def _number(text: str) -> Scalar:
    """Plain digits as a number, so that they are treated as a spreadsheet's; everything else stays as written."""
    if text and (text[0].isdigit() or text[0] == "-") and _PLAIN.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def decode(path: Path, data: bytes) -> str:
    """The file's text, from UTF-8, UTF-16, Windows or Mac bytes."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    head = data[:4000]
    zeros = head.count(0)
    if zeros:
        if zeros > len(head) // 4:
            order = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
            return data.decode(order, errors="replace")
        if data[:4] == b"PK\x03\x04" or data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            raise _not_text(path, "a spreadsheet", "give it the suffix of its own format (.xlsx, .xls, .ods)")
        raise _not_text(path, "binary data", "fetch the original again")
    for magic, found in ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "a zip package"), (b"{\\rtf", "a rich text file")):
        if data.startswith(magic):
            raise _not_text(path, found, "give it the suffix of its own format, or save its table as a workbook")
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        raise _not_text(path, "a web page", f"name it {path.stem}.html, or download the file behind the page")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return eight_bit(data)


def _not_text(path: Path, found: str, remedy: str) -> SourceError:
    return SourceError(path, "", found=found, expected="text with separators, as the name says", remedy=remedy)


def eight_bit(data: bytes) -> str:
    """Windows-1252, unless the bytes outside of ASCII read better as Mac Roman or DOS text."""
    likely = set("–—‘’“”£€…†‡•·½¼éèáíóúôâêçñöüäß °²³¹\xa0")
    sample = bytes(byte for byte in data[:200_000] if byte > 127)
    best, best_score = "cp1252", -1.0
    for encoding in ("cp1252", "mac_roman", "cp850"):
        text = sample.decode(encoding, errors="replace")
        score = sum(character in likely for character in text) - 5 * text.count("\ufffd")
        if score > best_score:
            best, best_score = encoding, score
    return data.decode(best, errors="replace")


def _separator(text: str) -> str:
    """The separator that cuts most rows into the same number of cells."""
    declared = re.match(r"\s*sep=(.)\r?\n", text)
    if declared:
        return declared[1]
    sample = text[:60_000]
    best, best_score = ",", 0.0
    for separator in _SEPARATORS:
        if separator not in sample:
            continue
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator)]
        except csv.Error:
            continue
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        common = max(set(wide), key=wide.count)
        score = wide.count(common) * min(common, 6)
        if score > best_score:
            best, best_score = separator, score
    return best
