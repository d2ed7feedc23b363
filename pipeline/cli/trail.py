"""`figuretrail trace`, `diff`, `releases`, `correct` and `accept`: where a number comes from, and how it was put right.

What belongs here: options, and what is printed. What does not: queries (`pipeline.published`), trails
(`figuretrail.trail`), corrections (`figuretrail.corrections`, `pipeline.correcting`).
"""

import json
import sys
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any, NoReturn

import click

from pipeline.cli.telling import program

_KINDS = click.Choice(["added", "removed", "corrected", "revised"])


@click.command(
    epilog="""
    \b
    Examples:
      figuretrail trace offences_by_year geography="England and Wales" offence_year=2019/20
      figuretrail trace offences_by_year                     every row of it, each as the command that follows it
      figuretrail trace platform_share_by_year geography="England and Wales" offence_year=2018/19 platform=Instagram \\
        base=method_recorded --prov > trail.json
      figuretrail trace nspcc-2020-11-lockdown:9bf0          a figure, by its id or the beginning of it
    """
)
@click.argument("what", metavar="TABLE|FIGURE")
@click.argument("conditions", metavar="[COLUMN=VALUE]...", nargs=-1)
@click.option("--json", "form", flag_value="json", help="The trail as JSON.")
@click.option("--prov", "form", flag_value="prov", help="The trail as W3C PROV-JSON.")
@click.option("--release", help="Follow it in a kept release instead of the last one, as r0003.")
def trace(what: str, conditions: tuple[str, ...], form: str | None, release: str | None) -> None:
    """Follow a number back: to its rule and figures, to the quoted words or the cell, and to the source's address.

    TABLE is a published table; the conditions say which of its rows: where several are meant, they are listed.
    FIGURE is a figure's id, or the beginning of one.
    """
    from figuretrail.trail import render
    from pipeline import published

    try:
        with published.open_published(release) as connection:
            if published.is_table(connection, what):
                trail = published.trail_of_row(connection, what, conditions)
            elif ":" in what or published.is_figure(connection, what):
                trail = published.trail_of_figure(connection, what)
            else:
                raise published.unknown_table(connection, what)
    except published.SeveralRowsError as several:
        if form is not None:  # a machine asked for one trail
            _fail(several)
        click.echo(f"{several.number} rows; one of them is followed by:")
        for row in several.rows:
            click.echo(f"  {row.replace('figuretrail', program(), 1)}")
        return
    except published.NotPublishedError as error:
        _fail(error)
    if form == "json":
        click.echo(json.dumps(render.as_data(trail), ensure_ascii=False, indent=2))
    elif form == "prov":
        from figuretrail.trail.provenance import as_prov_json

        click.echo(as_prov_json(trail))
    else:
        click.echo(render.as_text(trail, mark=lambda words: click.style(f"[{words}]", bold=True)))


@click.command(
    epilog="""
    \b
    Examples:
      figuretrail diff                          the last release against the one before it
      figuretrail diff r0002                    release r0002 against the one before it
      figuretrail diff r0001 r0002 --kind corrected
    """
)
@click.argument("release", required=False)
@click.argument("other", required=False)
@click.option("--kind", type=_KINDS, help="Only what was added, removed, corrected or revised.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with the columns of the table changes.")
def diff(release: str | None, other: str | None, kind: str | None, as_json: bool) -> None:
    """Say what a release added, removed, corrected and revised; by default the last one, against the one before."""
    from assets.history import differing, rows_at
    from figuretrail.history import changes
    from pipeline import published

    try:
        with published.open_published() as connection:
            later, before = published.compared(connection, release, other)
            if before is None:
                click.echo(f"{later} is the first release: there is none to compare it with.")
                return
            rows = changes(
                *differing(connection, rows_at(connection, before), rows_at(connection, later)), since=before
            )
    except published.NotPublishedError as error:
        _fail(error)
    chosen = rows if kind is None else rows[rows["kind"] == kind]
    if as_json:
        for row in chosen.astype("object").where(chosen.notna(), None).to_dict("records"):
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    for line in _lines(chosen.to_dict("records")):
        click.echo(line)
    counts = rows["kind"].value_counts()
    told = ", ".join(f"{counts.get(name, 0)} {name}" for name in _KINDS.choices)
    click.echo(f"{later} against {before}: {told}.")


