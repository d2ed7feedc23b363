"""Tables in HTML pages: disclosure logs publish answers as pages.

What belongs here: a page's tables as sheets, with the headings and paragraphs above each. What does not: whether it
is an answer or an article (`answerpages`).
"""

import dataclasses
import re
from pathlib import Path
from typing import Any

from figuretrail.invisible import without_invisible
from figuretrail.tables.files.delimited import eight_bit
from figuretrail.tables.files.grid import Merge, Scalar, Sheet, Workbook

_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "dt", "dd", "figcaption", "blockquote"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SKIPPED = {"script", "style", "nav", "header", "footer", "aside", "noscript", "form", "template", "svg"}
_WIDEST_SPAN = 200
_NEAR = 12  # paragraphs above or below a table that may speak of it
SHEET = "html"  # the first table's sheet name in a cell address; further ones are numbered


def read_page(path: Path, data: bytes) -> Workbook:
    """One sheet a table, named `html`, `html 2` ...; the text above and below it, up to the next, stands beside it."""
    tree = _tree(data)
    page = _Page()
    if tree is not None:
        _walk(tree, page, 0)
    return Workbook(page.sheets)


@dataclasses.dataclass(slots=True)
class _Page:
    """What is collected of a page: its tables, and the text since the last one."""

    sheets: list[Sheet] = dataclasses.field(default_factory=list)
    above: list[str] = dataclasses.field(default_factory=list)
    headed: bool = False  # whether a heading has come since the last table: what follows is the next one's

    def add_text(self, text: str, *, heading: bool) -> None:
        """A paragraph stands above the next table, and below the last one until a heading parts them."""
        self.headed = self.headed or heading
        self.above.append(text)
        if self.sheets and not self.headed and len(self.sheets[-1].below) < _NEAR:
            self.sheets[-1].below += (text,)

    def add_table(self, table: Any) -> None:
        """A table with the text above it."""
        caption = [_text(c) for c in table.findall("caption")]
        name = f"{SHEET} {len(self.sheets) + 1}" if self.sheets else SHEET
        sheet = _sheet(name, table, [*self.above, *caption])
        if sheet.rows:
            self.sheets.append(sheet)
            self.above.clear()
            self.headed = False


def _tree(data: bytes) -> Any:
    from lxml import etree
    from lxml import html as parser

    declared = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", data[:4096], re.I)
    text = None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
    else:
        for encoding in (declared[1].decode().lower() if declared else "utf-8", "utf-8"):
            try:
                text = data.decode(encoding)
                break
            except (UnicodeDecodeError, LookupError):
                continue
    if text is None:
        text = eight_bit(data)
    text = re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text)
    text = re.sub(r"(?is)<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", "", text, count=1)
    try:
        return parser.document_fromstring(text, parser=parser.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, ValueError):
        return None


def _walk(node: Any, page: _Page, depth: int) -> None:
    """Collect tables and the text between them in document order; too deep a nesting is left unread."""
    for child in node:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _SKIPPED or depth > 150:
            continue
        if tag == "table" and not child.xpath(".//table"):
            page.add_table(child)
            continue
        if tag in _BLOCKS and not child.xpath(".//table"):
            text = _text(child)
            if text:
                page.add_text(text, heading=tag in _HEADINGS)
            continue
        lead = re.sub(r"\s+", " ", child.text or "").strip()
        if lead and tag in ("div", "td", "section", "span", "strong", "b", "font", "center") and len(lead) > 10:
            page.add_text(lead, heading=False)
        _walk(child, page, depth + 1)


def _text(node: Any) -> str:
    return re.sub(r"\s+", " ", without_invisible(node.text_content())).strip()


def _sheet(name: str, table: Any, above: list[str]) -> Sheet:
    rows: list[list[Scalar]] = []
    merged: list[Merge] = []
    taken: set[tuple[int, int]] = set()
    for number, line in enumerate(table.xpath(".//tr")):
        cells: list[Scalar] = []
        for cell in line.xpath("./td|./th"):
            while (number, len(cells)) in taken:
                cells.append("")
            for marks in cell.xpath(".//sup"):
                marks.text = f" ({marks.text_content().strip('()[] ')})" if marks.text_content().strip() else ""
                for inner in list(marks):
                    marks.remove(inner)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            column = len(cells)
            cells.append(_text(cell))
            cells.extend([""] * (width - 1))
            if width > 1 or height > 1:
                merged.append((number, column, number + height - 1, column + width - 1))
                taken.update((number + down, column + right) for down in range(1, height) for right in range(width))
        rows.append(cells)
    return Sheet(name, rows, tuple(merged), about=tuple(above[-_NEAR:]))


def _span(cell: Any, name: str) -> int:
    digits = re.match(r"\s*(\d{1,4})", cell.get(name) or "")
    return min(max(int(digits[1]), 1), _WIDEST_SPAN) if digits else 1
