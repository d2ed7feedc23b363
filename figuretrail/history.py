"""What differs between two releases, row by row and column by column, in words.

What belongs here: comparing rows that were published with rows that are, and telling a correction and what follows
from it from any other revision. What does not: keeping and fetching them (`assets.history`).

A row comes as three texts: `object` (its table), `key` (what tells it from the others) and `row` (all of it, as JSON).
pandas is imported where frames are compared: keys and names of releases are needed where nothing should wait for it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

RELEASE = r"^r\d{4,}$"
ROW = ["object", "key", "row"]
COLUMNS = ["since", "kind", "object", "key", "column", "before", "after", "sentence"]

# Columns that follow from others of their row: told only where nothing else of the row differs.
FOLLOWING = ("claim_id", "end", "corrected", "stated", "sentence")
# Columns that say little of a row in one line: the number itself comes first among the rest.
_ASIDE = ("days", "start", "end", "sources", "releases", "confidence", "number")


def content_id(versions: Mapping[str, str]) -> str:
    """The hash of a release's content, from the data version of each of its tables."""
    text = "|".join(f"{table}={versions[table]}" for table in sorted(versions))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_release(name: str) -> bool:
    """Whether the name is a release's id, as `r0001`."""
    return re.fullmatch(RELEASE, name) is not None


def release_id(number: int) -> str:
    """`r0001` for 1."""
    return f"r{number:04d}"


def release_number(release: str) -> int:
    """1 for `r0001`, `r1` or `1`. Raises ValueError for anything else."""
    number = int(release.removeprefix("r"))
    if number < 1:
        raise ValueError(f"{release!r} is no release: the first one is r0001")
    return number


def changes(before: pd.DataFrame, after: pd.DataFrame, *, since: str) -> pd.DataFrame:
    """What differs: one row for each row that came or went, one for each value that differs in a row that stayed.

    Both frames have the columns of `ROW` and may hold only rows that differ. Columns that only one side's table has
    are no difference of its rows. Sorted: figures first, then table by table.
    """
    import pandas as pd

    # As plain objects: two frames of texts without a row have no type in common that a merge could use.
    both = (
        before[ROW]
        .astype("object")
        .merge(after[ROW].astype("object"), on=["object", "key"], how="outer", suffixes=("_before", "_after"))
    )
    both = both[["object", "key", "row_before", "row_after"]]
    both = both[both["row_before"].ne(both["row_after"]) | both["row_before"].isna() | both["row_after"].isna()]
    corrected = corrected_figures((old, new) for table, _, old, new in _parsed_rows(both) if table == "figures")
    withdrawn = corrected_figures((new, old) for table, _, old, new in _parsed_rows(both) if table == "figures")
    withdrawn -= corrected
    reasons = _reasons(new for table, _, _, new in _parsed_rows(both) if table == "corrections")
    told = [
        {"since": since, "object": table, "key": key, **change}
        for table, key, old, new in _parsed_rows(both)
        for change in _of_row(table, key, old, new, corrected, withdrawn, reasons)
    ]
    frame = pd.DataFrame(told, columns=COLUMNS).astype("str")
    return frame.sort_values(
        ["object", "key"], key=lambda column: column.map(_figures_first), kind="stable", ignore_index=True
    )


def _figures_first(text: str) -> str:
    return "" if text == "figures" else text


def _parsed_rows(
    both: pd.DataFrame,
) -> Iterator[tuple[str, str, dict[str, Any] | None, dict[str, Any] | None]]:
    """Table, key, the row before and the row after; parsed anew each time, since all of them at once are too many."""
    for table, key, before, after in zip(*(both[name] for name in both.columns), strict=True):
        yield table, key, _parsed(before), _parsed(after)


def _parsed(row: Any) -> dict[str, Any] | None:
    return json.loads(row) if isinstance(row, str) else None


def corrected_figures(pairs: Iterable[tuple[dict[str, Any] | None, dict[str, Any] | None]]) -> set[str]:
    """The ids of the figures of which a column differs that a correction sets now."""
    return {
        new["figure_id"]
        for old, new in pairs
        if old is not None and new is not None and any(_is_corrected(name, old, new) for name in new)
    }


def _is_corrected(column: str, old: dict[str, Any], new: dict[str, Any]) -> bool:
    return column in (new.get("corrected") or ()) and old.get(column) != new.get(column)


def _is_withdrawn(column: str, old: dict[str, Any], new: dict[str, Any]) -> bool:
    return column in (old.get("corrected") or ()) and column not in (new.get("corrected") or ())


def _reasons(rows: Iterable[dict[str, Any] | None]) -> dict[tuple[str, str], str]:
    """Why a figure's column was corrected, from the corrections that came with the release."""
    return {(row["figure_id"], row["column"]): row["reason"] for row in rows if row is not None and row["figure_id"]}


