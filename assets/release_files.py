"""The files that readers open: the published database, its CSV exports and the last releases, each replaced whole.

Every file is built beside the one that it replaces and moved into place by one rename. A run that is killed at any
moment leaves what readers see as it was, or as it is to be; what it left half built is removed by the next one.

A release mostly holds what the one before held. So its database is a copy of the kept one in which the tables of
another version are replaced, and its exports are the files that stand, where their table's version does. Both only as
long as those files are as the last publication left them; else everything is written from the working database.

What belongs here: building and replacing those files. What does not: what a release is (`assets.publication`).
"""

import contextlib
import dataclasses
import json
import shutil
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb

from assets.history import latest_release
from assets.records import CONFIG, column_types, quoted
from assets.written import (
    LINKS,
    NOTE,
    Written,
    fault,
    kept_release,
    kept_releases,
    last_written,
    releases_folder,
    stamp,
)
from figuretrail.home import published, published_database
from schemas.common import Model, descriptions

KEPT_RELEASES = 20


class PublicationError(Exception):
    """The published files can't be replaced; the text says why and what to do."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Contents:
    """What a release's files hold.

    `tables` are the same for the same sources, whenever they were read, and `versions` are the data versions of their
    rows; `histories` depend on when and how often. The exports of the two are in folders of their own. `code` is the
    version of the code that publishes.
    """

    tables: Mapping[str, Model]
    histories: Mapping[str, Model]
    versions: Mapping[str, str]
    code: str


def _exports() -> Path:
    return published() / ".exports"


def log_beside(database: Path) -> Path:
    """The write-ahead log that DuckDB leaves beside a file which somebody writes to."""
    return database.with_name(database.name + ".wal")


def refuse_log() -> None:
    """Raise PublicationError where a write-ahead log stands beside the published file: DuckDB would add the log's
    changes to whatever file stands there under that name.
    """
    log = log_beside(published_database())
    if log.exists():
        raise PublicationError(
            f"{log}: found a write-ahead log; expected none, since only a program that writes to the published "
            "database leaves one, and its changes would go into the file that replaces it. To do: close that program; "
            "if it was killed, delete this log (what it changed is in no release), then run `figuretrail refresh`."
        )


def cannot_be_written(error: OSError | duckdb.Error) -> PublicationError:
    """What the system said as an error that says what to do: a folder without rights to write, a full disk."""
    said = str(error).splitlines()[0]
    if isinstance(error, OSError):
        said = f"{error.strerror or error}" + (f" ({error.filename})" if error.filename else "")
    return PublicationError(
        f"{published()}: found {said}; expected a folder that can be written, with room for a release. To do: look at "
        "its rights and at the space left, then run `figuretrail refresh`: it goes on from here."
    )


def seen_by_readers(release: str) -> bool:
    """Whether the release was ever put where a reader may have opened it."""
    return kept_release(release).exists() or release_in(published_database()) == release


def in_place(release: str) -> bool:
    """Whether the database, its kept copy and the exports that readers see are of this release, and as written."""
    links = [published() / name for name in LINKS]
    exported = [link.is_dir() and link.resolve().parent.name.startswith(f"{release}-") for link in links]
    return all(exported) and release_in(published_database()) == release and fault() is None


def release_in(database: Path) -> str | None:
    """The last release that a published file knows; None where there is none that can be read."""
    if not database.exists():
        return None
    try:
        with duckdb.connect(str(database), read_only=True, config=CONFIG) as connection:
            latest = latest_release(connection)
    except duckdb.Error:
        return None
    return None if latest is None else latest[0]


def put_in_place(connection: duckdb.DuckDBPyConnection, release: str, contents: Contents) -> None:
    """Build the release's files from the working database and move each into place."""
    refuse_log()
    releases_folder().mkdir(parents=True, exist_ok=True)
    _sweep()
    last = _to_build_upon(contents)
    built = _build(connection, contents, last)
    copy = kept_release(release).with_suffix(".duckdb.new")
    shutil.copyfile(built, copy)
    copy.replace(kept_release(release))
    refuse_log()
    built.replace(published_database())
    _export(connection, release, contents, last)
    _drop_old_releases()


def _to_build_upon(contents: Contents) -> Written | None:
    """What the last publication wrote, if this one can build upon it: the same code, and the same tables."""
    last = last_written()
    if last is None:
        return None
    return last if last.code == contents.code and last.tables == _names(contents) else None


def _names(contents: Contents) -> list[str]:
    return [*contents.tables, *contents.histories]


def _sweep() -> None:
    """Remove what a killed run left half built, and exports that no link names."""
    for left in [*published().glob("*.new*"), *releases_folder().glob("*.new*"), *published().glob(".link-*")]:
        left.unlink()
    linked = {link.resolve().parent for link in (published() / "csv", published() / "history") if link.is_symlink()}
    for folder in _exports().glob("*"):
        if folder.resolve() not in linked:
            shutil.rmtree(folder)


