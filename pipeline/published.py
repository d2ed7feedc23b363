"""Reading what was published: rows, figures and earlier versions for a trail, releases and what they differ in.

Opened read-only and never locked: a refresh goes on meanwhile. What belongs here: queries on a published file. What
does not: what a trail is (`figuretrail.trail`), printing (`pipeline.cli`).
"""

import contextlib
import difflib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb

from assets.history import columns_of, latest_release, release_before
from assets.records import CONFIG, quoted
from figuretrail import catalogue
from figuretrail.errors import SourceError
from figuretrail.history import is_release, key_parts, release_id, release_number
from figuretrail.home import PROJECT, published, published_database
from figuretrail.trail.originals import Article, Place, Workbook, quote, read_again
from figuretrail.trail.render import shell_words
from figuretrail.trail.steps import ALSO, MADE_FROM, Row, Sighting, Trail, earlier, figures_named, statements

_SHOWN = 20
_WIDTH = 100  # of a sentence beside a row that could be meant
_OFTEN_SETTLED = (("geography_type",), ("period_start", "period_end"), ("comparison_start", "comparison_end"))
_STANDING = ("valid_from", "valid_to", "from_release", "to_release")


class NotPublishedError(Exception):
    """What was asked for is not among what was published; the text says what is, and what to do."""


class SeveralRowsError(NotPublishedError):
    """Several rows are what was asked for; `rows` lists each as the command that follows it alone."""

    def __init__(self, asked: str, number: int, rows: Sequence[str]) -> None:
        self.number, self.rows = number, rows
        listed = "".join(f"\n  {row}" for row in rows)
        super().__init__(f"{asked}: found {number} rows; expected one. To do: one of{listed}")


