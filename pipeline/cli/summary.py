"""What a refresh says at its end: what was read and made, what the checks and the audit found, what to try next."""

import contextlib

import click
import duckdb

from assets.records import CONFIG
from assets.written import last_written
from figuretrail.home import published, published_database, working_database
from pipeline.checks import EVERY_SOURCE_READ
from pipeline.cli.telling import program, tell_of_ignored
from pipeline.refresh import Outcome

_TO_FOLLOW = ("offences_by_year", "platform_share_by_year", "offences_by_period", "figures")
_SHOWN = 12  # failed checks that are named; of faults all are, since nothing else lists them


def summarise(outcome: Outcome) -> None:
    """Print the outcome of a refresh and the state of the database after it."""
    if outcome.set_aside:
        _list(
            "Set aside, and in no table, since they break a rule of figures:", outcome.set_aside, err=True, shown=None
        )
        click.echo(
            "  To do: `figuretrail extract FILE` shows how they were read; mend the file, give a workbook", err=True
        )
        click.echo("  a hint (docs/hints.md), or correct what was read (docs/corrections.md); then refresh.", err=True)
    if outcome.interrupted:
        click.echo("Interrupted. What was made until then is kept, and readers have the last release.", err=True)
        _list("Could not be refreshed; of each, the last good rows stay:", outcome.faults, err=True, shown=None)
        click.echo("Next: `figuretrail refresh` makes the rest.", err=True)
        return
    passed, warned, failed = outcome.checks_passed, len(outcome.checks_warned), len(outcome.checks_failed)
    click.echo(f"{len(outcome.made)} assets made; {passed} checks passed, {warned} warned, {failed} failed.")
    if working_database().exists():
        # The next refresh may have begun: then the numbers are its to tell.
        with (
            contextlib.suppress(duckdb.IOException),
            duckdb.connect(str(working_database()), read_only=True, config=CONFIG) as connection,
        ):
            _tables(connection)
            _audit(connection)
    shown = [
        check for check in outcome.checks_failed if not check.startswith(EVERY_SOURCE_READ)
    ]  # told as faults below
    _list("Failed checks (docs/findings.md reviews the embedded sources'):", [_with_rows(check) for check in shown])
    _list("Worth a look, says the audit:", [_with_rows(check) for check in outcome.checks_warned])
    _list("Could not be refreshed; of each, the last good rows stay:", outcome.faults, err=True, shown=None)
    tell_of_ignored()
    if outcome.is_published and published_database().exists():
        click.echo(f"Published: {published_database()} (and {published() / 'csv'})")
        _next_steps()
    elif not outcome.is_published:
        _not_published(outcome)


def _with_rows(check: str) -> str:
    """A check with the command that shows the rows that fail it."""
    name, _, table = check.partition(" of ")
    condition = {"plausibility_findings": f" check={name}", "arithmetic_checks": " verdict=inconsistent"}.get(table, "")
    if name in ("rows_are_valid", "no_figure_was_set_aside", "words_and_cells_still_stand"):
        return f"{check} (figuretrail ui shows the rows)"
    return f"{name:<32}{program()} trace {table}{condition}"


def _not_published(outcome: Outcome) -> None:
    last = last_written()
    stands = f"the last release, {last.release}, stands" if last else "there is no release yet"
    click.echo(f"Not published; {stands}.", err=True)
    for line in outcome.not_published or ["Tables that it needs could not be made, as said above. To do: mend that."]:
        click.echo(f"  {line}", err=True)
    click.echo(f"Next: `{program()} refresh` publishes what was made, once that is mended.", err=True)


def _next_steps() -> None:
    """What to try next, with commands that work as they are printed on what was published."""
    with (
        contextlib.suppress(duckdb.Error),
        duckdb.connect(str(published_database()), read_only=True, config=CONFIG) as connection,
    ):
        for table in _TO_FOLLOW:
            if connection.execute(f'FROM "{table}" LIMIT 1').fetchone() is not None:
                click.echo(f"Next: `{program()} trace {table}` follows a number back to its words;")
                break
        else:
            click.echo("Next:")
    click.echo(f"      `{program()} ui` shows the graph; pandas and `duckdb -readonly` open the published file.")


def _tables(connection: duckdb.DuckDBPyConnection) -> None:
    rows = connection.execute(
        """SELECT asset, "rows" FROM materialisations WHERE asset NOT LIKE 'figures/%' AND asset <> 'publication'"""
    ).fetchall()
    counts = dict(rows)
    for lead in ("sources", "figures"):
        if lead in counts:
            click.echo(f"  {lead:<26}{counts.pop(lead):>8,}")
    for table, count in counts.items():
        click.echo(f"  {table:<26}{count:>8,} rows")


def _audit(connection: duckdb.DuckDBPyConnection) -> None:
    for table, label in (("arithmetic_checks", "Arithmetic"), ("agreements", "Agreement between sources")):
        known = connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = ?", [table]).fetchone()
        if known is None:
            continue
        found = connection.execute(f"SELECT verdict, count(*) FROM {table} GROUP BY 1 ORDER BY 2 DESC, 1").fetchall()
        if found:
            click.echo(f"{label}: " + ", ".join(f"{count:,} {verdict.replace('_', ' ')}" for verdict, count in found))


def _list(title: str, lines: list[str], *, err: bool = False, shown: int | None = _SHOWN) -> None:
    if not lines:
        return
    click.echo(title, err=err)
    for line in lines[:shown]:
        click.echo(f"  {line}", err=err)
    if shown is not None and len(lines) > shown:
        click.echo(f"  and {len(lines) - shown} more", err=err)
