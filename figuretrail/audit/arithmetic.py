"""The arithmetic audit: every stated number that other stated numbers determine, within a source and across sources.

What belongs here: the order of the checks and the table they make. What does not: how one kind is found (`ratios`,
`totals`, `groups`), judged (`verdicts`) and worded (`wording`).

Everything is joins and running totals over keys, so the time grows with the number of figures. A suppressed number is
never an answer: it is never checked, and where it is a part of a sum, what the other parts leave for it is not shown.
"""

import hashlib
import itertools

import numpy as np
import pandas as pd

from figuretrail.audit import groups, ratios, totals, wording
from figuretrail.audit.candidates import no_candidates
from figuretrail.audit.claims import NOTHING, claims, counts, targets, working
from figuretrail.audit.verdicts import COVERAGE, IN_DOUBT, best_of_each, judge

COLUMNS = {
    "check_id": "str",
    "kind": "str",
    "scope": "str",
    "source_ids": "object",
    "figure_id": "str",
    "figure_ids": "object",
    "unit": "str",
    "stated_value": "float64",
    "stated_low": "float64",
    "stated_high": "float64",
    "computed_value": "float64",
    "computed_low": "float64",
    "computed_high": "float64",
    "verdict": "str",
    "reason": "str",
    "sentence": "str",
}

KINDS = (
    "share",
    "change",
    "multiple",
    "rate",
    "total_of_months",
    "total_of_quarters",
    "total_of_half_years",
    "total_of_years",
    "rest_of_period",
    "total_of_countries",
    "total_of_regions",
    "total_of_forces",
    "total_of_sexes",
    "total_of_ages",
    "total_of_platforms",
    "platforms_together",
    "complement",
)

SCOPES = ("source", "across")

_WORKBOOK_KINDS = ("foi", "workbook")