@contextlib.contextmanager
def open_published(release: str | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published database, or that of a kept release. Raises NotPublishedError."""
    path = published_database() if release is None else published() / "releases" / f"{_release(release)}.duckdb"
    if not path.exists():
        raise _nothing_there(path, release)
    try:
        connection = duckdb.connect(str(path), read_only=True, config=CONFIG)
    except duckdb.Error as error:
        raise NotPublishedError(
            f"{path}: found a file that can't be opened ({error}); expected the published database. "
            "To do: close the program that writes to it, or publish again (figuretrail refresh publication)."
        ) from None
    with connection:
        yield connection


def _release(release: str) -> str:
    try:
        return release_id(release_number(release))
    except ValueError:
        raise NotPublishedError(
            f"release {release!r}: found no such name; expected one as r0001. To do: `figuretrail releases` lists them."
        ) from None


def _nothing_there(path: Path, release: str | None) -> NotPublishedError:
    kept = sorted(file.stem for file in (published() / "releases").glob("*.duckdb") if is_release(file.stem))
    if release is not None and kept:
        return NotPublishedError(
            f"release {release}: found no file {path.name}; expected one that is kept, {kept[0]} to {kept[-1]}. "
            "To do: name one of those; every value of older ones is in the tables figure_history and table_history."
        )
    return NotPublishedError(
        f"{path}: found nothing published yet; expected the published database. "
        "To do: run `figuretrail refresh`, which reads the sources, makes the tables and publishes them."
    )


def trail_of_row(connection: duckdb.DuckDBPyConnection, table: str, conditions: Sequence[str]) -> Trail:
    """The trail of the one row of `table` that meets the conditions (`column=value`).

    Raises SeveralRowsError where more than one does, NotPublishedError where none does.
    """
    types = _types(connection, table)
    if not {"figure_ids", "figure_id"} & set(types):
        raise NotPublishedError(
            f"table {table}: found rows that name no figures; expected a table whose rows were made from figures: "
            f"{', '.join(_tables_with_figures(connection))}. To do: trace one of those."
        )
    rows = _rows(connection, f'SELECT * FROM "{table}"{_where(table, types, conditions)} ORDER BY rowid')
    keys = _key_columns(connection, table)
    if len(rows) != 1:
        raise _not_one(connection, table, conditions, rows, keys)
    return _trail(connection, table, _key_text(rows[0], keys), rows[0])


def trail_of_figure(connection: duckdb.DuckDBPyConnection, name: str) -> Trail:
    """The trail of the figure whose id is, or alone begins with, `name`. Raises NotPublishedError."""
    found = _rows(connection, f"SELECT * FROM figures WHERE starts_with(figure_id, {quoted(name)}) ORDER BY rowid")
    exact = [row for row in found if row["figure_id"] == name]
    rows = exact or found
    if len(rows) == 1:
        return _trail(connection, "figures", rows[0]["figure_id"], rows[0])
    if rows:
        listed = "\n".join(
            f"  {row['figure_id']}  {row['surface']}  {' '.join(row['context'].split())[:80]}" for row in rows[:_SHOWN]
        )
        more = f"\n  and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
        raise NotPublishedError(
            f"figure {name}: found {len(rows)} figures that begin so; expected one of:\n{listed}{more}"
        )
    was = connection.execute(
        "SELECT figure_id, max(to_release) FROM figure_history "
        f"WHERE starts_with(figure_id, {quoted(name)}) GROUP BY ALL"
    ).fetchall()
    if was:
        raise NotPublishedError(
            f"figure {name}: found it only in earlier releases, {was[0][0]} up to {was[0][1]}; expected a published "
            f"figure. To do: `figuretrail diff {was[0][1]}` says what happened; `figuretrail trace --release` "
            "follows it in a kept release."
        )
    raise NotPublishedError(
        f"figure {name}: found no published figure whose id begins so; expected an id as in the tables' figure_ids. "
        "To do: copy one from there, or refresh first if its source is new."
    )


def is_table(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    """Whether the published file has a table of that name."""
    return name in _tables(connection)


def is_figure(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    """Whether a published figure's id begins so."""
    query = f"SELECT 1 FROM figures WHERE starts_with(figure_id, {quoted(name)})"
    return connection.execute(query).fetchone() is not None


def unknown_table(connection: duckdb.DuckDBPyConnection, name: str) -> NotPublishedError:
    """What to say where a name is neither a table nor a figure."""
    tables = _tables_with_figures(connection)
    near = difflib.get_close_matches(name, tables, n=1)
    hint = f" Near it: {near[0]}." if near else ""
    return NotPublishedError(
        f"{name}: found no published table or figure of that name; expected a table ({', '.join(tables)}) or the id "
        f"of a figure.{hint} To do: correct the name."
    )


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    query = "SELECT table_name FROM duckdb_tables() ORDER BY table_name"
    return [name for (name,) in connection.execute(query).fetchall()]


def _tables_with_figures(connection: duckdb.DuckDBPyConnection) -> list[str]:
    query = "SELECT DISTINCT table_name FROM duckdb_columns() WHERE column_name = 'figure_ids' ORDER BY table_name"
    return [name for (name,) in connection.execute(query).fetchall()]


def _types(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    query = f"SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = {quoted(table)}"
    return dict(connection.execute(f"{query} ORDER BY column_index").fetchall())


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _where(table: str, types: dict[str, str], conditions: Sequence[str]) -> str:
    """The conditions as SQL; text is compared without regard to case, an empty value asks for nothing there."""
    clauses = []
    for condition in conditions:
        name, equals, value = condition.partition("=")
        if not equals or name not in types:
            if name in types:
                raise NotPublishedError(
                    f"{condition!r}: found a column without a value; expected column=value. "
                    f"To do: add the value, or `{name}=` for rows that have none there."
                )
            near = difflib.get_close_matches(name, types, n=1)
            raise NotPublishedError(
                f"{condition!r}: found no column {name!r} in {table}; expected column=value with one of "
                f"{', '.join(types)}.{f' Near it: {near[0]}.' if near else ''} To do: correct it."
            )
        kind, column = types[name], f'"{name}"'
        if not value:
            clauses.append(f"coalesce(CAST({column} AS VARCHAR), '') IN ('', '[]')")
            continue
        if kind == "VARCHAR":
            clauses.append(f"lower({column}) = lower({quoted(value)})")
        elif kind == "VARCHAR[]":
            clauses.append(f"list_contains({column}, {quoted(value)})")
        else:
            if duckdb.execute(f"SELECT TRY_CAST({quoted(value)} AS {kind})").fetchone() == (None,):
                raise NotPublishedError(
                    f"{condition!r}: found {value!r}; expected a {kind.lower()} in {table}.{name}"
                    f"{', as 2018-04-01' if kind == 'DATE' else ''}. To do: correct the value."
                )
            clauses.append(f"{column} = CAST({quoted(value)} AS {kind})")
    return " WHERE " + " AND ".join(clauses) if clauses else ""


def _not_one(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    conditions: Sequence[str],
    rows: list[dict[str, Any]],
    keys: Sequence[str],
) -> NotPublishedError:
    asked = " ".join(conditions) or "no condition"
    if rows:
        short = _short_keys(connection, table, keys)
        listed = [f"figuretrail trace {table} {_arguments(row, short)}" for row in rows[:_SHOWN]]
        others = [f"and {len(rows) - _SHOWN} more: add column=value to ask for fewer"] if len(rows) > _SHOWN else []
        return SeveralRowsError(f"{table}, {asked}", len(rows), [*listed, *others])
    total = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    said: list[str] = []
    for condition in conditions:
        name = condition.partition("=")[0]
        values = connection.execute(
            f'SELECT DISTINCT CAST("{name}" AS VARCHAR) AS v FROM "{table}" WHERE v IS NOT NULL ORDER BY v'
        ).fetchall()
        more = f" and {len(values) - _SHOWN} more" if len(values) > _SHOWN else ""
        said.append(f"  {name} has {', '.join(value for (value,) in values[:_SHOWN]) or 'no value'}{more}")
    return NotPublishedError(
        f"{table}, {asked}: found no row among {total[0] if total else 0}; expected one. To do: correct the values;"
        + ("\n" + "\n".join(said) if said else " the table is empty")
    )


def _arguments(row: Row, keys: Sequence[str]) -> str:
    sentence = str(row.get("sentence") or "")
    return shell_words(_key_text(row, keys)) + (f"   # {sentence[:_WIDTH]}" if sentence else "")


def _short_keys(connection: duckdb.DuckDBPyConnection, table: str, keys: Sequence[str]) -> list[str]:
    """The keys without those dates and kinds of place that the others settle."""
    kept = list(keys)
    for settled in _OFTEN_SETTLED:
        fewer = [key for key in kept if key not in settled]
        if fewer and _number_of(connection, table, fewer) == _number_of(connection, table, kept):
            kept = fewer
    return kept


def _number_of(connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> int:
    names = ", ".join(f'"{name}"' for name in columns)
    row = connection.execute(f'SELECT count(*) FROM (SELECT DISTINCT {names} FROM "{table}")').fetchone()
    return int(row[0]) if row else 0


def _key_columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """The columns that tell the table's rows apart: as its history's keys have them."""
    query = f'SELECT key FROM table_history WHERE "table" = {quoted(table)} LIMIT 500'
    rows = connection.execute(query).fetchall()
    named = {name for (key,) in rows for name in key_parts(key)}
    return [name for name in _types(connection, table) if name in named] or ["figure_id"]


def _key_text(row: Row, keys: Sequence[str]) -> str:
    said = {name: ", ".join(row[name]) if isinstance(row[name], list) else row[name] for name in keys if name in row}
    return "; ".join(f"{name}={value}" for name, value in said.items() if value is not None)


def _trail(connection: duckdb.DuckDBPyConnection, table: str, key: str, row: dict[str, Any]) -> Trail:
    made_from, also = figures_named(row)
    used_in = _used_in(connection, key, MADE_FROM) if table == "figures" else []
    beside = [each for each in _used_in(connection, key, ALSO) if each not in used_in] if table == "figures" else []
    figures = _by_id(connection, "figures", "figure_id", [*made_from, *also])
    sources = _by_id(connection, "sources", "source_id", {figure["source_id"] for figure in figures.values()})
    corrections = _rows(connection, "SELECT * FROM corrections") if is_table(connection, "corrections") else []
    look = _Look(figures)
    standing = releases(connection)[0]
    return Trail(
        release=standing["release"],
        published_at=f"{standing['published_at']:%Y-%m-%d %H:%M}",
        table=table,
        key=key,
        row=row,
        made_from=statements(made_from, figures, sources, corrections, look),
        also=statements(also, figures, sources, corrections, look),
        earlier=earlier(*_versions(connection, table, key, row)),
        used_in=used_in,
        beside=beside,
    )


def _by_id(
    connection: duckdb.DuckDBPyConnection, table: str, column: str, ids: Sequence[str] | set[str]
) -> dict[str, Row]:
    listed = ", ".join(map(quoted, sorted(ids))) or "NULL"
    rows = _rows(connection, f'SELECT * FROM "{table}" WHERE "{column}" IN ({listed})')
    return {row[column]: row for row in rows}


def _versions(
    connection: duckdb.DuckDBPyConnection, table: str, key: str, row: Row
) -> tuple[list[dict[str, Any]], list[str]]:
    """How the row stood from release to release, and the columns that can differ."""
    order = "ORDER BY CAST(substr(from_release, 2) AS BIGINT)"
    if table == "figures":
        columns = [name for name in columns_of(connection, "figure_history") if name not in _STANDING]
        return _rows(connection, f"SELECT * FROM figure_history WHERE figure_id = {quoted(key)} {order}"), columns
    which = f'"table" = {quoted(table)} AND key = {quoted(key)}'
    kept = _rows(connection, f"SELECT * FROM table_history WHERE {which} {order}")
    versions = [{**dict.fromkeys(row), **json.loads(version["row"]), **version} for version in kept]
    return versions, [name for name in row if name not in _STANDING]


def _used_in(connection: duckdb.DuckDBPyConnection, figure_id: str, columns: Sequence[str]) -> list[tuple[str, str]]:
    """The rows of other tables that name the figure in one of these columns."""
    used = []
    for table in _tables_with_figures(connection):
        types = _types(connection, table)
        named = [f"list_contains({name}, {quoted(figure_id)})" for name in columns if types.get(name) == "VARCHAR[]"]
        if not named:
            continue
        rows = _rows(connection, f'SELECT * FROM "{table}" WHERE {" OR ".join(named)} ORDER BY rowid')
        if rows:
            keys = _short_keys(connection, table, _key_columns(connection, table))
            used += [(table, _key_text(row, keys)) for row in rows]
    return used


class _Look:
    """Looks figures up in their sources' files, each file read once."""

    def __init__(self, figures: dict[str, Row]) -> None:
        self._folders = {folder.name: folder for folder in catalogue.folders()}
        self._cells: dict[str, list[str]] = {}
        for figure in figures.values():
            if figure["cell"]:
                self._cells.setdefault(figure["source_id"], []).append(figure["cell"])
        self._read: dict[str, tuple[str, Article | Workbook | str] | None] = {}

    def __call__(self, figure: Row) -> Sighting | None:
        """What the source's file shows of the figure now; None where the source has no folder here."""
        source_id = figure["source_id"]
        if source_id not in self._read:
            self._read[source_id] = self._open(source_id)
        opened = self._read[source_id]
        if opened is None:
            return None
        place = Place(**{name: figure[name] for name in ("surface", "context", "start", "end", "cell")})
        file, original = opened
        if isinstance(original, str):
            return Sighting(file=file, quote=quote(place), fault=original)
        return Sighting(file=file, quote=original.quote(place), fault=original.fault(place))

    def _open(self, source_id: str) -> tuple[str, Article | Workbook | str] | None:
        folder = self._folders.get(source_id)
        if folder is None:
            return None
        try:
            path = catalogue.read_source(folder).file
            name = str(path.relative_to(PROJECT)) if path.is_relative_to(PROJECT) else str(path)
            return name, read_again(path, self._cells.get(source_id, ()))
        except SourceError as error:
            return folder.name, f"found {error.found}; expected {error.expected}"


def releases(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Every release, the newest first, and whether its file is kept."""
    rows = _rows(connection, "SELECT * FROM releases ORDER BY CAST(substr(release, 2) AS BIGINT) DESC")
    kept = {file.stem for file in (published() / "releases").glob("r*.duckdb")}
    return [{**row, "kept": row["release"] in kept} for row in rows]


def compared(connection: duckdb.DuckDBPyConnection, release: str | None, with_: str | None) -> tuple[str, str | None]:
    """The two releases to compare, the later one first: the last if none is named, with the one before it.

    The second is None where the first has none before it. Raises NotPublishedError for a release that never was.
    """
    latest = latest_release(connection)
    later = _known(connection, release) if release else latest[0] if latest else None
    if later is None:
        raise NotPublishedError("found no release; expected one. To do: run `figuretrail refresh`.")
    earlier_ = _known(connection, with_) if with_ else release_before(connection, later)
    if earlier_ is not None and release_number(earlier_) > release_number(later):
        return earlier_, later
    return later, earlier_


def _known(connection: duckdb.DuckDBPyConnection, release: str) -> str:
    name = _release(release)
    if connection.execute(f"SELECT 1 FROM releases WHERE release = {quoted(name)}").fetchone() is None:
        row = connection.execute("SELECT count(*) FROM releases").fetchone()
        raise NotPublishedError(
            f"release {name}: found {row[0] if row else 0} releases, and none of that name; expected one of them. "
            "To do: `figuretrail releases` lists them."
        )
    return name