def _build(connection: duckdb.DuckDBPyConnection, contents: Contents, last: Written | None) -> Path:
    """A new database file with the tables, described, and no log beside it."""
    built = published_database().with_name(published_database().name + ".new")
    if last is not None and last.still_has(kept_release(last.release)):
        shutil.copyfile(kept_release(last.release), built)
        try:
            _replace_what_changed(connection, built, contents, last)
            return built
        except duckdb.Error:
            built.unlink(missing_ok=True)  # a damaged copy must not stand in the way of a whole one
    with _attached(connection, built):
        for table, model in {**contents.tables, **contents.histories}.items():
            connection.execute(f'CREATE TABLE release."{table}" AS FROM "{table}" ORDER BY rowid')
            _describe(connection, table, model)
    return built


def _replace_what_changed(
    connection: duckdb.DuckDBPyConnection, built: Path, contents: Contents, last: Written
) -> None:
    with _attached(connection, built):
        for table in _names(contents):
            if not last.has_rows_of(table, contents.versions):
                connection.execute(f'DELETE FROM release."{table}"')
                connection.execute(f'INSERT INTO release."{table}" BY NAME FROM "{table}" ORDER BY rowid')


def _describe(connection: duckdb.DuckDBPyConnection, table: str, model: Model) -> None:
    about = {f'TABLE release."{table}"': _first_paragraph(model)}
    about |= {f'COLUMN release."{table}"."{name}"': text for name, text in descriptions(model).items()}
    connection.execute("; ".join(f"COMMENT ON {thing} IS {quoted(text)}" for thing, text in about.items()))


@contextlib.contextmanager
def _attached(connection: duckdb.DuckDBPyConnection, built: Path) -> Iterator[None]:
    """The file as the database `release`, written in one transaction, whole and closed at the end."""
    connection.execute(f"ATTACH {quoted(built)} AS release")
    try:
        connection.execute("BEGIN")
        yield
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT release")
    except BaseException:
        with contextlib.suppress(duckdb.Error):
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("DETACH release")
    if log_beside(built).exists():
        raise PublicationError(
            f"{log_beside(built)}: found a write-ahead log of a file that was just closed; expected none. "
            "To do: look for another program that opened it, then run `figuretrail refresh`."
        )


def _first_paragraph(model: Model) -> str:
    return " ".join((model.__doc__ or "").strip().partition("\n\n")[0].split())


def _export(connection: duckdb.DuckDBPyConnection, release: str, contents: Contents, last: Written | None) -> None:
    """Write the tables as CSV into a new folder and point the links `csv` and `history` at it."""
    folder = _exports() / f"{release}-{time.time_ns()}"
    for name, tables in (("csv", contents.tables), ("history", contents.histories)):
        (folder / name).mkdir(parents=True)
        for table in tables:
            file = folder / name / f"{table}.csv"
            if last is None or not last.has_rows_of(table, contents.versions) or not _take_over(last, file):
                _write_csv(connection, table, file)
    _note(folder, release, contents)
    for name in ("csv", "history"):
        link, new = published() / name, published() / f".link-{name}"
        new.symlink_to(Path(folder.relative_to(published())) / name)
        if link.is_dir() and not link.is_symlink():  # a copy of the folder that was made without links
            link.rename(link.with_name(f"{name}-aside-{time.time_ns()}"))
        new.replace(link)
    _sweep()


def _take_over(last: Written, file: Path) -> bool:
    """Put the standing export of that name in the new folder too, if it is as the last publication left it."""
    standing = _exports() / last.folder / file.parent.name / file.name
    if not last.still_has(standing):
        return False
    try:
        file.hardlink_to(standing)
    except OSError:
        return False  # a file system without links: it is written
    return True


def _note(folder: Path, release: str, contents: Contents) -> None:
    """Keep what was written, for the next publication to build upon."""
    files = [published_database(), kept_release(release), *folder.glob("*/*.csv")]
    written = Written(
        release=release,
        folder=folder.name,
        code=contents.code,
        tables=_names(contents),
        versions={table: contents.versions[table] for table in contents.tables if table in contents.versions},
        files={file.relative_to(published()).as_posix(): stamp(file) for file in files},
    )
    (folder / NOTE).write_text(json.dumps(dataclasses.asdict(written)), encoding="utf-8")


def _write_csv(connection: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """The table in its own order; lists are joined by semicolons."""
    columns = ", ".join(
        f'array_to_string("{name}", \'; \') AS "{name}"' if type_.endswith("[]") else f'"{name}"'
        for name, type_ in column_types(connection, table).items()
    )
    connection.execute(f'COPY (SELECT {columns} FROM "{table}" ORDER BY rowid) TO {quoted(path)} (HEADER, FORMAT csv)')


def _drop_old_releases() -> None:
    for path in kept_releases()[:-KEPT_RELEASES]:
        path.unlink()
