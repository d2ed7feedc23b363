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
from figuretrail.audit.claims import NOTHING, claims, counts, targets, without, working
from figuretrail.audit.releases import SEPARATOR, releases_of
from figuretrail.audit.verdicts import COVERAGE, IN_DOUBT, best_of_each, judge
from figuretrail.joining import different_beside

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

SOURCE, RELEASE, ACROSS = SCOPES = ("source", "release", "across")

_WORKBOOK_KINDS = ("foi", "workbook")


def arithmetic_checks(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row for each stated number that other stated numbers determine, in the order of the figures.

    First every source by itself (`scope` is `source`), then the sources that print one release (`release`), then what
    neither settles, with the numbers of all (`across`). `sources` gives the releases, and the names that the sentences
    use; a source that it lacks is called by its id.
    """
    if figures.empty:
        return _empty()
    work = working(figures)
    within = _checks(work, work, SOURCE)
    judged = {SOURCE: within}
    if work["source_code"].max() > 0:
        release = releases_of(work["source_id"], sources)
        wider = _checks(work, _wider_pools(work, release), ACROSS)
        copied = wider[(wider["scope"] == RELEASE).to_numpy()]
        judged[RELEASE] = _between(copied, work["source_id"].to_numpy(), within)
        several = wider[(wider["scope"] == ACROSS).to_numpy()]
        # Two compilations of several releases are two witnesses, even of the same ones.
        compiled = np.array([SEPARATOR in name for name in release], dtype=bool)
        witness = np.where(compiled, work["source_id"].to_numpy(), release)
        judged[ACROSS] = _between(_unrefuted(several), witness, within, judged[RELEASE])
    tables = [_table(found, work, sources, scope) for scope, found in judged.items()]
    table = (
        pd.concat([frame for frame in tables if len(frame)], ignore_index=True) if any(map(len, tables)) else _empty()
    )
    position = dict(zip(work["figure_id"], work["row"], strict=True))
    order = table.assign(position=table["figure_id"].map(position), late=table["scope"].map(SCOPES.index))
    order = order.sort_values(["position", "late", "kind"], kind="stable")
    return order[list(COLUMNS)].reset_index(drop=True).astype(COLUMNS)


def _empty() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})


def _wider_pools(work: pd.DataFrame, release: np.ndarray) -> pd.DataFrame:
    """The working frame with all sources as one pool, and with the sources that print one release as one.

    Only numbers with a place are shared. A row that is in a release's pool, too, stands there again, its number raised
    by the length of the working frame, so that one pass makes the checks of both.
    """
    placed = (work["geo"] != NOTHING).to_numpy()
    code, names = pd.factorize(release)
    single = np.array([SEPARATOR not in name for name in names], dtype=bool)
    printed = different_beside([code], work["source_code"].to_numpy())
    copied = work[single[code] & (printed > 1) & placed]
    copied = copied.assign(row=copied["row"] + len(work), source_code=code[copied["row"]] + 1)
    both = pd.concat([copied, work[placed].assign(source_code=0)])
    return both.set_axis(both["row"])


def _checks(work: pd.DataFrame, usable: pd.DataFrame, scope: str) -> pd.DataFrame:
    """The judged checks, one row for each stated number, kind and pool, with the claims used as rows.

    `usable` are the rows of the working frame, by number, those of one `source_code` being one pool; `scope` is that of
    the rows whose number is below the length of the working frame.
    """
    pooled = claims(usable)
    stated = targets(usable)
    counted, stated_counts = counts(pooled), counts(stated)
    found = [
        ratios.shares(stated, counted),
        ratios.changes(stated, counted),
        ratios.rates(stated, counted),
        totals.over_periods(stated_counts, counted),
        totals.by_difference(stated_counts, counted),
        totals.over_places(stated, pooled, across=scope != SOURCE),
        groups.over_sexes(stated_counts, counted),
        groups.over_ages(stated_counts, counted),
        groups.unions(stated, pooled),
    ]
    if scope == SOURCE:
        found += [ratios.complements(stated, counted), groups.over_platforms(stated_counts, counted)]
    found = [frame for frame in found if not frame.empty]
    together = pd.concat(found, ignore_index=True) if found else no_candidates()
    of_release = (together["row"] >= len(work)).to_numpy()
    judged = best_of_each(judge(together, usable, across=~of_release & (scope == ACROSS)))
    judged = judged.assign(scope=np.where(judged["row"] >= len(work), RELEASE, scope), row=judged["row"] % len(work))
    return _without_doubtful(_with_rows(judged, pooled, work), work["review"].to_numpy())


def _with_rows(judged: pd.DataFrame, pooled: pd.DataFrame, work: pd.DataFrame) -> pd.DataFrame:
    """The checks with the claims they used (`used`, as mappings) and the working rows of all figures used.

    The number that is checked is no ingredient: where it is one of the values of a claim, the others are.
    """
    needed = sorted({part for parts in judged["parts"] for part in parts})
    records = dict(zip(needed, pooled.iloc[needed].to_dict("records"), strict=True))
    for record in records.values():
        record["rows"] = [row % len(work) for row in record["rows"]]
    values = work["value"].to_numpy()
    used = [
        [without(records[part], row, values) for part in parts]
        for row, parts in zip(judged["row"], judged["parts"], strict=True)
    ]
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


def _unrefuted(judged: pd.DataFrame) -> pd.DataFrame:
    """The checks across releases with no ratio called inconsistent.

    A stated number that rests on its own release's police forces can't be refuted by counts of another release: ratios
    across releases confirm, or leave open.
    """
    ratio = judged["kind"].isin(["share", "change", "multiple", "rate", "platforms_together"])
    doubtful = ratio & (judged["verdict"] == "inconsistent")
    return judged.assign(
        verdict=judged["verdict"].mask(doubtful, "undecidable"), reason=judged["reason"].mask(doubtful, COVERAGE)
    )


def _between(
    judged: pd.DataFrame, witness: np.ndarray, within: pd.DataFrame, release: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The checks that need more than one witness and that no narrower pool settles, or leaves open for its own reason.

    `witness` is, for each row of the working frame, who says it.
    """
    several = [len({witness[row] for row in rows}) > 1 for rows in judged["rows"]]
    # A guess at what a text compares, or takes a share of, is worth a row only where the guess comes out.
    undecided = judged["verdict"] == "undecidable"
    judged = judged[np.array(several, dtype=bool) & ~(undecided & judged["reason"].isin(ratios.GUESSES)).to_numpy()]
    judged = judged[~_among(judged, within[(within["verdict"] != "undecidable").to_numpy()])]
    if release is None:
        return judged
    open_there = _among(judged, release) & (judged["verdict"] == "undecidable").to_numpy()
    decided_there = _among(judged, release[(release["verdict"] != "undecidable").to_numpy()])
    return judged[~(open_there | decided_there)]


def _among(judged: pd.DataFrame, others: pd.DataFrame) -> np.ndarray:
    """Which checks are of a stated number and kind that others are of, too."""
    keys = ["row", "kind"]
    return np.asarray(pd.MultiIndex.from_frame(judged[keys]).isin(pd.MultiIndex.from_frame(others[keys])))


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
        if scope == SOURCE:
            names[source["source_id"]] = "The workbook" if source["kind"] in _WORKBOOK_KINDS else "The article"
        else:
            publisher = source.get("publisher")
            known = isinstance(publisher, str) and publisher
            names[source["source_id"]] = f"{publisher} ({source['source_id']})" if known else source["source_id"]
    return names
