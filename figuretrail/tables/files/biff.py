"""Which cells of an old binary workbook (.xls) are shown as a percentage: formats that the reading library leaves out.

What belongs here: the few records of the file that say so. What does not: values, and the zipped formats (`formats`).
"""

import struct
from collections.abc import Iterator

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END_OF_CHAIN = 0xFFFFFFFA  # and all above: no sector follows
_BIFF8 = 0x0600
_BOF, _EOF, _SHEET, _FORMAT, _STYLE = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
_NUMBER, _RK, _FORMULA, _RUN_OF_RK = 0x0203, 0x027E, 0x0006, 0x00BD
_PERCENT_BUILT_IN = {9, 10}


def percent_cells(data: bytes) -> dict[str, set[tuple[int, int]]] | None:
    """For each sheet the cells (row and column from 0) whose format is a percentage; None where bytes don't tell."""
    if not data.startswith(_OLE):
        return None
    try:
        stream = _workbook_stream(data)
        return None if stream is None else _cells_by_sheet(stream)
    except (struct.error, IndexError, ValueError):
        return None


def _workbook_stream(data: bytes) -> bytes | None:
    """The stream "Workbook" (or "Book") of a compound file."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    small = 1 << struct.unpack_from("<H", data, 32)[0]
    directory, _, cutoff, small_table = struct.unpack_from("<4I", data, 48)
    table = _allocation(data, size)
    entries = _chain(data, table, directory, size, 512)
    root = b""
    for place in range(0, len(entries) - 127, 128):
        length = struct.unpack_from("<H", entries, place + 64)[0]
        name = entries[place : place + max(length - 2, 0)].decode("utf-16-le", "replace")
        start, total = struct.unpack_from("<2I", entries, place + 116)
        if place == 0:
            root = _chain(data, table, start, size, 512)
        elif name in ("Workbook", "Book"):
            if total >= cutoff:
                return _chain(data, table, start, size, 512)[:total]
            numbers = _chain(data, table, small_table, size, 512)
            follows = struct.unpack(f"<{len(numbers) // 4}I", numbers)
            return _chain(root, follows, start, small, 0)[:total]
    return None


def _allocation(data: bytes, size: int) -> tuple[int, ...]:
    """The table that says for each sector which one follows it."""
    sectors = [number for number in struct.unpack_from("<109I", data, 76) if number < _END_OF_CHAIN]
    more = struct.unpack_from("<I", data, 68)[0]
    while more < _END_OF_CHAIN and len(sectors) < len(data) // size:
        *found, more = struct.unpack_from(f"<{size // 4}I", data, 512 + more * size)
        sectors += [number for number in found if number < _END_OF_CHAIN]
    parts = [data[512 + number * size : 512 + (number + 1) * size] for number in sectors]
    joined = b"".join(parts)
    return struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4])


def _chain(data: bytes, follows: tuple[int, ...], sector: int, size: int, head: int) -> bytes:
    """The bytes of sectors that follow each other; a chain that runs in a ring is cut at the file's length."""
    parts: list[bytes] = []
    while sector < _END_OF_CHAIN and len(parts) <= len(data) // size:
        parts.append(data[head + sector * size : head + (sector + 1) * size])
        sector = follows[sector]
    return b"".join(parts)


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place up to the end of their part of the stream."""
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, place)
        yield kind, stream[place + 4 : place + 4 + length]
        if kind == _EOF:
            return
        place += 4 + length


def _cells_by_sheet(stream: bytes) -> dict[str, set[tuple[int, int]]]:
    unicode = True
    percent_formats = set(_PERCENT_BUILT_IN)
    styles: list[bool] = []
    sheets: dict[str, int] = {}
    for kind, body in _records(stream, 0):
        if kind == _BOF:
            unicode = struct.unpack_from("<H", body)[0] == _BIFF8
        elif kind == _FORMAT and "%" in _text(body[2:], unicode, wide_length=unicode):
            percent_formats.add(struct.unpack_from("<H", body)[0])
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", body, 2)[0] in percent_formats)
        elif kind == _SHEET:
            sheets[_text(body[6:], unicode)] = struct.unpack_from("<I", body)[0]
    if not any(styles):
        return {name: set() for name in sheets}
    return {name: set(_percent_cells(stream, place, styles)) for name, place in sheets.items()}


def _text(body: bytes, unicode: bool, *, wide_length: bool = False) -> str:
    """A string with its length before it, in the older or the newer spelling."""
    length, body = (struct.unpack_from("<H", body)[0], body[2:]) if wide_length else (body[0], body[1:])
    if not unicode:
        return body[:length].decode("cp1252", "replace")
    wide = body[0] & 1
    return body[1 : 1 + length * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _percent_cells(stream: bytes, place: int, styles: list[bool]) -> Iterator[tuple[int, int]]:
    for kind, body in _records(stream, place):
        if kind in (_NUMBER, _RK, _FORMULA):
            row, column, style = struct.unpack_from("<3H", body)
            if styles[style]:
                yield row, column
        elif kind == _RUN_OF_RK:
            row, first = struct.unpack_from("<2H", body)
            for offset in range((len(body) - 6) // 6):
                if styles[struct.unpack_from("<H", body, 4 + offset * 6)[0]]:
                    yield row, first + offset
