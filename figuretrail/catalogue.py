"""The catalogue of sources: the folders under `sources/articles` and `sources/foi`, one a source, read and checked.

What belongs here: finding the folders, parsing `source.yaml`, hashing a source's files, and saying what is wrong.
What does not: reading the article or workbook itself (`text`, `tables`), applying corrections (`corrections`).
"""

import dataclasses
import datetime as dt
import hashlib
import re
from pathlib import Path
from typing import Any

from figuretrail import yamlfile
from figuretrail.entry import Entry
from figuretrail.errors import SourceError
from figuretrail.home import originals, sources
from figuretrail.vocabulary import places

ENTRY_FILE = "source.yaml"
ARTICLE_SUFFIXES = (".md", ".txt")
PAGE_SUFFIXES = (".html", ".htm")  # an article, or a disclosure log's answer with a table
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv")
KINDS = {"articles": "article", "foi": "foi"}  # a source's kind is the folder that it lies in
WORDINGS = ("abstract", "original", "own", "as disclosed", "layout ours")
REQUIRED = ("title", "publisher", "published", "kind", "wording", "file", "sha256", "licence")
OPTIONAL = (
    "url",
    "published_basis",
    "place",
    "force",
    "foi_ref",
    "period_asked",
    "records",
    "release",
    "hints",
    "figures",
    "note",
)
_ID = re.compile(r"[A-Za-z0-9_-]+")
_ADDRESS = re.compile(r"https?://[^\s/?#]*[^\s/?#.:]\S*")
HOLDS = ("some", "none")  # whether a source holds figures: some where `figures` is not said


@dataclasses.dataclass(frozen=True, kw_only=True)
class Source:
    """One folder of the catalogue. `facts` is the parsed source.yaml."""

    id: str
    folder: Path
    kind: str  # article or foi
    facts: dict[str, Any]
    entry: Entry  # what the readers may know

    @property
    def file(self) -> Path:
        """The article or workbook: in the source's folder, or, if it is an original text, in the data folder."""
        own = originals() / self.id if self.facts["wording"] == "original" else self.folder
        return own / str(self.facts["file"])

    @property
    def release(self) -> str:
        """The release that the source reports; a source that names none is a release of its own."""
        return str(self.facts.get("release") or self.id)

    @property
    def promises_figures(self) -> bool:
        """Whether a reading without any figure is a fault; a refusal is entered with `figures: none`."""
        return self.facts.get("figures", "some") != "none"


def folders() -> list[Path]:
    """The folders of all sources, articles first, in order of their names; without those that `misnamed` tells of."""
    return _named()[0]


def misnamed() -> list[SourceError]:
    """The faults of folders that can't be a source because of their name; nothing is read from these.

    A name can't be an id, or differs from another's by hyphens and underscores only: the graph tells these not apart,
    and the first of them in order is the source.
    """
    return _named()[1]


def _named() -> tuple[list[Path], list[SourceError]]:
    found = [
        folder
        for group in KINDS
        for folder in sorted((sources() / group).glob("*"))
        if folder.is_dir() and not folder.name.startswith(".")
    ]
    good: list[Path] = []
    faults: list[SourceError] = []
    taken: dict[str, Path] = {}
    for folder in found:
        if not _ID.fullmatch(folder.name):
            faults.append(
                SourceError(
                    folder,
                    "",
                    found=f"a folder of the name {folder.name!r}",
                    expected="letters, digits, hyphens and underscores: the name is the source's id",
                    remedy="rename the folder, or begin its name with a dot to leave it out",
                )
            )
            continue
        other = taken.setdefault(folder.name.replace("-", "_"), folder)
        if other.name != folder.name:
            faults.append(
                SourceError(
                    folder,
                    "",
                    found=f"a folder of the name {folder.name!r} beside {other.parent.name}/{other.name}",
                    expected="a name of its own, hyphens and underscores taken as one",
                    remedy="rename one of the two folders; until then only the other one is read",
                )
            )
            continue
        good.append(folder)
    return good, faults


def astray() -> list[Path]:
    """Articles and workbooks that lie beside the sources' folders instead of in one: nothing reads them."""
    readable = (*ARTICLE_SUFFIXES, *PAGE_SUFFIXES, *WORKBOOK_SUFFIXES)
    return [
        file
        for group in KINDS
        for file in sorted((sources() / group).glob("*"))
        if file.is_file() and file.suffix.lower() in readable and not file.name.startswith((".", "README"))
    ]


