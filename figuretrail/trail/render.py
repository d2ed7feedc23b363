"""A trail as text for a terminal, and as plain data for JSON.

What belongs here: wording and layout. What does not: what is on the trail (`steps`).
"""

import datetime as dt
import re
import shlex
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from figuretrail.history import key_in_words, key_parts
from figuretrail.trail.rules import plain
from figuretrail.trail.steps import Row, Statement, Trail

Mark = Callable[[str], str]
WIDTH = 110
_STATEMENTS_IN_FULL = 12  # of those that only speak of the same thing


def bracketed(number: str) -> str:
    """The number in its sentence, for a terminal without colours."""
    return f"[{number}]"


def as_text(trail: Trail, *, mark: Mark = bracketed) -> str:
    """The trail from the number down to the addresses."""
    lines = [f"{trail.table}: {_title(trail)}", f"  release {trail.release}, published {trail.published_at} UTC"]
    if trail.table != "figures":
        lines += _number(trail)
    for earlier in trail.earlier:
        before = ", ".join(f"{name} {_plain_cell(value)}" for name, value in earlier.differed.items())
        lines.append(f"  until {earlier.to_release} ({earlier.until} UTC) it was: {before}")
    if trail.table != "figures":
        lines += ["", _heading("made from", trail.made_from)]
    for number, statement in enumerate(trail.made_from, 1):
        lines += _statement(statement, f"{number}." if trail.table != "figures" else "-", mark)
    if trail.also:
        lines += ["", _heading("speaks of the same thing", trail.also)]
        for statement in trail.also[:_STATEMENTS_IN_FULL]:
            lines += _statement(statement, "-", mark)
        if len(trail.also) > _STATEMENTS_IN_FULL:
            lines.append(f"  and {len(trail.also) - _STATEMENTS_IN_FULL} more (--json lists them all)")
    if trail.used_in:
        lines += ["", "goes into"]
        lines += [f"  figuretrail trace {table} {shell_words(key)}" for table, key in trail.used_in]
    if trail.beside:
        lines += ["", "is set beside the number of"]
        lines += [f"  figuretrail trace {table} {shell_words(key)}" for table, key in trail.beside]
    return "\n".join(lines)


def _title(trail: Trail) -> str:
    return trail.key if trail.table == "figures" else key_in_words(trail.key)


def _heading(text: str, statements: Sequence[Statement]) -> str:
    return f"{text} ({len(statements)} figure{'' if len(statements) == 1 else 's'})"


def _number(trail: Trail) -> Iterator[str]:
    if trail.number:
        yield f"  {trail.number[0]}: {trail.number[1]}"
    if trail.rule:
        yield f"  {trail.row.get('basis') or 'rule'}, {trail.rule}: {trail.rule_meaning}"
    if trail.working:
        yield f"  {trail.working}"
    low, high = (next((trail.row[name] for name in trail.row if name.startswith(end)), None) for end in _ENDS)
    if low is not None and high is not None and low != high:
        yield f"  what sources say lies between {plain(low)} and {plain(high)}"
    if sentence := trail.row.get("sentence"):
        yield from textwrap.wrap(str(sentence), WIDTH, initial_indent="  ", subsequent_indent="  ")


_ENDS = ("lowest", "highest")


def _statement(statement: Statement, number: str, mark: Mark) -> Iterator[str]:
    figure = statement.figure
    if not statement.is_known:
        yield f"  {number} {figure['figure_id']}: not among the published figures"
        return
    yield f"  {number} {describe(figure)}"
    indent = " " * (len(number) + 3)
    for correction in statement.corrections:
        verb = "corrected" if correction["state"] == "applied" else "fixed by its publisher"
        yield (
            f"{indent}{verb}: {correction['column']} {_plain_cell(correction['was'])}, now "
            f"{_plain_cell(correction['now'])}: {correction['reason']} ({correction['who']}, {correction['date']})"
        )
    before, words, after = statement.quote.parts
    if figure.get("cell"):
        yield from _wrapped(
            f"{mark(figure['surface'])} in cell {figure['cell']}, under: {before}{words}{after}", indent
        )
    else:
        yield from _wrapped(f"“{before}{mark(words) if words else ''}{after}”", indent)
    if figure.get("review"):
        yield from _wrapped(f"to review: {'; '.join(figure['review_reasons'])}", indent)
    yield f"{indent}{figure['figure_id']}, {_standing(statement)}"
    if statement.source:
        yield from _wrapped(_source(statement.source), indent)


def _wrapped(text: str, indent: str) -> list[str]:
    text = " ".join(text.split())
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )


