"""An article's file -> its body and what its front matter says.

What belongs here: decoding, front matter, and the body of a web page. What does not: anything about figures.
"""

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import yaml

from figuretrail.entry import Entry
from figuretrail.errors import SourceError

MAX_BYTES = 50_000_000
_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf")

# Only what the page marks as its day: looked for in the running text, a period's first day would be found as well.
_OF_PUBLICATION = {"original_date": True, "extensive_search": False}


@dataclasses.dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read: its body (after the front matter) and what its front matter says."""

    body: str
    entry: Entry


def load(path: Path) -> Article:
    """Read a .md, .txt or .html file. Raises SourceError where it can't be read as an article."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SourceError(
            path,
            "",
            found=error.strerror or str(error),
            expected="a file that can be read",
            remedy="check the path and the permissions",
        ) from error
    if len(raw) > MAX_BYTES:
        raise SourceError(
            path,
            "",
            found=f"{len(raw):,} bytes",
            expected=f"at most {MAX_BYTES:,}",
            remedy="give the article alone, not an archive of them",
        )
    text = _decode(raw, path)
    if path.suffix.lower() in (".html", ".htm") or _is_html(text):
        return _page(text, path)
    body, matter = _front_matter(text, path)
    if not body.strip():
        raise SourceError(
            path, "", found="no text", expected="an article", remedy="check that the file was saved whole"
        )
    return Article(body, _entry(matter, path))


def _decode(raw: bytes, path: Path) -> str:
    if not raw.strip():
        raise SourceError(
            path, "", found="an empty file", expected="an article", remedy="check that the file was saved whole"
        )
    if raw.startswith(_BINARY):
        raise SourceError(
            path,
            "",
            found="a PDF, image, archive or office file",
            expected="text",
            remedy="save the article as plain text or HTML and name that file",
        )
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError as error:
            raise _undecodable(path, error) from error
    if b"\x00" in raw:
        at = raw.index(b"\x00")
        raise SourceError(
            path,
            f"byte {at}",
            found="a zero byte",
            expected="text in UTF-8 or Windows-1252",
            remedy="save the article as plain text",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            raise _undecodable(path, error) from error


def _undecodable(path: Path, error: UnicodeDecodeError) -> SourceError:
    return SourceError(
        path,
        f"byte {error.start}",
        found="bytes that are neither UTF-8 nor Windows-1252",
        expected="text",
        remedy="save the file as UTF-8 text",
    )


def _front_matter(text: str, path: Path) -> tuple[str, dict[str, Any]]:
    """The body and the keys of a front matter between two lines of three dashes; the body is kept as it stands."""
    lines = text.split("\n", 1)
    if lines[0].strip() != "---" or len(lines) < 2:
        return text, {}
    rest = lines[1]
    at = 0
    for line in rest.split("\n"):
        if line.strip() == "---":
            try:
                keys = yaml.safe_load(rest[:at])
            except yaml.YAMLError as error:
                mark = getattr(error, "problem_mark", None)
                place = f"front matter, line {mark.line + 2}" if mark else "front matter"
                raise SourceError(
                    path,
                    place,
                    found=str(getattr(error, "problem", error)),
                    expected="keys and values in YAML",
                    remedy="put quotes around the value",
                ) from error
            return rest[at + len(line) + 1 :], keys if isinstance(keys, dict) else {}
        at += len(line) + 1
    return text, {}


def _entry(matter: dict[str, Any], path: Path) -> Entry:
    try:
        return Entry.from_mapping(matter, id=path.stem)
    except ValueError as error:
        raise SourceError(
            path, "front matter", found=str(error), expected="the keys of a source", remedy="correct that key"
        ) from error


def _is_html(text: str) -> bool:
    head = text[:500].lstrip().lower()
    return head.startswith(("<!doctype html", "<html"))


def _page(text: str, path: Path) -> Article:
    import trafilatura  # slow to import, and only pages need it

    page: Any = trafilatura.bare_extraction(
        text,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        favor_recall=True,
        date_extraction_params=_OF_PUBLICATION,
    )
    body = (page.text if page is not None else None) or ""
    if not body.strip():
        raise SourceError(
            path,
            "",
            found="a page without an article's text",
            expected="a news page",
            remedy="save the page's text as a .txt file and name that",
        )
    published: dt.date | None = None
    if page.date:
        try:
            published = dt.date.fromisoformat(page.date[:10])
        except ValueError:
            published = None
    keys = {"title": page.title, "publisher": page.sitename, "url": page.url, "published": published, "kind": "article"}
    return Article(body, _entry({key: value for key, value in keys.items() if value is not None}, path))
