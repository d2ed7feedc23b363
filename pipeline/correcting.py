"""Writing into the catalogue by command: a correction of a figure, and the sha256 of a file that was edited on purpose.

Everything is tried out before a file is touched. What belongs here: finding what is meant, trying, writing. What does
not: what a correction is (`figuretrail.corrections`), printing (`pipeline.cli`).
"""

import dataclasses
import datetime as dt
import getpass
import hashlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from figuretrail import catalogue, corrections, yamlfile
from figuretrail.catalogue import KINDS, Source, read_source
from figuretrail.corrections import CORRECTABLE, apply_corrections, read_corrections, typed, write_corrections
from figuretrail.documents import figures_of
from figuretrail.errors import SourceError
from figuretrail.figure import Figure
from figuretrail.vocabulary import places

_SHOWN = 20
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")


class RefusedError(Exception):
    """What was asked for would not hold; the text says why. Nothing was written."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Written:
    """A correction that was written: `changes` says each in words."""

    figure_id: str
    source_id: str
    surface: str
    changes: tuple[str, ...]
    path: Path


def correct_figure(
    name: str, settings: Sequence[str], *, reason: str, who: str | None = None, status: str = "open"
) -> Written:
    """Write entries that set `settings` (column=value) of the figure whose id is, or alone begins with, `name`.

    Raises RefusedError or SourceError, and writes nothing, where an entry would not apply to exactly that figure
    or the corrected figure would break the rules of its table.
    """
    if not reason.strip():
        raise RefusedError("--reason: found nothing; expected why, in words that a reader can check. To do: say it.")
    folder = _folder(name)
    source = read_source(folder)
    read = figures_of(source.file, source.entry)
    figures, outcomes = apply_corrections(read, read_corrections(folder), folder=folder)
    if fault := next((outcome.error for outcome in outcomes if outcome.error), None):
        raise fault
    figure = _figure(figures, name)
    entries, changed = [], figure
    for setting in settings:
        column, now = _setting(setting)
        was = getattr(changed, column)
        if was == now:
            raise RefusedError(f"{setting!r}: found that {figure.figure_id} has it already; expected a new value.")
        entries.append(_entry(column, was, now, reason, who or _person(), status))
        changed = dataclasses.replace(changed, **{column: now})
    _check_rules(changed)
    _try_out(folder, read, figure, figures, entries)
    path = write_corrections(folder, figure, figures, entries)
    return Written(
        figure_id=figure.figure_id,
        source_id=folder.name,
        surface=figure.surface,
        changes=tuple(
            f"{entry['column']}: {corrections.plain(entry['was'])}, now {corrections.plain(entry['now'])}"
            for entry in entries
        ),
        path=path,
    )


def _folder(name: str) -> Path:
    """The folder of the source whose figure is meant."""
    source_id, colon, _ = name.partition(":")
    folders = {folder.name: folder for folder in catalogue.folders()}
    near = [known for known in folders if known == source_id or (not colon and known.startswith(source_id))]
    if len(near) == 1:
        return folders[near[0]]
    raise RefusedError(
        f"figure {name!r}: found {len(near) or 'no'} sources of the name {source_id!r}"
        + (f" ({', '.join(near[:_SHOWN])})" if near else "")
        + "; expected one. To do: copy the figure's id from `figuretrail trace` or a table's figure_ids."
    )


def _figure(figures: Sequence[Figure], name: str) -> Figure:
    found = [figure for figure in figures if figure.figure_id == name]
    found = found or [figure for figure in figures if figure.figure_id.startswith(name)]
    if len(found) == 1:
        return found[0]
    listed = "".join(
        f"\n  {figure.figure_id}  {figure.surface}  {' '.join(figure.context.split())[:80]}"
        for figure in (found or figures)[:_SHOWN]
    )
    raise RefusedError(
        f"figure {name!r}: found {len(found) or 'no'} figures whose id begins so; expected one. To do: one of{listed}"
    )


def _setting(setting: str) -> tuple[str, Any]:
    column, equals, text = setting.partition("=")
    if not equals or column not in CORRECTABLE:
        raise RefusedError(
            f"--set {setting!r}: found no column {column!r} that can be corrected; expected COLUMN=VALUE with one of "
            f"{', '.join(CORRECTABLE)}."
        )
    value: Any = text.strip() or None
    if column == "value" and value and _GROUPED.fullmatch(value):
        value = value.replace(",", "")  # as every message prints it
    if column == "platforms":
        value = [name.strip() for name in text.split(",") if name.strip()]
    try:
        now = typed(column, value)
        corrections.check_known(column, now)
        return column, now
    except ValueError as error:
        raise RefusedError(f"--set {setting!r}: {error}.") from None


def _entry(column: str, was: Any, now: Any, reason: str, who: str, status: str) -> dict[str, Any]:
    return {
        "column": column,
        "was": _for_yaml(was),
        "now": _for_yaml(now),
        "reason": reason,
        "who": who,
        "date": dt.date.today(),
        "status": status,
    }


def _for_yaml(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _person() -> str:
    """Who runs the command: the name that git knows, else the account's."""
    try:
        name = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, text=True, check=False
        ).stdout.strip()
    except OSError:
        name = ""
    return name or getpass.getuser()


