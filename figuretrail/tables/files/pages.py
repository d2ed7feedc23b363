"""Tables in HTML pages: disclosure logs publish answers as pages.

What belongs here: a page's tables as sheets, with its titles and the headings and paragraphs above each. What does
not: which of these lines speak of a table (`pageanswers`), whether it is an answer or an article (`answerpages`).
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
_OPEN = {
    "div",
    "td",
    "section",
    "span",
    "strong",
    "b",
    "font",
    "center",
    "li",
    "blockquote",
    "dd",
}  # with blocks inside
_SKIPPED = {"script", "style", "nav", "header", "footer", "aside", "noscript", "form", "template", "svg"}
_WIDEST_SPAN = 200
_MOST_BELOW = 12  # paragraphs below a table that may speak of it
_MOST_TITLES = 3  # of a page: its own, and its first headings of the first order
_LONGEST_BOLD = 100  # characters; a longer paragraph in bold is no heading
_BREAK = "\u2028"  # stands for a line break within a paragraph
SHEET = "html"  # the first table's sheet name in a cell address; further ones are numbered


def read_page(path: Path, data: bytes) -> Workbook:
    """One sheet a table, named `html`, `html 2` ...; the text above and below it, up to the next, stands beside it."""
    tree = _tree(data)
    page = _Page()
    if tree is not None:
        for broken in tree.iter("br"):
            broken.tail = _BREAK + (broken.tail or "")
        names = [*tree.iterfind(".//head/title"), *tree.iterfind(".//h1")][:_MOST_TITLES]
        page.titles += filter(None, map(_text, names))
        _walk(tree, page, 0)
    return Workbook(page.sheets, tuple(page.titles))


@dataclasses.dataclass(slots=True)
class _Page:
    """What is collected of a page: its tables, and the text since the last one."""

    sheets: list[Sheet] = dataclasses.field(default_factory=list)
    above: list[str] = dataclasses.field(default_factory=list)
    headings: list[int] = dataclasses.field(default_factory=list)  # the places of headings among the text above
    headed: bool = False  # whether a heading has come since the last table: what follows is the next one's
    titles: list[str] = dataclasses.field(default_factory=list)

    def add_text(self, text: str, *, heading: bool) -> None:
        """A paragraph stands above the next table, and below the last one until a heading parts them."""
        self.headed = self.headed or heading
        if heading:
            self.headings.append(len(self.above))
        self.above.append(text)
        if self.sheets and not self.headed and len(self.sheets[-1].below) < _MOST_BELOW:
            self.sheets[-1].below += (text,)

    def add_table(self, table: Any) -> None:
        """A table with the text above it."""
        caption = [_text(c) for c in table.findall("caption")]
        name = f"{SHEET} {len(self.sheets) + 1}" if self.sheets else SHEET
        sheet = _sheet(name, table, [*self.above, *caption])
        if sheet.rows:
            sheet.headings = tuple(self.headings)
            self.sheets.append(sheet)
            self.above.clear()
            self.headings.clear()
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
        if tag == "ol":
            _number(child)
        if tag in _BLOCKS and not child.xpath(".//table|.//p|.//li"):
            for text in _lines(child):
                page.add_text(text, heading=tag in _HEADINGS or _is_bold_heading(child, text))
            continue
        lead = re.sub(r"\s+", " ", child.text or "").strip()
        if lead and tag in _OPEN and len(lead) > 10:
            page.add_text(lead, heading=False)
        _walk(child, page, depth + 1)


def _number(ordered: Any) -> None:
    """Write the numbers before the entries of a list, as a reader sees them: questions are often asked in one."""
    if ordered.get("type", "1") != "1" or ordered.get("reversed") is not None:
        return
    begin = ordered.get("start") or "1"
    for number, entry in enumerate(ordered.iterchildren("li"), int(begin) if begin.isdecimal() else 1):
        inner = next(entry.iterchildren("p"), None) if not (entry.text or "").strip() else None
        first = entry if inner is None else inner
        first.text = f"{number}. {(first.text or '').lstrip()}"


def _text(node: Any) -> str:
    return re.sub(r"\s+", " ", without_invisible(node.text_content())).strip()


def _lines(node: Any) -> list[str]:
    """The lines of a paragraph, parted where it breaks them."""
    parts = without_invisible(node.text_content()).split(_BREAK)
    return list(filter(None, (re.sub(r"\s+", " ", part).strip() for part in parts)))


def _is_bold_heading(paragraph: Any, line: str) -> bool:
    """Whether a line of a paragraph is a heading that is but set in bold: no sentence and no footnote."""
    if len(line) > _LONGEST_BOLD or line.endswith(".") or not line[0].isalnum():
        return False
    return any(_text(bold) == line for bold in paragraph.iter("b", "strong"))


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
    return Sheet(name, rows, tuple(merged), about=tuple(above))


def _span(cell: Any, name: str) -> int:
    digits = re.match(r"\s*(\d{1,4})", cell.get(name) or "")
    return min(max(int(digits[1]), 1), _WIDEST_SPAN) if digits else 1
