"""`figuretrail add`: a source's folder made from a file or an address, and what is left to fill in."""

import dataclasses
import datetime as dt
import hashlib
import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import click
import yaml

from figuretrail import catalogue
from figuretrail.documents import (
    ARTICLE_SUFFIXES,
    PAGE_SUFFIXES,
    WORKBOOK_SUFFIXES,
    figures_of,
    is_workbook,
    load_article,
)
from figuretrail.errors import SourceError
from figuretrail.home import originals, sources

if TYPE_CHECKING:
    from requests import Response

MAX_BYTES = 50_000_000
TIMEOUT_S = 30
_SUFFIX_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
_UNKNOWN = {
    "title": "what the source is about",
    "publisher": "who published it",
    "published": "the day of publication, as in 2019-03-01",
    "licence": "under which licence, or why, the file may stand here",
}


@click.command(
    epilog="""
    \b
    Examples:
      figuretrail add ~/Downloads/answer-0412.xlsx --publisher "Cheshire Constabulary" --published 2023-06-14
      figuretrail add https://www.example.org/news/grooming-offences.html
    """
)
@click.argument("what", metavar="FILE|URL")
@click.option("--id", "source_id", help="The folder's name; made from the file's name where not given.")
@click.option("--title", help=_UNKNOWN["title"])
@click.option("--publisher", help=_UNKNOWN["publisher"])
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication.")
@click.option("--url", help="Where it was published; an address given as URL is that.")
def add(
    what: str,
    source_id: str | None,
    title: str | None,
    publisher: str | None,
    published: dt.datetime | None,
    url: str | None,
) -> None:
    """Make a source of a FILE or an address: a folder in the catalogue with source.yaml.

    A workbook is copied into its folder. An article's original is other people's text: it is kept in the data folder,
    out of the project. The command says what source.yaml still needs.
    """
    with tempfile.TemporaryDirectory() as scratch:
        if urlsplit(what).scheme in ("http", "https"):
            file, url = download(what, Path(scratch)), url or what
        else:
            file = Path(what).expanduser()
        given = {"title": title, "publisher": publisher, "url": url}
        facts = {key: value for key, value in given.items() if value}
        if published:
            facts["published"] = published.date().isoformat()
        made = make_source(file, facts, source_id=source_id)
    _report(made)


@dataclasses.dataclass(frozen=True)
class Made:
    """A folder that was made: its source.yaml, the file's place, the keys to be filled in, the figures found."""

    entry: Path
    file: Path
    missing: list[str]
    figures: int


def make_source(file: Path, facts: dict[str, str], *, source_id: str | None = None) -> Made:
    """Make the folder of a new source of `file`, with what is known of it. Raises SourceError."""
    if file.is_dir():
        load_article(file)  # raises, and says which file of the folder may be meant
    if not file.is_file():
        raise SourceError(
            file, "", found="no such file", expected="an article or a workbook", remedy="correct the path"
        )
    if file.suffix.lower() not in ARTICLE_SUFFIXES + PAGE_SUFFIXES + WORKBOOK_SUFFIXES:
        load_article(file)  # raises, and says which files can be read
    foi = is_workbook(file)
    known = {} if foi else _of_article(file)
    figures = len(figures_of(file))  # raises for what can't be read, before anything is made
    source_id = source_id or _slug(file.stem)
    if source_id != _slug(source_id):
        raise SourceError(
            f"--id {source_id!r}",
            "",
            found="a name that is no plain folder's",
            expected="small letters, digits and hyphens",
            remedy=f"take --id {_slug(source_id)}",
        )
    folder = sources() / ("foi" if foi else "articles") / source_id
    for taken in (sources() / group / source_id for group in catalogue.KINDS):
        if not taken.exists():
            continue
        raise SourceError(
            taken,
            "",
            found="a source of that name",
            expected="a new name",
            remedy="choose another with --id; or, to replace its file, do so there and run `figuretrail accept`",
        )
    kept = (folder if foi else originals() / source_id) / file.name
    kept.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, kept)
    entry = {
        **dict.fromkeys(_UNKNOWN),
        **known,
        **facts,
        "kind": "foi" if foi else "article",
        "wording": "as disclosed" if foi else "original",
        "file": file.name,
        "sha256": hashlib.sha256(kept.read_bytes()).hexdigest(),
    }
    if not foi:
        entry["licence"] = entry["licence"] or "The publisher's text, kept out of the project; its figures are cited"
    missing = [key for key in _UNKNOWN if not entry[key]]
    path = folder / catalogue.ENTRY_FILE
    path.write_text(_as_yaml(entry), encoding="utf-8")
    return Made(path, kept, missing, figures)