def _check_rules(figure: Figure) -> None:
    # Imported here: nothing else of this command needs pandas.
    from figuretrail.frames import figures_frame
    from schemas.common import failures
    from schemas.figures import Figures

    if figure.geography is not None and (figure.geography, figure.geography_type) not in {
        (place.name, place.type) for place in places()
    }:
        types = [place.type for place in places() if place.name == figure.geography]
        if figure.geography_type is not None and types:
            raise RefusedError(
                f"{figure.figure_id}: found that {figure.geography} would be a {figure.geography_type}; expected "
                f"{' or '.join(types)}. To do: set the other column too, --set geography_type={types[0]}."
            )
    if rule := corrections.wrong_value(figure):
        raise RefusedError(
            f"{figure.figure_id}: found {corrections.plain(figure.value)}; expected {rule}. To do: correct the value, "
            "or its unit and measure with it (--set may be repeated)."
        )
    broken = failures(Figures, figures_frame([figure]))
    if len(broken):
        raise RefusedError(
            f"{figure.figure_id}: found that the corrected row would break a rule of the table: "
            f"{'; '.join(broken['reason'])}; expected a row that keeps them. To do: correct the value, or set the "
            "other column that belongs to it too (--set may be repeated)."
        )


def _try_out(
    folder: Path, read: list[Figure], figure: Figure, figures: list[Figure], entries: Sequence[dict[str, Any]]
) -> None:
    """Write the entries to a copy, and see that each applies to this very figure."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        if (folder / corrections.FILE).exists():
            shutil.copyfile(folder / corrections.FILE, copy / corrections.FILE)
        write_corrections(copy, figure, figures, entries)
        try:
            _, outcomes = apply_corrections(read, read_corrections(copy), folder=folder)
        except SourceError as error:
            raise RefusedError(
                f"{folder / corrections.FILE}: found a list to which no entry can be added, {error.found}; expected "
                "one that begins each entry with `- ` at the start of a line. To do: write it so, then run this again."
            ) from None
    for outcome in outcomes[-len(entries) :]:
        if outcome.error is not None:
            raise outcome.error
        if outcome.figure_id != figure.figure_id:
            raise RefusedError(
                f"{figure.figure_id}: found that the entry would correct {outcome.figure_id}; expected this figure."
            )


def accept_file(source_id: str) -> tuple[str, str, Path]:
    """Write the sha256 of a source's file as it is into its source.yaml; gives the one before, the new one, the path.

    Raises RefusedError for an unknown source, SourceError where anything but the sha256 is wrong.
    """
    folder = next((folder for folder in catalogue.folders() if folder.name == source_id), None)
    if folder is None:
        raise RefusedError(
            f"source {source_id!r}: found no such folder; expected one of the catalogue. "
            "To do: `figuretrail status --all` lists them as figures/<source>."
        )
    path = folder / catalogue.ENTRY_FILE
    try:
        before = str(read_source(folder).facts["sha256"])
        return before, before, path
    except SourceError as error:
        if error.place != "key 'sha256'":
            raise
    text = path.read_text(encoding="utf-8")
    facts = yaml.safe_load(text)
    entry = catalogue.read_entry(folder)
    source = Source(id=folder.name, folder=folder, kind=KINDS[folder.parent.name], facts=facts, entry=entry)
    before, after = str(facts.get("sha256") or "nothing"), hashlib.sha256(source.file.read_bytes()).hexdigest()
    line = f"sha256: {after}"
    text, count = re.subn(r"(?m)^sha256:.*$", line, text)
    yamlfile.write(path, text if count else f"{text.rstrip()}\n{line}\n")
    read_source(folder)
    return before, after, path
