"""How many police forces stand behind a release, and which are missing.

What belongs here: the table `force_coverage`. What does not: the counts that the forces gave.
"""

import functools

import pandas as pd

from figuretrail.audit.preference import best, preferred, silent
from figuretrail.derive.beside import lists
from figuretrail.derive.common import PERIOD, PLACE, in_order, marked_for_review
from figuretrail.derive.counts import totals
from figuretrail.derive.usable import usable
from figuretrail.figure import SUBJECT
from figuretrail.joining import join, order_of, outer_join
from figuretrail.rounding import whole_number
from figuretrail.vocabulary import places

KEYS = ["release", *PLACE]


@functools.cache
def territorial_forces() -> pd.DataFrame:
    """One row a place and a territorial force in it: `geography`, `geography_type`, `force`.

    The one force of Scotland and of Northern Ireland goes by the country's name. The British Transport Police has no
    territory and is not counted, though some releases count it ("41 of 44").
    """
    rows = []
    for force in places():
        if force.type == "force" and force.region:
            rows += [(force.region, "region", force.name), (force.country, "country", force.name)]
            rows += [(wider, "country", force.name) for wider in ("England and Wales", "United Kingdom")]
    rows += [("United Kingdom", "country", nation) for nation in ("Scotland", "Northern Ireland")]
    known = {(place.name, place.type) for place in places()}
    table = pd.DataFrame(rows, columns=[*PLACE, "force"]).drop_duplicates()
    kept = [(name, kind) in known for name, kind in zip(table["geography"], table["geography_type"], strict=True)]
    return table[kept].reset_index(drop=True).astype("str")


@marked_for_review
def force_coverage(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a release and a place: how many of its forces answered, as stated or as listed, and who is missing.

    Forces are listed where their numbers in one source add up to its total for the place: nobody else can have given
    one. Only then is it known who is missing. Compilations of several releases are left out.
    """
    stated = usable(figures, sources)
    stated = stated[stated["_compiled"].eq(0)]
    said = preferred(stated[stated["measure"].eq("forces") & stated["unit"].eq("count")], KEYS)
    table = outer_join(said, _listed(stated), KEYS)
    members = _forces_by_place()
    table["members"] = [list(members.get(place, ())) for place in zip(*(table[name] for name in PLACE), strict=True)]
    for column in ("listed", "figure_ids", "other_figure_ids", "listing_ids"):
        table[column] = lists(table[column])
    alone = table["value"].isna()
    table["forces_in_place"] = table["members"].map(len).astype("Int64").where(lambda size: size.gt(0))
    table["forces_listed"] = table["listed"].map(len).astype("Int64")
    table["forces_answered"] = whole_number(table["value"]).fillna(table["forces_listed"])
    table["forces_missing"] = (table["forces_in_place"] - table["forces_answered"]).clip(lower=0)
    table["missing_known"] = table["forces_listed"].eq(table["forces_answered"]) & table["forces_in_place"].notna()
    pairs = zip(table["members"], table["listed"], table["missing_known"], strict=True)
    table["missing"] = [sorted(set(inside) - set(names)) if known else [] for inside, names, known in pairs]
    table["withheld"] = _withheld(table, figures, sources)
    table["bound"] = table["bound"].fillna("=")
    table["basis"] = alone.map({True: "computed", False: "reported"}).astype("str")
    table["rule"] = table["rule"].fillna("forces_that_add_up_to_the_total")
    table["sources"] = table["sources"].fillna(table["listing_sources"]).astype("Int64")
    said_ids, listing = list(table["figure_ids"]), table["listing_ids"]
    table["figure_ids"] = [own or names for own, names in zip(said_ids, listing, strict=True)]
    rest = zip(table["figure_ids"], table["other_figure_ids"], listing, strict=True)
    table["other_figure_ids"] = [sorted({*others, *names} - set(own)) for own, others, names in rest]
    columns = ["forces_answered", "bound", "forces_in_place", "forces_missing", "forces_listed", "missing_known"]
    columns += ["missing", "withheld", "sources", "basis", "rule", "figure_ids", "other_figure_ids"]
    return in_order(table[[*KEYS, *columns]].astype({"missing_known": bool}), KEYS)


def _listed(stated: pd.DataFrame) -> pd.DataFrame:
    """The forces whose numbers in one source and period add up to its total for a place that they lie in."""
    counts = best(totals(stated).loc[lambda rows: rows["_rounded"].eq(0)], ["source_id", *PLACE, *PERIOD, "base"])
    within = _force_places()
    parts = join(counts, within, PLACE).drop(columns=PLACE)
    parts = parts.rename(columns={"in_geography": PLACE[0], "in_type": PLACE[1]})
    same = ["source_id", "release", *PLACE, *PERIOD, "base"]
    both = join(parts, counts[[*same, "value", "figure_id"]], same, ("", "_total"))
    both = both.take(order_of([both[name] for name in (*same, "force")]))
    sums = both.groupby(same)
    adds_up = sums["value"].transform("sum").eq(both["value_total"]) & sums["force"].transform("size").gt(1)
    both = both[adds_up].drop_duplicates([*KEYS, "force"])
    found = both.groupby(KEYS)
    table = pd.DataFrame({"listed": found["force"].agg(list), "listing_ids": found["figure_id"].agg(list)})
    totals_ = found["figure_id_total"].agg("first")
    table["listing_ids"] = [[total, *ids] for total, ids in zip(totals_, table["listing_ids"], strict=True)]
    table["listing_sources"] = found["source_id"].nunique()
    return table.reset_index()


@functools.cache
def _forces_by_place() -> dict[tuple[str, str], list[str]]:
    """The territorial forces of each place."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, kind, force in territorial_forces().itertuples(index=False, name=None):
        found.setdefault((name, kind), []).append(force)
    return found


@functools.cache
def _force_places() -> pd.DataFrame:
    """From a force's own place to each place that it lies in."""
    table = territorial_forces().rename(columns={"geography": "in_geography", "geography_type": "in_type"})
    nations = table["force"].isin(["Scotland", "Northern Ireland"])
    kind = nations.map({True: "country", False: "force"}).astype("str")
    return table.assign(geography=table["force"], geography_type=kind)


def _withheld(table: pd.DataFrame, figures: pd.DataFrame, sources: pd.DataFrame) -> list[list[str]]:
    """For each row, the forces of its place for which the release hides a number, or says that there is none."""
    hidden = silent(figures, sources)
    hidden = hidden.loc[hidden["offence"].eq(SUBJECT), ["release", *PLACE]].drop_duplicates()
    rows = join(hidden, _force_places(), PLACE)
    rows = rows.drop(columns=PLACE).rename(columns={"in_geography": PLACE[0], "in_type": PLACE[1]})
    found = rows.groupby(KEYS)["force"].agg(list).to_dict()
    keys = zip(*(table[key] for key in KEYS), strict=True)
    return [sorted(set(found.get(key, ()))) for key in keys]
