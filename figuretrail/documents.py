"""One door to both readers: a file in, its figures out.

What belongs here: telling an article from a workbook, and giving the figures their ids.
What does not: reading either (`text`, `tables`).
"""

from pathlib import Path

from figuretrail import catalogue, tables, text
from figuretrail.catalogue import ARTICLE_SUFFIXES, PAGE_SUFFIXES, WORKBOOK_SUFFIXES
from figuretrail.entry import Entry
from figuretrail.errors import SourceError
from figuretrail.figure import Figure, assign_ids


def figures_of(path: Path, entry: Entry | None = None, *, faults: list[SourceError] | None = None) -> list[Figure]:
    """The figures of one article or workbook, with their ids.

    What `entry` knows goes before an article's own front matter; a file of the catalogue has the entry beside it.
    Raises SourceError where the file can't be read; of a table or a sentence that the program fails to read, only where
    there is no list of `faults` to add it to.
    """
    _refuse_folder(path)
    entry = entry or _entry_beside(path)
    if is_workbook(path):
        entry = entry or Entry(id=path.stem)
        return assign_ids(tables.extract(path, entry=entry, faults=faults), source_id=entry.id)
    article = load_article(path)
    known = entry or article.entry
    figures = text.extract(
        article.body, published=known.published, title=known.title, place=known.place, file=path, faults=faults
    )
    return assign_ids(figures, source_id=known.id, body=article.body)


def explanation_of(path: Path, entry: Entry | None = None, *, as_html: bool = False) -> str:
    """What the reader made of a file and why, as text for a terminal or, for a workbook, as a page.

    Raises SourceError where the file can't be read.
    """
    _refuse_folder(path)
    entry = entry or _entry_beside(path)
    if is_workbook(path):
        entry = entry or Entry(id=path.stem)
        import figuretrail.tables.explain as of_tables  # draws; no refresh needs it

        return of_tables.as_html(path, entry) if as_html else of_tables.as_text(path, entry)
    article = load_article(path)
    known = entry or article.entry
    import figuretrail.text.explain as of_text

    return of_text.render(article.body, published=known.published, title=known.title, place=known.place)


def _refuse_folder(path: Path) -> None:
    """Raise SourceError where a folder is given for a file, with the file in it that is likely meant."""
    if not path.is_dir():
        return
    readable = (*ARTICLE_SUFFIXES, *PAGE_SUFFIXES, *WORKBOOK_SUFFIXES)
    inside = sorted(file for file in path.iterdir() if file.suffix.lower() in readable)
    raise SourceError(
        path,
        "",
        found="a folder",
        expected="an article or a workbook",
        remedy=f"name the file in it, as {inside[0]}" if inside else "name a file",
    )


def is_workbook(path: Path) -> bool:
    """Whether the file is read as tables: a workbook by its name, or a page that is a table of answers."""
    suffix = path.suffix.lower()
    return suffix in WORKBOOK_SUFFIXES or (suffix in PAGE_SUFFIXES and tables.is_table_page(path))


def load_article(path: Path) -> text.Article:
    """The article in a file. Raises SourceError for a file that is neither an article nor a workbook."""
    _refuse_folder(path)
    suffix = path.suffix.lower()
    if suffix in ARTICLE_SUFFIXES + PAGE_SUFFIXES:
        return text.load(path)
    raise SourceError(
        path,
        "",
        found=f"the file type {suffix!r}" if suffix else "a file without a type at the end of its name",
        expected=f"an article ({', '.join(ARTICLE_SUFFIXES + PAGE_SUFFIXES)}) or a workbook "
        f"({', '.join(WORKBOOK_SUFFIXES)})",
        remedy="save a PDF or Word letter as text, or its table as a workbook, and name that file",
    )


def _entry_beside(path: Path) -> Entry | None:
    """The catalogue's entry of a file that lies in a source's folder; its path is its identity."""
    if not (path.parent / catalogue.ENTRY_FILE).exists():
        return None
    return catalogue.read_entry(path.parent)
