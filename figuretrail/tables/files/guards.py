"""Checks before a file is opened: size, what it really is, how much it would unpack to, what its XML declares.

What belongs here: refusing what can't or shouldn't be read, with an error that says what to do.
What does not: reading.
"""

import os
import re
import zipfile
from pathlib import Path

from figuretrail.errors import SourceError
from figuretrail.tables.files.package import Package

MOST_BYTES = 60_000_000
MOST_UNPACKED = 500_000_000
MOST_RATIO = 400  # of a part's unpacked to its packed size, for parts above a megabyte
MOST_PARTS = 5_000
MOST_SHEETS = 500
MOST_CELLS = 8_000_000
MOST_SPREAD = 40_000_000  # cells between the first and the last one that is filled

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def load(path: Path) -> bytes:
    """The file's bytes. Raises SourceError where there are none, or too many."""
    try:
        with path.open("rb", buffering=0) as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > MOST_BYTES:
                raise too_large(path, f"{size:,} bytes", f"at most {MOST_BYTES:,}")
            data = stream.read()
    except OSError as error:
        raise SourceError(
            path,
            "",
            found=error.strerror or "an unreadable file",
            expected="a file",
            remedy="check the name and the rights",
        ) from None
    if not data.lstrip(b"\0 \r\n\t"):
        raise SourceError(path, "", found="an empty file", expected="a workbook", remedy="fetch the original again")
    return data


def too_large(path: Path, found: str, expected: str) -> SourceError:
    """The error for a file beyond a limit."""
    return SourceError(
        path, "", found=found, expected=expected, remedy="keep only the sheets and rows that answer the request"
    )


def encrypted(path: Path) -> SourceError:
    """The error for a workbook that asks for a password."""
    return SourceError(
        path,
        "",
        found="an encrypted workbook",
        expected="one that opens without a password",
        remedy="save a copy without a password, or ask the publisher for one",
    )


def broken(path: Path, reason: str) -> SourceError:
    """The error for a damaged file."""
    return SourceError(
        path,
        "",
        found=f"a damaged workbook ({reason[:200]})",
        expected=f"a readable {path.suffix.lower()} file",
        remedy="fetch the original again, or open it in a spreadsheet program and save it anew",
    )


