"""Which release a source reports, and how many independent releases stand behind a claim.

What belongs here: release names in, counts out. Ten papers that print one press release are one release. What does not:
which of several values is to be preferred (`preference`).
"""

from collections.abc import Iterable

import numpy as np
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


def releases_of(source_id: pd.Series, sources: pd.DataFrame) -> np.ndarray:
    """For each source id the release that it reports; its own where `sources` does not list it."""
    table = release_table(sources)
    named = dict(zip(table["source_id"], table["release"], strict=True))
    return np.array([named.get(name, name) for name in source_id], dtype=object)


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
    names, found = pd.factorize(release)
    size = max(len(found), 1)
    pairs = np.unique(group.to_numpy() * size + names)
    labels = found.to_numpy()[pairs % size]
    compiled = np.array([SEPARATOR in label for label in found], dtype=bool)[pairs % size]
    numbers, position = np.unique(pairs // size, return_inverse=True)
    counts = np.bincount(position[~compiled], minlength=len(numbers))
    for number in np.unique(position[compiled]):
        first, last = np.searchsorted(position, [number, number + 1])
        counts[number] = count_independent(labels[first:last])
    return pd.Series(counts, index=pd.Index(numbers, name="group"))
