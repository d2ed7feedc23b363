"""Which cells of a binary workbook in a package (.xlsb) are shown as a percentage.

What belongs here: the few records of its parts that say so. What does not: values, and the other formats (`formats`,
`biff`).
"""

import re
import struct
from collections.abc import Iterator

from figuretrail.tables.files.package import Package

_ROW, _FIRST_CELL, _LAST_CELL = 0, 1, 11
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END, _SHEET = 44, 47, 617, 618, 156
_PERCENT_BUILT_IN = {9, 10}
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ID, _TARGET = re.compile(rb'\bId="([^"]*)"'), re.compile(rb'\bTarget="/?(?:xl/)?([^"]*)"')


def percent_cells(package: Package) -> dict[str, set[tuple[int, int]]]:
    """For each sheet the cells (row and column from 0) whose format is a percentage. Raises ValueError, KeyError."""
    try:
        styles = _percent_styles(package.read("xl/styles.bin")) if "xl/styles.bin" in package.parts else []
        paths = _paths(package)
        if not any(styles):
            return {name: set() for name in paths}
        return {name: set(_cells(package.read(path), styles)) for name, path in paths.items()}
    except (struct.error, IndexError) as error:
        raise ValueError(str(error)) from None


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part: a kind of one or two bytes, a length of one to four, each with seven bits, and a body."""
    place = 0
    while place < len(part):
        kind = part[place]
        place += 1
        if kind & 0x80:
            kind, place = (kind & 0x7F) | (part[place] << 7), place + 1
        length = shift = 0
        for _ in range(4):
            byte = part[place]
            length, shift, place = length | (byte & 0x7F) << shift, shift + 7, place + 1
            if not byte & 0x80:
                break
        yield kind, part[place : place + length]
        place += length


def _text(body: bytes, place: int) -> tuple[str, int]:
    """A string with its length before it, and the place behind it."""
    end = place + 4 + 2 * struct.unpack_from("<I", body, place)[0]
    return body[place + 4 : end].decode("utf-16-le", "replace"), end


def _percent_styles(part: bytes) -> list[bool]:
    formats = set(_PERCENT_BUILT_IN)
    styles: list[bool] = []
    inside = False  # of the styles of cells; those of named styles come before them
    for kind, body in _records(part):
        if kind == _FORMAT and "%" in _text(body, 2)[0]:
            formats.add(struct.unpack_from("<H", body)[0])
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            inside = kind == _STYLES_BEGIN
        elif kind == _STYLE and inside:
            styles.append(struct.unpack_from("<H", body, 2)[0] in formats)
    return styles


def _paths(package: Package) -> dict[str, str]:
    """For each sheet's name the part that holds it."""
    targets = {}
    for relation in _RELATION.findall(package.read("xl/_rels/workbook.bin.rels")):
        identity, target = _ID.search(relation), _TARGET.search(relation)
        if identity and target:
            targets[identity[1].decode()] = "xl/" + target[1].decode()
    paths = {}
    for kind, body in _records(package.read("xl/workbook.bin")):
        if kind == _SHEET:
            link, place = _text(body, 8)
            paths[_text(body, place)[0]] = targets.get(link, "")
    return paths


def _cells(part: bytes, styles: list[bool]) -> Iterator[tuple[int, int]]:
    row = 0
    for kind, body in _records(part):
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0]
        elif _FIRST_CELL <= kind <= _LAST_CELL:
            column, style = struct.unpack_from("<2I", body)
            if styles[style & 0xFFFFFF]:
                yield row, column