def check_spreadsheet(path: Path, data: bytes) -> Package | None:
    """Refuse bytes that are no spreadsheet, or one that is unsafe to unpack. Raises SourceError.

    Returns the package of a zipped workbook, opened.
    """
    suffix = path.suffix.lower()
    if data[:8] == _OLE:
        if suffix != ".xls" or _contains_utf16(data, "EncryptedPackage"):
            if _contains_utf16(data, "EncryptedPackage"):
                raise encrypted(path)
            if _contains_utf16(data, "WordDocument"):
                raise _wrong(path, "a Word document", "save its table as a workbook, or its text as .txt")
        elif (
            _contains_utf16(data, "WordDocument")
            and not _contains_utf16(data, "Book\0")
            and not _contains_utf16(data, "Workbook\0")
        ):
            raise _wrong(path, "a Word document", "save its table as a workbook, or its text as .txt")
        return None
    if data[:4] == b"PK\x03\x04" or data[:4] == b"PK\x05\x06":
        return _check_package(path, data)
    head = data[:2048].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if data[:5] == b"%PDF-":
        raise _wrong(path, "a PDF", "save its table as a workbook, or its text as .txt")
    if (
        head.startswith((b"<!doctype html", b"<html", b"<head", b"<table", b"<meta", b"<body", b"<div"))
        or b"<table" in head
    ):
        raise _wrong(path, "a web page", f"save it again from a spreadsheet program, or name it {path.stem}.html")
    if head.startswith((b"<?xml", b"<")):
        raise _wrong(path, "an XML file", "open it in a spreadsheet program and save it as .xlsx")
    if suffix == ".xls" and data[:2] in (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08"):
        return None  # a workbook older than the container format
    if head.startswith(b"{\\rtf"):
        raise _wrong(path, "a rich text file", "save its table as a workbook, or its text as .txt")
    if b"\0" not in data[:4096]:
        raise _wrong(path, "plain text", f"name it {path.stem}.csv if it is a table with separators")
    raise _wrong(path, "bytes of an unknown kind", "fetch the original again")


def _wrong(path: Path, found: str, remedy: str) -> SourceError:
    return SourceError(
        path, "", found=found, expected=f"a spreadsheet, as the name's {path.suffix.lower()} says", remedy=remedy
    )


def _contains_utf16(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def _check_package(path: Path, data: bytes) -> Package:
    try:
        package = Package(data)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise broken(path, str(error)) from None
    parts = package.parts.values()
    if len(parts) > MOST_PARTS:
        raise too_large(path, f"{len(parts):,} parts", f"at most {MOST_PARTS:,}")
    unpacked = sum([part.file_size for part in parts])
    if unpacked > MOST_UNPACKED:
        raise too_large(path, f"{unpacked:,} bytes when unpacked", f"at most {MOST_UNPACKED:,}")
    for part in parts:
        if part.file_size > 1_000_000 and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise too_large(
                path,
                f"a part that unpacks to {part.file_size // max(part.compress_size, 1)} times its size",
                f"at most {MOST_RATIO} times",
            )
        if part.flag_bits & 1:
            raise encrypted(path)
    if "word/document.xml" in package.parts:
        raise _wrong(path, "a Word document", "save its table as a workbook, or its text as .txt")
    sheets = [name for name in package.parts if _is_sheet(name)]
    if not sheets:
        raise _wrong(path, "a zip archive without sheets", "unpack it and read the workbook inside")
    for name in sheets:
        _check_sheet(path, name, _part(path, package, name))
    if "META-INF/manifest.xml" in package.parts and b"encryption-data" in _part(path, package, "META-INF/manifest.xml"):
        raise encrypted(path)
    if "xl/sharedStrings.xml" in package.parts:
        _check_declarations(path, "xl/sharedStrings.xml", _part(path, package, "xl/sharedStrings.xml", 65536))
    return package


def _part(path: Path, package: Package, name: str, most: int | None = None) -> bytes:
    try:
        return package.read(name, most)
    except Exception as error:  # zlib.error, BadZipFile, EOFError ... have no common base
        raise broken(path, str(error)) from None


def _is_sheet(name: str) -> bool:
    return (
        name == "content.xml"
        or (name.startswith("xl/worksheets/sheet") and name.endswith((".xml", ".bin")))
        or (name.startswith("xl/worksheets/") and name.endswith(".xml") and "/_rels/" not in name)
    )


def _check_declarations(path: Path, part: str, text: bytes) -> None:
    if text.find(b"<!ENTITY", 0, 65536) >= 0 or text.find(b"<!DOCTYPE", 0, 4096) >= 0:
        raise SourceError(
            path,
            part,
            found="XML that declares entities",
            expected="plain sheet data",
            remedy="open it in a spreadsheet program and save it anew; a file made to exhaust memory looks like this",
        )


_WIDEST = 16_384  # columns that a sheet can have; those up to ZZ are 702
_FAR_COLUMN = re.compile(rb'r="[A-Z]{3}\d')  # found at once; whether it is a cell's is seen when columns are counted
_ODS_REPEAT = re.compile(
    rb'<table:table-cell\b(?=[^>]*office:value-type)[^>]*table:number-columns-repeated="(\d{4,})"'
    rb'|<table:table-row\b[^>]*table:number-rows-repeated="(\d{5,})"[^>]*>\s*(?:<table:table-cell[^>]*/>\s*)?<table:table-cell[^>]*office:value-type'
)


def _check_sheet(path: Path, part: str, text: bytes) -> None:
    """Refuse sheets whose filled corner cells lie so far apart that the grid between them would exhaust memory."""
    if part.endswith(".bin"):
        return
    _check_declarations(path, part, text)
    if part == "content.xml":
        if b"-repeated=" in text and _ODS_REPEAT.search(text):
            raise too_large(path, "a filled cell repeated thousands of times", "cells written out")
        return
    last = text.rfind(b"<row ")
    row = re.search(rb'\br="(\d+)"', text[last : last + 300]) if last >= 0 else None
    rows = int(row[1]) if row else 0
    if rows * _WIDEST <= MOST_SPREAD:
        return
    if rows * 702 > MOST_SPREAD or _FAR_COLUMN.search(text):
        width = max((_column_number(m) for m in set(_COLUMNS.findall(text))), default=0)
        if rows * width > MOST_SPREAD:
            raise too_large(
                path,
                f"a sheet of {rows:,} rows by {width:,} columns",
                f"at most {MOST_SPREAD:,} cells between the first and the last",
            )


_COLUMNS = re.compile(rb'<(?:\w+:)?c\s[^>]{0,40}?\br="([A-Z]{1,3})\d')


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