def missing_groups() -> list[str]:
    """The kinds of sources whose folder is not there at all; an empty folder says that there are none."""
    return [kind for group, kind in KINDS.items() if not (sources() / group).is_dir()]


def group_folder(kind: str) -> Path:
    """Where the sources of a kind lie."""
    return next(sources() / group for group, name in KINDS.items() if name == kind)


def fingerprint(folder: Path) -> str:
    """A hash of every file of a source, its original in the data folder included: equal hashes mean no edit."""
    digest = hashlib.sha256()
    for part in (folder, originals() / folder.name):
        for file in sorted(path for path in part.rglob("*") if path.is_file() and not path.name.startswith(".")):
            digest.update(str(file.relative_to(part)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def read_entry(folder: Path) -> Entry:
    """What a folder's source.yaml says to the readers, without checking the rest of it. Raises SourceError."""
    path = folder / ENTRY_FILE
    return _entry(path, _parse(path), folder.name)


def read_source(folder: Path) -> Source:
    """The source in a folder, its entry checked and its file's sha256 compared with the entry's.

    Raises SourceError that names the file, the key, what was found, what was expected and what to do.
    """
    path = folder / ENTRY_FILE
    facts = _parse(path)
    _check_alone(folder)
    missing = [key for key in REQUIRED if facts.get(key) in (None, "")]
    unknown = sorted(str(key) for key in facts if key not in (*REQUIRED, *OPTIONAL))
    if missing:
        others = f"; so for {', '.join(missing[1:])}" if missing[1:] else ""
        meant = yamlfile.misspelt(missing[0], unknown) if missing[0] not in facts else None
        raise SourceError(
            path,
            f"key {missing[0]!r}",
            found=f"nothing, but a key {meant!r}, which nothing reads" if meant else "nothing",
            expected=_EXPECTED.get(missing[0], "a text"),
            remedy=f"write `{missing[0]}:` for `{meant}:`{others}"
            if meant
            else f"write it, as a line `{missing[0]}: ...`{others}",
        )
    if unknown:
        raise SourceError(
            path,
            f"key {unknown[0]!r}",
            found="a key that nothing reads",
            expected=f"one of {', '.join((*REQUIRED, *OPTIONAL))}",
            remedy="correct its spelling, or take it out",
        )
    kind = KINDS[folder.parent.name]
    _check_values(path, facts)
    _check_choice(path, "kind", facts["kind"], (kind,))
    _check_choice(path, "wording", facts["wording"], WORDINGS)
    _check_choice(path, "figures", facts.get("figures", "some"), HOLDS)
    _check_place(path, "force", facts.get("force"), ("force", "country"))
    _check_place(path, "place", facts.get("place"), ("force", "region", "country"))
    source = Source(id=folder.name, folder=folder, kind=kind, facts=facts, entry=_entry(path, facts, folder.name))
    _check_day(path, source.entry)
    _check_file(path, source)
    return source


_EXPECTED = {
    "published": "a date as in 2019-03-01",
    "kind": f"one of {', '.join(KINDS.values())}",
    "wording": f"one of {', '.join(WORDINGS)}",
    "file": "the name of the article or workbook in this folder",
    "sha256": "the file's sha256 (sha256sum prints it)",
    "licence": "under which licence, or why, the file may stand here",
}


def _entry(path: Path, facts: dict[str, Any], source_id: str) -> Entry:
    try:
        return Entry.from_mapping(facts, id=source_id)
    except ValueError as error:
        key, _, rest = str(error).partition(": found ")
        found, _, expected = rest.partition(", expected ")
        raise SourceError(path, f"key {key!r}", found=found, expected=expected, remedy="correct the line") from None


def _parse(path: Path) -> dict[str, Any]:
    if not path.exists():
        raise SourceError(
            path,
            "",
            found="no such file",
            expected="the source's entry",
            remedy="write it by the example of another source; `figuretrail add FILE` makes a whole folder",
        )
    facts = yamlfile.parse(path, expected="YAML: one `key: value` a line")
    if not isinstance(facts, dict):
        raise SourceError(
            path,
            "",
            found=f"{yamlfile.kind(facts)}, not keys and values",
            expected="one `key: value` a line",
            remedy="write source.yaml by the example of another source",
        )
    return facts


def _check_alone(folder: Path) -> None:
    """A source is named by its folder, so an article and a workbook can't share a name."""
    for group in KINDS:
        twin = folder.parent.parent / group / folder.name
        if group != folder.parent.name and twin.is_dir():
            raise SourceError(
                folder,
                "",
                found=f"a second source of this name, {twin}",
                expected="a name that no other folder of articles or foi has",
                remedy="rename one of the two folders, and its corrections' ids with it",
            )


def _check_values(path: Path, facts: dict[str, Any]) -> None:
    for key in (*REQUIRED, "url", "place", "force", "foi_ref", "release", "note"):
        if isinstance(facts.get(key), list | dict):
            raise SourceError(
                path,
                f"key {key!r}",
                found="a list or keys and values",
                expected=_EXPECTED.get(key, "a text"),
                remedy="write one text, in quotation marks where it begins with [ or { or holds a colon",
            )
    if facts.get("hints") and facts["kind"] == "article":
        raise SourceError(
            path,
            "key 'hints'",
            found="hints for an article, which nothing reads",
            expected="hints in a workbook's entry only",
            remedy="take them out; the place that an article leaves unsaid can be told by `place`",
        )
    if facts.get("force") and facts["kind"] == "article":
        raise SourceError(
            path,
            "key 'force'",
            found="a force for an article, which nothing reads",
            expected="a force in a workbook's entry only",
            remedy="take it out; the place that an article leaves unsaid can be told by `place`",
        )
    if facts.get("url") and not _ADDRESS.fullmatch(str(facts["url"])):
        raise SourceError(
            path,
            "key 'url'",
            found=repr(facts["url"]),
            expected="an address as in https://www.example.org/page",
            remedy="correct the line, or take it out where there is no address",
        )
    if str(facts["file"]) != Path(str(facts["file"])).name:
        raise SourceError(
            path,
            "key 'file'",
            found=f"{facts['file']!r}, a path",
            expected=_EXPECTED["file"],
            remedy="put the file into the source's own folder, and name it without a path",
        )


def _check_day(path: Path, entry: Entry) -> None:
    tomorrow = dt.date.today() + dt.timedelta(days=1)  # it is tomorrow already somewhere
    if entry.published is not None and entry.published > tomorrow:
        raise SourceError(
            path,
            "key 'published'",
            found=f"{entry.published}, a day to come",
            expected="the day of publication",
            remedy="correct the line",
        )


def _check_choice(path: Path, key: str, value: Any, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise SourceError(
            path,
            f"key {key!r}",
            found=repr(value),
            expected=f"one of {', '.join(map(repr, allowed))}" if len(allowed) > 1 else repr(allowed[0]),
            remedy="correct the line, or move the folder" if key == "kind" else "correct the line",
        )


def _check_place(path: Path, key: str, value: Any, types: tuple[str, ...]) -> None:
    if value is None or any(value == place.name and place.type in types for place in places()):
        return
    near = [
        place.name for place in places() if place.type in types and str(value).lower() in map(str.lower, place.names)
    ]
    raise SourceError(
        path,
        f"key {key!r}",
        found=f"{value!r}, which is no {' or '.join(types)} that is known here",
        expected="a name of sources/reference/police_forces.csv or regions.csv",
        remedy=f"write {near[0]!r}" if near else "correct the name, or add it to that table",
    )


def _check_file(path: Path, source: Source) -> None:
    if not source.file.is_file():
        raise SourceError(
            path,
            "key 'file'",
            found=f"{source.facts['file']!r}, which is not there",
            expected="the name of the article or workbook in this folder",
            remedy="put the file there, or correct the name"
            if source.facts["wording"] != "original"
            else f"put the original at {source.file}, or write an abstract and set `wording: abstract`",
        )
    actual = hashlib.sha256(source.file.read_bytes()).hexdigest()
    if actual != source.facts["sha256"]:
        raise SourceError(
            path,
            "key 'sha256'",
            found=f"{source.facts['sha256']}, while {source.file.name} has {actual}",
            expected="the sha256 of the file as it was entered",
            remedy="restore the file; or, where it was changed on purpose, write its sha256 (figuretrail accept "
            f"{source.id}) and say why in the commit",
        )
