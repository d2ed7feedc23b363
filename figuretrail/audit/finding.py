"""A finding of a plausibility check, and what every check is given.

What belongs here: the frame of findings and the material that the checks share. What does not: any check.
"""

import dataclasses
import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pandas as pd

from figuretrail.audit import totals
from figuretrail.audit.claims import claims, counts, targets, working
from figuretrail.audit.wording import listed

COLUMNS = {
    "finding_id": "str",
    "check": "str",
    "severity": "str",
    "source_ids": "object",
    "figure_ids": "object",
    "left_out": "bool",
    "sentence": "str",
}


def no_findings() -> pd.DataFrame:
    """A frame of findings without a row."""
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})


@dataclasses.dataclass(frozen=True)
class Material:
    """What a check looks at: the working frame, the sources, and the claims of each source (made when first asked)."""

    figures: pd.DataFrame
    work: pd.DataFrame
    sources: pd.DataFrame

    @classmethod
    def of(cls, figures: pd.DataFrame, sources: pd.DataFrame) -> "Material":
        """The material of a frame of figures and one of sources."""
        work = working(figures)
        published = dict(zip(sources["source_id"], sources["published"], strict=True))
        work["published"] = pd.to_datetime(work["source_id"].map(published))
        work["period_end"] = figures["period_end"].to_numpy()
        return cls(figures, work, sources)

    @functools.cached_property
    def claims(self) -> pd.DataFrame:
        """The claims of every source."""
        return claims(working(self.figures))

    @functools.cached_property
    def counted(self) -> pd.DataFrame:
        """The claims that are counts of a closed period."""
        return counts(self.claims)

    @functools.cached_property
    def place_sums(self) -> pd.DataFrame:
        """The totals of each source over countries, regions and forces, as candidates; `parts` are claims."""
        return totals.over_places(targets(working(self.figures)), self.claims, across=False)

    def source(self, row: int) -> str:
        """The source of a working row."""
        return str(self.work["source_id"].iloc[row])

    def sayers(self, rows: Iterable[int]) -> str:
        """Every source of some working rows, with the verb: `a, b and c give`."""
        names = list(dict.fromkeys(self.source(row) for row in rows))
        return f"{listed(names)} {'gives' if len(names) == 1 else 'give'}"


# What a rule yields for each finding: the rows of the working frame that it is about, the first to be looked at first,
# and the sentence.
Found = tuple[list[int], str]


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame as named tuples whose fields are what the frame's author knows them to be."""
    return frame.itertuples() if len(frame) else iter(())


@dataclasses.dataclass(frozen=True)
class Rule:
    """A plausibility rule: its name, how bad a finding is, what it looks for, and the function that finds."""

    name: str
    severity: str  # error: it can't be so; warn: it may be so, and a reader should be told
    description: str
    find: Callable[[Material], Iterable[Found]]
    leaves_out: bool = False  # whether the derived tables do without the figure that a finding is about first

    def run(self, material: Material) -> pd.DataFrame:
        """The rule's findings as a frame, in the order of the figures that they are about."""
        return findings_frame([(self, found) for found in self.found(material)], material)

    def found(self, material: Material) -> list[Found]:
        """The rule's findings, in the order of the figures that they are about."""
        if material.work.empty:
            return []
        return sorted(self.find(material), key=lambda item: (item[0][0], item[1]))


def findings_frame(found: list[tuple[Rule, Found]], material: Material) -> pd.DataFrame:
    """The frame of findings, each with the rule that found it, in their order."""
    if not found:
        return no_findings()
    ids, sources = material.work["figure_id"].to_list(), material.work["source_id"].to_list()
    figure_ids = [[ids[row] for row in dict.fromkeys(rows)] for _, (rows, _) in found]
    keys = [f"{rule.name}|{'|'.join(names)}" for (rule, _), names in zip(found, figure_ids, strict=True)]
    columns: dict[str, list[Any]] = {
        "finding_id": ["finding-" + hashlib.sha256(key.encode()).hexdigest()[:16] for key in keys],
        "check": [rule.name for rule, _ in found],
        "severity": [rule.severity for rule, _ in found],
        "source_ids": [list(dict.fromkeys(sources[row] for row in rows)) for _, (rows, _) in found],
        "figure_ids": figure_ids,
        "left_out": [rule.leaves_out for rule, _ in found],
        "sentence": [sentence for _, (_, sentence) in found],
    }
    return pd.DataFrame({name: pd.Series(columns[name], dtype=dtype) for name, dtype in COLUMNS.items()})
