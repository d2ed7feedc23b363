"""Which release a source reports, and how many independent releases stand behind a claim.

What belongs here: release names in, counts out. Ten papers that print one press release are one release. What does not:
which of several values is to be preferred (`preference`).
"""

from collections.abc import Iterable

import pandas as pd

SEPARATOR = ";"  # between the releases that a compilation was made from


def release_names(release: str) -> list[str]:
    """The releases that a source's `release` names: one, or those that a compilation was made from."""
    return [name.strip() for name in release.split(SEPARATOR) if name.strip()]


def release_table(sources: pd.DataFrame) -> pd.DataFrame:
    """One row a source: `release`, `released` (when it first appeared) and `compiled` (of several releases).

    A source without a release key is a release of its own.
    """
    release = sources["release"].fillna("").where(lambda text: text.str.strip() != "", sources["source_id"])
    table = pd.DataFrame({"source_id": sources["source_id"], "release": release.astype("str")})
    table["released"] = sources["published"].groupby(table["release"]).transform("min")
    table["compiled"] = table["release"].str.contains(SEPARATOR, regex=False)
    return table.reset_index(drop=True)


def count_independent(releases: Iterable[str]) -> int:
    """How many independent releases these are, as `independent_releases` counts those of a group."""
    distinct = set(releases)
    single = {release for release in distinct if SEPARATOR not in release}
    return len(single) + any(single.isdisjoint(release_names(release)) for release in distinct - single)


def independent_releases(group: pd.Series, release: pd.Series) -> pd.Series:
    """How many independent releases each group has. `group` (whole numbers) and `release` are aligned.

    A compilation adds one only where none of the releases that it was made from is there already, and compilations
    together never add more than one: they may have copied one another.
    """
    pairs = pd.DataFrame({"group": group.to_numpy(), "release": release.to_numpy()}).drop_duplicates()
    compiled = pairs["release"].str.contains(SEPARATOR, regex=False)
    single = pairs[~compiled]
    counts = single.groupby("group").size().reindex(pd.Index(pairs["group"].unique(), name="group"), fill_value=0)
    if not compiled.any():
        return counts
    origins = pairs[compiled].assign(origin=pairs.loc[compiled, "release"].map(release_names)).explode("origin")
    origins["known"] = pd.MultiIndex.from_frame(origins[["group", "origin"]]).isin(
        pd.MultiIndex.from_frame(single[["group", "release"]])
    )
    covered = origins.groupby(["group", "release"])["known"].any()
    extra = (~covered).groupby("group").any().astype(int)
    return counts.add(extra, fill_value=0).astype(int)