def arithmetic_checks(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row for each stated number that other stated numbers determine, in the order of the figures.

    First every source by itself (`scope` is `source`), then what no source settles alone, with the numbers of all
    (`across`). `sources` gives the names that the sentences use; a source that it lacks is called by its id.
    """
    if figures.empty:
        return _empty()
    work = working(figures)
    within = _checks(work, across=False)
    tables = [_table(within, work, sources, "source")]
    if work["source_code"].max() > 0:
        settled = within.loc[within["verdict"] != "undecidable", ["row", "kind"]]
        tables.append(_table(_checks(work, across=True, settled=settled), work, sources, "across"))
    table = (
        pd.concat([frame for frame in tables if len(frame)], ignore_index=True) if any(map(len, tables)) else _empty()
    )
    position = dict(zip(work["figure_id"], work["row"], strict=True))
    order = table.assign(position=table["figure_id"].map(position), late=table["scope"] == "across")
    order = order.sort_values(["position", "late", "kind"], kind="stable")
    return order[list(COLUMNS)].reset_index(drop=True).astype(COLUMNS)


def _empty() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})


def _checks(work: pd.DataFrame, *, across: bool, settled: pd.DataFrame | None = None) -> pd.DataFrame:
    """The judged checks of one scope, one row for each stated number and kind, with the claims used as rows."""
    usable = work[(work["geo"] != NOTHING)] if across else work
    pooled = claims(usable, across=across)
    stated = targets(usable, across=across)
    counted, stated_counts = counts(pooled), counts(stated)
    found = [
        ratios.shares(stated, counted),
        ratios.changes(stated, counted),
        ratios.rates(stated, counted),
        totals.over_periods(stated_counts, counted),
        totals.by_difference(stated_counts, counted),
        totals.over_places(stated, pooled, across=across),
        groups.over_sexes(stated_counts, counted),
        groups.over_ages(stated_counts, counted),
        groups.unions(stated, pooled),
    ]
    if not across:
        found += [ratios.complements(stated, counted), groups.over_platforms(stated_counts, counted)]
    found = [frame for frame in found if not frame.empty]
    if not found:
        return judge(no_candidates(), work).assign(used=[], rows=[])
    judged = best_of_each(judge(pd.concat(found, ignore_index=True), work, across=across))
    judged = _with_rows(judged, pooled)
    judged = _without_doubtful(judged, work["review"].to_numpy())
    if across:
        judged = _between_sources(judged, work, settled)
    return judged


def _with_rows(judged: pd.DataFrame, pooled: pd.DataFrame) -> pd.DataFrame:
    """The checks with the claims they used (`used`, as mappings) and the working rows of all figures used."""
    needed = sorted({part for parts in judged["parts"] for part in parts})
    records = dict(zip(needed, pooled.iloc[needed].to_dict("records"), strict=True))
    used = [[records[part] for part in parts] for parts in judged["parts"]]
    rows = [
        list(dict.fromkeys(itertools.chain([row], *(claim["rows"] for claim in claims_used))))
        for row, claims_used in zip(judged["row"], used, strict=True)
    ]
    return judged.assign(
        used=pd.Series(used, index=judged.index, dtype="object"),
        rows=pd.Series(rows, index=judged.index, dtype="object"),
    )


def _without_doubtful(judged: pd.DataFrame, review: np.ndarray) -> pd.DataFrame:
    """No contradiction rests on a figure whose reading is marked for review: it would as likely be the reader's own."""
    doubtful = np.array([review[rows].any() for rows in judged["rows"]], dtype=bool)
    doubtful &= (judged["verdict"] == "inconsistent").to_numpy()
    return judged.assign(
        verdict=judged["verdict"].mask(doubtful, "undecidable"), reason=judged["reason"].mask(doubtful, IN_DOUBT)
    )


def _between_sources(judged: pd.DataFrame, work: pd.DataFrame, settled: pd.DataFrame | None) -> pd.DataFrame:
    """The checks that need more than one source and that no source settles by itself.

    A stated number that rests on its own release's police forces can't be refuted by counts of another release: ratios
    across sources confirm, or leave open.
    """
    source = work["source_id"].to_numpy()
    several = [len({source[row] for row in rows}) > 1 for rows in judged["rows"]]
    # A guess at what a text compares, or takes a share of, is worth a row only where the guess comes out.
    guessed = (judged["verdict"] == "undecidable") & judged["reason"].isin(ratios.GUESSES)
    judged = judged[np.array(several, dtype=bool) & ~guessed.to_numpy()]
    if settled is not None and len(judged):
        done = pd.MultiIndex.from_frame(settled)
        judged = judged[~pd.MultiIndex.from_frame(judged[["row", "kind"]]).isin(done)]
    ratio = judged["kind"].isin(["share", "change", "multiple", "rate", "platforms_together"])
    doubtful = ratio & judged["verdict"].isin(["inconsistent"])
    return judged.assign(
        verdict=judged["verdict"].mask(doubtful, "undecidable"), reason=judged["reason"].mask(doubtful, COVERAGE)
    )


def _table(judged: pd.DataFrame, work: pd.DataFrame, sources: pd.DataFrame, scope: str) -> pd.DataFrame:
    if judged.empty:
        return _empty()
    names = _names(sources, scope)
    stated = work.loc[judged["row"]]
    figure_ids, source_ids = work["figure_id"].to_numpy(), work["source_id"].to_numpy()
    sentences = [
        wording.check_sentence(names.get(row["source_id"], row["source_id"]), row, used, check)
        for row, used, check in zip(
            stated.to_dict("records"),
            judged["used"],
            judged[["kind", "computed_value", "near_low", "near_high", "verdict", "reason", "note", "hidden"]].to_dict(
                "records"
            ),
            strict=True,
        )
    ]
    shown = ~judged["hidden"].astype(bool)
    table = pd.DataFrame(
        {
            "kind": judged["kind"].to_numpy(),
            "scope": scope,
            "source_ids": [list(dict.fromkeys(source_ids[row] for row in rows)) for rows in judged["rows"]],
            "figure_id": stated["figure_id"].to_numpy(),
            "figure_ids": [[figure_ids[row] for row in rows] for rows in judged["rows"]],
            "unit": stated["unit"].to_numpy(),
            "stated_value": judged["stated_value"].to_numpy(),
            "stated_low": judged["stated_low"].to_numpy(),
            "stated_high": judged["stated_high"].to_numpy(),
            "computed_value": judged["computed_value"].where(shown).to_numpy(),
            "computed_low": judged["near_low"].where(shown).to_numpy(),
            "computed_high": judged["near_high"].where(shown).to_numpy(),
            "verdict": judged["verdict"].to_numpy(),
            "reason": judged["reason"].to_numpy(),
            "sentence": sentences,
        }
    )
    ids = zip(table["kind"], table["scope"], table["figure_id"], strict=True)
    table.insert(0, "check_id", ["check-" + hashlib.sha256("|".join(i).encode()).hexdigest()[:16] for i in ids])
    return table


def _names(sources: pd.DataFrame, scope: str) -> dict[str, str]:
    """What a sentence calls each source: "The article" within it, its publisher and id beside others."""
    names = {}
    for source in sources.to_dict("records"):
        if scope == "source":
            names[source["source_id"]] = "The workbook" if source["kind"] in _WORKBOOK_KINDS else "The article"
        else:
            publisher = source.get("publisher")
            known = isinstance(publisher, str) and publisher
            names[source["source_id"]] = f"{publisher} ({source['source_id']})" if known else source["source_id"]
    return names
