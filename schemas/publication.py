"""The tables of publication: the releases, what each one changed, and every value that was ever published.

What belongs here: their columns, and which columns tell the rows of a table apart. What does not: how they are kept
(`assets.history`) and how two releases are compared (`figuretrail.history`).
"""

import pandera.pandas as pa

from figuretrail.history import RELEASE
from schemas.common import Model, Moment, Table, Text, Whole, dtypes
from schemas.derived import KEY
from schemas.figures import Figures

KINDS = ("added", "removed", "corrected", "revised")

# What tells rows apart where a model marks no column as unique: what a derived row is about, or what is named.
_NAMING = [*KEY, "agreement_id", "claim_id", "source_id", "figure_id", "target", "column"]


class Releases(Table):
    """One row a release: a publication whose content differs from the one before."""

    release: Text = pa.Field(unique=True, str_matches=RELEASE, description="The release's id: r0001, r0002 ...")
    published_at: Moment = pa.Field(description="When it was published, UTC")
    content: Text = pa.Field(unique=False, description="A hash of all published rows: equal content, equal hash")
    sources: Whole = pa.Field(ge=0, description="Sources in it")
    figures: Whole = pa.Field(ge=0, description="Figures in it")
    added: Whole = pa.Field(ge=0, description="Rows that the release before did not have")
    removed: Whole = pa.Field(ge=0, description="Rows that only the release before had")
    corrected: Whole = pa.Field(ge=0, description="Values that differ because of a correction")
    revised: Whole = pa.Field(ge=0, description="Values that differ for any other reason")


class _Standing(Table):
    """Between which releases, and times, a published row stood as it is here."""

    valid_from: Moment = pa.Field(description="When it was first published so, UTC")
    valid_to: Moment = pa.Field(nullable=True, description="When it was published otherwise, UTC; null while it stands")
    from_release: Text = pa.Field(str_matches=RELEASE, description="The first release that has the row so")
    to_release: Text = pa.Field(
        nullable=True, str_matches=RELEASE, description="The first release that has it otherwise or not at all"
    )


class FigureHistory(_Standing, Figures):
    """One row for each figure and each stretch of time in which it was published with the same columns."""

    figure_id: Text = pa.Field(description="Stable id of a statement: these words, or this cell")

    @classmethod
    def in_order(cls, names: list[str]) -> list[str]:
        """The figure first, then when it stood."""
        return [*dtypes(Figures), *dtypes(_Standing)]


class TableHistory(_Standing):
    """One row for each row of the other published tables and each stretch of time in which it stood unchanged."""

    table: Text = pa.Field(description="The table")
    key: Text = pa.Field(description="What tells the row from the others of its table, as `figuretrail trace` takes it")
    row: Text = pa.Field(description="The whole row, as JSON")

    @classmethod
    def in_order(cls, names: list[str]) -> list[str]:
        """The row first, then when it stood."""
        return ["table", "key", "row", *dtypes(_Standing)]


class Changes(Table):
    """One row for each row that came or went, and each value that differs, since the last different release."""

    since: Text = pa.Field(str_matches=RELEASE, description="The release that it is compared with")
    kind: Text = pa.Field(
        isin=list(KINDS),
        description="added, removed; corrected (by corrections.yaml, or following from such a figure); revised",
    )
    object: Text = pa.Field(description="The table")
    key: Text = pa.Field(description="Which row of it")
    column: Text = pa.Field(nullable=True, description="Which column; null where the whole row came or went")
    before: Text = pa.Field(nullable=True, description="What was published before")
    after: Text = pa.Field(nullable=True, description="What there is now")
    sentence: Text = pa.Field(description="The same in words")


def key_columns(model: Model) -> list[str]:
    """The columns that tell a table's rows apart, in the table's order."""
    unique = [str(name) for name, column in model.to_schema().columns.items() if column.unique]
    names = list(dtypes(model))
    return unique[:1] or [name for name in names if name in _NAMING] or names
