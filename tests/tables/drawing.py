"""Sheets drawn as text, and what is expected of their cells in a line each."""

import dataclasses
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from figuretrail.entry import Entry
from figuretrail.figure import Figure
from figuretrail.tables.chain import understand
from figuretrail.tables.files.grid import Scalar, Sheet, Workbook
from figuretrail.tables.language.periods import read_period
from figuretrail.tables.layout.hints import read_hints


def sheet(drawing: str, name: str = "Sheet1", **kept: Any) -> Sheet:
    """A sheet from lines of cells parted by `|`: plain numbers are numbers, `'12` is text, `@2018-04-01` a date."""
    lines = drawing.strip("\n").split("\n")
    return Sheet(name, [[_value(cell.strip()) for cell in line.strip().split("|")] for line in lines], **kept)


def page(drawing: str, title: str = "") -> Workbook:
    """A web page from lines: `# ` and `## ` are headings, `! ` is bold, `- ` an entry of a numbered list, `| ` a row of
    a table; any other line is a paragraph, in which `//` breaks the line."""
    from pathlib import Path

    from figuretrail.tables.files.pages import read_page

    body = "\n".join(_element(line.strip()) for line in drawing.strip().splitlines())
    for tag in ("table", "ol"):
        body = body.replace(f"</{tag}>\n<{tag}>", "")
    return read_page(
        Path("drawn.html"), f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()
    )


def _element(line: str) -> str:
    begin, _, text = line.partition(" ")
    if begin == "|":
        return f"<table><tr>{''.join(f'<td>{cell.strip()}</td>' for cell in text.split('|'))}</tr></table>"
    around = {"#": "<h1>{}</h1>", "##": "<h3>{}</h3>", "!": "<p><b>{}</b></p>", "-": "<ol><li>{}</li></ol>"}
    broken = (text if begin in around else line).replace("//", "<br>")
    return around.get(begin, "<p>{}</p>").format(broken)


def read_drawn_page(drawing: str, title: str = "", **entry: Any) -> dict[str, Figure]:
    """The figures of a web page by cell address; its tables are `html`, `html 2` ..."""
    from pathlib import Path

    known = Entry(id="drawn", **entry)
    found = understand(page(drawing, title), known, read_hints(Path("drawn.html"), known)).figures
    return {f.cell or "": f for f in found}


def _value(text: str) -> Scalar:
    if text.startswith("'"):
        return text[1:]
    if text.startswith("@"):
        return dt.date.fromisoformat(text[1:])
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def read(*sheets: Sheet, **entry: Any) -> dict[str, Figure]:
    """The figures of the sheets by cell address, without the sheet's name where there is just one sheet."""
    known = Entry(id="drawn", **entry)
    from pathlib import Path

    hints = read_hints(Path("drawn.xlsx"), known)
    figures = understand(Workbook(list(sheets)), known, hints).figures
    return {(f.cell or "").split("!", 1)[1] if len(sheets) == 1 else f.cell or "": f for f in figures}


def expect(found: dict[str, Figure], expected: str) -> None:
    """Check figures against lines like `B4 = 5; period 2017/18; platforms Snapchat`; no other figure may be there."""
    lines = [line.strip() for line in expected.strip().splitlines() if line.strip()]
    wanted = dict(line.split(" = ", 1) for line in lines)
    wrong = [f"missed {cell} ({wanted[cell]})" for cell in wanted if cell not in found]
    wrong += [f"spurious {cell} = {found[cell].value} ({found[cell].context})" for cell in found if cell not in wanted]
    for cell, text in wanted.items():
        if cell in found:
            wrong += [f"{cell}: {problem}" for problem in _problems(found[cell], text)]
    assert not wrong, "\n" + "\n".join(wrong)


def _problems(figure: Figure, text: str) -> list[str]:
    number, *parts = [part.strip() for part in text.split(";")]
    want: dict[str, Any] = {"value": None if number == "none" else float(number)}
    for part in parts:
        key, _, value = part.partition(" ")
        if key == "period":
            period = read_period(value)
            want["period_start"], want["period_end"] = (None, None) if value == "none" else period.span  # type: ignore[union-attr,misc]
        elif key == "against":
            want["comparison_start"], want["comparison_end"] = read_period(value).span  # type: ignore[union-attr,misc]
        elif key == "ages":
            bounds = [int(bound) if bound.isdecimal() else None for bound in (*value.split("-"), "none")]
            want["victim_age_min"], want["victim_age_max"] = bounds[:2]
        elif key == "platforms":
            want["platforms"] = tuple(
                sorted(name.strip() for name in value.split(",") if name.strip() and name != "none")
            )
        elif key == "place":
            name, _, kind = value.partition(":")
            want["geography"] = None if name == "none" else name
            if kind:
                want["geography_type"] = kind
        elif key == "sex":
            want["victim_sex"] = None if value == "none" else value
        else:
            want[key] = value
    have = dataclasses.asdict(figure)
    return [f"{key} is {have[key]!r}, expected {value!r}" for key, value in want.items() if have[key] != value]


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one part's text changed."""
    source = zipfile.ZipFile(io.BytesIO(data))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            text = source.read(part)
            target.writestr(part, change(text) if part == name else text)
    return stream.getvalue()
