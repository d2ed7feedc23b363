"""The files that readers open: the published database, its CSV exports and the last releases, each replaced whole.

Every file is built beside the one that it replaces and moved into place by one rename. A run that is killed at any
moment leaves what readers see as it was, or as it is to be; what it left half built is removed by the next one.

What belongs here: building and replacing those files. What does not: what a release is (`assets.publication`).
"""

import contextlib
import shutil
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from assets.history import latest_release
from assets.records import CONFIG, quoted
from figuretrail.history import release_number
from figuretrail.home import published, published_database
from schemas.common import Model, descriptions

KEPT_RELEASES = 20
_BLOCK_BYTES = 16384  # DuckDB's smallest: with its own choice, 20 tables of a few rows take megabytes


class PublicationError(Exception):
    """The published files can't be replaced; the text says why and what to do."""


def releases_folder() -> Path:
    """Where the last releases are kept, a DuckDB file each."""
    return published() / "releases"


def kept_release(release: str) -> Path:
    """The file of one kept release."""
    return releases_folder() / f"{release}.duckdb"


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


def seen_by_readers(release: str) -> bool:
    """Whether the release was ever put where a reader may have opened it."""
    return kept_release(release).exists() or release_in(published_database()) == release


def in_place(release: str) -> bool:
    """Whether the database, its kept copy and the exports that readers see are all of this release."""
    links = [published() / name for name in ("csv", "history")]
    exported = [link.is_dir() and link.resolve().parent.name.startswith(f"{release}-") for link in links]
    return all(exported) and kept_release(release).exists() and release_in(published_database()) == release


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


def put_in_place(
    connection: duckdb.DuckDBPyConnection,
    release: str,
    content: Mapping[str, Model],
    histories: Mapping[str, Model],
) -> None:
    """Build the release's files from the working database and move each into place.

    `content` are the tables that are the same for the same sources, whenever they were read; `histories` those that
    depend on when and how often. Both are in the database; their exports are in folders of their own.
    """
    refuse_log()
    releases_folder().mkdir(parents=True, exist_ok=True)
    _sweep()
    built = _build(connection, {**content, **histories})
    copy = kept_release(release).with_suffix(".duckdb.new")
    shutil.copyfile(built, copy)
    copy.replace(kept_release(release))
    refuse_log()
    built.replace(published_database())
    _export(connection, release, list(content), list(histories))
    _drop_old_releases()


def _sweep() -> None:
    """Remove what a killed run left half built, and exports that no link names."""
    for left in [*published().glob("*.new*"), *releases_folder().glob("*.new*"), *published().glob(".link-*")]:
        left.unlink()
    linked = {link.resolve().parent for link in (published() / "csv", published() / "history") if link.is_symlink()}
    for folder in _exports().glob("*"):
        if folder.resolve() not in linked:
            shutil.rmtree(folder)


def _build(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, Model]) -> Path:
    """A new database file with the tables, described, and no log beside it."""
    built = published_database().with_name(published_database().name + ".new")
    connection.execute(f"ATTACH {quoted(built)} AS release (BLOCK_SIZE {_BLOCK_BYTES})")
    try:
        connection.execute("BEGIN")
        for table, model in tables.items():
            connection.execute(f'CREATE TABLE release."{table}" AS FROM "{table}" ORDER BY rowid')
            about = {f'TABLE release."{table}"': _first_paragraph(model)}
            about |= {f'COLUMN release."{table}"."{name}"': text for name, text in descriptions(model).items()}
            for thing, text in about.items():
                connection.execute(f"COMMENT ON {thing} IS {quoted(text)}")
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
    return built


def _first_paragraph(model: Model) -> str:
    return " ".join((model.__doc__ or "").strip().partition("\n\n")[0].split())


def _export(
    connection: duckdb.DuckDBPyConnection, release: str, content: Sequence[str], histories: Sequence[str]
) -> None:
    """Write the tables as CSV into a new folder and point the links `csv` and `history` at it."""
    folder = _exports() / f"{release}-{time.time_ns()}"
    for name, tables in (("csv", content), ("history", histories)):
        (folder / name).mkdir(parents=True)
        for table in tables:
            _write_csv(connection, table, folder / name / f"{table}.csv")
    for name in ("csv", "history"):
        link, new = published() / name, published() / f".link-{name}"
        new.symlink_to(Path(folder.relative_to(published())) / name)
        new.replace(link)
    _sweep()


def _write_csv(connection: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """The table in its own order; lists are joined by semicolons."""
    types = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() "
        "WHERE table_name = ? AND database_name = current_database() ORDER BY column_index",
        [table],
    ).fetchall()
    columns = ", ".join(
        f'array_to_string("{name}", \'; \') AS "{name}"' if type_.endswith("[]") else f'"{name}"'
        for name, type_ in types
    )
    connection.execute(f'COPY (SELECT {columns} FROM "{table}" ORDER BY rowid) TO {quoted(path)} (HEADER, FORMAT csv)')


def _drop_old_releases() -> None:
    kept = sorted(releases_folder().glob("r*.duckdb"), key=lambda path: release_number(path.stem))
    for path in kept[:-KEPT_RELEASES]:
        path.unlink()
