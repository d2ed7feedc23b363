"""Where a suppressed number could be worked out from other printed numbers: a warning that never says the number.

What belongs here: finding the routes by which a reader could undo a suppression. What does not: undoing it. Nothing in
this module, or in any output, holds what the other numbers leave for a suppressed one; the sentence names the cells
and the total, so that a disclosure officer can check them, and says no value at all.
"""

import hashlib

import numpy as np
import pandas as pd

from figuretrail.audit import totals
from figuretrail.audit.claims import COUNTS, NOTHING, PERIOD_KEY, claims, counts, targets, working
from figuretrail.audit.parts import KEYS, beside_totals, with_ages
from figuretrail.joining import Groups, join

COLUMNS = {
    "risk_id": "str",
    "source_id": "str",
    "route": "str",
    "suppressed_count": "Int64",
    "suppressed_figure_ids": "object",
    "figure_ids": "object",
    "places": "object",
    "severity": "str",
    "sentence": "str",
}

# How a suppressed number could be got at, and how the sentence says it.
ROUTES = {
    "sex": "the total of both sexes",
    "age": "the total of all ages",
    "victims": "the total over all victims",
    "platform": "the total over all platforms, where the list of platforms is complete",
    "period": "the total of the periods",
    "place": "the total of the places",
    "share": "the share that is printed for it and the number that it is a share of",
    "change": "the change that is printed for it and the number of the other period",
}


def disclosure_risks(figures: pd.DataFrame) -> pd.DataFrame:
    """One row for each route by which suppressed numbers of a source could be worked out, alone or together.

    `severity` is `error` where one number stands alone between the total and its other parts, `warn` where only the
    sum of several could be known or where the list of parts may be incomplete.
    """
    suppressed = figures.loc[figures["status"] == "suppressed", "source_id"].unique()
    work = working(figures[figures["source_id"].isin(suppressed)])
    if work.empty:
        return _table([], work)
    pooled = claims(work)
    # A suppressed cell stays one here, also where another cell states the same thing with a number.
    apart = pd.concat(
        [claims(work[work["status"] == "suppressed"]), claims(work[work["status"] != "suppressed"])], ignore_index=True
    )
    counted = with_ages(counts(apart))
    found = [
        *(risk for route in KEYS for risk in _by_total(counted, route)),
        *_by_sums(work, pooled),
        *_by_ratio(apart),
    ]
    return _table(found, work)


# A risk before it is worded: route, whether it is certain, the suppressed claims' rows, the other rows used.
_Risk = tuple[str, bool, list[int], list[int]]


def _by_total(counted: pd.DataFrame, route: str) -> list[_Risk]:
    """Groups of one total and its parts, with a suppressed number among the parts."""
    parts = beside_totals(counted, route, ["suppressed"])
    if parts.empty:
        return []
    by_total = Groups(parts, KEYS[route])
    columns = (by_total.lists(name) for name in ("state", "value", "rows", "value_total", "rows_total"))
    found: list[_Risk] = []
    for states, values, rows, totals_, total_rows in zip(*columns, strict=True):
        shown = [value for state, value in zip(states, values, strict=True) if state == "known"]
        # Where the parts shown already make up the total, it was added up without the suppressed ones.
        exact = route in ("sex", "age")
        if exact and sum(shown) >= totals_[0]:
            continue
        alone = exact and states.count("suppressed") == 1 and len(shown) >= 1 and "missing" not in states
        used = [*total_rows[0], *_rows_of("known", states, rows)]
        found.append((route, alone, _rows_of("suppressed", states, rows), used))
    return found


def _rows_of(wanted: str, states: list[str], rows: list[list[int]]) -> list[int]:
    """The rows of the claims in one state."""
    return [row for state, each in zip(states, rows, strict=True) if state == wanted for row in each]


def _by_sums(work: pd.DataFrame, pooled: pd.DataFrame) -> list[_Risk]:
    """Totals over periods and places with a suppressed part and no part missing."""
    stated = targets(work)
    stated_value = work["value"].to_list()
    state, value, rows = (pooled[name].to_list() for name in ("state", "value", "rows"))  # claims are numbered from 0
    found: list[_Risk] = []
    for route, sums in (("period", totals.over_periods(stated, pooled)), ("place", totals.over_places(stated, pooled))):
        sums = sums[sums["hidden"].astype(bool) & np.isfinite(sums["near_high"].astype(float))]
        for row, parts in zip(sums["row"], sums["parts"], strict=True):
            hidden = [part for part in parts if state[part] == "suppressed"]
            shown = [part for part in parts if state[part] == "known"]
            if sum(value[part] for part in shown) < stated_value[row]:
                shown_rows = [used for part in shown for used in rows[part]]
                found.append((route, len(hidden) == 1, [r for part in hidden for r in rows[part]], [row, *shown_rows]))
    return found


