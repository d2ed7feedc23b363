"""One door to both readers: a file in, its figures out.

What belongs here: telling an article from a workbook, and giving the figures their ids.
What does not: reading either (`text`, `tables`).
"""

from pathlib import Path

from figuretrail import tables, text
from figuretrail.entry import Entry
from figuretrail.errors import SourceError
from figuretrail.figure import Figure, assign_ids

ARTICLE_SUFFIXES = (".md", ".txt")
PAGE_SUFFIXES = (".html", ".htm")  # an article, or a disclosure log's answer with a table
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv")


def figures_of(path: Path, entry: Entry | None = None) -> list[Figure]:
    """The figures of one article or workbook, with their ids.

    What `entry` knows goes before an article's own front matter. Raises SourceError where the file can't be read.
    """
    suffix = path.suffix.lower()
    if suffix in WORKBOOK_SUFFIXES or (suffix in PAGE_SUFFIXES and tables.is_table_page(path)):
        entry = entry or Entry(id=path.stem)
        return assign_ids(tables.extract(path, entry=entry), source_id=entry.id)
    if suffix in ARTICLE_SUFFIXES + PAGE_SUFFIXES:
        article = text.load(path)
        known = entry or article.entry
        figures = text.extract(article.body, published=known.published, title=known.title, place=known.place)
        return assign_ids(figures, source_id=known.id, body=article.body)
    raise SourceError(
        path,
        "",
        found=f"the file type {suffix or 'none'!r}",
        expected=f"an article ({', '.join(ARTICLE_SUFFIXES + PAGE_SUFFIXES)}) or a workbook "
        f"({', '.join(WORKBOOK_SUFFIXES)})",
        remedy="save a PDF or Word letter as text, or its table as a workbook, and name that file",
    )