def describe(figure: Row) -> str:
    """What a figure says in one line."""
    value = figure.get("value")
    said = "" if value is None else f"{_SIGNS.get(figure['bound'], '')}{plain(value)}{_UNITS[figure['unit']]}"
    if figure["status"] != "reported":
        said = f"{figure['status'].replace('_', ' ')}" + (f" ({said})" if said else "")
    about = [
        f"{said} {_MEASURES[figure['measure']]}".strip(),
        "" if figure["base"] in (None, "all") else f"base {figure['base']}",
        ", ".join(figure["platforms"]),
        _victims(figure),
        figure.get("geography") or "no place",
        _span(figure, "period") or "no period",
        "against " + against if (against := _span(figure, "comparison")) else "",
    ]
    return ", ".join(filter(None, about))


_SIGNS = {"~": "about ", ">": "more than ", ">=": "at least ", "<": "under ", "<=": "up to "}
_UNITS = {
    "count": "",
    "percent": "%",
    "percent_change": "%",
    "per_day": " a day",
    "per_week": " a week",
    "per_month": " a month",
    "years": " years",
}
_MEASURES = {
    "offences": "offences",
    "offence_share": "of offences",
    "offence_change": "change in offences",
    "offence_rate": "offences",
    "victims": "victims",
    "victim_share": "of victims",
    "victim_age": "the victim's age",
    "forces": "police forces",
    "methods": "means of communication",
}


def _victims(figure: Row) -> str:
    low, high, sex = (figure.get(name) for name in ("victim_age_min", "victim_age_max", "victim_sex"))
    ages = f"aged {low if low is not None else 0} to {high}" if high is not None else f"aged {low} and over"
    return " ".join(filter(None, [sex, ages if low is not None or high is not None else ""]))


def _span(figure: Row, name: str) -> str:
    start, end = figure.get(f"{name}_start"), figure.get(f"{name}_end")
    return f"{start or '…'} to {end or '…'}" if start or end else ""


def _standing(statement: Statement) -> str:
    sighting = statement.sighting
    if sighting is None:
        return f"{statement.place.text} (the source's file is not here to look)"
    if sighting.fault:
        return f"{statement.place.text} of {sighting.file}: NOT FOUND THERE NOW: {sighting.fault}"
    return f"{statement.place.text} of {sighting.file}, found there now"


def _source(source: Row) -> str:
    wording = {"abstract": "read from our abstract", "layout ours": "real numbers, layout ours"}.get(
        str(source.get("wording"))
    )
    parts = [source.get("publisher"), source.get("title"), source.get("published"), wording, source.get("url")]
    return ", ".join(str(part) for part in parts if part)


def _plain_cell(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "nothing"
    return "nothing" if value is None else plain(value)


def shell_words(key: str) -> str:
    """A key as arguments of `figuretrail trace`."""
    return " ".join(f"{name}={_quoted(value)}" for name, value in key_parts(key).items())


def _quoted(value: str) -> str:
    return value if value and shlex.quote(value) == value else '"' + re.sub(r'(["\\$`])', r"\\\1", value) + '"'


def as_data(trail: Trail) -> dict[str, Any]:
    """The trail as plain data, for JSON."""
    return {
        "release": trail.release,
        "published_at": trail.published_at,
        "table": trail.table,
        "key": key_parts(trail.key) if trail.table != "figures" else {"figure_id": trail.key},
        "row": jsonable(trail.row),
        "rule": trail.rule,
        "rule_meaning": trail.rule_meaning,
        "working": trail.working,
        "made_from": [_statement_data(statement) for statement in trail.made_from],
        "also": [_statement_data(statement) for statement in trail.also],
        "earlier": [
            {
                "from_release": earlier.from_release,
                "to_release": earlier.to_release,
                "until": earlier.until,
                "differed": jsonable(earlier.differed),
            }
            for earlier in trail.earlier
        ],
        "used_in": [{"table": table, "key": key_parts(key)} for table, key in trail.used_in],
        "beside": [{"table": table, "key": key_parts(key)} for table, key in trail.beside],
    }


def _statement_data(statement: Statement) -> dict[str, Any]:
    if not statement.is_known:
        return {"figure_id": statement.figure["figure_id"], "known": False}
    sighting, quote = statement.sighting, statement.quote
    return {
        "figure": jsonable(statement.figure),
        "quote": {"text": quote.text, "start": quote.start, "end": quote.end},
        "place": statement.place.text,
        "file": sighting.file if sighting else None,
        "found": None if sighting is None else sighting.fault is None,
        "fault": sighting.fault if sighting else None,
        "corrections": [jsonable(correction) for correction in statement.corrections],
        "source": None if statement.source is None else jsonable(statement.source),
    }


def jsonable(row: Row) -> dict[str, Any]:
    """A row with dates and times as ISO text."""
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in row.items()}
