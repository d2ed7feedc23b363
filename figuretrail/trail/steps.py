"""A trail as data: a row, the figures behind it, where each stands, what corrected it, and who published it.

What belongs here: the records of a trail and putting them together. What does not: showing them (`render`,
`provenance`), fetching rows.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from figuretrail.history import FOLLOWING
from figuretrail.trail.originals import Place, Quote, quote
from figuretrail.trail.rules import meaning, number_of, working

Row = Mapping[str, Any]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Sighting:
    """What was found in the source's file just now: `fault` says what is wrong, None where the number is there."""

    file: str
    quote: Quote
    fault: str | None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Statement:
    """One figure on a trail, with its source, its corrections and where its number stands."""

    figure: Row
    source: Row | None
    corrections: Sequence[Row] = ()
    sighting: Sighting | None = None

    @property
    def place(self) -> Place:
        """Where the figure says that its number stands."""
        names = ("surface", "context", "start", "end", "cell")
        return Place(**{name: self.figure.get(name) for name in names})  # type: ignore[arg-type]

    @property
    def quote(self) -> Quote:
        """The sentence with its number: as found in the file, or as the row has it."""
        return self.sighting.quote if self.sighting else quote(self.place)

    @property
    def is_known(self) -> bool:
        """Whether the figure that the row names is among the published ones."""
        return "surface" in self.figure


@dataclasses.dataclass(frozen=True, kw_only=True)
class Earlier:
    """How a row was published before: between which releases, and the columns that differed from what came next."""

    from_release: str
    to_release: str
    until: str
    differed: Row


@dataclasses.dataclass(frozen=True, kw_only=True)
class Trail:
    """The way from a row to its sources. For a figure, `row` is the figure and `made_from` its one statement.

    `used_in` are the rows that were made from a figure, `beside` those that only set it beside their number.
    """

    release: str
    published_at: str
    table: str
    key: str
    row: Row
    made_from: Sequence[Statement]
    also: Sequence[Statement] = ()
    earlier: Sequence[Earlier] = ()
    used_in: Sequence[tuple[str, str]] = ()
    beside: Sequence[tuple[str, str]] = ()

    @property
    def rule(self) -> str | None:
        """The rule's name."""
        rule = self.row.get("rule")
        return None if rule is None else str(rule)

    @property
    def rule_meaning(self) -> str | None:
        """The rule in words."""
        return meaning(self.rule) if self.rule else None

    @property
    def number(self) -> tuple[str, str] | None:
        """The column that the row is about, and its value in words."""
        return number_of(self.row)

    @property
    def working(self) -> str | None:
        """The sum that the rule stands for, with the row's numbers."""
        return working(self.row, [statement.figure for statement in self.made_from])


MADE_FROM = ("figure_ids", "figure_id")
ALSO = ("other_figure_ids", "stated_figure_ids")


def figures_named(row: Row) -> tuple[list[str], list[str]]:
    """The figures that a row was made from, and the others that speak of the same thing, without repeats."""
    made_from = _ids(row, MADE_FROM)
    return made_from, [name for name in _ids(row, ALSO) if name not in made_from]


def _ids(row: Row, columns: Sequence[str]) -> list[str]:
    values = [row.get(name) or [] for name in columns]
    return list(dict.fromkeys(name for value in values for name in ([value] if isinstance(value, str) else value)))


def statements(
    ids: Sequence[str],
    figures: Mapping[str, Row],
    sources: Mapping[str, Row],
    corrections: Sequence[Row],
    sight: Callable[[Row], Sighting | None],
) -> list[Statement]:
    """The statements behind these ids, in their order; `sight` looks a figure up in its source's file."""
    applied: dict[str, list[Row]] = {}
    for correction in corrections:
        if correction.get("figure_id") and correction.get("state") in ("applied", "superseded"):
            applied.setdefault(correction["figure_id"], []).append(correction)
    found = []
    for name in ids:
        figure = figures.get(name)
        if figure is None:
            found.append(Statement(figure={"figure_id": name}, source=None))
            continue
        found.append(
            Statement(
                figure=figure,
                source=sources.get(figure["source_id"]),
                corrections=applied.get(name, ()),
                sighting=sight(figure),
            )
        )
    return found


def earlier(versions: Sequence[Row], columns: Sequence[str]) -> list[Earlier]:
    """How a row stood before, newest first, from its versions in the order of their releases, the standing one last.

    Each version has `columns` and from_release, to_release, valid_to. Told are the columns that differed from what
    came next; a version after which the row was gone tells them all.
    """
    told = []
    for version, following in zip(versions, [*versions[1:], None], strict=True):
        if version["to_release"] is None:
            continue
        gone = following is None or following["from_release"] != version["to_release"]
        differed = {name: version[name] for name in columns if gone or version[name] != following[name]}  # type: ignore[index]
        telling = {name: value for name, value in differed.items() if name not in FOLLOWING}
        told.append(
            Earlier(
                from_release=version["from_release"],
                to_release=version["to_release"],
                until=str(version["valid_to"]),
                differed=telling or differed,
            )
        )
    return told[::-1]