def _of_row(
    table: str,
    key: str,
    old: dict[str, Any] | None,
    new: dict[str, Any] | None,
    corrected: set[str],
    withdrawn: set[str],
    reasons: Mapping[tuple[str, str], str],
) -> list[dict[str, Any]]:
    if old is None or new is None:
        kind, row = ("added", new) if old is None else ("removed", old)
        assert row is not None
        number = _in_brief(table, key, row)
        sentence = f"{_name(table, key, row)} is {'new' if old is None else 'gone'}"
        sentence += "." if row.get("sentence") else f": {number}."
        sides = {"before": None, "after": number} if old is None else {"before": number, "after": None}
        return [{"kind": kind, "column": None, **sides, "sentence": sentence}]
    differing = [name for name in new if name in old and old[name] != new[name]]
    telling = [name for name in differing if name not in FOLLOWING] or differing
    named = set() if table == "figures" else _figures_of(old) | _figures_of(new)
    follows = bool(corrected & named)
    told = []
    for name in telling:
        is_corrected = follows or (table == "figures" and _is_corrected(name, old, new))
        was, now = as_text(old[name]), as_text(new[name])
        why = reasons.get((key, name)) if is_corrected and not follows else None
        sentence = _sentence(_name(table, key, new), name, was, now, corrected=is_corrected, follows=follows, why=why)
        if not is_corrected and (_is_withdrawn(name, old, new) if table == "figures" else withdrawn & named):
            cause = "its correction was withdrawn" if table == "figures" else "a correction was withdrawn"
            sentence = f"{sentence.removesuffix('.')}: {cause}."
        told.append(
            {
                "kind": "corrected" if is_corrected else "revised",
                "column": name,
                "before": was,
                "after": now,
                "sentence": sentence,
            }
        )
    return told


def _figures_of(row: dict[str, Any]) -> set[str]:
    ids: set[str] = set()
    for name, value in row.items():
        if name.endswith("figure_ids") and value:
            ids.update(value)
        elif name == "figure_id" and value:
            ids.add(value)
    return ids


def _name(table: str, key: str, row: dict[str, Any]) -> str:
    if table == "figures":
        return f"{row.get('source_id')}, “{row.get('surface')}”"
    if row.get("sentence"):
        return f"{table}, “{row['sentence']}”"
    return f"{table}, {key_in_words(key)}"


def key_in_words(key: str) -> str:
    """A key as a reader says it: the place, the time, and what else tells the row from others."""
    named = key_parts(key)
    spans = [
        named.pop("offence_year", None) or _span(named, "period"),
        _span(named, "comparison", before="against "),
    ]
    place = named.pop("geography", None)
    youngest, oldest = named.pop("victim_age_min", None), named.pop("victim_age_max", None)
    ages = f"aged {youngest or 0} to {oldest}" if oldest else f"aged {youngest} and over" if youngest else None
    aside = ("geography_type", "period_start", "period_end", "comparison_start", "comparison_end")
    rest = [value for name, value in named.items() if name not in aside]
    return ", ".join(filter(None, [place, *spans, ages, *rest]))


def key_parts(key: str) -> dict[str, str]:
    """The columns and values of a key; a value may hold the semicolon that parts them."""
    parts: dict[str, str] = {}
    last = ""
    for text in key.split("; "):
        name, equals, value = text.partition("=")
        if equals and name.isidentifier():
            last, parts[name] = name, value
        elif last:
            parts[last] += "; " + text
    return parts


def _span(named: Mapping[str, str], name: str, *, before: str = "") -> str | None:
    start, end = named.get(f"{name}_start"), named.get(f"{name}_end")
    return f"{before}{start or '…'} to {end or '…'}" if start or end else None


def _sentence(
    name: str, column: str, was: str | None, now: str | None, *, corrected: bool, follows: bool, why: str | None
) -> str:
    before, after = was if was is not None else "nothing", now if now is not None else "nothing"
    if corrected and not follows:
        return f"{name}: {column} was corrected from {before} to {after}" + (f" ({why.rstrip('.')})." if why else ".")
    cause = ", which follows from a correction" if follows else ""
    return f"{name}: {column} is {after} now, and was {before}{cause}."


def _in_brief(table: str, key: str, row: dict[str, Any]) -> str:
    """The row's number and its name, or the first thing that it says beside its key."""
    if table == "figures":
        # A limit is told with its number, and a number that its holder hides as hidden: "<5" is not five.
        number, bound = as_text(row["value"]), row.get("bound") or "="
        told = row["status"] if number is None else number if bound == "=" else f"{bound}{number}"
        hidden = row["status"] if number is not None and row["status"] == "suppressed" else None
        return " ".join(filter(None, [row["measure"], told, row["unit"], hidden, *_about(row)]))
    if row.get("sentence"):
        return str(row["sentence"])
    if table == "corrections":
        return (
            f"{row['was'] or 'nothing'} to {row['now'] or 'nothing'} ({str(row['reason']).rstrip('.')}), {row['state']}"
        )
    named = key_parts(key)
    rest = {name: value for name, value in row.items() if name not in named and value not in (None, [], "")}
    numbers = [name for name, value in rest.items() if _is_number(value) and name not in _ASIDE]
    first = next(iter(numbers or rest), None)
    return f"{first} {as_text(rest[first])}" if first else "nothing beside its key"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _about(row: dict[str, Any]) -> list[str]:
    place, start, end = row.get("geography"), row.get("period_start"), row.get("period_end")
    return [
        f"for {place}" if place else "",
        f"from {start}" if start else "",
        f"to {end}" if end else "",
        f"on {', '.join(row['platforms'])}" if row.get("platforms") else "",
    ]


def as_text(value: Any) -> str | None:
    """A value of a row as a reader sees it: lists joined, whole floats without a point; None for null."""
    if value is None:
        return None
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value)