def _by_ratio(pooled: pd.DataFrame) -> list[_Risk]:
    """Suppressed counts that a printed share or change gives away."""
    hidden = pooled[(pooled["state"] == "suppressed") & pooled["measure"].isin(COUNTS)]
    shown = pooled[pooled["state"] == "known"]
    place, subject = ["pool", "place", *PERIOD_KEY], ["pool", "subject", *PERIOD_KEY]
    wholes = counts(shown)
    wholes = wholes[(wholes["platforms"] == NOTHING) & (wholes["victims"] == NOTHING)]
    hidden = hidden[["pool", "subject", "place", *PERIOD_KEY, "rows"]]
    shares = shown.loc[shown["unit"] == "percent", [*subject, "rows"]]
    by_share = join(hidden, shares, subject, ("", "_ratio"))
    by_share = join(by_share, wholes[[*place, "rows"]], place, ("", "_other"))
    changes = shown.loc[shown["unit"] == "percent_change", [*subject, "cstart", "cend", "rows"]]
    others = counts(shown)[[*subject, "rows"]]
    now = join(hidden, changes, subject, ("", "_ratio"))
    earlier = others.rename(columns={"start": "cstart", "end": "cend"})
    now = join(now, earlier, ["pool", "subject", "cstart", "cend"], ("", "_other"))
    swapped = changes.rename(columns={"start": "later", "end": "later_end", "cstart": "start", "cend": "end"})
    before = join(hidden, swapped, subject, ("", "_ratio"))
    later = others.rename(columns={"start": "later", "end": "later_end"})
    before = join(before, later, ["pool", "subject", "later", "later_end"], ("", "_other"))
    return [
        (route, True, list(rows), [*ratio, *other])
        for route, frame in (("share", by_share), ("change", now), ("change", before))
        for rows, ratio, other in zip(frame["rows"], frame["rows_ratio"], frame["rows_other"], strict=True)
    ]


def _table(found: list[_Risk], work: pd.DataFrame) -> pd.DataFrame:
    rows = []
    seen = set()
    ids = work["figure_id"].to_list()
    for route, alone, hidden, used in found:
        key = (route, tuple(sorted(hidden)), used[0])
        if key in seen:
            continue
        seen.add(key)
        source = work["source_id"].iloc[hidden[0]]
        where = [_where(work, row) for row in hidden]
        rows.append(
            {
                "risk_id": "risk-"
                + hashlib.sha256(f"{source}|{route}|{ids[used[0]]}|{where}".encode()).hexdigest()[:16],
                "source_id": source,
                "route": route,
                "suppressed_count": len(hidden),
                "suppressed_figure_ids": [ids[row] for row in hidden],
                "figure_ids": [ids[row] for row in dict.fromkeys([*hidden, *used])],
                "places": where,
                "severity": "error" if alone else "warn",
                "sentence": _sentence(source, route, alone, where, _where(work, used[0])),
                "order": hidden[0],
            }
        )
    table = pd.DataFrame(rows, columns=[*COLUMNS, "order"]).sort_values(["order", "route"], kind="stable")
    return table[list(COLUMNS)].reset_index(drop=True).astype(COLUMNS)


def _where(work: pd.DataFrame, row: int) -> str:
    cell = work["cell"].iloc[row]
    if not pd.isna(cell):
        return str(cell)
    return f"“{work['surface'].iloc[row]}” at character {work['position'].iloc[row]:.0f}"


def _sentence(source: str, route: str, alone: bool, where: list[str], total: str) -> str:
    cells = where[0] if len(where) == 1 else f"{', '.join(where[:-1])} and {where[-1]}"
    one = len(where) == 1
    subject = f"the suppressed number in {cells}" if one else f"the suppressed numbers in {cells}"
    if alone:
        could = "could be worked out"
    elif one:
        could = "could perhaps be worked out"
    else:
        could = "could perhaps be worked out together"
    advice = f"neither publish nor fill {'it' if one else 'them'}"
    return f"In {source}, {subject} {could} from {ROUTES[route]} ({total}); {advice}."