def _of_article(file: Path) -> dict[str, str]:
    """What the article itself says: its front matter, or its page's head."""
    article = load_article(file)
    entry = article.entry
    known = {"title": entry.title or _heading(article.body), "publisher": entry.publisher, "url": entry.url}
    if entry.published:
        known["published"] = entry.published.isoformat()
    return {key: value for key, value in known.items() if value}


def _heading(body: str) -> str | None:
    """The heading that an article in Markdown begins with."""
    found = re.match(r"\s*#\s+(.+?)[ #]*(?:\n|$)", body)
    return found[1] if found else None


def _as_yaml(entry: dict[str, str | None]) -> str:
    lines = []
    for key, value in entry.items():
        if value:
            lines.append(yaml.safe_dump({key: value}, allow_unicode=True, width=1000).rstrip())
        else:
            lines.append(f"{key}:  # {_UNKNOWN[key]}")
    return "\n".join(lines) + "\n"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "source"


def download(url: str, folder: Path) -> Path:
    """Fetch one page or workbook of at most MAX_BYTES into `folder`. Raises SourceError."""
    import requests

    try:
        with requests.get(url, timeout=TIMEOUT_S, stream=True, headers={"User-Agent": "figuretrail"}) as response:
            response.raise_for_status()
            path = folder / _file_name(url, response)
            size = 0
            with path.open("wb") as stream:
                for chunk in response.iter_content(65_536):
                    size += len(chunk)
                    if size > MAX_BYTES:
                        raise SourceError(
                            url,
                            "",
                            found=f"more than {MAX_BYTES:,} bytes",
                            expected="a page or a workbook",
                            remedy="save the part that matters, and add that file",
                        )
                    stream.write(chunk)
            return path
    except requests.RequestException as error:
        raise SourceError(
            url,
            "",
            found=f"no answer that can be used ({_in_short(error)})",
            expected="a page or a workbook",
            remedy="open it in a browser, save it, and add the saved file",
        ) from None


def _in_short(error: Exception) -> str:
    """The end of the chain of causes, where the reason stands; an answer's status says enough by itself."""
    reason = str(error).split(": ")[-1].strip(" ()'\"")
    return reason if len(reason) > 3 else str(error)


def _file_name(url: str, response: "Response") -> str:
    name = PurePosixPath(unquote(urlsplit(url).path)).name or urlsplit(url).netloc
    known = ARTICLE_SUFFIXES + PAGE_SUFFIXES + WORKBOOK_SUFFIXES
    if PurePosixPath(name).suffix.lower() in known:
        return name
    content_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return _slug(name) + _SUFFIX_OF_TYPE.get(content_type, ".html")


def _report(made: Made) -> None:
    click.echo(f"Made {made.entry}")
    click.echo(f"The file is kept at {made.file}")
    if made.missing:
        click.echo("Still to be filled in there:")
        for key in made.missing:
            click.echo(f"  {key}: {_UNKNOWN[key]}")
    unsaid = "force, period_asked, hints" if made.entry.parent.parent.name == "foi" else "place"
    click.echo(f"It may also say what the file leaves unsaid, as {unsaid}, release (docs/sources.md).")
    if made.figures:
        noun = "figure" if made.figures == 1 else "figures"
        click.echo(
            f"{made.figures} {noun} found in it; `figuretrail extract {shlex.quote(str(made.file))}` shows them."
        )
    else:
        click.echo(
            "No figure was found in it, which a refresh takes for a fault: add hints (docs/hints.md) to an answer"
        )
        click.echo("that says too little; of a file that truly holds none, as a refusal, say figures: none.")
    click.echo(f"Next: {'fill these in, then ' if made.missing else ''}`figuretrail refresh`.")
    sys.stdout.flush()