def _lines(rows: Sequence[Mapping[Hashable, Any]]) -> Iterator[str]:
    """A line a change; a row that changed in several columns is named once, and its further columns stand below."""
    before = None
    for row in rows:
        sentence = row["sentence"]
        this = (row["kind"], row["object"], row["key"]) if isinstance(row["column"], str) else None
        _, parted, change = sentence.partition(f": {row['column']} ")
        if this is not None and this == before and parted:
            yield f"{'':<9}  - {row['column']} {change}"
        else:
            yield f"{row['kind']:<9}  {sentence}"
        before = this


@click.command(epilog="\b\nExample:\n  figuretrail releases")
def releases() -> None:
    """List the releases, the newest first, with what each one changed."""
    from pipeline import published

    try:
        with published.open_published() as connection:
            rows = published.releases(connection)
    except published.NotPublishedError as error:
        _fail(error)
    click.echo(f"{'release':<8} {'published (UTC)':<16} {'figures':>8} {'added':>7} {'removed':>8} ", nl=False)
    click.echo(f"{'corrected':>10} {'revised':>8}  file")
    for row in rows:
        file = "kept" if row["kept"] else "dropped; its values are in the histories"
        click.echo(
            f"{row['release']:<8} {row['published_at']:%Y-%m-%d %H:%M} {row['figures']:>8} {row['added']:>7} "
            f"{row['removed']:>8} {row['corrected']:>10} {row['revised']:>8}  {file}"
        )


@click.command(
    epilog="""
    \b
    Examples:
      figuretrail correct capitalfm-2019-09-west-midlands:daea --set value=29.2 --reason "618 of 2,117 is 29.2%"
      figuretrail correct lep-2021-10-charities:b898 --set victim_sex=female --reason "The 51 are the girls under 11"
    """
)
@click.argument("figure")
@click.option(
    "--set",
    "settings",
    metavar="COLUMN=VALUE",
    multiple=True,
    required=True,
    help="What it should be; may be repeated.",
)
@click.option("--reason", required=True, help="Why, in words that a reader can check.")
@click.option("--who", help="Who corrects it; by default the name that git knows.")
@click.option(
    "--status",
    type=click.Choice(["open", "reported"]),
    default="open",
    show_default=True,
    help="Whether its publisher knows.",
)
def correct(figure: str, settings: tuple[str, ...], reason: str, who: str | None, status: str) -> None:
    """Correct a FIGURE (its id, or the beginning of one) in the corrections.yaml beside its source.

    The entry says what the source states, what it should be and why; the source's file stays as it is. An entry that
    would not apply, or would break the table's rules, is not written.
    """
    from figuretrail.errors import SourceError
    from pipeline.correcting import RefusedError, correct_figure

    try:
        done = correct_figure(figure, settings, reason=reason, who=who, status=status)
    except (RefusedError, SourceError) as error:
        _fail(error)
    click.echo(f"{done.figure_id}, “{done.surface}”:")
    for change in done.changes:
        click.echo(f"  {change}")
    click.echo(f"Written to {done.path}.")
    click.echo(f"Next: `figuretrail refresh figures/{done.source_id}` applies it to all that depends on it.")


@click.command(epilog="\b\nExample:\n  figuretrail accept dorset-tiktok-2153")
@click.argument("source")
def accept(source: str) -> None:
    """Accept an edited file of SOURCE: write its sha256 into source.yaml.

    For an edit that was meant. What changed in the figures is told by `figuretrail diff` after the next refresh.
    """
    from figuretrail.errors import SourceError
    from pipeline.correcting import RefusedError, accept_file

    try:
        before, after, path = accept_file(source)
    except (RefusedError, SourceError) as error:
        _fail(error)
    if before == after:
        click.echo(f"Nothing to do: {path} has the sha256 of the file as it is.")
        return
    click.echo(f"{path}: sha256 {before[:12]}… is {after[:12]}… now. Say why in the commit.")
    click.echo(f"Next: `figuretrail refresh figures/{source}`, then `figuretrail diff`.")


def _fail(error: Exception) -> NoReturn:
    click.echo(f"error: {error}", err=True)
    sys.exit(1)
