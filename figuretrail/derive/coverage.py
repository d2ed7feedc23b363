"""How many police forces stand behind a release, and which are missing.

What belongs here: the table `force_coverage`. What does not: the counts that the forces gave.
"""

import pandas as pd

from figuretrail.audit.preference import preferred, statements, with_sources
from figuretrail.derive.common import PLACE, in_order, whole_number
from figuretrail.figure import SUBJECT
from figuretrail.vocabulary import places

KEYS = ["release", *PLACE]
MOST = 0.5  # of a place's forces: a release that names more of them with a number is taken to list all that answered


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


def force_coverage(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row a release and a place: how many of its forces answered, as stated or as listed, and who is missing.

    `missing` names forces only where the release names as many forces as answered; else it is empty and
    `missing_known` is false. Compilations of several releases are left out.
    """
    stated = statements(figures, sources)
    stated = stated[stated["_compiled"].eq(0)]
    said = preferred(stated[stated["measure"].eq("forces") & stated["unit"].eq("count")], KEYS)
    table = said.merge(_named(stated), on=KEYS, how="outer")
    members = territorial_forces().groupby(PLACE)["force"].agg(list).rename("members")
    table = table.merge(members, left_on=PLACE, right_index=True, how="left")
    members_, named = _lists(table["members"]), _lists(table["named"])
    table["forces_in_place"] = pd.array([len(m) if m else None for m in members_], dtype="Int64")
    listing = table["value"].isna()
    table["forces_named"] = pd.array([len(names) for names in named], dtype="Int64")
    table["forces_answered"] = whole_number(table["value"]).fillna(table["forces_named"])
    table = table[~listing | (table["forces_named"] > MOST * table["forces_in_place"]).fillna(False)].copy()
    complete = table["forces_named"].eq(table["forces_answered"]) & table["forces_in_place"].notna()
    table["missing_known"] = complete.fillna(False).astype(bool)
    pairs = zip(_lists(table["members"]), _lists(table["named"]), table["missing_known"], strict=True)
    table["missing"] = [sorted(set(members) - set(names)) if known else [] for members, names, known in pairs]
    table["forces_missing"] = (table["forces_in_place"] - table["forces_answered"]).clip(lower=0)
    table["withheld"] = _withheld(table, figures, sources)
    listing = table["value"].isna()
    table["bound"] = table["bound"].fillna("=")
    table["basis"] = listing.map({True: "computed", False: "reported"}).astype("str")
    table["rule"] = table["rule"].fillna("forces_named_with_a_number")
    table["sources"] = table["sources"].fillna(table["naming_sources"]).astype("Int64")
    ids, listed = _lists(table["figure_ids"]), _lists(table["naming_ids"])
    table["figure_ids"] = [own or names for own, names in zip(ids, listed, strict=True)]
    others = zip(table["figure_ids"], _lists(table["other_figure_ids"]), listed, strict=True)
    table["other_figure_ids"] = [sorted({*rest, *names} - set(own)) for own, rest, names in others]
    columns = ["forces_answered", "bound", "forces_in_place", "forces_missing", "forces_named", "missing_known"]
    columns += ["missing", "withheld", "sources", "basis", "rule", "figure_ids", "other_figure_ids"]
    return in_order(table[[*KEYS, *columns]], KEYS)


def _named(stated: pd.DataFrame) -> pd.DataFrame:
    """The forces that a release gives a count for, by each place that they lie in: names, figures and sources."""
    counted = stated[stated["measure"].isin(["offences", "victims"])]
    of_force = counted.merge(_force_places(), on=PLACE)
    of_force = of_force.drop(columns=PLACE).rename(columns={"in_geography": PLACE[0], "in_type": PLACE[1]})
    of_force = of_force.sort_values([*KEYS, "force", "figure_id"], kind="stable")
    named = of_force.drop_duplicates([*KEYS, "force"]).groupby(KEYS)
    table = pd.DataFrame({"named": named["force"].agg(list), "naming_ids": named["figure_id"].agg(list)})
    table["naming_sources"] = of_force.groupby(KEYS)["source_id"].nunique()
    return table.reset_index()


def _force_places() -> pd.DataFrame:
    """From a force's own place to each place that it lies in."""
    table = territorial_forces().rename(columns={"geography": "in_geography", "geography_type": "in_type"})
    nations = table["force"].isin(["Scotland", "Northern Ireland"])
    return table.assign(
        geography=table["force"], geography_type=nations.map({True: "country", False: "force"}).astype("str")
    )


def _withheld(table: pd.DataFrame, figures: pd.DataFrame, sources: pd.DataFrame) -> list[list[str]]:
    """For each row, the forces of its place that the release names without any number: hidden, refused or not held."""
    silent = figures[figures["status"].ne("reported") & figures["geography"].notna() & figures["offence"].eq(SUBJECT)]
    rows = with_sources(silent, sources)[["release", *PLACE]].drop_duplicates().merge(_force_places(), on=PLACE)
    rows = rows.drop(columns=PLACE).rename(columns={"in_geography": PLACE[0], "in_type": PLACE[1]})
    found = rows.groupby(KEYS)["force"].agg(list).to_dict()
    named = [set(names) for names in _lists(table["named"])]
    keys = zip(*(table[key] for key in KEYS), strict=True)
    return [sorted(set(found.get(key, ())) - names) for key, names in zip(keys, named, strict=True)]


def _lists(column: pd.Series) -> list[list[str]]:
    return [cell if isinstance(cell, list) else [] for cell in column]
